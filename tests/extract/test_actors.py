"""Who acts and who is hit, in marked sentences: `a` the actor, `t` the target; none marked = none is to be found."""

import pytest

from sayso.extract.events import events
from sayso.extract.sentences import sentences
from sayso.record import Event, Mention
from tests.marks import read_marks, spans_of


def _event(text: str) -> Event:
    return events(text, (Mention(0, len(text), text),), sentences(text), ((),))[0]


ROWS = [
    ("[a Russian jets] bombed [t a hospital]", "active subject and object"),
    ("[t A hospital] was hit by [a regime warplanes]", "passive with by"),
    ("air strikes by [a the coalition] killed [t six civilians]", "a noun with by, and those harmed"),
    ("[a Rebel] shelling on [t a market] went on all night", "an adjective before an event noun"),
    ("the attack on [t a convoy] was carried out by [a militants]", "carried out by"),
    ("dozens of [a Daesh militants] attacked [t government positions] south of the river", "a number before a party"),
    ("[t Ten soldiers] were killed in an ambush", "those harmed, nobody named"),
    ("blamed [a the government] for the shelling", "blame names the doer"),
    ("at least twelve people were killed in the blast", "a bare people is no target"),
    ("clashes between [a the army] and [t rebels] broke out", "two sides"),
    ("[a the army] captured the hill from [t insurgents]", "whom ground is taken from"),
    ("[t 21 opposition fighters] were killed in clashes with [a Daesh]", "the other side acts"),
    ("[a ARMED MEN] KIDNAPPED [t A BISHOP]", "upper-case wire text"),
    ("barrel bombs dropped from [a helicopters] hit [t a bakery]", "the sender acts"),
    ("no group claimed responsibility for the blast", "no group is nobody"),
    ("the war has killed thousands", "a war is nobody's act"),
]


def _heads(marked: str) -> tuple[str, list[str], list[str]]:
    text, marks = read_marks(marked)
    found = [[text[a:b].split()[-1] for a, b in spans_of(marks, label)] for label in ("a", "t")]
    return text, found[0], found[1]


@pytest.mark.parametrize(("marked", "reason"), ROWS)
def test_actor_and_target(marked: str, reason: str) -> None:
    text, actors, targets = _heads(marked)
    event = _event(text)
    assert [r.mention.words.split()[-1] for r in event.actor] == actors, reason
    assert [r.mention.words.split()[-1] for r in event.target] == targets, reason


def test_the_group_takes_the_name_before_it() -> None:
    text = "Hezbollah fighters left the hills. The group attacked a base."
    start = text.index("The group")
    event = events(text, (Mention(start, len(text), text),), sentences(text), ((),))[0]
    assert event.actor[0].mention.words == "group"
    assert event.actor[0].name == "Hezbollah fighters"


def test_a_quote_without_subject_takes_the_party_before_it() -> None:
    text = "Government jets struck two villages killing nine people."
    start = text.index("killing")
    event = events(text, (Mention(start, len(text) - 1, text),), sentences(text), ((),))[0]
    assert event.actor[0].name == "Government jets"
