"""From the claims of one article to the one answer the crowd gave: where, who, how, how many, when.

The crowd's categories are not sayso's: here claims are put into them by keyword maps (`fakes_answers.toml`). The toll
is that of the first claim that counts dead: reports open with their main event, and name older tolls and those of the
whole war after it. Nothing is learned from an article's answer.
"""

import functools
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
FIGHTING = frozenset(("fighters", "soldiers"))
"""Groups that the crowd counts as non-civilians."""
WHOLE_WAR = 1500
"""Tolls from here on are of a war, not of an event."""
LEAD = 450
"""Code points at the head of an article that tell of its main event."""
IN_TITLE, IN_LEAD, IN_TEXT = 3, 2, 1
"""What one mention of a place or a way of killing counts for, by where it stands."""
ENOUGH = 3
"""What an actor must be seen to do before it is named; else "unknown"."""


@functools.cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "fakes_answers.toml").read_text(encoding="utf-8"))


@functools.cache
def _patterns(question: str) -> dict[str, re.Pattern[str]]:
    return {answer: re.compile(rf"\b(?:{words})") for answer, words in _tables()[question].items()}


def answers(article: Row, claims: Sequence[Row]) -> dict[str, Any]:
    """The crowd's fields of one article, with the class names of `gold`."""
    title, text = _plain(article.get("title")), _plain(article.get("text"))
    toll = main_toll(claims)
    main = toll[0][0] if toll else None
    civilians = sum(dead for _, harm, dead in toll if harm["group"] not in FIGHTING)
    fighters = sum(dead for _, harm, dead in toll if harm["group"] in FIGHTING)
    return {
        "date": article.get("published"),
        "location": _governorate(title, text),
        "actor": _actor(title, text, claims, main),
        "cause_of_death": _cause(title, text, main),
        "civilians": civilians,
        "noncivilians": fighters,
        "children": _of_group(claims, "children", main, civilians + fighters),
        "women": _of_group(claims, "women", main, civilians + fighters),
    }


def _plain(words: Any) -> str:
    return str(words or "").lower().replace("’", "").replace("'", "")


def _counted(claim: Row) -> list[Row]:
    """The rows of a claim that count dead and are no part of another row."""
    rows = [harm for harm in claim.get("harm") or () if harm["kind"] == "killed" and not harm.get("within")]
    said = [harm for harm in rows if harm.get("form") != "unstated" and _ends(harm)]
    return [harm for harm in said if 0 < _ends(harm)[0] < WHOLE_WAR]


def _ends(harm: Row) -> list[int]:
    return [end for end in (harm.get("low"), harm.get("high")) if end is not None]


def _number(harm: Row) -> int | None:
    """The one number the crowd would write: that said, without its modifier; None for "dozens"."""
    low, high = harm.get("low"), harm.get("high")
    form = harm.get("form")
    if form == "vague":
        return None
    if low is None or high is None:
        end: int = _ends(harm)[0]
        return end - 1 if form == "more than" else end + 1 if form == "less than" else end
    return int(low + high) // 2 if form == "about" else int(low)


def main_toll(claims: Sequence[Row]) -> list[tuple[Row, Row, int]]:
    """(claim, row, number) of the dead of the main event: the first claim that counts any.

    Where it only says "dozens", the next number that "dozens" can stand for. Further rows of the same claim count
    with the first where they are of other groups ("16 civilians and seven fighters").
    """
    soft: Row | None = None
    for claim in claims:
        toll: list[tuple[Row, Row, int]] = []
        for harm in _counted(claim):
            number = _number(harm)
            if number is None:
                soft = soft or harm
                continue
            fits = soft is None or soft["low"] <= number <= soft["high"]
            if fits and (not toll or _beside(toll[0][1], harm)):
                toll.append((claim, harm, number))
        if toll:
            return toll
    return []


def _beside(first: Row, other: Row) -> bool:
    """Whether two rows of one claim are of people who can be told apart, so that they add up."""
    groups = first["group"], other["group"]
    return groups[0] != groups[1] and "people" not in groups


def _of_group(claims: Sequence[Row], group: str, main: Row | None, total: int) -> int:
    """The first number of dead of this group in the main event that is not larger than its toll."""
    event = main["event"] if main is not None else None
    for claim in claims:
        rows = claim.get("harm") or () if event is not None and claim["event"] == event else ()
        for harm in rows:
            if harm["kind"] == "killed" and harm["group"] == group and _ends(harm):
                number = _number(harm)
                if number is not None and 0 < number <= total:
                    return number
    return 0


def _weighed(question: str, title: str, text: str) -> Counter[str]:
    seen: Counter[str] = Counter()
    for answer, pattern in _patterns(question).items():
        for words, weight in ((title, IN_TITLE), (text[:LEAD], IN_LEAD), (text, IN_TEXT)):
            seen[answer] += weight * len(pattern.findall(words))
    return +seen


def _most(seen: Counter[str], other: str) -> str:
    """The answer seen most; the one listed first on a tie."""
    return max(seen, key=lambda answer: seen[answer]) if seen else other


def _governorate(title: str, text: str) -> str:
    return _most(_weighed("governorate", title, text), "unknown")


def _cause(title: str, text: str, main: Row | None) -> str:
    seen = _weighed("cause", title, text[:LEAD])
    told = _tables()["cause_of_type"].get(main["type"]) if main is not None else None
    if told is not None:
        seen[told] += IN_TITLE
    return _most(seen or _weighed("cause", title, text), "unknown")


@functools.cache
def _agency() -> tuple[re.Pattern[str], str, str]:
    table = _tables()["agency"]
    return re.compile(table["not_acting"]), table["acts"], table["by"]


@functools.cache
def _acting() -> dict[str, re.Pattern[str]]:
    _, acts, by = _agency()
    return {
        actor: re.compile(rf"\b(?:{names})\b\W(?:\S+\s){{0,3}}?(?:{acts})\b|\b(?:{by})\s?(?:{names})\b")
        for actor, names in _tables()["actor"].items()
    }


def _actor(title: str, text: str, claims: Sequence[Row], main: Row | None) -> str:
    """Who is seen acting at the head of the article, and whom the claims of the main event name."""
    aside, _, _ = _agency()
    seen: Counter[str] = Counter()
    for actor, pattern in _acting().items():
        for words, weight in ((title, IN_TITLE), (text[:LEAD], IN_LEAD)):
            seen[actor] += weight * len(pattern.findall(aside.sub(" ", words)))
    event = main["event"] if main is not None else None
    for claim in claims:
        if event is not None and claim["event"] == event and claim.get("actor"):
            for actor, pattern in _patterns("actor").items():
                seen[actor] += (IN_TITLE if claim is main else IN_TEXT) * bool(pattern.search(_plain(claim["actor"])))
    seen = +seen
    best = _most(seen, "unknown")
    return best if seen[best] >= ENOUGH else _from_the_air(title + " " + text[:LEAD])


def _from_the_air(words: str) -> str:
    """Nobody is seen acting, but bombs fall from aircraft: few sides of that war had any."""
    air, others, owners = (_tables()["air"][key] for key in ("words", "others", "owners"))
    return owners if re.search(air, words) and not re.search(others, words) else "unknown"
