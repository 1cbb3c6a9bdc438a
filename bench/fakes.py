"""`python -m bench fakes`: whole articles against the crowd's one answer to each: where, who, how, how many, when."""

import argparse
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.fakes_answers import answers
from bench.fakes_floor import floor_answers
from bench.files import DATA, rows, wanted, write_rows
from bench.predict import reading
from bench.tables import rounded, table
from bench.tagger_option import configure_whole
from sayso.export import rows as export_rows
from sayso.tag import DEFAULT

EXACT = {"governorate": "location", "actor": "actor", "cause": "cause_of_death", "civilians": "civilians",
         "noncivilians": "noncivilians", "children": "children", "women": "women"}  # fmt: skip
"""Our keys, and the crowd's."""
FIELDS = (*EXACT, "killed", "date_1d")
TRAINED = ("claims_train_articles.jsonl", "claims_practice_articles.jsonl")
"""Articles that rules were tuned on, or a tagger was trained on; found beside the data file."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One article's row, and what was answered; `fault` where reading stopped on one."""

    row: Mapping[str, Any]
    given: Mapping[str, Any]
    fault: str = ""


def answered(row: dict[str, Any], tagger_name: str = DEFAULT) -> Answered:
    """Read one article and answer. A fault anywhere answers nothing and is kept."""
    try:
        got = reading(row, tagger_name)
        if not got.outcome.good:
            return Answered(row, {}, f"{got.outcome.status}: {got.outcome.reason}")
        return Answered(row, answers(row, list(export_rows(got))))
    except Exception as fault:  # noqa: BLE001 - counting the crashes is what this is for
        return Answered(row, {}, f"{type(fault).__name__}: {fault}")


def _within_a_day(given: Any, gold: str) -> bool:
    try:
        return abs((dt.date.fromisoformat(str(given)) - dt.date.fromisoformat(gold)).days) <= 1
    except ValueError:
        return False


def _killed(answer: Mapping[str, Any]) -> int | None:
    parts = answer.get("civilians"), answer.get("noncivilians")
    return None if None in parts else sum(parts)  # type: ignore[arg-type] # None is ruled out


def right(one: Answered) -> dict[str, bool | None]:
    """Field by field whether the answer is the crowd's; None where the field does not count for this article."""
    gold, given = one.row["gold"], one.given
    out: dict[str, bool | None] = {ours: given.get(theirs) == gold[theirs] for ours, theirs in EXACT.items()}
    out["killed"] = _killed(given) == _killed(gold)
    dated = one.row.get("published_from") == "text"
    out["date_1d"] = _within_a_day(given.get("date"), gold["date"]) if dated else None
    return out


def figures(every: list[Answered]) -> dict[str, Any]:
    """Share of right answers, field by field."""
    marks = [right(one) for one in every]
    out: dict[str, Any] = {"articles": len(every)}
    for field in FIELDS:
        counted = [mark[field] for mark in marks if mark[field] is not None]
        out[field] = sum(map(bool, counted)) / len(counted) if counted else None
    return out


def untrained(every: list[Answered], folder: Path) -> list[Answered] | None:
    """The articles that no rule was tuned on; None where the lists of those that were are not beside the data."""
    lists = [folder / name for name in TRAINED]
    if not all(path.is_file() for path in lists):
        return None
    known = {row["id"] for path in lists for row in rows(path)}
    return [one for one in every if one.row["id"] not in known]


def _all_figures(every: list[Answered], folder: Path) -> dict[str, Any]:
    new = untrained(every, folder)
    return {**figures(every), "untrained": figures(new) if new else None}


def read_all(data: Path, tagger_name: str = DEFAULT) -> list[Answered]:
    """Every article of the data read and answered. Raises DataMissing."""
    return [answered(row, tagger_name) for row in rows(wanted(data, "--data"))]


def result(every: list[Answered], folder: Path) -> dict[str, Any]:
    """All figures, over all articles and over the untrained, with the floor's under `naive`."""
    floor = [Answered(one.row, floor_answers(one.row)) for one in every]
    crashed = sum(bool(one.fault) for one in every)
    read = {"crashed": crashed, "all_read": float(not crashed)}
    return {**_all_figures(every, folder), **read, "naive": _all_figures(floor, folder)}


def measure(data: Path, tagger_name: str = DEFAULT) -> dict[str, Any]:
    """The figures, for the gate."""
    return result(read_all(data, tagger_name), data.parent)


def report(found: dict[str, Any], every: list[Answered]) -> str:
    """The figures for people."""
    new, floor = found["untrained"] or {}, found["naive"]
    new_floor = floor["untrained"] or {}
    lines = [(f, found[f], floor[f], new.get(f), new_floor.get(f)) for f in FIELDS]
    head = ("right", f"all {found['articles']}", "naive", f"untrained {new.get('articles', '-')}", "naive")
    faults = "\n".join(f"  {one.row['id']}: {one.fault}" for one in every if one.fault)
    ran = f"{found['articles'] - found['crashed']} of {found['articles']} articles read without a crash"
    return f"{ran}\n{faults}\n{table(head, lines)}" if faults else f"{ran}\n\n{table(head, lines)}"


def misses(every: list[Answered], fields: list[str], most: int) -> str:
    """The first wrong answers of each of these fields."""
    parts = []
    for field in fields:
        wrong = [one for one in every if right(one)[field] is False]
        parts.append(f"\n{field}: {len(wrong)} wrong")
        names = {"killed": ("civilians", "noncivilians"), "date_1d": ("date",)}.get(field) or (EXACT[field],)
        for one in wrong[:most]:
            sides = [tuple(side.get(name) for name in names) for side in (one.row["gold"], one.given)]
            parts.append(f"  {one.row['id']}: gold {sides[0]}, got {sides[1]} | {one.row.get('title')}")
    return "\n".join(parts)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    parser.add_argument("--data", type=Path, default=DATA / "fakes_practice.jsonl", help="default: %(default)s")
    configure_whole(parser)
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write the answers, in the form of the data")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N wrong answers of each field")
    parser.add_argument("--field", action="append", choices=FIELDS, help="of the wrong answers, only this field")


def run(options: argparse.Namespace) -> int:
    """Measure and print; 1 where an article crashed."""
    every = read_all(options.data, options.tagger)
    if options.predictions:
        kept = ({k: v for k, v in one.row.items() if k not in ("text", "gold")} | {"gold": one.given} for one in every)
        write_rows(options.predictions, kept)
    found = result(every, options.data.parent)
    if options.json:
        print(json.dumps(rounded(found)))
    else:
        print(report(found, every))
        if options.misses or options.field:
            print(misses(every, options.field or list(FIELDS), options.misses or 20))
    return 1 if found["crashed"] else 0
