"""Other shapes of the model, for the ablations only (RESULTS.md): they train and are measured, but are not exported.

All keep the batch of train.py, a row being its source and then its target, and begin with MiniLM's weights.
"""

from __future__ import annotations

from dataclasses import replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .contract import Contract
from .model import Cache, Config, ErrandAgent, Layer, load_minilm, new_model
from .source import Pieces

BLOCKED = -10000.0
SHAPES = ("one-stack", "encoder-decoder", "no-pointer", "grown")


class NoPointer(ErrandAgent):
    """A copied piece is chosen by its number alone, from the target state, not by its own state."""

    def __init__(self, config: Config, dropout: float = 0.0) -> None:
        super().__init__(config, dropout)
        self.copy_head = nn.Linear(config.width, config.copy)

    def scores(self, states: Tensor, target: Tensor) -> Tensor:
        return torch.cat([self.contract_head(target), self.copy_head(target)], -1)


class DecoderLayer(nn.Module):
    """What was written so far, then the source, then the feed-forward part."""

    def __init__(self, config: Config, dropout: float) -> None:
        super().__init__()
        self.own = Layer(config, dropout)
        self.query = nn.Linear(config.width, config.width)
        self.key_value = nn.Linear(config.width, 2 * config.width)
        self.out = nn.Linear(config.width, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.epsilon)

    def forward(self, x: Tensor, source: Tensor, own_bias: Tensor, cross_bias: Tensor) -> Tensor:
        batch, n, width = x.shape
        heads = lambda t: t.view(batch, n, -1, self.own.head_width).transpose(1, 2)
        key, value = self.key_value(source).chunk(2, -1)
        mixed = F.scaled_dot_product_attention(heads(self.query(x)), heads(key), heads(value), attn_mask=cross_bias)
        x = self.norm(x + self.out(mixed.transpose(1, 2).reshape(batch, n, width)))
        return self.own(x, own_bias, None)[0]


class EncoderDecoder(ErrandAgent):
    """MiniLM reads the source alone; a small decoder of its own writes the target and looks at the last source states."""

    def __init__(self, config: Config, dropout: float = 0.0, depth: int = 2) -> None:
        super().__init__(config, dropout)
        self.decoder = nn.ModuleList(DecoderLayer(config, dropout) for _ in range(depth))

    def states(self, ids: Tensor, types: Tensor, positions: Tensor, bias: Tensor, past: Cache | None = None) -> tuple[Tensor, Cache]:
        if past is not None:
            raise ValueError("this shape is computed whole")
        is_target = (types == 1)[:, None, None, :]
        encoded, _ = super().states(ids, types, positions, bias.masked_fill(is_target, BLOCKED))
        x = self.norm(self.rows(ids) + self.position(positions) + self.kind(types))
        own, cross = bias.masked_fill(~is_target, BLOCKED), bias.masked_fill(is_target, BLOCKED)
        for layer in self.decoder:
            x = layer(x, encoded, own, cross)
        return torch.where((types == 1)[..., None], x, encoded), []


def grown_config(config: Config, layers: int) -> Config:
    return replace(config, layers=layers)


def grow(model: ErrandAgent, small: ErrandAgent) -> None:
    """A taller stack from a shorter one: each of its layers begins as a copy of the layer at the same height."""
    target, source = model.state_dict(), small.state_dict()
    last, top = len(small.layers) - 1, len(model.layers) - 1
    for name in target:
        if name.startswith("layers."):
            _, height, rest = name.split(".", 2)
            target[name] = source[f"layers.{round(int(height) * last / top)}.{rest}"]
        else:
            target[name] = source[name]
    model.load_state_dict(target)


def new_shape(shape: str, contract: Contract, pieces: Pieces, dropout: float = 0.0, layers: int = 9) -> ErrandAgent:
    """A model of the given shape with MiniLM's weights."""
    if shape == "one-stack":
        return new_model(contract, pieces, dropout)
    config = Config(pieces.size, contract.size, contract.copy)
    if shape == "grown":
        model = ErrandAgent(grown_config(config, layers), dropout)
        grow(model, new_model(contract, pieces))
        return model
    model = {"encoder-decoder": EncoderDecoder, "no-pointer": NoPointer}[shape](config, dropout)
    load_minilm(model, contract, pieces)
    if isinstance(model, EncoderDecoder):
        for layer, like in zip(model.decoder, model.layers[-len(model.decoder):]):
            layer.own.load_state_dict(like.state_dict())
    return model
