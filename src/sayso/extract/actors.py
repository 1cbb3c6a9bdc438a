"""Find the parties of an article, and in a quote the one that acts: "X bombed", "air strikes by X", "the Russian raids"."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.page import Page, Words, function_words, match_row, phrase_table
from sayso.extract.places import Place
from sayso.extract.triggers import Trigger
from sayso.lexicon import load
from sayso.record import EventType

LONGEST = 9
"""Words of one party's name."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party named in words `first`..`last` of a tile.

    `whole` is False for adjectives alone ("Russian", "regime"), which name a party only before an event noun.
    `lead` is the word before it.
    """

    tile: int
    first: int
    last: int
    start: int
    end: int
    whole: bool
    lead: str


@functools.cache
def _actors(key: str) -> frozenset[str]:
    return frozenset(load("actors")[key])


@functools.cache
def _nation_nouns() -> frozenset[str]:
    lists = load("place_words")["countries"]
    return frozenset((*lists["names"], *lists["capitals"]))


_ADJECTIVAL = ("-led", "-backed", "-linked", "-affiliated", "-allied", "-aligned", "-supported", "-dominated", "-run")


def _unit(words: Words, at: int) -> tuple[int, str]:
    """How many words at `at` belong to a party's name, and as what: head, side, nation, modifier, name or ""."""
    word = words[at]
    if word.sign:
        return (0, "")
    if not word.cap and word.low in ("us", "who", "is"):
        return (0, "")
    for kind, key in (("head", "heads"), ("side", "sides"), ("nation", "nations")):
        length = match_row(words, at, phrase_table("actors", key))
        if length:
            return (length, kind)
    if word.low.endswith(_ADJECTIVAL) and word.low.partition("-")[0] in _actors("nations") | {"u.s"}:
        return (1, "nation")
    if word.low.endswith(_ADJECTIVAL) or word.low in _actors("modifiers"):
        return (1, "modifier")
    stops = function_words("times", "determiners", "prepositions", "clause_words", "auxiliaries", "verbs")
    if word.cap and word.low not in stops:
        return (1, "name")
    if word.low.startswith(("al-", "pro-", "anti-")):
        return (1, "modifier")
    return (0, "")


def _party_at(words: Words, tile: int, at: int, located: frozenset[int], nouns: frozenset[int]) -> Party | None:
    """The longest party's name that begins at `at`."""
    end, kinds, last_kind = at, set[str](), ""
    while end < len(words) and end - at < LONGEST and end not in located:
        length, kind = _unit(words, end)
        if words[end].start in nouns and kind in ("modifier", "name"):
            break
        if length == 0:
            if _joins(words, at, end, last_kind, located):
                end += 1
                continue
            break
        if last_kind == "head" and kind in ("nation", "modifier") and words[end].low not in ("group", "groups"):
            break
        kinds.add(kind)
        last_kind = kind
        end += length
    while end > at and words[end - 1].low in ("and", "of"):
        end -= 1
    if end == at or not kinds & {"head", "side", "nation"} or ("name" in kinds and not kinds & {"head", "side"}):
        return None
    lead = words[at - 1].low if at else ""
    return Party(tile, at, end - 1, words[at].start, words[end - 1].end, _whole(words, at, end, last_kind), lead)


def _joins(words: Words, at: int, end: int, last_kind: str, located: frozenset[int]) -> bool:
    """Whether "and" or "of" at `end` holds the name together: "Russian and Syrian jets", "forces of Assad"."""
    if end == at or end + 1 >= len(words) or end + 1 in located:
        return False
    following = _unit(words, end + 1)[1]
    if words[end].low == "and":
        return following in ("head", "side", "nation") and last_kind in ("side", "nation", "head")
    return words[end].low == "of" and last_kind == "head" and following in ("nation", "side", "name")


def _whole(words: Words, at: int, end: int, last_kind: str) -> bool:
    """Whether the words name a party alone, and do not just describe the noun after them."""
    last = words[end - 1]
    if last_kind == "nation":
        if last.low.endswith("s") and last.low[:-1] in _nation_nouns() and last.low not in _nation_nouns():
            return False
        name = " ".join(w.low for w in words[at:end])
        return last.low in _nation_nouns() or name in _nation_nouns() or last.low.rstrip("s") in _nation_nouns() or last.low.endswith("ns")
    if last_kind == "modifier":
        return False
    if last_kind in ("side", "head") and end < len(words):
        following = words[end]
        if following.sign or following.cap:
            return True
        bound = function_words("determiners", "prepositions", "clause_words", "auxiliaries", "verbs", "times")
        return following.low in bound or following.low == "and" or following.low.endswith(("ed", "ing")) or (last.low.endswith("s") and last.low not in ("terrorists",))
    return True


