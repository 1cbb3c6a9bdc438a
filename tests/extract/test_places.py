"""Places: which names are places, and which of them is the event's."""

import pytest

from sayso.extract.page import page_of
from sayso.extract.place_choice import back_place, place_of
from sayso.extract.places import places
from sayso.extract.sentences import sentences
from tests.marks import read_marks


def _named(text: str) -> list[str]:
    page = page_of(text, sentences(text))
    return [text[p.start : p.end] for row in places(page) for p in row]


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("Shells fell on the town of [p Merova] in the Taru province.", "the town before the province"),
        ("Jets bombed a school in [p Orlin].", "a bare name after a preposition of place"),
        ("Clashes went on in the [p Nadim neighbourhood] of Orlin.", "a quarter before its town"),
        ("Clashes went on in [p eastern Aleppo].", "a direction belongs to the name"),
        ("The army took [p Kalif village] in Syria.", "a country is the widest"),
        ("Fighting spread across [p Syrias [p2 Taru province]] overnight.", "a lost apostrophe is no part of a name"),
        ("Shells hit a mill in [p Sudland]'s second city.", "nor is one with its apostrophe"),
        ("Two men were shot in rebel-held [p Orlin].", "a describing word is no part of the name"),
        ("A bomb went off in [p Merova] near Damascus.", "near what is only where the place lies"),
        ("CLASHES WERE REPORTED IN [p TEGUCIGALPA].", "a known city in upper case"),
        ("AN OFFICER WAS SHOT DEAD IN [p CARMALES], POLICE SAID.", "an unknown name in upper case"),
    ],
)
def test_the_narrowest_place_as_said(marked: str, reason: str) -> None:
    text, marks = read_marks(marked)
    page = page_of(text, sentences(text))
    found = place_of(page, places(page), 0, len(text), None)
    wanted = max(marks, key=lambda m: m.label)
    assert [(p.start, p.end) for p in found] == [(wanted.start, wanted.end)], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Moscow and Ankara agreed on a truce.", "capitals that act are governments"),
        ("Russia denied the claim.", "a country that acts"),
        ("The attack on Monday killed two.", "a day"),
        ("Police in uniform fired at Hezbollah.", "a party"),
        ("He wrote it on Twitter.", "a site on the net"),
        ("LIMA, 9 JAN (AGENCY) -- GUNMEN KILLED A JUDGE.", "a date line says where the reporter sat"),
    ],
)
def test_no_place(text: str, reason: str) -> None:
    assert _named(text) == [], reason


def test_the_town_points_back() -> None:
    text = "Rebels shelled Merova village on Friday. Six people were hurt in the town."
    page = page_of(text, sentences(text))
    start = text.index("Six")
    found = back_place(page, places(page), start, len(text))
    assert found is not None
    assert text[slice(*found[0])] == "the town"
    assert text[found[1].start : found[1].end] == "Merova village"
    assert back_place(page, places(page), 0, 10) is None
