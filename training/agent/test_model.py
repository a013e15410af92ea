"""The exported graph computes what PyTorch computes, whole and step by step.

    python -m unittest training.agent.test_model
"""

import unittest

import numpy as np
import torch

from .decode import OnnxRunner, TorchRunner, attention_bias
from .graph import build_graph, measure_peaks
from .model import Config, ErrandAgent


def small_model() -> ErrandAgent:
    torch.manual_seed(0)
    return ErrandAgent(Config(pieces=50, contract=30, layers=2, width=48, heads=3, inner=96, positions=128)).eval()


class GraphTest(unittest.TestCase):
    def test_onnx_equals_torch_in_steps(self) -> None:
        model = small_model()
        exact, other = TorchRunner(model), OnnxRunner(build_graph(model, int8=False).SerializeToString())
        source, steps = 9, [10, 1, 3, 1]  # the source and <s>, one token, three forced ones, one more
        for runner in (exact, other):
            runner.start()
        past = 0
        for n in steps:
            ids = [(7 * (past + i)) % 100 for i in range(n)]
            types = [int(past + i >= source) for i in range(n)]
            bias = attention_bias(past, n, source)
            a, b = (r.step(ids, types, past, bias) for r in (exact, other))
            seen = np.isfinite(a)
            np.testing.assert_array_equal(seen, np.isfinite(b))
            np.testing.assert_allclose(a[seen], b[seen], atol=2e-4)
            past += n

    def test_int8_is_near(self) -> None:
        model = small_model()
        ids, types, bias = list(range(12)), [0] * 11 + [1], attention_bias(0, 12, 11)
        scores = []
        for int8 in (False, True):
            runner = OnnxRunner(build_graph(model, int8, peaks=measure_peaks(model, [ids])).SerializeToString())
            runner.start()
            scores.append(runner.step(ids, types, 0, bias)[:30])
        self.assertLess(np.abs(scores[0] - scores[1]).max(), 0.03 * np.abs(scores[0]).max())

    def test_a_step_at_a_time_equals_all_at_once(self) -> None:
        model, n, source = small_model(), 14, 8
        ids = torch.arange(n)[None]
        types = (ids >= source).long()
        whole, _, _, _ = model(ids, types, ids, torch.from_numpy(attention_bias(0, n, source)))
        runner = TorchRunner(model)
        runner.start()
        runner.step(ids[0, : source + 1].tolist(), types[0, : source + 1].tolist(), 0, attention_bias(0, source + 1, source))
        for i in range(source + 1, n):
            scores = runner.step([i], [1], i, attention_bias(i, 1, source))
            np.testing.assert_allclose(scores[:30], whole[0, i].detach().numpy(), atol=2e-4)


if __name__ == "__main__":
    unittest.main()
