"""Which stretches belong together as one attribution.

Pointers of the network decide; where it points at nothing, nearness within the sentence may (docs/tags.md).
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.tag.reading import Answers, distance

Part = tuple[str, range]
"""A label and the words that bear it."""


MOST_BETWEEN = 2
"""Words of nobody between two pieces of one content that are taken as one (chosen on PolNeAR dev)."""


@dataclass(slots=True)
class Found:
    """The stretches of one article, by sequence, each list in order and without overlaps; `firsts` begin sentences."""

    text: str = field(repr=False)
    word_spans: tuple[tuple[int, int], ...] = field(repr=False)
    spans: dict[str, list[range]]
    roles: dict[str, list[range]]
    numbers: list[range]
    firsts: tuple[int, ...]
    answers: Answers = field(repr=False)

    def sentence(self, word: int) -> int:
        """The number of the sentence-like stretch that holds the word."""
        return bisect.bisect_right(self.firsts, word)


def attributions(found: Found) -> list[list[Part]]:
    """A group for each cue that has a source or a content; a content that belongs to no cue stands alone.

    A source that no cue points at, and a cue with neither source nor content, are more often wrong than right
    (measured on PolNeAR dev): they are left out.
    """
    cues, sources = found.spans["cue"], found.spans["source"]
    groups: list[list[Part]] = [[("cue", cue)] for cue in cues]
    alone: list[list[Part]] = []
    for group, cue in zip(groups, cues, strict=True):
        source = found.answers.pointed("cue_source", cue.start, sources)
        if source is not None:
            group.append(("source", sources[source]))
    for content in found.spans["content"]:
        at = found.answers.pointed("content_cue", content.start, cues)
        if at is None:
            at = _nearest(found, content, cues)
        if at is None:
            alone.append([("content", content)])
        else:
            groups[at].append(("content", content))
    taken = {word for kind in (cues, sources) for one in kind for word in one}
    return [_joined(found, group, taken) for group in groups if len(group) > 1] + alone


def _joined(found: Found, group: list[Part], taken: set[int]) -> list[Part]:
    """The group with the contents joined that nothing but a few words of nobody parts, on one line."""
    joined: list[range] = []
    for content in sorted((words for label, words in group if label == "content"), key=lambda words: words.start):
        if joined and _one_piece(found, joined[-1], content, taken):
            joined[-1] = range(joined[-1].start, content.stop)
        else:
            joined.append(content)
    return [part for part in group if part[0] != "content"] + [("content", words) for words in joined]


def _one_piece(found: Found, one: range, other: range, taken: set[int]) -> bool:
    between = found.text[found.word_spans[one.stop - 1][1] : found.word_spans[other.start][0]]
    few = "\n" not in between and len(between.split(maxsplit=MOST_BETWEEN)) <= MOST_BETWEEN
    return few and taken.isdisjoint(range(one.stop, other.start))


def _nearest(found: Found, one: range, others: Sequence[range]) -> int | None:
    """The nearest of `others` (in order) in the same sentence, of equally near the earlier."""
    place = bisect.bisect_left(others, one.start, key=lambda other: other.start)
    sentence = found.sentence(one.start)
    near = range(max(0, place - 1), min(len(others), place + 1))
    same = (n for n in near if found.sentence(others[n].start) == sentence)
    return min(same, key=lambda n: (apart(one, others[n]), n), default=None)


def apart(one: range, other: range) -> int:
    """Words between the beginning of the one and the other stretch, whichever way is shorter."""
    return min(distance(one.start, other), distance(other.start, one))
