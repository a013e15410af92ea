"""SLURP, text only: spoken home-assistant commands (CC BY 4.0). Same scheme as HWU64, whose repeats are dropped first."""

from __future__ import annotations

import re
from pathlib import Path

from .common import Report, read_jsonl
from .hwu64 import convert_all


def norm(text: str) -> str:
    return re.sub(r"[^a-z0-9 ]", "", text.lower().replace("'", "")).strip()


def rows(data: Path, report: Report):
    known = {norm(r["text"]) for r in read_jsonl(data / "hwu64_train.jsonl")}
    fresh = []
    for raw in read_jsonl(data / "sources" / "slurp_dev.jsonl"):
        key = norm(raw["text"])
        if key in known:
            report.drop("repeats HWU64", raw["text"])
            continue
        known.add(key)
        fresh.append(raw)
    yield from convert_all(fresh, report)
