"""Who does what a quote tells of: "X bombed", "air strikes by X", "the Russian raids", "blamed X for"."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.actors import Party, actor_words
from sayso.extract.page import Page, Words, function_words
from sayso.extract.triggers import Trigger
from sayso.record import EventType

REACH = 14
"""Words between a subject and its verb."""
DONE = frozenset[EventType](
    {
        "airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack", "siege",
        "territory", "deployment", "violation",
    }
)  # fmt: skip
"""Types whose noun is done by the party named before it ("regime shelling"); "the Syrian conflict" is nobody's act."""


def actor_of(
    page: Page, named: Sequence[Party], start: int, end: int, found: Sequence[Trigger], main: Trigger | None
) -> Party | None:
    """The party that does what the quote `start`..`end` tells of; None where nobody is said to.

    `named` are the parties of the tile, `found` the event words of the quote, `main` the one that gave its type.
    """
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    row = [p for p in named if p.first >= low and p.last < high]
    if not row:
        return None
    starts = {t.mention.start: t for t in found}
    doer = _by(words, row, low) or _blamed(words, row) or _between(words, row, low)
    doer = doer or _subject(words, row, low, high, starts) or _before_noun(words, row, starts)
    if doer is None and main is not None and main.type == "clash":
        return _with(words, row, low)
    return doer


def _before(words: Words, party: Party) -> int:
    """The last word before the party that is no determiner; -1 if there is none."""
    at = party.first - 1
    while at >= 0 and words[at].low in function_words("determiners"):
        at -= 1
    return at


def _by(words: Words, row: Sequence[Party], low: int) -> Party | None:
    """The party after "by", with an unknown adjective between at most, or after "dropped from"."""
    for party in row:
        at = _before(words, party)
        if at < low or not party.whole:
            continue
        if words[at].low == "by" or (words[at].low == "from" and words[at - 1].low in actor_words("sends")):
            return party
        closed = function_words("prepositions", "clause_words", "auxiliaries", "verbs", "determiners")
        if words[at].low not in closed and at > low:
            further = at - 1
            while further > low and words[further].low in function_words("determiners"):
                further -= 1
            if words[further].low == "by":
                return party
    return None


def _blamed(words: Words, row: Sequence[Party]) -> Party | None:
    """"blamed X", "blamed the attack on X"; the verb may stand before the quote."""
    blames = actor_words("blames")
    for party in row:
        at = _before(words, party)
        if at >= 0 and words[at].low in blames:
            return party
        if at > 0 and words[at].low == "on" and any(w.low in blames for w in words[max(0, at - 6) : at]):
            return party
    return None


def _between(words: Words, row: Sequence[Party], low: int) -> Party | None:
    """The first of two sides: "clashes between X and Y"; `lead` marks that the other one follows."""
    for party in row:
        at = _before(words, party)
        if at >= low and words[at].low == "between" and party.whole:
            tie = next((n for n in range(party.first + 1, party.last) if words[n].low == "and"), None)
            if tie is None:
                return replace(party, lead="between")
            return replace(party, last=tie - 1, end=words[tie - 1].end, lead="between")
    return None


def _with(words: Words, row: Sequence[Party], low: int) -> Party | None:
    """The other side, where those first named only suffer: "18 fighters were killed in clashes with X"."""
    for party in row:
        at = _before(words, party)
        if at >= low and words[at].low in ("with", "against") and party.whole:
            return party
    return None


def _before_noun(words: Words, row: Sequence[Party], starts: dict[int, Trigger]) -> Party | None:
    """"Russian air strikes", "the regime's heavy bombardment": at most two plain words between."""
    stops = function_words("prepositions", "clause_words", "auxiliaries", "determiners")
    for party in row:
        for at in range(party.last + 1, min(party.last + 4, len(words))):
            trigger = starts.get(words[at].start)
            if trigger is not None and trigger.form == "noun" and trigger.role != "harm" and trigger.type in DONE:
                return party
            if trigger is not None or words[at].low in stops or words[at].sign:
                break
    return None


def _subject(
    words: Words, row: Sequence[Party], low: int, high: int, starts: dict[int, Trigger]
) -> Party | None:
    """The first party that no preposition governs and that stands before an active verb."""
    for party in row:
        free = party.whole and party.lead != "no" and not governed(words, party, low)
        if free and _acts(words, party.last + 1, high, starts):
            return party
    return None


def governed(words: Words, party: Party, low: int) -> bool:
    """Whether a preposition stands before the party ("in the army"), also before its number ("with dozens of")."""
    governing = (function_words("prepositions") | {"of"}) - function_words("subordinate")
    at = party.first - 1
    while at >= low and words[at].low in function_words("determiners"):
        at -= 1
    counted = function_words("determiners") | actor_words("heads")
    if at > low and words[at].low == "of" and words[at - 1].low in counted:
        at -= 2
        while at >= low and words[at].low in function_words("determiners"):
            at -= 1
        governing = function_words("prepositions") | {"of"}
    return at >= low and words[at].low in governing


def _acts(words: Words, at: int, high: int, starts: dict[int, Trigger]) -> bool:
    """Whether the words after a name go on with an active verb, past auxiliaries, adverbs and a short attribute."""
    passive = helped = False
    for n in range(at, min(at + REACH, high)):
        word = words[n]
        trigger = starts.get(word.start)
        if word.low in function_words("be"):
            passive = helped = True
            continue
        if passive and word.low in ("responsible", "behind"):
            return True
        if trigger is not None and trigger.form != "noun":
            if trigger.role == "harm" and _suffers(words, n, high, trigger):
                return False
            return not passive or word.low.endswith("ing")
        if word.low in function_words("helpers"):
            helped = True
        elif word.low in function_words("verbs") or (word.low.endswith(("ed", "ing")) and not word.cap):
            return not passive or word.low.endswith("ing")
    return helped


def _suffers(words: Words, verb: int, high: int, trigger: Trigger) -> bool:
    """Whether a verb of harm says what befell its subject: "died", or "25 fighters killed when" with no object."""
    low = words[verb].low
    if trigger.form == "other" or low in actor_words("dies"):
        return True
    if not low.endswith("ed"):
        return False
    closed = function_words("prepositions", "clause_words") - {"at", "over", "about", "around", "up"}
    return verb + 1 >= high or words[verb + 1].low in closed | {"and"}


def carried_actor(
    page: Page, named: tuple[tuple[Party, ...], ...], start: int, end: int, found: Sequence[Trigger]
) -> Party | None:
    """Who acts where the quote has a pronoun or no subject: the last free-standing party before it, one tile back.

    Only for quotes that open with "it", "they", "its", "their" or with the verb itself.
    """
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    if low >= high:
        return None
    first = words[low].low
    pronoun = first in ("it", "they", "its", "their")
    opening = [t for t in found if t.mention.start == words[low].start]
    verb = any(t.form == "verb" and t.role == "act" for t in opening)
    participle = bool(opening) and first.endswith("ing")
    if not (pronoun or verb or participle):
        return None
    before = [p for p in named[tile] if p.last < low and p.whole and not governed(words, p, 0)]
    if before:
        return before[-1] if first in ("it", "they") or participle else before[0]
    if tile and pronoun:
        return next((p for p in named[tile - 1] if p.whole and not governed(page.words[tile - 1], p, 0)), None)
    return None
