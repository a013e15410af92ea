"""A sample of the training rows for the app's page "Data": public/data/training-rows.json.

    python -m training.guard.prepare && python -m training.guard.sample

Rows of the train halves only, drawn by seed: of the guard's written acts and public sets, and of the agent's public sets.
Each row says where it comes from; the file names each source's licence and credit, and is CC BY-SA 4.0 as a whole.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

from .generate.acts import HEADS
from .prepare import BUILD, DATA, HERE, read_jsonl

OUT = HERE.parents[1] / "public/data/training-rows.json"
AGENT = HERE.parent / "agent/data"
MOST_BYTES = 1_000_000
SIGNS = {True: "y", False: "n", None: "?"}
SOURCES = {  # name: licence, credit
    "generator": ("CC BY-SA 4.0", "Errand: written acts and titles"),
    "clinc150": ("CC BY 3.0", "Larson et al. 2019, clinc/oos-eval"),
    "hwu64": ("CC BY 4.0", "Liu et al. 2019, NLU-Evaluation-Data"),
    "slurp": ("CC BY 4.0", "Bastianelli et al. 2020, text only"),
    "safetext": ("MIT", "Levy et al. 2022"),
    "taskbench": ("Apache-2.0 / MIT", "Shen et al. 2023"),
    "harmful_questions": ("Apache-2.0", "Bhardwaj and Poria 2023"),
    "metatool": ("MIT", "Huang et al. 2024"),
    "privacylens": ("MIT", "Shao et al. 2024"),
    "snips": ("CC0", "Coucke et al. 2018"),
    "banking77": ("CC BY 4.0", "Casanueva et al. 2020"),
    "self_instruct": ("Apache-2.0", "Wang et al. 2023"),
    "ailuminate": ("CC BY 4.0", "MLCommons"),
    "advbench": ("MIT", "Zou et al. 2023"),
    "scary_but_benign": ("MIT", "PurpleLlama"),
    "risky_commands": ("CC BY 4.0", "Guo et al. 2024"),
    "schuster": ("CC BY-SA 4.0", "Schuster et al. 2019"),
    "selfaware": ("CC BY-SA 4.0", "Yin et al. 2023"),
    "smcalflow": ("CC BY-SA 4.0", "Semantic Machines et al. 2020"),
    "sgd": ("CC BY-SA 4.0", "Rastogi et al. 2020"),
    "todo_task": ("MIT", "Landes and Di Eugenio 2018"),
    "home_assistant": ("CC BY 4.0", "Home Assistant contributors"),
    "bfcl": ("Apache-2.0", "Patil et al., Berkeley Function-Calling Leaderboard"),
    "reference_agent": ("MIT", "AswaniSahoo/llama-task-agent"),
}


def draw(rows: list[dict], most: int, rng: random.Random) -> list[dict]:
    """At most so many, a source's share by the root of its size: the small ones are to be seen too."""
    by_source: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        by_source[row["source"]].append(row)
    roots = {name: len(part) ** 0.5 for name, part in by_source.items()}
    drawn = []
    for name, part in sorted(by_source.items()):
        drawn += rng.sample(part, min(len(part), round(most * roots[name] / sum(roots.values()))))
    return drawn


def heads_code(row: dict) -> str:
    return "".join(SIGNS[None if row[h] is None else bool(row[h])] for h in HEADS)


def guard_rows(most: int, rng: random.Random) -> list[dict]:
    rows = [r for path in (BUILD / "generated.jsonl", DATA / "public.jsonl.gz", DATA / "public-sharealike.jsonl.gz") for r in read_jsonl(path)]
    drawn = draw([r for r in rows if r["split"] == "train"], most, rng)
    return [{"text": r["text"], "source": r["source"], "category": r["category"] or r["source"], "labelSource": r["label_source"],
             "risk": r["risk"], "heads": heads_code(r)} for r in drawn]


def agent_rows(most: int, rng: random.Random) -> list[dict]:
    rows = [r for name in ("public", "public-sharealike") for r in read_jsonl(AGENT / f"{name}.jsonl.gz")]
    drawn = draw([r for r in rows if r["split"] == "train"], most, rng)
    return [{"text": r["text"], "source": r["source"], "category": tools_of(r), "labelSource": r["label_source"]} for r in drawn]


def tools_of(row: dict) -> str:
    return " + ".join(sorted({call["tool"] for call in row["target"].get("calls", [])})) or "no tool"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--guard", type=int, default=2400)
    parser.add_argument("--agent", type=int, default=1200)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    guard, agent = guard_rows(args.guard, rng), agent_rows(args.agent, rng)
    for rows in (guard, agent):
        rng.shuffle(rows)  # the page judges the first few hundred first
    used = sorted({r["source"] for r in guard + agent})
    content = {"licence": "CC BY-SA 4.0", "sources": {name: {"licence": SOURCES[name][0], "credit": SOURCES[name][1]} for name in used},
               "guard": guard, "agent": agent}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    assert len(text.encode()) <= MOST_BYTES, f"{len(text.encode())} bytes"
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(text, encoding="utf-8")
    print(len(guard), "guard rows,", len(agent), "agent rows,", len(text.encode()), "bytes")


if __name__ == "__main__":
    main()
