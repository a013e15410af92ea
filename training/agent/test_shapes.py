"""The shapes of the ablations, a few steps on a few rows; and beams beside greedy decoding.

    python -m unittest training.agent.test_shapes
"""

import unittest
from pathlib import Path

import torch

from .contract import load_contract
from .decode import TorchRunner, beam_decode, decode
from .grammar import Grammar
from .model import Config, ErrandAgent
from .prepare import Cache, choose_training, tokenise
from .samples import sample_rows
from .shapes import EncoderDecoder, NoPointer, grow
from .source import Pieces, State, build_source
from .train import Run, Settings, batch_loss, make_batch, target_scores
from .vocabulary import MODEL_FOLDER


class ShapesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        torch.set_num_threads(1)
        cls.contract, cls.pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
        cls.cache = Cache.of([tokenise(r, cls.contract, cls.pieces) for r in sample_rows()])
        cls.config = Config(cls.pieces.size, cls.contract.size, layers=2, width=64, heads=4, inner=128)

    def batch(self):
        return make_batch([self.cache[i] for i in range(len(self.cache))], self.contract, self.pieces)

    def test_each_shape_learns(self) -> None:
        for shape in (ErrandAgent, NoPointer, EncoderDecoder):
            torch.manual_seed(1)
            settings = Settings(Path(), Path(), 8 * 40, batch=8, dropout=0.0, rate=3e-3, new_rate=3e-3)
            run = Run(settings, self.cache, self.contract, self.pieces, shape(self.config))
            before = batch_loss(run.model, self.batch()).item()
            for rows in run.batches():
                run.train_step(rows)
            self.assertLess(batch_loss(run.model, self.batch()).item(), before / 2, shape.__name__)

    def test_the_encoder_sees_nothing_of_the_answer(self) -> None:
        torch.manual_seed(1)
        model, batch = EncoderDecoder(self.config).eval(), self.batch()
        scores = target_scores(model, batch)
        # Another last token of the answer changes what follows it, and nothing before it.
        place = int(batch.targets[0, 2])
        batch.ids[0, place] = self.pieces.size + 5
        other = target_scores(model, batch)
        torch.testing.assert_close(scores[0, :2], other[0, :2])
        self.assertFalse(torch.equal(scores[0, 2], other[0, 2]))

    def test_without_a_pointer_copies_do_not_hang_on_source_states(self) -> None:
        torch.manual_seed(1)
        model = NoPointer(self.config).eval()
        states, target = torch.randn(1, 70, 64), torch.randn(1, 3, 64)
        torch.testing.assert_close(model.scores(states, target), model.scores(states * 2, target))
        plain = ErrandAgent(self.config).eval()
        self.assertFalse(torch.allclose(plain.scores(states, target), plain.scores(states * 2, target)))

    def test_a_grown_stack_begins_with_the_short_ones_layers(self) -> None:
        small, tall = ErrandAgent(self.config), ErrandAgent(Config(self.pieces.size, self.contract.size, layers=3, width=64, heads=4, inner=128))
        grow(tall, small)
        for mine, theirs in ((0, 0), (2, 1)):
            torch.testing.assert_close(tall.layers[mine].up.weight, small.layers[theirs].up.weight)
        torch.testing.assert_close(tall.rows.weight, small.rows.weight)

    def test_training_rows_are_chosen_by_source_and_number(self) -> None:
        rows = [{"source": "x", "n": 1}, {"n": 2}, {"n": 3}]
        self.assertEqual([r["n"] for r in choose_training(rows, True, None)], [2, 3])
        self.assertEqual(len(choose_training(rows, False, 2)), 2)


class BeamTest(unittest.TestCase):
    def test_one_path_is_greedy_and_more_are_never_less_likely(self) -> None:
        torch.manual_seed(4)
        contract, pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
        runner = TorchRunner(ErrandAgent(Config(pieces.size, contract.size, layers=2, width=64, heads=4, inner=128)))
        compared = 0
        for row in sample_rows():
            source = build_source(row["text"], row["previous"], State.from_json(row["state"]), contract, pieces)
            greedy = decode(runner, source, contract, pieces.size)
            if len(greedy.tokens) > 40 or compared == 2:
                continue
            compared += 1
            self.assertEqual(beam_decode(runner, source, contract, pieces.size, 1).tokens, greedy.tokens)
            wider = beam_decode(runner, source, contract, pieces.size, 3)
            grammar = Grammar(contract, source)
            for token in wider.tokens:
                grammar.advance(token)
            self.assertTrue(grammar.done)
        self.assertGreater(compared, 0)


if __name__ == "__main__":
    unittest.main()
