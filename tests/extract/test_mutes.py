"""What cannot speak is no source."""

import pytest

from sayso.extract.mutes import is_mute

SPEAK = ["The Observatory", "attack survivors", "a strike report", "Maha Saleh", "residents of the town", "Sudland"]
MUTE = ["Seven", "the truce", "a 48-hour truce", "Another strike", "sustained airstrikes", "the fate of the men",
        "number of armed groups"]  # fmt: skip


@pytest.mark.parametrize("name", SPEAK)
def test_who_speaks(name: str) -> None:
    assert not is_mute(name)


@pytest.mark.parametrize("name", MUTE)
def test_what_does_not(name: str) -> None:
    assert is_mute(name)
