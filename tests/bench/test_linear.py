"""The measuring of growth sees a quadratic rule; no wall clock is asserted here, only made-up times and verdicts."""

import pytest

from bench import hostile
from bench.linear import BOUND, Growth, summary
from bench.rules import NoSupply, Rule, Supply, discover

LINEAR = Growth("a", "quotes", (0.001, 0.004, 0.017))
QUADRATIC = Growth("b", "quotes", (0.001, 0.016, 0.256))
FAULTY = Growth("c", "quotes", (0.001, 0.004, 0.016), "ValueError: no")


def test_a_quadratic_rule_and_a_fault_are_over_the_bound() -> None:
    assert (LINEAR.good, QUADRATIC.good, FAULTY.good) == (True, False, False)
    found = summary([LINEAR, QUADRATIC, FAULTY], [])
    assert found["over"] == ["b on quotes", "c on quotes"]
    assert found["worst_ratio"] > BOUND


def test_every_hostile_text_has_its_length_and_its_ending() -> None:
    for name in hostile.names():
        assert len(hostile.text(name, 1000)) == len(hostile.text(name, 1000, " one")) == 1000
        assert hostile.text(name, 1000, " one").endswith(" one")


def test_rules_are_found_and_fed_by_type() -> None:
    rules = discover()
    by_name = {rule.name: rule for rule in rules}
    assert {"extract.sentences.sentences", "extract.claims.claims"} <= set(by_name)
    supply = Supply("Six people were killed.", rules)
    assert supply.arguments(by_name["extract.sentences.sentences"]) == {"text": "Six people were killed."}
    assert set(supply.arguments(by_name["extract.claims.claims"])) == {"article", "tags"}


def test_what_no_rule_gives_is_said() -> None:
    rule = Rule("own", lambda wanted: wanted, {"wanted": frozenset[bytes]}, str)
    with pytest.raises(NoSupply, match="frozenset"):
        Supply("a", ()).arguments(rule)
