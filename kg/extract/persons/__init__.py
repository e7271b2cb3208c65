"""Who: where a person's name begins and ends, by the grammar and by a small tagger as a second witness."""
