"""Claims: quotes in two layers, choices at their words, slots near them, and who said it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.tag.windows import breaks
from sayso.tag.wordpiece import Pieces, WordPiece
from train import slots
from train.days import date_words
from train.examples import Example, rows
from train.figures import figures, gives
from train.labels import CHOICES, CLAIM, GROUPS, KINDS, NOT_TRAINED, ROLES, STANCES, TYPES, Link
from train.spans import bio, layers, words_in

NEAR = 1
"""Sentences before and after that of a quote in which the words of its slots and speaker are sought."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article cut into words: their small letters, and the first word of each sentence."""

    text: str
    pieces: Pieces
    words: tuple[str, ...]
    firsts: tuple[int, ...]

    def around(self, quote: range, near: int) -> range:
        """The words of the quote's sentences and of `near` more on either side."""
        before = [first for first in self.firsts if first <= quote.start]
        after = [first for first in self.firsts if first >= quote.stop]
        start = before[max(0, len(before) - 1 - near)]
        return range(start, after[near] if near < len(after) else len(self.words))


def examples(claims: Path, articles: Path, cutter: WordPiece) -> Iterator[Example]:
    """One example an article."""
    texts = {str(row["id"]): str(row["text"]) for row in rows(articles)}
    for row in rows(claims):
        yield example(row, texts[str(row["article"])], cutter)


def page(text: str, cutter: WordPiece) -> Page:
    """Cut an article."""
    pieces = cutter.cut(text)
    words = tuple(text[start:end].lower() for start, end in pieces.word_spans)
    return Page(text, pieces, words, (0, *(pieces.words[n] for n in breaks(text, pieces))))


def example(row: dict[str, Any], text: str, cutter: WordPiece) -> Example:
    """The labels of one article. Where quotes overlap, the inner one's choices win at the words they share."""
    read = page(text, cutter)
    placed = [claim for claim in row["claims"] if claim.get("start") is not None]
    outer, inner, _ = layers((claim["start"], claim["end"]) for claim in placed)
    count = len(read.words)
    labels: dict[str, list[int]] = {head: [NOT_TRAINED] * count for head in (*CHOICES, CLAIM)}
    for head, layer in (("quote", outer), ("inner", inner)):
        labels[head] = bio(count, (words_in(read.pieces.word_spans, *span) for span in layer))
    for role in ROLES:
        labels[role] = [0] * count
    links: list[Link] = []
    for number, claim in enumerate(sorted(placed, key=lambda one: one["start"] - one["end"])):
        quote = words_in(read.pieces.word_spans, claim["start"], claim["end"])
        if quote:
            _choices(labels, claim, quote, number)
            _figures(labels, claim, read)
            _roles(labels, claim, quote, read, row["published"] or "", cutter)
            links += _speaker(claim, quote, read, cutter)
    return Example("claims", row["article"], text, read.pieces, labels, tuple(links))


def _choices(labels: dict[str, list[int]], claim: dict[str, Any], quote: range, number: int) -> None:
    for n in quote:
        labels[CLAIM][n] = number
        labels["stance"][n] = STANCES.index(claim["stance"])
        labels["type"][n] = TYPES.index(claim["type"])
        labels["voice"][n] = int(bool(claim["said_by"]))


def _figures(labels: dict[str, list[int]], claim: dict[str, Any], read: Page) -> None:
    """Each harm row takes the first number that can be its own; the numbers that none takes count nobody harmed."""
    free = list(figures(read.text, claim["start"], claim["end"]))
    taken = []
    for row in claim["harm"]:
        own = next((figure for figure in free if gives(figure, row["low"], row["high"])), None)
        if own:
            free.remove(own)
            taken.append((own, row))
    for figure in free:
        for n in words_in(read.pieces.word_spans, figure.start, figure.end):
            labels["kind"][n] = 0
    for figure, row in taken:
        for n in words_in(read.pieces.word_spans, figure.start, figure.end):
            labels["kind"][n] = KINDS.index(row["kind"])
            labels["group"][n] = GROUPS.index(row["group"])
            labels["part"][n] = int(bool(row.get("within")))


def _roles(
    labels: dict[str, list[int]], claim: dict[str, Any], quote: range, read: Page, published: str, cutter: WordPiece
) -> None:
    """A slot's words in the quote, else in the sentences about it; a slot whose words are nowhere trains nothing."""
    for role in ROLES:
        value = claim[role]
        found = None
        if role == "date" and value:
            found = _dated(claim, quote, read, published)
        elif value:
            wanted = [value[start:end].lower() for start, end in cutter.cut(value).word_spans]
            found = slots.find(read.words, quote, wanted) or slots.find(read.words, read.around(quote, NEAR), wanted)
        inside = found is not None and found.start in quote
        for n in quote:
            if labels[role][n] == 0 and value and not inside and not found:
                labels[role][n] = NOT_TRAINED
        for n in found or ():
            labels[role][n] = 1 if n == found.start else 2  # type: ignore[union-attr] # `found` is a range here


def _dated(claim: dict[str, Any], quote: range, read: Page, published: str) -> range | None:
    spans = read.pieces.word_spans
    for stretch in (quote, read.around(quote, 0)):
        start, end = spans[stretch.start][0], spans[stretch.stop - 1][1]
        for found in date_words(read.text, start, end, published, claim["date"]):
            return words_in(spans, *found)
    return None


def _speaker(claim: dict[str, Any], quote: range, read: Page, cutter: WordPiece) -> list[Link]:
    """The pointer from a quote to the words that name its root source; none where they do not stand nearby."""
    if not claim["said_by"]:
        return [Link("quote_source", quote.start, ())]
    name = claim["said_by"][-1]
    wanted = [name[start:end].lower() for start, end in cutter.cut(name).word_spans]
    around = read.around(quote, 0)
    wider = read.around(quote, NEAR)
    for stretch in (range(quote.stop, around.stop), range(around.start, quote.start), quote, wider):
        found = slots.find(read.words, stretch, wanted)
        if found:
            return [Link("quote_source", quote.start, tuple(found))]
    return []
