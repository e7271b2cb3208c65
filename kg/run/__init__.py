"""The order of the rooms, and where the work runs."""
