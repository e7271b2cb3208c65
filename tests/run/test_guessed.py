"""A name of guessed characters is in the damage report, and nowhere else."""

from kg.model.article import Article, CleanArticle, Meta
from kg.model.facts import ArticleFacts, Event, Evidence, Involvement, Mention, Participation, Tenure
from kg.model.origin import OriginMap
from kg.model.span import Span
from kg.run.guessed import without_guessed

TEXT = "局长黄米、副局长岑望山出席。岑望山讲话。"


def evidence(words: str, start: int) -> Evidence:
    place = TEXT.index(words, start)
    return Evidence(place, place + len(words), words)


def tenure(person: str, post: str) -> Tenure:
    return Tenure(person, post, "局", None, None, "explicit", 0.9, "rule", ())


FACTS = ArticleFacts(
    "a",
    Meta(),
    (Mention("黄米", (evidence("黄米", 0),)), Mention("岑望山", (evidence("岑望山", 0), evidence("岑望山", 12)))),
    (Mention("局", (evidence("局", 0),)),),
    (tenure("黄米", "局长"), tenure("岑望山", "副局长")),
    (
        Event(
            "meeting", "", "出席", None, None, (), False,
            (Participation("黄米", "attend", 1, (0,)), Participation("岑望山", "attend", 2, (1,))),
            (Involvement("局", "host"),), (),
        ),
    ),
)  # fmt: skip


def cleaned(*doubtful: Span) -> CleanArticle:
    return CleanArticle(Article("a", TEXT), TEXT, OriginMap.identity(len(TEXT)), (), Meta(), (), doubtful)


def test_a_name_that_is_only_guessed_goes_with_all_that_is_said_of_it():
    facts = without_guessed(FACTS, cleaned(Span(2, 3)))
    assert [m.name for m in facts.persons] == ["岑望山"]
    assert [t.post for t in facts.tenures] == ["副局长"]
    assert [(p.person, p.capacity) for p in facts.events[0].participants] == [("岑望山", (0,))]


def test_a_name_printed_well_elsewhere_stays():
    assert without_guessed(FACTS, cleaned(Span(8, 9))) == FACTS


def test_a_body_that_is_only_guessed_goes():
    facts = without_guessed(FACTS, cleaned(Span(0, 1)))
    assert (facts.organizations, facts.tenures, facts.events[0].organizations) == ((), (), ())


def test_without_guesses_nothing_changes():
    assert without_guessed(FACTS, cleaned()) is FACTS
