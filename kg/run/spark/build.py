"""The build as Spark runs it: the same steps and products, the work spread over its tasks."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.model.background import KnownPerson
from kg.model.entities import Decision
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.read.source import STDIN
from kg.run.build import GRAPH_PRODUCTS, Build
from kg.run.folder import FILES, chosen
from kg.run.identity import unmatched_remark
from kg.run.manifest import Manifest
from kg.run.progress import Silent
from kg.run.spark.articles import lines_on
from kg.run.spark.finishing import articles_on, entities_on, identity_on
from kg.run.spark.parts import joined, set_in_order
from kg.run.spark.resolving import Resolving
from kg.run.spark.session import session
from kg.run.spark.tables import write_tables


def build_on_spark(
    inputs: Sequence[str],
    out: Path,
    settings: Settings,
    *,
    master: str,
    only: Sequence[str],
    progress: Silent,
) -> Manifest:
    """As `kg.run.build.build`, on the Spark cluster at `master`.

    Raises:
        KgError: pyspark is not installed, or standard input is given.
    """
    if STDIN in inputs:
        raise KgError("-: a cluster cannot read a pipe; give files or folders that all workers see")
    chosen(only)  # a wrong name costs no session
    job = SparkBuild(inputs, out, settings, only, session(master), progress)
    try:
        return job.run(force=False, prune=False)
    finally:
        job.spark.stop()


class SparkBuild(Build):
    """A build whose articles, names and triples never stand in one place before they are written."""

    def __init__(
        self,
        inputs: Sequence[str],
        out: Path,
        settings: Settings,
        only: Sequence[str],
        spark: Any,
        progress: Silent,
    ) -> None:
        super().__init__(inputs, out.resolve(), settings, only, 1, progress)
        self.spark = spark
        self.manifest.engine = "spark"
        self.manifest.workers = int(spark.sparkContext.defaultParallelism)

    def _understand(self, decisions: Sequence[Decision], background: Sequence[KnownPerson]) -> None:
        """Extract, resolve and finish, each where the rows lie."""
        with self._stage("extract"):
            lines = lines_on(self.spark, self.inputs, self.settings)
            known = Resolving(self.spark, lines, decisions, background, self.settings)
            known.count(self.counts)
        self.manifest.remarks += [unmatched_remark(decision) for decision in known.unmatched]
        with self._stage("merge", self.counts.articles):
            self._write(identity_on(known), "identity.jsonl", "identity.parts")
            done = articles_on(lines, known, self.settings, self.folder.new / "sources")
            for kind, name in (("facts", "facts.jsonl"), ("rejected", "rejected.jsonl")):
                rows = done.where(f"kind = '{kind}'").orderBy("file", "row")
                self._write(rows.select("text"), name, f"{kind}.parts")
        if self.only & GRAPH_PRODUCTS:
            with self._stage("sort"):
                said = done.where("kind = 'triple'").select("text")
                triples = said.union(entities_on(known, self.settings.base)).distinct()
                shards = self._write(triples.orderBy("text"), FILES["nt"], FILES["shards"])
            self._from_shards(shards)

    def _from_shards(self, shards: Path) -> None:
        """Count the triples, lay tables out; keep the shards if they are asked for."""
        triples = self.spark.read.option("lineSep", "\n").text(str(shards)).toDF("text")
        self.counts.triples = triples.count()
        if "tables" in self.only:
            with self._stage("tables"):
                write_tables(triples, self.counts.triples, self.folder.new / FILES["tables"])
        if "shards" not in self.only:
            shutil.rmtree(shards)

    def _write(self, lines: Any, name: str, parts: str) -> Path:
        """Write one column as text, parts in order in a folder, which is returned, and these as one file."""
        folder = self.folder.new / parts
        lines.write.text(str(folder))
        joined(set_in_order(folder, Path(name).suffix), self.folder.new / name)
        return folder
