"""Run sayso over rows of articles, the way its users do, and write claims as rows."""

import datetime as dt
import functools
from collections.abc import Mapping
from typing import Any

from sayso.export import rows as export_rows
from sayso.extract.sentences import sentences
from sayso.record import Article, Capture, Reading
from sayso.run import read_article
from sayso.tag import DEFAULT, tagger


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row (`id`, `text`, `title`, `publisher`, `published`)."""
    published = row.get("published")
    return Article(
        text=row["text"],
        name=str(row["id"]),
        capture=Capture(row["text"].encode("utf-8", "surrogatepass"), str(row["id"]), "application/jsonl"),
        title=row.get("title") or None,
        publisher=row.get("publisher"),
        published=dt.date.fromisoformat(published) if published else None,
        published_rule="given" if published else "not stated",
        language="en",
    )


opened = functools.cache(tagger)
"""A tagger by its name, opened once. Raises ValueError where there is none of that name, or its files are missing."""


def reading(row: Mapping[str, Any], tagger_name: str = DEFAULT) -> Reading:
    """One article read by sayso, with the tagger of this name."""
    return read_article(article_of(row), opened(tagger_name))


class NotRead(Exception):
    """An article that sayso could not read; the message is the outcome's."""


def predicted(row: Mapping[str, Any], tagger_name: str = DEFAULT) -> list[dict[str, Any]]:
    """The claims sayso finds in one article, as its JSON Lines have them. Raises NotRead."""
    got = reading(row, tagger_name)
    if not got.outcome.good:
        raise NotRead(f"{got.outcome.status}: {got.outcome.reason}")
    return list(export_rows(got))


def naive(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The floor: every sentence a claim in the outlet's own voice, and nothing else of it known."""
    return [
        {"quote": row["text"][s.start : s.stop], "said_by": [], "stance": "asserts", "type": "other", "event": f"e{n}"}
        for n, s in enumerate(sentences(row["text"]))
        if s.stop > s.start
    ]
