"""Gather the names an article gives: bodies with their acronyms, persons without their titles."""

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sayso.extract.cues import cue_words, word_set
from sayso.extract.noun_lists import Words, nouns
from sayso.extract.sentences import Sentence
from sayso.extract.words import words_of
from sayso.lexicon import load
from sayso.record import Mention

NameKind = Literal["person", "body"]
LONGEST_NAME = 10
"""Words of one name."""
MOST_SHARED = 40
"""Names kept under one of their words: a word in more names than that singles out none of them."""
_LINKS = frozenset({"of", "for", "al", "el", "de", "la", "del", "bin", "ibn", "abu", "von", "van", "der", "da"})
_BEFORE_BODY = frozenset({"defence", "defense", "foreign", "health", "civil", "military", "news"})
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the article: its fullest mention, the folded words of it, and whether it is a person's."""

    mention: Mention
    words: tuple[str, ...]
    kind: NameKind
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Registry:
    """The names of one article, by acronym and by each of their words, with where pronouns may look back to."""

    text: str = field(repr=False)
    names: tuple[Name, ...]
    by_word: Mapping[str, tuple[Name, ...]] = field(repr=False)
    by_acronym: Mapping[str, Name] = field(repr=False)
    bodies: tuple[tuple[int, Name], ...] = field(repr=False, default=())
    monitors: tuple[Name, ...] = field(repr=False, default=())
    titled: tuple[tuple[int, Name], ...] = field(repr=False, default=())


def folded_words(words: str) -> tuple[str, ...]:
    """The words of a name in lower case, without articles and possessive endings."""
    found = []
    for match in _TOKEN.finditer(words.lower()):
        word = match[0].removesuffix("'s").removesuffix("’s").replace(".", "")
        if word not in ("the", "a", "an"):
            found.append(word)
    return tuple(found)


@functools.cache
def outlet_names() -> frozenset[tuple[str, ...]]:
    """The agencies and outlets of the lexicon, folded."""
    return frozenset(folded_words(name) for name in load("voices")["outlets"])


def _runs(words: Words) -> list[tuple[int, int]]:
    """Runs of capitalised words, tied by the small words of names."""
    runs: list[tuple[int, int]] = []
    n = 0
    joints = (
        word_set("clause", "joints")
        | nouns("prepositions")
        | word_set("between", "days")
        | nouns("determiners")
        | nouns("pronouns")
        | word_set("clause", "finite")
    )
    verbs = _headline_verbs()
    while n < len(words):
        opens = n + 1 < len(words) and words[n].low in cue_words() and words[n + 1].low in nouns("determiners")
        if not words[n].cap or opens or (words[n].low in joints and words[n].low != "us"):
            n += 1
            continue
        end = n
        while end + 1 < len(words) and end - n < LONGEST_NAME:
            following = words[end + 1]
            if following.cap and following.low not in joints and following.low not in verbs:
                end += 1
            elif (
                following.low in _LINKS
                and end + 2 < len(words)
                and words[end + 2].cap
                and words[end + 2].low not in joints
                and (following.low != "and")
            ):
                end += 2
            elif (
                following.low in ("of", "for")
                and end + 3 < len(words)
                and words[end + 2].low == "the"
                and words[end + 3].cap
            ):
                end += 3
            else:
                break
        tail = end
        while (
            tail + 1 < len(words)
            and tail - end < 3
            and words[tail + 1].low
            in nouns("bodies") | {"defence", "defense", "foreign", "health", "civil", "military", "news"}
            and not words[tail + 1].cap
        ):
            tail += 1
        if tail > end and words[tail].low in nouns("bodies"):
            end = tail
        runs.append((n, end))
        n = end + 1
    return runs


@functools.cache
def _headline_verbs() -> frozenset[str]:
    """Cue verbs that end a name in a headline where each word has its capital."""
    return frozenset(key for key, rows in cue_words().items() if any(w.form in ("third", "past") for _, w in rows)) - {
        "states"
    }


def _acronym(words: Words, run: tuple[int, int]) -> tuple[str, int] | None:
    """The acronym in brackets after a run and the first word of the name it stands for."""
    first, last = run
    if last + 3 >= len(words) or words[last + 1].low not in ("(", "[") or words[last + 3].low not in (")", "]"):
        return None
    short = words[last + 2].low.replace(".", "")
    if not 2 <= len(short) <= 8:
        return None
    for begin in range(last, first - 1, -1):
        if words[begin].low[0] == short[0]:
            initials = "".join(w.low[0] for w in words[begin : last + 1] if w.low not in ("for", "of", "the", "and"))
            if initials == short or len(initials) >= len(short):
                return short, begin
    return short, first


@functools.cache
def _countries() -> frozenset[str]:
    return frozenset(load("place_words")["countries"]["names"])


