"""Trains the guard from MiniLM.

    nice -n 10 python -m training.guard.train --rows 60000 --out training/guard/build/run

--rows and --minutes end a run, whichever is first, and its learning rate (warm-up, level, decay) follows that one. A stopped
run goes on with the same command. --start begins with an earlier run's weights. The moving average of the weights is what is
measured: the best by the dev score goes to best.pt, all there is to last.pt.
Focal loss a head, masked where the row's source says nothing; the similarity loss keeps the pooled vector near the
frozen base's, on the share of rows whose base vector is in the cache (build/base-vectors.pt, made on the first run).
--int8 trains with the rounding of the graph that the browser runs (quantized.py), and measures with it.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import time
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from .augment import augment
from .generate.acts import HEADS, all_acts
from .judge import probabilities, torch_scorer
from .metrics import head_scores, mean_score
from .model import MODEL_FOLDER, Batch, Guard, base_model, encode, load_tokenizer, minilm_folder, new_guard, new_parameter, take_weights, vocabulary_of
from .prepare import BUILD, DATA, load_rows, read_jsonl
from .quantized import round_layers

WEIGHTS = {"generator": 1.0, "advbench": 1.5, "harmful_questions": 0.8, "ailuminate": 0.4, "coconot": 0.6, "coconot_benign_more": 0.8,
           "scary_but_benign": 1.0, "schuster": 1.3, "safetext": 0.35, "selfaware": 0.35, "privacylens": 0.3, "hwu64": 1.0, "clinc150": 0.4,
           "slurp": 0.4, "taskbench": 0.25, "metatool": 0.35, "snips": 0.3, "banking77": 0.35, "self_instruct": 0.5, "risky_commands": 0.6, "own": 2.0, "written": 18.0, "payments": 0.8}
CALM_FILES, CALM_WEIGHT = ("everyday", "everyday_digital"), 1.0  # acts in everyday words: plenty of them, and easy
KNOWN_WEIGHT = 0.45  # of acts that the run begun with had seen many times
FRESH_FILES, FRESH_WEIGHT = ("crimes", "twins", "medium", "high", "lasting", "unkind", "small_wrongs", "cannot", "titles", "reach", "borders", "further"), 1.0
NEWEST_FILES, NEWEST_WEIGHT = ("impossible", "degree", "undone", "sly", "idiom"), 2.0  # written last, for the weak heads
ROWS = BUILD / "generated.jsonl"
TWIN_WEIGHT = 1.3  # of harmless twins, where the work is


@dataclass(frozen=True)
class Plan:
    rows: int
    seed: int = 42
    batch: int = 32
    accumulate: int = 1
    rate: float = 1e-4
    new_rate: float = 6e-4
    warm_up: float = 0.03
    level: float = 0.5  # share of the rows up to which the rate holds
    lower: float = 0.8  # each layer learns at this share of the rate of the one above it
    average: float = 0.99
    dropout: float = 0.1
    gamma: float = 1.5
    similarity: float = 1.0
    smooth: float = 0.02
    base_vectors: int = 8000
    frozen: int = 0
    int8: bool = False
    check_every: int = 12000  # rows
    patience: int = 99


# Targets -------------------------------------------------------------------------------------------------------------

def targets_of(rows: list[dict]) -> tuple[Tensor, Tensor, Tensor]:
    """Allowed risk levels [n, 3], yes/no [n, 5] and their mask [n, 5]."""
    risk = torch.tensor([[float(c in r["risk"]) for c in "LMH"] for r in rows])
    yes = torch.tensor([[float(bool(r[h])) for h in HEADS] for r in rows])
    known = torch.tensor([[float(r[h] is not None) for h in HEADS] for r in rows])
    return risk, yes, known


def head_weights(rows: list[dict]) -> tuple[Tensor, Tensor]:
    """Weights of the classes: inverse root of their share, so that rare answers count for more but not for all."""
    risk, yes, known = targets_of(rows)
    single = risk[risk.sum(1) == 1].sum(0).clamp_min(1)
    risk_weight = (single.mean() / single) ** 0.5
    n_yes, n_no = (yes * known).sum(0).clamp_min(1), ((1 - yes) * known).sum(0).clamp_min(1)
    half = (n_yes + n_no) / 2
    return risk_weight, torch.stack([(half / n_no) ** 0.5, (half / n_yes) ** 0.5], 1)


def focal(probability: Tensor, gamma: float) -> Tensor:
    return -((1 - probability) ** gamma) * probability.clamp_min(1e-6).log()


def heads_loss(logits: Tensor, target: tuple[Tensor, Tensor, Tensor], weights: tuple[Tensor, Tensor], gamma: float, smooth: float = 0.0) -> Tensor:
    risk, yes, known = target
    probability = (logits[:, :3].softmax(1) * risk).sum(1)  # of any level the row may have
    told = (risk.sum(1) < 3).float()
    row_weight = (risk * weights[0]).sum(1) / risk.sum(1)
    risk_loss = (focal(probability * (1 - smooth) + smooth / 3, gamma) * told * row_weight).sum() / told.sum().clamp_min(1)
    right = torch.sigmoid(torch.where(yes > 0, logits[:, 3:], -logits[:, 3:]))
    class_weight = torch.where(yes > 0, weights[1][:, 1], weights[1][:, 0])
    losses = focal(right * (1 - smooth) + smooth / 2, gamma) * known * class_weight
    return 1.5 * risk_loss + (losses.sum(0) / known.sum(0).clamp_min(1)).sum()


def similarity_loss(vectors: Tensor, base: Tensor) -> Tensor:
    """Each vector's angle to the base's, and the angles among the batch as the base has them."""
    ours, theirs = F.normalize(vectors, dim=1), F.normalize(base, dim=1)
    apart = 1 - (ours * theirs).sum(1).mean()
    return apart + 4 * F.mse_loss(ours @ ours.T, theirs @ theirs.T)


# Data ----------------------------------------------------------------------------------------------------------------

def weight_of(row: dict) -> float:
    weight = WEIGHTS[row["source"]] * min(1.0, 80 / len(row["text"]))  # a long text costs more time than it teaches
    if row["source"] != "generator":
        return weight
    if row["category"] in categories_of(CALM_FILES):
        return weight * CALM_WEIGHT
    if row["category"] in categories_of(NEWEST_FILES):
        weight *= NEWEST_WEIGHT
    elif row["category"] in categories_of(FRESH_FILES):
        weight *= FRESH_WEIGHT
    else:
        weight *= KNOWN_WEIGHT
    return weight * (TWIN_WEIGHT if row["risk"] == "L" and row["legal"] and row["ethical"] and row["reversible"] and row["feasible"] else 1.0)


@lru_cache
def categories_of(files: tuple[str, ...]) -> frozenset[str]:
    return frozenset(a.category for a in all_acts() if a.file in files)


def draw_batches(rows: list[dict], weights: np.ndarray, plan: Plan, seed: int) -> list[list[int]]:
    """A stretch of 20 batches, rows of like length together, in random order."""
    rng = np.random.default_rng(seed)
    drawn = rng.choice(len(rows), size=plan.batch * 20, p=weights)
    drawn = sorted(drawn, key=lambda i: len(rows[i]["text"]))
    batches = [drawn[at: at + plan.batch] for at in range(0, len(drawn), plan.batch)]
    rng.shuffle(batches)
    return [list(map(int, b)) for b in batches]


def base_vectors(rows: list[dict], plan: Plan) -> dict[str, Tensor]:
    """Vectors of the frozen base for a sample of the rows, by text; made once and kept."""
    path = BUILD / "base-vectors.pt"
    kept: dict[str, Tensor] = torch.load(path, weights_only=True) if path.exists() else {}
    rng = random.Random(plan.seed)
    wanted = [r["text"] for r in rng.sample(rows, min(plan.base_vectors, len(rows)))]
    missing = sorted({t for t in wanted if t not in kept}, key=len)
    known = sum(r["text"] in kept for r in rows)
    if known < 0.75 * len(wanted):
        model, tokenizer = base_model(), load_tokenizer(minilm_folder() / "tokenizer.json")
        with torch.no_grad():
            for at in range(0, len(missing), 64):
                part = missing[at: at + 64]
                kept |= dict(zip(part, model.vector(encode(tokenizer, part)).half()))
        torch.save(kept, path)
    return kept


def dev_rows(rows: list[dict], source: str, seed: int, most: int = 250) -> list[dict]:
    """A sample of a source's rows that are kept apart."""
    apart = [r for r in rows if r["split"] == "dev" and r["source"] == source]
    return random.Random(seed).sample(apart, min(most, len(apart)))


