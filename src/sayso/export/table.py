"""The table for people: by article and event, who says what on whose word, and what stands against it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.export.columns import Line, cells, grid, marked, titles
from sayso.export.contested import Contest, contests
from sayso.export.shown import shown
from sayso.record import Claim, Reading


class _Paper(Console):
    """A console that leaves a reader who has gone to its caller, where rich would end the program."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def write_table(readings: Iterable[Reading], stream: TextIO, quotes: bool = False, width: int | None = None) -> None:
    """Print each reading as it comes; what could not be read is told elsewhere, on standard error.

    `quotes` prints under each row its sentence with the claim marked. The width is the terminal's where none is
    given. Colours only on a terminal, and not where NO_COLOR is set.
    """
    console = _Paper(file=stream, width=width, highlight=False, markup=False, emoji=False)
    printed = False
    for reading in readings:
        if not reading.outcome.good:
            continue
        if printed:
            console.print()
        printed = True
        for part in _article(reading, console.width, quotes):
            console.print(part)


def _article(reading: Reading, width: int, quotes: bool) -> Iterator[RenderableType]:
    yield from _heading(reading)
    article = reading.article
    if article is None or not reading.claims:
        return
    yield grid(width, [Text(cell, style="bold") for cell in titles(width)])
    found: dict[str, list[Contest]] = defaultdict(list)
    for contest in contests(reading.claims):
        found[contest.event].append(contest)
    events: dict[str, list[int]] = defaultdict(list)
    for place, claim in enumerate(reading.claims):
        events[claim.event.label].append(place)
    for label, places in events.items():
        contested = found.get(label, [])
        yield _event_heading(label, [reading.claims[n] for n in places], contested)
        for line in _lines(reading, places, contested):
            yield grid(width, cells(line, article, width))
            if quotes:
                yield Padding(marked(line), (0, 2, 1, 4))
    yield Text(_sum(reading, len(events), len(found)), style="dim")


def _heading(reading: Reading) -> Iterator[Text]:
    article, outcome = reading.article, reading.outcome
    name = shown(outcome.name)
    title = shown(article.title) if article and article.title else name
    yield Text(title, style="bold")
    publisher = shown(article.publisher) if article and article.publisher else "publisher not stated"
    published = article.published.isoformat() if article and article.published else "day not stated"
    yield Text(" · ".join((publisher, published, name)), style="dim")
    if outcome.status != "read":
        yield Text(f"{outcome.status}: {shown(outcome.reason)}", style="bold")
    for note in outcome.notes:
        yield Text(f"note: {shown(note)}")


def _event_heading(label: str, told: list[Claim], contested: list[Contest]) -> Text:
    types = dict.fromkeys(claim.event.type for claim in told)
    heading = Text(f"── {label}  {', '.join(types)}", style="bold")
    if contested:
        reasons = dict.fromkeys(contest.reason for contest in contested)
        heading.append(f"  ! contested: {'; '.join(reasons)}", style="bold red")
    return heading


def _lines(reading: Reading, places: list[int], contested: list[Contest]) -> Iterator[Line]:
    """The rows of one event in order of the text, except that a denial stands right under the claim it denies."""
    rows_marked = {n for contest in contested for n in contest.claims}
    beside = {
        contest.claims[-1]: contest.claims[0]
        for contest in contested
        if reading.claims[contest.claims[-1]].attribution.stance == "denies"
    }
    for n in sorted(places, key=lambda n: (beside.get(n, n), n in beside, n)):
        yield Line(reading.claims[n], reading.dates[n], reading.resolutions[n], reading.sentences[n], n in rows_marked)


def _sum(reading: Reading, events: int, contested: int) -> str:
    own = sum(1 for claim in reading.claims if not claim.attribution.chain)
    parts = [
        _counted(len(reading.claims), "claim"),
        f"{own} in the outlet's own words",
        _counted(events, "event"),
        f"{contested} contested (rows marked !)" if contested else "none contested within this article",
    ]
    return " · ".join(parts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


