"""The explorer: what its pages tell, as plain data; and the pages."""
