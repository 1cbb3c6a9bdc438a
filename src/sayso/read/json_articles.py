"""Articles in JSON: one object a line (JSON Lines), or one object or a list of them in a file."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.read.decoding import Decoded, decode
from sayso.read.lines import Line, lines
from sayso.read.received import MAX_BYTES, Defaults, Place, Result, fault
from sayso.read.rows import FIELDS, Number, receive_row, unread_fields
from sayso.record import Capture

_BLANK = re.compile(r"[ \t\r\n]*")
_CUT = "take the file again from where it came; the whole articles before this place were read"


class _Pairs(list[tuple[str, object]]):
    """The fields of a JSON object in order, with repeats."""


def _nothing(_: str) -> None:
    """NaN and Infinity are not JSON; a field that holds one holds nothing."""


def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_Pairs, parse_int=Number, parse_float=Number, parse_constant=_nothing, strict=False
    )


def json_lines(head: bytes, rest: BinaryIO, place: Place, defaults: Defaults) -> Iterator[Result]:
    """Read JSON Lines, one article a line; a broken line gives an outcome with its number, and the next is read."""
    decoder = _decoder()
    seen: set[str] = set()
    empty = True
    for line in lines(head, rest):
        if line.cut or line.text.strip():
            empty = False
            yield _line(line, decoder, place, defaults, seen)
    if empty:
        yield fault(place, "no text", "the file is empty", "give a file with an article on each line")


def _line(line: Line, decoder: json.JSONDecoder, place: Place, defaults: Defaults, seen: set[str]) -> Result:
    here = numbered(place, line.number)
    if line.cut:
        return too_long(here, f"line {line.number}")
    text = line.text.strip()
    try:
        value, end = decoder.raw_decode(text)
    except (ValueError, RecursionError) as error:
        return _broken(here, f"line {line.number}", error, cut=not line.end)
    if text[end:].strip():
        return fault(here, "malformed", f"line {line.number} goes on after its object", "put one article on each line")
    capture = Capture(line.body, here.locator, "application/x-ndjson", line.charset, line.rule)
    return _object(value, capture, here, defaults, seen, line.notes)


def json_document(body: bytes, place: Place, defaults: Defaults) -> Iterator[Result]:
    """Read a JSON file: an object, a list of objects, or objects one after the other, whole ones before a fault."""
    decoded = decode(body)
    text = decoded.text
    decoder = _decoder()
    seen: set[str] = set()
    at = _skip(text, 0)
    listed = text[at : at + 1] == "["
    at = _skip(text, at + 1) if listed else at
    number, newlines, counted = 0, 1, 0
    while at < len(text) and not (listed and text[at] == "]"):
        number += 1
        newlines, counted = newlines + text.count("\n", counted, at), at
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield _broken(numbered(place, number), f"article {number} (from line {newlines})", error, cut=True)
            return
        after = _skip(text, end)
        only = number == 1 and not listed and after == len(text)
        here = place if only else numbered(place, number)
        raw = body if only else _bytes_of(text[at:end], decoded)
        capture = Capture(raw, here.locator, "application/json", decoded.charset, decoded.rule)
        yield _object(value, capture, here, defaults, seen, decoded.notes if number == 1 else ())
        at = _skip(text, after + 1) if listed and text[after : after + 1] == "," else after
        if listed and at >= len(text):
            yield fault(numbered(place, number + 1), "malformed", "the list is cut short: its end is missing", _CUT)
    if number == 0:
        yield fault(place, "no text", "the file holds no article", "give a JSON object with a text, or a list of them")


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _bytes_of(part: str, decoded: Decoded) -> bytes:
    """The bytes a part of the text was read from (exact wherever the whole could be decoded without repairs)."""
    return part.encode(decoded.charset, "replace")


def numbered(place: Place, number: int) -> Place:
    """The place of one article inside a file of several."""
    return Place(f"{place.name}#{number}", f"{place.locator}#{number}")


def too_long(place: Place, what: str) -> Result:
    """The outcome for an article beyond the bound."""
    limit = f"{MAX_BYTES // (1024 * 1024)} MiB"
    return fault(place, "too complex", f"{what} is longer than {limit}", "give each article by itself")


def _object(
    value: object, capture: Capture, place: Place, defaults: Defaults, seen: set[str], notes: tuple[str, ...]
) -> Result:
    if not isinstance(value, _Pairs):
        return fault(place, "malformed", "it is no JSON object", 'give an object with the field "text"', notes)
    row: dict[str, object] = {}
    for name, field in value:
        twice = name in FIELDS and name in row
        if twice and not (isinstance(field, str) and row[name] == field):
            reason = f'the field "{name}" stands twice with two values'
            return fault(place, "malformed", reason, "keep one of them", notes)
        row[name] = field
    return receive_row(row, capture, place, defaults, notes + unread_fields(list(row), seen))


def _broken(place: Place, what: str, error: Exception, cut: bool) -> Result:
    if isinstance(error, RecursionError):
        return fault(place, "too complex", f"{what} nests too deeply", "give the article's fields as plain strings")
    if not isinstance(error, json.JSONDecodeError):
        return fault(place, "malformed", f"{what} is not JSON: {error}", "mend it or leave it out")
    if cut and (error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated string")):
        return fault(place, "malformed", f"{what} is cut short", _CUT)
    what_is_wrong = error.msg.removesuffix(" starting at")
    where = f"{what_is_wrong[:1].lower()}{what_is_wrong[1:]} at character {error.colno}"
    return fault(place, "malformed", f"{what} is not JSON: {where}", "mend it or leave it out")
