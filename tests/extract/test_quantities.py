"""Numbers as said: the interval, and the exact words it comes from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.quantities import quantities
from tests.marks import read_marks, spans_of

READ = [
    # marked text, low, high, form, why
    ("[q 1,200] soldiers", 1200, 1200, "exact", "comma groups thousands"),
    ("[q 200 000] civilians", 200_000, 200_000, "exact", "blank groups thousands"),
    ("[q 200\u00a0000] civilians", 200_000, 200_000, "exact", "no-break blank groups thousands"),
    ("[q 3.5 million] people", 3_500_000, 3_500_000, "exact", "decimal with a scale word"),
    ("[q 1.2m] people", 1_200_000, 1_200_000, "exact", "m before persons is million"),
    ("[q ٢٥] wounded", 25, 25, "exact", "Arabic-Indic digits"),
    ("[q fourteen] guards", 14, 14, "exact", "a word"),
    ("[q two dozen] rebels", 24, 24, "exact", "counted dozens"),
    ("[q half a dozen] rebels", 6, 6, "exact", "fraction of a dozen"),
    ("[q three hundred and five] men", 305, 305, "exact", "and inside a number"),
    ("[q Thirty one] men", 31, 31, "exact", "lost hyphen"),
    ("[q thirty-one] men", 31, 31, "exact", "hyphen"),
    ("[q two million three hundred thousand] people", 2_300_000, 2_300_000, "exact", "two scales"),
    ("[q at least fourteen] died", 14, None, "at least", "low end only"),
    ("[q at least another 12] died", 12, None, "at least", "filler inside the mention"),
    ("[q a minimum of 4] died", 4, None, "at least", "synonym"),
    ("[q 15 persons at least] died", 15, None, "at least", "modifier after the noun"),
    ("[q 20+] dead", 20, None, "at least", "plus sign"),
    ("[q more than 100] dead", 101, None, "more than", "one above"),
    ("[q over 130] dead", 131, None, "more than", "over"),
    ("[q more than a dozen] dead", 13, None, "more than", "over a word"),
    ("[q more than a quarter of a million] people", 250_001, None, "more than", "over a fraction"),
    ("[q up to 100] dead", None, 100, "at most", "high end only"),
    ("[q as many as 12] dead", None, 12, "at most", "high end only"),
    ("[q fewer than 20] dead", None, 19, "less than", "one below"),
    ("[q nearly 40] dead", 36, 44, "about", "ten per cent"),
    ("[q some 80] dead", 72, 88, "about", "some before a number"),
    ("[q around 15] dead", 14, 16, "about", "halves go inward"),
    ("[q between 20 and 30] dead", 20, 30, "between", "both ends said"),
    ("[q 20 to 30] dead", 20, 30, "between", "to"),
    ("[q 58-60] dead", 58, 60, "between", "dash"),
    ("[q two to three million] people", 2_000_000, 3_000_000, "between", "scale said once"),
    ("[q dozens] of rebels", 24, 99, "vague", "soft"),
    ("[q scores] of rebels", 40, 99, "vague", "soft"),
    ("[q hundreds] died", 200, 999, "vague", "soft"),
    ("[q several] people", 3, 9, "vague", "soft"),
    ("[q several hundred] people", 300, 999, "vague", "soft with a scale"),
    ("[q tens of thousands] fled", 20_000, 99_999, "vague", "soft scale"),
    ("[q millions] fled", 2_000_000, 9_999_999, "vague", "soft scale"),
    ("SEVERAL lines, [q 11,000] PERSONS", 11_000, 11_000, "exact", "upper case; the first is another number"),
    ("[q 999999999] dead", 999_999_999, 999_999_999, "exact", "never clamped"),
    ("killed [q 2000] people", 2000, 2000, "exact", "a noun follows: no year"),
]


@pytest.mark.parametrize(("marked", "low", "high", "form", "why"), READ, ids=[row[-1] for row in READ])
def test_a_number_is_read_with_its_modifier(marked: str, low: int, high: int, form: str, why: str) -> None:
    text, marks = read_marks(marked)
    found = {(q.mention.start, q.mention.end): q.count for q in quantities(text, 0, len(text))}
    span = spans_of(marks, "q")[0]
    assert span in found, why
    assert (found[span].low, found[span].high, found[span].form) == (low, high, form), why


NOT_COUNTS = [
    "in 2012", "since March 2011", "on March 8", "8 March", "the 19th day", "at 10:30", "at 5 pm", "2017-04-05",
    "a 34-year-old man", "aged 12", "at the age of 8", "half of them", "No. 3", "Resolution 2254", "Brigade 93",
    "F-35 jets", "a T-72 tank", "an Su-24", "S-300 batteries", "an M4 rifle", "20 km away", "five miles east",
    "$5 million", "5 million dollars", "40% of them", "forty per cent", "a 48-hour truce", "three days later",
    "two weeks", "mid-1990s", "for one another", "no one", "Maha Saleh, 42, had fled",
]  # fmt: skip


@pytest.mark.parametrize("text", NOT_COUNTS)
def test_what_counts_no_heads_is_no_quantity(text: str) -> None:
    assert quantities(text, 0, len(text)) == ()


def test_one_of_the_two_is_not_one() -> None:
    text = "one of the two"
    assert [q.mention.words for q in quantities(text, 0, len(text))] == ["two"]


def test_a_rise_is_two_numbers_and_no_range() -> None:
    text = "rose from 58 to 70"
    assert [q.count.low for q in quantities(text, 0, len(text))] == [58, 70]


def test_only_the_stretch_is_read() -> None:
    text = "12 dead, 30 hurt, 4 missing"
    assert [q.mention.words for q in quantities(text, 9, 17)] == ["30"]


WORDS = st.sampled_from(
    [
        "at least",
        "more than",
        "dozens",
        "of",
        "12",
        "3.5",
        "million",
        "two",
        "hundred",
        "and",
        "between",
        "to",
        "-",
        ",",
        "1,200",
        "people",
        "in",
        "2012",
        "some",
        "%",
        "\u200f",
        "٢",
        "m",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_mentions_are_ordered_apart_and_read_the_same_alone(text: str) -> None:
    end = 0
    for quantity in quantities(text, 0, len(text)):
        mention, count = quantity.mention, quantity.count
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.words
        assert count.low is not None or count.high is not None
        end = mention.end


@given(st.integers(0, 10**9), st.sampled_from(["at least ", "more than ", "up to ", ""]))
def test_the_interval_holds_the_number_said(value: int, modifier: str) -> None:
    text = f"{modifier}{value:,} people"
    (quantity,) = quantities(text, 0, len(text))
    low, high = quantity.count.low, quantity.count.high
    assert low in (None, value, value + 1)
    assert high in (None, value)
