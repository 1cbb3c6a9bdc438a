"""Stance: a denial read as an assertion is the worst error, a false denial is bad too."""

import pytest

from sayso.extract.attribution import attributions
from sayso.extract.sentences import sentences
from sayso.extract.voices import voice_at, voices_over
from sayso.record import Stance

ROWS: list[tuple[str, str, str, Stance, str]] = [
    ("The army denied shelling the market.", "shelling the market", "army", "denies", "denied doing"),
    ("The army denied that it shelled the market.", "it shelled the market", "army", "denies", "denied that"),
    ("The army said it did not shell the market.", "it did not shell the market", "army", "denies", "own act"),
    ("The army said its planes had not hit the town.", "its planes had not hit the town", "army", "denies", "own side"),
    ("The army has not acknowledged the deaths of civilians.", "the deaths of civilians", "army", "denies",
     "not acknowledged"),
    ("The army found no evidence that civilians were killed.", "civilians were killed", "army", "denies",
     "no evidence"),
    ("The minister said reports of a strike were completely untrue.", "reports of a strike", "minister", "denies",
     "untrue"),
    ("Aid workers said aid has not arrived in the town.", "aid has not arrived in the town", "Aid workers", "asserts",
     "a plain negative fact"),
    ("The army rejected an offer of talks.", "an offer of talks", "", "asserts", "an offer is no claim"),
    ("A splinter group rejected the accord.", "the accord", "", "asserts", "nor is an accord"),
    ("The monitor could not confirm the number of dead.", "the number of dead", "monitor", "doubts",
     "could not confirm"),
    ("It was unclear whether the bridge was hit.", "the bridge was hit", "", "doubts", "the publisher leaves it open"),
    ("No group has claimed responsibility for the blast.", "claimed responsibility for the blast", "", "doubts",
     "nobody claimed it"),
    ("The report could not be independently verified.", "The report", "", "doubts", "not verified"),
    ("The minister vowed to retake the town.", "to retake the town", "minister", "intends", "vowed"),
    ("The council called for a cease-fire in the south.", "a cease-fire in the south", "council", "intends",
     "called for"),
    ("The minister urged Norland to leave the zone.", "Norland to leave the zone", "minister", "intends", "urged"),
    ("The army said it will open the road on Monday.", "it will open the road on Monday", "army", "intends", "will"),
    ("The two states are planning to open a post.", "to open a post", "", "intends", "the publisher tells of a plan"),
    ("The death toll was expected to rise.", "to rise", "", "asserts", "a toll has no plans"),
    ("The mayor blamed rebels for the blast.", "rebels for the blast", "mayor", "asserts", "blame asserts"),
    ("The mayor accused rebels of shelling the market.", "rebels of shelling the market", "mayor", "asserts", "accuse"),
    ("The mayor denied nothing.", "The mayor", "", "asserts", "nothing is held here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretch", "source", "stance", "reason"), ROWS)
def test_stance(text: str, stretch: str, source: str, stance: Stance, reason: str) -> None:
    start = text.index(stretch)
    said = voice_at(attributions(text, sentences(text)), start, start + len(stretch))
    found = (said.said_by[-1] if said and said.said_by else "", said.stance if said else "asserts")
    assert found == (source, stance), reason


BACK = [
    ("Norland claims that planes hit the dam, but Sudland says that the claims are baseless.", "same sentence"),
    ("Norland alleged that planes hit the dam. Sudland denied the accusation.", "alleged in the sentence before"),
    ("Norland says planes hit the dam for Sudland. Sudland rejected those allegations.", "the denier is named in it"),
]


@pytest.mark.parametrize(("text", "reason"), BACK)
def test_a_bare_denial_denies_what_was_claimed(text: str, reason: str) -> None:
    start = text.index("planes hit the dam")
    found = voices_over(attributions(text, sentences(text)), start, start + len("planes hit the dam"))
    assert {(said.said_by, said.stance) for said in found} == {
        (("Norland",), "asserts"),
        (("Sudland",), "denies"),
    }, reason


def test_a_bare_denial_is_not_laid_on_a_toll_that_merely_stands_near() -> None:
    text = "Nine of the dead are children, a doctor told the paper. Sudland rejected the accusation."
    start = text.index("Nine of the dead")
    found = voices_over(attributions(text, sentences(text)), start, start + len("Nine of the dead are children"))
    assert {said.stance for said in found} == {"asserts"}


def test_a_denial_names_what_it_is_about() -> None:
    text = 'A source in the army told the paper that the "news is not true" with regards to strikes on Arva.'
    start = text.index("strikes on Arva")
    said = voice_at(attributions(text, sentences(text)), start, len(text) - 1)
    assert said is not None
    assert said.stance == "denies"
    assert [m.words for m in said.content] == ["strikes on Arva"]
