"""Requests written by hand for training: `data/written/*.jsonl`, in the format of the hand-written sets (data/hand/README.md), without ids.

    python -m training.guard.written            # counts, and what is left out

Never used for a figure. One row in twelve, by the hash of its text, is kept apart to choose by. Rows that come too near dev or dev2, or whose words
are a row of the test, are left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from functools import lru_cache
from pathlib import Path

from ..plain_words import plain
from .generate.acts import HEADS
from .near import too_near

HERE = Path(__file__).parent
WRITTEN, TEST = HERE / "data" / "written", HERE / "data" / "hand" / "test.jsonl"
RISKS = {"Low": "L", "Medium": "M", "High": "H"}
APART = 1 / 12


@lru_cache(maxsize=1)
def tested() -> frozenset[str]:
    return frozenset(plain(json.loads(line)["text"]) for line in TEST.read_text(encoding="utf-8").split("\n") if line.strip())


def check(line: str, where: str) -> dict:
    """A row for training; raises ValueError naming the line that does not fit."""
    try:
        raw = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: not JSON: {error}") from None
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str) or not raw["text"].strip():
        raise ValueError(f"{where}: no text")
    if raw.get("risk") not in RISKS or not all(isinstance(raw.get(h), bool) for h in HEADS):
        raise ValueError(f"{where}: risk is Low, Medium or High, and each head true or false")
    return {"text": raw["text"].strip(), "source": "written", "category": str(raw.get("kind", "")), "group": plain(raw["text"]), "label_source": "hand",
            "risk": RISKS[raw["risk"]], **{h: raw[h] for h in HEADS}}


def read_written(digest) -> list[dict]:
    """All rows that may be trained on or chosen by; `digest(text)` in 0 … 1 decides which."""
    rows: dict[str, dict] = {}
    for path in sorted(WRITTEN.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if line.strip():
                row = check(line, f"{path.name}:{number}")
                rows[row["group"]] = row | {"split": "dev" if digest(row["group"]) < APART else "train"}
    return [r for key, r in rows.items() if key not in tested() and not too_near(r["text"])]


def main() -> None:
    from .prepare import digest

    rows = read_written(digest)
    print(len(rows), "rows", Counter(r["split"] for r in rows), Counter(r["category"] for r in rows), file=sys.stderr)


if __name__ == "__main__":
    main()
