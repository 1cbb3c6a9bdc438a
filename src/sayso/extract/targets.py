"""Find whom or what a quote says was hit: "on X", "against X", "hit X", "X was hit", "X were killed"."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.actors import Party, actor_words
from sayso.extract.page import Page, Words, function_words
from sayso.extract.places import SITE, Place
from sayso.extract.triggers import Trigger, is_trigger_word
from sayso.lexicon import load
from sayso.record import EventType

LONGEST = 8
"""Words of one target."""
REACH = 16
"""Words looked back over for the subject of a passive verb."""
_NO_TARGET = frozenset[EventType]({"agreement", "talks", "deployment", "other", "protest"})
"""Types whose target is no object of violence and is too often somebody else in the sentence: abstain."""


_DONE_TO = frozenset[EventType](
    {"attack", "execution", "airstrike", "shelling", "bombing", "abduction", "arrest", "shooting"}
)
"""Types whose noun takes its target with "of": "the execution of the pilot", "deaths of civilians"."""


@dataclass(frozen=True, slots=True)
class Target:
    """Words `first`..`last` of a tile."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Quote:
    """The words of one quote with its event words, the words of places, and its parties."""

    words: Words
    low: int
    high: int
    starts: dict[int, Trigger]
    located: frozenset[int]
    named: tuple[Party, ...]
    actor: Party | None


@functools.cache
def _list(key: str) -> frozenset[str]:
    return frozenset(load("targets")[key])


def _phrase(q: _Quote, at: int) -> Target | None:
    """The noun phrase that begins at `at`, without determiner or number; None for a place or nobody in particular."""
    words = q.words
    while at < q.high and (words[at].quote or (not words[at].sign and _opens(words[at].low))):
        at += 1
    end = at
    while end < q.high and end - at < LONGEST and not _bounds(q, at, end):
        end += 1
    if end == at or end - 1 in q.located or not _names(q, at, end):
        return None
    if q.actor is not None and q.actor.first <= at <= q.actor.last:
        return None
    return Target(at, end - 1, words[at].start, words[end - 1].end)


def _names(q: _Quote, at: int, end: int) -> bool:
    """Whether the head of the phrase names somebody or something that can be hit."""
    head = q.words[end - 1].low
    if head in _list("nobody") or head in function_words("determiners") or head[0].isdigit():
        return False
    if head in _list("areas") and not _said_of_areas(q.words, at, end):
        return False
    if head.endswith(("ing", "ous")):
        return False
    return not is_trigger_word(head) or head in _list("things")


def _said_of_areas(words: Words, at: int, end: int) -> bool:
    """Whether a word before "areas" says what was hit of them ("residential areas", "rebel-held parts")."""
    before = words[at : end - 1]
    return any(w.low in _list("of_areas") or w.low.endswith(("-held", "-controlled", "-populated")) for w in before)


def _opens(low: str) -> bool:
    if low in function_words("determiners") or low[0].isdigit() or low == "of":
        return True
    return low.endswith("ly") and low != "family"


def _bounds(q: _Quote, at: int, end: int) -> bool:
    """Whether the phrase ends before this word."""
    word = q.words[end]
    if word.sign and word.low not in ("'", "-"):
        return True
    if word.low in _closed() or word.low in ("and", "of") or (end > at and word.low in _list("bearings")):
        return True
    trigger = q.starts.get(word.start)
    if trigger is None or trigger.form == "noun" or word.low in _list("describing"):
        return False
    return end > at or trigger.role == "harm"


def _closed() -> frozenset[str]:
    return function_words("prepositions", "clause_words", "auxiliaries", "verbs", "times")


def target_of(
    page: Page, kind: EventType, start: int, end: int, found: Sequence[Trigger], located: Sequence[Place],
    named: Sequence[Party], actor: Party | None,
) -> Target | None:  # fmt: skip
    """The target of what the quote tells of; None for a place alone or for "people" (docs/terms.md, ruling 6)."""
    if kind in _NO_TARGET:
        return None
    tile = page.tile_at(start)
    words = page.words[tile]
    low, high = page.inside(tile, start, end)
    taken = frozenset(n for p in located if p.level != SITE for n in range(p.first, p.last + 1))
    inside = tuple(p for p in named if p.first >= low and p.last < high)
    q = _Quote(words, low, high, {t.mention.start: t for t in found}, taken, inside, actor)
    if kind == "territory":
        return _from(q) or _driven(q)
    if kind == "clash":
        hit = _against(q) or _patient(q) or _with(q) or _driven(q)
        return hit or _object(q, "act") or _object(q, "harm") or _sufferer(q, "groups")
    if kind == "chemical attack":
        return _against(q)
    if kind == "investigation":
        return _into(q) or _against(q)
    if kind in ("rescue", "evacuation", "displacement", "escape", "aid", "abduction", "arrest"):
        return _patient(q) or _object(q, "act") or _object(q, "harm") or _sufferer(q, "moved")
    if kind == "siege":
        return _patient(q) or _object(q, "act") or _sufferer(q, "moved")
    hit = _against(q) or _object(q, "act") or _patient(q) or _object(q, "harm")
    harmed = any(t.role == "harm" for t in found)
    return hit or (_sufferer(q, "groups") if harmed else None)


