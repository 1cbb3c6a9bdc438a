"""Read one sentence for sayings: a cue, the words that name its source, and the words it puts forward.

Works on word places of one sentence; `sayso.extract.attribution` turns sayings into attributions of the article.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.cues import Cue, cue_words, cues_of, word_set
from sayso.extract.noun_phrases import Words, heads, is_day, is_head, nouns, phrase_after, phrase_before, skip_left
from sayso.extract.references import folded_words, outlet_names

Range = tuple[int, int]
"""First and last word, both included."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One cue with its source, content and those who passed it on, as places of words in its sentence.

    `source` is None where the subject is shared with the saying `shares` (its place in the list), or where nobody is
    named. `outer` names an outlet it was said to; `inner` names whom the source cites.
    """

    cue: Cue
    source: Range | None
    content: tuple[Range, ...]
    outer: Range | None = None
    inner: Range | None = None
    shares: int | None = None
    side: str = "after"


def outlet_at(words: Words, n: int, stop: int) -> int | None:
    """The last word of an outlet's name (or of "an agency", "our correspondent") that begins at word `n`."""
    k = n
    while k < stop and words[k].low in nouns("determiners"):
        k += 1
    for length in (4, 3, 2, 1):
        if k + length <= stop and words[k].cap | (length > 1) and _outlet(tuple(w.low for w in words[k : k + length])):
            last = k + length - 1
            while last + 1 < stop and (words[last + 1].low in nouns("reporters") or words[last + 1].low in ("news", "s", "'", "’", "state", "satellite")):
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
        if word.low in ("on", "in", "by", "at", "during", "from", "to", "late", "early", "last", "this", "via", "through"):
            end = _adjunct_end(words, n, stop)
            if end is None:
                return n
            n = end
        elif is_day(word) or (word.low in word_set("between", "adverbs") and word.low not in ("all", "both", "only", "have", "has", "had", "did")):
            n += 1
        else:
            return n
    return n


def _adjunct_end(words: Words, n: int, stop: int) -> int | None:
    for k in range(n + 1, min(n + 6, stop)):
        word = words[k]
        if word.low in word_set("between", "mediums") or is_day(word):
            k += 1
            while k < stop and (is_day(words[k]) or words[k].low.isdigit() or words[k].low in word_set("between", "mediums") or (words[k].low == "of" and k + 1 < stop and words[k + 1].low == "anonymity")):
                k += 1
            return k
        if word.sign or word.low in word_set("clause", "finite") or word.low == "that":
            return None
    return None


def _clausal(words: Words, first: int, last: int) -> bool:
    """Whether the words hold a verb of their own."""
    finite = word_set("clause", "finite")
    return any(
        (w.low in finite or (w.low.endswith("ed") and len(w.low) > 3 and not w.cap)) and not w.sign for w in words[max(first, 0) : last + 1]
    )


def _quote_before(words: Words, n: int) -> bool:
    """Whether a quotation closes just before word `n`."""
    for k in range(n - 1, max(-1, n - 4), -1):
        if words[k].quote:
            return True
        if not words[k].sign:
            return False
    return False


