"""Say of each quote what happened: type, who did it, to whom, where, and which quotes tell of the same event."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.extract.actors import Party, antecedent_of, parties
from sayso.extract.doers import actor_of, carried_actor
from sayso.extract.event_types import VIOLENT, Reading, Scene, of_treatment, read_type, scene
from sayso.extract.page import Page, page_of
from sayso.extract.place_choice import back_place, place_of
from sayso.extract.places import Place, places
from sayso.extract.same_event import Facts, facts, labels
from sayso.extract.sentences import Sentence
from sayso.extract.tagged import TaggedClaim
from sayso.extract.targets import target_of
from sayso.record import Casualty, Event, EventType, HarmKind, Mention, Reference, joined

LONGEST = 4000
"""Code points of one quote that are read: no honest claim is longer."""
BEFORE = 40
"""Code points before an event word in which "the" or "this" makes it a known one."""
PLACED = VIOLENT | {
    "siege", "territory", "displacement", "evacuation", "rescue", "protest", "aid", "destruction", "escape",
}  # fmt: skip
"""Types whose place may stand in the rest of the sentence; of a deal or an inquiry it would be another event's."""

References = tuple[Reference, ...]
NO_TAGS: Mapping[Mention, TaggedClaim] = {}


@dataclass(frozen=True, slots=True)
class _Sight:
    """The article as looked over once."""

    page: Page
    seen: Scene
    located: tuple[tuple[Place, ...], ...]
    named: tuple[tuple[Party, ...], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What one quote says by its own words and sentence."""

    quote: Mention
    reading: Reading
    actor: References
    target: References
    place: References


def events(
    text: str,
    quotes: tuple[Mention, ...],
    tiles: tuple[Sentence, ...],
    harms: tuple[tuple[Casualty, ...], ...],
    tagged: Mapping[Mention, TaggedClaim] = NO_TAGS,
) -> tuple[Event, ...]:
    """One event for each quote, in the given order, with the given harms as its casualties.

    `tagged` holds what a tagger says of some of the quotes. Raises ValueError if there are not as many harms as quotes.
    """
    page, seen = page_of(text, tiles), scene(text)
    located = places(page)
    sight = _Sight(page, seen, located, parties(page, located, seen.found))
    types: list[EventType] = []
    told: list[_Told] = []
    for quote, harm in zip(quotes, harms, strict=True):
        told.append(_by_harm(_with_tags(_told(sight, quote, types), tagged.get(quote)), harm))
        types.append(told[-1].reading.type)
    rows = [_facts(page, one, harm) for one, harm in zip(told, harms, strict=True)]
    where: dict[str, References] = {}
    made: list[Event] = []
    for one, label, harm in zip(told, labels(rows), harms, strict=True):
        place = one.place or _carried(sight, one, where.get(label, ()))
        if place and one.reading.type != "rescue" and not of_treatment(one.quote.words):
            where[label] = place
        trigger = one.reading.trigger.mention if one.reading.trigger else None
        made.append(Event(one.reading.type, label, trigger, one.actor, one.target, place, harm))
    return tuple(made)


def _with_tags(one: _Told, seen: TaggedClaim | None) -> _Told:
    """The quote as rules and tagger see it together.

    The order of trust: the rules where a word of the quote itself tells the type or a slot, which they can explain; the
    tagger, which reads the whole clause, where none does. Its places are not taken: it lays a party's name on the map.
    """
    if seen is None:
        return one
    reading = one.reading
    if seen.type and not reading.own:
        reading = replace(reading, type=seen.type, own=True)
    return replace(
        one,
        reading=reading,
        actor=one.actor or _tagged(seen.actor),
        target=one.target or _tagged(seen.target),
    )


def _tagged(mentions: tuple[Mention, ...]) -> References:
    return tuple(Reference(mention, rule="tagged") for mention in mentions[:1])


OF_HARM: dict[HarmKind, EventType] = {
    "trapped": "siege", "escaped": "escape", "displaced": "displacement", "detained": "arrest",
}  # fmt: skip
"""Harm that names its event where no other word of the quote does (docs/terms.md, ruling 10)."""


def _by_harm(one: _Told, harm: tuple[Casualty, ...]) -> _Told:
    """The quote with the type of its harm, where its own words give none."""
    kinds = {row.kind for row in harm}
    if one.reading.own or len(kinds) != 1 or not kinds <= OF_HARM.keys():
        return one
    return replace(one, reading=replace(one.reading, type=OF_HARM[kinds.pop()], own=True))


def _told(sight: _Sight, quote: Mention, types: list[EventType]) -> _Told:
    page, seen = sight.page, sight.seen
    tile = page.tile_at(quote.start)
    start, end = quote.start, min(quote.end, quote.start + LONGEST)
    sentence = page.tiles[tile]
    reading = read_type(seen, quote, (sentence.start, sentence.stop), types)
    found = seen.between(start, end)
    spot = reading.trigger.mention.start if reading.trigger else None
    where = place_of(page, sight.located, start, end, spot)
    if not where and reading.type in PLACED:
        where = place_of(page, sight.located, sentence.start, sentence.stop, start)
    who = actor_of(page, sight.named[tile], start, end, found, reading.trigger)
    who = who or carried_actor(page, sight.named, start, end, found)
    whom = target_of(page, reading.type, start, end, found, sight.located[tile], sight.named[tile], who)
    target = (Reference(Mention(whom.start, whom.end, page.text)),) if whom else ()
    at = tuple(Reference(Mention(place.start, place.end, page.text)) for place in where)
    return _Told(quote, reading, _party(sight, who), target, at)


def _party(sight: _Sight, party: Party | None) -> References:
    """The party as said, with the name it stands for where it is "the group" or the like."""
    if party is None:
        return ()
    text = sight.page.text
    mention = Mention(party.start, party.end, text)
    fuller = antecedent_of(sight.page, sight.named, party)
    if fuller is None:
        return (Reference(mention),)
    return (Reference(mention, Mention(fuller.start, fuller.end, text), "short form"),)


def _carried(sight: _Sight, one: _Told, same: References) -> References:
    """For "the town", "there" the place named last (docs/terms.md, ruling 13); for a bare toll that of its event."""
    if one.reading.type not in PLACED:
        return ()
    back = back_place(sight.page, sight.located, one.quote.start, one.quote.end)
    if back is not None:
        words, place = back
        text = sight.page.text
        return (Reference(Mention(*words, text), Mention(place.start, place.end, text), "place named before"),)
    return () if one.reading.own else same


def _facts(page: Page, one: _Told, harm: tuple[Casualty, ...]) -> Facts:
    tile = page.tiles[page.tile_at(one.quote.start)]
    spot = one.reading.trigger.mention.start if one.reading.trigger else one.quote.start
    before = page.text[max(one.quote.start, spot - BEFORE) : spot]
    tolls = frozenset((c.kind, c.count.low) for c in harm if c.count.low is not None and c.count.low > 1)
    sentence = page.text[tile.start : min(tile.stop, tile.start + LONGEST)]
    kind, own = one.reading.type, one.reading.own
    return facts(kind, own, one.quote.words, sentence, before, joined(one.place), joined(one.actor), tolls)
