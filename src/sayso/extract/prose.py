"""Tell the prose of a page from its furniture: date lines, repeated titles, keywords, credits, sentences printed twice.

What is cut here is never claimed about, but it stays in the text and can be read by date and attribution rules.
"""

import functools
import re
from dataclasses import dataclass

from sayso.extract.sentences import Sentence
from sayso.lexicon import alternatives, load

_WORD = re.compile(r"\w+")
TITLE_WINDOW = 4
"""Sentences at the head of a text among which its title may be repeated."""
TITLE_LETTERS = 12
"""A title of fewer letters is not looked for."""
LAST_WORD = 10
"""Letters at the end of a title that its copy may lack."""
HEAD_PARTS = 5
"""Pieces of furniture (a date, a title, an agency, ...) that may stand before the prose of one sentence."""
BYLINE = 60
"""Code points a byline may take before a copy of the title."""
DATE_RUN = 16
"""Longest date line, in blank-free pieces ("18.05.2017(updated 2204 18.05.2017)" is three)."""
_PIECE = re.compile(r"[^\s(]{1,40}|\(")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of prose inside one sentence, code points; `tile` is the sentence's place in the row of tiles."""

    start: int
    end: int
    tile: int


@dataclass(frozen=True, slots=True)
class _Patterns:
    lead: re.Pattern[str]
    dateline: re.Pattern[str]
    whole: re.Pattern[str]
    keywords: re.Pattern[str]


@functools.cache
def _patterns() -> _Patterns:
    words = load("furniture")
    wires = alternatives(words["wires"])
    name = r"[A-Z][\w'’.-]{1,20}"
    places = rf"{name}(?:[ ,/-]{{1,2}}{name}){{0,4}}\s?[,-]?\s{{0,2}}(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}}\s?,?\s?)?"
    in_brackets = rf"\([^()]{{0,24}}\b(?i:{wires})\b[^()]{{0,24}}\)\s{{0,2}}[-–—:]{{0,2}}"
    before_prose = r"(?:\s[-–—]{1,2}|(?=\s[A-Z][a-z]|\s[A-Z]\s|\s\d))"
    capitals = rf"[A-Z]{{4,20}}(?:[ /,][A-Z]{{3,20}}){{0,2}}(?:\s[A-Z][a-z]{{3,12}})?{before_prose}"
    return _Patterns(
        lead=re.compile(rf"\s*{alternatives(words['lead'])}\b(?:[\s:]|\s?\d{{1,6}}\b|\([^()]{{0,8}}\)){{0,6}}", re.I),
        dateline=re.compile(rf"\s*(?:(?:{places})?{in_brackets}|(?i:{wires})\s(?=[A-Z])|{capitals})"),
        whole=re.compile(rf"[\s.(…\d]{{0,12}}{alternatives(words['whole'])}\b", re.I),
        keywords=re.compile(
            rf"\s*(?i:{alternatives(words['keywords'])})\s(?:[^\s.]{{1,30}}\s){{1,24}}?"
            r"(?=(?:At\s|The\s|An?\s|More\s|In\s|On\s|Over\s|Dozens\s|Hundreds\s|\d|\S{2,20}\s(?:has|have|had|was|were|is|are|said|says)\s))"
        ),
    )


def _date_part(token: str) -> str:
    """What a blank-free piece of a date line is: day name, month, date, number, clock, small or ""."""
    calendar = load("furniture")["calendar"]
    bare = token.strip("(),.|:–—-").lower().removeprefix("updated").strip("(:")
    if not bare:
        return "small"
    if bare in calendar["days"]:
        return "day name"
    if re.fullmatch(r"[a-z]{3,9}(?:\d{1,4})?\.?", bare) and bare.rstrip("0123456789.") in calendar["months"]:
        return "month"
    if re.fullmatch(r"\d{1,4}(?:[./:-]\d{1,4}){1,3}\)?|(?:19|20)\d{2}|\d{2}(?:19|20)\d{2}", bare):
        return "date"
    if re.fullmatch(r"\d{1,4}(?:st|nd|rd|th)?", bare):
        return "number"
    return "clock" if bare in calendar["clock"] else "small" if bare in calendar["small"] else ""


