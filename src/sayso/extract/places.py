"""Find the places an article names. There is no gazetteer yet: prepositions, heads and repetition tell."""

import functools
from collections import Counter
from dataclasses import dataclass

from sayso.extract.page import Page, Words, function_words, match_row, phrase_table
from sayso.extract.triggers import is_trigger_word
from sayso.extract.words import POSSESSIVE, owns
from sayso.lexicon import load

LONGEST = 5
"""Words of one place name."""
COUNTRY, DIRECTED, LARGE, SITE, CITY, NAMED, MIDDLE, SMALL = 0.0, 0.3, 0.6, 1.0, 1.6, 1.8, 2.0, 3.0
"""How narrow a place is: a country, a part of one ("northern Syria"), a province, a building, a well-known city, a bare
name, a town, a village or quarter. A building stands low: the guide names the town it is in (seen in claims_train)."""
NARROW = CITY
"""Level of a town and all that is narrower: what "the town" and "there" may point to."""
LEVELS = {"small": SMALL, "middle": MIDDLE, "site": SITE, "large": LARGE}


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in words `first`..`last` of a tile.

    `level` grows with how narrow it is, `lead` is the word before it, `key` its bare name for comparing.
    """

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
def place_words(section: str, key: str) -> frozenset[str]:
    """One list of the place word lexicon."""
    return frozenset(load("place_words")[section][key])


def _plain(low: str) -> str:
    """The name without a possessive that lost its apostrophe, only for comparing."""
    return low[:-1] if len(low) > 4 and low.endswith("s") and not low.endswith(("ss", "us", "is", "as")) else low


@functools.cache
def _known_words() -> frozenset[str]:
    return frozenset(w for key in ("names", "cities") for name in place_words("countries", key) for w in name.split())


def _possessive(low: str) -> bool:
    """Whether a known name carries a possessive "s" that lost its apostrophe ("Syrias")."""
    return low.endswith("s") and low not in _known_words() and low[:-1] in _known_words()


def _closed() -> frozenset[str]:
    return function_words("times", "determiners", "prepositions", "clause_words", "auxiliaries", "pronouns")


def _namelike(words: Words, n: int) -> bool:
    word = words[n]
    if word.sign or not word.cap or word.low.startswith(("mid-", "anti-", "pro-", "non-", "post-", "pre-")):
        return False
    return word.low not in _closed()


def _run(words: Words, at: int) -> int:
    """One past the last word of the name that begins at `at`; `at` itself if none does."""
    end = at
    while end < len(words) and end - at < LONGEST:
        linked = end > at and end + 1 < len(words) and words[end].low in place_words("words", "links")
        if end > at and owns(words[end - 1]):
            break  # "Sudland's Arva" names two
        if _namelike(words, end):
            end += 1
        elif linked and _namelike(words, end + 1):
            end += 2
        else:
            break
    return end


def _shouted_run(words: Words, at: int) -> int:
    """As `_run` for upper-case text, where capitals say nothing: after "in", "near" or "at", up to a stop or a head."""
    lead = words[at - 1].low if at else ""
    if lead not in ("in", "near", "at") and not (lead == "of" and at > 1 and words[at - 2].low in _heads()):
        return at
    bound = (_closed() | function_words("verbs")) - {"la", "las"}
    end = at
    while end < len(words) and end - at <= LONGEST and not words[end].sign and words[end].low not in bound:
        low = words[end].low
        if is_trigger_word(low) or low.endswith(tuple(place_words("not_places", "endings"))) or low[0].isdigit():
            return at
        end += 1
    closed = end == len(words) or words[end].sign or words[end - 1].low in _heads()
    return end if closed and end - at <= LONGEST else at


def _known(words: Words, at: int) -> tuple[int, float]:
    """Length and level of a country or well-known city at this word."""
    cities = match_row(words, at, phrase_table("place_words", "countries", "cities"))
    if cities:
        return cities, CITY
    return match_row(words, at, phrase_table("place_words", "countries", "names")), COUNTRY


def _barred(words: Words, first: int, end: int) -> bool:
    """Whether the name is that of a party, an outlet or a person with a title."""
    barred = place_words("not_places", "names")
    name = " ".join(w.low for w in words[first:end])
    if name in barred or (end - first == 1 and words[first].low in barred):
        return True
    if _known(words, first)[0]:
        return False
    if all(w.low in _heads() for w in words[first:end]) or any(_common(words[n].low) for n in range(first, end)):
        return True
    parties = ("heads", "sides", "nations")
    return any(match_row(words, n, phrase_table("actors", kind)) for n in (first, end - 1) for kind in parties)


def _common(low: str) -> bool:
    """Whether a capital hides a common word, as in headlines: an event word, a verb, a voice."""
    if low in function_words("verbs") or low in place_words("not_places", "common"):
        return True
    return (len(low) > 4 and is_trigger_word(low)) or low.endswith(("-held", "-controlled", "-led", "-backed"))


def _candidate(words: Words, tile: int, first: int, shout: bool) -> Place | None:
    """The place whose words begin at `first`: a direction, a name, a head after it ("eastern Aleppo province")."""
    at = first
    while at < len(words) and words[at].low in place_words("words", "directions") and at - first < 2:
        at += 1
    known, level = _known(words, at) if at < len(words) else (0, COUNTRY)
    end = at + known
    if not known or level > COUNTRY:
        end = max(end, _shouted_run(words, at) if shout else _run(words, at))
    if end == at or _barred(words, at, end):
        return None
    bare = end
    end, level, lead = _levelled(words, first, at, end, level if known else NAMED)
    if _describes_next(words, end):
        return None
    stop = words[end - 1].end
    if known and end == at + known and _possessive(words[end - 1].low):
        stop -= 1
    elif owns(words[end - 1]):
        stop -= POSSESSIVE
    key = " ".join(_plain(w.low) for w in words[at:bare])
    return Place(tile, first, end - 1, words[first].start, stop, level, lead, key)


def _levelled(words: Words, first: int, at: int, end: int, level: float) -> tuple[int, float, str]:
    """Take in the head after the name; how narrow the place is; the word before it, past "rebel-held"."""
    heads = _heads()
    before = first - 1
    while before > 0 and words[before].low.endswith(("-held", "-controlled", "-run", "besieged")):
        before -= 1
    lead = words[before].low if before >= 0 else ""
    if end < len(words) and words[end].low in heads:
        return end + 1, _narrower(heads[words[end].low], level), lead
    headed = first >= 2 and lead == "of" and words[first - 2].low in heads
    if headed and not (first > 2 and _namelike(words, first - 3)):
        further = words[first - 4].low if first >= 4 else ""
        return end, _narrower(heads[words[first - 2].low], level), further
    if words[end - 1].low in heads:
        return end, heads[words[end - 1].low], lead
    return end, DIRECTED if at > first and level < SITE else level, lead


def _narrower(head: float, name: float) -> float:
    return max(head, name) if head > SITE else min(head, SITE)


def _describes_next(words: Words, end: int) -> bool:
    """"the Damascus suburb of Daraya": the name only describes the one after it."""
    if end + 1 >= len(words) or words[end].low != "of":
        return False
    return words[end - 1].low in place_words("heads", "describing") and _namelike(words, end + 1)


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
    """Whether the place is one beyond doubt where it stands: after "in", with a head, or after "shelling of"."""
    two = words[place.first - 2].low if place.first >= 2 else ""
    one = words[place.first - 1].low if place.first else ""
    if place.lead in ("on", "against", "of", "in") and two and is_trigger_word(two):
        return True
    if place.lead in place_words("words", "sure") or words[place.last].low in _heads():
        return True
    return one == "of" and two in _heads()


def _kept(words: Words, place: Place, sure: Counter[str]) -> bool:
    """Whether the candidate is a place where it stands: a country only after a preposition or direction."""
    two = words[place.first - 2].low if place.first >= 2 else ""
    after = words[place.last + 1].low if place.last + 1 < len(words) else ""
    known = _known(words, place.first)[0] > 0
    if two == "based" or (place.first == 0 and after in (",", "(", "-", "\u2014", ":")):
        return False  # "based in Britain"; a date line says where the reporter sat
    leads = place_words("words", "prepositions")
    capital = known and place.level == CITY and words[place.first].low in place_words("countries", "capitals")
    if capital and place.lead not in leads:
        return False
    if known and place.level == COUNTRY:
        return place.lead in leads and place.lead not in ("of", "against", "on", "by", "between", "and", "the", "with")
    return _sure(words, place) or sure[place.key] > 0 or place.level == CITY
