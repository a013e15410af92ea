"""The Lab's rounds as conversations: the role's prompt and what was asked in; the script out.

    python -m training.llm.lab_rows --rounds DIR/rounds.jsonl … --out training/llm/build/lab.jsonl

Each finished run of the Lab exports `rounds.jsonl`. A script that ran and won is an answer to learn. One that failed is never
an answer: it stands in the question, with what came of it, before the next script of the same run that won (Reflexion's
memory). `lora.py --conversations` takes the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

SYSTEM = "You write Python for a table. Answer with <analysis> of one sentence and <code> with the whole script, and nothing else."
LONGEST_ERROR = 600
FIELDS = {"instruction": str, "code": str, "metric": str, "accepted": bool, "reflection": str}


def read_round(line: str) -> dict | None:
    """{"instruction", "code", "score", "metric", "accepted", "reflection", "error"?}, or None where it is anything else."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError:
        return None
    if not isinstance(row, dict) or any(not isinstance(row.get(name), kind) for name, kind in FIELDS.items()):
        return None
    score = row.get("score")
    is_score = score is None or (isinstance(score, (int, float)) and not isinstance(score, bool))
    # A script that did not run to its end cannot have won.
    if not is_score or (row["accepted"] and score is None) or "</code>" in row["code"]:
        return None
    return row


def remembered(row: dict) -> str:
    error = "\n" + row["error"][-LONGEST_ERROR:] if isinstance(row.get("error"), str) else ""
    idea = row["instruction"].rsplit("Idea: ", 1)[-1]
    return f"Tried before: {idea}\n{row['reflection']}{error}"


def conversations(lines: Iterable[str]) -> tuple[list[list[dict]], list[int]]:
    """Of one run: a conversation for each script that won, and the numbers of the lines that are no rounds."""
    made, bad, memory = [], [], []
    for index, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row = read_round(line)
        if row is None:
            bad.append(index)
        elif row["accepted"]:
            idea = row["instruction"].rsplit("Idea: ", 1)[-1]
            made.append([
                {"role": "system", "content": SYSTEM},
                {"role": "user", "content": "\n\n".join([row["instruction"], *memory])},
                {"role": "assistant", "content": f"<analysis>\n{idea}\n</analysis>\n<code>\n{row['code'].strip()}\n</code>"},
            ])
            memory = []
        else:
            memory = [*memory, remembered(row)][-4:]
    return made, bad


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    written, wrong = 0, 0
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w") as file:
        for path in args.rounds:
            made, bad = conversations(path.read_text().splitlines())
            for index in bad:
                print(f"{path}:{index} is no round of the Lab and was left out.", file=sys.stderr)
            for messages in made:
                file.write(json.dumps({"messages": messages}, ensure_ascii=False) + "\n")
            written, wrong = written + len(made), wrong + len(bad)
    print(f"{written} conversations in {args.out}")
    raise SystemExit(1 if wrong or not written else 0)


if __name__ == "__main__":
    main()
