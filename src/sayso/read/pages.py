"""Web pages, parsed in a process of their own that can be killed, so that a hostile page costs only itself."""

import contextlib
import datetime as dt
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.read.decoding import declared_charset, decode
from sayso.read.received import MAX_BYTES, About, Defaults, Place, Result, fault, receive
from sayso.record import Capture

DEADLINE = 5.0
"""Seconds for one page; an ordinary one takes a hundredth of that, and 100,000 paragraphs (which trafilatura reads in
quadratic time) three times as long."""

START = 60.0
"""Seconds for the process to start, on a busy machine."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space of the process; the largest tried pages took 450 MB."""

MOST_ANSWERED = 4 * MAX_BYTES
"""Bytes of an answer; JSON in ASCII takes up to three times the bytes of UTF-8."""


class PageFault(Exception):
    """A page that could not be parsed; the message says what happened."""


def _command(deadline: float) -> list[str]:
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    # -P and an appended path: nothing in the working folder is ever imported, and nothing is shadowed
    code = (
        "import sys; sys.path.append(sys.argv[1]); "
        "from sayso.read.page_worker import serve; serve(*map(int, sys.argv[2:]))"
    )
    return [sys.executable, "-P", "-c", code, here, str(MEMORY), str(int(2 * deadline) + 1)]


@dataclass
class PageReader:
    """Parses pages one after the other in one long-lived process, which is replaced after a fault. Close it when done.

    `deadline` is in seconds a page; `command` is the process to run (tests run slow ones).
    """

    deadline: float = DEADLINE
    command: Sequence[str] = ()
    _process: "subprocess.Popen[bytes] | None" = field(default=None, init=False, repr=False)
    _served: int = field(default=0, init=False, repr=False)

    def __enter__(self) -> "PageReader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if one runs."""
        process, self._process, self._served = self._process, None, 0
        if process:
            process.kill()
            with contextlib.suppress(OSError):
                process.communicate()

    def parse(self, page: str) -> dict[str, Any]:
        """The text and facts of a page (see `page_worker.extract`). Raises PageFault.

        If the process dies on a page that is not its first, the page is tried once more in a fresh one: the fault
        may be of the pages before it.
        """
        served = self._served
        try:
            answer = self._ask(page)
        except EOFError:
            if not served:
                raise PageFault("the process that parses pages died on it") from None
            try:
                answer = self._ask(page)
            except EOFError:
                raise PageFault("the process that parses pages died on it") from None
        if "fault" in answer:
            if answer["fault"] == "MemoryError":
                self.close()
            raise PageFault(str(answer["fault"]))
        return answer

    def _ask(self, page: str) -> dict[str, Any]:
        process = self._running()
        body = page.encode("utf-8", "replace")
        answer = self._within(self.deadline, process, len(body).to_bytes(8, "big") + body)
        self._served += 1
        return answer

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            pipe = subprocess.PIPE
            command = list(self.command) or _command(self.deadline)
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
            self._within(max(START, self.deadline), self._process, b"")
        return self._process

    def _within(self, seconds: float, process: "subprocess.Popen[bytes]", request: bytes) -> dict[str, Any]:
        """Send the request and take the answer; past the deadline a timer kills the process, which ends the wait."""
        late = threading.Event()

        def kill() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, kill)
        timer.start()
        try:
            return _exchange(process, request)
        except (EOFError, OSError, ValueError):
            self.close()
            if late.is_set():
                raise PageFault(f"parsing it took longer than {seconds:g} s") from None
            raise EOFError from None
        except BaseException:
            self.close()  # interrupted: the answer to come would be taken for the next page's
            raise
        finally:
            timer.cancel()


def _exchange(process: "subprocess.Popen[bytes]", request: bytes) -> dict[str, Any]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(request)
    process.stdin.flush()
    size = process.stdout.read(8)
    if len(size) < 8:
        raise EOFError
    length = int.from_bytes(size, "big")
    if length > MOST_ANSWERED:
        raise EOFError
    answer = json.loads(process.stdout.read(length))
    if not isinstance(answer, dict):
        raise EOFError
    return answer


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
