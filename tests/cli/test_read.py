"""`sayso read` as a user meets it: what comes out where, and how it ends."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Sayso

ROW_FIELDS = (
    "article", "publisher", "published", "id", "quote", "start", "end", "said_by", "stance", "type", "actor", "target",
    "place", "date", "harm", "event", "attribution", "resolved",
)  # fmt: skip


def test_in_a_pipe_it_writes_one_claim_a_line(sayso: Sayso, article: Path) -> None:
    done = sayso("read", article, "--publisher", "The Invented Courier", "--published", "2019-03-14")
    assert (done.returncode, done.stderr) == (0, "")
    made = [json.loads(line) for line in done.stdout.splitlines()]
    assert made
    for row in made:
        assert set(ROW_FIELDS) <= set(row)
        assert row["article"] == "article.txt"
        assert row["publisher"] == "The Invented Courier"
        assert row["published"] == "2019-03-14"


def test_standard_input_is_read_with_and_without_a_dash(sayso: Sayso) -> None:
    dashed = sayso("read", "-", "--published", "2019-03-14", stdin=ARTICLE.encode())
    bare = sayso("read", "--published", "2019-03-14", stdin=ARTICLE.encode())
    assert dashed.stdout == bare.stdout != ""


@pytest.mark.parametrize(
    ("name", "first"), [("a.csv", "\ufeff"), ("a.json", "["), ("a.jsonl", "{"), ("a.txt", "Army"), ("a.other", "{")]
)
def test_the_name_of_the_output_chooses_the_format(sayso: Sayso, article: Path, name: str, first: str) -> None:
    done = sayso("read", article, "-o", name)
    assert (done.returncode, done.stdout) == (0, "")
    assert (article.parent / name).read_text(encoding="utf-8").startswith(first)
    assert sorted(path.name for path in article.parent.iterdir()) == sorted([name, "article.txt"])


def test_csv_has_a_line_for_every_claim(sayso: Sayso, article: Path) -> None:
    lines = sayso("read", article).stdout.splitlines()
    table = sayso("read", article, "--format", "csv").stdout
    assert len(list(csv.DictReader(io.StringIO(table, newline="")))) == len(lines)


def test_a_run_that_fails_leaves_the_old_output_as_it_was(sayso: Sayso, tmp_path: Path) -> None:
    kept = tmp_path / "claims.csv"
    kept.write_text("kept", encoding="utf-8")
    done = sayso("read", "missing.txt", "-o", kept)
    assert done.returncode == 1
    assert kept.read_text(encoding="utf-8") == "kept"
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]


def test_an_output_that_cannot_be_written_is_told_without_a_traceback(sayso: Sayso, article: Path) -> None:
    done = sayso("read", article, "-o", "no/such/folder/claims.csv")
    assert done.returncode == 1
    assert done.stderr.startswith("sayso: cannot write no/such/folder/claims.csv")
    assert "Traceback" not in done.stderr


def test_exit_1_when_nothing_could_be_read(sayso: Sayso) -> None:
    done = sayso("read", "missing.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert "missing.txt" in done.stderr


def test_exit_3_when_some_inputs_failed_and_the_others_are_read(sayso: Sayso, article: Path) -> None:
    done = sayso("read", "missing.txt", article, article.with_name("none.txt"))
    assert done.returncode == 3
    assert done.stdout
    assert "1 of 3 inputs read, 2 failed" in done.stderr


def test_exit_4_when_nothing_was_found(sayso: Sayso, tmp_path: Path) -> None:
    quiet = "The weather in the valley was mild and the shops were open.\n"
    (tmp_path / "quiet.txt").write_text(quiet, encoding="utf-8")
    done = sayso("read", "quiet.txt", "--published", "2019-03-14")
    assert done.returncode == 4
    assert "nothing found" in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [
        ("read", "a.txt", "--published", "2019-02-31"),
        ("read", "a.txt", "--published", "14 March"),
        ("read", "a.txt", "--format", "xml"),
        ("read", "a.txt", "--tagger", "nobody"),
        ("read", "a.txt", "--no-such-option"),
        ("write",),
    ],
)
def test_exit_2_for_a_wrong_call_with_the_reason(sayso: Sayso, wrong: tuple[str, ...]) -> None:
    done = sayso(*wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert wrong[-1].lstrip("-").split()[0] in done.stderr
    assert "Traceback" not in done.stderr


def test_a_tagger_without_its_model_is_told_in_one_line(sayso: Sayso, article: Path) -> None:
    done = sayso("read", article, "--tagger", "minilm", SAYSO_MODEL="nowhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("sayso: there is no model at nowhere")
    assert done.stderr.count("\n") == 1


def test_without_a_date_it_proposes_one_and_does_not_use_it(sayso: Sayso, tmp_path: Path) -> None:
    dated = "TELLIN, 14 March 2019. Residents said on Tuesday that jets had bombed the market, killing 15 people.\n"
    (tmp_path / "dated.txt").write_text(dated, encoding="utf-8")
    done = sayso("read", "dated.txt")
    assert "2019-03-14" in done.stderr
    assert "--published" in done.stderr
    for line in done.stdout.splitlines():
        row = json.loads(line)
        assert row["published"] is None
        assert row["resolved"]["published"]["value"] == "2019-03-14"
        assert row["date"] is None or row["date"] == "2019-03-14", "Tuesday is left unresolved"


def test_a_reader_that_stops_reading_ends_it_quietly(article: Path) -> None:
    many = "".join(json.dumps({"id": str(n), "text": ARTICLE}) + "\n" for n in range(300))
    article.with_name("many.jsonl").write_text(many, encoding="utf-8")
    for name in ("jsonl", "table"):
        call = [sys.executable, "-m", "sayso", "read", "many.jsonl", "--published", "2019-03-14", "--format", name]
        with subprocess.Popen(
            call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=article.parent, bufsize=0
        ) as process:
            assert process.stdout
            assert process.stderr
            assert process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(60) == 0


def test_on_a_terminal_it_prints_the_table(article: Path) -> None:
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "sayso", "read", str(article), "--publisher", "The Invented Courier"]
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(call, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:
                break
            if not block:
                break
            seen += block
        assert process.wait(60) == 0
    os.close(ours)
    text = seen.decode("utf-8")
    assert "who says" in text
    assert "Army denies the raid on Tellin" in text
    assert "\x1b[3" not in text, "NO_COLOR"


def test_version_and_help(sayso: Sayso) -> None:
    assert sayso("--version").stdout.startswith("sayso 0.")
    for call in (("--help",), ("-h",), ("read", "--help")):
        done = sayso(*call, COLUMNS="100")
        assert done.returncode == 0
        assert "sayso read" in done.stdout
