"""Trains the agent from MiniLM.

    nice -n 5 python -m training.agent.train --rows 150000 --seed 42 --out training/agent/build/run

--rows is the number of rows seen, and sets the learning-rate schedule; --minutes only stops early. A stopped run goes
on from its last checkpoint when the same command is given again, and ends with the very same weights. With --paced the
schedule follows --minutes as well, whichever is further: for a shared machine, where nobody knows how many rows there will be.
One thread on a CPU (two are slower beside another busy process), bf16 where it has AVX-512; CUDA where there is one.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from .checkpoint import describe_model, save_checkpoint, start_from
from .contract import Contract, contract_with_tokens
from .model import ErrandAgent, new_weights
from .prepare import Cache, Example
from .shapes import SHAPES, new_shape
from .source import Pieces
from .vocabulary import BUILD

BLOCKED = -10000.0


@dataclass
class Settings:
    cache: Path
    out: Path
    rows: int
    seed: int = 42
    batch: int = 48
    rate: float = 1e-4
    new_rate: float = 5e-4
    warm_up: float = 0.06
    dropout: float = 0.1
    decay: float = 0.01
    noise: float = 0.0
    average: float = 0.0
    minutes: float = math.inf
    paced: bool = False  # the schedule ends with the minutes, if the rows have not ended it before
    save_every: float = 180.0
    shape: str = "one-stack"  # shapes.py; the others are for ablations and are not exported
    more: str = ""  # what another room's trainer has been told besides, for the record
    start: Path | None = None  # an earlier run's checkpoint, or an exported graph, to begin with in place of MiniLM


# Batches ------------------------------------------------------------------------------------------------------------


@dataclass
class Batch:
    """Each row is its source, then its target, then padding; rows of like length make one batch, so there is little of it."""

    ids: Tensor
    types: Tensor
    positions: Tensor
    bias: Tensor  # [b, 1, n, n]
    targets: Tensor  # [b, target]: where each target row lies
    labels: Tensor  # [b, target], −100 where not trained
    legal_copies: Tensor  # [b, 64]

    def to(self, device: torch.device) -> "Batch":
        return Batch(**{name: value.to(device) for name, value in vars(self).items()})


def make_batch(examples: list[Example], contract: Contract, pieces: Pieces) -> Batch:
    width = max(len(e.source) + len(e.target) for e in examples)
    target_width = max(len(e.target) for e in examples)
    n = len(examples)
    ids = torch.zeros(n, width, dtype=torch.long)
    labels = torch.full((n, target_width), -100)
    copies = torch.zeros(n, contract.copy, dtype=torch.bool)
    start = contract.id("control", "<s>")
    for i, e in enumerate(examples):
        t = len(e.target)
        row = e.source + [pieces.size + x for x in [start] + e.target[:-1]]
        ids[i, : len(row)] = torch.tensor(row)
        labels[i, :t] = torch.where(torch.tensor(e.weights) > 0, torch.tensor(e.target), -100)
        copies[i, : e.copy_end] = torch.tensor(e.source[1: e.copy_end + 1]) != pieces.end
    sources = torch.tensor([len(e.source) for e in examples])[:, None]
    lengths = sources + torch.tensor([len(e.target) for e in examples])[:, None]
    order = torch.arange(width)[None]
    targets = (sources + torch.arange(target_width)[None]).clamp(max=width - 1)
    return Batch(ids, (order >= sources).long(), order.expand(n, -1), prefix_bias(sources, lengths, width), targets, labels, copies)


def prefix_bias(sources: Tensor, lengths: Tensor, width: int) -> Tensor:
    row, column = torch.arange(width)[None, :, None], torch.arange(width)[None, None, :]
    source, length = sources[:, :, None], lengths[:, :, None]
    allowed = ((column < source) | ((row >= source) & (column <= row))) & (column < length)
    return torch.where(allowed, 0.0, BLOCKED)[:, None]


def epoch_batches(cache: Cache, seed: int, epoch: int, size: int) -> list[list[int]]:
    """Rows of like length together: shuffled, sorted within runs of 60 batches, and the batches shuffled again."""
    rng = random.Random(f"{seed}/{epoch}")
    order = list(range(len(cache)))
    rng.shuffle(order)
    lengths = cache.arrays["source_lengths"] + cache.arrays["target_lengths"]
    batches = []
    for at in range(0, len(order), size * 60):
        run = sorted(order[at: at + size * 60], key=lambda i: lengths[i])
        batches += [run[j: j + size] for j in range(0, len(run), size)]
    rng.shuffle(batches)
    return batches


def add_noise(example: Example, rng: random.Random, share: float, contract: Contract, pieces: Pieces) -> Example:
    """Now and then other pieces inside a copied span: the frame, not the title's words, has to tell where it lies."""
    if rng.random() >= share:
        return example
    copied = [t - contract.size + 1 for t in example.target if t >= contract.size]
    inside = sorted({i for a, b in zip(copied[::2], copied[1::2]) for i in range(a, b + 1)})
    chosen = [i for i in inside if rng.random() < 0.5]
    source = list(example.source)
    for i in chosen:
        source[i] = rng.randrange(1000, pieces.size)
    return Example(source, example.copy_end, example.target, example.weights)


