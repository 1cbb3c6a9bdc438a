"""What articles, counts, intervals and claims promise of themselves."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record import Article, Attribution, Capture, Claim, Count, Event, Interval, Mention, Outcome, Run

TEXT = "Police said two died."


def article(text: str = TEXT, body: bytes = b"bytes", locator: str = "a.txt") -> Article:
    return Article(text, "a", Capture(body, locator, "text/plain"))


def test_identical_bytes_are_one_article_wherever_they_were_captured() -> None:
    assert article(locator="a.txt").id == article(locator="b.txt").id


def test_other_bytes_or_another_reading_are_another_article() -> None:
    assert len({article().id, article(body=b"other").id, article(text="Other.").id}) == 3


@given(st.binary())
def test_a_capture_knows_its_bytes(body: bytes) -> None:
    import hashlib

    assert Capture(body, "-", "text/plain").sha256 == hashlib.sha256(body).hexdigest()


def test_nouns_do_not_change() -> None:
    for noun in (article(), Outcome("a", "-", "read"), Count(1, 1, "exact"), Run("1", "none", "x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(noun, dataclasses.fields(noun)[0].name, None)


@given(st.integers(), st.integers())
def test_a_count_is_never_crossed(low: int, high: int) -> None:
    if low > high:
        with pytest.raises(ValueError, match="crossed"):
            Count(low, high, "between")
    else:
        assert Count(low, high, "between").low == low


@pytest.mark.parametrize(
    ("start", "end", "iso"),
    [
        ("2019-03-14", "2019-03-14", "2019-03-14"),
        ("2019-03-01", "2019-03-31", "2019-03"),
        ("2020-02-01", "2020-02-29", "2020-02"),
        ("2019-02-01", "2019-02-27", "2019-02-01/2019-02-27"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2019-03-04", "2019-03-10", "2019-03-04/2019-03-10"),
        ("2011-01-01", None, "2011-01-01/.."),
    ],
)
def test_an_interval_in_iso_form(start: str, end: str | None, iso: str) -> None:
    day = dt.date.fromisoformat
    assert Interval(day(start), day(end) if end else None, "range").iso == iso


@given(st.dates(), st.dates())
def test_an_interval_is_never_crossed(start: dt.date, end: dt.date) -> None:
    if end < start:
        with pytest.raises(ValueError, match="crossed"):
            Interval(start, end, "range")
    else:
        assert Interval(start, end, "range").iso


def test_a_claim_has_another_id_for_another_stance() -> None:
    quote = Mention(12, 20, TEXT)
    event = Event("attack", "e1")

    def claim(stance: str) -> Claim:
        return Claim("article-1", quote, Attribution((), (), (quote,), stance), event)  # type: ignore[arg-type]

    assert claim("asserts").id == claim("asserts").id != claim("denies").id


def test_only_reading_and_finding_nothing_are_good_ends() -> None:
    assert Outcome("a", "-", "read").good
    assert Outcome("a", "-", "nothing found").good
    assert not Outcome("a", "-", "no text").good
