"""Bring date expressions to intervals: what each form means, counted from the anchor."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.record import Interval, Resolution
from sayso.resolve import intervals as iv
from sayso.resolve.direction import Direction, direction
from sayso.resolve.phrases import Expression, expressions
from sayso.resolve.words import month_of, number_of, unit_of, weekday_of, year_of


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression was brought to: a value or none, the rule, and every reading where several stand."""

    value: Interval | None
    rule: str
    candidates: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """One expression with all it is read by; `anchor` is a day, or the form never needs one."""

    expression: Expression
    text: str
    anchor: dt.date
    told: Direction | None = None

    def part(self, name: str) -> str:
        return self.expression.part(name)

    @property
    def ahead(self) -> bool:
        if self.told is not None:
            return self.told == "future"
        mention = self.expression.mention
        return direction(self.text, mention.start, mention.end) == "future"


NOTHING = Reading(None, "not a day or period")
_NO_ANCHOR = dt.date(1, 1, 1)


def resolve_date(
    expression: Expression, text: str, anchor: dt.date | None, told: Direction | None = None
) -> Resolution:
    """Bring one expression to an interval, counted from `anchor` (the day of publication).

    `told` is the direction where it is known ("future" in a plan); else the words around tell it.

    Without an anchor only expressions that name their year are resolved. Where two readings stand, the preferred one
    is the value and both are candidates; where neither is preferred, the value is None. Impossible dates ("31
    February") give no value, and the rule says so. Never raises for any expression of `expressions(text)`.
    """
    if anchor is None and not _absolute(expression):
        reading = Reading(None, "no anchor")
    else:
        try:
            reading = _read(_Asked(expression, text, anchor or _NO_ANCHOR, told))
        except ValueError:
            reading = Reading(None, "impossible date")
        except OverflowError:
            reading = Reading(None, "out of the calendar")
    used = None if _absolute(expression) else anchor
    return Resolution("date", expression.mention, reading.value, reading.rule, used, reading.candidates)


def _absolute(expression: Expression) -> bool:
    """Whether the words name their own year."""
    if expression.inner:
        return all(_absolute(inner) for inner in expression.inner)
    named = expression.part("year") or expression.part("yy") or expression.part("tens")
    return bool(named) or expression.form in ("duration", "vague duration", "set", "reference", "clock", "vague ago")


def _read(asked: _Asked) -> Reading:
    reader = _READERS.get(asked.expression.form)
    return reader(asked) if reader else NOTHING


def _full_year(words: str, anchor: dt.date) -> int:
    return year_of(words, anchor.year + 11 if anchor != _NO_ANCHOR else 2030)


def _checked(asked: _Asked, date: dt.date, rule: str) -> Reading:
    """A weekday that stands with a day of month and does not fit it is worth a word in the rule."""
    named = asked.part("weekday")
    if named and weekday_of(named) != date.weekday():
        rule += ", weekday does not fit"
    return Reading(iv.day(date), rule)


def _iso(asked: _Asked) -> Reading:
    return Reading(iv.day(dt.date(*(int(asked.part(k)) for k in ("year", "month", "day")))), "absolute date")


def _numeric(asked: _Asked) -> Reading:
    """Dotted and dashed dates put the day first; slashes may be either, and then the one nearer the anchor wins."""
    first, second = int(asked.part("first")), int(asked.part("second"))
    year = _full_year(asked.part("year"), asked.anchor)
    if first > 12 or second > 12:
        return Reading(iv.day(dt.date(year, min(first, second), max(first, second))), "absolute date")
    day_first, month_first = iv.day(dt.date(year, second, first)), iv.day(dt.date(year, first, second))
    if first == second:
        return Reading(day_first, "absolute date")
    if asked.part("mark") != "/":
        return Reading(day_first, "day first", (day_first, month_first))
    if asked.anchor == _NO_ANCHOR:
        return Reading(None, "day or month first", (day_first, month_first))
    nearest = min(day_first, month_first, key=lambda one: abs((one.start - asked.anchor).days))
    return Reading(nearest, "day or month first, nearer the anchor", (day_first, month_first))


