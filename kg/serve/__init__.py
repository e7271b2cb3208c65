"""The SPARQL endpoint, the reconciliation service and the explorer."""
