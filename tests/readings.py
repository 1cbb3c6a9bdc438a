"""Readings made by hand, for tests of what comes after reading: marked text in, a reading with chosen claims out."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sayso.record import (
    Article,
    Attribution,
    Capture,
    Casualty,
    Claim,
    Count,
    Event,
    Interval,
    Mention,
    Outcome,
    Reading,
    Reference,
    Resolution,
    Run,
    Stance,
    Voice,
)

DAY = dt.date(2019, 3, 14)


@dataclass(frozen=True)
class Page:
    """A text whose words are pointed at by writing them: `page.at("killed")` is their first mention."""

    text: str
    publisher: str | None = "The Invented Courier"
    published: dt.date | None = DAY
    title: str | None = "A title"

    @property
    def article(self) -> Article:
        return Article(
            self.text,
            "page.txt",
            Capture(self.text.encode("utf-8", "surrogatepass"), "page.txt", "text/plain"),
            title=self.title,
            publisher=self.publisher,
            published=self.published,
        )

    def at(self, words: str) -> Mention:
        start = self.text.index(words)
        return Mention(start, start + len(words), self.text)

    def harm(self, words: str, low: int | None, high: int | None, **named: Any) -> Casualty:
        form = named.pop("form", "exact" if low == high else "at least" if high is None else "vague")
        return Casualty(
            named.pop("kind", "killed"), Count(low, high, form), named.pop("group", "people"), self.at(words), **named
        )

    def claim(self, quote: str, *said_by: str, stance: Stance = "asserts", label: str = "e1", **event: Any) -> Claim:
        """A claim on the word of these, outermost first; each name must stand in the text."""
        voices = tuple(Voice((Reference(self.at(name)),)) for name in said_by)
        content = self.at(quote)
        source = tuple(self.at(name) for name in said_by)
        for party in event.keys() & {"actor", "target", "place"}:
            event[party] = (Reference(self.at(event[party])),)
        return Claim(
            self.article.id,
            content,
            Attribution(source, (), (content,), stance, voices),
            Event(event.pop("type", "airstrike"), label, **event),
        )

    def reading(self, *claims: Claim, resolutions: tuple[Resolution, ...] | None = None) -> Reading:
        day = Resolution("date", None, Interval(dt.date(2019, 3, 13), dt.date(2019, 3, 13), "day"), "context", DAY)
        whole = Mention(0, len(self.text), self.text)
        resolutions = resolutions or (day,) * len(claims)
        return Reading(
            self.article,
            Outcome("page.txt", "page.txt", "read", article_id=self.article.id),
            Run("0", "none", "0"),
            claims,
            resolutions,
            tuple(one.value.iso if one.value else None for one in resolutions),
            (whole,) * len(claims),
        )
