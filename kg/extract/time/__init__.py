"""When: expressions of time in running text, resolved to stretches of the calendar of known precision."""
