"""What a network says of whole documents: its windows asked one by one, its answers put in a line by word."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.tag.windows import windows
from sayso.tag.wordpiece import Pieces
from train.batches import CLS, SEP
from train.network import OUTPUTS

Floats = NDArray[np.floating[Any]]
Ask = Callable[[NDArray[np.int64]], dict[str, Floats]]
"""Ids of one window with [CLS] and [SEP] in, every output of the network [pieces, ...] out."""
WINDOW, OVERLAP = 254, 64
"""Pieces of a window without [CLS] and [SEP], and pieces that neighbours share."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Every output by word; `nobody` is the pointer target of [CLS] in the window that answers for the word."""

    by_word: dict[str, Floats]
    nobody: Floats


def answers(ask: Ask, text: str, pieces: Pieces) -> Answers:
    """Ask about one document."""
    first = [n == 0 or pieces.words[n] != pieces.words[n - 1] for n in range(len(pieces))]
    kept: dict[str, list[Floats]] = {name: [] for name in OUTPUTS}
    nobody: list[Floats] = []
    for window in windows(text, pieces, WINDOW, OVERLAP):
        found = ask(np.array([CLS, *pieces.ids[window.first : window.last], SEP]))
        own = [n - window.first + 1 for n in range(window.own_first, window.own_last) if first[n]]
        for name in OUTPUTS:
            kept[name].append(found[name][own])
        nobody.append(np.repeat(found["link_to"][:1], len(own), axis=0))
    return Answers({name: np.concatenate(rows) for name, rows in kept.items()}, np.concatenate(nobody))


def of_torch(reader: Any) -> Ask:
    """Ask a torch network."""
    import torch

    def ask(ids: NDArray[np.int64]) -> dict[str, Floats]:
        row = torch.from_numpy(ids)[None]
        with torch.inference_mode():
            found = reader(row, torch.ones_like(row))
        return {name: value[0].numpy() for name, value in zip(OUTPUTS, found, strict=True)}

    return ask


def of_onnx(path: Path, threads: int = 1) -> Ask:
    """Ask an ONNX file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def ask(ids: NDArray[np.int64]) -> dict[str, Floats]:
        row = ids[None]
        found = session.run(list(OUTPUTS), {"input_ids": row, "attention_mask": np.ones_like(row)})
        return {name: value[0] for name, value in zip(OUTPUTS, found, strict=True)}

    return ask
