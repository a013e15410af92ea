"""Turns data rows into a tokenised cache that train.py and evaluate.py read.

    python -m training.agent.generate --rows 60000 --seed 42 --out training/agent/build/gen.jsonl
    python -m training.agent.prepare --out training/agent/build/cache

Reads training/agent/data/public*.jsonl.gz and training/agent/build/gen*.jsonl(.gz). Says which rows were dropped and
why, and asserts that what is trained on shares no carrier and no title with what is measured on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import numpy as np

from .contract import COPY, Contract, load_contract
from .source import InputTooLong, Pieces, State, build_source, split_words
from .target import Unlearnable, write_target
from .vocabulary import BUILD, MODEL_FOLDER, full_vocabulary

DATA = Path(__file__).parent / "data"
MAX_TARGET = 120


def read_rows(paths: list[Path]) -> Iterator[dict]:
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


@dataclass
class Example:
    source: list[int]
    copy_end: int  # source indices 1 … copy_end can be copied, but for `[SEP]`
    target: list[int]  # without `<s>`, with `</s>`
    weights: list[int]  # 0 where the label is not to be trusted


def tokenise(row: dict, contract: Contract, pieces: Pieces) -> Example:
    source = build_source(row["text"], row.get("previous"), State.from_json(row.get("state")), contract, pieces)
    steps = write_target(row["target"], contract, source)
    if len(steps) > MAX_TARGET:
        raise Unlearnable("target too long")
    masked = set(row.get("mask") or ())
    copy_end = max((w.last for w in source.words), default=0)
    assert copy_end <= COPY
    return Example(source.ids, copy_end, [s.token for s in steps], [int(s.path not in masked) for s in steps])


LISTS_KEPT = 0.3


def without_idle_lists(row: dict) -> dict:
    """The state without its lists, in most training rows whose sentence names none of them: they make a third of the
    source's length and say nothing there. The choice hangs on the text alone, so it is the same each time."""
    state = row.get("state") or {}
    said = {w.text[:4] for w in split_words(row["text"])}
    if not state.get("lists") or any(w.text[:4] in said for name in state["lists"] for w in split_words(name)):
        return row
    if random.Random(row["text"]).random() < LISTS_KEPT:
        return row
    return {**row, "state": {**state, "lists": []}}


class Cache:
    """Examples in flat arrays, so that a hundred thousand of them load at once."""

    def __init__(self, arrays: dict[str, np.ndarray]) -> None:
        self.arrays = arrays
        self.source_at = np.concatenate([[0], np.cumsum(arrays["source_lengths"])])
        self.target_at = np.concatenate([[0], np.cumsum(arrays["target_lengths"])])

    def __len__(self) -> int:
        return len(self.arrays["copy_end"])

    def __getitem__(self, i: int) -> Example:
        a, s, t = self.arrays, slice(self.source_at[i], self.source_at[i + 1]), slice(self.target_at[i], self.target_at[i + 1])
        return Example(a["source"][s].tolist(), int(a["copy_end"][i]), a["target"][t].tolist(), a["weights"][t].tolist())

    @staticmethod
    def of(examples: list[Example]) -> "Cache":
        flat = lambda name, kind: np.array([v for e in examples for v in getattr(e, name)], kind)
        return Cache({
            "source": flat("source", np.int32), "target": flat("target", np.int32), "weights": flat("weights", np.int8),
            "copy_end": np.array([e.copy_end for e in examples], np.int32),
            "source_lengths": np.array([len(e.source) for e in examples], np.int64),
            "target_lengths": np.array([len(e.target) for e in examples], np.int64),
        })

    @staticmethod
    def load(path: Path) -> "Cache":
        with np.load(path) as arrays:
            return Cache(dict(arrays))

    def save(self, path: Path) -> None:
        np.savez(path, **self.arrays)


def seen_in(rows: list[dict]) -> tuple[set[str], set[str]]:
    return {r["carrier"] for r in rows if has_words(r.get("carrier"))}, {t for r in rows for t in r.get("titles") or ()}


def choose_training(rows: list[dict], templates_only: bool, most: int | None) -> list[dict]:
    kept = [r for r in rows if not (templates_only and r.get("source"))]
    return random.Random(0).sample(kept, most) if most is not None and most < len(kept) else kept


