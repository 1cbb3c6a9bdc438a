"""What is shown around a claim."""

from sayso.record import Attribution, Claim, Event, Mention
from sayso.run.context import REACH, sentences_of
from tests.readings import Page


def around(page: Page, quote: str, cue: str | None = None) -> str:
    cues = (page.at(cue),) if cue else ()
    claim = Claim(page.article.id, page.at(quote), Attribution((), cues, (page.at(quote),)), Event("other", "e1"))
    (found,) = sentences_of(page.article, (claim,))
    return found.words


def test_the_sentence_of_the_quote() -> None:
    page = Page("Rain fell. The ministry said planes hit Idlib. Nobody answered.")
    assert around(page, "planes hit Idlib", "said") == "The ministry said planes hit Idlib."


def test_a_denial_is_shown_with_the_words_that_deny() -> None:
    page = Page("The ministry said planes hit Idlib. Rain fell. The army denied it. Nobody answered.")
    shown = around(page, "planes hit Idlib", "denied")
    assert shown == "The ministry said planes hit Idlib. Rain fell. The army denied it."


def test_a_quote_over_two_sentences_has_both() -> None:
    page = Page("Planes hit Idlib. They came back. Nobody answered.")
    assert around(page, "hit Idlib. They came") == "Planes hit Idlib. They came back."


def test_an_endless_line_is_cut() -> None:
    page = Page("word " * 10_000 + "planes hit Idlib " + "word " * 10_000)
    shown = around(page, "planes hit Idlib")
    assert len(shown) == len("planes hit Idlib") + 2 * REACH


def test_a_cue_far_away_is_left_out() -> None:
    page = Page("Planes hit Idlib. " + "Rain fell. " * 200 + "The army denied it.")
    assert around(page, "Planes hit Idlib", "denied") == "Planes hit Idlib."


def test_blanks_at_the_ends_of_a_text_do_no_harm() -> None:
    page = Page("  Planes hit Idlib")
    claim_words = Mention(2, len(page.text), page.text).words
    assert around(page, claim_words).endswith("Planes hit Idlib")
