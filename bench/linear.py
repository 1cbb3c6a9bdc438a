"""`python -m bench linear`: whether the time of every rule grows no faster than its text."""

import argparse
import gc
import json
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bench import hostile
from bench.predict import reading
from bench.rules import NoSupply, Rule, Supply, discover
from bench.tables import rounded, table

LENGTH = 1000
"""n, in code points: long enough that calling a function does not count, short enough that 16n is soon done."""
FACTORS = (1, 4, 16)
BOUND = 16 * 2.5
"""t(16n) / t(n) stays under this: 16 is linear, 256 is quadratic; the slack is for caches and other programs."""
STEP_BOUND = 4 * 1.5
"""Above BOUND, t(16n) / t(4n) decides: 4 is linear, 16 quadratic. On a busy machine long calls are interrupted and
the shortest are not, which tells on t(n) alone."""
REPEATS = 3
"""Measurements of the shortest text in one attempt: it is soon done, and its noise counts most."""
ATTEMPTS = 10
"""A ratio above the bound is measured again, keeping the least time of each length, before it counts."""
DEADLINE = 10.0
"""Seconds of processor time one call may take before it counts as never ending."""
PATIENCE = 15.0
"""Seconds after which one rule on one text is not measured again."""
WHOLE_LENGTH = {"straight quotes": 100_000, "open quotes": 100_000, "prose without stops": 1_000_000}
"""Texts that the whole path must get through (hostile-inputs.md asks for these), in code points."""
WHOLE_DEADLINE = 180.0
SHOWN = 40
"""Lines of the list of what breaks the bound."""


class TooSlow(Exception):
    """A call that went past the deadline."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One rule on one text: seconds at each length, and the `fault` where it did not end well."""

    rule: str
    text: str
    seconds: tuple[float, ...]
    fault: str = ""

    @property
    def ratio(self) -> float:
        """t(16n) / t(n); infinite where there was a fault."""
        return float("inf") if self.fault else self.seconds[-1] / max(self.seconds[0], 1e-9)

    @property
    def good(self) -> bool:
        """Within the bounds."""
        return not self.fault and within(self.seconds)


def within(seconds: Sequence[float]) -> bool:
    """Whether times at n, 4n and 16n grow as those of a linear rule."""
    return seconds[-1] <= BOUND * seconds[0] or seconds[-1] <= STEP_BOUND * seconds[-2]


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TooSlow in the block after these seconds of processor time (main thread only)."""

    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds:.0f} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds_of(rule: Rule, rules: tuple[Rule, ...], name: str, length: int, call: int) -> float:
    """The time of one call. Each call has another text, so that no cache answers in the rule's place."""
    ending = f" {rule.name} {call}"  # what one rule was given, another keeps in its cache too
    arguments = Supply(hostile.text(name, length, ending), rules).arguments(rule)
    gc.collect(0)
    gc.disable()
    try:
        with deadline(DEADLINE):
            start = time.perf_counter()
            try:
                rule.call(**arguments)
            except (LookupError, ValueError, OSError):
                if rule.reads_text:
                    raise  # a rule for words may refuse what is no word; one for texts reads any text
            return time.perf_counter() - start
    finally:
        gc.enable()


def growth(rule: Rule, rules: tuple[Rule, ...], name: str) -> Growth:
    """Measure one rule on one text; the least of several times at each length."""
    least = [float("inf")] * len(FACTORS)
    began = time.perf_counter()
    try:
        for attempt in range(ATTEMPTS):
            for at, factor in enumerate(FACTORS):
                for repeat in range(REPEATS if factor == 1 else 1):
                    took = seconds_of(rule, rules, name, LENGTH * factor, REPEATS * attempt + repeat)
                    least[at] = min(least[at], took)
            if within(least) or time.perf_counter() - began > PATIENCE:
                break
        if not within(least):
            least = _further(rule, rules, name, least)
    except NoSupply:
        raise
    except Exception as fault:  # noqa: BLE001 - any fault of a rule is a line of the table, not the end of it
        return Growth(rule.name, name, tuple(least), f"{type(fault).__name__}: {fault}")
    return Growth(rule.name, name, tuple(least))


