"""Find the named place of an event, as the text names it. There is no gazetteer: prepositions, heads and repetition tell."""

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.page import Page, Words, function_words, match_row, phrase_table
from sayso.extract.triggers import is_trigger_word
from sayso.lexicon import alternatives, load

LONGEST = 5
"""Words of one place name."""
SITE = 1.0
NARROW = 1.6
"""Level of a town and all that is narrower: what "the town" and "there" may point to."""
LEVELS = {"small": 3.0, "middle": 2.0, "site": SITE, "large": 0.6}
"""How narrow a head makes a name. A building stands low: the guide names the town it is in (claims_train)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in words `first`..`last` of a tile. `level` grows with how narrow it is, `lead` is the word before it."""

    tile: int
    first: int
    last: int
    start: int
    end: int
    level: float
    lead: str
    key: str


@functools.cache
def _heads() -> dict[str, float]:
    heads = load("place_words")["heads"]
    return {word: LEVELS[size] for size in ("large", "middle", "small", "site") for word in heads[size]}


@functools.cache
def _list(section: str, key: str) -> frozenset[str]:
    return frozenset(load("place_words")[section][key])


def _plain(low: str) -> str:
    """The name without a possessive that lost its apostrophe, only for comparing."""
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is", "as")) else low


def _possessive(low: str) -> bool:
    """Whether the name carries a possessive "s" that lost its apostrophe ("Syrias")."""
    names = {word for key in ("names", "cities") for name in _list("countries", key) for word in name.split()}
    return low.endswith("s") and low not in names and low[:-1] in names


def _namelike(words: Words, n: int) -> bool:
    word = words[n]
    if word.sign or not word.cap or word.low.startswith(("mid-", "anti-", "pro-", "non-", "post-", "pre-")):
        return False
    return word.low not in function_words("times", "determiners", "prepositions", "clause_words", "auxiliaries", "pronouns")


_COMMON = ("tion", "sion", "ment", "ness", "ity", "ing", "ance", "ence", "ism", "ship", "ed", "ers", "ly", "ical", "ous", "ers")
"""Endings of common nouns and adjectives: in upper-case text, where capitals say nothing, such a word is no name."""


def _shouted_run(words: Words, at: int) -> int:
    """As `_run` for upper-case text: up to four words that could be a name, after "in", "near", "at" and up to a stop."""
    lead = words[at - 1].low if at else ""
    if lead not in ("in", "near", "at") and not (lead == "of" and at > 1 and words[at - 2].low in _heads()):
        return at
    bound = function_words("times", "determiners", "prepositions", "clause_words", "auxiliaries", "verbs", "pronouns")
    end = at
    while end < len(words) and not words[end].sign and (words[end].low not in bound or words[end].low in ("la", "las")):
        if is_trigger_word(words[end].low) or words[end].low.endswith(_COMMON) or words[end].low[0].isdigit():
            return at
        end += 1
    closed = end == len(words) or words[end].sign or words[end - 1].low in _heads()
    return end if closed and end - at <= LONGEST else at


def _run(words: Words, at: int) -> int:
    """One past the last word of the name that begins at `at`; `at` itself if none does."""
    end = at
    while end < len(words) and end - at < LONGEST:
        if _namelike(words, end):
            end += 1
        elif end > at and words[end].low in _list("words", "links") and end + 1 < len(words) and _namelike(words, end + 1):
            end += 2
        else:
            break
    return end


def _known(words: Words, at: int) -> tuple[int, float]:
    """Length and level of a country or well-known city at this word."""
    cities = match_row(words, at, phrase_table("place_words", "countries", "cities"))
    if cities:
        return cities, 1.6
    return match_row(words, at, phrase_table("place_words", "countries", "names")), 0.0


def _barred(words: Words, first: int, end: int) -> bool:
    """Whether the name is that of a party, an outlet or a person with a title."""
    name = " ".join(w.low for w in words[first:end])
    if name in _list("not_places", "names") or (words[first].low in _list("not_places", "names") and end - first == 1):
        return True
    known, _ = _known(words, first)
    if known:
        return False
    if all(w.low in _heads() for w in words[first:end]) or any(_common(words, n) for n in range(first, end)):
        return True
    parties = ("heads", "sides", "nations")
    return any(match_row(words, n, phrase_table("actors", kind)) for n in (first, end - 1) for kind in parties)


def _common(words: Words, n: int) -> bool:
    """Whether a capital hides a common word, as in headlines: an event word, a verb, a voice."""
    low = words[n].low
    return low in function_words("verbs") or low in _list("not_places", "common") or (len(low) > 4 and is_trigger_word(low)) or low.endswith(("-held", "-controlled", "-led", "-backed"))


