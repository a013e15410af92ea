"""Figures: accuracy and F1 a head, calibration error, correlation between heads, verdicts.

    python -m unittest training.guard.test_guard     # how they are tested
"""

from __future__ import annotations

import numpy as np

from .generate.acts import HEADS, RISKS


def f1(truth: np.ndarray, said: np.ndarray, value: int | bool) -> float:
    hit = int(((truth == value) & (said == value)).sum())
    wrong = int(((truth == value) != (said == value)).sum())
    return 2 * hit / (2 * hit + wrong) if hit + wrong else 1.0


def head_scores(rows: list[dict], risk: np.ndarray, heads: np.ndarray, cuts: dict[str, float] | None = None) -> dict[str, dict[str, float]]:
    """Accuracy, macro-F1 and the F1 of "no" (of "yes" for limited, the rarer one) over the rows that say something."""
    found: dict[str, dict[str, float]] = {}
    told = [i for i, r in enumerate(rows) if len(r["risk"]) == 1]
    if told:
        truth = np.array(["LMH".index(rows[i]["risk"]) for i in told])
        said = risk[told].argmax(1)
        each = {name: f1(truth, said, k) for k, name in enumerate(RISKS)}
        found["risk"] = {"n": len(told), "accuracy": float((truth == said).mean()), "macro_f1": float(np.mean(list(each.values()))), **each}
    for k, head in enumerate(HEADS):
        told = [i for i, r in enumerate(rows) if r[head] is not None]
        if not told:
            continue
        truth = np.array([bool(rows[i][head]) for i in told])
        said = heads[told, k] >= (cuts or {}).get(head, 0.5)
        rare = bool(truth.mean() < 0.5)
        found[head] = {"n": len(told), "accuracy": float((truth == said).mean()), "macro_f1": (f1(truth, said, True) + f1(truth, said, False)) / 2, "minority_f1": f1(truth, said, rare)}
    return found


def mean_score(scores: dict[str, dict[str, float]]) -> float:
    return float(np.mean([s["macro_f1"] for s in scores.values()]))


def calibration_error(confidence: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error over equal bins of confidence."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(sum(abs(confidence[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in range(bins) if (place == b).any()))


def calibration_errors(rows: list[dict], risk: np.ndarray, heads: np.ndarray) -> dict[str, float]:
    truth = np.array(["LMH".index(r["risk"]) for r in rows])
    found = {"risk": calibration_error(risk.max(1), risk.argmax(1) == truth)}
    for k, head in enumerate(HEADS):
        yes = heads[:, k]
        found[head] = calibration_error(np.maximum(yes, 1 - yes), (yes >= 0.5) == np.array([bool(r[head]) for r in rows]))
    return found


def head_correlations(risk: np.ndarray, heads: np.ndarray) -> dict[str, float]:
    """Pearson's r between the heads' probabilities (risk as its expected level): 1 everywhere would be a collapse."""
    names = ["risk", *HEADS]
    table = np.corrcoef(np.column_stack([risk @ np.arange(3), heads]).T)
    return {f"{a}~{b}": round(float(table[i, j]), 3) for i, a in enumerate(names) for j, b in enumerate(names) if i < j}
