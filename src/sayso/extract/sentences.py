"""Split a text into sentences that tile it exactly, in linear time.

Candidate ends are `.`, `!`, `?`, `…` (with what closes after them) before a blank, and line ends. What follows decides,
together with the list of abbreviations. No rule looks further than one word ahead or back.
"""

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load

CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«(["
_END = re.compile(rf"[.!?…]{{1,4}}[{re.escape(CLOSERS)}]{{0,4}}(?=\s|$)|[a-z0-9)”\"][.!?](?=[A-Z][a-z])|\n")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,11}$")
_NEXT = re.compile(rf"\s{{0,64}}[{re.escape(OPENERS)}]{{0,4}}\s?(\S{{0,24}})")
WRAP_WIDTH = 100
"""Code points: lines are taken as hard-wrapped where the text has blank lines and its lines are shorter than this."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One tile of the text: `start`..`end` with the blanks that follow it; `stop` is the end of its last word."""

    start: int
    stop: int
    end: int


@functools.cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    table = load("abbreviations")
    return tuple(frozenset(table[k]) for k in ("before_name", "before_number", "either", "openers"))  # type: ignore[return-value] # four keys, four sets


def _hard_wrapped(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    return "\n\n" in text and len(lines) > 3 and max(map(len, lines)) <= WRAP_WIDTH


def _ends_here(text: str, found: re.Match[str], wrapped: bool) -> bool:
    """Whether the candidate closes a sentence."""
    if found[0] == "\n":
        return _line_ends_it(text, found.start(), wrapped)
    following = _NEXT.match(text, found.end())
    after = following[1] if following else ""
    if not after:
        return True
    if after[0].islower():
        return False
    if not found[0].lstrip("abcdefghijklmnopqrstuvwxyz0123456789)”\"").startswith("."):
        return True
    before = _WORD_BEFORE.search(text, max(0, found.start() - 12), found.start())
    word = before[0].lower() if before else ""
    names, numbers, either, openers = _lists()
    if word in names or (word in numbers and after[0].isdigit()):
        return False
    if word in either or len(word) == 1:
        return re.sub(r"\W+$", "", after).lower() in openers
    return True


def _line_ends_it(text: str, end: int, wrapped: bool) -> bool:
    """Whether the line end at `end` closes a sentence: not in a wrapped text, nor where a lower-case word goes on."""
    following = text[end + 1 : end + 2]
    if following in ("\n", ""):
        return True
    goes_on = following.islower() and text[max(0, end - 2) : end].rstrip()[-1:] not in ".!?…:"
    return not wrapped and not goes_on


def sentences(text: str) -> tuple[Sentence, ...]:
    """Split the text. The tiles join to the text: `"".join(text[s.start:s.end] for s in sentences(text)) == text`."""
    wrapped = _hard_wrapped(text)
    tiles: list[Sentence] = []
    start = 0
    for found in _END.finditer(text):
        if found.start() < start or not _ends_here(text, found, wrapped):
            continue
        end = found.end()
        while end < len(text) and text[end].isspace():
            end += 1
        _append(tiles, text, start, end)
        start = end
    if start < len(text):
        _append(tiles, text, start, len(text))
    return tuple(tiles)


def _append(tiles: list[Sentence], text: str, start: int, end: int) -> None:
    stop = start + len(text[start:end].rstrip())
    tiles.append(Sentence(start, max(stop, start), end))
