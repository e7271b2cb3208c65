"""N-Triples by hand: literals, IRIs, digests. No library, for this is the hot path."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b

XSD = "http://www.w3.org/2001/XMLSchema#"
INTEGER = f"^^<{XSD}integer>"
DECIMAL = f"^^<{XSD}decimal>"
TRUE = f'"true"^^<{XSD}boolean>'
FALSE = f'"false"^^<{XSD}boolean>'

_MUST_ESCAPE = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_BEYOND = (
    r"\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_PLAIN = rf"[\w.~!$&'()*+,;=:@/{_BEYOND}-]|%[0-9A-Fa-f]{{2}}"
_IRI = re.compile(  # RFC 3987 but for hosts in brackets and private characters
    rf"[A-Za-z][A-Za-z0-9+.-]*:(?!//[^/?#]*:[^/?#]*[^0-9/?#])(?:{_PLAIN})*+(?:[?](?:{_PLAIN}|[?])*+)?(?:#(?:{_PLAIN}|[?])*+)?",
    re.ASCII,
)
_YEAR, _MONTH, _DAY = 4, 7, 10  # lengths of ISO dates of known precision


def escape(text: str) -> str:
    """The inside of a literal's quotation marks."""
    if "\\" in text or '"' in text or "\n" in text or "\r" in text:
        return text.translate(_MUST_ESCAPE)
    return text


def literal(text: str, language: str = "") -> str:
    """A plain literal, or one with a language tag."""
    return f'"{escape(text)}"@{language}' if language else f'"{escape(text)}"'


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """A plain literal that comes again and again: a rule's name, a trigger."""
    return literal(text)


@lru_cache(maxsize=4_096)
def decimal(number: float) -> str:
    """An xsd:decimal of at most three places."""
    digits = f"{number:.3f}".rstrip("0")
    return f'"{digits}0"{DECIMAL}' if digits.endswith(".") else f'"{digits}"{DECIMAL}'


@lru_cache(maxsize=65_536)
def day(iso: str) -> str:
    """An xsd:date of a full ISO date, "" where it is none (2019-02-30, 2019-02, nothing)."""
    return f'"{iso}"^^<{XSD}date>' if len(iso) == _DAY and first_day(iso) == iso else ""


@lru_cache(maxsize=65_536)
def first_day(iso: str) -> str:
    """The first day of a year, a month or a day; "" where there is no such."""
    full = {_YEAR: f"{iso}-01-01", _MONTH: f"{iso}-01", _DAY: iso}.get(len(iso), "")
    try:
        return date.fromisoformat(full).isoformat()
    except ValueError:
        return ""


@lru_cache(maxsize=65_536)
def last_day(iso: str) -> str:
    """The last day of a year, a month or a day; "" where there is no such."""
    first = first_day(iso)
    if not first or len(iso) == _DAY:
        return first
    if len(iso) == _YEAR:
        return f"{iso}-12-31"
    year, month = int(iso[:4]), int(iso[5:7])
    if (year, month) == (date.max.year, 12):
        return date.max.isoformat()
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()


def is_iri(text: str) -> bool:
    """Whether the text can stand between < and > as an absolute IRI."""
    return bool(_IRI.fullmatch(text))


def digest(*parts: str) -> str:
    """80 bits of the parts' BLAKE2b, hex: the same on every machine."""
    return blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=10).hexdigest()


@lru_cache(maxsize=262_144)
def node(base: str, key: str) -> str:
    """The IRI, in angle brackets, of something that is named by an ASCII key."""
    return f"<{base}{_NOT_IN_IRI.sub(lambda m: f'%{ord(m[0]):02X}', key)}>"


def lines(subject: str, pairs: list[tuple[str, str]]) -> str:
    """The lines of one subject, each ended by a newline; pairs without an object are left out."""
    return "".join(f"{subject} {predicate} {value} .\n" for predicate, value in pairs if value)


def language_tag(script: str) -> str:
    """The language tag of words printed in that script."""
    return "zh-Hant" if script == "Hant" else "zh-Hans"


@lru_cache(maxsize=65_536)
def tag_of(name: str) -> str:
    """The language tag of a name: en for Latin letters, zh-Hant for characters that only Big5 knows."""
    if name.isascii():
        return "en"
    return "zh-Hant" if not _encodes(name, "gb2312") and _encodes(name, "big5") else "zh-Hans"


def _encodes(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