def _usable(words: Words, cue: Cue, source: Range | None) -> bool:
    """Whether the word is a verb here, and not the noun of the same shape."""
    low = words[cue.first].low
    word = cue.word
    following_ = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    if low == "accused" and following_ == "of":
        return False
    if low in word_set("other", "nounlike") and (following_ in word_set("clause", "finite") or following_ == "of" or (following_ in cue_words() and following_ not in ("that", "according", "citing"))):
        return False
    if word.form == "past" and word.kind in ("say", "show", "told", "deny", "intend"):
        if following_ == "by" or low in ("blamed", "blaming") and following_ == "on" or following_ == "to" and word.base not in ("admit", "go", "claim", "ask", "order", "vow", "pledge", "promise", "threaten", "swear", "announce", "call", "propose"):
            return False
        if cue.first and words[cue.first - 1].low in nouns("prepositions") | nouns("determiners") - {"that", "both"}:
            return False
    if word.base in word_set("show", "that_only") and following_ != "that" and not (cue.last + 1 < len(words) and words[cue.last + 1].quote):
        return False
    if word.base in word_set("show", "toll_only") and not any(w.low in ("toll", "tolls", "number", "figure", "estimate", "wounded", "dead") for w in words[cue.last + 1 : cue.last + 7]):
        return False
    ahead = [w.low for w in words[cue.last + 1 : cue.last + 7]]
    if word.base in word_set("show", "picture_only"):
        seen = next((k for k, w in enumerate(ahead[:5]) if w in word_set("show", "pictures")), None)
        if seen is None or ahead[seen + 1 : seen + 2] not in (["of"], ["purportedly"], ["showing"], ["it"], ["that"]):
            return False
    if word.base in word_set("show", "thing_only") and (source is None or not any(w.low in nouns("things") for w in words[source[0] : source[1] + 1])):
        return False
    if word.base == "respond" and following_ in ("with", "by", "to"):
        return False
    if word.base == "claim" and any(w.low in ("life", "lives", "terrorists", "casualties", "victims") for w in words[cue.last + 1 : cue.last + 9]):
        return False
    if word.form == "base" and source is not None and words[source[0]].low in ("a", "an") and words[cue.first - 1].low != "to" and not cue.negated:
        return False
    if word.kind in ("according", "citing", "quoted", "speaking") or word.form == "phrase":
        return True
    if word.kind == "show" and word.base in word_set("show", "clause_only") or word.base in word_set("show", "clause_only"):
        n = skip_adjuncts(words, cue.last + 1, len(words))
        following = words[n] if n < len(words) else None
        if following is None:
            return word.base in ("write", "add", "observe", "maintain", "recall", "respond", "estimate", "suggest")
        if word.base == "add":
            return following.low != "to"
        if word.base in ("show", "fear", "depict", "record", "document", "register", "count", "detail"):
            pass
        elif following.low not in ("that", ",", ":", ".") and not following.quote and not _clausal(words, n + 1, min(n + 12, len(words) - 1)):
            return False
    if low in word_set("other", "nounlike"):
        before = words[cue.first - 1] if cue.first else None
        if source is None or before is None or before.low in nouns("determiners") - {"that"} or before.low in nouns("modifiers") - {"military", "opposition"} | nouns("prepositions"):
            return False
        if source[1] < cue.first - 4:
            return False
        plural = words[source[1]].low
        many = plural.endswith("s") or plural in nouns("people") | {"they", "we", "i", "police", "who", "media", "you"}
        if word.form == "base" and not many:
            return False
        if word.form == "third" and many and not (words[source[1]].cap or plural in ("who", "source", "witness", "opposition", "police", "media")):
            return False
    return True


def _source_before(words: Words, cue: Cue, low: int, earlier: Sequence[Saying] = ()) -> Range | None:
    last = skip_left(words, cue.first - 1, low)
    if cue.negated and cue.word.form == "base":
        while last >= low and words[last].low in ("to", "able", "unable", "t"):
            last = skip_left(words, last - 1, low)
    if last > low and words[last].low in ("who", "which", "that"):
        return phrase_before(words, last - (2 if words[last - 1].low == "," else 1), low)
    far = _described(words, last, low)
    if far is not None:
        return far
    if earlier and earlier[-1].source:
        far = _described(words, last, 0)
        if far is not None and far == earlier[-1].source and words[earlier[-1].cue.first - 1].low in ("which", "who", "earlier", "also", "that", "has", "had"):
            return far
    found = phrase_before(words, last, low)
    if found and words[found[0]].low in ("who", "that") and found[0] > low:
        return phrase_before(words, found[0] - (2 if words[found[0] - 1].low == "," else 1), low)
    return found


def _described(words: Words, last: int, low: int) -> Range | None:
    """ "The Observatory which relies on sources in the country said": the phrase the description hangs on."""
    begin = low
    for n in range(last, max(low, last - 40) - 1, -1):
        if words[n].quote or words[n].low in (";", ":"):
            begin = n + 1
            break
    while begin < last and (words[begin].sign or words[begin].low in ("but", "and", "while", "however", "meanwhile")):
        begin += 1
    found = phrase_after(words, begin, last)
    if found is None:
        return None
    n = found[1] + 1
    if n < last and words[n].low == "(":
        n = next((k + 1 for k in range(n, min(n + 6, last)) if words[k].low == ")"), n)
    if n < last and words[n].low == ",":
        n += 1
    reduced = n < last and not words[n].cap and (words[n].low.endswith("ing") or words[n].low in ("based", "called", "posted", "named", "dubbed", "affiliated", "linked", "published", "close"))
    if n >= last or words[n].low not in ("which", "who", "whose", "a", "an", "that") and not reduced or last - n < 3:
        return None
    named = words[found[0] : found[1] + 1]
    if len(named) > 8 or not any(is_head(w) or (w.cap and w.low not in nouns("determiners")) for w in named):
        return None
    inner = words[n : last + 1]
    passive = ("based", "called", "known", "named", "backed", "affiliated", "linked", "allied", "posted", "published")
    verbs = sum(not w.cap and (w.low in word_set("clause", "finite") or w.low.endswith("ed")) and w.low not in passive for w in inner)
    relative = words[n].low in ("which", "who", "whose", "that") or any(w.low in ("who", "which") for w in inner)
    return found if verbs <= (2 if relative else 0) and not any(w.quote for w in inner) else None


