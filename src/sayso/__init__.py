"""sayso reads reporting on armed conflict and keeps the record of who says what happened, and on whose word.

    import sayso

    for reading in sayso.read("article.txt", publisher="The Daily Example", published="2019-03-14"):
        for claim in reading.claims:
            print(claim.attribution.said_by, claim.attribution.stance, claim.quote.words)

Importing this opens no file and loads no library; the rooms are entered at the first call.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from sayso.version import __version__

if TYPE_CHECKING:
    from sayso.export import rows
    from sayso.record import Reading
    from sayso.run.python import read, read_text

__all__ = ["Reading", "__version__", "read", "read_text", "rows"]

_HOMES = {"read_text": "sayso.run.python", "rows": "sayso.export", "Reading": "sayso.record", "read": "sayso.read"}


class _Room(ModuleType):
    """The room `sayso.read`, which is also the verb `sayso.read(...)`: both names are promised (docs/decisions/002)."""

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        """Call `sayso.run.python.read`."""
        return import_module("sayso.run.python").read(*arguments, **named)


class _House(ModuleType):
    """The package: when the import system hangs the room `read` in it, the room learns to be called."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "read" and type(value) is ModuleType:
            value.__class__ = _Room
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    """Enter a room when one of its names is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}")
    home = import_module(_HOMES[name])
    return home if name == "read" else getattr(home, name)


sys.modules[__name__].__class__ = _House
