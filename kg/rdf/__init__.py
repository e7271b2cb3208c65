"""Facts and entities to triples."""
