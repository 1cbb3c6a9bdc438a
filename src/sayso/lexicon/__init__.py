"""Word lists as data (TOML), each with a line that says where it comes from, and their loader."""

from sayso.lexicon.loader import alternatives, digest, load, names

__all__ = ["alternatives", "digest", "load", "names"]
