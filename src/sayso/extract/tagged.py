"""Read a tagger's tags as what the rules work on: claims with their slots, and sayings of a sentence.

Figures, dates and references are not taken from tags: the tagger says where and what kind, the rules read the words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import cast

from sayso.extract.cues import Cue, CueWord, Range, Saying, cues_of
from sayso.extract.noun_lists import Words
from sayso.record import EventType, Mention, Stance, Tag, Tags

UNKNOWN = CueWord("say", "phrase", "", "asserts")
"""A cue that the lexicon does not know: the tagger has seen that somebody says something, no more."""


@dataclass(frozen=True, slots=True)
class TaggedClaim:
    """One claim as tagged: its quote, and what the tagger holds of it (None or () = nothing)."""

    quote: Mention
    stance: Stance | None = None
    type: EventType | None = None
    sourced: bool | None = None
    speaker: Mention | None = None
    actor: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class TaggedSaying:
    """One attribution as tagged: a cue, perhaps its source, and the pieces of its content."""

    cue: Mention
    source: Mention | None
    content: tuple[Mention, ...]


@dataclass(slots=True)
class _Group:
    tags: list[Tag] = field(default_factory=list)

    def mentions(self, label: str) -> tuple[Mention, ...]:
        return tuple(tag.mention for tag in self.tags if tag.label == label)

    def choice(self, prefix: str) -> str | None:
        return next((tag.label.removeprefix(prefix) for tag in self.tags if tag.label.startswith(prefix)), None)


def _groups(tags: Tags) -> list[_Group]:
    groups: dict[int, _Group] = {}
    for tag in tags.tags:
        if tag.group:
            groups.setdefault(tag.group, _Group()).tags.append(tag)
    return [groups[key] for key in sorted(groups)]


def tagged_claims(tags: Tags) -> tuple[TaggedClaim, ...]:
    """The claims among the tags, in the order of their quotes."""
    found = []
    for group in _groups(tags):
        quotes = group.mentions("quote")
        if not quotes:
            continue
        voice = group.choice("voice:")
        speakers = group.mentions("speaker")
        found.append(
            TaggedClaim(
                quotes[0],
                cast("Stance | None", group.choice("stance:")),
                cast("EventType | None", group.choice("type:")),
                None if voice is None else voice == "sourced",
                speakers[0] if speakers else None,
                group.mentions("actor"),
                group.mentions("target"),
                group.mentions("place"),
            )
        )
    return tuple(sorted(found, key=lambda claim: (claim.quote.start, claim.quote.end)))


def tagged_sayings(tags: Tags) -> tuple[TaggedSaying, ...]:
    """The attributions among the tags that have a cue, in the order of their cues."""
    found = []
    for group in _groups(tags):
        cues, sources = group.mentions("cue"), group.mentions("source")
        if cues:
            found.append(TaggedSaying(cues[0], sources[0] if sources else None, group.mentions("content")))
    return tuple(sorted(found, key=lambda saying: saying.cue.start))


def _range(words: Words, mention: Mention) -> Range | None:
    """The words of the sentence that the mention covers; None where it covers none."""
    first = bisect_right(words, mention.start, key=lambda word: word.end)
    last = bisect_left(words, mention.end, key=lambda word: word.start) - 1
    return (first, last) if first <= last else None


def _saying(words: Words, cues: tuple[Cue, ...], tagged: TaggedSaying) -> Saying | None:
    at = _range(words, tagged.cue)
    if at is None:
        return None
    known = next((cue for cue in cues if cue.first <= at[1] and at[0] <= cue.last), None)
    source = _range(words, tagged.source) if tagged.source else None
    content = tuple(found for piece in tagged.content if (found := _range(words, piece)) is not None)
    return Saying(known or Cue(*at, UNKNOWN), source, content)


def with_tagged(words: Words, ruled: tuple[Saying, ...], tagged: Iterable[TaggedSaying]) -> tuple[Saying, ...]:
    """The sayings of a sentence where rules and tagger are joined.

    The order of trust: the tagger for where a source and a content begin and end; the rules for what a cue means, for
    shared sources and for whom a source cites; a cue that only one of them sees stands.
    """
    joined = list(ruled)
    cues = tuple(cues_of(words))
    for one in tagged:
        seen = _saying(words, cues, one)
        if seen is None:
            continue
        cue = seen.cue
        at = next((n for n, s in enumerate(joined) if s.cue.first <= cue.last and cue.first <= s.cue.last), None)
        if at is None:
            if seen.source and seen.content:
                joined.append(seen)
            continue
        rule = joined[at]
        joined[at] = replace(
            rule,
            source=seen.source if seen.source and rule.shares is None else rule.source,
            content=seen.content or rule.content,
        )
    return tuple(joined)
