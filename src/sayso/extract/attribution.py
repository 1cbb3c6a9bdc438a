"""Who says it, on whose word, and how: the attributions of a text."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.extract.chains import Draft, chained
from sayso.extract.cues import Range, Saying, word_set
from sayso.extract.mutes import is_mute
from sayso.extract.names import folded_words
from sayso.extract.noun_lists import heads
from sayso.extract.quotations import Quotation, quotations
from sayso.extract.references import name_registry
from sayso.extract.roles import Memory
from sayso.extract.sayings import sayings_of
from sayso.extract.sentences import Sentence
from sayso.extract.speakers import speaker, voice
from sayso.extract.stances import (
    Mark,
    denial_marks,
    falsity,
    named_before,
    open_marks,
    own_stance,
    plan_marks,
    points_back,
)
from sayso.extract.words import Word, words_of
from sayso.record import Attribution, Mention, Voice

NEAR = 12
"""Earlier attributions that a bare denial may point back to."""


def attributions(text: str, tiles: tuple[Sentence, ...]) -> tuple[Attribution, ...]:
    """All attributions of the text, in the order of their cues.

    Each holds source, cue and content as mentions (a content may be in pieces), its stance, and its chain of voices
    from the outermost in to the root source (the publisher is never counted). Words of the publisher that leave a
    thing open or tell of a plan give an attribution with no source.
    """
    registry = name_registry(text, tiles)
    memory = Memory(registry)
    quoted = quotations(text, tiles)
    drafts: list[Draft] = []
    for n, tile in enumerate(tiles):
        words = words_of(text, tile)
        if words:
            drafts += _of_sentence(text, words, n, memory, drafts[-NEAR:])
    return chained(drafts_with_quotations(text, tiles, drafts, quoted))


def _of_sentence(text: str, words: tuple[Word, ...], tile: int, memory: Memory, before: list[Draft]) -> list[Draft]:
    found = sayings_of(words)
    voices: list[tuple[Voice, ...]] = []
    drafts: list[Draft] = []
    for saying in found:
        if saying.source and saying.source[0] == saying.source[1] and words[saying.source[0]].low in ("i", "we"):
            voices.append(())
            continue
        voices.append(_voices(text, words, saying, voices, memory))
    for n, saying in enumerate(found):
        if saying.source and words[saying.source[0]].low in ("i", "we") and saying.source[0] == saying.source[1]:
            drafts += _first_person(text, words, saying, tile)
            continue
        if saying.source and not voices[n]:
            continue  # what stands where a source would cannot speak
        own = voices[n] or next((later for later in voices[n + 1 :] if later), ())
        draft = _draft(text, words, saying, own, tile, [*before, *drafts])
        if draft is None:
            continue
        drafts.append(draft)
        if draft.said.stance == "asserts":
            drafts += _marked(text, words, denial_marks(words, _own_words(saying, found), own), tile)
    floors = [r[0] for saying in found for r in saying.content]
    return (
        drafts + _marked(text, words, open_marks(words), tile) + _marked(text, words, plan_marks(words, floors), tile)
    )


def _own_words(saying: Saying, found: tuple[Saying, ...]) -> tuple[Range, ...]:
    """What a saying puts forward, without what it hands on in the words of another ("the army says X denied ...")."""
    begins = [inner.source[0] for inner in found if inner.source and inner is not saying]
    kept = []
    for first, last in saying.content:
        stop = min((begin for begin in begins if first < begin <= last), default=last + 1)
        kept.append((first, stop - 1))
    return tuple(kept)


def _first_person(text: str, words: tuple[Word, ...], saying: Saying, tile: int) -> list[Draft]:
    """ "We demand ...": whoever holds the quotation speaks; only the stance is new."""
    stance = own_stance(saying)
    if stance == "asserts":
        return []
    return _marked(
        text, words, iter([((saying.cue.first, saying.cue.last), content, stance) for content in saying.content]), tile
    )


def _marked(text: str, words: tuple[Word, ...], marks: Iterator[Mark], tile: int) -> list[Draft]:
    """Attributions without a source of their own, for words that only turn the stance."""
    found = []
    for cue, content, stance in marks:
        sign, held = _mention(text, words, cue), _mention(text, words, content)
        if sign and held:
            found.append(Draft(Attribution((), (sign,), (held,), stance), (), tile))
    return found


def _voices(
    text: str, words: tuple[Word, ...], saying: Saying, earlier: list[tuple[Voice, ...]], memory: Memory
) -> tuple[Voice, ...]:
    """The saying's own chain, outermost first."""
    chain: list[Voice] = []
    if saying.outer:
        chain.append(voice(text, words, *saying.outer, memory))
    if saying.source:
        chain.append(speaker(text, words, saying, memory))
    elif saying.shares is not None:
        chain.extend(earlier[saying.shares])
    if saying.inner:
        cited = voice(text, words, *saying.inner, memory)
        chain += [cited] if not chain or chain[-1] != cited else []
    if chain and all(is_mute(part.mention.words) for part in chain[-1].parts):
        return ()
    if chain and (saying.source or saying.inner):
        for part in chain[-1].parts:
            memory.remember(part)
    return _carried(saying, chain, memory)


def _carried(saying: Saying, chain: list[Voice], memory: Memory) -> tuple[Voice, ...]:
    """The chain with the outlet that an unnamed source talked to before ("a medic told Reuters ... The medic added").

    A person with a name is not tied to one listener: what they say later may be said to anybody.
    """
    if saying.outer and len(chain) == 2:
        memory.told[chain[1].name] = chain[0]
    elif saying.source and len(chain) == 1 and chain[0].name in memory.told:
        part = chain[0].parts[0]
        again = part.rule == "role" or (part.antecedent is None and part.name.islower())
        if again and heads() & set(folded_words(part.name)):
            return (memory.told[part.name], *chain)
    return tuple(chain)


