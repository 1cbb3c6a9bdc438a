"""Find the words that put a content on somebody's word: "said", "according to", "denied", "called for"."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.extract.words import Word
from sayso.lexicon import load
from sayso.record import Stance

Kind = Literal["say", "told", "show", "deny", "intend", "doubt", "according", "citing", "quoted", "speaking"]
Form = Literal["base", "third", "past", "ing", "phrase"]
FORMS: tuple[Form, ...] = ("base", "third", "past", "ing")


@dataclass(frozen=True, slots=True)
class CueWord:
    """What the lexicon knows of one cue: its kind, the form of its verb, its base form and its stance."""

    kind: Kind
    form: Form
    base: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue in a sentence: the words `first`..`last`, both included, and what the lexicon knows of it."""

    first: int
    last: int
    word: CueWord
    negated: bool = False
    passive: bool = False


Range = tuple[int, int]
"""First and last word of a stretch of one sentence, both included."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One cue with its source, content and those who passed it on, as places of words in its sentence.

    `source` is None where the subject is shared with the saying `shares` (its place in the list), or where nobody is
    named. `outer` names an outlet it was said to; `inner` names whom the source cites.
    """

    cue: Cue
    source: Range | None
    content: tuple[Range, ...]
    outer: Range | None = None
    inner: Range | None = None
    shares: int | None = None
    side: str = "after"


_STANCES: Mapping[Kind, Stance] = {"deny": "denies", "intend": "intends", "doubt": "doubts"}


@functools.cache
def cue_words() -> Mapping[str, tuple[tuple[tuple[str, ...], CueWord], ...]]:
    """All cues of the lexicon by their first word, longest first."""
    table = load("cues")
    found: dict[str, list[tuple[tuple[str, ...], CueWord]]] = {}

    def put(phrase: str, word: CueWord) -> None:
        parts = tuple(phrase.replace("_", " ").split())
        found.setdefault(parts[0], []).append((parts, word))

    verbs: list[tuple[Kind, list[str]]] = [
        ("say", table["say"]["verbs"]),
        ("told", table["say"]["told"]),
        ("show", table["show"]["verbs"]),
        ("deny", table["deny"]["verbs"]),
        ("intend", table["intend"]["verbs"]),
        ("doubt", table["doubt"]["verbs"]),
    ]
    for kind, rows in verbs:
        for row in rows:
            forms = row.split()
            for form, surface in dict(zip(reversed(FORMS), reversed(forms), strict=True)).items():
                put(
                    surface,
                    CueWord(kind, "past" if surface == forms[2] else form, forms[0], _STANCES.get(kind, "asserts")),
                )
    phrases: list[tuple[Kind, str]] = [
        ("according", "according"),
        ("citing", "citing"),
        ("quoted", "quoted"),
        ("speaking", "speaking"),
    ]
    for kind, key in phrases:
        for phrase in table["other"][key]:
            put(phrase, CueWord(kind, "phrase", phrase, "asserts"))
    for phrase in table["intend"]["nouns"]:
        put(phrase, CueWord("intend", "phrase", phrase, "intends"))
    return {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for key, rows in found.items()}


@functools.cache
def word_set(*path: str) -> frozenset[str]:
    """One list of the cue lexicon as a set: `word_set("between", "adverbs")`."""
    table = load("cues")
    for key in path[:-1]:
        table = table[key]
    return frozenset(table[path[-1]])


def _turned(words: tuple[Word, ...], first: int) -> bool:
    """Whether a negation stands just before the verb ("did not confirm", "was unable to confirm")."""
    low = [words[n].low for n in range(max(0, first - 4), first)]
    negations = word_set("negation", "words")
    skip = word_set("between", "adverbs") | {"to", "be", "yet", "been", "able", "t"}
    for word in reversed(low):
        if word in negations:
            return True
        if word not in skip:
            return False
    return False


def cues_of(words: tuple[Word, ...]) -> Iterator[Cue]:
    """The cues of one sentence in order; they do not overlap."""
    table = cue_words()
    be = word_set("other", "be")
    skip = word_set("between", "adverbs")
    n = 0
    while n < len(words):
        hit = None
        for parts, word in table.get(words[n].low, ()):
            if len(parts) == 1 or tuple(w.low for w in words[n : n + len(parts)]) == parts:
                hit = (n + len(parts) - 1, word)
                break
        if hit is None or (
            n > 0
            and words[n].cap
            and words[n - 1].low not in (":", '"', "“", "”")
            and hit[1].form != "phrase"
            and (words[n - 1].cap or hit[1].form == "base")
        ):
            n += 1
            continue
        before = n - 1
        while before > 0 and words[before].low in skip and words[before].low not in be:
            before -= 1
        passive = hit[1].form == "past" and before >= 0 and words[before].low in be
        yield Cue(n, hit[0], hit[1], _turned(words, n), passive)
        n = hit[0] + 1
