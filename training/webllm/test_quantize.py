"""python -m unittest training.webllm.test_quantize"""

import unittest

import numpy as np

from .quantize import GROUP, quantize, quantize_for, restore


class QuantizeTest(unittest.TestCase):
    def setUp(self) -> None:
        rng = np.random.default_rng(1)
        self.weight = rng.normal(size=(48, 4 * GROUP)).astype(np.float32)
        # Inputs that move together, as a layer's do.
        self.inputs = (rng.normal(size=(512, 24)) @ rng.normal(size=(24, 4 * GROUP)) + 0.1 * rng.normal(size=(512, 4 * GROUP))).astype(np.float32)

    def output_error(self, values: np.ndarray, scales: np.ndarray) -> float:
        return float(((self.inputs @ (restore(values, scales) - self.weight).T) ** 2).mean())

    def test_values_are_of_four_bits_and_each_is_within_half_a_scale(self):
        values, scales = quantize(self.weight, "float32")
        self.assertEqual((values.min() >= 0, values.max() <= 15, scales.shape), (True, True, (48, 4)))
        inside = (values > 0) & (values < 15)
        error = np.abs(restore(values, scales) - self.weight)
        self.assertTrue((error <= np.abs(np.repeat(scales, GROUP, -1)) / 2 + 1e-6)[inside].all())

    def test_what_is_made_up_for_costs_the_outputs_less(self):
        moments = (self.inputs.T @ self.inputs).astype(np.float64)
        plain = self.output_error(*quantize(self.weight, "float32"))
        values, scales = quantize_for(self.weight, moments, "float32")
        self.assertTrue(values.max() <= 15)
        self.assertLess(self.output_error(values, scales), plain / 2)

    def test_inputs_that_never_occur_are_no_trouble(self):
        moments = (self.inputs.T @ self.inputs).astype(np.float64)
        moments[5], moments[:, 5] = 0, 0
        values, scales = quantize_for(self.weight, moments, "float32")
        self.assertTrue(np.isfinite(scales).all() and np.isfinite(restore(values, scales)).all())


if __name__ == "__main__":
    unittest.main()
