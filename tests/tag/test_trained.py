"""The model's files are checked, and the same text gives the same tags wherever it is read."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sayso.record import Tags
from sayso.tag import tagger, trained
from sayso.tag.model_files import ModelError, folder_of, model_files
from sayso.tag.reading import TooSlow
from sayso.tag.trained import Trained, shortened
from sayso.tag.windows import windows
from sayso.tag.wordpiece import wordpiece
from tests.tag.tiny_model import TINY, described, write_card
from tests.tag.wordpiece_table import SENTENCES, VOCABULARY

LONG = " ".join(SENTENCES)


def digest(tags: list[Tags]) -> str:
    return hashlib.sha256(repr(tags).encode("utf-8", "surrogatepass")).hexdigest()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A copy of the tiny model, to be damaged."""
    return Path(shutil.copytree(TINY, tmp_path / "model"))


def test_the_long_text_has_several_windows() -> None:
    pieces = wordpiece(VOCABULARY).cut(LONG)
    assert len(windows(LONG, pieces, 24, 6)) > 20


def test_tags_do_not_depend_on_what_was_read_before() -> None:
    forward = [Trained(TINY).tag(text) for text in SENTENCES]
    backward = [Trained(TINY).tag(text) for text in reversed(SENTENCES)]
    assert forward == backward[::-1]


def test_tags_do_not_depend_on_threads() -> None:
    known = Trained(TINY)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(known.tag, SENTENCES)) == [known.tag(text) for text in SENTENCES]


FRESH = """
from pathlib import Path
from tests.tag.test_trained import LONG, TINY, Trained, digest
print(digest([Trained(TINY).tag(LONG)]))
"""


def test_tags_do_not_depend_on_the_process_its_hash_seed_or_its_zone() -> None:
    here = digest([Trained(TINY).tag(LONG)])
    for seed, zone in (("0", "UTC"), ("12345", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", FRESH], capture_output=True, text=True, check=True, env=environment,
            cwd=Path(__file__).parents[2],
        )  # fmt: skip
        assert done.stdout.strip() == here


def test_every_tag_covers_whole_words() -> None:
    pieces = wordpiece(VOCABULARY).cut(LONG)
    starts, ends = ({span[side] for span in pieces.word_spans} for side in (0, 1))
    tags = Trained(TINY).tag(LONG).tags
    assert len(tags) > 100
    assert all(tag.mention.start in starts and tag.mention.end in ends for tag in tags)


def test_past_the_bound_a_text_is_marked_unread_and_the_rest_is_as_if_it_ended_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trained, "MOST_PIECES", 30)
    *tags, last = Trained(TINY).tag(LONG).tags
    assert (last.label, last.mention.end) == ("unread", len(LONG))
    assert tags
    assert all(tag.mention.end <= last.mention.start for tag in tags)


def test_shortening_keeps_whole_words() -> None:
    pieces = wordpiece(VOCABULARY).cut("internationalisation " * 4)
    short = shortened(pieces, len(pieces) - 1)
    assert len(short.word_spans) == 3
    assert short.ids == pieces.ids[: len(short)]


def test_past_its_deadline_an_article_fails_as_a_whole() -> None:
    with pytest.raises(TooSlow, match=r"0 of \d+ windows in -1 s; .* --tagger none"):
        Trained(TINY, seconds=-1.0).tag(LONG)


def test_a_blank_text_opens_no_network(model: Path) -> None:
    known = Trained(model)
    (model / "model.onnx").unlink()
    assert known.tag(" \n") == Tags(known.name)


def test_where_no_model_lies_the_error_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MODEL", str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match=r"no model at .*nowhere .*SAYSO_MODEL, or read with --tagger none"):
        tagger("minilm")


def test_the_folder_given_goes_before_the_environment_and_that_before_the_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SAYSO_MODEL", "there")
    assert folder_of(Path("here")) == Path("here")
    assert folder_of() == Path("there")
    monkeypatch.delenv("SAYSO_MODEL")
    assert folder_of().parts[-3:] == ("sayso", "tag", "weights")


@pytest.mark.parametrize("name", ["model.onnx", "vocab.txt", "labels.json"])
def test_a_file_that_is_not_the_cards_is_refused(model: Path, name: str) -> None:
    with (model / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(ModelError, match=rf"{name} has the SHA-256 .* the card says"):
        Trained(model).tag("Police said so.")


def test_a_network_that_does_not_open_is_named(model: Path) -> None:
    (model / "model.onnx").write_bytes(b"no network")
    write_card(model)
    with pytest.raises(ModelError, match=r"model\.onnx does not open"):
        Trained(model).tag("Police said so.")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"spans": ["source"]}, "its spans are others"),
        ({"choices": {}}, "its choices are others"),
        ({"moves": [[0.0]]}, "another shape"),
        ({"window": 600}, "windows of 600 pieces"),
        ({"overlap": 8}, "windows of 24 pieces with 8 shared"),
    ],
)
def test_labels_that_do_not_fit_are_refused(model: Path, change: dict[str, object], said: str) -> None:
    (model / "labels.json").write_text(json.dumps(described() | change))
    write_card(model)
    with pytest.raises(ModelError, match=said):
        Trained(model)


def test_the_name_changes_with_the_files(model: Path) -> None:
    before = model_files(model).version
    (model / "labels.json").write_text(json.dumps(described() | {"overlap": 5}))
    write_card(model)
    assert model_files(model).version != before


def test_rules_alone_load_no_network_library() -> None:
    code = "import sys, sayso.tag as t; t.tagger('none').tag('x'); print({'numpy', 'onnxruntime'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
