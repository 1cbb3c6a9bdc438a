"""How a batch ended, as people and scripts are told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.record import Outcome, Reading

OK, FAILED, USAGE, SOME_FAILED, NOTHING_FOUND = 0, 1, 2, 3, 4
"""Exit codes. 2 is what the command line gives for a wrong call."""


@dataclass(slots=True)
class Tally:
    """Counts of one batch; filled by `counted` as the readings pass."""

    read: int = 0
    failed: int = 0
    claims: int = 0

    @property
    def exit_code(self) -> int:
        """0 ok, 1 nothing could be read, 3 some inputs failed, 4 all were read and none held a claim."""
        if self.failed:
            return SOME_FAILED if self.read else FAILED
        return OK if self.claims else NOTHING_FOUND

    @property
    def words(self) -> str:
        """One line for the end of a batch; "" where everything went as expected or the one outcome said it all."""
        if self.read + self.failed < 2 or (self.claims and not self.failed):
            return ""
        failed = f", {self.failed} failed" if self.failed else ""
        claims = "1 claim" if self.claims == 1 else f"{self.claims} claims"
        return f"{self.read} of {self.read + self.failed} inputs read{failed}; {claims} found"


def counted(readings: Iterable[Reading], tally: Tally, tell: Callable[[Outcome], None]) -> Iterator[Reading]:
    """Hand the readings on, counting them and telling each outcome as it comes."""
    for reading in readings:
        if reading.outcome.status == "skipped":
            pass
        elif reading.outcome.good:
            tally.read += 1
        else:
            tally.failed += 1
        tally.claims += len(reading.claims)
        tell(reading.outcome)
        yield reading


def message(outcome: Outcome, notes: bool) -> list[str]:
    """The lines to tell of an outcome: faults always, what a good reading noted where asked for."""
    lines = []
    if outcome.status != "read":
        remedy = f"; {outcome.remedy}" if outcome.remedy else ""
        lines.append(f"{outcome.locator}: {outcome.status}: {outcome.reason}{remedy}")
    if notes:
        lines += [f"{outcome.locator}: note: {note}" for note in outcome.notes]
    return lines
