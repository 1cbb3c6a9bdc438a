"""Values of the record in plain words, for people who read tables and spreadsheets."""

from collections.abc import Iterable

from sayso.record import Attribution, Casualty, Resolution

OWN_WORDS = "own words"


def toll(casualties: Iterable[Casualty]) -> list[str]:
    """A line per harm: "killed: at least 15 people", a part of it as "of them 8 children"."""
    lines = []
    for casualty in casualties:
        said = f"{number(casualty)} {casualty.group}"
        lines.append(f"{casualty.kind}: {said}" if casualty.within is None else f"of them {said} {casualty.kind}")
    return lines


def number(casualty: Casualty) -> str:
    """The number as it was said, with the interval it stands for where the words are soft."""
    count = casualty.count
    low = None if count.low is None else f"{count.low:,}"
    high = None if count.high is None else f"{count.high:,}"
    if low is None and high is None:
        return "an unsaid number of"
    if count.form == "more than" and count.low is not None and high is None:
        return f"more than {count.low - 1:,}"
    if count.form == "less than" and count.high is not None and low is None:
        return f"fewer than {count.high + 1:,}"
    if high is None:
        return f"at least {low}"
    if low is None:
        return f"at most {high}"
    if low == high:
        return low
    return f"{low} to {high}" if count.form == "between" else f"{_hedge(casualty)} ({low} to {high})"


def _hedge(casualty: Casualty) -> str:
    return " ".join(casualty.mention.words.split())


def voices(attribution: Attribution, publisher: str | None) -> str:
    """The chain from the outermost voice to the root; the outlet's own voice is shown as such."""
    if not attribution.chain:
        return f"{publisher or 'the article'} ({OWN_WORDS})"
    return " > ".join(attribution.said_by)


def day(date: str | None, resolution: Resolution) -> str:
    """The date of a claim; both readings where two stand; the words where they lead to no date."""
    if date is not None:
        return span(date)
    if resolution.candidates:
        return " or ".join(span(candidate.iso) for candidate in resolution.candidates) + " (open)"
    return f"“{resolution.mention.words}” (unresolved)" if resolution.mention else ""


def span(iso: str) -> str:
    """START/END as "START to END"."""
    start, slash, end = iso.partition("/")
    return f"{start} to {'now' if end == '..' else end}" if slash else start
