"""Words of an article, with the place they stand in."""

from dataclasses import InitVar, dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words naming something, and their span in code points of `Article.text`.

    The words are never given, always cut from the text: `Mention(0, 6, text).words == text[0:6]`. So the law
    `text[start:end] == words` holds for every mention that exists. Raises ValueError for an empty span or one
    that leaves the text.
    """

    start: int
    end: int
    text: InitVar[str]
    words: str = field(init=False)

    def __post_init__(self, text: str) -> None:
        if not 0 <= self.start < self.end <= len(text):
            raise ValueError(f"span {self.start}..{self.end} is empty or leaves the text of {len(text)} code points")
        object.__setattr__(self, "words", text[self.start : self.end])

    def covers(self, other: "Mention") -> bool:
        """Whether the other mention lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Mention") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end
