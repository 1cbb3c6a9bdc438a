"""Windows of words over one text: cut at sentence-like ends, overlapping, and which window answers for which word.

A window never mixes articles: it is made of one text's words, and a session reads one window at a time, since with
int8 weights a neighbour in the batch would change the answer. The same pieces always give the same windows.
"""

import bisect
import itertools
import re
from dataclasses import dataclass

from sayso.tag.wordpiece import Pieces

_ENDS = re.compile(r"[.!?…]")
_CLOSERS = frozenset("\"'”’»)].!?…")


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `first`..`last` (behind the last) are read together; for `own_first`..`own_last` the answer counts."""

    first: int
    last: int
    own_first: int
    own_last: int


def breaks(text: str, pieces: Pieces) -> tuple[int, ...]:
    """The pieces that begin a sentence-like stretch, increasing, without piece 0.

    One begins behind `.`, `!`, `?` or `…` with what closes after it and a blank, or behind the end of a line. An
    abbreviation that is cut so does no harm: windows overlap.
    """
    found = []
    ended = False
    for n in range(1, len(pieces)):
        if pieces.words[n] == pieces.words[n - 1]:
            continue
        before = text[pieces.starts[n - 1] : pieces.ends[n - 1]]
        ended = bool(_ENDS.fullmatch(before)) or (ended and before in _CLOSERS)
        gap = pieces.starts[n] - pieces.ends[n - 1]
        if gap > 0 and (ended or text.find("\n", pieces.ends[n - 1], pieces.starts[n]) >= 0):
            found.append(n)
            ended = False
    return tuple(found)


def windows(text: str, pieces: Pieces, size: int, overlap: int) -> tuple[Window, ...]:
    """Windows of at most `size` pieces that cover all pieces; neighbours share about `overlap` pieces.

    A window ends at the last sentence-like end in its last third, the next begins at the first one within the
    overlap; where there is none, at a word's end; where a word is that long, anywhere. Of two windows over the same
    pieces the one answers in which they stand more centrally: the border between them is the sentence-like end next
    to the middle of what they share, else the word there. Raises ValueError unless 0 <= overlap < size / 3.
    """
    if not 0 <= 3 * overlap < size:
        raise ValueError(f"an overlap of {overlap} pieces in windows of {size}; it must be less than a third")
    ends = breaks(text, pieces)
    spans = [(0, 0)]
    while spans[-1][1] < len(pieces):
        first = _next_first(pieces, ends, spans[-1][1], overlap)
        spans.append((first, _last(pieces, ends, first, size)))
    return _owned(pieces, ends, spans[1:])


def _last(pieces: Pieces, ends: tuple[int, ...], first: int, size: int) -> int:
    """Behind the last piece of the window that begins at `first`."""
    most = first + size
    if most >= len(pieces):
        return len(pieces)
    least = first + size - size // 3
    return _latest(ends, least, most) or _word_start(pieces, least, most) or most


def _next_first(pieces: Pieces, ends: tuple[int, ...], last: int, overlap: int) -> int:
    """Where the window after one that ends at `last` begins."""
    least = max(0, last - overlap)
    place = bisect.bisect_left(ends, least)
    if place < len(ends) and ends[place] < last:
        return ends[place]
    for n in range(max(1, least), last):
        if pieces.words[n] != pieces.words[n - 1]:
            return n
    return last


def _latest(ends: tuple[int, ...], least: int, most: int) -> int | None:
    """The last of `ends` in least..most, both included."""
    place = bisect.bisect_right(ends, most) - 1
    return ends[place] if place >= 0 and ends[place] >= least else None


def _word_start(pieces: Pieces, least: int, most: int) -> int | None:
    """The last piece in least+1..most at which a word begins."""
    for n in range(most, least, -1):
        if n < len(pieces) and pieces.words[n] != pieces.words[n - 1]:
            return n
    return None


def _owned(pieces: Pieces, ends: tuple[int, ...], spans: list[tuple[int, int]]) -> tuple[Window, ...]:
    borders = [0]
    for (_, last), (first, _) in itertools.pairwise(spans):
        borders.append(_border(pieces, ends, first, last))
    borders.append(len(pieces))
    return tuple(Window(*span, borders[n], borders[n + 1]) for n, span in enumerate(spans))


def _border(pieces: Pieces, ends: tuple[int, ...], first: int, last: int) -> int:
    """The sentence-like end in first..last next to the middle (the earlier of two), else the word at the middle."""
    middle = (first + last) // 2
    place = bisect.bisect_left(ends, middle)
    near = [end for end in ends[max(0, place - 1) : place + 1] if first <= end <= last]
    if near:
        return min(near, key=lambda end: (abs(end - middle), end))
    return _word_start(pieces, first, middle) or first
