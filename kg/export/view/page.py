"""Puts the page together: picture, facts, styles and scripts in one file that asks the network for nothing."""

from __future__ import annotations

import base64
import gc
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.export.files import beside
from kg.export.naming import bearers
from kg.export.rows import Source, Tables
from kg.export.skeleton import read_skeleton
from kg.export.view.choose import Ties, choose, within
from kg.export.view.details import read_details
from kg.export.view.layout import positions
from kg.export.view.network import network, size_of, vis_network_source
from kg.export.view.payload import Payload, companions_of, cut
from kg.export.view.picture import Picture, TieKind, draw, everyone
from kg.export.view.told import tell
from kg.model.errors import KgError
from kg.model.namespaces import EVENT_TYPE

HARD_LIMIT = 5000  # nodes; a browser is slow beyond, and no reader finds anything
PULL: dict[TieKind, float] = {"tenure": 1, "part": 1, "together": 1, "within": 0.5, "place": 0.15}
"""How much a tie brings its ends together: events of one province need not stand together, people of one body do."""
SCRIPTS = ("words", "data", "filters", "graph", "search", "panel", "time", "table", "take", "address", "main")


@dataclass(frozen=True, slots=True)
class View:
    """What the user asks to see; dates are ISO of any precision, "" for open."""

    focus: str = ""
    hops: int = 2
    start: str = ""
    end: str = ""
    limit: int = 800
    title: str = ""


def write_page(store: Source, path: Path, **asked: Any) -> dict[str, int]:
    """Write the page of a store to `path`; returns how many nodes and ties it draws.

    Args:
        store: the graph.
        path: the HTML file.
        asked: the fields of `View`.

    Raises:
        KgError: `focus` names nothing, the limit is out of bounds, or nothing is left to draw.
    """
    html, counts = page_of(store, View(**asked))
    with beside(path) as part:
        part.write_text(html, "utf-8", newline="\n")
    return counts


def page_of(store: Source, view: View) -> tuple[str, dict[str, int]]:
    """The page as text, and its counts."""
    if not 1 <= view.limit <= HARD_LIMIT:
        raise KgError(f"--limit {view.limit}: give a number from 1 to {HARD_LIMIT}")
    with _no_collecting():
        return _page_of(store, view)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Rows by the hundred thousand and no cycles among them: looking for some takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _page_of(store: Source, view: View) -> tuple[str, dict[str, int]]:
    whole = read_skeleton(store)
    ties = Ties(within(whole, view.start, view.end))
    picture = draw(ties, choose(ties, view.limit, _focus(store, whole, view.focus), view.hops))
    if not picture.nodes:
        raise KgError("nothing to draw: the graph has no facts in this range; widen --from and --to")
    companions = [who for node in picture.nodes for who, _ in companions_of(ties, node)]
    sizes = [size_of(ties, node) for node in picture.nodes]
    pulls = {(b.a, b.b): PULL[b.kind] for b in picture.bundles}
    with ThreadPoolExecutor(1) as aside:  # numbers here, the store there
        places_soon = aside.submit(positions, sizes, pulls)
        details = read_details(store, picture, tell(ties, picture), companions)
        places = places_soon.result()
    net = network(ties, details.tables, picture, places)
    about = _about(whole, ties, picture, view)
    counts = {"nodes": len(picture.nodes), "ties": len(picture.bundles)}
    return render(net, Payload(ties, picture, details).json(), about), counts


def _focus(store: Source, whole: Tables, name: str) -> tuple[str, ...]:
    """All that bear a name, namesakes alike; () where no focus is asked for.

    Raises:
        KgError: nothing does.
    """
    found = tuple(n for n in bearers(store, name) if n in whole.entities or n in whole.events) if name else ()
    if name and not found:
        raise KgError(
            f"--focus {name}: no person, body, place or event of this name; try `kg person` or `kg org`"
        )
    return found


def _about(whole: Tables, ties: Ties, picture: Picture, view: View) -> dict[str, Any]:
    """What the page says of itself: what is drawn, and of how much."""
    drawn = dict.fromkeys(("person", "organization", "event", "place"), 0)
    for node in picture.nodes:
        drawn[ties.kind(node)] += 1
    asked = {
        "focus": cut(view.focus, 60),
        "hops": view.hops,
        "from": view.start,
        "to": view.end,
        "limit": view.limit,
    }
    base = next(iter(picture.nodes)).rsplit("/", 1)[0] + "/"
    return {
        "title": cut(view.title, 60),
        "base": base,
        "eventTypes": EVENT_TYPE,
        "drawn": drawn,
        "whole": everyone(whole),
        "asked": asked,
    }


def render(net: Mapping[str, Any], facts: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    """The page: every text goes through the template's escaping or is data that no parser takes for markup."""
    from jinja2 import Environment, StrictUndefined

    own = "\n".join(_part(f"{name}.js") for name in SCRIPTS)
    scripts = [vis_network_source(), "(() => {\n'use strict';\n" + own + "\n})();"]
    style = _part("page.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_part("page.html"))
    return template.render(
        title=about["title"],
        style=_trusted(style),  # our own file
        policy=_policy(scripts, style),
        scripts=[_trusted(s) for s in scripts],  # our own and pyvis's files
        picture=_packed({**net, "about": about}),  # < is escaped
        facts=_packed(facts),
    )


def _trusted(text: str) -> Any:
    """Text that the template does not escape: our own files and pyvis's script."""
    from markupsafe import Markup

    return Markup(text)


def _part(name: str) -> str:
    return files("kg.export.view").joinpath("page", name).read_text("utf-8")


def _policy(scripts: list[str], style: str) -> str:
    """A content security policy that lets these very scripts run, and nothing be fetched or sent."""
    hashes = " ".join(_digest(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_digest(style)}; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def _packed(data: Mapping[str, Any]) -> str:
    """Data, a third as large: gzip without a clock, as letters that mean nothing to a parser of HTML."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode()
