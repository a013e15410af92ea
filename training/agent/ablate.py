"""Short runs that differ in one thing, each from MiniLM, with the same rows seen, in the same order of training.

    nice -n 19 python -m training.agent.ablate --rows 2000 --seed 42 --out training/agent/build/ablations.jsonl

Each line says what one run gave on the same dev rows: the loss of a token, the share of tokens and of whole answers
that the model would have chosen by itself (the answer so far being right, the mask off; a whole answer is then what
greedy decoding would write). A variant that is in the file already is left out, so a stopped series goes on.
Such small budgets show which shape learns faster at first. They do not show which is better in the end.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch

from .contract import Contract, contract_with_tokens
from .model import ErrandAgent
from .prepare import Cache
from .shapes import new_shape
from .source import Pieces
from .train import Run, Settings, make_batch, target_scores
from .vocabulary import BUILD


@dataclass(frozen=True)
class Variant:
    name: str
    shape: str = "one-stack"
    cache: str = "plain"


VARIANTS = [
    Variant("as it is: one stack, pointer, public rows, state, pruned vocabulary"),
    Variant("no pointer head", "no-pointer"),
    Variant("encoder and a decoder of two layers", "encoder-decoder"),
    Variant("templates only", cache="templates"),
    Variant("no state in the source", cache="stateless"),
    Variant("whole vocabulary (30,522 pieces)", cache="whole"),
    Variant("nine layers grown from six", "grown"),
]


def measure(model: ErrandAgent, cache: Cache, contract: Contract, pieces: Pieces, most: int) -> dict:
    """Loss of a token, and the shares of tokens and of whole rows that are each step's best."""
    model.eval()
    rows = sorted(range(0, len(cache), max(1, len(cache) // most)), key=lambda i: cache.arrays["source_lengths"][i])
    loss, tokens, right, whole = 0.0, 0, 0, 0
    with torch.inference_mode():
        for at in range(0, len(rows), 32):
            batch = make_batch([cache[i] for i in rows[at: at + 32]], contract, pieces)
            scores, trained = target_scores(model, batch), batch.labels != -100
            loss += torch.nn.functional.cross_entropy(scores.flatten(0, 1), batch.labels.flatten(), ignore_index=-100, reduction="sum").item()
            hit = (scores.argmax(-1) == batch.labels) | ~trained
            tokens, right, whole = tokens + int(trained.sum()), right + int((hit & trained).sum()), whole + int(hit.all(-1).sum())
    return {"rows": len(rows), "loss": round(loss / tokens, 4), "token": round(right / tokens, 4), "whole": round(whole / len(rows), 4)}


def run_variant(variant: Variant, folder: Path, args: argparse.Namespace) -> dict:
    path = folder / variant.cache
    cache, dev = Cache.load(path / "train.npz"), Cache.load(path / "dev.npz")
    contract = contract_with_tokens(json.loads((path / "contract-tokens.json").read_text())["tokens"])
    pieces = Pieces(json.loads((path / "vocabulary.json").read_text()))
    settings = Settings(path, args.out.parent / "ablation", args.rows, seed=args.seed, batch=args.batch, rate=args.rate, new_rate=args.new_rate, dropout=0.0)
    torch.manual_seed(args.seed)
    run = Run(settings, cache, contract, pieces, new_shape(variant.shape, contract, pieces))
    started, spent = time.monotonic(), time.process_time()
    for rows in run.batches():
        run.train_step(rows)
        if run.step % 20 == 0:
            print(f"{variant.name}: {run.seen} rows, {run.seen / (time.monotonic() - started):.1f} rows/s", file=sys.stderr, flush=True)
    took, busy = (time.monotonic() - started) / 60, (time.process_time() - spent) / 60
    return {"variant": variant.name, "seed": args.seed, "seen": run.seen, "minutes": round(took, 1), "core_minutes": round(busy, 1),
            "parameters": sum(p.numel() for p in run.model.parameters()), **measure(run.model, dev, contract, pieces, args.most)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=2000, help="rows seen by each run")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--new-rate", type=float, default=1e-3)
    parser.add_argument("--most", type=int, default=600, help="dev rows measured")
    parser.add_argument("--caches", type=Path, default=BUILD / "ablation-caches", help="a folder with plain, templates, stateless and whole (prepare.py)")
    parser.add_argument("--out", type=Path, default=BUILD / "ablations.jsonl")
    args = parser.parse_args()
    torch.set_num_threads(1)
    done = {json.loads(line)["variant"] for line in args.out.read_text().splitlines()} if args.out.exists() else set()
    for variant in VARIANTS:
        if variant.name not in done:
            line = json.dumps(run_variant(variant, args.caches, args))
            print(line, flush=True)
            with open(args.out, "a", encoding="utf-8") as out:
                out.write(line + "\n")


if __name__ == "__main__":
    main()
