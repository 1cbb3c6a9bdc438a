"""Read a tagger's tags as what the rules work on: claims with their slots.

Figures, dates and references are not taken from tags: the tagger says where and what kind, the rules read the words.
"""

import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import cast

from sayso.extract.propositions import tidied
from sayso.extract.regions import Region
from sayso.record import EventType, Mention, Stance, Tag, Tags

KEPT = 0.5
"""Share of a tagged quote that its region must hold; less is a splinter."""
MOST_REGIONS = 12
"""Regions one tagged quote is looked for in; none runs over more."""


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


def tagged_claims(text: str, tags: Tags, cut: tuple[Region, ...]) -> tuple[TaggedClaim, ...]:
    """The claims among the tags, in the order of their quotes, each inside one region and tidied as the rules do."""
    found = []
    for group in _groups(tags):
        quote = next((_tidied(text, mention, cut) for mention in group.mentions("quote")), None)
        if quote is None:
            continue
        voice = group.choice("voice:")
        speakers = group.mentions("speaker")
        found.append(
            TaggedClaim(
                quote,
                cast("Stance | None", group.choice("stance:")),
                cast("EventType | None", group.choice("type:")),
                None if voice is None else voice == "sourced",
                speakers[0] if speakers else None,
                group.mentions("actor"),
                group.mentions("target"),
            )
        )
    return tuple(sorted(found, key=lambda claim: (claim.quote.start, claim.quote.end)))


def _tidied(text: str, quote: Mention, cut: tuple[Region, ...]) -> Mention | None:
    """The quote in the region that holds most of it: what one voice says in one sentence. None outside of
    all prose, or where most of the quote stands elsewhere.
    """
    first = bisect_right(cut, quote.start, key=lambda region: region.end)
    here = [region for region in cut[first : first + MOST_REGIONS] if region.start < quote.end]
    if not here:
        return None
    most = max(here, key=lambda region: min(region.end, quote.end) - max(region.start, quote.start))
    start, end = tidied(text, max(quote.start, most.start), min(quote.end, most.end))
    return Mention(start, end, text) if end - start >= KEPT * (quote.end - quote.start) else None


def unread_from(tags: Tags) -> int:
    """The code point from which the tagger has not read the text; past every text where it has read all."""
    return min((tag.mention.start for tag in tags.tags if tag.label == "unread"), default=sys.maxsize)
