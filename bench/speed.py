"""`python -m bench speed`: articles per second of the whole path, and where the time goes."""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from bench.files import DATA, rows, wanted
from bench.predict import article_of, naive, opened, reading
from bench.tables import rounded, table
from sayso.export import rows as export_rows
from sayso.extract import claims
from sayso.resolve import claim_dates
from sayso.tag import DEFAULT

REPEATS = 3
"""The least of this many times is kept, so that other programs on the machine count less."""
GDELT_DAY = 8.4
"""Articles per second that a day of GDELT's size asks for (DESIGN section 7)."""


def read_to_rows(row: dict[str, Any]) -> int:
    """The whole path for one article; the number of claims."""
    return len(list(export_rows(reading(row))))


def _least(work: Callable[[], object]) -> float:
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _stages(every: list[dict[str, Any]]) -> dict[str, float]:
    """Milliseconds per article of each stage, the stages run one after the other."""
    articles = [article_of(row) for row in every]
    tags = [opened(DEFAULT).tag(article.text) for article in articles]
    tagged = list(zip(articles, tags, strict=True))
    found = [claims(article, seen) for article, seen in tagged]
    readings = [reading(row) for row in every]
    both = list(zip(articles, found, strict=True))
    work: dict[str, Callable[[], Iterable[object]]] = {
        "tag": lambda: [opened(DEFAULT).tag(article.text) for article in articles],
        "extract": lambda: [claims(article, seen) for article, seen in tagged],
        "resolve": lambda: [claim_dates(article, claimed) for article, claimed in both],
        "export": lambda: [list(export_rows(got)) for got in readings],
    }
    return {name: 1000 * _least(stage) / len(every) for name, stage in work.items()}


def _two_over_one(every: list[dict[str, Any]], one: float) -> float:
    """Articles per second of two processes over those of one; the start of the processes is not counted."""
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(read_to_rows, every[:4]))
        return one / _least(lambda: list(pool.map(read_to_rows, every, chunksize=8)))


def measure(every: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures; `naive` splits sentences and does nothing else. Sizes in MB of 10^6 bytes."""
    read_to_rows(every[0])  # word lists are loaded and patterns compiled at first use
    one = _least(lambda: [read_to_rows(row) for row in every])
    floor = _least(lambda: [naive(row) for row in every])
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "articles": len(every),
        "articles_per_s": len(every) / one,
        "stages": _stages(every),
        "two_procs_over_one": _two_over_one(every, one),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6,
        "naive": {"articles_per_s": len(every) / floor},
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    default = DATA / "claims_practice_articles.jsonl"
    parser.add_argument("--data", type=Path, default=default, help="articles; default: %(default)s")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    found = measure(list(rows(wanted(options.data, "--data"))))
    if options.json:
        print(json.dumps(rounded(found)))
        return 0
    lines = [("articles per second", found["articles_per_s"], found["naive"]["articles_per_s"])]
    lines += [(f"{name}, ms per article", value, None) for name, value in found["stages"].items()]
    lines += [("two processes over one", found["two_procs_over_one"], None), ("MB of memory", found["rss_mb"], None)]
    print(f"{found['articles']} articles; a day of GDELT's size asks for {GDELT_DAY} articles per second\n")
    print(table(("", "sayso", "naive"), lines))
    return 0
