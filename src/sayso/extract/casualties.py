"""The harm rows of a proposition: who was killed, hurt, missing, held, driven out, freed or shut in, and how many."""

from dataclasses import dataclass, field

from sayso.extract import breakdown
from sayso.extract.linking import alongside, blocked, chain_left, chain_right, objects, subject_of, voice
from sayso.extract.parties import UNSTATED, Party
from sayso.extract.pieces import pieces
from sayso.extract.stretches import Stretch, listed
from sayso.extract.tolls import toll_of
from sayso.record import Casualty, Group, HarmKind, Mention

INHERITED: frozenset[Group] = frozenset(("civilians", "fighters", "soldiers", "prisoners"))
"""Groups that "seven others" or a bare number takes over from the party before it (annotation guide, ruling 10)."""

UNCOUNTED = frozenset(("many", "more", "others", "some"))
"""Words before a participle that say there were hurt without a number: "and many wounded"."""
FOLD: dict[Group, Group] = {"civilians": "people", "soldiers": "fighters"}
"""Groups that stand for one another where one number is said over two of them."""


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
    by_harm: dict[int, list[Party]] = field(default_factory=dict)

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

    def link_part(self, kind: HarmKind, harm: int, part: breakdown.Part, whole: Party) -> None:
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
        if not any(_same(row, known) for known in self.made):
            self.made.append(row)

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
        if not any(_same(row, known) for known in self.made):
            self.made.append(row)


def _same(a: Casualty, b: Casualty) -> bool:
    """Whether two rows say the same number of the same harm from the same words."""
    if a.kind != b.kind or a.count != b.count:
        return False
    return a.group == b.group if a.count == UNSTATED else a.mention.start == b.mention.start


def casualties(text: str, start: int, end: int) -> tuple[Casualty, ...]:
    """The harm rows of the proposition text[start:end], in order of their words.

    A row's numbers are always those of its mention; harm without a number gives a row of the form "unstated". No row
    where the harm is negated or only possible. Kinds and groups are those of the annotation guide (docs/terms.md).
    """
    cut = pieces(text, start, end)
    rows = _Rows(text, Stretch(cut))
    for n, piece in enumerate(cut):
        _parts_at(rows, n)
        if piece.harm is not None and n not in rows.s.at and not blocked(rows.s, n):
            _harm_at(rows, n)
    for party in rows.s.people:
        if party.harm is not None and party.first not in rows.kinds and not _is_part(rows, party):
            _described(rows, party, party.harm)
    return tuple(sorted(rows.made, key=lambda row: (row.mention.start, row.mention.end, row.kind)))


def _described(rows: _Rows, party: Party, n: int) -> None:
    """ "eight injured people", "several of the wounded": the harm is told by the phrase itself, at n."""
    harm = rows.s.harm(n)
    assert harm is not None  # a party's harm is one
    whole = _counted_before(rows, party, harm.kind) if party.partitive else None
    if whole is not None:
        rows.add_part(whole, breakdown.Part(party, rows.group_of(party)), n)
    else:
        rows.link(harm.kind, n, [party])


def _counted_before(rows: _Rows, party: Party, kind: HarmKind) -> Party | None:
    """The whole that "several of the wounded" is of: the last number before it under the same harm."""
    before = [p for p in rows.s.people if p.last < party.first and p.numbered and kind in rows.kinds.get(p.first, ())]
    return before[-1] if before else None


def _parts_at(rows: _Rows, n: int) -> None:
    """Read a breakdown that begins at n, if one does."""
    s = rows.s
    among = breakdown.among(s, n)
    if among is not None:
        _among(rows, *among, before=among[1].first < n)
        return
    if breakdown.included(s, n):
        _included(rows, n)
        return
    whole = breakdown.whole_before(s, n, rows.last, set(rows.kinds))
    if whole is None:
        return
    shared = _sharing(rows, whole)
    for part in breakdown.parts(s, n, whole, whole.first in rows.kinds):
        for one in shared:
            rows.add_part(one, part, _nearest_harm(s, n))


def _sharing(rows: _Rows, whole: Party) -> list[Party]:
    """The wholes a breakdown is of: with "100 people killed and 400 wounded, mostly women", both."""
    if whole.group is not None or whole.others or whole.first not in rows.kinds:
        return [whole]
    linked = [p for p in rows.s.people if p.first in rows.kinds and p.last < whole.first and p.numbered]
    before = [p for p in linked if not _is_part(rows, p)][-1:]
    near = range(before[0].last + 1, whole.first) if before else range(0)
    return [*before, whole] if len(near) < 8 and any(rows.s.word(n) == "and" for n in near) else [whole]


