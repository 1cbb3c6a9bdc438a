"""English is read; another language is named in words; a few letters are no ground for a guess."""

import pytest

from sayso.lexicon import load
from sayso.read import Received, articles
from sayso.read.language import judge
from sayso.record import Outcome

ENGLISH = "Police said on Monday that two people were killed in the town and that the army denied it."
NO_COMMON_WORDS = "Shelling kills two near Northfield market, rescuers say; residents flee suburbs overnight"
FRENCH = "La police a déclaré lundi que deux personnes ont été tuées dans la ville et que l'armée le nie."
DUTCH = "Of er doden zijn is niet bekend, was de mededeling van het ministerie. Het leger doet onderzoek."
ARABIC = "قالت الشرطة يوم الاثنين إن شخصين قتلا في البلدة ونفى الجيش ذلك"


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), NO_COMMON_WORDS, NO_COMMON_WORDS.upper()])
def test_english_is_read_in_either_case(text: str) -> None:
    verdict = judge(text)
    assert (verdict.code, verdict.read) == ("en", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [(FRENCH, "French (fr)"), (FRENCH.upper(), "French (fr)"), (DUTCH, "Dutch (nl)"), (ARABIC, "Arabic (ar)")],
)
def test_another_language_is_named_in_words(text: str, name: str) -> None:
    verdict = judge(text)
    assert (verdict.name, verdict.read) == (name, False)


def test_outcome_names_the_language() -> None:
    (result,) = articles([ARABIC.encode()])
    assert isinstance(result, Outcome)
    assert (result.status, result.reason) == ("language not read", "the text is in Arabic (ar); sayso reads English")
    assert result.article_id
    assert result.remedy


@pytest.mark.parametrize("text", ["Idlib", "Two die.", "123 456 789 " * 50, '"' * 1000])
def test_few_letters_give_no_guess(text: str) -> None:
    assert judge(text).code is None
    assert judge(text).read


def test_what_a_page_declares_counts_only_for_few_letters() -> None:
    assert judge("Idlib", "ar-SY").code == "ar"
    assert judge(ENGLISH, "ar").code == "en"


def test_a_list_of_names_is_read_with_a_note() -> None:
    verdict = judge("Aleppo, Hama, Homs, Idlib, Raqqa, Daraa, Manbij")
    assert verdict.read
    assert verdict.code in (None, "en")


def test_every_language_the_model_knows_has_a_name() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    labels = set(LanguageIdentifier.from_model_file(MODEL_FILE).labels)
    assert labels - set(load("languages")["names"]) == {"zxx"}  # "no linguistic content"


def test_results_are_read_or_not_never_dropped() -> None:
    results = list(articles([ENGLISH.encode(), FRENCH.encode()]))
    assert [isinstance(result, Received) for result in results] == [True, False]
