"""Evidence nodes: one for each quotation and judgement of an article, shared by all facts that rest on it."""

from __future__ import annotations

from kg.model.facts import ArticleFacts, Evidence
from kg.rdf.nt import INTEGER, decimal, escape, language_tag, plain
from kg.rdf.terms import TYPE, iri, kg

GUESSED = frozenset({"torn-gbk", "lost-byte", "double-encoding", "undecodable"})
"""Damage whose repair rests on a guess; a gloss or an invisible sign taken away does not."""

_SOURCE, _RULE, _CONFIDENCE = kg("source"), kg("rule"), kg("confidence")
_RESOLVED, _REPAIRED, _NORMALIZED = kg("resolvedBy"), kg("repaired"), kg("normalizedQuote")
_START, _END, _EXACT = iri("oa:start"), iri("oa:end"), iri("oa:exact")
_TYPES = (kg("Evidence"), iri("oa:TextPositionSelector"), iri("oa:TextQuoteSelector"))
Key = tuple[int, int, str, float, str]


class Quotes:
    """The evidence nodes of one article; `written` holds the lines of each, in the order of first use."""

    def __init__(self, article: str, facts: ArticleFacts) -> None:
        self.written: list[str] = []
        self._article, self._stem = article, article[:-1]
        self._language = language_tag(facts.meta.script)
        self._guessed = [d for d in facts.damage if d.kind in GUESSED]
        self._nodes: dict[Key, str] = {}
        self._same_span: dict[tuple[int, int], int] = {}

    def node(self, quote: Evidence, rule: str, confidence: float, resolved_by: str = "") -> str:
        """The node of a quotation as it was judged by a rule; written when first asked for.

        Named by article and offsets ("a-…_184-294"); a second judgement of the same words gets "_2". The
        "_" sorts after ">": an article stands before its evidence.
        """
        key = (quote.start, quote.end, rule, confidence, resolved_by)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = self._name(quote)
            self.written.append(self._lines(found, quote, rule, confidence, resolved_by))
        return found

    def _name(self, quote: Evidence) -> str:
        span = (quote.start, quote.end)
        number = self._same_span[span] = self._same_span.get(span, 0) + 1
        second = f"_{number}" if number > 1 else ""
        return f"{self._stem}_{span[0]}-{span[1]}{second}>"

    def _lines(self, n: str, quote: Evidence, rule: str, confidence: float, resolved_by: str) -> str:
        """One template, filled once: this is the most frequent kind of node."""
        text = (
            f"{n} {TYPE} {_TYPES[0]} .\n{n} {TYPE} {_TYPES[1]} .\n{n} {TYPE} {_TYPES[2]} .\n"
            f'{n} {_SOURCE} {self._article} .\n{n} {_START} "{quote.start}"{INTEGER} .\n'
            f'{n} {_END} "{quote.end}"{INTEGER} .\n{n} {_EXACT} "{escape(quote.quote)}"@{self._language} .\n'
            f"{n} {_CONFIDENCE} {decimal(confidence)} .\n"
        )
        if rule:
            text += f"{n} {_RULE} {plain(rule)} .\n"
        if resolved_by:
            text += f"{n} {_RESOLVED} {plain(resolved_by)} .\n"
        if quote.normalized:
            text += f'{n} {_NORMALIZED} "{escape(quote.normalized)}"@zh-Hans .\n'
        return text + self._repairs(n, quote) if self._guessed else text

    def _repairs(self, n: str, quote: Evidence) -> str:
        kinds = sorted({d.kind for d in self._guessed if d.start < quote.end and quote.start < d.end})
        return "".join(f"{n} {_REPAIRED} {plain(kind)} .\n" for kind in kinds)
