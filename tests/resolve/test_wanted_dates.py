"""What words come to on Friday 15 March 2019; the first rows are the wanted values of the reference, section 2.1."""

import datetime as dt

import pytest

from sayso.record import Interval
from sayso.resolve import expressions, resolve_date

ANCHOR = dt.date(2019, 3, 15)

WANTED = [
    # words, interval, granularity, why
    ("Wednesday", "2019-03-13", "day", "the latest"),
    ("Thursday", "2019-03-14", "day", "the latest"),
    ("last week", "2019-03-04/2019-03-10", "week", "the calendar week before"),
    ("on March 8", "2019-03-08", "day", "the latest 8 March"),
    ("last fall", "2018-09-01/2018-11-30", "season", "three whole months, northern"),
    ("last September", "2018-09", "month", "the latest that is over"),
    ("in January", "2019-01", "month", "the latest"),
    ("last year", "2018", "year", "the calendar year before"),
    ("in November", "2018-11", "month", "back, where nothing speaks of a plan"),
    ("Friday", "2019-03-15", "day", "the day of publication itself"),
    ("last Friday", "2019-03-08", "day", "never the day of publication"),
    ("overnight", "2019-03-14/2019-03-15", "part of day", "either side of midnight"),
    ("early Tuesday", "2019-03-12", "part of day", "a part of the latest Tuesday"),
    ("over the weekend", "2019-03-09/2019-03-10", "weekend", "the one that is over"),
    ("mid-December", "2018-12-11/2018-12-20", "part of month", "the middle ten days"),
    ("earlier this month", "2019-03-01/2019-03-15", "part of month", "up to publication"),
    ("since 2011", "2011-01-01/..", "range", "open"),
    ("Thursday night", "2019-03-14", "part of day", "a part of the latest Thursday"),
    ("between March 3 and 5", "2019-03-03/2019-03-05", "range", "both ends included"),
    # beyond the reference
    ("It was expected to be delivered in November", "2019-11", "month", "a plan points ahead"),
    ("In November nine men were killed", "2018-11", "month", "a report points back"),
    ("The envoys will meet on Monday", "2019-03-18", "day", "a plan points ahead"),
    ("14.03.2019", "2019-03-14", "day", "dots put the day first"),
    ("Wed 13 Mar 2019", "2019-03-13", "day", "as date lines write it"),
    ("30 AUG 89", "1989-08-30", "day", "as wires write it"),
    ("Jun 142016", "2016-06-14", "day", "a date line that lost its comma"),
    ("2019-03-08", "2019-03-08", "day", "ISO 8601"),
    ("early 2014", "2014-01-01/2014-04-30", "part of year", "the first third"),
    ("the 1990s", "1990-01-01/1999-12-31", "decade", "ten years"),
    ("since early 2014", "2014-01-01/..", "range", "open from its first day"),
    ("over the past 24 hours", "2019-03-14/2019-03-15", "range", "whole days"),
    ("two days ago", "2019-03-13", "day", "a day is as fine as the word"),
    ("three years ago", "2016", "year", "a year is as fine as the word"),
    ("a month ago", "2019-02", "month", "a month is as fine as the word"),
    ("from 3 to 5 March", "2019-03-03/2019-03-05", "range", "the month stands once"),
    ("from Monday to Wednesday", "2019-03-11/2019-03-13", "range", "both ends the latest"),
    ("between November and February", "2018-11-01/2019-02-28", "range", "across the turn of the year"),
    ("next week", "2019-03-18/2019-03-24", "week", "the calendar week after"),
    ("yesterday", "2019-03-14", "day", "one back"),
    ("tomorrow", "2019-03-16", "day", "one ahead"),
    ("Sunday 17 March", "2019-03-17", "day", "the weekday picks the year"),
    ("Monday of last week", "2019-03-04", "day", "counted in its week"),
    ("the last week of February", "2019-02-25/2019-03-03", "week", "a week lies in the month of its Thursday"),
    ("the first quarter of 2018", "2018-01-01/2018-03-31", "part of year", "three months"),
    ("in August last year", "2018-08", "month", "the year is counted"),
]


@pytest.mark.parametrize(("words", "interval", "granularity", "why"), WANTED, ids=[row[0] for row in WANTED])
def test_words_come_to_their_interval(words: str, interval: str, granularity: str, why: str) -> None:
    (found,) = expressions(words)
    value = resolve_date(found, words, ANCHOR).value
    assert value is not None, why
    assert (value.iso, value.granularity) == (interval, granularity), why


def test_the_weekday_of_publication_keeps_the_one_before_as_a_candidate() -> None:
    (found,) = expressions("Friday")
    resolution = resolve_date(found, "Friday", ANCHOR)
    assert [one.iso for one in resolution.candidates] == ["2019-03-15", "2019-03-08"]
    assert resolution.rule == "weekday of publication"
    assert resolution.anchor == ANCHOR


def test_slashes_keep_both_readings_and_prefer_the_nearer() -> None:
    text = "03/04/2019"
    (found,) = expressions(text)
    resolution = resolve_date(found, text, ANCHOR)
    assert {one.iso for one in resolution.candidates} == {"2019-04-03", "2019-03-04"}
    assert resolution.value == Interval(dt.date(2019, 3, 4), dt.date(2019, 3, 4), "day")
    assert resolve_date(found, text, None).value is None  # nothing to be near to


@pytest.mark.parametrize("words", ["31 February", "February 30, 2017", "31.06.2017", "2017-02-29"])
def test_an_impossible_date_has_no_value_and_says_so(words: str) -> None:
    (found,) = expressions(words)
    resolution = resolve_date(found, words, ANCHOR)
    assert (resolution.value, resolution.rule) == (None, "impossible date")


@pytest.mark.parametrize("words", ["Wednesday", "last week", "on March 8", "in January", "overnight", "two days ago"])
def test_without_an_anchor_nothing_relative_is_resolved(words: str) -> None:
    (found,) = expressions(words)
    resolution = resolve_date(found, words, None)
    assert (resolution.value, resolution.rule, resolution.anchor) == (None, "no anchor", None)


@pytest.mark.parametrize("words", ["8 March 2019", "in 2011", "the 1990s", "since August 2018"])
def test_without_an_anchor_words_that_name_their_year_are_resolved(words: str) -> None:
    (found,) = expressions(words)
    assert resolve_date(found, words, None).value is not None


SPOKEN = [
    ("They left on March 3. The next day the road was cut.", "2019-03-04", "one after the day named"),
    ("They left on March 3. The same day the road was cut.", "2019-03-03", "the day named"),
    ("They met on Tuesday; a day earlier the road was cut.", "2019-03-11", "one before the day named"),
    ("The next day the road was cut.", None, "no day is named"),
]


@pytest.mark.parametrize(("text", "wanted", "why"), SPOKEN)
def test_days_counted_from_the_day_spoken_of(text: str, wanted: str | None, why: str) -> None:
    value = resolve_date(expressions(text)[-1], text, ANCHOR).value
    assert (value and value.iso) == wanted, why
