"""Days of publication: one sure day or none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.days import parse_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        pytest.param("2019-03-14", "2019-03-14", id="iso"),
        pytest.param("2019-03-14T23:30:00+03:00", "2019-03-14", id="the day of the zone it is written in"),
        pytest.param("2019-03-14 10:00", "2019-03-14", id="blank before the time"),
        pytest.param("20190314T1000Z", "2019-03-14", id="iso basic"),
        pytest.param("2019/3/4", "2019-03-04", id="slashes, year first"),
        pytest.param("Thu, 14 Mar 2019 10:00:00 GMT", "2019-03-14", id="rfc 5322"),
        pytest.param("March 14, 2019", "2019-03-14", id="american"),
        pytest.param("14 March 2019", "2019-03-14", id="british"),
        pytest.param("9:55 AM ET, Sun January 4, 2015", "2015-01-04", id="time before it"),
        pytest.param("2016 Oct 10", "2016-10-10", id="year first, month by name"),
        pytest.param("11/28/2016", "2016-11-28", id="28 is no month"),
        pytest.param("04/04/2017", "2017-04-04", id="both readings are one day"),
        pytest.param("03/04/2019", None, id="two readings"),
        pytest.param("2019-02-31", None, id="31 February"),
        pytest.param("31 February 2019", None, id="31 February in words"),
        pytest.param("2019-03", None, id="a month"),
        pytest.param("1552521600", None, id="seconds since 1970"),
        pytest.param("yesterday", None, id="relative"),
        pytest.param("0000-01-01", None, id="no year 0"),
        pytest.param("٢٠١٩-٠٣-١٤", None, id="other digits"),
        pytest.param("", None, id="empty"),
    ],
)
def test_day(words: str, day: str | None) -> None:
    assert parse_day(words) == (dt.date.fromisoformat(day) if day else None)


@given(st.dates())
def test_iso_days_come_back(day: dt.date) -> None:
    assert parse_day(day.isoformat()) == day


@given(st.text())
def test_any_words_give_a_day_or_none(words: str) -> None:
    parse_day(words)
