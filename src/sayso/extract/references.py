"""Who is meant by "he", "the group", "SOHR", "Barazi": the fullest name the article itself gives.

Two antecedents that stand equally leave the words as they are: no name is guessed.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sayso.extract.cues import cue_words, word_set
from sayso.extract.noun_lists import nouns
from sayso.extract.sentences import Sentence
from sayso.extract.words import Word, words_of
from sayso.record import Mention, Reference

NameKind = Literal["person", "body"]
_LINKS = frozenset(
    ["of", "for", "the", "and", "al", "el", "de", "la", "del", "bin", "ibn", "abu", "von", "van", "der", "da"]
)
_TOKEN = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
LONGEST_NAME = 10
"""Words of one name."""


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
    starts: tuple[int, ...] = field(repr=False)
    bodies: tuple[tuple[int, Name], ...] = field(repr=False, default=())
    monitors: tuple[Name, ...] = field(repr=False, default=())


def folded_words(words: str) -> tuple[str, ...]:
    """The words of a name in lower case, without articles and possessive endings."""
    found = []
    for match in _TOKEN.finditer(words.lower()):
        word = match[0].removesuffix("'s").removesuffix("’s").replace(".", "")
        if word not in ("the", "a", "an"):
            found.append(word)
    return tuple(found)


def _runs(words: tuple[Word, ...]) -> list[tuple[int, int]]:
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
        if not words[n].cap or (words[n].low in joints and words[n].low != "us"):
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


def _acronym(words: tuple[Word, ...], run: tuple[int, int]) -> tuple[str, int] | None:
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


def _person(words: tuple[Word, ...], run: tuple[int, int]) -> tuple[int, int] | None:
    """The person's name at the end of a run: what follows the last title, or a run with no word of a body in it."""
    first, last = run
    roles = nouns("roles")
    for n in range(last, first - 1, -1):
        if words[n].low.rstrip(".") in roles:
            return (n + 1, last) if n < last else None
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


def name_registry(text: str, tiles: tuple[Sentence, ...]) -> Registry:
    """Gather the names of an article: bodies with their acronyms, persons without their titles."""
    names: list[Name] = []
    acronyms: dict[str, Name] = {}
    seen: set[tuple[str, ...]] = set()
    bodies: list[tuple[int, Name]] = []
    outlets = outlet_names()

    def add(words: tuple[Word, ...], first: int, last: int, kind: NameKind) -> Name:
        while first < last and words[first].low.endswith("-based"):
            first += 1
        mention = Mention(words[first].start, words[last].end, text)
        titled = kind == "person" and first > 0 and words[first - 1].low.rstrip(".") in nouns("roles")
        name = Name(mention, folded_words(mention.words), kind, titled)
        if kind == "body" and _organised(name.words):
            bodies.append((mention.start, name))
        if name.words and name.words not in seen:
            seen.add(name.words)
            names.append(name)
        return name

    for tile in tiles:
        words = words_of(text, tile)
        for run in _runs(words):
            short = _acronym(words, run)
            if short:
                name = add(words, short[1], run[1], "body")
                acronyms.setdefault(short[0], name)
                continue
            person = _person(words, run)
            if person and folded_words(text[words[person[0]].start : words[person[1]].end]) not in outlets:
                add(words, *person, "person")
            elif run[1] > run[0] or run[0] > 0:
                add(words, *run, "body")
    for name in names:
        initials = "".join(w[0] for w in name.words if w not in ("for", "of", "and"))
        if name.kind == "body" and 3 <= len(initials) <= 6 and len(name.words) <= 7:
            acronyms.setdefault(initials, name)
    by_word: dict[str, list[Name]] = {}
    for name in names:
        for word in dict.fromkeys(name.words):
            if len(by_word.setdefault(word, [])) < 40:  # a word in more names than that singles out none of them
                by_word[word].append(name)
    return Registry(
        text,
        tuple(names),
        {k: tuple(v) for k, v in by_word.items()},
        acronyms,
        tuple(n.mention.start for n in names),
        tuple(bodies),
    )


