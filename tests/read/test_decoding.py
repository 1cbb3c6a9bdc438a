"""Bytes to text: the rule that chose the encoding is recorded, and nothing is lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.decoding import declared_charset, decode

SAID = "Police said “two people” were killed."
DECLARED = "declared by the page"


@pytest.mark.parametrize(
    ("body", "declared", "text", "charset", "rule"),
    [
        pytest.param(b"Police said so.", None, "Police said so.", "utf-8", "ascii", id="ascii"),
        pytest.param(SAID.encode(), None, SAID, "utf-8", "valid utf-8", id="utf-8"),
        pytest.param(SAID.encode(), "windows-1252", SAID, "utf-8", "valid utf-8", id="a page that declares another"),
        pytest.param(SAID.encode("utf-8-sig"), None, SAID, "utf-8", "byte order mark", id="utf-8 with mark"),
        pytest.param(SAID.encode("utf-16"), None, SAID, "utf-16-le", "byte order mark", id="utf-16 with mark"),
        pytest.param(SAID.encode("utf-32"), None, SAID, "utf-32-le", "byte order mark", id="utf-32 with mark"),
        pytest.param(SAID.encode("utf-16-le"), None, SAID, "utf-16-le", "zero bytes in turn", id="le, no mark"),
        pytest.param(SAID.encode("utf-16-be"), None, SAID, "utf-16-be", "zero bytes in turn", id="be, no mark"),
        pytest.param(SAID.encode("cp1252"), None, SAID, "windows-1252", "not utf-8", id="windows-1252"),
        pytest.param("Он сказал".encode("cp1251"), "windows-1251", "Он сказал", "windows-1251", DECLARED, id="said"),
        pytest.param(SAID.encode("cp1252"), "iso-8859-1", SAID, "windows-1252", DECLARED, id="latin-1 means 1252"),
        pytest.param(SAID.encode("cp1252"), "unicode_escape", SAID, "windows-1252", "not utf-8", id="not of the web"),
        pytest.param(b"+ADw-b+AD4-", "utf-7", "+ADw-b+AD4-", "utf-8", "ascii", id="utf-7 is never obeyed"),
    ],
)  # fmt: skip
def test_rule(body: bytes, declared: str | None, text: str, charset: str, rule: str) -> None:
    decoded = decode(body, declared)
    assert (decoded.text, decoded.charset, decoded.rule) == (text, charset, rule)


def test_broken_characters_are_replaced_and_counted() -> None:
    decoded = decode("“Two” people – said".encode() + b" \xff \xfe.")
    assert decoded.text == "“Two” people – said \ufffd \ufffd."
    assert (decoded.charset, decoded.rule) == ("utf-8", "mostly valid utf-8")
    assert decoded.notes == ("2 x bytes that are not utf-8, replaced by U+FFFD",)


def test_a_replacement_character_that_was_given_is_not_counted() -> None:
    assert decode("\ufffd “a” “b” ".encode() + b"\xff").notes == ("1 x bytes that are not utf-8, replaced by U+FFFD",)


def test_zero_characters_are_not_taken_for_utf_16() -> None:
    assert decode(b"Police\x00 said\x00 so\x00").text == "Police\x00 said\x00 so\x00"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="Windows-1251">', "windows-1251"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b"<p>charset=koi8-r</p>", None),
    ],
)
def test_declared_charset(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset


@given(st.binary(max_size=200), st.sampled_from([None, "gbk", "iso-8859-7", "euc-jp", "nonsense"]))
def test_decoding_never_fails_and_is_always_utf_8_to_write(body: bytes, declared: str | None) -> None:
    decode(body, declared).text.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_utf_8_comes_back_code_point_for_code_point(text: str) -> None:
    body = text.encode("utf-8")
    decoded = decode(body)
    if decoded.rule in ("ascii", "valid utf-8"):
        assert decoded.text == text
