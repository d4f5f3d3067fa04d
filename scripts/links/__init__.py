"""Links out of the site: which there are, what their hosts answer, and what a person is told."""
