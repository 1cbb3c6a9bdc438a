"""Uncased WordPiece with spans in the original text, written for this project: no library at run time.

The same pieces as BERT's uncased tokenizer gives (tests/tag/test_wordpiece.py holds the two together). Time is linear
in the text: every character is looked at once, and a word's pieces are sought within at most LONGEST characters.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.tag.characters import became

LONGEST = 100
"""Characters of a word that is still cut into pieces; a longer one is one [UNK] (BERT's constant)."""
UNKNOWN, FIRST, LAST, PADDING = "[UNK]", "[CLS]", "[SEP]", "[PAD]"
_INSIDE = "##"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the basic tokenizer cuts it: its small letters, each with the place of the character it came from.

    `stop` lies behind the last character that belongs to the word, dropped accents behind its last letter included.
    """

    letters: str
    places: tuple[int, ...]
    stop: int

    @property
    def start(self) -> int:
        """Where the word begins in the text."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text. Five columns of one length, then the ends of its words.

    `ids` index the vocabulary; `starts` and `ends` are code points of the text; `words` is the number of the word a
    piece belongs to. `word_spans[n]` is the span of word n, which no span of a tag ever cuts.
    """

    ids: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[int, ...]
    word_spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.ids)


def words(text: str) -> Iterator[Word]:
    """The words of the text in order: every character that is neither blank nor dropped lies in exactly one."""
    letters: list[str] = []
    places: list[int] = []
    stop = 0
    for place, char in enumerate(text):
        found = became(char)
        if found.blank:
            if letters:
                yield Word("".join(letters), tuple(places), stop)
                letters, places = [], []
            continue
        if found.accent and stop == place:
            stop = place + 1
        for kept, alone in found.kept:
            if alone and letters:
                yield Word("".join(letters), tuple(places), stop)
                letters, places = [], []
            letters.append(kept)
            places.append(place)
            stop = place + 1
            if alone:
                yield Word(kept, (place,), stop)
                letters, places = [], []
    if letters:
        yield Word("".join(letters), tuple(places), stop)


class WordPiece:
    """Cuts texts into the pieces of one vocabulary."""

    def __init__(self, vocabulary: tuple[str, ...]) -> None:
        """`vocabulary`: the pieces by their ids. Raises ValueError where a special piece is missing."""
        self._ids = {piece: number for number, piece in enumerate(vocabulary)}
        missing = [piece for piece in (UNKNOWN, FIRST, LAST, PADDING) if piece not in self._ids]
        if missing:
            raise ValueError(f"the vocabulary has no {', '.join(missing)}; it is not that of an uncased BERT")
        self.first, self.last, self.padding = self._ids[FIRST], self._ids[LAST], self._ids[PADDING]
        self._unknown = self._ids[UNKNOWN]

    def cut(self, text: str) -> Pieces:
        """All pieces of the text."""
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        numbers: list[int] = []
        spans: list[tuple[int, int]] = []
        for number, word in enumerate(words(text)):
            spans.append((word.start, word.stop))
            for identity, first, last in self._pieces(word.letters):
                ids.append(identity)
                starts.append(word.places[first])
                ends.append(word.places[last - 1] + 1)
                numbers.append(number)
        return Pieces(tuple(ids), tuple(starts), tuple(ends), tuple(numbers), tuple(spans))

    def _pieces(self, letters: str) -> list[tuple[int, int, int]]:
        """Id, first and last letter of each piece: at every place the longest that the vocabulary has."""
        whole = [(self._unknown, 0, len(letters))]
        if len(letters) > LONGEST:
            return whole
        found: list[tuple[int, int, int]] = []
        first = 0
        while first < len(letters):
            head = _INSIDE if first else ""
            for last in range(len(letters), first, -1):
                identity = self._ids.get(head + letters[first:last])
                if identity is not None:
                    break
            else:
                return whole
            found.append((identity, first, last))
            first = last
        return found


def lines(vocabulary: bytes) -> tuple[str, ...]:
    """The pieces of a vocabulary file, one a line, by their ids. Raises UnicodeDecodeError."""
    return tuple(vocabulary.decode("utf-8").removesuffix("\n").split("\n"))


def read_vocabulary(path: Path) -> tuple[str, ...]:
    """The pieces of a vocabulary file."""
    return lines(path.read_bytes())


@functools.cache
def wordpiece(path: Path) -> WordPiece:
    """The WordPiece of a vocabulary file, read once."""
    return WordPiece(read_vocabulary(path))
