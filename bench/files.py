"""Where the data lies, and reading it. The data is not part of the repository: it lies in ../shared beside it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
"""The root of the repository."""
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"
SEED = SHARED / "seed"


class DataMissing(Exception):
    """A data file that is not there or does not read; the message names it and says what to do."""


def wanted(path: Path, option: str) -> Path:
    """The path, if a file is there. Raises DataMissing naming the option that points elsewhere."""
    if path.is_file():
        return path
    raise DataMissing(f"{path} is not there; put the shared data beside the repository or name a file with {option}")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file. Raises DataMissing naming file and line where one does not read."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                raise DataMissing(f"{path}, line {number} is not JSON ({error}); mend the line") from error
            if not isinstance(row, dict):
                raise DataMissing(f"{path}, line {number} is not an object; one JSON object a line is wanted")
            yield row


def sha256(paths: Iterable[Path]) -> str:
    """One digest over the bytes of these files in this order."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def write_rows(path: Path, found: Iterable[Mapping[str, Any]]) -> None:
    """Write objects as JSON Lines."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
