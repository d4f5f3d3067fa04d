"""The report on a proposed change: what of it readers would see, for people who cannot read it.

A stranger's files are looked at with our own program. Nothing of a proposed revision is imported or
run: only its data is written out, and read as every build reads it.
"""
