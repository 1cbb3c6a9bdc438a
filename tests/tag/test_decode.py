"""From answers to tags: what belongs together, and by which rule."""

from dataclasses import replace

import pytest

from sayso.tag.numerals import numerals
from sayso.tag.wordpiece import wordpiece
from tests.tag.scripted import Script, groups
from tests.tag.wordpiece_table import VOCABULARY


def test_pointers_put_an_attribution_together_even_against_nearness() -> None:
    script = Script(
        "[content1 Two fled] , [source1 police] [cue1 said] , while [source2 medics] [cue2 denied] [content2 it]",
        links={
            ("cue_source", "cue1"): "source1",
            ("cue_source", "cue2"): "source2",
            ("content_cue", "content1"): "cue2",
            ("content_cue", "content2"): "cue2",
        },
    )
    assert groups(script.tags()) == {
        1: {"source": ["medics"], "cue": ["denied"], "content": ["Two fled", "it"]},
        2: {"source": ["police"], "cue": ["said"]},
    }


def test_a_content_that_points_at_nothing_goes_to_the_nearest_cue_of_its_sentence() -> None:
    script = Script("[cue1 Said] one. [content Two fled] , they [cue2 said] , and [cue3 added] .")
    assert groups(script.tags()) == {1: {"cue": ["said"], "content": ["Two fled"]}}


def test_a_content_with_no_cue_in_its_sentence_stands_alone() -> None:
    script = Script("They [cue said] so. [content Two fled] .")
    assert groups(script.tags()) == {1: {"content": ["Two fled"]}}


def test_a_cue_with_nothing_to_it_and_a_source_without_a_cue_are_left_out() -> None:
    script = Script("[source1 Police] and [source2 medics] [cue1 said] . It was [cue2 told]", links={})
    assert script.tags() == []
    assert groups(replace(script, links={("cue_source", "cue1"): "source2"}).tags()) == {
        1: {"source": ["medics"], "cue": ["said"]}
    }


@pytest.mark.parametrize(
    ("marked", "pieces"),
    [
        ("[content1 Two fled] . [content2 Six hid] , they [cue said]", ["Two fled . Six hid"]),
        ("[content1 Two fled] , so it , [content2 and hid] , they [cue said]", ["Two fled", "and hid"]),
        ("[content1 Two fled] \n [content2 Six hid] , they [cue said]", ["Two fled", "Six hid"]),
        ("[content1 Two fled] , [cue said] [content2 to hide]", ["Two fled", "to hide"]),
        ("[content1 Two fled] [source we] [content2 hid] , they [cue said]", ["Two fled", "hid"]),
    ],
    ids=["a mark between", "three words between", "a line's end", "the cue itself", "a source"],
)
def test_pieces_of_one_content_are_joined_over_a_word_or_two_of_nobody(marked: str, pieces: list[str]) -> None:
    links = {("content_cue", "content1"): "cue", ("content_cue", "content2"): "cue"}
    assert groups(Script(marked, links=links).tags())[1]["content"] == pieces


def test_one_source_of_two_cues_is_a_part_of_both() -> None:
    script = Script(
        "[source Police] [cue1 said] so and [cue2 added] this",
        links={("cue_source", "cue1"): "source", ("cue_source", "cue2"): "source"},
    )
    assert groups(script.tags()) == {
        1: {"source": ["Police"], "cue": ["said"]},
        2: {"source": ["Police"], "cue": ["added"]},
    }


def test_a_claim_holds_its_choices_its_speaker_and_its_slots() -> None:
    script = Script(
        "[source The army] denied [quote that [actor jets] hit [target a market] in [place Veldar]] [date on Monday] .",
        choices={"quote": {"stance": "denies", "type": "airstrike", "voice": "sourced"}},
        links={("quote_source", "quote"): "source"},
    )
    found = groups(script.tags())
    claim = next(parts for parts in found.values() if "quote" in parts)
    quote = ["that jets hit a market in Veldar"]
    assert claim == {
        "quote": quote, "stance:denies": quote, "type:airstrike": quote, "voice:sourced": quote,
        "speaker": ["The army"], "actor": ["jets"], "target": ["a market"], "place": ["Veldar"], "date": ["on Monday"],
    }  # fmt: skip


def test_a_slot_outside_goes_to_the_nearest_quote_of_its_sentence_and_never_to_another_sentences() -> None:
    script = Script("[quote1 Two fled] . In [place Veldar] [quote2 six hid] and more [quote3 ran] . [date Today]")
    found = groups(script.tags())
    assert [parts.get("place") for parts in found.values() if "quote" in parts] == [None, ["Veldar"], None]
    assert found[0] == {"date": ["Today"]}


def test_what_lies_in_two_quotes_belongs_to_the_inner_one() -> None:
    script = Script("[quote Rebels who [inner took [place Khoram]] were shot in [place1 Veldar]]")
    found = [parts for parts in groups(script.tags()).values() if "quote" in parts]
    assert [parts["place"] for parts in found] == [["Veldar"], ["Khoram"]]


def test_an_inner_quote_that_is_nearly_the_outer_one_is_the_same_claim() -> None:
    twin = Script("[quote Rebels [inner took the town on Monday]]")
    part = Script("[quote Rebels took [inner the town]]")
    assert [label for label, _, _ in twin.tags()].count("quote") == 1
    assert [label for label, _, _ in part.tags()].count("quote") == 2


def test_a_number_in_a_quote_says_what_befell_whom() -> None:
    script = Script(
        "[quote [n1 58] people died, [n2 11] of them children, on day [n3 3]] and [n4 9] fled",
        choices={
            "n1": {"kind": "killed", "group": "people", "part": "whole"},
            "n2": {"kind": "killed", "group": "children", "part": "part"},
            "n3": {"kind": "none"},
            "n4": {"kind": "displaced"},
        },
    )
    found = groups(script.tags())[1]
    assert {label: words for label, words in found.items() if label[:4] in ("harm", "grou", "part")} == {
        "harm:killed": ["58", "11"], "group:people": ["58"], "group:children": ["11"], "part": ["11"],
    }  # fmt: skip


def test_names_stand_alone_and_go_on_only_within_their_type() -> None:
    script = Script("[Organisation The Veldar Council] met [Person Anna] [Person1 Orlo] in [Location Khoram]")
    assert script.tags() == [
        ("name:Organisation", 0, "The Veldar Council"),
        ("name:Person", 0, "Anna"),
        ("name:Person", 0, "Orlo"),
        ("name:Location", 0, "Khoram"),
    ]


def test_numerals() -> None:
    text = "On 3 May 1,250 people, twenty-two of 3.5 million, two hundred, dozens; F-16s, Su-24 and 5, 6 or one-sided"
    pieces = wordpiece(VOCABULARY).cut(text)
    spans = pieces.word_spans
    assert [text[spans[one.start][0] : spans[one.stop - 1][1]] for one in numerals(text, pieces)] == [
        "3", "1,250", "twenty-two", "3.5 million", "two hundred", "dozens", "16s", "24", "5", "6", "one",
    ]  # fmt: skip
