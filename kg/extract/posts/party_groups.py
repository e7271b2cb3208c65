"""Party groups inside a body (党组, 团委, 书记处), and the body without them."""

from __future__ import annotations

PARTY_PARTS = (
    "机关党组",
    "党组",
    "机关党委",
    "党委",
    "党支部",
    "党总支",
    "党工委",
    "纪工委",
    "书记处",
    "团委",
    "团总支",
    "纪检组",
    "纪委",
)


def unit_of(organization: str) -> str:
    """The organisation without its party group: 某市公安局 for 某市公安局党委."""
    if not organization.endswith(PARTY_PARTS):
        return organization
    for part in PARTY_PARTS:
        if organization.endswith(part) and len(organization) > len(part) + 1:
            return organization[: -len(part)]
    return organization
