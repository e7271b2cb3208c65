"""Extractors that ask others: a language model, a toolkit's pipeline. What they say is a claim until its quote is found."""
