"""Rows of harm in the making, and what has been linked so far."""

from dataclasses import dataclass, field

from sayso.extract.breakdown import Part
from sayso.extract.parties import UNSTATED, Party
from sayso.extract.stretches import Stretch
from sayso.record import Casualty, Group, HarmKind, Mention

INHERITED: frozenset[Group] = frozenset(("civilians", "fighters", "soldiers", "prisoners"))
"""Groups that "seven others" or a bare number takes over from the party before it (docs/terms.md, ruling 10)."""

FOLD: dict[Group, Group] = {"civilians": "people", "soldiers": "fighters"}
"""Groups that stand for one another where one number is said over two of them."""


LOOK_BACK = 60
"""Pieces looked back over to the whole that a breakdown is of."""


@dataclass(slots=True)
class Rows:
    """Rows in the making. `kinds` tells which harms a party has been linked to, `group` what it was read as."""

    text: str
    s: Stretch
    made: list[Casualty] = field(default_factory=list)
    kinds: dict[int, list[HarmKind]] = field(default_factory=dict)
    group: dict[int, Group] = field(default_factory=dict)
    parts: dict[int, list[Part]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    last: list[Party] = field(default_factory=list)
    by_harm: dict[int, list[Party]] = field(default_factory=dict)
    part_of: dict[int, Party] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)

    def group_of(self, party: Party) -> Group:
        """The group said, or that of the party before where the number stands alone."""
        if party.first in self.group:
            return self.group[party.first]
        group = party.group
        second = party.second or group
        if group is not None and second is not None and FOLD.get(group, group) != FOLD.get(second, second):
            group = "people"
        if group is None or (group == "people" and party.others):
            before = self.group.get(self.last[-1].first) if self.last else None
            group = before if before in INHERITED else "people"
        self.group[party.first] = group
        return group

    def link(self, kind: HarmKind, harm: int, parties: list[Party]) -> None:
        """Add the rows of these parties, and of their parts, under this kind."""
        for party in parties:
            self._row(kind, harm, party, self.group_of(party), None)
            self.kinds.setdefault(party.first, []).append(kind)
            for part in self.parts.get(party.first, ()):
                self._row(kind, harm, part.party, part.group, self.group_of(party))
        if parties:
            self.last = parties

    def link_part(self, kind: HarmKind, harm: int, part: Part, whole: Party) -> None:
        """Add the row of a part of a party that is itself a part."""
        self._row(kind, harm, part.party, part.group, self.group_of(whole))

    def part_of_unsaid(self, kind: HarmKind, harm: int, party: Party) -> None:
        """Add the row of a part of people whose number is not said."""
        self._row(kind, harm, party, self.group_of(party), "people")

    def unsaid(self, kind: HarmKind, harm: int) -> None:
        """Add a row for people who are not counted nor named."""
        before = self.group.get(self.last[-1].first) if self.last else None
        piece = self.s.cut[harm]
        group: Group = before if before in INHERITED else "people"
        row = Casualty(kind, UNSTATED, group, Mention(piece.start, piece.end, self.text))
        self._add(row)

    def add_part(self, parent: Party, part: Part, harm: int) -> None:
        """Note a part of a party; its rows follow at once under the harms that the whole has already."""
        self.parts.setdefault(parent.first, []).append(part)
        self.taken.add(part.party.first)
        self.part_of[part.party.first] = parent
        for kind in self.kinds.get(parent.first, ()):
            self._row(kind, harm, part.party, part.group, self.group_of(parent))

    def _row(self, kind: HarmKind, harm: int, party: Party, group: Group, within: Group | None) -> None:
        if party.numbered:
            mention = Mention(party.start, party.end, self.text)
        else:
            piece = self.s.cut[harm]
            mention = Mention(piece.start, piece.end, self.text)
        row = Casualty(kind, party.count, group, mention, within)
        self._add(row)

    def _add(self, row: Casualty) -> None:
        """Keep the row unless the same words already gave the same number of the same harm."""
        where = row.group if row.count == UNSTATED else row.mention.start
        key = (row.kind, row.count.low, row.count.high, row.count.form, where)
        if key not in self._seen:
            self._seen.add(key)
            self.made.append(row)

    def counted_before(self, first: int, kind: HarmKind | None = None) -> Party | None:
        """The last whole with a number before this piece that has this harm (or any), looking back over LOOK_BACK."""
        for n in range(first - 1, max(-1, first - LOOK_BACK), -1):
            party = self.s.at.get(n)
            if party is None or not party.numbered or party.first in self.part_of:
                continue
            kinds = self.kinds.get(party.first, [])
            if kind in kinds or (kind is None and kinds):
                return party
        return None
