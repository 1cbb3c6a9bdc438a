"""The facts of an article in its page's JSON-LD (schema.org)."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

MOST_NODES = 2000
"""JSON-LD objects looked at: a page holds a handful; more are a trap."""

_KINDS = re.compile(r"(?:[A-Za-z]{0,40}Article|BlogPosting|LiveBlogPosting|Report)$")
_PAGE = re.compile("WebPage$")


def clean(words: object) -> str | None:
    """Words on one line with entities read; None for anything else."""
    return " ".join(html.unescape(words).split()) or None if isinstance(words, str) else None


def web_address(url: str | None) -> str | None:
    """The address, if it is one of the web."""
    return url.strip() if url and re.match(r"\s{0,20}https?://", url, re.I) else None


def linked_facts(tree: Any, notes: list[str]) -> dict[str, str]:
    """The facts of the first article in the page's JSON-LD, or of the page object where there is no article."""
    nodes: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            nodes += _nodes(_loads(script.text_content()))
        except (ValueError, RecursionError):
            notes.append("a JSON-LD block could not be read; passed over")
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    chosen = next((node for node in nodes if _is_kind(node, _KINDS)), None)
    if chosen is None:
        chosen = next((node for node in nodes if _is_kind(node, _PAGE) and "datePublished" in node), None)
    if chosen is None:
        return {}
    facts = {
        "title": clean(chosen.get("headline")) or clean(chosen.get("name")),
        "publisher": _names(chosen.get("publisher"), by_id),
        "author": _names(chosen.get("author"), by_id),
        "published": clean(chosen.get("datePublished")),
        "modified": clean(chosen.get("dateModified")),
        "language": clean(chosen.get("inLanguage")),
    }
    return {field: value for field, value in facts.items() if value}


def _loads(words: str) -> Any:
    # numbers are not wanted, and one of a million digits would take minutes to make
    words = words.strip().removesuffix(";")
    return json.loads(words, strict=False, parse_int=_nothing, parse_float=_nothing, parse_constant=_nothing)


def _nothing(_: str) -> None:
    return None


def _nodes(data: Any) -> list[dict[str, Any]]:
    """All objects of a JSON value, the outer ones first, in the order they stand in."""
    found: list[dict[str, Any]] = []
    level: list[Any] = [data]
    while level and len(found) < MOST_NODES:
        found += [value for value in level if isinstance(value, dict)]
        level = [inner for value in level for inner in _inside(value)]
    return found[:MOST_NODES]


def _inside(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from (inner for inner in value.values() if isinstance(inner, dict | list))
    elif isinstance(value, list):
        yield from (inner for inner in value if isinstance(inner, dict | list))


def _is_kind(node: dict[str, Any], kinds: re.Pattern[str]) -> bool:
    stated = node.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return any(isinstance(one, str) and kinds.search(one) for one in types)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> str | None:
    """The name or names of a person or body: a word, an object with a name, a pointer to one, or a list of these."""
    names = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "name" not in one and isinstance(one.get("@id"), str):
            one = by_id.get(one["@id"], one)
        name = clean(one.get("name") if isinstance(one, dict) else one)
        if name and not web_address(name):
            names.append(name)
    return ", ".join(dict.fromkeys(names)) or None
