"""Where a tagger has read the text too, its spans and the rules' reading are joined in a written order of trust."""

from sayso.extract import claims
from sayso.record import Article, Capture, Claim, Mention, Tag, Tags
from tests.marks import read_marks


def told(marked: str, *choices: str) -> tuple[Claim, ...]:
    """The claims of a marked text whose marks are the tags of one group; `choices` are said of its quote."""
    text, marks = read_marks(marked)
    quote = next((mark for mark in marks if mark.label == "quote"), None)
    tags = [Tag(mark.label, Mention(mark.start, mark.end, text), 1) for mark in marks]
    if quote:
        tags += [Tag(choice, Mention(quote.start, quote.end, text), 1) for choice in choices]
    article = Article(text, "page", Capture(text.encode(), "page", "text/plain"))
    return claims(article, Tags("by hand", tuple(tags)))


def test_the_tagger_says_where_a_quote_begins_and_ends() -> None:
    (claim,) = told("On the eve of the feast [quote shells killed nine men] as people slept.", "type:shelling")
    assert claim.quote.words == "shells killed nine men"
    assert claim.found_by == "tagger"


def test_figures_are_read_by_the_rules() -> None:
    (claim,) = told("[quote Shells killed at least nine men].", "type:shelling")
    (row,) = claim.event.casualties
    assert (row.count.low, row.count.high, row.mention.words) == (9, None, "at least nine")


def test_the_rules_say_whose_word_it_is_and_that_it_is_denied() -> None:
    (claim,) = told("The army denied that [quote its planes bombed the dam].", "type:airstrike", "stance:asserts")
    assert (claim.attribution.said_by, claim.attribution.stance) == (("army",), "denies")


def test_where_the_rules_hear_nobody_the_tagged_speaker_speaks() -> None:
    marked = "In the words of [speaker Maha Saleh], [quote planes bombed the dam]."
    (claim,) = told(marked, "voice:sourced", "stance:asserts")
    assert claim.attribution.said_by == ("Maha Saleh",)


def test_a_tagged_speaker_from_another_sentence_is_not_taken() -> None:
    marked = "[speaker The Arva clinic] has forty beds and two doctors on any night. [quote Nine people were killed]."
    (claim,) = told(marked, "voice:sourced", "stance:asserts")
    assert claim.attribution.said_by == ()


def test_an_own_voice_stays_the_publishers() -> None:
    (claim,) = told("[quote Planes bombed the dam] near the farm of [speaker Maha Saleh].", "voice:own")
    assert claim.attribution.said_by == ()


def test_the_tagger_tells_the_type_where_no_word_of_the_quote_does() -> None:
    (claim,) = told("[quote Nine people died in the mill].", "type:bombing")
    assert claim.event.type == "bombing"


def test_the_tagger_names_a_slot_where_the_rules_find_none() -> None:
    (claim,) = told("[quote Nine died, [actor Maha Saleh] among those who fired shots].", "type:shooting")
    assert [(r.name, r.rule) for r in claim.event.actor] == [("Maha Saleh", "tagged")]


def test_a_tagged_quote_stays_in_one_sentence_and_is_tidied() -> None:
    (claim,) = told("[quote On Monday, shells killed nine men in the mill.\nRain] fell.", "type:shelling")
    assert claim.quote.words == "shells killed nine men in the mill"


def test_a_word_of_the_quote_outweighs_the_tagger() -> None:
    (claim,) = told("[quote Police arrested nine men].", "type:clash")
    assert claim.event.type == "arrest"


def test_where_the_rules_see_no_event_a_tag_alone_makes_no_claim() -> None:
    assert told("[quote The market smelled of oranges].", "type:other") == ()


def test_a_denial_is_not_taken_on_the_taggers_word_alone() -> None:
    marked = "In the words of [speaker Maha Saleh], [quote planes bombed the dam]."
    (claim,) = told(marked, "voice:sourced", "stance:denies")
    assert (claim.attribution.said_by, claim.attribution.stance) == (("Maha Saleh",), "asserts")


def test_what_the_tagger_has_not_read_is_left_to_the_rules() -> None:
    found = told("[quote Planes bombed the dam]. [unread Gunmen killed nine men].", "type:airstrike")
    assert [(c.quote.words, c.found_by) for c in found] == [
        ("Planes bombed the dam", "tagger"),
        ("Gunmen killed nine men", "rules"),
    ]


def test_a_denial_that_only_the_rules_see_is_kept() -> None:
    found = told("[quote Planes bombed the dam]. The army denied any involvement.", "type:airstrike", "voice:own")
    assert [(c.attribution.stance, c.found_by) for c in found] == [("asserts", "tagger"), ("denies", "rules")]


def test_without_tags_the_rules_stand_alone() -> None:
    assert {claim.found_by for claim in told("Police said shells killed nine men.")} == {"rules"}


def test_a_tagged_place_is_not_taken() -> None:
    (claim,) = told("[quote The raid that killed nine was agreed with [place Sudland]].", "type:airstrike")
    assert claim.event.place == ()


def test_a_quote_inside_another_that_says_the_same_is_one_claim() -> None:
    text = "Shells that gunmen fired killed nine men."
    quotes = (Mention(0, len(text) - 1, text), Mention(7, len(text) - 1, text))
    tags = Tags("by hand", tuple(Tag("quote", quote, n) for n, quote in enumerate(quotes, 1)))
    found = claims(Article(text, "page", Capture(text.encode(), "page", "text/plain")), tags)
    assert [claim.quote.words for claim in found] == ["Shells that gunmen fired killed nine men"]
