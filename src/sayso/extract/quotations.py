"""Find quotations: straight and curly marks, over several sentences, closed or left open."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from sayso.extract.sentences import Sentence

_MARK = re.compile(r"\"{1,3}|“|”|„|«|»|''|``")
LONGEST = 4000
"""Code points: a quotation that is not closed within these is taken to have lost its closer."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """`start`..`end` with its marks, `first`..`last` within them. `closed` is False where a mark is missing."""

    start: int
    end: int
    first: int
    last: int
    closed: bool = True


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a straight mark opens: nothing solid before it, something solid after it."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return (not before or before.isspace() or before in "([-—–:") and bool(after) and not after.isspace()


def _closes(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return bool(before) and not before.isspace() and (not after or not after.isalnum())


def quotations(text: str, tiles: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """All quotations in order; they do not nest. One pass over the marks.

    A mark that opens while another is open shows that a closer is missing: the earlier quotation then ends with the
    sentence it began in. A closer with no opener closes nothing.
    """
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    ends = [tile.end for tile in tiles]

    def abandon(at: tuple[int, int], limit: int) -> None:
        tile = tiles[min(bisect_right(ends, at[0]), len(tiles) - 1)]
        stop = min(max(tile.stop, at[1]), limit)
        if stop > at[1]:
            found.append(Quotation(at[0], stop, at[1], stop, closed=False))

    for match in _MARK.finditer(text):
        start, end, raw = match.start(), match.end(), match[0]
        opener = raw[0] in "“„«`" or (raw[0] in "\"'" and _opens(text, start, end))
        closer = raw[0] in "”»" or (raw[0] in "\"'" and (_closes(text, start, end) or not opener))
        if opened and start - opened[0] > LONGEST:
            abandon(opened, start)
            opened = None
        if opened and closer and not (opener and raw[0] in "“„«`"):
            if start > opened[1]:
                found.append(Quotation(opened[0], end, opened[1], start))
            opened = None
        elif opener:
            if opened:
                abandon(opened, start)
            opened = (start, end)
    if opened and tiles:
        abandon(opened, len(text))
    return tuple(found)