@functools.cache
def outlet_names() -> frozenset[tuple[str, ...]]:
    """The agencies and outlets of the lexicon, folded."""
    from sayso.lexicon import load

    return frozenset(folded_words(name) for name in load("voices")["outlets"])


def _organised(words: tuple[str, ...]) -> bool:
    """Whether a name holds a word for a body, and not only a nation's adjective."""
    return any(w in nouns("bodies") for w in words) or any(
        w in ("observatory", "helmets", "defence", "front", "brigades", "units", "forces") for w in words
    )


def body_before(registry: Registry, position: int, within: int = 300) -> Name | None:
    """The nearest body named before a position; None where none is near."""
    at = bisect_left(registry.bodies, position, key=lambda row: row[0])
    if at and position - registry.bodies[at - 1][0] <= within:
        return registry.bodies[at - 1][1]
    return None


def _surname(words: tuple[str, ...], registry: Registry) -> list[Name]:
    """Persons whose longer name ends in these words (or holds them after its first)."""
    return [
        n
        for n in registry.by_word.get(words[-1], ())
        if n.kind == "person" and len(n.words) > len(words) and n.words[-len(words) :] == words
    ]


def _longer(words: tuple[str, ...], registry: Registry) -> list[Name]:
    """Bodies whose name holds all these words, one of them a noun for a body."""
    if not any(w in nouns("bodies") or w in nouns("org_words") for w in words):
        return []
    wanted = set(words)
    return [
        n
        for n in registry.by_word.get(words[-1], ())
        if n.kind == "body" and len(n.words) > len(words) and wanted <= set(n.words) and n.words[0] not in ("al",)
    ]


def one_name(found: list[Name], before: int) -> Name | None:
    """The one name meant: all candidates must be forms of the same name; the earliest of the fullest is taken."""
    if not found:
        return None
    found = [n for n in found if n.titled] or found
    widest = max(found, key=lambda n: (len(n.words), -n.mention.start))
    if all(set(n.words) <= set(widest.words) for n in found):
        return widest
    earlier = [n for n in found if n.mention.start < before]
    if len(earlier) == 1:
        return earlier[0]
    tails = {n.words[-1] for n in found}
    shortest = min(found, key=lambda n: (len(n.words), n.mention.start))
    if len(tails) == 1 and all(n.words[-len(shortest.words) :] == shortest.words for n in found):
        return shortest
    return None


def resolve_reference(mention: Mention, registry: Registry) -> Reference:
    """The fullest name in the article for these words; the words themselves where there is none or several stand.

    Handles acronyms ("SOHR"), surnames ("Barazi") and short forms of bodies ("the Observatory"). Pronouns and role
    words ("he", "the group") need to know who spoke before: see `sayso.extract.speakers`.
    """
    words = folded_words(mention.words)
    while len(words) > 1 and words[0].endswith("-based"):
        words = words[1:]
        cut = mention.words.find(" ") + 1
        mention = Mention(mention.start + cut, mention.end, registry.text)
    if not words:
        return Reference(mention)
    if len(words) == 1 and words[0] in registry.by_acronym and mention.words.replace(".", "").isupper():
        name = registry.by_acronym[words[0]]
        return _reference(mention, name, "acronym")
    if words in outlet_names() or not mention.words.strip()[:1]:
        return Reference(mention)
    if len(words) <= 3 and any(c.isupper() for c in mention.words):
        name_ = one_name(_surname(words, registry), mention.start)
        if name_:
            return _reference(mention, name_, "short form")
        name_ = one_name(_longer(words, registry), mention.start)
        if name_:
            return _reference(mention, name_, "short form")
    return Reference(mention)


def _reference(mention: Mention, name: Name, rule: str) -> Reference:
    if name.mention.words == mention.words:
        return Reference(mention)
    return Reference(mention, name.mention, rule)


def names_before(registry: Registry, position: int, kind: NameKind, within: int = 400) -> tuple[Name, ...]:
    """Names of this kind first given in the `within` code points before a position, nearest first."""
    at = bisect_left(registry.starts, position)
    return tuple(
        n
        for n in reversed(registry.names[max(0, at - 30) : at])
        if n.kind == kind and position - n.mention.start <= within
    )
