"""What the small world looks like as a graph."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from kg.model.entities import ArticleIds
from kg.model.settings import Settings
from kg.rdf.triples import article_lines, entity_lines
from kg.rdf.validate import validate
from kg.store.local import memory_store
from tests.rdf import small


@pytest.fixture(scope="module")
def store():
    return memory_store(small.graph_text())


def test_the_graph_obeys_its_shapes(store):
    assert list(validate(store)) == []


def test_each_string_is_whole_lines_of_one_subject():
    world, settings = small.world(), Settings()
    for facts in small.ARTICLES:
        for block in (*article_lines(facts, world.ids_of(facts), settings), *entity_lines(world, settings)):
            assert block.endswith("\n")
            assert len({line.split(" ", 1)[0] for line in block.splitlines()}) == 1


def test_nodes_are_opaque_and_none_is_blank():
    assert "_:" not in small.graph_text()
    iris = [part for line in small.graph_text().splitlines() for part in line.split(" ")[:2]]
    assert all(iri.isascii() for iri in iris)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK { id:t-02 kg:validFrom '2018-03-01'^^xsd:date ; kg:validFromPrecision time:unitMonth }", id="a month is its first day"),
        pytest.param("ASK { id:t-03 kg:validUntil '2022-12-31'^^xsd:date ; kg:validUntilPrecision time:unitYear }", id="an end in a year is its last day"),
        pytest.param("ASK { id:e-02 kg:startDate '2018-01-01'^^xsd:date ; kg:endDate '2018-03-31'^^xsd:date }", id="an event of a year"),
        pytest.param("ASK { id:t-06 org:member id:p-01 ; kg:status 'former' MINUS { id:t-06 org:organization ?o } }", id="an occupation has no body"),
        pytest.param("ASK { id:t-06 a kg:Tenure MINUS { id:t-06 kg:firstAttested ?d } }", id="an unknown day is not written"),
        pytest.param("ASK { id:e-03 a kg:Statement, kg:Event, sem:Event ; kg:speaker id:p-02 ; kg:verb '说' ; kg:words/oa:exact ?w FILTER(STR(?w) = '要關心職工。') }", id="a statement has speaker, verb and words"),
        pytest.param("ASK { ?x kg:event id:e-01 ; kg:participant id:p-01 ; kg:position 2 ; kg:inCapacity id:t-01, id:t-02 ; kg:participationRole part:accompany }", id="a part in a capacity"),
        pytest.param("ASK { ?x kg:event id:e-01 ; kg:participant id:o-04 ; kg:participationRole part:host MINUS { ?x kg:position ?p } }", id="a body takes part without a position"),
        pytest.param("ASK { id:e-01 sem:hasActor id:o-04, id:p-01, id:p-02, id:p-03 }", id="the shortcut to actors"),
        pytest.param("ASK { id:p-01 org:memberOf id:o-01, id:o-02 }", id="the shortcut to bodies"),
        pytest.param("ASK { ?c a org:ChangeEvent ; org:originalOrganization id:o-04 ; org:resultingOrganization id:o-05 }", id="a renaming"),
        pytest.param("ASK { ?c a kg:Conflict ; kg:conflicting id:t-04, id:t-05 ; org:role/skos:prefLabel '主席'@zh-Hans }", id="a conflict"),
        pytest.param("ASK { ?e kg:repaired 'torn-gbk' ; oa:exact ?q FILTER(STR(?q) = '甲省委常委') }", id="a mended quotation says so"),
        pytest.param("ASK { ?e oa:exact '甲省總工會主席高望川'@zh-Hant ; kg:normalizedQuote '甲省总工会主席高望川'@zh-Hans }", id="both scripts of a quotation"),
        pytest.param("ASK { ?r skos:prefLabel '副主任'@zh-Hans ; skos:broader grade:deputy ; kg:deputyOf/skos:prefLabel '主任'@zh-Hans }", id="a deputy's post"),
        pytest.param("ASK { ?a schema:identifier 'speech-1' ; kg:reprintOf/schema:identifier 'visit-1' }", id="a reprint"),
        pytest.param("ASK { id:p-03 owl:sameAs <http://www.wikidata.org/entity/Q0> }", id="the same elsewhere"),
        pytest.param("ASK { id:o-01 kg:jurisdiction/skos:prefLabel '甲省'@zh-Hans }", id="a body's place"),
        pytest.param("ASK { id:e-01 kg:openList true . id:e-02 kg:openList false ; kg:subEventOf id:e-01 }", id="open lists and parts of events"),
    ],
)  # fmt: skip
def test_what_the_graph_says(store, query):
    assert store.ask(query)


def test_a_gloss_is_no_guess():
    facts = replace(small.VISIT, damage=small.VISIT.damage[1:])
    assert "repaired" not in "".join(article_lines(facts, small.VISIT_IDS, Settings()))


def test_two_judgements_of_the_same_words_are_two_nodes(store):
    rows = store.select("SELECT ?e ?c { ?e oa:exact ?q ; kg:confidence ?c FILTER(STR(?q) = '看望慰问') }")
    assert sorted(row["c"] for row in rows) == ["0.6", "0.9"]


def test_what_has_no_id_is_left_out():
    nobody = ArticleIds({}, {}, ("",) * 6, ("", ""))
    text = "".join(article_lines(small.VISIT, nobody, Settings()))
    assert "Participation" not in text
    assert "Evidence" not in text


def test_a_capacity_of_somebody_else_is_not_written():
    lead = small.VISIT.events[0].participants[0]
    event = replace(small.VISIT.events[0], participants=(replace(lead, capacity=(0, 4)),))
    text = "".join(
        article_lines(
            replace(small.VISIT, events=(event,)), replace(small.VISIT_IDS, events=("e-01",)), Settings()
        )
    )
    assert text.count("inCapacity") == 1


def test_a_namesake_takes_part_as_the_holder_of_the_post_given():
    lead = small.VISIT.events[0].participants[0]
    ids = replace(small.VISIT_IDS, namesakes={lead.capacity[0]: "p-99"})
    text = "".join(article_lines(small.VISIT, ids, Settings()))
    assert "participant> <https://w3id.org/renmai/id/p-99>" in text
    assert "mentions> <https://w3id.org/renmai/id/p-99>" in text


def test_another_base_names_all_instances():
    settings = Settings(base="https://example.org/people/")
    world = small.world()
    blocks = [*entity_lines(world, settings), *article_lines(small.VISIT, small.VISIT_IDS, settings)]
    assert "renmai/id/" not in "".join(blocks)


def test_two_reports_of_the_same_list_share_its_parts():
    one = [*article_lines(small.VISIT, small.VISIT_IDS, Settings())]
    other = [*article_lines(replace(small.VISIT, id="visit-2"), small.VISIT_IDS, Settings())]
    subjects = Counter(line.split(" ", 1)[0] for block in {*one, *other} for line in block.splitlines())
    parts = {s for s in subjects if "/x-" in s}
    assert len(parts) == 5
