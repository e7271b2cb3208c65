"""A graph whose names, titles and quotations try to become something else than text."""

from __future__ import annotations

EVIL = [
    "<script>window.evil = 1</script>",
    '"><img src=x onerror="window.evil = 1">',
    "</script><script>window.evil = 1</script>",
    "javascript:window.evil=1",
    "{{ 7 * 7 }}{% raw %}",
    "';window.evil=1;'",
    "甲\u202e乙\u2066丙",
    "长" * 10_000,
    "<svg onload=window.evil=1>",
    "]]><!--",
]
BASE = "https://w3id.org/renmai/id/"
KG = "https://w3id.org/renmai/ns#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
ALT = "<http://www.w3.org/2004/02/skos/core#altLabel>"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def _text(words: str, tag: str = "@zh-Hans") -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"' + tag


def _id(name: str) -> str:
    return f"<{BASE}{name}>"


def hostile_graph() -> str:
    """N-Triples."""
    lines = [
        f"{_id('a-1')} {TYPE} <{KG}Article>",
        f"{_id('a-1')} <{SCHEMA}identifier> {_text(EVIL[1], '')}",
        f"{_id('a-1')} <{SCHEMA}headline> {_text(EVIL[0])}",
        f"{_id('a-1')} <{SCHEMA}url> {_text(EVIL[3], '')}",
        f'{_id("a-1")} <{SCHEMA}datePublished> "2019-01-21"^^<{XSD}date>',
        f"<https://w3id.org/renmai/event-type#meeting> {TYPE} <http://www.w3.org/2004/02/skos/core#Concept>",
        f"<https://w3id.org/renmai/event-type#meeting> {LABEL} {_text(EVIL[8])}",
    ]
    for number, evil in enumerate(EVIL):
        p, o, t, e, x, v = (_id(f"{letter}-{number}") for letter in "poetxv")
        lines += [
            f"{p} {TYPE} <http://xmlns.com/foaf/0.1/Person>",
            f"{p} {LABEL} {_text(evil)}",
            f"{p} {ALT} {_text(evil + ' x')}",
            f"{o} {TYPE} <{ORG}Organization>",
            f"{o} {LABEL} {_text(evil)}",
            f"{e} {TYPE} <{KG}Tenure>",
            f"{e} <http://www.w3.org/2000/01/rdf-schema#label> {_text(evil)}",
            f"{e} <{ORG}member> {p}",
            f"{e} <{ORG}organization> {o}",
            f"{e} <{ORG}role> {_id('r')}",
            f"{e} <{KG}evidence> {v}",
            f'{e} <{KG}firstAttested> "2019-01-21"^^<{XSD}date>',
            f'{e} <{KG}lastAttested> "2019-01-21"^^<{XSD}date>',
            f"{_id('r')} {LABEL} {_text(EVIL[5])}",
            f"{t} {TYPE} <{KG}Event>",
            f"{t} {LABEL} {_text(evil)}",
            f"{t} <{KG}eventType> <https://w3id.org/renmai/event-type#meeting>",
            f'{t} <{KG}startDate> "2019-01-2{number % 10}"^^<{XSD}date>',
            f"{t} <{KG}evidence> {v}",
            f"{t} <http://semanticweb.cs.vu.nl/2009/11/sem/hasActor> {p}",
            f"{x} {TYPE} <{KG}Participation>",
            f"{x} <{KG}event> {_id('e-0')}",
            f"{x} <{KG}participant> {p}",
            f"{x} <{KG}participationRole> <https://w3id.org/renmai/participation-role#lead>",
            f"{x} <{KG}inCapacity> {e}",
            f"{x} <{KG}evidence> {v}",
            f"{_id(f'y-{number}')} <{KG}event> {t}",
            f"{_id(f'y-{number}')} <{KG}participant> {o}",
            f"{_id(f'y-{number}')} <{KG}participationRole> <https://w3id.org/renmai/participation-role#host>",
            f"{v} {TYPE} <{KG}Evidence>",
            f"{v} <{KG}source> {_id('a-1')}",
            f"{v} <{OA}exact> {_text(evil)}",
            f'{v} <{OA}start> "{number * 10}"^^<{XSD}integer>',
            f'{v} <{OA}end> "{number * 10 + 9}"^^<{XSD}integer>',
            f"{v} <{KG}rule> {_text(evil, '')}",
        ]
    return "".join(f"{line} .\n" for line in lines)
