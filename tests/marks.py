"""Marked sentences: `[source Police] [cue said] [content two men were hurt].` is a text and the spans it should give.

A mark is `[label words]`; marks may nest. The harness strips them and returns the bare text with exact spans, so a
test compares offsets and not only words. A literal bracket has a backslash before it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """One span of the bare text, in code points, with its label."""

    start: int
    end: int
    label: str
    words: str


def read_marks(marked: str) -> tuple[str, tuple[Mark, ...]]:
    """Strip the marks. Raises ValueError where a bracket is not closed or not opened."""
    bare: list[str] = []
    opened: list[tuple[str, int]] = []
    spans: list[tuple[int, int, str]] = []
    n = 0
    while n < len(marked):
        if marked[n : n + 2] in ("\\[", "\\]"):
            bare.append(marked[n + 1])
            n += 2
        elif marked[n] == "[":
            label, blank, _ = marked[n + 1 :].partition(" ")
            if not blank:
                raise ValueError(f"a mark without words at {n}: {marked[n:]!r}")
            opened.append((label, len(bare)))
            n += len(label) + 2
        elif marked[n] == "]":
            if not opened:
                raise ValueError(f"a bracket closed and not opened at {n}: {marked!r}")
            label, start = opened.pop()
            spans.append((start, len(bare), label))
            n += 1
        else:
            bare.append(marked[n])
            n += 1
    if opened:
        raise ValueError(f"the mark {opened[-1][0]!r} is never closed: {marked!r}")
    text = "".join(bare)
    return text, tuple(sorted(Mark(start, end, label, text[start:end]) for start, end, label in spans))


def spans_of(marks: tuple[Mark, ...], label: str) -> list[tuple[int, int]]:
    """The spans of the marks with this label, in order."""
    return [(mark.start, mark.end) for mark in marks if mark.label == label]
