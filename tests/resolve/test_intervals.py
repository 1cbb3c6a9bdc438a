"""Arithmetic of intervals."""

import datetime as dt

import pytest

from sayso.record import Interval
from sayso.resolve import closed, guide_form
from sayso.resolve import intervals as iv


@pytest.mark.parametrize(
    ("date", "unit", "count", "wanted"),
    [
        ("2019-03-31", "month", -1, "2019-02-28"),  # a shorter month ends earlier
        ("2016-02-29", "year", 1, "2017-02-28"),  # a leap day has no next year
        ("2019-03-15", "week", -2, "2019-03-01"),
        ("2019-03-15", "fortnight", 1, "2019-03-29"),
        ("2019-03-15", "hour", -24, "2019-03-14"),
        ("2019-03-15", "hour", -25, "2019-03-13"),  # whole days, rounded away from the anchor
        ("2019-03-15", "decade", -1, "2009-03-15"),
    ],
)
def test_shift(date: str, unit: str, count: int, wanted: str) -> None:
    assert iv.shift(dt.date.fromisoformat(date), unit, count).isoformat() == wanted


def test_winter_runs_into_the_next_year() -> None:
    assert iv.season(2015, "WI").iso == "2015-12-01/2016-02-29"


def test_parts_of_a_month_and_of_a_year_tile_it() -> None:
    for whole in (iv.whole_month(2016, 2), iv.whole_year(2019)):
        early, mid, late = (iv.part(whole, name) for name in ("early", "mid", "late"))
        assert early.start == whole.start
        assert late.end == whole.end
        assert early.end is not None
        assert mid.end is not None
        assert (early.end + iv.ONE_DAY, mid.end + iv.ONE_DAY) == (mid.start, late.start)


def test_an_open_interval_is_closed_by_the_publication() -> None:
    still = Interval(dt.date(2011, 3, 1), None, "range")
    assert closed(still, dt.date(2017, 4, 4)).iso == "2011-03-01/2017-04-04"
    assert closed(still, None) == still
    assert closed(still, dt.date(2010, 1, 1)) == still  # published before it began: not closed, never crossed


def test_the_guide_writes_a_vague_part_of_a_year_as_the_year() -> None:
    assert guide_form(iv.part(iv.whole_year(2014), "late"), None) == "2014"
    assert guide_form(iv.whole_month(2018, 8), None) == "2018-08"
