"""Find the parties an article names: sides, forces, governments, armed people.

A name is a run of words from the lexicon (heads, sides, nations, modifiers) and capitalised words beside them.
"""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.page import Page, Words, function_words, match_row, phrase_table
from sayso.extract.places import Place
from sayso.extract.triggers import Trigger
from sayso.extract.words import POSSESSIVE, Word, owns
from sayso.lexicon import load

LONGEST = 9
"""Words of one party's name."""
LOOK_BACK = 3
"""Tiles in which the name that "the group" stands for is looked for, its own counted."""


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
def actor_words(key: str) -> frozenset[str]:
    """One list of the actors lexicon."""
    return frozenset(load("actors")[key])


@functools.cache
def _nation_nouns() -> frozenset[str]:
    lists = load("place_words")["countries"]
    return frozenset((*lists["names"], *lists["capitals"]))


def _unit(words: Words, at: int) -> tuple[int, str]:
    """How many words at `at` belong to a party's name, and as what: head, side, nation, modifier, name or ""."""
    word = words[at]
    if word.sign or (not word.cap and word.low in ("us", "who", "is")):
        return 0, ""
    for kind, key in (("head", "heads"), ("side", "sides"), ("nation", "nations")):
        length = match_row(words, at, phrase_table("actors", key))
        if length:
            return length, kind
    if word.low.endswith(tuple(actor_words("adjectival"))):
        front = word.low.partition("-")[0]
        return 1, "nation" if front in actor_words("nations") or front == "u.s" else "modifier"
    if word.low in actor_words("modifiers"):
        return 1, "modifier"
    stops = function_words("times", "determiners", "prepositions", "clause_words", "auxiliaries", "verbs")
    if word.cap and word.low not in stops:
        return 1, "name"
    return (1, "modifier") if word.low.startswith(("al-", "pro-", "anti-")) else (0, "")


def _party_at(words: Words, tile: int, at: int, located: frozenset[int], nouns: frozenset[int]) -> Party | None:
    """The longest party's name that begins at `at`."""
    end, kinds, last_kind = at, set[str](), ""
    while end < len(words) and end - at < LONGEST and end not in located:
        length, kind = _unit(words, end)
        if length == 0 and _joins(words, at, end, last_kind, located):
            end += 1
            continue
        if length == 0 or (words[end].start in nouns and kind in ("modifier", "name")):
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
    stop = words[end - 1].end - (POSSESSIVE if owns(words[end - 1]) else 0)
    return Party(tile, at, end - 1, words[at].start, stop, _whole(words, at, end, last_kind), lead)


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
    last = words[end - 1].low
    if last_kind == "nation":
        return _nation(last, " ".join(w.low for w in words[at:end]))
    if last_kind == "modifier":
        return False
    if last_kind in ("side", "head") and end < len(words):
        return _ends(words[end]) or (last.endswith("s") and last != "terrorists")
    return True


def _nation(last: str, name: str) -> bool:
    """Whether a word of a nation is a noun: "Russia", "the Russians"; not "Russian", nor "Syrias" for "Syria's"."""
    nouns = _nation_nouns()
    if last.endswith("s") and last[:-1] in nouns and last not in nouns:
        return False
    return last in nouns or name in nouns or last.endswith("ns")


def _ends(following: Word) -> bool:
    """Whether the word after a name begins something else, so that the name stood by itself."""
    bound = function_words("determiners", "prepositions", "clause_words", "auxiliaries", "verbs", "times")
    if following.sign or following.cap or following.low in bound or following.low == "and":
        return True
    return following.low.endswith(("ed", "ing"))


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
            party = _party_at(words, tile, at, taken, nouns) if at not in taken else None
            if party is not None:
                row.append(party)
            at = party.last + 1 if party else at + 1
        rows.append(tuple(row))
    return tuple(rows)


def antecedent_of(page: Page, named: tuple[tuple[Party, ...], ...], party: Party) -> Party | None:
    """The party named last before "the group" or "the extremists"; None where the words speak for themselves."""
    words = page.words[party.tile]
    name = " ".join(w.low for w in words[party.first : party.last + 1])
    if party.lead not in ("the", "this") or name not in actor_words("generic"):
        return None
    for tile in range(party.tile, max(-1, party.tile - LOOK_BACK), -1):
        for other in reversed(named[tile]):
            capital = any(page.words[tile][n].cap for n in range(other.first, other.last + 1))
            if other.end <= party.start and other.whole and capital:
                return other
    return None