def _person(words: Words, run: tuple[int, int]) -> tuple[int, int] | None:
    """The person's name at the end of a run: what follows the last title, or a run with no word of a body in it."""
    first, last = run
    roles = nouns("roles")
    for n in range(last, first - 1, -1):
        if words[n].low.rstrip(".") in roles:
            return (n + 1, last) if n < last else None
    if words[last].low in _countries():
        return None  # "the city of Arva Syria"
    after_role = first > 0 and words[first - 1].low.rstrip(".") in roles
    body = any(w.low in nouns("org_words") | nouns("bodies") for w in words[first : last + 1])
    if body:
        return (
            (first, last) if after_role and last - first <= 3 and words[first].low not in nouns("org_words") else None
        )
    if after_role or (
        1 <= last - first <= 4 and not any(w.low in ("of", "for", "the", "and") for w in words[first : last + 1])
    ):
        return (first, last)
    return None


def _organised(words: tuple[str, ...]) -> bool:
    """Whether a name holds a word for a body, and not only a nation's adjective."""
    return any(w in nouns("bodies") for w in words) or any(
        w in ("observatory", "helmets", "defence", "front", "brigades", "units", "forces") for w in words
    )


def body_before(registry: Registry, position: int, within: int = 300) -> Name | None:
    """The nearest body named before a position; None where none is near."""
    return _nearest(registry.bodies, position, within)


def titled_before(registry: Registry, position: int, within: int = 400) -> Name | None:
    """The nearest person named with a title before a position ("Minister Maha Saleh"); None where none is near."""
    return _nearest(registry.titled, position, within)


def _nearest(named: tuple[tuple[int, Name], ...], position: int, within: int) -> Name | None:
    at = bisect_left(named, position, key=lambda row: row[0])
    return named[at - 1][1] if at and position - named[at - 1][0] <= within else None


def name_registry(text: str, tiles: tuple[Sentence, ...]) -> Registry:
    """All names of the article in one pass. Linear in the text; give the result to `resolve_reference`."""
    names: dict[tuple[str, ...], Name] = {}
    acronyms: dict[str, Name] = {}
    bodies: list[tuple[int, Name]] = []
    titled: list[tuple[int, Name]] = []
    for tile in tiles:
        words = words_of(text, tile)
        for name, short in _names_of(text, words):
            if short:
                acronyms.setdefault(short, name)
            if name.kind == "body" and _organised(name.words):
                bodies.append((name.mention.start, name))
            if name.titled:
                titled.append((name.mention.start, name))
            names.setdefault(name.words, name)
    for name in names.values():
        initials = "".join(word[0] for word in name.words if word not in ("for", "of", "and"))
        if name.kind == "body" and 3 <= len(initials) <= 6 and len(name.words) <= 7:
            acronyms.setdefault(initials, name)
    by_word: dict[str, list[Name]] = {}
    for name in names.values():
        for word in dict.fromkeys(name.words):
            if len(by_word.setdefault(word, [])) < MOST_SHARED:
                by_word[word].append(name)
    monitors = tuple(n for n in names.values() if n.kind == "body" and len(n.words) > 2 and is_monitor(n.words))
    shared = {word: tuple(found) for word, found in by_word.items()}
    return Registry(text, tuple(names.values()), shared, acronyms, tuple(bodies), monitors[:MOST_SHARED], tuple(titled))


def _names_of(text: str, words: Words) -> Iterator[tuple[Name, str | None]]:
    """The names of one sentence, each with the acronym given in brackets after it."""
    for run in _runs(words):
        short = _acronym(words, run)
        person = None if short else _person(words, run)
        if short:
            name = _name(text, words, short[1], run[1], "body")
        elif person and folded_words(text[words[person[0]].start : words[person[1]].end]) not in outlet_names():
            name = _name(text, words, *person, "person")
        elif run[1] > run[0] or run[0] > 0:
            name = _name(text, words, *run, "body")
        else:
            continue
        if name.words:
            yield name, short[0] if short else None


def _name(text: str, words: Words, first: int, last: int, kind: NameKind) -> Name:
    while first < last and words[first].low.endswith("-based"):
        first += 1
    mention = Mention(words[first].start, words[last].end, text)
    titled = kind == "person" and first > 0 and words[first - 1].low.rstrip(".") in nouns("roles")
    return Name(mention, folded_words(mention.words), kind, titled)


@functools.cache
def _monitor_names() -> tuple[str, ...]:
    return tuple(name.lower() for name in load("voices")["monitors"])


def is_monitor(words: tuple[str, ...]) -> bool:
    """Whether folded words name one of those who count harm."""
    joined = " ".join(words)
    return any(name in joined for name in _monitor_names())
