"""Torn GBK: damage done here as the tools of real scrapes do it, and undone by the rules."""

import pytest

from kg.clean.draft import Draft
from kg.clean.glosses import remove_glosses
from kg.clean.lost import mend_lost_bytes
from kg.clean.readings import readings_of
from kg.clean.torn import mend_tears

LINES = [
    "中華全國總工會主席王東明赴山西送溫暖,看望慰問困難職工。",
    "他在會上表示祝賀,並對獲得總成績全國第一名的隊伍提出要求。",
    "會議由省總工會黨組書記主持,有關負責人參加了調研。",
]


def torn(text: str, codes: dict[bytes, str]) -> str:
    """Put a reading behind every two bytes in `codes`, also across two characters, and decode as a mild decoder does."""
    data = text.encode("gbk")
    out, place = "", 0
    gloss_at = {i + 2: codes[data[i : i + 2]] for i in range(len(data) - 1) if data[i : i + 2] in codes}
    while place < len(data):
        if place in gloss_at:
            out += f"({gloss_at.pop(place)})"
        elif data[place] < 0x80:
            out, place = out + chr(data[place]), place + 1
        elif place + 1 in gloss_at:
            out, place = out + f"?{gloss_at.pop(place + 1)})", place + 1
        else:
            out, place = out + data[place : place + 2].decode("gbk"), place + 2
    return out


def mended(text: str) -> Draft:
    draft = Draft(text)
    mend_tears(draft)
    remove_glosses(draft)
    return draft


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("工人日?qǐng)?bào)》", "工人日報》"),
        ("總成績?nèi)珖?guó)第一名", "總成績全國第一名"),
        ("他們?cè)诜鲐氁痪€為", "他們在扶貧一線為"),
    ],
)
def test_tears_of_real_kind(damaged, meant):
    draft = mended(damaged)
    assert draft.text == meant
    assert {d.kind for d in draft.damage} == {"torn-gbk"}


def test_a_gloss_across_two_characters_is_undone():
    data = LINES[1].encode("gbk")
    place = data.index("績全".encode("gbk")) + 1
    across = data[place : place + 2]
    [reading, *_] = sorted(readings_of(across.decode("gbk")))
    assert "?" in torn(LINES[1], {across: reading, "國".encode("gbk"): "guó"})
    assert mended(torn(LINES[1], {across: reading, "國".encode("gbk"): "guó"})).text == LINES[1]


@pytest.mark.parametrize("line", LINES)
def test_glosses_in_step_are_only_cut(line):
    codes = {c.encode("gbk"): sorted(readings_of(c))[0] for c in "國會東發調獻華"}
    assert mended(torn(line, codes)).text == line


@pytest.mark.parametrize(("text", "kinds"), [("真的吗?ok)", []), ("a?qǐng)", ["torn-gbk"])])
def test_what_cannot_be_undone_is_left_and_told(text, kinds):
    draft = mended(text)
    assert draft.text == text
    assert [d.kind for d in draft.damage] == kinds
    assert all(d.repaired_as is None for d in draft.damage)


def lost(text: str, start: int, end: int) -> str:
    """Lose the first byte of characters [start, end), and the last byte where it is left alone before a mark."""
    return text[:start] + text[start:end].encode("gbk")[1:].decode("gbk", "ignore") + text[end:]


def test_the_lost_byte_of_real_kind():
    draft = Draft("把送溫暖做到常態化、經常化、日;\ue1fe舷鹿Ψ,把關心放在平常")
    mend_lost_bytes(draft, torn=True)
    assert draft.text == "把送溫暖做到常態化、經常化、日常化上下功夫,把關心放在平常"
    assert draft.damage[0].kind == "lost-byte"


@pytest.mark.parametrize(
    ("text", "run"),
    [
        pytest.param(
            "會議強調要全面貫徹新發展理念,推動經濟社會發展", "貫徹新發展理念", id="back in step by a letter"
        ),
        pytest.param("他在賀信中提出的要求,我們要認真落實", "中提出的要求", id="up to a mark"),
        pytest.param("全国各地的负责人都参加了这次会议,并作了发言", "参加了这次会议", id="simplified"),
    ],
)
def test_runs_that_lost_a_byte(text, run):
    start = text.index(run)
    damaged = lost(text, start, start + len(run))
    assert run not in damaged
    draft = Draft(damaged)
    mend_lost_bytes(draft, torn=True)
    assert run[1:-1] in draft.text  # the inside is certain, the ends are guessed …
    guessed = draft.doubtful()  # … and marked
    assert any(span.start <= start < span.end for span in guessed)


@pytest.mark.parametrize("torn", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "市长张淼焱、副市长欧阳靓翀参加会议,并看望了B组选手。",
        "他购买的A股、K线和T恤,以及维生素C。",
        "鄂托克旗、临颍县、枞阳县的负责人出席。",
        "α粒子和β射线,ΔT为3℃。",
    ],
)
def test_rare_names_and_letters_are_no_damage(text, torn):
    draft = Draft(text)
    mend_lost_bytes(draft, torn)
    assert draft.text == text
