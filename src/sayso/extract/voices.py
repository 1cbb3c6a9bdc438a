"""Ask on whose word a stretch of the text stands."""

from sayso.record import Attribution, Mention


def _shared(said: Attribution, start: int, end: int) -> int:
    """Code points of the stretch that the attribution holds; with its own cue in the stretch, all its words count."""
    own = any(start <= m.start and m.end <= end for m in said.cue)
    pieces = (*said.source, *said.cue, *said.content) if own else said.content
    return sum(max(0, min(m.end, end) - max(m.start, start)) for m in pieces)


def _size(content: tuple[Mention, ...]) -> int:
    return sum(m.end - m.start for m in content)


COVERED = 0.5
"""Share of a stretch that a content must hold to have a say in it."""


def voices_over(attributions: tuple[Attribution, ...], start: int, end: int) -> tuple[Attribution, ...]:
    """The innermost attribution over the stretch, with any other that holds the same words in another stance."""
    best = voice_at(attributions, start, end)
    if best is None:
        return ()
    found = [best]
    for said in attributions:
        if said is best or said.stance == best.stance or not said.source:
            continue
        if said.said_by != best.said_by and _shared(said, start, end) >= COVERED * (end - start) and said.content == best.content:
            found.append(said)
    return tuple(found)


def voice_at(attributions: tuple[Attribution, ...], start: int, end: int) -> Attribution | None:
    """The innermost attribution whose content covers the stretch best; None where the publisher speaks."""
    best: tuple[tuple[float, int, bool], Attribution] | None = None
    for said in attributions:
        shared = _shared(said, start, end) / max(1, end - start)
        if shared < COVERED:
            continue
        key = (-min(shared, 0.9), _size(said.content), said.stance == "asserts")
        if best is None or key < best[0]:
            best = (key, said)
    return None if best is None else best[1]
