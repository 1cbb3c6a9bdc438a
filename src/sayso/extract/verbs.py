"""Tell a verb of speech from the noun or adjective of the same shape: a chain of small checks, each able to say no."""

from sayso.extract.cues import Cue, Range, cue_words, word_set
from sayso.extract.noun_lists import Words, nouns
from sayso.extract.subjects import is_clausal, skip_adjuncts


def is_verb_here(words: Words, cue: Cue, source: Range | None) -> bool:
    """Whether the cue speaks here. `source` is the phrase found for it, None where the subject is shared."""
    if cue.word.form == "phrase":
        return True
    checks = (_not_reduced, _not_other_sense, has_its_object, _with_its_clause, _not_a_noun)
    return all(check(words, cue, source) for check in checks)


def _low(words: Words, n: int) -> str:
    return words[n].low if 0 <= n < len(words) else ""


def _ahead(words: Words, cue: Cue, reach: int) -> list[str]:
    return [w.low for w in words[cue.last + 1 : cue.last + 1 + reach]]


def _not_reduced(words: Words, cue: Cue, source: Range | None) -> bool:  # noqa: ARG001 - one shape for all checks
    """No participle that only describes a noun: "an attack blamed on", "a man accused of", "dozens of alleged"."""
    low, following = words[cue.first].low, _low(words, cue.last + 1)
    if (low == "accused" and following == "of") or (low in ("blamed", "blaming") and following == "on"):
        return False
    if cue.word.form != "past" or cue.word.kind == "doubt":
        return True
    if following == "by" or (following == "to" and cue.word.base not in word_set("shape", "with_to")):
        return False
    return _low(words, cue.first - 1) not in nouns("prepositions") | nouns("determiners") - {"that", "both"}


def _not_other_sense(words: Words, cue: Cue, source: Range | None) -> bool:
    """No "responded with", "claimed ten lives", "rejected an offer"; no plural verb after "a ..."."""
    base, following = cue.word.base, _low(words, cue.last + 1)
    intends = cue.word.kind == "intend" and cue.word.form == "base"
    if intends and _low(words, cue.first - 1) in ("would", "could", "may", "might"):
        return False  # "its fall would threaten the town"
    if base == "ask" and _ahead(words, cue, 3) == ["not", "to", "be"]:
        return False  # "who asked not to be named"
    if base == "respond" and _low(words, cue.last + 1) in ("with", "by", "to"):
        return False
    if base == "claim" and following != "that" and word_set("shape", "claimed") & set(_ahead(words, cue, 8)):
        return False
    if cue.word.kind == "deny" and word_set("deny", "proposals") & set(_ahead(words, cue, 4)):
        return False
    single = source is not None and words[source[0]].low in ("a", "an")
    return not (cue.word.form == "base" and single and _low(words, cue.first - 1) != "to" and not cue.negated)


def has_its_object(words: Words, cue: Cue, source: Range | None) -> bool:
    """Verbs that speak only of tolls or pictures, before "that", or of a thing that is read."""
    base, ahead = cue.word.base, _ahead(words, cue, 6)
    if base in word_set("show", "that_only"):
        quoted = cue.last + 1 < len(words) and words[cue.last + 1].quote
        return quoted or ahead[:1] == ["that"]
    if base in word_set("show", "toll_only"):
        return bool(word_set("shape", "tolls") & set(ahead))
    if base in word_set("show", "picture_only"):
        seen = next((k for k, low in enumerate(ahead[:5]) if low in word_set("show", "pictures")), None)
        return seen is not None and bool(set(ahead[seen + 1 : seen + 2]) & word_set("shape", "after_pictures"))
    if base in word_set("show", "press_only"):
        return source is not None and cue.word.form == "past" and not cue.passive and _reports(words, source)
    if base in word_set("show", "thing_only"):
        return source is not None and any(w.low in nouns("things") for w in words[source[0] : source[1] + 1])
    return True


def _reports(words: Words, source: Range) -> bool:
    """Whether the source is one of the press ("a Reuters photographer")."""
    return any(w.low in word_set("show", "press") for w in words[source[0] : source[1] + 1])


def _with_its_clause(words: Words, cue: Cue, source: Range | None) -> bool:  # noqa: ARG001
    """Verbs that speak only before a clause or a quotation ("found that", not "found bodies")."""
    base = cue.word.base
    if base not in word_set("show", "clause_only"):
        return True
    n = skip_adjuncts(words, cue.last + 1, len(words))
    if n >= len(words):
        return base in word_set("shape", "bare_end")
    if base == "add":
        return words[n].low != "to"
    if base in word_set("shape", "takes_noun") or words[n].quote or words[n].low in ("that", ",", ":", "."):
        return True
    return is_clausal(words, n + 1, min(n + 12, len(words) - 1))


def _not_a_noun(words: Words, cue: Cue, source: Range | None) -> bool:
    """Words that are nouns as often as verbs need a speaker beside them that agrees in number, and no second verb."""
    if words[cue.first].low not in word_set("other", "nounlike"):
        return True
    following = _low(words, cue.last + 1)
    if following in ("of", "about", "regarding") or following in word_set("clause", "finite"):
        return False
    if following in cue_words() and following not in ("that", "according", "citing"):
        return False
    before = _low(words, cue.first - 1)
    described = (
        nouns("determiners") - {"that"} | nouns("modifiers") - {"military", "opposition"} | nouns("prepositions")
    )
    if source is None or before in described or source[1] < cue.first - 4:
        return False
    speaker = words[source[1]]
    many = speaker.low.endswith("s") or speaker.low in nouns("people") | {"they", "we", "i", "who", "media", "you"}
    if cue.word.form == "base":
        return many and (not speaker.cap or speaker.low in nouns("people") or following in ("that", "a", "an", "the"))
    return cue.word.form != "third" or not many or speaker.cap or speaker.low in word_set("shape", "singular")
