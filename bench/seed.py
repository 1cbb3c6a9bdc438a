"""`python -m bench seed`: the claims of the seed page, the first test of everything."""

import argparse
import json
from pathlib import Path
from typing import Any

from bench.claims import Task, configure_report, measure, pairs, predictions, reader, show
from bench.files import SEED, DataMissing, rows, wanted
from bench.recalled import recalled
from bench.rows import claim_file
from bench.scoring import Paired
from sayso.tag import DEFAULT


def seed_task(folder: Path) -> Task:
    """The seed page (`article.json`) and what must come out of it (`claims.jsonl`). Raises DataMissing."""
    page = wanted(folder / "article.json", "--data")
    try:
        article = json.loads(page.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataMissing(f"{page} is not JSON ({error}); mend it") from error
    return Task((article,), claim_file(rows(wanted(folder / "claims.jsonl", "--data"))))


def stated_dates(articles: list[Paired]) -> dict[str, Any]:
    """Of the gold claims that state a date, the share found with that date; an unmatched claim counts as wrong."""
    return {"stated_dates": recalled(articles)["date"]}


def measured(folder: Path, tagger_name: str = DEFAULT) -> dict[str, Any]:
    """All figures on the seed page, and the floor's under `naive`."""
    given = seed_task(folder)
    found = pairs(given, predictions(reader(tagger_name), given.articles))
    return {**measure(given, tagger_name), **stated_dates(found)}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    parser.add_argument("--data", type=Path, default=SEED, metavar="FOLDER", help="default: %(default)s")
    configure_report(parser)


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    return show(seed_task(options.data), options, stated_dates)
