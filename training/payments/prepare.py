"""Turns the oracle's trajectories into tokenised caches, and into role-based conversations.

    npx tsx headless/payments-trajectories.ts --split train --each 210 --mistakes 0.3 --out training/payments/build/train.jsonl
    npx tsx headless/payments-trajectories.ts --split dev --each 6 --from 900 --mistakes 0.3 --out training/payments/build/dev.jsonl
    python -m training.payments.prepare
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from pathlib import Path

from ..agent.prepare import Cache, Example
from ..agent.source import Pieces
from ..agent.vocabulary import MODEL_FOLDER
from .contract import load_contract
from .source import Unreadable, build_source
from .rename import Renamer
from .target import write_target

BUILD = Path(__file__).parent / "build"


def tokenise(row: dict, contract, pieces: Pieces) -> Example:
    source = build_source(row, contract, pieces)
    target = write_target(row["step"], contract, source)
    return Example(source.ids, max((w.last for w in source.words), default=0), target, [1] * len(target))


# Of steps that are the same in every errand, and of rows dealt with one after another, a part is enough to learn from.
KEPT = {"supervisor.show_passwords": 0.15, "wallet.login": 0.15, "phone.login": 0.3, "files.login": 0.3,
        "supervisor.complete_task": 0.5, "wallet.show_cards": 0.6, "supervisor.show_date": 0.6}
KEPT_LATER = {"wallet.remind", "wallet.approve_request", "wallet.deny_request"}


def is_taught(row: dict) -> bool:
    """False of a mistake that was made to be put right: the steps after it remember it, and nobody is to learn it."""
    return row.get("taught", True)


def is_kept(row: dict, routine: float = 1.0) -> bool:
    """`routine`: what is left of those shares, for a model that goes on and knows these steps already."""
    step, past = row["step"], row["past"]
    if row.get("recovering"):
        return True
    share = 0.6 if step["call"] in KEPT_LATER and past and past[-1]["call"] == step["call"] else KEPT.get(step["call"], 1.0)
    if step["call"] == "supervisor.show_passwords" and past:
        share = 1.0  # whether the phone or the files are needed is a decision
    return random.Random(f"{row['id']}/{len(past)}").random() < (share if share == 1.0 else share * routine)


def conversations(rows: list[dict]) -> list[dict]:
    """The other form: one conversation an errand, the person's words first, observations as the environment's."""
    talks: dict[str, list[dict]] = {}
    for row in rows:
        talk = talks.setdefault(row["id"], [{"role": "user", "content": row["instruction"]}])
        if row["observation"]:
            talk.append({"role": "environment", "content": row["observation"]})
        said = {"role": "assistant", "content": json.dumps(row["step"], ensure_ascii=False)}
        talk.append(said if is_taught(row) else {**said, "weight": 0})
    return [{"id": key, "messages": talk} for key, talk in talks.items()]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, nargs="+", default=[BUILD / "train.jsonl"])
    parser.add_argument("--dev", type=Path, nargs="+", default=[BUILD / "dev.jsonl"])
    parser.add_argument("--out", type=Path, default=BUILD / "cache")
    parser.add_argument("--routine", type=float, default=1.0)
    parser.add_argument("--renamed", type=float, default=0.0, help="the share of training errands whose people get made-up names (rename.py)")
    args = parser.parse_args()
    contract, pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
    args.out.mkdir(parents=True, exist_ok=True)
    renamer = Renamer([p for p in pieces.rows if p.isalpha() and p.isascii()])
    for split, files in (("train", args.train), ("dev", args.dev)):
        lines = [line for file in files for line in file.read_text().splitlines()]
        rows = [json.loads(line) for line in lines if line.endswith("}")]
        examples, dropped = [], Counter()
        for row in rows:
            if not is_taught(row) or (split == "train" and not is_kept(row, args.routine)):
                continue
            try:
                renamed = split == "train" and random.Random(f"{row['id']}/names").random() < args.renamed
                examples.append(tokenise(renamer.rename(row) if renamed else row, contract, pieces))
            except Unreadable as error:
                dropped[f"{row['intent']}/{row['difficulty']} {row['step']['call']}: {str(error)[:40]}"] += 1
        Cache.of(examples).save(args.out / f"{split}.npz")
        (args.out / f"{split}-conversations.jsonl").write_text(
            "".join(json.dumps(talk, ensure_ascii=False) + "\n" for talk in conversations(rows)))
        mean = lambda name: sum(len(getattr(e, name)) for e in examples) / max(1, len(examples))
        print(f"{split}: {len(examples)} rows, source {mean('source'):.1f}, target {mean('target'):.1f}; "
              f"dropped {sum(dropped.values())}: {dict(dropped.most_common(8))}", file=sys.stderr)
    (args.out / "contract-tokens.json").write_text(json.dumps(contract.to_json(pieces.size)))
    (args.out / "vocabulary.json").write_text(json.dumps(pieces.rows))


if __name__ == "__main__":
    main()
