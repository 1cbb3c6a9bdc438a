"""Find who speaks: the words before a cue, after an inverted one, or at the head of a long description."""

from collections.abc import Sequence

from sayso.extract.cues import Cue, Range, Saying, word_set
from sayso.extract.names import outlet_names
from sayso.extract.noun_lists import Words, heads, is_day, is_head, nouns, skip_left
from sayso.extract.noun_phrases import phrase_before
from sayso.extract.phrases_after import phrase_after


def outlet_at(words: Words, n: int, stop: int) -> int | None:
    """The last word of an outlet's name (or of "an agency", "our correspondent") that begins at word `n`."""
    k = n
    while k < stop and words[k].low in nouns("determiners"):
        k += 1
    for length in (4, 3, 2, 1):
        if k + length <= stop and words[k].cap | (length > 1) and _outlet(tuple(w.low for w in words[k : k + length])):
            last = k + length - 1
            while last + 1 < stop and (
                words[last + 1].low in nouns("reporters")
                or words[last + 1].low in ("news", "s", "'", "’", "state", "satellite")
            ):
                last += 1
            return last
    for last in range(k, min(k + 4, stop)):
        if words[last].sign or words[last].low in word_set("clause", "finite"):
            break
        if words[last].low in ("agency", "newspaper", "television", "tv", "channel", "daily", "radio"):
            return last
    return None


def _outlet(name: tuple[str, ...]) -> bool:
    """Whether this is an outlet's name, or one that lost the apostrophe of its possessive ("SANAs")."""
    return name in outlet_names() or (*name[:-1], name[-1].removesuffix("s")) in outlet_names()


def skip_adjuncts(words: Words, n: int, stop: int) -> int:
    """Pass what may follow a cue and is no content: days, "in a statement", "by telephone"."""
    while n < stop:
        word = words[n]
        if word.low in (
            "on",
            "in",
            "by",
            "at",
            "during",
            "from",
            "to",
            "late",
            "early",
            "last",
            "this",
            "via",
            "through",
        ):
            end = _adjunct_end(words, n, stop)
            if end is None:
                return n
            n = end
        elif is_day(word) or (
            word.low in word_set("between", "adverbs")
            and word.low not in ("all", "both", "only", "have", "has", "had", "did")
        ):
            n += 1
        else:
            return n
    return n


def _adjunct_end(words: Words, n: int, stop: int) -> int | None:
    for k in range(n + 1, min(n + 6, stop)):
        word = words[k]
        if word.low in word_set("between", "mediums") or is_day(word):
            k += 1
            while k < stop and (
                is_day(words[k])
                or words[k].low.isdigit()
                or words[k].low in word_set("between", "mediums")
                or (words[k].low == "of" and k + 1 < stop and words[k + 1].low == "anonymity")
            ):
                k += 1
            return k
        if word.sign or word.low in word_set("clause", "finite") or word.low == "that":
            return None
    return None


def past_opening(words: Words, n: int, stop: int) -> int:
    """Pass an opening such as "In June 2016" or "On Tuesday"."""
    if n < stop and words[n].low in ("in", "on", "at", "earlier", "last", "late", "during"):
        k = n + 1
        while (
            k < stop
            and k < n + 6
            and (is_day(words[k]) or words[k].low.isdigit() or words[k].low in ("the", "of"))
            and not (words[k].low == "the" and not is_day(words[min(k + 1, stop - 1)]))
        ):
            k += 1
        return k if k > n + 1 else n
    return n


def is_clausal(words: Words, first: int, last: int) -> bool:
    """Whether the words hold a verb of their own."""
    finite = word_set("clause", "finite")
    return any(
        (w.low in finite or (w.low.endswith("ed") and len(w.low) > 3 and not w.cap)) and not w.sign
        for w in words[max(first, 0) : last + 1]
    )


def source_before(words: Words, cue: Cue, low: int, earlier: Sequence[Saying] = ()) -> Range | None:
    """The phrase that speaks by this cue, from its verb leftwards and not before word `low`."""
    last = skip_left(words, cue.first - 1, low)
    if cue.negated and cue.word.form == "base":
        while last >= low and words[last].low in ("to", "able", "unable", "t"):
            last = skip_left(words, last - 1, low)
    if last > low and words[last].low in ("who", "which", "that"):
        return phrase_before(words, last - (2 if words[last - 1].low == "," else 1), low)
    far = described_source(words, last, low)
    if far is not None:
        return far
    if earlier and earlier[-1].source:
        far = described_source(words, last, 0)
        if (
            far is not None
            and far == earlier[-1].source
            and words[earlier[-1].cue.first - 1].low
            in ("which", "who", "earlier", "also", "that", "has", "had", "not", "did")
        ):
            return far
    found = phrase_before(words, last, low)
    charge = found and cue.word.kind == "deny" and found[1] > found[0] + 1
    if found and charge and words[found[0] + 1].low in word_set("deny", "charges"):
        found = (found[0] + 2, found[1])  # "an accusation Arva has denied"
    if found and words[found[1] + 1].low in ("has", "is", "was"):
        ties = [n for n in range(found[0] + 1, found[1]) if words[n].low == "and" and words[n + 1].cap]
        if ties and found[1] - ties[-1] == 1:
            found = (ties[-1] + 1, found[1])  # "... of the Front and Arva has demanded": one alone demands
    if found and words[found[0]].low in ("who", "that") and found[0] > low:
        return phrase_before(words, found[0] - (2 if words[found[0] - 1].low == "," else 1), low)
    return found


