"""What `make demo` must show, on the reports it reads."""

from pathlib import Path

import pytest

import sayso
from sayso.export import contests
from sayso.record import Claim

REPORTS = Path(__file__).parents[2] / "examples/idlib-2019-03-13/reports"


@pytest.fixture(scope="module")
def post() -> tuple[Claim, ...]:
    (reading,) = [one for one in sayso.read(REPORTS) if one.outcome.name == "invented-post"]
    return reading.claims


def on_the_word_of(claims: tuple[Claim, ...], *names: str) -> list[Claim]:
    said = [(claim, claim.attribution.said_by[-1].casefold()) for claim in claims if claim.attribution.said_by]
    return [claim for claim, root in said if any(name in root for name in names)]


def test_every_report_is_read() -> None:
    assert {reading.outcome.status for reading in sayso.read(REPORTS)} == {"read"}


def test_the_denial_stands_against_the_claim_it_denies(post: tuple[Claim, ...]) -> None:
    pairs = [contest.claims for contest in contests(post)]
    ministry, army = on_the_word_of(post, "defence ministry"), on_the_word_of(post, "turkish armed forces")
    assert any(post[pair[0]] in ministry and post[pair[-1]] in army for pair in pairs)
    assert all(post[pair[-1]].attribution.stance == "denies" for pair in pairs)


def test_twelve_strikes_on_the_word_of_residents(post: tuple[Claim, ...]) -> None:
    (claim,) = on_the_word_of(post, "residents")
    assert (claim.attribution.stance, claim.event.type) == ("asserts", "airstrike")
    assert "12 strikes" in claim.quote.words
    assert claim.event.casualties == (), "twelve strikes are not twelve dead"


def test_the_toll_on_the_word_of_the_rescuers(post: tuple[Claim, ...]) -> None:
    tolls = [claim for claim in on_the_word_of(post, "white helmets", "civil defence") if claim.event.casualties]
    harms = [harm for claim in tolls for harm in claim.event.casualties]
    assert [(harm.kind, harm.count.low, harm.count.high, harm.group, harm.within) for harm in harms] == [
        ("killed", 15, None, "people", None),
        ("killed", 8, 8, "children", "people"),
        ("killed", 2, 2, "women", "people"),
        ("injured", 49, 49, "people", None),
    ]
    assert [claim for claim in post if claim.event.casualties] == tolls, "and on no other word"
