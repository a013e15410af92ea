"""The actor's output tokens, numbered from `contract.json` (written by `npm run contract` from the vocabulary in src/sandbox).

    python -m training.payments.contract            # prints the tokens, one a line
"""

from __future__ import annotations

import json
from pathlib import Path

from ..agent.contract import Contract, Token

HERE = Path(__file__).parent
COPY = 128  # source indices 1 … 128 can be copied: the instruction, then the observation
CONTROL = ["<s>", "</s>", "<safe>", "<unsafe>", "<ran>"]


def load_contract(path: Path = HERE / "contract.json") -> Contract:
    raw = json.loads(path.read_text())
    args = [a for c in raw["calls"] for a in c["args"]]
    unique = lambda values: list(dict.fromkeys(values))
    rows = [(c, "control", c) for c in CONTROL]
    rows += [(f"<{c['name']}>", "tool", c["name"]) for c in raw["calls"]]
    rows += [(f"<{n}=>", "argument", n) for n in unique(a["name"] for a in args)]
    rows += [(f'<"{v}">', "enum", v) for v in unique(v for a in args for v in a.get("values", ()))]
    rows += [(f"</ {w}>", "word", w) for w in raw["divisions"]]
    rows += [(f"<{n}>", "number", str(n)) for n in raw["numbers"]]
    rows += [(f"<seen {i}>", "phrase", f"seen {i}") for i in raw["seen"]]
    rows += [(f"<think {i}>", "phrase", f"think {i}") for i in raw["thoughts"]]
    return Contract({}, {}, [Token(i, *row) for i, row in enumerate(rows)], COPY)


if __name__ == "__main__":
    for token in load_contract().tokens:
        print(token.id, token.token, token.kind, token.text, sep="\t")
