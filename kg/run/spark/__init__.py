"""The same build on Spark: `kg build --engine spark --master URL`. The only room that knows pyspark.

Articles are read, cleaned and extracted in tasks, with the same `outcome_of` as here (articles.py). What names mean is
found group by group (resolving.py): sightings are counted where the facts lie and brought together by name; names are
clustered one at a time, seats filled one at a time, events compared day by day. Then every few hundred articles fetch
what their own names mean, and write finished facts and triples (finishing.py); of the triples, tables are made (tables.py).
The bytes are those of the local engine.

The driver holds three tables that grow with distinct names and never with articles: how many articles name a name,
the span of days of those who hold a seat, and the names of bodies.

Inputs, OUT and the workers' Python (with this package in it) must be reachable from every worker under the same path.
"""

from kg.run.spark.build import build_on_spark

__all__ = ["build_on_spark"]
