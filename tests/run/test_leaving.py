"""Leaving people out of facts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.model.article import Meta
from kg.model.entities import ArticleIds
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure
from kg.run.leaving import cut, without_left_out

TEXT = "市长黎向东看望病人葛小满，副市长周远航陪同。"


def evidence(words: str) -> tuple[Evidence, ...]:
    start = TEXT.index(words)
    return (Evidence(start, start + len(words), words),)


def tenure(person: str, post: str) -> Tenure:
    return Tenure(person, post, "青禾市人民政府", None, None, "explicit", 0.9, "x/1", evidence(person))


FACTS = ArticleFacts(
    "a",
    Meta(title="黎向东看望葛小满"),
    tuple(Mention(name, evidence(name)) for name in ("周远航", "葛小满", "黎向东")),
    (),
    (tenure("葛小满", "病人"), tenure("黎向东", "市长"), tenure("周远航", "副市长")),
    (
        Event(
            "condolence", "黎向东看望葛小满", "看望", None, None, (), False,
            (
                Participation("黎向东", "lead", 1, (1,)),
                Participation("葛小满", "target", 2, (0,)),
                Participation("周远航", "accompany", 3, (2,)),
            ),
            (),
            evidence(TEXT),
        ),
    ),
)  # fmt: skip


def test_where_everyone_has_an_id_nothing_changes():
    ids = ArticleIds({"黎向东": "p-1", "周远航": "p-2", "葛小满": "p-3"}, {}, ("t-1", "t-2", "t-3"), ("e-1",))
    assert without_left_out(FACTS, ids) == (FACTS, ids)


def test_someone_without_an_id_is_nowhere():
    ids = ArticleIds({"黎向东": "p-1", "周远航": "p-2"}, {}, ("", "t-2", "t-3"), ("e-1",))
    facts, kept = without_left_out(FACTS, ids)
    assert "葛小满" not in repr(facts)
    assert kept.tenures == ("t-2", "t-3")
    assert [(p.person, facts.tenures[p.capacity[0]].post) for p in facts.events[0].participants] == [
        ("黎向东", "市长"),
        ("周远航", "副市长"),
    ]
    [proof] = facts.events[0].evidence
    assert TEXT[proof.start : proof.end] == proof.quote == "，副市长周远航陪同。"


def test_a_namesake_who_is_left_out_takes_the_post_along():
    two = replace(FACTS, tenures=(*FACTS.tenures, tenure("黎向东", "司机")))
    names = {"黎向东": "p-1", "周远航": "p-2", "葛小满": "p-3"}
    ids = ArticleIds(names, {}, ("t-1", "t-2", "t-3", ""), ("e-1",), namesakes={3: ""})
    facts, kept = without_left_out(two, ids)
    assert [t.post for t in facts.tenures] == ["病人", "市长", "副市长"]
    assert (kept.tenures, kept.namesakes) == (("t-1", "t-2", "t-3"), {})


@given(
    st.text(alphabet="甲乙丙丁，", min_size=1, max_size=30), st.sets(st.sampled_from(["甲乙", "丙", "丁丁"]))
)
def test_what_is_cut_still_stands_in_the_source(text, forms):
    for piece in cut((Evidence(0, len(text), text),), forms):
        assert text[piece.start : piece.end] == piece.quote
        assert not any(form in piece.quote for form in forms)
