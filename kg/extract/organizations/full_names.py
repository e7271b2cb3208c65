"""Bodies that an article names in full once and shorter elsewhere: all go under the full name."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.posts.phrases import Phrase
from kg.extract.reading import BodyMention
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD
from kg.lexicon.places import places


def under_full_names(
    text: str, phrases: list[Phrase], bodies: list[BodyMention], short: dict[str, str]
) -> list[BodyMention]:
    """A company named in full once goes under that name everywhere (某某软件 → 某某软件有限公司)."""
    names = {b.name for b in bodies} | {h.organization for p in phrases for h in p.held if h.organization}
    if not names:
        return bodies
    full: dict[str, str] = {}
    for name in sorted(names):
        legal = _LEGAL.search(name)
        stem = name[: legal.start()] if legal else ""
        if len(stem) >= 3 or stem in names:
            full[stem] = "" if stem in full else name
    full.update(_with_owner(names))
    full.update(_numbered(names))
    full.update(_glued([body.name for body in bodies], names))
    full.update(_with_county(names))
    full.update(_abroad(names, phrases, _printed_as_ours(text, bodies)))
    full.update(_with_their_country(names))
    full.update(_chambers(names, phrases))
    full.update(_guessed(bodies, phrases))
    full.update(short)
    full.update(_with_country(names))
    for phrase in phrases:
        for held in phrase.held:
            held.organization = full.get(held.organization or "") or held.organization
    return [BodyMention(b.start, b.end, full.get(b.name) or b.name) for b in bodies]


_LEGAL = re.compile(r"(?:（集团）|集团|控股|股份)*(?:股份)?(?:有限责任|有限)?公司$")


_FIRMS = ("集团", "公司", "银行")
_GLUE = re.compile("[向由对把将被与和及为是在于的]|身份|包括|要求|指责|批评|来自|透过|通过")


def _glued(told: list[str], names: set[str]) -> dict[str, str]:
    """口罩向某某集团 is 某某集团, which the article names more often."""
    counts = Counter(told)
    firms = sorted(name for name in names if name.endswith(_FIRMS) and len(name) > 3)
    found: dict[str, str] = {}
    for long in firms:
        for short in firms:
            words = long[: -len(short)] if long != short and long.endswith(short) else ""
            if words and _GLUE.search(words) and counts[short] > counts[long]:
                found[long] = short
    schools = sorted(name for name in names if name.endswith(_SEATED) and len(name) > 5)
    for long in schools:  # 以爱育人|某市某学校, a motto before the school
        for short in schools:
            motto = long[: -len(short)] if long != short and long.endswith(short) else ""
            if len(motto) > 3 and places().longest_at(short, 0) and not places().longest_at(motto, 0):
                found[long] = short
    return found


_NUMBERED = re.compile("(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<n>[一二三四五六七八九十]{1,3})(?P<kind>[中高])$")
_KINDS = {"中": ("中学", "高级中学"), "高": ("高级中学",)}


def _numbered(names: set[str]) -> dict[str, str]:
    """商丘市二高 is 商丘市第二高级中学 where both are named."""
    found: dict[str, str] = {}
    for name in sorted(names):
        short = _NUMBERED.fullmatch(name)
        if short is None:
            continue
        for kind in _KINDS[short["kind"]]:
            place = short["place"]
            for full in (f"{place}第{short['n']}{kind}", f"{place.rstrip('市县')}第{short['n']}{kind}"):
                if full in names:
                    found.setdefault(name, full)
    return found


def _with_owner(names: set[str]) -> dict[str, str]:
    """汽车金融有限公司 is 南湖汽车金融有限公司 where both are named."""
    firms = sorted(name for name in names if name.endswith("公司") and len(name) > 6)
    found: dict[str, str] = {}
    for name in firms:
        for short in firms:
            if name != short and name.endswith(short):
                found[short] = "" if short in found else name
    return found


def _with_country(names: set[str]) -> dict[str, str]:
    """爱丁堡大学 is 英国爱丁堡大学 where both are named."""
    found: dict[str, str] = {}
    for name in sorted(names):
        country = places().country_at(name, 0)
        if country and country[1] != "中国":
            rest = name[country[0] :]
            if (
                (len(rest) > 3 or rest[2:] == "院" or rest in {"自民党", "公明党"})
                and rest not in _CHAMBERS
                and rest in names
            ):
                found[rest] = name
    return found


_SEATED = ("小学", "中学", "学校", "幼儿园", "医院", "学院", "卫生院")
_OF_A_TOWN = re.compile("[\u4e00-\u9fff]{1,5}?(?:[乡镇村]|街道|林区)[\u4e00-\u9fff]{2,}")


def _with_county(names: set[str]) -> dict[str, str]:
    """白沟乡林业站 is 范县白沟乡林业站 where both are named."""
    found: dict[str, str] = {}
    for name in sorted(names):
        place = places().longest_at(name, 0)
        rest = name[place[0] :] if place else ""
        if rest in names and (_OF_A_TOWN.fullmatch(rest) or (rest.endswith(_SEATED) and len(rest) > 3)):
            found[rest] = "" if rest in found else name
    return found


_ABROAD_TOO = (
    "大学",
    "学院",
    "分校",
    "通讯社",
    "共同社",
    "电视台",
    "研究所",
    "研究院",
    "医院",
    "银行",
    "协会",
)


def _with_their_country(names: set[str]) -> dict[str, str]:
    """One body, named with its country once and without it elsewhere (英国某大学, 某大学), goes under the longer name."""
    found: dict[str, str] = {}
    for name in sorted(n for n in names if n.endswith(_ABROAD_TOO)):
        prefix = places().country_at(name, 0)
        if prefix and name[prefix[0] :] in names:
            short = name[prefix[0] :]
            found[short] = "" if short in found else name
    return {short: name for short, name in found.items() if name and len(short) > 2}


def _printed_as_ours(text: str, bodies: list[BodyMention]) -> set[str]:
    """The ministries that stand with 中国 somewhere (中国商务部)."""
    named = (b for b in bodies if b.name in AMBIGUOUS_ABROAD)
    return {b.name for b in named if text[max(0, b.start - 2) : b.start] in {"中国", "我国"}}


def _chambers(names: set[str], phrases: list[Phrase]) -> dict[str, str]:
    """下议院 is 某国国会下议院 where that one is named as well and no other.

    In an article on many countries it is only where those who hold posts there are the same.
    """
    holders: dict[str, set[str]] = {}
    for held in (h for p in phrases for h in p.held if h.organization):
        holders.setdefault(held.organization or "", set()).add(held.person)
    found: dict[str, str] = {}
    alone = len(_countries(names)) < _MANY_COUNTRIES
    for name in sorted(names):
        for form in _CHAMBERS & names:
            same = alone or holders.get(form, set()) <= holders.get(name, set())
            if name != form and name.endswith(form) and same:
                found[form] = "" if form in found else name
    return {form: name for form, name in found.items() if name}


def _countries(names: set[str]) -> set[str]:
    """The foreign countries that names begin with."""
    found = (places().country_at(name, 0) for name in names)
    return {country[1] for country in found if country and country[1] != "中国"}


_MANY_COUNTRIES = 4  # names of so many make a list of congratulations, where a chamber may be anybody's
_CHAMBERS = frozenset("下议院 上议院 参议院 众议院 国民议会 下院 上院 众院 参院".split())


def _guessed(bodies: list[BodyMention], phrases: list[Phrase]) -> dict[str, str]:
    """俄罗斯司法部, guessed for a bare 司法部, is 美国司法部 where the article spells that one out, and no other."""
    guessed = {
        h.organization: h.item.body
        for p in phrases
        for h in p.held
        if h.organization and h.resolved_by == "context" and h.item.body in AMBIGUOUS_ABROAD
    }
    if not guessed:
        return {}
    sure = {h.organization for p in phrases for h in p.held if h.resolved_by == "explicit"} | {
        b.name for b in bodies if b.end - b.start > 3
    }
    found: dict[str, str] = {}
    for name, form in guessed.items():
        spelled = sorted(n for n in sure if n and n.endswith(form) and n != form)
        if name not in sure and len(spelled) == 1:
            found[name] = spelled[0]
    return found


def _abroad(names: set[str], phrases: list[Phrase], printed: set[str]) -> dict[str, str]:
    """商务部 after 美国商务部 means that one, in an article where nobody holds a post at ours."""
    short = {form for form in AMBIGUOUS_ABROAD & names if len(form) > 2}
    if not short:
        return {}
    ours = printed | {h.organization or "" for p in phrases for h in p.held}
    found: dict[str, str] = {}
    for name in sorted(names):
        for form in sorted(short - ours):
            if name != form and name.endswith(form):
                found[form] = "" if form in found else name
    return {form: name for form, name in found.items() if name}