def _after_dates(text: str, start: int, end: int) -> int:
    """Where the text goes on after a run of date words at `start`; `start` itself where none stands."""
    parts: list[tuple[str, int]] = []
    for found in _PIECE.finditer(text, start, end):
        part = _date_part(found[0])
        if not part or len(parts) == DATE_RUN:
            break
        parts.append((part, found.end()))
    while parts and (parts[-1][0] == "small" or (parts[-1][0] == "number" and not _day_of_month(text, parts))):
        parts.pop()
    kinds = {part for part, _ in parts}
    return parts[-1][1] if (len(parts) > 1 and kinds & {"month", "date"}) or kinds == {"date"} else start


def _day_of_month(text: str, parts: list[tuple[str, int]]) -> bool:
    """Whether the number that ends the run belongs to the date before it and not to the words after it."""
    after = text[parts[-1][1] : parts[-1][1] + 2].strip()
    return len(parts) > 1 and parts[-2][0] in ("month", "date", "clock") and not after[:1].islower()


def _folded(text: str) -> str:
    return " ".join(word.lower() for word in _WORD.findall(text))


def _letters(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _after_title(text: str, start: int, end: int, title: str) -> int:
    """Where the text goes on after a copy of the title at `start`; `start` itself where there is none.

    Only letters and digits are compared, since copies lose their marks ("Syria's" is "Syrias"); the last word may be
    cut.
    """
    matched = 0
    for position in range(start, end):
        character = text[position].lower()
        if not character.isalnum():
            continue
        if matched == len(title):
            return position
        if character != title[matched]:
            if matched < TITLE_LETTERS or matched < len(title) - LAST_WORD:
                return start
            return text.rfind(" ", start, position) + 1 or position
        matched += 1
    return end if matched == len(title) else start


def _past_title(text: str, start: int, end: int, title: str) -> int:
    """The same, where a byline of a few words may stand before the copy."""
    for n, word in enumerate(_WORD.finditer(text, start, min(end, start + BYLINE))):
        after = _after_title(text, word.start(), end, title)
        if after != word.start():
            return after
        if n and not word[0][0].isupper() and word[0] not in ("by", "and", "al"):
            break
    return start


def _skip_head(text: str, start: int, end: int, title: str) -> int:
    """Where the prose of a sentence starts, past date lines, titles, keywords and agency names."""
    patterns = _patterns()
    for _ in range(HEAD_PARTS):
        before = start
        for pattern in (patterns.lead, patterns.dateline, patterns.keywords):
            found = pattern.match(text, start, end)
            if found and found.end() > start:
                start = found.end()
        start = _after_dates(text, start, end)
        if len(title) >= TITLE_LETTERS:
            start = _past_title(text, start, end, title)
        if start == before:
            break
    return start


def prose(text: str, tiles: tuple[Sentence, ...], title: str | None) -> tuple[Stretch, ...]:
    """The stretches of the text that are prose, at most one in each sentence, in order."""
    letters = _letters(title or "")
    patterns = _patterns()
    found: list[Stretch] = []
    seen: set[str] = set()
    for n, tile in enumerate(tiles):
        start, end = tile.start, tile.stop
        if n < TITLE_WINDOW or patterns.keywords.match(text, start, end) or patterns.lead.match(text, start, end):
            start = _skip_head(text, start, end, letters)
        while start < end and not text[start].isalnum() and text[start] not in "\"'“‘”«([":
            start += 1
        key = _folded(text[start:end])
        if not key or key in seen or patterns.whole.match(text, start, end):
            continue
        seen.add(key)
        found.append(Stretch(start, end, n))
    return tuple(found)
