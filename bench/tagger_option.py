"""`--tagger NAME` of the benches that measure spans: who reads, the rules or a trained tagger."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bench.files import DATA, DataMissing
from sayso.tag import DEFAULT, Tagger, tagger

T = TypeVar("T")


def configure_whole(parser: argparse.ArgumentParser) -> None:
    """Add the option of a bench that measures the whole of sayso."""
    parser.add_argument(
        "--tagger", default=DEFAULT, metavar="NAME", help="what tags for the rules, or none; default: %(default)s"
    )


def configure(parser: argparse.ArgumentParser, data: str) -> None:
    """Add the options of a bench that reads this data set unless another is named."""
    parser.add_argument("--data", type=Path, default=DATA / data, help="default: %(default)s")
    parser.add_argument("--tagger", default="none", metavar="NAME", help="who reads; none, the default: rules alone")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write what was found, in the form of the data")


def chosen(name: str, by_rules: Callable[[str], T], by_tags: Callable[[Tagger, str], T]) -> Callable[[str], T]:
    """The reader that this name asks for: "none" is the rules. Raises DataMissing for no such tagger or no model."""
    if name == "none":
        return by_rules
    try:
        known = tagger(name)
    except ValueError as error:
        raise DataMissing(str(error)) from error
    return lambda text: by_tags(known, text)
