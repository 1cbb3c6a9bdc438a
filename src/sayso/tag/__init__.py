"""Text in, tags out: what a trained network sees in the words. Rules alone must still answer without it."""

from sayso.tag.tagger import TAGGERS, NoTagger, Tagger, tagger

__all__ = ["TAGGERS", "NoTagger", "Tagger", "tagger"]
