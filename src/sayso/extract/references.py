"""Who is meant by "SOHR", "Saleh", "the Observatory": the fullest name the article itself gives.

Two antecedents that stand equally leave the words as they are: no name is guessed.
"""

from sayso.extract.names import Name, Registry, folded_words, name_registry, outlet_names
from sayso.extract.noun_lists import nouns
from sayso.record import Mention, Reference

__all__ = ["Registry", "name_registry", "one_name", "resolve_reference"]


def resolve_reference(mention: Mention, registry: Registry) -> Reference:
    """The fullest name in the article for these words; the words themselves where there is none or several stand.

    Handles acronyms ("SOHR"), surnames ("Saleh") and short forms of bodies ("the Observatory"). Pronouns and role
    words ("he", "the group") need to know who spoke before: see `sayso.extract.roles`.
    """
    words = folded_words(mention.words)
    while len(words) > 1 and words[0].endswith("-based"):
        words = words[1:]
        cut = mention.words.find(" ") + 1
        mention = Mention(mention.start + cut, mention.end, registry.text)
    if not words:
        return Reference(mention)
    if len(words) == 1 and words[0] in registry.by_acronym and mention.words.replace(".", "").isupper():
        name = registry.by_acronym[words[0]]
        return _reference(mention, name, "acronym")
    if words in outlet_names() or not mention.words.strip()[:1]:
        return Reference(mention)
    if len(words) <= 3 and any(c.isupper() for c in mention.words):
        name_ = one_name(_surname(words, registry), mention.start)
        if name_:
            return _reference(mention, name_, "short form")
        name_ = one_name(_longer(words, registry), mention.start)
        if name_:
            return _reference(mention, name_, "short form")
    return Reference(mention)


def _reference(mention: Mention, name: Name, rule: str) -> Reference:
    if name.mention.words == mention.words:
        return Reference(mention)
    return Reference(mention, name.mention, rule)


def _surname(words: tuple[str, ...], registry: Registry) -> list[Name]:
    """Persons whose longer name ends in these words (or holds them after its first)."""
    return [
        n
        for n in registry.by_word.get(words[-1], ())
        if n.kind == "person" and len(n.words) > len(words) and n.words[-len(words) :] == words
    ]


def _longer(words: tuple[str, ...], registry: Registry) -> list[Name]:
    """Bodies whose name holds all these words, one of them a noun for a body."""
    if not any(w in nouns("bodies") or w in nouns("org_words") for w in words):
        return []
    wanted = set(words)
    return [
        n
        for n in registry.by_word.get(words[-1], ())
        if n.kind == "body" and len(n.words) > len(words) and wanted <= set(n.words) and n.words[0] not in ("al",)
    ]


def one_name(found: list[Name], before: int) -> Name | None:
    """The one name meant: all candidates must be forms of the same name; the earliest of the fullest is taken."""
    if not found:
        return None
    found = [n for n in found if n.titled] or found
    widest = max(found, key=lambda n: (len(n.words), -n.mention.start))
    if all(set(n.words) <= set(widest.words) for n in found):
        return widest
    earlier = [n for n in found if n.mention.start < before]
    if len(earlier) == 1:
        return earlier[0]
    tails = {n.words[-1] for n in found}
    shortest = min(found, key=lambda n: (len(n.words), n.mention.start))
    if len(tails) == 1 and all(n.words[-len(shortest.words) :] == shortest.words for n in found):
        return shortest
    return None