def _further(rule: Rule, rules: tuple[Rule, ...], name: str, least: list[float]) -> list[float]:
    """The times at 16n, 64n and 256n: a limit inside a rule (its longest sentence) that bites between 4n and 16n looks
    like growth, and is past by then; a rule that is not linear still is not.
    """
    longer = [
        min(seconds_of(rule, rules, name, LENGTH * factor, 1000 + repeat) for repeat in range(2))
        for factor in (FACTORS[-1] * 4, FACTORS[-1] * 16)
    ]
    return [least[-1], *longer]


def measured(only: str = "") -> tuple[list[Growth], list[str]]:
    """Every rule (whose name holds `only`) on every text; and the functions that nothing here can call."""
    rules = discover()
    found: list[Growth] = []
    not_called = []
    for rule in rules:
        if only not in rule.name:
            continue
        try:
            Supply(hostile.text("prose", 200), rules).arguments(rule)
        except NoSupply as missing:
            not_called.append(f"{rule.name} ({missing})")
            continue
        if rule.reads_words:
            found += [growth(rule, rules, name) for name in hostile.names()]
    return found, not_called


def whole() -> list[Growth]:
    """The whole path on the largest texts: one time each, good if it ends before the deadline."""
    found = []
    for name, length in WHOLE_LENGTH.items():
        start = time.perf_counter()
        fault = ""
        try:
            with deadline(WHOLE_DEADLINE):
                outcome = reading({"id": name, "text": hostile.text(name, length)}).outcome
                fault = "" if outcome.good else outcome.reason
        except TooSlow as slow:
            fault = str(slow)
        took = time.perf_counter() - start
        found.append(Growth("whole path", f"{name}, {length} code points", (took,), fault))
    return found


def summary(found: list[Growth], largest: list[Growth]) -> dict[str, Any]:
    """The figures of this bench: `over` names what breaks the bound."""
    over = [f"{g.rule} on {g.text}" for g in (*found, *largest) if not g.good]
    worst = max((g.ratio for g in found if not g.fault), default=0.0)
    slowest = max((g.seconds[-1] for g in largest), default=0.0)
    return {
        "rules": len({g.rule for g in found}), "texts": len({g.text for g in found}), "bound": BOUND,
        "worst_ratio": worst, "slowest_whole_s": slowest, "over": over,
        "naive": {"worst_ratio": float(max(FACTORS) ** 2)},
    }  # fmt: skip


def measure(only: str = "") -> dict[str, Any]:
    """The figures, for the gate."""
    return summary(measured(only)[0], whole())


def report(found: list[Growth], largest: list[Growth], not_called: list[str]) -> str:
    """The worst text of each rule, what breaks the bound, and what could not be called."""
    worst: dict[str, Growth] = {}
    for g in found:
        if g.rule not in worst or g.ratio > worst[g.rule].ratio:
            worst[g.rule] = g
    head = ("rule (its worst text)", "n ms", "4n ms", "16n ms", "t(16n)/t(n)", "")
    lines = []
    for g in sorted(worst.values(), key=lambda g: -g.ratio):
        times = [1000 * s for s in g.seconds]
        lines.append((f"{g.rule} ({g.text})", *times, g.ratio, "" if g.good else f"OVER {BOUND:.0f} {g.fault}"))
    parts = [table(head, lines)]
    over = [g for g in found if not g.good]
    if over:
        parts.append("\nover the bound:")
        parts += [f"  {g.rule} on {g.text}: {g.fault or f'{g.ratio:.0f}'}" for g in over[:SHOWN]]
        parts += [f"  and {len(over) - SHOWN} more"] if len(over) > SHOWN else []
    parts.append("\n" + table(("whole path on", "s", ""), [(g.text, g.seconds[0], g.fault) for g in largest]))
    if not_called:
        parts.append("\nnot called by itself (and what it needs): " + ", ".join(not_called))
    parts.append(f"\nnaive floor: a quadratic rule has {max(FACTORS) ** 2}; bound {BOUND:.0f}, n = {LENGTH}")
    return "\n".join(parts)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the options of this bench."""
    parser.add_argument("--rule", default="", metavar="WORD", help="only rules whose name holds this word")
    parser.add_argument("--json", action="store_true", help="one flat JSON object")


def run(options: argparse.Namespace) -> int:
    """Measure and print; 1 where a rule breaks the bound."""
    found, not_called = measured(options.rule)
    largest = [] if options.rule else whole()
    result = summary(found, largest)
    print(json.dumps(rounded(result)) if options.json else report(found, largest, not_called))
    return 1 if result["over"] else 0
