"""Web pages to articles: the page's text, and what the page and the command line say of it."""

import datetime as dt
from typing import Any

from sayso.read.decoding import declared_charset, decode
from sayso.read.page_process import PageFault, PageReader
from sayso.read.received import About, Defaults, Place, Result, fault, receive
from sayso.record import Capture


def web_page(body: bytes, place: Place, defaults: Defaults, reader: PageReader) -> Result:
    """Read an HTML page: its article's text, and what the page says of it.

    What the command line gives goes before what the page says, and a note tells where the two differ.
    """
    decoded = decode(body, declared_charset(body))
    if not decoded.text.strip():
        return fault(place, "no text", "the file is empty", "give a file that holds the article's words")
    try:
        found = reader.parse(decoded.text)
    except PageFault as error:
        reason = f"the page could not be parsed: {error}"
        return fault(place, "too complex", reason, "save the article's text and give that")
    facts = found["facts"]
    notes = decoded.notes + tuple(facts["notes"])
    if not found["text"] and found["deep"]:
        reason = f"the page nests elements {found['deep']} deep or deeper, and its text could not be reached"
        return fault(place, "too complex", reason, "save the article's text and give that", notes)
    if not found["text"]:
        reason = "no article text was found on the page"
        return fault(place, "no text", reason, "save the article's text and give that, if it has one", notes)
    about, differing = _about(facts, defaults)
    capture = Capture(body, place.locator, "text/html", decoded.charset, decoded.rule)
    return receive(found["text"], capture, place, about, notes + differing)


def _about(facts: dict[str, Any], defaults: Defaults) -> tuple[About, tuple[str, ...]]:
    said = dt.date.fromisoformat(facts["published"]) if facts["published"] else None
    modified = dt.date.fromisoformat(facts["modified"]) if facts["modified"] else None
    notes: list[str] = []
    if defaults.published and said and said != defaults.published:
        notes.append(f"the page says it was published on {said} ({facts['published_rule']}); the given day is used")
    elif said and facts["published_rule"] == "htmldate" and not defaults.published:
        notes.append(f"published {said} is a guess from the page's markup or address")
    if defaults.publisher and facts["publisher"] and facts["publisher"] != defaults.publisher:
        notes.append(f"the page names its publisher {facts['publisher']}; the given name is used")
    rule = "given" if defaults.published else facts["published_rule"] or "not stated"
    about = About(
        defaults.title or facts["title"], defaults.publisher or facts["publisher"], facts["author"],
        defaults.published or said, rule, modified, facts["language"], facts["url"],
    )  # fmt: skip
    return about, tuple(notes)
