"""Turns the public sets into judged rows by the sheet data/decisions.csv, draws the generator's, and splits both.

    python -m training.guard.prepare --shared ../shared/data      # rewrites the committed files (needs the raw sets)
    python -m training.guard.prepare                               # from the repository alone: the generator's rows only
    python -m training.guard.prepare --own errand-labels.jsonl     # with rows labelled on the app's page "Data"
    python -m training.guard.prepare --payments training/payments/build/train.jsonl    # with the Sandbox's harmless training instructions

Committed: data/public.jsonl.gz, data/public-sharealike.jsonl.gz (Schuster, SelfAware: CC BY-SA, with credit in CARD.md)
and data/decisions.csv. Not committed, in build/: the generator's rows and those of sources whose licence is unverified.
A row: text, source, group, split, label_source, risk (the levels that it may have), five heads (true, false, null = masked).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from .generate.acts import HEADS
from .generate.generator import generate
from .near import too_near
from .own import read_own
from .written import read_written

HERE = Path(__file__).parent
BUILD, DATA = HERE / "build", HERE / "data"
SHARE_ALIKE = {"schuster", "selfaware"}
LOCAL = {"coconot", "coconot_benign", "coconot_benign_more"}
MAX_CHARACTERS = 260
CAPS = {"clinc150": 16, "hwu64": 22, "slurp": 8, "snips": 110, "banking77": 9, "schuster": 600, "metatool": 5, "taskbench": 1100}  # rows a key
BENIGN_TURN = re.compile(r"\b(prevent|protect|avoid|safe(ly|ty)?|help(ing)? (victims|someone)|support|dangers?|risks? of|signs|legal implications|report|against|combat|stop|counter\w*|safeguard|justif\w+|make sure|ensure that|sensitiv\w+|victims?|educat\w+|responsibl\w+|ethical\w*)\b", re.I)
ASKING = re.compile(r"\b(how (can|could|do|would|to|should) (i|we|you|one|someone)|how to|best (way|ways|method|methods|place)|ways to|tell me|give me|help me|i want to|where can i|show me|i need|describe how)\b", re.I)
Item = tuple[str, str, str]  # text, key, group


def read_jsonl(path: Path) -> list[dict]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def digest(text: str) -> float:
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF


@lru_cache(maxsize=1)
def decisions() -> list[dict]:
    with open(DATA / "decisions.csv", encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def decide(source: str, key: str, text: str) -> dict | None:
    """The first line of the sheet that fits; None leaves the row out."""
    for line in decisions():
        if line["source"] == source and (line["key"] == "*" or key == line["key"] or key.startswith(line["key"] + "_") or key.startswith(line["key"] + "/")):
            if not line["pattern"] or re.search(line["pattern"], text, re.I):
                return line
    return None


def judged(source: str, key: str, text: str, group: str, sheet: str | None = None) -> dict | None:
    line = decide(sheet or source, key, text)
    if line is None or not 2 <= len(text) <= (420 if source == "scary_but_benign" else MAX_CHARACTERS):
        return None
    levels = "LMH" if line["risk"] == "?" else line["risk"]
    row = {"text": re.sub(r"\s+", " ", text).strip(), "source": source, "category": key, "group": group,
           "label_source": "rule from gold", "risk": levels}
    return row | {h: {"y": True, "n": False, "-": False, "?": None}[c] for h, c in zip(HEADS, line["heads"])}


# One reader a source: text, key into the sheet, group that must not be split ------------------------------------------

def simple(path: Path, text: str, key: str | None) -> Iterator[Item]:
    for raw in read_jsonl(path):
        yield raw[text], str(raw[key]) if key else "", raw[text].lower()


def home_utterances(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        name = raw["intent"] if raw["intent"].startswith(raw["scenario"]) else f"{raw['scenario']}_{raw['intent']}"
        yield raw["text"], name, raw["text"].lower()


def schuster(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        yield raw["text"], raw["intent"].split("/")[0], "utterance:" + raw["text"].lower()
        for span in raw["spans"]:
            if span["label"].endswith("todo") and len(span["text"].split()) > 1:
                yield span["text"], "title", "title:" + span["text"].lower()


def ailuminate(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        if len(raw["text"]) <= 180 and ASKING.search(raw["text"]) and not BENIGN_TURN.search(raw["text"]) and raw["hazard"][:3] not in ("spc", "ipv"):
            yield raw["text"], raw["hazard"], raw["text"].lower()


def coconot(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        yield raw["prompt"].strip('"'), f"{raw['category']}/{raw['subcategory']}", raw["prompt"].lower()


def safetext(path: Path) -> Iterator[Item]:
    for line in path.read_text(encoding="utf-8").splitlines():
        for situation, advice in json.loads(line).items():
            for kind in ("unsafe", "safe"):
                for text in sorted(set(advice[kind]))[:2]:
                    yield f"{situation} {text}", kind, situation.lower()


def privacylens(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        seed = raw["seed"]
        yield raw["user_instruction"], "instruction", raw["user_instruction"].lower()
        yield norm_sentence(seed), "norm", raw["user_instruction"].lower()


def norm_sentence(seed: dict) -> str:
    verb = {"email": "Email", "message": "Message", "post": "Post to"}
    how = next((v for k, v in verb.items() if k in seed["transmission_principle"]), "Tell")
    about = seed["data_subject"] if seed["data_subject"][:1].isupper() else "my " + re.sub(r"^(the|an?|his|her|their) ", "", seed["data_subject"])
    return f"{how} {seed['data_recipient']} about {about}'s {re.sub(r'^(the|his|her|their) ', '', seed['data_type'])}, without asking"


def selfaware(path: Path) -> Iterator[Item]:
    for raw in read_jsonl(path):
        yield raw["question"], "answerable" if raw["answerable"] else "unanswerable", raw["question"].lower()


def items_of(shared: Path) -> dict[str, Iterator[Item]]:
    s = shared / "sources"
    return {
        "advbench": simple(shared / "advbench_train.jsonl", "text", "label"),
        "harmful_questions": simple(s / "harmful_questions.jsonl", "text", "category"),
        "ailuminate": ailuminate(s / "ailuminate.jsonl"), "safetext": safetext(s / "safetext.json"),
        "privacylens": privacylens(s / "privacylens.jsonl"), "risky_commands": simple(s / "risky_commands.jsonl", "text", None),
        "selfaware": selfaware(s / "selfaware.jsonl"), "scary_but_benign": simple(s / "scary_but_benign.jsonl", "text", None),
        "self_instruct": simple(s / "self_instruct.jsonl", "text", None), "metatool": simple(s / "metatool.jsonl", "text", "tool"),
        "banking77": simple(s / "banking77.jsonl", "text", "intent"), "taskbench": simple(s / "taskbench_daily.jsonl", "user_request", None),
        "snips": simple(s / "snips.jsonl", "text", "intent"), "schuster": schuster(s / "schuster_train.jsonl"),
        "hwu64": home_utterances(shared / "hwu64_train.jsonl"), "slurp": home_utterances(s / "slurp_dev.jsonl"),
        "clinc150": simple(shared / "clinc150_train.jsonl", "text", "intent"),
        "coconot": coconot(s / "coconot.jsonl"), "coconot_benign_more": coconot(s / "coconot_benign_more.jsonl"),
    }


# Held-out sets: never trained on ----------------------------------------------------------------------------------------

def held_out(shared: Path) -> dict[str, list[str]]:
    """Texts by set. Everyday titles and look-alikes should pass; harmful instructions should be refused."""
    s = shared / "sources"
    todo = [r["instance"]["panon"]["text"] for r in read_jsonl_list(s / "todo-task/todo-dataset.json")]
    home = [t for t, key, _ in home_utterances(shared / "hwu64_train.jsonl") if key.startswith(("lists", "calendar")) and digest("home" + t) < 0.4]
    titles = sorted({t for t, key, g in schuster(s / "schuster_train.jsonl") if key == "title" and digest(g) < 0.4})
    return {
        "advbench": [r["text"] for r in read_jsonl(shared / "advbench_train.jsonl") if digest(r["text"]) < 0.3],
        "scary_but_benign": [r["text"] for r in read_jsonl(s / "scary_but_benign.jsonl") if digest(r["text"]) < 0.35],
        "schuster_titles": titles[:1000], "todo_task": sorted(set(todo)), "home_lists_calendar": home,
    }


def read_jsonl_list(path: Path) -> list[dict]:
    text = path.read_text(encoding="utf-8-sig")
    return json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines() if line.strip()]


def local_held_out(shared: Path) -> dict[str, list[str]]:
    return {"coconot_benign": [t for t, key, _ in coconot(shared / "sources/coconot_benign.jsonl") if "safety" in key]}


# Rows --------------------------------------------------------------------------------------------------------------------

def public_rows(shared: Path, seed: int) -> list[dict]:
    kept_apart = {t.lower() for texts in (held_out(shared) | local_held_out(shared)).values() for t in texts}
    rng, seen, rows, counts = random.Random(seed), set(kept_apart), [], Counter()
    for source, items in items_of(shared).items():
        batch = sorted(set(items))
        rng.shuffle(batch)
        for text, key, group in batch:
            row = judged(source, key, text, group, {"slurp": "hwu64"}.get(source))
            if row is None or row["text"].lower() in seen or counts[source, key] >= CAPS.get(source, 10**6):
                continue
            seen.add(row["text"].lower())
            counts[source, key] += 1
            rows.append(row | {"split": "dev" if digest(source + group) < 0.06 else "train"})
    return rows


def write_rows(path: Path, rows: list[dict]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) + "\n" for r in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    else:
        path.with_suffix(".tmp").write_text(text, encoding="utf-8")  # a training that is running reads the whole or the old
        path.with_suffix(".tmp").replace(path)


def as_rows(sets: dict[str, list[str]]) -> list[dict]:
    return [{"set": name, "text": text} for name, texts in sets.items() for text in texts]


def write_public(shared: Path, seed: int) -> None:
    rows = public_rows(shared, seed)
    write_rows(DATA / "public.jsonl.gz", [r for r in rows if r["source"] not in SHARE_ALIKE | LOCAL])
    write_rows(DATA / "public-sharealike.jsonl.gz", [r for r in rows if r["source"] in SHARE_ALIKE])
    write_rows(BUILD / "local.jsonl", [r for r in rows if r["source"] in LOCAL])
    sets = held_out(shared)
    share_alike = {"schuster_titles": sets.pop("schuster_titles")}
    write_rows(DATA / "heldout.jsonl.gz", as_rows(sets))
    write_rows(DATA / "heldout-sharealike.jsonl.gz", as_rows(share_alike))
    write_rows(BUILD / "heldout-local.jsonl", as_rows(local_held_out(shared)))


def far_from_hand(rows: list[dict]) -> list[dict]:
    """Without the acts of which any wording comes too near a row of hand/dev.jsonl: the whole act goes, not the wording."""
    near = {r["group"] for r in rows if "groups" not in r and too_near(r["text"])}
    return [r for r in rows if not near & set(r.get("groups", [r["group"]])) and not too_near(r["text"])]


def payment_rows(paths: list[Path]) -> list[dict]:
    """The instructions of the Sandbox's training errands, all of them harmless. What else they are depends on the amount and on whether
    it was owed, so only that is told."""
    texts = {json.loads(line)["instruction"] for path in paths for line in path.read_text(encoding="utf-8").split("\n") if line.endswith("}")}
    told = {"risk": "LM", "feasible": True, "legal": True, "ethical": True, "reversible": None, "limited": None}
    return [{"text": t, "source": "payments", "category": "", "group": t.lower(), "label_source": "template", **told,
             "split": "dev" if digest(t.lower()) < 0.06 else "train"} for t in sorted(texts) if len(t) <= MAX_CHARACTERS]


def load_rows() -> list[dict]:
    """Everything there is to train and choose on: the generator's, the committed public and written rows and, where present, the local ones."""
    paths = [BUILD / "generated.jsonl", DATA / "public.jsonl.gz", DATA / "public-sharealike.jsonl.gz", BUILD / "local.jsonl", BUILD / "own.jsonl",
             BUILD / "payments.jsonl"]
    return [row for path in paths if path.exists() for row in read_jsonl(path)] + read_written(digest)


