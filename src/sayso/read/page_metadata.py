"""What a web page says of its article: JSON-LD first, then meta elements. Every value with the place it came from."""

import re
from dataclasses import dataclass
from typing import Any

from sayso.read.days import parse_day
from sayso.read.json_ld import clean, linked_facts, web_address

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
    linked = linked_facts(tree, notes)
    meta = _meta_facts(tree)
    published, rule = _first_day("published", linked, meta, notes)
    modified, _ = _first_day("modified", linked, meta, notes)
    publisher = linked.get("publisher") or meta.get("publisher")
    title = linked.get("title") or meta.get("title") or _heading(tree) or _window_title(tree, publisher)
    author = linked.get("author") or meta.get("author")
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or linked.get("language")
    url = web_address(next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)) or web_address(meta.get("url"))
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


def _code(language: str | None) -> str | None:
    return language if language and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,3}", language) else None


def _meta_facts(tree: Any) -> dict[str, str]:
    named: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = clean(element.get("content") or element.get("datetime"))
        if name and value:
            named.setdefault(name.strip().lower(), value)
    facts = {}
    for field, names in _META.items():
        value = next((named[name] for name in names if name in named), None)
        if value and not (field == "author" and web_address(value)):
            facts[field] = value
    return facts


def _heading(tree: Any) -> str | None:
    headings = [heading for heading in (clean(h.text_content()) for h in tree.iter("h1")) if heading]
    return headings[0] if len(headings) == 1 else None


def _window_title(tree: Any, publisher: str | None) -> str | None:
    title = next((clean(element.text_content()) for element in tree.iter("title")), None)
    if title and publisher:
        for mark in (" - ", " | ", " – ", " — "):
            title = title.removesuffix(mark + publisher)
    return title
