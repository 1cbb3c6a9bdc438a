"""What kind of input a stream is: by its first bytes, then by its name."""

import re
from dataclasses import dataclass
from typing import Literal

from sayso.read.decoding import byte_order_mark, wide_encoding

Kind = Literal["text", "html", "json lines", "json", "csv"]

HEAD = 65536
"""Bytes looked at."""

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG picture", "picture"),
    (b"\xff\xd8\xff", "a JPEG picture", "picture"),
    (b"GIF8", "a GIF picture", "picture"),
    (b"BM", "a BMP picture", "picture"),
    (b"II*\x00", "a TIFF picture", "picture"),
    (b"MM\x00*", "a TIFF picture", "picture"),
    (b"%PDF", "a PDF", "document"),
    (b"{\\rtf", "an RTF document", "document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "document"),
    (b"PK\x03\x04", "a ZIP archive (or an Office document)", "archive"),
    (b"\x1f\x8b", "a gzip file", "archive"),
    (b"BZh", "a bzip2 file", "archive"),
    (b"\xfd7zXZ\x00", "an xz file", "archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "archive"),
    (b"Rar!\x1a\x07", "a RAR archive", "archive"),
    (b"SQLite format 3\x00", "an SQLite database", "other"),
    (b"PAR1", "a Parquet file", "other"),
    (b"\x7fELF", "a program", "other"),
    (b"OggS", "a sound or film file", "other"),
    (b"ID3", "a sound file", "other"),
    (b"RIFF", "a sound, film or picture file", "other"),
    (b"WARC/", "a web archive (WARC)", "warc"),
)
"""First bytes as the formats' own descriptions give them."""

_REMEDIES = {
    "picture": "give the article's text; sayso reads no pictures",
    "document": "save it as plain text or HTML and give that",
    "archive": "unpack it and give the files inside",
    "warc": "take the pages out of it and give them as HTML",
    "other": "give text (UTF-8), HTML, JSON Lines, JSON or CSV",
}
_BY_NAME: dict[str, Kind] = {
    "txt": "text", "text": "text", "md": "text", "html": "html", "htm": "html", "xhtml": "html",
    "jsonl": "json lines", "ndjson": "json lines", "json": "json", "csv": "csv", "tsv": "csv",
}  # fmt: skip
_PAGE = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,400}?-->\s{0,200})?<(?:!doctype )?html\b",
    re.I | re.S,
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_OBJECT = re.compile(r'\{\s{0,9}"')
_LIST = re.compile(r'\[\s{0,9}\{\s{0,9}"')
_COLUMN = re.compile(r"[,;\t]")
FEW_CONTROLS, MANY_CONTROLS = 0.02, 0.25
"""Shares of characters. Real text has next to no control characters; of random bytes a tenth are control characters and
nearly half cannot be read as UTF-8. Both bounds must be passed: text in an old encoding has broken characters alone."""


@dataclass(frozen=True, slots=True)
class NotText:
    """Bytes that are no text: what they are, and what to do."""

    what: str
    remedy: str


def kind_of(head: bytes, file_name: str) -> Kind | NotText:
    """The kind of input that begins with these bytes and has this name ("" for standard input)."""
    for signature, what, group in _SIGNATURES:
        if head.startswith(signature) and not (_prints(signature, group) and _reads(head)):
            return NotText(what, _REMEDIES[group])
    words = _words(head)
    controls, broken = len(_CONTROL.findall(words)), words.count("\ufffd")
    if controls > FEW_CONTROLS * len(words) and controls + broken > MANY_CONTROLS * len(words):
        return NotText("bytes that are no text", _REMEDIES["other"])
    named = _BY_NAME.get(file_name.rpartition(".")[2].lower()) if "." in file_name else None
    return _by_content(words, named)


def _prints(signature: bytes, group: str) -> bool:
    """Whether a text may begin with this signature by chance ("BM", "GIF8")."""
    return group not in ("document", "warc") and signature.isascii() and signature.decode("ascii").isprintable()


def _words(head: bytes) -> str:
    """The first bytes as characters, well enough to look at them."""
    mark, encoding = byte_order_mark(head)
    return head[len(mark) :].decode(encoding or wide_encoding(head) or "utf-8", "replace")


def _reads(head: bytes) -> bool:
    """Whether the first bytes hold no control characters."""
    return not _CONTROL.search(head[:512].decode("latin-1"))


def _by_content(words: str, named: Kind | None) -> Kind:
    if named in (None, "text") and _PAGE.match(words):
        return "html"
    start = words.lstrip()
    line = start.partition("\n")[0].strip()
    if named == "json lines":
        return "json" if line in ("{", "[") or line.startswith("[") else "json lines"
    if named:
        return named
    if _OBJECT.match(line):
        return "json lines"
    if line in ("{", "[") or _LIST.match(line):
        return "json"
    columns = {column.strip().strip('"').lower() for column in _COLUMN.split(line[:1000])}
    if "text" in columns and columns & {"id", "title", "publisher", "published", "url"}:
        return "csv"
    if re.search(r"<(?:html|head|body)[\s>]", words[:2048], re.I):
        return "html"
    return "text"
