"""Who did the reading: the program, the tagger and the word lists, so that a better reader adds a new run."""

from dataclasses import dataclass

from sayso.record.ids import content_id


@dataclass(frozen=True, slots=True)
class Run:
    """The readers of a batch: version of sayso, name of the tagger, hash of the lexicon."""

    version: str
    tagger: str
    lexicon: str

    @property
    def id(self) -> str:
        """The same readers are the same run."""
        return content_id("run", self.version, self.tagger, self.lexicon)
