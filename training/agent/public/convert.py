"""Turns the public sets under --data into training rows.

    python -m training.agent.public.convert --data ../shared/data [--out training/agent/data] [--summary FILE]

Writes public.jsonl.gz and, for what derives from CC BY-SA sources, public-sharealike.jsonl.gz. Deterministic: the same
data give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from . import clinc150, hwu64, home_assistant, negatives, reference_agent, schuster, sgd, slurp, smcalflow, todo_task
from .common import Drop, Report, call, carrier, row, say, texts, values

SEED = 42
SHAREALIKE = {"schuster", "smcalflow", "sgd", "selfaware"}
SOURCES = [("schuster", schuster), ("smcalflow", smcalflow), ("sgd", sgd), ("hwu64", hwu64), ("slurp", slurp), ("clinc150", clinc150),
           ("todo_task", todo_task), ("home_assistant", home_assistant), ("reference_agent", reference_agent)]
TRAIN_ONLY = {"home_assistant", "reference_agent"}  # written from few templates: nothing to be measured on

# families of answers without a call -> phrase ids of training/agent/generate/finals.py
FINALS = {
    "greeting": ["hello", "tell"], "bye": ["bye"], "thanks": ["welcome"], "identity": ["errand", "model"], "abilities": ["can", "example"],
    "okay": ["okay"], "unchanged": ["unchanged"], "opinion": ["no_opinion"], "how-are-you": ["fine", "tell"],
    "weather": ["no_weather"], "media": ["no_media"], "money": ["no_money"], "web": ["no_web"], "news": ["no_news"], "clock": ["no_clock"],
    "device": ["no_device"], "travel": ["no_travel"], "fun": ["no_fun"], "write": ["no_write"], "message": ["no_message"],
    "setting": ["no_setting"], "advice": ["no_advice"], "other": ["no_web"], "opinion_question": ["no_web"], "order": ["no_order"],
    "share": ["no_share"],
    "ask-what": ["ask_title"], "ask-when": ["ask_when"], "ask-which": ["ask_which"], "ask-list-name": ["ask_list_name"], "ask-again": ["ask_again"],
    "ask-change": ["ask_change"],
}
NEGATIVE_SHARE = 0.145  # before the splits leave out what collides; at most 0.15 after
PER_ANSWER = {"okay": 50, "welcome": 70, "ask_title": 110, "hello": 60}  # rows of one answer, where the dialogues are full of it
PER_ANSWER_TEXT = 5  # and of one sentence with it, whatever came before
PER_UNTITLED_CARRIER = 6  # rows whose carrier is all they are ("set an alarm for <due>"): no more of each
HELD_OUT = 0.08


def finals(families: list[str]) -> list[str]:
    return [phrase for f in families for phrase in FINALS[f]]


def digest(*parts: str) -> int:
    return int.from_bytes(hashlib.sha256("|".join((str(SEED), *parts)).encode()).digest()[:8], "big")


def collect(data: Path, reports: list[Report]) -> tuple[list[dict], list[tuple[str, str, str]]]:
    """Rows of every source, and the sentences that may serve as negatives."""
    rows, others = [], []
    for name, module in SOURCES:
        report = Report(name)
        reports.append(report)
        for kind, text, *rest in module.rows(data, report):
            if kind == "other":
                others.append((name, text, rest[0]))
                continue
            target, label_source, *more = rest
            if "final" in target:
                target = {"final": finals(target["final"])}
            try:
                rows.append(row(name, text, target, label_source, **(more[0] if more else {})))
            except Drop as why:
                report.drop(str(why), text)
    report = Report("negatives")
    reports.append(report)
    others += list(negatives.extra(data, report))
    return rows, others


def same(r: dict) -> str:
    state = r["state"] if r["previous"] else None
    return json.dumps([r["text"].lower(), (r["previous"] or "").lower(), state], sort_keys=True)


def dedupe(rows: list[dict]) -> list[dict]:
    """The first of equal inputs; all of them go where the sources disagree about the target."""
    targets, first = defaultdict(set), {}
    for r in rows:
        key = same(r)
        targets[key].add(json.dumps(r["target"], sort_keys=True))
        first.setdefault(key, r)
    return [r for key, r in first.items() if len(targets[key]) == 1]


def thin(rows: list[dict]) -> list[dict]:
    """Few of each carrier that differs in nothing but a time."""
    seen: Counter = Counter()
    kept = []
    for r in sorted(rows, key=lambda r: digest("thin", r["source"], r["text"], r["previous"] or "")):
        if not r["titles"] and r["target"].get("calls"):
            key = (r["carrier"], json.dumps([c["tool"] for c in r["target"]["calls"]]))
            seen[key] += 1
            if seen[key] > PER_UNTITLED_CARRIER:
                continue
        if phrase := (r["target"].get("final") or [None])[0]:
            seen[phrase] += 1
            seen[(phrase, r["text"].lower())] += 1
            if seen[phrase] > PER_ANSWER.get(phrase, 10**6) or seen[(phrase, r["text"].lower())] > PER_ANSWER_TEXT:
                continue
        kept.append(r)
    order = {id(r): i for i, r in enumerate(rows)}
    return sorted(kept, key=lambda r: order[id(r)])


REMINDS = re.compile(r"^(?:please |can you |could you )*(?:remind me (?:of|about)|(?:set|create|add|make|i need|i want|give me) (?:a |an )?reminder (?:for|about|of))\b", re.I)


def onto_existing(rows: list[dict]) -> list[dict]:
    """"Remind me about the visa form on the 3rd" is a reminder on the task where such a task exists: some of the rows
    that name a thing and a time get that task into their state, and set_reminder as their call."""
    out = []
    for r in rows:
        calls = r["target"].get("calls") or []
        args = calls[0]["args"] if len(calls) == 1 and calls[0]["tool"] == "add_task" else {}
        if set(args) == {"title", "due"} and len(args["title"]) == 1 and not r["previous"] and REMINDS.match(r["text"]) and digest("remind", r["text"]) % 100 < 45:
            task = say(args["title"], r["text"])
            state = {**r["state"], "tasks": [task[:1].upper() + task[1:]]}
            r = {**r, "target": {"calls": [call("set_reminder", task=args["title"], at=args["due"])]}, "state": state, "label_source": "rule from gold"}
            r["carrier"] = carrier(r)
        out.append(r)
    return out


def furnish(rows: list[dict]) -> None:
    """Tasks and lists that a sentence names exist in most stores it is said to: most such rows get them into the state."""
    names = sorted({say(t, r["text"], r["previous"]).lower() for r in rows for _, n, v in values(r["target"]) if n in ("list", "name", "filter.list") for t in texts(v)})
    for r in rows:
        draw = random.Random(digest("state", r["text"], r["previous"] or ""))
        calls = r["target"].get("calls") or []
        state = r["state"]
        if not r["previous"] and not state["tasks"] and draw.random() < 0.6:
            for c in calls:
                said = c["args"].get("task") if c["tool"] in ("update_task", "delete_task", "complete_task") else c["args"].get("text") if c["tool"] == "search_tasks" else None
                if said and "word" not in said[0] and r["titles"] and not re.search(r"^(?:last|next|first|second|third|fourth|this|that|it)\b|\b(?:reminder|event)\b", say(said, r["text"]).lower()):
                    title = say(said, r["text"])
                    if re.search(r"\balarm\b", title.lower()):
                        title = "alarm"  # named by its time, which its title does not say
                    state["tasks"] = [title[:1].upper() + title[1:] if draw.random() < 0.5 else title]
        named = [say(t, r["text"]).lower() for c in calls for n, v in c["args"].items() if n == "list" or n == "filter"
                 for t in texts(v if n == "list" else v.get("list"))] if not r["previous"] else []
        if named and draw.random() < 0.7 or draw.random() < 0.12:
            others = draw.sample(names, draw.choice([0, 1, 2]))
            state["lists"] = sorted({n[:1].upper() + n[1:] for n in named + others})[:8]


def pick_negatives(others, positives: list[dict]) -> list[dict]:
    known = {r["text"].lower() for r in positives}
    by_family: dict[str, list] = defaultdict(list)
    for source, text, label in others:
        found = negatives.keep(source, label, text)
        if found and text.lower() not in known:
            known.add(text.lower())
            by_family[found].append((digest("negative", source, text), source, text))
    chosen = []
    for name, found in sorted(by_family.items()):
        # sources take turns, so that a big one does not crowd out the others
        queues = defaultdict(list)
        for _, source, text in sorted(found):
            queues[source].append(text)
        limit, taken = negatives.ENOUGH.get(name, 60), 0
        while taken < limit and any(queues.values()):
            for source in sorted(queues):
                if queues[source] and taken < limit:
                    text = queues[source].pop(0)
                    try:
                        chosen.append(row(source, text, {"final": finals([name])}, "rule from gold"))
                        taken += 1
                    except Drop:
                        pass
    # the share counts every row that only answers; a question back is not one of them
    answers = sum(1 for r in positives if "final" in r["target"] and not r["target"]["final"][-1].startswith("ask_"))
    limit = int((len(positives) * NEGATIVE_SHARE - answers) / (1 - NEGATIVE_SHARE))
    chosen.sort(key=lambda r: digest("cut", r["text"]))
    return chosen[:limit]


def has_words(carrier: str) -> bool:
    """A carrier of slots alone ("<title> <due>") is everybody's and says nothing."""
    return any(w.isalpha() for w in carrier.split() if "<" not in w)


