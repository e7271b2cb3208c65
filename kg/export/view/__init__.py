"""The page: one HTML file that opens offline and shows a readable part of the graph with its proofs."""

from kg.export.view.page import write_page

__all__ = ["write_page"]
