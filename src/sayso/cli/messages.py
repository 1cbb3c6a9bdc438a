"""What is told beside the output: on standard error, safe to show, a progress bar only where a person watches."""

import contextlib
import sys
from collections.abc import Callable, Iterator

from sayso.export import shown


def say(line: str) -> None:
    """One line for the person at the terminal. Nobody listening is no reason to stop."""
    with contextlib.suppress(BrokenPipeError):
        encoding = sys.stderr.encoding or "utf-8"
        print("sayso:", shown(line).encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)


@contextlib.contextmanager
def progress(wanted: bool) -> Iterator[Callable[[], None]]:
    """Count articles on standard error while the block runs, if it is a terminal; the function given counts one on."""
    if not (wanted and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), TextColumn("{task.completed} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)
