"""Cut the words that name a speaker out of a sentence, from a preposition or cue rightwards ("according to ...")."""

from sayso.extract.cues import word_set
from sayso.extract.noun_lists import Words, can_speak, is_day, is_head, nouns
from sayso.extract.noun_phrases import REACH

LONGEST_UNKNOWN = 5
"""Words of an upper-case name that no list knows, taken where a mark ends it ("ACCORDING TO DUARTE,")."""


def phrase_after(words: Words, first: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase that begins at word `first`, before word `stop`; None where none stands."""
    if first >= stop:
        return None
    if words[first].low in nouns("pronouns"):
        return (first, first)
    if words[first].quote:
        return _quoted_name(words, first, stop)
    n, named = first, False
    while n < min(stop, first + REACH):
        step = _step(words, n, first, stop, named)
        if step == 0:
            break
        joined = words[n].low in ("and", "or")
        named = not joined and (named or is_head(words[n]) or words[n].cap)
        n += step
    while n > first and _loose_end(words, n - 1):
        n -= 1
    if n == first:
        return None
    shouted = not any(w.cap for w in words) and words[first].low not in nouns("prepositions")
    bounded = shouted and n < len(words) and words[n].sign and n - first <= LONGEST_UNKNOWN
    return (first, n - 1) if bounded or can_speak(words, first, n - 1) else None


def _quoted_name(words: Words, first: int, stop: int) -> tuple[int, int] | None:
    """A name in quotation marks, without the comma that may stand before the closing one."""
    closing = next((k for k in range(first + 1, min(first + 7, stop)) if words[k].quote), None)
    if closing is None:
        return None
    last = closing - (2 if words[closing - 1].low == "," else 1)
    return (first + 1, last) if last > first else None


def _loose_end(words: Words, n: int) -> bool:
    """Whether a phrase cannot end with this word."""
    return words[n].sign or words[n].low in nouns("prepositions") | nouns("determiners") | {"and", "or"}


def _step(words: Words, n: int, first: int, stop: int, named: bool) -> int:
    """How many words the phrase takes from word `n` on; 0 where it ends before it."""
    word = words[n]
    if word.sign:
        return _step_over_sign(words, n, stop)
    if word.low in ("and", "or"):
        return int(_joins(words, n, stop))
    if n > first and _begins_another(words, n):
        return 0
    if word.low in word_set("clause", "finite") | word_set("clause", "joints"):
        return 0
    if word.low in nouns("prepositions"):
        return int(named and n + 1 < stop and _place_or_body(words, n + 1))
    if not named or word.cap or is_head(word) or word.low in ("close", "familiar"):
        return 1
    before = words[n - 1]
    if "-" in before.low and word.low in nouns("modifiers"):
        return 1
    if n + 1 < stop and is_head(words[n + 1]) and not word.low.endswith(("ed", "ing", "s")):
        return 1  # "the Arva health ministry"
    open_before = before.low in nouns("prepositions") | nouns("determiners") | nouns("modifiers")
    return int(open_before and not word.low.endswith(("ed", "ing")))


def _step_over_sign(words: Words, n: int, stop: int) -> int:
    """Apostrophes belong to the phrase, and so does one word in quotation marks."""
    if words[n].low in ("'", "’"):
        return 1
    return 3 if words[n].quote and n + 2 < stop and words[n + 2].quote else 0


def _begins_another(words: Words, n: int) -> bool:
    """Whether a new phrase begins here: an article with no preposition before it, a number, a day."""
    word, before = words[n], words[n - 1]
    if word.low[0].isdigit() or (is_day(word) and not (word.cap and word.low in ("may", "march"))):
        return True
    article = word.low in nouns("determiners") and not (word.cap and word.low not in ("the", "a", "an"))
    return article and before.low not in nouns("prepositions") | {"and", "or"}


def _joins(words: Words, n: int, stop: int) -> bool:
    """Whether "and" at word `n` ties two speakers and not two clauses."""
    return n + 1 < stop and _place_or_body(words, n + 1) and not _clause_follows(words, n + 1, stop)


def _place_or_body(words: Words, n: int) -> bool:
    return words[n].cap or is_head(words[n]) or words[n].low in nouns("determiners") | nouns("modifiers")


def _clause_follows(words: Words, n: int, stop: int) -> bool:
    """Whether a verb stands within a few words, so that "and" ties clauses and not speakers."""
    finite = word_set("clause", "finite")
    ahead = words[n : min(stop, n + 6)]
    return any(w.low in finite or (w.low.endswith("ed") and not w.cap) for w in ahead)