def _nearest_year(asked: _Asked, build: Callable[[int], Interval], what: str) -> Reading:
    """Give a month or day of month without a year the year that the clause's direction asks for.

    Back: the latest that has begun by the anchor; ahead: the first that has not ended before it. A named weekday
    that fits one of the years near the anchor decides first.
    """
    year = asked.anchor.year
    named = asked.part("weekday")
    options = []
    for candidate in (year - 1, year, year + 1):
        try:
            options.append(build(candidate))
        except ValueError:  # 29 February of a common year
            continue
    if not options:
        raise ValueError("no such day in any year near the anchor")
    if named:
        fits = [one for one in options if one.start.weekday() == weekday_of(named)]
        if len(fits) == 1:
            return Reading(fits[0], f"{what}, year by its weekday")
    back = [one for one in options if one.start <= asked.anchor]
    ahead = [one for one in options if one.end is not None and one.end >= asked.anchor]
    if asked.ahead and ahead:
        return Reading(ahead[0], f"{what}, ahead by the clause")
    near = [one for one in options if 0 < (one.start - asked.anchor).days <= NEAR_FUTURE]
    if near and what == "day of month":
        # A date a few days ahead is nearer than one almost a year back: news of the time zone's other side, or a plan.
        return Reading(near[0], f"{what}, just ahead", (back[-1], near[0]) if back else (near[0],))
    if not back:
        return Reading(ahead[0], f"{what}, next")
    return Reading(back[-1], f"{what}, latest")


NEAR_FUTURE = 45
"""Days: a day of month so little ahead is read as ahead even where the clause does not say so."""


def _day_of_month(asked: _Asked) -> Reading:
    month, day = month_of(asked.part("month")), int(asked.part("day"))
    if asked.part("year"):
        date = dt.date(_full_year(asked.part("year"), asked.anchor), month, day)
        return _checked(asked, date, "absolute date")
    if day > 31 or (day > 29 and month == 2) or (day > 30 and month in (4, 6, 9, 11)) or day < 1:
        raise ValueError(f"day {day} of month {month}")
    if (month, day) == (9, 11) and _ATTACKS.match(asked.text, asked.expression.mention.end):
        return Reading(iv.day(dt.date(2001, 9, 11)), "named day")
    return _nearest_year(asked, lambda year: iv.day(dt.date(year, month, day)), "day of month")


_ATTACKS = re.compile(r"(?:['’]s)?,?\s(?:terrorist\s|terror\s)?attacks\b", re.IGNORECASE)
"""What follows "September 11" where the day of 2001 is meant."""


def _day_range(asked: _Asked) -> Reading:
    month, first, last = month_of(asked.part("month")), int(asked.part("day")), int(asked.part("day2"))
    if last < first:
        return Reading(None, "crossed range")

    def build(year: int) -> Interval:
        return iv.between(dt.date(year, month, first), dt.date(year, month, last))

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "absolute range")
    return _nearest_year(asked, build, "days of a month")


def _nth(asked: _Asked) -> Reading:
    """ "on the 14th": of this month, or of the last where it would lie ahead and the clause speaks of the past."""
    day = int(asked.part("day"))
    steps = {"last": (-1,), "next": (1,), "this": (0,)}.get(asked.part("rel"), (0, 1) if asked.ahead else (0, -1))
    for step in steps:
        first = iv.shift_months(asked.anchor.replace(day=1), step)
        date = first.replace(day=day)
        if len(steps) == 1 or (date >= asked.anchor) == asked.ahead or date == asked.anchor:
            return Reading(iv.day(date), "day of this month" if step == 0 else "day of the month beside")
    return Reading(None, "not a day or period")


def _feast(asked: _Asked) -> Reading:
    month, day = load("calendar")["feasts"][asked.part("feast").replace("’", "'")]
    if asked.part("year"):
        return Reading(iv.day(dt.date(int(asked.part("year")), month, day)), "feast")
    return _nearest_year(asked, lambda year: iv.day(dt.date(year, month, day)), "feast")


def _modifier(asked: _Asked) -> str:
    """Bring "the beginning of", "earlier", ... to early, mid or late; "" where there is none."""
    words = f"{asked.part('mod')} {asked.part('mod2')}".strip()
    for name, stems in (("early", ("early", "beginning", "start")), ("mid", ("mid",)), ("late", ("late", "end"))):
        if any(word == stem or (stem == "mid" and word.startswith(stem)) for stem in stems for word in words.split()):
            return name
    return words if words in ("earlier", "later") else ""


