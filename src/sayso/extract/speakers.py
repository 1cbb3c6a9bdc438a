"""From the words that name a source to its parts, and from a pronoun or role word to whoever spoke before."""

import re
from dataclasses import dataclass, field

from sayso.extract.cues import word_set
from sayso.extract.noun_lists import heads, is_head, nouns
from sayso.extract.references import Registry, body_before, folded_words, one_name, outlet_names, resolve_reference
from sayso.extract.words import Word
from sayso.record import Mention, Reference, Voice

MEMORY = 12
"""Sources a pronoun may look back to: earlier ones are out of the reader's mind."""


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in the article, newest last. Filled in reading order."""

    registry: Registry
    spoken: list[Reference] = field(default_factory=list)

    def remember(self, reference: Reference) -> None:
        """Note who spoke; a pronoun that stands for nobody known is no use later."""
        if reference.antecedent is None and reference.mention.words.lower() in nouns("pronouns"):
            return
        self.spoken.append(Reference(reference.antecedent or reference.mention))
        del self.spoken[:-MEMORY]


_PERSON = frozenset({"he", "she", "i"})
_MANY = frozenset({"they", "we"})
_ORG = re.compile(r"[A-Z]{2,}|\b(?:SOHR|UN)\b")


def kind_of(name: str, registry: Registry) -> str:
    """ "person", "people", "body", "monitor" or "thing", by the words of the name."""
    words = folded_words(name)
    joined = " ".join(words)
    if any(m.lower() in joined for m in _monitors()):
        return "monitor"
    if any(n.kind == "person" and n.words == words for n in registry.by_word.get(words[-1] if words else "", ())):
        return "person"
    before_prep = _head_word(words)
    if before_prep in nouns("people") and before_prep not in ("source", "witness", "eyewitness", "aid"):
        return "people"
    if before_prep in nouns("roles") or before_prep in ("source", "witness", "eyewitness"):
        return "person"
    if before_prep in nouns("things"):
        return "thing"
    return "body"


def _monitors() -> tuple[str, ...]:
    from sayso.lexicon import load

    return tuple(load("voices")["monitors"])


def _head_word(words: tuple[str, ...]) -> str:
    head = ""
    for word in words:
        if word in nouns("prepositions") | {"who", "which"}:
            break
        head = word
    return head


def _unbracketed(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    """Without a leading article and without what stands in brackets or after a comma."""
    if words[first].low in ("the", "a", "an", "its", "their", "his", "her", "our") and last > first:
        first += 1
    for n in range(first + 1, last + 1):
        if words[n].low in ("(", ","):
            last = n - 1
            break
    if last > first and words[last].low in ("estimates", "figures", "data", "statistics") and words[last - 1].cap:
        last -= 1
    return first, last


def _person_in(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int] | None:
    """The name after the last title or role of the phrase ("rebel commander [Abu Karim]")."""
    roles = nouns("roles") | {"activists"}
    best = None
    if not any(w.cap for w in words):
        return _shouted_person(words, first, last)
    for n in range(first, last):
        if words[n].low.rstrip(".") in roles and words[n + 1].cap | (words[n + 1].low in ("al", "abu")):
            end = n + 1
            while (
                end < last
                and (
                    words[end + 1].cap
                    or (words[end + 1].low in ("al", "de", "bin", "abu", "-", "el") and end + 2 <= last)
                )
                and words[end + 1].low.rstrip(".") not in roles
            ):
                end += 1
            if words[end].low in nouns("org_words") and end + 1 <= last:
                continue
            if (
                end - n <= 5
                and words[n + 1].low not in roles
                and not (end == n + 1 and words[end].low in nouns("org_words"))
            ):
                best = (n + 1, end)
    return best


def _shouted_person(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int] | None:
    """In upper-case text: the one to four words we do not know between the last title and the end of the phrase."""
    n = last
    while n >= first and not (
        is_head(words[n])
        or words[n].sign
        or words[n].low in nouns("prepositions") | nouns("determiners") | nouns("modifiers") | nouns("org_words")
    ):
        n -= 1
    return (n + 1, last) if first <= n < last and last - n <= 4 and words[n].low.rstrip(".") in nouns("roles") else None


def _leading_name(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int] | None:
    """ "Maha Saleh of the town council": the name before the preposition or article."""
    n = first
    while n <= last and words[n].cap and words[n].low not in nouns("prepositions"):
        n += 1
    if n > last or n - first not in (2, 3, 4):
        return None
    body = any(w.low in nouns("org_words") | heads() for w in words[first:n])
    if body or words[n].low not in ("of", "from", "a", "an", "the", "who", "at", "with", "head"):
        return None
    return first, n - 1


def part_reference(text: str, words: tuple[Word, ...], first: int, last: int, memory: Memory) -> Reference:
    """One speaker: the person's name without title, the body by its fullest name, else the description."""
    low = words[first].low
    if first == last and low in nouns("pronouns"):
        return pronoun(Mention(words[first].start, words[last].end, text), memory)
    first, last = _unbracketed(words, first, last)
    person = _person_in(words, first, last) or _leading_name(words, first, last)
    for n in range(last - 1, first, -1):
        if words[n].low == "the" and words[n - 1].low not in nouns("prepositions") | {"and"} and not person:
            first = n + 1
            break
    if person:
        return resolve_reference(Mention(words[person[0]].start, words[person[1]].end, text), memory.registry)
    mention = Mention(words[first].start, words[last].end, text)
    if not words[last].cap:
        definite = (first > 0 and words[first - 1].low in ("the", "its", "his", "their")) or words[first].low in (
            "same",
        )
        found = role(mention, memory, definite)
        if found is not None:
            return found
    short = folded_words(mention.words)
    for spoken in reversed(memory.spoken):
        other = folded_words(spoken.name)
        if (
            short
            and len(short) <= 2
            and len(other) > len(short)
            and set(short) <= set(other)
            and short[-1] in nouns("bodies")
            and short[-1] == _head_word(other)
        ):
            return Reference(mention, spoken.mention, "short form")
    found = resolve_reference(mention, memory.registry)
    if found.antecedent is None and last > first and words[last].cap:
        known = resolve_reference(Mention(words[last].start, words[last].end, text), memory.registry)
        if (
            known.antecedent is not None
            and any(n.mention == known.antecedent and n.kind == "person" for n in memory.registry.names)
            and folded_words(mention.words)[-2:] != folded_words(known.name)[-2:]
        ):
            return known
    return found


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
    if memory.spoken and (
        low in _PERSON | _MANY
        or kind_of(memory.spoken[-1].name, memory.registry) != "person"
        or not any(c.isupper() for c in memory.spoken[-1].name)
    ):
        return Reference(mention, memory.spoken[-1].mention, "pronoun")
    return Reference(mention)


