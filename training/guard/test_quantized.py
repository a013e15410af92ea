"""The rounding that training sees is the graph's: checked against ONNX Runtime's own int8 product."""

from __future__ import annotations

import copy
import tempfile
import unittest
from pathlib import Path

import onnx
import torch

from .graph import build_guard_graph, peaks_of
from .model import Batch, Guard
from .quantized import round_input, round_layers, round_weight


class QuantizedTest(unittest.TestCase):
    def test_rounding_moves_no_more_than_half_a_step_and_lets_the_gradient_pass(self) -> None:
        torch.manual_seed(1)
        weight = torch.randn(6, 5, requires_grad=True)
        rounded = round_weight(weight)
        self.assertTrue((rounded - weight).abs().max() <= weight.abs().amax(1).max() / 127 / 2 + 1e-6)
        self.assertGreater((rounded - weight).abs().max(), 0)
        rounded.sum().backward()
        self.assertTrue(torch.equal(weight.grad, torch.ones_like(weight)))
        x = torch.randn(2, 4, 5)
        steps = (x.amax((1, 2)) - x.amin((1, 2))) / 255
        self.assertTrue(((round_input(x) - x).abs().amax((1, 2)) <= steps * 0.51 + 1e-6).all())

    def test_logits_come_nearer_to_the_exported_file_than_without_rounding(self) -> None:
        import onnxruntime

        torch.manual_seed(2)
        model = Guard(50, layers=2).eval()
        with torch.no_grad():
            for layer in model.layers:
                layer.down.weight *= 4
        rounded = round_layers(copy.deepcopy(model)).eval()
        ids = torch.randint(1, 50, (1, 9))
        batch = Batch(ids, torch.ones_like(ids))
        with tempfile.TemporaryDirectory() as folder, torch.no_grad():
            path = Path(folder) / "model.onnx"
            onnx.save(build_guard_graph(model, True, peaks_of(model, [batch])), path)
            session = onnxruntime.InferenceSession(str(path))
            feeds = {"input_ids": ids.numpy(), "attention_mask": batch.mask.numpy(), "token_type_ids": torch.zeros_like(ids).numpy()}
            exported = torch.from_numpy(session.run(["sentence_vector"], feeds)[0])
            plain, near = model.vector(batch), rounded.vector(batch)
        self.assertLess((near - exported).norm(), (plain - exported).norm())


if __name__ == "__main__":
    unittest.main()
