"""How a source stands to what it says: asserts, denies, doubts or intends; and what the publisher leaves open."""

import functools
from collections.abc import Iterator

from sayso.extract.contents import announces
from sayso.extract.cues import Range, Saying, word_set
from sayso.extract.names import folded_words
from sayso.extract.noun_lists import Words, nouns
from sayso.lexicon import load
from sayso.record import Stance, Voice

Mark = tuple[Range, Range, Stance]
"""The words that mark a stance, the words they bear on, and the stance."""
_SELF = frozenset({"it", "they", "we", "he", "she", "i", "its", "their", "our", "his", "us"})
_STRONG = frozenset(
    {"responsible", "carry", "carried", "involved", "behind", "involvement", "role", "connection", "links"}
)
_NO_ACTS = frozenset(
    {
        "involved",
        "strikes",
        "airstrikes",
        "raids",
        "planes",
        "aircraft",
        "jets",
        "warplanes",
        "operations",
        "sorties",
        "part",
        "role",
        "connection",
        "link",
        "involvement",
        "attacks",
    }
)
_ENDS = frozenset(
    {
        "but",
        "while",
        "although",
        "though",
        "whereas",
        "after",
        "before",
        "when",
        "because",
        "since",
        "following",
        "amid",
        "despite",
        "as",
    }
)


def own_stance(saying: Saying, announced: Words | None = None) -> Stance:
    """The stance of the cue with what negates it; with the words of its sentence, plans that it announces as well."""
    word = saying.cue.word
    if saying.cue.negated:
        if word.base in word_set("negation", "denying"):
            return "denies"
        if word.kind in ("say", "told") or word.base in word_set("negation", "doubting_verbs"):
            return "doubts"
        return "asserts" if word.kind == "deny" else "doubts" if word.kind == "show" else word.stance
    if word.kind == "say" and announced and saying.side == "after" and saying.content:
        return "intends" if announces(announced, saying.content[0][0], word) else word.stance
    return word.stance


