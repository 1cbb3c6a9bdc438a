"""Which quotes of one article tell of the same occurrence: same kind, no other place, no other day, no other doer."""

import functools
import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sayso.lexicon import alternatives, load
from sayso.record import EventType

KEPT = 6
"""Quotes of an event that a new one is held against: the latest."""
FIRST, LATEST = 10, 60
"""Events a new quote is held against: the first and the latest told of, so that the time stays linear."""
SENTENCE = 400
"""Code points of a sentence in which its day is looked for."""

NEAR = frozenset[frozenset[EventType]](
    frozenset[EventType](pair)
    for pair in (
        ("airstrike", "shelling"), ("attack", "clash"), ("airstrike", "attack"), ("airstrike", "chemical attack"),
        ("attack", "shelling"), ("clash", "territory"), ("attack", "shooting"), ("attack", "bombing"),
        ("clash", "shooting"), ("displacement", "evacuation"), ("agreement", "evacuation"),
    )
)  # fmt: skip
"""Types that one event is told under: counted over the pairs of claims_train."""

OWN, CONTEXT, OTHER_TYPE = 1.0, 2.0, -1.0
PLACE_SAME, PLACE_OTHER, ACTOR_OTHER = 0.5, -2.0, -1.2
DAY_SAME, DAY_OTHER, OTHER_TIME = 0.5, -3.0, -1.0
BACK, LAST, AGE = 2.0, 1.2, -0.06
TOLL_SAME, TOLL_OTHER = 1.1, -1.0
"""What each fact adds to the score by which a quote joins an event (joined above 0): rounded from a random search on
claims_train. CONTEXT is for a type that came from the text around, BACK for "the strike", LAST for the quote before."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides whether two quotes tell of one event. Names are folded words; empty = not stated.

    `other` marks words of another occasion ("last year", "similar"), `back` a definite event word ("the attack"),
    `tolls` the numbers of those harmed, by kind.
    """

    type: EventType
    own: bool
    place: frozenset[str]
    actor: frozenset[str]
    days: frozenset[str]
    other: bool
    back: bool
    tolls: frozenset[tuple[str, int]]


@functools.cache
def _pattern(name: str, more: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(load('event_context')[name])}{more})\b", re.IGNORECASE)


_BACK = re.compile(r"\b(?:the|this|that|these|those|its)\s(?:[\w-]{1,24}\s){0,2}$", re.IGNORECASE)


def folded(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others; all its words where none do."""
    words = frozenset(re.findall(r"[^\W_]+", (name or "").lower()))
    return words - frozenset(load("event_context")["pale"]) or words


def _days(part: str) -> frozenset[str]:
    """The days, months and years named; a day's missing apostrophe ("Tuesdays") is forgiven."""
    found = _pattern("days", "s?|(?:19|20)[0-9]{2}").findall(part)
    return frozenset(word.lower().removesuffix("s") for word in found)


def facts(
    kind: EventType, own: bool, quote: str, sentence: str, before: str, place: str | None, actor: str | None,
    tolls: frozenset[tuple[str, int]],
) -> Facts:  # fmt: skip
    """Gather the facts of one quote. `before` is the text just before its event word."""
    days = _days(quote) or _days(sentence[:SENTENCE])
    other = _pattern("other").search(quote) is not None
    return Facts(kind, own, folded(place), folded(actor), days, other, _BACK.search(before) is not None, tolls)


def _compared(one: AbstractSet[object], others: Sequence[AbstractSet[object]], same: float, different: float) -> float:
    stated = [other for other in others if other]
    if not one or not stated:
        return 0.0
    return same if any(one & other for other in stated) else different


def _score(one: Facts, group: Sequence[Facts], age: int) -> float | None:
    """How well a quote fits the quotes of an event, told of `age` quotes ago; None where the types forbid it."""
    if one.type == group[0].type:
        score = OWN if one.own else CONTEXT
    elif frozenset((one.type, group[0].type)) in NEAR:
        score = OTHER_TYPE
    else:
        return None
    score += _compared(one.place, [g.place for g in group], PLACE_SAME, PLACE_OTHER)
    score += _compared(one.actor, [g.actor for g in group], 0.0, ACTOR_OTHER)
    score += _compared(one.days, [g.days for g in group], DAY_SAME, DAY_OTHER)
    score += _compared(one.tolls, [g.tolls for g in group], TOLL_SAME, TOLL_OTHER)
    return score + OTHER_TIME * one.other + BACK * one.back + LAST * (age == 1) + AGE * age


def labels(rows: Sequence[Facts]) -> tuple[str, ...]:
    """One label for each quote ("e1", "e2", ...): the best fitting earlier event is joined."""
    groups: list[list[Facts]] = []
    last: list[int] = []
    given: list[str] = []
    for n, one in enumerate(rows):
        best, joined = 0.0, -1
        near = range(max(FIRST, len(groups) - LATEST), len(groups))
        for k in (*range(min(FIRST, len(groups))), *near):
            score = _score(one, groups[k][-KEPT:], n - last[k])
            if score is not None and score > best:
                best, joined = score, k
        if joined < 0:
            groups.append([])
            last.append(n)
            joined = len(groups) - 1
        groups[joined].append(one)
        last[joined] = n
        given.append(f"e{joined + 1}")
    return tuple(given)
