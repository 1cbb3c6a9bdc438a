"""Articles made to break a reader: each ends in claims or in an outcome with its reason, never in a traceback."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sayso

RAID = "Police said at least 15 people were killed in a raid on Tellin on Tuesday. "

READ = {
    "nul.txt": RAID.replace("said", "said\0").encode(),
    "turned.txt": RAID.replace("15", "\u202e51\u202c").encode(),
    "escapes.txt": (RAID + "\x1b[2J\x1b]0;x\x07 [red]rebels[/red] fled.").encode(),
    "february.txt": (RAID + "The army shelled Haldi on 31 February, residents said.").encode(),
    "huge number.txt": (RAID + f"Rebels said {'9' * 5000} people were killed in Haldi.").encode(),
    "one line.txt": (RAID + "The minister met the press on the hill. " * 2_500).encode(),
    "open quotes.txt": ("“" * 100_000 + " police said. " + RAID).encode(),
    "straight quotes.txt": ('"' * 100_000 + " police said. " + RAID).encode(),
    "brackets.txt": ("(" * 50_000 + RAID + ")" * 50_000).encode(),
    "surrogate.jsonl": b'{"id": "s", "text": "Police said \\ud800 15 people were killed in a raid on Tellin."}\n',
    "formula.csv": b'id,text,publisher\n=1+1,"=1+1 police said 15 people were killed in a raid on Tellin",@evil\n',
    "latin.txt": RAID.replace("Tellin", "Téllin").encode("latin-1"),
}
REFUSED = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "cut.jsonl": b'{"id": "a", "text": "Police sa',
    "no page.html": b"<!doctype html><html><head><title>x</title></head><body><script>1</script></body></html>",
    "wrong id.jsonl": b'[1, 2, 3]\n',
}


@pytest.mark.parametrize("name", sorted(READ))
def test_it_is_read_and_what_comes_out_is_whole(sayso: Sayso, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(READ[name])
    done = sayso("read", name, "--published", "2021-06-10")
    assert "Traceback" not in done.stderr
    assert "failed" not in done.stderr
    assert done.returncode in (0, 4)
    assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())
    assert not set(done.stderr) & set("\x1b\x07\0\u202e")


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_it_is_refused_with_a_reason_and_the_next_is_read(sayso: Sayso, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(REFUSED[name])
    (tmp_path / "good.txt").write_text(RAID, encoding="utf-8")
    done = sayso("read", name, "good.txt", "--published", "2021-06-10")
    assert "Traceback" not in done.stderr
    assert done.returncode == 3
    assert done.stderr.startswith(f"sayso: {name}")
    assert done.stdout


@pytest.mark.parametrize("form", ["table", "csv"])
def test_the_other_formats_take_them_all(sayso: Sayso, tmp_path: Path, form: str) -> None:
    for name, body in READ.items():
        if len(body) < 10_000:
            (tmp_path / name).write_bytes(body)
    done = sayso("read", ".", "--published", "2021-06-10", "--format", form)
    assert done.returncode in (0, 4)
    assert "Traceback" not in done.stderr
    assert not set(done.stdout) & ({"\x1b", "\x07", "\u202e"} if form == "table" else set())
