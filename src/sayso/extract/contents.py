"""Cut what is put forward: on which side of its cue a content stands, and where it ends."""

import functools
from dataclasses import replace

from sayso.extract.cues import CueWord, Range, Saying, cue_words, word_set
from sayso.extract.noun_lists import Words, nouns
from sayso.extract.subjects import is_clausal, skip_adjuncts


def placed(words: Words, draft: Saying, low: int, after: int, manner: str) -> Saying | None:
    """Decide on which side of its cue the content stands, and cut it."""
    stop = len(words)
    while stop and words[stop - 1].low in (".", "!", "?"):
        stop -= 1
    cue = draft.cue
    begin = min(cue.first, draft.source[0]) if draft.source else cue.first
    n = skip_adjuncts(words, after, stop)
    if manner == "inverted":
        n = _past_description(words, n, stop)
    rest = n < stop
    before_first = _clause_first(words, low, begin)
    before = begin - before_first >= 2
    if manner in ("according", "inverted", "citing"):
        sides = _sides_covering(words, n, stop, before)
    elif manner == "participle" or cue.word.kind in ("intend", "deny", "doubt", "show") or draft.shares is not None:
        sides = "after" if rest and words[n].low not in (".",) else "before" if before else "none"
        if sides == "after" and cue.word.kind in ("show", "intend", "deny", "doubt") and words[n].low == "," and before:
            sides = "before"
    else:
        sides = _sides(words, begin, before_first, n, stop)
    content: list[Range] = []
    if "before" in sides and before:
        content.append((before_first, begin - 1))
    if "after" in sides and rest:
        kind = "intend" if announces(words, n, cue.word) else cue.word.kind
        content.append((n, planned_end(words, n, stop - 1, kind) if manner == "finite" else stop - 1))
    return replace(draft, content=tuple(content), side=sides)


def _past_description(words: Words, n: int, stop: int) -> int:
    """Pass what only describes an inverted source: ", said Maha Saleh, a nurse from Arva, adding ..."."""
    k = n + 1 if n < stop and words[n].low == "," else n
    if k >= stop or words[k].low not in nouns("determiners") | nouns("roles") | {"who", "which", "whose", "from", "of"}:
        return n
    while k < stop and words[k].low != "," and not words[k].quote and words[k].low not in _participles():
        k += 1
    return k


def announces(words: Words, first: int, cue: CueWord) -> bool:
    """Whether a plan named by a noun follows: "announced a new offensive", and not "announced that ..."."""
    if cue.base not in word_set("intend", "announcing") or words[first].low not in nouns("determiners") - {"that"}:
        return False
    for word in words[first + 1 : first + 6]:
        if word.low in word_set("intend", "announced"):
            return True
        if word.sign or word.low in word_set("clause", "finite") | nouns("prepositions"):
            return False
    return False


def planned_end(words: Words, first: int, last: int, kind: str) -> int:
    """A plan, call, threat or denial ends where its reason or occasion begins ("after jets raided the town")."""
    if kind not in ("intend", "deny"):
        return _before_aside(words, first, last)
    ends = word_set("shape", "plan_ends") | (word_set("shape", "denial_ends") if kind == "deny" else frozenset())
    for n in range(first + 2, last):
        if words[n].low in ends or (words[n].low == "as" and words[n + 1].low in nouns("pronouns")):
            return n - 1
    return last


def _before_aside(words: Words, first: int, last: int) -> int:
    """A report ends before an aside of the writer's that explains a name: ", which is protected by ..."."""
    for n in range(first + 2, last - 1):
        aside = words[n].low == "," and words[n + 1].low == "which" and words[n + 2].low in ("is", "are", "lies")
        if aside and not any(words[k].low == "," and is_clausal(words, k + 1, k + 1) for k in range(n + 3, last)):
            return n - 1
    return last


def _clause_first(words: Words, low: int, begin: int) -> int:
    """The first word from `low` on that can begin a content."""
    n = low
    joints = ("but", "and", "however", "meanwhile")
    while n < begin and ((words[n].sign and not words[n].quote) or words[n].low in joints):
        n += 1
    return n


def _sides_covering(words: Words, n: int, stop: int, before: bool) -> str:
    """ "according to X" covers its sentence on both sides, except a clause tied on by "but" or "and"."""
    if not before:
        return "after"
    return "before" if n >= stop or words[n].low in word_set("shape", "turns") - {"as"} else "before after"


def _quote_before(words: Words, n: int) -> bool:
    """Whether a quotation closes just before word `n`."""
    for k in range(n - 1, max(-1, n - 4), -1):
        if words[k].quote:
            return True
        if not words[k].sign:
            return False
    return False


