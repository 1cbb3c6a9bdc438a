"""Events of quotes: types, what is carried along the article, and the laws of the whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.events import events
from sayso.extract.sentences import sentences
from sayso.record import Casualty, Count, Event, Mention, joined


def _events(text: str) -> tuple[Event, ...]:
    tiles = sentences(text)
    quotes = tuple(Mention(t.start, t.stop, text) for t in tiles if t.stop > t.start)
    return events(text, quotes, tiles, tuple(() for _ in quotes))


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Rockets killed four people in the port.", "shelling", "a weapon refines a toll"),
        ("Jets hit the bridge.", "airstrike", "a weapon refines a general verb"),
        ("The army violated the truce by shelling the camp.", "violation", "a breach outvotes what is broken"),
        ("Troops captured the hill after heavy clashes.", "territory", "what stands after 'after' is circumstance"),
        ("Gunmen attacked a farm.", "shooting", "gunmen shoot"),
        ("Rebels attacked a farm.", "attack", "the kind is not said"),
        ("The war has killed more than 300000 people.", "other", "a whole-war toll"),
        ("Police seized weapons and ammunition.", "other", "a find of weapons is no gain of ground"),
        ("The wounded were in two hospitals.", "rescue", "the hurt being helped"),
        ("DYNAMITE EXPLODED AT THE EMBASSY.", "bombing", "upper-case wire text"),
        ("The two ministers held talks in Geneva.", "talks", "peace news"),
        ("Some 300 families fled their homes.", "displacement", "flight"),
        ("Barrel bombs fell on the market.", "airstrike", "ruling 9"),
        ("Chlorine gas was dropped on the quarter.", "chemical attack", "gas outvotes how it came"),
        ("The court opened an investigation into the air strike.", "investigation", "the inquiry, not its subject"),
    ],
)
def test_type_of_one_quote(text: str, kind: str, reason: str) -> None:
    assert _events(text)[0].type == kind, reason


def test_a_bare_toll_belongs_to_the_strike_before_it() -> None:
    first, second = _events("Jets bombed the town of Merova on Monday. At least nine people were killed.")
    assert (second.type, second.label) == ("airstrike", first.label)
    assert joined(second.place) == "Merova"


def test_who_denies_responsibility_denies_what_was_told_before() -> None:
    told = _events("The army accused the rebels of shelling a mill. The rebels denied responsibility.")
    assert [event.type for event in told] == ["shelling", "shelling"]


def test_a_toll_does_not_take_the_place_where_the_hurt_are_treated() -> None:
    told = _events(
        "Jets bombed the town of Merova on Monday. Five people hurt in the raid are being treated in hospital in Orlin."
        " At least nine people were killed."
    )
    assert [joined(event.place) for event in told] == ["Merova", "Orlin", "Merova"]


def test_another_event_is_another_label_and_keeps_its_own_place() -> None:
    text = "Jets bombed the town of Merova on Monday. Rebels signed a ceasefire in Geneva in May 2014."
    first, second = _events(text)
    assert first.label != second.label
    assert joined(second.place) == "Geneva"


def test_the_town_is_shown_by_its_name() -> None:
    place = _events("Jets bombed Merova village on Monday. Shells hit a school in the town.")[1].place[0]
    assert (place.mention.words, place.name, place.rule) == ("the town", "Merova village", "place named before")


def test_casualties_are_those_given() -> None:
    text = "Nine people were killed."
    harm = Casualty("killed", Count(9, 9, "exact"), "people", Mention(0, 4, text))
    event = events(text, (Mention(0, 23, text),), sentences(text), ((harm,),))[0]
    assert event.casualties == (harm,)
    with pytest.raises(ValueError, match="zip"):
        events(text, (Mention(0, 23, text),), sentences(text), ())


def test_no_quotes_no_events() -> None:
    assert events("Nothing.", (), sentences("Nothing."), ()) == ()


_WORDS = st.sampled_from(
    [
        "Russian", "jets", "bombed", "the", "town", "of", "Merova", "in", "Syria", "killing", "nine", "people", "and",
        "by", "rebels", "were", "killed", ".", ",", '"', "on", "Monday", "ceasefire", "talks", "attack", "there", "US",
    ]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(_WORDS, max_size=60))
def test_any_text_gives_one_event_for_each_quote_and_only_words_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    found = _events(text)
    assert len(found) == sum(t.stop > t.start for t in sentences(text))
    assert found == _events(text)
    for event in found:
        for reference in (*event.actor, *event.target, *event.place):
            assert reference.name in text
