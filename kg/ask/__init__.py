"""The questions that users ask of a built graph."""