def _among(rows: _Rows, wholes: list[Party], member: Party, harm: int, before: bool) -> None:
    found = rows.s.harm(harm)
    kind: HarmKind = found.kind if found else "killed"
    rows.link(kind, harm, wholes)
    if not wholes and rows.last and kind in rows.kinds.get(rows.last[-1].first, ()):
        wholes = rows.last[-1:]
    if before:
        members = _with_wholes(rows, member)
        if not wholes and rows.s.word(members[-1].last + 1).startswith("among"):
            for party in members:
                rows.part_of_unsaid(kind, harm, party)
            rows.taken.update(party.first for party in members)
            return
    else:
        members = chain_right(rows.s, member, stop_at_subjects=False)
    for party in members:
        if wholes:
            rows.add_part(wholes[0], breakdown.Part(party, rows.group_of(party)), harm)
            for part in rows.parts.get(party.first, ()):
                rows.link_part(kind, harm, part, party)
        else:
            rows.link(kind, harm, [party])
    rows.taken.update(p.first for p in wholes + members)


def _included(rows: _Rows, n: int) -> None:
    """ "The victims included 11 women": those named are parts of dead without a number."""
    s = rows.s
    harm = s.harm(n - 1)
    first = s.begins(s.over(n + 1, 1, listed("before_number")))
    if first is None:
        return
    for party in chain_right(s, first, stop_at_subjects=False):
        rows.part_of_unsaid(harm.kind if harm else "killed", n - 1, party)
        rows.taken.add(party.first)


def _nearest_harm(s: Stretch, n: int) -> int:
    """The harm word a row without a number points to: the last before n, else the first after, else n itself."""
    near = [k for k in range(max(0, n - 60), min(n + 60, len(s.cut))) if s.harm(k) is not None]
    return min(near, key=lambda k: (k > n, abs(k - n)), default=n)


def _harm_at(rows: _Rows, n: int) -> None:
    harm = rows.s.harm(n)
    assert harm is not None  # the caller looked
    found = _hurt(rows, n)
    if harm.persons:
        found = [party for party in found if party.group is not None]
    rows.by_harm[n] = found
    named = breakdown.of_the_hurt(rows.s, n)
    whole = _counted_before(rows, named[0], harm.kind) if named else None
    for group in named if whole else ():
        assert whole is not None  # the loop is empty without
        rows.add_part(whole, breakdown.Part(group, rows.group_of(group)), n)
    if named and whole is None:
        rows.link(harm.kind, n, named)
    if len(found) > 2 and breakdown.summed(found):
        for party in found[1:]:
            rows.add_part(found[0], breakdown.Part(party, rows.group_of(party)), n)
        found = found[:1]
    if found:
        rows.link(harm.kind, n, found)
        rows.taken.update(party.first for party in found)
    elif rows.s.word(n - 1) in UNCOUNTED and "both" in harm.roles:
        rows.unsaid(harm.kind, n)


def _hurt(rows: _Rows, n: int) -> list[Party]:
    """The parties that the harm word at n falls on."""
    s = rows.s
    place = voice(s, n)
    if place == "toll":
        party = toll_of(s, n)
        return [party] if party else []
    if place == "near":
        return [s.at[n - 1]]
    if place == "paired":
        return rows.by_harm.get(n - 2, [])
    if place == "right":
        return [party for party in objects(s, n) if not _is_part(rows, party)]
    if place == "left":
        found = _subjects(rows, n)
        return found + alongside(s, n) if found else []
    return []


def _is_part(rows: _Rows, party: Party) -> bool:
    return any(part.party.first == party.first for group in rows.parts.values() for part in group)


def _subjects(rows: _Rows, n: int) -> list[Party]:
    """The subject of the harm word at n: where the nearest party is a part ("including two women"), its whole."""
    parts = {part.party.first for group in rows.parts.values() for part in group}
    nearest = subject_of(rows.s, n, rows.taken - parts)
    return _with_wholes(rows, nearest) if nearest is not None else []


def _with_wholes(rows: _Rows, party: Party) -> list[Party]:
    """The party, or the whole it is a part of, with those joined to it on its left."""
    whole = breakdown.whole_of(rows.parts, party, rows.s) or party
    return [p for p in chain_left(rows.s, whole, frozenset(rows.taken)) if not _is_part(rows, p)]
