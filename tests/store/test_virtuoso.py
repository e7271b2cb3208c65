"""A third server, neither ours nor Oxigraph: Virtuoso, where it is installed (Debian: virtuoso-opensource)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from kg.cli.person import person
from kg.cli.publish import publish
from kg.cli.query import query
from kg.cli.who import who
from kg.rdf.queries import named_queries, named_query
from kg.store import open_endpoint
from kg.store.local import memory_store
from tests.rdf import small
from tests.rdf.test_queries import ANSWERS

BINARY = shutil.which("virtuoso-t")
SHARED = Path("/usr/share/virtuoso-opensource-7")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BINARY is None, reason="no Virtuoso here: apt-get install virtuoso-opensource"),
]
TOO_MUCH = {"mentioned-only", "party-group-only"}  # for the compiler of Virtuoso 7.2.5: SP031, SQ156
SETTINGS = """[Database]
DatabaseFile = {place}/virtuoso.db
ErrorLogFile = {place}/virtuoso.log
TransactionFile = {place}/virtuoso.trx
xa_persistent_file = {place}/virtuoso.pxa
[Parameters]
ServerPort = {port}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = {http}
ServerRoot = {place}
MaxClientConnections = 4
[SPARQL]
DefaultGraph = https://w3id.org/renmai/graph
ResultSetMaxRows = 10000
"""


def free_ports(number: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("virtuoso")
    port, http = free_ports(2)
    settings = place / "virtuoso.ini"
    settings.write_text(SETTINGS.format(place=place, port=port, http=http), encoding="utf-8")
    process = subprocess.Popen(
        [str(BINARY), "+foreground", "+configfile", str(settings)], cwd=place,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    url = f"http://127.0.0.1:{http}"
    try:
        for _ in range(600):
            try:
                urlopen(f"{url}/sparql", timeout=2).close()
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        process.kill()
        process.wait(20)


@pytest.fixture(scope="module")
def endpoint(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The small world, published as a user would."""
    out = tmp_path_factory.mktemp("out")
    (out / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    for _ in range(2):  # the second takes the place of the first
        done = CliRunner().invoke(
            publish, [str(out), "--to", server, "--server", "virtuoso", "--user", "dba"],
            env={"KG_PASSWORD": "dba"}, catch_exceptions=False,
        )  # fmt: skip
        assert done.exit_code == 0, done.output
    return f"{server}/sparql"


def test_the_whole_graph_arrives_once(endpoint: str) -> None:
    (row,) = open_endpoint(endpoint).select(
        "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/renmai/graph> { ?s ?p ?o } }"
    )
    assert int(row["n"] or 0) == len(set(small.graph_text().splitlines()))


@pytest.mark.parametrize("name", sorted(set(named_queries()) - TOO_MUCH))
def test_named_queries_answer_as_they_do_here(endpoint: str, name: str) -> None:
    named, here = named_query(name), memory_store(small.graph_text())
    values = named.values(dict(pair.split("=", 1) for pair in ANSWERS[name][0].split()))
    there = open_endpoint(endpoint).select(named.text, **values)
    assert _in_order(there) == _in_order(here.select(named.text, **values))


def _in_order(rows: list[dict[str, str | None]]) -> list[list[tuple[str, str]]]:
    """Rows in one order: ours leaves open which of two equal ones comes first; and Virtuoso counts with truth."""
    truth = {"1": "true", "0": "false"}
    return sorted(
        sorted((k, truth.get(v or "", v or "") if k == "maybe" else v or "") for k, v in r.items())
        for r in rows
    )


@pytest.mark.parametrize(
    ("command", "arguments", "words"),
    [
        (who, ["甲省总工会", "主席", "--on", "2019-06-01"], "高望川"),
        (person, ["罗远山"], "乙市委"),
        (query, ["SELECT ?n { ?p a foaf:Person ; skos:prefLabel ?n }"], "王海岳"),
    ],
)
def test_commands_ask_it(endpoint: str, command: object, arguments: list[str], words: str) -> None:
    done = CliRunner().invoke(command, ["--endpoint", endpoint, *arguments], catch_exceptions=False)  # type: ignore[arg-type]
    assert done.exit_code == 0, done.output
    assert words in done.output
