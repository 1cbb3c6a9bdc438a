"""JSON Lines and JSON: each article that can be read is, each that cannot has its line and its reason."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import Defaults, Received, Result, articles
from sayso.record import Outcome

SAID = "Police said on Monday that two people were killed in the town of Northfield."

TWICE = 'the field "text" stands twice with two values'


def file_of(folder: Path, name: str, body: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(body.encode("utf-8") if isinstance(body, str) else body)
    return path


def faults(results: list[Result]) -> list[tuple[str, str, str]]:
    return [(r.name, r.status, r.reason) for r in results if isinstance(r, Outcome)]


def texts(results: list[Result]) -> list[str]:
    return [r.article.text for r in results if isinstance(r, Received)]


def test_a_row_is_an_article(tmp_path: Path) -> None:
    row = {
        "id": "a1", "title": "Two die", "text": SAID, "publisher": "The Outlet", "published": "2019-03-14",
        "url": "https://outlet.example/a1", "mood": "grim",
    }  # fmt: skip
    path = file_of(tmp_path, "rows.jsonl", json.dumps(row) + "\r\n")
    (result,) = articles([path], Defaults("Another", dt.date(2020, 1, 1), "Another title"))
    assert isinstance(result, Received)
    article = result.article
    assert (article.name, article.title, article.text, article.url) == ("a1", "Two die", SAID, row["url"])
    assert (article.publisher, article.published) == ("The Outlet", dt.date(2019, 3, 14))
    assert article.published_rule == "given"
    assert article.capture.body == json.dumps(row).encode("utf-8"), "the line as received, without its end"
    assert article.capture.locator == f"{path}#1"
    assert result.notes == ('fields not read: "mood" (said once for this file)',)


def test_what_the_row_does_not_say_is_taken_from_the_command_line(tmp_path: Path) -> None:
    path = file_of(tmp_path, "rows.jsonl", json.dumps({"text": SAID, "publisher": "", "title": None}))
    (result,) = articles([path], Defaults("The Outlet", dt.date(2020, 1, 1), "Two die"))
    assert isinstance(result, Received)
    article = result.article
    assert (article.name, article.title, article.publisher) == ("rows.jsonl#1", "Two die", "The Outlet")
    assert article.published == dt.date(2020, 1, 1)


def test_whole_lines_are_kept_when_the_last_is_cut(tmp_path: Path) -> None:
    whole = "".join(json.dumps({"id": f"a{n}", "text": SAID}) + "\n" for n in range(3))
    results = list(articles([file_of(tmp_path, "rows.jsonl", whole + '{"id": "a4", "text": "Police sa')]))
    assert len(texts(results)) == 3
    assert faults(results) == [("rows.jsonl#4", "malformed", "line 4 is cut short")]


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        pytest.param('{"id": "b"}', "no text", 'the field "text" is missing', id="no text field"),
        pytest.param('{"text": null}', "no text", 'the field "text" is missing', id="null"),
        pytest.param('{"text": NaN}', "no text", 'the field "text" is missing', id="NaN"),
        pytest.param('{"text": " "}', "no text", "there is no text in it", id="blank text"),
        pytest.param('{"text": 5}', "malformed", 'the field "text" is not a string', id="a number"),
        pytest.param('{"text": ["a"]}', "malformed", 'the field "text" is not a string', id="a list"),
        pytest.param('{"text": "a", "text": "b"}', "malformed", TWICE, id="two texts"),
        pytest.param("[1]", "malformed", "it is no JSON object", id="a list for a row"),
        pytest.param('"words"', "malformed", "it is no JSON object", id="a string for a row"),
        pytest.param('{"text": "a"} x', "malformed", "line 2 goes on after its object", id="more after the object"),
        pytest.param('{"text": }', "malformed", "line 2 is not JSON: expecting value at character 10", id="not JSON"),
        pytest.param("[" * 100_000, "too complex", "line 2 nests too deeply", id="100,000 brackets"),
        pytest.param('{"a":' * 100_000, "too complex", "line 2 nests too deeply", id="100,000 braces"),
    ],
)
def test_a_bad_line_has_its_outcome_and_stops_no_other(tmp_path: Path, line: str, status: str, reason: str) -> None:
    good = json.dumps({"id": "good", "text": SAID})
    results = list(articles([file_of(tmp_path, "rows.jsonl", f"{good}\n{line}\n\n{good}\n")]))
    assert texts(results) == [SAID, SAID]
    ((_, found_status, found_reason),) = faults(results)
    assert (found_status, found_reason) == (status, reason)
    assert all(r.remedy for r in results if isinstance(r, Outcome))


def test_numbers_of_any_size_are_harmless(tmp_path: Path) -> None:
    line = f'{{"id": 1{"0" * 5000}, "text": "{SAID}", "x": 1e400, "y": -Infinity}}'
    (result,) = articles([file_of(tmp_path, "rows.jsonl", line)])
    assert isinstance(result, Received)
    assert result.article.name == "1" + "0" * 5000


@pytest.mark.parametrize("published", ['"2019-02-31"', '"last week"', "20190231", "true", '["2019-03-14"]'])
def test_a_wrong_date_is_left_out_with_a_note(tmp_path: Path, published: str) -> None:
    line = f'{{"id": "a", "text": "{SAID}", "published": {published}}}'
    (result,) = articles([file_of(tmp_path, "rows.jsonl", line)])
    assert isinstance(result, Received)
    assert (result.article.published, result.article.published_rule) == (None, "not stated")
    assert len(result.notes) == 1
    assert result.notes[0].endswith("left out")


def test_lone_surrogates_become_one_replacement_each_so_that_offsets_hold(tmp_path: Path) -> None:
    text = f"\ud800{SAID}\udfff"
    path = file_of(tmp_path, "rows.jsonl", json.dumps({"id": "a\ud800", "title": "\udc00", "text": text}))
    (result,) = articles([path])
    assert isinstance(result, Received)
    article = result.article
    assert article.text == f"\ufffd{SAID}\ufffd"
    assert len(article.text) == len(text)
    (article.text + article.name + (article.title or "")).encode("utf-8")
    assert result.notes == ("2 x lone surrogate, replaced by U+FFFD, one for one",)


def test_a_pair_of_surrogates_is_one_character(tmp_path: Path) -> None:
    (result,) = articles([file_of(tmp_path, "rows.jsonl", '{"text": "\\ud83d\\ude00 ' + SAID + '"}')])
    assert isinstance(result, Received)
    assert result.article.text == f"\U0001f600 {SAID}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_rows_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    row = json.dumps({"id": "a", "text": "“" + SAID}, ensure_ascii=False)
    results = list(articles([file_of(tmp_path, "rows.jsonl", f"{row}\r\n{row}\r\n".encode(encoding))]))
    assert texts(results) == ["“" + SAID] * 2
    bodies = {r.article.capture.body for r in results if isinstance(r, Received)}
    bare = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)
    assert bodies == {row.encode(bare)}, "the mark is the file's, not the line's"


def test_a_row_is_the_same_article_in_any_file_and_line(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "text": SAID})
    one = list(articles([file_of(tmp_path, "one.jsonl", "\ufeff" + row)]))
    two = list(articles([file_of(tmp_path, "two.jsonl", json.dumps({"text": "Nothing."}) + "\n" + row + "\n")]))
    assert isinstance(one[0], Received)
    assert isinstance(two[1], Received)
    assert one[0].article.id == two[1].article.id


def test_a_document_with_one_object_a_list_or_many(tmp_path: Path) -> None:
    row = {"text": SAID}
    one = file_of(tmp_path, "one.json", json.dumps(row, indent=1) + "\n")
    many = file_of(tmp_path, "list.json", json.dumps([row, {"id": "b"}, row], indent=1))
    stream = file_of(tmp_path, "stream.json", f"{json.dumps(row)}\n{json.dumps(row)}\n")
    results = list(articles([one, many, stream]))
    names = [r.article.name if isinstance(r, Received) else r.name for r in results]
    assert names == ["one.json", "list.json#1", "b", "list.json#3", "stream.json#1", "stream.json#2"]
    assert isinstance(results[0], Received)
    assert results[0].article.capture.body == one.read_bytes()
    assert isinstance(results[1], Received)
    assert json.loads(results[1].article.capture.body) == row


@pytest.mark.parametrize(
    ("cut", "reason"), [(1, "the list is cut short: its end is missing"), (20, "article 2 (from line 2) is cut short")]
)
def test_a_cut_list_keeps_its_whole_articles(tmp_path: Path, cut: int, reason: str) -> None:
    whole = "[" + json.dumps({"id": "a", "text": SAID}) + ",\n" + json.dumps({"id": "b", "text": SAID}) + "]"
    results = list(articles([file_of(tmp_path, "list.json", whole[:-cut])]))
    assert faults(results)[0][1:] == ("malformed", reason)
    assert texts(results) == [SAID] * (2 if cut == 1 else 1)


@pytest.mark.parametrize("body", ["[]", "\n[ ]\n"])
def test_an_empty_list_has_its_outcome(tmp_path: Path, body: str) -> None:
    assert faults(list(articles([file_of(tmp_path, "list.json", body)]))) == [
        ("list.json", "no text", "the file holds no article")
    ]


def test_a_pretty_printed_object_named_jsonl_is_one_article(tmp_path: Path) -> None:
    results = list(articles([file_of(tmp_path, "one.jsonl", json.dumps({"text": SAID}, indent=2))]))
    assert texts(results) == [SAID]


class Endless(io.RawIOBase):
    """JSON Lines without end: only a reader that holds little at a time ever gives its first article."""

    def __init__(self) -> None:
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        line = json.dumps({"text": SAID}).encode() + b"\n"
        block = (line * (len(buffer) // len(line) + 2))[self.given % len(line) :][: len(buffer)]
        self.given += len(block)
        buffer[: len(block)] = block
        return len(block)


def test_rows_come_while_the_stream_goes_on() -> None:
    endless = Endless()
    stream = articles([io.BufferedReader(endless)])  # type: ignore[type-var] # readinto takes any buffer
    assert [isinstance(next(stream), Received) for _ in range(5)] == [True] * 5
    assert endless.given < 1_000_000
    stream.close()  # type: ignore[attr-defined] # a generator behind the protocol


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner), max_leaves=4
)


@settings(deadline=None)  # the language model may load
@given(st.dictionaries(st.sampled_from(["id", "title", "text", "publisher", "published", "url", "x"]), JSON_VALUES))
def test_any_row_gives_one_result_that_can_be_written(row: dict[str, object]) -> None:
    first = b'{"id": "first", "text": "a"}'
    _, result = articles([first + b"\n" + json.dumps(row).encode("ascii") + b"\n"])
    if isinstance(result, Received):
        article = result.article
        json.dumps([article.text, article.name, article.title, result.notes], ensure_ascii=False).encode("utf-8")
        assert len(article.text) == len(str(row["text"]))
    else:
        json.dumps([result.name, result.reason, result.notes], ensure_ascii=False).encode("utf-8")
