"""The scoring of crowd answers: exact fields, the date within a day, and a crash that is counted and never hidden."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench import fakes
from bench.fakes import Answered, figures, right, untrained
from bench.fakes_floor import floor_answers

GOLD = {
    "date": "2021-05-03", "location": "homs", "actor": "unknown", "cause_of_death": "shelling", "civilians": 4,
    "noncivilians": 2, "children": 1, "women": 0,
}  # fmt: skip
ROW = {"id": "own", "published": "2021-05-04", "published_from": "text", "title": "Shells", "text": "", "gold": GOLD}


def test_the_crowds_own_answers_are_all_right() -> None:
    assert set(right(Answered(ROW, GOLD)).values()) == {True}


@pytest.mark.parametrize(
    ("given", "field", "good"),
    [
        ({"civilians": 6, "noncivilians": 0}, "killed", True),  # the sum counts, not its parts
        ({"civilians": 6, "noncivilians": 0}, "civilians", False),
        ({"civilians": 6, "noncivilians": None}, "killed", False),
        ({"date": "2021-05-04"}, "date_1d", True),
        ({"date": "2021-05-05"}, "date_1d", False),
        ({"date": "2021-05"}, "date_1d", False),  # a month is no day
        ({"date": None}, "date_1d", False),
        ({"location": None}, "governorate", False),
    ],
)
def test_fields(given: dict[str, Any], field: str, good: bool) -> None:
    assert right(Answered(ROW, {**GOLD, **given}))[field] is good


def test_a_date_read_off_the_crowds_answer_does_not_count() -> None:
    assert right(Answered({**ROW, "published_from": "event date"}, GOLD))["date_1d"] is None
    assert figures([Answered({**ROW, "published_from": "event date"}, GOLD)])["date_1d"] is None


def test_a_crash_answers_nothing_and_is_counted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(*_: object) -> dict[str, Any]:
        raise KeyError("no")

    monkeypatch.setattr(fakes, "answers", broken)
    every = [fakes.answered({**ROW, "text": "Six people were killed in Homs on Monday, the town council said."})]
    found = fakes.result(every, tmp_path)
    assert (found["crashed"], found["all_read"], found["killed"]) == (1, 0.0, 0.0)
    assert "KeyError" in fakes.report(found, every)


def test_untrained_leaves_out_what_rules_were_tuned_on(tmp_path: Path) -> None:
    every = [Answered({**ROW, "id": name}, GOLD) for name in ("a", "b", "c")]
    assert untrained(every, tmp_path) is None
    for name, known in zip(fakes.TRAINED, ("a", "b"), strict=True):
        (tmp_path / name).write_text(json.dumps({"id": known}) + "\n")
    assert [one.row["id"] for one in untrained(every, tmp_path) or []] == ["c"]


@pytest.mark.parametrize(
    ("text", "key", "answer"),
    [
        ("Shells fell on Homs.", "location", "homs"),
        ("Nothing is named.", "location", "unknown"),
        ("Eleven men were killed and 30 hurt.", "civilians", 11),
        ("The raid killed 1,200 in 2013.", "civilians", 1200),
        ("No one came.", "civilians", 0),
        ("A sniper fired.", "cause_of_death", "shooting"),
    ],
)
def test_the_keyword_floor(text: str, key: str, answer: object) -> None:
    assert floor_answers({**ROW, "title": "", "text": text})[key] == answer
