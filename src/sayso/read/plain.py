"""Text files: the title, and the text after it, code point for code point."""

import itertools
import re

from sayso.read.decoding import decode
from sayso.read.received import About, Defaults, Place, Result, receive
from sayso.record import Capture

TITLE_LENGTH = 300
"""Code points: a longer first line is a paragraph that lacks its stop."""

_STOPPED = re.compile(r"[.!?…][\"'”’»)\]]{0,4}\s{0,40}$")
_LINE_END = re.compile(r"\r\n|\n|\r")
_FILLED = re.compile(r"\S")

WRAP_WIDTH = 100
"""Code points: text broken into lines no longer than this may be hard-wrapped."""

LONGEST_WORD = 12
"""Code points by which the width of wrapped lines may pass the widest one seen."""


def plain_text(body: bytes, place: Place, defaults: Defaults) -> Result:
    """Read a text file.

    The first line is the title if it has no end stop and text follows (see `split_title`); `Article.text` is then
    what stands after the title and its line ends. One line end at the end of the file closes its last line and is
    not part of the text. A title given from outside leaves the first line in the text.
    """
    decoded = decode(body)
    title, text = (defaults.title, decoded.text) if defaults.title else split_title(decoded.text)
    capture = Capture(body, place.locator, "text/plain", decoded.charset, decoded.rule)
    about = About(
        title, defaults.publisher, published=defaults.published,
        published_rule="given" if defaults.published else "not stated",
    )  # fmt: skip
    return receive(_without_last_line_end(text), capture, place, about, decoded.notes)


def _without_last_line_end(text: str) -> str:
    for end in ("\r\n", "\n", "\r"):
        if text.endswith(end):
            return text[: -len(end)]
    return text


def split_title(text: str) -> tuple[str | None, str]:
    """The title, and the text after it; (None, the whole text) where the first line is no title.

    A title ends without a stop (. ! ? … or a closing quote after one), is followed by more text, and is not the
    first line of a hard-wrapped paragraph: the next line must not go on in lower case, nor may the line be one that
    was broken for want of room.
    """
    first = _FILLED.search(text)
    line_end = _LINE_END.search(text, first.start()) if first else None
    rest = _FILLED.search(text, line_end.end()) if line_end else None
    if first is None or line_end is None or rest is None:
        return None, text
    title = text[first.start() : line_end.start()].rstrip()
    if len(title) > TITLE_LENGTH or _STOPPED.search(title):
        return None, text
    blank = list(_LINE_END.finditer(text, line_end.end(), rest.start()))
    if not blank and (rest[0].islower() or _wrapped(text, title, rest.start())):
        return None, text
    return title, text[(blank[-1] if blank else line_end).end() :]


def _wrapped(text: str, first: str, rest: int) -> bool:
    """Whether the lines were broken to fit a width, the first one too: the next word had no room left on it."""
    lines = _LINE_END.split(text[rest : rest + 4000])[:-1]
    inner = [line for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    broken = [line for line in inner if not _STOPPED.search(line)]
    widest = max(map(len, inner), default=0)
    if not inner or widest > WRAP_WIDTH or 2 * len(broken) <= len(inner):
        return False
    next_word = len(lines[0].split(maxsplit=1)[0])
    return widest - next_word <= len(first) <= widest + LONGEST_WORD
