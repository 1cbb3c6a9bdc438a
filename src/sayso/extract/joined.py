"""Join the propositions that the rules cut with the claims that a tagger saw, and say which way each was found."""

from dataclasses import replace

from sayso.extract.propositions import Proposition
from sayso.extract.tagged import TaggedClaim
from sayso.extract.voices import voice_index, voices_over
from sayso.record import Attribution, Reference, Voice


def joined(
    ruled: tuple[Proposition, ...], tagged: tuple[TaggedClaim, ...], said: tuple[Attribution, ...]
) -> tuple[Proposition, ...]:
    """The propositions of both, in order of their words.

    The order of trust: the tagger for where a proposition begins and ends, the rules for whose word it stands on and
    whether it is denied. What only the rules cut stands if it is denied or doubted; else the tagger has read those
    words and claims nothing.
    """
    if not tagged:
        return ruled
    index = voice_index(said)
    heard = ((one, voices_over(index, one.quote.start, one.quote.end)) for one in tagged)
    found = [Proposition(one.quote, _voices(one, voices), "tagger") for one, voices in heard]
    found += [one for one in ruled if _turned(one) and not any(_same(one, other) for other in found)]
    return tuple(sorted(found, key=lambda one: (one.quote.start, one.quote.end)))


def _turned(one: Proposition) -> bool:
    return any(voice.stance in ("denies", "doubts") for voice in one.voices)


def _same(one: Proposition, other: Proposition) -> bool:
    return one.quote.overlaps(other.quote)


def _voices(one: TaggedClaim, ruled: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """On whose word a tagged claim stands: as the rules say; where they hear nobody, as the tagger does."""
    if not ruled and one.sourced and one.speaker is not None:
        voice = Voice((Reference(one.speaker, rule="tagged"),))
        return (Attribution((one.speaker,), (), (one.quote,), one.stance or "asserts", (voice,)),)
    if len(ruled) == 1 and one.stance == "intends" and ruled[0].stance == "asserts":
        return (replace(ruled[0], stance="intends"),)
    return ruled
