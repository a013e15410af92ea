"""What the inputs of each matrix are like while the agent answers: the second moments that quantize.py weighs its errors with."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.agent.contract import Contract
from training.agent.decode import TorchRunner, decode
from training.agent.model import ErrandAgent
from training.agent.source import InputTooLong, Pieces, State, build_source

WRITTEN = Path(__file__).parent.parent / "agent/data/written"
EVERY = 20  # of the written conversations, so many apart


def sentences() -> list[str]:
    """First turns of written training conversations; nothing of them is measured anywhere."""
    lines = [line for path in sorted(WRITTEN.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    return [json.loads(line)["turns"][0] for line in lines[::EVERY]]


@torch.no_grad()
def input_moments(model: ErrandAgent, contract: Contract, pieces: Pieces) -> dict[str, np.ndarray]:
    """The sum of x xᵀ over all inputs x of a matrix, by quantize.py's names: [inputs, inputs], float64."""
    parts = {f"{i}.{name}": getattr(layer, name) for i, layer in enumerate(model.layers) for name in ("qkv", "out", "up", "down")}
    watched: dict[str, nn.Module] = {**parts, "pointer": model.pointer_key}
    seen: dict[str, list[Tensor]] = {name: [] for name in watched}

    def watch(name: str):
        def hook(_module: nn.Module, given: tuple[Tensor, ...]) -> None:
            seen[name].append(given[0].reshape(-1, given[0].shape[-1]).clone())

        return hook

    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in watched.items()]
    runner = TorchRunner(model)
    for text in sentences():
        try:
            decode(runner, build_source(text, None, State.from_json(None), contract, pieces), contract, pieces.size)
        except InputTooLong:
            continue
    for hook in hooks:
        hook.remove()
    inputs = {name: torch.cat(rows) for name, rows in seen.items()}
    return {name: (rows.T @ rows).double().numpy() for name, rows in inputs.items()}
