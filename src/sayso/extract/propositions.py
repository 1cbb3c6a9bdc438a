"""Cut a region into propositions: the shortest stretches that each state one event whole.

A region is cut at connectives ("but", "while", "after", "where", ...), and a piece is kept if it tells of something
countable: an event word that stands by itself, or a counted harm. How far each connective parts is data
(lexicon/connectives.toml); the rule here is the same for all.
"""

import functools
import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.casualties import casualties
from sayso.extract.regions import Region
from sayso.extract.triggers import Trigger, triggers
from sayso.lexicon import alternatives, load
from sayso.record import Attribution, Mention

_EDGE = " \t\r\n,;:.!?…-–—\"”’»“‘«"
_QUOTES = "\"”’»“‘«"
SHORT = 5
"""Words: a shorter piece without a verb ("the attack") names an event and claims nothing about it."""
LEAD = 110
"""Code points a phrase before the main clause may have up to its comma."""
TAIL = 24
"""Code points in which the connectives at the end of a quote are looked for."""
NEAR = 80
"""Code points within which a denier stands to what is denied."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """Words that state one event, and the attributions they stand under (() = the publisher's own).

    `region` is the code point at which the region begins that it was cut from.
    """

    quote: Mention
    voices: tuple[Attribution, ...]
    region: int
    found_by: str = "rules"


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    joined_by: str
    strong: tuple[Trigger, ...]
    weak: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class _Connectives:
    cut: re.Pattern[str]
    lead: re.Pattern[str]
    head: re.Pattern[str]
    tail: re.Pattern[str]
    kinds: dict[str, str]


@functools.cache
def _connectives() -> _Connectives:
    table = load("connectives")
    kinds = {word: kind for kind in ("apart", "maybe", "purpose") for word in table[kind]}
    return _Connectives(
        re.compile(
            rf"(?<=,\s)(?P<relative>{alternatives(table['after_comma'])})(?=\s)"
            rf"|(?<=[\s,;])(?P<word>{alternatives(kinds)})(?=\s)|(?P<stop>;)(?=\s)|(?P<dash>\s[-–—]{{1,2}}\s)",
            re.I,
        ),
        re.compile(
            rf"[\s\"“”'‘’]{{0,3}}(?!at\s(?:least|most)){alternatives(table['lead'])}"
            rf"(?:\s[^,;.!?]{{1,{LEAD}}})?(?P<comma>,)(?=\s)",
            re.I,
        ),
        re.compile(rf"{alternatives(table['heads'])}(?=\s)", re.I),
        re.compile(rf"\s{alternatives(table['tails'])}$", re.I),
        kinds,
    )


def _edges(text: str, region: Region) -> list[tuple[int, str]]:
    """Where pieces start, and how each is joined to the one before."""
    words = _connectives()
    edges = [(region.start, "")]
    lead = words.lead.match(text, region.start, region.end)
    if lead:
        edges.append((lead.start("comma"), "apart"))
    for found in words.cut.finditer(text, edges[-1][0], region.end):
        marks = {"relative": "relative", "stop": "apart", "dash": "maybe"}
        kind = marks.get(found.lastgroup or "") or words.kinds[" ".join(found["word"].lower().split())]
        edges.append((found.start(), kind))
    return edges


def _pieces(text: str, region: Region) -> list[_Piece]:
    edges = [*_edges(text, region), (region.end, "")]
    row = []
    for (start, kind), (end, _) in pairwise(edges):
        seen = triggers(text, start, end)
        strong = tuple(t for t in seen if t.strength == "strong")
        row.append(_Piece(start, end, kind, strong, tuple(t for t in seen if t.strength == "weak")))
    return row


def _tells_of(pieces: list[_Piece]) -> set[str]:
    """The event types told of; harm alone ("killed") goes with any and tells of none."""
    return {trigger.type for piece in pieces for trigger in piece.strong if not trigger.toll}


_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|did|does|will|would|could|can|may|\w{2,14}ed)\b", re.I)


def _is_clause(text: str, pieces: list[_Piece]) -> bool:
    """Whether the words hold a verb of their own and are no mere name ("a raid on the town, where ...")."""
    if any(t.form == "verb" for piece in pieces for t in piece.strong):
        return True
    return _FINITE.search(text, pieces[0].start, pieces[-1].end) is not None


def _parts(text: str, group: list[_Piece], piece: _Piece) -> bool:
    """Whether the piece opens a proposition of its own after the group."""
    if piece.joined_by in ("apart", "purpose"):
        return True
    if piece.joined_by == "relative":
        return _FINITE.search(text, group[0].start, group[-1].end) is not None
    before, here = _tells_of(group), _tells_of([piece])
    return bool(before) and bool(here - before) and _is_clause(text, group) and _is_clause(text, [piece])


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks, marks and connectives at its ends; a quotation mark stays if its mate is inside."""
    head = _connectives().head
    while start < end:
        if text[start] in _EDGE and not (text[start] in _QUOTES and _mate(text, start + 1, end)):
            start += 1
        elif found := head.match(text, start, end):
            start = found.end()
        else:
            break
    while end > start:
        if text[end - 1] in _EDGE and not (text[end - 1] in _QUOTES and _mate(text, start, end - 1)):
            end -= 1
        elif found := _connectives().tail.search(text, max(start, end - TAIL), end):
            end = found.start()
        else:
            break
    return start, end


def tidied(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch found otherwise, cut as a proposition is: no phrase before its main clause, no marks at its ends."""
    lead = _connectives().lead.match(text, start, end)
    begin, stop = trimmed(text, lead.start("comma") if lead else start, end)
    return (begin, stop) if stop > begin else (start, end)


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
            start, end = trimmed(text, group[0].start, group[-1].end)
            if _is_bare(text, group, region, start, end):
                start, end = _with_its_words(text, region, start, end)
            if end > start and _counts(text, group, region, start, end):
                found.append(Proposition(Mention(start, end, text), region.voices, region.start))
    return tuple(found)


def _is_bare(text: str, group: list[_Piece], region: Region, start: int, end: int) -> bool:
    """Whether what is denied or doubted says nothing by itself ("denied any involvement")."""
    return _turned(region) and not any(p.strong for p in group) and len(text[start:end].split()) < SHORT


_LABEL = re.compile(r"(?:it|this|them|(?:the|that)\s[\w-]{2,20}(?:\s[\w-]{2,20})?)\sas\s(?:an?|the|\W|[a-z])", re.I)
"""What is called something ("described the raid as a crime") is named, and nothing is told of it."""
_ADJUNCT = re.compile(r"(?:in|at|by|on)\s(?:an?|its|their|his|her)\s")
"""What is left of a saying ("said in an interview with ...") tells how it was said."""


def _unfinished(text: str, start: int, end: int) -> bool:
    """Whether the stretch breaks off before a name that a cue has taken as its source ("pictures analysed by ...")."""
    return text[start:end].rsplit(None, 1)[-1].lower() in load("connectives")["unfinished"]


def _turned(region: Region) -> bool:
    return any(voice.stance in ("denies", "doubts") for voice in region.voices)


def _with_its_words(text: str, region: Region, start: int, end: int) -> tuple[int, int]:
    """The stretch widened over who denies and the denying words of the same sentence: they carry the sense."""
    near = [
        m
        for voice in region.voices
        for m in (*voice.source, *voice.cue)
        if abs(m.start - start) < NEAR and not set("\n.") & set(text[min(m.end, end) : max(m.start, start)])
    ]
    return min([start, *(m.start for m in near)]), max([end, *(m.end for m in near)])


def _counts(text: str, group: list[_Piece], region: Region, start: int, end: int) -> bool:
    """Whether the words say something countable (docs/terms.md, "which propositions count")."""
    if _turned(region):
        return True
    if _LABEL.match(text, start, end) or (not region.voices and _ADJUNCT.match(text, start, end)):
        return False
    if group[0].joined_by == "purpose" or (not region.voices and _unfinished(text, start, end)):
        return False
    telling = (
        any(p.strong for p in group)
        or (bool(region.voices) and sum(len(p.weak) for p in group) > 1)
        or (any(p.weak for p in group) and any(voice.stance == "intends" for voice in region.voices))
        or any(row.count.form != "unstated" for row in casualties(text, start, end))
    )
    words = len(text[start:end].split())
    return telling and (words >= SHORT or (words > 2 and _is_clause(text, group)))
