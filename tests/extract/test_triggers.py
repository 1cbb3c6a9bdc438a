"""Event words: which words tell of an event, how strongly, and what they name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.triggers import Trigger, inflected, is_trigger_word, plural, triggers
from tests.marks import read_marks


def _one(sentence: str) -> Trigger:
    return triggers(sentence, 0, len(sentence))[0]


@pytest.mark.parametrize(
    ("marked", "kind", "reason"),
    [
        ("Jets launched [t air strikes] on the depot", "airstrike", "a noun of two words"),
        ("an [t air-strike] near the dam", "airstrike", "a hyphen counts as a blank"),
        ("GUERRILLAS [t KIDNAPPED] A MAYOR", "abduction", "upper-case wire text"),
        ("the army [t recaptured] the bridge", "territory", "an inflected verb"),
        ("thousands [t fled] the fighting", "displacement", "an irregular past form"),
        ("both sides [t signed] a text", "agreement", "an exact verb form"),
        ("the [t ceasefire] held", "agreement", "peace news counts too"),
        ("families were [t evacuated] by bus", "evacuation", "a participle"),
        ("officials opened an [t inquiry]", "investigation", "an investigation"),
        ("a [t roadside bomb] lay there", "bombing", "a weapon that points to a type"),
    ],
)
def test_words_and_their_type(marked: str, kind: str, reason: str) -> None:
    text, marks = read_marks(marked)
    found = {(t.mention.start, t.mention.end): t.type for t in triggers(text, 0, len(text)) if t.strength == "strong"}
    assert found.get((marks[0].start, marks[0].end)) == kind, reason


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("rescue workers and aid agencies", "kinds of people, not events"),
        ("the rescue group known as the Blue Caps", "a body, not an event"),
        ("a rebel-seized hill", "a verb after a hyphen describes"),
        ("the refugee camp", "a place"),
    ],
)
def test_no_strong_word(sentence: str, reason: str) -> None:
    assert not [t for t in triggers(sentence, 0, len(sentence)) if t.strength == "strong"], reason


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("the attack on the port", "noun"),
        ("they attack the port", "verb"),
        ("rebels were shelling the port", "verb"),
        ("the shelling of the port", "noun"),
        ("clashes broke out", "noun"),
    ],
)
def test_a_word_that_is_verb_and_noun_is_told_by_its_neighbours(sentence: str, form: str) -> None:
    assert _one(sentence).form == form


def test_roles() -> None:
    assert (_one("wounded").role, _one("wounded").toll) == ("harm", True)
    assert _one("warplanes").role == "weapon"
    assert _one("captured").role == "act"


def test_only_the_stretch_is_read() -> None:
    text = "killed here, captured there"
    assert [t.mention.words for t in triggers(text, 12, len(text))] == ["captured"]
    assert triggers(text, 0, 3) == ()


def test_inflection() -> None:
    assert inflected("seize", {}) == ("seize", "seized", "seizes", "seizing")
    assert inflected("repel*", {}) == ("repel", "repelled", "repelling", "repels")
    assert "occupied" in inflected("occupy", {})
    assert "took over" in inflected("take over", {"take": ["took", "taken"]})
    assert (plural("gunman"), plural("clash"), plural("casualty"), plural("truce")) == ("gunmen", "clashes", "casualties", "truces")  # noqa: E501 - one row of plurals
    assert is_trigger_word("ceasefire")
    assert not is_trigger_word("weather")


@given(st.text(alphabet="abk Kil-led.rocket's\n\"", max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_triggers_lie_in_the_stretch_in_order_and_apart(text: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(text)), min(two, len(text))))
    spans = [(t.mention.start, t.mention.end) for t in triggers(text, start, end)]
    assert all(start <= a < b <= end for a, b in spans)
    assert all(spans[n][1] <= spans[n + 1][0] for n in range(len(spans) - 1))
