"""The benches of attribution and names: what they count, their keys, and their floor."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench import attribution, names_command
from bench.__main__ import main
from bench.attribution_readers import by_tags as attributions_by_tags
from bench.names_readers import by_tags as names_by_tags
from sayso.record import Mention, Tag, Tags

TEXT = "Four shells hit Veldar, the mayor said. Anna Orlo denied it."


def one(source: list[list[int]], cue: list[list[int]], content: list[list[int]]) -> dict[str, list[list[int]]]:
    return {"source": source, "cue": cue, "content": content}


GOLD = [one([[24, 33]], [[34, 38]], [[0, 22]]), one([[40, 49]], [[50, 56]], [[57, 59]])]


class Fixed:
    """A tagger that gives the tags it was made with."""

    name = "fixed"

    def __init__(self, *tags: tuple[str, int, int, int]) -> None:
        self._tags = tags

    def tag(self, text: str) -> Tags:
        return Tags(self.name, tuple(Tag(label, Mention(a, b, text), group) for label, a, b, group in self._tags))


def test_the_gold_scores_one() -> None:
    assert set(attribution.scores([GOLD], [GOLD]).values()) == {1.0}


def test_a_span_too_long_overlaps_and_is_not_exact() -> None:
    found = attribution.scores([GOLD[:1]], [[one([[23, 33]], [[34, 38]], [[0, 22]])]])
    assert (found["source_f1"], found["source_overlap_f1"], found["attribution_f1"]) == (0.0, 1.0, 1.0)


def test_the_pieces_of_a_content_count_each() -> None:
    whole, parts = one([], [[34, 38]], [[0, 22]]), one([], [[34, 38]], [[0, 5], [10, 22]])
    found = attribution.scores([[parts]], [[whole]])
    assert (found["content_f1"], found["content_overlap_f1"]) == (0.0, 1.0)
    assert attribution.scores([[parts]], [[one([], [[34, 38]], [[0, 5]])]])["content_f1"] == pytest.approx(2 / 3)


def test_an_attribution_with_the_wrong_source_is_wrong() -> None:
    assert attribution.scores([GOLD], [[GOLD[0] | {"source": [[40, 49]]}]])["attribution_f1"] == 0.0


def test_one_prediction_answers_one_attribution_at_most() -> None:
    assert attribution.answered([GOLD[0], GOLD[0]], [GOLD[0]]) == 1


def test_tags_become_attributions_by_group() -> None:
    tagger = Fixed(("source", 24, 33, 1), ("cue", 34, 38, 1), ("content", 0, 22, 1), ("quote", 0, 22, 2))
    assert attributions_by_tags(tagger, TEXT) == GOLD[:1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl"
    entities = [{"start": 16, "end": 22, "type": "Location"}, {"start": 40, "end": 49, "type": "Organisation"}]
    path.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": GOLD, "entities": entities}) + "\n")
    return path


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main([*words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_attribution_keys_and_floor(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "attribution", "--data", str(data))
    assert set(found["naive"]) == set(attribution.FIGURES)
    assert set(found["naive"]) <= set(found)
    assert (found["articles"], found["cue_f1"]) == (1, 1.0)
    assert found["naive"]["cue_f1"] == pytest.approx(2 / 3, abs=1e-6)


def test_names_keys_and_floor(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "names", "--data", str(data))
    assert set(found["f1_by_type"]) == {"Location", "Organisation"}
    assert found["naive"]["f1_by_type"] == {"Location": 0.0, "Organisation": pytest.approx(0.5)}


@pytest.mark.parametrize("bench", ["attribution", "names"])
def test_predictions_have_the_form_of_the_data(
    bench: str, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    first = asked(capsys, bench, "--data", str(data), "--predictions", str(out))
    again = asked(capsys, bench, "--data", str(out))
    assert again["predicted"] == again["gold"] == first["predicted"]


def test_names_are_right_with_span_and_type() -> None:
    gold = [[(16, 22, "Location"), (40, 49, "Person")]]
    assert names_command.scores(gold, [[(16, 22, "Location"), (40, 49, "Organisation")]])["f1"] == 0.5
    assert names_by_tags(Fixed(("name:Person", 40, 49, 0), ("cue", 50, 56, 1)), TEXT) == [(40, 49, "Person")]


def test_of_a_training_file_only_the_dev_part_is_scored(data: Path, tmp_path: Path) -> None:
    row = json.loads(data.read_text())
    ids = [str(n) for n in range(12)]
    every = tmp_path / "own_train.jsonl"
    every.write_text("".join(json.dumps({**row, "id": identity}) + "\n" for identity in ids))
    assert names_command.measure(every, lambda _: [])["articles"] == sum(map(names_command.is_dev, ids))
    assert 0 < sum(map(names_command.is_dev, ids)) < 12


def test_a_tagger_without_its_model_is_a_plain_message(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_MODEL", str(tmp_path / "nowhere"))
    assert main(["names", "--data", str(data), "--tagger", "minilm"]) == 2
    assert "SAYSO_MODEL" in capsys.readouterr().err
