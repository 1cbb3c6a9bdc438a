"""The labels of every head, in the order of the network's outputs. Changing an order makes old weights useless.

A head gives logits at every piece; only those at a word's first piece are read. `NOT_TRAINED` masks a word.
"""

from dataclasses import dataclass

NOT_TRAINED = -100
OUTSIDE, BEGIN, INSIDE = 0, 1, 2
"""The three labels of a BIO sequence."""

SPANS = ("source", "cue", "content", "quote", "inner")
"""BIO sequences with learned moves. Of two claim quotes that overlap, `quote` has the outer, `inner` the other."""
ATTRIBUTION = SPANS[:3]
QUOTES = SPANS[3:]
ROLES = ("actor", "target", "place", "date")
"""BIO sequences over the words of a claim's slots, in or near its quote."""

STANCES = ("asserts", "denies", "doubts", "intends")
VOICES = ("own", "sourced")
TYPES = (
    "airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack", "abduction",
    "arrest", "siege", "territory", "destruction", "displacement", "evacuation", "escape", "rescue", "aid",
    "agreement", "violation", "talks", "deployment", "arms transfer", "sanction", "investigation", "protest", "other",
)  # fmt: skip
KINDS = ("none", "killed", "injured", "missing", "detained", "displaced", "escaped", "trapped")
"""What befell the people a number counts; "none" where the number counts no harmed people."""
GROUPS = (
    "people", "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "aid workers",
    "prisoners", "elderly",
)  # fmt: skip
PARTS = ("whole", "part")
"""Whether a number breaks down another ("15 people, including eight children": eight is a part)."""
CHOICES: dict[str, tuple[str, ...]] = {
    "stance": STANCES, "type": TYPES, "voice": VOICES, "kind": KINDS, "group": GROUPS, "part": PARTS,
}  # fmt: skip
"""Heads that choose one label for a stretch: the one with the greatest mean log-probability over its words."""

POOLED = ("stance", "type", "voice")
"""Choices learned from the mean of a claim's logits: a word need not know what its neighbours say. The greatest mean
log-probability, which the runtime takes, is also the greatest mean logit."""
CLAIM = "claim"
"""Not a head: the number of the claim a word belongs to, so that its words can be put together."""

NAME_TYPES = (
    "Organisation", "Location", "Person", "Temporal", "Quantity", "Nationality", "Weapon", "Vehicle",
    "DocumentReference", "MilitaryPlatform", "Money", "Coordinate", "Frequency", "CommsIdentifier",
)  # fmt: skip
NAMES = ("O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI"))
NAME_LAYERS = ("names", "inner_names")
"""Two sequences with the labels of NAMES: of names within names the longest stand in the first. Of re3d's names the
first alone holds 73 of 100, both hold 99."""

LINKS = ("cue_source", "content_cue", "quote_source")
"""Pointers from a span's first word to the words of another span: a cue's source, a content's cue, a quote's speaker.
The piece [CLS] stands for "none": no source, no cue, the outlet's own voice."""
LINK_SIZE = 48
"""Numbers per pointer vector; a score is their dot product."""


@dataclass(frozen=True, slots=True)
class Link:
    """A training pair of a pointer: from one word to any of `targets`; no targets means [CLS]."""

    name: str
    origin: int
    targets: tuple[int, ...]
