"""The mean of several checkpoints' weights: runs with other seeds that began with the same weights.

    python -m training.guard.soup --checkpoints A/last.pt B/last.pt --out training/guard/build/soup/best.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from .model import load_guard, save_guard


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoints", type=Path, nargs="+", required=True)
    parser.add_argument("--weights", type=float, nargs="+", help="one a checkpoint; equal ones if not given")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights = torch.tensor(args.weights or [1.0] * len(args.checkpoints))
    weights = weights / weights.sum()
    found = [load_guard(path) for path in args.checkpoints]
    model = found[0][0]
    states = [m.state_dict() for m, _ in found]
    model.load_state_dict({name: sum(w * s[name] for w, s in zip(weights, states)) for name in states[0]})
    save_guard(args.out, model, {"mean_of": [str(p) for p in args.checkpoints], "weights": weights.tolist()})


if __name__ == "__main__":
    main()
