"""How likely a whole answer is right: a logistic regression over what its choices say about it.

    python -m training.agent.confidence --rows training/agent/build/cache/dev.jsonl training/agent/build/cache/test.jsonl --write

The lowest probability alone cannot tell an answer of one doubtful choice from one of four. Fitted on measured rows
(none was trained on), one half of them; the other half shows what the fit is worth beside the lowest probability. The
threshold is not chosen here but on the hand-written dev half, through the app (RESULTS.md). The app computes the same
in src/engine/calibration.ts; fixtures/confidence.json holds the two equal.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from dataclasses import asdict
from pathlib import Path

import numpy as np

from .decode import Doubt
from .evaluate import evaluate, family, open_exported
from .export import MANIFEST, write_json
from .fixture import FIXTURES
from .prepare import read_rows
from .vocabulary import BUILD, MODEL_FOLDER, ROOT

FEATURES = ("lowest", "second", "sum", "mean", "illegal", "chosen", "final", "calls")
LEAST_SHARE, LEAST_SUM = 1e-6, -20.0
WEBLLM = [ROOT / f"model-manifests/errand-agent-webllm{kind}.json" for kind in ("", "-f16")]


def log_odds(share: float) -> float:
    kept = min(1 - LEAST_SHARE, max(LEAST_SHARE, share))
    return math.log(kept / (1 - kept))


def features(doubt: Doubt) -> list[float]:
    """In FEATURES' order; the same as `doubtFeatures` in src/engine/calibration.ts."""
    total = max(LEAST_SUM, doubt.sumLog)
    return [log_odds(doubt.lowest), log_odds(doubt.second), total, total / max(1, doubt.chosen), math.log(max(LEAST_SHARE, 1 - doubt.legal)),
            math.log(1 + doubt.chosen), float(doubt.calls == 0), math.log(max(1, doubt.calls))]


def fit(x: np.ndarray, right: np.ndarray, weights: np.ndarray, ridge: float = 1.0, steps: int = 50) -> dict[str, float]:
    """Newton's method on standardised features, the ridge on their coefficients; given back for features as they are."""
    mean, spread = x.mean(0), np.maximum(x.std(0), 1e-6)
    inputs = np.concatenate([np.ones((len(x), 1)), (x - mean) / spread], 1)
    penalty = np.diag([0.0] + [ridge] * x.shape[1])
    beta = np.zeros(inputs.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(inputs @ beta, -30, 30)))
        gradient = inputs.T @ (weights * (right - p)) - penalty @ beta
        curve = inputs.T @ (inputs * (weights * p * (1 - p))[:, None]) + penalty
        step = np.linalg.solve(curve + 1e-9 * np.eye(len(beta)), gradient)
        beta += step
        if np.abs(step).max() < 1e-9:
            break
    plain = beta[1:] / spread
    return {"bias": round(float(beta[0] - plain @ mean), 6), **{name: round(float(w), 6) for name, w in zip(FEATURES, plain, strict=True)}}


def confidence(doubt: Doubt, calibration: dict[str, float]) -> float:
    odds = calibration["bias"] + sum(calibration[name] * value for name, value in zip(FEATURES, features(doubt), strict=True))
    return 1 / (1 + math.exp(-max(-700.0, odds)))


def curve(scores: list[float], right: list[bool], shares: tuple[float, ...] = (1.0, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6)) -> list[str]:
    """Share of wrong answers among the surest ones."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    wrong = lambda share: sum(not right[i] for i in order[: int(len(order) * share)]) / max(1, int(len(order) * share))
    return [f"{share:.0%}: {100 * wrong(share):.1f} %" for share in shares]


def area(scores: list[float], right: list[bool]) -> float:
    """The chance that a right answer is surer than a wrong one."""
    good = np.array([s for s, r in zip(scores, right) if r])[:, None]
    bad = np.array([s for s, r in zip(scores, right) if not r])[None]
    return float(((good > bad) + 0.5 * (good == bad)).mean())


def write_fixture(doubts: list[Doubt], calibration: dict[str, float], path: Path = FIXTURES / "confidence.json") -> None:
    rows = [{"doubt": {k: round(v, 6) for k, v in asdict(d).items()}} for d in doubts]
    for row in rows:
        row["confidence"] = round(confidence(Doubt(**row["doubt"]), calibration), 6)
    write_json(path, {"calibration": calibration, "rows": rows})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--onnx", type=Path, default=MODEL_FOLDER / "model.onnx")
    parser.add_argument("--rows", type=Path, nargs="+", default=[BUILD / "cache/dev.jsonl", BUILD / "cache/test.jsonl"])
    parser.add_argument("--most", type=int, default=2000, help="at most this many rows, drawn at random")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--write", action="store_true", help="into the manifests and fixtures/confidence.json")
    args = parser.parse_args()
    runner, contract, pieces = open_exported(args.onnx)
    rng = random.Random(args.seed)
    rows = list(read_rows(args.rows))
    rng.shuffle(rows)
    results = evaluate(runner, rows[: args.most], contract, pieces)
    x = np.array([features(r["doubt"]) for r in results])
    right = np.array([float(r["verdict"].exact) for r in results])
    half = len(results) // 2
    trial = fit(x[:half], right[:half], np.ones(half))
    kept, truth = results[half:], [r["verdict"].exact for r in results[half:]]
    for name, scores in (("lowest probability", [r["confidence"] for r in kept]), ("whole answer", [confidence(r["doubt"], trial) for r in kept])):
        print(f"{name}: area {area(scores, truth):.4f}; wrong among the surest {', '.join(curve(scores, truth))}")
    calibration = fit(x, right, np.ones(len(x)))
    said = [confidence(r["doubt"], calibration) for r in results]
    print(f"{len(results)} rows, {1 - right.mean():.3f} wrong, of them generated {sum(family(r['row']) == 'generated' for r in results)}; "
          f"mean confidence {np.mean(said):.3f}")
    print(json.dumps(calibration))
    if args.write:
        for path in (MANIFEST, *WEBLLM):
            write_json(path, json.loads(path.read_text()) | {"calibration": calibration})
        write_fixture([r["doubt"] for r in results[:40]], calibration)


if __name__ == "__main__":
    main()