def _month(asked: _Asked) -> Reading:
    month, rel, mod = month_of(asked.part("month")), asked.part("rel"), _modifier(asked)
    if asked.part("year"):
        return Reading(iv.part(iv.whole_month(int(asked.part("year")), month), mod), "absolute month")
    if asked.part("yearrel"):
        step = {"last": -1, "this": 0, "next": 1}[asked.part("yearrel")]
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "month of a year counted")
    if rel in ("last", "past", "this past", "previous"):
        step = -1 if month >= asked.anchor.month else 0
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "last month of that name")
    if rel in ("next", "coming", "this coming", "following"):
        step = 1 if month <= asked.anchor.month else 0
        return Reading(iv.part(iv.whole_month(asked.anchor.year + step, month), mod), "next month of that name")
    if rel == "this":
        return Reading(iv.part(iv.whole_month(asked.anchor.year, month), mod), "month of this year")
    found = _nearest_year(asked, lambda year: iv.whole_month(year, month), "month")
    return Reading(iv.part(found.value, mod) if found.value else None, found.rule)


def _month_range(asked: _Asked) -> Reading:
    first, last = month_of(asked.part("month")), month_of(asked.part("month2"))

    def build(year: int) -> Interval:
        end = iv.whole_month(year, last).end
        assert end is not None
        return Interval(dt.date(year - (first > last), first, 1), end, "range")

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "absolute range")
    return _nearest_year(asked, build, "months")


def _counted_year(asked: _Asked, default: int) -> int:
    if asked.part("year"):
        return int(asked.part("year"))
    return asked.anchor.year + {"last": -1, "previous": -1, "next": 1}.get(asked.part("rel"), default)


def _quarter(asked: _Asked) -> Reading:
    ordinals = load("calendar")["ordinals"]
    words = asked.part("ordinal")
    if words in ("last", "final") and not (asked.part("year") or asked.part("rel")) and words == "last":
        return Reading(iv.around(iv.shift(asked.anchor, "quarter", -1), "quarter"), "unit before")
    number = int(words) if words.isdigit() else ordinals[words]
    number = 4 if number == -1 else number
    if number > 4:
        return NOTHING
    if asked.part("year") or asked.part("rel"):
        return Reading(iv.quarter(_counted_year(asked, 0), number), "quarter of a year")
    return _nearest_year(asked, lambda year: iv.quarter(year, number), "quarter")


def _half(asked: _Asked) -> Reading:
    year = _counted_year(asked, 0)
    first, last = (1, 2) if asked.part("ordinal") == "first" else (3, 4)
    end = iv.quarter(year, last).end
    assert end is not None
    return Reading(Interval(iv.quarter(year, first).start, end, "part of year"), "half of a year")


def _season(asked: _Asked) -> Reading:
    """Northern seasons; "last" is the latest that is over, a bare name the latest that has begun."""
    code, rel = load("calendar")["seasons"][asked.part("season")], asked.part("rel")
    if asked.part("year"):
        return Reading(iv.season(int(asked.part("year")), code), "absolute season")
    options = [iv.season(asked.anchor.year + step, code) for step in (-2, -1, 0, 1)]
    if rel in ("last", "past", "this past", "previous"):
        over = [one for one in options if one.end and one.end < asked.anchor]
        return Reading(over[-1], "last season of that name")
    if rel in ("next", "coming", "this coming", "following"):
        return Reading(next(one for one in options if one.start > asked.anchor), "next season of that name")
    if rel == "this":
        return Reading(iv.season(asked.anchor.year, code), "season of this year")
    found = _nearest_year(asked, lambda year: iv.season(year, code), "season")
    return Reading(found.value, found.rule)


def _year(asked: _Asked) -> Reading:
    return Reading(iv.part(iv.whole_year(_full_year(asked.part("year"), asked.anchor)), _modifier(asked)), "absolute year")


def _year_range(asked: _Asked) -> Reading:
    first, second = asked.part("year"), asked.part("year2")
    last = int(second) if len(second) == 4 else int(first[:2] + second)
    return Reading(Interval(dt.date(int(first), 1, 1), dt.date(last, 12, 31), "range"), "absolute range")