def role(mention: Mention, memory: Memory, definite: bool) -> Reference | None:
    """Whom a description stands for: "the group", "the monitor", "the source", "the ministry"."""
    words = folded_words(mention.words)
    if not words:
        return None
    head = _head_word(words)
    monitorlike = head in ("monitor", "watchdog", "observatory") or "monitoring" in words or "monitor" in words
    if monitorlike:
        named = [r for r in reversed(memory.spoken) if kind_of(r.name, memory.registry) == "monitor"]
        if named:
            return Reference(mention, named[0].mention, "role")
        listed = [
            n
            for n in memory.registry.names
            if n.kind == "body" and len(n.words) > 2 and any(m.lower() in " ".join(n.words) for m in _monitors())
        ]
        name = one_name(listed, mention.start) or (listed[0] if listed and definite else None)
        return Reference(mention, name.mention, "role") if name else None
    if not definite:
        return None
    if head in ("statement", "release", "communique", "claim") and len(words) == 1:
        bodies = [
            r
            for r in reversed(memory.spoken)
            if kind_of(r.name, memory.registry) in ("body", "monitor") and any(c.isupper() for c in r.name)
        ]
        return Reference(mention, bodies[0].mention, "role") if bodies else None
    plain = len(words) == 1 or all(w in nouns("modifiers") or w.endswith("-based") for w in words[:-1])
    for spoken in reversed(memory.spoken):
        other = folded_words(spoken.name)
        kind = kind_of(spoken.name, memory.registry)
        if head == _head_word(other) and set(words) <= set(other) and other != words:
            return Reference(mention, spoken.mention, "role")
        if (
            plain
            and head
            in (
                "group",
                "organisation",
                "organization",
                "agency",
                "coalition",
                "watchdog",
                "charity",
                "network",
                "body",
                "militia",
                "movement",
            )
            and kind in ("body", "monitor")
            and head not in ("agency", "coalition")
        ):
            return Reference(mention, spoken.mention, "role")
        if plain and head == "agency" and other in outlet_names():
            return Reference(mention, spoken.mention, "role")
        if (
            plain
            and len(words) <= 2
            and head in nouns("roles")
            and kind == "person"
            and len(other) > 1
            and spoken is memory.spoken[-1]
        ):
            return Reference(mention, spoken.mention, "role")
    if plain and head in ("group", "organisation", "organization", "charity", "network", "militia", "movement"):
        near = body_before(memory.registry, mention.start)
        return Reference(mention, near.mention, "role") if near else None
    if (
        plain
        and head in nouns("bodies")
        and head not in ("group", "force", "forces", "state", "side", "team", "country", "units")
    ):
        listed = [
            n
            for n in memory.registry.by_word.get(head, ())
            if n.kind == "body"
            and set(words) < set(n.words)
            and n.words[-1] == head
            and n.mention.start < mention.start
        ]
        if len({n.words for n in listed}) == 1:
            return Reference(mention, listed[0].mention, "role")
    return None


def voice(text: str, words: tuple[Word, ...], first: int, last: int, memory: Memory) -> Voice:
    """The speaker or joint speakers that a noun phrase names."""
    parts: list[Reference] = []
    begin = first
    for n in range(first, last + 1):
        if words[n].low == "and" and first < n < last and _ties(words, begin, n):
            parts.append(part_reference(text, words, begin, n - 1, memory))
            begin = n + 1
    parts.append(part_reference(text, words, begin, last, memory))
    return Voice(tuple(parts))


def _ties(words: tuple[Word, ...], first: int, n: int) -> bool:
    """Whether "and" at `n` ties two speakers (and not two words of one name: "Local Health and Aid Office")."""
    right = words[n + 1]
    if right.low in nouns("determiners"):
        return True
    left_head = is_head(words[n - 1]) and (not words[n - 1].cap or words[n - 1].low in nouns("bodies"))
    if right.cap and words[n - 1].cap:
        return not any(w.low in word_set("shape", "one_body") for w in words[first:n])
    return left_head or any(is_head(w) and not w.cap for w in words[first:n])
