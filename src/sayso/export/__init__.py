"""Readings out: one traversal (`rows`) feeds every format, so that no two of them tell a claim differently."""

from sayso.export.contested import Contest, contests
from sayso.export.destination import destination
from sayso.export.formats import SUFFIXES, Format, writer
from sayso.export.rows import row, rows
from sayso.export.shown import shown

__all__ = ["SUFFIXES", "Contest", "Format", "contests", "destination", "row", "rows", "shown", "writer"]
