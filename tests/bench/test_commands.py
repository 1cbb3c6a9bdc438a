"""The commands: figures with their floor, the errors behind them, and plain words where data is missing."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench.__main__ import main
from bench.compare import compare
from bench.errors import misses
from bench.predict import naive, predicted
from bench.recalled import recalled
from bench.rows import claim_file
from bench.scoring import paired

TEXT = "Four shells hit a market in Veldar on Monday, the town council said. The Ostrian army denied firing on it."
ARTICLE = {"id": "own", "publisher": "Courier", "published": "2021-05-04", "title": "Shells on a market", "text": TEXT}
SHELLS: dict[str, Any] = {
    "quote": "Four shells hit a market in Veldar", "said_by": ["town council"], "stance": "asserts", "type": "shelling",
    "place": "Veldar", "date": "2021-05-03", "event": "e1",
    "harm": [{"kind": "killed", "low": 6, "high": 6, "group": "people"}],
}  # fmt: skip
DENIAL: dict[str, Any] = {
    "quote": "firing on it", "said_by": ["Ostrian army"], "stance": "denies", "type": "shelling", "harm": [],
    "event": "e1",
}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "own_articles.jsonl").write_text(json.dumps(ARTICLE) + "\n")
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"article": "own", "claims": [SHELLS, DENIAL]}) + "\n")
    return path


def given(tmp_path: Path, *claims: dict[str, Any]) -> Path:
    path = tmp_path / "given.jsonl"
    path.write_text(json.dumps({"article": "own", "claims": claims}) + "\n")
    return path


def test_json_has_the_fixed_keys_and_the_floor_beside_them(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims", "--gold", str(gold), "--given", str(given(tmp_path, SHELLS)), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["found"] == [1.0, 0.5, pytest.approx(2 / 3, abs=1e-6)]
    assert found["denials"] == [0.0, 0.0, 0.0]
    assert set(found["slots"]) == {"type", "actor", "target", "place", "date", "harm"}
    assert set(found) - {"naive"} == set(found["naive"])
    assert found["naive"]["sourced"] == [0.0, 0.0, 0.0]


def test_predictions_score_the_same_when_given_back(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["claims", "--gold", str(gold), "--predictions", str(out), "--json"]) == 0
    first = capsys.readouterr().out
    assert main(["claims", "--gold", str(gold), "--given", str(out), "--json"]) == 0
    assert capsys.readouterr().out == first


def test_the_table_shows_errors_breakdowns_and_losses(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    worse = given(tmp_path, {**SHELLS, "said_by": ["Ostrian army"], "stance": "doubts"})
    words = ["--given", str(worse), "--misses", "5", "--by", "stance", "--by", "publisher", "--compare", str(gold)]
    assert main(["claims", "--gold", str(gold), *words]) == 0
    out = capsys.readouterr().out
    for line in (
        "naive F1", "wrong source: 1", "wrong stance: 1", "missed: 1", "missed figure: 1", "wrong figure: 1",
        "gains: 0", "- sourced | own | gold 0", "Courier",
    ):  # fmt: skip
        assert line in out


def test_errors_are_counted_by_kind() -> None:
    wrong = {**SHELLS, "date": "2021-05-01", "place": None, "type": "attack", "harm": []}
    spurious = {**DENIAL, "quote": "the council met again", "stance": "asserts"}
    gold_side = claim_file([{"article": "own", "claims": [SHELLS, DENIAL]}])
    found = misses(paired(gold_side, claim_file([{"article": "own", "claims": [wrong, spurious]}])))
    kinds = ("missed", "spurious", "wrong type", "wrong place", "wrong date", "missed figure")
    assert {kind: len(listed) for kind, listed in found.items()} == dict.fromkeys(kinds, 1)


def test_recalled_counts_an_unmatched_claim_as_wrong() -> None:
    sides = [claim_file([{"article": "own", "claims": claims}]) for claims in ([SHELLS, SHELLS], [SHELLS])]
    found = recalled(paired(sides[0], sides[1]))
    assert found == {"type": 0.5, "actor": None, "target": None, "place": 0.5, "date": 0.5, "harm": 0.5}


def test_a_prediction_against_itself_gains_and_loses_nothing() -> None:
    side = claim_file([{"article": "own", "claims": [SHELLS, DENIAL]}])
    shown = compare(paired(side, side), paired(side, side))
    assert "gains: 0" in shown
    assert "losses: 0" in shown


@pytest.mark.parametrize(
    "command", [["claims", "--gold"], ["seed", "--data"], ["fakes", "--data"], ["dates", "--data"]]
)
def test_a_missing_file_is_named_with_its_remedy(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, str(tmp_path / "gone.jsonl")]) == 2
    said = capsys.readouterr().err
    assert str(tmp_path) in said
    assert "is not there; put the shared data beside the repository or name a file with --" in said


def test_a_broken_line_is_named(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold.write_text('{"article": "own", "claims": []}\n{"article": \n')
    assert main(["claims", "--gold", str(gold)]) == 2
    assert f"{gold}, line 2 is not JSON" in capsys.readouterr().err


def test_an_unknown_bench_lists_the_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speeed"]) == 2
    assert "claims" in capsys.readouterr().err


def test_the_floor_is_every_sentence_in_the_outlets_own_voice() -> None:
    rows = naive(ARTICLE)
    assert [row["quote"] for row in rows] == TEXT.replace(". ", ".\n").split("\n")
    assert all(row["said_by"] == [] and row["stance"] == "asserts" for row in rows)


def test_predicted_rows_are_what_users_get_and_quote_the_text() -> None:
    for row in predicted(ARTICLE):
        assert TEXT[row["start"] : row["end"]] == row["quote"]
        assert row["article"] == "own"
