"""The shapes that date and time words take, as named regular expressions built from the lexicon.

Each form names its parts by groups; what the parts mean is for the resolver. Every pattern is bounded, so that a
search is linear in the text.
"""

import functools
import re

from sayso.lexicon import alternatives, load

_G = r"\s{1,3}"
_MOD = (
    r"(?:(?P<mod>early|mid|middle|late|earlier|later|"
    r"(?:at{g})?(?:the{g})?(?:very{g})?(?:beginning|start|end|middle){g}of)(?:{g}(?:in|on))?(?:{g}|-))?"
).replace("{g}", _G)
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_REL = r"last|next|this{g}past|this{g}coming|this|past|previous|following|coming|current".replace("{g}", _G)
_DASH = r"\s{0,2}[-–—/]\s{0,2}"


@functools.cache
def _vocabulary() -> dict[str, str]:
    """The alternations the forms share."""
    table = load("calendar")
    days = [name for names in table["weekdays"] for name in names]
    numbers = [word for word in table["numbers"] if word not in ("a", "an", "hundred")]
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    words = alternatives(numbers)
    hundreds = rf"(?:(?:a|one|two|three){_G})?hundred"
    number = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,4}}(?:\.\d)?|(?:{tens})[-\s]{words}|{hundreds}|{words})"
    few = rf"(?:a{_G})?couple{_G}of|a{_G}few|(?:a{_G})?several|(?:a{_G})?(?:few|dozen)|many"
    return {
        "mon": alternatives(name for names in table["months"] for name in names),
        "wd": alternatives(days),
        "wdfull": alternatives(names[0] for names in table["weekdays"]),
        "unit": alternatives(table["units"]),
        "season": alternatives(table["seasons"]),
        "pod": alternatives(table["parts_of_day"]),
        "ord": alternatives(table["ordinals"]),
        "tens": alternatives(table["tens"]),
        "sets": alternatives(table["sets"]),
        "refs": alternatives(table["references"]),
        "feasts": alternatives(table["feasts"]),
        "approx": alternatives(table["approximate"]),
        "n": number,
        "amount": rf"(?:half{_G}an?|{few}|{number}{_G}and{_G}a{_G}half|{number}|an?)",
        "g": _G, "year": _YEAR, "mod": _MOD, "rel": _REL, "dash": _DASH,
    }  # fmt: skip


_DAY_PATTERNS = {
    "iso": r"(?<![\d.-])(?P<year>{year})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    "numeric": (
        r"(?<![\d./-])(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|\d\d)"
        r"(?![\d./-]?\d)"
    ),
    "iso slashes": r"(?<![\d./-])(?P<year>{year})/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})(?![\d/])",
    "day month": (
        r"\b(?:(?P<weekday>{wd})\.?,?[^\S\n]{{1,3}})?(?:the{g})?(?<![\d.,:$-])(?P<day>\d{{1,2}})"
        r"(?:st|nd|rd|th)?(?:{g}day)?(?:{g}of)?(?:{g}|-)"
        r"(?P<month>{mon})\b\.?(?:,?(?:{g}|-)(?P<year>{year})\b(?!,\d))?"
    ),
    "day month yy": (
        r"\b(?:(?P<weekday>{wd})\.?,?[^\S\n]{{1,3}})?(?P<day>\d{{1,2}})(?:{g}|-)(?P<month>{mon})\b\.?"
        r"(?:{g}|-)(?P<year>['’]?\d\d)\b(?![:.,]\d)"
    ),
    "month day": (
        r"\b(?:(?P<weekday>{wd})\.?,?[^\S\n]{{1,3}})?(?P<month>{mon})\b\.?{g}(?:the{g})?"
        r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.,]\d)(?!\s?%)"
        r"(?:,?{g}(?P<year>{year})\b(?!,\d))?"
    ),
    "month day glued": r"\b(?P<month>{mon})\b\.?{g}(?P<day>\d\d?)(?P<year>20[0-3]\d)\b",
    "month day range": (
        r"\b(?:(?P<lead>between|from){g})?(?P<month>{mon})\b\.?{g}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?:{dash}|{g}(?P<link>to|and|until|till|through){g})(?P<day2>\d{{1,2}})"
        r"(?:st|nd|rd|th)?\b(?![:.,]\d)(?:,?{g}(?P<year>{year})\b)?"
    ),
    "day range month": (
        r"\b(?:(?P<lead>between|from){g})?(?:the{g})?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?:{dash}|{g}(?P<link>to|and|until|till|through){g}(?:the{g})?)(?P<day2>\d{{1,2}})"
        r"(?:st|nd|rd|th)?{g}(?:of{g})?(?P<month>{mon})\b\.?"
        r"(?:,?{g}(?P<year>{year})\b)?"
    ),
    "nth": (
        r"\bon{g}the{g}(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?:{g}of{g}(?P<rel>this|last|next){g}month)?"
        r"(?=\s?[.,;)]|\s{{1,3}}(?:and|when|at|in|by|to|that)\b|\s?\Z)"
    ),
    "feast": r"\b(?:(?P<rel>last|next|this){g})?(?P<feast>{feasts})\b(?:,?{g}(?P<year>{year})\b)?",
}
"""Forms that name a day of a month."""

