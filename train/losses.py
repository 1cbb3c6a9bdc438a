"""The loss of one batch: every head on the words that have a label for it."""

import torch
from torch import Tensor
from torch.nn import functional

from train import crf
from train.batches import Batch
from train.labels import ATTRIBUTION, CHOICES, CLAIM, LINKS, NAME_LAYERS, NOT_TRAINED, POOLED, QUOTES, ROLES, SPANS
from train.network import Heads, Reader

WEIGHTS = {
    "spans": 1.0, "roles": 1.0, "names": 1.0, "inner_names": 1.0, "links": 0.1,
    "stance": 0.3, "type": 0.6, "voice": 0.3, "kind": 0.2, "group": 0.1, "part": 0.1,
}  # fmt: skip
"""Chosen by hand so that no head's gradient drowns the spans'."""
STANCE_WEIGHTS = (0.6, 3.0, 3.0, 2.0)
"""asserts, denies, doubts, intends: the rare stances count more, about the root of their rarity."""
NEVER = -1e30
WORST = 8.0
"""A pointer's loss beyond this (a wrong label, most likely) pulls no further."""


def loss(reader: Reader, one: Batch, half: bool = False) -> dict[str, Tensor]:
    """The losses by head; those without a label in the batch are left out. With `half` the encoder runs in bfloat16.

    The heads never do: pointer scores of some tens, rounded to halves, once drove a whole run apart.
    """
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        hidden = reader.encoder(one.ids, one.mask)
    read = hidden.gather(1, one.places[..., None].expand(-1, -1, hidden.shape[-1])).float()
    found = {name: value.float() for name, value in reader.heads(read).items()}
    losses = _spans(reader.heads, found["spans"], one)
    for n, role in enumerate(ROLES):
        _choice(losses, f"roles/{role}", found["roles"][:, :, n], one.labels[role])
    for name in NAME_LAYERS:
        _choice(losses, name, found[name], one.labels[name])
    for name in CHOICES:
        logits, labels = _pooled(found[name], one, name) if name in POOLED else (found[name], one.labels[name])
        _choice(losses, name, logits, labels, torch.tensor(STANCE_WEIGHTS) if name == "stance" else None)
    for n, name in enumerate(LINKS):
        if len(one.link_rows[name]):
            losses[f"links/{name}"] = _link(found["link_from"][:, :, n], found["link_to"][:, :, n], one, name)
    return losses


def total(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name.split("/")[0]] * value for name, value in losses.items()]).sum()


def _choice(
    losses: dict[str, Tensor], name: str, logits: Tensor, labels: Tensor, weights: Tensor | None = None
) -> None:
    if (labels != NOT_TRAINED).any():
        losses[name] = functional.cross_entropy(
            logits.flatten(0, 1), labels.flatten(), weights, ignore_index=NOT_TRAINED
        )


def _pooled(logits: Tensor, one: Batch, name: str) -> tuple[Tensor, Tensor]:
    """The mean logits of each claim's words in a window [1, claims, labels], and each claim's label [1, claims]."""
    numbers = one.labels[CLAIM]
    windows = torch.arange(len(numbers))[:, None].expand_as(numbers)
    inside = numbers != NOT_TRAINED
    keys = torch.stack([windows[inside], numbers[inside]], dim=-1)
    claims, of_word = torch.unique(keys, dim=0, return_inverse=True)
    sums = torch.zeros(len(claims), logits.shape[-1]).index_add(0, of_word, logits[inside])
    sizes = torch.bincount(of_word, minlength=len(claims)).clamp(min=1)
    labels = torch.full((len(claims),), NOT_TRAINED).index_copy(0, of_word, one.labels[name][inside])
    return (sums / sizes[:, None])[None], labels[None]


def _spans(heads: Heads, logits: Tensor, one: Batch) -> dict[str, Tensor]:
    """The BIO sequences: attribution and claims come from different corpora, so that each has its own windows."""
    losses = {}
    for name, family in (("attribution", ATTRIBUTION), ("quotes", QUOTES)):
        labels = torch.stack([one.labels[span] for span in family], dim=-1)[:, 1:]
        windows = (labels != NOT_TRAINED).any(dim=1).any(dim=1).nonzero()[:, 0]
        if not len(windows):
            continue
        which = [SPANS.index(span) for span in family]
        losses[f"spans/{name}"] = crf.loss(
            logits[windows][:, 1:, which],
            labels[windows].clamp(min=0),
            one.at_word[windows, 1:],
            heads.moves[which],
            heads.starts[which],
        )
    return losses


def _link(origin: Tensor, target: Tensor, one: Batch, name: str) -> Tensor:
    """The negative log of the share of probability that lies on right places, [CLS] included among the places."""
    rows = one.link_rows[name]
    with torch.autocast(
        "cpu", enabled=False
    ):  # in half precision long arrows lose the difference, and the loss runs off
        scores = (target.float()[rows[:, 0]] @ origin.float()[rows[:, 0], rows[:, 1], :, None])[..., 0]
    may = one.at_word.clone()
    may[:, 0] = 1
    scores = scores.masked_fill(may[rows[:, 0]] == 0, NEVER)
    right = scores.masked_fill(~one.link_targets[name], NEVER)
    return (scores.logsumexp(-1) - right.logsumexp(-1)).clamp(max=WORST).mean()
