"""Votes between the names of an article: what is cut short, too long or joined to a word gives way."""

from __future__ import annotations

from kg.extract.persons.characters import chinese_weight
from kg.extract.persons.endings import end_weight, follows_names
from kg.extract.persons.people import CERTAIN, People
from kg.extract.persons.tibetan import may_be_tibetan
from kg.extract.segment import is_word
from kg.lexicon.names import name_tables
from kg.lexicon.trie import occurrences


def married_surnames(people: People) -> frozenset[str]:
    """What only is a married woman's double surname, alone or with the word behind it (周郭, 周郭|率先)."""
    doubles = {
        name[:2]
        for name in people.seen
        if len(name) == 4 and chinese_weight(name) > 0 and not is_word(name[2:])
    }
    short = {name for name in people.seen if name[:2] in doubles and len(name) < 4}
    return frozenset(short) | {
        name for name in people.seen if name[:2] in doubles and len(name) == 4 and is_word(name[2:])
    }


def with_preposition(people: People, text: str) -> dict[str, str]:
    """Names that are a preposition and a name which stands elsewhere without it (透过律师|向|黄某某, 但|彭某): wrong → right."""
    return {
        name: name[1:]
        for name in people.seen
        if (
            name[0] == "向"
            and len(name) > 2
            and text.count(name[1:]) > 2 * text.count(name)
            and chinese_weight(name[1:]) > 0
        )
        or (name[0] == "但" and name[1:] in people.seen)
    }


def settle(people: People, text: str) -> dict[str, str]:
    """Vote between names of which one begins another (刘奇 / 刘奇作): loser → winner."""
    lost: dict[str, str] = {}
    for short, long in _begun(people):
        if may_be_tibetan(long):
            lost[short] = long  # 向巴旺|堆
        elif people.seen[short] >= CERTAIN or long[len(short) :] in {"和", "与", "及", "同"}:
            lost[long] = short
        elif not _stands_alone(short, long, text):
            a, b = _support(short, text), _support(long, text)
            loser, winner = (short, long) if b >= a else (long, short)
            lost[loser] = winner
        elif follows_names(long[len(short) :]) or (
            len(long) > len(short) + 1 and is_word(long[len(short) :])
        ):
            lost[long] = short  # 洪大森|时, 奥朗诺|北京时间
    for name in people.seen:
        if may_be_tibetan(name):
            continue  # 向|巴旺堆
        if _has_a_word_behind(name, text):
            lost[name] = name[:2]
        elif len(name) > 2 and name[0] == "谢" and "谢" + name in text:
            lost[name] = name[1:]  # 谢|谢某某先生
        elif name[-1] in "时后" and len(name) > 2 and text.count(name[:-1]) > text.count(name):
            lost[name] = name[:-1]  # 会见雷特|时, 雷特表示
        elif name[0] in "向同与对由为和" and people.seen.get(name[1:], 0.0) > people.seen[name] - 4.0:
            lost[name] = name[1:]  # 向|普希宁总统
    return lost


def _has_a_word_behind(name: str, text: str) -> bool:
    """Whether a name of two characters, which stands elsewhere, has a word behind it (周陆|密切, 周陆|安全)."""
    short, word = name[:2], name[2:]
    return (
        len(word) == 2
        and is_word(word)
        and chinese_weight(short) > 1.0
        and short not in name_tables().double_surnames
        and text.count(short) > text.count(name)
    )


def _begun(people: People) -> list[tuple[str, str]]:
    """The pairs of names of which the first begins the second and is shorter by one or two; the shortest first."""
    order = {name: i for i, name in enumerate(sorted(people.seen, key=len))}
    pairs = [(long[:-cut], long) for long in order for cut in (1, 2) if long[:-cut] in order]
    pairs = [(short, long) for short, long in pairs if "·" not in long or "·" in short]
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _stands_alone(short: str, long: str, text: str) -> bool:
    """Whether `short` also occurs, well ended, where it is not the beginning of `long`."""
    tail = long[len(short) :]
    return any(
        not text.startswith(tail, at + len(short)) and end_weight(text, at + len(short)) >= 4
        for at, _ in occurrences(text, [short])
    ) and not any(tail.startswith(c) for c in "说在等作对向同和与就")


def _support(name: str, text: str) -> float:
    """How well `name` is ended by what follows, on average over the article, and how well it reads."""
    total, count = 0.0, 0
    for at, _ in occurrences(text, [name]):
        total += end_weight(text, at + len(name))
        count += 1
    return (
        total / max(1, count) + 0.5 * max(-6.0, chinese_weight(name)) + (0.5 * len(name) if count > 1 else 0)
    )
