"""Find every public rule that reads text, and give each its arguments, so that no rule escapes measuring.

A rule is a public function of the rooms named in ROOMS that takes a text or an article. Its other arguments are
found by type: what one rule returns, another may take.
"""

import collections.abc
import datetime as dt
import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any

from bench.predict import article_of
from sayso.extract.sentences import Sentence
from sayso.record import Article, Mention, Tags

ROOMS = ("sayso.extract", "sayso.resolve")


class NoSupply(LookupError):
    """No rule and no rule of ours gives a value of this type."""


def _named(kind: Any) -> str:
    return kind.__name__ if inspect.isclass(kind) and not typing.get_args(kind) else str(kind)


@dataclass(frozen=True, slots=True)
class Rule:
    """A public function, by its full name without `sayso.`, with the types of its parameters and of its result."""

    name: str
    call: Callable[..., Any]
    takes: Mapping[str, Any]
    gives: Any

    @property
    def reads_words(self) -> bool:
        """Whether its time can hang on the text at all: not so for a rule of numbers and days."""
        return any(kind not in (int, float, bool, dt.date, str | None) for kind in self.takes.values())

    @property
    def supplies(self) -> bool:
        """Whether what it gives for a text is worth handing to another rule: not so for a rule of single words."""
        plain = self.gives in (str, int, float, bool) or not self.takes
        return not plain and not any(kind is str and name != "text" for name, kind in self.takes.items())

    @property
    def reads_text(self) -> bool:
        """Whether the text comes in directly."""
        return any(kind is Article or (name == "text" and kind is str) for name, kind in self.takes.items())


def _rule(room: str, name: str, call: Callable[..., Any]) -> Rule:
    hints = typing.get_type_hints(call)
    parameters = inspect.signature(call).parameters.values()
    named = [p for p in parameters if p.kind not in (p.VAR_POSITIONAL, p.VAR_KEYWORD)]
    wanted = [p for p in named if p.default is p.empty or p.name in ("text", "article")]
    return Rule(f"{room.removeprefix('sayso.')}.{name}", call, {p.name: hints[p.name] for p in wanted}, hints["return"])


def discover() -> tuple[Rule, ...]:
    """All rules, in order of their names."""
    found = {}
    for room in ROOMS:
        package = importlib.import_module(room)
        modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(package.__path__, f"{room}.")]
        for module in modules:
            for name, call in vars(module).items():
                public = callable(call) and not name.startswith("_") and not inspect.isclass(call)
                if public and getattr(call, "__module__", None) == module.__name__:
                    rule = _rule(module.__name__, name, call)
                    found[rule.name] = rule
    return tuple(found[name] for name in sorted(found))


class Supply:
    """Values by type for one text. Each is made once."""

    def __init__(self, text: str, rules: tuple[Rule, ...]) -> None:
        self._text = text
        self._rules = rules
        self._made: dict[Any, Any] = {
            str: text,
            Article: article_of({"id": "hostile", "text": text, "title": None, "published": "2021-05-05"}),
            Tags: Tags(),
        }
        if text:
            self._made[Mention] = Mention(0, len(text), text)
            self._made[Sentence] = Sentence(0, len(text), len(text))
        self._pending: list[Any] = []

    def arguments(self, rule: Rule) -> dict[str, Any]:
        """What to call the rule with. Raises NoSupply."""
        return {name: self._argument(name, kind) for name, kind in rule.takes.items()}

    def _argument(self, name: str, kind: Any) -> Any:
        if kind is int and name in ("start", "end", "stop", "at", "position"):
            return 0 if name in ("start", "at", "position") else len(self._text)
        return self._value(kind)

    def _value(self, kind: Any) -> Any:
        if kind in self._made:
            return self._made[kind]
        if typing.get_origin(kind) in (typing.Union, UnionType) and NoneType in typing.get_args(kind):
            return None
        if typing.get_origin(kind) in (collections.abc.Sequence, collections.abc.Iterable):
            return self._value(tuple[typing.get_args(kind)[0], ...])  # type: ignore[misc] # a type made at run time
        if kind in self._pending:
            raise NoSupply(_named(kind))
        self._pending.append(kind)
        try:
            self._made[kind] = self._from_a_rule(kind)
        finally:
            self._pending.pop()
        return self._made[kind]

    def _from_a_rule(self, kind: Any) -> Any:
        for rule in self._rules:
            if rule.gives == kind and rule.supplies:
                try:
                    return rule.call(**self.arguments(rule))
                except NoSupply:
                    continue
        raise NoSupply(_named(kind))
