"""Dates that a claim takes from the claims around it: from the same event, from the day the story is telling, or from
the day of publication where a report of one blow names no day at all.

The conditions were measured on the training articles: a rule stands here where it is right several times as often as
it dates what the annotators left open.
"""

import datetime as dt
import re

from sayso.record import Claim, Interval, Resolution
from sayso.resolve import intervals as iv
from sayso.resolve.setting import Setting

VIOLENT = frozenset(
    ("airstrike", "shelling", "bombing", "shooting", "clash", "rescue", "attack", "execution", "chemical attack")
)
ONE_BLOW = frozenset(("shelling", "bombing", "rescue"))
"""Events that take minutes: told in the past tense, they lie on the day the story is telling."""
RECENT = 3
"""Days before publication within which a day can be the one the story is telling."""
_PAST = re.compile(r"\b(?:was|were|did|[a-z]{2,14}ed|hit|struck|took|fell|began|left)\b", re.IGNORECASE)
_ONGOING = re.compile(r"\b(?:has|have|is|are|currently|still|remains?|continues?)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:also|another|meanwhile|elsewhere|separate|separately)\b", re.IGNORECASE)
_THE_EVENT = re.compile(
    r"\b(?:the|this|these) (?:[a-z]{2,14} )?(?:attacks?|(?:air ?)?strikes?|raids?|explosions?|blasts?|bombardment)\b",
    re.IGNORECASE,
)
BEFORE = 60
"""Code points before the quote in which "meanwhile" and the like are looked for."""


def inherited(claims: tuple[Claim, ...], own: tuple[Resolution | None, ...], where: Setting) -> tuple[Resolution, ...]:
    """Fill what the claims' own words leave open; see `claim_dates` for the grounds."""
    filled = [found or _same_event(n, claims, own) for n, found in enumerate(own)]
    told: Resolution | None = None
    last: tuple[int, Resolution] | None = None
    for n in sorted(range(len(claims)), key=lambda n: (claims[n].quote.start, claims[n].quote.end, n)):
        if filled[n] is None:
            filled[n] = _pointed_at(claims[n], last, where) or _story_day(claims[n], told, where)
        found = filled[n]
        if found is not None and found.value is not None:
            last = (claims[n].quote.start, found)
        if found is not None and found.value is not None:
            told = found if _recent(found.value, where.published) else told
    _fill_lead(claims, filled, where)
    nothing = Resolution("date", None, None, "not stated", where.published)
    return tuple(found or nothing for found in filled)


LEAD = 3
"""Sentences within which the day of what the lead tells is expected."""


def _fill_lead(claims: tuple[Claim, ...], filled: list[Resolution | None], where: Setting) -> None:
    """A lead often leaves the day to the sentences after it: take it from the first dated claim of the same type.

    "attack" is said of any of them.
    """
    order = sorted(range(len(claims)), key=lambda n: (claims[n].quote.start, claims[n].quote.end, n))
    first = next((n for n in order if (f := filled[n]) and f.value and _recent(f.value, where.published)), None)
    if first is None:
        return
    found, giver = filled[first], claims[first]
    assert found is not None
    for n in order[: order.index(first)]:
        if filled[n] is None and _leads_to(claims[n], giver, where):
            filled[n] = Resolution("date", None, found.value, "story day", found.anchor, found.candidates)
            _fill_event(n, claims, filled)


def _fill_event(lead: int, claims: tuple[Claim, ...], filled: list[Resolution | None]) -> None:
    """Hand the day of the lead on to what else is told of its event."""
    given = filled[lead]
    assert given is not None
    label = claims[lead].event.label
    for n, claim in enumerate(claims):
        if filled[n] is None and claim.event.label == label and claim.attribution.stance != "intends":
            filled[n] = Resolution("date", None, given.value, "same event", given.anchor, given.candidates)


def _leads_to(claim: Claim, giver: Claim, where: Setting) -> bool:
    if claim.attribution.stance == "intends" or claim.event.type not in VIOLENT:
        return False
    apart = where.number(giver.quote.start) - where.number(claim.quote.start)
    return apart <= LEAD and claim.event.type in (giver.event.type, "attack")


def _short(value: Interval | None) -> bool:
    """A day, or a night over two."""
    return value is not None and value.end is not None and (value.end - value.start).days <= 1


def _same_event(n: int, claims: tuple[Claim, ...], own: tuple[Resolution | None, ...]) -> Resolution | None:
    """The day of the nearest claim of the same event; weeks and longer are not handed on, nor anything to or by a plan:
    a deadline is not the day of what has happened.
    """
    claim = claims[n]
    if claim.attribution.stance == "intends":
        return None
    givers = [
        (abs(k - n), k, found)
        for k, found in enumerate(own)
        if found is not None
        and _short(found.value)
        and claims[k].event.label == claim.event.label
        and claims[k].attribution.stance != "intends"
    ]
    if not givers:
        return None
    found = min(givers, key=lambda giver: giver[:2])[2]
    return Resolution("date", None, found.value, "same event", found.anchor, found.candidates)


def _recent(value: Interval, published: dt.date | None) -> bool:
    return published is not None and _short(value) and 0 <= (published - value.start).days <= RECENT


_THAT = re.compile(r"\bthat (?:attack|strike|raid|bombing|massacre|incident|assault|air ?strike)\b", re.IGNORECASE)


def _pointed_at(claim: Claim, last: tuple[int, Resolution] | None, where: Setting) -> Resolution | None:
    """ "that attack" is the one dated last, if that was in this sentence or the two before."""
    if last is None or not _THAT.search(where.text, claim.quote.start, min(len(where.text), claim.quote.end)):
        return None
    at, found = last
    if where.number(claim.quote.start) - where.number(at) > 2:
        return None
    return Resolution("date", None, found.value, "that event", found.anchor, found.candidates)


def _story_day(claim: Claim, told: Resolution | None, where: Setting) -> Resolution | None:
    """The day told just before, for "the attack", or a past violent event with a toll, of one blow, or told as another;
    the day of publication, for one blow in an article that has named no recent day yet.
    """
    words = claim.quote.words
    if claim.attribution.stance == "intends" or claim.event.type not in VIOLENT or _ONGOING.search(words):
        return None
    if told is not None and _THE_EVENT.search(words):
        return Resolution("date", None, told.value, "story day", told.anchor, told.candidates)
    if not _PAST.search(words):
        return None
    one_blow = claim.event.type in ONE_BLOW
    if told is not None:
        another = _ANOTHER.search(where.text, max(0, claim.quote.start - BEFORE), claim.quote.end)
        if claim.event.casualties or one_blow or another:
            return Resolution("date", None, told.value, "story day", told.anchor, told.candidates)
        return None
    if one_blow and where.published is not None and not where.within(0, claim.quote.start):
        day, before = iv.day(where.published), iv.day(where.published - iv.ONE_DAY)
        return Resolution("date", None, day, "day of publication", where.published, (day, before))
    return None
