"""A labelled document as the network sees it: pieces, and labels by word."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sayso.tag.wordpiece import Pieces, WordPiece
from train.labels import Link


@dataclass(frozen=True, slots=True)
class Example:
    """One document. `labels` maps a head to one label a word; heads without labels are absent."""

    corpus: str
    id: str
    text: str
    pieces: Pieces
    labels: dict[str, list[int]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()


def save(path: Path, examples: Iterable[Example]) -> int:
    """Write examples as JSON Lines and say how many there were. The pieces are cut anew when read."""
    count = 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for one in examples:
            row = {
                "corpus": one.corpus, "id": one.id, "text": one.text, "labels": one.labels,
                "links": [asdict(link) for link in one.links],
            }  # fmt: skip
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def load(path: Path, cutter: WordPiece) -> Iterator[Example]:
    """Read what `save` wrote."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            links = tuple(Link(link["name"], link["origin"], tuple(link["targets"])) for link in row["links"])
            yield Example(row["corpus"], row["id"], row["text"], cutter.cut(row["text"]), row["labels"], links)


def rows(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
