"""Where: organisations that stand in the text by themselves, and what short names mean."""
