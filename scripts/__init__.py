"""Alongside: plain-language guidance for families, and the static site generator that makes it."""
