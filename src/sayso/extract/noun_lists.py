"""The nouns that speak, and which words of a sentence could be part of a speaker's name."""

import functools

from sayso.extract.cues import word_set
from sayso.extract.words import Word
from sayso.lexicon import load

Words = tuple[Word, ...]
"""The words of one sentence."""


@functools.cache
def nouns(name: str) -> frozenset[str]:
    """One list of the voices lexicon, lower case."""
    return frozenset(word.lower() for word in load("voices")[name])


@functools.cache
def heads() -> frozenset[str]:
    """Nouns that can speak."""
    return nouns("roles") | nouns("people") | nouns("bodies") | nouns("things") | nouns("reporters")


def is_head(word: Word) -> bool:
    """Whether the word is a noun for somebody or something that speaks."""
    return word.low in heads()


def is_day(word: Word) -> bool:
    """Whether the word is a weekday or a month, and no owner of what follows ("Wednesday's attacks")."""
    return word.low in word_set("between", "days") and word.end - word.start == len(word.low)


def is_namelike(word: Word) -> bool:
    """Whether the word has the capital of a name, and not of a day or of a sentence's beginning."""
    return (
        word.cap
        and not (is_day(word) and word.low not in ("may", "march", "on", "last"))
        and word.low not in _openers()
    )


@functools.cache
def _openers() -> frozenset[str]:
    """Words with a capital only because a sentence begins there."""
    small = word_set("clause", "joints") | word_set("clause", "finite") | word_set("between", "adverbs")
    return (small | nouns("prepositions") | {"there", "here", "according", "speaking", "citing"}) - {"us", "may"}


def skip_left(words: Words, last: int, low: int) -> int:
    """Pass the adverbs, helping verbs and days between a subject and its verb; return the subject's last word."""
    adverbs = word_set("between", "adverbs") | word_set("other", "auxiliary") | word_set("negation", "words")
    while last >= low:
        word = words[last]
        if word.low in adverbs or (word.low.endswith("ly") and not word.cap) or (is_day(word) and last - 1 >= low):
            last -= 1
        elif word.low.isdigit() and last - 1 >= low and is_day(words[last - 1]):
            last -= 2
        else:
            break
    return last


def can_speak(words: Words, first: int, last: int) -> bool:
    """Whether the phrase holds a name, a noun that speaks, or begins with a determiner."""
    part = words[first : last + 1]
    if any(is_head(w) for w in part):
        return True
    if any(is_namelike(w) for w in part):
        return not words[last].low.isdigit() and not (first == last and part[0].low in nouns("determiners"))
    return part[0].low in nouns("determiners") and last > first
