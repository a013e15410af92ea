"""Texts → probabilities → verdict: what evaluate.py, calibrate.py and train.py share.

    echo "water the ferns" | python -m training.guard.judge --checkpoint training/guard/build/run/best.pt
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

from .generate.acts import HEADS, RISKS
from .model import MODEL_FOLDER, OUTPUTS, Guard, encode, load_guard, load_tokenizer

Scorer = Callable[[list[str]], np.ndarray]  # texts → [n, 8] logits
PLAIN = {"risk": 1.0, **{h: 1.0 for h in HEADS}}
CUTS = {h: 0.5 for h in HEADS}


def torch_scorer(model: Guard, tokenizer, size: int = 64) -> Scorer:
    def score(texts: list[str]) -> np.ndarray:
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        logits = np.zeros((len(texts), OUTPUTS), np.float32)
        with torch.no_grad():
            for at in range(0, len(order), size):
                part = order[at: at + size]
                logits[part] = model(encode(tokenizer, [texts[i] for i in part]))[0].float().numpy()
        return logits
    return score


def onnx_scorer(folder: Path) -> Scorer:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options)
    tokenizer = load_tokenizer(folder / "tokenizer.json")

    def score_one(text: str) -> np.ndarray:
        batch = encode(tokenizer, [text])
        feeds = {"input_ids": batch.ids.numpy(), "attention_mask": batch.mask.numpy(), "token_type_ids": np.zeros_like(batch.ids.numpy())}
        found = session.run(["risk", *HEADS], feeds)
        return np.concatenate([o.reshape(-1) for o in found])
    return lambda texts: np.stack([score_one(t) for t in texts])


def probabilities(logits: np.ndarray, temperatures: dict[str, float] = PLAIN) -> tuple[np.ndarray, np.ndarray]:
    """Risk [n, 3] and P(yes) [n, 5], each head's logits divided by its temperature."""
    risk = logits[:, : len(RISKS)] / temperatures["risk"]
    risk = np.exp(risk - risk.max(1, keepdims=True))
    heads = logits[:, len(RISKS):] / np.array([temperatures[h] for h in HEADS])
    return risk / risk.sum(1, keepdims=True), 1 / (1 + np.exp(-heads))


def verdict(risk: int, yes: dict[str, bool]) -> str:
    """The policy for a request whose effect is to add one task."""
    if not yes["legal"] or (not yes["ethical"] and risk > 0):
        return "refuse"
    if risk == 2 or not yes["ethical"] or (not yes["reversible"] and risk == 1):
        return "confirm"
    return "allow"


def verdicts(risk: np.ndarray, heads: np.ndarray, cuts: dict[str, float] = CUTS) -> list[str]:
    answers = heads >= np.array([cuts[h] for h in HEADS])
    return [verdict(int(r), dict(zip(HEADS, map(bool, a)))) for r, a in zip(risk.argmax(1), answers)]


def open_model(args: argparse.Namespace) -> tuple[Scorer, dict[str, float], dict[str, float]]:
    """A checkpoint, or the exported folder with its calibration."""
    if args.checkpoint:
        model, _ = load_guard(args.checkpoint)
        scorer = torch_scorer(model, load_tokenizer(MODEL_FOLDER / "tokenizer.json"))
        beside = args.checkpoint.parent / "calibration.json"
        found = json.loads(beside.read_text()) if beside.exists() and args.checkpoint.stem == "calibrated" else {}
        return scorer, found.get("temperatures", PLAIN), found.get("thresholds", CUTS)
    config = json.loads((MODEL_FOLDER / "config.json").read_text())["errand"]
    return onnx_scorer(MODEL_FOLDER), config["temperatures"], config["thresholds"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path)
    scorer, temperatures, cuts = open_model(args := parser.parse_args())
    del args
    texts = [line.strip() for line in sys.stdin if line.strip()]
    risk, heads = probabilities(scorer(texts), temperatures)
    for text, r, h, v in zip(texts, risk, heads, verdicts(risk, heads, cuts)):
        print(v, RISKS[int(r.argmax())], " ".join(f"{n}={p:.2f}" for n, p in zip(HEADS, h)), "|", text)


if __name__ == "__main__":
    main()
