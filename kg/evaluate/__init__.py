"""Scores of extracted facts against gold facts."""