def _against(q: _Quote) -> Target | None:
    """"attack on X", "against X", "damage to X", "fired at X", "dropped bombs on X", "the execution of X"."""
    near = done = -9
    for n in range(q.low, q.high):
        word, trigger = q.words[n], q.starts.get(q.words[n].start)
        if trigger is not None:
            last = n + len(trigger.mention.words.split()) - 1
            near = last if trigger.role != "harm" else near
            done = last if trigger.form == "noun" and trigger.role != "weapon" and trigger.type in _DONE_TO else done
        of = word.low in ("of", "among") and n - done <= 1 and n > q.low
        on = word.low in ("on", "at", "into", "near") and n - near <= 2 and not (word.low == "on" and _blaming(q, n))
        to = word.low == "to" and q.words[n - 1].low in ("damage", "damages")
        if of or on or to or word.low == "against":
            target = _phrase(q, n + 1)
            if target is not None:
                return target
    return None


def _blaming(q: _Quote, n: int) -> bool:
    """Whether this "on" names whom the blame is put on."""
    return any(w.low in actor_words("blames") for w in q.words[max(q.low, n - 5) : n])


def _before(q: _Quote, party: Party, skipped: frozenset[str]) -> int:
    """The last word before the party that is not to be skipped."""
    at = party.first - 1
    while at > q.low and q.words[at].low in skipped:
        at -= 1
    return at


def _party(party: Party) -> Target:
    return Target(party.first, party.last, party.start, party.end)


def _with(q: _Quote) -> Target | None:
    """"clashes with X", "fighting between A and X"."""
    if q.actor is not None and q.actor.lead == "between" and q.actor.last + 2 < q.high:
        other = _other_side(q, q.actor.last + 1)
        if other is not None:
            return other
    for party in q.named:
        if q.actor is not None and party.first <= q.actor.last:
            continue
        at = _before(q, party, function_words("determiners"))
        between = q.words[at].low == "and" and any(w.low == "between" for w in q.words[q.low : at])
        if at >= q.low and (q.words[at].low == "with" or between):
            return _party(party)
    return None


def _other_side(q: _Quote, tie: int) -> Target | None:
    """The party after the "and" at this word, which may be part of one longer name ("the army and rebels")."""
    if q.words[tie].low != "and":
        return None
    after = tie + 1
    while after < q.high and q.words[after].low in function_words("determiners"):
        after += 1
    party = next((p for p in q.named if p.first <= after <= p.last), None)
    return Target(after, party.last, q.words[after].start, party.end) if party else None


def _from(q: _Quote) -> Target | None:
    """"captured the town from X", "cleared of X": a party, never a place."""
    for party in q.named:
        at = _before(q, party, function_words("determiners"))
        if at < q.low or not party.whole or party is q.actor:
            continue
        cleared = q.words[at].low == "of" and at > q.low and q.words[at - 1].low.startswith(("clear", "rid"))
        if q.words[at].low == "from" or cleared:
            return _party(party)
    return None


def _driven(q: _Quote) -> Target | None:
    """"drove X out", "pushed X back", "expelled X"."""
    for party in q.named:
        at = _before(q, party, function_words("determiners") | {"back", "out"})
        if at >= q.low and q.words[at].low.startswith(tuple(_list("drives"))):
            return _party(party)
    return None


def _object(q: _Quote, role: str) -> Target | None:
    """What follows an active verb: "hit a school", "killing six soldiers"."""
    for n in range(q.low, q.high):
        trigger = q.starts.get(q.words[n].start)
        if trigger is None or trigger.form != "verb" or trigger.role != role or _is_passive(q, n):
            continue
        after = n + 1
        while after < q.high and q.words[after].start < trigger.mention.end:
            after += 1
        target = _phrase(q, after) if after < q.high else None
        if target is not None:
            return target
    return None


