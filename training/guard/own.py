"""Rows that a person labelled on the app's page "Data" and exported: read, checked, and taken into training.

    python -m training.guard.prepare --own FILE.jsonl

A line: {"text", "source": "own", "category", "group", "label_source": "person", "risk": "L" | "M" | "H", and the five heads, each
true, false or null}. What does not fit is refused with its line number: nothing half-read is ever trained on.
"""

from __future__ import annotations

import json
from pathlib import Path

from .generate.acts import HEADS

FIELDS = {"text", "source", "category", "group", "label_source", "risk", *HEADS}
MAX_CHARACTERS = 2000


def read_own(path: Path) -> list[dict]:
    """Rows for training, the last label of a text winning; raises ValueError naming the line that does not fit."""
    rows: dict[str, dict] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            row = check(line, f"{path.name}:{number}")
            rows[row["text"].lower()] = row | {"split": "train"}
    return list(rows.values())


def check(line: str, where: str) -> dict:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: not JSON: {error}") from None
    if not isinstance(row, dict) or set(row) != FIELDS:
        raise ValueError(f"{where}: the fields must be {', '.join(sorted(FIELDS))}")
    if row["source"] != "own" or not all(isinstance(row[f], str) for f in ("text", "category", "group", "label_source")):
        raise ValueError(f"{where}: source must be \"own\", and text, category, group and label_source strings")
    if not 0 < len(row["text"].strip()) <= MAX_CHARACTERS:
        raise ValueError(f"{where}: a text has 1 to {MAX_CHARACTERS} characters")
    if row["risk"] not in ("L", "M", "H"):
        raise ValueError(f"{where}: risk must be L, M or H")
    if not all(row[h] is None or isinstance(row[h], bool) for h in HEADS):
        raise ValueError(f"{where}: each head must be true, false or null")
    return row
