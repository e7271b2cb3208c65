"""Word lists as TSV, and their loader."""