_LONG_PATTERNS = {
    "month": (
        r"\b{mod}(?:(?P<rel>{rel}){g})?(?P<month>{mon})\b(?:\.(?={g}\d))?(?:,?{g}(?:of{g})?"
        r"(?P<year>{year})\b(?!,\d)|{g}(?:of{g})?(?P<yearrel>this|last|next){g}year\b)?"
    ),
    "month range": r"\b(?P<month>{mon}){dash}(?P<month2>{mon})\b(?:,?{g}(?:of{g})?(?P<year>{year})\b)?",
    "quarter": (
        r"\b(?:the{g})?(?P<ordinal>{ord})[\s-]quarters?\b(?:{g}(?:of|in){g}(?:the{g})?(?:(?P<year>{year})|"
        r"(?:fiscal{g})?(?P<rel>this|last|next|previous|current){g}year)\b)?"
    ),
    "q": r"\bQ(?P<ordinal>[1-4])\b(?:{g}(?:of{g})?(?P<year>{year})\b)?",
    "half": (
        r"\b(?:the{g})?(?P<ordinal>first|second){g}half{g}of{g}"
        r"(?:(?P<year>{year})|(?P<rel>this|last|next|the){g}year)\b"
    ),
    "season": (
        r"\b{mod}(?:(?:the|in|of){g})?(?:(?P<rel>{rel}){g})?(?P<season>{season})\b"
        r"(?:{g}(?:of{g})?(?P<year>{year})\b)?"
    ),
    "year": r"(?<![\d.,/$£€#-])\b{mod}(?P<year>{year})(?![\d/%]|[.,:]\d|-\d\d\d|\s?%)(?:\b|(?=s\b))",
    "year range": r"\b(?P<year>{year}){dash}(?P<year2>{year}|\d\d)\b(?![-/.,]?\d)",
    "decade": (
        r"\b(?:the{g})?{mod}"
        r"(?:(?P<year>{year})s|(?:(?<=the )|(?<=0s and )|['’])(?P<yy>[2-9]0)s|(?P<tens>{tens}))\b"
    ),
    "short year": r"(?<![\w\d])['’](?P<year>[5-9]\d)\b(?!s\b)",
    "ordinal unit": (
        r"\b(?:the{g})?(?P<ordinal>{ord}){g}(?P<unit>week|weekend){g}(?:of|in){g}(?P<month>{mon})\b"
        r"(?:,?{g}(?P<year>{year})\b)?"
    ),
}
"""Forms that name a month or longer."""

