"""The one traversal: every export is made of these rows, so that no two of them can tell a claim differently.

The fields are those of docs/terms.md. Nothing here is read anew: each value is a noun of the record, written out.
"""

from collections.abc import Iterator
from typing import Any

from sayso.record import Casualty, Interval, Mention, Reading, Reference, Resolution, Voice, joined

Row = dict[str, Any]


def rows(reading: Reading) -> Iterator[Row]:
    """One row per claim, in the order of the claims."""
    for n in range(len(reading.claims)):
        yield row(reading, n)


def row(reading: Reading, place: int) -> Row:
    """The claim at this place as a JSON object. Raises IndexError where there is none."""
    claim, resolution, sentence = reading.claims[place], reading.resolutions[place], reading.sentences[place]
    article = reading.article
    if article is None:
        raise ValueError("a claim without its article")
    event = claim.event
    return {
        "article": article.name,
        "article_id": article.id,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "id": claim.id,
        "quote": claim.quote.words,
        "start": claim.quote.start,
        "end": claim.quote.end,
        "said_by": list(claim.attribution.said_by),
        "stance": claim.attribution.stance,
        "type": event.type,
        "actor": joined(event.actor),
        "target": joined(event.target),
        "place": joined(event.place),
        "date": reading.dates[place],
        "harm": [_harm(casualty) for casualty in event.casualties],
        "event": event.label,
        "sentence": _mention(sentence),
        "attribution": {
            "source": [_mention(part) for part in claim.attribution.source],
            "cue": [_mention(part) for part in claim.attribution.cue],
            "content": [_mention(part) for part in claim.attribution.content],
            "chain": [_voice(voice) for voice in claim.attribution.chain],
        },
        "resolved": {
            "date": _resolution(resolution),
            "published": _resolution(reading.proposed) if reading.proposed else None,
            "actor": [_reference(party) for party in event.actor],
            "target": [_reference(party) for party in event.target],
            "place": [_reference(place) for place in event.place],
        },
        "found_by": claim.found_by,
        "title": article.title,
        "published_rule": article.published_rule,
        "capture": {"locator": article.capture.locator, "sha256": article.capture.sha256},
        "run": reading.run.id,
    }


def _mention(mention: Mention) -> Row:
    return {"words": mention.words, "start": mention.start, "end": mention.end}


def _reference(reference: Reference) -> Row:
    antecedent = reference.antecedent
    return {
        "name": reference.name,
        **_mention(reference.mention),
        "rule": reference.rule,
        "antecedent": _mention(antecedent) if antecedent else None,
    }


def _voice(voice: Voice) -> Row:
    return {"name": voice.name, "parts": [_reference(part) for part in voice.parts]}


def _harm(casualty: Casualty) -> Row:
    harm: Row = {
        "kind": casualty.kind,
        "low": casualty.count.low,
        "high": casualty.count.high,
        "group": casualty.group,
    }
    if casualty.within:
        harm["within"] = casualty.within
    return {**harm, "form": casualty.count.form, **_mention(casualty.mention)}


def _interval(interval: Interval) -> Row:
    end = interval.end.isoformat() if interval.end else None
    return {
        "value": interval.iso,
        "start": interval.start.isoformat(),
        "end": end,
        "granularity": interval.granularity,
    }


def _resolution(resolution: Resolution) -> Row:
    return {
        "value": resolution.value.iso if resolution.value else None,
        "interval": _interval(resolution.value) if resolution.value else None,
        "rule": resolution.rule,
        "anchor": resolution.anchor.isoformat() if resolution.anchor else None,
        "said": _mention(resolution.mention) if resolution.mention else None,
        "candidates": [_interval(candidate) for candidate in resolution.candidates],
    }
