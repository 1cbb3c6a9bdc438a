"""References: short forms, acronyms, pronouns and descriptions stand for the fullest name the article gives."""

import pytest

from sayso.extract.attribution import attributions
from sayso.extract.references import name_registry, resolve_reference
from sayso.extract.sentences import sentences
from sayso.record import Mention

ROWS: list[tuple[str, str, str, str]] = [
    ("The Lake Observatory for Human Rights (LOHR) counts. LOHR said ten died.", "LOHR said",
     "Lake Observatory for Human Rights", "acronym in brackets"),
    ("The Lake Observatory for Human Rights said two died. The Observatory said ten were hurt.", "The Observatory said",
     "Lake Observatory for Human Rights", "short form"),
    ("Arva Governor Talib Hamza said two died. Hamza said ten were hurt.", "Hamza said", "Talib Hamza", "surname"),
    ("Arva Governor Talib Hamza said two died. He said ten were hurt.", "He said", "Talib Hamza", "pronoun"),
    ("The Lake Observatory said two died. It said ten were hurt.", "It said", "Lake Observatory", "it"),
    ("The Lake Observatory said two died. The monitor said ten were hurt.", "The monitor said", "Lake Observatory",
     "a monitor"),
    ("The Lake Observatory said two died. The group said ten were hurt.", "The group said", "Lake Observatory",
     "a group"),
    ("A military source said two died. The source said ten were hurt.", "The source said", "military source",
     "a description that says more"),
    ("Seven days of raids on the Lake Council had left ten dead it said.", "it said", "it",
     "a number is no speaker, be it the subject"),
    ("The Norland ministry said ten died. Foreign Minister Talib Hamza was not there. He said so.", "He said",
     "Talib Hamza", "no person has spoken: the one just named with a title"),
    ("Jets struck Tabra Syria. Syria said ten died.", "Syria said", "Syria", "a place and its country are no person"),
    ("Troops near Dara the Norland army said ten died. The Norland army said two were hurt.", "The Norland army said",
     "Norland army", "a place before an article belongs to no name"),
    ("Rami Arva left. A Norland reporter in Arva said ten died.", "A Norland reporter in Arva said",
     "Norland reporter in Arva", "a place after a preposition names nobody"),
    ("Norland and its ally Sudland said ten died.", "Norland and its ally", "Norland and Sudland", "an ally by name"),
    ("State television said two died. The broadcaster said ten were hurt.", "The broadcaster said", "State television",
     "a broadcaster"),
    ("Rami Salem left. Omar Salem left too. Salem said ten were hurt.", "Salem said", "Salem", "two stand equally"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "reason"), ROWS)
def test_a_speaker_is_named_as_fully_as_the_article_does(text: str, words: str, name: str, reason: str) -> None:
    start = text.rindex(words)
    said = [s for s in attributions(text, sentences(text)) if s.source and s.source[0].start == start]
    assert [s.said_by for s in said] == [(name,)], reason


def test_words_that_speak_for_themselves_keep_their_name() -> None:
    text = "Norland sent planes."
    mention = Mention(0, len("Norland"), text)
    reference = resolve_reference(mention, name_registry(text, sentences(text)))
    assert (reference.name, reference.antecedent, reference.rule) == ("Norland", None, "as said")


def test_a_role_is_not_laid_on_somebody_who_never_had_it() -> None:
    text = (
        "A military source said jets hit the dam. The governor said 80 people were killed. "
        "Maha Saleh, the mayor of Arva, said the mill burnt. The mayor said two men fled."
    )
    chains = [said.said_by for said in attributions(text, sentences(text))]
    assert chains == [("military source",), ("governor",), ("Maha Saleh",), ("Maha Saleh",)]