# Loss and step ------------------------------------------------------------------------------------------------------


def batch_loss(model: ErrandAgent, batch: Batch) -> Tensor:
    return F.cross_entropy(target_scores(model, batch).flatten(0, 1), batch.labels.flatten(), ignore_index=-100)


def target_scores(model: ErrandAgent, batch: Batch) -> Tensor:
    """[batch, target rows, T + 64], places that cannot be copied at the bottom."""
    states, _ = model.states(batch.ids, batch.types, batch.positions, batch.bias)
    targets = states.gather(1, batch.targets[..., None].expand(-1, -1, states.shape[-1]))
    scores = model.scores(states, targets).float()
    contract = model.config.contract
    scores[..., contract:].masked_fill_(~batch.legal_copies[:, None, :], BLOCKED)
    return scores


def half_precision(device: torch.device) -> torch.autocast:
    """bf16 where the machine has it: on a CPU without AVX-512 it is emulated, and sixteen times slower than fp32."""
    has = device.type == "cuda" or torch.backends.cpu.get_cpu_capability().startswith("AVX512")
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=has)


def rate_at(step: float, steps: int, warm_up: float, decay: float = 0.35) -> float:
    """Linear up, level, and linear down to 2 % over the last third, so that a run's average is of use at any time before."""
    warm = max(1, int(steps * warm_up))
    down = (steps - step) / max(1.0, steps * decay)
    return max(0.02, min((step + 1) / warm, 1.0, down))


