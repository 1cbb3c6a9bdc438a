"""Write docs/cli.md from the command line's own help, or check that it is as the help says (`--check`)."""

import sys
from pathlib import Path
from typing import Any

from typer.main import get_command

from sayso.cli.main import app

PAGE = Path(__file__).with_name("cli.md")


def page() -> str:
    """The whole page. Made of names and help texts only, so that no terminal's width shows in it."""
    top: Any = get_command(app)
    parts = ["# The command line", "", "Made by `make docs` from the help of each command; do not edit it by hand.", ""]
    parts += [top.help, "", *_options("sayso", top)]
    for name in sorted(top.commands):
        command = top.commands[name]
        parts += ["", f"## sayso {name}", "", command.help, "", *_options(f"sayso {name}", command), ""]
        parts += _epilog(command.epilog or "")
    return "\n".join(parts).rstrip() + "\n"


def _options(name: str, command: Any) -> list[str]:
    lines = [f"| `{name}` | |", "|---|---|"]
    for parameter in command.params:
        if parameter.param_type_name == "argument":
            lines.append(f"| `[{parameter.metavar} ...]` | {parameter.help} |")
            continue
        names = ", ".join(parameter.opts)
        shown = names if parameter.is_flag else f"{names} {parameter.metavar}"
        lines.append(f"| `{shown.replace('|', chr(92) + '|')}` | {parameter.help} |")
    return lines


def _epilog(epilog: str) -> list[str]:
    """Lines that are calls become one block of code."""
    lines: list[str] = []
    for part in filter(None, (line.strip() for line in epilog.splitlines())):
        if part.startswith(("sayso ", "cat ")):
            lines.append(f"    {part}")
        else:
            lines += ["", part, ""]
    return lines


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is as it should be. Returns the exit code."""
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == made:
        return 0
    print("docs/cli.md is not what the help says: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
