"""Where a build spends its time: `python -m benchmarks.flame` has py-spy watch one and draws docs/images/flame.svg.

Width is time, height the depth of calls, colour the room of kg/. The picture has no script and no path of this machine.
py-spy may watch its own child on Linux; on macOS it asks for sudo.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from pathlib import Path

from benchmarks.corpus import ROOT, corpus
from benchmarks.measure import run

PLACE = ROOT / "docs" / "images" / "flame.svg"
RATE = 200  # samples a second
WIDTH, ROW, LEGEND = 1200, 16, 60  # pixels
NARROWEST = 0.001  # of all samples; what is narrower is not drawn
LETTER = 6.2  # pixels of a letter
COLOURS = (
    "#f4a582",
    "#92c5de",
    "#a6d96a",
    "#fdd776",
    "#c2a5cf",
    "#80cdc1",
    "#e6a6c8",
    "#b8b08d",
    "#9fb4e8",
    "#d9c3a0",
)
ELSEWHERE = "#d4d4d4"
START, IMPORT = "start-up, command line", "import"
Stack = tuple[str, ...]


@dataclass(slots=True)
class Call:
    """A function as called from one place: samples in it and all below, and what it called."""

    name: str
    samples: int = 0
    below: dict[str, Call] = field(default_factory=dict)


def sampled(files: list[Path], scratch: Path) -> Counter[Stack]:
    """The stacks of a build with one worker, the outermost call first, and how often each was seen."""
    found = scratch / "stacks.txt"
    spy = [str(Path(sys.executable).with_name("py-spy")), "record", "--format", "raw", "--function"]
    watch = [*spy, "--rate", str(RATE), "-o", str(found), "--", sys.executable]
    build = ["-m", "kg.cli", "build", *map(str, files), "-o", str(scratch / "out"), "--workers", "1"]
    run([*watch, *build, "--only", "facts,nt"])
    return stacks_of(found.read_text("utf-8"))


def stacks_of(raw: str) -> Counter[Stack]:
    """Lines `call;call;call samples`; what starts Python and what imports a module are one call each."""
    stacks: Counter[Stack] = Counter()
    for line in raw.splitlines():
        calls, _, samples = line.rpartition(" ")
        names = [named(call) for call in calls.split(";")]
        first = next((i for i, name in enumerate(names) if "(kg/run/" in name), len(names))
        importing = next((i for i, name in enumerate(names) if i > first and "importlib" in name), len(names))
        end = (IMPORT,) if importing < len(names) else ()
        stacks[(*names[first:importing], *end) or (START,)] += int(samples)
    return stacks


def named(call: str) -> str:
    """`function (file)`, the file as seen from the checkout or from where libraries lie, without its line."""
    function, _, place = call.removesuffix(")").partition(" (")
    file = re.sub(r"^/.*(?:site-packages|/python3[.0-9]*)/", "", re.sub(r":\d+$", "", place))
    return f"{function} ({file.removeprefix(f'{ROOT}/')})" if file else call


def room_of(name: str) -> str:
    """The folder of kg/ that a function lies in, extraction's own rooms apart; "" elsewhere."""
    found = re.search(r"\(kg/(extract/\w+(?=/)|\w+)/", name)
    return found[1] if found else ""


def shares(stacks: Counter[Stack]) -> list[tuple[str, float]]:
    """Each room's share of the time, with what libraries did for it; the largest first."""
    spent: Counter[str] = Counter()
    for stack, samples in stacks.items():
        rooms = (
            (call for call in stack[-1:] if call in (START, IMPORT)),
            filter(None, map(room_of, reversed(stack))),
        )
        spent[next(chain(*rooms))] += samples
    return [(room, count / stacks.total()) for room, count in spent.most_common()]


def tree_of(stacks: Counter[Stack]) -> Call:
    """All stacks grown together."""
    root = Call("kg build")
    for stack, samples in stacks.items():
        call = root
        call.samples += samples
        for name in stack:
            call = call.below.setdefault(name, Call(name))
            call.samples += samples
    return root


def boxes(call: Call, left: float, depth: int, least: float) -> Iterator[tuple[Call, float, int]]:
    """Every call that is wide enough, with the samples to its left and its depth."""
    yield call, left, depth
    for name in sorted(call.below):
        if (inner := call.below[name]).samples >= least:
            yield from boxes(inner, left, depth + 1, least)
        left += inner.samples


def drawn(stacks: Counter[Stack]) -> str:
    """The picture: the build at the bottom, what it calls above it."""
    tree, told = tree_of(stacks), shares(stacks)
    colours = dict(zip((room for room, _ in told if room not in (START, IMPORT)), COLOURS, strict=False))
    found = list(boxes(tree, 0, 0, tree.samples * NARROWEST))
    height = LEGEND + ROW * (1 + max(depth for _, _, depth in found))
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="11">',
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        *(
            _legend(place, room, share, colours.get(room, ELSEWHERE))
            for place, (room, share) in enumerate(told[:12])
        ),
    ]
    lines += [_box(call, left, depth, tree.samples, height, colours) for call, left, depth in found]
    return "\n".join([*lines, "</svg>\n"])


def _legend(place: int, room: str, share: float, colour: str) -> str:
    x, y = place % 6 * WIDTH / 6 + 4, 8 + place // 6 * 22
    return f'<rect x="{x:.0f}" y="{y}" width="12" height="12" fill="{colour}"/><text x="{x + 17:.0f}" y="{y + 10}">{escape(room)} {share:.1%}</text>'


def _box(call: Call, left: float, depth: int, samples: int, height: int, colours: dict[str, str]) -> str:
    x, width, y = left / samples * WIDTH, call.samples / samples * WIDTH, height - ROW * (depth + 1)
    box = f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{ROW - 1}" fill="{colours.get(room_of(call.name), ELSEWHERE)}"/>'
    fits = int((width - 4) / LETTER)
    words = f'<text x="{x + 2:.1f}" y="{y + 11}">{escape(call.name[:fits])}</text>' if fits > 3 else ""
    return f"<g><title>{escape(call.name)}: {call.samples / samples:.1%}</title>{box}{words}</g>"


def main() -> None:
    """Watch, draw, and print the share of each room."""
    with tempfile.TemporaryDirectory() as name:
        stacks = sampled(corpus(Path(name))[1], Path(name))
    PLACE.write_text(drawn(stacks), encoding="utf-8")
    for room, share in shares(stacks):
        print(f"{room:<24}{share:6.1%}")


if __name__ == "__main__":
    main()
