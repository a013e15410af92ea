"""Written conversations become rows whose spans are the writer's words."""

import random
import unittest

from ..plain_words import plain
from .contract import load_contract
from .generate.core import Retry
from .prepare import tokenise
from .source import Pieces
from .vocabulary import MODEL_FOLDER
from .written import HAND, WRITTEN, Mistake, all_rows, measured_words, rows_of, spans_of, typed_otherwise

CONTRACT = load_contract()


def rows(turns, answers, **state):
    return list(rows_of({"turns": turns, "answers": answers, **state}, "t", CONTRACT))


def words(row, part):
    text = row["text"] if "span" in part else row["previous"]
    start, end = part.get("span") or part["previous"]
    return text[start:end]


class WrittenTest(unittest.TestCase):
    def test_words_are_found_in_their_sentence(self):
        first, second = rows(
            ["call mum friday about friday's dinner", "no, saturday"],
            [[{"tool": "add_task", "args": {"title": ["call mum", "about friday's dinner"], "due": "friday"}}],
             [{"tool": "update_task", "args": {"task": "^mum", "due": "saturday"}}]])
        args = first["target"]["calls"][0]["args"]
        self.assertEqual([words(first, p) for p in args["title"]], ["call mum", "about friday's dinner"])
        self.assertEqual(words(second, second["target"]["calls"][0]["args"]["task"][0]), "mum")
        self.assertEqual(second["state"]["tools"], ["add_task"])
        self.assertEqual((first["state"]["ended"], second["state"]["ended"]), (None, "ran"))

    def test_the_second_occurrence_and_the_words_it_and_none(self):
        row = rows(["done with done"], [[{"tool": "complete_task", "args": {"task": "done#2"}}]])[0]
        self.assertEqual(row["target"]["calls"][0]["args"]["task"], [{"span": [10, 14]}])
        row = rows(["no date please"], [[{"tool": "update_task", "args": {"task": "@it", "due": None}}]])[0]
        self.assertEqual(row["target"]["calls"][0]["args"], {"task": [{"word": "it"}], "due": [{"word": "none"}]})

    def test_a_question_back_is_open_in_the_next_turn(self):
        second = rows(["remind me", "to water the ferns"], [{"final": ["ask_title"]}, [{"tool": "add_task", "args": {"title": "water the ferns"}}]])[1]
        self.assertEqual(second["state"]["ended"], "asked")

    def test_mistakes_are_named(self):
        for answer in ([{"tool": "fly", "args": {}}], [{"tool": "add_task", "args": {"title": "mil"}}], [{"tool": "add_task", "args": {}}], {"final": ["nope"]},
                       [{"tool": "add_task", "args": {"title": "milk", "priority": "huge"}}], [{"tool": "add_task", "args": {"title": "milk", "day": "milk"}}]):
            with self.assertRaises(Mistake, msg=str(answer)):
                rows(["buy milk"], [answer])

    def test_typed_otherwise_keeps_what_was_copied(self):
        row = rows(["Please put Buy The Milk, for tomorrow, on Groceries"],
                   [[{"tool": "add_task", "args": {"title": "Buy The Milk", "due": "tomorrow", "list": "Groceries"}}]], lists=["Groceries"])[0]
        rng, same = random.Random(1), 0
        for _ in range(60):
            try:
                other = typed_otherwise(row, rng)
            except Retry:
                continue
            tokenise(other, CONTRACT, Pieces.load(MODEL_FOLDER / "tokenizer.json"))
            same += [words(other, p).lower() for p in spans_of(other["target"])] == ["buy the milk", "tomorrow", "groceries"]
        self.assertGreater(same, 30)  # the others have a slip or a short form inside

    def test_what_is_measured_is_known_by_its_sentences_and_titles(self):
        measured = measured_words(HAND)
        self.assertIn(plain("Kindly remind me to send the revised quotation to Mr Mehta on 27th at 11am"), measured)
        self.assertIn("submit the lab report", measured)
        self.assertNotIn("gym", measured)

    def test_every_written_row_can_be_learnt(self):
        faults = []
        made = list(all_rows(sorted(WRITTEN.glob("*.jsonl")), CONTRACT, Pieces.load(MODEL_FOLDER / "tokenizer.json"), lambda *fault: faults.append(fault)))
        self.assertEqual(faults, [])
        self.assertGreater(len(made), 1000)


if __name__ == "__main__":
    unittest.main()
