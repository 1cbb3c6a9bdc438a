"""Where the model lies, and whether it is the one it says it is.

A model is a folder with three files: `labels.json` (which names the other two, their hashes and the labels), the network
and its vocabulary.
"""

import functools
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
CARD = "labels.json"
REMEDY = f"name the folder of a model with the environment variable {VARIABLE}, or read with --tagger none"


class ModelError(ValueError):
    """A model that is missing, damaged or made for other labels. The message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model whose card was read and fits this version. The network itself is checked when it is opened."""

    folder: Path
    version: str
    network: Path
    network_sha256: str
    vocabulary: Path
    vocabulary_sha256: str
    size: int
    moves: Floats = field(compare=False, repr=False)
    starts: Floats = field(compare=False, repr=False)


def folder_of(given: Path | None = None) -> Path:
    """The model's folder: the one given, else that of SAYSO_MODEL, else the package's own. It need not exist."""
    named = os.environ.get(VARIABLE, "")
    if given is not None or named:
        return given or Path(named)
    return Path(str(resources.files("sayso.tag") / "weights"))


def model_files(folder: Path) -> ModelFiles:
    """Read a model's card. Raises ModelError."""
    card = folder / CARD
    try:
        table: dict[str, Any] = json.loads(card.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ModelError(f"there is no model at {folder} ({CARD} is missing); {REMEDY}") from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{card} does not read ({error}); fetch the model anew, or {REMEDY}") from error
    try:
        return _fitting(folder, table)
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"{card} is no card of a model for this version of sayso ({error}); {REMEDY}") from error
