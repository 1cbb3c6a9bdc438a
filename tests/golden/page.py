"""The golden page: a page of our own, shaped like the one sayso began with, in another place that does not exist.

`page.txt` is the page, `expected.json` the claims a person wrote down from it by the annotation guide, `output.json`
what the rules alone make of it now: a network's answers may differ in a close call from one processor to the next.
After a change to a rule: `python -m tests.golden.page` writes the output anew; read the difference before you commit.
"""

import json
from pathlib import Path
from typing import Any

import sayso

FOLDER = Path(__file__).parent
FIELDS = ("quote", "said_by", "stance", "type", "actor", "target", "place", "date", "harm", "event")
HARM = ("kind", "low", "high", "group", "within")


def expected() -> dict[str, Any]:
    """The claims a person wrote down, with the article's name, publisher and day."""
    found: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    return found


def golden() -> list[dict[str, Any]]:
    """The output as it was last looked at."""
    found: list[dict[str, Any]] = json.loads((FOLDER / "output.json").read_text(encoding="utf-8"))
    return found


def output() -> list[dict[str, Any]]:
    """What sayso makes of the page: of each claim, the fields of the annotation guide."""
    asked = expected()
    (reading,) = sayso.read(
        FOLDER / "page.txt", publisher=asked["publisher"], published=asked["published"], tagger="none"
    )
    return [_claim(row) for row in sayso.rows(reading)]


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    harm = [{key: part[key] for key in HARM if key in part} for part in row["harm"]]
    return {**{key: row[key] for key in FIELDS}, "harm": harm}


if __name__ == "__main__":
    (FOLDER / "output.json").write_text(json.dumps(output(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
