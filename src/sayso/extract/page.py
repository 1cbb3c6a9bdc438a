"""One article as the event readers see it: its words sentence by sentence, and lookups of word rows."""

import functools
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.extract.sentences import Sentence
from sayso.extract.words import Word, shouted, words_of
from sayso.lexicon import load

Words = tuple[Word, ...]
SHOUT_SAMPLE = 400
"""Code points of a tile that tell whether it is upper-case wire text, as in words.py."""


@functools.cache
def function_words(*names: str) -> frozenset[str]:
    """The union of these lists of the function word lexicon."""
    lists = load("function_words")
    return frozenset(word for name in names for word in lists[name])


@functools.cache
def phrase_table(lexicon: str, section: str, key: str = "") -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word -> the word rows of the list that begin with it, longest first."""
    words: Iterable[str] = load(lexicon)[section][key] if key else load(lexicon)[section]
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        row = tuple(phrase.split())
        rows.setdefault(row[0], []).append(row)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in rows.items()}


def match_row(words: Words, at: int, table: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """How many words from `at` on are an entry of the table; 0 for none. A lost apostrophe ("Syrias") is forgiven."""
    for low in _stems(words[at]):
        for row in table.get(low, ()):
            if len(row) == 1:
                return 1
            rest = words[at + 1 : at + len(row)]
            if len(rest) == len(row) - 1 and all(w.low in (r, r + "s") for w, r in zip(rest, row[1:], strict=True)):
                return len(row)
    return 0


def _stems(word: Word) -> tuple[str, ...]:
    low = word.low.lower()
    return (low, low[:-1]) if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else (low,)


@dataclass(frozen=True, slots=True)
class Page:
    """The text, its tiles, each tile's words, and whether the tile is upper-case wire text."""

    text: str
    tiles: tuple[Sentence, ...]
    starts: tuple[int, ...]
    words: tuple[Words, ...]
    shouted: tuple[bool, ...]

    def tile_at(self, position: int) -> int:
        """The number of the tile that holds the position."""
        return max(0, bisect_right(self.starts, position) - 1)

    def inside(self, tile: int, start: int, end: int) -> tuple[int, int]:
        """First and one-past-last word of the tile inside the stretch."""
        words = self.words[tile]
        low = next((n for n, w in enumerate(words) if w.start >= start), len(words))
        high = next((n for n in range(low, len(words)) if words[n].end > end), len(words))
        return low, high


def page_of(text: str, tiles: tuple[Sentence, ...]) -> Page:
    """Cut the words of every tile once."""
    return Page(
        text,
        tiles,
        tuple(t.start for t in tiles),
        tuple(words_of(text, tile) for tile in tiles),
        tuple(shouted(text[t.start : min(t.stop, t.start + SHOUT_SAMPLE)]) for t in tiles),
    )
