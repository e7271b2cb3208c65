"""Query rows to networks and files."""
