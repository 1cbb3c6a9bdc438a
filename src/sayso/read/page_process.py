"""The process that parses web pages, seen from outside: it can be killed, so that a hostile page costs only itself."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.read.received import MAX_BYTES

DEADLINE = 5.0
"""Seconds for one page; an ordinary one takes a hundredth of that, and 100,000 paragraphs (which trafilatura reads in
quadratic time) three times as long."""

START = 60.0
"""Seconds for the process to start, on a busy machine."""

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space of the process; the largest tried pages took 450 MB."""

MOST_ANSWERED = 4 * MAX_BYTES
"""Bytes of an answer; JSON in ASCII takes up to three times the bytes of UTF-8."""

_FAULTS = {
    "MemoryError": f"parsing it took more than {MEMORY // (1024 * 1024)} MiB of memory",
    "RecursionError": "it nests too deeply",
}


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
            raise PageFault(_FAULTS.get(str(answer["fault"]), str(answer["fault"])))
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