def parties(
    page: Page, located: tuple[tuple[Place, ...], ...], found: Sequence[Trigger]
) -> tuple[tuple[Party, ...], ...]:
    """The parties named in each tile, in order; the words of places and of acts ("air strikes") are left out."""
    nouns = frozenset(t.mention.start for t in found if t.form == "noun" and t.role == "act")
    rows: list[tuple[Party, ...]] = []
    for tile, words in enumerate(page.words):
        taken = frozenset(n for p in located[tile] for n in range(p.first, p.last + 1))
        row: list[Party] = []
        at = 0
        while at < len(words):
            found = _party_at(words, tile, at, taken, nouns) if at not in taken else None
            if found is not None:
                row.append(found)
            at = found.last + 1 if found else at + 1
        rows.append(tuple(row))
    return tuple(rows)


def actor_of(
    page: Page, named: Sequence[Party], start: int, end: int, found: Sequence[Trigger], main: Trigger | None
) -> Party | None:
    """The party that does what the quote `start`..`end` tells of; None where nobody is said to."""
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    row = [p for p in named if p.first >= low and p.last < high]
    if not row:
        return None
    starts = {t.mention.start: t for t in found}
    by = _by(words, row, low, high) or _blamed(words, row, low) or _between(words, row, low)
    does = by or _subject(words, row, low, high, starts, main) or _before_noun(words, row, starts)
    return does or (_with(words, row, low) if main is not None and main.type == "clash" else None)


def _by(words: Words, row: Sequence[Party], low: int, high: int) -> Party | None:
    """"by X", "at the hands of X", with a determiner between at most."""
    for party in row:
        at = party.first - 1
        while at >= low and words[at].low in function_words("determiners"):
            at -= 1
        if at < low or not party.whole:
            continue
        if at > low and not _closed(words[at].low) and _by_before(words, at - 1, low):
            return party
        if words[at].low == "by" or (words[at].low == "from" and at > low and words[at - 1].low in _SENDS):
            return party
    return None


def _by_before(words: Words, at: int, low: int) -> bool:
    while at > low and words[at].low in function_words("determiners"):
        at -= 1
    return words[at].low == "by"


def _closed(low: str) -> bool:
    return low in function_words("prepositions", "clause_words", "auxiliaries", "verbs", "determiners")


_SENDS = frozenset({"dropped", "fired", "launched", "attack", "attacks", "fire", "raids", "strikes"})


def _blamed(words: Words, row: Sequence[Party], low: int) -> Party | None:
    for party in row:
        at = party.first - 1
        while at >= low and words[at].low in function_words("determiners"):
            at -= 1
        if at >= 0 and words[at].low in _BLAMES:
            return party
        if at > 0 and words[at].low == "on" and any(w.low in _BLAMES for w in words[max(0, at - 6) : at]):
            return party
    return None


def _between(words: Words, row: Sequence[Party], low: int) -> Party | None:
    """The first of two sides: "clashes between X and Y"."""
    for party in row:
        at = party.first - 1
        while at >= low and words[at].low in function_words("determiners"):
            at -= 1
        if at >= low and words[at].low == "between" and party.whole:
            tie = next((n for n in range(party.first + 1, party.last) if words[n].low == "and"), None)
            if tie is None:
                return replace(party, lead="between")
            return replace(party, last=tie - 1, end=words[tie - 1].end, lead="between")
    return None


def _with(words: Words, row: Sequence[Party], low: int) -> Party | None:
    """The other side, where those first named only suffer: "18 fighters were killed in clashes with X"."""
    for party in row:
        at = party.first - 1
        while at >= low and words[at].low in function_words("determiners"):
            at -= 1
        if at >= low and words[at].low in ("with", "against") and party.whole:
            return party
    return None


def _before_noun(words: Words, row: Sequence[Party], starts: dict[int, Trigger]) -> Party | None:
    """"Russian air strikes", "the regime's heavy bombardment": at most two plain words between."""
    for party in row:
        for at in range(party.last + 1, min(party.last + 4, len(words))):
            trigger = starts.get(words[at].start)
            if trigger is not None and trigger.form == "noun" and trigger.role != "harm" and trigger.type in _DONE:
                return party
            if words[at].low in function_words("prepositions", "clause_words", "auxiliaries", "determiners") or words[at].sign:
                break
            if trigger is not None:
                break
    return None


_BLAMES = frozenset({"blamed", "blaming", "blames", "blame", "accused", "accuses", "accusing", "pinned", "pinning"})
_DONE = frozenset[EventType](
    {
        "airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack", "siege",
        "territory", "deployment", "violation",
    }
)  # fmt: skip
"""Types whose noun is done by the party named before it ("regime shelling"); "the Syrian conflict" is nobody's act."""
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be", "get", "got"})