def _decade(asked: _Asked) -> Reading:
    if asked.part("year"):
        first = int(asked.part("year"))
    else:
        tens = int(asked.part("yy") or load("calendar")["tens"][asked.part("tens")])
        first = 1900 + tens
    return Reading(iv.part(iv.decade(first), _modifier(asked)), "decade")


def _ordinal_unit(asked: _Asked) -> Reading:
    """ "the last week of March": a week belongs to the month that holds its Thursday, as in ISO 8601."""
    month, number = month_of(asked.part("month")), load("calendar")["ordinals"][asked.part("ordinal")]

    def build(year: int) -> Interval:
        whole = iv.whole_month(year, month)
        assert whole.end is not None
        thursday = whole.start + ((3 - whole.start.weekday()) % 7) * iv.ONE_DAY
        last = whole.end - ((whole.end.weekday() - 3) % 7) * iv.ONE_DAY
        at = last if number == -1 else thursday + 7 * (number - 1) * iv.ONE_DAY
        return iv.around(at, unit_of(asked.part("unit")))

    if asked.part("year"):
        return Reading(build(int(asked.part("year"))), "week of a month")
    return _nearest_year(asked, build, "week of a month")


def _weekday(asked: _Asked) -> Reading:
    """A bare weekday is the latest one, the day of publication included; then the one a week away stands as well."""
    anchor, number, rel = asked.anchor, weekday_of(asked.part("weekday")), asked.part("rel")
    part = bool(asked.part("pod") or asked.part("pod2") or asked.part("early") or asked.part("mod") or asked.part("mod2"))
    granularity = "part of day" if part else "day"
    back = anchor - ((anchor.weekday() - number) % 7) * iv.ONE_DAY
    ahead = anchor + ((number - anchor.weekday()) % 7) * iv.ONE_DAY

    def reading(date: dt.date, rule: str, other: dt.date | None = None) -> Reading:
        value = iv.day(date, granularity)  # type: ignore[arg-type] # one of two granularities
        candidates = () if other is None else (value, iv.day(other, granularity))  # type: ignore[arg-type]
        return Reading(value, rule, candidates)

    if asked.part("weekrel"):
        step = {"last": -7, "this": 0, "next": 7}[asked.part("weekrel")]
        return reading(iv.week(anchor).start + (number + step) * iv.ONE_DAY, "weekday of a week counted")
    if rel in ("last", "past", "previous", "this past"):
        strictly = back if back < anchor else anchor - 7 * iv.ONE_DAY
        return reading(strictly, "last weekday", strictly - 7 * iv.ONE_DAY if (anchor - strictly).days < anchor.weekday() else None)
    if rel in ("next", "coming", "this coming", "following"):
        strictly = ahead if ahead > anchor else anchor + 7 * iv.ONE_DAY
        return reading(strictly, "next weekday")
    if rel == "this":
        return reading(iv.week(anchor).start + number * iv.ONE_DAY, "weekday of this week")
    if back == anchor:
        other = anchor + 7 * iv.ONE_DAY if asked.ahead else anchor - 7 * iv.ONE_DAY
        return reading(anchor, "weekday of publication", other)
    if asked.ahead:
        return reading(ahead, "weekday ahead by the clause")
    return reading(back, "latest weekday")


def _named_day(asked: _Asked) -> Reading:
    name = asked.part("name") or asked.part("name2")
    step = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(name, 0)
    vague = asked.part("pod") or name == "tonight" or _modifier(asked) in ("early", "late")
    return Reading(iv.day(asked.anchor + step * iv.ONE_DAY, "part of day" if vague else "day"), "day counted")


def _part_of_today(asked: _Asked) -> Reading:
    return Reading(iv.day(asked.anchor, "part of day"), "part of the day of publication")


def _last_night(asked: _Asked) -> Reading:
    """The night before the day of publication: "overnight" may lie on either side of midnight."""
    before = asked.anchor - iv.ONE_DAY
    if "overnight" in asked.expression.mention.words.lower():
        return Reading(Interval(before, asked.anchor, "part of day"), "night before publication")
    return Reading(iv.day(before, "part of day"), "night before publication")


_BACK = frozenset(("last", "past", "previous", "this past"))
_AHEAD = frozenset(("next", "coming", "this coming", "following"))


