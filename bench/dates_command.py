"""`python -m bench dates`: the command around bench.dates, which measures."""

import argparse
import json
from pathlib import Path
from typing import Any

from bench.dates import measure
from bench.files import DATA, wanted
from bench.tables import rounded, table

FIGURES = ("value_f1", "relaxed_f1", "strict_f1")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    parser.add_argument("--data", type=Path, default=DATA / "meantime_timex.jsonl", help="default: %(default)s")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write what was found, in the form of the data")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    found: dict[str, Any] = measure(wanted(options.data, "--data"), options.predictions)
    if options.json:
        print(json.dumps(rounded(found)))
        return 0
    naive, whole = found["naive"], found["whole_text"]
    read = f"{found['articles']} articles, of each the first {found['annotated_lines']} lines"
    print(f"{read}; {found['gold']} gold expressions\n")
    lines = [(name, found[name], naive[name], whole[name]) for name in FIGURES]
    print(table(("F1", "sayso", "naive", "whole text"), lines))
    return 0
