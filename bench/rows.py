"""Claim rows as they stand in gold and prediction files (CLAIMS.md), read into values that can be compared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Scalar = str | int | float | None
"""What a field may hold where the judge compares it as it is."""

Figure = tuple[Scalar, Scalar, Scalar, Scalar]
"""A casualty row as compared: kind, low, high, group (folded)."""

FOLDED_GROUPS = {"civilians": "people", "soldiers": "fighters"}
"""Groups the judge does not tell apart."""


@dataclass(frozen=True, slots=True)
class Harm:
    """One harm row. `group` and `within` are as written, not folded."""

    kind: Scalar = None
    low: Scalar = None
    high: Scalar = None
    group: str | None = None
    within: str | None = None

    @property
    def figure(self) -> Figure:
        """The row as compared."""
        return (self.kind, self.low, self.high, folded(self.group))


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim of a gold or prediction file."""

    quote: str
    said_by: tuple[str, ...] = ()
    stance: Scalar = None
    type: Scalar = None
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    date: str | None = None
    harm: tuple[Harm, ...] = ()
    event: Scalar = None

    @property
    def root(self) -> str:
        """The root source; "" for the outlet's own words."""
        return self.said_by[-1] if self.said_by else ""

    @property
    def figures(self) -> frozenset[Figure]:
        """The harm rows that state a number."""
        return frozenset(harm.figure for harm in self.harm if harm.low is not None or harm.high is not None)


Claims = Mapping[str, tuple[ClaimRow, ...]]
"""The claims of each article, in order."""


@dataclass(frozen=True, slots=True)
class ClaimFile:
    """Claims by article, and how many rows of each article were no claims (wrong types)."""

    claims: dict[str, tuple[ClaimRow, ...]]
    malformed: dict[str, int]


class _Malformed(ValueError):
    """A row with wrong types: counted as predicted, never matched."""


def folded(group: str | None) -> str | None:
    """The group as the judge compares it."""
    return FOLDED_GROUPS.get(group, group) if group is not None else None


def _scalar(value: Any) -> Scalar:
    if value is None or isinstance(value, str | int | float):
        return value
    raise _Malformed


def _words(value: Any) -> str | None:
    """A slot: words, nothing, or an object with its words under `text`."""
    if isinstance(value, Mapping):
        value = value.get("text")
    if value is None or isinstance(value, str):
        return value
    raise _Malformed


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise _Malformed


def _harm(value: Any) -> Harm:
    if not isinstance(value, Mapping) or not isinstance(value.get("group", ""), str):
        raise _Malformed
    kind, low, high = (_scalar(value.get(key)) for key in ("kind", "low", "high"))
    within = _words(value.get("within"))
    return Harm(kind, low, high, value.get("group"), within or None)


def claim_row(row: Any) -> ClaimRow | None:
    """The claim a JSON value stands for, None where its types are wrong."""
    if not isinstance(row, Mapping) or not isinstance(row.get("quote"), str):
        return None
    date, harm = row.get("date"), row.get("harm") or []
    if not (date is None or isinstance(date, str)) or not isinstance(harm, list):
        return None
    try:
        return ClaimRow(
            quote=row["quote"],
            said_by=_strings(row.get("said_by")),
            stance=_scalar(row.get("stance")),
            type=_scalar(row.get("type")),
            actor=_words(row.get("actor")),
            target=_words(row.get("target")),
            place=_words(row.get("place")),
            date=date,
            harm=tuple(_harm(item) for item in harm),
            event=_scalar(row.get("event")),
        )
    except _Malformed:
        return None


def claim_file(rows: Iterable[Mapping[str, Any]]) -> ClaimFile:
    """Gather rows that hold an article's `claims` each, or one claim each with its `article`."""
    claims: dict[str, list[ClaimRow]] = {}
    malformed: dict[str, int] = {}
    for row in rows:
        if "claims" in row:
            given = row["claims"]
        elif "quote" in row:
            given = [row]
        else:
            continue
        article = row["article"]
        for item in given:
            claim = claim_row(item)
            if claim is None:
                malformed[article] = malformed.get(article, 0) + 1
            else:
                claims.setdefault(article, []).append(claim)
        claims.setdefault(article, [])
    return ClaimFile({article: tuple(found) for article, found in claims.items()}, malformed)
