from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.refuse import Refused, examine

MOST = 200_000


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK { SERVICE <http://127.0.0.1/> {} }", id="plain"),
        pytest.param("ASK { sErViCe<http://127.0.0.1/>{} }", id="any case, no space"),
        pytest.param("ASK { SERVICE SILENT ?s {} }", id="silent"),
        pytest.param("ASK { FILTER(1<2)SERVICE<http://h/>{} }", id="after a comparison"),
        pytest.param("ASK { BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n<http://h/>{} }", id="hidden in what looks like an IRI"),
        pytest.param("ASK { #\r SERVICE <http://h/> {} }", id="after a comment ended by a carriage return"),
        pytest.param("ASK { ?s ?p '''a''' . SERVICE <http://h/> {} }", id="after a long string"),
        pytest.param("ASK { ?s ?p 'a\\'' . SERVICE <http://h/> {} }", id="after an escaped quote"),
        pytest.param("ASK { ?s ?p \"\"\"a\"\" \"b\\\"\"\"\" . SERVICE <http://h/> {} }", id="after quotes within a long string"),
        pytest.param("ASK { \\u0053ERVICE <http://h/> {} }", id="escaped letter"),
        pytest.param("ASK { SERVI\\u0043E <http://h/> {} }", id="escaped letter within"),
        pytest.param("PREFIX a: <http://h/> ASK { a:b a:c a:d. SERVICE a:e {} }", id="prefixed"),
        pytest.param("LOAD <http://h/>", id="load"),
        pytest.param("INSERT DATA { <a:a> <a:b> <a:c> }", id="insert"),
        pytest.param("PREFIX a: <a:> DELETE WHERE { ?s ?p ?o }", id="delete"),
        pytest.param("DELETE { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }", id="a query within an update"),
        pytest.param("CLEAR ALL", id="clear"),
        pytest.param("", id="nothing"),
        pytest.param("ASK " + "{" * 300, id="nested deeply"),
        pytest.param("ASK { FILTER(" + "(" * 100_000 + ") }", id="nested very deeply"),
        pytest.param("ASK {} " + " " * MOST, id="long"),
    ],
)  # fmt: skip
def test_refused(query: str) -> None:
    with pytest.raises(Refused) as caught:
        examine(query, MOST)
    assert 400 <= caught.value.status < 500


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p 'SERVICE <http://h/>' }",
        "SELECT * { ?s <http://h/SERVICE> ?o } # SERVICE",
        "PREFIX service: <http://www.w3.org/ns/sparql-service-description#> SELECT * { ?s a service:Service }",
        "PREFIX insert: <http://h/insert> ASK { ?load insert:delete ?clear }",
        "SELECT ?service { ?s ?p ?service FILTER(?service < 3 && ?service > 1) }",
        'SELECT ?x { ?x ?p """SERVICE "" \' \\"""" }',
        "DESCRIBE <http://h/a>",
    ],
)
def test_allowed(query: str) -> None:
    examine(query, MOST)


def test_graphs_and_prefixes() -> None:
    shape = examine(
        "PREFIX e: <http://h/> SELECT * FROM <file:///etc/passwd> FROM NAMED e:g FROM NAMED x:y {}", MOST
    )
    assert shape.graphs == ("file:///etc/passwd", "http://h/g", "x:y")


@pytest.mark.parametrize(
    ("query", "trivial"),
    [
        ("ASK {}", True),
        ("SELECT * { ?s ?p ?o } LIMIT 10", True),
        ("SELECT * { ?s ?p ?o }", False),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 10", False),
        ("SELECT * { ?a <a:p>* ?c } LIMIT 10", False),
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c } LIMIT 10", False),
        ("SELECT * { ?a ?b ?c FILTER REGEX(?c, '(a+)+') } LIMIT 1", False),
    ],
)
def test_trivial(query: str, trivial: bool) -> None:
    assert examine(query, MOST).trivial is trivial


def test_volatile() -> None:
    assert examine("SELECT (NOW() AS ?n) {}", MOST).volatile
    assert not examine("SELECT ('NOW' AS ?n) {}", MOST).volatile


@pytest.mark.parametrize(
    "piece",
    ['"', "'", '"""', "'''", "<", "<a", ".", "a.", ":", "?", "\\", "#", '"\n', "@a", "%", "a:\\'", "-"],
)
def test_a_long_query_is_scanned_in_linear_time(piece: str) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(Refused):
        examine(("ASK " + piece * MOST)[:MOST], MOST)
    assert time.perf_counter() - begun < 1.5


@given(st.text(alphabet="SERVICEservice<>{}()?#\"'\\\n\r :a1.,;@^|u0053", max_size=60))
def test_the_scan_ends_on_any_text(text: str) -> None:
    with contextlib.suppress(Refused):
        examine("ASK {" + text, MOST)


@given(
    st.lists(st.sampled_from(["'", '"', "'''", '"""', "#", "\n", "<", ">", "\\", "a", " ", "?x", "(", ")", "<a:b>"]), max_size=12)
)  # fmt: skip
def test_no_query_that_oxigraph_reads_hides_a_service(pieces: list[str]) -> None:
    """Put SERVICE after any noise: either we refuse, or Oxigraph cannot read it, or it is a string or comment there."""
    import pyoxigraph as ox

    query = "ASK { BIND(1 AS ?a) FILTER(?a = 1 || " + "".join(pieces) + ")SERVICE <http://127.0.0.1:1/> {} }"
    try:
        examine(query, MOST)
    except Refused:
        return
    try:
        ox.Store().query(query)
    except SyntaxError:
        return
    except OSError:
        pytest.fail("a SERVICE got through: " + query)