def _relative_unit(asked: _Asked) -> Reading:
    """ "last week" is the calendar week before; "the past week" the seven days up to now."""
    unit, rel, mod = unit_of(asked.part("unit")), asked.part("rel"), _modifier(asked)
    anchor = asked.anchor
    if rel == "past" or (rel == "last" and asked.part("the") and unit != "weekend" and not mod):
        start = iv.shift(anchor, unit, -1)
        if unit == "weekend":
            return Reading(_latest_weekend(anchor), "latest weekend")
        return Reading(iv.between(start, anchor), "stretch up to publication")
    if unit == "weekend" and rel in _BACK:
        latest = _latest_weekend(anchor)
        if anchor.weekday() >= 5:
            latest = iv.weekend(anchor - 7 * iv.ONE_DAY)
        return Reading(latest, "last weekend")
    step = -1 if rel in _BACK else 1 if rel in _AHEAD else 0
    whole = iv.around(iv.shift(anchor, unit, step), unit)
    if step == 0 and mod == "earlier" and whole.end is not None:
        granularity = {"month": "part of month", "year": "part of year"}.get(unit, "range")
        return Reading(Interval(whole.start, anchor, granularity), "unit up to publication")  # type: ignore[arg-type]
    if step == 0 and mod == "later" and whole.end is not None:
        granularity = {"month": "part of month", "year": "part of year"}.get(unit, "range")
        return Reading(Interval(anchor, whole.end, granularity), "rest of the unit")  # type: ignore[arg-type]
    return Reading(iv.part(whole, mod), {-1: "unit before", 0: "unit of publication", 1: "unit after"}[step])


def _latest_weekend(anchor: dt.date) -> Interval:
    """The weekend that has begun last: on a Saturday or Sunday this one."""
    return iv.weekend(anchor if anchor.weekday() >= 5 else anchor - 7 * iv.ONE_DAY)


def _span_of_units(asked: _Asked) -> Reading:
    unit, rel = unit_of(asked.part("unit")), asked.part("rel")
    number = number_of(asked.part("n"))
    if number is None:
        return Reading(None, "number not told")
    count = int(number) if number >= 1 else 1
    if rel in _AHEAD:
        return Reading(iv.between(asked.anchor, iv.shift(asked.anchor, unit, count)), "stretch from publication on")
    return Reading(iv.between(iv.shift(asked.anchor, unit, -count), asked.anchor), "stretch up to publication")


def _ago(asked: _Asked) -> Reading:
    """ "two years ago" is a year, "two weeks ago" a week, "two days ago" a day: no finer than its unit."""
    unit, number = unit_of(asked.part("unit")), number_of(asked.part("n"))
    if number is None:
        return Reading(None, "number not told")
    if asked.part("dir") in ("ago", "from now", "hence"):
        base, told = asked.anchor, "counted from publication"
    else:
        spoken = _spoken_of(asked)
        if spoken is None and asked.part("dir") == "later":
            return Reading(None, "day spoken of not found")
        base, told = (spoken, "counted from the day spoken of") if spoken else (asked.anchor, "counted from publication")
    sign = 1 if asked.part("dir") in ("later", "from now", "hence") else -1
    if number != int(number):
        base, number = iv.shift(base, unit, sign * int(number)), 1
        if unit in ("year", "decade"):
            return Reading(iv.around(iv.shift(base, "month", sign * 6), "month"), told)
        return Reading(iv.day(base), told)
    at = iv.shift(base, unit, sign * int(number))
    if unit in ("hour", "minute", "second"):
        return Reading(iv.between(at, base, "part of day"), told)
    return Reading(iv.around(at, unit), told)


SPOKEN_REACH = 400
"""Code points looked back for the day that "the same day" and "a day earlier" are counted from."""
_DAY_FORMS = frozenset((
    "iso", "numeric", "iso slashes", "day month", "day month yy", "month day", "weekday", "named day", "feast", "last night",
    "this part", "month", "year", "relative unit",
))  # fmt: skip


