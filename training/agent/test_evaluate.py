"""python -m unittest training.agent.test_evaluate"""

import unittest

from .evaluate import judge


def calls(*rows: tuple) -> dict:
    return {"calls": [{"tool": tool, "args": args} for tool, args in rows], "phrases": []}


class JudgeTest(unittest.TestCase):
    gold = calls(("add_task", {"title": "the milk", "due": "friday"}), ("add_task", {"title": "eggs"}))

    def test_order_article_and_case_do_not_matter(self) -> None:
        ours = calls(("add_task", {"title": "Eggs."}), ("add_task", {"title": "Milk", "due": "Friday"}))
        self.assertTrue(judge(self.gold, ours, set()).exact)

    def test_a_due_nobody_asked_for_is_wrong(self) -> None:
        ours = calls(("add_task", {"title": "milk", "due": "friday"}), ("add_task", {"title": "eggs", "due": "friday"}))
        found = judge(self.gold, ours, set())
        self.assertEqual((found.tool, found.titles, found.dates, found.exact), (True, [True, True], [True], False))
        self.assertTrue(judge(self.gold, ours, {"due"}).exact)

    def test_another_tool_or_no_answer(self) -> None:
        self.assertFalse(judge(self.gold, calls(("redo", {})), set()).tool)
        self.assertFalse(judge(self.gold, None, set()).valid)

    def test_a_question_back_is_not_a_plain_sentence(self) -> None:
        final = lambda *phrases: {"calls": [], "phrases": list(phrases)}
        self.assertTrue(judge(final("Okay."), final("No worries."), set()).exact)
        self.assertFalse(judge(final("Okay."), final("Which list?"), set()).exact)


if __name__ == "__main__":
    unittest.main()
