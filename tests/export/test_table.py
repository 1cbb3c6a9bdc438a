"""The table as a person sees it."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export.shown import shown
from sayso.export.table import write_table
from sayso.record import Claim, Outcome, Reading, Run
from tests.readings import Page

PAGE = Page(
    "The ministry said Ankara struck Idlib. Residents saw twelve raids. The army said it had not. "
    "At least 15 people died, rescuers said. Idlib lies in the north."
)
CLAIMS = (
    PAGE.claim("Ankara struck Idlib", "The ministry", actor="Ankara", place="Idlib"),
    PAGE.claim("Residents saw twelve raids", "Residents", place="Idlib"),
    PAGE.claim("Ankara struck Idlib", "The army", stance="denies", actor="Ankara", place="Idlib"),
    PAGE.claim("At least 15 people died", "rescuers", casualties=(PAGE.harm("At least 15", 15, None),)),
    PAGE.claim("Idlib lies in the north", type="other", label="e2"),
)


def table(*claims: Claim, width: int = 80, quotes: bool = False) -> str:
    out = io.StringIO()
    write_table([PAGE.reading(*claims)], out, quotes=quotes, width=width)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 60, 80, 109, 110, 140, 200])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    lines = table(*CLAIMS, width=width, quotes=True).splitlines()
    assert max(map(len, lines)) <= width
    seen = " ".join(" ".join(lines).split())
    for word in ("ministry", "Residents", "denies", "rescuers", "Courier", "own", "contested", "15", "2019-03-13"):
        assert word in seen


def test_the_denial_stands_under_the_claim_it_denies() -> None:
    lines = table(*CLAIMS, width=140).splitlines()
    place = next(n for n, line in enumerate(lines) if "The ministry" in line)
    assert lines[place].startswith("!")
    assert lines[place + 1].startswith("!")
    assert "The army" in lines[place + 1]
    assert "denies" in lines[place + 1]
    assert lines[place + 2].startswith("   Residents"), "not contested, so not marked"


def test_the_outlets_own_voice_is_shown_as_such() -> None:
    assert "The Invented Courier (own words)" in " ".join(table(CLAIMS[-1], width=40).split())


def test_quotes_show_the_sentence_with_the_claim_marked() -> None:
    assert "The ministry said [Ankara struck Idlib]. Residents saw" in " ".join(table(CLAIMS[0], quotes=True).split())


def test_a_contested_event_says_so_in_words() -> None:
    assert "! contested: asserted and denied" in table(*CLAIMS)
    assert "contested:" not in table(*CLAIMS[:2])


def test_an_input_that_failed_is_not_in_the_table_but_one_with_nothing_in_it_is() -> None:
    run = Run("0", "none", "0")
    out = io.StringIO()
    failed = Reading(None, Outcome("a.bin", "a.bin", "not text", "it is an image"), run)
    empty = Reading(PAGE.article, Outcome("page.txt", "page.txt", "nothing found", "no claim"), run)
    write_table([failed, empty], out, width=80)
    assert "a.bin" not in out.getvalue()
    assert "nothing found: no claim" in out.getvalue()


def test_what_an_article_says_cannot_steer_the_terminal() -> None:
    evil = Page(
        "\x1b]0;owned\x07\x1b[31m [bold red]15[/bold red] :skull: \u202edead\u202c\r\n\x9b2J",
        publisher="[link=x]y",
    )
    out = io.StringIO()
    write_table([evil.reading(evil.claim(evil.text))], out, width=58)
    got = out.getvalue()
    assert not set(got) & set("\x1b\x07\r\x9b\u202e\u202c")
    assert "<U+001B>" in got
    assert "[bold red]15[/bold red] :skull:" in " ".join(got.split())
    assert "[link=x]y (own words)" in " ".join(got.split())


@given(st.text())
def test_shown_is_one_printable_line(words: str) -> None:
    line = shown(words)
    assert line.replace(" ", "").replace("\u3000", "").isprintable() or not line
    assert len(line.splitlines()) <= 1


def test_plain_words_are_shown_as_they_are() -> None:
    assert shown("Türkiye’s  army\nsaid “no”") == "Türkiye’s army said “no”"


def test_towers_of_combining_marks_are_cut() -> None:
    assert len(shown("e" + "\u0301" * 10_000)) < 10


def test_colour_only_repeats_what_words_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in table(*CLAIMS)
