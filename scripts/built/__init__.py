"""The finished site as a folder of HTML files: what its pages hold, and what is wrong with them."""
