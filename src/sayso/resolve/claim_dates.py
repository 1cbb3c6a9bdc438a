"""Date every claim: by its own words, its sentence, its event, the story it stands in, or not at all."""

import datetime as dt
import re

from sayso.record import Article, Claim, Interval, Mention, Resolution
from sayso.resolve.dates import resolve_date
from sayso.resolve.inherited import inherited
from sayso.resolve.setting import Dated, Setting, owns, setting, tells_when_said


def claim_dates(article: Article, claims: tuple[Claim, ...]) -> tuple[Resolution, ...]:
    """One resolution of the date for every claim, in their order.

    The rule begins with the ground: "words" (in the quote), "sentence" (touching it), "same event" (another claim of
    that event), "that event" (the one dated just before), "story day" (the day the story is telling), "day of
    publication" (one blow in a text without dates). A claim that none of them dates has no value, and the rule says
    "not stated". Dates that say when something was said are left out.
    """
    where = setting(article)
    own = tuple(_own(claim, where) for claim in claims)
    return inherited(claims, own, where)


def _own(claim: Claim, where: Setting) -> Resolution | None:
    """The date in the claim's own words, else one that touches them."""
    quote = claim.quote
    inside = [one for one in where.within(quote.start, quote.end) if not _of_cue(one, claim, where)]
    if inside:
        return _stated(inside, claim, where)
    start, end = where.sentence(quote.start)
    for one in where.within(start, max(end, quote.end)):
        if (
            not quote.overlaps(one.expression.mention)
            and not _of_cue(one, claim, where)
            and _touches(one, quote, where)
        ):
            return _resolution(one, claim, where, "sentence")
    return None


def _of_cue(one: Dated, claim: Claim, where: Setting) -> bool:
    """Whether the date goes with the cue: it stands right after a reporting word or right after the claim's cue."""
    if owns(one, where.text):
        return False
    if tells_when_said(one, where.text):
        return True
    return any(0 <= one.start - cue.end <= NEAR_CUE for cue in claim.attribution.cue if not claim.quote.covers(cue))


NEAR_CUE = 12
"""Code points between a cue and its date: "said late on Thursday"."""
_TOUCHING = re.compile(r"[\s,]{0,3}(?:on|in|late|early)?[\s,]{0,3}", re.IGNORECASE)
_OPENS = re.compile(
    r"\W{0,4}(?:(?:but|and|meanwhile|then)\W{1,3})?(?:on|in|over|during|at|by|earlier|late|early)?\s{0,3}",
    re.IGNORECASE,
)


def _touches(one: Dated, quote: Mention, where: Setting) -> bool:
    """Whether nothing but a comma or a preposition lies between the date and the quote; a date before the quote must
    open the sentence, or it belongs to words before it ("a truce agreed in February has been violated").
    """
    left, right = (one.end, quote.start) if one.end <= quote.start else (quote.end, one.start)
    if right - left >= NEAR_CUE or not _TOUCHING.fullmatch(where.text, left, right):
        return False
    start, _ = where.sentence(quote.start)
    if _SINCE.match(where.text, start):
        return True
    return one.start >= quote.end or (one.start - start < 24 and bool(_OPENS.fullmatch(where.text, start, one.start)))


_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:first|last|(?:dead|large|bloodi|big|worst|high|heavi|fierce|great)\w{0,4}est|worst)\b", re.IGNORECASE
)
_JOINED = re.compile(r"\s(?:and|and into|into|and continued into|to|till|until)\s(?:on\s|in\s)?", re.IGNORECASE)
_BEGAN = re.compile(
    r"\b(?:began|begun|started|starting|erupted|erupting|flared|broke out|ongoing)\b[^.]{0,40}$", re.IGNORECASE
)


def _stated(inside: list[Dated], claim: Claim, where: Setting) -> Resolution | None:
    """Choose among the dates in the quote: the one nearest the event's trigger, else the first.

    "the worst since 2012" dates nothing; "on Friday and Saturday" is both days.
    """
    usable = [one for one in inside if not _only_compared(one, claim, where)]
    if not usable:
        return None
    best = usable[0]
    if claim.event.trigger is not None:
        at = claim.event.trigger.start
        best = min(usable, key=lambda one: abs(one.start - at))
    n = usable.index(best)
    if n + 1 < len(usable) and _JOINED.fullmatch(where.text, best.end, usable[n + 1].start):
        joint = _joint(best, usable[n + 1], where)
        if joint is not None:
            return joint
    return _resolution(best, claim, where, "words")


def _joint(first: Dated, second: Dated, where: Setting) -> Resolution | None:
    one, other = first.resolution.value, second.resolution.value
    if one is None or other is None or other.end is None or other.start < one.start:
        return None
    mention = Mention(first.start, second.end, where.text)
    value = Interval(one.start, max(other.end, one.start), "range")
    return Resolution("date", mention, value, "words: two dates joined", first.resolution.anchor)


def _since_before(one: Dated, claim: Claim, where: Setting) -> re.Match[str] | None:
    """The "since" of the claim that governs this date, with a clause between them: "since the war began in 2011"."""
    if one.expression.form == "since":
        return None
    found = None
    for found in _SINCE.finditer(where.text, claim.quote.start, one.start):  # noqa: B007 - the last one is wanted
        pass
    return found


def _only_compared(one: Dated, claim: Claim, where: Setting) -> bool:
    """ "the deadliest attack since 2012": the date bounds a comparison."""
    since = _since_before(one, claim, where)
    at = since.start() if since else one.start if one.expression.form == "since" else None
    return at is not None and bool(_RECORD.search(where.text, claim.quote.start, at))


def _resolution(one: Dated, claim: Claim, where: Setting, ground: str) -> Resolution:
    """The date as the claim means it: pointed ahead in a plan, opened by "since", cut at publication in a report."""
    found = one.resolution
    if claim.attribution.stance == "intends":
        found = resolve_date(one.expression, where.text, where.published, "future")
    elif "ahead" in found.rule and found.value is not None and "will" not in claim.quote.words.split():
        found = resolve_date(one.expression, where.text, where.published, "past")
    value, rule = found.value, found.rule
    if value is not None and claim.event.type == "territory" and one.expression.form == "since":
        inner = resolve_date(one.expression.inner[0], where.text, where.published).value
        value, rule = inner, f"{rule}, the day it was taken"
    elif value is not None and value.end is not None and _opened(one, claim, where):
        value, rule = Interval(value.start, None, "range"), f"since: {rule}"
    elif value is not None and claim.attribution.stance != "intends":
        value = _cut(value, where.published)
    return Resolution("date", found.mention, value, f"{ground}: {rule}", found.anchor, found.candidates)


def _opened(one: Dated, claim: Claim, where: Setting) -> bool:
    """Whether the claim covers the time from this date on: by "since", or as a toll of a war that began then."""
    if _since_before(one, claim, where) is not None:
        return True
    start, _ = where.sentence(claim.quote.start)
    if one.end <= claim.quote.start and _SINCE.match(where.text, start):
        return True
    whole_toll = claim.event.type == "other" and bool(claim.event.casualties)
    return whole_toll and bool(_BEGAN.search(where.text, max(claim.quote.start, one.start - 60), one.start))


def _cut(value: Interval, published: dt.date | None) -> Interval:
    """What a report says happened "this week" happened by the day it was published."""
    if (
        published is None
        or value.granularity != "week"
        or value.end is None
        or not value.start <= published < value.end
    ):
        return value
    return Interval(value.start, published, "week")
