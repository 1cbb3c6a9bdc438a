"""One JSON codec for every noun of the record: plain objects out, the same values back."""

import base64
import datetime as dt
import types
import typing
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar, cast

from sayso.record.mentions import Mention

T = TypeVar("T")


class CodecError(ValueError):
    """JSON that is not the value it should be; the message names the field."""


def encode(value: Any) -> Any:
    """Turn a noun of the record into JSON: dates as ISO days, bytes as base64, tuples as lists."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: encode(getattr(value, f.name)) for f in fields(value)}
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is not a value of the record")


def decode(kind: type[T], data: Any, text: str = "") -> T:
    """Build a value of this kind from its JSON. `text` is the article's, from which mentions are cut again.

    Raises CodecError where the JSON does not fit, or where a mention's words are not the text's.
    """
    return cast(T, _value(kind, data, text, kind.__name__))


def _value(kind: Any, data: Any, text: str, where: str) -> Any:
    if kind is Mention:
        return _mention(data, text, where)
    if is_dataclass(kind):
        return _dataclass(kind, data, text, where)
    origin = typing.get_origin(kind)
    if origin is tuple:
        if not isinstance(data, list):
            raise CodecError(f"{where}: a list is wanted, not {data!r}")
        item = typing.get_args(kind)[0]
        return tuple(_value(item, part, text, f"{where}[{n}]") for n, part in enumerate(data))
    if origin in (typing.Union, types.UnionType):
        if data is None:
            return None
        inner = [option for option in typing.get_args(kind) if option is not type(None)]
        return _value(inner[0], data, text, where)
    if origin is typing.Literal:
        if data not in typing.get_args(kind):
            raise CodecError(f"{where}: {data!r} is not one of {', '.join(map(str, typing.get_args(kind)))}")
        return data
    return _plain(kind, data, where)


def _plain(kind: Any, data: Any, where: str) -> Any:
    try:
        if kind is dt.date and isinstance(data, str):
            return dt.date.fromisoformat(data)
        if kind is bytes and isinstance(data, str):
            return base64.b64decode(data, validate=True)
    except ValueError as error:
        raise CodecError(f"{where}: {error}") from error
    if kind in (str, int, float, bool) and type(data) is kind:
        return data
    raise CodecError(f"{where}: {kind.__name__} is wanted, not {data!r}")


def _mention(data: Any, text: str, where: str) -> Mention:
    try:
        mention = Mention(data["start"], data["end"], text)
    except (KeyError, TypeError, ValueError) as error:
        raise CodecError(f"{where}: {error}") from error
    if mention.words != data.get("words"):
        raise CodecError(f"{where}: the text reads {mention.words!r}, not {data.get('words')!r}")
    return mention


def _dataclass(kind: Any, data: Any, text: str, where: str) -> Any:
    if not isinstance(data, dict):
        raise CodecError(f"{where}: an object is wanted, not {data!r}")
    hints = typing.get_type_hints(kind)
    given = {}
    for f in fields(kind):
        if f.name in data:
            value = _value(hints[f.name], data[f.name], text, f"{where}.{f.name}")
            if f.init:
                given[f.name] = value
        elif f.init and f.default is MISSING and f.default_factory is MISSING:
            raise CodecError(f"{where}.{f.name} is missing")
    try:
        made = kind(**given)
    except ValueError as error:
        raise CodecError(f"{where}: {error}") from error
    for f in fields(kind):
        if not f.init and f.name in data and getattr(made, f.name) != data[f.name]:
            raise CodecError(f"{where}.{f.name}: does not agree with the rest")
    return made
