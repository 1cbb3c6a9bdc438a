"""What a web page says of its article: JSON-LD first, then meta elements. Every value with the place it came from."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sayso.read.days import parse_day

MOST_NODES = 2000
"""JSON-LD objects looked at: a page holds a handful; more are a trap."""

_KINDS = re.compile(r"(?:[A-Za-z]{0,40}Article|BlogPosting|LiveBlogPosting|Report)$")
_PAGE = re.compile("WebPage$")
_META = {
    "title": ("og:title", "twitter:title", "citation_title", "dc.title", "dcterms.title", "parsely-title"),
    "publisher": ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher"),
    "author": ("author", "article:author", "byl", "citation_author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": (
        "article:published_time", "datepublished", "og:published_time", "citation_publication_date", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
        "publishdate", "publish_date", "publication_date", "date",
    ),
    "modified": (
        "article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "lastmod", "last-modified",
    ),
    "url": ("og:url",),
}  # fmt: skip
"""Names of meta elements, the surest first: of Open Graph, schema.org, Highwire, Dublin Core, Parsely, Sailthru."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """The facts of a page. Dates are ISO days; `published_rule` is "json-ld", "meta" or "" (no day was found)."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    published_rule: str = ""
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def page_facts(tree: Any) -> PageFacts:
    """Read the facts of a page from its parsed tree (lxml)."""
    notes: list[str] = []
    linked = _linked_facts(tree, notes)
    meta = _meta_facts(tree)
    published, rule = _first_day("published", linked, meta, notes)
    modified, _ = _first_day("modified", linked, meta, notes)
    publisher = linked.get("publisher") or meta.get("publisher")
    title = linked.get("title") or meta.get("title") or _heading(tree) or _window_title(tree, publisher)
    author = linked.get("author") or meta.get("author")
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or linked.get("language")
    url = _web_address(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)) or _web_address(meta.get("url"))
    return PageFacts(
        title, publisher, author, published, rule, modified, _code(language), url, tuple(dict.fromkeys(notes)),
    )  # fmt: skip


def _first_day(
    field: str, linked: dict[str, str], meta: dict[str, str], notes: list[str]
) -> tuple[str | None, str]:
    for facts, rule in ((linked, "json-ld"), (meta, "meta")):
        if field in facts:
            day = parse_day(facts[field])
            if day:
                return day.isoformat(), rule
            notes.append(f'{rule}: {field} "{facts[field][:60]}" names no day for sure; left out')
    return None, ""


def _clean(words: object) -> str | None:
    """Words on one line with entities read; None for anything else."""
    return " ".join(html.unescape(words).split()) or None if isinstance(words, str) else None


def _code(language: str | None) -> str | None:
    return language if language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}", language) else None


def _web_address(url: str | None) -> str | None:
    return url.strip() if url and re.match(r"\s{0,20}https?://", url, re.I) else None


def _meta_facts(tree: Any) -> dict[str, str]:
    named: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = _clean(element.get("content") or element.get("datetime"))
        if name and value:
            named.setdefault(name.strip().lower(), value)
    facts = {}
    for field, names in _META.items():
        value = next((named[name] for name in names if name in named), None)
        if value and not (field == "author" and _web_address(value)):
            facts[field] = value
    return facts


def _heading(tree: Any) -> str | None:
    headings = [heading for heading in (_clean(h.text_content()) for h in tree.iter("h1")) if heading]
    return headings[0] if len(headings) == 1 else None


def _window_title(tree: Any, publisher: str | None) -> str | None:
    title = next((_clean(element.text_content()) for element in tree.iter("title")), None)
    if title and publisher:
        for mark in (" - ", " | ", " – ", " — "):
            title = title.removesuffix(mark + publisher)
    return title


def _linked_facts(tree: Any, notes: list[str]) -> dict[str, str]:
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
        "title": _clean(chosen.get("headline")) or _clean(chosen.get("name")),
        "publisher": _names(chosen.get("publisher"), by_id),
        "author": _names(chosen.get("author"), by_id),
        "published": _clean(chosen.get("datePublished")),
        "modified": _clean(chosen.get("dateModified")),
        "language": _clean(chosen.get("inLanguage")),
    }
    return {field: value for field, value in facts.items() if value}


def _loads(words: str) -> Any:
    # numbers stay words: a number of a million digits would take minutes to become one
    return json.loads(words.strip().removesuffix(";"), strict=False, parse_int=str, parse_float=str, parse_constant=str)


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
        name = _clean(one.get("name") if isinstance(one, dict) else one)
        if name and not _web_address(name):
            names.append(name)
    return ", ".join(dict.fromkeys(names)) or None
