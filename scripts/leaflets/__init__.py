"""Leaflets: every page on paper, in two languages side by side, by Typst."""
