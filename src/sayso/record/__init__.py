"""The nouns of sayso: small frozen values with ids made of their content. Imports nothing else of ours."""

from sayso.record.articles import Article, Capture, Outcome, Status
from sayso.record.claims import (
    Attribution,
    Casualty,
    Claim,
    Count,
    CountForm,
    Event,
    EventType,
    Group,
    HarmKind,
    Reference,
    Stance,
    Voice,
    joined,
)
from sayso.record.codec import CodecError, decode, encode
from sayso.record.ids import content_id
from sayso.record.mentions import Mention
from sayso.record.readings import Reading
from sayso.record.runs import Run
from sayso.record.tags import Tag, Tags
from sayso.record.times import Granularity, Interval, Resolution

__all__ = [
    "Article",
    "Attribution",
    "Capture",
    "Casualty",
    "Claim",
    "CodecError",
    "Count",
    "CountForm",
    "Event",
    "EventType",
    "Granularity",
    "Group",
    "HarmKind",
    "Interval",
    "Mention",
    "Outcome",
    "Reading",
    "Reference",
    "Resolution",
    "Run",
    "Stance",
    "Status",
    "Tag",
    "Tags",
    "Voice",
    "content_id",
    "decode",
    "encode",
    "joined",
]
