"""Characters that nobody sees, and characters spelt out for HTML: removed, or turned into what they mean."""

from __future__ import annotations

import html
import re

from kg.clean.draft import Draft, Edit

NOISE = r"\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff"
"""Control characters and the many kinds of space; for a regular expression's class."""
_NOISE = re.compile(f"[{NOISE}]")
_REMOVED = re.compile(
    r"\r(?=\n)|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"
)
_SPACES = str.maketrans(
    dict.fromkeys(
        "\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
)
_PLAIN = _SPACES | str.maketrans(dict.fromkeys("\x0b\x0c\r\x85\u2028\u2029", "\n"))
_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};|nbsp)")
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_REPLACED = re.compile(r"\ufffd+")


def resolve_entities(draft: Draft) -> bool:
    """Turn &nbsp; and the like into what they stand for, escaped once or twice; whether there were any."""
    if "&" not in draft.text:
        return False
    edits = []
    for found in _ENTITY.finditer(draft.text):
        meant = html.unescape(html.unescape(found[0]))
        if meant != found[0] and "&" not in meant[1:]:
            edits.append(Edit(*found.span(), meant))
            draft.report("entity", *found.span(), meant, 0.99)
    draft.edit(edits)
    return bool(edits)


def remove_invisible(draft: Draft) -> None:
    """Cut control and zero-width characters; every kind of space becomes plain, every line end "\\n"."""
    if not _NOISE.search(draft.text):
        return
    edits = []
    for found in _REMOVED.finditer(draft.text):
        edits.append(Edit(*found.span(), ""))
        if found[0] != "\r":
            draft.report("invisible", *found.span(), "", 0.99)
    draft.edit(edits)
    if _NOISE.search(draft.text):
        draft.swap(draft.text.translate(_PLAIN))


def flag_unreadable(draft: Draft) -> None:
    """Report what no repair could explain: replacement marks stay and are doubtful, private-use signs go.

    What is left of those are the bullets and icons of a page's own typeface.
    """
    for found in _REPLACED.finditer(draft.text):
        draft.report("undecodable", *found.span(), None, 0.0)
        draft.guesses.append(draft.in_source(*found.span()))
    edits = [Edit(*found.span(), "") for found in _PRIVATE.finditer(draft.text)]
    for edit in edits:
        draft.report("private-use", edit.start, edit.end, "", 0.8)
    draft.edit(edits)


_BLANK = re.compile(r"^[ \n]+|(?<=\n)[ \n]+|[ ]+(?=\n)|[ \n]+$")


def tidy_lines(draft: Draft) -> None:
    """Leave no blank line, no indent and no space at a line's end: paragraphs are separated by one "\n"."""
    text = draft.text
    if "\n\n" in text or "\n " in text or " \n" in text or text[:1] in " \n" or text[-1:] in " \n":
        draft.edit([Edit(*found.span(), "") for found in _BLANK.finditer(text)])
