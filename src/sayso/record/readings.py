"""What one reading of one input gave: the bundle that the pipeline hands on and every export walks over."""

from dataclasses import dataclass

from sayso.record.articles import Article, Outcome
from sayso.record.claims import Claim
from sayso.record.mentions import Mention
from sayso.record.runs import Run
from sayso.record.times import Resolution


@dataclass(frozen=True, slots=True)
class Reading:
    """One input read: its article (None where there was none to read), how it ended, its claims, and by whom.

    `resolutions` holds one date resolution per claim, `dates` its value as the annotation guide writes a date (or
    None), and `sentences` the words the claim stands among, each in the order of `claims`; raises ValueError if they
    differ in length. `proposed` is a day of publication found in the text of an article that states none: evidence to
    be shown, never an anchor.
    """

    article: Article | None
    outcome: Outcome
    run: Run
    claims: tuple[Claim, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    dates: tuple[str | None, ...] = ()
    sentences: tuple[Mention, ...] = ()
    proposed: Resolution | None = None

    def __post_init__(self) -> None:
        lengths = [len(part) for part in (self.claims, self.resolutions, self.dates, self.sentences)]
        if len(set(lengths)) != 1:
            raise ValueError(f"claims, resolutions, dates and sentences differ in length: {lengths}")
        if self.claims and self.article is None:
            raise ValueError("claims without their article")
