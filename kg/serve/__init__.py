"""SPARQL endpoint and explorer over HTTP."""
