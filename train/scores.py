"""Counting: precision, recall and F1 of sets of spans."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Right, predicted and gold, added up over documents."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> None:
        """Add one document's sets."""
        wanted, found = set(gold), set(predicted)
        self.right += len(wanted & found)
        self.predicted += len(found)
        self.gold += len(wanted)

    def row(self) -> list[float]:
        """Precision, recall and F1, rounded to four places."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        total = precision + recall
        return [round(x, 4) for x in (precision, recall, 2 * precision * recall / total if total else 0.0)]
