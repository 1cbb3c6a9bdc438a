"""Claims: who says what happened. The fields and their meaning are those of the annotation guide (docs/terms.md)."""

from dataclasses import dataclass
from typing import Literal

from sayso.record.ids import content_id
from sayso.record.mentions import Mention

Stance = Literal["asserts", "denies", "doubts", "intends"]

EventType = Literal[
    "airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack", "abduction",
    "arrest", "siege", "territory", "destruction", "displacement", "evacuation", "escape", "rescue", "aid",
    "agreement", "violation", "talks", "deployment", "arms transfer", "sanction", "investigation", "protest", "other",
]  # fmt: skip

HarmKind = Literal["killed", "injured", "missing", "detained", "displaced", "escaped", "trapped"]

Group = Literal[
    "people", "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists",
    "aid workers", "prisoners", "elderly",
]  # fmt: skip

CountForm = Literal["exact", "at least", "at most", "more than", "less than", "about", "between", "vague", "unstated"]
"""How a number was said. "vague" is "dozens", "several"; "unstated" is harm with no number at all."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number as an interval: both ends included, None = open. Raises ValueError if the ends are crossed."""

    low: int | None
    high: int | None
    form: CountForm

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"crossed interval {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Casualty:
    """A counted harm to a group.

    `mention` is the number with the words that bend it ("at least 15"), or the harm word where no number stands.
    `within` is the group of the whole this is a part of ("15 people, including eight children").
    """

    kind: HarmKind
    count: Count
    group: Group
    mention: Mention
    within: Group | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that name somebody or something, and the fuller name they stand for in the same article.

    `antecedent` is None where the words speak for themselves; `rule` says how the name was found ("as said",
    "pronoun", "short form", "acronym", "role", ...).
    """

    mention: Mention
    antecedent: Mention | None = None
    rule: str = "as said"

    @property
    def name(self) -> str:
        """The words to show: always words of the article."""
        return (self.antecedent or self.mention).words


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain of word: usually one source, several where they speak jointly."""

    parts: tuple[Reference, ...]

    @property
    def name(self) -> str:
        """The names of the joint sources, tied by "and"."""
        return " and ".join(part.name for part in self.parts)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who puts a content forward, in which words, and how.

    `chain` runs from the outermost voice in to the root source, not counting the publisher; it is empty for the
    publisher's own words, which have no source and no cue.
    """

    source: tuple[Mention, ...]
    cue: tuple[Mention, ...]
    content: tuple[Mention, ...]
    stance: Stance = "asserts"
    chain: tuple[Voice, ...] = ()

    @property
    def said_by(self) -> tuple[str, ...]:
        """The names along the chain."""
        return tuple(voice.name for voice in self.chain)


@dataclass(frozen=True, slots=True)
class Event:
    """What one claim says happened. `label` is shared by the claims of one article about the same occurrence.

    `actor`, `target` and `place` are lists because one party may be named in pieces; () means not stated.
    `trigger` is the word that gave the type, None where the type came from elsewhere. Date words stand in the
    claim's date resolution.
    """

    type: EventType
    label: str
    trigger: Mention | None = None
    actor: tuple[Reference, ...] = ()
    target: tuple[Reference, ...] = ()
    place: tuple[Reference, ...] = ()
    casualties: tuple[Casualty, ...] = ()


def joined(references: tuple[Reference, ...]) -> str | None:
    """The names of a party, place or object in one string; None where nobody is named."""
    return " and ".join(reference.name for reference in references) or None


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition in one article, on somebody's word. `found_by` names the rule or head that found it."""

    article_id: str
    quote: Mention
    attribution: Attribution
    event: Event
    found_by: str = "rules"

    @property
    def id(self) -> str:
        """Made of the article and of what is claimed, so that reading again adds nothing."""
        event, said = self.event, self.attribution
        place = [[r.mention.start, r.mention.end] for r in (*event.actor, *event.target, *event.place)]
        harm = [[c.kind, c.count.low, c.count.high, c.group, c.mention.start] for c in event.casualties]
        return content_id(
            "claim", self.article_id, self.quote.start, self.quote.end, said.stance, list(said.said_by),
            event.type, place, harm,
        )  # fmt: skip
