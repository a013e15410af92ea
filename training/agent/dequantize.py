"""The fp32 weights behind an exported int8 graph, for when the checkpoint is lost.

    python -m training.agent.train --start public/models/errand-agent/model.onnx …
    python -m training.agent.dequantize --out training/agent/build/again.pt      # the same as a checkpoint

Every step that graph.py takes is taken back: rows and columns times their scales, evened channels, the query's scale in
`qkv` and in `pointer_query`. What is left is the rounding of int8 itself, so the weights answer as the graph does, not
as the weights it was made from.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from .contract import Contract, contract_with_tokens
from .model import Config, ErrandAgent
from .source import Pieces
from .vocabulary import MODEL_FOLDER, ROOT


def read_table(constants: dict[str, np.ndarray], name: str) -> np.ndarray:
    """An embedding table, one row a token."""
    if f"{name}.table" in constants:
        return constants[f"{name}.table"]
    return constants[f"{name}.int8"].astype(np.float32) * constants[f"{name}.scale"]


def read_matrix(constants: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A matrix as PyTorch keeps it, outputs first; evened channels are brought back."""
    if f"{name}.weight" in constants:
        return constants[f"{name}.weight"].T.copy()
    weight = constants[f"{name}.int8"].T.astype(np.float32) * constants[f"{name}.scale"][:, None]
    return weight * constants[f"{name}.even"] if f"{name}.even" in constants else weight


def read_weights(graph: onnx.ModelProto, config: Config) -> dict[str, Tensor]:
    """The state of an ErrandAgent from the constants of the graph that graph.py builds of it."""
    constants = {c.name: numpy_helper.to_array(c) for c in graph.graph.initializer}
    weights: dict[str, np.ndarray] = {f"{name}.weight": read_table(constants, name) for name in ("rows", "position", "kind")}
    norms = ["norm", *(f"layers.{i}.norm{k}" for i in range(config.layers) for k in (1, 2))]
    for name in norms:
        weights[f"{name}.weight"], weights[f"{name}.bias"] = constants[f"{name}.scale"], constants[f"{name}.shift"]
    linears = [f"layers.{i}.{part}" for i in range(config.layers) for part in ("qkv", "out", "up", "down")]
    for name in [*linears, "contract_head"]:
        weights[f"{name}.weight"], weights[f"{name}.bias"] = read_matrix(constants, name), constants[f"{name}.bias"].copy()
        if name.endswith(".qkv"):
            for part in ("weight", "bias"):
                weights[f"{name}.{part}"][: config.width] *= math.sqrt(config.width // config.heads)
    weights["pointer_key.weight"] = read_matrix(constants, "pointer_key")
    weights["pointer_query.weight"] = read_matrix(constants, "pointer_query") * math.sqrt(config.width)
    return {name: torch.from_numpy(np.ascontiguousarray(value, np.float32).copy()) for name, value in weights.items()}


def read_config(sizes: dict) -> Config:
    """From config.json beside the graph."""
    own = sizes["errand"]
    return Config(own["pieces"], own["contract"], own["copy"], sizes["num_hidden_layers"], sizes["hidden_size"], sizes["num_attention_heads"],
                  sizes["intermediate_size"], sizes["max_position_embeddings"], sizes["layer_norm_eps"])


def load_exported(path: Path) -> tuple[ErrandAgent, Contract, Pieces, dict]:
    """As checkpoint.load_model, from an exported graph with its files beside it; `trained` says what its manifest tells."""
    tokens = json.loads((path.parent / "contract-tokens.json").read_text())["tokens"]
    model = ErrandAgent(read_config(json.loads((path.parent / "config.json").read_text())))
    model.load_state_dict(read_weights(onnx.load(path), model.config))
    return model.eval(), contract_with_tokens(tokens), Pieces.load(path.parent / "tokenizer.json"), told(path)


def told(path: Path) -> dict:
    """How the weights came to be, as far as the manifest of their folder tells: "298k-46" is 298,000 rows seen."""
    manifest = ROOT / f"model-manifests/{path.parent.name}.json"
    about = json.loads(manifest.read_text()) if manifest.exists() else {}
    seen, _, seed = str(about.get("version", "0k-0")).partition("k-")
    return {"command": about.get("trainedWith", ""), "seed": int(seed or 0), "rows_seen": int(seen) * 1000, "version": about.get("version", "unknown"), "before": None}


def main() -> None:
    from .checkpoint import describe_model, save_checkpoint

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--onnx", type=Path, default=MODEL_FOLDER / "model.onnx")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model, contract, pieces, trained = load_exported(args.onnx)
    save_checkpoint(args.out, {**describe_model(model, contract, pieces), "model": model.state_dict(), "average": None, "trained": trained})


if __name__ == "__main__":
    main()
