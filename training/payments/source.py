"""What the actor is shown, as one row of pieces: `[CLS] instruction [SEP] observation [SEP] steps so far [SEP]`.

workers/adapters/actor/source.ts does the same; docs/sandbox.md describes it.
"""

from __future__ import annotations

from ..agent.contract import Contract
from ..agent.source import Pieces, Source, Word, split_words

MOST_INSTRUCTION, MOST_PAST, PAST_PIECES = 48, 12, 3
DROPPED = set("'\"{}[]()_:,")  # punctuation of Python's own, which says nothing that the words do not


class Unreadable(ValueError):
    """The instruction is too long, or a copied value is not where it should be."""


def shown(observation: str) -> str:
    """Of a traceback only its last line, which says what went wrong."""
    return observation.rstrip("\n").split("\n")[-1] if "Traceback" in observation else observation


def build_source(row: dict, contract: Contract, pieces: Pieces) -> Source:
    ids, words = [pieces.start], []
    texts = (row["instruction"], shown(row["observation"]))

    def add(number: int, most: int) -> bool:
        for word in split_words(texts[number]):
            if number == 1 and word.text in DROPPED:
                continue
            rows = pieces.of_word(word.text)
            if len(ids) + len(rows) - 1 > most:
                return False
            words.append(Word(len(ids), len(ids) + len(rows) - 1, number, word.start, word.end))
            ids.extend(rows)
        return True

    if not add(0, MOST_INSTRUCTION):
        raise Unreadable("the instruction is too long")
    ids.append(pieces.end)
    add(1, contract.copy)
    ids.append(pieces.end)
    for step in row["past"][-MOST_PAST:]:
        ids.append(pieces.size + contract.id("tool", step["call"]))
        ids += pieces.of_text(step["said"])[:PAST_PIECES]
    ids.append(pieces.end)
    return Source(ids, words, texts)


def bare(word: str) -> str:
    """Without a currency sign that the tokenisation leaves at a number: "£18" is one word, where "$18" is two."""
    digits = word.strip("£€₹¥¢")
    return digits if digits.isdigit() else word


def find_span(source: Source, text: str, sentence: int) -> tuple[int, int]:
    """First and last source index of a value's words."""
    wanted = [w.text for w in split_words(text) if sentence == 0 or w.text not in DROPPED]
    own = [w for w in source.words if w.sentence == sentence]
    said = [bare(split_words(source.texts[sentence][w.start:w.end])[0].text) for w in own]
    for at in range(len(own) - len(wanted) + 1):
        if wanted and said[at: at + len(wanted)] == wanted:
            return own[at].first, own[at + len(wanted) - 1].last
    raise Unreadable(f"not in the {'observation' if sentence else 'instruction'}: {text}")
