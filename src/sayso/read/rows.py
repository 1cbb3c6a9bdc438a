"""One row of a file of articles: its fields, and the article they make."""

import datetime as dt
from collections.abc import Mapping

from sayso.read.days import parse_day
from sayso.read.received import About, Defaults, Place, Result, fault, receive, scalar
from sayso.record import Capture

FIELDS = ("id", "title", "text", "publisher", "published", "url")
"""The fields that are read; others are named in a note and left."""

MOST_NAMED = 8
"""Unread fields named in a note."""


class Number(str):
    """A number of a JSON file in the characters it was written with, so that an id keeps them and none is too long."""

    __slots__ = ()


def receive_row(
    row: Mapping[str, object], capture: Capture, place: Place, defaults: Defaults, notes: tuple[str, ...] = ()
) -> Result:
    """Make the article of a row. `place.name` is used where the row has no `id`."""
    name = row.get("id")
    if isinstance(name, str) and name.strip():
        place = Place(scalar(str(name)), place.locator)
    elif name is not None and name != "":
        notes = (*notes, "the id is neither a word nor a number; left out")
    text = row.get("text")
    if text is None:
        return fault(place, "no text", 'the field "text" is missing', 'name the field with the article "text"', notes)
    if not isinstance(text, str) or isinstance(text, Number):
        return fault(place, "malformed", 'the field "text" is not a string', "put the article's words there", notes)
    words, wrong = _words(row)
    published, rule, unread = _published(row.get("published"), defaults)
    about = About(
        words.get("title") or defaults.title, words.get("publisher") or defaults.publisher,
        published=published, published_rule=rule, url=words.get("url"),
    )  # fmt: skip
    return receive(text, capture, place, about, notes + wrong + unread)


def _words(row: Mapping[str, object]) -> tuple[dict[str, str], tuple[str, ...]]:
    words: dict[str, str] = {}
    notes = []
    for field in ("title", "publisher", "url"):
        value = row.get(field)
        if isinstance(value, str):
            words[field] = str(value).strip()
        elif value is not None:
            notes.append(f'the field "{field}" is not a string; left out')
    return words, tuple(notes)


def _published(value: object, defaults: Defaults) -> tuple[dt.date | None, str, tuple[str, ...]]:
    day: dt.date | None = None
    notes: tuple[str, ...] = ()
    if isinstance(value, str) and value.strip():
        day, notes = given_day("published", value)
    elif value is not None and value != "":
        notes = ('the field "published" is not a string; left out',)
    day = day or defaults.published
    return day, "given" if day else "not stated", notes


def given_day(field: str, words: str) -> tuple[dt.date | None, tuple[str, ...]]:
    """The day these words name, or None with a note that names the field."""
    day = parse_day(words)
    return day, () if day else (f"{field} {shortened(words)} names no day for sure (wanted: YYYY-MM-DD); left out",)


def shortened(words: str) -> str:
    """Words as they may stand in a message: quoted, on one line, at most 60 characters."""
    words = " ".join(words[:400].split())
    return '"' + scalar(words if len(words) <= 60 else words[:59] + "…") + '"'


def unread_fields(names: list[str], seen: set[str]) -> tuple[str, ...]:
    """A note naming the fields that are not read, the first time they stand in a file; `seen` remembers them."""
    new = [name for name in names if name and name not in FIELDS and name not in seen]
    seen.update(new)
    if not new:
        return ()
    more = f" and {len(new) - MOST_NAMED} more" if len(new) > MOST_NAMED else ""
    return (f"fields not read: {', '.join(map(shortened, new[:MOST_NAMED]))}{more} (said once for this file)",)
