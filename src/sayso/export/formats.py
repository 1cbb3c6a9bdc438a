"""The formats by name."""

from collections.abc import Callable, Iterable
from typing import Literal, TextIO

from sayso.record import Reading

Format = Literal["table", "jsonl", "json", "csv"]
Writer = Callable[[Iterable[Reading], TextIO], None]
SUFFIXES: dict[str, Format] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json", ".csv": "csv", ".txt": "table"}
"""The format that a file name asks for where none is named."""


def writer(name: Format, quotes: bool = False) -> Writer:
    """The function that writes this format. `quotes` changes only the table: the others carry every sentence anyway.

    Raises ValueError for a format that does not exist.
    """
    if name == "table":
        from sayso.export.table import write_table

        return lambda readings, stream: write_table(readings, stream, quotes)
    if name == "csv":
        from sayso.export.spreadsheet import write_csv

        return write_csv
    from sayso.export.json_rows import write_json, write_jsonl

    plain: dict[str, Writer] = {"jsonl": write_jsonl, "json": write_json}
    if name not in plain:
        raise ValueError(f"there is no format {name!r}")
    return plain[name]