def described_source(words: Words, last: int, low: int) -> Range | None:
    """ "The Observatory which relies on sources in the country said": the phrase the description hangs on."""
    found = phrase_after(words, _sentence_part(words, last, low), last)
    if found is None:
        return None
    n = _past_brackets(words, found[1] + 1, last)
    if n < last and words[n].low == ",":
        n += 1
    if _named_apposition(words, found, n, last):
        return found
    reduced = n < last and not words[n].cap and (words[n].low.endswith("ing") or words[n].low in _REDUCED)
    if n >= last or (words[n].low not in ("which", "who", "whose", "a", "an", "that") and not reduced) or last - n < 3:
        return None
    if words[n].low == "based" and words[n + 1].cap:
        whole = phrase_after(words, n + 1, last + 1)  # "the Arva based Observatory for Rights which tracks ... said"
        if whole is not None:
            found, n = whole, whole[1] + 1
            if n > last:
                return found
    named = words[found[0] : found[1] + 1]
    if len(named) > 8 or not any(is_head(w) or (w.cap and w.low not in nouns("determiners")) for w in named):
        return None
    return found if _only_describes(words[n : last + 1]) else None


_REDUCED = frozenset(
    {"based", "called", "posted", "named", "dubbed", "affiliated", "linked", "published", "close", "held"}
)
_PASSIVE = frozenset(
    {"based", "called", "known", "named", "backed", "affiliated", "linked", "allied", "posted", "published"}
)


def _sentence_part(words: Words, last: int, low: int) -> int:
    """The first word of the part of the sentence that the verb after `last` closes, without the joint before it."""
    begin = low
    for n in range(last, max(low, last - 40) - 1, -1):
        if words[n].quote or words[n].low in (";", ":"):
            begin = n + 1
            break
    while begin < last and (words[begin].sign or words[begin].low in ("but", "and", "while", "however", "meanwhile")):
        begin += 1
    return begin


def _past_brackets(words: Words, n: int, last: int) -> int:
    """The word after what stands in brackets at word `n`, or `n`."""
    if n + 1 < last and words[n].low == "(":
        return next((k + 1 for k in range(n, min(n + 6, last)) if words[k].low == ")"), n)
    return n


def _named_apposition(words: Words, found: Range, n: int, last: int) -> bool:
    """ "The Arva Committees an activist network said": a name, and at once what it is, up to the verb."""
    if not (n < last and words[n].low in ("a", "an") and words[found[1]].cap and found[1] > found[0]):
        return False
    inner = words[n : last + 1]
    return (
        len(inner) <= 4
        and is_head(words[last])
        and not any(w.sign or w.low in word_set("clause", "finite") for w in inner)
    )


def _only_describes(inner: Words) -> bool:
    """Whether these words only describe a source: few verbs of their own, and no quotation."""
    verbs = sum(
        not w.cap and (w.low in word_set("clause", "finite") or w.low.endswith("ed")) and w.low not in _PASSIVE
        for w in inner
    )
    relative = any(w.low in ("who", "which") for w in inner) or inner[0].low in ("whose", "that")
    return verbs <= (2 if relative else 0) and not any(w.quote for w in inner)


def inverted_source(words: Words, cue: Cue, low: int) -> Range | None:
    """ "..., said Khalil": the phrase after the cue, where what stands before is content and what follows ends it."""
    if cue.word.form not in ("past", "third") or cue.word.kind != "say" or cue.first == 0:
        return None
    before = words[cue.first - 1]
    if words[cue.first].low in word_set("other", "nounlike") or before.low in nouns("prepositions") | nouns(
        "determiners"
    ):
        return None
    marked = before.quote or before.low == ","
    if not (marked or is_clausal(words, low, cue.first - 1)):
        return None
    found = phrase_after(words, cue.last + 1, len(words))
    if found is None or (words[found[0]].low.endswith("ing") and not words[found[0]].cap):
        return None
    found = _without_role(words, found)
    n = skip_adjuncts(words, _past_brackets(words, found[1] + 1, len(words)), len(words))
    if marked:
        named = any(w.cap or is_head(w) for w in words[found[0] : found[1] + 1])
        return found if named and (n > found[1] + 1 or _ends_inverted(words, n)) else None
    if not (words[found[1]].cap or is_head(words[found[1]])):
        return None
    if n >= len(words) or words[n].low in (".", '"') or words[n].low.endswith("ing"):
        return found
    describes = words[n].low in ("who", "which", "a", "an", "in", "the", "of", "from") or words[n].low in nouns("roles")
    return found if describes and not _strong_before(words, cue, low) else None


def _without_role(words: Words, found: Range) -> Range:
    """The name alone of "Maha Saleh spokeswoman for the council"."""
    end = found[0]
    while end < found[1] and words[end].cap and words[end].low not in nouns("org_words") | heads():
        end += 1
    role = words[end].low in nouns("roles") and not words[end].cap
    return (found[0], end - 1) if role and 2 <= end - found[0] <= 4 else found


_AFTER_INVERTED = frozenset(
    {"in", "on", "at", "who", "which", "as", "citing", "during", "after", "of", "from", "a", "an", "the"}
)


def _ends_inverted(words: Words, n: int) -> bool:
    """Whether what follows an inverted source can follow one: the end, a mark, or words that describe it."""
    if n >= len(words) or words[n].sign:
        return True
    return words[n].low in _AFTER_INVERTED | nouns("roles") or words[n].low.endswith("ing")


def _strong_before(words: Words, cue: Cue, low: int) -> bool:
    """Whether the phrase before the cue is a better source than the one after it."""
    found = source_before(words, cue, low)
    if found is None or (found[0] > 0 and words[found[0] - 1].low in nouns("prepositions")):
        return False
    return any(w.cap or is_head(w) or w.low in nouns("pronouns") for w in words[found[0] : found[1] + 1])
