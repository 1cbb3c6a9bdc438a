"""Bytes to text, with the rule that chose the encoding."""

import re
from dataclasses import dataclass
from typing import Literal

Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "legacy"]

_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LEGACY = re.compile(
    r"(?:iso-?8859-\d{1,2}|latin-?\d|windows-125\d|cp125\d|koi8-[ru]|mac-?roman|gb2312|gbk|gb18030|big5|shift[_-]jis"
    r"|euc-(?:jp|kr))",
    re.ASCII,
)
_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_:.-]{1,40})""", re.I)
SAMPLE = 4096
"""Bytes looked at for zero bytes in turn (UTF-16 without a mark), and for a page's declared encoding."""

FEWEST_PAIRS = 8
"""Pairs of bytes below which zero bytes in turn may be chance."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read by, why that one, and notes on what was lost or left out."""

    text: str
    charset: str
    rule: str
    notes: tuple[str, ...] = ()


def byte_order_mark(body: bytes) -> tuple[bytes, Encoding | None]:
    """The mark the bytes begin with, and the encoding it stands for; (b"", None) where there is none."""
    return next(((mark, encoding) for mark, encoding in _MARKS if body.startswith(mark)), (b"", None))


def wide_encoding(body: bytes) -> Encoding | None:
    """UTF-16 without a mark, known by its zero bytes: in Latin script every second byte is zero.

    None where the zero bytes do not fall on one side (then they are zero characters, or no text at all).
    """
    sample = body[:SAMPLE]
    pairs = len(sample) // 2
    if pairs < FEWEST_PAIRS or len(body) % 2:
        return None
    first, second = sample[: 2 * pairs : 2].count(0), sample[1 : 2 * pairs : 2].count(0)
    if second > 0.4 * pairs and first <= 0.02 * pairs:
        return "utf-16-le"
    if first > 0.4 * pairs and second <= 0.02 * pairs:
        return "utf-16-be"
    return None


def declared_charset(body: bytes) -> str | None:
    """The encoding an HTML page says it has, in lower case."""
    found = _DECLARED.search(body, 0, SAMPLE)
    return found[1].decode("ascii").lower() if found else None


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """Read the bytes as text. Never fails: bytes that no rule can read become U+FFFD, and are noted.

    In this order: the byte order mark; UTF-16 known by its zero bytes; UTF-8, if all of it is valid; the encoding
    the page declares; UTF-8 with repairs, if most of its longer characters are whole; windows-1252. Valid UTF-8
    goes before a declaration, because text in another encoding is next to never valid UTF-8 by chance.
    """
    mark, encoding = byte_order_mark(body)
    if encoding:
        return _repaired(body[len(mark) :], encoding, "byte order mark", ("the byte order mark is left out",))
    wide = wide_encoding(body)
    if wide:
        return _repaired(body, wide, "zero bytes in turn")
    try:
        text = body.decode("utf-8")
        return Decoded(text, "utf-8", "ascii" if text.isascii() else "valid utf-8")
    except UnicodeDecodeError:
        return _not_utf8(body, declared)


def _not_utf8(body: bytes, declared: str | None) -> Decoded:
    if declared and _LEGACY.fullmatch(declared):
        # by the HTML standard pages that say latin-1 mean windows-1252
        charset = "windows-1252" if declared in ("iso-8859-1", "latin1", "latin-1") else declared
        try:
            return _repaired(body, charset, "declared by the page")
        except LookupError:
            pass
    repaired = body.decode("utf-8", "replace")
    broken = repaired.count("\ufffd")
    whole = sum(character > "\x7f" for character in repaired) - broken
    if whole >= broken:
        return _repaired(body, "utf-8", "mostly valid utf-8")
    return _repaired(body, "windows-1252", "not utf-8")


def _repaired(body: bytes, charset: str, rule: str, notes: tuple[str, ...] = ()) -> Decoded:
    text = body.decode(charset, "replace")
    lost = text.count("\ufffd") - _given(body, charset)
    if lost > 0:
        notes = (*notes, f"{lost} x bytes that are not {charset}, replaced by U+FFFD")
    return Decoded(text, charset, rule, notes)


def _given(body: bytes, charset: str) -> int:
    """How many U+FFFD the bytes truly hold."""
    try:
        return body.count("\ufffd".encode(charset))
    except UnicodeEncodeError:
        return 0
