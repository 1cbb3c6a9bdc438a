"""A network that says what a test tells it: stretches by their marks, choices by label, pointers by label.

Texts are marked as in tests/marks.py: "[source Police] [cue said] [content two fled]". A number behind a label tells
several of a kind apart: "[cue1 said]".
"""

from dataclasses import dataclass, field

import numpy as np

from sayso.tag.decode import decode
from sayso.tag.labels import BEGIN, CHOICES, INSIDE, LINKS, NAMES, ROLES, SPANS
from sayso.tag.reading import Answers, Targets
from sayso.tag.viterbi import Floats, plain_moves
from sayso.tag.wordpiece import Pieces, wordpiece
from tests.marks import read_marks
from tests.tag.wordpiece_table import VOCABULARY

SURE = 8.0


@dataclass
class Script:
    """A marked text and what the network says of it.

    `choices`: label of a mark -> {head: label}. `links`: (link, label of the origin's mark) -> label of the target's.
    """

    marked: str
    choices: dict[str, dict[str, str]] = field(default_factory=dict)
    links: dict[tuple[str, str], str] = field(default_factory=dict)

    def tags(self) -> list[tuple[str, int, str]]:
        """Label, group and words of every tag."""
        text, marks = read_marks(self.marked)
        pieces = wordpiece(VOCABULARY).cut(text)
        stretches = {mark.label: _words(pieces, mark.start, mark.end) for mark in marks}
        answers = self._answers(len(pieces.word_spans), stretches)
        found = decode(text, pieces, answers, *plain_moves(len(SPANS)))
        return [(tag.label, tag.group, tag.mention.words) for tag in found]

    def _answers(self, count: int, stretches: dict[str, range]) -> Answers:
        scores: dict[str, Floats] = {
            "spans": np.zeros((count, len(SPANS), 3)),
            "roles": np.zeros((count, len(ROLES), 3)),
            "names": np.zeros((count, len(NAMES))),
            **{head: np.zeros((count, len(labels))) for head, labels in CHOICES.items()},
        }
        for label, words in stretches.items():
            kind = label.rstrip("0123456789")
            for family, names in (("spans", SPANS), ("roles", ROLES)):
                if kind in names:
                    scores[family][words.start, names.index(kind), BEGIN] = SURE
                    scores[family][words.start + 1 : words.stop, names.index(kind), INSIDE] = SURE
            for n in words if kind[:1].isupper() else ():
                scores["names"][n, NAMES.index(f"{'B' if n == words.start else 'I'}-{kind}")] = SURE
            for head, chosen in self.choices.get(label, {}).items():
                scores[head][words.start : words.stop, CHOICES[head].index(chosen)] = SURE
        vectors = np.zeros((count + 1, len(LINKS), count + 1))
        for n in range(count + 1):
            vectors[n, :, n] = 1.0
        link_from = np.zeros((count, len(LINKS), count + 1))
        link_from[:, :, 0] = SURE
        for (link, origin), target in self.links.items():
            for n in stretches[target]:
                link_from[stretches[origin].start, LINKS.index(link), n + 1] = 2 * SURE
        return Answers(scores, link_from, (0,) * count, (Targets(range(count), vectors),))


def _words(pieces: Pieces, start: int, end: int) -> range:
    inside = [n for n, (first, last) in enumerate(pieces.word_spans) if first < end and start < last]
    return range(inside[0], inside[-1] + 1)


def groups(tags: list[tuple[str, int, str]]) -> dict[int, dict[str, list[str]]]:
    """The words by label of every group."""
    found: dict[int, dict[str, list[str]]] = {}
    for label, group, words in tags:
        found.setdefault(group, {}).setdefault(label, []).append(words)
    return found

