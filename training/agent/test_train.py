"""A few steps on a few rows: the loss falls, and a run that was stopped ends where one that was not does.

    python -m unittest training.agent.test_train
"""

import math
import tempfile
import unittest
from pathlib import Path

import torch

from .checkpoint import load_model
from .contract import load_contract
from .decode import TorchRunner
from .evaluate import evaluate, summary
from .prepare import Cache, tokenise
from .mean import mean_weights
from .model import Config, ErrandAgent
from .samples import sample_rows
from .source import Pieces
from .train import Run, Settings, make_batch, train
from .vocabulary import MODEL_FOLDER


class TrainTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        torch.set_num_threads(1)
        cls.contract, cls.pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
        cls.rows = sample_rows()
        cls.cache = Cache.of([tokenise(r, cls.contract, cls.pieces) for r in cls.rows])

    def small_run(self, settings: Settings) -> Run:
        torch.manual_seed(settings.seed)
        config = Config(self.pieces.size, self.contract.size, layers=2, width=64, heads=4, inner=128)
        return Run(settings, self.cache, self.contract, self.pieces, ErrandAgent(config, settings.dropout))

    def run_for(self, folder: str, rows: int, minutes: float = math.inf) -> Run:
        settings = Settings(Path(), Path(folder), rows, batch=3, noise=0.3, average=0.9, minutes=minutes)
        run = self.small_run(settings)
        run.restore()
        train(run)
        return run

    def test_a_cache_gives_back_what_went_in(self) -> None:
        self.assertEqual(self.cache[2], tokenise(self.rows[2], self.contract, self.pieces))

    def test_padding_does_not_matter(self) -> None:
        run = self.small_run(Settings(Path(), Path(), 1, dropout=0.0))
        together = make_batch([self.cache[i] for i in range(8)], self.contract, self.pieces)
        alone = make_batch([self.cache[5]], self.contract, self.pieces)
        scores = []
        for batch, i in ((together, 5), (alone, 0)):
            states, _ = run.model.eval().states(batch.ids, batch.types, batch.positions, batch.bias)
            targets = batch.targets[i, : len(self.cache[5].target)]
            scores.append(run.model.scores(states[i: i + 1], states[i: i + 1, targets])[..., : self.contract.size])
        torch.testing.assert_close(scores[0], scores[1], atol=1e-4, rtol=1e-4)

    def test_a_stopped_run_ends_as_one_that_was_not(self) -> None:
        with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as parts:
            straight = self.run_for(whole, 24)
            while self.run_for(parts, 24, minutes=1e-9).step < straight.steps:
                pass
            stopped, *_ = load_model(Path(parts) / "last.pt")
            for name, value in straight.average.items():
                self.assertTrue(torch.equal(value, stopped.state_dict()[name]), name)

    def test_a_mean_lies_between_its_runs(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, name, "last.pt") for name in "ab"]
            for path, rows in zip(paths, (6, 12)):
                self.run_for(str(path.parent), rows)
            mean = mean_weights(paths, [0.25, 0.75])["model"]["norm.weight"]
            a, b = (load_model(path)[0].state_dict()["norm.weight"] for path in paths)
            self.assertFalse(torch.equal(a, b))
            torch.testing.assert_close(mean, 0.25 * a + 0.75 * b)
            with self.assertRaises(ValueError):
                mean_weights(paths, [1.0])

    def test_it_learns_a_few_rows_by_heart(self) -> None:
        run = self.small_run(Settings(Path(), Path(), 8 * 200, batch=8, dropout=0.0, rate=3e-3, new_rate=3e-3))
        for rows in run.batches():
            run.train_step(rows)
        results = evaluate(TorchRunner(run.model), self.rows, self.contract, self.pieces)
        self.assertGreaterEqual(summary(results)["exact"], 0.75)


if __name__ == "__main__":
    unittest.main()
