"""From answers to spans, choices and pointers, by the rules that STATUS.md and labels.json give the runtime."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.tag.viterbi import best_labels, name_moves, plain_moves, stretches, typed_stretches
from train.answers import Answers, Ask, Floats, answers
from train.examples import Example
from train.labels import CHOICES, LINKS, NAME_LAYERS, ROLES, SPANS

Tables = tuple[Floats, Floats]
"""Moves and starts of the learned sequences, as labels.json has them."""
REACH = 220
"""Words: a pointer never looks further; beyond, two words never shared a window in training."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The spans of each sequence as ranges of words."""

    spans: Mapping[str, Sequence[range]]
    names: Sequence[tuple[range, str]]


def decoded(found: Answers, moves: Floats, starts: Floats) -> Decoded:
    """All sequences of one document. `moves` and `starts` are those of labels.json."""
    learned = best_labels(found.by_word["spans"], moves, starts)
    roles = best_labels(found.by_word["roles"], *plain_moves(len(ROLES)))
    named = [best_labels(found.by_word[name][:, None], *name_moves())[:, 0] for name in NAME_LAYERS]
    spans = {name: stretches(learned[:, n]) for n, name in enumerate(SPANS)}
    spans |= {name: stretches(roles[:, n]) for n, name in enumerate(ROLES)}
    return Decoded(spans, [name for labels in named for name in typed_stretches(labels)])


def read(one: Example, ask: Ask, tables: Tables) -> tuple[Answers, Decoded]:
    """Answers about a document, and what they come to."""
    found = answers(ask, one.text, one.pieces)
    return found, decoded(found, *tables)


def choice(found: Answers, name: str, stretch: range, among: Sequence[int] | None = None) -> str:
    """The label of greatest mean log-probability over the stretch."""
    logits = found.by_word[name][stretch.start : stretch.stop].astype(np.float64)
    shifted = logits - logits.max(axis=-1, keepdims=True)
    scores = (shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))).mean(axis=0)
    places = list(among or range(len(scores)))
    return CHOICES[name][places[int(scores[places].argmax())]]


def pointed(found: Answers, name: str, origin: range, candidates: Sequence[range]) -> range | None:
    """The candidate that the origin's first word points to; None stands for "nobody"."""
    which = LINKS.index(name)
    arrow = found.by_word["link_from"][origin.start, which]
    best, most = None, float(found.nobody[origin.start, which] @ arrow)
    for one in candidates:
        if abs(one.start - origin.start) > REACH:
            continue
        scores = (found.by_word["link_to"][one.start : one.stop, which] @ arrow).astype(np.float64)
        score = float(scores.max() + np.log(np.exp(scores - scores.max()).sum()))
        if score > most:
            best, most = one, score
    return best


def quotes(seen: Decoded) -> list[range]:
    """The quotes of both layers; of two that are the same one is kept."""
    return sorted(set(seen.spans["quote"]) | set(seen.spans["inner"]), key=lambda quote: (quote.start, quote.stop))