_WEEK_PATTERNS = {
    "weekday": (
        r"\b{mod}(?:(?:on{g})?(?:the{g})?(?P<rel>{rel}){g})?(?:(?P<mod2>early|late|overnight){g})?(?:"
        r"(?:the{g})?(?P<early>(?:early|wee|small){g})hours{g}(?:of|on){g})?(?:the{g}(?P<pod>{pod}){g}of{g})?(?P<weekday>{wdfull})"
        r"(?:\b|(?=s\b))(?:{g}(?:before{g})?(?P<pod2>{pod})\b)?(?:{g}(?:of{g})?(?P<weekrel>last|this|next){g}week\b)?"
    ),
    "named day": (
        r"\b(?:{mod}(?P<name>today|yesterday|tomorrow|tonight)(?:\b|(?=s\b))(?:{g}(?P<pod>{pod})\b)?|"
        r"(?P<name2>the{g}day{g}(?:before{g}yesterday|after{g}tomorrow)))"
    ),
    "this part": r"\b{mod}(?P<rel>this){g}(?P<pod>{pod})\b",
    "last night": r"\b(?:{mod}last{g}night|overnight)\b",
    "in the day": r"\b(?P<mod>earlier|later|late|early){g}(?:in|on|that|the{g}same|in{g}the{g}same){g}(?:the{g})?day\b",
    "relative unit": (
        r"\b{mod}(?P<the>the{g})?(?P<rel>last|next|this{g}past|this{g}coming|this|past|coming|current){g}"
        r"(?P<unit>week|weekend|fortnight|month|quarter|year|decade|century)\b"
    ),
    "story unit": (
        r"\b{mod}(?P<rel>the{g}same|that{g}same|the{g}previous|the{g}preceding|the{g}following|the{g}next|that){g}"
        r"(?P<unit>day|night|evening|morning|afternoon|week|weekend|month|year)\b"
    ),
    "the unit": (
        r"\b{mod}the{g}(?P<unit>day|week|month|quarter|year|weekend)\b"
        r"(?:{g}(?P<rel>before|after|previous)(?=\s?[.,;]|\Z))?"
    ),
    "span of units": (
        r"\b(?P<the>the{g})?(?P<rel>last|past|previous|next|coming|following|final){g}(?P<n>{amount}){g}"
        r"(?:\w{{4,12}}{g})?(?P<unit>{unit})s?\b"
    ),
    "ago": (
        r"\b(?:(?P<approx>{approx}){g})?(?P<n>{amount})[\s-](?P<unit>{unit})s?{g}"
        r"(?P<dir>ago|earlier|later|from{g}now|previously|prior|hence|before(?=\s?[.,;]))\b"
    ),
    "vague ago": r"\b(?P<unit>{unit}|centurie)s{g}(?P<dir>ago|earlier|later)\b",
    "duration": (
        r"\b(?:(?P<approx>{approx}){g})?(?:the{g}(?=\d|{n}))?(?P<n>{amount})[\s-](?:"
        r"(?:full|long|whole|straight|consecutive|more|solid|trading|working|calendar|successive){g})?(?P<unit>{unit})s?\b(?P<old>[\s-]olds?\b)?"
    ),
    "vague duration": r"\b(?P<units>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b",
    "set": (
        r"\b(?:(?:every|each|per)(?:{g}(?P<n>{n}|other))?{g}(?P<unit>{unit}|{wdfull}|{pod})s?"
        r"|(?P<word>{sets})|(?P<weekday>{wdfull})s)\b"
    ),
    "clock": (
        r"(?<![\d.:$])\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?(?:{g}|)(?P<ampm>[ap]\.?m\b\.?)"
        r"(?:{g}\(?(?P<zone>(?:UTC|GMT|local{g}time|[ECMP][SD]?T)\b(?:\s?[+-]\d{{1,2}})?)\)?)?"
        r"|(?<![\d.:$])\b(?P<hour2>\d{{1,2}})[:.]?(?P<minute2>[0-5]\d){g}(?:hours?{g})?\(?(?P<zone2>"
        r"(?:UTC|GMT|local{g}time|[ECMP][SD]?T)\b)\)?"
        r"|(?<![\d.:$])\b(?P<hour3>[01]?\d|2[0-3]):(?P<minute3>[0-5]\d)(?![:\d]|{g}[ap]\.?m)"
    ),
    "reference": r"\b(?P<reference>{refs})\b",
}
"""Forms counted from the day of writing or from the day spoken of, lengths of time, times of day."""


@functools.cache
def needs() -> dict[str, frozenset[str]]:
    """For every form the classes of words of which it holds at least one: a search skips it where none stands."""
    by_class = {
        "digit": "iso, numeric, iso slashes, year, year range, decade, short year, clock, nth, half",
        "month": (
            "day month, day month yy, month day, month day glued, month day range, day range month, month, "
            "month range, ordinal unit"
        ),
        "unit": (
            "nth, quarter, half, ordinal unit, in the day, relative unit, story unit, the unit, span of units, ago, "
            "vague ago, duration, vague duration, set, last night"
        ),
        "weekday": "weekday, set",
        "season": "season",
        "set": "set",
        "part": "set, this part, last night, story unit",
        "tens": "decade",
        "named": "named day",
        "feast": "feast",
        "reference": "reference",
        "quarter": "q",
    }
    found: dict[str, set[str]] = {}
    for name, members in by_class.items():
        for form in members.split(", "):
            found.setdefault(form, set()).add(name)
    return {form: frozenset(classes) for form, classes in found.items()}


@functools.cache
def forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Every form with its pattern, in a fixed order: the earlier wins among matches of one length."""
    words = _vocabulary()
    table = {**_DAY_PATTERNS, **_LONG_PATTERNS, **_WEEK_PATTERNS}
    return tuple((name, re.compile(_filled(pattern, words), re.IGNORECASE)) for name, pattern in table.items())


def _filled(pattern: str, words: dict[str, str]) -> str:
    """Put the vocabulary into a pattern; doubled braces stay as single ones."""
    return pattern.format(**words)
