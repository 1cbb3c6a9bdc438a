"""Whether the neighbours of date words let them be a date: "may", "march", "second", ages and bare numbers may not."""

import functools
import re

from sayso.lexicon import alternatives, load
from sayso.resolve.words import month_numbers

_WORD_BEFORE = re.compile(r"([A-Za-z'’]+)[\s(-]{1,3}(?:the\s)?$")
_WORD_AFTER = re.compile(r"[\s-]{1,3}([A-Za-z]+)")


def _before(text: str, at: int) -> str:
    match = _WORD_BEFORE.search(text, max(0, at - 24), at)
    return match[1].lower() if match else ""


def _after(text: str, at: int) -> str:
    match = _WORD_AFTER.match(text, at)
    return match[1] if match else ""


@functools.cache
def _openers(name: str) -> frozenset[str]:
    return frozenset(load("calendar")[name])


@functools.cache
def _count_before() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives(load('calendar')['counters'])}\s{{1,3}}$", re.IGNORECASE)


def is_date(form: str, match: re.Match[str], text: str) -> bool:
    """Whether the neighbours let this match be a date."""
    check = {
        "month": _month_stands, "year": _year_stands, "season": _season_stands, "duration": _duration_stands,
        "day month yy": _short_year_stands, "ago": _amount_stands, "the unit": _unit_stands, "day month": _day_stands,
        "month day": _day_stands, "month day glued": _day_stands, "day range month": _range_stands,
        "month day range": _range_stands, "vague duration": _vague_stands, "month range": _cased, "nth": _nth_stands,
        "numeric": _numeric_stands, "clock": _clock_stands,
        "year range": _year_range_stands, "set": _set_stands, "decade": _decade_stands, "weekday": _weekday_stands,
        "reference": _reference_stands, "named day": _named_day_stands,
    }.get(form)  # fmt: skip
    return check is None or check(match, text)


def _cased(match: re.Match[str], _text: str) -> bool:
    """Names of weekdays and months begin with a capital."""
    return all(match[k][0].isupper() for k in ("weekday", "month", "month2") if k in match.re.groupindex and match[k])


_NAMED_DAYS = frozenset(("black", "bloody", "good", "ash", "palm", "super", "cyber", "holy", "maundy"))
"""Words that make a weekday the name of a day in history or in the church year."""


def _weekday_stands(match: re.Match[str], text: str) -> bool:
    return match["weekday"][0].isupper() and _before(text, match.start("weekday")) not in _NAMED_DAYS


def _nth_stands(match: re.Match[str], _text: str) -> bool:
    return 1 <= int(match["day"]) <= 31


def _day_stands(match: re.Match[str], text: str) -> bool:
    word = match["month"].lower()
    if not 1 <= int(match["day"]) <= 31:
        return False
    if word in _openers("doubtful_months") and not match["month"][0].isupper():
        return False
    if match.re.groupindex["day"] < match.re.groupindex["month"] and word in ("may", "march") and not match["year"]:
        # "15 may have died", "the 12 March on Rome": a lower-case verb may follow a count.
        return match["month"][0].isupper() and (not match["month"].isupper() or _upper_case_date(match, text))
    return True


def _upper_case_date(match: re.Match[str], text: str) -> bool:
    """In text that is all capitals, "15 MAY HAVE" is no date."""
    return _after(text, match.end()).lower() not in ("have", "be", "not", "also", "still", "soon", "well")


def _range_stands(match: re.Match[str], _text: str) -> bool:
    link = (match["link"] or "").lower()
    return _day_stands_range(match) and (link != "and" or (match["lead"] or "").lower() == "between")


def _day_stands_range(match: re.Match[str]) -> bool:
    return match["month"][0].isupper() and 1 <= int(match["day"]) <= 31 and 1 <= int(match["day2"]) <= 31


def _numeric_stands(match: re.Match[str], _text: str) -> bool:
    first, second = int(match["first"]), int(match["second"])
    return 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12 and len(match["year"]) in (2, 4)


def _short_year_stands(match: re.Match[str], _text: str) -> bool:
    """A two-digit year is one in wires ("30 AUG 89"), after an apostrophe or between dashes."""
    return (match["month"].isupper() and len(match["month"]) <= 4) or match["year"][0] in "'’" or "-" in match[0]


def _month_stands(match: re.Match[str], text: str) -> bool:
    word, lower = match["month"], match["month"].lower()
    if not word[0].isupper() and (lower in _openers("doubtful_months") or lower not in _full_months()):
        return False
    if match["year"] or match["yearrel"] or match["rel"]:
        return True
    if match["mod"]:
        return word[0].isupper()
    before = _before(text, match.start())
    if lower in _openers("doubtful_months") or lower not in _full_months():
        return before in _openers("month_openers") and word[0].isupper()
    return True


