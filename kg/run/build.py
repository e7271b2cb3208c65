"""`kg build`: articles in, OUT out."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from kg.model.background import KnownPerson, read_known
from kg.model.entities import Decision, Resolution
from kg.model.errors import KgError
from kg.model.facts import ArticleFacts
from kg.model.rows import from_row
from kg.model.settings import Settings
from kg.resolve import resolve
from kg.run.batches import Batch, cut, salt_of
from kg.run.decisions import read_decisions
from kg.run.folder import DEFAULT_PRODUCTS, FILES, PRODUCTS, OutFolder, chosen
from kg.run.identity import unmatched_remark, write_identity
from kg.run.manifest import Counts, Manifest, inputs_record, now, product_record
from kg.run.merge import Merger, join, merge
from kg.run.processes import default_workers, ordered_map
from kg.run.products import sort_triples, write_products
from kg.run.progress import Silent
from kg.run.reading import articles_of
from kg.run.rescue import rescue
from kg.run.shards import ShardFolder, shard_of

GRAPH_PRODUCTS = frozenset(PRODUCTS) - {"facts"}
COLLECT_EVERY = (
    100_000  # objects made and not freed; our nouns form no cycles, so looking for cycles finds little
)


def build(
    inputs: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    workers: int | None = None,
    only: Sequence[str] = DEFAULT_PRODUCTS,
    force: bool = False,
    prune: bool = False,
    progress: Silent | None = None,
) -> Manifest:
    """Read everything, write OUT (or the products named in `only`), give back the record of it.

    Args:
        inputs: files, folders, globs, or "-" for standard input.
        out: the folder to write; a build that was stopped there is taken up where it was.
        settings: what the user set.
        workers: processes; by default as many as there are cores for us. The result does not depend on it.
        only: products to write, out of `kg.run.folder.PRODUCTS`.
        force: extract every article anew, also where its facts are there from an earlier run.
        prune: afterwards forget facts of articles that are no longer among the inputs.
        progress: told how the work goes.

    Raises:
        KgError: OUT is not ours or in use, an input is missing, a setting or a decision is wrong.
    """
    if "shards" in only:
        raise KgError("--only: shards are written with --engine spark; here nt writes one sorted file")
    job = Build(inputs, out, settings, only, workers or default_workers(), progress or Silent())
    return job.run(force, prune)


class Build:
    """One run of `build`; what is done is counted in `counts` and timed in `manifest.stages`."""

    def __init__(
        self,
        inputs: Sequence[str],
        out: Path,
        settings: Settings,
        only: Sequence[str],
        workers: int,
        progress: Silent,
    ) -> None:
        self.inputs, self.settings, self.only = inputs, settings, chosen(only)
        self.workers, self.progress = workers, progress
        self.folder = OutFolder(out)
        self.shards = ShardFolder(self.folder.shards, self.folder.making)
        self.counts = Counts()
        self.manifest = Manifest(self.counts, settings, workers=workers, started=now())
        self.keys: list[str] = []
        self.forgets = False  # someone asked to be forgotten: no facts are kept beside facts.jsonl

    def run(self, force: bool, prune: bool) -> Manifest:
        """Do it all, under the lock of OUT."""
        self.folder.claim()
        with self.folder.locked(), _rarely_collecting():
            if force:
                self.shards.prune(keep=set())
            self.folder.begin()
            try:
                self._make()
            except KgError:
                self.folder.abandon()
                raise
            finally:
                self.folder.end()
            if prune or self.forgets:
                self.shards.prune(keep=set() if self.forgets else set(self.keys))
        return self.manifest

    def _make(self) -> None:
        decisions = read_decisions(self.folder.out / "decisions.jsonl")
        self.forgets = any(decision.kind == "forget" for decision in decisions)
        self._understand(decisions, read_known(self.folder.out / "background.jsonl"))
        if self.only & GRAPH_PRODUCTS:
            remark = write_products(self.folder.new, self.settings.base, self.only, self._stage, self.workers)
            self.manifest.remarks += [remark] if remark else []
        self._publish()

    def _understand(self, decisions: Sequence[Decision], background: Sequence[KnownPerson]) -> None:
        """From articles to facts.jsonl, identity.jsonl and, if any product needs it, graph.nt."""
        with self._stage("extract"):
            resolution = resolve(self._facts(), decisions, self.settings, background)
        self._count(resolution)
        write_identity(resolution, self.folder.new / "identity.jsonl")
        self.manifest.remarks += [unmatched_remark(decision) for decision in resolution.unmatched]
        with self._stage("merge", self.counts.articles):
            parts = self._merge(resolution)
        if self.only & GRAPH_PRODUCTS:
            with self._stage("sort"):
                place = self.folder.new / FILES["nt"]
                self.counts.triples = sort_triples(parts, resolution, self.settings, place, self.workers)

    def _facts(self) -> Iterator[ArticleFacts]:
        """The facts of every article in order, made now or found from an earlier run."""
        batches = map(
            self.shards.note,
            cut(articles_of(self.inputs, self.settings, self.workers), salt_of(self.settings)),
        )
        for key, reused in self._shard_keys(batches):
            self.keys.append(key)
            yield from self._facts_in(key, reused)

    def _facts_in(self, key: str, reused: bool) -> Iterator[ArticleFacts]:
        articles = chars = 0
        for row in self.shards.rows(key):
            if "rejected" in row:
                self.counts.rejected += 1
            elif "source" not in row:
                facts = from_row(row)
                articles, chars = articles + 1, chars + facts.chars
                self.counts.add(facts)
                yield facts
        self.counts.reused += articles if reused else 0
        self.progress.advance(articles, chars)

    def _shard_keys(self, batches: Iterable[Batch]) -> Iterator[tuple[str, bool]]:
        """Where the work runs: here, or in processes."""
        work = partial(shard_of, settings=self.settings, shards=self.shards)
        if self.workers == 1:
            return map(work, batches)
        saver = partial(rescue, settings=self.settings, shards=self.shards)
        return ordered_map(work, batches, self.workers, saver)

    def _merge(self, resolution: Resolution) -> list[Path]:
        """Write facts.jsonl and rejected.jsonl; give back where the triples are, unsorted."""
        graph = bool(self.only & GRAPH_PRODUCTS)
        merger = Merger(self.shards, resolution, self.settings, self.folder.new / "parts", graph)
        parts = merge(merger, self.keys, self.workers, self.progress.advance)
        join([p.rejected for p in parts], self.folder.new / "rejected.jsonl")
        join([p.facts for p in parts], self.folder.new / "facts.jsonl")
        return [part.triples for part in parts if part.triples is not None]

    def _count(self, resolution: Resolution) -> None:
        self.counts.persons, self.counts.organizations = (
            len(resolution.persons),
            len(resolution.organizations),
        )
        self.counts.tenures, self.counts.events = len(resolution.tenures), len(resolution.events)
        self.counts.conflicts = len(resolution.conflicts)

    def _publish(self) -> None:
        new = self.folder.new
        names = ["rejected.jsonl", "identity.jsonl"] + [FILES[name] for name in PRODUCTS if name in self.only]
        names = [name for name in names if (new / name).exists()]
        if (new / "sources").is_dir():
            names.append("sources")
        with self._stage("publish"):
            self.manifest.inputs = inputs_record(self.inputs)
            self.manifest.products = {name: product_record(new / name) for name in names}
        self.manifest.finished = now()
        self.manifest.write(new / "manifest.json")
        self.folder.publish([*names, "manifest.json"])

    @contextmanager
    def _stage(self, name: str, articles: int | None = None) -> Iterator[None]:
        self.progress.stage(name, articles)
        began = time.monotonic()
        yield
        self.manifest.stages[name] = time.monotonic() - began


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Look for cycles of dead objects a hundred times more rarely, here and in the processes that are forked."""
    before = gc.get_threshold()
    gc.set_threshold(COLLECT_EVERY, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
