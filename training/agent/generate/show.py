"""Prints rows as a person can judge them: the sentence, what came before, the calls with their words.

    python -m training.agent.generate.show FILE.jsonl [--n 100] [--seed 1] [--tool add_task] [--kind previous]
"""

from __future__ import annotations

import argparse
import json
import random


def words_of(parts, row):
    out = []
    for p in parts:
        if "span" in p:
            out.append(row["text"][p["span"][0]:p["span"][1]])
        elif "previous" in p:
            out.append("^" + row["previous"][p["previous"][0]:p["previous"][1]])
        else:
            out.append(f"@{p['word']}")
    return " + ".join(out)


def plain(value, row):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}={plain(v, row)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        if value and isinstance(value[0], list):
            return "[" + "; ".join(words_of(v, row) for v in value) + "]"
        return f"‹{words_of(value, row)}›"
    return str(value)


def line(row):
    t = row["target"]
    said = repr(row["text"])[1:-1]
    if "final" in t:
        out = "FINAL " + " ".join(t["final"])
    else:
        out = " ; ".join(c["tool"] + "(" + ", ".join(f"{k}={plain(v, row)}" for k, v in c["args"].items()) + ")" for c in t["calls"])
    s = row["state"]
    before = f"\n    before: {row['previous']!r} {s['ended']} {','.join(s['tools'])} {s['listed'] if s['listed'] is not None else ''}" if row["previous"] else ""
    tasks = f"\n    tasks: {s['tasks']}" if s["tasks"] else ""
    return f"{said}\n    => {out}{before}{tasks}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file")
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tool")
    parser.add_argument("--final", action="store_true")
    parser.add_argument("--has", help="text that the target must hold")
    args = parser.parse_args()
    rows = [json.loads(x) for x in open(args.file, encoding="utf-8")]
    if args.tool:
        rows = [r for r in rows if any(c["tool"] == args.tool for c in r["target"].get("calls", []))]
    if args.final:
        rows = [r for r in rows if "final" in r["target"]]
    if args.has:
        rows = [r for r in rows if args.has in json.dumps(r["target"])]
    for row in random.Random(args.seed).sample(rows, min(args.n, len(rows))):
        print(line(row))


if __name__ == "__main__":
    main()
