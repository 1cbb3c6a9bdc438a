"""Floors of figures that only rise: read, compare, raise. The floors are data: floors.toml."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

FLOORS = Path(__file__).parent / "floors.toml"
EPSILON = 0.002
"""Kept below what was reached when a floor is written, so that a rounding elsewhere does not break the gate."""
TAGGED = 0.02
"""The same where an int8 network takes part: its products differ from one processor to the next, and close calls fall
otherwise."""

Verdict = Literal["ok", "BELOW", "DATA CHANGED", "MISSING"]


@dataclass(frozen=True, slots=True)
class Bench:
    """The floors of one bench, and the digest of the data they were reached on."""

    sha256: str
    floors: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Line:
    """One figure against its floor. `reached` is None where the bench did not give the figure."""

    bench: str
    figure: str
    floor: float
    reached: float | None
    verdict: Verdict

    @property
    def good(self) -> bool:
        """Whether the gate passes by it."""
        return self.verdict == "ok"


class Lowered(ValueError):
    """A floor that would be lowered; the message names it."""


def read(path: Path = FLOORS) -> dict[str, Bench]:
    """The floors of every bench; nothing where there is no file yet."""
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: Bench(given.pop("sha256"), given) for name, given in table.items()}


def write(benches: Mapping[str, Bench], path: Path = FLOORS) -> None:
    """Write the floors of every bench."""
    parts = ["# Floors of `python -m bench gate`. They only rise: `python -m bench gate --raise` writes them.\n"]
    for name, bench in benches.items():
        parts.append(f'\n[{name}]\nsha256 = "{bench.sha256}"\n')
        parts += [f'"{figure}" = {floor}\n' for figure, floor in bench.floors.items()]
    path.write_text("".join(parts), encoding="utf-8")


def flat(found: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """The figures of a bench as fractions by dotted name: of [P, R, F1] the F1, of the floor's nothing."""
    out: dict[str, float] = {}
    for key, value in found.items():
        if key == "naive":
            continue
        if isinstance(value, Mapping):
            out |= flat(value, f"{prefix}{key}.")
        elif isinstance(value, list | tuple):
            if len(value) == 3:
                out[f"{prefix}{key}"] = float(value[2])
        elif isinstance(value, float):
            out[f"{prefix}{key}"] = value
    return out


def compare(name: str, bench: Bench, found: Mapping[str, Any], sha256: str) -> list[Line]:
    """Every floor of a bench against what was reached. Figures on other data than the floors' never pass."""
    reached = flat(found)
    lines = []
    for figure, floor in bench.floors.items():
        got = reached.get(figure)
        if sha256 != bench.sha256:
            verdict: Verdict = "DATA CHANGED"
        elif got is None:
            verdict = "MISSING"
        else:
            verdict = "ok" if got >= floor else "BELOW"
        lines.append(Line(name, figure, floor, got, verdict))
    return lines


def _floor(reached: float, slack: float) -> float:
    """Three digits below what was reached; what is perfect stays so, unless processors may differ about it."""
    if reached == 1.0 and slack <= EPSILON:
        return 1.0
    return max(0.0, math.floor((reached - slack) * 1000) / 1000)


def raised(
    name: str,
    old: Bench | None,
    found: Mapping[str, Any],
    sha256: str,
    figures: tuple[str, ...],
    slack: float = EPSILON,
) -> Bench:
    """The floors of a bench risen to what was reached, less the slack. Raises Lowered where one would sink."""
    reached = flat(found)
    if old is not None and old.sha256 != sha256:
        raise Lowered(f"{name}: the data changed; look at its figures, then remove [{name}] from floors.toml by hand")
    before = dict(old.floors) if old else {}
    sinking = [f"{name}.{figure} from {floor} to {reached.get(figure)}" for figure, floor in before.items()
               if reached.get(figure, -1.0) < floor]  # fmt: skip
    if sinking:
        raise Lowered(f"a floor is never lowered: {'; '.join(sinking)}")
    floors = dict(before)
    for figure in figures:
        if figure in reached:
            floors[figure] = max(_floor(reached[figure], slack), before.get(figure, 0.0))
    return Bench(sha256, floors)
