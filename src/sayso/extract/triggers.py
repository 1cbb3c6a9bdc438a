"""Find the words that tell of an event: killed, air strike, captured, evacuated, cease-fire, talks.

Words are looked up one by one in a table built from lexicon/events.toml, so the time is linear in the text and does not
grow with the list. Case does not matter (upper-case wires), and a hyphen counts as a blank ("air-strike").
"""

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal, get_args

from sayso.lexicon import load
from sayso.record import EventType, Mention

Strength = Literal["strong", "weak"]
Form = Literal["verb", "noun", "other"]
Role = Literal["act", "harm", "weapon"]
_WORD = re.compile(r"[^\W_]+")
_NOT_TYPES = frozenset({"none", "open", "faint", "either", "irregular"})
LINK = 2
"""Code points that may stand between the words of one phrase: a blank or hyphen, doubled at most."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event. `type` is what they name on their own.

    "strong" words make a countable claim by themselves, "weak" ones only with other evidence. `role` tells words of an
    act from words of harm alone ("killed", "wounded": their event is the one that did the harm, `type` is then
    "attack") and from weapons ("warplanes", "rockets"), which point to a type without saying what was done.
    """

    mention: Mention
    type: EventType
    strength: Strength
    form: Form
    role: Role = "act"

    @property
    def key(self) -> str:
        """The words in lower case, blanks for what stands between them."""
        return " ".join(_WORD.findall(self.mention.words.lower()))

    @property
    def toll(self) -> bool:
        """Whether the words tell of harm alone."""
        return self.role == "harm"


@dataclass(frozen=True, slots=True)
class _Entry:
    rest: tuple[str, ...]
    type: EventType
    strength: Strength
    form: Form
    role: Role
    silent: bool = False
    dual: bool = False


def inflected(base: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    """The forms of an English verb phrase whose first word is the verb; a "*" after it doubles the consonant."""
    verb, blank, rest = base.partition(" ")
    stem = verb.rstrip("*")
    if verb.endswith("*"):
        long = stem + stem[-1]
    elif stem.endswith("e"):
        long = stem[:-1]
    else:
        long = stem
    past = long + "ed" if not (stem.endswith("y") and stem[-2] not in "aeiou") else stem[:-1] + "ied"
    if stem.endswith(("s", "sh", "ch", "x", "z")):
        third = stem + "es"
    elif stem.endswith("y") and stem[-2] not in "aeiou":
        third = stem[:-1] + "ies"
    else:
        third = stem + "s"
    forms = {stem, third, long + "ing", *irregular.get(stem, [past])}
    return tuple(sorted(form + blank + rest for form in forms))


def plural(noun: str) -> str:
    """The regular plural of the last word of a noun phrase."""
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _lists() -> list[tuple[Role, str, dict[str, list[str]]]]:
    """The sections of both word lists with the role of their words, in order of precedence."""
    events = [("harm" if section == "toll" else "act", section, words) for section, words in load("events").items()]
    return [*events, *(("weapon", section, words) for section, words in load("weapons").items())]  # type: ignore[list-item] # literal roles


@functools.cache
def _table() -> dict[str, tuple[_Entry, ...]]:
    """First word -> what may follow it, longest first. Strong entries win over weak, earlier sections over later."""
    irregular = load("events")["irregular"]
    kinds: dict[str, EventType] = {kind: kind for kind in get_args(EventType)}
    entries: dict[str, dict[tuple[str, ...], _Entry]] = {}
    for phrase in load("events")["none"]["phrases"]:
        first, *rest = _WORD.findall(phrase)
        entries.setdefault(first, {})[tuple(rest)] = _Entry(tuple(rest), "other", "weak", "other", "act", silent=True)
    strengths: tuple[Strength, ...] = ("strong", "weak")
    for strength in strengths:
        for role, section, words in _lists():
            if section in _NOT_TYPES:
                continue
            for key, phrases in words.items():
                if key.startswith("weak_") != (strength == "weak"):
                    continue
                form: Form = "verb" if "verb" in key else "noun" if key.endswith("nouns") else "other"
                for said in (said for phrase in phrases for said in _forms(phrase, form, "forms" in key, irregular)):
                    first, *rest = _WORD.findall(said)
                    entry = _Entry(tuple(rest), kinds.get(section, "attack"), strength, form, role)
                    known = entries.setdefault(first, {}).setdefault(entry.rest, entry)
                    if {known.form, form} == {"verb", "noun"} and not known.dual:
                        entries[first][entry.rest] = replace(known, dual=True)
    return {first: tuple(sorted(found.values(), key=lambda e: -len(e.rest))) for first, found in entries.items()}


def _forms(phrase: str, form: Form, exact: bool, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    if form == "verb" and not exact:
        return inflected(phrase, irregular)
    return (phrase, plural(phrase)) if form == "noun" else (phrase,)


def is_trigger_word(low: str) -> bool:
    """Whether this word, in lower case, is an event word by itself."""
    return any(not entry.rest and not entry.silent for entry in _table().get(low, ()))


def triggers(text: str, start: int, end: int) -> tuple[Trigger, ...]:
    """The event-bearing words in `text[start:end]`, in order, the longest at each place, none overlapping."""
    words = [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
    table = _table()
    found: list[Trigger] = []
    n = 0
    while n < len(words):
        for entry in table.get(words[n][0], ()):
            last = n + len(entry.rest)
            if last >= len(words) or (entry.form == "verb" and _after_hyphen(text, words[n][1])):
                continue
            if all(
                words[k][0] == entry.rest[k - n - 1] and words[k][1] - words[k - 1][2] <= LINK
                for k in range(n + 1, last + 1)
            ):
                if not entry.silent:
                    form = _form_here(words, n, last) if entry.dual else entry.form
                    span = Mention(words[n][1], words[last][2], text)
                    found.append(Trigger(span, entry.type, entry.strength, form, entry.role))
                n = last
                break
        n += 1
    return tuple(found)


def _form_here(words: list[tuple[str, int, int]], first: int, last: int) -> Form:
    """Verb or noun, for words that are both ("attack", "clashes", "shelling"), by the words beside them."""
    lists = load("function_words")
    before = words[first - 1][0] if first else ""
    after = words[last + 1][0] if last + 1 < len(words) else ""
    if words[last][0].endswith("ing"):
        noun = not after or after == "of" or after in lists["prepositions"] or after in lists["verbs"]
        return "noun" if noun or before in lists["determiners"] else "verb"
    if words[first][0].endswith("ed"):
        return "verb"
    return "verb" if before in lists["before_verb"] else "noun"


def _after_hyphen(text: str, start: int) -> bool:
    """"rebel-held", "opposition-controlled" describe and do not tell; "re-captured" and "bus-bombed" are rare."""
    return start > 1 and text[start - 1] == "-" and text[max(0, start - 3) : start - 1].lower() != "re"
