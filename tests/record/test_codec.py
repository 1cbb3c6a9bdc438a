"""The codec: every noun comes back from JSON as it was, with its id; what does not fit is refused by name."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.record import (
    Article,
    Attribution,
    Capture,
    Casualty,
    Claim,
    CodecError,
    Count,
    Event,
    Interval,
    Mention,
    Outcome,
    Reference,
    Resolution,
    Run,
    Tag,
    Tags,
    Voice,
    decode,
    encode,
)

TEXT = "Police said, citing doctors, that at least two boys were killed in Northfield on Monday."


def mention(words: str, text: str = TEXT) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), text)


CLAIM = Claim(
    "article-1",
    mention("at least two boys were killed in Northfield"),
    Attribution(
        (mention("Police"),), (mention("said"), mention("citing")), (mention("at least two boys"),), "asserts",
        (Voice((Reference(mention("Police")),)), Voice((Reference(mention("doctors"), mention("doctors"), "role"),))),
    ),
    Event(
        "attack", "e1", mention("killed"), (), (Reference(mention("boys")),), (Reference(mention("Northfield")),),
        (Casualty("killed", Count(2, None, "at least"), "children", mention("at least two"), "people"),),
    ),
)  # fmt: skip


def there_and_back(value: Any, text: str = TEXT) -> Any:
    return decode(type(value), json.loads(json.dumps(encode(value))), text)


def test_a_claim_comes_back_with_its_id() -> None:
    back = there_and_back(CLAIM)
    assert back == CLAIM
    assert back.id == CLAIM.id


@pytest.mark.parametrize(
    "value",
    [
        Outcome("a", "a.txt#1", "malformed", "line 1 is cut short", "mend it", None, ("a note",)),
        Outcome("a", "-", "read", article_id="article-1"),
        Run("0.1", "none", "abc"),
        Tags("none", (Tag("cue", mention("said"), 1),)),
        Interval(dt.date(2019, 3, 4), None, "week"),
        Resolution(
            "date", mention("Monday"), Interval(dt.date(2019, 3, 11), dt.date(2019, 3, 11), "day"), "weekday",
            dt.date(2019, 3, 14), (Interval(dt.date(2019, 3, 18), dt.date(2019, 3, 18), "day"),),
        ),
        Resolution("published", None, None, "no evidence"),
        Count(None, 100, "at most"),
    ],
)  # fmt: skip
def test_every_noun_comes_back(value: Any) -> None:
    assert there_and_back(value) == value


WORDS = st.text(st.characters(exclude_categories=["Cs"]))


@given(WORDS, st.binary(), WORDS, st.none() | WORDS, st.none() | st.dates())
def test_an_article_comes_back_with_its_id(
    text: str, body: bytes, name: str, title: str | None, published: dt.date | None
) -> None:
    article = Article(text, name, Capture(body, "a\r\nb", "text/plain"), title, published=published)
    back = there_and_back(article)
    assert back == article
    assert back.id == article.id
    assert back.capture.sha256 == article.capture.sha256


@given(WORDS.filter(bool), st.data())
def test_any_mention_comes_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    value = Mention(start, end, text)
    assert there_and_back(value, text) == value


def changed(**fields: Any) -> dict[str, Any]:
    whole: dict[str, Any] = encode(Outcome("a", "a.txt", "read"))
    return whole | fields


@pytest.mark.parametrize(
    ("kind", "data", "named"),
    [
        pytest.param(Outcome, changed(status="splendid"), "Outcome.status", id="not of the vocabulary"),
        pytest.param(Outcome, changed(name=5), "Outcome.name", id="a number for a word"),
        pytest.param(Outcome, changed(notes="a note"), "Outcome.notes", id="a word for a list"),
        pytest.param(Outcome, {"name": "a"}, "Outcome.locator is missing", id="a field is missing"),
        pytest.param(Outcome, [], "Outcome", id="a list for an object"),
        pytest.param(Count, {"low": True, "high": None, "form": "exact"}, "Count.low", id="true for 1"),
        pytest.param(Count, {"low": 5, "high": 2, "form": "between"}, "Count", id="crossed ends"),
        pytest.param(
            Interval, {"start": "2019-02-31", "end": None, "granularity": "day"}, "Interval.start", id="31 February",
        ),
        pytest.param(Mention, {"start": 0, "end": 6, "words": "Police!"}, "Mention", id="other words"),
        pytest.param(Mention, {"start": 0, "end": 6000, "words": "Police"}, "Mention", id="out of the text"),
        pytest.param(Mention, {"start": 0, "words": "Police"}, "Mention", id="no end"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(kind: type, data: Any, named: str) -> None:
    with pytest.raises(CodecError, match=named):
        decode(kind, data, TEXT)


def test_a_capture_with_another_hash_is_refused() -> None:
    data = encode(Capture(b"two died", "-", "text/plain"))
    data["body"] = encode(b"ten died")
    with pytest.raises(CodecError, match="sha256"):
        decode(Capture, data)


def test_what_is_no_value_of_the_record_is_not_written() -> None:
    with pytest.raises(TypeError):
        encode({"a": 1})
