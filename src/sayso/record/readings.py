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

    `resolutions` holds one date resolution per claim and `sentences` the words each claim stands among, both in the
    order of `claims`; raises ValueError if they differ in length. `proposed` is a day of publication found in the text
    of an article that states none: evidence to be shown, never an anchor.
    """

    article: Article | None
    outcome: Outcome
    run: Run
    claims: tuple[Claim, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    sentences: tuple[Mention, ...] = ()
    proposed: Resolution | None = None

    def __post_init__(self) -> None:
        if not len(self.claims) == len(self.resolutions) == len(self.sentences):
            given = f"{len(self.resolutions)} resolutions and {len(self.sentences)} sentences"
            raise ValueError(f"{len(self.claims)} claims with {given}")
        if self.claims and self.article is None:
            raise ValueError("claims without their article")
