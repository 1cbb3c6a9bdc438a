"""Stance: a denial read as an assertion is the worst error, a false denial is bad too."""

import pytest

from sayso.extract.attribution import attributions
from sayso.extract.sentences import sentences
from sayso.record import Stance
from tests.extract.voices import voice_at, voices_over

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
    ("The minister said that Norlands claims about a halt are sheer deception.",
     "Norlands claims about a halt are sheer deception", "minister", "denies", "claims about: a noun"),
    ("A doctor said such gas had never been used before.", "such gas had never been used before", "doctor", "asserts",
     "never before: it now was"),
    ("The mayor said both villages kept a truce and neither fired on the other.", "neither fired on the other", "mayor",
     "asserts", "neither of two others: no denial of the speaker's"),
    ("The council rejected any and all excuses used to justify the raids.", "excuses used to justify the raids", "",
     "asserts", "an excuse is no claim"),
    ("State media said rebels hit the plant while an activist said the plant was not targeted.", "rebels hit the plant",
     "State media", "asserts", "another's denial is not the outer voice's"),
    ("Many pointed the finger at the army for the raid, though it denied any role.", "any role", "army", "denies",
     "the accused denies, not the accuser"),
    ("Norland officials at the time found no basis for reports that the mill was hit.", "the mill was hit",
     "Norland officials", "denies", "no time in a name"),
    ("The Norland foreign minister said no Norland soldiers died in the raid.", "no Norland soldiers died in the raid",
     "Norland foreign minister", "denies", "no losses of one's own"),
    ("The toll could not immediately be fully verified.", "The toll", "", "doubts", "adverbs before verified"),
    ("The toll can be confirmed.", "The toll", "", "asserts", "can be confirmed: nothing is open"),
    ("The cause of the blast has not been revealed.", "The cause of the blast", "", "doubts", "not revealed"),
    ("There was no breakdown for the remaining dead.", "for the remaining dead", "", "doubts", "no breakdown"),
    ("No group has accepted responsibility for the blast.", "accepted responsibility for the blast", "", "doubts",
     "accepted by nobody"),
    ("The next talks are to be held in May.", "be held in May", "", "intends", "are to"),
    ("The officers are to blame for the raid.", "blame for the raid", "", "asserts", "to blame is no plan"),
    ("The minister said the council needs to find out who fired.", "find out who fired", "minister", "intends",
     "needs to"),
    ("The army announced a new offensive on the town.", "a new offensive on the town", "army", "intends",
     "a plan named by a noun"),
    ("The army announced that the offensive on the town failed.", "the offensive on the town failed", "army", "asserts",
     "announced that"),
    ("If the mill fell, the army would take the road.", "take the road", "", "asserts", "what would follow"),
    ("The fall of Arva could threaten the siege of the port.", "the siege of the port", "", "asserts",
     "a thing threatens nobody by word"),
    ("A guard who asked not to be named said ten died.", "ten died", "guard", "asserts", "a wish for no name"),
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
    ("Norland claims that planes hit the dam but the claim was swiftly denied by Sudland.", "denied by"),
    ("Norland claims planes hit the dam, an accusation Sudland has denied.", "the claim named before its denier"),
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


def test_a_quotation_that_stands_alone_may_deny() -> None:
    text = 'The Norland ministry said two jets were seen. "There were no Norland planes in this region."'
    start = text.index("There were")
    said = voice_at(attributions(text, sentences(text)), start, len(text) - 2)
    assert said is not None
    assert (said.said_by, said.stance) == (("Norland ministry",), "denies")


def test_a_denial_in_its_own_words_is_not_laid_on_the_accusation() -> None:
    text = "Norland blamed Sudland for the raid. Sudland denied any responsibility."
    start = text.index("Sudland for the raid")
    found = voices_over(attributions(text, sentences(text)), start, start + len("Sudland for the raid"))
    assert {said.stance for said in found} == {"asserts"}
