"""Supervised fine-tuning of the actor on the oracle's steps, with the agent's model and trainer.

    python -m training.payments.train --rows 40000 --out training/payments/build/sft --start training/agent/build/d/last.pt

Can be stopped and goes on, as training/agent/train.py says. The last line is the share of dev steps that are right as a whole.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import torch

from ..agent.model import ErrandAgent
from ..agent.prepare import Cache
from ..agent.source import Pieces
from ..agent.train import Run, Settings, make_batch, train
from .contract import load_contract
from .prepare import BUILD


@torch.inference_mode()
def exact_steps(model: ErrandAgent, cache: Cache, contract, pieces: Pieces, most: int = 480) -> float:
    """The share of steps whose every token is the likeliest, given the right ones before it: greedy decoding gives just these."""
    model.eval()
    rows = list(range(0, len(cache), max(1, len(cache) // most)))
    right = 0
    for at in range(0, len(rows), 32):
        batch = make_batch([cache[i] for i in rows[at: at + 32]], contract, pieces)
        states, _ = model.states(batch.ids, batch.types, batch.positions, batch.bias)
        scores = model.scores(states, states.gather(1, batch.targets[..., None].expand(-1, -1, states.shape[-1])))
        scores[..., contract.size:].masked_fill_(~batch.legal_copies[:, None, :], -10000.0)
        right += int(((scores.argmax(-1) == batch.labels) | (batch.labels == -100)).all(1).sum())
    return right / max(1, len(rows))


def freeze(model: ErrandAgent, layers: int) -> None:
    """Going on from a trained actor where time is short: what lies low has settled, and a third of the work falls away."""
    for name, parameter in model.named_parameters():
        low = name.startswith(("rows", "position", "kind", "norm")) or any(name.startswith(f"layers.{i}.") for i in range(layers))
        if layers and low:
            parameter.requires_grad_(False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--out", type=Path, default=BUILD / "sft")
    parser.add_argument("--start", type=Path)
    parser.add_argument("--cache", type=Path, default=BUILD / "cache")
    for name, kind in (("seed", int), ("batch", int), ("rate", float), ("new_rate", float), ("dropout", float), ("average", float),
                       ("minutes", float), ("noise", float)):
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=getattr(Settings, name))
    parser.add_argument("--frozen", type=int, default=0, help="so many of the lower layers, and the table below them, stay as they are")
    parser.add_argument("--paced", action="store_true", help="end the schedule with --minutes")
    args = vars(parser.parse_args())
    frozen = args.pop("frozen")
    settings = Settings(**args, more=f"--frozen {frozen}" if frozen else "")
    torch.set_num_threads(1)
    contract, pieces = load_contract(), Pieces(json.loads((settings.cache / "vocabulary.json").read_text()))
    dev = Cache.load(settings.cache / "dev.npz")
    run = Run(settings, Cache.load(settings.cache / "train.npz"), contract, pieces)
    freeze(run.model, frozen)
    print("going on" if run.restore() else "new run", f"step {run.step} of {run.steps}, {len(run.cache)} rows", file=sys.stderr)
    train(run)
    print(f"dev steps exact: {exact_steps(run.model, dev, contract, pieces, 2000):.4f}", file=sys.stderr)


if __name__ == "__main__":
    main()
