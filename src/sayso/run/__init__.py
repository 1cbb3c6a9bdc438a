"""The only place where the rooms meet: inputs in, readings out, one article at a time."""

from sayso.run.pipeline import read_article, read_inputs
from sayso.run.tally import FAILED, Tally, counted, message

__all__ = ["FAILED", "Tally", "counted", "message", "read_article", "read_inputs"]