def split(rows: list[dict]) -> list[dict]:
    """Test and dev take whole carriers and whole titles; a train row that shares either with them is left out.

    Carriers are offered in the order of a hash. One is taken while its source still wants rows and it costs no more
    train rows (of other carriers, with one of its titles) than it brings. Common carriers stay in train.
    """
    by_carrier, by_title = defaultdict(list), defaultdict(list)
    own = [r["carrier"] if has_words(r["carrier"]) else f"{r['carrier']} {r['titles']}" for r in rows]
    fixed = {t for r in rows if r["source"] in TRAIN_ONLY for t in r["titles"]} | {f"<{r['carrier']}>" for r in rows if r["source"] in TRAIN_ONLY and has_words(r["carrier"])}
    for i, r in enumerate(rows):
        by_carrier[own[i]].append(i)
        for t in r["titles"]:
            by_title[t].append(i)
    size = Counter(r["source"] for r in rows)
    assigned: dict[int, str] = {}
    titles_of: dict[str, str] = {}
    for part in ("test", "dev"):
        quota = {s: n * HELD_OUT for s, n in size.items()}
        have: Counter = Counter()
        for carrier in sorted(by_carrier, key=lambda c: digest(part, c)):
            members = by_carrier[carrier]
            source = rows[members[0]]["source"]
            if f"<{carrier}>" in fixed or any(i in assigned or fixed & set(rows[i]["titles"]) for i in members) or have[source] >= quota[source] or len(members) > max(4, size[source] // 40):
                continue
            usable = [i for i in members if all(titles_of.get(t, part) == part for t in rows[i]["titles"])]
            wanted = {t for i in usable for t in rows[i]["titles"]}
            cost = {j for t in wanted for j in by_title[t]} - set(members)
            cost = {j for j in cost if assigned.get(j) != part}
            if not usable or len(cost) + len(members) - len(usable) > len(usable):
                continue
            for i in members:
                assigned[i] = part if i in usable else "drop"
            for t in wanted:
                titles_of[t] = part
            for i in usable:
                have[rows[i]["source"]] += 1
    held_carriers = {own[i]: p for i, p in assigned.items() if p != "drop"}
    kept = []
    for i, r in enumerate(rows):
        part = assigned.get(i, "train")
        if part == "drop":
            continue
        if any(titles_of.get(t, part) != part for t in r["titles"]) or held_carriers.get(own[i], part) != part:
            continue
        kept.append({**r, "split": part})
    return kept


FIELDS = ["id", "text", "previous", "state", "target", "mask", "label_source", "source", "carrier", "titles", "split"]


def write(rows: list[dict], path: Path) -> None:
    raw = "".join(json.dumps({k: r[k] for k in FIELDS if k in r}, ensure_ascii=False, separators=(",", ":")) + "\n" for r in rows).encode()
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", filename="", mtime=0, compresslevel=9) as out:
        out.write(raw)
    path.write_bytes(buffer.getvalue())


def build(data: Path, reports: list[Report]) -> list[dict]:
    rows, others = collect(data, reports)
    rows = onto_existing(thin(dedupe(rows)))
    furnish(rows)
    rows += pick_negatives(others, rows)
    random.Random(SEED).shuffle(rows)
    rows = split(rows)
    count: Counter = Counter()
    for r in rows:
        count[r["source"]] += 1
        r["id"] = f"{r['source']}-{count[r['source']]:05d}"
    return rows


def summary(rows: list[dict]) -> str:
    lines = []
    for title, key in (("source", lambda r: [r["source"]]), ("tool", lambda r: [c["tool"] for c in r["target"].get("calls", [])] or ["(no call)"]),
                       ("label_source", lambda r: [r["label_source"]]), ("split", lambda r: [r["split"]]),
                       ("turn", lambda r: ["follow-up" if r["previous"] else "first"]),
                       ("calls a row", lambda r: [str(len(r["target"].get("calls", [])))])):
        lines.append(f"\n| {title} | rows | train | dev | test |\n|---|---|---|---|---|")
        table: dict[str, Counter] = defaultdict(Counter)
        for r in rows:
            for k in key(r):
                table[k][r["split"]] += 1
        for k, c in sorted(table.items(), key=lambda kv: -sum(kv[1].values())):
            lines.append(f"| {k} | {sum(c.values())} | {c['train']} | {c['dev']} | {c['test']} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "data")
    options.add_argument("--summary", type=Path)
    options.add_argument("--dropped", type=int, default=-1, metavar="N", help="say why rows were left out, N examples each")
    args = options.parse_args()
    reports: list[Report] = []
    rows = build(args.data, reports)
    write([r for r in rows if r["source"] not in SHAREALIKE], args.out / "public.jsonl.gz")
    write([r for r in rows if r["source"] in SHAREALIKE], args.out / "public-sharealike.jsonl.gz")
    if args.dropped >= 0:
        for report in reports:
            report.show(args.dropped)
    text = summary(rows)
    if args.summary:
        args.summary.write_text(text)
    print(text, file=sys.stderr)


if __name__ == "__main__":
    main()
