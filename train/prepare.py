"""From the data files to prepared examples, one file a corpus and part."""

from pathlib import Path

from sayso.tag.wordpiece import WordPiece, wordpiece
from train import claims, examples, polnear, re3d
from train.places import DATA, PREPARED, encoder_folder


def cutter() -> WordPiece:
    """The WordPiece of the encoder's vocabulary."""
    return wordpiece(encoder_folder() / "vocab.txt")


def prepare(data: Path = DATA, out: Path = PREPARED) -> dict[str, int]:
    """Write every corpus; gives the number of documents by file name."""
    cut = cutter()
    made = {
        "polnear_train": polnear.examples(data / "polnear_train.jsonl", cut),
        "polnear_mangled": polnear.examples(data / "polnear_train.jsonl", cut, mangle=True),
        "polnear_dev": polnear.examples(data / "polnear_dev.jsonl", cut),
        "re3d_train": re3d.examples(data / "re3d_train.jsonl", cut, dev=False),
        "re3d_dev": re3d.examples(data / "re3d_train.jsonl", cut, dev=True),
    }
    for name in ("claims_train", "claims_train_other", "claims_practice"):
        made[name] = claims.examples(data / f"{name}.jsonl", data / f"{name}_articles.jsonl", cut)
    return {name: examples.save(out / f"{name}.jsonl", some) for name, some in made.items()}
