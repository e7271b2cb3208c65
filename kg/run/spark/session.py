"""A Spark session of the options that our jobs need."""

from __future__ import annotations

import os
import sys
from typing import Any

from kg.model.errors import KgError

ROWS_EACH = 128  # in one Arrow batch
TASKS_EACH = 4  # of a job, for each core
CONFIG = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(ROWS_EACH),
    "spark.sql.maxPlanStringLength": "10000",  # a plan in words repeats all it is made of, and fills the driver
    "spark.sql.adaptive.enabled": "true",
    "spark.sql.adaptive.skewJoin.enabled": "true",  # the articles that name one man are many
    "spark.task.maxFailures": "4",
    "spark.python.worker.reuse": "true",
}


def session(master: str) -> Any:
    """A Spark session; workers use this very Python.

    Raises:
        KgError: pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise KgError(
            "--engine spark: pyspark is not installed; pip install 'renmai[spark]', and Java 17"
        ) from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("renmai")
    for key, value in CONFIG.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    spark.conf.set("spark.sql.shuffle.partitions", str(tasks_on(spark)))
    return spark


def tasks_on(spark: Any) -> int:
    """Tasks of a job; named where rows are small and work is not, for Spark would put such rows into one task."""
    return int(spark.sparkContext.defaultParallelism) * TASKS_EACH
