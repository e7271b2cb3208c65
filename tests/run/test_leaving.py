"""Leaving people out of facts."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.model.article import Meta
from kg.model.entities import ArticleIds
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure
from kg.model.settings import Settings
from kg.run.build import build
from kg.run.leaving import cut, without_left_out
from kg.store import open_store

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "articles"

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


VISIT = "县长黎向东5日看望困难职工葛小满，向葛小满送上慰问金。"


def test_who_is_forgotten_is_in_no_product_and_no_cache(tmp_path):
    """Only the decision itself and the sources name the person."""
    out, name = tmp_path / "out", "符晓岚"
    assert name in told_by(built(out, EXAMPLES))
    (out / "decisions.jsonl").write_text(f'{{"kind": "forget", "a": "{name}"}}\n', "utf-8")
    told = told_by(built(out, EXAMPLES))
    assert "闻道远" in told
    assert name not in told


def test_who_is_only_visited_is_in_no_product(tmp_path):
    given = tmp_path / "visit.jsonl"
    given.write_text(f'{{"id": "visit", "text": "{VISIT}", "date": "2019-03-05"}}\n', "utf-8")
    assert "葛小满" in told_by(built(tmp_path / "all", given))
    out = built(tmp_path / "public", given, public_only=True)
    shutil.rmtree(out / ".renmai")
    told = told_by(out)
    assert "黎向东" in told
    assert "葛小满" not in told


def built(out: Path, given: Path, **settings: bool) -> Path:
    products = ("facts", "nt", "ttl", "store", "html")
    build([str(given)], out, Settings(**settings), workers=1, only=products)
    return out


def told_by(out: Path) -> str:
    """All text of OUT but what the user keeps, and all that its store tells."""
    kept = (p for p in out.rglob("*") if p.is_file() and not {"sources", "store"} & set(p.parts))
    texts = [p.read_text("utf-8", "replace") for p in kept if p.name != "decisions.jsonl"]
    return "".join([*texts, *open_store(out).construct("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")])


@given(
    st.text(alphabet="甲乙丙丁，", min_size=1, max_size=30), st.sets(st.sampled_from(["甲乙", "丙", "丁丁"]))
)
def test_what_is_cut_still_stands_in_the_source(text, forms):
    for piece in cut((Evidence(0, len(text), text),), forms):
        assert text[piece.start : piece.end] == piece.quote
        assert not any(form in piece.quote for form in forms)
