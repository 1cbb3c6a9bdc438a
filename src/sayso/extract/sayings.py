"""Read one sentence for sayings: a cue, the words that name its source, and the words it puts forward.

Works on word places of one sentence; `sayso.extract.attribution` turns sayings into attributions of the article.
"""

from dataclasses import dataclass, replace

from sayso.extract.contents import bounded_by_later, placed
from sayso.extract.cues import Cue, CueWord, Range, Saying, cue_words, cues_of, word_set
from sayso.extract.noun_lists import Words, is_head, nouns, skip_left
from sayso.extract.noun_phrases import phrase_before
from sayso.extract.phrases_after import phrase_after
from sayso.extract.subjects import inverted_source, outlet_at, past_opening, source_before
from sayso.extract.verbs import has_its_object, is_verb_here

COLON = CueWord("say", "phrase", ":", "asserts")
"""The mark of a headline, read as "said"."""
NEXT = 3
"""Words from "said" to "citing" within which both hold what stands before them ("..., the monitor said, citing")."""


def sayings_of(words: Words) -> tuple[Saying, ...]:
    """The sayings of one sentence in the order of their cues."""
    found: list[Saying] = []
    pending: Range | None = None
    low = 0
    aside: _Aside | None = None
    for cue in cues_of(words):
        if cue.word.kind == "speaking":
            last = outlet_at(words, cue.last + 1, len(words))
            if last is not None:
                pending, low = (cue.last + 1, last), last + 1
            continue
        aside = aside or _citing_aside(words, cue, low)
        if aside and cue.first < aside.resumes:
            continue
        saying = _read(words, cue, low, found)
        if aside and cue.first == aside.resumes:
            spoken = placed(words, Saying(cue, aside.source, (), inner=aside.inner), cue.first, cue.last + 1, "finite")
            saying, aside = spoken or saying, None
        if saying is None:
            continue
        if saying.inner and found and saying.inner == found[-1].inner:
            found.pop()
        held = found[saying.shares] if saying.inner and saying.shares is not None else None
        if held is not None and "before" in held.side and cue.first - held.cue.last <= NEXT:
            found[saying.shares or 0] = replace(held, inner=saying.inner)
            if saying.content == held.content:
                continue
        if pending and saying.outer is None and saying.source:
            saying, pending = replace(saying, outer=pending), None
        found.append(saying)
        low = max(
            low, cue.last + 1, *(r[1] + 1 for r in (saying.source, saying.inner, saying.outer) if r and r[0] > cue.last)
        )
    headline = _headline(words)
    if headline is not None and not any(s.source == headline.source for s in found):
        found.insert(0, headline)
        found[1:] = [replace(s, shares=None if s.shares is None else s.shares + 1) for s in found[1:]]
    if len(found) > 1 and found[0].cue.word.kind == "citing" and found[0].source is None and found[0].shares is None:
        found = [
            replace(found[1], inner=found[0].inner),
            *(replace(s, shares=None if s.shares is None else max(0, s.shares - 1)) for s in found[2:]),
        ]
    return tuple(bounded_by_later(words, found))


@dataclass(frozen=True, slots=True)
class _Aside:
    """ "The agency, quoting local officials, said ...": who speaks, on whose word, and the word of the cue itself."""

    source: Range
    inner: Range
    resumes: int


def _citing_aside(words: Words, cue: Cue, low: int) -> _Aside | None:
    if words[cue.first].low not in ("citing", "quoting") or cue.first < low + 2 or words[cue.first - 1].low != ",":
        return None
    source = phrase_before(words, cue.first - 2, low)
    inner = phrase_after(words, cue.last + 1, len(words))
    if source is None or inner is None or inner[1] + 2 >= len(words) or words[inner[1] + 1].low != ",":
        return None
    resumes = inner[1] + 2
    speaks = any(word.form in ("third", "past", "base") for _, word in cue_words().get(words[resumes].low, ()))
    return _Aside(source, inner, resumes) if speaks else None


def _headline(words: Words) -> Saying | None:
    """ "Monitor: five killed", "Five killed in raid - Monitor": the mark stands for "said"."""
    for n in range(1, min(10, len(words) - 2)):
        if words[n].low == ":":
            source = phrase_before(words, n - 1, 0)
            speaks = (
                source is not None
                and source[0] == 0
                and any(is_head(w) or outlet_at(words, k, n) is not None for k, w in enumerate(words[:n]))
            )
            return Saying(Cue(n, n, COLON), source, ((n + 1, len(words) - 1),)) if speaks else None
        if words[n].sign and words[n].low not in ("(", ")", "-", "'", "’"):
            break
    last = len(words) - 1
    while last > 0 and words[last].low in (".", "!", "?"):
        last -= 1
    for n in range(last, max(3, last - 5), -1):
        if words[n].low in ("-", "–", "—") and n < last:
            source = phrase_after(words, n + 1, last + 1)
            good = (
                source is not None
                and source[1] == last
                and all(w.cap for w in words[n + 1 : last + 1])
                and any(is_head(w) for w in words[n + 1 : last + 1])
            )
            return Saying(Cue(n, n, COLON), source, ((0, n - 1),), side="before") if good else None
    return None


