"""Changes our code at random, one place at a time, and counts how many changes the tests of that room notice."""
