"""The group-relative part of the reinforcement: what is learnt from tries, on a tiny model."""

import unittest

import torch

from ..agent.model import Config, ErrandAgent
from ..agent.source import Pieces
from ..agent.train import make_batch, target_scores
from .contract import load_contract
from .grpo import policy_loss, read_tries, update

CONTRACT = load_contract()
PIECES = Pieces({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, **{f"w{i}": i + 3 for i in range(20)}})


def tiny_model() -> ErrandAgent:
    torch.manual_seed(1)
    return ErrandAgent(Config(PIECES.size, CONTRACT.size, CONTRACT.copy, layers=1, width=24, heads=2, inner=48, positions=160))


def row(errand: str, reward: float, tokens: list[int]) -> dict:
    return {"id": errand, "reward": reward, "steps": [{"source": [1, 5, 6, 2, 2, 2], "copyEnd": 2, "tokens": tokens}]}


class TestTries(unittest.TestCase):
    def test_advantages_are_relative_to_the_errands_other_tries(self) -> None:
        tries = read_tries([row("a", 2.0, [5]), row("a", 0.0, [6]), row("b", 1.0, [5]), row("b", 1.0, [6])])
        self.assertEqual([t.advantage for t in tries], [1.0, -1.0])  # those of b came out alike and teach nothing

    def test_an_update_makes_the_better_try_likelier_than_the_worse(self) -> None:
        model, better, worse = tiny_model(), [5, 9], [6, 9]
        tries = read_tries([row("a", 2.0, better), row("a", -1.0, worse)])

        def lead() -> float:
            batch = make_batch([t.example for t in tries], CONTRACT, PIECES)
            first = target_scores(model.eval(), batch).log_softmax(-1)[0, 0]
            return (first[better[0]] - first[worse[0]]).item()

        before = lead()
        optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
        for _ in range(5):
            update(model, optimizer, tries, CONTRACT, PIECES)
        self.assertGreater(lead(), before + 0.05)
        self.assertTrue(torch.isfinite(policy_loss(model, tries, CONTRACT, PIECES)))


if __name__ == "__main__":
    unittest.main()
