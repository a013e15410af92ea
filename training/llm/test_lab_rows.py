"""The reader of the Lab's rounds.

    python -m unittest training.llm.test_lab_rows
"""

from __future__ import annotations

import json
import unittest
from pathlib import Path

from .lab_rows import conversations, read_round

# src/lab/report/write-learning-rows.test.ts holds the app to this file.
LINES = (Path(__file__).parent / "fixtures/lab_rounds.jsonl").read_text().splitlines()


class LabRows(unittest.TestCase):
    def test_what_won_is_learned_and_what_failed_is_remembered(self) -> None:
        made, bad = conversations(LINES)
        self.assertEqual(bad, [])
        self.assertEqual([[message["role"] for message in each] for each in made], [["system", "user", "assistant"]] * 2)
        (_, first, answer), (_, second, last) = made
        self.assertEqual(answer["content"], '<analysis>\nEvery column as it is.\n</analysis>\n<code>\nprint("première")\n</code>')
        self.assertNotIn("Tried before", first["content"])
        self.assertIn("Tried before: Amounts in proportion.\nIt did not run to its end.\nTraceback", second["content"])
        self.assertIn("ZeroDivisionError: division by zero", second["content"])
        self.assertIn('print("line")', last["content"])
        self.assertNotIn("1 / 0", json.dumps(made))

    def test_names_the_lines_that_are_no_rounds(self) -> None:
        good = json.loads(LINES[0])
        broken = ["nonsense", "[]", "{}", *(json.dumps({**good, **change}) for change in (
            {"code": 3}, {"accepted": "yes"}, {"score": "62"}, {"score": True}, {"score": None}, {"code": "</code>"}))]
        for line in broken:
            self.assertIsNone(read_round(line), line)
        made, bad = conversations(["", LINES[0], *broken])
        self.assertEqual((len(made), bad), (1, list(range(3, 3 + len(broken)))))


if __name__ == "__main__":
    unittest.main()
