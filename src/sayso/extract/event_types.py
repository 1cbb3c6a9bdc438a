"""Decide the type of the event a quote tells of, from the event words in it and, where they are general, around it."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.sentences import Sentence
from sayso.extract.triggers import Trigger, triggers
from sayso.lexicon import load
from sayso.record import EventType, Mention

RANK: dict[EventType, float] = {
    "violation": 9, "chemical attack": 7.6, "talks": 7.6, "execution": 6.5, "abduction": 7.2, "investigation": 7.7,
    "airstrike": 7.4, "agreement": 7.2, "sanction": 7, "shelling": 7, "bombing": 6.8, "evacuation": 7.3,
    "displacement": 6.2, "rescue": 6.2, "arms transfer": 6.2, "shooting": 6, "aid": 6, "escape": 6, "arrest": 5.5,
    "siege": 5, "clash": 5, "territory": 5, "protest": 2.2, "deployment": 3, "attack": 2.4, "destruction": 2, "other": 2,
}  # fmt: skip
"""Which of two types named in one claim is the claim's: counted over pairs in claims_train. "attack" and
"destruction" yield to whatever says how, a breach outvotes the truce that is broken."""

VIOLENT = frozenset[EventType](
    {"airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack"}
)
GENERAL = frozenset[EventType]({"attack", "destruction"})
STRIKES = VIOLENT - {"clash"}
REACH = 6
"""Claims back that "the attack" may point to."""
WEAPON_RANK = -0.4
VERB_FIRST = 1.5
LATER = 0.05
ASIDE = 2.0
FAINT = 2.0
"""Rank lost by a word after "after", "amid" or in a purpose clause: it tells the circumstances."""
_ASIDE = re.compile(r"\b(?:after|following|since|amid|despite|fleeing|during|before|to|until|where|when|against|backed by)\s+(?:[\w.-]+\s+){0,4}$", re.I)  # noqa: E501
_WAR = re.compile(
    r"\b(?:war|conflict|crisis|uprising|revolution|revolt|march 2011)\b", re.I
)
_SEIZED_THING = re.compile(
    r"\b(?:seiz|captur|confiscat|recover)\w{1,4}\b.{0,40}?\b(?:weapons?|arms|ammunition|documents?|drugs|explosives|equipment|vehicles?|rifles?|cache)\b", re.I
)
_CARE = re.compile(r"\b(?:hospitals?|clinics?|medical cent(?:er|re)s?|health\s?care cent(?:er|re)s?|paramedics|medics treat)\b", re.I)
_HUGE = re.compile(r"\b(?:\d{2,3}[,.\s]?000|\d{5,7}|millions?|hundreds of thousands|tens of thousands|thousands|half)\b", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """The type of a quote's event and the word that gave it (None where it came from outside the quote).

    `own` says whether the quote's own words gave the type.
    """

    type: EventType
    trigger: Trigger | None
    own: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """All event words of an article, and the violent type it is mostly about."""

    text: str
    found: tuple[Trigger, ...]
    starts: tuple[int, ...]
    main: EventType | None
    flown: bool

    def between(self, start: int, end: int) -> tuple[Trigger, ...]:
        """The event words wholly inside this stretch."""
        low, high = bisect_left(self.starts, start), bisect_right(self.starts, end)
        return tuple(t for t in self.found[low:high] if t.mention.end <= end)


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("events")[name]["words"])


def scene(text: str) -> Scene:
    """Look over the whole text once."""
    found = triggers(text, 0, len(text))
    kinds = Counter[EventType]()
    either = _words("either")
    telling = [t for t in found if t.type in VIOLENT and t.type != "attack" and t.strength == "strong"]
    for n, trigger in enumerate(t for t in telling if t.mention.words.lower() not in either):
        kinds[trigger.type] += 3 if n < 3 else 1
    main = min(kinds, key=lambda kind: (-kinds[kind], kind)) if kinds else None
    flown = kinds["airstrike"] > kinds["bombing"]
    return Scene(text, found, tuple(t.mention.start for t in found), main, flown)


def _type_of(seen: Scene, trigger: Trigger) -> EventType:
    """The word's own type, or for "bombs" and the like the one the article is about."""
    if trigger.mention.words.lower() in _words("either") and seen.flown:
        return "airstrike"
    return trigger.type


