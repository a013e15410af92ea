"""python -m unittest training.agent.generate.test_generate"""

import itertools
import json
import unittest

from .core import has_words
from .finals import PHRASES
from .generate import Writer
from .render import REQUIRED, SPEC_ORDER, is_boundary

SEED, ROWS = 7, 5000


def parts_in(value):
    if isinstance(value, dict):
        for v in value.values():
            yield from parts_in(v)
    elif isinstance(value, list):
        for v in value:
            if isinstance(v, dict):
                yield v
            else:
                yield from parts_in(v)


class Rows(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = list(Writer(SEED).rows(ROWS))

    def test_offsets_are_whole_words(self):
        for row in self.rows:
            for call in row["target"].get("calls", []):
                for part in parts_in(call["args"]):
                    name = next(iter(part))
                    if name == "word":
                        self.assertIn(part["word"], ("it", "none"))
                        continue
                    text = row["text"] if name == "span" else row["previous"]
                    a, b = part[name]
                    self.assertTrue(0 <= a < b <= len(text), row)
                    self.assertTrue(is_boundary(text, a) and is_boundary(text, b), row)
                    self.assertEqual(text[a:b], text[a:b].strip(), row)

    def test_the_same_seed_gives_the_same_rows(self):
        again = list(itertools.islice(Writer(SEED).rows(400), 400))
        self.assertEqual(json.dumps(again), json.dumps(self.rows[:400]))

    def test_splits_share_no_title_and_no_carrier(self):
        seen = {"train": (set(), set()), "dev": (set(), set())}
        for row in self.rows:
            titles, carriers = seen[row["split"]]
            titles.update(row["titles"])
            carriers.update(c for c in row["carrier"].replace("… ", "").split(" + ") if has_words(c))
        self.assertEqual(seen["train"][0] & seen["dev"][0], set())
        self.assertEqual(seen["train"][1] & seen["dev"][1], set())
        self.assertGreater(sum(r["split"] == "dev" for r in self.rows), ROWS // 40)

    def test_every_tool_and_argument_occurs(self):
        seen = {(c["tool"], a) for r in self.rows for c in r["target"].get("calls", []) for a in [*c["args"], None]}
        wanted = {(t, a) for t, args in SPEC_ORDER.items() for a in [*args.split(), None]}
        self.assertEqual(wanted - seen, set())
        keys = {k for r in self.rows for c in r["target"].get("calls", []) for k in c["args"].get("filter", {})}
        self.assertEqual(keys, {"due", "list", "tag", "priority", "status", "text", "except"})

    def test_targets_are_well_formed(self):
        for row in self.rows:
            calls = row["target"].get("calls")
            if calls is None:
                self.assertTrue(1 <= len(row["target"]["final"]) <= 3)
                self.assertTrue(all(p in PHRASES for p in row["target"]["final"]), row)
                continue
            self.assertTrue(1 <= len(calls) <= 8)
            for call in calls:
                order = SPEC_ORDER[call["tool"]].split()
                self.assertEqual(list(call["args"]), [a for a in order if a in call["args"]])
                for need in REQUIRED.get(call["tool"], "").split():
                    self.assertTrue(call["args"].get(need), row)

    def test_reminders_are_set_only_on_tasks_that_exist(self):
        for row in self.rows:
            calls = row["target"].get("calls", [])
            if len(calls) == 1 and calls[0]["tool"] == "set_reminder" and row["state"]["ended"] in (None, "said"):
                self.assertTrue(row["state"]["tasks"], row)

    def test_phrases_are_known_and_only_questions_ask(self):
        from . import carriers_none

        used = {p for rows in (carriers_none.TALK, carriers_none.BEYOND, carriers_none.ASK) for c in rows for p in c.const["final"].split(",")}
        self.assertEqual(set(PHRASES) - used, {"offer", "wont"})
        self.assertEqual(used - set(PHRASES), set())
        for text in PHRASES.values():
            self.assertEqual("?" in text, text.endswith("?"))



if __name__ == "__main__":
    unittest.main()
