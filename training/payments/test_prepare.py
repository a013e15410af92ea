"""Which rows of a trajectory are learnt from: mistakes are remembered, and only what puts them right is taught."""

import json
import unittest

from ..agent.source import Pieces
from .contract import load_contract
from .prepare import conversations, is_kept, is_taught
from .source import Unreadable, build_source, find_span

STEP = {"seen": "start", "safe": True, "thought": "details", "call": "wallet.login", "args": []}


def row(number: int, **more) -> dict:
    return {"id": "a", "instruction": "pay Ann 5", "observation": "" if number == 0 else "out", "step": STEP,
            "past": [{"call": "wallet.login", "said": ""}] * number, **more}


class TestMistakes(unittest.TestCase):
    def test_only_a_row_that_says_so_is_not_taught(self) -> None:
        self.assertEqual([is_taught(row(0)), is_taught(row(1, taught=False)), is_taught(row(2, recovering=True))], [True, False, True])

    def test_all_steps_that_put_a_mistake_right_are_kept_where_of_others_a_part_is(self) -> None:
        plain = [is_kept({**row(0), "id": str(i)}) for i in range(300)]
        self.assertTrue(0 < sum(plain) < 150)
        self.assertTrue(all(is_kept({**row(0, recovering=True), "id": str(i)}) for i in range(300)))

    def test_a_conversation_holds_the_mistake_without_weight(self) -> None:
        (talk,) = conversations([row(0), row(1, taught=False), row(2, recovering=True)])
        said = [m for m in talk["messages"] if m["role"] == "assistant"]
        self.assertEqual([m.get("weight") for m in said], [None, 0, None])
        self.assertEqual(json.loads(said[1]["content"]), STEP)


class TestAmounts(unittest.TestCase):
    def test_a_currency_sign_that_clings_to_a_number_is_copied_with_it(self) -> None:
        pieces = Pieces({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "pay": 3})
        source = build_source({"instruction": "pay £18.50 or $7", "observation": "", "past": []}, load_contract(), pieces)
        first, last = find_span(source, "18.50", 0)
        self.assertEqual(source.texts[0][source.words[1].start: source.words[3].end], "£18.50")
        self.assertEqual((first, last), (source.words[1].first, source.words[3].last))
        with self.assertRaises(Unreadable):
            find_span(source, "19", 0)


if __name__ == "__main__":
    unittest.main()
