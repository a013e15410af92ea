"""One temperature and one bias a logit, chosen on the rows for choosing; the biases go into the weights.

    python -m training.guard.calibrate --checkpoint training/guard/build/run/best.pt

Focal loss with class weights leaves the answers timid and leaning to the rare side. A temperature a head and a bias a logit, fitted by log loss on
hand/dev2.jsonl (hand/dev.jsonl for less, it is worn), the generator's dev acts and the public dev rows, put that right. Then the cuts: "legal" and
"ethical" decide refusal, so theirs are chosen together, by the share of rows refused that should be less the share flagged that should pass; the
other heads' are moved from 0.5 only where F1 gains clearly. Writes calibrated.pt (biases folded into the last layer) and calibration.json beside
the checkpoint.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .generate.acts import HEADS, RISKS
from .judge import CUTS, PLAIN, probabilities, torch_scorer, verdict, verdicts
from .metrics import calibration_errors, f1, head_scores
from .model import MODEL_FOLDER, load_guard, load_tokenizer, save_guard
from .prepare import load_rows
from .train import hand_rows, targets_of

CANDIDATES = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65]
REFUSAL = ("legal", "ethical")
MARGIN = 0.02
MOVING = 0.1  # a cut a tenth away from a half must gain a hundredth
WEIGHTS = {"dev2": 3.0, "dev": 1.0, "generator": 1.0, "public": 0.7}
MOST = {"generator": 700, "public": 400}


def rows_for_choosing(seed: int = 42) -> tuple[list[dict], Tensor]:
    apart = [r for r in load_rows() if r["split"] == "dev"]
    rng = random.Random(seed)
    rows, weights = [], []
    for name in ("dev2", "dev"):
        rows, weights = rows + hand_rows(name), weights + [WEIGHTS[name]] * len(hand_rows(name))
    for name, part in (("generator", [r for r in apart if r["source"] == "generator"]), ("public", [r for r in apart if r["source"] != "generator"])):
        part = rng.sample(part, min(MOST[name], len(part)))
        rows, weights = rows + part, weights + [WEIGHTS[name]] * len(part)
    return rows, torch.tensor(weights)


def log_loss(logits: Tensor, target: tuple[Tensor, Tensor, Tensor], weights: Tensor) -> Tensor:
    risk, yes, known = target
    told = (risk.sum(1) < 3).float() * weights
    right = (logits[:, : len(RISKS)].softmax(1) * risk).sum(1).clamp_min(1e-7)
    loss = -(right.log() * told).sum() / told.sum()
    each = F.binary_cross_entropy_with_logits(logits[:, len(RISKS):], yes, reduction="none") * known * weights[:, None]
    return loss + (each.sum(0) / (known * weights[:, None]).sum(0).clamp_min(1)).sum()


def fit(logits: Tensor, target: tuple[Tensor, Tensor, Tensor], weights: Tensor) -> tuple[Tensor, Tensor]:
    """The bias of each logit and the temperature of each of the six heads."""
    bias, scale = torch.zeros(logits.shape[1], requires_grad=True), torch.zeros(1 + len(HEADS), requires_grad=True)
    spread = torch.tensor([0] * len(RISKS) + list(range(1, 1 + len(HEADS))))
    optimizer = torch.optim.LBFGS([bias, scale], max_iter=200, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        loss = log_loss((logits + bias) * scale[spread].exp(), target, weights) + 0.01 * bias.square().mean()
        loss.backward()
        return loss

    optimizer.step(step)
    return bias.detach(), (-scale.detach()).exp()


def told_fully(row: dict) -> bool:
    return len(row["risk"]) == 1 and all(row[h] is not None for h in HEADS if h != "limited")


def refusal_score(rows: list[dict], risk: np.ndarray, heads: np.ndarray, cuts: dict[str, float]) -> float:
    """Share refused of what should be, less the share flagged of what should pass: hand rows and acts kept apart count half each."""
    said, parts = verdicts(risk, heads, cuts), []
    for hand in (True, False):
        at = [i for i, r in enumerate(rows) if ("source" not in r) == hand and told_fully(r)]
        truth = {i: verdict("LMH".index(rows[i]["risk"]), rows[i]) for i in at}
        refuse, allow = [i for i in at if truth[i] == "refuse"], [i for i in at if truth[i] == "allow"]
        parts.append(np.mean([said[i] == "refuse" for i in refuse]) - np.mean([said[i] != "allow" for i in allow]))
    return float(np.mean(parts))


def refusal_cuts(rows: list[dict], risk: np.ndarray, heads: np.ndarray) -> dict[str, float]:
    """Both cuts by the refusal score, as long as neither head loses a point of macro-F1 by it."""
    plain = head_scores(rows, risk, heads)
    found, best = dict(CUTS), refusal_score(rows, risk, heads, CUTS)  # moving a cut must pay for itself
    for legal in CANDIDATES:
        for ethical in CANDIDATES:
            cuts = {**CUTS, "legal": legal, "ethical": ethical}
            now = head_scores(rows, risk, heads, cuts)
            score = refusal_score(rows, risk, heads, cuts) - MOVING * (abs(legal - 0.5) + abs(ethical - 0.5))
            if score > best + 0.001 and all(now[h]["macro_f1"] > plain[h]["macro_f1"] - 0.01 for h in REFUSAL):
                found, best = cuts, score
    return found


def best_cuts(rows: list[dict], risk: np.ndarray, heads: np.ndarray) -> dict[str, float]:
    cuts = refusal_cuts(rows, risk, heads)
    for k, head in enumerate(HEADS):
        if head in REFUSAL:
            continue
        told = np.array([r[head] is not None for r in rows])
        truth, p = np.array([bool(r[head]) for r in rows])[told], heads[told, k]
        score = {c: (f1(truth, p >= c, True) + f1(truth, p >= c, False)) / 2 for c in CANDIDATES}
        best = max(CANDIDATES, key=lambda c: (score[c], -abs(c - 0.5)))
        if score[best] > score[0.5] + MARGIN:
            cuts[head] = best
    return cuts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, trained = load_guard(args.checkpoint)
    scorer = torch_scorer(model, load_tokenizer(MODEL_FOLDER / "tokenizer.json"))
    rows, weights = rows_for_choosing()
    logits = torch.from_numpy(scorer([r["text"] for r in rows]))
    bias, found = fit(logits, targets_of(rows), weights)
    with torch.no_grad():
        model.head_down.bias += bias
    temperatures = {head: round(float(t), 4) for head, t in zip(("risk", *HEADS), found)}
    n = len(hand_rows("dev2"))
    before = calibration_errors(rows[:n], *probabilities(logits[:n].numpy(), PLAIN))
    risk, heads = probabilities((logits + bias).numpy(), temperatures)
    cuts = best_cuts([r for r in rows if r.get("source") in (None, "generator")], *(part[[r.get("source") in (None, "generator") for r in rows]] for part in (risk, heads)))
    summary = {"temperatures": temperatures, "thresholds": cuts, "bias": [round(float(b), 4) for b in bias],
               "ece_before": before, "ece_after": calibration_errors(rows[:n], risk[:n], heads[:n])}
    folder = args.checkpoint.parent
    (folder / "calibration.json").write_text(json.dumps(summary, indent=2) + "\n")
    save_guard(folder / "calibrated.pt", model, trained)
    print(json.dumps(summary, indent=2))


if __name__ == "__main__":
    main()
