"""Checkpoints: everything a run needs to go on exactly where it stopped, and everything the export needs."""

from __future__ import annotations

import os
from pathlib import Path

import torch

from .contract import Contract, contract_with_tokens
from .dequantize import load_exported
from .model import Config, ErrandAgent, config_json
from .source import Pieces


def save_checkpoint(path: Path, content: dict) -> None:
    """Written beside and then renamed, so that a stop in the middle leaves the old one whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    torch.save(content, beside)
    os.replace(beside, path)


def describe_model(model: ErrandAgent, contract: Contract, pieces: Pieces) -> dict:
    return {"config": config_json(model.config), "tokens": contract.to_json(pieces.size)["tokens"], "vocabulary": pieces.rows}


def load_model(path: Path, averaged: bool = True) -> tuple[ErrandAgent, Contract, Pieces, dict]:
    """The model (its averaged weights where there are some), its contract, its pieces, and how it was trained.
    `path` may be an exported graph as well."""
    if path.suffix == ".onnx":
        return load_exported(path)
    content = torch.load(path, map_location="cpu", weights_only=True)
    model = ErrandAgent(Config(**content["config"]))
    weights = content.get("average") if averaged else None
    model.load_state_dict(weights or content["model"])
    return model.eval(), contract_with_tokens(content["tokens"]), Pieces(content["vocabulary"]), content["trained"]


def start_from(model: ErrandAgent, contract: Contract, pieces: Pieces, path: Path) -> dict:
    """Weights of an earlier run; its rows are found by name, so that pieces and contract tokens may have changed since."""
    old, old_contract, old_pieces, trained = load_model(path)
    own, new = old.state_dict(), model.state_dict()
    tokens = [(t.id, old_contract.names[t.token]) for t in contract.tokens if t.token in old_contract.names]
    rows = [(row, old_pieces.rows[piece]) for piece, row in pieces.rows.items() if piece in old_pieces.rows]
    rows += [(pieces.size + a, old_pieces.size + b) for a, b in tokens]
    rows += [(pieces.size + contract.size + k, old_pieces.size + old_contract.size + k) for k in range(min(model.config.copy, old.config.copy))]
    for name, value in own.items():
        pairs = {"rows.weight": rows, "contract_head.weight": tokens, "contract_head.bias": tokens}.get(name)
        if pairs is None:
            new[name] = value
        else:
            ours, theirs = torch.tensor(pairs).T
            new[name][ours] = value[theirs]
    model.load_state_dict(new)
    return trained
