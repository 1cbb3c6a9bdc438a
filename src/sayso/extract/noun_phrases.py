"""Cut the words that name a speaker out of a sentence, from a verb leftwards.

Texts that have lost their commas are common, so the ends are found by capitals, determiners and head nouns, never by
commas alone. Every walk is bounded.
"""

from sayso.extract.cues import word_set
from sayso.extract.noun_lists import Words, can_speak, heads, is_day, is_head, is_namelike, nouns

REACH = 24
"""Words a speaker's name and description may take; longer ones are cut."""
GAP = 5
"""Words between a determiner and its noun that are not known to us ("the badly shaken old man")."""


def phrase_before(words: Words, last: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that ends at word `last` and does not begin before word `low`; None where none stands."""
    if last < low:
        return None
    if words[last].low == ")":
        opening = _opening(words, last, low)
        return None if opening is None else phrase_before(words, opening - 1, low)
    if words[last].low in (",", "-", "–", "—"):
        return _before_apposition(words, last, low)
    if words[last].low in nouns("pronouns"):
        return (last, last)
    if words[last].sign or (
        words[last].low in word_set("clause", "joints") | nouns("prepositions") and not words[last].cap
    ):
        return None
    first = _walk_left(words, last, max(low, last - REACH))
    whole = _whole_clause(words, last, low)
    if whole is not None and (first is None or whole < first):
        return (whole, last)
    if first is None or not can_speak(words, first, last):
        return None
    return (_with_name(words, first, low), last)


def _whole_clause(words: Words, last: int, low: int) -> int | None:
    """The first word where all that stands before the verb is one phrase with no verb in it."""
    first = low
    for n in range(last, max(low, last - 16) - 1, -1):
        if words[n].sign:
            first = n + 1
            break
    if last - first > 14 or first > last:
        return None
    while first < last and words[first].low in (
        "but",
        "and",
        "while",
        "however",
        "meanwhile",
        "although",
        "though",
        "as",
    ):
        first += 1
    opening = words[first]
    bounded = first == 0 or words[first - 1].sign
    stops = word_set("clause", "finite") | word_set("clause", "joints") - {"and"} | word_set("between", "days")
    if not (
        opening.low in nouns("determiners")
        or is_namelike(opening)
        or opening.low in nouns("modifiers")
        or is_head(opening)
        or (bounded and opening.low not in nouns("prepositions") | nouns("pronouns") | word_set("between", "adverbs"))
    ):
        return None
    for n in range(first, last + 1):
        low_ = words[n].low
        if low_ == "and" and n > first and words[n - 1].low in word_set("deny", "pointers"):
            return None  # "denied those accusations and the officers said": only the officers speak
        if (
            n > first
            and low_ in nouns("determiners") - nouns("modifiers")
            and words[n - 1].low not in nouns("prepositions") | {"and"}
        ):
            return None
        if (
            low_ in stops
            or low_[0].isdigit()
            or (
                low_.endswith(("ed", "ing")) and not words[n].cap and low_ not in nouns("modifiers") and "-" not in low_
            )
        ):
            return None
    return first if last > first or (bounded and not any(w.cap for w in words)) else None


def _with_name(words: Words, first: int, low: int) -> int:
    """Take in the name that an apposition without commas follows: "Maha Saleh the head of the council"."""
    if words[first].low not in ("the", "a", "an", "its"):
        return first
    n = first - 1
    if n > low and words[n].low in ("of", "from", "with"):
        n -= 1
    begin = n + 1
    while (
        begin - 1 >= low
        and is_namelike(words[begin - 1])
        and not words[begin - 1].sign
        and not is_head(words[begin - 1])
        and n - begin < 4
    ):
        begin -= 1
    length = n - begin + 1
    if not 2 <= length <= 4 or any(is_head(w) or w.low in nouns("org_words") for w in words[begin : n + 1]):
        return first
    return (
        begin
        if begin == low
        or words[begin - 1].sign
        or is_head(words[begin - 1])
        or (not words[begin - 1].cap and words[begin - 1].low not in nouns("prepositions"))
        else first
    )


def _opening(words: Words, closing: int, low: int) -> int | None:
    for n in range(closing - 1, max(low, closing - 8) - 1, -1):
        if words[n].low == "(":
            return n
    return None


def _before_apposition(words: Words, comma: int, low: int) -> tuple[int, int] | None:
    """ "Maha Saleh, the mayor of Arva, said": the phrase before the pair of commas."""
    for n in range(comma - 1, max(low, comma - 18) - 1, -1):
        if words[n].low == words[comma].low:
            found = phrase_before(words, n - 1, low)
            if found is None or n + 1 >= comma:
                return phrase_before(words, comma - 1, low)
            inside = words[n + 1 : comma]
            if (
                _plain_name(inside)
                and words[found[0]].low in ("the", "a", "an", "its", "his")
                and is_head(words[found[1]])
            ):
                return (n + 1, comma - 1)
            fits = (
                inside[0].low in nouns("determiners") | nouns("prepositions") | {"who", "which", "also"}
                or any(is_head(w) for w in inside[:5])
                or inside[0].cap
            )
            return found if fits else phrase_before(words, comma - 1, low)
    return phrase_before(words, comma - 1, low)


def _plain_name(inside: Words) -> bool:
    """Whether the words between commas are only a name."""
    known = (
        heads()
        | nouns("determiners")
        | nouns("prepositions")
        | word_set("clause", "joints")
        | word_set("clause", "finite")
        | nouns("modifiers")
    )
    return len(inside) <= 4 and not any(w.sign or w.low in known or w.low[0].isdigit() for w in inside)


def _walk_left(words: Words, last: int, low: int) -> int | None:
    """The first word of the phrase ending at `last`, or None."""
    first = last + 1
    while first > low:
        word = words[first - 1]
        if word.sign and word.low not in ("'", "’"):
            opening = _quoted_left(words, first, last, low)
            if opening is None:
                break
            first = opening
            continue
        if word.low in nouns("determiners") - nouns("modifiers") and word.low != "that":
            first -= 1
            left = _linked(words, first, low)
            if left is None:
                return first
        elif _other_people(words, first, last):
            break
        elif _belongs(words, first, last, low):
            first -= 1
            continue
        elif word.low in nouns("prepositions") or word.low == "and":
            left = _linked(words, first, low) if word.low != "and" else _joined(words, first, low, last)
            if left is None:
                break
        else:
            near = first == last + 1 or (not words[first].cap and first == last)
            left = _unknown(words, first, low) if near else None
            if left is None:
                break
            first = left
            continue
        first = left
        if words[first].low in nouns("determiners"):
            return first
    return first if first <= last else None


def _quoted_left(words: Words, first: int, last: int, low: int) -> int | None:
    """The opening mark of one or a few words in quotation marks that end before word `first`."""
    if not words[first - 1].quote or first > last:
        return None
    return next((k for k in range(first - 3, max(low, first - 7) - 1, -1) if words[k].quote), None)


def _other_people(words: Words, first: int, last: int) -> bool:
    """Whether the word before is a noun for people that ends what goes before ("... with residents | police said").

    A noun that lost its apostrophe after an article ("the councils head") belongs to the phrase.
    """
    word = words[first - 1]
    if first > last or word.cap or word.low not in nouns("people") or not word.low.endswith("s"):
        return False
    owner = words[first].low in nouns("roles") and first >= 2 and words[first - 2].low in nouns("determiners")
    return not owner and words[first].low not in nouns("prepositions") | {"and"}


def _belongs(words: Words, first: int, last: int, low: int) -> bool:
    """Whether the word before word `first` is one of a speaker's name or description."""
    word = words[first - 1]
    if is_namelike(word) or word.low in nouns("modifiers") or is_head(word) or ("-" in word.low and first <= last):
        return True
    named = first == last + 1 and first - 2 >= low and words[first - 2].cap
    return named and (word.low.isdigit() or word.low in nouns("places"))


def _linked(words: Words, first: int, low: int) -> int | None:
    """The place of a noun that speaks, where only a preposition stands between it and word `first`."""
    prep = first - 1
    if prep - 1 < low or words[prep].low not in nouns("prepositions"):
        return None
    owner = words[prep - 1]
    if owner.low in nouns("places") and not owner.cap:
        return _in_a_place(words, prep - 1, low)
    if (
        (is_head(owner) and not owner.sign)
        or (
            words[prep].low == "of"
            and owner.low in ("one", "some", "most", "many", "several", "number", "two", "three", "both", "dozens")
        )
        or (owner.cap and words[prep].low in ("of", "for") and owner.low in nouns("org_words") | heads())
    ):
        return prep - 1
    return None


def _in_a_place(words: Words, place: int, low: int) -> int | None:
    """The noun that speaks before "in the nearby town of Arva"; `place` is the place of "town"."""
    for n in range(place - 1, max(low, place - 1 - GAP), -1):
        if words[n].low in nouns("prepositions"):
            return n - 1 if is_head(words[n - 1]) and not words[n - 1].sign else None
        if words[n].sign or words[n].low in word_set("clause", "finite") | word_set("clause", "joints"):
            return None
    return None


def _joined(words: Words, first: int, low: int, last: int) -> int | None:
    """Two speakers tied by "and": the left one must be able to speak by itself."""
    left = first - 2
    if left < low or first > last:
        return None
    word = words[left]
    if word.sign or not (is_head(word) or word.cap):
        return None
    before = _walk_left(words, left, low)
    if before is None:
        return None
    starts = before == low or words[before].low in nouns("determiners") or words[before - 1].sign
    return before if starts or (is_head(word) and is_head(words[last])) else None


def _unknown(words: Words, first: int, low: int) -> int | None:
    """Pass words we do not know where a determiner stands close to their left ("the shaken old man")."""
    finite = word_set("clause", "finite") | word_set("clause", "joints") | nouns("prepositions") | nouns("pronouns")
    for n in range(first - 1, max(low, first - 1 - GAP) - 1, -1):
        word = words[n]
        if word.sign or word.low in finite or is_day(word):
            return None
        if word.low in nouns("determiners") and word.low != "that":
            return n + 1 if n + 1 < first else None
    return None
