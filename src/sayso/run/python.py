"""`sayso.read` and `sayso.read_text`: the same readings for people who write Python."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator

from sayso.read import Defaults
from sayso.read.received import About, Place, receive
from sayso.record import Capture, Outcome, Reading
from sayso.run.pipeline import read_article, read_inputs, run_of
from sayso.tag import DEFAULT
from sayso.tag import tagger as tagger_named

Named = str | os.PathLike[str]


def read(
    paths: Named | Iterable[Named],
    *,
    publisher: str | None = None,
    published: dt.date | str | None = None,
    title: str | None = None,
    tagger: str = DEFAULT,
) -> Iterator[Reading]:
    """Read files or folders of articles, one at a time, as `sayso read` does.

    `publisher`, `published` (a date, or a string YYYY-MM-DD) and `title` stand in where an article does not state its
    own. What cannot be read gives a reading without claims whose `outcome` says why. Raises ValueError for a date or
    a tagger that does not exist.
    """
    inputs = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    defaults = Defaults(publisher, _day(published), title)
    return read_inputs([os.fspath(path) for path in inputs], defaults, tagger_named(tagger))


def read_text(
    text: str,
    *,
    name: str = "text",
    publisher: str | None = None,
    published: dt.date | str | None = None,
    title: str | None = None,
    tagger: str = DEFAULT,
) -> Reading:
    """Read one article given as a string, code point for code point. Raises ValueError as `read` does."""
    reader = tagger_named(tagger)
    capture = Capture(text.encode("utf-8", "surrogatepass"), name, "text/plain", charset_rule="given as text")
    about = About(title, publisher, published=_day(published), published_rule="given" if published else "not stated")
    got = receive(text, capture, Place(name, name), about)
    if isinstance(got, Outcome):
        return Reading(None, got, run_of(reader))
    return read_article(got.article, reader, got.notes)


def _day(given: dt.date | str | None) -> dt.date | None:
    if not isinstance(given, str):
        return given
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise ValueError(f"published: {given!r} is not a day written YYYY-MM-DD") from error
