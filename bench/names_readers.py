"""Who finds names in a text, in the form of the data: the rules, a trained tagger, and the naive floor."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from bench.tagger_option import chosen
from sayso.extract.actors import parties
from sayso.extract.names import name_registry
from sayso.extract.page import Page, page_of
from sayso.extract.places import places
from sayso.extract.sentences import sentences
from sayso.lexicon import alternatives, load
from sayso.resolve.phrases import expressions
from sayso.tag import Tagger

Name = tuple[int, int, str]
"""Start, end and type."""
Reader = Callable[[str], list[Name]]

LABEL = "name:"
"""What a tagger's labels for names begin with; the type follows as the data spells it."""
FREQUENT = "Organisation"
"""The most frequent type of re3d: the floor's."""
_CAPITALS = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,9}")


def reader(name: str) -> Reader:
    """The reader behind `--tagger NAME`: "none" is the rules. Raises DataMissing where there is none or no model."""
    return chosen(name, by_rules, by_tags)


def by_tags(known: Tagger, text: str) -> list[Name]:
    """The names a trained tagger labels."""
    tags = (tag for tag in known.tag(text).tags if tag.label.startswith(LABEL))
    return [(tag.mention.start, tag.mention.end, tag.label.removeprefix(LABEL)) for tag in tags]


def by_rules(text: str) -> list[Name]:
    """Places, parties, persons and bodies, words of time and weapons, as the extractors know them."""
    page = page_of(text, sentences(text))
    located = places(page)
    found: Iterable[Name] = chain(
        ((place.start, place.end, "Location") for place in chain.from_iterable(located)),
        ((p.start, p.end, "Organisation") for p in chain.from_iterable(parties(page, located, ())) if p.whole),
        ((one.mention.start, one.mention.end, "Temporal") for one in expressions(text)),
        ((one.start(), one.end(), "Weapon") for one in _weapons().finditer(text)),
        _registered(page),
    )
    return sorted({(start, end): (start, end, kind) for start, end, kind in reversed(list(found))}.values())


def _registered(page: Page) -> Iterator[Name]:
    """Every occurrence of a name of the article's own registry."""
    kinds = {name.mention.words: name.kind for name in name_registry(page.text, page.tiles).names}
    if kinds:
        for one in re.finditer(rf"\b{alternatives(kinds)}\b", page.text):
            kind = kinds.get(one[0])
            if kind:
                yield one.start(), one.end(), "Person" if kind == "person" else "Organisation"


@functools.cache
def _weapons() -> re.Pattern[str]:
    nouns = [noun for section in load("weapons").values() for noun in section.get("nouns", ())]
    return re.compile(rf"\b{alternatives(nouns)}s?\b", re.IGNORECASE)


def naive(text: str) -> list[Name]:
    """The floor: every run of capitalised words is a name of the most frequent type."""
    return [(one.start(), one.end(), FREQUENT) for one in _CAPITALS.finditer(text)]
