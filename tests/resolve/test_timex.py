"""TIMEX3 values, as the TimeML standard writes them, on Friday 15 March 2019; and the bench that counts them."""

import datetime as dt
import json
from pathlib import Path

import pytest

from bench.dates import measure
from sayso.resolve import expressions
from sayso.resolve.timex import timex, timexes

ANCHOR = dt.date(2019, 3, 15)
ROWS = [
    ("for two weeks", "DURATION", "P2W"),
    ("a five-year plan", "DURATION", "P5Y"),
    ("over several months", "DURATION", "PXM"),
    ("two and a half years", "DURATION", "P2.5Y"),
    ("in 90 minutes", "DURATION", "PT90M"),
    ("the past three days", "DURATION", "P3D"),
    ("a decade", "DURATION", "P10Y"),
    ("every day", "SET", "P1D"),
    ("weekly", "SET", "P1W"),
    ("every Monday", "SET", "XXXX-WXX-1"),
    ("now", "DATE", "PRESENT_REF"),
    ("recently", "DATE", "PAST_REF"),
    ("in the first quarter of 2008", "DATE", "2008-Q1"),
    ("last fall", "DATE", "2018-FA"),
    ("last week", "DATE", "2019-W10"),
    ("this weekend", "DATE", "2019-W11-WE"),
    ("the 1990s", "DATE", "199"),
    ("early June 2009", "DATE", "2009-06"),
    ("Thursday night", "TIME", "2019-03-14TNI"),
    ("at 12:00 UTC", "TIME", "2019-03-15T12:00Z"),
    ("at 6:40 p.m.", "TIME", "2019-03-15T18:40"),
    ("on March 8", "DATE", "2019-03-08"),
]


@pytest.mark.parametrize(("words", "kind", "value"), ROWS, ids=[row[0] for row in ROWS])
def test_type_and_value(words: str, kind: str, value: str) -> None:
    (found,) = expressions(words)
    assert timex(found, words, ANCHOR) == (kind, value)


def test_a_time_of_day_belongs_to_the_day_beside_it() -> None:
    text = "On Monday, at 12:00 UTC, it began."
    _, clock = expressions(text)
    assert timex(clock, text, ANCHOR) == ("TIME", "2019-03-11T12:00Z")


def test_the_ends_of_a_range_are_marked_each() -> None:
    (found,) = expressions("from 2009 to 2011")
    assert [one.mention.words for one in timexes(found)] == ["2009", "2011"]


def test_the_bench_counts_spans_and_values_and_prints_its_floor(tmp_path: Path) -> None:
    text = "March 14, 2019\nJets struck on Tuesday.\nThey left on Monday."
    gold = [
        {"start": 0, "end": 14, "text": "March 14, 2019", "type": "DATE", "value": "2019-03-14"},
        {"start": 27, "end": 37, "text": "on Tuesday", "type": "DATE", "value": "2019-03-12"},
    ]
    data, out = tmp_path / "gold.jsonl", tmp_path / "ours.jsonl"
    data.write_text(json.dumps({"id": "a", "published": "2019-03-14", "text": text, "timexes": gold}) + "\n")
    figures = measure(data, out)
    assert (figures["value_f1"], figures["relaxed_f1"], figures["strict_f1"]) == (1.0, 1.0, 0.5)
    assert figures["annotated_lines"] == 2  # the third line bears no gold, here or in any article of the set
    assert figures["naive"] == {"value_f1": 0.5, "relaxed_f1": 1.0, "strict_f1": 0.5}
    assert figures["whole_text"] == {"value_f1": 0.8, "relaxed_f1": 0.8, "strict_f1": 0.4}
    (written,) = [json.loads(line) for line in out.read_text().splitlines()]
    assert [one["value"] for one in written["timexes"]] == ["2019-03-14", "2019-03-12"]
