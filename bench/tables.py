"""Figures as tables for people: aligned columns, the naive floor beside each figure."""

from collections.abc import Sequence
from typing import Any


def shown(value: Any) -> str:
    """A cell: fractions with three digits, "-" for nothing."""
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.3f}"
    return str(value)


def table(head: Sequence[str], body: Sequence[Sequence[Any]]) -> str:
    """Aligned columns: the first to the left, the others to the right."""
    lines = [[shown(cell) for cell in line] for line in (head, *body)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    aligned = []
    for first, *others in lines:
        cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))]
        aligned.append("  ".join(cells).rstrip())
    return "\n".join(aligned)


def rounded(value: Any) -> Any:
    """Fractions with six digits, so that a JSON line stays readable; everything else as it is."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return value
