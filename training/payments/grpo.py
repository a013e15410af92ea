"""Reinforcement of the actor with the execution reward and group-relative advantages (GRPO).

    python -m training.payments.grpo --start training/payments/build/sft/last.pt --out training/payments/build/grpo --iterations 40

Each iteration exports the weights as they stand, lets them try a few training errands several times each in Node on the
page's own world (headless/payments-rollouts.ts), and moves the weights towards the tries that did better than the others
of their errand. The reward is +1 for a step that runs and −1 for one that fails, averaged over the errand, and +1 for the
right end state. A stopped run goes on where it was; curve.jsonl in --out has a line an iteration.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import onnx
import torch
import torch.nn.functional as F

from ..agent.checkpoint import describe_model, load_model, save_checkpoint
from ..agent.export import KEEP, write_json
from ..agent.graph import build_graph, measure_peaks
from ..agent.prepare import Example
from ..agent.train import make_batch, target_scores
from ..agent.vocabulary import MODEL_FOLDER as AGENT_FOLDER, ROOT
from .contract import load_contract

LEAST_SPREAD = 1e-3  # tries that came out alike teach nothing


@dataclass
class Try:
    """One step of one try, with what its errand's other tries make of it."""

    example: Example
    advantage: float


def read_tries(rollouts: list[dict]) -> list[Try]:
    """The steps of tries whose rewards differ within their errand; an advantage is in deviations from the group's mean."""
    groups: dict[str, list[dict]] = {}
    for row in rollouts:
        groups.setdefault(row["id"], []).append(row)
    tries = []
    for rows in groups.values():
        rewards = torch.tensor([row["reward"] for row in rows], dtype=torch.float64)
        spread = rewards.std(unbiased=False).item()
        if spread < LEAST_SPREAD:
            continue
        for row, reward in zip(rows, rewards.tolist()):
            advantage = (reward - rewards.mean().item()) / spread
            tries += [Try(Example(s["source"], s["copyEnd"], s["tokens"], [1] * len(s["tokens"])), advantage) for s in row["steps"]]
    return tries


def policy_loss(model, tries: list[Try], contract, pieces) -> torch.Tensor:
    """−advantage · log-probability, averaged over the tokens of all tries."""
    batch = make_batch([t.example for t in tries], contract, pieces)
    scores = target_scores(model, batch).transpose(1, 2)
    cost = F.cross_entropy(scores, batch.labels, ignore_index=-100, reduction="none")
    advantages = torch.tensor([t.advantage for t in tries], dtype=cost.dtype)[:, None]
    return (cost * advantages).sum() / (batch.labels != -100).sum()


def update(model, optimizer, tries: list[Try], contract, pieces, size: int = 24) -> float:
    """One pass; rows of like length together. Gives the mean loss."""
    tries = sorted(tries, key=lambda t: len(t.example.source) + len(t.example.target))
    losses = []
    model.train()
    for at in range(0, len(tries), size):
        loss = policy_loss(model, tries[at: at + size], contract, pieces)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 0.5)
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / max(1, len(losses))


def roll_out(model, contract, pieces, folder: Path, errands: int, group: int, first: int, seed: int) -> list[dict]:
    folder.mkdir(parents=True, exist_ok=True)
    sources = [[pieces.start, *range(5, 40), pieces.end]]
    onnx.save(build_graph(model.eval(), True, KEEP, measure_peaks(model, sources)), folder / "model.onnx")
    write_json(folder / "contract-tokens.json", contract.to_json(pieces.size))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(AGENT_FOLDER / name, folder / name)
    out = folder / "rollouts.jsonl"
    command = ["npx", "tsx", "headless/payments-rollouts.ts", "--model", str(folder), "--split", "train", "--errands", str(errands),
               "--from", str(first), "--group", str(group), "--seed", str(seed), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True)
    return [json.loads(line) for line in out.read_text().splitlines()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--iterations", type=int, default=40)
    parser.add_argument("--errands", type=int, default=24, help="an iteration; all intents and difficulties come in turn")
    parser.add_argument("--group", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="no iteration begins after these")
    parser.add_argument("--rate", type=float, default=5e-6)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    path, contract = args.out / "last.pt", load_contract()
    model, _, pieces, trained = load_model(path if path.exists() else args.start)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, betas=(0.9, 0.98), weight_decay=0.0)
    done = 0
    if path.exists():
        content = torch.load(path, map_location="cpu", weights_only=True)
        optimizer.load_state_dict(content["optimizer"])
        done = content["iteration"]
    begun = time.monotonic()
    for iteration in range(done, args.iterations):
        started = time.monotonic()
        if started - begun > args.minutes * 60:
            break
        # Errands beyond those of the supervised rows, whose seeds are below ten million.
        rollouts = roll_out(model, contract, pieces, args.out / "rollout", args.errands, args.group, 120_000 + iteration * args.errands, args.seed + iteration)
        tries = read_tries(rollouts)
        loss = update(model, optimizer, tries, contract, pieces)
        mean = lambda name: sum(float(row[name]) for row in rollouts) / len(rollouts)
        line = {"iteration": iteration, "reward": round(mean("reward"), 4), "pass": round(mean("pass"), 4), "tries": len(tries),
                "loss": round(loss, 5), "seconds": round(time.monotonic() - started, 1)}
        args.out.mkdir(parents=True, exist_ok=True)
        with (args.out / "curve.jsonl").open("a") as curve:
            curve.write(json.dumps(line) + "\n")
        print(line, file=sys.stderr, flush=True)
        save_checkpoint(path, {**describe_model(model, contract, pieces), "model": model.state_dict(), "average": None,
                               "optimizer": optimizer.state_dict(), "iteration": iteration + 1, "trained": trained})


if __name__ == "__main__":
    main()
