"""The Lab's linear model, as the app writes it into its scripts, against closed forms.

python -m unittest training.lab.test_linear
"""

import json
import math
import random
import tempfile
import unittest
from pathlib import Path

import numpy as np

SCRIPTS = Path(__file__).parents[2] / "src/lab/python"


def script() -> dict:
    """The parts that a script of the Lab is put together from, without the forests."""
    base = (SCRIPTS / "solution.py").read_text().split("# part: split_codes")[0].replace("import ydf", "")
    space: dict = {}
    exec(base + (SCRIPTS / "linear.py").read_text(), space)
    return space


class LinearModel(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.Linear = script()["Linear"]
        draw = random.Random(3)
        cls.x = [[draw.gauss(0, 1) for _ in range(400)] for _ in range(5)]
        cls.columns = {f"c{j}": [repr(value) for value in values] for j, values in enumerate(cls.x)}

    def test_ridge_is_the_closed_form(self) -> None:
        y = [3 * a - 2 * b + 0.1 * c + 7 for a, b, c in zip(*self.x[:3])]
        model = self.Linear(self.columns, [repr(value) for value in y], [])
        x = np.array(model.encode(self.columns)).T
        closed = [np.linalg.solve(x.T @ x + np.diag([held] * 5 + [0.0]), x.T @ np.array(y)) for held in model.PENALTIES]
        self.assertLess(min(abs(model.weights[0] - each).max() for each in closed), 1e-6)
        made = [row[0] for row in model.predict(self.columns)]
        self.assertLess(max(abs(a - b) for a, b in zip(made, y)), 0.5)

    def test_softmax_tells_classes_apart(self) -> None:
        target = ["a" if a + b > 0.5 else "b" if a - b > 0 else "c" for a, b in zip(*self.x[:2])]
        model = self.Linear(self.columns, target, ["a", "b", "c"])
        shares = model.predict(self.columns)
        self.assertTrue(all(abs(sum(row) - 1) < 1e-9 for row in shares))
        right = sum(row.index(max(row)) == "abc".index(name) for row, name in zip(shares, target))
        self.assertGreater(right / len(target), 0.95)
        # Where the loss is least, the column of ones leaves each class as often as it is.
        for index, name in enumerate("abc"):
            self.assertAlmostEqual(sum(row[index] for row in shares) / 400, target.count(name) / 400, delta=0.02)

    def test_takes_what_tables_hold(self) -> None:
        draw = random.Random(5)
        kinds = [draw.choice(["red", "blue", ""]) for _ in range(300)]
        amounts = ["" if draw.random() < 0.2 else repr(math.exp(draw.gauss(0, 3))) for _ in range(300)]
        columns = {"kind": kinds, "amount": amounts, "same": ["4"] * 300, "none": [""] * 300, "made": [math.nan, 1.0] * 150}
        target = [repr(5.0 if kind == "red" else 1.0) for kind in kinds]
        model = self.Linear(columns, target, [])
        odd = {"kind": ["red", "green"], "amount": ["1e300", "-5"], "same": ["9", "x"], "none": ["1", ""], "made": [math.nan, math.inf]}
        (first,), (second,) = model.predict(odd)
        self.assertGreater(first, 4)
        self.assertTrue(-1 <= second <= 7)
        with tempfile.TemporaryDirectory() as folder:
            model.save(f"{folder}/models/0_linear")
            self.assertEqual(json.loads(Path(f"{folder}/models/0_linear.json").read_text())["weights"], model.weights)

    def test_a_wide_table_keeps_the_columns_that_say_most(self) -> None:
        draw = random.Random(7)
        columns = {f"noise{j}": [repr(draw.gauss(0, 1)) for _ in range(120)] for j in range(200)}
        y = [draw.gauss(0, 1) for _ in range(120)]
        columns["told"] = [repr(value) for value in y]
        model = self.Linear(columns, [repr(value + 10) for value in y], [])
        self.assertEqual(len(model.features), model.MOST_COLUMNS)
        self.assertEqual(model.variable_importances()["SUM_SCORE"][0][1], "told")
        self.assertGreater(sum(row[0] for row in model.predict(columns)) / 120, 9)


if __name__ == "__main__":
    unittest.main()
