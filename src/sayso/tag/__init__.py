"""Text in, tags out: what a trained network sees in the words. Rules alone must still answer without it."""

from sayso.tag.tagger import DEFAULT, TAGGERS, NoTagger, Tagger, tagger

__all__ = ["DEFAULT", "TAGGERS", "NoTagger", "Tagger", "tagger"]
