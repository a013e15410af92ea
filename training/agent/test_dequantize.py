"""python -m unittest training.agent.test_dequantize"""

import tempfile
import unittest
from pathlib import Path

import torch

from .contract import load_contract
from .dequantize import load_exported, read_weights
from .export import export
from .graph import build_graph
from .model import Config, ErrandAgent
from .source import Pieces
from .vocabulary import MODEL_FOLDER


class DequantizeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        torch.manual_seed(5)
        cls.contract, cls.pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
        cls.model = ErrandAgent(Config(cls.pieces.size, cls.contract.size, layers=2, width=64, heads=4, inner=128)).eval()
        with torch.no_grad():  # channels of different size, so that evening them out changes something
            for layer in cls.model.layers:
                layer.norm1.weight.mul_(torch.linspace(0.2, 5, 64))

    def test_fp32_comes_back_as_it_was(self) -> None:
        weights = read_weights(build_graph(self.model, False), self.model.config)
        self.assertEqual(set(weights), set(self.model.state_dict()))
        for name, value in self.model.state_dict().items():
            torch.testing.assert_close(weights[name], value, rtol=1e-5, atol=1e-7, msg=name)

    def test_int8_comes_back_within_its_rounding_and_an_export_of_it_is_stable(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = export(self.model, self.contract, self.pieces, Path(folder), {"kind"})
            for name in ("tokenizer.json", "tokenizer_config.json"):
                (Path(folder) / name).write_bytes((MODEL_FOLDER / name).read_bytes())
            again, contract, pieces, _ = load_exported(path)
        self.assertEqual([t.token for t in contract.tokens], [t.token for t in self.contract.tokens])
        self.assertEqual(pieces.rows, self.pieces.rows)
        for name, value in self.model.state_dict().items():
            theirs = again.state_dict()[name]
            if value.dim() == 1:
                torch.testing.assert_close(theirs, value, rtol=1e-5, atol=1e-6, msg=name)
                continue
            step = value.abs().amax(-1, keepdim=True) / 127
            # Evened channels are rounded beside larger ones, so a step of theirs may be several of the plain weights'.
            self.assertLess(float(((theirs - value).abs() / step).mean()), 1.0, name)


if __name__ == "__main__":
    unittest.main()
