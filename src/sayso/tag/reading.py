"""One article read by the network: what it says of each word, and pointers from word to word."""

import bisect
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from sayso.tag.labels import CHOICES, LINKS
from sayso.tag.session import Answer
from sayso.tag.viterbi import FORBIDDEN, Floats, Whole, whole
from sayso.tag.windows import Window
from sayso.tag.wordpiece import Pieces, WordPiece


class Reads(Protocol):
    """What reads one window, given with [CLS] and [SEP]."""

    def read(self, ids: list[int]) -> Answer:
        """The outputs by name, each [pieces, ...]."""
        ...


class TooSlow(TimeoutError):
    """An article that took longer than its deadline; the message says how far the reading came and what to do."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What may be pointed at within one window: its words, and vectors of [CLS] (row 0) and of each word."""

    words: range
    vectors: Floats


@dataclass(frozen=True, slots=True)
class Answers:
    """The network's outputs by word of the article, each from the window that owns the word.

    `window` gives the number of that window; `targets` what each window's words can point at.
    """

    scores: dict[str, Floats]
    link_from: Floats
    window: tuple[int, ...]
    targets: tuple[Targets, ...]

    def choice(self, head: str, words: range) -> str:
        """The label of greatest mean log-probability over the words; of equal ones the first in CHOICES."""
        rows = np.asarray(self.scores[head][words.start : words.stop], np.float64)
        shifted = rows - rows.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        return CHOICES[head][int(whole(logs.mean(axis=0)).argmax())]

    def pointed(self, link: str, origin: int, candidates: Sequence[range]) -> int | None:
        """The number of the stretch that a word points at; None where it points at none of them.

        `candidates` are in order and do not overlap. A stretch is worth the summed probability of its words. Of equal
        ones the nearest wins, then the earlier; none wins over an equal stretch. Only stretches in the window that owns
        the word can be pointed at.
        """
        place = LINKS.index(link)
        reached = self.targets[self.window[origin]]
        scores = np.asarray(reached.vectors[:, place], np.float64) @ self.link_from[origin, place].astype(np.float64)
        first = bisect.bisect_right(candidates, reached.words.start, key=lambda one: one.stop)
        last = bisect.bisect_left(candidates, reached.words.stop, key=lambda one: one.start)
        if first >= last:
            return None
        worth = _worth(scores, candidates[first:last], reached.words)
        best = int(worth.max())
        if best <= int(whole(scores[:1])[0]):
            return None
        equal = (first + n for n in np.flatnonzero(worth == best).tolist())
        return min(equal, key=lambda n: distance(origin, candidates[n]))


def _worth(scores: Floats, stretches: Sequence[range], words: range) -> Whole:
    """The log of the summed exponentials of each stretch's scores, in steps. Row 0 of the scores is [CLS]."""
    ends = ((max(one.start, words.start), min(one.stop, words.stop)) for one in stretches)
    places = np.array([end - words.start + 1 for pair in ends for end in pair])
    top = scores.max()
    sums = np.add.reduceat(np.append(np.exp(scores - top), 0.0), places)[::2]
    with np.errstate(divide="ignore"):
        return whole(np.maximum(np.log(sums) + top, FORBIDDEN))


def distance(word: int, stretch: range) -> int:
    """Words between a word and a stretch; 0 inside it."""
    return max(stretch.start - word, word - stretch.stop + 1, 0)


def answers(
    pieces: Pieces, windows: tuple[Window, ...], cutter: WordPiece, network: Reads, seconds: float
) -> Answers:
    """Read every window. Raises TooSlow where that takes longer than `seconds`: half an article read is none."""
    began = time.monotonic()
    firsts = first_pieces(pieces)
    rows: dict[str, list[Floats]] = {name: [] for name in ("spans", "roles", "names", *CHOICES, "link_from")}
    owners: list[int] = []
    targets: list[Targets] = []
    for number, window in enumerate(windows):
        if time.monotonic() - began > seconds:
            done = f"the tagger read {number} of {len(windows)} windows in {seconds:g} s"
            raise TooSlow(f"{done}; give it a faster machine, or read with --tagger none")
        found = network.read([cutter.first, *pieces.ids[window.first : window.last], cutter.last])
        inside = _words(firsts, window.first, window.last)
        own = _words(firsts, window.own_first, window.own_last)
        places = [firsts[word] - window.first + 1 for word in own]
        for name, kept in rows.items():
            kept.append(found[name][places])
        targets.append(Targets(inside, found["link_to"][[0, *(firsts[word] - window.first + 1 for word in inside)]]))
        owners += [number] * len(own)
    joined = {name: np.concatenate(kept) for name, kept in rows.items()}
    link_from = joined.pop("link_from")
    return Answers(joined, link_from, tuple(owners), tuple(targets))


def first_pieces(pieces: Pieces) -> tuple[int, ...]:
    """The first piece of every word."""
    return tuple(n for n in range(len(pieces)) if n == 0 or pieces.words[n] != pieces.words[n - 1])


def _words(firsts: tuple[int, ...], first: int, last: int) -> range:
    """The words whose first piece lies in first..last."""
    return range(bisect.bisect_left(firsts, first), bisect.bisect_left(firsts, last))
