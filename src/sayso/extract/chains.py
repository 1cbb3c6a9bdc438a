"""Nest attributions: what stands in another's content stands on that one's word as well."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.cues import word_set
from sayso.record import Attribution, Mention, Voice

NEAR = 40
"""Drafts looked at on either side for the one that holds another; a sentence has fewer."""

DEEPEST = 6
"""Attributions nested in one another that are followed outwards; no reporter nests more."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution on its way: its words, its own voices from the outside in, and the place of its sentence."""

    said: Attribution
    voices: tuple[Voice, ...]
    tile: int


def chained(drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """The attributions with their whole chains, in the order of their cues."""
    ordered = sorted(drafts, key=lambda draft: _anchor(draft.said))
    holders = [_holder(ordered, n) for n in range(len(ordered))]
    done: list[Attribution] = []
    for n, draft in enumerate(ordered):
        chain, holder, depth = draft.voices, holders[n], 0
        while holder is not None and depth < DEEPEST:
            chain = _joined(ordered[holder].voices, chain)
            holder, depth = holders[holder], depth + 1
        if draft.said.content or draft.said.source:
            done.append(replace(draft.said, chain=chain))
    return tuple(done)


def _anchor(said: Attribution) -> tuple[int, int, int]:
    first = min((m.start for m in (*said.cue, *said.content, *said.source)), default=0)
    cue = said.cue[0] if said.cue else None
    return (cue.start if cue else first, cue.end if cue else first, first)


def _joined(outer: tuple[Voice, ...], inner: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """One chain: a voice that already stands in it is not named twice."""
    names = {voice.name for voice in inner}
    if len(outer) > 1 and outer[-1].name.lower() in word_set("show", "pictures"):
        outer = outer[:-1]  # who speaks inside what X posted speaks through X, not through the pictures
    return tuple(voice for voice in outer if voice.name not in names) + inner if inner else outer


def _covers(content: tuple[Mention, ...], mentions: tuple[Mention, ...]) -> bool:
    return bool(mentions) and all(any(piece.covers(m) for piece in content) for m in mentions)


def _holder(drafts: Sequence[Draft], n: int) -> int | None:
    """The smallest content that holds the whole of this one's source and cue."""
    said = drafts[n].said
    inner = (*said.source, *said.cue) or said.content
    best: tuple[int, int] | None = None
    for k in range(max(0, n - NEAR), min(len(drafts), n + NEAR)):
        other = drafts[k].said
        if k == n or not drafts[k].voices or not _covers(other.content, inner):
            continue
        if _covers(said.content, (*other.source, *other.cue)):
            continue
        size = sum(piece.end - piece.start for piece in other.content)
        if best is None or size < best[0]:
            best = (size, k)
    return None if best is None else best[1]
