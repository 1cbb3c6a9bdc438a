"""Ask on whose word a stretch of the text stands: what the tests of attribution, stance and references compare."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.record import Attribution

COVERED = 0.5
"""Share of a stretch that a content must hold to have a say in it; the rest may be a cue or a neighbour's words."""
WHOLE = 0.9
"""Share from which a content counts as covering a stretch wholly, so that the innermost of them is taken."""
BIN = 2000
"""Code points of one bin of the index; a sentence seldom touches more than two."""


@dataclass(frozen=True, slots=True)
class VoiceIndex:
    """The attributions of a text by the bins of text they touch, for many questions about one text."""

    bins: dict[int, tuple[Attribution, ...]] = field(repr=False)

    def near(self, start: int, end: int) -> tuple[Attribution, ...]:
        """Attributions with words in the bins of this stretch, in their order, each once."""
        seen: dict[int, Attribution] = {}
        for key in range(start // BIN, max(start, end - 1) // BIN + 1):
            for said in self.bins.get(key, ()):
                seen.setdefault(id(said), said)
        return tuple(seen.values())


def voice_index(attributions: Sequence[Attribution]) -> VoiceIndex:
    """Index the attributions of one text once, where many stretches will be asked about."""
    bins: dict[int, list[Attribution]] = {}
    for said in attributions:
        keys = {k for m in (*said.source, *said.cue, *said.content) for k in range(m.start // BIN, m.end // BIN + 1)}
        for key in sorted(keys):
            bins.setdefault(key, []).append(said)
    return VoiceIndex({key: tuple(found) for key, found in bins.items()})


def _shared(said: Attribution, start: int, end: int) -> int:
    """Code points of the stretch that the attribution holds; with its own cue in the stretch, all its words count."""
    own = any(start <= m.start and m.end <= end for m in said.cue)
    pieces = (*said.source, *said.cue, *said.content) if own else said.content
    return sum(max(0, min(m.end, end) - max(m.start, start)) for m in pieces)


def _holds(said: Attribution, best: Attribution) -> bool:
    """Whether one attribution's content takes in all of the other's (a denial that points back to a claim)."""
    return all(any(piece.covers(mention) for piece in said.content) for mention in best.content)


def voices_over(attributions: Sequence[Attribution] | VoiceIndex, start: int, end: int) -> tuple[Attribution, ...]:
    """The voice of the stretch first, then any other that holds the same content in another stance.

    () where the publisher speaks plainly. A claim and its denial by somebody else are two voices over one stretch.
    """
    near = attributions.near(start, end) if isinstance(attributions, VoiceIndex) else attributions
    best = voice_at(near, start, end)
    if best is None:
        return ()
    found = [best]
    for said in near:
        other = said is not best and said.source and said.stance != best.stance and said.said_by != best.said_by
        if other and _holds(said, best) and _shared(said, start, end) >= COVERED * (end - start):
            found.append(said)
    return tuple(found)


def voice_at(attributions: Sequence[Attribution] | VoiceIndex, start: int, end: int) -> Attribution | None:
    """The innermost attribution whose content covers the stretch, or covers it best; None where nobody's does.

    An attribution with an empty chain is the publisher's own words in another stance than assertion.
    """
    near = attributions.near(start, end) if isinstance(attributions, VoiceIndex) else attributions
    best: tuple[tuple[float, int, bool, int], Attribution] | None = None
    for said in near:
        shared = _shared(said, start, end) / max(1, end - start)
        if shared < COVERED:
            continue
        size = sum(m.end - m.start for m in said.content)
        key = (-min(shared, WHOLE), size, said.stance == "asserts", -len(said.chain))
        if best is None or key < best[0]:
            best = (key, said)
    return None if best is None else best[1]
