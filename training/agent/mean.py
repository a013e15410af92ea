"""The weighted mean of the weights of runs that began from the same ones ("model soups", Wortsman et al. 2022).

    python -m training.agent.mean --of public/models/errand-agent/model.onnx training/agent/build/g/last.pt \
        --shares 0.5 0.5 --out training/agent/build/mean/last.pt

Each of `--of` is a checkpoint, of which the averaged weights count, or an exported graph (dequantize.py). All must have
the same pieces, contract tokens and shape.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .checkpoint import describe_model, load_model, save_checkpoint


def mean_weights(paths: list[Path], shares: list[float]) -> dict:
    """A checkpoint's content. Raises ValueError where the models differ in anything but their weights."""
    if len(paths) != len(shares) or abs(sum(shares) - 1) > 1e-6:
        raise ValueError("Give one share for each model; together they make 1.")
    models = [load_model(path) for path in paths]
    abouts = [describe_model(model, contract, pieces) for model, contract, pieces, _ in models]
    if any(about != abouts[0] for about in abouts[1:]):
        raise ValueError("The models differ in shape, pieces or contract tokens, so their weights have no mean.")
    states = [model.state_dict() for model, *_ in models]
    mean = {name: sum(share * state[name] for share, state in zip(shares, states)) for name in states[0]}
    # The last one's record, since it went on from the others; the mean itself is told beside it.
    trained = {**models[-1][3], "mean": [{"of": str(path), "share": share} for path, share in zip(paths, shares)]}
    return {**abouts[0], "model": mean, "average": None, "trained": trained}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", type=Path, nargs="+", required=True)
    parser.add_argument("--shares", type=float, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    with torch.no_grad():
        save_checkpoint(given.out, mean_weights(given.of, given.shares))


if __name__ == "__main__":
    main()
