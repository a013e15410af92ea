"""Training with the rounding that the int8 graph will do (quantization-aware training, Jacob et al. 2018, arXiv 1712.05877).

Each product of the layers sees its weights as int8 columns and its inputs as uint8 with one scale a text, as ONNX Runtime's
DynamicQuantizeMatMul takes them, with graph.py's two steps before it: even channels before `up`, rows of ±1 before `down`.
The gradient passes the rounding by as if it were not there (straight-through). Parameters keep their names, so a checkpoint loads as any other.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .model import Guard


def straight(rounded: Tensor, exact: Tensor) -> Tensor:
    return exact + (rounded - exact).detach()


def round_weight(weight: Tensor) -> Tensor:
    """[out, in] as int8 with a scale for each output."""
    with torch.no_grad():
        scale = weight.abs().amax(1, keepdim=True).clamp_min(1e-12) / 127
        rounded = (weight / scale).round() * scale
    return straight(rounded, weight)


def round_input(x: Tensor) -> Tensor:
    """[batch, n, width] as uint8 with a scale and a zero for each text."""
    with torch.no_grad():
        low, high = x.amin((1, 2), keepdim=True).clamp_max(0), x.amax((1, 2), keepdim=True).clamp_min(0)
        scale = ((high - low) / 255).clamp_min(1e-12)
        zero = (-low / scale).round()
        rounded = ((x / scale + zero).round().clamp(0, 255) - zero) * scale
    return straight(rounded, x)


class RoundedLinear(nn.Linear):
    def forward(self, x: Tensor) -> Tensor:
        return F.linear(round_input(x), round_weight(self.weight), self.bias)


class EvenLinear(nn.Linear):
    def forward(self, x: Tensor) -> Tensor:
        with torch.no_grad():
            spread = (x.abs().amax((0, 1)).clamp_min(1e-5) / self.weight.abs().amax(0).clamp_min(1e-5)).sqrt()
            spread = spread / spread.log().mean().exp()
        return F.linear(round_input(x / spread), round_weight(self.weight * spread), self.bias)


class RowLinear(nn.Linear):
    def forward(self, x: Tensor) -> Tensor:
        peak = x.detach().abs().amax(-1, keepdim=True).clamp_min(1e-12)
        return F.linear(round_input(x / peak), round_weight(self.weight)) * peak + self.bias


def round_layers(model: Guard) -> Guard:
    """The same model, whose layers compute as the int8 graph does from here on."""
    for layer in model.layers:
        for name, kind in (("qkv", RoundedLinear), ("out", RoundedLinear), ("up", EvenLinear), ("down", RowLinear)):
            getattr(layer, name).__class__ = kind
    return model
