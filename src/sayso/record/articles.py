"""What was received, and the text read out of it."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Literal

from sayso.record.ids import content_id


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one article exactly as received, before any decoding, and where they came from.

    `locator` is the path as given, with `#line` or `#row` for an article inside a larger file, or `-` for standard
    input. `charset` names the encoding the text was decoded by, and `charset_rule` why that one.
    """

    body: bytes = field(repr=False)
    locator: str
    media_type: str
    charset: str = "utf-8"
    charset_rule: str = "default"
    sha256: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sha256", hashlib.sha256(self.body).hexdigest())


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published by a publisher (outlet).

    `name` is what the reader of our output knows it by: the `id` of its input row, else its file's name.
    `published` is the day of publication or None; `published_rule` says where it comes from ("given", "json-ld",
    "meta", ...). Spans everywhere count code points of `text`; the title is kept apart and holds no spans.
    """

    text: str = field(repr=False)
    name: str
    capture: Capture
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_rule: str = "not stated"
    modified: dt.date | None = None
    language: str | None = None
    url: str | None = None

    @property
    def id(self) -> str:
        """The same received bytes read to the same text are one article, wherever they were captured."""
        return content_id("article", self.capture.sha256, self.text)


Status = Literal[
    "read",
    "nothing found",
    "skipped",
    "language not read",
    "no text",
    "not text",
    "malformed",
    "too complex",
    "cannot open",
    "failed",
]
"""How the reading of one input ended. "read" and "nothing found" are good ends, "skipped" is a file of a folder
that is no article; the others name a fault."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the reading of one input ended, in words a person can act on.

    `name` and `locator` are those of the article (or of the place where one should have been); `reason` says what
    was met, `remedy` what to do about it ("" where nothing need be done). `notes` hold what a reader should know
    of a good reading: a proposed date, a repaired character.
    """

    name: str
    locator: str
    status: Status
    reason: str = ""
    remedy: str = ""
    article_id: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def good(self) -> bool:
        """Whether nothing went wrong: the input was read, even if it held no claim, or was no article."""
        return self.status in ("read", "nothing found", "skipped")