@functools.cache
def _full_months() -> frozenset[str]:
    return frozenset(word for word in month_numbers() if len(word) > 4 or word in ("may", "june", "july"))


def _year_stands(match: re.Match[str], text: str) -> bool:
    """A bare four-digit number is a year after a preposition, or where no noun follows that it could count."""
    if match["mod"] or text[max(0, match.start() - 1) : match.start()] == "(":
        return True
    before = _before(text, match.start())
    if re.search(r"\bthe\s$", text[max(0, match.start() - 4) : match.start()], re.IGNORECASE):
        before = "the"
    if _count_before().search(text, max(0, match.start() - 20), match.start()):
        return False
    after = _after(text, match.end())
    if before == "at" or (
        before not in _openers("year_openers") and re.match(r"\s\d", text[match.end() : match.end() + 2])
    ):
        return False  # a time of day
    if text[match.end() : match.end() + 1] == "-" and after:
        return False
    plural = (after.islower() and after.endswith("s") and len(after) > 3) or after in (
        "people",
        "men",
        "women",
        "children",
    )
    if int(match["year"]) < 1800 or (plural and int(match["year"]) % 100 == 0):
        return before in ("in", "since", "early", "late", "mid") and not plural
    if before in _openers("year_openers"):
        return not (plural and before in ("of", "to", "and", "or", "for", "by", "from"))
    return not plural and (
        not after
        or not after.islower()
        or after in ("and", "or", "to", "when", "after", "the", "but", "as", "that", "by", "in", "with", "at")
    )


def _year_range_stands(match: re.Match[str], _text: str) -> bool:
    first, second = match["year"], match["year2"]
    later = int(second) if len(second) == 4 else int(first[:2] + second)
    return later >= int(first)


def _season_stands(match: re.Match[str], text: str) -> bool:
    """Spring and fall are verbs and water as well: a season needs "last", "in the", a year, or "of"."""
    if match["rel"] or match["year"] or match["mod"]:
        return True
    lower = match[0].lower()
    if match["season"].lower() in ("summer", "winter", "autumn"):
        return True
    return lower.startswith("in") and _after(text, match.end()).lower() not in ("of", "in")


def _amount_stands(match: re.Match[str], _text: str) -> bool:
    return match["unit"].lower() != "second" or bool(re.search(r"\d|two|three|five|ten|thirty", match["n"]))


def _duration_stands(match: re.Match[str], text: str) -> bool:
    """A length of time, and not an age, a unit in a name, or "a second" in the sense of another."""
    if match["old"] or re.match(r"\s?old\b", text[match.end() : match.end() + 5], re.IGNORECASE):
        return False
    amount, unit = match["n"].lower(), match["unit"].lower()
    if unit == "second" and amount in ("a", "one", "an", "the"):
        return False
    if unit in ("night", "weekend", "season", "quarter") and amount in ("a", "an", "one"):
        return False
    return not (amount in ("a", "an") and _before(text, match.start()) in ("such", "quite", "not"))


_BEFORE_BARE_UNITS = frozenset(("these", "those", "his", "her", "early", "old", "of", "recent", "coming"))


def _vague_stands(match: re.Match[str], text: str) -> bool:
    if _after(text, match.end()).lower() == "old":
        return False
    return _before(text, match.start()) not in _BEFORE_BARE_UNITS or match["units"].lower() in ("years", "decades")


def _unit_stands(match: re.Match[str], text: str) -> bool:
    after = _after(text, match.end()).lower()
    return after not in ("of", "that", "when", "to") or bool(match["mod"]) or match["unit"].lower() == "weekend"


def _clock_stands(match: re.Match[str], _text: str) -> bool:
    hour = match["hour"] or match["hour2"] or match["hour3"]
    return int(hour) <= 24


def _set_stands(match: re.Match[str], text: str) -> bool:
    if match["weekday"]:
        return _before(text, match.start()) == "on" and match["weekday"][0].isupper() and not _after(text, match.end())
    return True


def _decade_stands(match: re.Match[str], text: str) -> bool:
    return (
        not match["tens"]
        or _before(text, match.start()) in ("the", "early", "late", "mid")
        or match[0].lower().startswith("the")
    )


def _reference_stands(match: re.Match[str], text: str) -> bool:
    """ "The past" and "the future" stand for themselves, not before a number or a noun."""
    words = match[0].lower()
    return words not in ("the past", "the future", "the present") or not _after(text, match.end()).islower()


def _named_day_stands(match: re.Match[str], text: str) -> bool:
    """A capital "Today" right after another capital word is the name of a paper or a channel."""
    if not match[0][0].isupper() or match[0].isupper():
        return True
    return not re.search(r"[A-Z][A-Za-z]{1,20} $", text[max(0, match.start() - 24) : match.start()])
