"""The furniture of a page is told from its prose."""

import pytest

from sayso.extract.prose import prose
from sayso.extract.sentences import sentences
from tests.marks import read_marks, spans_of

TITLE = "Shells hit harbour town of Vessin"
CASES = [
    ("date line, title, text in one line", "Thu 05 May 2022 Shells hit harbour town of Vessin [p Two men were hurt.]"),
    ("the title as its own sentence", "05-05-2022 Shells hit harbour town of Vessin. [p Two men were hurt.]"),
    ("a byline before the title", "May 5, 2022 by Ana Author Shells hit harbour town of Vessin [p Two men were hurt.]"),
    ("an agency's date line", "VESSIN (Reuters) - [p Shells fell on the port.]"),
    ("a date line with updates", "05.05.2022(updated 1130 05.05.2022) Get short URL 0 12 [p At least two men died.]"),
    ("a number that opens the prose stays", "Thursday 5 May 2022 [p 25 civilians were killed.]"),
    ("a sentence printed twice counts once", "[p The port is shut.] The port is shut."),
    ("credits at the foot", "[p The port is shut.] Reporting by A. Author; Editing by B. Editor"),
    ("keywords before the text", "[p The port is shut.] Tags Vessin Shelling Port [p At least two men died.]"),
]


@pytest.mark.parametrize(("reason", "marked"), CASES, ids=[reason for reason, _ in CASES])
def test_prose_is_told_from_furniture(reason: str, marked: str) -> None:
    text, marks = read_marks(marked)
    assert [(p.start, p.end) for p in prose(text, sentences(text), TITLE)] == spans_of(marks, "p"), reason
