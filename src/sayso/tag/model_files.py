"""Where the model lies, and whether it is the one it says it is.

A model is a folder: model.onnx (the network), vocab.txt, labels.json (the order of its outputs, the learned moves, the
size of its windows) and card.json (what it was made from, and the hashes of the other three).
"""

import hashlib
import json
import os
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

from sayso.tag import labels
from sayso.tag.viterbi import Floats

VARIABLE = "SAYSO_MODEL"
"""The environment variable that names a model's folder."""
NETWORK, VOCABULARY, LABELS, CARD = "model.onnx", "vocab.txt", "labels.json", "card.json"
REMEDY = f"name the folder of a model with the environment variable {VARIABLE}, or read with --tagger none"
ANEW = f"fetch the model anew, or {REMEDY}"


LONGEST_WINDOW = 510
"""Pieces: the positions the encoder knows, less [CLS] and [SEP]."""


class ModelError(ValueError):
    """A model that is missing, damaged or made for other labels. The message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model whose labels were read and fit this version. `version` is drawn from the hashes of all its files.

    `size` and `overlap` are the pieces of a window and those that neighbours share.
    """

    folder: Path
    version: str
    size: int
    overlap: int
    hashes: tuple[tuple[str, str], ...] = field(repr=False)
    moves: Floats = field(compare=False, repr=False)
    starts: Floats = field(compare=False, repr=False)

    def path(self, name: str) -> Path:
        """Where one of the files lies."""
        return self.folder / name

    def data(self, name: str) -> bytes:
        """The bytes of one of the files. Raises ModelError if they are not those that the card knows."""
        return _checked(self.path(name), dict(self.hashes)[name])


def folder_of(given: Path | None = None) -> Path:
    """The model's folder: the one given, else that of SAYSO_MODEL, else the package's own. It need not exist."""
    named = os.environ.get(VARIABLE, "")
    if given is not None or named:
        return given or Path(named)
    return Path(str(resources.files("sayso.tag") / "weights"))


def model_files(folder: Path) -> ModelFiles:
    """Read what a model says of itself; the network and the vocabulary are opened later. Raises ModelError."""
    card = _table(folder / CARD)
    try:
        hashes = tuple((name, str(card["files"][name])) for name in (NETWORK, VOCABULARY, LABELS))
    except (KeyError, TypeError) as error:
        raise ModelError(f"{folder / CARD} gives no hash of {error}; {ANEW}") from error
    labels_json = _checked(folder / LABELS, dict(hashes)[LABELS])
    try:
        return _fitting(folder, hashes, json.loads(labels_json))
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{folder / LABELS} does not fit this version of sayso: {error}; {REMEDY}") from error


def _table(path: Path) -> dict[str, Any]:
    try:
        table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"there is no model at {path.parent} ({path.name} is missing); {REMEDY}") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} does not read ({error}); {ANEW}") from error
    return table


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} does not read ({error.strerror}); {ANEW}") from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise ModelError(f"{path} has the SHA-256 {found[:12]}..., the card says {sha256[:12]}...; {ANEW}")
    return data


def _fitting(folder: Path, hashes: tuple[tuple[str, str], ...], table: dict[str, Any]) -> ModelFiles:
    """Raises KeyError, TypeError or ValueError naming the first thing that does not fit."""
    expected = {
        "spans": labels.SPANS, "roles": labels.ROLES, "names": labels.NAMES, "links": labels.LINKS,
        "choices": labels.CHOICES,
    }  # fmt: skip
    for name, wanted in expected.items():
        if _plain(table[name]) != _plain(wanted):
            raise ValueError(f"its {name} are others")
    moves, starts = np.asarray(table["moves"], np.float64), np.asarray(table["starts"], np.float64)
    if moves.shape != (len(labels.SPANS), 3, 3) or starts.shape != (len(labels.SPANS), 3):
        raise ValueError("its moves or starts have another shape")
    size, overlap = int(table["window"]), int(table["overlap"])
    if not 0 <= 3 * overlap < size <= LONGEST_WINDOW:
        raise ValueError(f"windows of {size} pieces with {overlap} shared")
    version = hashlib.sha256(" ".join(sha256 for _, sha256 in hashes).encode("ascii")).hexdigest()[:8]
    return ModelFiles(folder, version, size, overlap, hashes, moves, starts)


def _plain(value: Any) -> Any:
    """As JSON has it: lists for tuples."""
    return json.loads(json.dumps(value))
