"""Which form of an answer a client gets: the Accept header read as RFC 9110 says, with its q-values."""

from __future__ import annotations

from dataclasses import dataclass

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
NTRIPLES = "application/n-triples"
JSONLD = "application/ld+json"
RDFXML = "application/rdf+xml"
HTML = "text/html"

ALIASES = {
    "application/json": JSON,
    "application/xml": XML,
    "text/xml": XML,
    "text/n3": TURTLE,
    "application/x-turtle": TURTLE,
    "text/plain": NTRIPLES,
}
"""What clients also ask for → what they get; the answer is labelled with the name that was asked for."""

OFFERS = {
    "SELECT": (JSON, XML, CSV, TSV, "application/json", "application/xml", "text/xml"),
    "ASK": (JSON, XML, "application/json", "application/xml", "text/xml"),
    "CONSTRUCT": (TURTLE, NTRIPLES, JSONLD, RDFXML, "text/n3", "application/x-turtle", "text/plain",
                  "application/json", "application/xml"),
}  # fmt: skip
OFFERS["DESCRIBE"] = OFFERS["CONSTRUCT"]
GRAPH_ALIASES = {**ALIASES, "application/json": JSONLD, "application/xml": RDFXML}
SHORT = {
    "json": JSON, "xml": XML, "csv": CSV, "tsv": TSV, "ttl": TURTLE, "turtle": TURTLE, "nt": NTRIPLES,
    "ntriples": NTRIPLES, "jsonld": JSONLD, "rdf": RDFXML, "html": HTML,
}  # fmt: skip
"""Values of the parameter `format`, for those who cannot set a header."""


@dataclass(frozen=True, slots=True)
class Range:
    """One media range of an Accept header; `quality` is 0 to 1."""

    kind: str
    sub: str
    quality: float

    def fits(self, media: str) -> int:
        """How closely this range names `media`: 0 not at all, 1 `*/*`, 2 `text/*`, 3 exactly."""
        kind, _, sub = media.partition("/")
        if (self.kind, self.sub) == ("*", "*"):
            return 1
        if self.kind != kind:
            return 0
        return 3 if self.sub == sub else 2 if self.sub == "*" else 0


def parse_accept(header: str) -> list[Range]:
    """The media ranges of an Accept header; what cannot be read is left out. An empty header means `*/*`."""
    ranges = []
    for part in header.split(",")[:50]:
        media, *parameters = (piece.strip().lower() for piece in part.split(";"))
        kind, slash, sub = media.partition("/")
        if not slash:
            continue
        ranges.append(Range(kind, sub, _quality(parameters)))
    return ranges if header.strip() else [Range("*", "*", 1.0)]


def _quality(parameters: list[str]) -> float:
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return min(1.0, max(0.0, float(parameter[2:])))
            except ValueError:
                return 0.0
    return 1.0


def choose(header: str, offers: tuple[str, ...]) -> str | None:
    """The best of `offers` (ours first where the client does not care), or None: 406."""
    ranges = parse_accept(header)
    best, best_quality = None, 0.0
    for offer in offers:
        fitting = [(r.fits(offer), r.quality) for r in ranges if r.fits(offer)]
        if fitting and max(fitting)[1] > best_quality:
            best, best_quality = offer, max(fitting)[1]
    return best


def written_as(media: str, kind: str) -> str:
    """The form in which an answer labelled `media` is written, for a query of this kind."""
    aliases = ALIASES if kind in {"SELECT", "ASK"} else GRAPH_ALIASES
    return aliases.get(media, media)
