"""Put a real output into README.md between its marks, or check that the one there is real (`--check`)."""

import io
import sys
from itertools import islice
from pathlib import Path

from sayso.export.table import write_table
from sayso.run import read_inputs

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
REPORTS = ROOT / "examples/idlib-2019-03-13/reports/1-four-reports.jsonl"
OPENS, CLOSES = "```text\n", "```\n<!-- end of demo -->"
WIDTH = 96
"""Columns: what a web page shows without a scroll bar."""


def page() -> str:
    """README.md with the table of the first report between its marks. Raises ValueError if the marks are gone."""
    before, opens, rest = README.read_text(encoding="utf-8").partition(OPENS)
    _, closes, after = rest.partition(CLOSES)
    if not (opens and closes):
        raise ValueError("README.md has lost the marks around its example")
    out = io.StringIO()
    write_table(islice(read_inputs([str(REPORTS)]), 1), out, width=WIDTH)
    table = "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
    return before + opens + table + closes + after


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is as it should be. Returns the exit code."""
    made = page()
    if "--check" not in arguments:
        README.write_text(made, encoding="utf-8")
        return 0
    if README.read_text(encoding="utf-8") == made:
        return 0
    print("README.md shows an output that sayso no longer gives: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
