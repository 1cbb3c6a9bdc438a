"""Bytes to claims with their dates: read, tag, extract, resolve. One bad article never stops the others."""

from collections.abc import Iterable, Iterator

from sayso.extract import claims as extract_claims
from sayso.lexicon import digest
from sayso.read import Defaults, articles
from sayso.record import Article, Claim, Outcome, Reading, Resolution, Run, Status
from sayso.resolve import claim_dates, guide_form, propose_published
from sayso.run.context import sentences_of
from sayso.tag import NoTagger, Tagger
from sayso.version import __version__

REPORT = "tell us with the article at hand: this is a fault of sayso, not of the article"


def run_of(tagger: Tagger) -> Run:
    """The run that a reading with this tagger belongs to."""
    return Run(__version__, tagger.name, digest())


def read_inputs(
    inputs: Iterable[str], defaults: Defaults | None = None, tagger: Tagger | None = None
) -> Iterator[Reading]:
    """Read every article of these inputs as it comes, in the order given, holding one at a time.

    `inputs` are paths of files or folders, or `-` for standard input. An input that cannot be read gives a reading
    whose outcome says why. Where the same bytes come twice, each reading carries the same article id and claim ids,
    and the later one says so in its notes.
    """
    tagger = tagger or NoTagger()
    seen: dict[str, str] = {}
    for got in articles(inputs, defaults or Defaults()):
        if isinstance(got, Outcome):
            yield Reading(None, got, run_of(tagger))
            continue
        article, notes = got.article, got.notes
        first = seen.setdefault(article.id, article.capture.locator)
        if first != article.capture.locator:
            notes = (*notes, f"the same bytes as {first}: one article, captured twice")
        yield read_article(article, tagger, notes)


def read_article(article: Article, tagger: Tagger | None = None, notes: tuple[str, ...] = ()) -> Reading:
    """All claims of one article with their dates. Never raises on account of the article.

    A fault in a rule ends this article as "failed", with the fault's name, and no claim of it is handed on: half an
    article read would look like a whole one. `notes` are what the reader noted; they lead the outcome's.
    """
    tagger = tagger or NoTagger()
    try:
        return _understood(article, tagger, notes)
    except Exception as error:  # noqa: BLE001 - the one place where a fault in a rule must not stop the other articles
        fault = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        failed = _outcome(article, "failed", f"reading stopped on {fault}", REPORT, notes)
        return Reading(article, failed, run_of(tagger))


def _understood(article: Article, tagger: Tagger, notes: tuple[str, ...]) -> Reading:
    every = extract_claims(article, tagger.tag(article.text))
    found = tuple({claim.id: claim for claim in every}.values())  # one claim found by two rules is one claim
    resolutions = claim_dates(article, found)
    proposed = propose_published(article.text, article.title) if article.published is None else None
    if article.published is None:
        notes = (*notes, _undated(proposed))
    return Reading(
        article=article,
        outcome=_ended(article, found, notes),
        run=run_of(tagger),
        claims=found,
        resolutions=resolutions,
        dates=tuple(guide_form(one.value, article.published) if one.value else None for one in resolutions),
        sentences=sentences_of(article, found),
        proposed=proposed,
    )


def _ended(article: Article, found: tuple[Claim, ...], notes: tuple[str, ...]) -> Outcome:
    if not found:
        return _outcome(article, "nothing found", "no claim about the conflict was found in it", "", notes)
    return _outcome(article, "read", "", "", notes)


def _undated(proposed: Resolution | None) -> str:
    """What is said of an article that states no day of publication."""
    unresolved = "no day of publication is stated, so words like “on Tuesday” are left unresolved"
    found = _suggested(proposed) if proposed else ""
    if proposed is None or not found:
        return f"{unresolved}; nothing in the text suggests one; if you know it, give it with --published"
    words = f", from “{proposed.mention.words}”" if proposed.mention else ""
    return f"{unresolved}; the text suggests {found} ({proposed.rule}{words}); if so, give the day with --published"


def _suggested(proposed: Resolution) -> str:
    intervals = (proposed.value,) if proposed.value else proposed.candidates
    return " or ".join(one.iso if one.end else f"a day from {one.start} on" for one in intervals)


def _outcome(article: Article, status: Status, reason: str, remedy: str, notes: tuple[str, ...]) -> Outcome:
    return Outcome(article.name, article.capture.locator, status, reason, remedy, article.id, notes)
