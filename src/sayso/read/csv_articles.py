"""Articles in CSV: a header that names the fields, then one article a row."""

import csv
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO

from sayso.read.json_articles import numbered, too_long
from sayso.read.lines import Line, lines
from sayso.read.received import MAX_BYTES, Defaults, Place, Result, fault
from sayso.read.rows import FIELDS, receive_row, unread_fields
from sayso.record import Capture

MOST_AGAIN = 4 * MAX_BYTES
"""Bytes of a file that are read twice, after broken rows that swallowed the lines below them."""


class _Rows:
    """The lines of a file as the csv module takes them, remembering those of the row at hand."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._again: deque[Line] = deque()
        self.taken: list[Line] = []
        self.size = 0
        self.ran_out = False
        self._budget = MOST_AGAIN

    def __iter__(self) -> "_Rows":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source, None)
        if line is None or self.size > MAX_BYTES:
            self.ran_out = True
            raise StopIteration
        self.taken.append(line)
        self.size += len(line.body)
        return line.text + (line.end or "\n")

    def begin(self) -> None:
        """Forget the row that was read."""
        self.taken, self.size, self.ran_out = [], 0, False

    def back_up(self) -> None:
        """Give all lines of the row at hand but its first once more: they may hold rows of their own."""
        self._budget -= self.size
        if self._budget > 0:
            self._again.extendleft(reversed(self.taken[1:]))


def csv_articles(head: bytes, rest: BinaryIO, place: Place, defaults: Defaults) -> Iterator[Result]:
    """Read CSV with a header; the columns may be parted by commas, semicolons or tabs.

    A row gives an article or an outcome with the number of its first line. A row with more cells than the header is
    refused: its text may have been cut at a comma that should have been quoted.
    """
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BYTES))
    source = lines(head, rest)
    first = next((line for line in source if line.text.strip()), None)
    if first is None:
        yield fault(place, "no text", "the file is empty", "give a header and an article on each row after it")
        return
    delimiter = _delimiter(first.text)
    header = _header(first.text, delimiter)
    if "text" not in header:
        yield fault(
            place, "malformed", f'line {first.number} names no column "text"',
            f"give a header that names the columns, of {', '.join(FIELDS)}; text must be there", first.notes,
        )  # fmt: skip
        return
    twice = next((name for name in FIELDS if header.count(name) > 1), None)
    if twice:
        yield fault(place, "malformed", f'line {first.number} names the column "{twice}" twice', "keep one of them")
        return
    notes = first.notes + unread_fields(header, set())
    yield from _rows(_Rows(source), header, delimiter, place, defaults, notes)


def _delimiter(header: str) -> str:
    """What parts the header's columns: that by which most of its names are known to us."""
    known = {mark: sum(cell.strip(' "').lower() in FIELDS for cell in header.split(mark)) for mark in ",;\t"}
    return max(known, key=lambda mark: known[mark])


def _header(words: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().lower() for name in next(csv.reader([words], delimiter=delimiter))]
    except csv.Error:
        return []


def _rows(
    taken: _Rows, header: list[str], delimiter: str, place: Place, defaults: Defaults, notes: tuple[str, ...]
) -> Iterator[Result]:
    reader = csv.reader(taken, delimiter=delimiter, strict=True)
    empty = True
    while True:
        taken.begin()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            empty = False
            unclosed = taken.ran_out
            yield _fault(taken, place, "a quotation mark opens here and never closes" if unclosed else str(error))
            taken.back_up()
            continue
        if cells is None:
            break
        if any(cell.strip() for cell in cells) or any(line.cut for line in taken.taken):
            empty = False
            yield _row(taken, cells, header, place, defaults, notes)
            notes = ()
    if empty:
        yield fault(place, "no text", "the file has a header and no rows", "give an article on each row", notes)


def _fault(taken: _Rows, place: Place, reason: str) -> Result:
    number = taken.taken[0].number
    return fault(numbered(place, number), "malformed", f"line {number}: {reason}", "mend the row or leave it out")


def _row(
    taken: _Rows, cells: list[str], header: list[str], place: Place, defaults: Defaults, notes: tuple[str, ...]
) -> Result:
    first = taken.taken[0]
    here = numbered(place, first.number)
    if any(line.cut for line in taken.taken):
        return too_long(here, f"the row at line {first.number}")
    if any(cells[len(header) :]):
        reason = f"{len(cells)} cells under {len(header)} columns; is a comma in the text not quoted?"
        return _fault(taken, place, reason)
    body = b"".join(line.body + line.end.encode(line.charset) for line in taken.taken[:-1]) + taken.taken[-1].body
    capture = Capture(body, here.locator, "text/csv", first.charset, first.rule)
    row = {name: cell for name, cell in zip(header, cells, strict=False) if cell or name == "text"}
    found = tuple(dict.fromkeys(note for line in taken.taken for note in line.notes))
    return receive_row(row, capture, here, defaults, notes + found)
