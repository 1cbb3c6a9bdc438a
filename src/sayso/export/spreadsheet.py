"""One claim a line for spreadsheets, in which no cell can turn into a formula.

UTF-8 with a byte order mark, RFC 4180 quoting, every cell quoted. The guard follows OWASP ASVS 5.0, requirement 1.2.10
(a leading apostrophe), and adds what a spreadsheet with another separator would take for the start of a cell. The last
column, `escaped`, names the columns that were changed; `unguarded` gives back the words of those exactly.
"""

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from sayso.export.phrases import toll
from sayso.export.rows import Row, rows
from sayso.record import Claim, Reading

BOM = "\ufeff"
COLUMNS = (
    "article", "article_id", "publisher", "published", "id", "quote", "start", "end", "said_by", "stance", "type",
    "actor", "target", "place", "date", "harm", "event", "sentence", "source", "cue", "date_said", "date_rule",
    "date_candidates", "escaped",
)  # fmt: skip
"""In order; those named in docs/terms.md mean the same here. `said_by` and lists of spans join by " > " and " … "."""

_LONE = re.compile("[\ud800-\udfff]")
_OPENS_FORMULA = re.compile(r"[\s\"'“”‘’\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@\t\r\n\0＝＋－＠]")
_AFTER_SEPARATOR = re.compile(r"(?<=[,;|\t\r\n])([ \"']*)(?=[=+\-@＝＋－＠])")
_GUARDED = re.compile(r"(?<=[,;|\t\r\n])([ \"']*)'(?=[=+\-@＝＋－＠])")


def write_csv(readings: Iterable[Reading], stream: TextIO) -> None:
    """Write all claims, one a line, the header first. The stream must write UTF-8 and leave line ends alone."""
    stream.write(BOM)
    out = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    out.writerow(COLUMNS)
    for reading in readings:
        for claim, row in zip(reading.claims, rows(reading), strict=True):
            cells = _cells(row, claim)
            safe = {name: guarded(cell) for name, cell in cells.items()}
            escaped = [name for name in cells if safe[name] != cells[name]]
            out.writerow([safe.get(name, "") for name in COLUMNS[:-1]] + [" ".join(escaped)])


def guarded(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet could take what follows for a formula.

    A lone surrogate, which no UTF-8 file can hold, becomes U+FFFD; the JSON exports carry it.
    """
    safe = _AFTER_SEPARATOR.sub(r"\1'", _LONE.sub("\ufffd", cell))
    return f"'{safe}" if _OPENS_FORMULA.match(safe) else safe


def unguarded(cell: str) -> str:
    """The words before `guarded`, for a cell whose column stands in `escaped`."""
    if cell.startswith("'") and _OPENS_FORMULA.match(cell[1:]):
        cell = cell[1:]
    return _GUARDED.sub(r"\1", cell)


def _cells(row: Row, claim: Claim) -> dict[str, str]:
    date = row["resolved"]["date"]
    plain = {name: row[name] for name in COLUMNS[:-1] if name in row}
    flat = {
        "said_by": " > ".join(row["said_by"]),
        "harm": "; ".join(toll(claim.event.casualties)),
        "sentence": row["sentence"]["words"],
        "source": " … ".join(part["words"] for part in row["attribution"]["source"]),
        "cue": " … ".join(part["words"] for part in row["attribution"]["cue"]),
        "date_said": date["said"]["words"] if date["said"] else "",
        "date_rule": date["rule"],
        "date_candidates": " or ".join(candidate["value"] for candidate in date["candidates"]),
    }
    return {name: "" if value is None else str(value) for name, value in {**plain, **flat}.items()}