def _read(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    """The saying of one cue; None where the word does not speak. `low` is the first word not yet taken."""
    kind = cue.word.kind
    if kind == "according":
        return _covering(words, cue, low, cue.last + 1)
    if kind == "citing":
        return _citing(words, cue, low, earlier)
    if kind == "quoted":
        return _quoted(words, cue, low, earlier)
    by = cue.last + 1 < len(words) and words[cue.last + 1].low == "by"
    if cue.passive and cue.word.kind == "intend":
        return None
    if cue.passive or (by and words[cue.first].low == "claimed"):
        return _covering(words, cue, low, cue.last + 2) if by else None
    inverted = inverted_source(words, cue, low)
    if inverted:
        return placed(words, Saying(cue, inverted, ()), low, inverted[1] + 1, "inverted")
    return _finite(words, cue, low, earlier)


def _covering(words: Words, cue: Cue, low: int, first: int) -> Saying | None:
    """ "according to X", "was reported by X": the source follows and its word covers the sentence."""
    source = phrase_after(words, first, len(words))
    if source is None:
        return None
    subject = _pointing_subject(words, cue) if cue.word.kind == "deny" else None
    if subject is not None:
        return Saying(cue, source, (subject,), side="subject")
    return placed(words, Saying(cue, source, ()), low, source[1] + 1, "according")


def _pointing_subject(words: Words, cue: Cue) -> Range | None:
    """ "The claim was denied by X": the subject, where it only points to what was claimed before."""
    last = skip_left(words, cue.first - 1, 0)
    if last < 1 or words[last].low not in word_set("deny", "pointers"):
        return None
    return (last - 1, last) if words[last - 1].low in nouns("determiners") else (last, last)


def _finite(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    """A verb after its subject, or one that shares the subject of an earlier verb."""
    participle = cue.word.form == "ing" and not _progressive(words, cue)
    source = _beside_with(words, cue, low) if participle else source_before(words, cue, low, earlier)
    if source is None and earlier and not participle:
        aside = _past_aside(words, cue, earlier[-1])
        if aside is not None:
            return aside
    if source is not None and words[source[0]].low in ("no", "nobody", "none", "neither", "nothing"):
        return None
    shares = _shared(words, cue, earlier) if source is None else None
    if source is None and shares is None and cue.first > 0:
        return _participle(words, cue, low) if participle else None
    if source is None and shares is None and not participle:
        return None
    beside = (cue.first - 1, cue.first - 1) if cue.first and cue.word.form in ("past", "ing") else None
    if not is_verb_here(words, cue, source or beside):
        return None
    draft, after = Saying(cue, source, (), shares=shares), cue.last + 1
    if cue.word.kind == "told":
        draft, after = _told(words, draft, after)
    elif cue.word.base in word_set("show", "picture_only"):
        draft, after = _pictured(words, draft, after)
    return placed(words, draft, low, after, "finite")


def _past_aside(words: Words, cue: Cue, citing: Saying) -> Saying | None:
    """ "The agency citing officials said ...": the agency speaks, though the officials stand before its verb."""
    bare = citing.cue.word.kind == "citing" and citing.source is None and citing.shares is None
    if not bare or citing.inner is None or skip_left(words, cue.first - 1, citing.inner[1]) != citing.inner[1]:
        return None
    source = phrase_before(words, citing.cue.first - 1, 0)
    if source is None:
        return None
    return placed(words, Saying(cue, source, (), inner=citing.inner), cue.first, cue.last + 1, "finite")


def _told(words: Words, draft: Saying, after: int) -> tuple[Saying, int]:
    """Pass the listener of "told"; an outlet that was told passes the word on."""
    outlet = outlet_at(words, after, len(words))
    if outlet is not None:
        return replace(draft, outer=(after, outlet)), outlet + 1
    listener = phrase_after(words, after, len(words))
    return draft, listener[1] + 1 if listener else after


def _pictured(words: Words, draft: Saying, after: int) -> tuple[Saying, int]:
    """ "Activists posted a video showing ...": the pictures are a voice of their own, within the poster's."""
    for n in range(after, min(after + 5, len(words) - 1)):
        if words[n].low in word_set("show", "pictures"):
            begin = n + 1
            while begin < len(words) and words[begin].low in ("purportedly", "showing", "of"):
                begin += 1
            return (replace(draft, inner=(n, n)), begin) if begin > n + 1 else (draft, after)
    return draft, after


def _beside_with(words: Words, cue: Cue, low: int) -> Range | None:
    """ "with activists saying ...": the phrase between "with" and the participle."""
    beside = phrase_before(words, cue.first - 1, low) if cue.first > 2 else None
    if beside is None:
        return None
    for n in range(beside[1] - 1, max(low, beside[0] - 1) - 1, -1):
        if words[n].low == "with":
            return n + 1, beside[1]
    return None


def _progressive(words: Words, cue: Cue) -> bool:
    return cue.first > 0 and any(
        words[n].low in word_set("other", "be") for n in range(max(0, cue.first - 2), cue.first)
    )


def _shared(words: Words, cue: Cue, earlier: list[Saying]) -> int | None:
    """The earlier saying of the sentence whose subject this verb takes: "X said ... and added", "X said ... adding"."""
    last = skip_left(words, cue.first - 1, 0)
    if (
        cue.word.kind == "intend"
        and cue.first
        and words[cue.first - 1].low.endswith("s")
        and not words[cue.first - 1].cap
    ):
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
    if cue.word.kind == "intend" and words[cue.first - 1].low == "resolution":
        paper = phrase_before(words, cue.first - 1, low)
        return None if paper is None else placed(words, Saying(cue, paper, ()), low, cue.last + 1, "participle")
    while low < cue.first and (
        words[low].sign or words[low].low in word_set("between", "adverbs") | word_set("clause", "joints")
    ):
        low += 1
    low = past_opening(words, low, cue.first)
    subject = phrase_after(words, low, cue.first)
    if (
        subject is None
        or subject[1] + 1 >= cue.first
        or not any(is_head(w) or w.cap for w in words[subject[0] : subject[1] + 1])
    ):
        return None
    written = any(w.low in nouns("things") | {"letters"} for w in words[max(low, cue.first - 6) : cue.first])
    if cue.word.kind == "intend" and words[cue.first - 1].low != "," and not written:
        return None
    pictured = cue.word.base in ("show", "depict", "state", "say") and any(
        w.low in nouns("things") for w in words[max(low, cue.first - 8) : cue.first]
    )
    if (not pictured and cue.word.base in word_set("show", "clause_only")) or words[cue.first].low in word_set(
        "other", "nounlike"
    ):
        return None
    if words[cue.first - 1].low in nouns("prepositions") | nouns("determiners") | {
        "after",
        "before",
        "without",
        "despite",
    }:
        return None
    if not has_its_object(words, cue, subject):
        return None
    return placed(words, Saying(cue, subject, ()), subject[1] + 1, cue.last + 1, "participle")


def _citing(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    inner = phrase_after(words, cue.last + 1, len(words))
    if inner is None:
        return None
    shares = None
    source: Range | None = None
    if words[cue.first].low in ("citing", "quoting"):
        shares = next((n for n in range(len(earlier) - 1, -1, -1) if earlier[n].source), None)
    else:
        source = source_before(words, cue, low)
        if source is None:
            return None
    after = inner[1] + 1
    if (
        words[cue.first].low in ("cited", "cites")
        and not (after < len(words) and words[after].low == "as")
        and not any(is_head(w) for w in words[inner[0] : inner[1] + 1])
    ):
        return None
    if after + 1 < len(words) and words[after].low == "as" and words[after + 1].low in ("saying", "telling"):
        after += 2
    found = placed(words, Saying(cue, source, (), inner=inner, shares=shares), low, after, "citing")
    if found is None or shares is None:
        return found
    return found if found.content else replace(found, content=earlier[shares].content)


def _quoted(words: Words, cue: Cue, low: int, earlier: list[Saying]) -> Saying | None:
    if words[cue.first].low == "as" and earlier and earlier[-1].cue.word.kind == "citing":
        return None
    last = skip_left(words, cue.first - 1, low)
    source = phrase_before(words, last, low)
    after = cue.last + 1
    outer = None
    if (after < len(words) and words[after].low == "by") or words[cue.last].low == "by":
        start = after + 1 if after < len(words) and words[after].low == "by" else after
        outer = phrase_after(words, start, len(words))
        after = outer[1] + 1 if outer else after
        if words[cue.last].low == "by" and after + 1 < len(words) and words[after].low == "as":
            after += 2
    if source is None:
        return None
    return placed(words, Saying(cue, source, (), outer=outer), low, after, "finite")
