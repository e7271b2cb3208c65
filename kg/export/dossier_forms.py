"""A dossier as Markdown and as a page to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


@dataclass(frozen=True, slots=True)
class Note:
    """A quotation, where it stands, and a web address or ""."""

    number: int
    quote: str
    where: str
    link: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a line below it, and a table: each row has its cells and the numbers of its notes."""

    title: str
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: Sequence[tuple[tuple[str, ...], tuple[int, ...]]] = ()
    level: int = 2


@dataclass(frozen=True, slots=True)
class Dossier:
    """Sections in their order, then the notes."""

    title: str
    sections: list[Section]
    notes: list[Note]


def as_markdown(dossier: Dossier) -> str:
    """Markdown with footnotes."""
    lines: list[str] = []
    for s in dossier.sections:
        lines += [f"{'#' * s.level} {plain(s.title)}", "", *([plain(s.text), ""] if s.text else [])]
        if s.rows:
            lines += ["| " + " | ".join((*s.columns, "出处")) + " |", "|" + "---|" * (len(s.columns) + 1)]
            lines += [f"| {' | '.join(map(plain, cells))} | {_marks(notes)} |" for cells, notes in s.rows]
            lines.append("")
    lines += ["## 出处", ""]
    for n in dossier.notes:
        link = " <" + re.sub(r"[<>\s]", "", n.link) + ">" if n.link else ""
        lines.append(f"[^{n.number}]: 「{plain(n.quote)}」 {plain(n.where)}{link}")
    return "\n".join(lines) + "\n"


def _marks(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{n}]" for n in notes)


def plain(text: str) -> str:
    """Text that Markdown does not take for its signs, in one line."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def as_page(dossier: Dossier) -> str:
    """A page that prints well and loads nothing."""
    body: list[str] = []
    for s in dossier.sections:
        body.append(
            f"<h{s.level}>{escape(s.title)}</h{s.level}>" + (f"<p>{escape(s.text)}</p>" if s.text else "")
        )
        if s.rows:
            head = "".join(f'<th scope="col">{escape(c)}</th>' for c in (*s.columns, "出处"))
            body.append(f"<table><thead><tr>{head}</tr></thead><tbody>")
            body += [f"<tr>{_cells(cells)}<td>{_links(notes)}</td></tr>" for cells, notes in s.rows]
            body.append("</tbody></table>")
    notes = "\n".join(_note(n) for n in dossier.notes)
    return PAGE.format(title=escape(dossier.title), body="\n".join(body), notes=notes)


def _cells(cells: tuple[str, ...]) -> str:
    return "".join(f"<td>{escape(c)}</td>" for c in cells)


def _links(notes: tuple[int, ...]) -> str:
    return " ".join(f'<a href="#n{n}">{n}</a>' for n in notes)


def _note(n: Note) -> str:
    link = f' <a rel="noopener noreferrer" href="{escape(n.link)}">{escape(n.link)}</a>' if n.link else ""
    return f'<li id="n{n.number}"><bdi>「{escape(n.quote)}」</bdi> {escape(n.where)}{link}</li>'


PAGE = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 15px/1.7 "Noto Serif CJK SC", "Songti SC", serif; max-width: 48em; margin: 2em auto; padding: 0 1em; }}
table {{ border-collapse: collapse; width: 100%; }} th {{ text-align: start; font-weight: 600; }}
td, th {{ border-bottom: 1px solid #ccc; padding: .2em .6em .2em 0; vertical-align: top; overflow-wrap: anywhere; }}
li {{ overflow-wrap: anywhere; }} h2 {{ margin-top: 1.6em; }}
@page {{ margin: 2cm; }} @media print {{ tr, li {{ break-inside: avoid; }} a {{ color: inherit; }} }}
</style></head>
<body>
{body}
<h2>出处</h2>
<ol>
{notes}
</ol>
</body></html>
"""