def _is_open(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the text around must say which attack it was; "attacks" in general are their own, those with a toll not."""
    words = trigger.mention.words.lower()
    return words in _words("open") or (words == "attacks" and any(t.role == "harm" for t in found))


def strongest(seen: Scene, found: Sequence[Trigger], start: int) -> Trigger | None:
    """The event word that names the type, by rank; the first verb of a claim counts for more, earlier wins ties."""
    best, best_score = None, -9.0
    verb_seen = False
    for place, trigger in enumerate(t for t in found if t.strength == "strong"):
        kind = _type_of(seen, trigger)
        score = RANK[kind] - LATER * place
        if trigger.role == "weapon":
            score += WEAPON_RANK
        if trigger.mention.words.lower() in _words("faint"):
            score -= FAINT
        if trigger.form == "verb" and not verb_seen:
            verb_seen = True
            score += VERB_FIRST if kind not in GENERAL and trigger.role == "act" else 0
        if trigger.role == "harm":
            continue
        if place and kind not in GENERAL and _ASIDE.search(seen.text, max(start, trigger.mention.start - 48), trigger.mention.start):
            score -= ASIDE
        if score > best_score:
            best, best_score = trigger, score
    return best


def whole_war(words: str, found: Sequence[Trigger]) -> bool:
    """Whether the claim sums up a war ("a war that has killed hundreds of thousands"): ruling 5, type other."""
    harmed = any(t.role == "harm" or t.type == "displacement" for t in found)
    return harmed and bool(_WAR.search(words)) and bool(_HUGE.search(words))


def read_type(seen: Scene, quote: Mention, tile: Sentence | None, before: Sequence[EventType]) -> Reading:
    """The type of this quote's event. `before` holds the types of the claims before it, in order."""
    inside = seen.between(quote.start, quote.end)
    best = strongest(seen, inside, quote.start)
    harmed = next((t for t in inside if t.role == "harm"), None)
    if whole_war(quote.words, inside):
        return Reading("other", best or harmed, True)
    if best is not None and (_type_of(seen, best) not in GENERAL or not _is_open(best, inside)):
        if best.type == "territory" and _SEIZED_THING.search(quote.words):
            return Reading("other", best, True)
        return Reading(_type_of(seen, best), best, True)
    if harmed is not None and best is None and _CARE.search(quote.words):
        return Reading("rescue", harmed, True)
    if best is not None or harmed is not None:
        kind = _around(seen, quote, tile) or _carried(seen, before, best)
        return Reading(kind or ("attack" if best is None else best.type), best or harmed, False)
    weak = next((t for t in inside if t.strength == "weak"), None)
    if weak is not None and weak.type not in VIOLENT and weak.type != "other":
        return Reading(weak.type, weak, False)
    return Reading(before[-1] if before else seen.main or "other", weak, False)


def _carried(seen: Scene, before: Sequence[EventType], best: Trigger | None) -> EventType | None:
    """The type of the attack told of last; "the strike" and "the attack" are no clash."""
    wanted = VIOLENT if best is None else STRIKES
    for kind in reversed(before[-REACH:]):
        if kind in wanted:
            return kind
    return seen.main if seen.main in wanted else None


def _around(seen: Scene, quote: Mention, tile: Sentence | None) -> EventType | None:
    """The violent type named in the rest of the sentence."""
    if tile is None:
        return None
    nearby = [t for t in seen.between(tile.start, tile.stop) if t.type in VIOLENT]
    best = strongest(seen, nearby, tile.start)
    if best is None or _type_of(seen, best) in GENERAL:
        return None
    return _type_of(seen, best)
