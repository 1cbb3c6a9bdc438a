"""The gate holds: floors are compared, only rise, and know the data they were reached on."""

import argparse
from pathlib import Path
from typing import Any

import pytest

from bench import floors as floors_of_the_gate
from bench import gate
from bench.floors import Bench, Lowered, compare, flat, raised, read, write

DATA = "a" * 64
OTHER = "b" * 64


def test_flat_takes_f1_of_headlines_and_leaves_counts_and_the_floor_aside() -> None:
    found = {"gold": 24, "found": (0.9, 0.6, 0.7), "slots": {"type": 0.5, "harm": None}, "naive": {"stance": 1.0}}
    assert flat(found) == {"found": 0.7, "slots.type": 0.5}


@pytest.mark.parametrize(
    ("reached", "digest", "verdict"),
    [
        ({"tight": 0.5}, DATA, "ok"),  # just held
        ({"tight": 0.499}, DATA, "BELOW"),
        ({"tight": 0.9}, OTHER, "DATA CHANGED"),  # good figures on other data say nothing
        ({"sourced": 0.9}, DATA, "MISSING"),  # a figure that vanished is no pass
        ({"tight": None}, DATA, "MISSING"),
    ],
)
def test_verdicts(reached: dict[str, Any], digest: str, verdict: str) -> None:
    (line,) = compare("claims", Bench(DATA, {"tight": 0.5}), reached, digest)
    assert line.verdict == verdict
    assert line.good == (verdict == "ok")


def test_floors_rise_to_just_below_what_was_reached_and_stay_where_less_is_gained() -> None:
    old = Bench(DATA, {"tight": 0.5, "found": 0.7})
    new = raised("claims", old, {"tight": 0.61, "found": 0.7001, "sourced": 1.0}, DATA, ("tight", "found", "sourced"))
    assert new.floors == {"tight": 0.608, "found": 0.7, "sourced": 1.0}


def test_a_floor_is_never_lowered() -> None:
    old = Bench(DATA, {"tight": 0.5, "found": 0.7})
    with pytest.raises(Lowered, match=r"claims.tight from 0.5 to 0.4"):
        raised("claims", old, {"tight": 0.4, "found": 0.9}, DATA, ("tight", "found"))
    with pytest.raises(Lowered, match=r"claims.found from 0.7 to None"):
        raised("claims", old, {"tight": 0.6}, DATA, ("tight",))


def test_floors_of_other_data_are_not_overwritten() -> None:
    with pytest.raises(Lowered, match="data changed"):
        raised("claims", Bench(OTHER, {"tight": 0.1}), {"tight": 0.9}, DATA, ("tight",))


def test_written_floors_read_back(tmp_path: Path) -> None:
    benches = {"seed": Bench(DATA, {"slots.type": 0.25, "tight": 1.0}), "dates": Bench(OTHER, {"value_f1": 0.0})}
    write(benches, tmp_path / "floors.toml")
    assert read(tmp_path / "floors.toml") == benches
    assert read(tmp_path / "none.toml") == {}


@pytest.fixture
def one_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """A gate with one check of our own; the figures it reaches can be changed."""
    reached = {"tight": 0.5}
    data = tmp_path / "data.jsonl"
    data.write_text("{}\n")
    check = gate.Check("own", (data,), lambda: dict(reached), ("tight",))
    monkeypatch.setattr(gate, "CHECKS", (check,))
    return reached


def run_gate(floors: Path, *words: str) -> int:
    parser = argparse.ArgumentParser()
    gate.configure(parser)
    return gate.run(parser.parse_args(["--only", "own", "--floors", str(floors), *words]))


def test_the_gate_from_no_floor_to_a_broken_one(
    tmp_path: Path, one_check: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    assert run_gate(floors) == 0
    assert "NO FLOOR own" in capsys.readouterr().out
    assert run_gate(floors, "--raise") == 0
    assert run_gate(floors) == 0
    assert "all 1 floors held" in capsys.readouterr().out
    one_check["tight"] = 0.4
    written = floors.read_text()
    assert run_gate(floors) == 1
    assert "BELOW" in capsys.readouterr().out
    assert run_gate(floors, "--raise") == 1
    assert "never lowered" in capsys.readouterr().out
    assert floors.read_text() == written


def test_changed_data_is_noticed(
    tmp_path: Path, one_check: dict[str, float], capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    assert run_gate(floors, "--raise") == 0
    one_check["tight"] = 0.9
    (tmp_path / "data.jsonl").write_text("{}\n{}\n")
    assert run_gate(floors) == 1
    assert "DATA CHANGED" in capsys.readouterr().out


@pytest.mark.usefixtures("one_check")
def test_absent_data_is_skipped_in_plain_sight(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.toml"
    run_gate(floors, "--raise")
    (tmp_path / "data.jsonl").unlink()
    assert run_gate(floors) == 0
    assert f"SKIPPED own: {tmp_path / 'data.jsonl'} is not there" in capsys.readouterr().out


def test_the_floors_we_keep_name_only_figures_the_gate_measures() -> None:
    known = {check.name: set(check.figures) for check in gate.CHECKS}
    for name, bench in read(floors_of_the_gate.FLOORS).items():
        assert set(bench.floors) <= known[name]
        assert all(0.0 <= floor <= 1.0 for floor in bench.floors.values())
