"""The trained tagger: a small network that was taught attribution, claims and names."""

from dataclasses import replace
from pathlib import Path

from sayso.record import Mention, Tag, Tags
from sayso.tag.decode import decode
from sayso.tag.model_files import VOCABULARY, ModelError, folder_of, model_files
from sayso.tag.reading import Reads, answers
from sayso.tag.session import network
from sayso.tag.windows import windows
from sayso.tag.wordpiece import Pieces, WordPiece, lines

MOST_PIECES = 40_000
"""Pieces of one article that are read, some 30,000 words; what lies behind is tagged "unread" and left to the rules.
A bound by words and not by the clock, so that the same text always gives the same tags."""
SECONDS = 120.0
"""An article that takes longer fails as a whole; at some thousands of pieces a second none gets there."""


class Trained:
    """Tags with a model's files. Cheap to make: the network is opened at the first text, once per process."""

    def __init__(self, folder: Path | None = None, seconds: float = SECONDS) -> None:
        """`folder` holds the model; by default SAYSO_MODEL, else the package's own. Raises ModelError."""
        self._files = model_files(folder_of(folder))
        self._seconds = seconds
        try:
            self._cutter = WordPiece(lines(self._files.data(VOCABULARY)))
        except (UnicodeDecodeError, ValueError) as error:
            raise ModelError(f"{self._files.path(VOCABULARY)} is no vocabulary: {error}") from error

    @property
    def name(self) -> str:
        """The kind of network and the version of its files."""
        return f"minilm-{self._files.version}"

    def tag(self, text: str) -> Tags:
        """All tags of the text. Raises ModelError where the network is damaged, TooSlow past the deadline."""
        return Tags(self.name, self._tags(text, network(self._files)) if text and not text.isspace() else ())

    def _tags(self, text: str, reads: Reads) -> tuple[Tag, ...]:
        whole = self._cutter.cut(text)
        pieces = shortened(whole, MOST_PIECES)
        if not len(pieces):
            return ()
        cut = windows(text, pieces, self._files.size, self._files.overlap)
        found = answers(pieces, cut, self._cutter, reads, self._seconds)
        tags = decode(text, pieces, found, self._files.moves, self._files.starts)
        if len(pieces) == len(whole):
            return tags
        return (*tags, Tag("unread", Mention(whole.starts[len(pieces)], len(text), text)))


def shortened(pieces: Pieces, most: int) -> Pieces:
    """The pieces of as many whole words as fit."""
    if len(pieces) <= most:
        return pieces
    last = most
    while last > 0 and pieces.words[last] == pieces.words[last - 1]:
        last -= 1
    columns = {name: getattr(pieces, name)[:last] for name in ("ids", "starts", "ends", "words")}
    return replace(pieces, **columns, word_spans=pieces.word_spans[: pieces.words[last]])
