"""Where an export goes: standard output, or a file that appears whole or not at all."""

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO


@contextlib.contextmanager
def destination(path: Path | None) -> Iterator[TextIO]:
    """Open a stream for UTF-8 text with line ends left alone; `None` is standard output.

    A file is written beside its place under another name, brought to the disk and renamed, so that a run cut short
    leaves what stood there before. A link is followed; a device or named pipe is written directly. Raises OSError.
    """
    if path is None:
        yield from _standard_output()
    elif path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            yield stream
    else:
        yield from _whole_file(Path(os.path.realpath(path)))


def _standard_output() -> Iterator[TextIO]:
    stream = sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    yield stream
    stream.flush()


def _whole_file(path: Path) -> Iterator[TextIO]:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="", errors="backslashreplace") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
