"""The labels of every output of the network, in the order of its numbers. A model made for others is refused.

What becomes of them as tags is written in docs/tags.md. The event types, stances, kinds and groups are those of the
annotation guide; the names' types are re3d's.
"""

OUTSIDE, BEGIN, INSIDE = 0, 1, 2
"""The three labels of a sequence: a word outside a stretch, its first word, a further word of it."""

SPANS = ("source", "cue", "content", "quote", "inner")
"""Sequences found as a whole. Of two claim quotes that overlap, `quote` holds the outer one and `inner` the other."""
ROLES = ("actor", "target", "place", "date")
CHOICES: dict[str, tuple[str, ...]] = {
    "stance": ("asserts", "denies", "doubts", "intends"),
    "type": (
        "airstrike", "shelling", "chemical attack", "bombing", "clash", "shooting", "execution", "attack", "abduction",
        "arrest", "siege", "territory", "destruction", "displacement", "evacuation", "escape", "rescue", "aid",
        "agreement", "violation", "talks", "deployment", "arms transfer", "sanction", "investigation", "protest",
        "other",
    ),
    "voice": ("own", "sourced"),
    "kind": ("none", "killed", "injured", "missing", "detained", "displaced", "escaped", "trapped"),
    "group": (
        "people", "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists",
        "aid workers", "prisoners", "elderly",
    ),
    "part": ("whole", "part"),
}  # fmt: skip
"""Outputs that choose one label for a stretch of words."""
NAME_TYPES = (
    "Organisation", "Location", "Person", "Temporal", "Quantity", "Nationality", "Weapon", "Vehicle",
    "DocumentReference", "MilitaryPlatform", "Money", "Coordinate", "Frequency", "CommsIdentifier",
)  # fmt: skip
NAMES = ("O", *(f"{mark}-{kind}" for kind in NAME_TYPES for mark in "BI"))
LINKS = ("cue_source", "content_cue", "quote_source")
"""Pointers: from a cue to its source, from a content to its cue, from a claim's quote to its speaker's words."""
OUTPUTS = ("spans", "roles", "names", *CHOICES, "link_from", "link_to")
"""The network's outputs; a file may give them in any order, by these names."""
