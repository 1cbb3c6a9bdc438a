"""Which words of a text say a number: where the network's answers about figures are read."""

import functools

from sayso.lexicon import load
from sayso.tag.wordpiece import Pieces

_WITHIN_DIGITS = frozenset(",.")


@functools.cache
def number_words() -> frozenset[str]:
    """The single words of the lexicon that say a number or a soft one ("three", "hundred", "dozens")."""
    table = load("quantities")
    phrases = (phrase for key in ("units", "teens", "tens", "scales", "soft") for phrase in table[key])
    return frozenset(word for phrase in phrases for word in phrase.split() if len(word) > 2)


def numerals(text: str, pieces: Pieces) -> list[range]:
    """Stretches of words that say one number: "1,250", "three hundred", "twenty-two". Linear in the words."""
    spans = pieces.word_spans
    words = [text[start:end] for start, end in spans]
    counts = [word[:1].isdigit() or word.lower() in number_words() for word in words]
    found: list[range] = []
    start: int | None = None
    for n, count in enumerate(counts):
        if count and start is None:
            start = n
        if start is None or (n + 1 < len(words) and _goes_on(words, spans, counts, n)):
            continue
        found.append(range(start, n + 1))
        start = None
    return found


def _goes_on(words: list[str], spans: tuple[tuple[int, int], ...], counts: list[bool], n: int) -> bool:
    """Whether the number that holds word n holds the next one too."""
    touching = spans[n][1] == spans[n + 1][0]
    if not counts[n]:
        return counts[n + 1] and touching
    if counts[n + 1]:
        return True
    mark = words[n + 1]
    more = n + 2 < len(words) and counts[n + 2] and touching and spans[n + 1][1] == spans[n + 2][0]
    return more and (mark == "-" or (mark in _WITHIN_DIGITS and words[n][-1:].isdigit() and words[n + 2][0].isdigit()))
