"""Put a graph into another store: by the SPARQL 1.1 Graph Store Protocol, or as files for a bulk loader."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

from kg.model.errors import StoreError
from kg.store.login import authorization

PIECE = 1 << 20  # bytes read at once
ADDRESSES = {
    "oxigraph": "{server}/store",
    "fuseki": "{server}/{repository}/data",
    "virtuoso": "{server}/sparql-graph-crud-auth",
    "graphdb": "{server}/repositories/{repository}/rdf-graphs/service",
    "qlever": "{server}",
    "": "{server}",
}
"""Where each server takes graphs; "" for an address that is given whole."""

DEFAULT_GRAPH = "https://w3id.org/renmai/graph"  # for servers that have no default graph of their own


@dataclass(frozen=True, slots=True)
class Target:
    """A store that takes graphs; the password of `user` stands in the environment, as KG_PASSWORD."""

    server: str
    kind: str = ""
    graph: str = ""
    repository: str = "renmai"
    user: str = ""
    timeout: float = 600.0

    @property
    def address(self) -> str:
        """The Graph Store Protocol address, with the graph that is meant."""
        where = ADDRESSES[self.kind].format(server=self.server.rstrip("/"), repository=quote(self.repository))
        graph = self.graph or (DEFAULT_GRAPH if self.kind == "virtuoso" else "")
        return f"{where}?{'graph=' + quote(graph, safe='') if graph else 'default'}"


def send(out: Path, target: Target, replace: bool = True) -> int:
    """Send the graph of an OUT folder; returns the number of bytes.

    Raises:
        StoreError: there is no graph, no server, or the server refuses it.
    """
    graph = graph_file(out)
    address = urlsplit(target.address)
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise StoreError(
            f"{target.server}: not an http or https address; give one such as http://localhost:7878"
        )
    method = "PUT" if replace else "POST"
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.hostname, address.port, timeout=target.timeout)
    headers = {
        "Content-Type": _type_of(graph),
        "Content-Length": str(graph.stat().st_size),
        **authorization(target.address, method, target.user, target.timeout),
    }
    try:
        connection.request(method, f"{address.path}?{address.query}", _pieces(graph), headers)
        answer = connection.getresponse()
        said = answer.read(2000).decode("utf-8", "replace").strip()
    except (OSError, HTTPException) as error:
        raise StoreError(f"{target.address}: no answer ({error}); is the server running there?") from error
    finally:
        connection.close()
    if answer.status >= 300:
        hint = "give --user and KG_PASSWORD" if answer.status in {401, 403} else "does it take graphs there?"
        raise StoreError(f"{target.address}: {answer.status} {answer.reason} {said[:200]}; {hint}")
    return graph.stat().st_size


def graph_file(out: Path) -> Path:
    """The graph of an OUT folder as one file: N-Triples where there are, else Turtle.

    Raises:
        StoreError: there is none.
    """
    for name in ("graph.nt", "graph.ttl"):
        if (out / name).is_file():
            return out / name
    raise StoreError(
        f"{out}: no graph.nt or graph.ttl there; make one with: kg build INPUT… -o {out} --only facts,ttl"
    )


def write_bulk(out: Path, folder: Path, kind: str, graph: str = "") -> Iterator[Path]:
    """Write the graph and the script that loads it into a store of that kind; yields what was written."""
    source = graph_file(out)
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / source.name
    shutil.copyfile(source, place)
    yield place
    if kind == "virtuoso":
        named = folder / f"{source.name}.graph"
        named.write_text((graph or DEFAULT_GRAPH) + "\n", encoding="utf-8")
        yield named
    script = folder / ("load.sql" if kind == "virtuoso" else "load.sh")
    script.write_text(_SCRIPTS[kind].format(file=source.name, graph=graph or DEFAULT_GRAPH), encoding="utf-8")
    yield script


_SCRIPTS = {
    "oxigraph": "#!/bin/sh\nset -eu\noxigraph load --location oxigraph-store --file {file}\n",
    "fuseki": "#!/bin/sh\nset -eu\ntdb2.tdbloader --loc fuseki-store {file}\n",
    "graphdb": "#!/bin/sh\nset -eu\nimportrdf preload --force -i renmai {file}\n",
    "qlever": "#!/bin/sh\nset -eu\nqlever-index -i renmai -f {file} -s settings.json\n",
    "virtuoso": "ld_dir('.', '{file}', '{graph}');\nrdf_loader_run();\ncheckpoint;\n",
}


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece


def _type_of(path: Path) -> str:
    return "application/n-triples" if path.suffix == ".nt" else "text/turtle"
