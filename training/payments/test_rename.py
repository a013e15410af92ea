"""Made-up names: the same person in all lines of an errand, and nobody of dev or test."""

from __future__ import annotations

import json
import unittest

from .rename import Renamer, names_of


def line(past: list[dict], observation: str) -> dict:
    step = {"args": [{"name": "query", "value": {"kind": "copy", "text": "Hannah Novak", "from": "instruction"}}, {"name": "n", "value": {"kind": "number", "parts": [5]}}]}
    return {"id": "train-1/0", "instruction": "Will you grant Hannah Novak’s wish", "observation": observation, "past": past, "step": step}


class RenameTest(unittest.TestCase):
    def test_a_name_is_the_same_wherever_an_errand_has_it(self) -> None:
        renamer = Renamer(["river", "copper", "astrid"])
        first = renamer.rename(line([], "wallet hannah.novak abc"))
        later = renamer.rename(line([{"call": "wallet.search_users", "said": "Hannah Novak"}], "12 Hannah Novak"))
        made = first["step"]["args"][0]["value"]["text"]
        self.assertNotIn("Hannah", json.dumps([first, later]))
        self.assertEqual(first["instruction"], f"Will you grant {made}’s wish")
        self.assertEqual(first["observation"], f"wallet {made.lower().replace(' ', '.')} abc")
        self.assertEqual((later["observation"], later["past"][0]["said"]), (f"12 {made}", made))
        self.assertEqual(first["step"]["args"][1], line([], "")["step"]["args"][1])

    def test_nobody_measured_is_made_up(self) -> None:
        renamer = Renamer(["astrid", "river"])
        self.assertEqual(renamer.words, ["river"])
        self.assertFalse(names_of("train") & names_of("test"))
        self.assertGreater(len(names_of("train")), 150)


if __name__ == "__main__":
    unittest.main()
