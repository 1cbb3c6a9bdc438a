"""Cut a region into propositions: the shortest stretches that each state one event whole.

A region is cut at connectives ("but", "while", "after", "where", ...), and a piece is kept if it tells of something
countable: an event word that stands by itself, or a counted harm. How far each connective parts is data
(lexicon/connectives.toml); the rule here is the same for all.
"""

import functools
import re
from dataclasses import dataclass

from sayso.extract.regions import Region
from sayso.extract.triggers import Trigger, triggers
from sayso.lexicon import alternatives, load
from sayso.record import Attribution, Mention

_EDGE = " \t\r\n,;:.!?…-–—\"”’»“‘«"
_QUOTES = "\"”’»“‘«"
SHORT = 5
"""Words: a shorter piece without a verb ("the attack") names an event and claims nothing about it."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Words that state one event, and the attributions they stand under (() = the publisher's own)."""

    quote: Mention
    voices: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    joined_by: str
    strong: tuple[Trigger, ...]
    weak: tuple[Trigger, ...]


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    table = load("connectives")
    kinds = {word: kind for kind in ("apart", "maybe") for word in table[kind]}
    cut = re.compile(rf"(?<=[\s,;])(?P<word>{alternatives(kinds)})(?=\s)|(?P<stop>;)(?=\s)|(?P<dash>\s[-–—]{{1,2}}\s)", re.I)
    head = re.compile(rf"{alternatives(table['heads'])}(?=\s)", re.I)
    return cut, head, kinds


def _pieces(text: str, region: Region) -> list[_Piece]:
    cut, _, kinds = _patterns()
    edges = [(region.start, "")]
    for found in cut.finditer(text, region.start, region.end):
        word = " ".join(found["word"].lower().split()) if found["word"] else ""
        edges.append((found.start(), kinds[word] if word else "apart" if found["stop"] else "maybe"))
    edges.append((region.end, ""))
    row = []
    for (start, kind), (end, _) in zip(edges, edges[1:], strict=False):
        seen = triggers(text, start, end)
        strong = tuple(t for t in seen if t.strength == "strong")
        row.append(_Piece(start, end, kind, strong, tuple(t for t in seen if t.strength == "weak")))
    return row


def _tells_of(pieces: list[_Piece]) -> set[str]:
    """The event types told of; harm alone ("killed") goes with any and tells of none."""
    return {trigger.type for piece in pieces for trigger in piece.strong if not trigger.toll}


_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|did|does|will|would|could|can|may)\b", re.I)


def _is_clause(text: str, pieces: list[_Piece]) -> bool:
    """Whether the words hold a verb of their own and are no mere name ("a raid on the town, where ...")."""
    if any(t.form == "verb" for piece in pieces for t in piece.strong):
        return True
    return _FINITE.search(text, pieces[0].start, pieces[-1].end) is not None


def _parts(text: str, group: list[_Piece], piece: _Piece) -> bool:
    """Whether the piece opens a proposition of its own after the group."""
    if piece.joined_by == "apart":
        return True
    before, here = _tells_of(group), _tells_of([piece])
    return bool(before) and bool(here - before) and _is_clause(text, group) and _is_clause(text, [piece])


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, marks and connectives at its ends; a mark of quotation stays if its mate is inside."""
    _, head, _ = _patterns()
    while start < end:
        if text[start] in _EDGE and not (text[start] in _QUOTES and _mate(text, start + 1, end)):
            start += 1
        elif found := head.match(text, start, end):
            start = found.end()
        else:
            break
    while end > start and text[end - 1] in _EDGE and not (text[end - 1] in _QUOTES and _mate(text, start, end - 1)):
        end -= 1
    return start, end


def _mate(text: str, start: int, end: int) -> bool:
    return sum(text.count(mark, start, end) for mark in _QUOTES) % 2 == 1


def propositions(text: str, regions: tuple[Region, ...]) -> tuple[Proposition, ...]:
    """The propositions of all regions, in order."""
    found = []
    for region in regions:
        groups: list[list[_Piece]] = []
        for piece in _pieces(text, region):
            if groups and not _parts(text, groups[-1], piece):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        for group in groups:
            start, end = _trimmed(text, group[0].start, group[-1].end)
            if end > start and _counts(text, group, region, start, end):
                found.append(Proposition(Mention(start, end, text), region.voices))
    return tuple(found)


def _counts(text: str, group: list[_Piece], region: Region, start: int, end: int) -> bool:
    """Whether the words say something countable (docs/terms.md, "which propositions count")."""
    if any(voice.stance == "denies" for voice in region.voices):
        return True
    words = len(text[start:end].split())
    return any(p.strong for p in group) and (words >= SHORT or _is_clause(text, group) and words > 2)
