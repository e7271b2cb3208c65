"""The terms of ontology/ as N-Triples text; a test keeps them equal to the Turtle files."""

from __future__ import annotations

from kg.model.namespaces import EVENT_TYPE, GRADE, KG, PART, PREFIXES

CLASSES = ("Article", "Conflict", "Event", "Evidence", "Participation", "Place", "Statement", "Tenure")
PROPERTIES = (
    "confidence", "conflicting", "deputyOf", "endDate", "endPrecision", "event", "eventType",
    "evidence", "firstAttested", "inCapacity", "jurisdiction", "lastAttested", "level",
    "normalizedQuote", "onDay", "openList", "participant", "participationRole", "place", "position",
    "possiblySameAs", "repaired", "reprintOf", "resolvedBy", "rule", "source", "sourceLength",
    "sourceSha256", "speaker", "spell", "startDate", "startPrecision", "status", "subEventOf",
    "timeWords", "trigger", "validFrom", "validFromPrecision", "validUntil", "validUntilPrecision",
    "verb", "words",
)  # fmt: skip
Labels = tuple[str, str]  # zh-Hans, en

EVENT_TYPES: dict[str, Labels] = {
    "inspection": ("调研视察", "inspection"),
    "condolence": ("慰问", "visit of condolence or care"),
    "meeting": ("会议", "meeting"),
    "talks": ("会见会谈", "talks"),
    "call": ("通话致电", "call, telegram or letter"),
    "statement": ("讲话表态", "statement"),
    "lecture": ("宣讲授课", "lecture"),
    "ceremony": ("仪式", "ceremony"),
    "agreement": ("签署协议", "agreement"),
    "appointment": ("任命当选", "appointment or election"),
    "removal": ("免职辞职", "removal or resignation"),
    "investigation": ("审查调查", "investigation"),
    "sanction": ("处分处罚", "sanction"),
    "trip": ("出访", "trip to another country"),
    "award": ("表彰", "award"),
    "issuance": ("印发公布", "issuance"),
    "death": ("逝世", "death"),
    "activity": ("活动", "other activity"),
}
PARTICIPATION_ROLES: dict[str, Labels] = {
    "lead": ("主要人物", "lead"),
    "preside": ("主持", "presides"),
    "attend": ("出席", "attends"),
    "accompany": ("陪同", "accompanies"),
    "counterpart": ("会见对象", "counterpart"),
    "appointee": ("任命对象", "appointee"),
    "target": ("事件对象", "target"),
    "visited": ("到访单位", "visited"),
    "host": ("东道主", "host"),
    "organizer": ("主办方", "organizer"),
    "participant": ("参与单位", "participant"),
    "issuer": ("发布机关", "issuer"),
}
GRADES: dict[str, Labels] = {"chief": ("正职", "chief post"), "deputy": ("副职", "deputy post")}
STATUSES = ("former", "appointed", "removed")

PRECISIONS = {4: f"<{PREFIXES['time']}unitYear>", 7: f"<{PREFIXES['time']}unitMonth>"}
"""By the length of an ISO date; a full date needs no mark."""


def iri(name: str) -> str:
    """A prefixed name as an IRI in angle brackets: "kg:Tenure"."""
    prefix, _, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


def kg(local: str) -> str:
    """A term of our own, checked against the lists above."""
    if local not in CLASSES and local not in PROPERTIES:
        raise KeyError(local)
    return f"<{KG}{local}>"


def event_type(name: str) -> str:
    """The concept of an event type."""
    return f"<{EVENT_TYPE}{name}>"


def participation_role(name: str) -> str:
    """The concept of a part in an event."""
    return f"<{PART}{name}>"


def grade(name: str) -> str:
    """The concept of a grade of posts."""
    return f"<{GRADE}{name}>"


TYPE = iri("rdf:type")
PREF_LABEL = iri("skos:prefLabel")
ALT_LABEL = iri("skos:altLabel")
CONCEPT = iri("skos:Concept")