def _subject(
    words: Words, row: Sequence[Party], low: int, high: int, starts: dict[int, Trigger], main: Trigger | None
) -> Party | None:
    """The first party that no preposition governs and that stands before an active verb."""
    for party in row:
        if not party.whole or party.lead == "no" or _governed(words, party, low):
            continue
        if _acts(words, party.last + 1, high, starts):
            return party
    return None


def _governed(words: Words, party: Party, low: int) -> bool:
    at = party.first - 1
    while at >= low and words[at].low in function_words("determiners"):
        at -= 1
    if at > low and words[at].low == "of" and words[at - 1].low in function_words("determiners") | _actors("heads"):
        return _governed_at(words, at - 1, low)
    return at >= low and words[at].low in (function_words("prepositions") | {"of"}) - _SUBORDINATE


_SUBORDINATE = frozenset({"after", "before", "since", "until", "as", "because", "like", "than"})
"""Prepositions that a whole clause may follow."""


def _governed_at(words: Words, at: int, low: int) -> bool:
    """Whether a preposition stands before the "dozens of" or "a group of" at this word."""
    at -= 1
    while at >= low and words[at].low in function_words("determiners"):
        at -= 1
    return at >= low and words[at].low in function_words("prepositions") | {"of"}


def _acts(words: Words, at: int, high: int, starts: dict[int, Trigger]) -> bool:
    """Whether the words after a name go on with an active verb, past auxiliaries, adverbs and a short attribute."""
    passive = helped = False
    for n in range(at, min(at + 14, high)):
        word = words[n]
        trigger = starts.get(word.start)
        if word.low in _BE:
            passive, helped = True, True
            continue
        if passive and word.low in ("responsible", "behind"):
            return True
        if trigger is not None and trigger.form != "noun":
            if trigger.role == "harm" and (trigger.form == "other" or word.low in _DIES or _bare(words, n, high)):
                return False
            return not passive or word.low.endswith("ing")
        if word.low in _HELPS:
            helped = True
        elif word.low in function_words("verbs") or (word.low.endswith(("ed", "ing")) and not word.cap):
            return not passive or word.low.endswith("ing")
    return helped


def _bare(words: Words, verb: int, high: int) -> bool:
    """Whether nothing follows the participle that could be its object: "25 fighters killed when"."""
    if not words[verb].low.endswith("ed") or verb + 1 >= high:
        return words[verb].low.endswith("ed")
    low = words[verb + 1].low
    return low in (function_words("prepositions") - {"at", "over", "about", "around", "up"}) | function_words("clause_words") | {"and"}


_HELPS = frozenset({"has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "did", "do", "does"})
_DIES = frozenset({"died", "dead", "die", "dies", "dying"})


def carried_actor(
    page: Page, named: tuple[tuple[Party, ...], ...], start: int, end: int, found: Sequence[Trigger]
) -> Party | None:
    """Who acts where the quote itself has no subject or only a pronoun: the last free-standing party before it.

    Only for quotes that open with "it", "they", "its", "their" or with the verb itself.
    """
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    if low >= high:
        return None
    first = words[low].low
    opens = any(t.mention.start == words[low].start and t.form == "verb" and t.role == "act" for t in found)
    killing = first.endswith("ing") and any(t.mention.start == words[low].start for t in found)
    if first not in ("it", "they", "its", "their") and not opens and not killing:
        return None
    before = [p for p in named[tile] if p.last < low and p.whole and not _governed(words, p, 0)]
    if before:
        return before[-1] if first in ("it", "they") or killing else before[0]
    if tile and first in ("it", "they", "its", "their"):
        earlier = [p for p in named[tile - 1] if p.whole and not _governed(page.words[tile - 1], p, 0)]
        return earlier[0] if earlier else None
    return None


def antecedent_of(page: Page, named: tuple[tuple[Party, ...], ...], party: Party) -> Party | None:
    """The named party that "the group" or "the extremists" stands for: the last one before it, two tiles back at most."""
    words = page.words[party.tile]
    name = " ".join(w.low for w in words[party.first : party.last + 1])
    if party.lead not in ("the", "this") or name not in _actors("generic"):
        return None
    for tile in range(party.tile, max(-1, party.tile - 3), -1):
        for other in reversed(named[tile]):
            if other.end <= party.start and other.whole and _proper(page.words[tile], other):
                return other
    return None


def _proper(words: Words, party: Party) -> bool:
    return any(words[n].cap for n in range(party.first, party.last + 1))
