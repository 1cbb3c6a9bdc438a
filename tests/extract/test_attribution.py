"""Attribution: who says what. Each row marks source, cue and content; the columns name the chain and why the row is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.attribution import attributions
from sayso.extract.sentences import sentences
from sayso.record import Attribution
from tests.extract.voices import voice_at, voice_index, voices_over
from tests.marks import read_marks, spans_of

Row = tuple[str, list[str], str]

ONE: list[Row] = [
    ("[source Police] [cue said] [content two men were hurt].", ["Police"], "cue before"),
    ("[source The ministry] [cue said] that [content the road was closed].", ["ministry"], "that is no content"),
    ("[content Two men were hurt], [source police] [cue said].", ["police"], "cue after, with commas"),
    ("[content Two men were hurt] [source the police] [cue said].", ["police"], "cue after, commas lost"),
    ("[content Two men were hurt] [source the police] [cue said] on Monday.", ["police"], "a day is no content"),
    ("[content Two men were hurt on a bus] [source Arva Governor Maha Saleh] [cue said] Friday.", ["Maha Saleh"],
     "commas lost: the source begins at its capital, and its name has no title"),
    ("[content A shell hit the school], [cue said] [source Karim Odeh], a nurse.", ["Karim Odeh"], "inverted"),
    ("[content Two men], [source police] [cue said], [content were hurt].", ["police"], "content split round the cue"),
    ("[cue According to] [source the hospital], [content two men were hurt].", ["hospital"], "according to, before"),
    ("[cue According to] [source the Arva health ministry], [content two men were hurt].", ["Arva health ministry"],
     "a name, a plain word, and the body they belong to"),
    ("[content Two men were hurt], [cue according to] [source the hospital].", ["hospital"], "according to, after"),
    ("[source A rebel commander] [cue was quoted as saying] [content the road was closed].", ["rebel commander"],
     "passive quotation"),
    ("[content Five killed in raid on market] [cue -] [source Monitor].", ["Monitor"], "headline dash"),
    ("[source Ministry][cue :] [content five soldiers killed in border raid].", ["Ministry"], "headline colon"),
    ('[content "We saw four planes"] [source a resident] [cue said].', ["resident"], "a quotation keeps its marks"),
]  # fmt: skip


def test_a_source_cited_in_an_aside_is_the_inner_voice() -> None:
    text = "Lake Radio, quoting two diplomats, said that talks had failed."
    (said,) = attributions(text, sentences(text))
    assert said.said_by == ("Lake Radio", "two diplomats")
    assert [piece.words for piece in said.content] == ["talks had failed"]


def test_a_thing_slams_and_says_nothing() -> None:
    text = "A missile slammed into a mill, killing six people, Governor Maha Saleh said."
    (said,) = attributions(text, sentences(text))
    assert (said.said_by, said.cue[0].words) == (("Maha Saleh",), "said")


def test_the_comma_of_a_number_parts_no_clause() -> None:
    text, marks = read_marks("[plan Lorries with food for 40,000 people are expected to reach Arva], officials said.")
    plans = [said for said in attributions(text, sentences(text)) if said.stance == "intends"]
    assert [(m.start, m.end) for said in plans for m in said.content] == spans_of(marks, "plan")


def only(text: str) -> Attribution:
    found = [said for said in attributions(text, sentences(text)) if said.source]
    assert len(found) == 1, [(said.source, said.cue) for said in found]
    return found[0]


@pytest.mark.parametrize(("marked", "chain", "reason"), ONE)
def test_one_attribution(marked: str, chain: list[str], reason: str) -> None:
    text, marks = read_marks(marked)
    said = only(text)
    for label, pieces in (("source", said.source), ("cue", said.cue), ("content", said.content)):
        assert [(m.start, m.end) for m in pieces] == spans_of(marks, label), f"{label}: {reason}"
    assert list(said.said_by) == chain, reason


CHAINS: list[tuple[str, str, list[str], str]] = [
    ("Two men were hurt Maha Saleh told AFP.", "Two men were hurt", ["AFP", "Maha Saleh"], "told an agency"),
    ("Maha Saleh told reporters two men were hurt.", "two men were hurt", ["Maha Saleh"], "reporters are no link"),
    ("Reuters reported, citing the army, that two men were hurt.", "two men were hurt", ["Reuters", "army"], "citing"),
    ("Citing the army, Reuters reported that two men were hurt.", "two men were hurt", ["Reuters", "army"],
     "citing first"),
    ("Two men were hurt the Observatory said citing medical sources.", "Two men were hurt",
     ["Observatory", "medical sources"], "citing last, commas lost"),
    ("The army said that rebels claimed that the town had fallen.", "the town had fallen", ["army", "rebels"],
     "nested sayings"),
    ("The Observatory and aid workers said two men were hurt.", "two men were hurt",
     ["Observatory and aid workers"], "joint sources are one voice"),
    ("Two men were hurt, the army said, adding that a third had died.", "a third had died", ["army"],
     "adding takes the subject of said"),
    ("The army said two men were hurt but activists said ten had died.", "ten had died", ["activists"],
     "a new subject takes over"),
    ("The army said two men were hurt but activists said ten had died.", "two men were hurt", ["army"],
     "and the first keeps its own"),
    ("The North Lake Observatory which has sources in the town said ten died.", "ten died",
     ["North Lake Observatory"], "a description without commas is no source"),
    ("Khalid Amin the head of the Lake Council said ten died.", "ten died", ["Khalid Amin"], "apposition, no commas"),
    ("Activists posted footage. The video showed smoke over the town.", "smoke over the town", ["video"],
     "a video is a source"),
    ("The fire spread to the port. Nobody was there.", "Nobody was there", [], "the publisher's own words"),
    ("The army said it had left the town. The road is open.", "The road is open", [], "a plain sentence after it"),
    ("The army said it had left. It added that the road was open.", "the road was open", ["army"], "it added"),
    ("A nurse told AFP two died. She said more were hurt.", "more were hurt", ["nurse"], "she said"),
    ("The United States and the army sent aid.", "sent aid", [], "States is no verb here"),
    ("A car bombing blamed on rebels killed ten in the town.", "killed ten in the town", [], "a reduced participle"),
    ("The planes claimed ten lives in the town.", "ten lives in the town", [], "claimed lives is no speech"),
    ("The council claimed that troops killed five terrorists.", "troops killed five terrorists", ["council"],
     "claimed that is speech, whatever follows"),
    ("A medic told Reuters two died. The medic added that more were hurt.", "more were hurt", ["Reuters", "medic"],
     "an unnamed source still speaks to the outlet it told"),
    ("Maha Saleh told Reuters two died. Saleh said more were hurt.", "more were hurt", ["Maha Saleh"],
     "a person with a name may speak to anybody"),
    ("Gas hit the town, the Observatory said, citing medical sources who treated the hurt.", "Gas hit the town",
     ["Observatory", "medical sources"], "what stands before is on the cited word too"),
    ("The Norland Agency citing army officers said Friday the strikes hit a tank.", "the strikes hit a tank",
     ["Norland Agency", "army officers"], "citing between a source and its verb"),
    ("The minister accuses Sudland of arming rebels; Channel Four news agency reported.", "Sudland of arming rebels",
     ["Channel Four news agency", "minister"], "a semicolon before the outlet that ends the sentence"),
    ("Activists posted a video showing tanks near the mill.", "tanks near the mill", ["Activists", "video"],
     "pictures tell within the word of who posted them"),
    ("A Reuters photographer saw jets bomb the mill.", "jets bomb the mill", ["Reuters photographer"],
     "the press tell what they saw"),
    ("The mayor saw jets bomb the mill.", "jets bomb the mill", [], "others only see"),
    ("Inspectors established that gas was used in Arva.", "gas was used in Arva", ["Inspectors"], "established that"),
    ("Inspectors established a post in Arva.", "a post in Arva", [], "established a thing"),
    ("The rebels lost the mill, while a nurse in the nearby town of Arva said ten died.", "ten died",
     ["nurse in the nearby town of Arva"], "a place with a plain noun before its name"),
    ("The Arva Aid Committees an activist network said jets hit the mill.", "jets hit the mill",
     ["Arva Aid Committees"], "what a name is, before its verb and without commas"),
    ("The UK based Lake Observatory which counts the dead said ten died.", "ten died", ["Lake Observatory"],
     "the seat of a body is not its name"),
    ("The group backs the Lake Front and Norland has demanded that it leave.", "it leave", ["Norland"],
     "a verb in the singular has one subject"),
    ("Norland denied those accusations and the security sources said the road was shut.", "the road was shut",
     ["security sources"], "accusations do not speak"),
    ("Sudland vetoed a draft council resolution demanding a halt to the raids.", "a halt to the raids",
     ["draft council resolution"], "a resolution demands"),
    ("The meeting was requested by Norland.", "The meeting was", [], "a request is told of, not made"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stretch", "chain", "reason"), CHAINS)
def test_on_whose_word_a_stretch_stands(text: str, stretch: str, chain: list[str], reason: str) -> None:
    start = text.index(stretch)
    said = voice_at(attributions(text, sentences(text)), start, start + len(stretch))
    assert (list(said.said_by) if said else []) == chain, reason


def test_a_quotation_over_sentences_is_on_the_word_of_its_speaker() -> None:
    text = '"They came at night. We ran to the river" Maha Saleh said. "Nobody helped us."'
    found = attributions(text, sentences(text))
    for stretch in ("They came at night", "We ran to the river", "Nobody helped us"):
        start = text.index(stretch)
        said = voice_at(found, start, start + len(stretch))
        assert said is not None
        assert said.said_by == ("Maha Saleh",)


def test_the_index_answers_as_the_attributions_do() -> None:
    text = " ".join(f"Town {n} was hit the army said." for n in range(300))
    found = attributions(text, sentences(text))
    index = voice_index(found)
    for start in range(0, len(text) - 20, 97):
        assert voice_at(index, start, start + 20) == voice_at(found, start, start + 20)
        assert voices_over(index, start, start + 20) == voices_over(found, start, start + 20)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["the army", "said", "denied", "told AFP", '"', ",", ".", "that", "Maha Saleh", "he", "according to", "\n", "(",
     "citing", "not", "carried out", "and", "will",
     "five people were killed", "THE", "accused", "of", ":", "it was unclear whether"],
), max_size=25))  # fmt: skip
def test_every_mention_is_the_texts_and_every_content_is_found_again(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = attributions(text, sentences(text))
    for said in found:
        for mention in (*said.source, *said.cue, *said.content):
            assert text[mention.start : mention.end] == mention.words
        assert said.content or said.source
    assert found == attributions(text, sentences(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", '"', "said", ":", "," * 50, '"' * 5000, "a " * 5000, "said " * 2000])
def test_odd_texts_are_read(text: str) -> None:
    assert isinstance(attributions(text, sentences(text)), tuple)
