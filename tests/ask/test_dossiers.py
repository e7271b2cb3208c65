"""Dossiers, ties, counts, absences, order, turnover, changes."""

from __future__ import annotations

from kg.ask import (
    companions,
    diff,
    doubts,
    event,
    last_seen,
    order,
    organization,
    path,
    person,
    stats,
    turnover,
)
from kg.ask.people import persons_named
from tests.ask.conftest import SHANXI, articles, graph_of


def test_a_person_has_posts_events_and_companions(graph):
    (found,) = person.dossiers(graph, "符晓岚")
    assert found["tenures"][0]["organization"] == SHANXI
    assert found["tenures"][0]["evidence"]
    assert [e["label"] for e in found["events"]] == ["符晓岚调研"]
    assert [c["person"] for c in found["companions"]] == ["翟一鸣"]


def test_namesakes_are_apart(graph):
    found = person.dossiers(graph, "王伟")
    assert len(found) == 2
    assert {f["tenures"][0]["organization"] for f in found} == {"太原市公安局", "华中科技大学"}
    assert person.dossiers(graph, found[0]["person_id"])[0]["person_id"] == found[0]["person_id"]


def test_nobody(graph):
    assert person.dossiers(graph, "无此人") == []
    assert organization.dossiers(graph, "无此机构") == []
    assert event.dossier(graph, "e-none") is None
    assert path.shortest(graph, "无此人", "岑望山") is None


def test_an_organization_tells_its_posts_in_succession(graph):
    (found,) = organization.dossiers(graph, "山西省委")
    (post,) = [p for p in found["posts"] if p["post"] == "书记"]
    assert post["one_holder"]
    assert [h["person"] for h in post["holders"]][:2] == ["岑望山", "符晓岚"]
    assert found["names"] == ["山西省委"]


def test_an_event_tells_who_was_there_as_what(graph):
    (found,) = person.dossiers(graph, "符晓岚")
    told = event.dossier(graph, found["events"][0]["event"])
    assert told["places"] == ["太原市"]
    assert [(p["name"], p["as"]) for p in told["participants"]] == [("符晓岚", "lead"), ("翟一鸣", "attend")]
    assert told["evidence"]


def test_the_shortest_tie_goes_over_shared_events(graph):
    steps = path.shortest(graph, "符晓岚", "温北辰")
    assert [(s["from"], s["to"]) for s in steps] == [("符晓岚", "翟一鸣"), ("翟一鸣", "温北辰")]
    assert all(s["evidence"] for s in steps)
    assert path.shortest(graph, "符晓岚", "符晓岚") == []
    assert path.shortest(graph, "符晓岚", "晏清和") is None


def test_counts(graph):
    found = stats.statistics(graph)
    assert found["articles"] == len(articles())
    assert (found["first_day"], found["last_day"]) == ("2015-01-10", "2018-03-02")
    assert found["events_by_type"] == {"meeting": 2}


def test_who_is_missing(graph):
    found = last_seen.unseen(graph, None, days=365, often=3)
    assert [row["person"] for row in found] == ["岑望山"]
    assert last_seen.unseen(graph, "2016-07-01", days=365, often=3) == []


def test_order_of_lists():
    from tests.resolve.saying import meeting, saying

    names = ["岑望山", "符晓岚", "翟一鸣"]
    told = [
        saying(
            str(n), f"2015-0{n}-02", also=names, events=[meeting(f"2015-0{n}-01", *names, label=f"会议{n}")]
        )
        for n in range(1, 5)
    ]
    assert [row["person"] for row in order.protocol(graph_of(told), "2015-01-01", "2015-12-31")] == names


def test_turnover_of_a_province(graph):
    rows = {
        (r["organization"], r["post"]): r
        for r in turnover.turnover(graph, "山西", "2015-03-01", "2018-03-01")
    }
    assert rows[SHANXI, "书记"]["before"] == ["岑望山"]
    assert rows[SHANXI, "书记"]["after"] == ["符晓岚"]
    assert rows["山西省人民政府", "省长"]["changed"]


def test_changes_between_two_builds(graph):
    before = graph_of([a for a in articles() if a.meta.date < "2016-06-30"])
    found = diff.changes(before, graph)
    assert "符晓岚" in {row["person"] for row in found["new_holders"]}
    assert [row["person"] for row in found["ended"]] == ["岑望山"]
    assert found["new_conflicts"]
    unchanged = diff.changes(graph, graph)
    assert not any(unchanged[kind] for kind in unchanged if kind != "counts")


def test_doubtful_pairs_and_companions(graph):
    for pair in doubts.doubtful_pairs(graph):
        assert len(pair["persons"]) == 2
    (someone,) = persons_named(graph, "翟一鸣")
    assert [c["events"] for c in companions.companions(graph, someone.iri)] == [1, 1]