def make_optimizer(model: ErrandAgent, settings: Settings) -> torch.optim.AdamW:
    new = new_weights(model)
    groups = [{"params": [p for n, p in model.named_parameters() if n in new], "base": settings.new_rate, "weight_decay": 0.0},
              {"params": [p for n, p in model.named_parameters() if n not in new and p.dim() > 1 and not n.startswith("rows")],
               "base": settings.rate, "weight_decay": settings.decay},
              {"params": [p for n, p in model.named_parameters() if n not in new and (p.dim() == 1 or n.startswith("rows"))],
               "base": settings.rate, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=settings.rate, betas=(0.9, 0.98), fused=True)


class Run:
    """One training run: its model, optimiser and position; saved and restored as a whole."""

    def __init__(self, settings: Settings, cache: Cache, contract: Contract, pieces: Pieces, model: ErrandAgent | None = None) -> None:
        self.settings, self.cache, self.contract, self.pieces = settings, cache, contract, pieces
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(settings.seed)
        self.model = model or new_shape(settings.shape, contract, pieces, settings.dropout)
        self.before = start_from(self.model, contract, pieces, settings.start) if settings.start else None
        self.model.to(self.device)
        self.optimizer = make_optimizer(self.model, settings)
        self.average = {n: p.detach().clone() for n, p in self.model.named_parameters()} if settings.average else None
        self.step, self.seen, self.spent = 0, 0, 0.0
        self.per_epoch = math.ceil(len(cache) / settings.batch)
        self.steps = math.ceil(settings.rows / settings.batch)
        self.path = settings.out / "last.pt"

    def batches(self):
        """(epoch, batch) from where the run stands."""
        epoch, at = divmod(self.step, self.per_epoch)
        while self.step < self.steps:
            for rows in epoch_batches(self.cache, self.settings.seed, epoch, self.settings.batch)[at:]:
                yield rows
                if self.step >= self.steps:
                    return
            epoch, at = epoch + 1, 0

    def place(self) -> float:
        """Where in its steps the schedule stands."""
        gone = self.spent / (self.settings.minutes * 60) if self.settings.paced else 0.0
        return max(self.step, gone * self.steps)

    def train_step(self, rows: list[int]) -> float:
        s = self.settings
        noise = random.Random(f"{s.seed}/noise/{self.step}")  # of the step, so that a resumed run draws the same
        examples = [add_noise(self.cache[i], noise, s.noise, self.contract, self.pieces) for i in rows]
        batch = make_batch(examples, self.contract, self.pieces).to(self.device)
        self.model.train()
        factor = rate_at(self.place(), self.steps, s.warm_up)
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * factor
        with half_precision(self.device):
            loss = batch_loss(self.model, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        if self.average is not None:
            keep = min(s.average, (self.step + 1) / (self.step + 10))
            with torch.no_grad():
                for name, p in self.model.named_parameters():
                    self.average[name].lerp_(p, 1 - keep)
        self.step, self.seen = self.step + 1, self.seen + len(rows)
        return loss.item()

    def save(self) -> None:
        content = describe_model(self.model, self.contract, self.pieces)
        s = self.settings
        command = f"python -m training.agent.train --rows {s.rows} --seed {s.seed} --batch {s.batch} --noise {s.noise} --average {s.average}"
        if s.rate != Settings.rate or s.new_rate != Settings.new_rate:
            command += f" --rate {s.rate} --new-rate {s.new_rate}"
        if s.dropout != Settings.dropout:
            command += f" --dropout {s.dropout}"
        if s.paced:
            command += f" --minutes {s.minutes} --paced"
        if s.more:
            command += f" {s.more}"
        if s.start:
            command += f" --start {s.start}"
        content |= {
            "model": self.model.state_dict(), "average": self.average, "optimizer": self.optimizer.state_dict(),
            "position": {"step": self.step, "seen": self.seen, "spent": self.spent},
            "random": torch.get_rng_state(),
            "trained": {"command": command, "seed": s.seed, "rows_seen": self.seen, "train_rows": len(self.cache),
                        "minutes": round(self.spent / 60, 1), "version": f"{self.total_rows() // 1000}k-{s.seed}", "before": self.before},
        }
        save_checkpoint(self.path, content)

    def total_rows(self) -> int:
        """Rows seen by this run and by those it started from."""
        seen, before = self.seen, self.before
        while before:
            seen, before = seen + before["rows_seen"], before.get("before")
        return seen

    def restore(self) -> bool:
        if not self.path.exists():
            return False
        content = torch.load(self.path, map_location="cpu", weights_only=True)
        self.model.load_state_dict(content["model"])
        self.optimizer.load_state_dict(content["optimizer"])
        if content["average"]:
            self.average = {n: v.to(self.device) for n, v in content["average"].items()}
        self.step, self.seen, self.spent = (content["position"][k] for k in ("step", "seen", "spent"))
        torch.set_rng_state(content["random"])
        return True


def dev_loss(model: ErrandAgent, cache: Cache, contract: Contract, pieces: Pieces, most: int = 960) -> float:
    model.eval()
    rows = list(range(0, len(cache), max(1, len(cache) // most)))
    rows.sort(key=lambda i: cache.arrays["source_lengths"][i] + cache.arrays["target_lengths"][i])
    losses = []
    device = next(model.parameters()).device
    with torch.inference_mode(), half_precision(device):
        for at in range(0, len(rows), 48):
            batch = make_batch([cache[i] for i in rows[at: at + 48]], contract, pieces).to(device)
            losses.append(batch_loss(model, batch).item())
    return sum(losses) / max(1, len(losses))


def train(run: Run, dev: Cache | None = None) -> None:
    settings, started, saved = run.settings, time.monotonic(), time.monotonic()
    spent_before, recent = run.spent, []
    for rows in run.batches():
        recent.append(run.train_step(rows))
        now = time.monotonic()
        run.spent = spent_before + now - started
        if run.step % 50 == 0 or run.step == run.steps:
            print(f"step {run.step}/{run.steps} rows {run.seen} loss {sum(recent) / len(recent):.4f} "
                  f"{run.seen / max(1, run.spent):.0f} rows/s {run.spent / 60:.1f} min", file=sys.stderr, flush=True)
            recent = []
        if now - saved > settings.save_every:
            run.save()
            saved = now
            if dev is not None:
                print(f"  dev loss {dev_loss(run.model, dev, run.contract, run.pieces):.4f}", file=sys.stderr, flush=True)
        if (run.spent if settings.paced else now - started) > settings.minutes * 60:
            break
    run.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=BUILD / "cache")
    parser.add_argument("--out", type=Path, default=BUILD / "run")
    parser.add_argument("--rows", type=int, required=True)
    for name, kind in (("seed", int), ("batch", int), ("rate", float), ("new_rate", float), ("dropout", float), ("noise", float),
                       ("average", float), ("minutes", float), ("save_every", float)):
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=getattr(Settings, name))
    parser.add_argument("--shape", choices=SHAPES, default=Settings.shape)
    parser.add_argument("--paced", action="store_true", help="end the schedule with --minutes")
    parser.add_argument("--start", type=Path, help="a checkpoint or an exported .onnx to begin with, in place of MiniLM")
    settings = Settings(**vars(parser.parse_args()))
    torch.set_num_threads(1)
    cache, dev = Cache.load(settings.cache / "train.npz"), Cache.load(settings.cache / "dev.npz")
    contract = contract_with_tokens(json.loads((settings.cache / "contract-tokens.json").read_text())["tokens"])
    pieces = Pieces(json.loads((settings.cache / "vocabulary.json").read_text()))
    run = Run(settings, cache, contract, pieces)
    print("going on from" if run.restore() else "new run", run.path, f"step {run.step} of {run.steps}, {len(cache)} rows", file=sys.stderr)
    train(run, dev)


if __name__ == "__main__":
    main()
