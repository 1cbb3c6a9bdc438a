"""The words each claim stands among, for people who check it."""

from bisect import bisect_right

from sayso.extract.sentences import Sentence, sentences
from sayso.record import Article, Claim, Mention

REACH = 600
"""Code points shown on either side of a quote at most: a sentence is seldom half as long, and without a bound an
article on one endless line would be copied once for every claim."""


def sentences_of(article: Article, claims: tuple[Claim, ...]) -> tuple[Mention, ...]:
    """For each claim the sentences from its quote to the words that say who says it, cut to `REACH` around the quote.

    A denial often stands a sentence after what it denies; shown without its cue it would read as the opposite.
    """
    tiles = sentences(article.text)
    starts = [tile.start for tile in tiles]
    return tuple(_around(claim, article.text, tiles, starts) for claim in claims)


def _around(claim: Claim, text: str, tiles: tuple[Sentence, ...], starts: list[int]) -> Mention:
    quote = claim.quote
    words = [quote, *(m for m in (*claim.attribution.source, *claim.attribution.cue) if _near(m, quote))]
    first = tiles[bisect_right(starts, min(m.start for m in words)) - 1]
    last = tiles[bisect_right(starts, max(m.end for m in words) - 1) - 1]
    start = max(min(first.start, quote.start), quote.start - REACH)
    end = min(max(last.stop, quote.end), quote.end + REACH)
    return Mention(start, end, text)


def _near(mention: Mention, quote: Mention) -> bool:
    return quote.start - REACH <= mention.start and mention.end <= quote.end + REACH
