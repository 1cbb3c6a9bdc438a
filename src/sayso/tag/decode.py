"""From the network's answers to tags. The labels are written down in docs/tags.md.

Every tag covers whole words: a span never cuts one. Scores are rounded before they are compared, and equal ones have a
rule (sayso.tag.viterbi, sayso.tag.reading), so that the same answers always give the same tags.
"""

from collections.abc import Iterable

from sayso.record import Mention, Tag
from sayso.tag.claim_groups import claims
from sayso.tag.grouping import Found, Part, attributions
from sayso.tag.labels import ROLES, SPANS
from sayso.tag.numerals import numerals
from sayso.tag.reading import Answers
from sayso.tag.viterbi import Floats, best_labels, name_moves, plain_moves, stretches, typed_stretches
from sayso.tag.windows import breaks
from sayso.tag.wordpiece import Pieces


def decode(text: str, pieces: Pieces, answers: Answers, moves: Floats, starts: Floats) -> tuple[Tag, ...]:
    """All tags of a text in order of their words. `moves` and `starts` are the learned ones of the SPANS."""
    found = Found(
        text=text,
        word_spans=pieces.word_spans,
        spans=_sequences(SPANS, answers.scores["spans"], moves, starts),
        roles=_sequences(ROLES, answers.scores["roles"], *plain_moves(len(ROLES))),
        numbers=numerals(text, pieces),
        firsts=(0, *(pieces.words[n] for n in breaks(text, pieces))),
        answers=answers,
    )
    told, free = claims(found)
    tags = [
        *_grouped(text, pieces, [*attributions(found), *told]),
        *(_tag(text, pieces, part, 0) for part in free),
        *(_tag(text, pieces, (f"name:{kind}", words), 0) for words, kind in _names(answers)),
    ]
    return tuple(sorted(tags, key=lambda tag: (tag.mention.start, -tag.mention.end, tag.group, tag.label)))


def _sequences(names: tuple[str, ...], scores: Floats, moves: Floats, starts: Floats) -> dict[str, list[range]]:
    labels = best_labels(scores, moves, starts)
    return {name: stretches(labels[:, n]) for n, name in enumerate(names)}


def _names(answers: Answers) -> list[tuple[range, str]]:
    return typed_stretches(best_labels(answers.scores["names"][:, None], *name_moves())[:, 0])


def _grouped(text: str, pieces: Pieces, groups: list[list[Part]]) -> Iterable[Tag]:
    """The tags of all groups, numbered from 1 in the order of their first words."""
    ordered = sorted(groups, key=lambda parts: sorted((words.start, words.stop, label) for label, words in parts))
    for number, parts in enumerate(ordered, start=1):
        yield from (_tag(text, pieces, part, number) for part in parts)


def _tag(text: str, pieces: Pieces, part: Part, group: int) -> Tag:
    label, words = part
    start, end = pieces.word_spans[words.start][0], pieces.word_spans[words.stop - 1][1]
    return Tag(label, Mention(start, end, text), group)
