"""python -m unittest training.agent.test_confidence"""

import itertools
import math
import unittest

import numpy as np

from .confidence import FEATURES, area, confidence, features, fit
from .contract import load_contract
from .decode import Doubt, choose, count_calls


class ConfidenceTest(unittest.TestCase):
    def test_doubt_keeps_the_two_lowest_in_any_order(self) -> None:
        for order in itertools.permutations((0.9, 0.5, 0.7)):
            doubt = Doubt()
            for p in order:
                doubt.see(p, 1.0)
            self.assertEqual((doubt.lowest, doubt.second, doubt.chosen), (0.5, 0.7, 3))
            self.assertAlmostEqual(doubt.sumLog, math.log(0.9 * 0.5 * 0.7))

    def test_legal_share_counts_what_the_mask_took(self) -> None:
        token, p, legal = choose(np.log(np.array([1.0, 1.0, 2.0, 8.0])), [0, 1], [0, 1, 2])
        self.assertEqual(token, 0)
        self.assertAlmostEqual(p, 0.5)
        self.assertAlmostEqual(legal, 0.5)

    def test_calls_are_counted_in_the_plan(self) -> None:
        contract = load_contract()
        action, final = contract.id("control", "<action>"), contract.id("control", "<final>")
        self.assertEqual(count_calls([30, 31, action, 30], contract), 2)
        self.assertEqual(count_calls([final, 40], contract), 0)

    def test_fit_finds_what_the_rows_were_drawn_from(self) -> None:
        rng = np.random.default_rng(3)
        doubts = []
        for _ in range(4000):
            chosen = int(rng.integers(1, 12))
            probabilities = np.sort(1 - rng.beta(0.5, 6, chosen))
            doubts.append(Doubt(float(probabilities[0]), float(probabilities[1]) if chosen > 1 else 1.0, float(np.log(probabilities).sum()), chosen, 1.0, 1))
        truth = np.array([rng.random() < math.exp(d.sumLog) for d in doubts])
        found = fit(np.array([features(d) for d in doubts]), truth.astype(float), np.ones(len(doubts)))
        self.assertEqual(set(found), {"bias", *FEATURES})
        said = [confidence(d, found) for d in doubts]
        self.assertAlmostEqual(float(np.mean(said)), float(truth.mean()), places=2)
        self.assertGreater(area(said, list(truth)), area([d.lowest for d in doubts], list(truth)))


if __name__ == "__main__":
    unittest.main()