def _candidate(words: Words, tile: int, at: int, shout: bool) -> Place | None:
    """The place whose words begin at `at`: a direction, a name, a head after it ("eastern Aleppo province")."""
    first = at
    while at < len(words) and words[at].low in _list("words", "directions") and at - first < 2:
        at += 1
    known, level = _known(words, at) if at < len(words) else (0, 0.0)
    end = at + known if known and level == 0.0 else max(_shouted_run(words, at) if shout else _run(words, at), at + known)
    if end == at or _barred(words, at, end):
        return None
    if not known:
        level = 1.8
    before = first - 1
    while (before > 0 and words[before].low.endswith(("-held", "-controlled", "-run"))) or (before > 0 and words[before].low == "besieged"):
        before -= 1
    lead = words[before].low if before >= 0 else ""
    key = " ".join(_plain(w.low) for w in words[at:end])
    heads = _heads()
    if end < len(words) and words[end].low in heads and not words[end].sign:
        level = max(heads[words[end].low], level) if heads[words[end].low] > 1 else heads[words[end].low]
        end += 1
    elif first >= 2 and lead == "of" and words[first - 2].low in heads and not (first > 2 and _namelike(words, first - 3)):
        level = max(heads[words[first - 2].low], level) if heads[words[first - 2].low] > 1 else 0.6
        lead = words[first - 4].low if first >= 4 else ""
    elif words[end - 1].low in heads:
        level = heads[words[end - 1].low]
    elif at > first and level < 1:
        level = 0.3
    stop = words[end - 1].end - (1 if known and end == at + known and _possessive(words[end - 1].low) else 0)
    if end < len(words) and words[end].low == "of" and words[end - 1].low in heads and end + 1 < len(words) and _namelike(words, end + 1):
        return None
    return Place(tile, first, end - 1, words[first].start, stop, level, lead, key)


def places(page: Page) -> tuple[tuple[Place, ...], ...]:
    """The places named in each tile: names after a preposition of place or with a head, and their repetitions."""
    maybe: list[list[Place]] = []
    sure: Counter[str] = Counter()
    for tile, words in enumerate(page.words):
        row: list[Place] = []
        at = 0
        while at < len(words):
            place = _candidate(words, tile, at, page.shouted[tile])
            if place is None:
                at += 1
                continue
            row.append(place)
            if _sure(words, place):
                sure[place.key] += 1
            at = place.last + 1
        maybe.append(row)
    return tuple(tuple(p for p in row if _kept(page.words[n], p, sure)) for n, row in enumerate(maybe))


def _sure(words: Words, place: Place) -> bool:
    last = words[place.last].low
    if place.lead in ("on", "against", "of", "in") and place.first >= 2 and is_trigger_word(words[place.first - 2].low):
        return True
    return place.lead in _list("words", "sure") or last in _heads() or (place.first >= 2 and words[place.first - 2].low in _heads() and words[place.first - 1].low == "of")


def _kept(words: Words, place: Place, sure: Counter[str]) -> bool:
    """Whether the candidate is a place where it stands: a country only after a preposition or direction."""
    if place.level == 1.6 and place.lead not in _list("words", "prepositions") and _known(words, place.first)[0] and words[place.first].low in _list("countries", "capitals"):
        return False
    if place.first >= 2 and words[place.first - 2].low == "based":
        return False
    if place.first == 0 and place.last + 1 < len(words) and words[place.last + 1].low in (",", "(", "-", "—", ":"):
        return False  # a date line: where the reporter sat
    after_preposition = place.lead in _list("words", "prepositions") or place.lead in ("and", "the")
    if _known(words, place.first)[0] and place.level == 0.0:
        return after_preposition and place.lead not in ("of", "against", "on", "by", "between", "and", "the", "with")
    if _sure(words, place):
        return True
    return sure[place.key] > 0 or place.level == 1.6


def place_of(page: Page, named: tuple[tuple[Place, ...], ...], start: int, end: int, trigger: int | None) -> tuple[Place, ...]:
    """The narrowest named place between two positions of one tile, two where they are joined by "and"; () for none.

    `trigger` is where the event word stands: of two places equally narrow the one said of it is taken.
    """
    row = [p for p in named[page.tile_at(start)] if p.start >= start and p.end <= end]
    if not row:
        return ()
    words = page.words[row[0].tile]
    best = max(row, key=lambda p: (_weight(p, trigger) - _outer(words, p, row), -p.start))
    for other in row:
        if other.first == best.last + 2 and words[best.last + 1].low == "and" and other.level <= best.level + 1:
            return (best, other)
        if best.first == other.last + 2 and words[other.last + 1].low == "and" and other.level >= best.level:
            return (other, best)
    return (best,)


def _outer(words: Words, place: Place, row: Sequence[Place]) -> float:
    """What a place loses that only says where another one lies: "Hass in Idlib", "a village east of Homs"."""
    if any(p.last == place.first - 2 and place.lead in ("in", "near", "of") for p in row):
        return 1.0
    two = words[place.first - 2].low if place.first >= 2 else ""
    return 1.5 if place.lead == "of" and two in _list("words", "directions") else 0.0


def _weight(place: Place, trigger: int | None) -> float:
    weight = place.level
    if place.lead in ("from", "to", "by") or place.lead in _list("words", "bearings"):
        weight -= 1.5
    elif place.lead in _list("words", "sure"):
        weight += 0.5
    elif place.lead in ("on", "against"):
        weight += 0.4
    if trigger is not None:
        weight += 0.3 if place.start >= trigger else 0.0
        weight -= min(abs(place.start - trigger), 200) / 400
    return weight


@functools.cache
def _back() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('place_words')['words']['back'])}\b", re.IGNORECASE)


def back_place(page: Page, named: tuple[tuple[Place, ...], ...], start: int, end: int) -> Place | None:
    """The place that "the town" or "there" in this stretch points back to: the last narrow one named, three tiles back."""
    if not _back().search(page.text, start, end):
        return None
    tile = page.tile_at(start)
    for n in range(tile, max(-1, tile - 4), -1):
        for place in reversed(named[n]):
            if place.end <= start and place.level >= NARROW:
                return place
    return None
