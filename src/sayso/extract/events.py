"""Say of each quote what happened: type, who did it, to whom, where, and which quotes tell of the same event."""

from sayso.extract.actors import actor_of, parties
from sayso.extract.event_types import Reading, read_type, scene
from sayso.extract.page import page_of
from sayso.extract.places import place_of, places
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
    named = parties(page, located)
    readings, parts = [], []
    types: list[EventType] = []
    for quote in quotes:
        tile = page.tile_at(quote.start)
        reading = read_type(seen, quote, tiles[tile] if tiles else None, types)
        types.append(reading.type)
        found = seen.between(quote.start, quote.end)
        spot = reading.trigger.mention.start if reading.trigger else None
        at = place_of(page, located, quote.start, quote.end, spot)
        if not at and tiles:
            at = place_of(page, located, tiles[tile].start, tiles[tile].stop, quote.start)
        who = actor_of(page, named[tile], quote.start, quote.end, found, reading.trigger)
        whom = target_of(page, reading.type, quote.start, quote.end, found, located[tile], named[tile], who)
        readings.append(reading)
        parts.append(
            (
                tuple(Reference(Mention(p.start, p.end, text)) for p in (who,) if p),
                tuple(Reference(Mention(p.start, p.end, text)) for p in (whom,) if p),
                tuple(Reference(Mention(p.start, p.end, text)) for p in at),
            )
        )
    rows = [
        _facts(text, tiles[page.tile_at(quote.start)], quote, reading, part)
        for reading, quote, part in zip(readings, quotes, parts, strict=True)
    ]
    given = labels(rows)
    where: dict[str, tuple[Reference, ...]] = {}
    made: list[Event] = []
    for reading, (actor, target, place), label, harm in zip(readings, parts, given, harms, strict=True):
        place = place or where.get(label, ())
        if place:
            where[label] = place
        made.append(Event(reading.type, label, reading.trigger.mention if reading.trigger else None, actor, target, place, harm))
    return tuple(made)


def _facts(text: str, tile: Sentence, quote: Mention, reading: Reading, part: tuple[tuple[Reference, ...], ...]) -> Facts:
    spot = reading.trigger.mention.start if reading.trigger else quote.start
    before = text[max(quote.start, spot - 40) : spot]
    return facts(reading.type, reading.own, quote.words, text[tile.start : tile.stop], before, joined(part[2]), joined(part[0]))
