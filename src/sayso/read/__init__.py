"""Bytes to articles: text, web pages, JSON Lines, JSON and CSV, from files, folders and standard input."""

from sayso.read.articles import articles
from sayso.read.pages import PageReader
from sayso.read.received import Defaults, Received, Result
from sayso.read.sources import Input

__all__ = ["Defaults", "Input", "PageReader", "Received", "Result", "articles"]
