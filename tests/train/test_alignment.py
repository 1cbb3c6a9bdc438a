"""Corpora to labels, on sentences written for these tests."""

from typing import Any

import pytest

from sayso.tag.wordpiece import WordPiece
from train import claims, polnear, re3d
from train.days import date_words
from train.examples import Example
from train.figures import figures, gives
from train.labels import KINDS, NAMES, STANCES, TYPES
from train.mangle import mangled
from train.slots import find
from train.spans import read_bio

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,'\"“”-"
CUTTER = WordPiece(("[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS)))


def words(one: Example, stretch: range) -> str:
    spans = one.pieces.word_spans
    return one.text[spans[stretch.start][0] : spans[stretch.stop - 1][1]]


def span(text: str, part: str) -> list[int]:
    return [text.index(part), text.index(part) + len(part)]


@pytest.mark.parametrize("mangle", [False, True])
def test_attribution_spans_and_pointers(mangle: bool) -> None:
    text = "The dam, the mayor's aide said, had burst. He added that it rained."
    row = {
        "id": "a",
        "text": text,
        "attributions": [
            {
                "source": [span(text, "the mayor's aide")],
                "cue": [span(text, "said")],
                "content": [span(text, "The dam"), span(text, "had burst")],
            },
            {"source": [span(text, "He")], "cue": [span(text, "added")], "content": [span(text, "that it rained")]},
        ],
    }
    one = polnear.example(row, CUTTER, mangle)
    found = {role: [words(one, stretch) for stretch in read_bio(labels)] for role, labels in one.labels.items()}
    assert found["source"] == ["the mayors aide" if mangle else "the mayor's aide", "He"]
    assert found["content"] == ["The dam", "had burst", "that it rained"]
    said = words_at(one, "content_cue")
    assert said == [("the", {"said"}), ("had", {"said"}), ("that", {"added"})]
    assert [to for _, to in words_at(one, "cue_source")][1] == {"he"}


def words_at(one: Example, name: str) -> list[tuple[str, set[str]]]:
    at = [one.text[start:end].lower() for start, end in one.pieces.word_spans]
    return [(at[link.origin], {at[n] for n in link.targets}) for link in one.links if link.name == name]


def claim(text: str, quote: str, **given: Any) -> dict[str, Any]:
    start, end = span(text, quote)
    plain: dict[str, Any] = {
        "said_by": [],
        "stance": "asserts",
        "type": "clash",
        "actor": None,
        "target": None,
        "place": None,
    }
    return plain | {"date": None, "harm": [], "quote": quote, "start": start, "end": end} | given


def test_claims_labels() -> None:
    text = "Rebels shelled the port on Monday killing nine people including two nurses the governor of Lorn said."
    quote = "Rebels shelled the port on Monday killing nine people including two nurses"
    harm = [
        {"kind": "killed", "low": 9, "high": 9, "group": "people"},
        {"kind": "killed", "low": 2, "high": 2, "group": "medics", "within": "people"},
    ]
    row = {"article": "a", "published": "2020-05-06", "claims": [
        claim(text, quote, said_by=["governor of Lorn"], type="shelling", actor="rebels", target="port",
              date="2020-05-04", harm=harm, place="Nowhere"),
    ]}  # fmt: skip
    one = claims.example(row, text, CUTTER)
    assert [words(one, stretch) for stretch in read_bio(one.labels["quote"])] == [quote]
    for role, wanted in (("actor", "Rebels"), ("target", "port"), ("date", "Monday")):
        assert [words(one, stretch) for stretch in read_bio(one.labels[role])] == [wanted]
    assert one.labels["place"][0] < 0, "a slot whose words stand nowhere trains nothing"
    at = {one.text[start:end]: n for n, (start, end) in enumerate(one.pieces.word_spans)}
    assert KINDS[one.labels["kind"][at["nine"]]] == "killed"
    assert [one.labels["part"][at[number]] for number in ("nine", "two")] == [0, 1]
    assert TYPES[one.labels["type"][0]] == "shelling"
    assert one.labels["type"][at["governor"]] < 0
    assert words_at(one, "quote_source") == [("rebels", {"governor", "of", "lorn"})]


def test_the_inner_of_two_quotes_has_the_say_at_its_words() -> None:
    text = "The army which denied that it burned the mill left."
    row = {"article": "a", "published": "2020-05-06", "claims": [
        claim(text, "The army which denied that it burned the mill left"),
        claim(text, "it burned the mill", stance="denies", type="destruction", said_by=["army"]),
    ]}  # fmt: skip
    one = claims.example(row, text, CUTTER)
    assert [words(one, stretch) for stretch in read_bio(one.labels["inner"])] == ["it burned the mill"]
    stances = [STANCES[label] for label in one.labels["stance"] if label >= 0]
    assert stances == ["asserts"] * 5 + ["denies"] * 4 + ["asserts"]


def test_a_name_within_a_name_goes_to_the_second_layer() -> None:
    text = "Colonel Ada Moor left Lorn."
    entities = [
        {"start": 12, "end": 16, "type": "Person"},
        {"start": 0, "end": 16, "type": "Person"},
        {"start": 22, "end": 26, "type": "Location"},
    ]
    one = re3d.example({"id": "a", "text": text, "entities": entities}, CUTTER)
    outer, inner = ([NAMES[label] for label in one.labels[name]] for name in ("names", "inner_names"))
    assert outer == ["B-Person", "I-Person", "I-Person", "O", "B-Location", "O"]
    assert inner == ["O", "O", "B-Person", "O", "O", "O"]


def test_mangled_places_move_with_the_words() -> None:
    text = "The town’s mayor, “tired”, left"
    new, moved = mangled(text)
    assert new == 'The towns mayor "tired" left'
    assert new[moved(text.index("tired")) :].startswith("tired")
    assert moved(len(text)) == len(new)


@pytest.mark.parametrize(
    ("text", "low", "high", "fits"),
    [
        ("58", 58, 58, True),
        ("1,200", 1200, None, True),
        ("100", 101, None, True),  # more than
        ("forty", 36, 44, True),  # about
        ("dozens", 24, 99, True),
        ("several hundred", 300, 999, True),
        ("several", 24, 99, False),
        ("12", 58, 58, False),
        ("two dozen", 24, 24, True),
        ("12", None, None, False),
    ],
)
def test_a_figure_gives_the_row_it_can_be_the_words_of(
    text: str, low: int | None, high: int | None, fits: bool
) -> None:
    (figure,) = figures(text, 0, len(text))
    assert gives(figure, low, high) is fits


@pytest.mark.parametrize(
    ("text", "meant", "wanted"),
    [
        ("on Monday", "2020-05-04", ["Monday"]),
        ("on Tuesday", "2020-05-04", []),
        ("yesterday", "2020-05-05", ["yesterday"]),
        ("on May 3", "2020-05-03", ["May 3"]),
        ("on 30 December", "2019-12-30", ["30 December"]),
        ("in 2017", "2017", ["2017"]),
    ],
)
def test_date_words(text: str, meant: str, wanted: list[str]) -> None:
    found = date_words(text, 0, len(text), "2020-05-06", meant)
    assert [text[start:end] for start, end in found] == wanted


def test_a_slot_is_found_though_words_were_left_out() -> None:
    said = ["the", "pro", "-", "council", "fighters", "of", "the", "northern", "brigade"]
    assert find(said, range(len(said)), ["northern", "brigade"]) == range(7, 9)
    assert find(said, range(len(said)), ["fighters", "of", "northern", "brigade"]) == range(4, 9)
    assert find(said, range(len(said)), ["southern", "council", "guards"]) is None
