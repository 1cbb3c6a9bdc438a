"""Numbers said in a stretch of text, as intervals, with the words that bend them.

The values are those of the annotation guide (docs/terms.md, "harm" and ruling 10). A number that counts no heads - a
year, a date, an age, a distance, a sum of money, a span of time, the name of a weapon or a unit - is left out.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract import numerals
from sayso.extract.numerals import Numeral
from sayso.lexicon import alternatives, load
from sayso.record import Count, CountForm, Mention

REACH = 40
"""Code points looked at before and after a number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as said: `mention` covers it and the words that bend it ("at least 58"), `count` is its interval."""

    mention: Mention
    count: Count


def quantities(text: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Every number said in text[start:end], in order, none overlapping. Raises nothing; no number is clamped."""
    return tuple(_quantities(text, start, end))


def _quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    found = list(_numerals(text, start, end))
    done, n = start, 0
    while n < len(found):
        number = found[n]
        second = found[n + 1] if n + 1 < len(found) else None
        joined = second and _range(text, done, number, second)
        last = second if joined and second else number
        n += 2 if joined else 1
        if number.start < done or (not joined and _dashed(text, number)):
            continue
        if _no_count(text, start, number, last):
            continue
        quantity = joined or _bent(text, done, end, number)
        done = quantity.mention.end
        yield quantity


def _dashed(text: str, number: Numeral, beside: int = -1) -> bool:
    """Whether the number is one piece of a date, a score or a name: "2017-04-05", "3-2".

    `beside` is where the other number of a range begins or ends, whose dash does not count.
    """
    before, after = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    left = number.start - 1 != beside and re.search(r"\d[-–/]$", before)
    return bool(left or (number.end + 1 != beside and re.match(r"[-–/]\d", after)))


def _numerals(text: str, start: int, end: int) -> Iterator[Numeral]:
    for found in numerals.pattern().finditer(text, start, end):
        if found["m"] and not _patterns().million.match(text, found.end(), end):
            continue
        number = numerals.read(found)
        if number is not None:
            yield number


@dataclass(frozen=True, slots=True)
class _Patterns:
    modifier: re.Pattern[str]
    after: re.Pattern[str]
    unit: re.Pattern[str]
    month_after: re.Pattern[str]
    before: re.Pattern[str]
    year_before: re.Pattern[str]
    one_before: re.Pattern[str]
    one_after: re.Pattern[str]
    million: re.Pattern[str]


@functools.cache
def _patterns() -> _Patterns:
    table = load("quantities")
    no = table["not_counts"]
    months = alternatives(no["months"])
    between = alternatives(table["between"]["words"])

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Patterns(
        modifier=compiled(rf"(?<![\w-])({alternatives(table['modifiers'])})\s{{1,3}}(?:{between}\s{{1,3}})?$"),
        after=compiled(
            rf"(?:\s(?!and\b|or\b|in\b|on\b|by\b|to\b|but\b)[a-z]{{1,20}})?,?\s({alternatives(table['after'])})\b(?!\s\d)"
        ),
        unit=compiled(
            rf"(?:\s{{0,2}}|-)(?:{alternatives(no['units'])})\b|\s?%|\s?[ap]\.m\b|[:.]\d\d|[-–][a-z]{{3}}|(?:st|nd|rd|th)\b"
        ),
        month_after=compiled(rf"(?:st|nd|rd|th)?(?:\sof)?[\s-]{months}\b"),
        before=compiled(
            rf"(?<![a-z])(?:{months}\.?\s{{1,2}}(?:\d{{1,2}}\s)?|{alternatives(no['titled'])}\.?\s{{1,2}}|[$€£]\s?|\bus\$\s?|\baged\s(?:[a-z]{{1,9}}\s){{0,3}}|[a-z]-)$"
        ),
        year_before=compiled(
            rf"(?:^|[\s(])(?:{alternatives(no['year_before'])}|{months})\.?,?\s{{1,2}}(?:\d{{1,2}},?\s)?$"
        ),
        one_before=compiled(rf"\b{alternatives(no['one_before'])}\s$"),
        one_after=compiled(rf"\s{alternatives(no['one_after'])}\b"),
        million=compiled(rf"\s{alternatives(no['million_m_before'])}\b"),
    )


def _no_count(text: str, start: int, first: Numeral, last: Numeral) -> bool:
    """Whether the words around say that the number counts no heads."""
    p = _patterns()
    left = text[max(start, first.start - REACH) : first.start]
    # Units stay in view beyond the stretch: "killed in 2012" cut after the number is still a year.
    right = text[last.end : last.end + REACH]
    if p.unit.match(right) or p.month_after.match(right):
        return True
    if not first.soft and _may_follow(left, "titled") and p.before.search(left):
        return True
    if first is last and first.digits and right.startswith(",") and _is_age(text, first.start):
        return True
    words = text[first.start : first.end].lower()
    if words == "one" and not _INCLUDING.search(left):
        pronoun = p.one_after.match(right) and not _ONE_OF_THE_HURT.match(right)
        if pronoun or p.one_before.search(left):
            return True
    return first.digits and len(words) == 4 and 1900 <= first.low <= 2099 and _year(left, right)


