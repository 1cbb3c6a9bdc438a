"""Compose claims from attributions, propositions and events."""

from sayso.extract.sentences import sentences
from sayso.record import Article, Attribution, Claim, Event, Mention, Tags


def claims(article: Article, tags: Tags) -> tuple[Claim, ...]:  # noqa: ARG001 - the tagger comes behind this protocol
    """All claims of the article, in order of their words."""
    found = []
    for n, sentence in enumerate(sentences(article.text)):
        if sentence.stop > sentence.start:
            quote = Mention(sentence.start, sentence.stop, article.text)
            found.append(Claim(article.id, quote, Attribution((), (), (quote,)), Event("other", f"e{n}")))
    return tuple(found)
