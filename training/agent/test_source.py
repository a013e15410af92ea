"""python -m unittest training.agent.test_source"""

import random
import unittest

from tokenizers import Tokenizer

from .contract import COPY, load_contract
from .source import InputTooLong, Pieces, State, build_source, split_words
from .vocabulary import MODEL_FOLDER

HARD = ["Café at £20 — it’s 😀mum ≠ Straße 東京 a\u200bb e\u0301t\u0301 \u0301x", "\u2028a\u0085b\x0bc ½ ① İstanbul ΣΟΦΟΣ ﬁx",
        "6:30pm don't #errands @home [SEP", "naïve  \t tabs\nlines\r\n\nmore", "x" * 101 + " antidisestablishmentarianism", ""]


class SourceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.contract, cls.pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")

    def test_words_and_pieces_equal_the_tokenizers_library(self) -> None:
        library = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
        rng = random.Random(3)
        letters = "abcdeÀéñ üß 'm-.,#!  \t\n\u0301\u200b東😀€£½0123"
        texts = HARD + ["".join(rng.choice(letters) for _ in range(rng.randrange(30))) for _ in range(2000)]
        for text in texts:
            theirs = library.encode(text.replace("\n", " ; "), add_special_tokens=False)  # our one difference
            self.assertEqual(self.pieces.of_text(text), theirs.ids, repr(text))

    def test_offsets_cut_the_persons_own_text(self) -> None:
        text = "  Zoë’s CAFÉ, 6pm "
        self.assertEqual([text[w.start:w.end] for w in split_words(text)], ["Zoë", "’", "s", "CAFÉ", ",", "6pm"])

    def test_parts_that_are_empty_leave_no_separator(self) -> None:
        source = build_source("buy milk", None, State(), self.contract, self.pieces)
        self.assertEqual(source.ids.count(self.pieces.end), 1)
        full = build_source(" ".join(["milk"] * COPY), "bread", State(), self.contract, self.pieces)
        self.assertEqual((len(full.ids), full.ids.count(self.pieces.end)), (COPY + 2, 1))

    def test_a_previous_sentence_fills_up_to_64(self) -> None:
        source = build_source("milk " * 60, "bread and butter and jam", State("ran"), self.contract, self.pieces)
        self.assertEqual([w.last for w in source.words if w.sentence == 1], [62, 63, 64])
        self.assertEqual(source.texts[1][source.words[-1].start:source.words[-1].end], "butter")

    def test_too_long(self) -> None:
        with self.assertRaises(InputTooLong):
            build_source("milk " * 65, None, State(), self.contract, self.pieces)

    def test_state_rows(self) -> None:
        state = State("ran", ["add_task"] * 6, 33, ["a b c d e f g h i j", "x", "y", "z"], ["one", "two"])
        rows = build_source("hi", None, state, self.contract, self.pieces).ids[3:]
        names = [self.contract.tokens[r - self.pieces.size].token if r >= self.pieces.size else "piece" for r in rows]
        expected = (["<ran>"] + ["<add_task>"] * 4 + ["<listed>", "<20>", "<tasks>"] + ["piece"] * 8 + ["<,>", "piece"] * 2
                    + ["<lists>", "piece", "<,>", "piece", "piece"])
        self.assertEqual(names, expected)


if __name__ == "__main__":
    unittest.main()
