"""The rooms import as docs/way.md says, and importing does no work."""

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import sayso

ROOT = Path(__file__).parents[1]
ROOMS = ("cli", "export", "extract", "lexicon", "read", "record", "resolve", "run", "tag")
HEAVY = {"trafilatura", "lxml", "py3langid", "numpy", "rich", "typer", "htmldate", "justext", "pydantic", "asyncio"}


def in_a_fresh_process(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    found: list[str] = json.loads(done.stdout)
    return found


def test_the_rooms_import_downwards_and_never_sideways() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_room_is_under_the_law() -> None:
    assert sorted(module.name for module in pkgutil.iter_modules(sayso.__path__) if module.ispkg) == sorted(ROOMS)
    law = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = law[law.index("layers = [") :]
    assert [room for room in ROOMS if room not in layers] == []


def test_importing_sayso_loads_no_library_and_no_room() -> None:
    loaded = in_a_fresh_process("import sys, json, sayso; print(json.dumps(sorted(sys.modules)))")
    assert not HEAVY & set(loaded)
    assert [name for name in loaded if name.startswith("sayso")] == ["sayso", "sayso.version"]


OPENED = """
import importlib, json, sys
opened = []
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].endswith((".py", ".pyc", ".so")):
        opened.append(arguments[0])
    if event.startswith(("socket.connect", "subprocess", "os.system")):
        opened.append(event)
import email, typing, collections  # what every program loads
sys.addaudithook(watch)
importlib.import_module(MODULE)
system = ("/usr", sys.prefix, sys.base_prefix)
print(json.dumps([name for name in opened if "sayso" in name or not name.startswith(system)]))
"""


@pytest.mark.parametrize("room", ["sayso", *(f"sayso.{room}" for room in ROOMS if room != "cli")])
def test_importing_a_room_opens_no_file_and_no_connection(room: str) -> None:
    assert in_a_fresh_process(OPENED.replace("MODULE", repr(room))) == []


def test_no_file_bears_a_name_that_says_nothing() -> None:
    vague = {"utils", "helpers", "common", "core", "base", "misc", "models", "manager"}
    assert [path for path in (ROOT / "src").rglob("*.py") if path.stem in vague] == []


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    long = [path for path in (ROOT / "src").rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    assert long == []


def test_the_names_offered_are_the_names_that_exist() -> None:
    for room in ("", ".read", ".tag", ".extract", ".resolve", ".export", ".run", ".record", ".lexicon"):
        code = f"import importlib, json; m = importlib.import_module('sayso{room}'); " \
               "print(json.dumps([n for n in m.__all__ if not hasattr(m, n)]))"
        assert in_a_fresh_process(code) == []
