"""One whole page: the output as it was last looked at, and how near it comes to what a person wrote down."""

from typing import Any, get_args

import pytest

from bench.rows import claim_file
from bench.scoring import score
from sayso.record import EventType, Group, HarmKind, Stance
from tests.golden.page import FOLDER, expected, golden, output

FLOORS = {"tight": 0.80, "sourced": 0.84, "denials": 1.0, "figures": 1.0}
"""F1 against `expected.json`. They only rise; the page is small, so that one claim is worth about 0.04."""


def test_the_output_is_the_one_last_looked_at() -> None:
    assert output() == golden(), "run python -m tests.golden.page, and read the difference"


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_it_comes_as_near_to_the_expected_claims_as_before(figure: str) -> None:
    asked = expected()
    text = (FOLDER / "page.txt").read_text(encoding="utf-8")
    found = [{"article": asked["article"], "claims": output()}]
    reached: Any = score(claim_file([asked]), claim_file(found), {asked["article"]: text})[figure]
    assert reached[2] >= FLOORS[figure]


def test_what_a_person_wrote_down_keeps_the_guide() -> None:
    text = (FOLDER / "page.txt").read_text(encoding="utf-8")
    for claim in expected()["claims"]:
        assert claim["quote"] in text
        assert claim["stance"] in get_args(Stance)
        assert claim["type"] in get_args(EventType)
        for harm in claim["harm"]:
            assert harm["kind"] in get_args(HarmKind)
            assert harm["group"] in get_args(Group)