def _opens_clause(words: Words, n: int) -> bool:
    word = words[n]
    return word.low in ("that", ":", "how", "whether", "if") or word.quote


def _sides(words: Words, begin: int, first: int, n: int, stop: int) -> str:
    """On which side of source and cue the content stands, where the words `first`..`begin` - 1 may be content.

    `n` is the first word after cue and adjuncts, `stop` the end of the sentence. Marks and "that" decide first; where
    the text has none, a clause before and no clause after means "before".
    """
    before = begin - first >= 2
    if _quote_before(words, begin):
        return _sides_of_quote(words, n, stop)
    if n >= stop or (not words[n].cap and words[n].low in _participles()):
        return "before" if before else "after" if n < stop else "none"
    if _opens_clause(words, n) or not before:
        return "after"
    held = is_clausal(words, first, begin - 1)
    comma = words[begin - 1].low == ","
    if words[n].low == ",":
        return "before after" if comma or held else "after"
    if not held:
        return "after"
    if comma and words[first].low not in word_set("shape", "openings"):
        return "before after"
    if words[begin - 1].low in word_set("clause", "joints") - {"and"}:
        return "after"
    return _sides_of_clause(words, n, stop)


def _sides_of_quote(words: Words, n: int, stop: int) -> str:
    """A quotation closes before the source: does it, or another, go on after the cue?"""
    if n >= stop or words[n].low.endswith("ing") or words[n].low in word_set("shape", "leaves_quote"):
        return "before"
    return "before after"


def _sides_of_clause(words: Words, n: int, stop: int) -> str:
    """A clause stands before the source with no mark between."""
    timed = words[n].low == "a" and n + 1 < stop and words[n + 1].low in word_set("shape", "spans")
    if timed or words[n].low in word_set("shape", "times_later") | word_set("shape", "leaves"):
        return "before"
    return "after" if is_clausal(words, n, stop - 1) else "before after"


@functools.cache
def _participles() -> frozenset[str]:
    """Participles that carry a sentence on after its cue ("..., the group said, adding")."""
    speech = {key for key, rows in cue_words().items() if any(word.form == "ing" for _, word in rows)}
    return frozenset(speech) | word_set("shape", "consequences")


def bounded_by_later(words: Words, found: list[Saying]) -> list[Saying]:
    """End each content where a later saying of another subject takes over, and begin one that swallows an earlier."""
    done = list(found)
    for k in range(1, len(done)):
        done[k] = later = _widened(words, done[k], done[:k])
        begin = _begin(later)
        for n in range(k):
            done[n] = replace(done[n], content=_cut(words, done[n], later, begin))
    return done


def _widened(words: Words, later: Saying, earlier: list[Saying]) -> Saying:
    """ "The army said ..., Reuters reported": the later voice holds the whole of the earlier saying."""
    if later.source is None or not later.content or "before" not in later.side or later.cue.word.kind == "citing":
        return later
    begin = min(later.cue.first, later.source[0])
    rest = tuple(r for r in later.content if r[0] > begin)
    loose = words[begin - 1].low == ";" and not rest  # "...; the agency reported."
    if (_turns(words, begin) and not loose) or (begin and words[begin - 1].low in ("that", "which")):
        return later
    if not all("after" in saying.side for saying in earlier):
        return later
    return replace(later, content=((_clause_first(words, 0, begin), begin - 1), *rest))


def _begin(saying: Saying) -> int:
    """The first word of a saying's source and cue."""
    if saying.side == "subject":
        return saying.content[0][0]  # "but the claim was denied by X"
    return min(saying.cue.first, saying.source[0]) if saying.source else saying.cue.first


def _turns(words: Words, begin: int) -> bool:
    """Whether a joint before word `begin` hands the word to somebody else."""
    return begin > 0 and words[begin - 1].low in word_set("shape", "turns")


def _cut(words: Words, earlier: Saying, later: Saying, begin: int) -> tuple[Range, ...]:
    """The earlier content, ended before the later saying where that one does not stand inside it."""
    shared = later.shares is not None and later.source is None
    aside = later.side == "before" or later.cue.word.kind == "citing"
    if not (shared or aside or _turns(words, begin)) or begin <= earlier.cue.first:
        return earlier.content
    kept = []
    for first, last in earlier.content:
        end = min(last, begin - 1)
        while end >= first and (words[end].low in word_set("shape", "turns") or _mark(words, end)):
            end -= 1
        if end >= first:
            kept.append((first, end))
    return tuple(kept)


def _mark(words: Words, n: int) -> bool:
    return words[n].sign and not words[n].quote and words[n].low != ")"
