"""A SPARQL 1.1 endpoint behind the face of a store, by the standard library's HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from kg.model.errors import QueryError, StoreError
from kg.model.namespaces import PREFIXES
from kg.model.settings import Settings
from kg.model.values import Answer, Bound
from kg.store.binding import TOKEN, bind

ROWS = {"csv": "text/csv", "tsv": "text/tab-separated-values", "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml"}  # fmt: skip
GRAPHS = {"ttl": "text/turtle", "nt": "application/n-triples", "json": "application/ld+json",
          "xml": "application/rdf+xml"}  # fmt: skip


class RemoteStore:
    """A graph behind an endpoint; the methods are those of kg.model.values.Store."""

    def __init__(self, url: str, timeout: float = 60.0, base: str = Settings().base) -> None:
        if urlsplit(url).scheme not in {"http", "https"}:
            raise StoreError(
                f"{url}: not an http or https address; give the endpoint's, as http://localhost:7878/query"
            )
        self.url, self.timeout = url, timeout
        self.prefixes = {"id": base, **PREFIXES}

    def select(self, query: str, **bindings: Bound) -> list[Answer]:
        """The rows of a SELECT query: variable → lexical form, None where unbound."""
        found = self._json(query, bindings)
        if "results" not in found:
            raise QueryError("query: this is no SELECT query; ask() answers ASK")
        names = found["head"].get("vars", [])
        return [
            {n: _lexical(row[n]) if n in row else None for n in names} for row in found["results"]["bindings"]
        ]

    def ask(self, query: str, **bindings: Bound) -> bool:
        """The answer of an ASK query."""
        found = self._json(query, bindings)
        if "boolean" not in found:
            raise QueryError("query: this is no ASK query; select() answers SELECT")
        return bool(found["boolean"])

    def construct(self, query: str, **bindings: Bound) -> Iterator[str]:
        """The triples of a CONSTRUCT or DESCRIBE query, as N-Triples lines, each ended by a newline."""
        for line in self._post(query, bindings, GRAPHS["nt"]).decode("utf-8").split("\n"):
            if line.strip():
                yield line + "\n"

    def answer(self, query: str, form: str, **bindings: Bound) -> bytes:
        """The whole answer of a query of any kind, written as csv, tsv, json, xml, ttl or nt."""
        accept = ", ".join(dict.fromkeys(table[form] for table in (ROWS, GRAPHS) if form in table))
        return self._post(query, bindings, accept)

    def rdflib(self) -> Any:
        """The graph as an rdflib.Graph that asks the endpoint (rdflib's SPARQLStore)."""
        import rdflib
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        return rdflib.Graph(SPARQLStore(self.url, method="POST"))

    def _json(self, query: str, bindings: Mapping[str, Bound]) -> Any:
        body = self._post(query, bindings, ROWS["json"])
        try:
            return json.loads(body)
        except ValueError as error:
            raise StoreError(
                f"{self.url}: the answer is no SPARQL JSON; is this a SPARQL endpoint?"
            ) from error

    def _post(self, query: str, bindings: Mapping[str, Bound], accept: str) -> bytes:
        """Send the query as a form, which every server takes, and read the answer."""
        text = self._with_prefixes(bind(query, bindings))
        body = urlencode({"query": text}).encode()
        headers = {
            "Accept": accept,
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": "renmai",
        }
        try:
            with urlopen(Request(self.url, body, headers), timeout=self.timeout) as answer:
                return bytes(answer.read())
        except HTTPError as error:
            raise self._refused(error) from error
        except (URLError, HTTPException, OSError) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"{self.url}: no answer ({reason}); is the server running there?") from error

    def _refused(self, error: HTTPError) -> QueryError:
        said = error.read(2000).decode("utf-8", "replace").strip().splitlines()
        return QueryError(f"{self.url}: {error.code} {error.reason}{': ' + said[0][:300] if said else ''}")

    def _with_prefixes(self, query: str) -> str:
        """The query with those of our prefixes that it uses and does not declare itself."""
        plain = TOKEN.sub(lambda t: t[0] if t["word"] or t["listed"] else " ", query)
        wanted = [f"PREFIX {p}: <{iri}>\n" for p, iri in self.prefixes.items() if _needs(plain, p)]
        return "".join(wanted) + query


def _needs(query: str, prefix: str) -> bool:
    used = re.search(rf"(?<![\w-]){prefix}:", query)
    return bool(used) and not re.search(rf"(?i:prefix)\s+{prefix}:", query)


def _lexical(term: Mapping[str, str]) -> str:
    """The value as other stores write it: Virtuoso says 1 where they say true."""
    value = str(term["value"])
    is_truth = term.get("datatype", "").endswith("#boolean")
    return {"1": "true", "0": "false"}.get(value, value) if is_truth else value
