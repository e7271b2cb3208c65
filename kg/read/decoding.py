"""Bytes → text: byte-order marks, UTF-8, and a library's guess for everything else."""

from __future__ import annotations

import codecs
from typing import NamedTuple

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ["gb18030", "big5", "big5hkscs", "utf_16_le", "utf_16_be", "utf_8"]
SAMPLE = 64 * 1024  # bytes that the guess looks at
COMMON = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运這個們來為國說時會對過發後裡種經麼學現當沒動開從實軍無與長機業關點將兩間問並應戰頭體見產員義條氣題爾別變總電數報結務場計資許統區隊決馬書則聽卻達強難權設記邊張該規萬覺術領確傳師觀讓識帶導爭運，。、：；（）！？「」“”《》"
)


class Decoded(NamedTuple):
    """Text, and its encoding as the manifest names it: "utf-8", or a guess, "gb18030 (0.98)"."""

    text: str
    encoding: str


class UndecodableError(ValueError):
    """The bytes are no text in any encoding we know."""


def decode(data: bytes) -> Decoded:
    """Decode `data` by its byte-order mark, as UTF-8, or as guessed.

    Raises:
        UndecodableError: the bytes are not text.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return Decoded(_decode(data, encoding), encoding)
    if b"\0" not in data[:SAMPLE]:
        try:
            return Decoded(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError as error:
            if error.start > 1000 and _share_of_replaced(data) < 0.001:
                return Decoded(data.decode("utf-8", "replace"), "utf-8 (0.99)")
    return _guess(data)


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"is marked as {encoding} but is not ({error.reason} at byte {error.start})"
        ) from error


def _share_of_replaced(data: bytes) -> float:
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") / len(text)


def _guess(data: bytes) -> Decoded:
    """The candidate whose decoding looks most like Chinese; the library says which are sane at all."""
    from charset_normalizer import from_bytes

    found = from_bytes(data[:SAMPLE], cp_isolation=CANDIDATES, threshold=0.6)
    tried = [m.encoding for m in found] + CANDIDATES
    best = max(
        ((_plausibility(data, e), -i, e) for i, e in enumerate(dict.fromkeys(tried))), default=(0.0, 0, "")
    )
    if best[0] < 0.3:
        raise UndecodableError("is no text in UTF-8, UTF-16, GB18030 or Big5; convert it to UTF-8 first")
    return Decoded(data.decode(best[2], "replace"), f"{best[2].replace('_', '-')} ({best[0]:.2f})")


def _plausibility(data: bytes, encoding: str) -> float:
    """Of the characters beyond ASCII in a sample, the share that is common in Chinese text."""
    text = data[:SAMPLE].decode(encoding, "replace")
    beyond = [c for c in text if c > "\x7f"]
    if not beyond or "\0" in text or text.count("\ufffd") > 1 + len(text) // 200:
        return 0.0
    return min(1.0, sum(c in COMMON for c in beyond) / len(beyond) * 1.5)
