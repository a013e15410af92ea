"""Reads an exported model.onnx back into the PyTorch model, for when the checkpoint it came from is gone.

    python -m training.guard.read_graph --graph public/models/errand-guard/model.onnx --out training/guard/build/read/last.pt

graph.py's steps backwards: rows and columns times their scales, the evened channels of `up` divided out, the query's
1/√d taken out of its weights. What int8 rounded away is not to be had back; calibration is not part of the graph, except
for the biases of the last layer. train.py --start and the calibrator take the file like any checkpoint.
"""

from __future__ import annotations

import argparse
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from .model import MODEL_FOLDER, Guard, save_guard, vocabulary_of

RENAMED = {"scale": "weight", "shift": "bias", "table": "weight"}  # of layer norms and of tables left in fp32


def read_weights(graph: onnx.ModelProto) -> dict[str, Tensor]:
    """Parameters by the names that model.Guard gives them."""
    found = {i.name: numpy_helper.to_array(i) for i in graph.graph.initializer}
    weights: dict[str, np.ndarray] = {}
    for name, value in found.items():
        stem, _, last = name.rpartition(".")
        if last == "int8":
            scale = found[f"{stem}.scale"]
            plain = value.astype(np.float32) * (scale if scale.ndim == 2 else scale[None])
            weights[f"{stem}.weight"] = plain if scale.ndim == 2 else plain.T * found.get(f"{stem}.even", np.float32(1))
        elif last == "weight":
            weights[name] = value.T
        elif last == "bias":
            weights[name] = value
        elif last in RENAMED and f"{stem}.int8" not in found:
            weights[f"{stem}.{RENAMED[last]}"] = value
    return {n: torch.from_numpy(np.array(v, np.float32, order="C")) for n, v in weights.items()}


def read_guard(graph: onnx.ModelProto, pieces: int) -> Guard:
    weights = read_weights(graph)
    layers = 1 + max(int(n.split(".")[1]) for n in weights if n.startswith("layers."))
    model = Guard(pieces, layers=layers)
    width, heads = model.config.width, model.config.heads
    for i in range(layers):
        for part in ("weight", "bias"):
            weights[f"layers.{i}.qkv.{part}"][:width] *= math.sqrt(width // heads)
    model.load_state_dict(weights)
    return model.eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graph", type=Path, default=MODEL_FOLDER / "model.onnx")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = read_guard(onnx.load(args.graph), len(vocabulary_of(args.graph.parent / "tokenizer.json")))
    save_guard(args.out, model, {"read": args.graph.name})


if __name__ == "__main__":
    main()