def _is_passive(q: _Quote, verb: int) -> bool:
    if q.words[verb].low in function_words("be"):
        return True
    if q.words[verb].low.endswith("ing"):
        return False
    at = verb - 1
    while at >= q.low and (q.words[at].low in function_words("auxiliaries") or q.words[at].low.endswith("ly")):
        if q.words[at].low in function_words("be"):
            return True
        at -= 1
    return False


def _has_object(q: _Quote, trigger: Trigger, verb: int) -> bool:
    """Whether the verb goes on with a noun phrase of its own ("killed 20 civilians", "killed at least 20")."""
    after = verb + 1
    while after < q.high and q.words[after].start < trigger.mention.end:
        after += 1
    if after >= q.high or q.words[after].sign:
        return False
    low = q.words[after].low
    if low in ("at", "up", "more") and after + 1 < q.high and q.words[after + 1].low in ("least", "to", "than"):
        return True
    return not (low in _closed() or low in ("and", "others"))


def _patient(q: _Quote) -> Target | None:
    """What stands before a passive verb or a verb of dying: "six civilians were killed", "the hospital was hit"."""
    for n in range(q.low, q.high):
        trigger = q.starts.get(q.words[n].start)
        if trigger is None or trigger.form == "noun" or trigger.role == "weapon":
            continue
        if _is_passive(q, n) or _undergoes(q, trigger, n):
            target = _phrase(q, _clause_start(q, n))
            if target is not None:
                return target
    return None


def _undergoes(q: _Quote, trigger: Trigger, n: int) -> bool:
    """Whether the verb, though active in form, says what befell its subject."""
    if q.words[n].low.endswith("ing") or _has_object(q, trigger, n):
        return False
    return trigger.role == "harm" or trigger.key in _list("undergone")


def _clause_start(q: _Quote, verb: int) -> int:
    """Where the clause of this verb begins: after the last conjunction, sign or other verb before it."""
    at = verb
    while at > q.low and verb - at < REACH:
        word = q.words[at - 1]
        if word.sign and word.low not in ("-", "'", "(", ")"):
            break
        if word.low in function_words("clause_words") and word.low not in ("who", "which", "that", "as", "not"):
            break
        at -= 1
    return at


def _sufferer(q: _Quote, key: str) -> Target | None:
    """The first noun of this list in the quote, with the words that describe it; not the party that acts."""
    for n in range(q.low, q.high):
        if q.words[n].low not in _list(key) or (q.actor is not None and q.actor.first <= n <= q.actor.last):
            continue
        at = n
        while at > q.low and _describes(q, at - 1):
            at -= 1
        if at > q.low and q.words[at - 1].low == "by":
            continue
        part = ("including", "mostly", "mainly", "them")
        if key == "groups" and any(w.low in part for w in q.words[max(q.low, n - 4) : n]):
            continue  # a part of those harmed, not the whole
        return Target(at, n, q.words[at].start, q.words[n].end)
    return None


def _describes(q: _Quote, n: int) -> bool:
    """Whether the word belongs to the noun after it."""
    word = q.words[n]
    if word.sign or n in q.located or _opens(word.low) or word.low in _closed() or word.low == "and":
        return False
    if word.low in _list("nobody"):
        return False
    return word.start not in q.starts or word.low in _list("describing")


def _into(q: _Quote) -> Target | None:
    """"an investigation into X", "to investigate X": here the thing looked into may be an event."""
    ends = {t.mention.end for t in q.starts.values() if t.type == "investigation"}
    for n in range(q.low, q.high - 1):
        trigger = q.starts.get(q.words[n].start)
        direct = trigger is not None and trigger.type == "investigation" and trigger.form == "verb"
        tied = q.words[n].low in ("into", "of") and n > q.low and q.words[n - 1].end in ends
        if not (direct or tied):
            continue
        at = n + 1
        while at < q.high and not q.words[at].sign and _opens(q.words[at].low):
            at += 1
        end = at
        while end < q.high and end - at < LONGEST and not _stops_inquiry(q, end):
            end += 1
        if end > at and q.words[end - 1].low not in _list("nobody"):
            return Target(at, end - 1, q.words[at].start, q.words[end - 1].end)
    return None


def _stops_inquiry(q: _Quote, n: int) -> bool:
    return q.words[n].sign or q.words[n].low in _closed() or q.words[n].low in ("and", "of")
