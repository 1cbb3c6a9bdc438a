"""Compose claims: voices cut the prose into regions, regions into propositions, and each of these tells of an event."""

from dataclasses import replace

from sayso.extract.attribution import attributions
from sayso.extract.casualties import casualties
from sayso.extract.events import events
from sayso.extract.joined import joined
from sayso.extract.propositions import Proposition, propositions
from sayso.extract.prose import prose
from sayso.extract.regions import regions
from sayso.extract.sentences import sentences
from sayso.extract.tagged import tagged_claims, unread_from
from sayso.record import Article, Attribution, Claim, Tags


def claims(article: Article, tags: Tags) -> tuple[Claim, ...]:
    """All claims of the article, in order of their words. One proposition on two words gives two claims."""
    text = article.text
    tiles = sentences(text)
    said = tuple(_without(article.publisher, one) for one in attributions(text, tiles))
    stretches = prose(text, tiles, article.title)
    cut = regions(text, stretches, said)
    ruled = propositions(text, cut)
    tagged = {claim.quote: claim for claim in tagged_claims(text, tags, cut)}
    found = joined(ruled, tuple(tagged.values()), unread_from(tags))
    quotes = tuple(proposition.quote for proposition in found)
    harms = tuple(casualties(text, quote.start, quote.end) for quote in quotes)
    told = events(text, quotes, tiles, harms, tagged)
    article_id = article.id  # hashes the whole text
    return tuple(
        Claim(article_id, proposition.quote, attribution, event, proposition.found_by)
        for proposition, event in zip(found, told, strict=True)
        for attribution in _words_of(proposition)
    )


def _without(publisher: str | None, said: Attribution) -> Attribution:
    """The attribution without the publisher as a link of its own chain ("told TRT World", on a page of TRT World)."""
    outlet = _letters(publisher or "")
    if len(outlet) < SHORTEST_OUTLET or len(said.chain) < 2:
        return said
    chain = tuple(voice for voice in said.chain[:-1] if not _letters(voice.name).startswith(outlet))
    return replace(said, chain=(*chain, said.chain[-1]))


SHORTEST_OUTLET = 3
"""Letters of an outlet's name ("TRT", "AFP"); fewer would match names by chance."""


def _letters(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum()).removeprefix("the")


def _words_of(proposition: Proposition) -> tuple[Attribution, ...]:
    """The attributions a proposition stands under; the publisher's own where there is none."""
    return proposition.voices or (Attribution(source=(), cue=(), content=(proposition.quote,)),)
