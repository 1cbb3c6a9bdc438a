"""CSV: the header names the fields; each row gives an article or an outcome with its line."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import Received, Result, articles
from sayso.record import Outcome

SAID = "Police said on Monday that two people were killed in the town of Northfield."


def read(folder: Path, body: str | bytes, name: str = "rows.csv") -> list[Result]:
    path = folder / name
    path.write_bytes(body.encode("utf-8") if isinstance(body, str) else body)
    return list(articles([path]))


def faults(results: list[Result]) -> list[tuple[str, str, str]]:
    return [(r.name, r.status, r.reason) for r in results if isinstance(r, Outcome)]


def texts(results: list[Result]) -> list[str]:
    return [r.article.text for r in results if isinstance(r, Received)]


def test_a_row_is_an_article_with_its_bytes(tmp_path: Path) -> None:
    row = f'a1,"Two ""die""","{SAID}\r\nThe army, in turn, denied it.",2019-03-14,grim'
    (result,) = read(tmp_path, f"ID, Title ,text,published,mood\r\n{row}\r\n")
    assert isinstance(result, Received)
    article = result.article
    assert (article.name, article.title) == ("a1", 'Two "die"')
    assert article.text == f"{SAID}\r\nThe army, in turn, denied it.", "line ends inside a field stay"
    assert article.capture.body == row.encode()
    assert article.capture.locator.endswith("rows.csv#2")
    assert str(article.published) == "2019-03-14"
    assert result.notes == ('fields not read: "mood" (said once for this file)',)


@pytest.mark.parametrize(("mark", "name"), [(",", "rows.csv"), (";", "rows.csv"), ("\t", "rows.tsv")])
def test_semicolons_tabs_and_a_byte_order_mark(tmp_path: Path, mark: str, name: str) -> None:
    body = f"\ufeffid{mark}text{mark}url\r\nb{mark}{SAID}{mark}\r\n"
    (result,) = read(tmp_path, body, name)
    assert isinstance(result, Received)
    assert (result.article.name, result.article.text, result.article.url) == ("b", SAID, None)
    assert result.notes == ("the byte order mark is left out",)


def test_from_standard_input_it_is_known_by_its_header() -> None:
    assert texts(list(articles([f"id,text\na,{SAID}\n".encode()]))) == [SAID]


def test_old_encoding_is_read_and_recorded(tmp_path: Path) -> None:
    (result,) = read(tmp_path, f"id,text\na,“{SAID}”\n".encode("cp1252"))
    assert isinstance(result, Received)
    assert result.article.text == f"“{SAID}”"
    assert (result.article.capture.charset, result.article.capture.charset_rule) == ("windows-1252", "not utf-8")


@pytest.mark.parametrize(
    ("row", "status", "reason"),
    [
        pytest.param("b", "no text", 'the field "text" is missing', id="a short row"),
        pytest.param("b,", "no text", "there is no text in it", id="an empty text"),
        pytest.param("b,Two, he said", "malformed", "line 3: 3 cells under 2 columns", id="a comma that is not quoted"),
        pytest.param('b,"Two died', "malformed", "line 3: a quotation mark opens here", id="a quote never closed"),
        pytest.param("b,Two\rdied", "malformed", "line 3: new-line character", id="half a line end"),
        pytest.param('b,"Two" died', "malformed", "line 3: ',' expected after", id="a quote that is not doubled"),
    ],
)
def test_a_bad_row_has_its_outcome_and_stops_no_other(tmp_path: Path, row: str, status: str, reason: str) -> None:
    results = read(tmp_path, f"id,text\na,{SAID}\n{row}\n\nc,{SAID}\nd,{SAID}\n")
    assert texts(results) == [SAID] * 3
    ((_, found_status, found_reason),) = faults(results)
    assert found_status == status
    assert found_reason.startswith(reason)


def test_empty_cells_beyond_the_header_do_no_harm(tmp_path: Path) -> None:
    assert texts(read(tmp_path, f"id,text\na,{SAID},,\n")) == [SAID]


@pytest.mark.parametrize(
    ("body", "status", "reason"),
    [
        pytest.param("", "no text", "the file is empty", id="empty"),
        pytest.param("id,text\n", "no text", "the file has a header and no rows", id="header only"),
        pytest.param(f"id,body\na,{SAID}\n", "malformed", 'line 1 names no column "text"', id="no text column"),
        pytest.param("text,Text\na,b\n", "malformed", 'line 1 names the column "text" twice', id="text twice"),
    ],
)
def test_a_file_without_articles(tmp_path: Path, body: str, status: str, reason: str) -> None:
    assert faults(read(tmp_path, body)) == [("rows.csv", status, reason)]


def test_a_field_of_two_megabytes_is_read(tmp_path: Path) -> None:
    text = SAID * 30_000
    assert texts(read(tmp_path, f"id,text\na,{text}\nb,{SAID}\n")) == [text, SAID]


def test_a_million_columns_are_named_in_one_short_note(tmp_path: Path) -> None:
    (result,) = read(tmp_path, ",".join(f"c{n}" for n in range(200_000)) + f",text\n{',' * 200_000}{SAID}\n")
    assert isinstance(result, Received)
    assert result.notes[0].endswith("and 199992 more (said once for this file)")


def test_many_quotes_that_never_close_end(tmp_path: Path) -> None:
    results = read(tmp_path, "id,text\n" + 'a,"Two died\n' * 2001)
    assert [r.status for r in results if isinstance(r, Outcome)] == ["malformed"] * 2001


@settings(deadline=None)  # the language model may load
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1), min_size=1))
def test_what_a_csv_writer_wrote_is_read_back(cells: list[str]) -> None:
    written = io.StringIO()
    writer = csv.writer(written, quoting=csv.QUOTE_ALL)
    writer.writerow(["id", "text"])
    for number, cell in enumerate(cells):
        writer.writerow([number, cell])
    results = list(articles([written.getvalue().encode("utf-8")]))
    assert len(results) == len(cells)
    for result, cell in zip(results, cells, strict=True):
        if isinstance(result, Received):
            assert result.article.text == cell
