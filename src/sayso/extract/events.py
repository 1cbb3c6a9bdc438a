"""Say of each quote what happened: type, who did it, to whom, where, and which quotes tell of the same event."""

from sayso.extract.actors import Party, actor_of, antecedent_of, carried_actor, parties
from sayso.extract.event_types import VIOLENT, Reading, read_type, scene
from sayso.extract.page import Page, page_of
from sayso.extract.places import Place, back_place, place_of, places
from sayso.extract.same_event import Facts, facts, labels
from sayso.extract.sentences import Sentence
from sayso.extract.targets import target_of
from sayso.record import Casualty, Event, EventType, Mention, Reference, joined


def events(
    text: str, quotes: tuple[Mention, ...], tiles: tuple[Sentence, ...], harms: tuple[tuple[Casualty, ...], ...]
) -> tuple[Event, ...]:
    """One event for each quote, in the given order, with the given harms as its casualties."""
    seen, page = scene(text), page_of(text, tiles)
    located = places(page)
    named = parties(page, located, seen.found)
    readings, parts = [], []
    types: list[EventType] = []
    for quote in quotes:
        tile = page.tile_at(quote.start)
        reading = read_type(seen, quote, tiles[tile] if tiles else None, types)
        types.append(reading.type)
        found = seen.between(quote.start, quote.end)
        spot = reading.trigger.mention.start if reading.trigger else None
        at = place_of(page, located, quote.start, quote.end, spot)
        if not at and tiles and reading.type in _PLACED:
            at = place_of(page, located, tiles[tile].start, tiles[tile].stop, quote.start)
        who = actor_of(page, named[tile], quote.start, quote.end, found, reading.trigger)
        who = who or carried_actor(page, named, quote.start, quote.end, found)
        whom = target_of(page, reading.type, quote.start, quote.end, found, located[tile], named[tile], who)
        readings.append(reading)
        parts.append(
            (
                _party(page, named, who),
                tuple(Reference(Mention(p.start, p.end, text)) for p in (whom,) if p),
                tuple(Reference(Mention(p.start, p.end, text)) for p in at),
            )
        )
    rows = [
        _facts(text, tiles[page.tile_at(quote.start)], quote, reading, part, harm)
        for reading, quote, part, harm in zip(readings, quotes, parts, harms, strict=True)
    ]
    given = labels(rows)
    where: dict[str, tuple[Reference, ...]] = {}
    made: list[Event] = []
    for quote, reading, (actor, target, place), label, harm in zip(quotes, readings, parts, given, harms, strict=True):
        place = place or _carried(page, located, quote, where.get(label, ()), reading)
        if place:
            where[label] = place
        made.append(Event(reading.type, label, reading.trigger.mention if reading.trigger else None, actor, target, place, harm))
    return tuple(made)


_PLACED = VIOLENT | {"siege", "territory", "displacement", "evacuation", "rescue", "protest", "aid", "destruction", "escape"}
"""Types whose place may stand in the rest of the sentence; of a deal or an inquiry it would be another event's."""


def _carried(
    page: Page, located: tuple[tuple[Place, ...], ...], quote: Mention, same: tuple[Reference, ...], reading: Reading
) -> tuple[Reference, ...]:
    """Ruling 13: "the town", "there" take the place named last before them; a bare toll that of its event."""
    if reading.type not in _PLACED:
        return ()
    back = back_place(page, located, quote.start, quote.end)
    if back is not None:
        return (Reference(Mention(quote.start, quote.end, page.text), Mention(back.start, back.end, page.text), "the place before"),)
    return same if not reading.own else ()


def _facts(text: str, tile: Sentence, quote: Mention, reading: Reading, part: tuple[tuple[Reference, ...], ...], harm: tuple[Casualty, ...]) -> Facts:
    spot = reading.trigger.mention.start if reading.trigger else quote.start
    before = text[max(quote.start, spot - 40) : spot]
    tolls = frozenset((c.kind, c.count.low) for c in harm if c.count.low is not None and c.count.low > 1)
    return facts(reading.type, reading.own, quote.words, text[tile.start : tile.stop], before, joined(part[2]), joined(part[0]), tolls)


def _party(page: Page, named: tuple[tuple[Party, ...], ...], party: Party | None) -> tuple[Reference, ...]:
    if party is None:
        return ()
    mention = Mention(party.start, party.end, page.text)
    fuller = antecedent_of(page, named, party)
    if fuller is None:
        return (Reference(mention),)
    return (Reference(mention, Mention(fuller.start, fuller.end, page.text), "short form"),)
