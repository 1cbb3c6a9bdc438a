"""The process that parses web pages: started by `page_process.PageReader`, killed by it when a page takes too long.

Requests and answers are length-prefixed (8 bytes, big-endian): the page as UTF-8 in, JSON out. The parent never
unpickles anything from here, for a page may have taken this process over.
"""

import copy
import dataclasses
import json
import re
import sys
from typing import Any, BinaryIO

from sayso.read.page_metadata import PageFacts, page_facts

FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec", "os.fork",
    "os.posix_spawn",
)  # fmt: skip
"""Audit events (Python's own table of them) that parsing a page never needs."""

EARLIEST, LATEST = "1990-01-01", "2099-12-31"
"""Bounds of a guessed day. Fixed, for htmldate's own end today, and a page must give the same day in any year."""

PARSER_DEPTH = 250
"""Elements inside one another; libxml2 stops reading a page at 256 (its xmlParserMaxDepth)."""

_WHOLE = re.compile(r"<(?:html|body|head)\b", re.I)


def serve(memory: int, seconds: int) -> None:
    """Answer page after page from standard input until it closes.

    `memory` bounds the address space in bytes, `seconds` the time for one page after which the process ends itself,
    should its parent be gone.
    """
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the framing
    _confine(memory)
    import trafilatura  # the slow part, before the first page's clock runs

    trafilatura.bare_extraction("<html><body><article><p>Warm up.</p></article></body></html>")
    _send(answers, {"ready": True})
    while True:
        size = sys.stdin.buffer.read(8)
        if len(size) < 8:
            return
        page = sys.stdin.buffer.read(int.from_bytes(size, "big"))
        _alarm(seconds)
        try:
            answer = extract(page.decode("utf-8", "replace"))
        except (MemoryError, RecursionError) as error:
            answer = {"fault": type(error).__name__}
        except Exception as error:  # noqa: BLE001 - whatever a parser trips over ends this page, not the batch
            answer = {"fault": f"{type(error).__name__}: {error}"[:300]}
        _alarm(0)
        _send(answers, answer)


def _send(stream: BinaryIO, answer: dict[str, Any]) -> None:
    body = json.dumps(answer).encode("ascii")
    stream.write(len(body).to_bytes(8, "big") + body)
    stream.flush()


def _confine(memory: int) -> None:
    def forbid(event: str, _: tuple[Any, ...]) -> None:
        if event in FORBIDDEN:
            raise PermissionError(f"{event} is forbidden while a page is read")

    sys.addaudithook(forbid)
    try:
        import resource
    except ImportError:  # not a Unix: the deadline still holds
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _alarm(seconds: int) -> None:
    import signal

    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def extract(page: str) -> dict[str, Any]:
    """The text and the facts of a page as JSON values; `text` is "" where the page has none."""
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    # HTML reads a zero character as U+FFFD, while libxml2 would end the page there
    page = page.replace("\x00", "\ufffd")
    # trafilatura takes a lone paragraph for no page at all
    tree = load_html(page if _WHOLE.search(page) else f"<html><body><div>{page}</div></body></html>")
    if tree is None:
        return {"text": "", "deep": 0, "facts": dataclasses.asdict(PageFacts())}
    facts = page_facts(tree)
    if not facts.published_rule:
        facts = _guessed_day(facts, copy.deepcopy(tree))
    deep = _deep(tree)
    _drop_hidden(tree)
    document = bare_extraction(tree, include_comments=False, deduplicate=False)
    text = (getattr(document, "text", None) or "").strip()
    return {"text": _without_title(text, facts.title), "deep": deep, "facts": dataclasses.asdict(facts)}


def _drop_hidden(tree: Any) -> None:
    """Take out what no reader of the page is shown, or a page could say one thing to people and another to us.

    trafilatura does so for hiding styles, not for the `hidden` attribute.
    """
    for element in tree.xpath("//body//*[@hidden]"):
        element.drop_tree()


def _deep(tree: Any) -> int:
    """PARSER_DEPTH where the tree reaches that depth, which means that the parser gave up on the rest; else 0."""
    depth, element = 0, tree
    while element is not None and depth < PARSER_DEPTH:
        depth, element = depth + 1, element[-1] if len(element) else None
    return depth if depth >= PARSER_DEPTH else 0


def _guessed_day(facts: PageFacts, tree: Any) -> PageFacts:
    """The day htmldate finds in the page's markup or address; its search through the text is left off, as a guess.

    It is given the tree, never the page: it would fetch a page that consists of an address.
    """
    from htmldate import find_date

    day = find_date(
        tree, extensive_search=False, original_date=True, url=facts.url, min_date=EARLIEST, max_date=LATEST,
    )  # fmt: skip
    return dataclasses.replace(facts, published=day, published_rule="htmldate") if day else facts


def _without_title(text: str, title: str | None) -> str:
    """The text without a first line that repeats the title, which is kept apart."""
    first, _, rest = text.partition("\n")
    return rest if title and rest and " ".join(first.split()).casefold() == title.casefold() else text
