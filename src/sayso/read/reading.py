"""From inputs to articles: the one way through this room."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.read.csv_articles import csv_articles
from sayso.read.json_articles import json_document, json_lines, too_long
from sayso.read.lines import joined
from sayso.read.page_process import PageReader
from sayso.read.pages import web_page
from sayso.read.plain import plain_text
from sayso.read.received import MAX_BYTES, Defaults, Result, fault
from sayso.read.sniff import HEAD, NotText, kind_of
from sayso.read.sources import Input, Source, cannot_open, sources
from sayso.record import Outcome

NO_DEFAULTS = Defaults()


def articles(
    inputs: Iterable[Input], defaults: Defaults = NO_DEFAULTS, pages: PageReader | None = None
) -> Iterator[Result]:
    """Read the inputs in order: a `Received` for each article, an `Outcome` with reason and remedy for each failure.

    A stream: a file of rows is never held whole, and one bad input stops no other. Opens no connection. `pages` is
    the process for web pages to use, where the caller keeps one; without it one is started when the first page
    comes and ended with the stream.
    """
    reader = pages or PageReader()
    try:
        for source in sources(inputs):
            if isinstance(source, Outcome):
                yield source
            else:
                yield from _read(source, defaults, reader)
    finally:
        if pages is None:
            reader.close()


def _read(source: Source, defaults: Defaults, reader: PageReader) -> Iterator[Result]:
    try:
        with source.open() as stream:
            yield from _read_stream(stream, source, defaults, reader)
    except OSError as error:
        yield cannot_open(source.place, error)
    except Exception as error:  # noqa: BLE001 - a fault of ours in one input must not stop the others
        reason = f"reading stopped on {type(error).__name__}: {error}"
        yield fault(source.place, "failed", reason, "tell us with the input at hand: this is a fault of sayso")


def _read_stream(stream: BinaryIO, source: Source, defaults: Defaults, reader: PageReader) -> Iterator[Result]:
    place = source.place
    head = stream.read(HEAD)
    if not head:
        yield fault(place, "no text", "the file is empty", "give a file that holds the article's words")
        return
    kind = kind_of(head, source.file_name)
    if isinstance(kind, NotText):
        yield fault(place, "not text", f"it is {kind.what}", kind.remedy)
    elif kind == "json lines":
        yield from json_lines(head, stream, place, defaults)
    elif kind == "csv":
        yield from csv_articles(head, stream, place, defaults)
    else:
        body = joined(head, stream).read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            yield too_long(place, "the file")
        elif kind == "json":
            yield from json_document(body, place, defaults)
        elif kind == "html":
            yield web_page(body, place, defaults, reader)
        else:
            yield plain_text(body, place, defaults)
