"""Our scoring is the judge's: by hand-made cases here, and number for number where the judge lies beside us."""

import copy
import importlib.util
import random
from types import ModuleType
from typing import Any

import pytest

from bench.files import DATA, SHARED, rows
from bench.matching import match, overlap, same_date
from bench.names import fold, same_name
from bench.rows import ClaimFile, ClaimRow, claim_file, claim_row
from bench.scoring import score
from bench.tables import rounded

JUDGE = SHARED / "score" / "score_claims.py"


def judge() -> ModuleType:
    if not JUDGE.is_file():
        pytest.skip(f"{JUDGE} is not there: the judge lies beside the repository only where it is measured")
    spec = importlib.util.spec_from_file_location("score_claims", JUDGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def claim(quote: str, **given: Any) -> dict[str, Any]:
    return {"quote": quote, "said_by": [], "stance": "asserts", "type": "attack", "harm": [], "event": "e1", **given}


def harm(kind: str, low: int | None, high: int | None, group: str = "people", **more: str) -> dict[str, Any]:
    return {"kind": kind, "low": low, "high": high, "group": group, **more}


GOLD = [
    claim(
        "four shells hit the northern market of Veldar", said_by=["Courier", "Veldar town council"], type="shelling",
        place="Veldar", date="2021-05-04",
        harm=[harm("killed", 6, 6), harm("killed", 2, 2, "children", within="people")],
    ),
    claim("its batteries fired on the market", said_by=["Ostrian army"], stance="denies", type="shelling"),
    claim("the Ostrian army would withdraw by June", said_by=["Ostrian army"], stance="intends", type="deployment",
          date="2021-06", event="e2"),
    claim("Rescuers carried 14 hurt people to Brenn", type="rescue", place="Brenn", event="e1",
          harm=[harm("injured", 14, 14)]),
    claim("whether gas was used", said_by=["the monitor"], stance="doubts", type="chemical attack", event="e3"),
]  # fmt: skip
NAMES = ["Courier", "the Ostrian Army", "U.S. officials", "military source", "Russia", "Moscow", "rebels"]
SLOT_WORDS = ["Veldar", "Brenn", "north of Brenn", "rebel fighters", "government forces", None]
DATES = [None, "2021", "2021-05", "2021-05-04", "2021-05-03", "2021-05-01/2021-05-09", "2020-12-31/2021-01-02"]


def perturbed(claims: list[dict[str, Any]], chance: random.Random) -> list[dict[str, Any]]:
    """A prediction like gold with errors of every kind in it."""
    out: list[Any] = []
    for given in claims:
        row = copy.deepcopy(given)
        words = row["quote"].split(" ")
        if chance.random() < 0.5:
            a = chance.randrange(len(words))
            row["quote"] = " ".join(words[a : chance.randint(a + 1, len(words))])
        if chance.random() < 0.2:
            row["quote"] = "It was said that " + row["quote"]
        if chance.random() < 0.3:
            row["said_by"] = chance.sample(NAMES, chance.randrange(3))
        if chance.random() < 0.3:
            row["stance"] = chance.choice(["asserts", "denies", "doubts", "intends", None])
        for slot in ("actor", "target", "place"):
            if chance.random() < 0.3:
                row[slot] = chance.choice([*SLOT_WORDS, {"text": chance.choice(SLOT_WORDS)}])
        if chance.random() < 0.3:
            row["date"] = chance.choice(DATES)
        if chance.random() < 0.3:
            row["event"] = chance.choice(["e1", "e2", None])
        if chance.random() < 0.3:
            row["harm"] = [harm("killed", chance.randrange(9), None, "civilians", within=chance.choice(["people", ""]))]
        if chance.random() < 0.1:
            row[chance.choice(["quote", "said_by", "actor", "date"])] = 7
        out += [row] * chance.choice([0, 1, 1, 1, 1, 1, 2])
    chance.shuffle(out)
    return out


def by_article(claims: dict[str, Any]) -> ClaimFile:
    return claim_file({"article": article, "claims": found} for article, found in claims.items())


def assert_as_the_judge(gold: dict[str, Any], predicted: dict[str, Any], bodies: dict[str, str] | None) -> None:
    theirs, _ = judge().score(gold, predicted, bodies)
    ours = score(by_article(gold), by_article(predicted), bodies)
    assert list(ours) == list(theirs)
    assert rounded(ours) == rounded(theirs)


@pytest.mark.parametrize("seed", range(40))
def test_own_claims_score_as_by_the_judge(seed: int) -> None:
    chance = random.Random(seed)
    gold = {"one": GOLD, "two": GOLD[2:]}
    predicted = {"one": perturbed(GOLD * 2, chance), "three": GOLD}
    bodies = {"one": " ".join(row["quote"] for row in GOLD)} if seed % 2 else None
    assert_as_the_judge(gold, predicted, bodies)


@pytest.mark.parametrize("name", ["claims_practice", "claims_train_other"])
def test_perturbed_gold_scores_as_by_the_judge(name: str) -> None:
    judge()
    path = DATA / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"{path} is not there")
    gold = {row["article"]: row["claims"] for row in rows(path)}
    predicted = {article: perturbed(claims, random.Random(article)) for article, claims in gold.items()}
    assert_as_the_judge(gold, predicted, None)
    assert_as_the_judge(gold, gold, None)


