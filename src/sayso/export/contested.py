"""What the voices of one article do not agree on, event by event. Nothing is settled here, only shown."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.record import Casualty, Claim, joined

REACH = 40
"""Claims of one event, before and after it in the text, that a denial is held against: an event told more often is a
page of lists, and without a bound ten thousand denials would be compared with ten thousand claims."""

QUOTE_COMPARED = 600
"""Code points of a quote that are compared: a clause is shorter, and the work stays bounded."""
STEM = 4
"""Letters of a word that are compared; enough to tell peoples and weapons apart, few enough to join their forms."""


@dataclass(frozen=True, slots=True)
class Contest:
    """One disagreement inside one event: what about, and the claims that stand against each other.

    `claims` are places in the sequence given, in order; the first of them is what the others stand against.
    """

    event: str
    reason: str
    claims: tuple[int, ...]


def contests(claims: Sequence[Claim]) -> tuple[Contest, ...]:
    """All disagreements among the claims of one article, in order of their events' first claim.

    An event is contested where one voice asserts it and another denies it, or where two voices give figures for the
    same harm to the same group that cannot both hold (their intervals share no number). A voice is a root source; the
    publisher's own words are one voice. The same voice giving two figures contests nothing: people correct themselves.
    """
    events: dict[str, list[int]] = defaultdict(list)
    for n, claim in enumerate(claims):
        events[claim.event.label].append(n)
    found: list[Contest] = []
    for told in events.values():
        found += _denials(claims, told)
        found += _figures(claims, told)
    return tuple(found)


def voice(claim: Claim) -> str:
    """The root source, "" for the publisher's own words; letter case does not make a new voice."""
    chain = claim.attribution.chain
    return chain[-1].name.casefold() if chain else ""


def _denials(claims: Sequence[Claim], told: list[int]) -> list[Contest]:
    """Each denial with the assertions it stands against."""
    found = []
    for place, n in enumerate(told):
        if claims[n].attribution.stance != "denies":
            continue
        nearest = told[max(0, place - REACH) : place + REACH]
        others = [m for m in nearest if _asserted_by_another(claims[m], claims[n])]
        if others:
            near = _same_matter(claims, n, others)
            found.append(Contest(claims[n].event.label, "asserted and denied", (*near, n)))
    return found


def _asserted_by_another(claim: Claim, denial: Claim) -> bool:
    return claim.attribution.stance == "asserts" and voice(claim) != voice(denial)


def _same_matter(claims: Sequence[Claim], n: int, others: list[int]) -> list[int]:
    """Which of these assertions the denial is about: an event has sides (who, how many) that a denial leaves alone.

    Those with its words or its actor; else the one that shares most of the words that set the event's claims apart,
    of several the last before the denial.
    """
    denial = claims[n]
    same = [m for m in others if denial.quote.overlaps(claims[m].quote) or _same_actor(denial, claims[m])]
    if same:
        return same
    stems = {m: _stems(claims[m].quote.words, joined(claims[m].event.actor)) for m in others}
    seen = Counter(stem for found in stems.values() for stem in found)
    apart = {stem for stem, times in seen.items() if 2 * times <= len(others)}
    told = _stems(denial.quote.words, joined(denial.event.actor), *denial.attribution.said_by) & apart
    shared = {m: len(told & stems[m]) for m in others}
    best = [m for m in others if shared[m] == max(shared.values())]
    return [max((m for m in best if m < n), default=best[0])]


def _same_actor(denial: Claim, other: Claim) -> bool:
    actor = joined(denial.event.actor)
    return actor is not None and actor == joined(other.event.actor)


def _stems(*phrases: str | None) -> set[str]:
    """The first letters of each longer word, so that "Turkey" and "Turkish" meet."""
    words = (word for phrase in phrases if phrase for word in phrase[:QUOTE_COMPARED].casefold().split())
    return {word[:STEM] for word in words if len(word) > STEM}


def _figures(claims: Sequence[Claim], told: list[int]) -> list[Contest]:
    figures: dict[tuple[str, str, str | None], list[tuple[int, Casualty]]] = defaultdict(list)
    for n in told:
        if claims[n].attribution.stance == "asserts":
            for casualty in claims[n].event.casualties:
                figures[casualty.kind, casualty.group, casualty.within].append((n, casualty))
    found = []
    for (kind, group, _), said in figures.items():
        lows = _outermost((-c.count.low, voice(claims[n])) for n, c in said if c.count.low is not None)
        highs = _outermost((c.count.high, voice(claims[n])) for n, c in said if c.count.high is not None)
        apart = {n for n, c in said if _stands_apart(c, voice(claims[n]), lows, highs)}
        if apart:
            found.append(Contest(claims[told[0]].event.label, f"figures differ: {group} {kind}", tuple(sorted(apart))))
    return found


def _outermost(ends: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """The least end of the two voices that go furthest: enough to compare any third with, and keeps the work linear."""
    least: dict[str, int] = {}
    for end, said_by in ends:
        least[said_by] = min(end, least.get(said_by, end))
    return heapq.nsmallest(2, ((end, said_by) for said_by, end in least.items()))


def _stands_apart(
    casualty: Casualty, said_by: str, lows: list[tuple[int, str]], highs: list[tuple[int, str]]
) -> bool:
    """Whether another voice's interval shares no number with this one. `lows` are negated."""
    low, high = casualty.count.low, casualty.count.high
    below = low is not None and any(end < low for end, other in highs if other != said_by)
    above = high is not None and any(-end > high for end, other in lows if other != said_by)
    return below or above
