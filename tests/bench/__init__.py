"""The bench: a site of full size, built by us and by plain Material for MkDocs side by side."""
