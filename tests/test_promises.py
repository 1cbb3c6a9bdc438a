"""The promises of docs/way.md, each as a test, over articles of our own."""

import csv
import dataclasses
import io
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.export import rows, writer
from sayso.export.spreadsheet import unguarded
from sayso.read import Defaults
from sayso.record import Claim, Mention, Reading, decode, encode
from sayso.run import read_inputs

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "examples/idlib-2019-03-13/reports"
PAGE = ROOT / "tests/golden/page.txt"
ODD = (
    "Officials said\u00a0at least 1\u202e5 people — “eight” children\U0001f480 among them — were killed in Tellin.\r\n"
    "=1+1 rebels fled."
)


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> list[Reading]:
    odd = tmp_path_factory.mktemp("odd") / "odd.txt"
    odd.write_bytes(ODD.encode())
    read = list(read_inputs([str(DEMO), str(PAGE), str(odd)], Defaults("The Invented Courier")))
    assert len(read) == 7
    assert sum(len(reading.claims) for reading in read) > 20
    return read


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a row that has words and a place."""
    if isinstance(value, dict):
        if "start" in value and "words" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


# 1. Every figure re-reads


@pytest.mark.parametrize("name", ["jsonl", "json"])
def test_1_every_span_of_every_export_re_reads(readings: list[Reading], name: Any) -> None:
    texts = {reading.article.id: reading.article.text for reading in readings if reading.article}
    out = io.StringIO()
    writer(name)(readings, out)
    made = json.loads(out.getvalue()) if name == "json" else [json.loads(line) for line in out.getvalue().splitlines()]
    seen = 0
    for row in made:
        text = texts[row["article_id"]]
        assert text[row["start"] : row["end"]] == row["quote"]
        for span in spans(row):
            assert text[span["start"] : span["end"]] == span["words"]
            seen += 1
    assert seen > 3 * len(made) > 0


def test_1_every_quote_of_the_spreadsheet_re_reads(readings: list[Reading]) -> None:
    texts = {reading.article.id: reading.article.text for reading in readings if reading.article}
    out = io.StringIO(newline="")
    writer("csv")(readings, out)
    lines = list(csv.DictReader(io.StringIO(out.getvalue().removeprefix("\ufeff"), newline="")))
    assert len(lines) == sum(len(reading.claims) for reading in readings)
    for line in lines:
        words = unguarded(line["quote"]) if "quote" in line["escaped"].split() else line["quote"]
        assert texts[line["article_id"]][int(line["start"]) : int(line["end"])] == words


def test_1_a_claim_written_down_and_read_back_is_the_same_claim(readings: list[Reading]) -> None:
    for reading in readings:
        for claim in reading.claims:
            assert reading.article
            again = decode(Claim, json.loads(json.dumps(encode(claim))), reading.article.text)
            assert again == claim
            assert again.id == claim.id


def test_1_the_sentence_shown_holds_the_claim(readings: list[Reading]) -> None:
    for reading in readings:
        for claim, sentence in zip(reading.claims, reading.sentences, strict=True):
            assert sentence.covers(claim.quote)


# 2. Same bytes, same output


def run(*paths: Path, seed: str, zone: str) -> list[str]:
    call = [sys.executable, "-m", "sayso", "read", *map(str, paths), "--publisher", "P", "--published", "2021-06-10"]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    done = subprocess.run(call, capture_output=True, env=environment, check=True, cwd=ROOT)
    return done.stdout.decode("utf-8").splitlines()


def by_article(lines: list[str]) -> list[list[str]]:
    return sorted(list(group) for _, group in itertools.groupby(lines, key=lambda line: json.loads(line)["article"]))


def test_2_the_same_output_over_hash_seeds_time_zones_and_orders() -> None:
    files = [*sorted(DEMO.iterdir()), PAGE]
    orders = [files, files[::-1], files[1:] + files[:1]]
    zones = ["UTC", "Pacific/Kiritimati", "America/Los_Angeles"]
    matrix = list(zip(["0", "1", "4711"], zones, orders, strict=True))
    if os.environ.get("SAYSO_WHOLE_MATRIX"):  # 54 runs, some minutes
        matrix = list(itertools.product([str(n) for n in range(6)], zones, orders))
    outputs = [run(*order, seed=seed, zone=zone) for seed, zone, order in matrix]
    assert outputs[0]
    for output in outputs[1:]:
        assert by_article(output) == by_article(outputs[0])


def test_2_neighbours_do_not_change_a_reading(readings: list[Reading]) -> None:
    alone = list(read_inputs([str(PAGE)], Defaults("The Invented Courier")))
    (among,) = [reading for reading in readings if reading.outcome.name == "page.txt"]
    assert alone == [among]


# 3. Reading again adds nothing


def test_3_the_same_bytes_are_one_article_with_the_same_claims_and_two_captures(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(PAGE.read_bytes())
    first, second = read_inputs([str(tmp_path)], Defaults("The Invented Courier"))
    assert first.article
    assert second.article
    assert first.article.id == second.article.id
    assert [claim.id for claim in first.claims] == [claim.id for claim in second.claims] != []
    captures = [first.article.capture.locator, second.article.capture.locator]
    assert captures == [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert first.outcome.notes != second.outcome.notes
    assert "a.txt" in second.outcome.notes[0]


def test_3_reading_the_same_article_again_gives_the_same_ids() -> None:
    twice = [list(read_inputs([str(DEMO)])) for _ in range(2)]
    ids = [[row["id"] for reading in read for row in rows(reading)] for read in twice]
    assert ids[0] == ids[1] != []


def test_3_no_two_claims_of_one_article_share_an_id(readings: list[Reading]) -> None:
    for reading in readings:
        ids = [claim.id for claim in reading.claims]
        assert len(set(ids)) == len(ids)


def test_3_other_bytes_are_another_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE.read_bytes())
    (tmp_path / "b.txt").write_bytes(PAGE.read_bytes() + b"\n\n")
    first, second = read_inputs([str(tmp_path)])
    assert first.article
    assert second.article
    assert first.article.id != second.article.id


# 5. No silence


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("empty.txt", b"", "no text"),
        ("blank.txt", b" \n\t\n", "no text"),
        ("quiet.txt", b"The weather in the valley was mild, and the shops were open until late.", "nothing found"),
        ("image.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "not text"),
        ("page.html", b"<!doctype html><html><body></body></html>", "no text"),
        ("broken.jsonl", b'{"id": "a", "text": ', "malformed"),
        ("german.txt", 5 * "Die Armee wies die Vorwürfe am Dienstag zurück. ".encode(), "language not read"),
    ],
)
def test_5_an_article_that_gives_nothing_gives_an_outcome_with_its_reason(
    tmp_path: Path, name: str, body: bytes, status: str
) -> None:
    (tmp_path / name).write_bytes(body)
    (reading,) = read_inputs([str(tmp_path / name)])
    assert reading.outcome.status == status
    assert reading.outcome.reason
    assert reading.outcome.name.startswith(name), "a line of a file is named after it"
    assert reading.claims == ()


def test_5_a_missing_file_is_an_outcome_too(tmp_path: Path) -> None:
    (reading,) = read_inputs([str(tmp_path / "missing.txt")])
    assert (reading.outcome.status, reading.article) == ("cannot open", None)
    assert reading.outcome.remedy


def test_a_mention_cannot_lie() -> None:
    with pytest.raises(TypeError):
        Mention(0, 3, "abc", words="xyz")  # type: ignore[call-arg]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Mention(0, 3, "abc").start = 1  # type: ignore[misc]
