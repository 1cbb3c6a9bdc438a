"""What the documents say is what the program does."""

import importlib.util
import json
import re
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from typer.main import get_command

from sayso.cli.main import app
from sayso.export import rows
from sayso.export.spreadsheet import COLUMNS
from sayso.lexicon import names
from sayso.record import CountForm, EventType, Group, HarmKind, Stance
from tests.readings import Page

ROOT = Path(__file__).parents[1]
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined] # a group, as the test below needs


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["cli_page", "lexicon_page", "readme_output"])
def test_made_pages_are_up_to_date(name: str) -> None:
    assert script(name).main(["--check"]) == 0, "run make docs"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_has_help_and_stands_in_the_docs(name: str) -> None:
    command, page = COMMANDS[name], text_of("docs/cli.md")
    assert command.help
    assert f"## sayso {name}" in page
    for parameter in command.params:
        assert parameter.help, parameter.name
        assert parameter.help in page


def test_every_exit_code_stands_in_the_docs() -> None:
    for code in ("0 ok", "1 failed", "2 wrong call", "3 some inputs failed", "4 nothing found"):
        assert code in text_of("docs/cli.md")


def test_every_field_and_value_stands_in_the_terms() -> None:
    page = Page("Planes hit Idlib, killing 15 people.")
    made = next(rows(page.reading(page.claim(page.text, casualties=(page.harm("15", 15, 15, within="people"),)))))
    terms = text_of("docs/terms.md")
    fields = [*made, *made["harm"][0], *made["attribution"], *made["resolved"]]
    values = [value for kind in (EventType, Stance, HarmKind, Group, CountForm) for value in get_args(kind)]
    assert [word for word in [*fields, *values] if f"`{word}`" not in terms] == []


def test_every_spreadsheet_column_is_a_field_or_explained() -> None:
    terms = text_of("docs/terms.md")
    plain = {"source", "cue", "date_said", "date_rule", "date_candidates", "escaped"}
    assert [name for name in COLUMNS if f"`{name}`" not in terms and name not in plain] == []


def test_every_word_list_stands_in_the_docs() -> None:
    assert [name for name in names() if f"| `{name}` |" not in text_of("docs/lexicon.md")] == []


def test_every_room_stands_in_the_way() -> None:
    rooms = [path.parent.name for path in (ROOT / "src/sayso").glob("*/__init__.py")]
    assert rooms
    assert [room for room in rooms if f"| `{room}` |" not in text_of("docs/way.md")] == []


def test_the_python_example_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    article = "Army denies the raid\nResidents said on Tuesday that jets had bombed the market in Tellin.\n"
    (tmp_path / "article.txt").write_text(article, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert printed.startswith("read\n")
    assert "2019-03-12" in printed, "Tuesday, counted from the day given"


@pytest.mark.parametrize("name", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("*.md")))
def test_links_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)", text_of(name)):
        assert link.startswith("https://") or (ROOT / name).parent.joinpath(link).exists(), link


def test_make_help_lists_every_target_a_person_calls() -> None:
    makefile = text_of("Makefile")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert [target for target in phony.split() if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)] == []


def test_the_locks_agree_on_what_builds_the_package() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))
    (wanted,) = project["build-system"]["requires"]
    for lock in ("requirements/build.in", "requirements/build.txt", "requirements/dev.txt"):
        assert f"\n{wanted}" in "\n" + text_of(lock), lock


@pytest.mark.parametrize("lock", ["build", "dev", "run"])
def test_every_pin_has_its_hashes(lock: str) -> None:
    pins = re.split(r"\n(?=[a-z])", text_of(f"requirements/{lock}.txt"))[1:]
    assert pins
    assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []


def test_the_demo_reports_are_marked_as_invented() -> None:
    reports = ROOT / "examples/idlib-2019-03-13/reports"
    lines = (reports / "1-four-reports.jsonl").read_text(encoding="utf-8").splitlines()
    assert all("Invented" in json.loads(line)["publisher"] for line in lines)
    assert "invented example" in (reports / "2-invented-gazette.html").read_text(encoding="utf-8")
    for line in lines:
        assert 60 <= len(json.loads(line)["text"].split()) <= 180