def _draft(
    text: str, words: tuple[Word, ...], saying: Saying, own: tuple[Voice, ...], tile: int, before: list[Draft]
) -> Draft | None:
    content = tuple(m for r in saying.content if (m := _mention(text, words, r)) is not None)
    source = tuple(m for r in (saying.source, saying.inner) if r and (m := _mention(text, words, r)) is not None)
    cue = Mention(words[saying.cue.first].start, words[saying.cue.last].end, text)
    if not own:
        return None
    stance = own_stance(saying, words)
    if stance == "asserts" and saying.content:
        false = falsity(words, saying.content[-1])
        if false is not None:
            named = _mention(text, words, false[1]) if false[1] else None
            content = (named,) if named else _pointed(before, tile, own) or content
            stance = "denies"
    elif stance == "denies" and saying.source and named_before(words, saying.source[0]):
        content = _pointed(before, tile, own) or content
    elif stance == "denies" and saying.content and points_back(words, saying.content[0]):
        content = tuple(sorted({*_pointed(before, tile, own), *content}))
    return Draft(Attribution(source, (cue,), content, stance, own), own, tile)


def _pointed(before: list[Draft], tile: int, denier: tuple[Voice, ...]) -> tuple[Mention, ...]:
    """The content of the claim that a bare denial points back to: the nearest one in its own sentence.

    Of the sentence before only an accusation, or what names the denier, is meant; else the denial points at nothing
    that the text shows, and would be laid on somebody's claim by mere nearness.
    """
    for draft in reversed(before):
        if draft.tile < tile - 1:
            break
        said = draft.said
        if not said.source or said.stance != "asserts" or not said.content:
            continue
        if draft.tile == tile or _accuses(said) or _names(said.content, denier):
            return said.content
    return ()


def _accuses(said: Attribution) -> bool:
    return any(mention.words.lower().split()[0] in word_set("deny", "accusing") for mention in said.cue)


def _names(content: tuple[Mention, ...], voices: tuple[Voice, ...]) -> bool:
    """Whether the content names the last of these voices, by a word with a capital."""
    if not voices:
        return False
    named = {word for word in re.findall(r"[^\W_]{2,}", voices[-1].name) if word[0].isupper()}
    return any(named & set(re.findall(r"[^\W_]{2,}", piece.words)) for piece in content)


def _mention(text: str, words: tuple[Word, ...], found: Range) -> Mention | None:
    """The words of a range without the marks and the "that" around them."""
    first, last = found
    while first <= last and (words[first].low in ("that", ",", ":", ";", ".", "-", "–", "—")):
        first += 1
    while last >= first and words[last].low in (",", ":", ";", ".", "-", "–", "—"):
        last -= 1
    if first > last:
        return None
    return Mention(words[first].start, words[last].end, text)


def drafts_with_quotations(
    text: str, tiles: tuple[Sentence, ...], drafts: list[Draft], quoted: tuple[Quotation, ...]
) -> list[Draft]:
    """Let a quotation over several sentences stand wholly on its speaker's word, and give a lone one its speaker."""
    by_tile: dict[int, list[int]] = {}
    for n, draft in enumerate(drafts):
        by_tile.setdefault(draft.tile, []).append(n)
    done = list(drafts)
    added: list[Draft] = []
    first = 0
    last_speaker: tuple[int, Draft] | None = None
    seen_tile = -1
    for quotation in quoted:
        while first < len(tiles) and tiles[first].end <= quotation.start:
            first += 1
        last = first
        while last + 1 < len(tiles) and tiles[last + 1].start < quotation.end:
            last += 1
        for n in range(max(0, seen_tile), first + 1):
            for k in by_tile.get(n, ()):
                if done[k].voices and done[k].said.stance != "intends" and done[k].said.source:
                    last_speaker = (n, done[k])
        seen_tile = first
        holder = _holder(done, [k for n in range(first, last + 1) for k in by_tile.get(n, ())], quotation)
        piece = Mention(quotation.first, quotation.last, text)
        if holder is not None:
            if last > first:
                said = done[holder].said
                done[holder] = replace(done[holder], said=replace(said, content=_merged(text, (*said.content, piece))))
                last_speaker = (last, done[holder])
            continue
        whole = quotation.start <= tiles[first].start + 2 and quotation.end >= tiles[last].stop - 3
        if whole and last_speaker and 0 <= first - last_speaker[0] <= 2:
            voices = last_speaker[1].voices
            added.append(Draft(Attribution((), (), (piece,), "asserts", voices), voices, first))
            last_speaker = (last, added[-1])
            for n in range(first, last + 1):
                words = words_of(text, tiles[n])
                added += _marked(text, words, denial_marks(words, ((0, len(words) - 1),), voices), n)
    return done + added


def _holder(drafts: list[Draft], candidates: list[int], quotation: Quotation) -> int | None:
    """The attribution whose content touches the quotation most."""
    best: tuple[int, int] | None = None
    for k in candidates:
        said = drafts[k].said
        if not said.source:
            continue
        if any(quotation.first <= m.start and m.end <= quotation.last for m in said.cue):
            continue
        shared = sum(max(0, min(m.end, quotation.last) - max(m.start, quotation.first)) for m in said.content)
        if shared > 0 and (best is None or shared > best[0]):
            best = (shared, k)
    return None if best is None else best[1]


def _merged(text: str, pieces: tuple[Mention, ...]) -> tuple[Mention, ...]:
    out: list[Mention] = []
    for piece in sorted(pieces):
        if out and piece.start <= out[-1].end + 3:
            out[-1] = Mention(out[-1].start, max(out[-1].end, piece.end), text)
        else:
            out.append(piece)
    return tuple(out)
