"""The prefixes of the graph: bound in every query, written into every Turtle file.

Stores may fold the case of language tags (Oxigraph gives "zh-hans"): compare with
LANGMATCHES(LANG(?x), "zh-Hans"), never with "=".
"""

KG = "https://w3id.org/renmai/ns#"
EVENT_TYPE = "https://w3id.org/renmai/event-type#"
PART = "https://w3id.org/renmai/participation-role#"
GRADE = "https://w3id.org/renmai/grade#"

PREFIXES: dict[str, str] = {
    "kg": KG,
    "evt": EVENT_TYPE,
    "part": PART,
    "grade": GRADE,
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
    "time": "http://www.w3.org/2006/time#",
    "dcterms": "http://purl.org/dc/terms/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "void": "http://rdfs.org/ns/void#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Every prefix but `id:`, which is the base of the build (a setting)."""


def prologue(base: str = "https://w3id.org/renmai/id/") -> str:
    """The PREFIX lines of a query, `id:` included."""
    return "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in {"id": base, **PREFIXES}.items())
