"""From spans of code points to labels of words, and which words a span loses on the way."""

import bisect
from collections.abc import Iterable, Sequence

from train.labels import BEGIN, INSIDE, OUTSIDE

Span = tuple[int, int]


def words_in(word_spans: Sequence[Span], start: int, end: int) -> range:
    """The numbers of the words that share a character with start..end."""
    first = bisect.bisect_right(word_spans, start, key=lambda span: span[1])
    last = bisect.bisect_left(word_spans, end, key=lambda span: span[0])
    return range(first, max(first, last))


def bio(length: int, stretches: Iterable[range]) -> list[int]:
    """One BIO sequence of `length` words. Where stretches overlap, the first given wins."""
    labels = [OUTSIDE] * length
    for stretch in stretches:
        if not stretch or any(labels[n] != OUTSIDE for n in stretch):
            continue
        for n in stretch:
            labels[n] = INSIDE
        labels[stretch.start] = BEGIN
    return labels


def layers(spans: Iterable[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    """Spans dealt to an outer and an inner layer without overlaps in either, and those that fit in neither."""
    outer: list[Span] = []
    inner: list[Span] = []
    lost: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        for layer in (outer, inner):
            if not layer or layer[-1][1] <= span[0]:
                layer.append(span)
                break
        else:
            lost.append(span)
    return outer, inner, lost


def read_bio(labels: Sequence[int]) -> list[range]:
    """The stretches of a BIO sequence. An inside label with nothing before it begins a stretch."""
    found: list[range] = []
    start: int | None = None
    for n, label in enumerate([*labels, OUTSIDE]):
        if start is not None and label != INSIDE:
            found.append(range(start, n))
            start = None
        if label == BEGIN or (label == INSIDE and start is None):
            start = n
    return found
