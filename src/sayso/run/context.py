"""The words each claim stands among, for people who check it."""

from bisect import bisect_right

from sayso.extract.sentences import sentences
from sayso.record import Article, Claim, Mention

REACH = 600
"""Code points shown on either side of a quote at most: a sentence is seldom half as long, and without a bound an
article on one endless line would be copied once for every claim."""


def sentences_of(article: Article, claims: tuple[Claim, ...]) -> tuple[Mention, ...]:
    """For each claim its sentence, from the first it touches to the last, cut to `REACH` around the quote."""
    tiles = sentences(article.text)
    starts = [tile.start for tile in tiles]
    found = []
    for claim in claims:
        first = tiles[bisect_right(starts, claim.quote.start) - 1]
        last = tiles[bisect_right(starts, claim.quote.end - 1) - 1]
        start = max(min(first.start, claim.quote.start), claim.quote.start - REACH)
        end = min(max(last.stop, claim.quote.end), claim.quote.end + REACH)
        found.append(Mention(start, end, article.text))
    return tuple(found)
