"""How one claim is laid out on a terminal of any width."""

from dataclasses import dataclass, field

from rich.table import Table
from rich.text import Text

from sayso.export.phrases import day, toll, voices
from sayso.export.shown import shown
from sayso.record import Article, Claim, Mention, Resolution, joined

WIDE = 110
"""Columns of a terminal from which on every field has a column of its own; below, some share one."""
NARROW = 60
"""Columns of a terminal below which all fields stand under one another."""
QUOTE_SHOWN = 400
"""Code points of a quote that are shown; the data formats carry it whole."""
STYLES = {"denies": "bold red", "doubts": "yellow", "intends": "cyan"}
"""Colour only underlines what a word says already, for those who see no colour."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row to print: a claim with all that is shown of it."""

    claim: Claim
    date: str | None
    resolution: Resolution
    sentence: Mention
    contested: bool = field(default=False)


def titles(width: int) -> list[str]:
    """The heads of the columns at this width."""
    if width >= WIDE:
        return ["", "who says", "stance", "what", "toll", "where", "when"]
    return ["", "who says", "what", "toll, where, when"] if width >= NARROW else ["", "who says what"]


def cells(line: Line, article: Article, width: int) -> list[Text]:
    """What stands in the columns at this width, safe to show."""
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


def grid(width: int, cells: list[Text]) -> Table:
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


def marked(line: Line) -> Text:
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
