"""An endpoint shows the same face as a store on disk."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner

from kg.cli.person import person
from kg.model.errors import QueryError, StoreError
from kg.store import open_endpoint
from kg.store.local import GRAPHS, ROWS, memory_store
from kg.store.login import authorization
from kg.store.publish import Target, send, write_bulk
from kg.store.remote import RemoteStore
from tests.rdf import small

FORMS = {
    "text/csv": "csv", "text/tab-separated-values": "tsv", "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml", "text/turtle": "ttl", "application/n-triples": "nt",
}  # fmt: skip


class Endpoint(BaseHTTPRequestHandler):
    """As small as an endpoint can be; it keeps what is put into it."""

    store = memory_store(small.graph_text())
    received: list[tuple[str, str, str, bytes]] = []  # noqa: RUF012 - shared by all requests on purpose

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        query = parse_qs(body.decode())["query"][0]
        form = next(FORMS[a.strip()] for a in self.headers["Accept"].split(",") if a.strip() in FORMS)
        try:
            self.store.prefixes = {}
            answer, status = self.store.answer(query, form), 200
        except (QueryError, KeyError) as error:
            answer, status = str(error).encode(), 400
        self._reply(status, answer)

    def do_PUT(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.received.append(("PUT", self.path, self.headers["Content-Type"], body))
        self._reply(401 if "secret" in self.path else 204, b"")

    def do_GET(self):
        self.send_response(401)
        asked = (
            'Digest realm="r", nonce="n", qop="auth", algorithm="MD5"' if "digest" in self.path else "Basic"
        )
        self.send_header("WWW-Authenticate", asked)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _reply(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def url():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_the_same_answers_as_from_disk(url):
    local, remote = memory_store(small.graph_text()), open_endpoint(url)
    query = "SELECT ?n ?alt { ?p a foaf:Person ; skos:prefLabel ?n OPTIONAL { ?p skos:altLabel ?alt } } ORDER BY ?n ?alt"
    assert remote.select(query) == local.select(query)
    assert remote.ask("ASK { ?p skos:prefLabel ?n }", n=("罗远山")) is False
    assert remote.ask('ASK { ?p skos:prefLabel "罗远山"@zh-Hans }')
    assert sorted(remote.construct("CONSTRUCT WHERE { id:p-01 ?p ?o }")) == sorted(
        local.construct("CONSTRUCT WHERE { id:p-01 ?p ?o }")
    )
    assert remote.answer("SELECT ?s { ?s a foaf:Person }", "csv").startswith(b"s\r\n")


def test_only_prefixes_that_are_used_are_declared():
    store = RemoteStore("http://localhost/")
    text = store._with_prefixes(
        "PREFIX org: <urn:mine> SELECT * { ?s a kg:Event ; org:x 'foaf:Person' } # skos:no"
    )
    assert text.count("PREFIX") == 2
    assert text.startswith("PREFIX kg: ")
    assert "PREFIX evt:" in store._with_prefixes("ASK { VALUES ?kind { evt:talks } ?e ?p ?kind }")


def test_a_refusal_and_a_silence_are_told(url):
    with pytest.raises(QueryError, match="400"):
        open_endpoint(url).select("SELEC")
    with pytest.raises(StoreError, match="no answer"):
        open_endpoint("http://127.0.0.1:9", 2).ask("ASK {}")
    with pytest.raises(StoreError, match="not an http"):
        open_endpoint("file:///etc/passwd")


@pytest.mark.parametrize(
    ("term", "value"),
    [
        ({"value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"}, "true"),
        ({"value": "false", "datatype": "http://www.w3.org/2001/XMLSchema#boolean"}, "false"),
        ({"value": "1", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}, "1"),
        ({"value": "1"}, "1"),
    ],
)
def test_truth_is_written_as_here(monkeypatch, term, value):
    """Virtuoso says 1."""
    answer = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": term}]}}
    monkeypatch.setattr(RemoteStore, "_json", lambda *_: answer)
    assert open_endpoint("http://localhost/").select("SELECT ?x {}") == [{"x": value}]


@pytest.mark.parametrize(
    "place", [["--endpoint", "URL", "罗远山"], ["罗远山", "--endpoint=URL"], ["URL", "罗远山"]]
)
def test_commands_take_an_endpoint_for_a_folder(url, place):
    arguments = [word.replace("URL", url) for word in place]
    done = CliRunner().invoke(person, [*arguments, "--json"], catch_exceptions=False)
    assert {"罗远山"} == {one["person"] for one in json.loads(done.stdout)}


def test_a_word_after_two_dashes_is_no_option(url):
    done = CliRunner().invoke(person, [url, "--", "--endpoint"], catch_exceptions=False)
    assert done.exit_code == 0
    assert "nothing known of --endpoint" in done.stderr


def test_publishing(url, tmp_path):
    (tmp_path / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    sent = send(tmp_path, Target(url, "oxigraph", graph="urn:g"))
    method, path, kind, body = Endpoint.received[-1]
    assert (method, path, kind) == ("PUT", "/store?graph=urn%3Ag", "application/n-triples")
    assert len(body) == sent == len(small.graph_text().encode())
    with pytest.raises(StoreError, match="KG_PASSWORD"):
        send(tmp_path, Target(url + "/secret"))


def test_bulk_files(tmp_path):
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    for kind in ("oxigraph", "fuseki", "virtuoso", "graphdb", "qlever"):
        files = list(write_bulk(tmp_path, tmp_path / kind, kind))
        assert all(f.exists() for f in files)
        assert "graph.ttl" in files[-1].read_text()
    with pytest.raises(StoreError, match="no graph"):
        send(tmp_path / "oxigraph" / "nothing", Target("http://127.0.0.1:9"))


def test_every_form_has_a_media_type():
    assert set(ROWS) | set(GRAPHS) == {"csv", "tsv", "json", "xml", "ttl", "nt"}


@pytest.mark.parametrize(
    ("path", "told"), [("/basic", "Basic bmFtZTpzZWNyZXQ="), ("/digest", 'Digest username="name"')]
)
def test_a_server_is_told_who_we_are_as_it_asks(url, monkeypatch, path, told):
    monkeypatch.setenv("KG_PASSWORD", "secret")
    assert authorization(url + path, "PUT", "name", 5)["Authorization"].startswith(told)
    assert authorization(url + path, "PUT", "", 5) == {}
