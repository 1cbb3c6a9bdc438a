"""The heads on the encoder. One small layer per family of heads keeps the tasks from pulling at one another."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.encoder import HIDDEN, Encoder
from train.labels import CHOICES, LINK_SIZE, LINKS, NAMES, ROLES, SPANS

OUTPUTS = ("spans", "roles", "names", *CHOICES, "link_from", "link_to", "inner_names")
"""The network's outputs in the order of the ONNX file."""
FAMILIES = {
    "spans": "spans", "link_from": "spans", "link_to": "spans", "roles": "claims",
    "names": "names", "inner_names": "names", "stance": "claims", "type": "claims", "voice": "claims",
    "kind": "figures", "group": "figures", "part": "figures",
}  # fmt: skip


class Heads(nn.Module):
    """Vectors of pieces or words in, logits of every head out."""

    def __init__(self) -> None:
        super().__init__()
        self.families = nn.ModuleDict({name: nn.Linear(HIDDEN, HIDDEN) for name in sorted(set(FAMILIES.values()))})
        sizes = {
            "spans": 3 * len(SPANS), "roles": 3 * len(ROLES), "names": len(NAMES), "inner_names": len(NAMES),
            "link_from": LINK_SIZE * len(LINKS), "link_to": LINK_SIZE * len(LINKS),
        } | {name: len(labels) for name, labels in CHOICES.items()}  # fmt: skip
        self.outs = nn.ModuleDict({f"to_{name}": nn.Linear(HIDDEN, sizes[name]) for name in OUTPUTS})
        self.moves = nn.Parameter(torch.zeros(len(SPANS), 3, 3))
        self.starts = nn.Parameter(torch.zeros(len(SPANS), 3))

    def forward(self, hidden: Tensor) -> dict[str, Tensor]:
        """[windows, places, HIDDEN] to [windows, places, ...] per output."""
        batch, length, _ = hidden.shape
        mixed = {name: functional.gelu(layer(hidden)) for name, layer in self.families.items()}
        found = {name: self.outs[f"to_{name}"](mixed[FAMILIES[name]]) for name in OUTPUTS}
        found["spans"] = found["spans"].reshape(batch, length, len(SPANS), 3)
        found["roles"] = found["roles"].reshape(batch, length, len(ROLES), 3)
        for name in ("link_from", "link_to"):
            found[name] = found[name].reshape(batch, length, len(LINKS), LINK_SIZE)
        return found


class Reader(nn.Module):
    """Encoder and heads. `forward` gives the outputs as a tuple in the order of OUTPUTS, at every piece."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = Heads()

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, ...]:
        """Whole numbers [windows, pieces] in."""
        found = self.heads(self.encoder(input_ids, attention_mask))
        return tuple(found[name] for name in OUTPUTS)
