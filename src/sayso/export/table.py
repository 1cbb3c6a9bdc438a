"""The table for people: by article and event, who says what on whose word, and what stands against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.export.contested import Contest, contests
from sayso.export.phrases import day, toll, voices
from sayso.export.shown import shown
from sayso.record import Article, Claim, Mention, Reading, Resolution, joined

WIDE = 110
"""Columns of a terminal from which on every field has a column of its own; below, some share one."""
NARROW = 60
"""Columns of a terminal below which all fields stand under one another."""
QUOTE_SHOWN = 400
"""Code points of a quote that are shown; the data formats carry it whole."""
STYLES = {"denies": "bold red", "doubts": "yellow", "intends": "cyan"}
"""Colour only underlines what a word says already, for those who see no colour."""


class _Paper(Console):
    """A console that leaves a reader who has gone to its caller, where rich would end the program."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@dataclass(frozen=True, slots=True)
class Line:
    """One row to print: a claim with all that is shown of it."""

    claim: Claim
    date: str | None
    resolution: Resolution
    sentence: Mention
    contested: bool = field(default=False)


def write_table(readings: Iterable[Reading], stream: TextIO, quotes: bool = False, width: int | None = None) -> None:
    """Print each reading as it comes; what could not be read is told elsewhere, on standard error.

    `quotes` prints under each row its sentence with the claim marked.

    The width is the terminal's where none is given. Colours only on a terminal, and not where NO_COLOR is set.
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
    found = contests(reading.claims)
    yield _grid(width, [Text(cell, style="bold") for cell in _titles(width)])
    labels = dict.fromkeys(claim.event.label for claim in reading.claims)
    for label in labels:
        yield _event_heading(label, reading, found)
        for line in _lines(reading, label, found):
            yield _grid(width, _cells(line, article, width))
            if quotes:
                yield Padding(_marked(line), (0, 2, 1, 4))
    yield Text(_sum(reading, len(labels), found), style="dim")


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


def _event_heading(label: str, reading: Reading, found: tuple[Contest, ...]) -> Text:
    types = dict.fromkeys(claim.event.type for claim in reading.claims if claim.event.label == label)
    heading = Text(f"── {label}  {', '.join(types)}", style="bold")
    reasons = dict.fromkeys(contest.reason for contest in found if contest.event == label)
    if reasons:
        heading.append(f"  ! contested: {'; '.join(reasons)}", style="bold red")
    return heading


def _lines(reading: Reading, label: str, found: tuple[Contest, ...]) -> Iterator[Line]:
    """The rows of one event in order of the text, except that a denial stands right under the claim it denies."""
    contested = {n for contest in found for n in contest.claims}
    beside = {
        contest.claims[-1]: contest.claims[0]
        for contest in found
        if reading.claims[contest.claims[-1]].attribution.stance == "denies"
    }
    places = [n for n, claim in enumerate(reading.claims) if claim.event.label == label]
    for n in sorted(places, key=lambda n: (beside.get(n, n), n in beside, n)):
        yield Line(reading.claims[n], reading.dates[n], reading.resolutions[n], reading.sentences[n], n in contested)


def _titles(width: int) -> list[str]:
    if width >= WIDE:
        return ["", "who says", "stance", "what", "toll", "where", "when"]
    return ["", "who says", "what", "toll, where, when"] if width >= NARROW else ["", "who says what"]


def _cells(line: Line, article: Article, width: int) -> list[Text]:
    claim = line.claim
    stance = claim.attribution.stance
    gutter = Text("!" if line.contested else "", style="bold red")
    who = Text(shown(voices(claim.attribution, article.publisher)))
    said = Text(stance, style=STYLES.get(stance, ""))
    what = Text(_cut(shown(claim.quote.words)))
    harm = Text("\n".join(shown(part) for part in toll(claim.event.casualties)))
    where = Text(shown(joined(claim.event.place) or ""))
    when = Text(shown(day(line.date, line.resolution)))
    if width >= WIDE:
        return [gutter, who, said, what, harm, where, when]
    where = Text(f"in {where}") if where.plain else where
    side = Text("\n").join(part for part in (harm, where, _on(when)) if part.plain)
    if width >= NARROW:
        return [gutter, Text("\n").join((who, said)), what, side]
    return [gutter, Text("\n").join((who, said, what, side, Text("")))]


def _on(when: Text) -> Text:
    """The date with the word that reads well before it."""
    if not when.plain[:1].isdigit():
        return when
    if " " in when.plain:
        return Text(f"from {when}") if " to " in when.plain else when
    return Text(f"on {when}") if len(when.plain) == len("YYYY-MM-DD") else Text(f"in {when}")


def _grid(width: int, cells: list[Text]) -> Table:
    """One row on fixed columns, so that rows printed one by one line up."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    for column in _widths(width):
        grid.add_column(width=column, overflow="fold")
    grid.add_row(*cells)
    return grid


def _widths(width: int) -> list[int]:
    """Widths of the columns: sides fixed, and what is claimed takes the rest. Two blanks stand after each."""
    if width >= WIDE:
        fixed = [1, 22, 8, 0, 26, 16, 12]
    else:
        fixed = [1, width // 4, 0, width * 3 // 10] if width >= NARROW else [1, 0]
    rest = max(16, width - sum(fixed) - 2 * (len(fixed) - 1))
    return [column or rest for column in fixed]


def _cut(words: str) -> str:
    return words if len(words) <= QUOTE_SHOWN else words[:QUOTE_SHOWN] + " …"


def _marked(line: Line) -> Text:
    """The sentence with the claim between brackets, which no colour is needed to see."""
    sentence, quote = line.sentence, line.claim.quote
    start, end = max(quote.start, sentence.start), min(quote.end, sentence.end)
    before = sentence.words[: start - sentence.start]
    after = sentence.words[end - sentence.start :]
    within = sentence.words[start - sentence.start : end - sentence.start]
    text = Text(_spaced(before, before[-1:].isspace()), style="dim")
    text.append(f"[{shown(within)}]", style="not dim bold")
    text.append(_spaced(after, False, after[:1].isspace()), style="dim")
    return text


def _spaced(words: str, blank_after: bool, blank_before: bool = False) -> str:
    return f"{' ' * blank_before}{shown(words)}{' ' * blank_after}"


def _sum(reading: Reading, events: int, found: tuple[Contest, ...]) -> str:
    contested = len({contest.event for contest in found})
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


