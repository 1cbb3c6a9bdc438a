"""Harm rows: which number belongs to which harm of whom, and that none is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.casualties import casualties
from sayso.extract.quantities import quantities
from sayso.record import Casualty, Count

CASES = [
    # text, its rows as "kind low..high group in whole", why
    ("58 people were killed and dozens wounded", "killed 58..58 people; injured 24..99 people", "passives"),
    ("shells killed five people and injured seven", "killed 5..5 people; injured 7..7 people", "actives"),
    ("killing three guards and six children", "killed 3..3 soldiers; killed 6..6 children", "joined objects"),
    (
        "at least 9 people including four children and two women were killed and 31 people were injured",
        "killed 9.. people; killed 4..4 children in people; killed 2..2 women in people; injured 31..31 people",
        "breakdown without commas",
    ),
    (
        "At least 9 people, including four children, were killed",
        "killed 9.. people; killed 4..4 children in people",
        "breakdown with commas",
    ),
    ("a death toll of 41", "killed 41..41 people", "toll of"),
    ("the death toll from the raids on the two towns rose to 86", "killed 86..86 people", "toll rose to"),
    ("the death toll rose from 30 to 44", "killed 44..44 people", "not where it came from"),
    ("the number of people killed in the raid has reached 21", "killed 21..21 people", "number of killed"),
    ("claimed the lives of 12 shoppers", "killed 12..12 civilians", "lives of"),
    ("a blast that claimed over 30 lives", "killed 31.. people", "lives counted"),
    ("12 martyrs", "killed 12..12 people", "martyrs"),
    ("left 20 dead", "killed 20..20 people", "left dead"),
    ("3 dead and 10 wounded", "killed 3..3 people; injured 10..10 people", "bare"),
    ("the killing of 14 soldiers", "killed 14..14 soldiers", "act of"),
    ("the group lost 12 fighters", "killed 12..12 fighters", "lost persons"),
    ("the bodies of 30 people were found", "killed 30..30 people", "bodies of"),
    ("15 people died, nine of them children", "killed 15..15 people; killed 9..9 children in people", "of them"),
    ("40 people, mostly civilians, were killed", "killed 40..40 people; killed .. civilians in people", "mostly"),
    ("a woman and her two children were killed", "killed 1..1 women; killed 2..2 children", "a is one"),
    ("wounding another 30", "injured 30..30 people", "another"),
    (
        "Six soldiers were killed and dozens more were wounded",
        "killed 6..6 soldiers; injured 24..99 soldiers",
        "more: the group before",
    ),
    ("more than 11 million people have been displaced", "displaced 11000001.. people", "displaced"),
    ("fighting that trapped 200 000 civilians", "trapped 200000..200000 civilians", "trapped"),
    ("2,000 prisoners escaped", "escaped 2000..2000 prisoners", "escaped"),
    ("troops detained 12 men", "detained 12..12 men", "detained"),
    ("36 miners are missing", "", "missing, but no noun of persons that is known: abstain"),
    ("36 people are missing", "missing 36..36 people", "missing"),
    ("17 residents were treated for burns", "injured 17..17 civilians", "treated is injured"),
    ("two people killed or injured", "killed 2..2 people; injured 2..2 people", "one number, two harms"),
    ("killing and wounding scores of rebels", "killed 40..99 fighters; injured 40..99 fighters", "shared object"),
    ("dozens of alleged fighters and prisoners escaping", "escaped 24..99 people", "one number over two groups"),
    (
        "Eight civilians killed others injured",
        "killed 8..8 civilians; injured .. civilians",
        "headline without comma",
    ),
    ("eight injured people arrived", "injured 8..8 people", "participle before the noun"),
    (
        "11 children were among the 26 civilians killed",
        "killed 26..26 civilians; killed 11..11 children in civilians",
        "among",
    ),
    (
        "three civilians, two women and a man, were killed",
        "killed 3..3 civilians; killed 2..2 women in civilians; killed 1..1 men in civilians",
        "the rest add up to the first",
    ),
    (
        "22 pupils were killed in the raid along with six teachers",
        "killed 22..22 children; killed 6..6 civilians",
        "joined after the verb",
    ),
    (
        "Three nurses - two of them women - were killed",
        "killed 3..3 medics; killed 2..2 women in medics",
        "aside between dashes",
    ),
    ("five members of the rebel Front were killed", "killed 5..5 fighters", "members of"),
    ("FIVE PEASANTS WERE KILLED AND 20 WOUNDED", "killed 5..5 civilians; injured 20..20 civilians", "upper case"),
    ("the civilians were killed", "killed .. civilians", "no number"),
    ("no one was hurt", "", "denied"),
    ("it did not kill 12 people", "", "denied"),
    ("the raid could kill hundreds of people", "", "only possible"),
    ("he threatened to kill 20 hostages", "", "only wished"),
    ("the planes conducted 12 bombardments and killed nobody", "", "things are not persons"),
    ("two rockets killed a farmer", "killed 1..1 civilians", "the number of rockets is no toll"),
    ("rebels captured three villages", "", "captured things"),
    ("half of the 2,000 residents were evacuated", "", "a share of a number is another number"),
    ("medics saved the lives of 300 people", "", "saved"),
    ("the 20 buses left on Monday, and shelling killed a child", "killed 1..1 children", "things left"),
]


def _row(casualty: Casualty) -> str:
    low, high = ("" if end is None else str(end) for end in (casualty.count.low, casualty.count.high))
    row = f"{casualty.kind} {low}..{high} {casualty.group}"
    return row if casualty.within is None else f"{row} in {casualty.within}"


@pytest.mark.parametrize(("text", "rows", "why"), CASES, ids=[case[2] for case in CASES])
def test_rows(text: str, rows: str, why: str) -> None:
    wanted = rows.split("; ") if rows else []
    assert sorted(map(_row, casualties(text, 0, len(text)))) == sorted(wanted), why


def test_the_mention_is_the_number_with_its_modifier() -> None:
    text = "On Monday at least 15 people were killed; many were wounded."
    first = casualties(text, 0, len(text))[0]
    assert (first.mention.start, first.mention.words) == (10, "at least 15")


def test_harm_without_a_number_points_to_its_word() -> None:
    text = "The civilians were killed."
    (row,) = casualties(text, 0, len(text))
    assert (row.mention.words, row.count) == ("killed", Count(None, None, "unstated"))


def test_only_the_stretch_is_read() -> None:
    text = "Five people were killed. Seven rebels were wounded."
    assert [_row(row) for row in casualties(text, 25, len(text))] == ["injured 7..7 fighters"]


TELLING = [
    "at least 12",
    "five",
    "dozens of",
    "several",
    "a",
    "his",
    "the",
    "another",
    "people",
    "civilians",
    "woman",
    "children",
    "rebels",
    "members of the Front",
    "were",
    "was",
    "have",
    "been",
    "killed",
    "wounded",
    "killing",
    "died",
    "dead",
    "death toll",
    "rose to",
    "including",
    "two of them",
    "among",
    "and",
    ",",
    "-",
    "left",
    "trapped",
    "no",
    "could",
    "of",
    "others",
    "more",
    "in",
    "the raid",
    "when",
    "number of",
    "lives",
    "bodies of",
    "2012",
    "per cent",
    "escaped",
    "displaced",
    "hostages",
    "\u200f",
    "“",
    ".",
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(TELLING), max_size=18).map(" ".join))
def test_every_figure_comes_from_its_mention(text: str) -> None:
    for row in casualties(text, 0, len(text)):
        words = row.mention.words
        assert text[row.mention.start : row.mention.end] == words
        if row.count.form == "unstated":
            assert (row.count.low, row.count.high) == (None, None)
        elif not any(ch.isdigit() for ch in words) and row.count == Count(1, 1, "exact") and words.lower() != "one":
            # One person named by a phrase in the singular: no number stands in it at all.
            assert not quantities(words, 0, len(words))
        else:
            assert row.count in [q.count for q in quantities(text, row.mention.start, row.mention.end)]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for row in casualties(text, 0, len(text)):
        assert text[row.mention.start : row.mention.end] == row.mention.words
