"""Which words are date expressions, with exact spans."""

import pytest

from sayso.resolve import expressions
from tests.marks import read_marks

MARKED = [
    ("[d Wed 05 Apr 2017] Two men were hurt.", "a date line"),
    ("[d March 8] and [d 8 March 2019], not 8 of them.", "day before and after the month"),
    ("BOGOTA, [d 30 AUG 89] (AFP) -- POLICE SAID SO.", "a wire in capitals"),
    ("Rebels took the hill in [d early 2014] and lost it [d last fall].", "parts of years, seasons"),
    ("It was built in [d the 1990s].", "decades"),
    ("[d Overnight], shells fell; [d Thursday night] was calm.", "parts of days"),
    ("Shelling began [d early Tuesday] and went on over [d the past 24 hours].", "stretches"),
    ("They fled [d two days ago], in [d mid-December] or over [d the weekend].", "counted and vague days"),
    ("He has been held [d since 2011], she [d since early 2014].", "since opens a range"),
    ("The truce held [d between March 3 and 5] and [d from Monday to Thursday].", "ranges are one expression"),
    ("They must leave by [d Thursday] or [d next week].", "deadlines"),
    ("The siege lasted [d nearly four years]; convoys came [d every day].", "lengths and sets"),
    ("[d Wednesday]’s raid and [d Tuesday]s attack", "possessives stay outside, lost apostrophes too"),
    ("It fell in [d August last year].", "the year is counted"),
    ("The meeting is at [d 12:00 UTC] on [d Monday].", "times of day"),
    (
        "[d Last week], [d last September] and [d last year] were worse than [d last Friday].",
        "what last can stand before",
    ),
    ("The [d 2013] agreement, signed in [d May], expires in [d May 2020].", "years and May as dates"),
]


@pytest.mark.parametrize(("marked", "why"), MARKED, ids=[row[1] for row in MARKED])
def test_spans(marked: str, why: str) -> None:
    text, marks = read_marks(marked)
    wanted = [(mark.start, mark.end, mark.words) for mark in marks]
    assert [(e.mention.start, e.mention.end, e.mention.words) for e in expressions(text)] == wanted, why


NO_DATES = [
    ("Troops may march on the town.", "verbs"),
    ("TROOPS MAY MARCH ON THE TOWN.", "verbs in capitals"),
    ("He sat down in the sun.", "sat and sun"),
    ("A second man, 34, was hurt.", "second and an age"),
    ("A 34-year-old woman and a boy of 5 years old died.", "ages"),
    ("They killed 2000 people and took 1990 tanks.", "counts"),
    ("More than 2011 shells fell.", "a count that could be a year"),
    ("15 MAY HAVE DIED.", "a count before a verb in capitals"),
    ("The price rose by 3.5 percent to $2010.", "money"),
    ("Spring water and a fall from a roof.", "seasons as other words"),
    ("He chose one of the 12 on 3rd Street.", "numbers"),
    ("Theresa May left.", "a name"),
    ("Russia Today aired it.", "a channel"),
    ("They fired on the 1st Brigade.", "an army unit"),
]


@pytest.mark.parametrize(("text", "why"), NO_DATES, ids=[row[1] for row in NO_DATES])
def test_words_that_are_no_dates(text: str, why: str) -> None:
    assert [e.mention.words for e in expressions(text)] == [], why


def test_a_stretch_of_the_text_keeps_the_offsets_of_the_whole() -> None:
    text = "On Monday they came, on Friday they left."
    (found,) = expressions(text, 18)
    assert text[found.mention.start : found.mention.end] == "Friday"
