"""Spreadsheets: no cell opens a formula, every cell gives its words back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export import writer
from sayso.export.spreadsheet import COLUMNS, guarded, unguarded
from tests.readings import Page


def written(*readings: object) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    writer("csv")(readings, out)  # type: ignore[arg-type]
    assert out.getvalue().startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(out.getvalue().removeprefix("\ufeff"), newline="")))


def test_one_line_a_claim_with_the_toll_in_words() -> None:
    page = Page("Residents said 15 people, including eight children, were killed and dozens hurt.")
    claim = page.claim(
        "15 people, including eight children, were killed and dozens hurt", "Residents",
        casualties=(
            page.harm("15", 15, None),
            page.harm("eight", 8, 8, group="children", within="people"),
            page.harm("dozens", 24, 99, kind="injured"),
        ),
    )  # fmt: skip
    (line,) = written(page.reading(claim))
    assert tuple(line) == COLUMNS
    assert line["said_by"] == "Residents"
    assert line["harm"] == "killed: at least 15 people; of them 8 children killed; injured: dozens (24 to 99) people"
    assert line["date"] == "2019-03-13"
    assert line["escaped"] == ""


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("=cmd|'/c calc'!A1", "a formula"),
        ("+1+1", "a formula by its plus"),
        ("-5 dead", "a formula by its minus"),
        ("@SUM(A1)", "a formula of an older program"),
        ("\t=1", "a tab is trimmed, then the formula stands first"),
        ("\r=1", "so is a carriage return"),
        ("\x00=1", "so is NUL"),
        ("＝1+1", "a full-width sign is taken for its narrow one"),
        ("  =1", "leading blanks are trimmed"),
        ('"=1', "a quotation mark is taken for the cell's own"),
        ("\u200b=1", "a blank of no width hides the sign"),
    ],
)
def test_what_opens_a_formula_is_guarded(cell: str, why: str) -> None:
    assert guarded(cell).startswith("'"), why


@pytest.mark.parametrize("cell", ["a;=1+1", "a,-1", "a\n=1", "a\t@x", "a; \"=1"])
def test_what_opens_a_formula_after_a_separator_is_guarded(cell: str) -> None:
    assert "'" in guarded(cell)
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["2019-03-14", "58", "the Free-Syria group", "‘no’, he said", "", "'tis said"])
def test_plain_words_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


CELLS = st.text(st.one_of(st.sampled_from("=+-@,;|\t\r\n\0'\"’ ＝\u200b"), st.characters(exclude_categories=["Cs"])))


@given(CELLS)
def test_every_guarded_cell_gives_its_words_back(cell: str) -> None:
    if guarded(cell) != cell:
        assert unguarded(guarded(cell)) == cell


@given(CELLS)
def test_no_guarded_cell_starts_with_a_sign_a_spreadsheet_acts_on(cell: str) -> None:
    assert not guarded(cell).lstrip(" \t\r\n\"").startswith(("=", "+", "-", "@", "\0", "＝"))


def test_the_escaped_column_names_what_was_changed() -> None:
    page = Page("=HYPERLINK(1) planes hit Idlib", publisher="@courier")
    (line,) = written(page.reading(page.claim(page.text)))
    assert set(line["escaped"].split()) == {"publisher", "quote", "sentence"}
    assert unguarded(line["quote"]) == page.text
    assert unguarded(line["publisher"]) == "@courier"