def _inverted(words: Words, cue: Cue, low: int) -> Range | None:
    """ "..., said Khalil": the phrase after the cue, where what stands before is content and what follows ends it."""
    if cue.word.form not in ("past", "third") or cue.word.kind != "say" or cue.first == 0 or words[cue.first].low in word_set("other", "nounlike"):
        return None
    before = words[cue.first - 1]
    if not (before.quote or before.low == "," or _clausal(words, low, cue.first - 1)):
        return None
    found = phrase_after(words, cue.last + 1, len(words))
    if found is None:
        return None
    named_end = found[0]
    while named_end < found[1] and words[named_end].cap and words[named_end].low not in nouns("org_words") | heads():
        named_end += 1
    if 2 <= named_end - found[0] <= 4 and words[named_end].low in nouns("roles") and not words[named_end].cap:
        found = (found[0], named_end - 1)
    n = found[1] + 1
    if n + 2 < len(words) and words[n].low == "(":
        n = next((k + 1 for k in range(n, min(n + 6, len(words))) if words[k].low == ")"), n)
    n = skip_adjuncts(words, n, len(words))
    ends = n > found[1] + 1 or n >= len(words) or words[n].sign or words[n].low in ("in", "on", "at", "who", "which", "as", "citing", "during", "after", "of", "from", "a", "an", "the") or words[n].low in nouns("roles") or words[n].low.endswith("ing")
    if before.quote or before.low == ",":
        good = any(w.cap for w in words[found[0] : found[1] + 1]) or any(is_head(w) for w in words[found[0] : found[1] + 1])
        return found if ends and good else None
    named = words[found[1]].cap or is_head(words[found[1]])
    if not named:
        return None
    closes = n >= len(words) or words[n].low in (".", '"') or words[n].low.endswith("ing")
    describes = n < len(words) and (words[n].low in ("who", "which", "a", "an", "in", "the", "of", "from") or words[n].low in nouns("roles"))
    before_source = _source_before(words, cue, low)
    loose = before_source is not None and before_source[0] > 0 and words[before_source[0] - 1].low in nouns("prepositions")
    strong = before_source is not None and not loose and any(w.cap or is_head(w) or w.low in nouns("pronouns") for w in words[before_source[0] : before_source[1] + 1])
    if closes:
        return found
    return found if describes and not strong else None


def sayings_of(words: Words) -> tuple[Saying, ...]:
    """The sayings of one sentence in the order of their cues."""
    found: list[Saying] = []
    pending: Range | None = None
    low = 0
    for cue in cues_of(words):
        if cue.word.kind == "speaking":
            last = outlet_at(words, cue.last + 1, len(words))
            if last is not None:
                pending, low = (cue.last + 1, last), last + 1
            continue
        saying = _read(words, cue, low, found)
        if saying is None:
            continue
        if pending and saying.outer is None and saying.source:
            saying, pending = replace(saying, outer=pending), None
        found.append(saying)
        low = max(low, cue.last + 1, *(r[1] + 1 for r in (saying.source, saying.inner, saying.outer) if r and r[0] > cue.last))
    if len(found) > 1 and found[0].cue.word.kind == "citing" and found[0].source is None and found[0].shares is None:
        found = [replace(found[1], inner=found[0].inner), *(replace(s, shares=None if s.shares is None else max(0, s.shares - 1)) for s in found[2:])]
    return tuple(_bounded(words, found))


