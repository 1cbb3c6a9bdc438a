"""Bytes to articles: text, web pages, JSON Lines, JSON and CSV, from files, folders and standard input."""

from sayso.read.page_process import PageReader
from sayso.read.reading import articles
from sayso.read.received import About, Defaults, Place, Received, Result, receive
from sayso.read.sources import Input

__all__ = ["About", "Defaults", "Input", "PageReader", "Place", "Received", "Result", "articles", "receive"]
