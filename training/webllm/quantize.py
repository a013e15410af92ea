"""4-bit weights as web-llm's q4f32_1 holds them: groups of 32 inputs, a scale each, values −7 … 8.

The scale of a group is the one of a few that costs the least squared error: a little less than its largest weight over 7, of either
sign, so that the sixteenth value goes to the side that needs it. Matrices are rounded one input after the other, and what an input's
rounding costs is made up for by the inputs after it, as the inputs' second moments say (GPTQ: Frantar and others, 2022,
arXiv:2210.17323). `dequantized` gives the model that the library computes, for PyTorch to be the reference of.
"""

from __future__ import annotations

import copy

import numpy as np
import torch
from torch import nn

from training.agent.model import ErrandAgent

GROUP = 32
SHRINK = np.linspace(0.7, 1.0, 16)


Quantized = dict[str, tuple[np.ndarray, np.ndarray]]
DAMP = 0.01  # of the mean moment, added to each: inputs that hardly occur must not blow the correction up


def best_scales(groups: np.ndarray, dtype: str, weights: np.ndarray | float = 1.0) -> np.ndarray:
    """[…, GROUP] → the scales […, 1]; `weights` says how much each of the GROUP errors costs."""
    largest = np.abs(groups).max(-1, keepdims=True) / 7
    best, kept = np.full(largest.shape, np.inf, np.float32), np.ones_like(largest)
    for share in (*SHRINK, *-SHRINK):
        scale = (np.maximum(largest, 1e-8) * np.float32(share)).astype(dtype).astype(np.float32)
        error = (weights * (np.clip(np.round(groups / scale), -7, 8) * scale - groups) ** 2).sum(-1, keepdims=True)
        kept, best = np.where(error < best, scale, kept), np.minimum(error, best)
    return kept


def quantize(weight: np.ndarray, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """[outputs, inputs] → values 0 … 15 and the scales [outputs, inputs / 32], each weight by itself."""
    groups = weight.astype(np.float32).reshape(weight.shape[0], -1, GROUP)
    kept = best_scales(groups, dtype)
    values = np.clip(np.round(groups / kept), -7, 8) + 7
    return values.reshape(weight.shape).astype(np.uint32), kept[..., 0].astype(dtype)


def quantize_for(weight: np.ndarray, moments: np.ndarray, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """The same for inputs of these second moments [inputs, inputs]."""
    inputs = weight.shape[1]
    damped = moments + np.eye(inputs) * DAMP * np.trace(moments) / inputs
    spread = np.linalg.cholesky(np.linalg.inv(damped)).T  # upper: row j says how later inputs make up for input j
    left, cost = weight.astype(np.float64), np.diag(damped).astype(np.float32)
    values, scales = np.zeros(weight.shape, np.uint32), np.zeros((weight.shape[0], inputs // GROUP), dtype)
    for first in range(0, inputs, GROUP):
        group = left[:, first : first + GROUP].astype(np.float32)
        scale = best_scales(group, dtype, cost[first : first + GROUP])
        scales[:, first // GROUP] = scale[:, 0]
        for at in range(first, first + GROUP):
            value = np.clip(np.round(left[:, at] / scale[:, 0]), -7, 8)
            values[:, at] = value + 7
            error = (left[:, at] - value * scale[:, 0]) / spread[at, at]
            left[:, at:] -= error[:, None] * spread[at, at:]
    return values, scales


def quantized(model: ErrandAgent, moments: dict[str, np.ndarray], dtype: str) -> Quantized:
    """Values and scales of the table and of every matrix, by the library's names."""
    table = {"rows": quantize(model.rows.weight.detach().numpy(), dtype)}
    return table | {name: quantize_for(weight, moments[name], dtype) for name, (weight, _) in matrices(model).items()}


def restore(values: np.ndarray, scales: np.ndarray) -> np.ndarray:
    return (values.astype(np.float32) - 7) * np.repeat(scales.astype(np.float32), GROUP, -1)


def pack(values: np.ndarray) -> np.ndarray:
    """Eight values of a row to a word, the first in the lowest bits."""
    words = values.reshape(values.shape[0], -1, 8)
    return np.bitwise_or.reduce(words << (np.arange(8, dtype=np.uint32) * 4), axis=-1).astype(np.uint32)


def matrices(model: ErrandAgent) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """What is multiplied in 4 bits: weight and bias by the library's names."""
    array = lambda t: t.detach().numpy()
    found = {}
    for i, layer in enumerate(model.layers):
        for name in ("qkv", "out", "up", "down"):
            linear = getattr(layer, name)
            found[f"{i}.{name}"] = (array(linear.weight), array(linear.bias))
    pointer = np.concatenate([array(model.pointer_query.weight), array(model.pointer_key.weight)])
    return {**found, "pointer": (pointer, np.zeros(len(pointer), np.float32))}


def library_weights(model: ErrandAgent, found: Quantized, positions: int, dtype: str) -> dict[str, np.ndarray]:
    """Every parameter of the library, by name."""
    plain = lambda t: np.ascontiguousarray(t.detach().numpy()).astype(dtype)
    values, scales = found["rows"]
    weights = {"rows.q": pack(values), "rows.scale": scales, "kind": plain(model.kind.weight), "position": plain(model.position.weight[:positions]),
               "contract.weight": plain(model.contract_head.weight.T), "contract.bias": plain(model.contract_head.bias)}
    norms: dict[str, nn.LayerNorm] = {"norm": model.norm}
    for i, layer in enumerate(model.layers):
        norms |= {f"{i}.norm1": layer.norm1, f"{i}.norm2": layer.norm2}
    for name, norm in norms.items():
        weights |= {f"{name}.weight": plain(norm.weight), f"{name}.bias": plain(norm.bias)}
    for name, (_, bias) in matrices(model).items():
        values, scales = found[name]
        weights |= {f"{name}.q": np.ascontiguousarray(pack(values).T), f"{name}.scale": np.ascontiguousarray(scales.T), f"{name}.bias": bias.astype(dtype)}
    return weights


def dequantized(model: ErrandAgent, found: Quantized) -> ErrandAgent:
    """The same model with the weights that 4 bits leave of it."""
    other = copy.deepcopy(model).eval()
    with torch.no_grad():
        for name, (values, scales) in found.items():
            left = torch.from_numpy(restore(values, scales))
            if name == "rows":
                other.rows.weight.copy_(left)
            elif name == "pointer":
                query, key = left.split(model.config.width)
                other.pointer_query.weight.copy_(query)
                other.pointer_key.weight.copy_(key)
            else:
                index, part = name.split(".")
                getattr(other.layers[int(index)], part).weight.copy_(left)
    return other
