"""A new language: what is known of it, every file and entry that it needs, what is left to do."""
