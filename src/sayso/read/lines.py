"""Lines of a file with their bytes, one at a time, so that a file of any size is never held whole."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from sayso.read.decoding import byte_order_mark, decode, wide_encoding
from sayso.read.received import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its bytes as received and its text, both without the line end, and that end.

    `end` is "" for a last line with none; `cut` is True for a line longer than MAX_BYTES, whose bytes are left out.
    """

    number: int
    body: bytes
    text: str
    charset: str
    rule: str
    end: str = "\n"
    cut: bool = False
    notes: tuple[str, ...] = ()


class _Joined(io.RawIOBase):
    """Bytes already read, then the rest of their stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # any writable buffer
        block = self._head[: len(buffer)] or memoryview(self._rest.read(len(buffer)))
        self._head = self._head[len(block) :]
        buffer[: len(block)] = block
        return len(block)


def joined(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """One stream of the bytes already taken for a look and those still to come."""
    return io.BufferedReader(_Joined(head, rest), 1 << 16)


def lines(head: bytes, rest: BinaryIO) -> Iterator[Line]:
    """The lines of a stream, of which `head` has been read already. A byte order mark belongs to no line.

    UTF-16 and UTF-32 are read whole, up to MAX_BYTES: their line ends cannot be found in the bytes alone.
    """
    mark, encoding = byte_order_mark(head)
    encoding = encoding or wide_encoding(head)
    stream = joined(head[len(mark) :], rest)
    if encoding and encoding != "utf-8":
        return _wide(stream, encoding)
    return _narrow(stream, ("the byte order mark is left out",) if mark else ())


def _narrow(stream: io.BufferedReader, notes: tuple[str, ...]) -> Iterator[Line]:
    number = 0
    while body := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(body) > MAX_BYTES and not body.endswith(b"\n"):
            while body and not body.endswith(b"\n"):
                body = stream.readline(MAX_BYTES)
            yield Line(number, b"", "", "utf-8", "not read", cut=True)
            continue
        bare = body.removesuffix(b"\n")
        bare = bare.removesuffix(b"\r") if bare != body else bare
        end = body[len(bare) :].decode("ascii")
        decoded = decode(bare)
        yield Line(number, bare, decoded.text, decoded.charset, decoded.rule, end, notes=notes + decoded.notes)
        notes = ()


def _wide(stream: io.BufferedReader, encoding: str) -> Iterator[Line]:
    body = stream.read(MAX_BYTES + 1)
    whole = body.decode(encoding, "replace").split("\n")
    over = len(body) > MAX_BYTES
    last = whole.pop()
    rule = "byte order mark or zero bytes in turn"
    for number, text in enumerate(whole, 1):
        bare = text.removesuffix("\r")
        yield Line(number, bare.encode(encoding), bare, encoding, rule, text[len(bare) :] + "\n")
    if last or over:
        yield Line(len(whole) + 1, last.encode(encoding), last, encoding, rule, end="", cut=over)
