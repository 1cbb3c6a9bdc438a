"""The words of one sentence with what attribution needs to know of each: place, folded form, capital."""

import re
from dataclasses import dataclass

from sayso.extract.sentences import Sentence

_TITLES = "Mr|Mrs|Ms|Dr|Gov|Gen|Col|Lt|Sen|Rep|Sgt|Capt|Maj|Adm|Rev|Prof|Brig|Cmdr|Msgr"
_WORD = re.compile(
    r"(?:(?i:"
    + _TITLES
    + r")\.(?=\s))|''|``|\d{1,3}(?:,\d{3}){1,4}(?:-[^\W_]+){0,3}(?!\w)"
    r"|(?:[^\W\d_]\.){2,6}(?:-[^\W_]+){0,3}|[^\W_]+(?:['’.\-/&][^\W_]+)*|[^\w\s]|_"
)
"""Titles with a stop, numbers in groups of three (the comma of "40,000" parts no clause), initials, words, signs."""
_OPEN_QUOTES = "“„«"
_CLOSE_QUOTES = "”»"
SHOUTED = 0.7
"""Share of capital letters above which a sentence is taken as upper-case wire text, where capitals say nothing."""
HOMOGRAPHS = frozenset({"IS", "US", "IT", "WHO", "MAY", "ARE", "AM", "AN"})
"""Names in capitals that would read as small words in lower case; they keep their capitals when folded."""
LONGEST = 600
"""Words read of one sentence: no honest sentence is longer, and each rule stays linear in the text."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word or sign. `low` is its lower case without a possessive ending; `cap` whether a capital marks a name."""

    start: int
    end: int
    low: str
    cap: bool
    sign: bool

    @property
    def quote(self) -> bool:
        """Whether this is a quotation mark."""
        return self.low in ('"', "''", "``", *_OPEN_QUOTES, *_CLOSE_QUOTES)


POSSESSIVE = 2
"""Code points of a possessive ending that has its apostrophe."""


def owns(word: Word) -> bool:
    """Whether the word carries a possessive ending with its apostrophe: `low` has lost it."""
    return word.end - word.start == len(word.low) + POSSESSIVE


def _folded(raw: str) -> str:
    low = raw.lower()
    for ending in ("'s", "’s"):
        low = low.removesuffix(ending)
    return low


def shouted(part: str) -> bool:
    """Whether the letters are nearly all capitals."""
    letters = [c for c in part if c.isalpha()]
    return len(letters) > 20 and sum(c.isupper() for c in letters) / len(letters) >= SHOUTED


def words_of(text: str, tile: Sentence) -> tuple[Word, ...]:
    """The words and signs of one tile, in order."""
    shout = shouted(text[tile.start : min(tile.stop, tile.start + 400)])
    found: list[Word] = []
    for match in _WORD.finditer(text, tile.start, tile.stop):
        raw = match[0]
        sign = not raw[0].isalnum()
        cap = raw[0].isupper() and not shout
        if not cap and not shout and "-" in raw:
            cap = any(part[:1].isupper() for part in raw.split("-"))
        low = raw if not shout and raw in HOMOGRAPHS else _folded(raw)
        found.append(Word(match.start(), match.end(), low, cap, sign))
        if len(found) == LONGEST:
            break
    return tuple(found)
