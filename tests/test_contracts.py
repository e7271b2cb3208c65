"""What every reader, extractor and exporter promises: ours, and a stranger's, found by the same entry points."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from pathlib import Path

import pytest

from kg.model.article import Article, CleanArticle, Rejected
from kg.model.facts import ArticleFacts, Evidence, Mention, Tenure
from kg.model.settings import Settings
from tests.invented import write_articles

SETTINGS = Settings()
TEXT = "4月12日，青禾市市长黎向东到汾源重型机械有限公司考察。"


def registered(group: str) -> list[EntryPoint]:
    found = sorted(entry_points(group=group), key=lambda e: e.name)
    if not found:
        pytest.skip("the package is not installed", allow_module_level=True)
    return found


@pytest.mark.parametrize("entry", registered("kg.readers"), ids=lambda e: e.name)
def test_a_reader_gives_articles_or_says_why_not(entry, tmp_path):
    """Whatever the bytes, a reader raises nothing, and all it gives is an article or a rejection, with a place."""
    from kg.read.source import Source

    for number, data in enumerate(
        (b"", b"\x00\xff\xfe\x89PNG", TEXT.encode("gb18030"), b'{"text": 3}', b"<html>" * 9)
    ):
        path = tmp_path / f"{number}.{entry.name}"
        path.write_bytes(data)
        for outcome in entry.load()(Source.of(path), SETTINGS):
            assert isinstance(outcome, Article | Rejected)
            assert outcome.path
            if isinstance(outcome, Article):
                assert outcome.id


def clean(text: str) -> CleanArticle:
    from kg.clean import clean_article

    cleaned = clean_article(Article("a", text, date="2022-04-12"), SETTINGS)
    assert isinstance(cleaned, CleanArticle)
    return cleaned


ASK_OTHERS = {"llm", "spacy"}  # need an endpoint or a pipeline: tests/extract/test_claims.py


@pytest.mark.parametrize(
    "entry", [e for e in registered("kg.extractors") if e.name not in ASK_OTHERS], ids=lambda e: e.name
)
def test_an_extractor_quotes_its_article(entry):
    article = clean(TEXT)
    facts = entry.load()(article, SETTINGS)
    assert isinstance(facts, ArticleFacts)
    quotes = [e for m in (*facts.persons, *facts.organizations) for e in m.evidence]
    quotes += [e for f in (*facts.tenures, *facts.events) for e in f.evidence]
    assert all(TEXT[e.start : e.end] == e.quote for e in quotes)
    assert facts == entry.load()(article, SETTINGS)


@pytest.fixture
def stranger(monkeypatch) -> Iterator[str]:
    """An extractor that nobody here wrote, and that does not always tell the truth."""

    def claims(article: CleanArticle, settings: Settings) -> ArticleFacts:
        true, moved, false = (
            Evidence(7, 12, "市长黎向东"),
            Evidence(0, 3, "黎向东"),
            Evidence(0, 4, "副总经理"),
        )
        return ArticleFacts(
            article.article.id,
            article.meta,
            (Mention("黎向东", (moved,)), Mention("无此人", (Evidence(1, 4, "无此人"),))),
            (),
            (
                Tenure("黎向东", "排头兵", "青禾市", None, None, "explicit", 0.5, "stranger/1", (true,)),
                Tenure("黎向东", "副总经理", None, None, None, "none", 0.5, "stranger/1", (false,)),
            ),
            (),
        )

    module = types.ModuleType("a_stranger")
    module.claims = claims
    monkeypatch.setitem(sys.modules, "a_stranger", module)
    entry = EntryPoint("stranger", "a_stranger:claims", "kg.extractors")
    import kg.extract.plugins

    monkeypatch.setattr(kg.extract.plugins, "entry_points", lambda group: EntryPoints([entry]))
    kg.extract.plugins.extractor.cache_clear()
    yield "stranger"
    kg.extract.plugins.extractor.cache_clear()


def test_what_a_stranger_claims_is_looked_up(stranger):
    from kg.extract import extract_facts

    article = clean(TEXT)
    facts = extract_facts(article, Settings(plugins=(stranger,)))
    posts = {t.post for t in facts.tenures}
    assert "排头兵" in posts
    assert "副总经理" not in posts
    assert "无此人" not in {p.name for p in facts.persons}
    ours = {t.post for t in extract_facts(article, SETTINGS).tenures}
    assert ours < posts


def test_an_unknown_plugin_is_named(stranger):
    from kg.extract import extract_facts
    from kg.model.errors import KgError

    with pytest.raises(KgError, match="no extractor 'absent'; installed are stranger"):
        extract_facts(clean(TEXT), Settings(plugins=("absent",)))


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    from kg.run.build import build

    folder = tmp_path_factory.mktemp("contract")
    articles = write_articles(folder / "articles.jsonl", 30)
    build([str(articles)], folder / "out", SETTINGS, workers=1, only=("facts", "ttl", "store"))
    return folder / "out"


@pytest.mark.parametrize("entry", registered("kg.exporters"), ids=lambda e: e.name)
def test_an_exporter_writes_the_same_bytes_twice(entry, out, tmp_path):
    from kg.store import open_store

    if entry.name == "dossier":
        pytest.skip("a dossier is about one person; its own tests have it")
    written = []
    for name in ("one", "two"):
        place = tmp_path / name
        entry.load()(open_store(out), place)
        files = [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file())
        written.append({p.name.replace("one", "two"): p.read_bytes() for p in files})
    assert written[0] == written[1]
    assert all(written[0].values())
