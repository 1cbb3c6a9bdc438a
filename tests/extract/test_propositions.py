"""A region is cut into the shortest stretches that state one event whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.propositions import propositions
from sayso.extract.prose import Stretch
from sayso.extract.regions import Region, regions
from sayso.record import Attribution, Mention, Reference, Voice
from tests.marks import read_marks, spans_of

CASES = [
    ("one clause whole, without its stop", "[p Shells killed four men in the old port]."),
    ("but parts two events", "[p Rebels seized the mill] but [p jets bombed their convoy later]."),
    ("what follows but without an event is left off", "[p Rebels seized the mill on Friday] but nobody was happy."),
    ("and keeps a toll together", "[p Nine people were killed and 20 people were wounded in the raid]."),
    ("while parts", "[p Troops stormed the quarry] while [p artillery shelled two hamlets nearby]."),
    ("a relative clause with its own event", "[p Jets bombed the camp], which [p rebels seized in May]."),
    ("a relative clause inside a subject does not cut", "[p A raid on the farm, where nobody lives, killed two men]."),
    ("a phrase before the main clause is left off", "On Monday, [p gunmen ambushed a bus near the dam]."),
    ("an aim is no event", "[p The army shelled the hill] in an attempt to end the fighting."),
    ("no event, no proposition", "The market smelled of oranges and rain."),
    ("what is called something is named, not told", "it as a crime against the bombed town."),
    ("what is left of a saying is none", "in an interview about the ceasefire talks held in the old port."),
    ("a name alone claims nothing", "The attack."),
]


def own(text: str) -> tuple[Region, ...]:
    return (Region(0, len(text), 0, ()),)


@pytest.mark.parametrize(("reason", "marked"), CASES, ids=[reason for reason, _ in CASES])
def test_propositions_are_cut_where_they_should(reason: str, marked: str) -> None:
    text, marks = read_marks(marked)
    assert [(p.quote.start, p.quote.end) for p in propositions(text, own(text))] == spans_of(marks, "p"), reason


def voiced(marked: str, stance: str) -> tuple[str, tuple[Region, ...], list[tuple[int, int]]]:
    text, marks = read_marks(marked)
    labels = ("source", "cue", "content")
    cut = {label: tuple(Mention(*span, text) for span in spans_of(marks, label)) for label in labels}
    said = Attribution(cut["source"], cut["cue"], cut["content"], stance)  # type: ignore[arg-type] # a stance by name
    return text, regions(text, (Stretch(0, len(text), 0),), (said,)), spans_of(marks, "p")


def test_a_bare_denial_keeps_the_words_that_deny() -> None:
    text, found, wanted = voiced("[p [source The army] [cue denied] [content any involvement]].", "denies")
    assert [(p.quote.start, p.quote.end) for p in propositions(text, found)] == wanted


def test_a_cue_inside_its_content_does_not_cut_it() -> None:
    marked = "[source The army] said [p [content its jets] [cue did not] [content bomb the school]]."
    text, found, wanted = voiced(marked, "denies")
    assert [(p.quote.start, p.quote.end) for p in propositions(text, found) if p.voices] == wanted


def test_a_plan_that_its_voice_doubts_is_no_plan() -> None:
    text, marks = read_marks("[source Analysts] [cue doubt] that [p the truce [will will] hold].")
    source, cue = (tuple(Mention(*span, text) for span in spans_of(marks, label)) for label in ("source", "cue"))
    content, will = (tuple(Mention(*span, text) for span in spans_of(marks, label)) for label in ("p", "will"))
    chain = (Voice((Reference(source[0]),)),)
    doubt = Attribution(source, cue, content, "doubts", chain)
    plan = Attribution(source, will, content, "intends", chain)
    found = propositions(text, regions(text, (Stretch(0, len(text), 0),), (doubt, plan)))
    assert [(p.quote, p.voices) for p in found] == [(content[0], (doubt,))]


def test_what_is_outside_the_content_is_on_the_publishers_word() -> None:
    _, found, _ = voiced("[content Four men were killed], [source the clinic] [cue said].", "asserts")
    assert [bool(region.voices) for region in found] == [True]


WORDS = "rebels killed seized but while , which after in order to the camp 9 people ; - “ ” . was".split()  # noqa: SIM905


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_every_proposition_lies_in_its_region(words: list[str]) -> None:
    text = " ".join(words)
    if text:
        for found in propositions(text, own(text)):
            assert text[found.quote.start : found.quote.end] == found.quote.words == found.quote.words.strip()
