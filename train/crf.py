"""Linear-chain likelihood of BIO sequences: a whole sequence is scored, so that long spans hold together."""

import torch
from torch import Tensor

FORBIDDEN = -10_000.0
"""Added to the move from outside to inside."""


def constrained(moves: Tensor) -> Tensor:
    """Transition scores [sequences, from, to], with outside -> inside ruled out."""
    ban = torch.zeros(3, 3, device=moves.device)
    ban[0, 2] = FORBIDDEN
    return moves + ban


def loss(logits: Tensor, labels: Tensor, mask: Tensor, moves: Tensor, starts: Tensor) -> Tensor:
    """Negative log-likelihood per word of gold sequences.

    `logits` [windows, words, sequences, 3], `labels` [windows, words, sequences], `mask` [windows, words] (1 at words).
    """
    moves = constrained(moves)
    gold = _gold(logits, labels, mask, moves, starts)
    total = starts + logits[:, 0]
    for n in range(1, logits.shape[1]):
        stepped = torch.logsumexp(total[..., :, None] + moves, dim=-2) + logits[:, n]
        total = torch.where(mask[:, n, None, None] > 0, stepped, total)
    return (torch.logsumexp(total, dim=-1) - gold).sum() / mask.sum()


def _gold(logits: Tensor, labels: Tensor, mask: Tensor, moves: Tensor, starts: Tensor) -> Tensor:
    emitted = logits.gather(-1, labels[..., None])[..., 0]
    sequences = torch.arange(labels.shape[-1], device=labels.device)
    moved = moves[sequences, labels[:, :-1], labels[:, 1:]] * mask[:, 1:, None]
    return (emitted * mask[..., None]).sum(1) + moved.sum(1) + starts[sequences, labels[:, 0]]
