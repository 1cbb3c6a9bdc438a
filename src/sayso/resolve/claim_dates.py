"""Date every claim: by its own words, its sentence, its event, or not at all."""

import bisect
import datetime as dt
import functools
import re
from dataclasses import dataclass

from sayso.lexicon import alternatives, load
from sayso.record import Article, Claim, Interval, Mention, Resolution
from sayso.resolve.dates import resolve_date
from sayso.resolve.phrases import Expression, expressions

_SENTENCE = re.compile(r"[.!?…][\"'”’»)]{0,3}\s{1,4}(?=[\"'“‘«(A-Z0-9])|\n")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Brig|St|Sgt|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No)\.\s{1,4}$")
_UNDATED = frozenset(("duration", "vague duration", "set", "reference", "clock", "vague ago"))


@dataclass(frozen=True, slots=True)
class _Dated:
    """An expression that has a value, with that value."""

    expression: Expression
    resolution: Resolution


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all claims of one article are dated by: its dates in order and the starts of its sentences."""

    text: str
    published: dt.date | None
    dated: tuple[_Dated, ...]
    starts: tuple[int, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence that holds this code point."""
        n = bisect.bisect_right(self.starts, at)
        return self.starts[n - 1], self.starts[n] if n < len(self.starts) else len(self.text)

    def within(self, start: int, end: int) -> tuple[_Dated, ...]:
        """The dates that begin in this stretch."""
        first = bisect.bisect_left(self.dated, start, key=lambda one: one.expression.mention.start)
        last = bisect.bisect_left(self.dated, end, key=lambda one: one.expression.mention.start)
        return self.dated[first:last]


def claim_dates(article: Article, claims: tuple[Claim, ...]) -> tuple[Resolution, ...]:
    """One resolution of the date for every claim, in their order.

    The rule begins with the ground: "words" (in the quote), "sentence" (beside it), "same event" (another claim of
    that event), "main event"; a claim that none of them dates has no value, and the rule says "not stated".
    """
    setting = _setting(article)
    own = [_own(claim, setting) for claim in claims]
    return tuple(found or _by_event(n, claims, own, setting) for n, found in enumerate(own))


def _setting(article: Article) -> _Setting:
    text = article.text
    found = []
    for one in expressions(text):
        if one.form not in _UNDATED and not _in_date_line(one, text):
            resolution = resolve_date(one, text, article.published)
            if resolution.value is not None or resolution.candidates:
                found.append(_Dated(one, resolution))
    starts = [0]
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text, max(0, match.start() - 6), match.end()):
            starts.append(match.end())
    return _Setting(text, article.published, tuple(found), tuple(starts))


def _in_date_line(one: Expression, text: str) -> bool:
    """A full date at the head says when the page was made, not when the thing happened."""
    if one.mention.start > 160 or not one.part("year") or one.form in ("year", "month", "decade"):
        return False
    before = text[: one.mention.start][-14:]
    return not re.search(r"\b(?:on|in|since|of|from|until|by)\s{1,3}$", before, re.IGNORECASE)


@functools.cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('calendar')['reporting'])}\b", re.IGNORECASE)


_TOUCHING = re.compile(r"[\s,]{0,3}(?:on|in|late|early)?[\s,]{0,3}", re.IGNORECASE)


def _own(claim: Claim, setting: _Setting) -> Resolution | None:
    quote = claim.quote
    inside = [one for one in setting.within(quote.start, quote.end) if not _of_cue(one, claim, setting)]
    if inside:
        return _stated(_best(inside, claim), "words")
    start, end = setting.sentence(quote.start)
    beside = [one for one in setting.within(start, max(end, quote.end)) if not quote.overlaps(one.expression.mention)]
    free = [one for one in beside if not _of_cue(one, claim, setting) and _touches(one, claim, setting)]
    return _stated(_best(free, claim), "sentence") if free else None


def _touches(one: _Dated, claim: Claim, setting: _Setting) -> bool:
    """Whether nothing but a comma or a preposition lies between the date and the quote."""
    mention, quote = one.expression.mention, claim.quote
    left, right = (mention.end, quote.start) if mention.end <= quote.start else (quote.end, mention.start)
    return right - left < 12 and bool(_TOUCHING.fullmatch(setting.text, left, right))


def _stated(one: _Dated, ground: str) -> Resolution:
    found = one.resolution
    return Resolution("date", found.mention, found.value, f"{ground}: {found.rule}", found.anchor, found.candidates)


def _best(dated: list[_Dated], claim: Claim) -> _Dated:
    """The date nearest the event's trigger, or the first of them."""
    trigger = claim.event.trigger
    if trigger is None or len(dated) == 1:
        return dated[0]
    at = trigger.start
    return min(dated, key=lambda one: abs(one.expression.mention.start - at))


def _of_cue(one: _Dated, claim: Claim, setting: _Setting) -> bool:
    """Whether the words say when it was said: a reporting word stands right beside them, with no event between."""
    mention = one.expression.mention
    before = setting.text[max(0, mention.start - 24) : mention.start]
    if re.search(rf"{_reporting().pattern}(?:\s\w{{1,12}})?(?:\s(?:on|in|late|early|earlier|over|at))?\s{{0,3}}$", before, re.IGNORECASE):
        return True
    return False


def _by_event(n: int, claims: tuple[Claim, ...], own: list[Resolution | None], setting: _Setting) -> Resolution:
    label = claims[n].event.label
    same = [k for k, claim in enumerate(claims) if claim.event.label == label and own[k] is not None]
    if same:
        found = own[min(same, key=lambda k: (abs(k - n), k))]
        assert found is not None
        return Resolution("date", None, found.value, "same event", found.anchor, found.candidates)
    return Resolution("date", None, None, "not stated", setting.published)