def has_words(carrier: str | None) -> bool:
    """A carrier of slots alone ("<title> <due>") is shared by everybody and says nothing."""
    return bool(carrier) and any(w.isalpha() for w in carrier.replace("{", "<").replace("}", ">").split() if "<" not in w)


def keep_apart(rows: dict[str, list[dict]], dropped: Counter[str]) -> None:
    """Removes from training what any measured row shares with it: sources meet here for the first time."""
    measured = [r for split, kept in rows.items() if split != "train" for r in kept]
    carriers, titles = seen_in(measured)
    before = rows["train"]
    clash = lambda r: (r.get("carrier") in carriers and "carrier") or (any(t in titles for t in r.get("titles") or ()) and "title")
    rows["train"] = []
    for row in before:
        why = clash(row)
        if why:
            dropped[f"train row shares a {why} with a measured one ({family(row)})"] += 1
        else:
            rows["train"].append(row)
    seen_carriers, seen_titles = seen_in(rows["train"])
    assert not seen_carriers & carriers and not seen_titles & titles


def family(row: dict) -> str:
    return str(row.get("source") or "generated")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=Path, nargs="*", help="row files; by default the public sets and build/gen*")
    parser.add_argument("--public", type=int, default=2, help="how often a public training row counts")
    parser.add_argument("--out", type=Path, default=BUILD / "cache")
    parser.add_argument("--most", type=int, help="at most this many training rows, drawn at random")
    ablations = parser.add_argument_group("ablations")
    ablations.add_argument("--templates-only", action="store_true", help="no public row in training; what is measured stays")
    ablations.add_argument("--without-state", action="store_true", help="sources without their state, the sentence before stays")
    ablations.add_argument("--whole-vocabulary", action="store_true", help="MiniLM's 30,522 pieces instead of the pruned ones")
    args = parser.parse_args()
    paths = args.rows or sorted(DATA.glob("public*.jsonl.gz")) + sorted(BUILD.glob("gen*.jsonl*"))
    contract = load_contract()
    pieces = Pieces(full_vocabulary()) if args.whole_vocabulary else Pieces.load(MODEL_FOLDER / "tokenizer.json")
    dropped: Counter[str] = Counter()
    rows: dict[str, list[dict]] = {"train": [], "dev": []}
    for row in read_rows(paths):
        rows.setdefault(row.get("split", "train"), []).append({**row, "state": None} if args.without_state else row)
    keep_apart(rows, dropped)
    rows["train"] = choose_training(rows["train"], args.templates_only, args.most)
    args.out.mkdir(parents=True, exist_ok=True)
    for split, kept in rows.items():
        examples, raw = [], []
        if split == "train":
            kept = kept + [r for r in kept if r.get("source")] * (args.public - 1)
        for row in kept:
            try:
                examples.append(tokenise(without_idle_lists(row) if split == "train" else row, contract, pieces))
                raw.append(row)
            except (InputTooLong, Unlearnable) as error:
                dropped[f"{split}: " + ("more than 64 pieces" if isinstance(error, InputTooLong) else str(error))] += 1
        Cache.of(examples).save(args.out / f"{split}.npz")
        if split != "train":
            (args.out / f"{split}.jsonl").write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in raw))
        report(split, raw, examples)
    (args.out / "contract-tokens.json").write_text(json.dumps(contract.to_json(pieces.size)))
    (args.out / "vocabulary.json").write_text(json.dumps(pieces.rows))
    for why, n in dropped.most_common():
        print(f"dropped {n}: {why}", file=sys.stderr)


def report(split: str, rows: list[dict], examples: list[Example]) -> None:
    sources = Counter(family(r) for r in rows)
    mean = lambda values: sum(values) / max(1, len(examples))
    print(f"{split}: {len(rows)} rows ({', '.join(f'{k} {n}' for k, n in sources.most_common())}); "
          f"source {mean(len(e.source) for e in examples):.1f} rows, target {mean(len(e.target) for e in examples):.1f} tokens", file=sys.stderr)


if __name__ == "__main__":
    main()
