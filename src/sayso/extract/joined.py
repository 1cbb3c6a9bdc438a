"""Join the propositions that the rules cut with the claims that a tagger saw, and say which way each was found.

The order of trust (docs/decisions/004): a proposition stands where both see one; the tagger says where it begins and
ends, but what the rules cut in two stays two; the rules say on whose word it stands, and they alone say that it is
denied or doubted.
"""

from sayso.extract.propositions import Proposition
from sayso.extract.tagged import TaggedClaim
from sayso.record import Attribution, Mention, Reference, Stance, Voice


def joined(ruled: tuple[Proposition, ...], tagged: tuple[TaggedClaim, ...], unread: int) -> tuple[Proposition, ...]:
    """The propositions of both, in order of their words. From the code point `unread` on the tagger has read nothing,
    and the rules stand alone.
    """
    if not tagged:
        return ruled
    found = [one for one in ruled if one.quote.start >= unread or _turned(one)]
    for one in tagged:
        over = [other for other in ruled if other.quote.overlaps(one.quote)]
        if not over or any(_turned(other) for other in over) or any(_repeats(one.quote, other) for other in found):
            continue
        inside = [other for other in over if _mostly_inside(other.quote, one.quote)]
        most = max(over, key=lambda other: _shared(other.quote, one.quote))
        if len(inside) > 1:
            found += [other for other in inside if other not in found]
        else:
            found.append(Proposition(one.quote, most.voices or _speaker(one), most.region, "tagger"))
    found += _beside(ruled, found)
    return tuple(sorted(found, key=lambda one: (one.quote.start, one.quote.end)))


def _beside(ruled: tuple[Proposition, ...], found: list[Proposition]) -> list[Proposition]:
    """What the rules cut off from a proposition that stands: the tagger read that region and took one part of it."""
    regions = {one.region for one in found if one.found_by == "tagger"}
    return [
        one
        for one in ruled
        if one.region in regions and not any(one.quote.overlaps(other.quote) for other in found)
    ]


REPEATED = 0.5
"""Share of the longer of two tagged quotes from which the shorter one repeats it."""
INSIDE = 0.8
"""Share of a proposition of the rules from which it counts as standing inside a tagged quote."""


def _mostly_inside(inner: Mention, outer: Mention) -> bool:
    return _shared(inner, outer) >= INSIDE * (inner.end - inner.start)


def _shared(one: Mention, other: Mention) -> int:
    """Code points that stand in both."""
    return min(one.end, other.end) - max(one.start, other.start)


def _repeats(quote: Mention, other: Proposition) -> bool:
    """Whether the quote says again what a tagged one beside it says: one lies in the other and is most of it."""
    shared, longer = _shared(quote, other.quote), max(quote.end - quote.start, other.quote.end - other.quote.start)
    return other.found_by == "tagger" and shared >= REPEATED * longer


def _turned(one: Proposition) -> bool:
    return any(voice.stance in ("denies", "doubts") for voice in one.voices)


NEAR = 40
"""Code points between a quote and its tagged speaker: a cue and a title stand there, no sentence."""


def _far(quote: Mention, speaker: Mention) -> bool:
    return max(speaker.start - quote.end, quote.start - speaker.end) > NEAR


def _speaker(one: TaggedClaim) -> tuple[Attribution, ...]:
    """The speaker whom the tagger heard beside the quote where the rules heard nobody.

    A denial is not taken on its word alone, nor a speaker from another sentence: a figure laid on the wrong speaker is
    worse than one in the publisher's own words.
    """
    if not one.sourced or one.speaker is None or _far(one.quote, one.speaker):
        return ()
    stance: Stance = "intends" if one.stance == "intends" else "asserts"
    voice = Voice((Reference(one.speaker, rule="tagged"),))
    return (Attribution((one.speaker,), (), (one.quote,), stance, (voice,)),)
