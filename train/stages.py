"""What each stage of training reads, epoch by epoch."""

import random
from dataclasses import dataclass
from hashlib import sha256

from train.batches import Batch, batches, cut
from train.examples import Example, load
from train.places import PREPARED
from train.prepare import cutter

SIZES = (224, 190, 240, 206)
"""Pieces of a window, by epoch: other sizes cut the same texts at other places."""
MANGLED = 0.4
"""Share of PolNeAR articles that are read without commas and apostrophes in an epoch."""


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a corpus an epoch reads: 0.25 is a quarter of its documents, 2 is every document twice."""

    corpus: str
    share: float


STAGES = {
    "polnear": (Share("polnear", 1.0),),
    "claims": (
        Share("polnear", 0.2),
        Share("claims_train", 1.0),
        Share("claims_train_other", 1.0),
        Share("re3d_train", 4.0),
    ),
    "open": (Share("claims_train", 1.0), Share("re3d_train", 1.0)),
}
"""`polnear` first, `claims` on top. `open` is the variant without data that state no licence (PolNeAR, MUC)."""
HELD_OUT = 0.1
"""Share of claims_train articles, by the hash of their id, kept from training to choose on."""


def held_out(identity: str) -> bool:
    """Whether an article of claims_train serves to choose settings instead of to train."""
    return int(sha256(identity.encode()).hexdigest()[:8], 16) / 16**8 < HELD_OUT


class Mixer:
    """Draws an epoch's windows from the corpora of a stage."""

    def __init__(self, stage: str, tokens: int, everything: bool = False) -> None:
        """With `everything` the held-out articles are trained on as well."""
        cut_text = cutter()
        self._tokens = tokens
        self._shares = STAGES[stage]
        names = {share.corpus for share in self._shares}
        files = {name: ("polnear_train", "polnear_mangled") if name == "polnear" else (name,) for name in names}
        self._read = {
            name: tuple(list(load(PREPARED / f"{file}.jsonl", cut_text)) for file in of) for name, of in files.items()
        }
        if not everything and "claims_train" in self._read:
            self._read["claims_train"] = ([one for one in self._read["claims_train"][0] if not held_out(one.id)],)

    def epoch(self, epoch: int, draw: random.Random) -> list[Batch]:
        """All batches of one epoch."""
        chosen: list[Example] = []
        for share in self._shares:
            versions = self._read[share.corpus]
            order = list(range(len(versions[0])))
            draw.shuffle(order)
            for n in (order * (int(share.share) + 1))[: round(share.share * len(order))]:
                mangle = len(versions) > 1 and draw.random() < MANGLED
                chosen.append(versions[1 if mangle else 0][n])
        return list(batches(cut(chosen, SIZES[epoch % len(SIZES)]), self._tokens, draw))
