"""Cut the prose where the voice changes: each region is on one word, or on several that differ in stance."""

from dataclasses import dataclass
from itertools import pairwise

from sayso.extract.prose import Stretch
from sayso.record import Attribution

_EDGE = " \t\r\n,;:.-–—"


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of prose on one word. `voices` are the innermost attributions over it; () = the publisher's own."""

    start: int
    end: int
    tile: int
    voices: tuple[Attribution, ...]


def _innermost(said: list[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions with the shortest content over the stretch; several where they hold the very same words."""
    best: list[Attribution] = []
    shortest = 0
    for attribution in said:
        for content in attribution.content:
            if content.start <= start and end <= content.end:
                length = content.end - content.start
                if not best or length < shortest:
                    best, shortest = [attribution], length
                elif length == shortest and attribution not in best:
                    best.append(attribution)
    return _one_stance_each(best)


def _one_stance_each(best: list[Attribution]) -> tuple[Attribution, ...]:
    """One attribution for each chain: a denial, doubt or plan in the words of a voice is more than its saying so."""
    told = {a.said_by for a in best if a.stance != "asserts"}
    return tuple(a for a in best if a.stance != "asserts" or a.said_by not in told)


def _taken(said: list[Attribution], start: int, end: int) -> bool:
    """Whether the stretch is somebody's name or saying word, and so no content of this sentence."""
    return any(m.start <= start and end <= m.end for a in said for m in (*a.source, *a.cue))


def _near(said: tuple[Attribution, ...], stretch: Stretch) -> list[Attribution]:
    near = [
        a for a in said if any(m.start < stretch.end and stretch.start < m.end for m in (*a.source, *a.cue, *a.content))
    ]
    turned = [a for a in near if a.stance in ("denies", "doubts")]
    return [a for a in near if a.stance != "intends" or not any(_within(a, b) for b in turned)]


def _within(plan: Attribution, turned: Attribution) -> bool:
    """Whether the plan is what the same voice denies or doubts: who doubts that a truce will hold plans none."""
    starts = {m.start for m in turned.content}
    return (
        plan.said_by == turned.said_by
        and all(m.start in starts for m in plan.content)
        and all(any(content.covers(m) for content in turned.content) for m in plan.cue)
    )


def _joined(text: str, region: Region, before: int) -> bool:
    """Whether only marks, or a bare cue of the same voice ("has [not] used"), stand between two stretches of it."""
    gap = text[before : region.start]
    if not gap.strip(_EDGE):
        return True
    cues = [m for voice in region.voices for m in voice.cue]
    return any(before <= m.start and m.end <= region.start and m.words == gap.strip(_EDGE) for m in cues)


def regions(text: str, stretches: tuple[Stretch, ...], said: tuple[Attribution, ...]) -> tuple[Region, ...]:
    """The regions of all stretches, in order, without the sources and cues between them."""
    found: list[Region] = []
    for stretch in stretches:
        near = _near(said, stretch)
        cuts = {stretch.start, stretch.end}
        for a in near:
            for m in (*a.source, *a.cue, *a.content):
                cuts.update(p for p in (m.start, m.end) if stretch.start < p < stretch.end)
        points = sorted(cuts)
        row: list[Region] = []
        for start, end in pairwise(points):
            if not text[start:end].strip(_EDGE) or _taken(near, start, end):
                continue
            region = Region(start, end, stretch.tile, _innermost(near, start, end))
            if row and row[-1].voices == region.voices and _joined(text, region, row[-1].end):
                row[-1] = Region(row[-1].start, end, stretch.tile, region.voices)
            else:
                row.append(region)
        found += row
    return tuple(found)
