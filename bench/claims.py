"""`python -m bench claims`: predicted claims against gold claims, with the errors behind the figures."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench import errors
from bench.breakdown import KEYS, breakdown
from bench.compare import compare
from bench.files import DATA, rows, wanted, write_rows
from bench.predict import NotRead, naive, predicted
from bench.recalled import recalled
from bench.rows import ClaimFile, claim_file
from bench.scoring import DETAILS, HEADLINES, Paired, figures, paired, total
from bench.tables import rounded, shown, table
from bench.tagger_option import configure_whole
from sayso.tag import DEFAULT

Reader = Callable[[Mapping[str, Any]], list[dict[str, Any]]]
"""From an article's row to its claims' rows."""
Further = Callable[[list[Paired]], dict[str, Any]]
"""Figures of a bench's own, from the paired articles."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be read and what should come out: article rows, gold, and the outlets."""

    articles: tuple[dict[str, Any], ...]
    gold: ClaimFile

    @property
    def bodies(self) -> dict[str, str]:
        """Title and text of each article: where a quote must stand."""
        return {row["id"]: f"{row.get('title') or ''}\n{row['text']}" for row in self.articles}

    @property
    def publishers(self) -> dict[str, str]:
        """The outlet of each article."""
        return {row["id"]: row.get("publisher") or "?" for row in self.articles}


def task(gold: Path, articles: Path) -> Task:
    """Read the two files of a task. Raises DataMissing."""
    every = tuple(rows(wanted(articles, "--articles")))
    return Task(every, claim_file(rows(wanted(gold, "--gold"))))


def predictions(read: Reader, articles: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    """What a reader finds, one row an article, in the form of the gold file; `failed` says why there is nothing."""
    found = []
    for article in articles:
        row = {"article": article["id"], **{key: article.get(key) for key in ("published", "publisher")}}
        try:
            found.append({**row, "claims": read(article)})
        except NotRead as failed:
            found.append({**row, "claims": [], "failed": str(failed)})
    return found


def failures(found: list[dict[str, Any]]) -> str:
    """One line for each reason why articles were not read, with their number and the first of them."""
    by_reason: dict[str, list[str]] = {}
    for row in found:
        if "failed" in row:
            by_reason.setdefault(row["failed"], []).append(row["article"])
    return "".join(f"{len(names)} NOT READ ({names[0]} ...): {reason}\n" for reason, names in by_reason.items())


def pairs(given: Task, found: list[dict[str, Any]]) -> list[Paired]:
    """The articles of a task, paired with what was found."""
    return paired(given.gold, claim_file(found), given.bodies)


def reader(tagger_name: str) -> Reader:
    """Sayso with the tagger of this name."""
    return partial(predicted, tagger_name=tagger_name)


def measure(given: Task, tagger_name: str = DEFAULT) -> dict[str, Any]:
    """All figures of sayso on a task, with those that have floors under `recalled`, and the naive ones."""
    now = pairs(given, predictions(reader(tagger_name), given.articles))
    floor = pairs(given, predictions(naive, given.articles))
    return {**figures(total(now)), "recalled": recalled(now), "naive": figures(total(floor))}


def report(found: dict[str, Any]) -> str:
    """The figures for people."""
    floor = found["naive"]
    counts = f"{found['articles']} articles, {found['gold']} gold claims, {found['predicted']} predicted"
    head = table(
        ("", "P", "R", "F1", "naive F1"), [(name, *found[name], floor[name][2]) for name in HEADLINES]
    )
    details = [(name, found[name], floor[name]) for name in DETAILS]
    details += [(slot, found["slots"][slot], floor["slots"][slot]) for slot in found["slots"]]
    lower = table(("of the matched", "share", "naive"), details)
    return f"{counts}, {found['malformed_or_not_in_text']} malformed or not in the text\n\n{head}\n\n{lower}"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    parser.add_argument("--gold", type=Path, default=DATA / "claims_practice.jsonl", help="default: %(default)s")
    parser.add_argument("--articles", type=Path, help="default: the gold file's name with _articles")
    parser.add_argument("--article", action="append", help="only this article (repeat)")
    configure_report(parser)


def configure_report(parser: argparse.ArgumentParser) -> None:
    """Add the options of what is shown and written, common to `claims` and `seed`."""
    configure_whole(parser)
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write what was predicted, in the gold's form")
    parser.add_argument("--given", type=Path, metavar="FILE", help="score this prediction file; read nothing")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list the first N errors of each kind")
    parser.add_argument("--kind", action="append", choices=errors.KINDS, help="of the errors, only this kind (repeat)")
    parser.add_argument("--by", choices=KEYS, action="append", default=[], help="a table by this (repeat)")
    parser.add_argument("--compare", type=Path, metavar="OLD", help="gains and losses against a prediction file")


def run(options: argparse.Namespace) -> int:
    """Measure and print."""
    articles = options.articles or options.gold.with_name(f"{options.gold.stem}_articles.jsonl")
    given = task(options.gold, articles)
    if options.article:
        given = only(given, options.article)
    return show(given, options)


def _nothing(_: list[Paired]) -> dict[str, Any]:
    return {}


def show(given: Task, options: argparse.Namespace, further: Further = _nothing) -> int:
    """Measure a task and print what the options ask for; `further` adds figures of its own."""
    if options.given:
        found = list(rows(wanted(options.given, "--given")))
    else:
        found = predictions(reader(options.tagger), given.articles)
    if options.predictions:
        write_rows(options.predictions, found)
    print(failures(found), end="", file=sys.stderr)
    now = pairs(given, found)
    floor = pairs(given, predictions(naive, given.articles))
    result = {**figures(total(now)), **further(now), "naive": {**figures(total(floor)), **further(floor)}}
    if options.json:
        print(json.dumps(rounded(result)))
        return 0
    print(report(result))
    for key, value in further(now).items():
        print(f"{key}  {shown(value)}")
    for key in options.by:
        print(f"\n{breakdown(now, key, given.publishers)}")
    if options.misses or options.kind:
        print(errors.listing(errors.misses(now), options.misses or 20, tuple(options.kind or ())))
    if options.compare:
        old = pairs(given, list(rows(wanted(options.compare, "--compare"))))
        print(f"\n{compare(old, now)}")
    return 0


def only(given: Task, names: list[str]) -> Task:
    """The task cut to the articles of these names."""
    gold = ClaimFile({name: claims for name, claims in given.gold.claims.items() if name in names}, {})
    return Task(tuple(row for row in given.articles if row["id"] in names), gold)
