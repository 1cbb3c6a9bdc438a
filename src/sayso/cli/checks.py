"""Values of the command line checked before any work begins."""

import datetime as dt
import re
from typing import cast, get_args

import typer

from sayso.export import Format
from sayso.tag import TAGGERS


def day(given: str) -> dt.date:
    """YYYY-MM-DD, the only form that nobody reads in two ways. Raises BadParameter, which says what was wrong."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise typer.BadParameter(f"{given!r} is not a day written YYYY-MM-DD")
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise typer.BadParameter(f"there is no day {given}") from error


def known_format(given: str) -> Format:
    """A format by its name. Raises BadParameter, which lists those there are."""
    if given not in get_args(Format):
        raise typer.BadParameter(f"there is no format {given!r}; there are: {', '.join(get_args(Format))}")
    return cast(Format, given)


def known_tagger(given: str) -> str:
    """The name of a tagger. Raises BadParameter, which lists those there are."""
    if given not in TAGGERS:
        raise typer.BadParameter(f"there is no tagger {given!r}; there are: {', '.join(sorted(TAGGERS))}")
    return given
