"""The date of each claim of an article, and the ground it stands on."""

import datetime as dt
from collections.abc import Sequence

import pytest

from sayso.record import (
    Article,
    Attribution,
    Capture,
    Casualty,
    Claim,
    Count,
    Event,
    EventType,
    Mention,
    Resolution,
    Stance,
)
from sayso.resolve import claim_dates, guide_form
from tests.marks import read_marks

FRIDAY = dt.date(2019, 3, 15)


def article(text: str, published: dt.date | None = FRIDAY) -> Article:
    return Article(text, "a", Capture(text.encode(), "-", "text/plain"), published=published)


def claim(
    text: str,
    start: int,
    end: int,
    label: str,
    kind: EventType = "airstrike",
    stance: Stance = "asserts",
    toll: bool = False,
) -> Claim:
    quote = Mention(start, end, text)
    harm = (Casualty("killed", Count(3, 3, "exact"), "people", quote),) if toll else ()
    return Claim("x", quote, Attribution((), (), (quote,), stance), Event(kind, label, casualties=harm))


def dated(
    marked: str, kinds: Sequence[EventType] = (), stance: Stance = "asserts", published: dt.date | None = FRIDAY
) -> tuple[list[str | None], tuple[Resolution, ...]]:
    """Dates of the marked claims, whose labels are their events; a label that ends in "+" bears a toll."""
    text, marks = read_marks(marked)
    claims = tuple(
        claim(
            text, m.start, m.end, m.label.rstrip("+"), kinds[n] if kinds else "airstrike", stance, m.label.endswith("+")
        )
        for n, m in enumerate(marks)
    )
    found = claim_dates(article(text, published), claims)
    return [guide_form(r.value, published) if r.value else None for r in found], found


ROWS: list[tuple[str, list[str | None], str]] = [
    ("[e1 Jets struck the town on Tuesday], residents said.", ["2019-03-12"], "words of the quote"),
    ("On Tuesday, [e1 jets struck the town], residents said.", ["2019-03-12"], "words that open the sentence"),
    ("[e1 Jets struck the town], residents said on Tuesday.", [None], "the day it was said"),
    ("Residents said on Tuesday [e1 jets struck the town].", [None], "the day it was said, before"),
    ("[e1 Jets struck on Tuesday] the monitor said on Wednesday.", ["2019-03-12"], "lost comma, two days"),
    ("Residents said that on Tuesday [e1 jets struck].", [None], "a date that neither opens nor lies in the claim"),
    ("Residents said [e1 that on Tuesday jets struck].", ["2019-03-12"], "after that, it is what was said"),
    ("[e1 Tuesday’s raid hit a clinic]. [e1 The raid hit a clinic], he said.", ["2019-03-12"] * 2, "same event"),
    ("[e1 A raid began on Tuesday]. [e2 The road is closed].", ["2019-03-12", None], "background has no day"),
    ("[e1+ Shells have killed 3 people since Monday].", ["2019-03-11/2019-03-15"], "a toll over a time"),
    ("[e1+ 3 people have died since the war began in 2011].", ["2011-01-01/2019-03-15"], "since governs a clause"),
    ("[e1 It was the deadliest raid since 2012].", [None], "a comparison dates nothing"),
    ("[e1 Shells fell on Monday and Tuesday].", ["2019-03-11/2019-03-12"], "two days joined"),
    ("[e1 A raid on Tuesday killed 3]. [e2+ Another raid killed 3 people].", ["2019-03-12"] * 2, "the story's day"),
    ("The ministry on Monday accused rebels of [e1 the raid].", [None], "the day it was announced"),
    (
        "[e1 A raid hit a clinic]. [e2 Jets struck it on Tuesday].",
        ["2019-03-12"] * 2,
        "a lead takes the day told after it",
    ),
    ("[e1 A raid began on Tuesday]. [e2 People fled the attack].", ["2019-03-12"] * 2, "the attack is the one told"),
    ("[e1 A raid began on Tuesday]. [e2 Raids are still going on].", ["2019-03-12", None], "what goes on has no day"),
    ("[e1 A raid hit the school in 2013]. The army denied [e2 that attack].", ["2013", "2013"], "that attack"),
]


@pytest.mark.parametrize(("marked", "wanted", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_dates(marked: str, wanted: list[str | None], why: str) -> None:
    assert dated(marked)[0] == wanted, why


def test_a_plan_points_ahead() -> None:
    assert dated("Both armies agreed to [e1 a truce on Monday].", ["agreement"], "intends")[0] == ["2019-03-18"]


def test_a_plan_takes_no_day_from_the_event_it_plans() -> None:
    text, (first, second) = read_marks("[e1 A raid hit the town on Tuesday]. They called for [e1 an end of the raids].")
    claims = (
        claim(text, first.start, first.end, "e1"),
        claim(text, second.start, second.end, "e1", "airstrike", "intends"),
    )
    assert [r.rule for r in claim_dates(article(text), claims)][1] == "not stated"


def test_a_plan_gives_its_day_to_no_claim_of_what_has_happened() -> None:
    text, (plan, toll) = read_marks("[e1 Troops will leave the town by 1 April]. [e1 They hold the town].")
    claims = (
        claim(text, plan.start, plan.end, "e1", "territory", "intends"),
        claim(text, toll.start, toll.end, "e1", "territory"),
    )
    assert [r.value.iso if r.value else None for r in claim_dates(article(text), claims)] == ["2019-04-01", None]


def test_a_town_held_since_a_month_was_taken_then() -> None:
    assert dated("[e1 The town has been held by rebels since May].", ["territory"])[0] == ["2018-05"]


def test_one_blow_without_any_date_lies_on_the_day_of_publication_with_the_day_before_as_candidate() -> None:
    dates, (resolution,) = dated("[e1+ Mortar shells killed 3 people], a doctor said.", ["shelling"])
    assert dates == ["2019-03-15"]
    assert resolution.rule == "day of publication"
    assert [one.iso for one in resolution.candidates] == ["2019-03-15", "2019-03-14"]


def test_the_ground_leads_the_rule_and_words_have_their_mention() -> None:
    _, (resolution,) = dated("[e1 Jets struck on Tuesday], he said.")
    assert resolution.rule == "words: latest weekday"
    assert resolution.mention is not None
    assert resolution.mention.words == "Tuesday"


def test_without_a_publication_date_only_absolute_dates_are_given() -> None:
    marked = "[e1 Jets struck on Tuesday]. [e2 They came on 8 March 2019]."
    assert dated(marked, published=None)[0] == [None, "2019-03-08"]


def test_the_date_line_dates_no_claim() -> None:
    assert dated("14 Mar 2019 [e1 The road is closed], he said.")[0] == [None]


def test_one_resolution_per_claim_in_their_order() -> None:
    marked = "[e1 Jets struck on Tuesday]. [e2 Jets struck on Monday]."
    text, (a, b) = read_marks(marked)
    claims = (claim(text, b.start, b.end, "e2"), claim(text, a.start, a.end, "e1"))
    found = claim_dates(article(text), claims)
    assert [r.value.iso for r in found if r.value] == ["2019-03-11", "2019-03-12"]
    assert claim_dates(article(text), ()) == ()
