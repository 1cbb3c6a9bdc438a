"""What the user named, as streams of bytes: files, folders, standard input."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sayso.read.received import Place, fault
from sayso.record import Outcome

Input = str | os.PathLike[str] | bytes | BinaryIO
"""A path to a file or folder, "-" for standard input, or standard input's bytes, whole or as a stream."""

ARTICLES = frozenset({".txt", ".text", ".htm", ".html", ".xhtml", ".json", ".jsonl", ".ndjson", ".csv"})
"""Endings of the files read from a folder; a file without an ending is read too, and any file that is named itself."""
STANDARD_INPUT = Place("stdin", "-")


@dataclass(frozen=True, slots=True)
class Source:
    """One stream of bytes: its place, its file name ("" for standard input), and how to open it (raises OSError)."""

    place: Place
    file_name: str
    open: Callable[[], AbstractContextManager[BinaryIO]]


def sources(inputs: Iterable[Input]) -> Iterator[Source | Outcome]:
    """The streams behind the inputs, in order; an outcome for an input that has none.

    A folder stands for the files in it and below it, by name, without hidden ones; a file whose ending is no article's
    is named as skipped. Links to folders are not followed, so that no folder is walked twice.
    """
    for given in inputs:
        if isinstance(given, bytes):
            yield _standard_input(io.BytesIO(given))
        elif isinstance(given, str | os.PathLike):
            yield from _named(given)
        else:
            yield _standard_input(given)


def _standard_input(stream: BinaryIO) -> Source:
    return Source(STANDARD_INPUT, "", lambda: nullcontext(stream))  # not ours to close


def shown(path: str | os.PathLike[str]) -> str:
    """The path in characters that UTF-8 can carry: names of files may hold any bytes."""
    return os.fsencode(path).decode("utf-8", "replace")


def _named(path: str | os.PathLike[str]) -> Iterator[Source | Outcome]:
    if os.fspath(path) == "-":
        yield _standard_input(sys.stdin.buffer)
        return
    place = Place(shown(Path(path).name or path), shown(path))
    try:
        is_folder = stat.S_ISDIR(os.stat(path).st_mode)
    except (OSError, ValueError) as error:  # ValueError: a path with a zero byte
        yield cannot_open(place, error)
        return
    if is_folder:
        yield from _folder(path, place)
    else:
        yield _file(path)


def _file(path: str | os.PathLike[str]) -> Source:
    name = shown(Path(path).name)
    return Source(Place(name, shown(path)), name, lambda: open(path, "rb"))


def _folder(path: str | os.PathLike[str], place: Place) -> Iterator[Source | Outcome]:
    empty = True
    for found in _walk(Path(path)):
        empty = False
        yield found
    if empty:
        remedy = "name a folder with files in it (hidden ones are skipped)"
        yield fault(place, "no text", "the folder holds no files", remedy)


def _walk(folder: Path) -> Iterator[Source | Outcome]:
    try:
        children = sorted(folder.iterdir(), key=lambda child: os.fsencode(child.name))
    except OSError as error:
        yield cannot_open(Place(shown(folder.name), shown(folder)), error)
        return
    for child in children:
        if child.name.startswith("."):
            continue
        if child.is_dir():
            if not child.is_symlink():
                yield from _walk(child)
        elif child.suffix and child.suffix.lower() not in ARTICLES:
            reason, remedy = "its ending is no article's", "name the file itself to read it"
            yield Outcome(shown(child.name), shown(child), "skipped", reason, remedy)
        elif child.is_file() or child.is_symlink():
            yield _file(child)


def cannot_open(place: Place, error: Exception) -> Outcome:
    """The outcome for a file that is not there or must not be read."""
    if isinstance(error, FileNotFoundError) and place.locator.startswith(("http://", "https://")):
        reason = "it is a web address, and reading opens no connection"
        return fault(place, "cannot open", reason, "save the page and give its file")
    if isinstance(error, FileNotFoundError):
        return fault(place, "cannot open", "there is no such file", "check the path")
    if isinstance(error, PermissionError):
        return fault(place, "cannot open", "reading it is not permitted", "change its permissions or ask its owner")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return fault(place, "cannot open", reason[:1].lower() + reason[1:], "check the path and the disk")