def _read(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    kind = cue.word.kind
    stop = len(words)
    if kind == "according":
        source = phrase_after(words, cue.last + 1, stop)
        return None if source is None else _placed(words, Saying(cue, source, ()), low, source[1] + 1, "according")
    if kind == "citing":
        return _citing(words, cue, low, earlier)
    claimed = words[cue.first].low == "claimed" and cue.last + 1 < stop and words[cue.last + 1].low == "by"
    if (cue.passive or claimed) and kind != "quoted":
        if cue.last + 1 < stop and words[cue.last + 1].low == "by":
            source = phrase_after(words, cue.last + 2, stop)
            return None if source is None else _placed(words, Saying(cue, source, ()), low, source[1] + 1, "according")
        return None
    if kind == "quoted":
        return _quoted(words, cue, low, earlier)
    inverted = _inverted(words, cue, low)
    if inverted:
        return _placed(words, Saying(cue, inverted, ()), low, inverted[1] + 1, "inverted")
    source = None if cue.word.form == "ing" and not _progressive(words, cue) else _source_before(words, cue, low, earlier)
    if cue.word.form == "ing" and source is None and cue.first > 2:
        beside = phrase_before(words, cue.first - 1, low)
        source = beside if beside and beside[0] > 0 and words[beside[0] - 1].low == "with" else None
    if source is not None and words[source[0]].low in ("no", "nobody", "none", "neither", "nothing"):
        return None
    shares = None
    if source is None:
        shares = _shared(words, cue, low, earlier)
        if shares is None and cue.first > 0:
            return _participle(words, cue, low) if cue.word.form == "ing" else None
        if shares is None and not (cue.word.form == "ing" and cue.first == 0):
            return None
    if not _usable(words, cue, source if source else (cue.first - 1, cue.first - 1) if cue.word.form in ("past", "ing") and cue.first else None):
        return None
    draft = Saying(cue, source, (), shares=shares)
    after = cue.last + 1
    if kind == "told":
        outlet = outlet_at(words, after, stop)
        if outlet is not None:
            draft, after = replace(draft, outer=(after, outlet)), outlet + 1
        else:
            listener = phrase_after(words, after, stop)
            after = listener[1] + 1 if listener else after
    return _placed(words, draft, low, after, "finite")


def _progressive(words: Words, cue: Cue) -> bool:
    return cue.first > 0 and any(words[n].low in word_set("other", "be") for n in range(max(0, cue.first - 2), cue.first))


def _shared(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> int | None:
    """The earlier saying of the sentence whose subject this verb takes: "X said ... and added", "X said ... adding"."""
    last = skip_left(words, cue.first - 1, 0)
    if cue.word.kind == "intend" and cue.first and words[cue.first - 1].low.endswith("s") and not words[cue.first - 1].cap:
        return None
    tied = last >= 0 and (words[last].low in ("and", "but", "or", ","))
    if not (cue.word.form == "ing" or tied) or words[last].low == "to":
        return None
    for n in range(len(earlier) - 1, -1, -1):
        if earlier[n].source is not None and earlier[n].cue.word.kind != "citing":
            return n
        if earlier[n].shares is not None:
            return earlier[n].shares
    return None


def _participle(words: Words, cue: Cue, low: int) -> Saying | None:
    """ "The ministry summoned the envoy, accusing ...": the subject is the phrase the sentence begins with."""
    while low < cue.first and (words[low].sign or words[low].low in word_set("between", "adverbs") | word_set("clause", "joints")):
        low += 1
    low = _past_opening(words, low, cue.first)
    subject = phrase_after(words, low, cue.first)
    if subject is None or subject[1] + 1 >= cue.first or not any(is_head(w) or w.cap for w in words[subject[0] : subject[1] + 1]):
        return None
    if cue.word.kind == "intend" and words[cue.first - 1].low != ",":
        return None
    pictured = cue.word.base in ("show", "depict", "state", "say") and any(w.low in nouns("things") for w in words[max(low, cue.first - 8) : cue.first])
    if not pictured and cue.word.base in word_set("show", "clause_only") or words[cue.first].low in word_set("other", "nounlike"):
        return None
    if words[cue.first - 1].low in nouns("prepositions") | nouns("determiners") | {"after", "before", "without", "despite"}:
        return None
    return _placed(words, Saying(cue, subject, ()), subject[1] + 1, cue.last + 1, "participle")


def _past_opening(words: Words, n: int, stop: int) -> int:
    """Pass an opening such as "In June 2016" or "On Tuesday"."""
    if n < stop and words[n].low in ("in", "on", "at", "earlier", "last", "late", "during"):
        k = n + 1
        while k < stop and k < n + 6 and (is_day(words[k]) or words[k].low.isdigit() or words[k].low in ("the", "of")) and not (words[k].low == "the" and not is_day(words[min(k + 1, stop - 1)])):
            k += 1
        return k if k > n + 1 else n
    return n


def _citing(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    inner = phrase_after(words, cue.last + 1, len(words))
    if inner is None:
        return None
    shares = None
    source: Range | None = None
    if words[cue.first].low in ("citing", "quoting"):
        shares = next((n for n in range(len(earlier) - 1, -1, -1) if earlier[n].source), None)
    else:
        source = _source_before(words, cue, low)
        if source is None:
            return None
    after = inner[1] + 1
    if words[cue.first].low in ("cited", "cites") and not (after < len(words) and words[after].low == "as") and not any(is_head(w) for w in words[inner[0] : inner[1] + 1]):
        return None
    if after + 1 < len(words) and words[after].low == "as" and words[after + 1].low in ("saying", "telling"):
        after += 2
    return _placed(words, Saying(cue, source, (), inner=inner, shares=shares), low, after, "citing")


def _quoted(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    if words[cue.first].low == "as" and earlier and earlier[-1].cue.word.kind == "citing":
        return None
    last = skip_left(words, cue.first - 1, low)
    source = phrase_before(words, last, low)
    after = cue.last + 1
    outer = None
    if after < len(words) and words[after].low == "by" or words[cue.last].low == "by":
        start = after + 1 if after < len(words) and words[after].low == "by" else after
        outer = phrase_after(words, start, len(words))
        after = outer[1] + 1 if outer else after
        if words[cue.last].low == "by" and after + 1 < len(words) and words[after].low == "as":
            after += 2
    if source is None:
        return None
    return _placed(words, Saying(cue, source, (), outer=outer), low, after, "finite")


def _opens_clause(words: Words, n: int) -> bool:
    word = words[n]
    return word.low in ("that", ":", "how", "whether", "if") or word.quote


def _placed(words: Words, draft: Saying, low: int, after: int, manner: str) -> Saying | None:
    """Decide on which side of its cue the content stands, and cut it."""
    stop = len(words)
    while stop and words[stop - 1].low in (".", "!", "?"):
        stop -= 1
    cue = draft.cue
    begin = min(cue.first, draft.source[0]) if draft.source else cue.first
    n = skip_adjuncts(words, after, stop)
    rest = n < stop
    before_first = _before_first(words, low, begin)
    before = begin - before_first >= 2
    if manner in ("according", "inverted", "citing"):
        sides = _sides_covering(words, n, stop, before)
    elif manner == "participle" or cue.word.kind in ("intend", "deny", "doubt", "show") or draft.shares is not None:
        sides = "after" if rest and words[n].low not in (".",) else "before" if before else "none"
        if sides == "after" and cue.word.kind in ("show", "intend", "deny", "doubt") and words[n].low == "," and before:
            sides = "before"
    else:
        sides = _sides(words, draft, begin, before_first, n, stop, before)
    content: list[Range] = []
    if "before" in sides and before:
        content.append((before_first, begin - 1))
    if "after" in sides and rest:
        content.append((n, _planned_end(words, n, stop - 1, cue.word.kind) if cue.word.kind in ("intend", "deny") else stop - 1))
    return replace(draft, content=tuple(content), side=sides)


def _planned_end(words: Words, first: int, last: int, kind: str) -> int:
    """A plan, call, threat or denial ends where its reason or occasion begins ("after jets raided the town")."""
    for n in range(first + 2, last):
        if kind == "deny" and words[n].low in ("during", "which", "also", "since", "dismissing", "calling", "with", "but"):
            return n - 1
        if words[n].low in ("after", "because", "following", "when", "amid", "saying", "adding", "who", "as") and not (words[n].low == "as" and words[n + 1].low in ("well", "soon", "a")):
            return n - 1
    return last


def _before_first(words: Words, low: int, begin: int) -> int:
    n = 0 if low == 0 else low
    while n < begin and (words[n].sign and not words[n].quote or words[n].low in ("but", "and", "however", "meanwhile")):
        n += 1
    return n


def _sides_covering(words: Words, n: int, stop: int, before: bool) -> str:
    """ "according to X" covers its sentence on both sides, except a clause tied on by "but" or "and"."""
    if not before:
        return "after"
    if n >= stop or words[n].low in ("but", "and", ";", "while", "although", "though"):
        return "before"
    return "before after" if n < stop else "before"


def _sides(words: Words, draft: Saying, begin: int, before_first: int, n: int, stop: int, before: bool) -> str:
    if _quote_before(words, begin):
        return "before after" if n < stop and (words[n].low in (",", ".") or words[n].quote) else "before" if n >= stop or words[n].low.endswith("ing") or words[n].low in ("as", "in", "after", "when", "while", "but", "and") else "before after"
    if n >= stop or (words[n].low.endswith("ing") and not words[n].cap and words[n].low in _participles()):
        return "before" if before else "after" if n < stop else "none"
    if _opens_clause(words, n):
        return "after"
    if words[n].low == ",":
        comma_before = begin > 0 and words[begin - 1].low == ","
        if before and (comma_before or _clausal(words, before_first, begin - 1)):
            return "before after"
        return "after"
    if not before:
        return "after"
    held = _clausal(words, before_first, begin - 1)
    joint = words[begin - 1].low in word_set("clause", "joints") - {"and"}
    subordinate = words[before_first].low in ("when", "after", "as", "in", "on", "despite", "while", "although", "since", "asked", "speaking", "during", "following", "at", "amid", "with")
    if words[begin - 1].low == "," and held and not subordinate:
        return "before after" if not _clausal(words, n, stop - 1) else "before after"
    if not held or joint:
        return "after"
    if words[n].low in ("due", "amid", "hours", "days", "minutes", "weeks") or words[n].low == "a" and n + 1 < stop and words[n + 1].low in ("day", "week", "month", "year"):
        return "before"
    if words[n].low in ("and", "but", "while", "who", "which", "when", "as", "after", "citing", "because", "where", "since", "with", "to", "in", "for", "at", "-", "–", "—", ";"):
        return "before"
    if not _clausal(words, n, stop - 1):
        return "before after"
    return "after"


def _participles() -> frozenset[str]:
    return frozenset(key for key, rows in cue_words().items() if any(word.form == "ing" for _, word in rows)) | {"citing", "quoting", "killing", "wounding", "leaving", "injuring", "bringing", "raising", "describing", "according", "speaking", "including"}


def _bounded(words: Words, found: list[Saying]) -> list[Saying]:
    """End each content where a later saying of another subject takes over, and begin one that swallows an earlier."""
    done = list(found)
    for k, later in enumerate(done):
        if "before" in later.side and later.source is not None and k > 0 and later.side != "after" and later.content:
            begin = min(later.cue.first, later.source[0])
            if all("after" in s.side for s in done[:k]) and later.cue.word.kind not in ("citing",) and not _tied(words, begin):
                first = _before_first(words, 0, begin)
                rest = tuple(r for r in later.content if r[0] > begin)
                done[k] = later = replace(later, content=((first, begin - 1), *rest))
        begin = _begin(later)
        if begin is None:
            continue
        for n in range(k):
            done[n] = replace(done[n], content=_cut(words, done[n], later, begin))
    return done


def _begin(saying: Saying) -> int | None:
    return min(saying.cue.first, saying.source[0]) if saying.source and saying.source[0] < saying.cue.first else saying.cue.first


def _tied(words: Words, begin: int) -> bool:
    return begin > 0 and words[begin - 1].low in ("but", "while", "and", "although", "though", "whereas", ";", "as", "that", "which")


def _cut(words: Words, earlier: Saying, later: Saying, begin: int) -> tuple[Range, ...]:
    cuts = (later.shares is not None and later.source is None) or later.cue.word.kind == "citing" or _tied_off(words, begin) or ("before" in later.side and "after" not in later.side)
    if not cuts or begin <= earlier.cue.first:
        return earlier.content
    kept = []
    for first, last in earlier.content:
        if first >= begin:
            continue
        end = min(last, begin - 1)
        while end >= first and (words[end].low in ("and", "but", "while", "as", "although", "though", "whereas") or words[end].sign and not words[end].quote and words[end].low != ")"):
            end -= 1
        if end >= first:
            kept.append((first, end))
    return tuple(kept)


def _tied_off(words: Words, begin: int) -> bool:
    return begin > 0 and words[begin - 1].low in ("but", "while", "and", "although", "though", "whereas", ";", "as")


__all__ = ["Saying", "heads", "folded_words", "outlet_at", "sayings_of", "skip_adjuncts"]
