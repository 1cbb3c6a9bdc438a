"""Text files: the title is kept apart, the text is kept code point for code point."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read import Defaults, Received, articles
from sayso.read.plain import split_title

BODY = "Police said that two people were killed in Northfield. The army denied it.\n"


def read(text: str, defaults: Defaults | None = None) -> Received:
    (result,) = articles([text.encode("utf-8")], defaults or Defaults())
    assert isinstance(result, Received)
    return result


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        pytest.param("Two die in Northfield\n" + BODY, "Two die in Northfield", BODY, id="no end stop, text follows"),
        pytest.param("Two die\r\n\r\n" + BODY, "Two die", BODY, id="blank lines after it belong to it"),
        pytest.param("\n\n Two die \n" + BODY, "Two die", BODY, id="blank lines and blanks before it"),
        pytest.param("Two die\n\n  " + BODY, "Two die", "  " + BODY, id="the text keeps its indent"),
        pytest.param("Two people died.\n" + BODY, None, None, id="an end stop makes a sentence"),
        pytest.param("Two people died?\n" + BODY, None, None, id="question mark"),
        pytest.param("“Two people died.”\n" + BODY, None, None, id="a closing quote after a stop"),
        pytest.param("Mayor: ‘They must stop’\n" + BODY, "Mayor: ‘They must stop’", BODY, id="a quote with no stop"),
        pytest.param("Two people died in Northfield", None, None, id="no text follows"),
        pytest.param("Two people died in Northfield\n \n", None, None, id="only blanks follow"),
        pytest.param("Police said\nthat two people were killed.\n", None, None, id="the sentence goes on below"),
        pytest.param("Two " * 100 + "\n" + BODY, None, None, id="too long for a title"),
        pytest.param(
            "NORTHFIELD - Police in the eastern town of\nNorthfield said on Monday that two men had\n"
            "been killed near the market and that the\nsearch for others was going on.\n\nMore.\n",
            None, None, id="a hard-wrapped paragraph: its first line was broken for want of room",
        ),
        pytest.param(
            "Two die\nPolice in the eastern town of Northfield\nsaid on Monday that two men had been killed\n"
            "near the market and that the search for\nothers was going on.\n",
            "Two die",
            "Police in the eastern town of Northfield\nsaid on Monday that two men had been killed\n"
            "near the market and that the search for\nothers was going on.\n",
            id="a short line over wrapped ones is a title",
        ),
    ],
)  # fmt: skip
def test_title_is_kept_apart(text: str, title: str | None, body: str | None) -> None:
    assert split_title(text) == (title, text if body is None else body)


def test_text_after_the_title_without_the_last_line_end() -> None:
    article = read("Two die in Northfield\n" + BODY).article
    assert (article.title, article.text) == ("Two die in Northfield", BODY.removesuffix("\n"))


def test_given_title_leaves_the_first_line_in_the_text() -> None:
    article = read("Two die in Northfield\n" + BODY, Defaults(title="Another title")).article
    assert article.title == "Another title"
    assert article.text.startswith("Two die in Northfield\nPolice")


def test_line_ends_within_the_text_stay_as_they_are() -> None:
    assert read("Police said so to the two men.\r\nThe army denied it.\r\n\r\n").article.text == (
        "Police said so to the two men.\r\nThe army denied it.\r\n"
    )


def test_given_facts_and_capture() -> None:
    body = ("\ufeffTwo die in Northfield\n" + BODY).encode("utf-8")
    (result,) = articles([body], Defaults("The Outlet", dt.date(2019, 3, 14)))
    assert isinstance(result, Received)
    article = result.article
    assert (article.publisher, article.published) == ("The Outlet", dt.date(2019, 3, 14))
    assert article.published_rule == "given"
    assert (article.name, article.capture.locator, article.language) == ("stdin", "-", "en")
    assert article.capture.body == body
    assert (article.capture.charset, article.capture.charset_rule) == ("utf-8", "byte order mark")
    assert result.notes == ("the byte order mark is left out",)
    assert article.text.startswith("Police")


def test_without_a_date_none_is_made_up() -> None:
    article = read(BODY).article
    assert (article.published, article.published_rule) == (None, "not stated")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_title_and_text_are_pieces_of_the_file(text: str) -> None:
    title, body = split_title(text)
    assert text.endswith(body)
    assert title is None or text.lstrip().startswith(title)
    if title is None:
        assert body == text


@settings(deadline=None)  # the language model may load
@given(st.text(st.sampled_from('ab."”\n\r \t\x00\u202e’'), max_size=60))
def test_every_text_gives_one_result(text: str) -> None:
    (result,) = articles([text.encode("utf-8")])
    if isinstance(result, Received):
        assert result.article.text in text or result.article.capture.charset != "utf-8"
    else:
        assert result.reason
        assert result.remedy
