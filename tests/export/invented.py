"""A graph about invented people, in rows: small and fixed, or as large as a test asks for."""

from __future__ import annotations

import random

from kg.export.rows import (
    ArticleRow,
    EntityRow,
    EventRow,
    EvidenceRow,
    ParticipationRow,
    Tables,
    TenureRow,
)

BASE = "https://w3id.org/renmai/id/"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "安邦柏川岱恩帆光浩和江杰凯岚黎明宁朋启然森松涛维文希贤晓旭雅毅远岳泽志舟卓"
PROVINCES = ("山西省", "云南省", "江苏省", "四川省", "辽宁省", "广东省", "甘肃省", "湖北省")
BODIES = ("人民政府", "总工会", "人民代表大会常务委员会", "教育厅", "商务厅", "妇女联合会")
POSTS = ("主席", "副主席", "主任", "副主任", "厅长", "副省长", "书记", "秘书长")
LEVELS = ("省部级正职", "省部级副职", "厅局级正职", "")
TYPES = ("meeting", "condolence", "inspection", "talks", "statement", "agreement", "appointment", "ceremony")


def iri(key: str) -> str:
    return BASE + key


def invented(persons: int = 12, seed: int = 1) -> Tables:
    """A graph of `persons` people, a third as many bodies and twice as many events over four years."""
    chance = random.Random(seed)
    tables = Tables()
    names: list[str] = []
    while len(names) < persons:
        name = chance.choice(SURNAMES) + "".join(
            chance.choice(GIVEN) for _ in range(chance.choice((1, 2, 2)))
        )
        names.append(name)
    for i, name in enumerate(names):
        _add(tables, EntityRow(iri(f"p-{i:05d}"), "person", name))
    for i, name in enumerate(PROVINCES):
        _add(tables, EntityRow(iri(f"pl-{i:03d}"), "place", name, code=f"{(i + 11) * 10000}"))
    bodies = max(2, persons // 3)
    for i in range(bodies):
        province = PROVINCES[i % len(PROVINCES)]
        short = province[:-1] + BODIES[(i // 8) % len(BODIES)][:3]
        name = province + BODIES[(i // 8) % len(BODIES)] + ("" if i < 48 else f"第{i}处")
        _add(tables, EntityRow(iri(f"o-{i:05d}"), "organization", name, (short,), iri(f"pl-{i % 8:03d}")))
    for i in range(persons):
        for k in range(chance.randrange(1, 4)):
            _tenure(
                tables,
                chance,
                i,
                k,
                (i + k * 7) % bodies if chance.random() < 0.8 else chance.randrange(bodies),
            )
    for i in range(persons * 2):
        _event(tables, chance, i, persons)
    return tables


def _tenure(tables: Tables, chance: random.Random, person: int, number: int, body: int) -> None:
    key = f"t-{person:05d}-{number}"
    post = chance.choice(POSTS)
    first = f"{2016 + number}-{chance.randrange(1, 13):02d}-11"
    last = f"{2017 + number}-{chance.randrange(1, 13):02d}-05"
    name, where = tables.entities[iri(f"p-{person:05d}")].name, tables.entities[iri(f"o-{body:05d}")].name
    quote = f"{where}{post}{name}出席会议并讲话。"
    tables.tenures[iri(key)] = TenureRow(
        iri(key),
        iri(f"p-{person:05d}"),
        iri(f"o-{body:05d}"),
        post,
        chance.choice(LEVELS),
        first,
        last,
        first if chance.random() < 0.2 else "",
        "",
        "",
        (_quoted(tables, key, quote, first),),
    )


def _event(tables: Tables, chance: random.Random, number: int, persons: int) -> None:
    key, kind = f"e-{number:05d}", chance.choice(TYPES)
    day = f"{chance.randrange(2016, 2020)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    group = chance.randrange(0, persons, 6)
    people = chance.sample(
        range(group, min(persons, group + 9)), k=min(persons - group, chance.randrange(1, 6))
    )
    place = chance.randrange(8)
    names = "、".join(tables.entities[iri(f"p-{p:05d}")].name for p in people)
    quote = f"{int(day[5:7])}月{int(day[8:])}日，{names}在{PROVINCES[place]}参加活动。"
    evidence = _quoted(tables, key, quote, day)
    tables.events[iri(key)] = EventRow(
        iri(key),
        kind,
        f"在{PROVINCES[place]}的活动{number}",
        day,
        day,
        (iri(f"pl-{place:03d}"),),
        evidence=(evidence,),
    )
    for order, person in enumerate(people, 1):
        held = (
            [t.id for t in tables.tenures.values() if t.person == iri(f"p-{person:05d}")][:1]
            if persons < 50
            else []
        )
        part = iri(f"x-{number:05d}-{order}")
        role = "lead" if order == 1 else "accompany"
        name = tables.entities[iri(f"p-{person:05d}")].name
        words = _words(tables, key, f"{key}-{order}", quote.index(name), name)
        tables.participations[part] = ParticipationRow(
            part, iri(key), iri(f"p-{person:05d}"), role, order, tuple(held), (words,)
        )


def _quoted(tables: Tables, key: str, quote: str, day: str) -> str:
    article, evidence = iri(f"a-{key}"), iri(f"q-{key}")
    tables.articles[article] = ArticleRow(
        article, f"关于活动的报道 {key}", day, "示例日报", f"https://news.example/{key}"
    )
    tables.evidence[evidence] = EvidenceRow(
        evidence, article, 10, 10 + len(quote), quote, confidence=0.5 + len(quote) % 5 / 10
    )
    return evidence


def _words(tables: Tables, key: str, words: str, start: int, name: str) -> str:
    """A name within the sentence that `_quoted` made."""
    evidence = iri(f"q-{words}")
    tables.evidence[evidence] = EvidenceRow(
        evidence,
        iri(f"a-{key}"),
        10 + start,
        10 + start + len(name),
        name,
        rule="by-hand/1",
        resolved_by="explicit",
    )
    return evidence


def _add(tables: Tables, entity: EntityRow) -> None:
    tables.entities[entity.id] = entity
