"""The harm rows of a proposition: who was killed, hurt, missing, held, driven out, got away or was shut in, and how many."""

from dataclasses import dataclass, field

from sayso.extract import breakdown
from sayso.extract.linking import Stretch, blocked, chain_left, objects, subject_of, toll_of, voice
from sayso.extract.parties import UNSTATED, Party
from sayso.extract.pieces import pieces
from sayso.record import Casualty, Group, HarmKind, Mention

INHERITED: frozenset[Group] = frozenset(("civilians", "fighters", "soldiers", "prisoners"))
"""Groups that "seven others" or a bare number takes over from the party before it (annotation guide, ruling 10)."""


@dataclass(slots=True)
class _Rows:
    """Rows in the making. `kinds` tells which harms a party has been linked to, `group` what it was read as."""

    text: str
    s: Stretch
    made: list[Casualty] = field(default_factory=list)
    kinds: dict[int, list[HarmKind]] = field(default_factory=dict)
    group: dict[int, Group] = field(default_factory=dict)
    parts: dict[int, list[breakdown.Part]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    last: list[Party] = field(default_factory=list)

    def group_of(self, party: Party) -> Group:
        """The group said, or that of the party before where the number stands alone."""
        if party.first in self.group:
            return self.group[party.first]
        group = party.group
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

    def add_part(self, parent: Party, part: breakdown.Part, harm: int) -> None:
        """Note a part of a party; its rows follow at once under the harms that the whole has already."""
        self.parts.setdefault(parent.first, []).append(part)
        self.taken.add(part.party.first)
        for kind in self.kinds.get(parent.first, ()):
            self._row(kind, harm, part.party, part.group, self.group_of(parent))

    def _row(self, kind: HarmKind, harm: int, party: Party, group: Group, within: Group | None) -> None:
        if party.numbered:
            mention = Mention(party.start, party.end, self.text)
        else:
            piece = self.s.cut[harm]
            mention = Mention(piece.start, piece.end, self.text)
        row = Casualty(kind, party.count, group, mention, within)
        same = (row.kind, row.count, row.mention.start, row.group if row.count == UNSTATED else None)
        if not any((c.kind, c.count, c.mention.start, c.group if c.count == UNSTATED else None) == same for c in self.made):
            self.made.append(row)


def casualties(text: str, start: int, end: int) -> tuple[Casualty, ...]:
    """The harm rows of the proposition text[start:end], in order of their words.

    A row's numbers are always those of its mention; harm without a number gives a row of the form "unstated". No row
    where the harm is negated or only possible. Kinds and groups are those of the annotation guide (docs/terms.md).
    """
    cut = pieces(text, start, end)
    if not any(piece.harm for piece in cut):
        return ()
    rows = _Rows(text, Stretch(cut))
    for n, piece in enumerate(cut):
        _parts_at(rows, n)
        if piece.harm is not None and not blocked(rows.s, n):
            _harm_at(rows, n)
    return tuple(sorted(rows.made, key=lambda row: (row.mention.start, row.mention.end, row.kind)))


def _parts_at(rows: _Rows, n: int) -> None:
    """Read a breakdown that begins at n, if one does."""
    s = rows.s
    among = breakdown.among(s, n)
    if among is not None:
        wholes, members, harm = among
        kind = s.harm(harm)
        assert kind is not None  # breakdown.among found it
        rows.link(kind.kind, harm, wholes)
        for member in members:
            if wholes:
                rows.add_part(wholes[0], breakdown.Part(member, member.group or "people"), harm)
            else:
                rows.link(kind.kind, harm, [member])
        rows.taken.update(p.first for p in wholes + members)
        return
    whole = breakdown.whole_before(s, n, rows.last)
    if whole is None:
        return
    governed = whole.first in rows.kinds
    for part in breakdown.parts(s, n, whole, governed):
        rows.add_part(whole, part, _nearest_harm(s, n))


def _nearest_harm(s: Stretch, n: int) -> int:
    """The harm word a row without a number points to: the last before n, else the first after."""
    before = [k for k in range(n) if s.harm(k) is not None]
    after = (k for k in range(n, len(s.cut)) if s.harm(k) is not None)
    return before[-1] if before else next(after)


def _harm_at(rows: _Rows, n: int) -> None:
    s = rows.s
    harm = s.harm(n)
    assert harm is not None  # the caller looked
    found = _hurt(rows, n)
    if harm.persons:
        found = [party for party in found if party.group is not None]
    if found:
        rows.link(harm.kind, n, found)
        rows.taken.update(party.first for party in found)


def _hurt(rows: _Rows, n: int) -> list[Party]:
    """The parties that the harm word at n falls on."""
    s = rows.s
    inside = s.at.get(n)
    if inside is not None:
        return [inside] if inside.harm == n and inside.first not in rows.kinds and _alone(s, inside) else []
    place = voice(s, n)
    if place == "toll":
        party = toll_of(s, n)
        return [party] if party else []
    if place == "near":
        return [s.at[n - 1]]
    if place == "right":
        return [party for party in objects(s, n) if party.first not in rows.parts and not _is_part(rows, party)]
    if place == "left":
        return _subjects(rows, n)
    return []


def _alone(s: Stretch, party: Party) -> bool:
    return True


def _is_part(rows: _Rows, party: Party) -> bool:
    return any(part.party.first == party.first for listed in rows.parts.values() for part in listed)


def _subjects(rows: _Rows, n: int) -> list[Party]:
    """The subject of the harm word at n: where the nearest party is a part ("including two women"), its whole."""
    s = rows.s
    nearest = subject_of(s, n, rows.taken - {p.part_first for p in breakdown.all_parts(rows.parts)})
    if nearest is None:
        return []
    whole = breakdown.whole_of(rows.parts, nearest, s)
    chain = chain_left(s, whole or nearest)
    return [party for party in chain if not _is_part(rows, party)]
