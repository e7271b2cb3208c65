"""Where each node is drawn: forces for the core of each component, fans for its leaves, shelves for the components.

Computed here and not in the browser, where a thousand nodes took 86 seconds (pyvis as it comes). Deterministic: a fixed
start, a fixed number of steps, elementwise arithmetic, whole pixels at the end.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Point = tuple[int, int]
Floats = npt.NDArray[np.float32]
SPACING = 64.0  # pixels between the centres of neighbours at rest
ROOM = 0.62  # of SPACING · √nodes: the root mean square distance from the middle
WIDE = np.array([1.3, 0.95], dtype=np.float32)  # screens and labels are wider than high
AROUND = ((1, -1), (1, 0), (1, 1), (0, 1))  # half of a cell's neighbours: each pair is met once
PAIRS_PER_BLOCK = 1_000_000  # float32 pairs worked on at once: 4 MB, which stays in the cache


def positions(sizes: Sequence[int], edges: Mapping[tuple[int, int], float]) -> list[Point]:
    """Pixel positions of nodes; parts without a tie between them are packed side by side.

    Args:
        sizes: the radius of each node in pixels.
        edges: pairs of nodes (a < b), and how much each pair belongs together (1 is usual).
    """
    neighbours: list[list[int]] = [[] for _ in sizes]
    for a, b in sorted(edges):
        neighbours[a].append(b)
        neighbours[b].append(a)
    parts = [(part, _component_layout(part, neighbours, edges, sizes)) for part in _components(neighbours)]
    return _packed(len(sizes), parts)


def _components(neighbours: list[list[int]]) -> list[list[int]]:
    """The connected components, the largest first."""
    seen = [False] * len(neighbours)
    found = []
    for start in range(len(neighbours)):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for node in part:
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    part.append(other)
        found.append(sorted(part))
    return sorted(found, key=lambda part: (-len(part), part[0]))


def _component_layout(
    part: list[int],
    neighbours: list[list[int]],
    edges: Mapping[tuple[int, int], float],
    sizes: Sequence[int],
) -> Floats:
    """Positions of one component, in the order of `part`."""
    core = [n for n in part if len(neighbours[n]) > 1] or part[:1]
    index = {node: i for i, node in enumerate(core)}
    leaves: dict[int, list[int]] = defaultdict(list)
    for node in part:
        if node not in index:
            leaves[neighbours[node][0]].append(node)
    inner = [(a, b) for a in core for b in neighbours[a] if b in index and a < b]
    pairs = np.array([(index[a], index[b]) for a, b in inner], dtype=np.int64).reshape(-1, 2)
    strength = np.array([edges[pair] for pair in inner], dtype=np.float32)
    mass = np.array([1.0 + len(leaves[n]) ** 0.8 for n in core], dtype=np.float32)
    points = _forces(_spread(core, index, neighbours), pairs, strength, mass)
    points = _scaled(points, len(part))
    placed = {node: points[i] for node, i in index.items()}
    middle = points.mean(axis=0)
    for node in core:
        _fan(placed, node, leaves[node], neighbours, middle)
    found = np.array([placed[node] for node in part], dtype=np.float32) * WIDE
    return _apart(found, [sizes[node] for node in part])


def _scaled(points: Floats, count: int) -> Floats:
    """Give `count` nodes (leaves included) the room they need: the forces know shapes, not sizes."""
    points = points - points.mean(axis=0)
    spread = float(np.sqrt((points**2).sum(axis=1).mean()))
    return (points * (SPACING * ROOM * math.sqrt(count) / spread if spread > 1 else 1.0)).astype(np.float32)


def _apart(points: Floats, sizes: Sequence[int]) -> Floats:
    """Move nodes that would cover each other or the other's label; labels are wide, so the room of a node is too."""
    width, height = SPACING * 0.75 + 2 * max(sizes), SPACING * 0.6 + 2 * max(sizes)
    x, y = points[:, 0].astype(float).tolist(), points[:, 1].astype(float).tolist()
    for _ in range(24):
        cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for i in range(len(x)):
            cells[int(x[i] // width), int(y[i] // height)].append(i)
        moved = False
        for (column, row), members in list(cells.items()):
            near = [j for dc, dr in AROUND for j in cells.get((column + dc, row + dr), ())]
            for k, i in enumerate(members):
                for j in (*members[k + 1 :], *near):
                    moved |= _part(x, y, i, j, sizes[i] + sizes[j])
        if not moved:
            break
    return np.array([x, y], dtype=np.float32).T


def _part(x: list[float], y: list[float], i: int, j: int, radii: int) -> bool:
    """Move two nodes apart if the ellipses of their room meet; whether they did."""
    width, height = SPACING * 0.75 + radii, SPACING * 0.6 + radii
    dx, dy = (x[j] - x[i]) / width, (y[j] - y[i]) / height
    distance = dx * dx + dy * dy
    if distance >= 1:
        return False
    if distance < 1e-6:
        dx, dy, distance = math.cos(i * 2.4), math.sin(i * 2.4), 1.0
    push = (1 / math.sqrt(distance) - 1) / 2 if distance < 1 else 0.25
    x[i], x[j] = x[i] - dx * push * width, x[j] + dx * push * width
    y[i], y[j] = y[i] - dy * push * height, y[j] + dy * push * height
    return True


def _spread(core: list[int], index: dict[int, int], neighbours: list[list[int]]) -> Floats:
    """A start that already shows the shape: distances to a few far-apart nodes, reduced to two axes (pivot MDS)."""
    count = len(core)
    if count < 4:
        return np.array([(i * SPACING, (i % 2) * SPACING) for i in range(count)], dtype=np.float32)
    pivots, nearest = 0, np.full(count, np.inf)
    columns = []
    for _ in range(min(30, count)):
        steps = _steps_from(pivots, core, index, neighbours)
        columns.append(steps)
        nearest = np.minimum(nearest, steps)
        pivots = int(np.argmax(nearest))
    squares = np.array(columns, dtype=np.float64).T ** 2
    centred = -0.5 * (squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean())
    axes = np.linalg.eigh(centred.T @ centred)[1][:, ::-1][:, :2]
    # Eigenvectors have no sign of their own.
    axes *= np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    flat = centred @ axes
    flat *= SPACING * math.sqrt(count) / 2 / max(1e-6, float(np.abs(flat).max()))
    turn = np.arange(count) * 2.399963  # the golden angle: nodes that coincide part in different directions
    jitter = np.stack([np.cos(turn), np.sin(turn)], axis=1) * SPACING / 2
    # Rounded, so that the last bit of a machine's algebra does not tell.
    start: Floats = np.round(flat + jitter).astype(np.float32)
    return start


def _steps_from(
    start: int, core: list[int], index: dict[int, int], neighbours: list[list[int]]
) -> npt.NDArray[np.float64]:
    steps = np.full(len(core), -1.0)
    steps[start] = 0
    front = [start]
    while front:
        later = []
        for i in front:
            for other in neighbours[core[i]]:
                j = index.get(other, -1)
                if j >= 0 and steps[j] < 0:
                    steps[j] = steps[i] + 1
                    later.append(j)
        front = later
    steps[steps < 0] = steps.max() + 1
    return steps


def _forces(points: Floats, pairs: npt.NDArray[np.int64], strength: Floats, mass: Floats) -> Floats:
    """Let ties pull and all nodes push (ForceAtlas2's forces), in steps that grow smaller."""
    count = len(points)
    if count < 2:
        return points
    rounds = max(80, min(200, 400_000_000 // (count * count)))
    degree = np.bincount(pairs.ravel(), minlength=count).astype(np.float32)
    weight = mass * (1 + degree) ** 0.5
    pull = (strength / np.sqrt(np.minimum(degree[pairs[:, 0]], degree[pairs[:, 1]])))[:, None]
    for step in range(rounds):
        force = _push(points, weight) * SPACING**2 * 0.03
        along = (points[pairs[:, 1]] - points[pairs[:, 0]]) * pull
        np.add.at(force, pairs[:, 0], along)
        np.subtract.at(force, pairs[:, 1], along)
        force -= (points - points.mean(axis=0)) * 0.01 * weight[:, None]
        length = np.sqrt((force**2).sum(axis=1, keepdims=True)) + 1e-6
        most = SPACING * (0.15 * math.sqrt(count) + 1) * (1 - step / rounds) ** 1.5 + 1
        points = points + force / length * np.minimum(length * 0.35, most)
    return points


def _push(points: Floats, weight: Floats) -> Floats:
    """The sum, for each node, of all others' push: as strong as their weights, as weak as their distance."""
    count = len(points)
    force = np.zeros_like(points)
    block = max(1, PAIRS_PER_BLOCK // count)
    x, y = np.ascontiguousarray(points[:, 0]), np.ascontiguousarray(points[:, 1])
    for start in range(0, count, block):
        rows = slice(start, min(count, start + block))
        dx, dy = x[rows, None] - x[None, :], y[rows, None] - y[None, :]
        strength = weight[None, :] / (dx * dx + dy * dy + 25)
        force[rows, 0] = (dx * strength).sum(axis=1)
        force[rows, 1] = (dy * strength).sum(axis=1)
    pushed: Floats = force * np.sqrt(weight)[:, None]
    return pushed


def _fan(
    placed: dict[int, Floats], node: int, leaves: list[int], neighbours: list[list[int]], middle: Floats
) -> None:
    """Place leaves around their node, away from its other neighbours, in rings of at most 18."""
    if not leaves:
        return
    here = placed[node]
    inner = [placed[n] for n in neighbours[node] if n in placed and n not in leaves]
    away = here - (np.mean(inner, axis=0) if inner else middle)
    angle = math.atan2(float(away[1]), float(away[0])) if np.abs(away).max() > 1e-3 else 0.0
    for i, leaf in enumerate(leaves):
        ring, slot = divmod(i, 18)
        in_ring = min(18, len(leaves) - ring * 18)
        width = (
            min(math.tau * (in_ring - 1) / in_ring, 0.42 * (in_ring - 1))
            if inner or in_ring < 18
            else math.tau
        )
        turn = angle + (width * (slot / max(1, in_ring - 1) - 0.5) if in_ring > 1 else 0.0)
        far = SPACING * (0.9 + 0.55 * ring + 0.25 * (slot % 2 if in_ring > 6 else 0))
        placed[leaf] = (here + np.array([math.cos(turn), math.sin(turn)]) * far).astype(np.float32)


def _packed(count: int, parts: list[tuple[list[int], Floats]]) -> list[Point]:
    """Put components on shelves, the largest first, the whole about half as wide again as high."""
    boxes = [points.max(axis=0) - points.min(axis=0) + SPACING * 1.2 for _, points in parts]
    area = sum(float(box[0] * box[1]) for box in boxes)
    width = max([math.sqrt(area * 1.6), *(float(box[0]) for box in boxes)])
    placed: list[Point] = [(0, 0)] * count
    left = top = shelf = 0.0
    for (part, points), box in zip(parts, boxes, strict=True):
        if left + float(box[0]) > width + 1:
            left, top, shelf = 0.0, top + shelf, 0.0
        corner = points.min(axis=0)
        for node, point in zip(part, points, strict=True):
            placed[node] = (
                round(float(point[0] - corner[0]) + left),
                round(float(point[1] - corner[1]) + top),
            )
        left, shelf = left + float(box[0]), max(shelf, float(box[1]))
    return placed
