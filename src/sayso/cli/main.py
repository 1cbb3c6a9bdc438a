"""The command line: one file per verb, no logic."""

from typing import Annotated

import typer

from sayso.cli import read as read_verb
from sayso.version import __version__

app = typer.Typer(
    name="sayso",
    help="Read reporting on armed conflict and keep the record of who says what happened, and on whose word.",
    epilog="Start with: sayso read article.txt --publisher \"The Daily Example\" --published 2019-03-14",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", epilog=read_verb.EPILOG)(read_verb.read)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit()


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read reporting on armed conflict and keep the record of who says what happened, and on whose word."""


def main() -> None:
    """Run the command line."""
    app()
