"""The national roll-up in Spark: the texts go to the workers, columns of Arrow come back, and the counts are the same.

Usage: 50_spark_rollup.py FOLDER DAY [MASTER]

FOLDER has a folder for each partnership; on a cluster, one that every worker can read. What is counted is held against
40_national_rollup.py, which reads the same folder on this machine.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

import safegov


def texts_of(spark: SparkSession, folder: str) -> DataFrame:
    """A row for each partnership: the folder that holds it, and the names and texts of its files."""
    files = spark.read.text(f"{folder}/*/*.yaml", wholetext=True).withColumn("name", f.input_file_name())
    parted = files.withColumn("folder", f.element_at(f.split("name", "/"), -2))
    return parted.groupBy("folder").agg(f.collect_list(f.struct("name", "value")).alias("texts"))


def assess_each(batches: Iterable[pa.RecordBatch], as_at: str) -> Iterator[pa.RecordBatch]:
    """In a worker: a batch of obligations for each partnership that is sound; one row without a state for any other."""
    for batch in batches:
        for row in batch.to_pylist():
            try:
                partnership = safegov.read_texts([(each["name"], each["value"]) for each in row["texts"]])
                owed = safegov.expand_obligations(partnership, promised_by=as_at)
                states = pa.table(safegov.assess(owed, as_at=as_at).table("state")).column("state").cast(pa.string())
            except safegov.InputError:
                states = pa.chunked_array([pa.array([None], pa.string())])
            folders = pa.array([row["folder"]] * len(states))
            yield from pa.table({"partnership": folders, "state": states}).to_batches()


def main(folder: str, as_at: str, master: str = "local[2]") -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers of this machine have this Python
    spark = SparkSession.builder.master(master).appName("safegov").config("spark.ui.enabled", False).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    rows = texts_of(spark, folder).mapInArrow(lambda each: assess_each(each, as_at), "partnership string, state string")
    counted = rows.groupBy("partnership", "state").count().collect()
    spark.stop()

    in_spark = {(row[0], row[1]): row[2] for row in counted if row[1] is not None}
    alone = importlib.import_module("40_national_rollup")
    read = safegov.read_each(safegov.find_partnerships(folder), lambda each: alone.obligations(each, as_at))
    in_polars = alone.counts(alone.pl.concat([each for each in read if not isinstance(each, safegov.InputError)]))
    assert in_spark == {(name, state): number for name, state, number in in_polars.iter_rows()}

    unsound = sorted(row[0] for row in counted if row[1] is None)
    print(f"{len({name for name, _ in in_spark})} partnerships as at {as_at}: {sum(in_spark.values()):,} obligations")
    print(f"in no figure, as they are unsound: {', '.join(unsound) or 'none'}")
    for state in sorted({state for _, state in in_spark}):
        print(f"  {state:15} {sum(number for (_, each), number in in_spark.items() if each == state):6,}")
    print(f"in Spark and in Polars the same {len(in_spark):,} counts by partnership and state")


if __name__ == "__main__":
    main(*sys.argv[1:])
