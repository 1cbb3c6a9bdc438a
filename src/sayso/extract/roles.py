"""From a pronoun or a description to whoever spoke before: "he", "it", "the group", "the monitor"."""

import re
from dataclasses import dataclass, field

from sayso.extract.cues import word_set
from sayso.extract.names import Registry, body_before, folded_words, is_monitor, outlet_names, titled_before
from sayso.extract.noun_lists import nouns
from sayso.extract.references import one_name
from sayso.record import Mention, Reference, Voice

MEMORY = 12
"""Sources a pronoun may look back to: earlier ones are out of the reader's mind."""
_APPOSITION = re.compile(r"(?:,\s(?:the\s|an?\s)?|\s(?:the|an?)\s)[^,.!?\n]{0,60}")
BESIDE = 60
"""Code points before a name in which its role is looked for."""
_PERSON = frozenset({"he", "she", "i"})
_MANY = frozenset({"they", "we"})


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in the article, newest last. Filled in reading order."""

    registry: Registry
    spoken: list[Reference] = field(default_factory=list)
    told: dict[str, Voice] = field(default_factory=dict)

    def remember(self, reference: Reference) -> None:
        """Note who spoke; a pronoun that stands for nobody known is no use later."""
        if reference.antecedent is None and reference.mention.words.lower() in nouns("pronouns"):
            return
        self.spoken.append(Reference(reference.antecedent or reference.mention))
        del self.spoken[:-MEMORY]


def kind_of(name: str, registry: Registry) -> str:
    """ "person", "people", "body", "monitor" or "thing", by the words of the name."""
    words = folded_words(name)
    if is_monitor(words):
        return "monitor"
    if any(n.kind == "person" and n.words == words for n in registry.by_word.get(words[-1] if words else "", ())):
        return "person"
    before_prep = head_word(words)
    if before_prep in nouns("people") and before_prep not in ("source", "witness", "eyewitness", "aid"):
        return "people"
    if before_prep in nouns("roles") or before_prep in ("source", "witness", "eyewitness"):
        return "person"
    if before_prep in nouns("things"):
        return "thing"
    return "body"


def head_word(words: tuple[str, ...]) -> str:
    """The noun a description turns on: its last word before a preposition."""
    head = ""
    for word in words:
        if word in nouns("prepositions") | {"who", "which"}:
            break
        head = word
    return head


def pronoun(mention: Mention, memory: Memory) -> Reference:
    """Whom a pronoun stands for: the newest speaker it can name."""
    low = mention.words.lower()
    wanted = (
        {"person"}
        if low in _PERSON
        else {"people", "body", "monitor"}
        if low in _MANY
        else {"body", "monitor", "thing"}
    )
    for spoken in reversed(memory.spoken):
        if kind_of(spoken.name, memory.registry) in wanted:
            return Reference(mention, spoken.mention, "pronoun")
    near = titled_before(memory.registry, mention.start) if low in ("he", "she") else None
    if near is not None:
        return Reference(mention, near.mention, "pronoun")
    if memory.spoken and (
        low in _PERSON | _MANY
        or kind_of(memory.spoken[-1].name, memory.registry) != "person"
        or not any(c.isupper() for c in memory.spoken[-1].name)
    ):
        return Reference(mention, memory.spoken[-1].mention, "pronoun")
    return Reference(mention)


def role(mention: Mention, memory: Memory, definite: bool) -> Reference | None:
    """Whom a description stands for: "the group", "the monitor", "the source", "the ministry".

    The newest speaker that fits, then a body named just before, then the only body of that kind in the article. None
    where nobody fits; `definite` tells "the group" from "a group".
    """
    words = folded_words(mention.words)
    if not words:
        return None
    head = head_word(words)
    if head in word_set("roles", "monitors") or {"monitoring", "monitor"} & set(words):
        return _monitor(mention, memory, definite)
    if not definite:
        return None
    if head in word_set("roles", "papers") and len(words) == 1:
        return _author(mention, memory)
    plain = all(word in nouns("modifiers") or word.endswith("-based") for word in words[:-1])
    for spoken in reversed(memory.spoken):
        if _fits(words, head, plain, spoken, memory):
            return Reference(mention, spoken.mention, "role")
    if not plain:
        return None
    if head in word_set("roles", "groups"):
        near = body_before(memory.registry, mention.start)
        return Reference(mention, near.mention, "role") if near else None
    return _only_body(mention, words, memory) if head in nouns("bodies") - word_set("roles", "loose") else None


def _monitor(mention: Mention, memory: Memory, definite: bool) -> Reference | None:
    for spoken in reversed(memory.spoken):
        if is_monitor(folded_words(spoken.name)):
            return Reference(mention, spoken.mention, "role")
    listed = list(memory.registry.monitors)
    name = one_name(listed, mention.start) or (listed[0] if listed and definite else None)
    return Reference(mention, name.mention, "role") if name else None


def _author(mention: Mention, memory: Memory) -> Reference | None:
    """ "The statement", "the claim": the newest named body stands behind it."""
    for spoken in reversed(memory.spoken):
        if kind_of(spoken.name, memory.registry) in ("body", "monitor") and any(c.isupper() for c in spoken.name):
            return Reference(mention, spoken.mention, "role")
    return None


def _fits(words: tuple[str, ...], head: str, plain: bool, spoken: Reference, memory: Memory) -> bool:
    """Whether a description fits an earlier speaker: by its words, or by its kind where it says no more than that."""
    other = folded_words(spoken.name)
    kind = kind_of(spoken.name, memory.registry)
    if head == head_word(other) and set(words) <= set(other) and other != words:
        return True
    if not plain:
        return False
    if head in word_set("roles", "groups") or head == "agency":
        return kind in ("body", "monitor") if head != "agency" else other in outlet_names()
    last = spoken is memory.spoken[-1]
    return last and len(words) <= 2 and kind == "person" and len(other) > 1 and _introduced_as(head, spoken, memory)


def _introduced_as(head: str, spoken: Reference, memory: Memory) -> bool:
    """Whether the speaker's role is said beside the name: "Governor Maha Saleh", "Maha Saleh, the governor of Arva".

    Without it "the governor" is somebody else: a figure laid on the wrong speaker is worse than a short name.
    """
    if head not in nouns("roles"):
        return False
    mention, text = spoken.mention, memory.registry.text
    before = re.split(r"[.!?\n]\s", text[max(0, mention.start - BESIDE) : mention.start])[-1]
    apposition = _APPOSITION.match(text, mention.end)
    return head in folded_words(before) or (apposition is not None and head in folded_words(apposition[0]))


def _only_body(mention: Mention, words: tuple[str, ...], memory: Memory) -> Reference | None:
    """ "The coalition", where only one coalition was named so far."""
    listed = [n for n in memory.registry.by_word.get(words[-1], ()) if n.kind == "body" and n.words[-1] == words[-1]]
    listed = [n for n in listed if set(words) < set(n.words) and n.mention.start < mention.start]
    return Reference(mention, listed[0].mention, "role") if len({n.words for n in listed}) == 1 else None
