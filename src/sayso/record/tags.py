"""What a tagger saw in a text: the input of extraction beside the text itself."""

from dataclasses import dataclass

from sayso.record.mentions import Mention


@dataclass(frozen=True, slots=True)
class Tag:
    """One labelled stretch of text; `group` ties the parts of one thing (one attribution, one claim) together."""

    label: str
    mention: Mention
    group: int = 0


@dataclass(frozen=True, slots=True)
class Tags:
    """All tags of one text, and the tagger that gave them ("none": rules alone)."""

    tagger: str = "none"
    tags: tuple[Tag, ...] = ()
