"""Tell what cannot speak from what can: a number, an event, a place or a thing is no source."""

import functools
import re

from sayso.extract.triggers import triggers
from sayso.lexicon import load

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_AFTER_HEAD = re.compile(r"\s(?:of|in|at|from|for|on|to|by|with|among|near|that|which|against)\s")


@functools.cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load("voices")[name])


def is_mute(name: str) -> bool:
    """Whether the words named as a source are headed by something that says nothing ("Seven", "the truce", "a raid").

    What holds a word for a speaker or a paper anywhere ("attack victims", "strike report") is not mute.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    if words[:2] == ["number", "of"]:
        return True
    if not words or any(word in _list("speaking") for word in words):
        return not words
    head = _AFTER_HEAD.split(name, maxsplit=1)[0]
    last = (_WORD.findall(head) or words)[-1].lower()
    if last.isdigit() or last in _list("mute") or last.removesuffix("s") in _list("mute"):
        return True
    told = triggers(head, max(0, len(head) - len(last)), len(head))
    return any(trigger.form == "noun" and trigger.role in ("act", "harm") for trigger in told)
