"""Texts made to bring out rules whose time grows faster than the text."""

import itertools
from collections.abc import Iterator

_PROSE = (
    "The", "Council", "said", "on", "Monday", "that", "four", "shells", "hit", "a", "market", "in", "Veldar", "and",
    "killed", "at", "least", "six", "people", "including", "two", "children", "while", "the", "Ostrian", "army",
    "denied", "its", "batteries", "had", "fired", "citing", "residents", "who", "fled", "to", "Brenn", "last", "week",
)  # fmt: skip
"""Words of prose that set off as many rules as may be."""

PIECES = {
    "straight quotes": '"',
    "open quotes": "“",
    "close quotes": "”",
    "quote pairs": "“a” ",
    "single quotes": "'",
    "guillemets": "«a ",
    "one letter": "a",
    "one capital": "A",
    "letter words": "a ",
    "capital letters": "A. ",
    "capitalised words": "Alpha Beta Gamma ",
    "upper-case words": "ALPHA KILLED BETA ",
    "digits": "1234567890",
    "digit groups": "1,",
    "numbers": "12 ",
    "number words": "twenty ",
    "hyphened numbers": "twenty-",
    "round brackets": "(",
    "square brackets": "[",
    "closed brackets": "(a) ",
    "said": "said ",
    "he said": "he said that ",
    "according to": "according to ",
    "citing": "citing the ",
    "denied": "denied that it ",
    "killed": "killed ",
    "people killed": "3 people killed ",
    "at least": "at least ",
    "between": "between 3 and ",
    "including": "including two children and ",
    "airstrike": "airstrike on ",
    "of the": "of the ",
    "and": "and ",
    "commas": ", ",
    "who": "who ",
    "not": "not ",
    "dates": "12 March 2019 ",
    "weekdays": "last Monday ",
    "slashed dates": "12/03/2019",
    "clock": "at 10:30 ",
    "stops": ". ",
    "dots": ".",
    "dotted letters": "U.S.",
    "colons": "a: ",
    "dashes": "— ",
    "hyphens": "-",
    "blanks": " ",
    "blank lines": "\n\n",
    "lines": "Word\n",
    "tabs": "\t",
    "right-to-left marks": "\u200f5",
    "combining marks": "e\u0301",
    "NUL": "\0",
    "prose without stops": " ".join(_PROSE) + " ",
    "prose": " ".join(_PROSE) + ". ",
    "quoted prose": "“" + " ".join(_PROSE) + ",” he said. ",
    "unclosed quotes": "“" + " ".join(_PROSE[:9]) + ". ",
}
"""Names of the texts, and the piece each repeats."""


def text(name: str, length: int, ending: str = "") -> str:
    """The text of this name, of exactly this many code points. Another ending makes another text of its kind."""
    piece = PIECES[name]
    return (piece * (length // len(piece) + 1))[: length - len(ending)] + ending


def names() -> Iterator[str]:
    """The names of all texts, in order."""
    return itertools.chain(PIECES)
