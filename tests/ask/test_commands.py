"""The questions and decisions on the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.ask.doubts import doubtful_pairs
from kg.cli import kg as program
from kg.cli.review import _reasons
from kg.model.entities import Decision
from kg.model.judgements import read_judgements
from kg.model.settings import Settings
from kg.rdf.sort import head_for, spill
from kg.rdf.triples import article_lines
from kg.resolve import resolve
from kg.run.products import sort_triples
from kg.store import load
from tests.ask.conftest import SHANXI, articles, graph_of
from tests.resolve.saying import saying


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    said, settings = articles(), Settings()
    resolution = resolve(said, (), settings)
    lines = (text for a in said for text in article_lines(a, resolution.ids_of(a), settings))
    spill(lines, folder / "part", head_for(settings.base))
    sort_triples([folder / "part"], resolution, settings, folder / "graph.nt")
    load(folder / "graph.nt", folder / "store")
    return folder


def run(*arguments, code=0, **options):
    done = CliRunner().invoke(program, [str(a) for a in arguments], catch_exceptions=False, **options)
    assert done.exit_code == code, done.output
    return done


@pytest.mark.parametrize(
    "arguments",
    [
        ("who", SHANXI, "书记"), ("who", "山西省委", "书记", "--on", "2015-03-01"), ("person", "符晓岚"), ("org", SHANXI),
        ("path", "符晓岚", "温北辰"), ("companions", "翟一鸣"), ("order",), ("turnover", "山西省", "2015-03-01", "2018-03-01"),
        ("last-seen", "--often", "2"), ("stats",), ("review",), ("order", "--by-year", "--from", "2015-01-01", "--to", "2018-01-01"),
    ],
)  # fmt: skip
def test_commands_answer_people_and_programs(out, arguments):
    command, *rest = arguments
    if command != "review":
        run(command, out, *rest)
    json.loads(run(command, out, *rest, "--json").stdout)


def test_who_gives_the_contract(out):
    (row,) = json.loads(run("who", out, "山西省委", "书记", "--on", "2015-03-01", "--json").stdout)
    wanted = {
        "person", "person_id", "organization", "post", "grounds", "first_attested", "last_attested", "valid_from",
        "valid_until", "evidence",
    }  # fmt: skip
    assert wanted <= row.keys()
    assert {"article", "quote", "start", "end"} <= row["evidence"][0].keys()


def test_a_bad_date_is_wrong_usage(out):
    from click.exceptions import BadParameter, UsageError

    done = CliRunner().invoke(program, ["who", str(out), SHANXI, "书记", "--on", "yesterday"])
    assert done.exit_code == 2 or isinstance(done.exception, UsageError | BadParameter)


def test_decisions_are_kept_listed_taken_back_and_carried(out, tmp_path):
    one, other = (p["person_id"] for p in json.loads(run("person", out, "王伟", "--json").stdout))
    run("decide", out, "same", one, other, "--by", "test", "--note", "one man")
    run("decide", out, "means", "省总", "山西省总工会", "--in", "a1")
    run("decide", out, "forget", "苗南乔")
    kept = read_judgements(out / "decisions.jsonl")
    assert kept[0].kind == "same"
    assert {kept[0].a, kept[0].b} == {"王伟#太原市公安局/民警", "王伟#华中科技大学/教授"}
    assert kept[1] == Decision("means", "省总", "山西省总工会", "a1", kept[1].by)
    assert "one man" in run("decide", out, "list").stdout
    assert len([p for p in resolve(articles(), kept).persons.values() if p.name == "王伟"]) == 1
    file = tmp_path / "decisions.jsonl"
    run("decide", out, "export", file)
    run("decide", out, "undo", "1")
    assert len(read_judgements(out / "decisions.jsonl")) == 2
    run("decide", out, "import", file)
    assert sorted(d.kind for d in read_judgements(out / "decisions.jsonl")) == ["forget", "means", "same"]
    (out / "decisions.jsonl").unlink()


def test_one_cannot_be_the_same_as_oneself(out):
    from kg.model.errors import KgError

    with pytest.raises(KgError, match="named twice"):
        run("decide", out, "same", "王伟", "王伟")


def test_review_tells_why_and_shows_what_there_is_of_people_without_posts(tmp_path):
    told_of = [saying(f"a{n}", f"2015-0{n}-05", ("王伟", "太原市公安局", "民警")) for n in (1, 2)]
    told_of += [saying("b", "2016-02-05", also=["王伟"]), saying("c", "2018-02-05", also=["王伟"])]
    resolution = resolve(told_of)
    with (tmp_path / "identity.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in resolution.identity_rows())
    pairs = doubtful_pairs(graph_of(told_of), 5)
    told = _reasons(tmp_path / "identity.jsonl")
    assert all(frozenset(p["person_id"] for p in pair["persons"]) in told for pair in pairs)
    seen = [p["seen"] for pair in pairs for p in pair["persons"] if not p["tenures"]]
    assert seen
    assert all({"article", "date", "headline"} == one.keys() for some in seen for one in some)
