"""Ids made of content, so that the same thing read twice is one thing."""

import hashlib
import json

ID_LENGTH = 20
"""Hex digits kept of the SHA-256: 80 bits, so that a billion values still meet with odds below one in a million."""


def content_id(kind: str, *parts: object) -> str:
    """Return the id of a value of this kind made of these JSON parts.

    The parts are hashed as one JSON array, never joined, so that ("ab", "c") and ("a", "bc") differ.
    Raises TypeError if a part is not JSON. Lone surrogates are escaped, so any text has an id.
    """
    canonical = json.dumps([kind, *parts], ensure_ascii=True, separators=(",", ":"), sort_keys=True, allow_nan=False)
    return f"{kind}-{hashlib.sha256(canonical.encode('ascii')).hexdigest()[:ID_LENGTH]}"
