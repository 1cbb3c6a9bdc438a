"""What reading gives: an article with its notes, or an outcome that says why there is none."""

import datetime as dt
import re
from dataclasses import dataclass

from sayso.read.language import judge
from sayso.record import Article, Capture, Outcome, Status

MAX_BYTES = 64 * 1024 * 1024
"""Bytes one article may have as received (a file, a line, a row); a long newspaper page has a hundredth of it."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the command line says of every input that does not say it itself.

    A field of the user's own row goes before these; these go before what a web page says of itself.
    """

    publisher: str | None = None
    published: dt.date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """An article that could be read, and what its reader should know of the reading (for `Outcome.notes`)."""

    article: Article
    notes: tuple[str, ...] = ()


Result = Received | Outcome


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: the name our output knows it by, and the locator that leads back to its bytes."""

    name: str
    locator: str


@dataclass(frozen=True, slots=True)
class About:
    """What is known of an article beside its text; the fields are those of `Article`."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_rule: str = "not stated"
    modified: dt.date | None = None
    language: str | None = None
    url: str | None = None


def fault(place: Place, status: Status, reason: str, remedy: str, notes: tuple[str, ...] = ()) -> Outcome:
    """An outcome for an input that gave no article."""
    return Outcome(place.name, place.locator, status, reason, remedy, notes=notes)


def scalar(words: str) -> str:
    """The same words with each lone surrogate as U+FFFD, one for one, so that offsets hold and UTF-8 can carry them."""
    return _SURROGATE.sub("\ufffd", words)


def _words(words: str | None) -> str | None:
    return scalar(words) if words else None


def receive(text: str, capture: Capture, place: Place, about: About, notes: tuple[str, ...] = ()) -> Result:
    """Make the article, or say why not: every form of input ends here.

    The text is kept code point for code point, but for lone surrogates (see `scalar`), which are noted. Control
    characters and marks that steer the writing direction stay, and are noted. A text without words, or not in
    English, gives an outcome.
    """
    if not text.strip():
        return fault(place, "no text", "there is no text in it", "give a file that holds the article's words", notes)
    verdict = judge(text, about.language)
    article = Article(
        scalar(text), place.name, capture, _words(about.title), _words(about.publisher), _words(about.author),
        about.published, about.published_rule, about.modified, verdict.code, _words(about.url),
    )  # fmt: skip
    notes = (*notes, *_oddities(text), *verdict.notes)
    if not verdict.read:
        return Outcome(
            place.name, place.locator, "language not read", f"the text is in {verdict.name}; sayso reads English",
            "give an English version of the article", article.id, notes,
        )  # fmt: skip
    return Received(article, notes)


def _oddities(text: str) -> tuple[str, ...]:
    """Notes on characters that a reader cannot see, or that had to be replaced."""
    if text.isascii() and text.isprintable():
        return ()
    kinds = (
        (_SURROGATE, "lone surrogate", "replaced by U+FFFD, one for one"),
        (_CONTROL, "control character", "kept as received"),
        (_UNSEEN, "mark without width (it joins words or steers the writing direction)", "kept as received"),
    )
    found = ((sum(1 for _ in pattern.finditer(text)), what, done) for pattern, what, done in kinds)
    return tuple(f"{count} x {what}, {done}" for count, what, done in found if count)
