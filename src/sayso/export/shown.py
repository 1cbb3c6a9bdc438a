"""Words of an article made safe to show: what could move a cursor, hide a letter or turn a line round becomes visible.

Only what is shown is changed; every export that carries data carries the words as they stand.
"""

import re
import unicodedata

MARKS_KEPT = 4
"""Combining marks kept on one letter: written languages need three or so; towers of thousands break a terminal."""

_BLANKS = re.compile(r"\s+")
_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{5,}")  # noqa: E501 - one class, one line
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Unicode categories that show nothing of themselves: control, format (bidi overrides, zero width), surrogates,
private, unassigned. Source: Unicode Standard 15, section 4.5, General Category."""


def shown(words: str) -> str:
    """One line of these words for display: runs of blanks as one blank, hidden code points as <U+XXXX>."""
    line = _BLANKS.sub(" ", words).strip()
    line = _MARKS.sub(lambda run: run[0][:MARKS_KEPT] + "…", line)
    if line.isascii() and line.isprintable():
        return line
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) in _HIDDEN else c for c in line)
