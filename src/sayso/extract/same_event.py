"""Which quotes of one article tell of the same occurrence: same kind, no other place, no other day, no other doer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.record import EventType

_DAY = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(yester|to)day\b"
    r"|\b(january|february|march|april|june|july|august|september|october|november|december)\b|\b((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:another|a (?:second|third|similar)|separate|separately|similar|elsewhere|previous|previously|last (?:week|month|year)"
    r"|different|other (?:attacks?|strikes?|raids?)|since|daily|every|regularly|repeatedly|often|past|recent|earlier this|years?|months?|weeks?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:the|this|that|these|those|its)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_PALE = frozenset(
    ["the", "a", "an", "of", "in", "al", "el", "and", "s", "city", "town", "village", "province", "neighborhood", "neighbourhood", "district", "area", "northern", "southern", "eastern", "western", "east", "west", "north", "south", "central", "forces", "army", "group", "militants", "fighters", "countryside"]
)
KEPT = 6
"""Quotes of an event that a new one is held against: the latest, so that the time stays linear in them."""
NEAR = frozenset[frozenset[EventType]](
    frozenset[EventType](pair)
    for pair in (
        ("airstrike", "shelling"), ("attack", "clash"), ("airstrike", "attack"), ("airstrike", "chemical attack"),
        ("attack", "shelling"), ("clash", "territory"), ("attack", "shooting"), ("attack", "bombing"), ("clash", "shooting"), ("displacement", "evacuation"),
        ("agreement", "evacuation"),
    )
)  # fmt: skip
"""Types that one event is told under: counted over the pairs of claims_train."""

WEIGHTS = {
    "own": 1.0, "context": 2.0, "near": -1.0, "place_same": 0.5, "place_other": -2.0, "actor_other": -1.2, "day_same": 0.5,
    "day_other": -2.0, "other": -1.0, "age": -0.06, "back": 2.0, "last": 1.2, "toll_same": 1.1, "toll_other": -1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What decides whether two quotes tell of one event. Names are folded words; empty = not stated."""

    type: EventType
    own: bool
    place: frozenset[str]
    actor: frozenset[str]
    days: frozenset[str]
    other: bool
    back: bool
    tolls: frozenset[tuple[str, int]]


def folded(name: str | None) -> frozenset[str]:
    """The words of a name that tell it from others."""
    words = frozenset(re.findall(r"[^\W_]+", (name or "").lower()))
    return words - _PALE or words


def _days(part: str) -> frozenset[str]:
    return frozenset("".join(filter(None, m.groups())).lower() for m in _DAY.finditer(part))


def facts(
    kind: EventType, own: bool, quote: str, sentence: str, before: str, place: str | None, actor: str | None,
    tolls: frozenset[tuple[str, int]],
) -> Facts:
    """Gather the facts of one quote. `before` is the text just before its event word."""
    days = _days(quote) or _days(sentence[:400])
    return Facts(kind, own, folded(place), folded(actor), days, bool(_OTHER.search(quote)), bool(_BACK.search(before)), tolls)


def _score(one: Facts, group: Sequence[Facts], age: int) -> float:
    """How well a quote fits the quotes of an event; above 0 it joins."""
    w = WEIGHTS
    if one.type == group[0].type:
        score = w["own"] if one.own else w["context"]
    elif frozenset((one.type, group[0].type)) in NEAR:
        score = w["near"]
    else:
        return -99.0
    places = [g.place for g in group if g.place]
    if one.place and places:
        score += w["place_same"] if any(one.place & p for p in places) else w["place_other"]
    actors = [g.actor for g in group if g.actor]
    if one.actor and actors:
        score += 0.0 if any(one.actor & a for a in actors) else w["actor_other"]
    days = [g.days for g in group if g.days]
    if one.days and days:
        score += w["day_same"] if any(one.days & d for d in days) else w["day_other"]
    counted = [g.tolls for g in group if g.tolls]
    if one.tolls and counted:
        score += w["toll_same"] if any(one.tolls & t for t in counted) else w["toll_other"]
    score += w["other"] * one.other + w["back"] * one.back + w["last"] * (age == 1)
    return score + w["age"] * age


def labels(rows: Sequence[Facts]) -> tuple[str, ...]:
    """One label for each quote ("e1", "e2", ... in order of first telling); the best fitting earlier event is joined."""
    groups: list[list[Facts]] = []
    last: list[int] = []
    given: list[str] = []
    for n, one in enumerate(rows):
        scores = [(_score(one, group[-KEPT:], n - last[k]), -k) for k, group in enumerate(groups)]
        best = max(scores, default=(-1.0, 0))
        if best[0] > 0:
            k = -best[1]
            groups[k].append(one)
            last[k] = n
        else:
            groups.append([one])
            last.append(n)
            k = len(groups) - 1
        given.append(f"e{k + 1}")
    return tuple(given)
