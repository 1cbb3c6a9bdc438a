"""Say of each quote what happened: type, who did it, to whom, where, and which quotes tell of the same event."""

from sayso.extract.actors import actor_of, parties
from sayso.extract.event_types import read_type, scene
from sayso.extract.page import page_of
from sayso.extract.places import place_of, places
from sayso.extract.sentences import Sentence
from sayso.extract.targets import target_of
from sayso.record import Casualty, Event, EventType, Mention, Reference


def events(
    text: str, quotes: tuple[Mention, ...], tiles: tuple[Sentence, ...], harms: tuple[tuple[Casualty, ...], ...]
) -> tuple[Event, ...]:
    """One event for each quote, in the given order, with the given harms as its casualties."""
    seen, page = scene(text), page_of(text, tiles)
    located = places(page)
    named = parties(page, located)
    types: list[EventType] = []
    made: list[Event] = []
    for n, quote in enumerate(quotes):
        tile = page.tile_at(quote.start)
        reading = read_type(seen, quote, tiles[tile] if tiles else None, types)
        types.append(reading.type)
        found = seen.between(quote.start, quote.end)
        trigger = reading.trigger.mention if reading.trigger else None
        at = place_of(page, located, quote.start, quote.end, trigger.start if trigger else None)
        who = actor_of(page, named[tile], quote.start, quote.end, found, reading.trigger)
        whom = target_of(page, quote.start, quote.end, found, located[tile], who)
        made.append(
            Event(
                reading.type, f"e{n + 1}", trigger,
                tuple(Reference(Mention(p.start, p.end, text)) for p in (who,) if p),
                tuple(Reference(Mention(p.start, p.end, text)) for p in (whom,) if p),
                tuple(Reference(Mention(p.start, p.end, text)) for p in at),
                harms[n],
            )
        )  # fmt: skip
    return tuple(made)
