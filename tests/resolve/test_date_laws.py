"""Laws of date reading that hold for any text and any day."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve import claim_dates, expressions, propose_published, resolve_date
from sayso.resolve.timex import timex
from tests.resolve.test_claim_dates import article, claim

CALENDAR_WORDS = """
Monday Friday’s may May march March 8 31 30 February 2011 since between and from to the a second last next this week
weekend month years ago earlier day same previous overnight early late mid- December 12:00 UTC 14.03.2019 '89 1990s two
days quarter fall spring in on by until every daily now . , ( ) - / 100000 9999-12-31 0001-01-01 tonight hours
"""
WORDS = st.sampled_from([*CALENDAR_WORDS.split(), "\n"])
TEXTS = st.lists(WORDS, max_size=24).map(" ".join) | st.text(max_size=80)
DAYS = st.dates(dt.date(1960, 1, 1), dt.date(2060, 1, 1))


@given(TEXTS)
def test_spans_re_read_and_never_overlap(text: str) -> None:
    found = expressions(text)
    for one in found:
        assert text[one.mention.start : one.mention.end] == one.mention.words
    for one, other in pairwise(found):
        assert one.mention.end <= other.mention.start


@given(TEXTS, st.none() | DAYS)
def test_no_text_makes_the_resolver_raise_and_every_candidate_list_holds_the_value(
    text: str, anchor: dt.date | None
) -> None:
    for one in expressions(text):
        resolution = resolve_date(one, text, anchor)
        assert resolution.rule
        if resolution.candidates and resolution.value is not None:
            assert resolution.value in resolution.candidates
        assert timex(one, text, anchor)[1]
    propose_published(text, text)


@given(st.sampled_from(["Monday", "Tuesday", "Saturday", "Sunday night", "early Friday", "last Thursday"]), DAYS)
def test_a_week_later_a_bare_weekday_is_a_week_later(words: str, anchor: dt.date) -> None:
    (one,) = expressions(words)
    week = dt.timedelta(days=7)
    now, later = resolve_date(one, words, anchor).value, resolve_date(one, words, anchor + week).value
    assert now is not None
    assert later is not None
    assert later.start - now.start == week
    assert anchor - week <= now.start <= anchor


@given(DAYS)
def test_last_week_ends_before_the_week_of_publication_begins(anchor: dt.date) -> None:
    (one,) = expressions("last week")
    value = resolve_date(one, "last week", anchor).value
    assert value is not None
    assert value.end is not None
    assert (value.start.weekday(), value.end.weekday()) == (0, 6)
    assert 1 <= (anchor - value.end).days <= 7


@given(TEXTS, TEXTS, DAYS)
def test_the_dates_of_an_article_do_not_depend_on_those_read_before(one: str, other: str, day: dt.date) -> None:
    def read(text: str) -> object:
        claims = (claim(text, 0, len(text), "e1"),) if text else ()
        return claim_dates(article(text, day), claims)

    alone = read(one)
    read(other)
    assert read(one) == alone


@pytest.mark.parametrize(
    "piece", ['"', "2019 ", "May 5 ", "since ", "on Tuesday the day before ", "the same day ", "a "]
)
def test_hostile_text_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(one.mention.end <= len(text) for one in expressions(text))
