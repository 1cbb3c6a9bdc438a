"""`python -m bench gate`: every figure against its floor; floors only rise."""

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import claims, fakes, linear, seed
from bench import dates as dates_bench
from bench.dates_command import FIGURES as DATES
from bench.files import DATA, SEED, sha256
from bench.floors import EPSILON, FLOORS, TAGGED, Bench, Line, Lowered, compare, raised, read, write
from bench.matching import SLOTS
from bench.scoring import HEADLINES
from bench.tables import table


@dataclass(frozen=True, slots=True)
class Check:
    """One bench of the gate: the data it needs, how to measure, and the figures that have floors."""

    name: str
    data: tuple[Path, ...]
    measure: Callable[[], dict[str, Any]]
    figures: tuple[str, ...]
    slack: float = EPSILON


LINEAR = "linear"
"""The name of the check that needs no data and has a bound in place of floors."""
_CLAIMS = (*HEADLINES, *(f"recalled.{slot}" for slot in SLOTS))
"""No share of the matched claims: such a share may sink when more claims are found."""
RULES = "none"
"""The tagger of the checks of the rules alone; those called "...-tagged" have the default one."""
_SEED = (SEED / "article.json", SEED / "claims.jsonl")
_PRACTICE = (DATA / "claims_practice.jsonl", DATA / "claims_practice_articles.jsonl")
_FAKES = DATA / "fakes_practice.jsonl"
_UNTRAINED = ("all_read", *(f"untrained.{field}" for field in fakes.FIELDS))
"""The network has learnt from the other articles: a figure over them would be measured on training data."""
_DATES = DATA / "meantime_timex.jsonl"

CHECKS = (
    Check("seed", _SEED, lambda: seed.measured(SEED, RULES), (*HEADLINES, "stated_dates")),
    Check("claims", _PRACTICE, lambda: claims.measure(claims.task(*_PRACTICE), RULES), _CLAIMS),
    Check("fakes", (_FAKES,), lambda: fakes.measure(_FAKES, RULES), ("all_read", *fakes.FIELDS)),
    Check("seed-tagged", _SEED, lambda: seed.measured(SEED), (*HEADLINES, "stated_dates"), TAGGED),
    Check("claims-tagged", _PRACTICE, lambda: claims.measure(claims.task(*_PRACTICE)), _CLAIMS, TAGGED),
    Check("fakes-tagged", (_FAKES,), lambda: fakes.measure(_FAKES), _UNTRAINED, TAGGED),
    Check("dates", (_DATES,), lambda: dates_bench.measure(_DATES), (*DATES, *(f"whole_text.{name}" for name in DATES))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measured:
    """What one check gave; `found` is None where its data is not here."""

    check: Check
    found: dict[str, Any] | None
    sha256: str = ""
    missing: str = ""


def measured(check: Check) -> Measured:
    """Measure, unless the data is not here."""
    absent = [str(path) for path in check.data if not path.is_file()]
    if absent:
        return Measured(check, None, missing=", ".join(absent))
    return Measured(check, check.measure(), sha256(check.data))


def lines_of(got: Measured, floors: dict[str, Bench]) -> list[Line]:
    """The figures of one check against their floors."""
    bench = floors.get(got.check.name)
    return compare(got.check.name, bench, got.found, got.sha256) if bench and got.found is not None else []


def report(every: list[Measured], lines: list[Line]) -> str:
    """The table of all floors, and what was skipped or has no floor yet, in plain sight."""
    shown = [(f"{line.bench} {line.figure}", line.floor, line.reached, line.verdict) for line in lines]
    parts = [table(("figure", "floor", "reached", ""), shown)]
    parts += [f"SKIPPED {got.check.name}: {got.missing} is not there" for got in every if got.found is None]
    with_floors = {line.bench for line in lines}
    parts += [
        f"NO FLOOR {got.check.name}: run `python -m bench gate --raise`"
        for got in every
        if got.found is not None and got.check.name not in with_floors
    ]
    failed = sum(not line.good for line in lines)
    parts.append(f"gate: {failed} of {len(lines)} floors not held" if failed else f"gate: all {len(lines)} floors held")
    return "\n".join(parts)


def rise(every: list[Measured], path: Path) -> str:
    """Write the risen floors; raises Lowered, and writes nothing, where one would sink."""
    floors = read(path)
    risen = dict(floors)
    for got in every:
        if got.found is not None:
            name = got.check.name
            risen[name] = raised(name, floors.get(name), got.found, got.sha256, got.check.figures, got.check.slack)
    write(risen, path)
    was = {(name, figure): floor for name, bench in floors.items() for figure, floor in bench.floors.items()}
    now = [
        (f"{name} {figure}", was.get((name, figure)), floor)
        for name, bench in risen.items()
        for figure, floor in bench.floors.items()
        if floor != was.get((name, figure))
    ]
    return table(("raised", "from", "to"), now) if now else "no floor rises"


def linear_report(growth: dict[str, Any]) -> str:
    """One line on the growth of time, and each rule that breaks the bound."""
    head = f"linear: {growth['rules']} rules on {growth['texts']} texts, worst t(16n)/t(n) {growth['worst_ratio']:.1f}"
    tail = f"bound {growth['bound']:.0f}, slowest whole text {growth['slowest_whole_s']:.1f} s"
    return "\n".join([f"{head}, {tail}", *(f"  OVER {name}" for name in growth["over"])])


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    names = [check.name for check in CHECKS] + [LINEAR]
    parser.add_argument("--raise", dest="rise", action="store_true", help="raise the floors to what is reached now")
    parser.add_argument("--only", action="append", choices=names, help="only this bench (repeat)")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Measure everything and compare, or raise; 1 where a floor is not held or would sink."""
    every = [measured(check) for check in CHECKS if not options.only or check.name in options.only]
    if options.rise:
        try:
            print(rise(every, options.floors))
        except Lowered as lowered:
            print(f"nothing written: {lowered}")
            return 1
        return 0
    floors = read(options.floors)
    lines = [line for got in every for line in lines_of(got, floors)]
    growth = linear.measure() if not options.only or LINEAR in options.only else {"over": []}
    failed = [f"{line.bench}.{line.figure}" for line in lines if not line.good] + growth["over"]
    if options.json:
        skipped = [got.check.name for got in every if got.found is None]
        print(json.dumps({"good": not failed, "floors": len(lines), "failed": failed, "skipped": skipped}))
    else:
        print(report(every, lines))
        if "rules" in growth:
            print(linear_report(growth))
    return 1 if failed else 0
