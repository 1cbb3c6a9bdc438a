"""A network of a few kB with random weights and the outputs of the real one: so the whole path runs in every test.

`python -m tests.tag.tiny_model` writes tests/tag/tiny/ anew, where the `onnx` library is at hand (.venv-train). It
mixes each piece with the one after it, so that a window's edge shows.
"""

import hashlib
import importlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from sayso.tag import labels
from sayso.tag.model_files import CARD, LABELS, NETWORK, VOCABULARY

TINY = Path(__file__).parent / "tiny"
SIZE, WIDTH, SEED = 61, 4, 20261125
LINK_SIZE = 4
SHAPES: dict[str, tuple[int, ...]] = {
    "spans": (len(labels.SPANS), 3),
    "roles": (len(labels.ROLES), 3),
    "names": (len(labels.NAMES),),
    **{name: (len(choices),) for name, choices in labels.CHOICES.items()},
    "link_from": (len(labels.LINKS), LINK_SIZE),
    "link_to": (len(labels.LINKS), LINK_SIZE),
}


def network() -> bytes:
    """The network: ids to one of SIZE vectors, a sum with the next one, a linear layer for each output."""
    onnx = importlib.import_module("onnx")
    make, numbers = onnx.helper, onnx.TensorProto
    draw = np.random.default_rng(SEED)
    constants = {
        "size": np.array(SIZE, np.int64),
        "table": draw.normal(0, 1, (SIZE, WIDTH)).astype(np.float32),
        "pads": np.array([0, 0, 0, 0, 1, 0], np.int64),
        "one": np.array([1], np.int64),
        "end": np.array([2**31], np.int64),
    }
    nodes = [
        make.make_node("Mod", ["input_ids", "size"], ["small"]),
        make.make_node("Gather", ["table", "small"], ["own"]),
        make.make_node("Pad", ["own", "pads"], ["padded"]),
        make.make_node("Slice", ["padded", "one", "end", "one"], ["next"]),
        make.make_node("Add", ["own", "next"], ["mixed"]),
    ]
    for name, shape in SHAPES.items():
        constants[f"{name}_weights"] = draw.normal(0, 1.5, (WIDTH, int(np.prod(shape)))).astype(np.float32)
        constants[f"{name}_shape"] = np.array([0, 0, *shape], np.int64)
        nodes.append(make.make_node("MatMul", ["mixed", f"{name}_weights"], [f"{name}_flat"]))
        nodes.append(make.make_node("Reshape", [f"{name}_flat", f"{name}_shape"], [name]))
    axes = ["windows", "pieces"]
    graph = make.make_graph(
        nodes,
        "tiny",
        [make.make_tensor_value_info(name, numbers.INT64, axes) for name in ("input_ids", "attention_mask")],
        [make.make_tensor_value_info(name, numbers.FLOAT, [*axes, *shape]) for name, shape in SHAPES.items()],
        [onnx.numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    model = make.make_model(graph, opset_imports=[make.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    found: bytes = model.SerializeToString()
    return found


def described() -> dict[str, Any]:
    """What labels.json says: small windows, so that short texts have several."""
    moves = np.zeros((len(labels.SPANS), 3, 3))
    moves[:, 0, 2] = -10_000.0
    return {
        "window": 24, "overlap": 6, "spans": labels.SPANS, "roles": labels.ROLES, "names": labels.NAMES,
        "choices": labels.CHOICES, "links": labels.LINKS, "outputs": labels.OUTPUTS, "moves": moves.tolist(),
        "starts": [[0.0, 0.0, -10_000.0]] * len(labels.SPANS),
    }  # fmt: skip


def write_card(folder: Path) -> None:
    """The card with the hashes of the files as they lie there."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (NETWORK, VOCABULARY, LABELS)}
    (folder / CARD).write_text(json.dumps({"files": files}, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Write all but the vocabulary (see wordpiece_table)."""
    (TINY / NETWORK).write_bytes(network())
    (TINY / LABELS).write_text(json.dumps(described(), indent=None) + "\n", encoding="utf-8")
    write_card(TINY)


if __name__ == "__main__":
    main()
