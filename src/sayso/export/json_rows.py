"""Claims as JSON: one a line, or all in one list. These carry every code point as it stands in the article."""

import json
from collections.abc import Iterable
from typing import TextIO

from sayso.export.rows import Row, rows
from sayso.record import Reading


def write_jsonl(readings: Iterable[Reading], stream: TextIO) -> None:
    """One claim a line, each line written whole as soon as its article is read."""
    for reading in readings:
        for row in rows(reading):
            stream.write(as_json(row) + "\n")


def write_json(readings: Iterable[Reading], stream: TextIO) -> None:
    """All claims in one list, the same objects as the lines of `write_jsonl`."""
    opener = "[\n"
    for reading in readings:
        for row in rows(reading):
            stream.write(opener + as_json(row))
            opener = ",\n"
    stream.write("[]\n" if opener == "[\n" else "\n]\n")


def as_json(row: Row) -> str:
    """One line of JSON. Escaped throughout only where a lone surrogate leaves no other way to write it as UTF-8."""
    line = json.dumps(row, ensure_ascii=False, allow_nan=False)
    if line.isascii():
        return line
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(row, ensure_ascii=True, allow_nan=False)
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")
