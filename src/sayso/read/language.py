"""Which language a text is in, and whether sayso reads it."""

import functools
import re
from dataclasses import dataclass
from typing import Any

from sayso.lexicon import load

LOOKED_AT = 2000
"""Code points looked at: more change no answer on 2,800 news texts, and fewer cost less."""

FEWEST_LETTERS = 20
"""Below this no guess: language identifiers go wrong on a single name (shared/reference: py3langid on "Idlib")."""

ENGLISH_SHARE = 0.12
"""Share of the words that are common English ones, from which on no model need be asked (most news texts have more)."""

SURE = 0.5
"""Probability below which a guess other than English is doubted: lists of names look like any language."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The language of a text: its code (None: no guess), its name in words, and whether the text is to be read."""

    code: str | None
    name: str
    read: bool
    notes: tuple[str, ...] = ()


@functools.cache
def _names() -> dict[str, str]:
    return dict(load("languages")["names"])


@functools.cache
def _english_words() -> frozenset[str]:
    return frozenset(load("languages")["english_words"])


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _in_words(code: str) -> str:
    return f"{_names()[code]} ({code})" if code in _names() else f"a language with the code {code}"


def judge(text: str, declared: str | None = None) -> Verdict:
    """Say which language the text is in. `declared` is what its page says, and counts only where no guess is made.

    Upper case is lowered first, for wire texts in capitals look like no language at all.
    """
    sample = text[:LOOKED_AT].lower()
    words = _WORD.findall(sample)
    letters = sum(map(len, words))
    if letters < FEWEST_LETTERS:
        code = declared.replace("_", "-").split("-")[0].lower() if declared else None
        return Verdict(code, _in_words(code) if code else "no known language", True)
    common = sum(word in _english_words() for word in words)
    if common >= ENGLISH_SHARE * len(words) and "the" in words:
        return Verdict("en", "English", True)
    code, sure = _identifier().classify(sample.encode("utf-8", "replace"))
    if code == "en":
        return Verdict("en", "English", True)
    if code == "zxx" or (sure < SURE and _latin(sample)):
        return Verdict(None, "no known language", True, ("the language could not be told; read as English",))
    return Verdict(code, _in_words(code), False)


def _latin(sample: str) -> bool:
    """Whether most letters are Latin ones (up to U+024F, Latin Extended-B)."""
    letters = [character for character in sample if character.isalpha()]
    return 2 * sum(character < "\u0250" for character in letters) > len(letters)
