"""What counts as a disagreement inside one article, and what does not."""

from sayso.export import contests
from tests.readings import Page

PAGE = Page(
    "The ministry said Ankara struck Idlib. The army said Ankara struck Idlib not. Rebels said 9 were killed. "
    "A doctor said at least 15 died. Residents counted 20 to 30 dead. The Ministry said six children died."
)
STRUCK = "Ankara struck Idlib"


def test_asserted_by_one_voice_and_denied_by_another() -> None:
    (found,) = contests([PAGE.claim(STRUCK, "The ministry"), PAGE.claim(STRUCK, "The army", stance="denies")])
    assert (found.event, found.reason, found.claims) == ("e1", "asserted and denied", (0, 1))


def test_a_voice_does_not_contest_itself() -> None:
    assert not contests([PAGE.claim(STRUCK, "The ministry"), PAGE.claim(STRUCK, "The Ministry", stance="denies")])


def test_the_outlets_own_words_are_a_voice() -> None:
    assert contests([PAGE.claim(STRUCK), PAGE.claim(STRUCK, "The army", stance="denies")])


def test_other_events_and_other_stances_contest_nothing() -> None:
    denial = PAGE.claim(STRUCK, "The army", stance="denies")
    assert not contests([PAGE.claim(STRUCK, "The ministry", label="e2"), denial])
    assert not contests([PAGE.claim(STRUCK, "The ministry", stance="intends"), denial])


def test_a_denial_stands_against_what_it_denies_and_not_against_the_whole_event() -> None:
    claims = [
        PAGE.claim("9 were killed", "Rebels"),
        PAGE.claim(STRUCK, "The ministry", actor="Ankara"),
        PAGE.claim("Ankara struck Idlib not", "The army", stance="denies", actor="Ankara"),
    ]
    (found,) = contests(claims)
    assert found.claims == (1, 2)


def test_figures_that_cannot_both_hold() -> None:
    claims = [
        PAGE.claim("9 were killed", "Rebels", casualties=(PAGE.harm("9", 9, 9),)),
        PAGE.claim("at least 15 died", "A doctor", casualties=(PAGE.harm("at least 15", 15, None),)),
        PAGE.claim("20 to 30 dead", "Residents", casualties=(PAGE.harm("20 to 30", 20, 30),)),
    ]
    (found,) = contests(claims)
    assert (found.reason, found.claims) == ("figures differ: people killed", (0, 1, 2))
    assert not contests(claims[1:]), "at least 15 and 20 to 30 can both hold"


def test_figures_for_other_groups_or_parts_or_on_one_word_contest_nothing() -> None:
    nine = PAGE.claim("9 were killed", "Rebels", casualties=(PAGE.harm("9", 9, 9),))
    children = PAGE.claim("six children died", "A doctor", casualties=(PAGE.harm("six", 6, 6, group="children"),))
    corrected = PAGE.claim("at least 15 died", "Rebels", casualties=(PAGE.harm("15", 15, 15),))
    denied = PAGE.claim("at least 15 died", "A doctor", stance="denies", casualties=(PAGE.harm("15", 15, 15),))
    assert not contests([nine, children])
    assert not contests([nine, corrected])
    assert {contest.reason for contest in contests([nine, denied])} == {"asserted and denied"}


def test_a_denial_in_other_words_finds_the_claim_it_is_about() -> None:
    page = Page(
        "Moscow said its planes struck together with Turkey. Residents counted twelve strikes. Rescuers said 15 people "
        "died in the strikes. Turkish officials denied any part in it."
    )
    claims = [
        page.claim("Residents counted twelve strikes", "Residents"),
        page.claim("its planes struck together with Turkey", "Moscow"),
        page.claim("15 people died in the strikes", "Rescuers", casualties=(page.harm("15", 15, 15),)),
        page.claim("any part in it", "Turkish officials", stance="denies"),
    ]
    (found,) = contests(claims)
    assert found.claims == (1, 3), "the toll and the count are not denied"


def test_a_denial_that_shares_no_word_stands_against_the_claim_before_it() -> None:
    claims = [
        PAGE.claim("9 were killed", "Rebels"),
        PAGE.claim("at least 15 died", "A doctor"),
        PAGE.claim("Idlib not", "The army", stance="denies"),
    ]
    (found,) = contests(claims)
    assert found.claims == (1, 2)


def test_ten_thousand_denials_are_compared_in_linear_work() -> None:
    page = Page("Rebels said no. " + "He said it. " * 20_000)
    pieces = [page.claim("Rebels said no", "Rebels")] * 10_000 + [page.claim("He said it", stance="denies")] * 10_000
    assert max(len(contest.claims) for contest in contests(pieces)) <= 81
