"""sayso reads reporting on armed conflict and keeps the record of who says what happened, and on whose word."""

from sayso.version import __version__

__all__ = ["__version__"]
