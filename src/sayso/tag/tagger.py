"""The protocol of a tagger, and the one that sees nothing."""

from collections.abc import Callable
from typing import Protocol

from sayso.record import Tags


class Tagger(Protocol):
    """Reads a text and labels stretches of it.

    The same text always gives the same tags, every tag's words are the text's own, and `Tags.tagger` is `name`, so
    that a run says who tagged. The contract is tests/tag/test_contract.py, which runs on every tagger in `TAGGERS`.
    """

    @property
    def name(self) -> str:
        """What a run records: for a trained network its name and version."""
        ...

    def tag(self, text: str) -> Tags:
        """All tags of the text, in order of their words (docs/tags.md). Never raises on account of the text."""
        ...


class NoTagger:
    """Sees nothing, so that the rules stand alone (`--tagger none`)."""

    name = "none"

    def tag(self, text: str) -> Tags:  # noqa: ARG002 - the protocol gives a text; this one needs none
        """No tags at all."""
        return Tags(self.name)


def _minilm() -> Tagger:
    from sayso.tag.trained import Trained

    return Trained()


TAGGERS: dict[str, Callable[[], Tagger]] = {"none": NoTagger, "minilm": _minilm}
"""The taggers by the name a user gives; made at first use, since a network is slow to open."""


DEFAULT = "minilm"
"""The tagger that reads where none is named."""


def tagger(name: str) -> Tagger:
    """Make the tagger of this name.

    Raises ValueError, which lists the names, if there is none; and ModelError, a ValueError that says what to do, where
    the trained network it needs is missing or damaged.
    """
    if name not in TAGGERS:
        raise ValueError(f"there is no tagger {name!r}; there are: {', '.join(sorted(TAGGERS))}")
    return TAGGERS[name]()
