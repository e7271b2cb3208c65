"""A small invented world, as model objects: what many tests of the graph are built on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.model.article import Damage, Meta
from kg.model.entities import (
    ArticleIds,
    Conflict,
    EventRecord,
    OrganizationEntity,
    PersonEntity,
    TenureRecord,
)
from kg.model.facts import ArticleFacts, Event, Evidence, Involvement, Mention, Participation, Tenure

SENTENCE = (
    "1月17日至18日，甲省委常委、乙市委书记罗远山，省人大常委会副主任、省总工会主席高望川等陪同看望慰问。"
)
HANT = '甲省總工會主席高望川(gāo)說："要關心職工。"'


def at(text: str, words: str, normalized: str = "") -> Evidence:
    start = text.index(words)
    return Evidence(start, start + len(words), words, normalized)


def tenure(person: str, post: str, body: str | None, quote: Evidence, **more: object) -> Tenure:
    plain = Tenure(person, post, body, None, None, "explicit", 0.95, "posts/1", (quote,))
    return replace(plain, **more)  # type: ignore[arg-type]


LUO, GAO, WANG = "罗远山", "高望川", "王海岳"
CPC, CITY, NPC, UNION, ACFTU = (
    "中国共产党甲省委员会", "中国共产党乙市委员会", "甲省人民代表大会常务委员会", "甲省总工会", "中华全国总工会",
)  # fmt: skip

VISIT = ArticleFacts(
    id="visit-1",
    meta=Meta("王海岳在甲省送温暖", "2019-01-21", "工人日报", ("陈小舟",), ("田一苇",)),
    persons=(
        Mention(LUO, (at(SENTENCE, LUO),)),
        Mention(GAO, (at(SENTENCE, GAO),)),
        Mention(WANG, (at(SENTENCE, "看望"),)),
    ),
    organizations=tuple(Mention(name, (at(SENTENCE, "省"),)) for name in (CPC, CITY, NPC, UNION, ACFTU)),
    tenures=(
        tenure(LUO, "常委", CPC, at(SENTENCE, "甲省委常委")),
        tenure(LUO, "书记", CITY, at(SENTENCE, "乙市委书记罗远山"), resolved_by="context"),
        tenure(GAO, "副主任", NPC, at(SENTENCE, "省人大常委会副主任")),
        tenure(GAO, "主席", UNION, at(SENTENCE, "省总工会主席高望川")),
        tenure(WANG, "主席", ACFTU, at(SENTENCE, "看望慰问"), confidence=0.6),
        tenure(LUO, "教授", None, at(SENTENCE, "罗远山"), resolved_by="none", status="former"),
    ),
    events=(
        Event(
            "condolence", "送温暖", "看望慰问", "2019-01-17", "2019-01-18", ("甲省",), True,
            (
                Participation(WANG, "lead", 1, (4,), (at(SENTENCE, "看望慰问"),)),
                Participation(LUO, "accompany", 2, (0, 1), (at(SENTENCE, LUO),)),
                Participation(GAO, "accompany", 3, (2, 3)),
            ),
            (Involvement("甲省总工会", "host"),),
            (at(SENTENCE, SENTENCE),),
            rule="events/1",
        ),
        Event(
            "appointment", "任命", "任命", "2018", "2018-03", (), False,
            (Participation(LUO, "appointee", 1, (1,)),), (), (at(SENTENCE, "书记罗远山"),), part_of=0,
        ),
    ),
    damage=(Damage("torn-gbk", 5, 12, "月", 0.9), Damage("gloss", 20, 22, "", 1.0)),
    url="https://example.org/news/1",
    sha256="ab" * 32,
    chars=len(SENTENCE),
)  # fmt: skip
SPEECH = ArticleFacts(
    id="speech-1",
    meta=Meta("高望川讲话", "2020-05-01", "工人日报", script="Hant"),
    persons=(Mention(GAO, (at(HANT, "高望川"),)),),
    organizations=(Mention(UNION, (at(HANT, "甲省總工會"),)),),
    tenures=(tenure(GAO, "主席", UNION, at(HANT, "甲省總工會主席高望川", "甲省总工会主席高望川")),),
    events=(
        Event(
            "statement", "高望川讲话", "说", None, None, (), False,
            (Participation(GAO, "lead", 1, (0,)),), (), (at(HANT, HANT),),
            time_words="日前", statement=(at(HANT, "要關心職工。", "要关心职工。"),),
        ),
    ),
    sha256="cd" * 32,
    chars=len(HANT),
)  # fmt: skip
NEWS = "甲省总工会党组书记林知秋当选甲省总工会主席，高望川不再担任。罗远山委员出席。另一高望川是丙市记者。"
LIN, GROUP = "林知秋", "甲省总工会党组"
NOTICE = ArticleFacts(
    id="notice-1",
    meta=Meta("甲省总工会选举主席", "2021-01-10", "甲省日报"),
    persons=(Mention(LIN, (at(NEWS, LIN),)), Mention(GAO, (at(NEWS, GAO),)), Mention(LUO, (at(NEWS, LUO),)),
             Mention(WANG, (at(NEWS, "出席"),))),
    organizations=(Mention(UNION, (at(NEWS, UNION),)), Mention(GROUP, (at(NEWS, GROUP),))),
    tenures=(
        tenure(LIN, "书记", GROUP, at(NEWS, "甲省总工会党组书记林知秋")),
        tenure(LIN, "主席", UNION, at(NEWS, "林知秋当选甲省总工会主席"), status="appointed"),
        tenure(LUO, "委员", UNION, at(NEWS, "罗远山委员"), resolved_by="context"),
        tenure("高望川（记者）", "记者", None, at(NEWS, "高望川是丙市记者"), resolved_by="none"),
    ),
    events=(
        Event(
            "appointment", "林知秋当选主席", "当选", "2021-01-10", "2021-01-10", ("甲省",), False,
            (Participation(LIN, "appointee", 1, (1,)),), (Involvement(UNION, "issuer"),),
            (at(NEWS, "林知秋当选甲省总工会主席"),),
        ),
        Event(
            "removal", "高望川不再担任主席", "不再担任", "2021-01", "2021-01", (), False,
            (Participation(GAO, "target", 1),), (), (at(NEWS, "高望川不再担任"),),
        ),
    ),
    chars=len(NEWS),
)  # fmt: skip

PERSONS = {LUO: "p-01", GAO: "p-02", WANG: "p-03"}
BODIES = {CPC: "o-01", CITY: "o-02", NPC: "o-03", UNION: "o-04", ACFTU: "o-05"}
VISIT_IDS = ArticleIds(PERSONS, BODIES, ("t-01", "t-02", "t-03", "t-04", "t-05", "t-06"), ("e-01", "e-02"))
SPEECH_IDS = ArticleIds({GAO: "p-02"}, {UNION: "o-04"}, ("t-04",), ("e-03",), reprint_of="visit-1")
NOTICE_IDS = ArticleIds(
    {LIN: "p-04", GAO: "p-02", LUO: "p-01", WANG: "p-03", "高望川（记者）": "p-05"}, {UNION: "o-04", GROUP: "o-06"},
    ("t-07", "t-08", "t-09", "t-10"), ("e-04", "e-05"),
)  # fmt: skip


def _record(key: str, person: str, body: str, post: str, **more: str) -> TenureRecord:
    plain = TenureRecord(key, person, body, post, 1, "2019-01-21", "2019-01-21", "", "", "")
    return replace(plain, **more)  # type: ignore[arg-type]


@dataclass
class World:
    """A Resolution that says what it is told to."""

    persons: dict[str, PersonEntity] = field(default_factory=dict)
    organizations: dict[str, OrganizationEntity] = field(default_factory=dict)
    tenures: dict[str, TenureRecord] = field(default_factory=dict)
    events: dict[str, EventRecord] = field(default_factory=dict)
    conflicts: tuple[Conflict, ...] = ()
    ids: dict[str, ArticleIds] = field(default_factory=dict)

    def ids_of(self, facts: ArticleFacts) -> ArticleIds:
        return self.ids[facts.id]


def world() -> World:
    persons = [
        PersonEntity("p-01", LUO, ("羅遠山",)),
        PersonEntity("p-02", GAO, ("高望川", "Gao Wangchuan"), possibly_same_as=("p-01",)),
        PersonEntity("p-04", LIN),
        PersonEntity("p-05", GAO, number=2),
        PersonEntity("p-03", WANG, same_as=("http://www.wikidata.org/entity/Q0", "not an iri")),
    ]
    bodies = [
        OrganizationEntity("o-01", CPC, ("甲省委",), "甲省"),
        OrganizationEntity("o-02", CITY, ("乙市委",), "乙市", part_of="o-01"),
        OrganizationEntity("o-03", NPC, ("甲省人大常委会",), "甲省"),
        OrganizationEntity("o-04", UNION, ("省总工会",), "甲省", "o-05", became=(("o-05", "2021-03"),)),
        OrganizationEntity("o-06", GROUP, (), "甲省", "o-04"),
        OrganizationEntity("o-05", ACFTU, ("全总",)),
    ]
    tenures = [
        _record("t-01", "p-01", "o-01", "常委"),
        _record("t-02", "p-01", "o-02", "书记", valid_from="2018-03", status="appointed", level="厅局级正职"),
        _record("t-03", "p-02", "o-03", "副主任", valid_until="2022"),
        _record("t-04", "p-02", "o-04", "主席", last_attested="2020-05-01"),
        _record("t-05", "p-03", "o-05", "主席"),
        _record("t-07", "p-04", "o-06", "书记", first_attested="2021-01-10", last_attested="2021-01-10"),
        _record(
            "t-08",
            "p-04",
            "o-04",
            "主席",
            first_attested="2021-01-10",
            last_attested="2021-01-10",
            valid_from="2021-01-10",
            status="appointed",
        ),
        _record("t-09", "p-01", "o-04", "委员", first_attested="2019-06-01", last_attested="2021-01-10"),
        _record("t-10", "p-05", "", "记者", first_attested="2021-01-10", last_attested="2021-01-10"),
        _record("t-06", "p-01", "", "教授", status="former", first_attested="", last_attested=""),
    ]
    events = [
        EventRecord(
            "e-01", "condolence", "王海岳在甲省送温暖", "2019-01-17", "2019-01-18", ("甲省", "乙市"), True
        ),
        EventRecord("e-02", "appointment", "", "2018", "2018-03", (), False, part_of="e-01"),
        EventRecord("e-04", "appointment", "林知秋当选主席", "2021-01-10", "2021-01-10", ("甲省",), False),
        EventRecord("e-05", "removal", "高望川不再担任主席", "2021-01", "2021-01", (), False),
        EventRecord("e-03", "statement", "高望川讲话", "", "", (), False),
    ]
    return World(
        {p.id: p for p in persons},
        {b.id: b for b in bodies},
        {t.id: t for t in tenures},
        {e.id: e for e in events},
        (Conflict("o-04", "主席", ("t-04", "t-05"), "2019-01-21"),),
        {"visit-1": VISIT_IDS, "speech-1": SPEECH_IDS, "notice-1": NOTICE_IDS},
    )


ARTICLES = (VISIT, SPEECH, NOTICE)


def graph_text() -> str:
    """The N-Triples of the small world, sorted."""
    from kg.model.settings import Settings
    from kg.rdf.triples import article_lines, entity_lines

    settings, resolution = Settings(), world()
    blocks = [*entity_lines(resolution, settings)]
    for facts in ARTICLES:
        blocks += article_lines(facts, resolution.ids_of(facts), settings)
    return "".join(sorted({line + "\n" for block in blocks for line in block.split("\n") if line}))
