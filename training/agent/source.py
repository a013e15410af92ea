"""What goes in: words with character offsets, word pieces, and the source row (docs/agent-model.md, Source).

The words are BERT's basic tokenisation done by hand, because a copied span is cut from the person's own text
and so each word needs its offsets in that text; test_source.py holds it equal to the tokenizers library.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from .contract import COPY, Contract

STATE_ROWS, MAX_TOOLS, MAX_LISTED = 60, 4, 20
MAX_TASKS, TASK_PIECES, MAX_LISTS, LIST_PIECES = 3, 8, 8, 4
MAX_WORD_CHARACTERS = 100


class InputTooLong(ValueError):
    """The sentence has more than 64 pieces."""


@dataclass(frozen=True)
class RawWord:
    text: str  # normalised: lower case, no accents
    start: int
    end: int


@dataclass(frozen=True)
class Word:
    """A copyable word: its first and last source index, and where it lies in the sentence it comes from."""

    first: int
    last: int
    sentence: int  # 0 the current one, 1 the previous one
    start: int
    end: int


@dataclass
class State:
    """What the last turn left behind; every part may be absent."""

    ended: str | None = None  # ran asked said
    tools: list[str] = field(default_factory=list)
    listed: int = 0
    tasks: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)

    @staticmethod
    def from_json(raw: dict | None) -> "State":
        raw = raw or {}
        return State(raw.get("ended"), list(raw.get("tools") or []), int(raw.get("listed") or 0),
                     list(raw.get("tasks") or []), list(raw.get("lists") or []))


def is_space(ch: str) -> bool:
    return ch in " \t\n\r" or unicodedata.category(ch) in ("Zs", "Zl", "Zp")


def is_dropped(ch: str) -> bool:
    return ch in "\0\ufffd" or (ch not in "\t\n\r" and unicodedata.category(ch) in ("Cc", "Cf", "Cn", "Co"))


def is_punctuation(ch: str) -> bool:
    code = ord(ch)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(ch).startswith("P")


def is_chinese(ch: str) -> bool:
    c = ord(ch)
    return (0x4E00 <= c <= 0x9FFF or 0x3400 <= c <= 0x4DBF or 0x20000 <= c <= 0x2A6DF or 0x2A700 <= c <= 0x2B73F
            or 0x2B740 <= c <= 0x2B81F or 0x2B920 <= c <= 0x2CEAF or 0xF900 <= c <= 0xFAFF or 0x2F800 <= c <= 0x2FA1F)


@lru_cache(maxsize=65536)
def read_character(ch: str) -> tuple[str, str]:
    """What a character is, and what it reads as: accents stripped, then lower case, each on its own so that no neighbour matters."""
    if is_dropped(ch):
        return "dropped", ""
    if is_space(ch):
        return "space", ""
    plain = "".join(c.lower() for c in unicodedata.normalize("NFD", ch) if unicodedata.category(c) != "Mn")
    if not plain:
        return "accent", ""
    alone = is_chinese(ch) or (len(plain) == 1 and is_punctuation(plain))
    return ("alone" if alone else "letter"), plain


LINE_BREAK = ("alone", ";")  # a line break ends a line as a semicolon would, so it reads as one


def split_words(text: str) -> list[RawWord]:
    words: list[RawWord] = []
    letters, start, end = "", 0, 0
    for i, ch in enumerate(text):
        kind, plain = LINE_BREAK if ch == "\n" else read_character(ch)
        if kind == "letter":
            start = start if letters else i
            letters, end = letters + plain, i + 1
        elif kind == "accent" and letters:
            end = i + 1  # a combining accent belongs to the letter before it
        elif kind in ("space", "alone"):
            if letters:
                words.append(RawWord(letters, start, end))
                letters = ""
            if kind == "alone":
                words.append(RawWord(plain, i, i + 1))
    if letters:
        words.append(RawWord(letters, start, end))
    return words


class Pieces:
    """The pruned WordPiece vocabulary: piece → row."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self.rows = vocabulary
        self.unknown = vocabulary["[UNK]"]
        self.start, self.end = vocabulary["[CLS]"], vocabulary["[SEP]"]
        self.cache: dict[str, list[int]] = {}

    @staticmethod
    def load(tokenizer_json: Path) -> "Pieces":
        return Pieces(json.loads(tokenizer_json.read_text())["model"]["vocab"])

    @property
    def size(self) -> int:
        return len(self.rows)

    def of_word(self, word: str) -> list[int]:
        if word not in self.cache:
            self.cache[word] = self._split(word)
        return self.cache[word]

    def _split(self, word: str) -> list[int]:
        if len(word) > MAX_WORD_CHARACTERS:
            return [self.unknown]
        rows: list[int] = []
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                row = self.rows.get(("##" if at else "") + word[at:end])
                if row is not None:
                    break
            else:
                return [self.unknown]
            rows.append(row)
            at = end
        return rows

    def of_text(self, text: str) -> list[int]:
        return [row for word in split_words(text) for row in self.of_word(word.text)]


@dataclass
class Source:
    ids: list[int]
    words: list[Word]  # copyable ones, in order
    texts: tuple[str, str]  # the sentence and the previous one

    def copy_text(self, first_copy: int, last_copy: int) -> str:
        """The person's own characters between two copied pieces (copy token numbers)."""
        first = next(w for w in self.words if w.first == first_copy + 1)
        last = next(w for w in self.words if w.last == last_copy + 1)
        return self.texts[first.sentence][first.start:last.end]

    @property
    def copyable(self) -> list[int]:
        """Source indices a copy token may stand for."""
        return [i for w in self.words for i in range(w.first, w.last + 1)]


def state_rows(state: State, contract: Contract, pieces: Pieces) -> list[int]:
    row = lambda kind, text: pieces.size + contract.id(kind, text)
    rows: list[int] = []
    if state.ended:
        rows.append(row("control", f"<{state.ended}>"))
    rows += [row("tool", tool) for tool in state.tools[:MAX_TOOLS]]
    if state.listed > 0:
        rows += [row("control", "<listed>"), row("number", min(state.listed, MAX_LISTED))]
    rows += name_rows("<tasks>", state.tasks[:MAX_TASKS], TASK_PIECES, row, pieces)
    rows += name_rows("<lists>", state.lists[:MAX_LISTS], LIST_PIECES, row, pieces)
    return rows[:STATE_ROWS]


def name_rows(head: str, names: list[str], most: int, row, pieces: Pieces) -> list[int]:
    rows: list[int] = []
    for name in names:
        rows.append(row("control", "<,>" if rows else head))
        rows += pieces.of_text(name)[:most]
    return rows


def build_source(text: str, previous: str | None, state: State, contract: Contract, pieces: Pieces) -> Source:
    ids, words = [pieces.start], []

    def add(sentence: str, number: int) -> bool:
        """Adds the words that end at source index 64 or before; says whether all of them did."""
        for word in split_words(sentence):
            rows = pieces.of_word(word.text)
            if len(ids) + len(rows) - 1 > COPY:
                return False
            words.append(Word(len(ids), len(ids) + len(rows) - 1, number, word.start, word.end))
            ids.extend(rows)
        return True

    if not add(text, 0):
        raise InputTooLong(text)
    ids.append(pieces.end)
    before = len(ids)
    if previous:
        add(previous, 1)
        if len(ids) > before:
            ids.append(pieces.end)
    rows = state_rows(state, contract, pieces)
    if rows:
        ids += rows + [pieces.end]
    return Source(ids, words, (text, previous or ""))
