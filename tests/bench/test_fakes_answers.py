"""From claims to the crowd's answer: which toll is the main event's, and whose dead are counted where."""

from typing import Any

import pytest

from bench.fakes_answers import answers, main_toll

Row = dict[str, Any]


def _harm(low: int | None, high: int | None, group: str = "people", form: str = "exact", **more: Any) -> Row:
    return {"kind": "killed", "low": low, "high": high, "group": group, "form": form, **more}


def _claim(*harm: Row, event: str = "e1", kind: str = "airstrike", actor: str | None = None) -> Row:
    return {"harm": list(harm), "event": event, "type": kind, "actor": actor, "quote": "", "place": None}


TOLLS = [
    ([_claim(_harm(9, 9)), _claim(_harm(80, 80), event="e2")], [9], "the first claim that counts dead"),
    ([_claim(_harm(300_001, None, form="more than")), _claim(_harm(9, 9))], [9], "not the whole war's"),
    ([_claim(_harm(24, 99, form="vague")), _claim(_harm(41, 41))], [41], "dozens made exact later"),
    ([_claim(_harm(24, 99, form="vague")), _claim(_harm(7, 7))], [], "seven are no dozens"),
    ([_claim(_harm(101, None, form="more than"))], [100], "the number said"),
    ([_claim(_harm(18, 22, form="about"))], [20], "the number said"),
    ([_claim(_harm(16, 16, "civilians"), _harm(7, 7, "fighters"))], [16, 7], "other groups add up"),
    ([_claim(_harm(16, 16), _harm(16, None, form="at least"))], [16], "the same dead are not counted twice"),
    ([_claim(_harm(5, 5, "children", within="people"))], [], "a part is no toll"),
    ([_claim(_harm(None, None, form="unstated"))], [], "no number"),
]


@pytest.mark.parametrize(("claims", "dead", "why"), TOLLS, ids=[row[-1] for row in TOLLS])
def test_the_toll_of_the_main_event(claims: list[Row], dead: list[int], why: str) -> None:
    assert [number for _, _, number in main_toll(claims)] == dead, why


def test_an_answer_has_every_field() -> None:
    text = "Regime warplanes bombed a market in Idlib."
    article = {"title": "Regime raid on Idlib", "text": text, "published": "2016-06-03"}
    claims = [_claim(_harm(16, 16, "civilians"), _harm(3, 3, "children", within="civilians"), _harm(7, 7, "fighters"))]
    assert answers(article, claims) == {
        "date": "2016-06-03",
        "location": "idlib",
        "actor": "syrian government or russian troops",
        "cause_of_death": "shelling",
        "civilians": 16,
        "noncivilians": 7,
        "children": 3,
        "women": 0,
    }


def test_an_empty_article_is_answered() -> None:
    got = answers({"title": None, "text": "", "published": None}, [])
    assert {got["location"], got["actor"], got["cause_of_death"]} == {"unknown"}
    assert (got["civilians"], got["noncivilians"]) == (0, 0)
