"""Read one number, in digits, in words or in a soft form, as the least and the greatest value meant."""

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import alternatives, load

MAX_DIGITS = 15
"""Longer runs of digits are identifiers, not counts."""
_GAP = r"(?:\s{1,3}|-)"
_DIGITS = rf"(?:\d{{1,3}}(?:[,\u00a0\u202f\u2009 ]\d{{3}}){{1,4}}(?![\d,]\d)|\d{{1,{MAX_DIGITS}}}(?:[.,]\d{{1,3}})?)"
_BEFORE = r"(?<![\w.,$€£#/:'’+])(?<![\d][.,:/])(?<![^\d][-–])(?<!^[-–])"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number said at `start`..`end`. `soft` marks words such as "dozens"; `scale` is 1 where no scale word stands."""

    start: int
    end: int
    low: int
    high: int
    soft: bool = False
    scale: int = 1
    digits: bool = False


@functools.cache
def pattern() -> re.Pattern[str]:
    """One number. Named groups say which kind was met; linear: every repeat is bounded."""
    table = load("quantities")
    units, teens, tens = (alternatives(table[key]) for key in ("units", "teens", "tens"))
    small = rf"(?:{tens}(?:{_GAP}{units}\b)?|{teens}|{units})"
    hundreds = rf"(?:(?:{small}|an?){_GAP}hundred(?:{_GAP}(?:and{_GAP})?{small}\b)?|{small})\b"
    scales = r"(?:thousand|million|billion)\b"
    word = (
        rf"(?:{hundreds}{_GAP}{scales}|an?{_GAP}{scales}|{hundreds})"
        rf"(?:{_GAP}(?:and{_GAP})?{hundreds}{_GAP}thousand\b)?(?:(?:(?<=thousand)|(?<=illion)){_GAP}(?:and{_GAP})?{hundreds})?"
    )
    scale = alternatives(table["scales"])
    return re.compile(
        rf"(?:(?<![\w-])(?:(?P<soft>{alternatives(table['soft'])})|(?P<fraction>{alternatives(table['fractions'])})"
        rf"|(?P<dozen>(?:{small}|an?|\d{{1,3}})\s{{1,3}}dozen)|(?P<word>{word}))"
        rf"|(?P<digits>{_BEFORE}{_DIGITS})(?:(?:\s{{0,2}}|-)(?P<scale>{scale})\b|(?P<m>m)\b)?)(?![\w])",
        re.IGNORECASE,
    )


@functools.cache
def _values() -> dict[str, int]:
    table = load("quantities")
    return {**table["units"], **table["teens"], **table["tens"]}


def _in_words(words: str) -> int:
    """The value of "three hundred and five thousand": scales multiply what is gathered before them."""
    scales = load("quantities")["scales"]
    whole = part = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            part = max(part, 1) * 100
        elif word in scales:
            whole, part = whole + max(part, 1) * scales[word], 0
        elif word not in ("and", "a", "an"):
            part += _values()[word]
    return whole + part


def _in_digits(digits: str, scale: int) -> int:
    """The value of "1,200", "200 000" or "3.5" (million): a comma or blank before three digits groups them."""
    plain = re.sub(r"[,\u00a0\u202f\u2009 ](?=\d{3}(?!\d))", "", digits).replace(",", ".")
    whole, _, part = plain.partition(".")
    tail = int(part) * scale // 10 ** len(part) if part else 0
    return int(whole) * scale + tail


def read(found: re.Match[str]) -> Numeral | None:
    """The number of a match of `pattern`; None where the digits stand for no whole number ("3.5 people")."""
    table = load("quantities")
    start, end = found.span()
    plain = " ".join(found[0].lower().split())
    if found["soft"]:
        low, high = table["soft"][plain]
        return Numeral(start, end, low, high, soft=True)
    if found["fraction"]:
        return Numeral(start, end, table["fractions"][plain], table["fractions"][plain])
    if found["dozen"]:
        head = plain.rsplit(" ", 1)[0]
        value = 12 * (int(head) if head.isdigit() else max(_in_words(head), 1))
        return Numeral(start, end, value, value, scale=12)
    if found["word"]:
        value = _in_words(plain)
        scale = max((n for word, n in table["scales"].items() if word in plain.split()), default=1)
        return Numeral(start, end, value, value, scale=scale)
    scale = table["scales"][found["scale"].lower()] if found["scale"] else 1_000_000 if found["m"] else 1
    digits = found["digits"]
    if scale == 1 and re.search(r"\.\d|,\d{1,2}$", digits):
        return None
    value = _in_digits(digits, scale)
    return Numeral(start, end, value, value, scale=scale, digits=True)
