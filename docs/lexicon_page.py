"""Write docs/lexicon.md from the word lists themselves, or check that it is as they say (`--check`)."""

import sys
import tomllib
from importlib import resources
from pathlib import Path

from sayso.lexicon import names

PAGE = Path(__file__).with_name("lexicon.md")
HEAD = """# Word lists

Made by `make docs` from `src/sayso/lexicon/*.toml`; do not edit it by hand. Words are data: to teach sayso a cue, a
weapon or an agency, add it to its list and say in the `source` line where such words come from.

| list | where the words come from | tables |
|---|---|---|
"""


def page() -> str:
    """The whole page: one line a list."""
    return HEAD + "".join(f"| `{name}` | {_source(name)} | {_tables(name)} |\n" for name in names())


def _raw(name: str) -> dict[str, object]:
    return tomllib.loads((resources.files("sayso.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))


def _source(name: str) -> str:
    return " ".join(str(_raw(name)["source"]).split()).replace("|", "\\|")


def _tables(name: str) -> str:
    return ", ".join(key for key in _raw(name) if key != "source")


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` say whether it is as it should be. Returns the exit code."""
    made = page()
    if "--check" not in arguments:
        PAGE.write_text(made, encoding="utf-8")
        return 0
    if PAGE.read_text(encoding="utf-8") == made:
        return 0
    print("docs/lexicon.md is not what the lists say: run make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
