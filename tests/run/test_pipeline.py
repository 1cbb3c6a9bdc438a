"""The place where the rooms meet: what a fault in one does to the others."""

import datetime as dt
from pathlib import Path

import pytest

import sayso
from sayso.extract import claims
from sayso.read import Defaults
from sayso.record import Article, Claim, Reading, Tags
from sayso.run import Tally, counted, message, read_article, read_inputs

TEXT = "Residents said that jets bombed the market in Tellin on Tuesday, killing at least 15 people."


def only(path: Path, **defaults: object) -> Reading:
    (reading,) = read_inputs([str(path)], Defaults(**defaults))  # type: ignore[arg-type]
    return reading


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "article.txt"


def test_a_reading_holds_the_article_its_claims_and_who_read_it(article: Path) -> None:
    reading = only(article, publisher="The Invented Courier", published=dt.date(2019, 3, 14))
    assert reading.article
    assert reading.article.publisher == "The Invented Courier"
    assert reading.outcome.status == "read"
    assert reading.outcome.article_id == reading.article.id
    assert reading.run.tagger == "none"
    assert len(reading.claims) == len(reading.resolutions) == len(reading.dates) == len(reading.sentences) > 0
    assert reading.dates[0] == "2019-03-12"
    assert reading.proposed is None


def test_a_fault_in_a_rule_ends_its_article_and_no_other(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (article.parent / "bad.txt").write_text(f"Trap. {TEXT}", encoding="utf-8")
    (article.parent / "last.txt").write_text(TEXT.replace("Tellin", "Haldi"), encoding="utf-8")

    def trapped(article: Article, tags: Tags) -> tuple[Claim, ...]:
        if article.text.startswith("Trap"):
            raise ZeroDivisionError("planted")
        return claims(article, tags)

    monkeypatch.setattr("sayso.run.pipeline.extract_claims", trapped)
    read = {reading.outcome.name: reading for reading in read_inputs([str(article.parent)])}
    assert {name: reading.outcome.status for name, reading in read.items()} == {
        "article.txt": "read",
        "bad.txt": "failed",
        "last.txt": "read",
    }
    failed = read["bad.txt"]
    assert "ZeroDivisionError: planted" in failed.outcome.reason
    assert failed.outcome.remedy
    assert failed.claims == ()


def test_a_stop_from_outside_is_not_a_fault_of_the_article(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_article: Article, _tags: Tags) -> tuple[Claim, ...]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.run.pipeline.extract_claims", stopped)
    with pytest.raises(KeyboardInterrupt):
        only(article)


def test_without_a_day_of_publication_nothing_relative_is_dated(article: Path) -> None:
    reading = only(article)
    assert reading.dates == (None,) * len(reading.claims)
    (note,) = [note for note in reading.outcome.notes if "day of publication" in note]
    assert "--published" in note


def test_a_day_found_in_the_text_is_proposed_with_its_rule_and_not_counted_from(tmp_path: Path) -> None:
    (tmp_path / "dated.txt").write_text(f"TELLIN, 14 March 2019 - {TEXT}", encoding="utf-8")
    reading = only(tmp_path / "dated.txt")
    assert reading.proposed
    assert reading.proposed.value
    assert reading.proposed.value.iso == "2019-03-14"
    assert any("2019-03-14" in note and reading.proposed.rule in note for note in reading.outcome.notes)
    assert all(resolution.anchor is None for resolution in reading.resolutions)
    assert all(date is None for date in reading.dates)


def test_inputs_are_read_as_they_are_asked_for(article: Path) -> None:
    def inputs() -> object:
        yield str(article)
        raise AssertionError("asked for too early")

    first = next(read_inputs(inputs()))  # type: ignore[arg-type]
    assert first.outcome.status == "read"


def test_the_tally_counts_and_ends_as_the_command_line_promises(article: Path) -> None:
    tally = Tally()
    told: list[str] = []
    inputs = [str(article), str(article.with_name("missing.txt"))]
    list(counted(read_inputs(inputs), tally, lambda outcome: told.extend(message(outcome, notes=False))))
    assert (tally.read, tally.failed, tally.exit_code) == (1, 1, 3)
    assert len(told) == 1
    assert "missing.txt: cannot open" in told[0]


@pytest.mark.parametrize(
    ("read", "failed", "claims", "code"),
    [(1, 0, 1, 0), (1, 0, 0, 4), (0, 1, 0, 1), (1, 1, 0, 3), (1, 1, 5, 3), (0, 0, 0, 4)],
)
def test_exit_codes(read: int, failed: int, claims: int, code: int) -> None:
    assert Tally(read, failed, claims).exit_code == code


def test_python_gives_the_same_readings_as_the_pipeline(article: Path) -> None:
    wanted = list(read_inputs([str(article)], Defaults("P", dt.date(2019, 3, 14), "T")))
    day = dt.date(2019, 3, 14)
    assert list(sayso.read(article, publisher="P", published="2019-03-14", title="T", tagger="none")) == wanted
    assert list(sayso.read([str(article)], publisher="P", published=day, title="T", tagger="none")) == wanted


def test_python_reads_a_string(article: Path) -> None:
    reading = sayso.read_text(TEXT, name="mine", published="2019-03-14")
    assert reading.outcome.name == "mine"
    assert reading.claims[0].id == only(article, published=dt.date(2019, 3, 14)).claims[0].id
    assert sayso.read_text("").outcome.status == "no text"
    with pytest.raises(ValueError, match="nobody"):
        sayso.read_text(TEXT, tagger="nobody")
    with pytest.raises(ValueError, match="2019-02-31"):
        sayso.read_text(TEXT, published="2019-02-31")


def test_the_room_read_is_also_the_verb() -> None:
    import sayso.read
    from sayso.read import articles

    assert sayso.read.articles is articles  # type: ignore[attr-defined] # a type checker is shown the verb
    assert callable(sayso.read)


def test_read_article_takes_what_any_reader_gives() -> None:
    article = sayso.read_text(TEXT).article
    assert article
    assert read_article(article).claims
