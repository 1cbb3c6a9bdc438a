"""Article and tags in, claims out: attribution, stance, events, casualties, quantities. No figure is made up here."""

from sayso.extract.claims import claims

__all__ = ["claims"]