def _spoken_of(asked: _Asked) -> dt.date | None:
    """The first day of the nearest date before the words, none of it counted from yet another."""
    start = asked.expression.mention.start
    earlier = expressions(asked.text, max(0, start - SPOKEN_REACH), start)
    for one in reversed(earlier):
        told = one.inner[0] if one.form == "since" else one
        if told.form in _DAY_FORMS and not (told.form == "last night" and asked.part("unit") != "day"):
            value = resolve_date(told, asked.text, None if asked.anchor == _NO_ANCHOR else asked.anchor).value
            if value is not None:
                return value.start
    return None


def _story_unit(asked: _Asked) -> Reading:
    unit, rel = asked.part("unit"), asked.part("rel")
    base = _spoken_of(asked)
    if base is None:
        return Reading(None, "day spoken of not found")
    step = -1 if rel in ("the previous", "the preceding") else 1 if rel in ("the following", "the next") else 0
    short = unit in ("night", "evening", "morning", "afternoon")
    at = iv.shift(base, "day" if short else unit, step)
    value = iv.day(at, "part of day") if short else iv.around(at, unit)
    return Reading(value, "counted from the day spoken of")


def _the_unit(asked: _Asked) -> Reading:
    """ "the weekend" is the latest; "the end of the month" the month of publication; "the day" tells nothing."""
    unit, mod = asked.part("unit"), _modifier(asked)
    if asked.part("rel"):
        base = _spoken_of(asked)
        if base is None or asked.part("rel") == "previous":
            base = base or asked.anchor
        step = 1 if asked.part("rel") == "after" else -1
        return Reading(iv.around(iv.shift(base, unit, step), unit), "counted from the day spoken of")
    if unit == "weekend":
        if asked.ahead:
            return Reading(iv.weekend(asked.anchor), "coming weekend")
        return Reading(_latest_weekend(asked.anchor), "latest weekend")
    if mod in ("early", "mid", "late"):
        return Reading(iv.part(iv.around(asked.anchor, unit), mod), "unit of publication")
    return Reading(None, "unit not told")


def _range(asked: _Asked) -> Reading:
    """From the start of the first end to the end of the second; a first end that lies later is moved before it."""
    first, second = (resolve_date(one, asked.text, _anchor(asked), asked.told) for one in asked.expression.inner)
    if first.value is None or second.value is None or second.value.end is None:
        return Reading(None, "an end of the range is not told")
    start, end = first.value.start, second.value.end
    if start > end:
        inner = asked.expression.inner[0]
        lacks_year = not _absolute(inner) and inner.form in ("month", "day month", "month day")
        start = iv.shift(start, "year", -1) if lacks_year else iv.shift(start, "week", -1) if inner.form == "weekday" else start
        if start > end:
            return Reading(None, "crossed range")
    return Reading(Interval(start, end, "range"), "range")


def _since(asked: _Asked) -> Reading:
    """Open from the first day of what it names; vague parts begin where the annotation guide's readers began them."""
    inner = asked.expression.inner[0]
    found = resolve_date(inner, asked.text, _anchor(asked))
    if found.value is None:
        return Reading(None, found.rule)
    start = found.value.start
    if found.value.granularity == "part of year" and inner.form == "year":
        start = start.replace(month={1: 1, 5: 6, 9: 10}[start.month])
    if found.value.granularity == "part of month" and start.day == 11:
        start = start.replace(day=15)
    return Reading(Interval(start, None, "range"), f"since: {found.rule}")


def _anchor(asked: _Asked) -> dt.date | None:
    return None if asked.anchor == _NO_ANCHOR else asked.anchor


_READERS: dict[str, Callable[[_Asked], Reading]] = {
    "iso": _iso, "iso slashes": _iso, "numeric": _numeric, "day month": _day_of_month, "day month yy": _day_of_month,
    "month day": _day_of_month, "month day glued": _day_of_month, "month day range": _day_range, "day range month": _day_range, "nth": _nth, "feast": _feast,
    "month": _month, "month range": _month_range, "quarter": _quarter, "q": _quarter, "half": _half, "season": _season,
    "year": _year, "short year": _year, "year range": _year_range, "decade": _decade, "ordinal unit": _ordinal_unit,
    "weekday": _weekday, "named day": _named_day, "this part": _part_of_today,
    "last night": _last_night, "in the day": _part_of_today, "relative unit": _relative_unit, "story unit": _story_unit,
    "the unit": _the_unit, "span of units": _span_of_units, "ago": _ago, "range": _range, "since": _since,
}  # fmt: skip
