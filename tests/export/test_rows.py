"""The one traversal: what stands in a row is what stands in the claim."""

import dataclasses
import datetime as dt
import io
import json

from sayso.export import row, rows, writer
from sayso.record import Interval, Reading, Reference, Resolution, Voice
from tests.readings import DAY, Page

PAGE = Page("Reuters, citing the ministry, reported that planes hit Idlib on Wednesday, killing at least 15 people.")


def reading(resolution: Resolution | None = None) -> Reading:
    claim = PAGE.claim(
        "planes hit Idlib on Wednesday, killing at least 15 people", "Reuters", "the ministry",
        actor="planes", place="Idlib", casualties=(PAGE.harm("at least 15", 15, None),),
    )  # fmt: skip
    return PAGE.reading(claim, resolutions=(resolution,) if resolution else None)


def test_every_field_of_the_guide_is_there_with_its_value() -> None:
    made = next(rows(reading()))
    assert {key: made[key] for key in ("article", "publisher", "published", "quote", "start", "end")} == {
        "article": "page.txt",
        "publisher": "The Invented Courier",
        "published": "2019-03-14",
        "quote": "planes hit Idlib on Wednesday, killing at least 15 people",
        "start": 44,
        "end": 101,
    }
    assert {key: made[key] for key in ("said_by", "stance", "type", "actor", "target", "place", "date", "event")} == {
        "said_by": ["Reuters", "the ministry"],
        "stance": "asserts",
        "type": "airstrike",
        "actor": "planes",
        "target": None,
        "place": "Idlib",
        "date": "2019-03-13",
        "event": "e1",
    }
    assert made["harm"] == [
        {
            "kind": "killed", "low": 15, "high": None, "group": "people", "form": "at least",
            "words": "at least 15", "start": 83, "end": 94,
        }
    ]  # fmt: skip
    assert made["id"] == reading().claims[0].id
    assert made["article_id"] == PAGE.article.id


def test_a_part_of_a_toll_names_its_whole() -> None:
    claim = PAGE.claim("planes hit Idlib", casualties=(PAGE.harm("15", 15, 15, group="children", within="people"),))
    assert next(rows(PAGE.reading(claim)))["harm"][0]["within"] == "people"


def test_two_readings_of_a_date_are_both_given_and_neither_is_chosen() -> None:
    months = tuple(Interval(dt.date(year, 9, 1), dt.date(year, 9, 30), "month") for year in (2017, 2018))
    made = next(rows(reading(Resolution("date", PAGE.at("Wednesday"), None, "two readings", DAY, months))))
    assert made["date"] is None
    assert [candidate["value"] for candidate in made["resolved"]["date"]["candidates"]] == ["2017-09", "2018-09"]
    assert made["resolved"]["date"]["said"]["words"] == "Wednesday"


def test_a_name_found_elsewhere_says_where_and_how() -> None:
    claim = PAGE.claim("planes hit Idlib", "the ministry")
    known = Reference(PAGE.at("the ministry"), PAGE.at("Reuters"), "short form")
    chain = (Voice((known,)),)
    claim = dataclasses.replace(claim, attribution=dataclasses.replace(claim.attribution, chain=chain))
    made = next(rows(PAGE.reading(claim)))
    assert made["said_by"] == ["Reuters"]
    (part,) = made["attribution"]["chain"][0]["parts"]
    assert (part["words"], part["antecedent"]["words"], part["rule"]) == ("the ministry", "Reuters", "short form")


def test_a_proposed_day_of_publication_is_shown_and_not_used() -> None:
    undated = Page(PAGE.text, published=None)
    proposed = Resolution("published", None, Interval(DAY, DAY, "day"), "date line")
    made = dataclasses.replace(undated.reading(undated.claim("planes hit Idlib")), proposed=proposed)
    (only,) = rows(made)
    assert only["published"] is None
    assert only["resolved"]["published"]["value"] == "2019-03-14"
    assert only["resolved"]["published"]["rule"] == "date line"


def test_json_and_json_lines_carry_the_same_rows() -> None:
    readings = [reading(), PAGE.reading(), reading()]
    lines, whole = io.StringIO(), io.StringIO()
    writer("jsonl")(readings, lines)
    writer("json")(readings, whole)
    assert [json.loads(line) for line in lines.getvalue().splitlines()] == json.loads(whole.getvalue())
    assert len(json.loads(whole.getvalue())) == 2


def test_no_claim_is_an_empty_list_and_no_line() -> None:
    lines, whole = io.StringIO(), io.StringIO()
    writer("jsonl")([PAGE.reading()], lines)
    writer("json")([PAGE.reading()], whole)
    assert lines.getvalue() == ""
    assert json.loads(whole.getvalue()) == []


def test_a_lone_surrogate_and_odd_line_ends_survive_json_lines() -> None:
    odd = Page("He said \ud800 and\u2028then\x85planes \u202ehit Idlib.")
    made = odd.reading(odd.claim(odd.text))
    out = io.StringIO()
    writer("jsonl")([made], out)
    (line,) = out.getvalue().splitlines()
    line.encode("utf-8")
    assert json.loads(line)["quote"] == odd.text


def test_a_row_is_made_of_nothing_but_its_claim() -> None:
    made = reading()
    assert row(made, 0) == next(rows(made))
