"""From the words that name a source to who speaks: its parts, each by the name the article gives most fully."""

from sayso.extract.cues import Range, Saying, word_set
from sayso.extract.mutes import is_mute
from sayso.extract.names import folded_words
from sayso.extract.noun_lists import heads, is_head, nouns
from sayso.extract.phrases_after import phrase_after
from sayso.extract.references import resolve_reference
from sayso.extract.roles import Memory, head_word, kind_of, pronoun, role
from sayso.extract.words import Word
from sayso.record import Mention, Reference, Voice

ACCUSED = 60
"""Words between an accusation and its denial in one sentence."""


def speaker(text: str, words: tuple[Word, ...], saying: Saying, memory: Memory) -> Voice:
    """Who the source's words name; a pronoun inside a sentence first looks to that sentence's own subject."""
    assert saying.source is not None
    first, last = saying.source
    low = words[first].low
    if first == last and low in ("it", "they", "he", "she"):
        meant = _accused(words, first) if saying.cue.word.kind == "deny" else None
        named = voice(text, words, *meant, memory) if meant else _own_subject(text, words, first, memory)
        if named is not None and len(named.parts) == 1 and not is_mute(named.parts[0].name):
            part = named.parts[0]
            pronoun_ = Mention(words[first].start, words[last].end, text)
            return Voice((Reference(pronoun_, part.antecedent or part.mention, "pronoun"),))
    return voice(text, words, first, last, memory)


def _own_subject(text: str, words: tuple[Word, ...], first: int, memory: Memory) -> Voice | None:
    """The subject of the sentence, where "it" or "they" at word `first` can stand for it."""
    subject = phrase_after(words, 0, first) if first > 4 and words[first].low in ("it", "they") else None
    if subject is None or subject[0] != 0 or subject[1] >= first - 2 or words[subject[1] + 1].low in (",", "in", "on"):
        return None
    if not any(w.cap or is_head(w) for w in words[: subject[1] + 1]):
        return None
    named = voice(text, words, *subject, memory)
    wanted = ("people",) if words[first].low == "they" else ("body", "monitor")
    return named if kind_of(named.parts[0].name, memory.registry) in wanted else None


def _accused(words: tuple[Word, ...], before: int) -> Range | None:
    """Whom the same sentence has accused before this word: "many pointed the finger at X, though it denied ..."."""
    for n in range(before - 1, max(0, before - ACCUSED), -1):
        if words[n].low in word_set("deny", "accusing"):
            begin = n + 1
            while begin < before and words[begin].low in word_set("deny", "aiming"):
                begin += 1
            ends = ("of", "for") if words[n].low.startswith("accus") else ("for",)
            stop = next((k for k in range(begin, before) if words[k].low in ends), before)
            return phrase_after(words, begin, stop)
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
            and short[-1] == head_word(other)
        ):
            return Reference(mention, spoken.mention, "short form")
    found = resolve_reference(mention, memory.registry)
    by_name = last > first and words[last].cap and words[last - 1].low not in nouns("prepositions")
    if found.antecedent is None and by_name:
        known = resolve_reference(Mention(words[last].start, words[last].end, text), memory.registry)
        if (
            known.antecedent is not None
            and any(n.mention == known.antecedent and n.kind == "person" for n in memory.registry.names)
            and folded_words(mention.words)[-2:] != folded_words(known.name)[-2:]
        ):
            return known
    return found


def _unbracketed(words: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    """Without a leading article and without what stands in brackets or after a comma."""
    if words[first].low in ("the", "a", "an", "its", "their", "his", "her", "our") and last > first:
        first += 1
    for n in range(first + 1, last + 1):
        if words[n].low in ("(", ","):
            last = n - 1
            break
    if last - first > 2 and tuple(w.low for w in words[last - 2 : last + 1]) == ("at", "the", "time"):
        last -= 3
    if last > first and words[first].low == "ally":
        first += 1
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