def _is_age(text: str, start: int) -> bool:
    """Whether a name stands before the number; it stays in view before the stretch: a quote may begin at the age."""
    return _NAMED_BEFORE.search(text[max(0, start - REACH) : start]) is not None


_NAMED_BEFORE = re.compile(r"[A-Z][\w'’-]{1,30},\s$")
"""A name and a comma: a bare number between commas after it is an age ("Maha Saleh, 42, said")."""
_ONE_OF_THE_HURT = re.compile(r"\sof\s(?:the|those)\s(?:wounded|injured|dead|victims|killed)\b", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincluding\s(?:at least\s)?$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"\s([a-zA-Z]{1,30})")


def _year(left: str, right: str) -> bool:
    noun = _NOUN_AFTER.match(right)
    after = noun is not None and noun[1].lower() not in load("quantities")["not_counts"]["no_noun"]
    return bool(_patterns().year_before.search(left)) or not after


@functools.cache
def _last_words(key: str) -> frozenset[str]:
    """The words that may stand right before a number in this class of phrases."""
    table = load("quantities")
    no = table["not_counts"]
    bending = [*table["modifiers"], *table["between"]["words"]]
    phrases = bending if key == "modifiers" else [*no["months"], *no["titled"]]
    return frozenset(phrase.split()[-1] for phrase in phrases)


def _may_follow(left: str, key: str) -> bool:
    """A quick look at the last word before a number, so that the slow patterns run only where they can match."""
    word = left.rstrip().lower()[-24:].replace("(", " ").split()[-1:]
    if not word:
        return False
    return (
        word[0].rstrip(".,") in _last_words(key)
        or (key == "titled" and not word[0].isalpha())
        or "aged" in left.lower()
    )


def _modifier(left: str) -> re.Match[str] | None:
    return _patterns().modifier.search(left) if _may_follow(left, "modifiers") else None


def _tenth(value: int) -> tuple[int, int]:
    """Ten per cent either way, rounded to the nearest whole number, halves inward."""
    return (value * 9 + 5) // 10, (value * 11 + 4) // 10


def _count(number: Numeral, form: str) -> Count:
    """The interval of a number under a modifier; "" is no modifier."""
    low, high = number.low, number.high
    if form == "at least":
        return Count(low, None, "at least")
    if form == "more than":
        return Count(low if number.soft else low + 1, None, "more than")
    if form == "at most":
        return Count(None, high, "at most")
    if form == "less than":
        return Count(None, high if number.soft else max(high - 1, 0), "less than")
    if number.soft:
        return Count(low, high, "vague")
    if form == "about":
        return Count(*_tenth(low), "about")
    return Count(low, high, "exact")


def _bent(text: str, done: int, end: int, number: Numeral) -> Quantity:
    """The number with the modifier before it, else the one after it, else "+"."""
    modifiers = load("quantities")["modifiers"]
    base = max(done, number.start - REACH)
    before = _modifier(text[base : number.start])
    if before:
        form = modifiers[" ".join(before[1].lower().split())]
        return Quantity(Mention(base + before.start(), number.end, text), _count(number, form))
    if text[number.end : min(number.end + 1, end)] == "+":
        return Quantity(Mention(number.start, number.end + 1, text), _count(number, "at least"))
    after = _patterns().after.match(text, number.end, end)
    if after:
        form = load("quantities")["after"][" ".join(after[1].lower().split())]
        return Quantity(Mention(number.start, after.end(), text), _count(number, form))
    return Quantity(Mention(number.start, number.end, text), _count(number, ""))


_DASH = re.compile(r"\s?[-–]\s?")
_TO = re.compile(r"\s(?:to|or)\s", re.IGNORECASE)
_AND = re.compile(r"\sand\s", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:an estimated\s|about\s|some\s)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|rose|rising|risen|jumped|up|attributed|said|down)\s{1,2}$", re.IGNORECASE)


def _range(text: str, done: int, first: Numeral, second: Numeral) -> Quantity | None:
    """ "between 20 and 30", "20 to 30", "58-60": one quantity of two numbers. "from 20 to 30" is no range."""
    if first.soft or second.soft:
        return None
    low = first.low * second.scale if first.scale == 1 < second.scale and first.low < second.low else first.low
    if not low < second.high:
        return None
    base = max(done, first.start - REACH)
    left, gap = text[base : first.start], text[first.end : second.start]
    between = _BETWEEN.search(left)
    form: CountForm = "between"
    if between and (_AND.fullmatch(gap) or _TO.fullmatch(gap)):
        return Quantity(Mention(base + between.start(), second.end, text), Count(low, second.high, form))
    if (_TO.fullmatch(gap) and not _FROM.search(left)) or _DASH.fullmatch(gap):
        if second.high > 10 * low or _dashed(text, first, second.start) or _dashed(text, second, first.end):
            return None
        modifier = _modifier(left)
        start = base + modifier.start() if modifier and len(modifier[0]) > 0 else first.start
        return Quantity(Mention(start, second.end, text), Count(low, second.high, form))
    return None
