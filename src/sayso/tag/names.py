"""Names with their types, from the scores of one sequence whose labels carry the type."""

from sayso.tag.labels import NAMES
from sayso.tag.viterbi import Floats, whole


def typed_stretches(scores: Floats) -> list[tuple[range, str]]:
    """The stretches of words that are names, each with its type. `scores` [words, labels of NAMES].

    Each word takes its best label, of equal ones the earlier in NAMES; an inside label that does not go on with the
    type before it begins a name of its own.
    """
    if len(scores) == 0:
        return []
    found: list[tuple[range, str]] = []
    start, kind = 0, ""
    for n, label in enumerate([*whole(scores).argmax(axis=1).tolist(), 0]):
        mark, _, now = NAMES[label].partition("-")
        if kind and (mark != "I" or now != kind):
            found.append((range(start, n), kind))
            kind = ""
        if now and not kind:
            start, kind = n, now
    return found