def test_gold_against_itself_is_perfect() -> None:
    gold = claim_file([{"article": "one", "claims": GOLD}])
    found = score(gold, gold, {"one": " ".join(row["quote"] for row in GOLD)})
    assert {found[k][2] for k in ("found", "tight", "sourced", "denials", "figures")} == {1.0}
    assert found["malformed_or_not_in_text"] == 0


def test_a_quote_that_is_not_in_the_text_is_predicted_and_never_right() -> None:
    gold = claim_file([{"article": "one", "claims": GOLD[:1]}])
    found = score(gold, gold, {"one": "something else"})
    assert (found["predicted"], found["malformed_or_not_in_text"]) == (1, 1)
    assert found["found"] == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("first", "second", "speaker", "same"),
    [
        ("the Ostrian army", "Ostrian army", True, True),  # an article more is nothing
        ("U.S.", "United States", True, True),  # an alias, dots aside
        ("Russian army", "Syrian army", False, False),  # another nation
        ("rebel forces", "government forces", False, False),  # another side
        ("Free Army", "Army", False, False),  # another army
        ("military source", "military official", True, False),  # only generic words shared
        ("military source", "a military source", True, True),
        ("Mayor Lena Orst", "Lena Orst", True, True),  # all words of the shorter
        ("", "", False, True),  # own voice twice
        ("", "Courier", True, False),
    ],
)
def test_names(first: str, second: str, speaker: bool, same: bool) -> None:
    assert same_name(first, second, speaker) is same
    assert same_name(second, first, speaker) is same


@pytest.mark.parametrize(
    ("words", "folded"), [("The U.N.’s envoy", "un envoy"), ("Orst's  MEN,", "orst men"), (None, ""), ("É.", "e")]
)
def test_fold(words: str | None, folded: str) -> None:
    assert fold(words) == folded


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("2021-05-04", "2021-05-04", True),
        ("2021-05", "2021-05-04", True),  # a day within its month
        ("2021", "2021-05-04", False),  # a day within its year is too much left open
        ("2021-05-04", None, False),
        ("2021-05-01/2021-05-09", "2021-05-04", True),
    ],
)
def test_dates(gold: str | None, predicted: str | None, same: bool) -> None:
    assert same_date(gold, predicted) is same


def test_overlap_counts_runs_of_two_words_and_more() -> None:
    assert overlap("four shells hit the market", "four shells fell near the market") == pytest.approx(4 / 7)
    assert overlap("one two three four", "four three two one") == 0.0
    assert overlap("shells hit Veldar", "a b c d e f shells hit Veldar g h i j k") == 0.29  # inside a much longer one


def test_pairing_keeps_as_many_as_possible() -> None:
    one, two = ClaimRow("men were hurt in Brenn"), ClaimRow("men were hurt in Brenn on the road")
    assert len(match((one, two), (two, one))) == 2


@pytest.mark.parametrize(
    "broken",
    [
        "words", {"quote": 3, "said_by": []}, {"quote": "a"}, {"quote": "a", "said_by": [1]},
        {"quote": "a", "said_by": [], "actor": ["x"]}, {"quote": "a", "said_by": [], "date": 2021},
        {"quote": "a", "said_by": [], "harm": [{"group": None}]}, {"quote": "a", "said_by": [], "harm": {"kind": "x"}},
    ],
)  # fmt: skip
def test_a_row_with_wrong_types_is_no_claim(broken: Any) -> None:
    assert claim_row(broken) is None
    assert claim_file([{"article": "one", "claims": [broken]}]).malformed == {"one": 1}
