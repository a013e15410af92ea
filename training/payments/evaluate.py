"""Which dev steps a checkpoint gets right as a whole, given the right steps before them, and where the others go wrong.

    python -m training.payments.evaluate --checkpoint training/payments/build/sft/last.pt --most 600 --show 30

Greedy decoding without the grammar's mask: a step counts only if each of its tokens is the likeliest of all.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

import torch

from ..agent.checkpoint import load_model
from ..agent.train import make_batch, target_scores
from .contract import load_contract
from .prepare import BUILD, is_taught, tokenise
from .source import Unreadable


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--rows", type=Path, default=BUILD / "dev.jsonl")
    parser.add_argument("--most", type=int, default=600)
    parser.add_argument("--show", type=int, default=0, help="so many of the wrong steps")
    parser.add_argument("--last", action="store_true", help="the last weights in place of their mean")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, _, pieces, trained = load_model(args.checkpoint, averaged=not args.last)
    contract = load_contract()
    lines = args.rows.read_text().splitlines()
    rows = [row for row in map(json.loads, lines[:: max(1, len(lines) // args.most)]) if is_taught(row)]
    examples = []
    for row in rows:
        try:
            examples.append((row, tokenise(row, contract, pieces)))
        except Unreadable:
            pass
    examples.sort(key=lambda pair: len(pair[1].source) + len(pair[1].target))
    asked, right, first_wrong, shown = Counter(), Counter(), Counter(), 0
    name = lambda token: contract.tokens[token].token if token < contract.size else f"copy {token - contract.size + 1}"
    for at in range(0, len(examples), 32):
        part = examples[at: at + 32]
        batch = make_batch([example for _, example in part], contract, pieces)
        best = target_scores(model, batch).argmax(-1)
        for (row, example), tokens in zip(part, best.tolist()):
            keys = ("all", row["intent"], f"difficulty {row['difficulty']}", *(["recovering"] if row.get("recovering") else []))
            wrong = [i for i, token in enumerate(example.target) if tokens[i] != token]
            for key in keys:
                asked[key] += 1
                right[key] += not wrong
            if wrong:
                i = wrong[0]
                before = next((name(t) for t in reversed(example.target[:i]) if t < contract.size), "")
                kind = contract.kind(example.target[i])
                first_wrong[f"{kind} after {before}"] += 1
                if shown < args.show:
                    shown += 1
                    print(json.dumps({"intent": row["intent"], "difficulty": row["difficulty"], "said": row["instruction"], "observed": row["observation"],
                                      "past": [p["call"] for p in row["past"]], "wanted": [name(t) for t in example.target[i:]],
                                      "got": name(tokens[i])}, ensure_ascii=False))
    print(f"{trained['rows_seen']} rows seen", file=sys.stderr)
    for key in asked:
        print(f"{key}: {right[key] / asked[key]:.3f} of {asked[key]}", file=sys.stderr)
    print("first wrong token:", dict(first_wrong.most_common(12)), file=sys.stderr)


if __name__ == "__main__":
    main()
