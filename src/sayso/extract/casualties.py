"""The harm rows of a proposition: who was killed, hurt, missing, held, driven out, freed or shut in, and how many."""

from sayso.extract import breakdown
from sayso.extract.harm_rows import Rows
from sayso.extract.linking import alongside, blocked, chain_left, chain_right, objects, subject_of, voice
from sayso.extract.parties import Party
from sayso.extract.pieces import pieces
from sayso.extract.stretches import Stretch, listed
from sayso.extract.tolls import toll_of
from sayso.record import Casualty, HarmKind

UNCOUNTED = frozenset(("many", "more", "others", "some"))
"""Words before a participle that say there were hurt without a number: "and many wounded"."""


def casualties(text: str, start: int, end: int) -> tuple[Casualty, ...]:
    """The harm rows of the proposition text[start:end], in order of their words.

    A row's numbers are always those of its mention; harm without a number gives a row of the form "unstated". No row
    where the harm is negated or only possible. Kinds and groups are those of the annotation guide (docs/terms.md).
    """
    cut = pieces(text, start, end)
    rows = Rows(text, Stretch(cut))
    for n, piece in enumerate(cut):
        _parts_at(rows, n)
        if piece.harm is not None and n not in rows.s.at and not blocked(rows.s, n):
            _harm_at(rows, n)
    for party in rows.s.people:
        if party.harm is not None and party.first not in rows.kinds and party.first not in rows.part_of:
            _described(rows, party, party.harm)
    return tuple(sorted(rows.made, key=lambda row: (row.mention.start, row.mention.end, row.kind)))


def _described(rows: Rows, party: Party, n: int) -> None:
    """ "eight injured people", "several of the wounded": the harm is told by the phrase itself, at n."""
    harm = rows.s.harm(n)
    assert harm is not None  # a party's harm is one
    whole = rows.counted_before(party.first, harm.kind) if party.partitive else None
    if whole is not None:
        rows.add_part(whole, breakdown.Part(party, rows.group_of(party)), n)
    else:
        rows.link(harm.kind, n, [party])


def _parts_at(rows: Rows, n: int) -> None:
    """Read a breakdown that begins at n, if one does."""
    s = rows.s
    among = breakdown.among(s, n)
    if among is not None:
        _among(rows, *among, before=among[1].first < n)
        return
    if breakdown.included(s, n):
        _included(rows, n)
        return
    whole = breakdown.whole_before(s, n, rows.last, rows.kinds)
    if whole is None:
        return
    shared = _sharing(rows, whole)
    for part in breakdown.parts(s, n, whole, whole.first in rows.kinds):
        for one in shared:
            rows.add_part(one, part, _nearest_harm(s, n))


def _sharing(rows: Rows, whole: Party) -> list[Party]:
    """The wholes a breakdown is of: with "100 people killed and 400 wounded, mostly women", both."""
    if whole.group is not None or whole.others or whole.first not in rows.kinds:
        return [whole]
    before = rows.counted_before(whole.first)
    near = range(before.last + 1, whole.first) if before is not None else range(0)
    joined = len(near) < 8 and any(rows.s.word(n) == "and" for n in near)
    return [before, whole] if before is not None and joined else [whole]


def _among(rows: Rows, wholes: list[Party], member: Party, harm: int, before: bool) -> None:
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


def _included(rows: Rows, n: int) -> None:
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


def _harm_at(rows: Rows, n: int) -> None:
    harm = rows.s.harm(n)
    assert harm is not None  # the caller looked
    found = _hurt(rows, n)
    if harm.persons:
        found = [party for party in found if party.group is not None]
    rows.by_harm[n] = found
    named = breakdown.of_the_hurt(rows.s, n)
    whole = rows.counted_before(n, harm.kind) if named else None
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


def _hurt(rows: Rows, n: int) -> list[Party]:
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
        return [party for party in objects(s, n) if party.first not in rows.part_of]
    if place == "left":
        found = _subjects(rows, n)
        return found + alongside(s, n) if found else []
    return []


def _subjects(rows: Rows, n: int) -> list[Party]:
    """The subject of the harm word at n: where the nearest party is a part ("including two women"), its whole."""
    nearest = subject_of(rows.s, n, lambda party: party.first in rows.taken and party.first not in rows.part_of)
    return _with_wholes(rows, nearest) if nearest is not None else []


def _with_wholes(rows: Rows, party: Party) -> list[Party]:
    """The party, or the whole it is a part of, with those joined to it on its left."""
    whole = rows.part_of.get(party.first, party)
    return [p for p in chain_left(rows.s, whole, rows.taken) if p.first not in rows.part_of]
