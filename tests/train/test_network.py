"""Training's own arithmetic. Skipped where torch is absent: CI has none."""

import importlib
import itertools
from typing import Any

import pytest

torch: Any = pytest.importorskip("torch", reason="training has an environment of its own")
crf: Any = importlib.import_module("train.crf")


def test_the_chain_likelihood_is_that_of_all_sequences_counted_out() -> None:
    torch.manual_seed(3)
    length = 4
    logits, moves, starts = torch.randn(1, length, 1, 3), torch.randn(1, 3, 3), torch.randn(1, 3)
    gold = [0, 1, 2, 0]

    def worth(labels: list[int]) -> float:
        steps = sum(float(logits[0, n, 0, label]) for n, label in enumerate(labels))
        ruled = crf.constrained(moves)
        return steps + float(starts[0, labels[0]]) + sum(float(ruled[0, a, b]) for a, b in itertools.pairwise(labels))

    every = torch.tensor([worth(list(labels)) for labels in itertools.product(range(3), repeat=length)])
    wanted = (torch.logsumexp(every, 0) - worth(gold)) / length
    labels = torch.tensor(gold)[None, :, None]
    found = crf.loss(logits, labels, torch.ones(1, length), moves, starts)
    assert float(found) == pytest.approx(float(wanted), abs=1e-4)


def test_padding_changes_no_likelihood() -> None:
    torch.manual_seed(4)
    logits, moves, starts = torch.randn(1, 6, 2, 3), torch.randn(2, 3, 3), torch.randn(2, 3)
    labels = torch.tensor([[0, 1, 2, 0, 0, 0]])[..., None].expand(-1, -1, 2)
    mask = torch.tensor([[1.0, 1.0, 1.0, 1.0, 0.0, 0.0]])
    padded = crf.loss(logits, labels, mask, moves, starts)
    cut = crf.loss(logits[:, :4], labels[:, :4], mask[:, :4], moves, starts)
    assert float(padded) == pytest.approx(float(cut), abs=1e-5)
