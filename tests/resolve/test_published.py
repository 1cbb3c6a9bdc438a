"""A day of publication proposed from the text, each by its evidence."""

import pytest

from sayso.resolve import propose_published

STORY = " Two men were hurt when a shell fell on a market, a doctor said."
ROWS = [
    ("Thursday 25 August 2016" + STORY, "2016-08-25", "date line"),
    ("14 Nov 2017" + STORY, "2017-11-14", "date line"),
    ("07.04.2017(updated 09:15 07.04.2017)" + STORY, "2017-04-07", "date line"),
    ("Published March 3 2017" + STORY, "2017-03-03", "publication line"),
    ("Last updated at Jun 142016" + STORY, "2016-06-14", "publication line"),
    (
        "(AFP) 12 March -" + STORY + " The war began in 2011, the truce in 2016.",
        "2016-03-12",
        "date line, latest year named",
    ),
    ("Tuesday 4 April -" + STORY + " The truce began in 2016.", "2017-04-04", "date line, year by its weekday"),
    ("Once," + STORY + " It was the worst since 2014.", "2014-01-01/..", "latest year named: not before it"),
]


@pytest.mark.parametrize(("text", "wanted", "rule"), ROWS, ids=[row[0][:24] for row in ROWS])
def test_a_day_is_proposed_with_its_evidence(text: str, wanted: str, rule: str) -> None:
    proposal = propose_published(text, None)
    assert proposal.value is not None
    assert (proposal.value.iso, proposal.rule, proposal.field) == (wanted, rule, "published")
    assert proposal.mention is not None
    assert text[proposal.mention.start : proposal.mention.end] == proposal.mention.words


def test_a_weekday_that_fits_several_years_leaves_them_as_candidates() -> None:
    proposal = propose_published("Tuesday 4 April -" + STORY, None)
    assert proposal.value is None
    assert "2017-04-04" in [one.iso for one in proposal.candidates]
    assert len(proposal.candidates) > 1


def test_a_full_date_inside_a_sentence_is_no_date_line() -> None:
    proposal = propose_published("A doctor killed on 5 May 2014 was buried." + STORY, None)
    assert proposal.rule.startswith("latest year named")


def test_nothing_is_proposed_where_nothing_is_found() -> None:
    proposal = propose_published(STORY, "Two hurt")
    assert (proposal.value, proposal.rule) == (None, "no date in the text")


def test_a_year_in_the_title_counts_last() -> None:
    proposal = propose_published(STORY, "The war in 2016")
    assert proposal.value is not None
    assert proposal.value.iso == "2016-01-01/.."
