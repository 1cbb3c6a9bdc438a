"""Own sentences with the pieces that the `tokenizers` library cuts them into, kept so that the parity test always runs.

Where that library and a full vocabulary are at hand, `python -m tests.tag.wordpiece_table VOCAB.TXT` writes anew
tiny/vocab.txt (those pieces of the full vocabulary that can occur in the sentences) and wordpiece_table.json.
"""

import importlib
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TABLE, VOCABULARY = HERE / "wordpiece_table.json", HERE / "tiny" / "vocab.txt"
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")

SENTENCES = (
    "",
    " \t\n ",
    "Police said two men were hurt.",
    "Four shells hit a market in Veldar on Monday, the town council said.",
    "The Ostrian army denied firing on it: “We did not shell the market,” its spokesman said.",
    "THE GUERRILLAS ATTACKED A CONVOY NEAR PUERTO LINDO, ACCORDING TO MILITARY SOURCES.",
    "At least 1,250 people (among them 43 children) fled; 7 are missing.",
    "The citys mayor said Veldars hospital hadnt been hit",
    "It wasn't us, said the militia's commander -- don't blame us!",
    "Café owners in São Tomé and Łódź told naïve reporters so.",
    "Cafe\u0301 owners with combining marks: e\u0301\u0302 a\u0308 n\u0303.",
    "İstanbul and DİYARBAKIR, ISPARTA and ışık: dotted and dotless.",
    "The oﬃcial ﬁle says ﬂooding; a straße in Großdorf; ΟΔΥΣΣΕΎΣ",
    "東京の軍は村を攻撃した and 3 villages 空爆.",
    "한국어 뉴스 기사: 군은 부인했다.",
    "Reports in العربية say that الجيش denied it; во вторник обстрелян рынок.",
    "soft\u00adhyphen zero\u200bwidth left\u200eto\u200fright \ufeffmark \ufffdbad \x00null \x07bell",
    "non\u00a0breaking\u2003spaces\u3000here\u2028line\u2029end\u0085next",
    "a" * 100 + " " + "b" * 101 + " c",
    "unaffable internationalisation counterinsurgency Antidisestablishmentarianism",
    "$5m, 30% & #tag @name x=y a+b <b>bold</b> `code` ~tilde ^up |bar \\back {brace}",
    "“Quotes” ‘single’ «guillemets» „low“ … – — ‐ ‑",
    "Emoji 🚀 went up 👩‍👩‍👧 there; rare 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 and ｆｕｌｌｗｉｄｔｈ words.",
    "3.5-inch U.S.-backed al-Nusra F-16s, Su-24M2 and T-72B3 at 02:30 GMT+3",
    "½ of them, 10² and №5; ≠ is not =; Å and Å; ﷺ",
    "हिन्दी समाचार और ไทยข่าว and עברית חדשות",
    "word.word,word;word(word)word\"word'word/word",
    "…!?…",
    "[CLS] in brackets is no special piece here",
    "The Veldar Observatory, citing medics, said 58 people were killed and scores wounded in the airstrike on Khoram.",
    "\"There was no such strike,\" the ministry's statement added.\n\nIt did not elaborate.",
    "Two drones—both downed—were \"Ostrian-made\"; rebels’ claims couldn’t be verified.",
    "MINISTRY: 'No comment' ... (AFP)",
    "Ĳssel ǅungla ŉ ǰ ẖ ΐ ﬀ",
    "tab\tseparated\r\nlines\rmixed\x0bvertical\x0cfeed",
    "x\u0338 =\u0338 <\u0338 q\u20dd",
    "The mayor , who fled , said nothing .",
    "Shelling killed Dr. Anna O'Neill-Śmigły, 34, of St. Mary's.",
)  # fmt: skip


def rows() -> list[dict[str, Any]]:
    """The committed table: `text` and `pieces`, each piece with its words, start and end."""
    found: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def library_pieces(texts: tuple[str, ...]) -> list[list[tuple[str, int, int]]]:
    """What the library makes of these texts with the committed vocabulary. Raises ImportError where it is not here.

    Special pieces are not told to it: words of a page that look like one are words.
    """
    library = importlib.import_module("tokenizers")
    vocabulary = {piece: n for n, piece in enumerate(VOCABULARY.read_text(encoding="utf-8").split("\n")[:-1])}
    cutter = library.Tokenizer(library.models.WordPiece(vocabulary, unk_token="[UNK]"))
    cutter.normalizer = library.normalizers.BertNormalizer(lowercase=True)
    cutter.pre_tokenizer = library.pre_tokenizers.BertPreTokenizer()
    found = []
    for text in texts:
        encoded = cutter.encode(text, add_special_tokens=False)
        found.append([(piece, *span) for piece, span in zip(encoded.tokens, encoded.offsets, strict=True)])
    return found


def _small_vocabulary(full: Path) -> tuple[str, ...]:
    from sayso.tag.wordpiece import words

    letters = {word.letters for text in SENTENCES for word in words(text)}
    parts = {word[a:b] for word in letters for a in range(len(word)) for b in range(a + 1, min(len(word), a + 24) + 1)}
    heads = {word[:b] for word in letters for b in range(1, min(len(word), 24) + 1)}
    return SPECIAL + tuple(
        piece
        for piece in full.read_text(encoding="utf-8").split("\n")
        if (piece.startswith("##") and piece[2:] in parts) or piece in heads
    )


def main(full: Path) -> None:
    """Write both files anew."""
    VOCABULARY.write_text("\n".join(_small_vocabulary(full)) + "\n", encoding="utf-8")
    pieces = library_pieces(SENTENCES)
    table = [{"text": text, "pieces": found} for text, found in zip(SENTENCES, pieces, strict=True)]
    lines = ",\n".join(json.dumps(row) for row in table)
    TABLE.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
