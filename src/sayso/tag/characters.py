"""What one character becomes before words are cut into pieces: BERT's uncased basic tokenization, by character.

Source of every rule here: the basic tokenizer of google-research/bert (clean, space out ideographs, strip accents,
lower-case, cut at punctuation), in the order in which the `tokenizers` library applies them.
"""

import functools
import unicodedata
from dataclasses import dataclass

_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
_ASCII_MARKS = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


@dataclass(frozen=True, slots=True)
class Became:
    """What one character of a text became.

    `kept` are the characters that stand for it (none where it was dropped), each with whether it stands alone as a
    word. `blank` says that it parts words; `accent` that it was dropped as a mark on the letter before it.
    """

    kept: tuple[tuple[str, bool], ...] = ()
    blank: bool = False
    accent: bool = False


_BLANK = Became(blank=True)
_DROPPED = Became()
_ACCENT = Became(accent=True)
_CONTROL = ("Cc", "Cf", "Co", "Cs")
"""Dropped. Characters not assigned yet (Cn) are kept: so pieces do not change with Python's Unicode tables."""


@functools.lru_cache(maxsize=8192)
def became(char: str) -> Became:
    """What the basic tokenizer makes of this character, whatever stands beside it."""
    category = unicodedata.category(char)
    if char in "\t\n\r" or category[0] == "Z":
        return _BLANK
    if category in _CONTROL or char == "\ufffd":
        return _DROPPED
    if category == "Mn":
        return _ACCENT
    ideograph = any(first <= ord(char) <= last for first, last in _IDEOGRAPHS)
    plain = (part for part in unicodedata.normalize("NFD", char) if unicodedata.category(part) != "Mn")
    small = (lower for part in plain for lower in part.lower())
    return Became(tuple((one, ideograph or is_mark(one)) for one in small))


def is_mark(char: str) -> bool:
    """Whether the character is punctuation, as BERT has it: all ASCII that is no letter or digit, and Unicode's P."""
    return char in _ASCII_MARKS or unicodedata.category(char)[0] == "P"
