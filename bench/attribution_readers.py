"""Who finds attributions in a text, in the form of the data: the rules, a trained tagger, and the naive floor."""

import re
from collections import defaultdict
from collections.abc import Callable

from bench.tagger_option import chosen
from sayso.extract.attribution import attributions
from sayso.extract.sentences import sentences
from sayso.record import Mention
from sayso.tag import Tagger

ROLES = ("source", "cue", "content")
Spans = dict[str, list[list[int]]]
"""One attribution: the spans of each role."""
Reader = Callable[[str], list[Spans]]

_SAID = re.compile(r"\b(?:said|says)\b")
_WORD = re.compile(r"\S+")
_PADS = " ,\"“”"


def reader(name: str) -> Reader:
    """The reader behind `--tagger NAME`: "none" is the rules. Raises DataMissing where there is none or no model."""
    return chosen(name, by_rules, by_tags)


def by_rules(text: str) -> list[Spans]:
    """What the rules find on somebody's word; each has a cue of its own (carried-on quotations have none)."""
    every = attributions(text, sentences(text))
    return [
        {"source": _spans(said.source), "cue": _spans(said.cue), "content": _spans(said.content)}
        for said in every
        if said.cue and (said.source or said.chain)
    ]


def by_tags(known: Tagger, text: str) -> list[Spans]:
    """What a trained tagger alone finds: the tags of the three roles, an attribution for each group."""
    groups: dict[int, list[tuple[str, Mention]]] = defaultdict(list)
    for tag in known.tag(text).tags:
        if tag.label in ROLES:
            groups[tag.group].append((tag.label, tag.mention))
    return [
        {role: _spans(tuple(mention for label, mention in parts if label == role)) for role in ROLES}
        for _, parts in sorted(groups.items())
    ]


def naive(text: str) -> list[Spans]:
    """The floor: each "said" or "says" is a cue, the word next to it the source, the longer side the content."""
    found = []
    for tile in sentences(text):
        for cue in _SAID.finditer(text, tile.start, tile.stop):
            before, after = (tile.start, cue.start()), (cue.end(), tile.stop)
            left, right = list(_WORD.finditer(text, *before)), list(_WORD.finditer(text, *after))
            if not left or not right:
                continue
            source = _stripped(text, *left[-1].span())
            content = _stripped(text, tile.start, left[-1].start()) or _stripped(text, *after)
            if len(right) > len(left):
                content = _stripped(text, *after)
            found.append({"source": [source], "cue": [list(cue.span())], "content": [content]})
    return [{role: [span for span in spans if span] for role, spans in one.items()} for one in found]


def _stripped(text: str, start: int, end: int) -> list[int]:
    while start < end and text[start] in _PADS:
        start += 1
    while end > start and text[end - 1] in f"{_PADS}.":
        end -= 1
    return [start, end] if end > start else []


def _spans(mentions: tuple[Mention, ...]) -> list[list[int]]:
    return [[mention.start, mention.end] for mention in mentions]