def load_held_out() -> dict[str, list[str]]:
    paths = [DATA / "heldout.jsonl.gz", DATA / "heldout-sharealike.jsonl.gz", BUILD / "heldout-local.jsonl"]
    sets: dict[str, list[str]] = {}
    for row in (row for path in paths if path.exists() for row in read_jsonl(path)):
        sets.setdefault(row["set"], []).append(row["text"])
    return sets


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="the raw public sets")
    parser.add_argument("--own", type=Path, help="rows labelled by a person, exported from the app")
    parser.add_argument("--payments", type=Path, nargs="+", help="trajectories of the Sandbox's training errands")
    parser.add_argument("--seed", type=int, default=42)
    args = parser.parse_args()
    if args.payments:
        write_rows(BUILD / "payments.jsonl", payment_rows(args.payments))
    if args.own:
        write_rows(BUILD / "own.jsonl", read_own(args.own))
    if args.shared:
        write_public(args.shared, args.seed)
    taken = {t.lower() for texts in load_held_out().values() for t in texts}
    write_rows(BUILD / "generated.jsonl", [r for r in far_from_hand(generate(args.seed)) if r["text"].lower() not in taken])
    rows = load_rows()
    print(len(rows), "rows", Counter(r["split"] for r in rows), Counter(r["source"] for r in rows), file=sys.stderr)
    print({name: len(texts) for name, texts in load_held_out().items()}, file=sys.stderr)


if __name__ == "__main__":
    main()
