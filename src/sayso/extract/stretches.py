"""One stretch cut into pieces, with the persons in it, and the small steps that the readers of it share."""

import functools
from dataclasses import dataclass, field

from sayso.extract.parties import Party, parties
from sayso.extract.pieces import HarmWord, Piece
from sayso.lexicon import load


@functools.cache
def listed(key: str) -> frozenset[str]:
    """A word class of the harm lexicon."""
    return frozenset(load("harms")["words"][key])


@dataclass(slots=True)
class Stretch:
    """The pieces of one stretch and the persons in them, with the persons found by their pieces."""

    cut: list[Piece]
    people: list[Party] = field(default_factory=list)
    at: dict[int, Party] = field(default_factory=dict)
    loose: dict[int, Party] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = parties(self.cut)
        self.loose = {party.first: party for party in found if party.loose}
        self.people = [party for party in found if not party.loose]
        self.at = {n: party for party in self.people for n in range(party.first, party.last + 1)}

    def word(self, n: int) -> str:
        """The word at n, or "" outside."""
        return self.cut[n].word if 0 <= n < len(self.cut) else ""

    def harm(self, n: int) -> HarmWord | None:
        """The harm word at n, or None."""
        return self.cut[n].harm if 0 <= n < len(self.cut) else None

    def over(self, n: int, step: int, skip: frozenset[str], most: int = 5) -> int:
        """The first place from n on, in this direction, that holds none of these words."""
        for _ in range(most):
            if self.word(n) not in skip or n in self.at:
                break
            n += step
        return n

    def begins(self, n: int) -> Party | None:
        """The party that begins at n, or None."""
        party = self.at.get(n)
        return party if party is not None and party.first == n else None


def over_aside(s: Stretch, n: int) -> int:
    """The place before an aside between two dashes that ends at n, else n less a lone dash."""
    if s.word(n) not in ("-", "–", "—"):
        return n
    for k in range(n - 1, max(-1, n - 20), -1):
        if s.word(k) == s.word(n):
            return k - 1
    return n - 1


def full_stop(s: Stretch, n: int) -> bool:
    """Whether the mark at n ends a sentence: not after an initial or inside "U.S."."""
    return s.word(n) in (".", "!", "?") and len(s.word(n - 1)) > 2 and "." not in s.word(n - 1)
