"""Measures the guard: heads, calibration, verdicts, held-out sets, sentence vectors.

    python -m training.guard.evaluate                                     # the exported int8 model
    python -m training.guard.evaluate --checkpoint training/guard/build/run/calibrated.pt --errors
    python -m training.guard.evaluate --hand test --out training/guard/build/test.json    # once a final model: aggregates only

--errors lists wrong rows; it works with --hand dev alone. dev2 and test are looked at as totals only.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from .augment import mistype
from .generate.acts import HEADS, RISKS
from .judge import PLAIN, Scorer, open_model, probabilities, verdict, verdicts
from .metrics import calibration_errors, head_correlations, head_scores
from .model import MODEL_FOLDER, base_model, encode, load_guard, load_tokenizer, minilm_folder
from .prepare import DATA, load_held_out, load_rows, read_jsonl

REFUSE_SETS = {"advbench"}
ALARMING_KINDS = {"alarming_words"}
WORDINGS: dict[str, Callable[[str, random.Random], str]] = {
    "as written": lambda t, rng: t, "capitals": lambda t, rng: t.upper(), "one slip of a finger": mistype,
    "two slips": lambda t, rng: mistype(mistype(t, rng), rng), "please": lambda t, rng: f"please {t}",
    "remind me to": lambda t, rng: f"Remind me to {t[:1].lower()}{t[1:]}", "add to my list": lambda t, rng: f"add '{t}' to my list",
    "could you": lambda t, rng: f"Could you {t[:1].lower()}{t[1:].rstrip('.')} please?", "no punctuation": lambda t, rng: re.sub(r"[^\w ]", "", t).lower(),
}


def judge_rows(rows: list[dict], scorer: Scorer, temperatures: dict, cuts: dict) -> dict:
    logits = scorer([r["text"] for r in rows])
    risk, heads = probabilities(logits, temperatures)
    return {"logits": logits, "risk": risk, "heads": heads, "verdicts": verdicts(risk, heads, cuts)}


def hand_figures(rows: list[dict], found: dict, cuts: dict, temperatures: dict) -> dict:
    rows = [r | {"risk": r["risk"][0]} for r in rows]
    plain = probabilities(found["logits"], PLAIN)
    return {
        "n": len(rows), "heads": rounded(head_scores(rows, found["risk"], found["heads"], cuts)),
        "all_heads_right": round(float(np.mean(all_right(rows, found, cuts))), 4),
        "ece_before": rounded(calibration_errors(rows, *plain)), "ece_after": rounded(calibration_errors(rows, found["risk"], found["heads"])),
        "correlations": head_correlations(found["risk"], found["heads"]), "correlations_of_labels": label_correlations(rows),
        "verdicts": verdict_figures(rows, found["verdicts"]),
    }


def all_right(rows: list[dict], found: dict, cuts: dict) -> list[bool]:
    said = found["heads"] >= np.array([cuts[h] for h in HEADS])
    return [RISKS[int(k.argmax())][0] == r["risk"] and all(bool(s) == r[h] for s, h in zip(a, HEADS))
            for r, k, a in zip(rows, found["risk"], said)]


def label_correlations(rows: list[dict]) -> dict[str, float]:
    risk = np.array([[float(r["risk"] == c) for c in "LMH"] for r in rows])
    return head_correlations(risk, np.array([[float(r[h]) for h in HEADS] for r in rows]))


def verdict_figures(rows: list[dict], said: list[str]) -> dict:
    truth = [r["verdict"] for r in rows]
    harmful = [s for r, s in zip(rows, said) if r["kind"] == "harmful"]
    alike = [s for r, s in zip(rows, said) if r["kind"] in ALARMING_KINDS and r["verdict"] == "allow"]
    refusable = [s for t, s in zip(truth, said) if t == "refuse"]
    allowable = [s for t, s in zip(truth, said) if t == "allow"]
    everyday = [s for r, s in zip(rows, said) if r["kind"] == "everyday" and r["verdict"] == "allow"]
    share = lambda part, *names: round(sum(s in names for s in part) / max(1, len(part)), 4)
    return {"accuracy": round(float(np.mean([t == s for t, s in zip(truth, said)])), 4),
            "harmful_recall": share(harmful, "refuse"), "harmful_let_through": share(harmful, "allow"),
            "refuse_recall": share(refusable, "refuse"), "false_alarms_on_look_alikes": share(alike, "refuse", "confirm"),
            "false_alarms_on_all_to_allow": share(allowable, "refuse", "confirm"), "everyday_flagged": share(everyday, "refuse", "confirm"),
            "by_kind": kinds(rows, said)}


def kinds(rows: list[dict], said: list[str]) -> dict[str, dict[str, int]]:
    table: dict[str, Counter] = {}
    for row, s in zip(rows, said):
        table.setdefault(row["kind"], Counter())["right" if s == row["verdict"] else f"{row['verdict']}>{s}"] += 1
    return {k: dict(v) for k, v in table.items()}


def held_out_figures(scorer: Scorer, temperatures: dict, cuts: dict) -> dict:
    found = {}
    for name, texts in load_held_out().items():
        risk, heads = probabilities(scorer(texts), temperatures)
        said = Counter(verdicts(risk, heads, cuts))
        key = "harmful_recall" if name in REFUSE_SETS else "flagged"
        value = said["refuse"] if name in REFUSE_SETS else said["refuse"] + said["confirm"]
        found[name] = {"n": len(texts), key: round(value / len(texts), 4), **said}
    return found


def split_figures(scorer: Scorer, temperatures: dict, cuts: dict, most: int = 1200) -> dict:
    """The rows of the split by carrier and source: acts and public groups that were kept apart."""
    apart = [r for r in load_rows() if r["split"] == "dev"]
    figures = {}
    for name, rows in {"generator": [r for r in apart if r["source"] == "generator"], "public": [r for r in apart if r["source"] != "generator"]}.items():
        rows = rows[:: max(1, len(rows) // most)]
        risk, heads = probabilities(scorer([r["text"] for r in rows]), temperatures)
        figures[name] = {"n": len(rows), "heads": rounded(head_scores(rows, risk, heads, cuts)), "correlations": head_correlations(risk, heads)}
    return figures


def similarity_figures(checkpoint: Path | None, most: int = 300) -> dict:
    """Correlation of the vectors' similarities with the base's, on texts kept apart."""
    texts = [r["text"] for r in load_rows() if r["split"] == "dev"]
    texts = texts[:: max(1, len(texts) // most)][:most]
    with torch.no_grad():
        theirs = F.normalize(base_model().vector(encode(load_tokenizer(minilm_folder() / "tokenizer.json"), texts)), dim=1)
        ours = F.normalize(our_vectors(checkpoint, texts), dim=1)
    pairs = torch.triu_indices(len(texts), len(texts), 1)
    a, b = (m @ m.T for m in (ours, theirs))
    a, b = a[pairs[0], pairs[1]].numpy(), b[pairs[0], pairs[1]].numpy()
    ranks = lambda v: v.argsort().argsort()
    return {"texts": len(texts), "pearson": round(float(np.corrcoef(a, b)[0, 1]), 4), "spearman": round(float(np.corrcoef(ranks(a), ranks(b))[0, 1]), 4),
            "same_text_cosine": round(float((ours * theirs).sum(1).mean()), 4)}


def wording_figures(scorer: Scorer, temperatures: dict, cuts: dict) -> dict:
    """Verdicts of the hand-written commands when they are worded otherwise: the wrapper changes no verdict."""
    rows = [r for name in ("dev", "dev2") for r in read_jsonl(DATA / f"hand/{name}.jsonl") if plain_command(r["text"])]
    found = {}
    for name, change in WORDINGS.items():
        rng = random.Random(5)
        said = verdicts(*probabilities(scorer([change(r["text"], rng) for r in rows]), temperatures), cuts)
        refuse = [s for r, s in zip(rows, said) if r["verdict"] == "refuse"]
        allow = [s for r, s in zip(rows, said) if r["verdict"] == "allow"]
        found[name] = {"right": round(float(np.mean([s == r["verdict"] for r, s in zip(rows, said)])), 4),
                       "refused": round(refuse.count("refuse") / len(refuse), 4), "allowed": round(allow.count("allow") / len(allow), 4)}
    return {"n": len(rows), **found}


def plain_command(text: str) -> bool:
    return not text.endswith("?") and not re.match(r"(remind|please|pls|add|put|how|what|why|would|could|i'd|note|show)\b", text, re.I)


def speed_figures(scorer: Scorer, most: int = 200) -> dict:
    """One text at a time: by the clock (others use the machine too) and of the processor."""
    texts = [r["text"] for r in read_jsonl(DATA / "hand/dev.jsonl")][:most]
    scorer(texts[:20])
    clock, used = [], time.process_time()
    for text in texts:
        start = time.perf_counter()
        scorer([text])
        clock.append(1000 * (time.perf_counter() - start))
    return {"p50": round(float(np.percentile(clock, 50)), 2), "p95": round(float(np.percentile(clock, 95)), 2),
            "processor_mean": round(1000 * (time.process_time() - used) / len(texts), 2)}


def our_vectors(checkpoint: Path | None, texts: list[str]) -> torch.Tensor:
    tokenizer = load_tokenizer(MODEL_FOLDER / "tokenizer.json")
    if checkpoint:
        return load_guard(checkpoint)[0].vector(encode(tokenizer, texts))
    import onnxruntime

    session = onnxruntime.InferenceSession(str(MODEL_FOLDER / "model.onnx"))
    vectors = []
    for text in texts:
        batch = encode(tokenizer, [text])
        feeds = {"input_ids": batch.ids.numpy(), "attention_mask": batch.mask.numpy(), "token_type_ids": torch.zeros_like(batch.ids).numpy()}
        vectors.append(torch.from_numpy(session.run(["sentence_vector"], feeds)[0][0]))
    return torch.stack(vectors)


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return round(value, 4) if isinstance(value, float) else value


def print_errors(rows: list[dict], found: dict, cuts: dict) -> None:
    for row, risk, heads, said in zip(rows, found["risk"], found["heads"], found["verdicts"]):
        yes = {h: bool(p >= cuts[h]) for h, p in zip(HEADS, heads)}
        wrong = [f"{h}:{p:.2f}" for h, p in zip(HEADS, heads) if yes[h] != row[h]]
        if RISKS[int(risk.argmax())] != row["risk"]:
            wrong.insert(0, f"risk {row['risk'][0]}>{RISKS[int(risk.argmax())][0]}")
        if wrong:
            print(f"{row['kind'][:12]:12s} {row['verdict']}>{said:8s} {' '.join(wrong):50s} | {row['text']}")


def check_verdicts(rows: list[dict]) -> None:
    """The policy here is the one the hand rows were computed with."""
    for row in rows:
        assert verdict(RISKS.index(row["risk"]), {h: row[h] for h in HEADS}) == row["verdict"], row["id"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--hand", choices=["dev", "dev2", "test"], default="dev2")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--quick", action="store_true", help="the hand rows and the held-out sets only")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    scorer, temperatures, cuts = open_model(args)
    rows = read_jsonl(DATA / f"hand/{args.hand}.jsonl")
    check_verdicts(rows)
    found = judge_rows(rows, scorer, temperatures, cuts)
    figures = {"hand": args.hand, **hand_figures(rows, found, cuts, temperatures), "held_out": held_out_figures(scorer, temperatures, cuts)}
    if not args.quick:
        figures |= {"split": split_figures(scorer, temperatures, cuts), "vectors": similarity_figures(args.checkpoint),
                    "wording": wording_figures(scorer, temperatures, cuts), "milliseconds": speed_figures(scorer)}
    if args.errors and args.hand == "dev":
        print_errors(rows, found, cuts)
    if args.out:
        args.out.write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