@functools.cache
def _phrases(*path: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of the cue lexicon by their first word, longest first."""
    table = load("cues")
    for key in path:
        table = table[key]
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in table:
        parts = tuple(phrase.replace("’s", "").replace("'s", "").split())
        found.setdefault(parts[0], []).append(parts)
    return {key: tuple(sorted(rows, key=lambda row: (-len(row), row))) for key, rows in found.items()}


def phrase_at(words: Words, n: int, *path: str) -> int | None:
    """The last word of a phrase of this list that begins at word `n`."""
    for parts in _phrases(*path).get(words[n].low, ()):
        if tuple(w.low for w in words[n : n + len(parts)]) == parts:
            return n + len(parts) - 1
    return None


def clause_around(words: Words, n: int, floor: int = 0) -> Range:
    """The clause word `n` stands in, by joints and signs, not before word `floor`."""
    first = n
    while first > floor and not (
        (words[first - 1].sign and words[first - 1].low not in ("'", "’", "(", ")", "-"))
        or words[first - 1].low in _ENDS | {"that", "whether", "which", "who"}
    ):
        first -= 1
    for k in range(n - 1, first, -1):
        if words[k].low == "and" and words[k + 1].low in nouns("pronouns"):
            first = k + 1
            break
    while first < n and words[first].low in ("and", "that"):
        first += 1
    last = n
    while last + 1 < len(words) and not (
        (words[last + 1].sign and words[last + 1].low not in ("'", "’", "(", ")", "-")) or words[last + 1].low in _ENDS
    ):
        last += 1
    for k in range(n + 1, last):
        if words[k].low == "and" and words[k + 1].low in nouns("pronouns"):
            last = k - 1
            break
    return first, last


def _to_end(words: Words, n: int) -> Range | None:
    last = n
    while last + 1 < len(words) and words[last + 1].low not in (".", ";", "!", "?", "but"):
        last += 1
    return (n, last) if n < len(words) and last > n else None


def open_marks(words: Words) -> Iterator[Mark]:
    """What the words leave open: "it was unclear whether", "could not be verified", "no group claimed"."""
    for n, word in enumerate(words):
        last = phrase_at(words, n, "doubt", "open_after")
        if last is not None:
            start = last + 1
            if start < len(words) and words[start].low in ("whether", "if"):
                start += 1
            found = _to_end(words, start)
            if found:
                yield (n, last), found, "doubts"
            continue
        last = phrase_at(words, n, "doubt", "open_before") or _unproven(words, n)
        if last is not None:
            yield (n, last), clause_around(words, n), "doubts"
            continue
        if word.low in ("no", "nobody", "not"):
            last = phrase_at(words, n, "doubt", "unclaimed_subjects")
            if last is not None and any(
                phrase_at(words, k, "doubt", "unclaimed") for k in range(last, min(last + 8, len(words)))
            ):
                yield (n, last), clause_around(words, n), "doubts"


def _unproven(words: Words, n: int) -> int | None:
    """The last word of "could not [immediately] be [independently] verified" at word `n`."""
    if words[n].low not in word_set("doubt", "powerless"):
        return None
    turned = words[n].low not in ("can", "could")
    for k in range(n + 1, min(n + 6, len(words))):
        low = words[k].low
        if low in word_set("doubt", "proven"):
            return k if turned else None
        if low not in ("not", "be", "been", "t") and not low.endswith("ly"):
            return None
        turned = turned or low == "not"
    return None


def plan_marks(words: Words, floors: list[int]) -> Iterator[Mark]:
    """What is meant to come: "will", "must", "is planning to". `floors` are words that begin a content."""
    for n, word in enumerate(words):
        last = phrase_at(words, n, "intend", "plans")
        if last is not None and last + 1 < len(words) and words[last + 1].low in word_set("intend", "no_plans"):
            continue
        if last is None and word.low in word_set("intend", "modals") and not word.cap:
            following = words[n + 1].low if n + 1 < len(words) else ""
            after = words[n + 2].low if n + 2 < len(words) else ""
            if n and words[n - 1].low in nouns("determiners") | nouns("prepositions"):
                continue
            if following in word_set("intend", "no_plans"):
                continue
            if word.low == "would" and any(w.low == "if" for w in words[max(0, n - 30) : n]):
                continue  # what would follow from something is no plan
            if word.low == "would" and (following in ("have", "be", "appear", "seem", "mean") or after == "have"):
                continue
            last = n
        if last is not None:
            floor = max((f for f in floors if f <= n), default=0)
            yield (n, last), clause_around(words, n, floor), "intends"


def denial_marks(words: Words, contents: tuple[Range, ...], own: tuple[Voice, ...]) -> Iterator[Mark]:
    """Acts that the source says it, or its side, did not do ("it did not carry out the strike")."""
    names = {w for v in own for w in folded_words(v.name)} - {"spokesman", "source", "of", "for", "group", "in"}
    negations = word_set("negation", "words") | {"no", "none", "nothing", "neither"}
    for first, last in contents:
        for n in range(first, last + 1):
            if words[n].low not in negations:
                continue
            if words[n].low == "no" and n + 2 <= last and words[n + 1].low in word_set("deny", "groundless"):
                yield (n, n + 1), (_after_that(words, n + 2, last), last), "denies"
                break
            if _denies_act(words, n, first, last, names):
                begin, end = clause_around(words, n, first)
                yield (n, n), (begin, min(end, last)), "denies"
                break


def _after_that(words: Words, n: int, last: int) -> int:
    """Where the thing without evidence begins: after "that", "of", "for" close by."""
    for k in range(n, min(n + 7, last)):
        if words[k].low == "that":
            return k + 1
    return n + 1 if words[n].low in ("of", "for") and n < last else n


def _denies_act(words: Words, n: int, first: int, last: int, names: set[str]) -> bool:
    """Whether the negation at `n` says that an act was not done, or not by the speaker's side."""
    low = words[n].low
    ahead = [w.low for w in words[n + 1 : min(n + 7, last + 1)]]
    before = words[max(first, n - 6) : n]
    ours = any(w.low in _SELF for w in before[-4:]) or any(w.low in names for w in before)
    if (
        before
        and before[-1].low in ("will", "would", "could", "can", "may", "might", "should", "must", "do", "if")
        and low == "not"
        and before[-1].low != "do"
    ):
        return False
    if low == "no":
        if not ahead or ahead[0] in ("one", "group", "longer"):
            return False
        hit = bool(_NO_ACTS & set(ahead))
        if {"killed", "died", "injured", "hurt", "wounded"} & set(ahead) and names & set(ahead):
            return True
        return hit and (
            ours or bool(names & set(ahead)) or bool({"involved", "part", "role", "conducted", "carried"} & set(ahead))
        )
    if low == "nothing":
        return {"to", "do", "with"} <= set(ahead)
    if (
        ahead[:1] and ahead[0] in ("only", "just", "the", "a", "yet", "clear", "known", "immediately", "be")
    ) or low in ("cannot", "unable", "refused", "declined", "failed", "wont", "won't", "won’t", "couldnt", "cant"):
        return False
    if low == "none":
        return bool(set(ahead) & word_set("negation", "hard_acts"))
    if low == "neither" and not ours:
        return False
    if low == "never" and "before" in (w.low for w in words[n + 1 : min(n + 7, len(words))]):
        return False  # "had never been used before": it now was
    return bool(set(ahead[:4]) & word_set("negation", "hard_acts")) or (
        ours and bool(set(ahead) & (word_set("negation", "acts") | _STRONG))
    )


def falsity(words: Words, content: Range) -> tuple[int, Range | None] | None:
    """Where a content says of a claim that it is not so: the predicate's place, and what it names as denied."""
    for n in range(content[0], content[1] + 1):
        last = phrase_at(words, n, "deny", "predicates")
        if last is None and _called_false(words, n, content):
            last = n
        if last is None:
            continue
        k = last + 1
        while k <= content[1] and (words[k].quote or words[k].low == ","):
            k += 1
        for lead in (("with", "regards", "to"), ("with", "regard", "to"), ("regarding",), ("about",), ("as", "to")):
            if tuple(w.low for w in words[k : k + len(lead)]) == lead and k + len(lead) <= content[1]:
                return n, (k + len(lead), content[1])
        return n, None
    return None


def _called_false(words: Words, n: int, content: Range) -> bool:
    """ "were completely untrue", "dismissed as fabricated": a word for falsehood that nothing follows."""
    if words[n].low not in word_set("deny", "false_words"):
        return False
    before = {w.low for w in words[max(content[0], n - 3) : n]}
    closes = n == content[1] or words[n + 1].sign or words[n + 1].low in ("and", "with", "but")
    return closes and bool(before & (word_set("other", "be") | {"as"})) and not before & {"not", "if", "or"}


def named_before(words: Words, first: int) -> bool:
    """Whether the denier at word `first` follows what it denies by name ("an accusation [that] X has denied")."""
    n = first - 1
    while n > 0 and words[n].low in nouns("determiners"):
        n -= 1
    return n > 0 and words[n].low in word_set("deny", "charges") and words[n - 1].low in nouns("determiners")


def points_back(words: Words, content: Range) -> bool:
    """Whether a content only points back to a claim ("the charges", "this", "those allegations")."""
    for n in range(content[0], min(content[1] + 1, content[0] + 4)):
        low = words[n].low
        if low in word_set("deny", "pointers"):
            return n == content[1] or words[n + 1].low not in ("that", "of", "for", "about", "by", "in", "on")
        if low not in nouns("determiners") | {"such", "any", "all", "and"}:
            return False
    return False
