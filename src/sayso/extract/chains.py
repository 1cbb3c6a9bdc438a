"""Nest attributions: what stands in another's content stands on that one's word as well."""

from dataclasses import replace
from typing import Protocol

from sayso.extract.quotations import Quotation
from sayso.extract.sentences import Sentence
from sayso.record import Attribution, Mention, Voice


class Drafted(Protocol):
    """An attribution with its own voices and its sentence."""

    @property
    def said(self) -> Attribution: ...
    @property
    def voices(self) -> tuple[Voice, ...]: ...
    @property
    def tile(self) -> int: ...


NEAR = 40
"""Drafts looked at on either side for the one that holds another; a sentence has fewer."""


def chained(text: str, tiles: tuple[Sentence, ...], drafts: list[Drafted], quoted: tuple[Quotation, ...]) -> tuple[Attribution, ...]:  # type: ignore[type-arg] # noqa: ARG001
    """Attributions with their whole chains, in the order of their cues."""
    ordered = sorted(drafts, key=lambda d: _anchor(d.said))
    done: list[Attribution] = []
    for n, draft in enumerate(ordered):
        chain: tuple[Voice, ...] = draft.voices
        holder = _holder(ordered, n)
        seen = {n}
        while holder is not None and holder not in seen:
            seen.add(holder)
            outer = ordered[holder].voices
            chain = _joined(outer, chain)
            holder = _holder(ordered, holder)
        said = draft.said
        if not said.content and not said.source:
            continue
        done.append(replace(said, chain=chain))
    return tuple(done)


def _anchor(said: Attribution) -> tuple[int, int]:
    first = min(m.start for m in (*said.cue, *said.content)) if (said.cue or said.content) else 0
    return (said.cue[0].start if said.cue else first, first)


def _joined(outer: tuple[Voice, ...], inner: tuple[Voice, ...]) -> tuple[Voice, ...]:
    """One chain: a voice that already stands in it is not named twice."""
    names = {v.name for v in inner}
    return tuple(v for v in outer if v.name not in names) + inner if inner else outer


def _covers(content: tuple[Mention, ...], mentions: tuple[Mention, ...]) -> bool:
    return bool(mentions) and all(any(c.covers(m) for c in content) for m in mentions)


def _size(content: tuple[Mention, ...]) -> int:
    return sum(c.end - c.start for c in content)


def _holder(drafts: list[Drafted], n: int) -> int | None:
    """The smallest content that holds the whole of this one's source and cue."""
    said = drafts[n].said
    inner = (*said.source, *said.cue) or said.content
    best: tuple[int, int] | None = None
    for k in range(max(0, n - NEAR), min(len(drafts), n + NEAR)):
        if k == n or not drafts[k].voices:
            continue
        other = drafts[k].said
        if _covers(other.content, inner) and not _covers(said.content, (*other.source, *other.cue)):
            size = _size(other.content)
            if best is None or size < best[0]:
                best = (size, k)
    return None if best is None else best[1]
