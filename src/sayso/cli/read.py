"""`sayso read`: articles in, claims out."""

import datetime as dt
import os
import sys
from pathlib import Path
from typing import Annotated, get_args

import typer

from sayso.cli.checks import day, known_format, known_tagger
from sayso.cli.messages import progress, say
from sayso.export import SUFFIXES, Format, destination, writer
from sayso.read import Defaults
from sayso.record import Outcome
from sayso.run import FAILED, Tally, counted, message, read_inputs
from sayso.tag import DEFAULT, TAGGERS, Tagger, tagger

EPILOG = """Examples:

sayso read article.txt --publisher "The Daily Example" --published 2019-03-14

sayso read page.html --quotes

sayso read reports/ -o claims.csv

cat articles.jsonl | sayso read - | head

Exit codes: 0 ok, 1 failed, 2 wrong call, 3 some inputs failed, 4 nothing found."""


def read(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files or folders: text, HTML, JSON Lines, JSON or CSV of articles. - is standard input.",
            show_default=False,
        ),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="The outlet, where an article does not name it.")
    ] = None,
    published: Annotated[
        dt.date | None,
        typer.Option(metavar="DATE", parser=day, help="Day of publication, YYYY-MM-DD, where none is stated."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="T", help="The title, where none is given.")] = None,
    tagger_name: Annotated[
        str,
        typer.Option(
            "--tagger",
            metavar="|".join(TAGGERS),
            callback=known_tagger,
            help="What tags the text for the rules: a small network, or none.",
        ),
    ] = DEFAULT,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(get_args(Format)),
            parser=known_format,
            help="Default: table on a terminal, else what the name of -o asks for, else jsonl.",
            show_default=False,
        ),
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes", metavar="", help="In the table, print each claim in its sentence.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.", show_default=False),
    ] = None,
) -> None:
    """Read articles and print their claims: who says what happened, on whose word, and who denies it."""
    inputs = paths or _piped()
    reader = _tagger(tagger_name)
    chosen = _format(output_format, output)
    tally = Tally()
    told_in_table = chosen == "table" and output is None
    try:
        with destination(output) as stream, progress(output is not None or not sys.stdout.isatty()) as count:

            def tell(outcome: Outcome) -> None:
                count()
                for line in message(outcome, notes=not told_in_table):
                    say(line)

            readings = read_inputs(inputs, Defaults(publisher, published, title), reader)
            writer(chosen, quotes)(counted(readings, tally, tell), stream)
            if tally.exit_code == FAILED:
                raise typer.Exit(FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit() from None
    except OSError as error:
        say(f"cannot write {output or 'the output'}: {error.strerror or error}")
        raise typer.Exit(FAILED) from None
    if tally.words:
        say(tally.words)
    raise typer.Exit(tally.exit_code)


def _piped() -> list[str]:
    """Standard input, if something is piped into it."""
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("name a file or folder to read, or pipe an article in: cat article.txt | sayso read -")
    return ["-"]


def _tagger(name: str) -> Tagger:
    """The tagger, opened before anything is read; a person is told where its files are missing."""
    try:
        return tagger(name)
    except ValueError as error:
        say(str(error))
        raise typer.Exit(FAILED) from None


def _format(named: str | None, output: Path | None) -> Format:
    if named is not None:
        return known_format(named)
    if output is not None:
        return SUFFIXES.get(output.suffix.lower(), "jsonl")
    return "table" if sys.stdout.isatty() else "jsonl"
