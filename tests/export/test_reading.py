"""Rows that come out of a store are the facts that went in."""

from __future__ import annotations

import pytest

from kg.export.reading import read_entities, read_events, read_proofs, read_sentences, read_tables
from kg.export.rows import Tables, local
from kg.export.skeleton import read_skeleton
from kg.store.local import memory_store
from tests.export.invented import invented, iri
from tests.export.triples import BASE, same, store_of, triples


@pytest.mark.parametrize("seed", range(5))
def test_what_goes_in_comes_out(seed):
    tables = invented(9, seed)
    assert same(read_tables(store_of(tables)), tables)


def test_labels_in_a_nearer_kind_of_chinese_are_read_alike():
    """Another store may hold zh-Hans-CN, and what is asked for as zh-Hans is meant to find it."""
    tables = invented(9, 1)
    nearer = "".join(triples(tables)).replace('"@zh-Hans ', '"@zh-Hans-CN ').replace('"@en ', '"@en-GB ')
    found = read_tables(memory_store(nearer, BASE))
    assert same(found, tables)
    assert found.labels["accompany"] == ("陪同", "accompanies")


def test_some_things_are_read_alone(store, tables):
    asked = [iri("p-00003"), iri("o-00001"), iri("nobody")]
    assert list(read_entities(store, asked)) == sorted(asked[:2])
    assert read_events(store, []) == {}


def test_labels_of_codes_are_read(store):
    assert read_tables(store).labels["accompany"] == ("陪同", "accompanies")


def test_the_skeleton_has_the_same_bones(store, tables):
    bones = read_skeleton(store)
    assert {e.id: e.kind for e in bones.entities.values()} == {e.id: e.kind for e in tables.entities.values()}
    assert {(t.id, t.person, t.organization, t.last) for t in bones.tenures.values()} == {
        (t.id, t.person, t.organization, t.last) for t in tables.tenures.values()
    }
    assert {(e.id, e.type, e.start, e.places) for e in bones.events.values()} == {
        (e.id, e.type, e.start, e.places) for e in tables.events.values()
    }
    assert {(p.event, p.participant) for p in bones.participations.values()} == {
        (p.event, p.participant) for p in tables.participations.values()
    }


def test_the_sentences_around_words_are_found(store, tables):
    words = [q for q in tables.evidence.values() if len(q.quote) < 5]
    found = {(row.article, row.start, row.end): row.quote for row in read_sentences(store, words)}
    assert found
    assert all(
        any(a == w.article and start <= w.start and w.end <= end for a, start, end in found) for w in words
    )


def test_proofs_are_counted(store, tables):
    some = [t.id for t in tables.tenures.values()][:5]
    assert read_proofs(store, some) == {i: (1, tables.tenures[i].evidence) for i in some}


def test_a_year_is_no_day():
    tables = invented(3)
    event = next(iter(tables.events.values()))
    changed = Tables(**{**_fields(tables), "events": {event.id: _with(event, start="2015", end="")}})
    assert read_events(store_of(changed))[event.id].start == "2015"


def _fields(tables):
    return {name: getattr(tables, name) for name in tables.__slots__}


def _with(row, **values):
    return type(row)(**{**{name: getattr(row, name) for name in row.__slots__}, **values})


@pytest.mark.parametrize(
    ("given", "end"),
    [("https://x.example/id/p-1", "p-1"), ("https://x.example/ns#Event", "Event"), ("p", "p")],
)
def test_local(given, end):
    assert local(given) == end