def hand_rows(name: str = "dev") -> list[dict]:
    return [r | {"risk": r["risk"][0]} for r in read_jsonl(DATA / f"hand/{name}.jsonl")]


# Steps ---------------------------------------------------------------------------------------------------------------

class Trainer:
    def __init__(self, plan: Plan, out: Path, start: Path | None = None) -> None:
        self.plan, self.out = plan, out
        self.read_rows()
        self.tokenizer = load_tokenizer(MODEL_FOLDER / "tokenizer.json")
        self.base = base_vectors(self.rows, plan) if plan.similarity else {}
        torch.manual_seed(plan.seed)
        self.model = new_guard(vocabulary_of(MODEL_FOLDER / "tokenizer.json"), plan.dropout, plan.frozen)
        self.optimizer = torch.optim.AdamW(self.parameter_groups(), weight_decay=0.01)
        rows = load_rows()
        self.dev = {"hand": hand_rows(), "hand2": hand_rows("dev2"), "template": dev_rows(rows, "generator", plan.seed), "written": dev_rows(rows, "written", plan.seed)}
        self.seen, self.best, self.worse, self.log = 0, -1.0, 0, []
        self.spent = 0.0  # share of the minutes
        if start and not (out / "last.pt").exists():
            earlier = torch.load(start, weights_only=False)
            take_weights(self.model, earlier.get("current", earlier["model"]))
        if plan.int8:
            round_layers(self.model)
        self.average = copy.deepcopy(self.model).eval()
        self.resume()

    def read_rows(self) -> None:
        """Read again whenever prepare.py has written new rows: a run need not stop while acts are being added."""
        categories_of.cache_clear()
        self.read_at = ROWS.stat().st_mtime
        self.rows = [r for r in load_rows() if r["split"] == "train"]
        self.weights = head_weights(self.rows)
        share = np.array([weight_of(r) for r in self.rows])
        self.share = share / share.sum()

    def parameter_groups(self) -> list[dict]:
        groups: dict[float, list[torch.nn.Parameter]] = {}
        for name, p in self.model.learning():
            layer = int(name.split(".")[1]) if name.startswith("layers.") else 0
            peak = self.plan.new_rate if new_parameter(name) else self.plan.rate * self.plan.lower ** (self.model.config.layers - 1 - layer)
            groups.setdefault(peak, []).append(p)
        return [{"params": part, "peak": peak} for peak, part in sorted(groups.items())]

    def resume(self) -> None:
        path = self.out / "last.pt"
        if not path.exists():
            return
        content = torch.load(path, weights_only=False)
        take_weights(self.model, content["current"])
        take_weights(self.average, content["model"])
        self.optimizer.load_state_dict(content["optimizer"])
        self.seen, self.best, self.worse, self.log = (content[k] for k in ("seen", "best", "worse", "log"))

    def save(self, name: str) -> None:
        self.out.mkdir(parents=True, exist_ok=True)
        content = {"model": self.average.state_dict(), "pieces": self.model.config.pieces, "trained": {"plan": json.dumps(asdict(self.plan)), "seen": self.seen, "score": self.best}}
        if name == "last":
            content |= {"current": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "seen": self.seen, "best": self.best, "worse": self.worse, "log": self.log}
        torch.save(content, self.out / f"{name}.tmp")
        (self.out / f"{name}.tmp").replace(self.out / f"{name}.pt")

    def set_rate(self) -> None:
        done = max(self.seen / self.plan.rows, self.spent)
        scale = min(done / self.plan.warm_up, 1.0, max(0.0, (1 - done) / (1 - self.plan.level)))
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * max(scale, 0.01)

    def loss(self, chosen: list[int], rng: random.Random) -> Tensor:
        rows = [self.rows[i] for i in chosen]
        logits, vectors = self.model(encode(self.tokenizer, [augment(r["text"], rng) for r in rows]))
        loss = heads_loss(logits, targets_of(rows), self.weights, self.plan.gamma, self.plan.smooth)
        known = [i for i, r in enumerate(rows) if r["text"] in self.base]
        if len(known) > 1:
            base = torch.stack([self.base[rows[i]["text"]] for i in known]).float()
            loss = loss + self.plan.similarity * similarity_loss(vectors[known], base)
        return loss / self.plan.accumulate

    def stretch(self) -> float:
        """Twenty batches; their mean loss."""
        self.model.train()
        rng = random.Random(self.plan.seed * 1_000_003 + self.seen)
        losses = []
        for i, chosen in enumerate(draw_batches(self.rows, self.share, self.plan, self.plan.seed + self.seen), 1):
            loss = self.loss(chosen, rng)
            loss.backward()
            losses.append(float(loss.detach()) * self.plan.accumulate)
            self.seen += len(chosen)
            if i % self.plan.accumulate == 0:
                self.set_rate()
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                self.optimizer.step()
                self.optimizer.zero_grad(set_to_none=True)
                self.follow()
        return float(np.mean(losses))

    @torch.no_grad()
    def follow(self) -> None:
        for (_, mean), (_, now) in zip(self.average.learning(), self.model.learning()):
            mean.lerp_(now, 1 - self.plan.average)

    def check(self) -> dict[str, float]:
        scorer = torch_scorer(self.average, self.tokenizer)
        found = {name: mean_score(head_scores(rows, *probabilities(scorer([r["text"] for r in rows])))) for name, rows in self.dev.items()}
        found["score"] = (found["hand2"] + found["template"] + found["written"]) / 3
        return {k: round(v, 4) for k, v in found.items()}

    def run(self, minutes: float) -> None:
        start, next_check = time.time(), self.seen + self.plan.check_every
        while self.seen < self.plan.rows and self.worse < self.plan.patience and self.spent < 1:
            if ROWS.stat().st_mtime != self.read_at:
                self.read_rows()
            loss = self.stretch()
            self.spent = (time.time() - start) / (60 * minutes)
            if self.seen >= next_check or self.seen >= self.plan.rows or self.spent >= 1:
                next_check += self.plan.check_every
                self.note(loss, time.time() - start)
            elif self.seen % 2560 == 0:
                self.save("last")
        self.save("last")

    def note(self, loss: float, seconds: float) -> None:
        found = self.check()
        self.worse = 0 if found["score"] > self.best else self.worse + 1
        if found["score"] > self.best:
            self.best = found["score"]
            self.save("best")
        self.log.append({"seen": self.seen, "loss": round(loss, 4), "seconds": round(seconds), **found})
        print(json.dumps(self.log[-1]), flush=True)
        self.save("last")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=60000)
    parser.add_argument("--minutes", type=float, default=1e9)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--similarity", type=float, default=1.0)
    parser.add_argument("--frozen", type=int, default=0)
    parser.add_argument("--start", type=Path, help="weights to begin with in place of MiniLM's")
    parser.add_argument("--int8", action="store_true", help="train with the int8 graph's rounding")
    parser.add_argument("--check-every", type=int, default=12000)
    parser.add_argument("--out", type=Path, default=BUILD / "run")
    args = parser.parse_args()
    torch.set_num_threads(1)
    plan = Plan(args.rows, args.seed, rate=args.rate, similarity=args.similarity, frozen=args.frozen, int8=args.int8, check_every=args.check_every)
    Trainer(plan, args.out, args.start).run(args.minutes)


if __name__ == "__main__":
    main()
