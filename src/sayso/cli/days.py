"""A day as the command line takes it."""

import datetime as dt
import re

import typer


def day(given: str) -> dt.date:
    """YYYY-MM-DD, the only form that nobody reads in two ways. Raises BadParameter, which says what was wrong."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise typer.BadParameter(f"{given!r} is not a day written YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"there is no day {given}") from error
