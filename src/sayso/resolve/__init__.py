"""Words to values: dates, places, actors. What cannot be told stays unresolved, with its candidates."""

from sayso.resolve.claim_dates import claim_dates
from sayso.resolve.dates import resolve_date
from sayso.resolve.intervals import closed, guide_form
from sayso.resolve.phrases import Expression, expressions
from sayso.resolve.published import propose_published

__all__ = ["Expression", "claim_dates", "closed", "expressions", "guide_form", "propose_published", "resolve_date"]
