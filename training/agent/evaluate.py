"""Scores a checkpoint or the exported graph on measured rows: greedy decoding with the grammar's mask.

    python -m training.agent.evaluate --checkpoint training/agent/build/run/last.pt --rows training/agent/build/cache/dev.jsonl
    python -m training.agent.evaluate --onnx public/models/errand-agent/model.onnx --rows … --out training/agent/build/eval.json
    python -m training.agent.evaluate --checkpoint … --beside public/models/errand-agent/model.onnx     # what int8 costs

The metrics are those of the evaluation data, on the person's words: a due is right when its words are (resolving
dates is the app's). Title: case-folded, a leading article and end punctuation dropped.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import torch

from .checkpoint import load_model
from .contract import Contract, contract_with_tokens
from .decode import Decoded, OnnxRunner, Runner, TorchRunner, beam_decode, decode
from .prepare import family, read_rows
from .source import InputTooLong, Pieces, State, build_source
from .target import Malformed, Unlearnable, read_tokens, write_target
from .vocabulary import BUILD, MODEL_FOLDER

TITLES = ("title", "task", "text", "name", "topic", "filter")
COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def normalise(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().casefold()
    text = re.sub(r"^(?:the|a|an|my)\s+", "", text)
    return re.sub(r"[\s.,;:!?]+$", "", text)


def same(gold: object, ours: object) -> bool:
    if isinstance(gold, str) and isinstance(ours, str):
        return normalise(gold) == normalise(ours)
    if isinstance(gold, list) and isinstance(ours, list):
        return sorted(map(normalise, gold)) == sorted(map(normalise, ours))
    if isinstance(gold, dict) and isinstance(ours, dict):
        return gold.keys() == ours.keys() and all(same(gold[k], ours[k]) for k in gold)
    return gold == ours


def named(call: dict) -> object:
    """What a call is about: its title, task, text, name or filter."""
    return next((call["args"][k] for k in TITLES if k in call["args"]), None)


def pair_calls(gold: list[dict], ours: list[dict]) -> list[tuple[dict, dict | None]]:
    """Each gold call with the call of ours that suits it best: same tool first, then title, then the rest."""
    fits = lambda g, o: (g["tool"] == o["tool"]) * 100 + same(named(g), named(o)) * 10 + sum(same(v, o["args"].get(k)) for k, v in g["args"].items())
    scored = sorted(((fits(g, o), -i, -j) for i, g in enumerate(gold) for j, o in enumerate(ours)), reverse=True)
    mate: dict[int, int] = {}
    for score, i, j in scored:
        if -i not in mate and -j not in mate.values() and score > 0:
            mate[-i] = -j
    return [(g, ours[mate[i]] if i in mate else None) for i, g in enumerate(gold)]


@dataclass
class Judgement:
    valid: bool = False
    tool: bool = False
    titles: list[bool] = field(default_factory=list)
    dates: list[bool] = field(default_factory=list)
    exact: bool = False
    phrases: bool | None = None


def judge(gold: dict, ours: dict | None, masked: set[str]) -> Judgement:
    """`gold` and `ours`: {"calls": […], "phrases": […]}; None where the answer did not parse."""
    if ours is None:
        return Judgement()
    result = Judgement(valid=True)
    result.tool = Counter(c["tool"] for c in gold["calls"]) == Counter(c["tool"] for c in ours["calls"])
    pairs = pair_calls(gold["calls"], ours["calls"])
    exact = result.tool
    for mine, other in pairs:
        given = other["args"] if other and other["tool"] == mine["tool"] else {}
        if named(mine) is not None:
            result.titles.append(bool(given) and same(named(mine), named(other)))
        for key in ("due", "at"):
            if key in mine["args"] and key not in masked:
                result.dates.append(same(mine["args"][key], given.get(key)))
        keys = (set(mine["args"]) | set(given)) - masked
        exact &= all(same(mine["args"].get(k), given.get(k)) for k in keys)
    if not gold["calls"]:
        asks = lambda phrases: bool(phrases) and phrases[-1].endswith("?")
        exact &= asks(gold["phrases"]) == asks(ours["phrases"])
        result.phrases = gold["phrases"] == ours["phrases"]
    result.exact = exact
    return result


# Running ------------------------------------------------------------------------------------------------------------


def answer(runner: Runner, row: dict, contract: Contract, pieces: Pieces, masked: bool, beam: int = 0) -> tuple[dict | None, Decoded]:
    source = build_source(row["text"], row.get("previous"), State.from_json(row.get("state")), contract, pieces)
    decoded = beam_decode(runner, source, contract, pieces.size, beam) if beam else decode(runner, source, contract, pieces.size, masked)
    try:
        read = read_tokens(decoded.tokens, contract, source)
    except Malformed:
        return None, decoded
    return {"calls": read.calls, "phrases": read.phrases}, decoded


def gold_of(row: dict, contract: Contract, pieces: Pieces) -> dict:
    source = build_source(row["text"], row.get("previous"), State.from_json(row.get("state")), contract, pieces)
    read = read_tokens([s.token for s in write_target(row["target"], contract, source)], contract, source)
    return {"calls": read.calls, "phrases": read.phrases}


def evaluate(runner: Runner, rows: list[dict], contract: Contract, pieces: Pieces, masked: bool = True, beam: int = 0) -> list[dict]:
    results = []
    for number, row in enumerate(rows):
        try:
            gold = gold_of(row, contract, pieces)
        except (Unlearnable, InputTooLong):
            continue
        ours, decoded = answer(runner, row, contract, pieces, masked, beam)
        verdict = judge(gold, ours, set(row.get("mask") or ()))
        results.append({"row": row, "gold": gold, "ours": ours, "confidence": decoded.confidence, "doubt": decoded.doubt,
                        "tokens": decoded.tokens, "verdict": verdict})
        if number % 500 == 499:
            print(f"  {number + 1} rows, exact so far {share(r['verdict'].exact for r in results)}", file=sys.stderr, flush=True)
    return results


def share(values) -> float | None:
    values = list(values)
    return round(sum(values) / len(values), 4) if values else None


def summary(results: list[dict]) -> dict:
    verdicts = [r["verdict"] for r in results]
    return {
        "n": len(results), "valid": share(v.valid for v in verdicts), "tool": share(v.tool for v in verdicts),
        "title": share(t for v in verdicts for t in v.titles), "due": share(d for v in verdicts for d in v.dates),
        "exact": share(v.exact for v in verdicts), "phrases": share(v.phrases for v in verdicts if v.phrases is not None),
    }


def kind_of(result: dict) -> str:
    calls = result["gold"]["calls"]
    if not calls:
        return "ask" if result["gold"]["phrases"][-1].endswith("?") else "final"
    return "one call" if len(calls) == 1 else "several calls"


def grouped(results: list[dict], key) -> dict[str, dict]:
    groups: dict[str, list[dict]] = defaultdict(list)
    for r in results:
        for k in key(r):
            groups[k].append(r)
    return {k: summary(v) for k, v in sorted(groups.items(), key=lambda kv: -len(kv[1]))}


def risk_coverage(results: list[dict]) -> dict:
    ranked = sorted(results, key=lambda r: -r["confidence"])
    table = {str(c): share(r["verdict"].exact for r in ranked[: max(1, int(len(ranked) * c))]) for c in COVERAGES}
    wrong = [r for r in results if not r["verdict"].exact]
    floors = {str(f): {"below": share(r["confidence"] < f for r in results), "of wrong": share(r["confidence"] < f for r in wrong),
                       "exact above": share(r["verdict"].exact for r in results if r["confidence"] >= f)} for f in (0.5, 0.7, 0.8, 0.9, 0.95)}
    return {"exact at coverage": table, "floor": floors}


def tools_of(result: dict) -> list[str]:
    return sorted({c["tool"] for c in result["gold"]["calls"]}) or ["(none)"]


def report(results: list[dict]) -> dict:
    return {
        "all": summary(results), "by kind": grouped(results, lambda r: [kind_of(r)]),
        "by source": grouped(results, lambda r: [family(r["row"])]),
        "by label source": grouped(results, lambda r: [str(r["row"].get("label_source") or r["row"].get("kind"))]),
        "by data kind": grouped(results, lambda r: [str(r["row"].get("kind"))]),
        "by tool": grouped(results, tools_of),
        "by lines": grouped(results, lambda r: ["several lines" if "\n" in r["row"]["text"] else "one line"]),
        "with previous": grouped(results, lambda r: ["follow-up" if r["row"].get("previous") else "first"]),
        "confidence": risk_coverage(results),
    }


def write_failures(results: list[dict], path: Path) -> None:
    with open(path, "w", encoding="utf-8") as out:
        for r in sorted(results, key=lambda r: r["confidence"], reverse=True):
            if not r["verdict"].exact:
                line = {"text": r["row"]["text"], "previous": r["row"].get("previous"), "gold": r["gold"]["calls"] or r["gold"]["phrases"],
                        "ours": r["ours"] and (r["ours"]["calls"] or r["ours"]["phrases"]), "confidence": round(r["confidence"], 3),
                        "source": family(r["row"]), "kind": r["row"].get("kind")}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")


def agreement(ours: list[dict], theirs: list[dict]) -> dict:
    """How far two runners answer alike, row by row: the int8 graph beside PyTorch."""
    pairs = list(zip(ours, theirs, strict=True))
    return {
        "same tokens": share(a["tokens"] == b["tokens"] for a, b in pairs), "exact": summary(ours)["exact"], "exact of the other": summary(theirs)["exact"],
        "lost": sum(b["verdict"].exact and not a["verdict"].exact for a, b in pairs),
        "won": sum(a["verdict"].exact and not b["verdict"].exact for a, b in pairs),
        "mean difference of confidence": round(sum(abs(a["confidence"] - b["confidence"]) for a, b in pairs) / max(1, len(pairs)), 4),
    }


def open_exported(path: Path) -> tuple[OnnxRunner, Contract, Pieces]:
    contract = contract_with_tokens(json.loads((path.parent / "contract-tokens.json").read_text())["tokens"])
    return OnnxRunner(str(path)), contract, Pieces.load(path.parent / "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--onnx", type=Path, default=MODEL_FOLDER / "model.onnx")
    parser.add_argument("--rows", type=Path, nargs="+", default=[BUILD / "cache/dev.jsonl"])
    parser.add_argument("--most", type=int, default=1500, help="at most this many rows, evenly taken")
    parser.add_argument("--unmasked", type=int, default=200, help="rows decoded once more with the mask off")
    parser.add_argument("--beside", type=Path, help="a graph that answers the same rows, to compare with")
    parser.add_argument("--beam", type=int, default=0, help="answers kept side by side; 0 decodes greedily, as the app does")
    parser.add_argument("--out", type=Path, default=BUILD / "eval.json")
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.checkpoint:
        model, contract, pieces, _ = load_model(args.checkpoint)
        runner: Runner = TorchRunner(model)
    else:
        runner, contract, pieces = open_exported(args.onnx)
    rows = list(read_rows(args.rows))
    rows = rows[:: max(1, -(-len(rows) // args.most))]
    results = evaluate(runner, rows, contract, pieces, beam=args.beam)
    found = report(results)
    free = evaluate(runner, rows[:: max(1, len(rows) // max(1, args.unmasked))], contract, pieces, masked=False)
    found["valid with the mask off"] = summary(free)["valid"]
    if args.beside:
        other = evaluate(OnnxRunner(str(args.beside)), rows, contract, pieces)
        found["beside"] = agreement(other, results)
        print(json.dumps(found["beside"], indent=1))
    args.out.write_text(json.dumps(found, indent=1) + "\n")
    write_failures(results, args.out.with_suffix(".failures.jsonl"))
    print(json.dumps({k: found[k] for k in ("all", "by kind", "by source", "with previous", "confidence", "valid with the mask off")}, indent=1))


if __name__ == "__main__":
    main()
