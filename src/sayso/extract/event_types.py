"""Decide the type of the event a quote tells of, from the event words in it and, where they are general, around it."""

import functools
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.triggers import Trigger, triggers
from sayso.lexicon import alternatives, load
from sayso.record import EventType, Mention

RANK: dict[EventType, float] = {
    "violation": 9, "investigation": 7.7, "talks": 7.6, "chemical attack": 7.6, "airstrike": 7.4, "evacuation": 7.3,
    "agreement": 7.2, "abduction": 7.2, "sanction": 7, "shelling": 7, "bombing": 6.8, "execution": 6.5,
    "displacement": 6.2, "rescue": 6.2, "arms transfer": 6.2, "shooting": 6, "aid": 6, "escape": 6, "arrest": 5.5,
    "siege": 5, "clash": 5, "territory": 5, "deployment": 3, "attack": 2.4, "protest": 2.2, "destruction": 2,
    "other": 2,
}  # fmt: skip
"""Which of two types named in one claim is the claim's: counted over pairs in claims_train. "attack" and
"destruction" yield to whatever says how, a breach outvotes the truce that is broken."""

VIOLENT = frozenset[EventType](
    {"airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack"}
)
STRIKES = VIOLENT - {"clash"}
GENERAL = frozenset[EventType]({"attack", "destruction"})
"""Types that say too little by themselves: the text around says which attack it was."""
WEAPON_RANK = -0.4
VERB_FIRST = 1.5
LATER = 0.05
ASIDE = 2.0
"""Rank lost by a word after "after", "amid" or in a purpose clause: it tells the circumstances."""
FAINT = 2.0
"""Rank lost by the words of the list "faint". All five are steps between ranks, tuned on claims_train."""
REACH = 6
"""Claims back that "the attack" may point to."""
NEARBY = 400
"""Code points before and after a quote that count as its sentence, so that a giant line stays cheap."""
ASIDE_WINDOW = 48


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
    """All event words of an article, and the violent type it is mostly about.

    `flown` says whether it tells of more air strikes than bombs, so that "the bombing" came from the air.
    """

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


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    """The words of one list of the context lexicon, as whole words."""
    return re.compile(rf"\b{alternatives(load('event_context')[name])}\b", re.IGNORECASE)


@functools.cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('event_context')['aside'])}\s(?:[\w.-]{{1,24}}\s){{0,4}}$", re.IGNORECASE)


@functools.cache
def _seizure() -> re.Pattern[str]:
    lists = load("event_context")
    return re.compile(
        rf"\b{alternatives(lists['seizes'])}\b.{{0,40}}\b{alternatives(lists['seized_things'])}\b", re.IGNORECASE
    )


_NUMBER = re.compile(r"\b\d{2,3}[,.]?000\b|\b\d{5,7}\b")


def scene(text: str) -> Scene:
    """Look over the whole text once."""
    found = triggers(text, 0, len(text))
    kinds = Counter[EventType]()
    telling = [t for t in found if t.type in VIOLENT and t.type != "attack" and t.strength == "strong"]
    for n, trigger in enumerate(t for t in telling if t.key not in _words("either")):
        kinds[trigger.type] += 3 if n < 3 else 1
    main = min(kinds.items(), key=lambda item: (-item[1], item[0]))[0] if kinds else None
    flown = kinds["airstrike"] > kinds["bombing"]
    return Scene(text, found, tuple(t.mention.start for t in found), main, flown)


def _type_of(seen: Scene, trigger: Trigger) -> EventType:
    """The word's own type, or for "bombs" and the like the one the article is about."""
    if seen.flown and trigger.key in _words("either"):
        return "airstrike"
    return trigger.type


def _is_open(trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the text around must say which attack it was; "attacks" in general are their own, but not with a toll."""
    words = trigger.key
    return words in _words("open") or (words == "attacks" and any(t.role == "harm" for t in found))


def strongest(seen: Scene, found: Sequence[Trigger], start: int) -> Trigger | None:
    """The event word that names the type, by rank; the first verb of a claim counts for more, earlier wins ties."""
    best, best_score = None, -9.0
    verb_seen = False
    for place, trigger in enumerate(t for t in found if t.strength == "strong"):
        first_verb = trigger.form == "verb" and not verb_seen
        verb_seen = verb_seen or first_verb
        if trigger.role == "harm":
            continue
        score = _rank(seen, trigger, place, first_verb, start)
        if score > best_score:
            best, best_score = trigger, score
    return best


def _rank(seen: Scene, trigger: Trigger, place: int, first_verb: bool, start: int) -> float:
    kind = _type_of(seen, trigger)
    score = RANK[kind] - LATER * place
    if trigger.role == "weapon":
        score += WEAPON_RANK
    if trigger.key in _words("faint"):
        score -= FAINT
    if first_verb and trigger.role == "act" and kind not in GENERAL:
        score += VERB_FIRST
    spot = trigger.mention.start
    if place and kind not in GENERAL and _aside().search(seen.text, max(start, spot - ASIDE_WINDOW), spot):
        score -= ASIDE
    return score


def whole_war(words: str, found: Sequence[Trigger]) -> bool:
    """Whether the claim sums up a war ("a war that has killed hundreds of thousands"): docs/terms.md, ruling 5."""
    harmed = any(t.role == "harm" or t.type == "displacement" for t in found)
    huge = _pattern("huge").search(words) or _NUMBER.search(words)
    return harmed and huge is not None and _pattern("war").search(words) is not None


def of_treatment(words: str) -> bool:
    """Whether the words tell where the hurt are treated, which may be far from where they were hurt."""
    return _pattern("care").search(words) is not None


def read_type(seen: Scene, quote: Mention, tile: tuple[int, int], before: Sequence[EventType]) -> Reading:
    """The type of this quote's event.

    `tile` is the span of its sentence, `before` holds the types of the claims before it, in order.
    """
    inside = seen.between(quote.start, quote.end)
    best = strongest(seen, inside, quote.start)
    harmed = next((t for t in inside if t.role == "harm"), None)
    if whole_war(quote.words, inside):
        return Reading("other", best or harmed, True)
    if best is not None and (_type_of(seen, best) not in GENERAL or not _is_open(best, inside)):
        seized = best.type == "territory" and _seizure().search(quote.words)
        return Reading("other" if seized else _type_of(seen, best), best, True)
    if harmed is not None and best is None and of_treatment(quote.words):
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


def _around(seen: Scene, quote: Mention, tile: tuple[int, int]) -> EventType | None:
    """The violent type named in the rest of the sentence."""
    start, end = max(tile[0], quote.start - NEARBY), min(tile[1], quote.end + NEARBY)
    best = strongest(seen, [t for t in seen.between(start, end) if t.type in VIOLENT], start)
    if best is None or _type_of(seen, best) in GENERAL:
        return None
    return _type_of(seen, best)
