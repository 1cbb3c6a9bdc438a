"""From a checkpoint to the files the runtime reads: int8 ONNX, vocabulary, labels and the model card."""

import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from train import balance, card, labels
from train.answers import OVERLAP, WINDOW
from train.decode import Tables
from train.encoder import Encoder
from train.network import OUTPUTS, Reader
from train.places import encoder_folder

OPSET = 17
"""Understood by every onnxruntime since 1.12; has LayerNormalization as one operator."""
KEPT = ("/layers.0/down/",)
"""Products that stay in full precision beside the heads: of all, this one loses most in int8 (measured: the mean error
of a logit falls by an eighth; every other single product gives less)."""


def read_checkpoint(folder: Path) -> Reader:
    """The trained network, ready to be asked."""
    reader = Reader(Encoder())
    reader.load_state_dict(torch.load(folder / "weights.pt", weights_only=True), strict=False)
    return reader.eval()


def export(folder: Path, out: Path) -> dict[str, object]:
    """Write model.fp32.onnx, model.onnx (int8), vocab.txt, labels.json and card.json; gives the card."""
    out.mkdir(parents=True, exist_ok=True)
    reader = read_checkpoint(folder)
    full = out / "model.fp32.onnx"
    _write(reader, full)
    _quantize(full, out / "model.onnx")
    shutil.copyfile(encoder_folder() / "vocab.txt", out / "vocab.txt")
    (out / "labels.json").write_text(
        json.dumps(described(balance.tables(reader, folder)), indent=1) + "\n", encoding="utf-8"
    )
    return card.write(folder, out)


def described(tables: Tables) -> dict[str, object]:
    """What labels.json says: every order, and the learned moves rounded so that they read the same everywhere."""
    moves, starts = tables
    return {
        "window": WINDOW, "overlap": OVERLAP, "spans": labels.SPANS, "roles": labels.ROLES, "names": labels.NAMES,
        "choices": labels.CHOICES, "links": labels.LINKS, "outputs": OUTPUTS,
        "moves": [[[round(float(x), 4) for x in row] for row in one] for one in moves],
        "starts": [[round(float(x), 4) for x in one] for one in starts],
    }  # fmt: skip


def _write(reader: Reader, path: Path) -> None:
    ids = torch.full((2, 16), 101)
    axes = {0: "windows", 1: "pieces"}
    names = ("input_ids", "attention_mask")
    torch.onnx.export(
        reader, (ids, torch.ones_like(ids)), str(path), input_names=list(names), output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys((*names, *OUTPUTS), axes), opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def _quantize(full: Path, small: Path) -> None:
    """int8 weights with reduced range, so that processors without VNNI do not overflow; the small heads stay float."""
    graph = onnx.load(str(full)).graph
    products = [node.name for node in graph.node if node.op_type in ("MatMul", "Gemm")]
    keep = [name for name in products if "/heads/" in name or any(one in name for one in KEPT)]
    quantize_dynamic(
        full, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=keep,
    )  # fmt: skip
