"""Writes training rows for the embedded agent: one JSON a line, the same file for the same seed.

    python -m training.agent.generate --rows 80000 --seed 42 --out training/agent/data/template.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter

from . import carriers_add, carriers_bulk, carriers_change, carriers_none, carriers_view, people, titles
from .conversation import conversation
from .core import Clause, Env, Retry, Seg, choose_carrier, fill, has_words, make
from .noise import noisy
from .render import Rendered, render, target
from .several import several
from .slots import SLOTS
from .state import Distractors, make_state
from .words import words

DEV_SHARE = 0.05

SINGLE = [  # tool, carriers, share of the single rows
    ("add_task", carriers_add.PLAIN, 19), ("add_task", carriers_add.RICH, 13), ("add_task", carriers_add.SERIES, 7), ("add_task", carriers_add.LEADING_CONDITION, 1),
    ("add_task", people.WEEKDAY_SETS, 1.6), ("update_task", people.SKIPPED, 1.6), ("delete_task", people.CALLED_OFF, 0.8),
    ("update_task", carriers_change.UPDATE_DUE, 5), ("update_task", carriers_change.UPDATE_TITLE, 1.6), ("update_task", carriers_change.UPDATE_OTHER, 5),
    ("complete_task", carriers_change.COMPLETE, 5.5), ("reopen_task", carriers_change.REOPEN, 2.2), ("delete_task", carriers_change.DELETE, 5), ("add_subtask", carriers_change.SUBTASK, 3),
    ("move_task", carriers_change.MOVE, 3), ("set_reminder", carriers_change.REMIND, 2.6), ("set_reminder", carriers_change.REMIND_ONLY, 0.8),
    ("list_tasks", carriers_view.LIST, 8.5), ("search_tasks", carriers_view.SEARCH, 3.6), ("summarize_tasks", carriers_view.SUMMARY, 2.8), ("suggest_next", carriers_view.NEXT, 2.6),
    ("export_tasks", carriers_view.EXPORT, 1.6), ("help", carriers_view.HELP, 2.8), ("postpone_tasks", carriers_bulk.POSTPONE, 5), ("delete_tasks", carriers_bulk.DELETE_MANY, 5),
    ("clear_completed", carriers_bulk.CLEAR, 2), ("create_list", carriers_bulk.CREATE_LIST, 2), ("rename_list", carriers_bulk.RENAME_LIST, 2.4), ("delete_list", carriers_bulk.DELETE_LIST, 1.8),
    ("undo", carriers_bulk.UNDO, 2.2), ("redo", carriers_bulk.REDO, 1.4),
]
KINDS = [("single", 37), ("several", 30), ("conversation", 20), ("none", 8), ("negated", 1.5), ("ask", 5.5), ("twin", 2)]


def conversation_rows():
    from .conversation import ROW_PICK
    return [c for c in ROW_PICK if c.const["tool"] != "set_reminder"]


def single(env):
    if env.chance(0.015):  # a place in what is on the screen
        env.listed = env.rng.randint(3, 6)
        return make(env, None, conversation_rows(), SLOTS)
    tool, rows, _ = env.rng.choices(SINGLE, weights=[s[2] for s in SINGLE])[0]
    return make(env, tool, rows, SLOTS)


COMMAND_VERBS = set("delete remove complete mark tag list show find search export undo redo rename add create help turn switch lock open close play listen google look translate calculate summarise summarize play".split())


DATED_VERBS = set("turn switch tag rename open close lock play clear complete mark list export check undo search listen find".split())  # a chore where a date stands behind it


def alone(clause, tools):
    """A bare task that begins like a command ("delete the old photos") needs words of ours around it."""
    if not tools or has_words(clause.carrier):
        return False
    verb = "".join(s.text for s in clause.segs).split()[0].lower().strip("'\",.:")
    return verb in COMMAND_VERBS and not (verb in DATED_VERBS and any("due" in args for _, args in tools))


def negated(env):
    """Something not to do, and no such task: nothing is added."""
    row, text, cid = choose_carrier(env, carriers_none.NEGATED)
    clause = make_fixed(env, text, cid)
    clause.final = ["wont"]
    return clause, row


def reminder_twin(env):
    """A sentence of set_reminder's, about a thing that is no task yet: it adds one."""
    clause = make(env, "set_reminder", carriers_change.REMIND, SLOTS)
    clause.calls = [("add_task", {"title": args["task"], "due": args["at"]}) for _, args in clause.calls]
    return clause


SHORT_REPLIES = (["okay"], ["okay", "unchanged"], ["ask_again"])


def depends(clause, row, state):
    """Whether this sentence would be read as a reply to such a turn (conversation.py writes those)."""
    said = "".join(s.text for s in clause.segs).lower()
    tools = [t for t, _ in clause.calls]
    if re.match(r"(also|and|plus|oh and|another|next|then|ps)\b", said) and state["tools"]:
        return True
    if tools == ["redo"] and "undo" not in state["tools"]:
        return True
    if clause.final in SHORT_REPLIES and (state["ended"] in ("said", "asked") or clause.final[-1] == "unchanged" and state["ended"] == "ran"):
        return True
    if state["ended"] == "asked":
        lone = len(clause.calls) <= 1
        return lone and (not has_words(clause.carrier) or len(said.split()) < 4 or set(tools) <= {"add_task"} and clause.calls != [] and set(clause.calls[0][1]) <= {"title", "tags", "priority"})
    if state["ended"] == "ran" and clause.final == ["ask_title"]:
        return not re.search(r"[a-z]", re.sub(r"\{.*?\}", "", clause.carrier)) or not re.search(r"task|reminder|something|todo|event|note", clause.carrier)
    return False


def final_of(row):
    return row.const["final"].split(",")


def none(env):
    """Nothing to do: small talk, or beyond the tools."""
    rows = carriers_none.TALK if env.chance(0.38) else carriers_none.BEYOND
    row, text, cid = choose_carrier(env, rows)
    final = final_of(row)
    return Clause([Seg(titles.fill_title(env.rng, text))], final=final, carrier=cid), row


def ask(env):
    row, text, cid = choose_carrier(env, carriers_none.ASK)
    clause = make_fixed(env, text, cid)
    clause.final = final_of(row)
    return clause, row


def make_fixed(env, text, cid):
    segs, _ = fill(env, text, SLOTS)
    return Clause(segs, carrier=cid)


CONTEXTS = words("""the school just emailed, the school emailed, just got off the phone with HR, mum rang, had a chat with Sam, my tooth hurts, the car is making a noise, it's a busy week, i keep putting this off, i nearly forgot, before I forget, while i think of it, sorry to be a pain, quick thing, one for later, boss wants this, as discussed with Priya, we've run out again, i was just thinking, so i was talking to Tom, the landlord texted, new week new me, i'm so behind, long day, on the bus so typing fast, just remembered, oh i just remembered, got a letter from the council, the vet called back, need your help with something, this one matters, ok here goes, last one i promise, good morning, morning, hi there, ok so, right then, listen up, dear errand, good evening, my phone is dying so, baby's asleep so quickly""")


def in_context(env, clause):
    """Some talk before the matter."""
    clause.segs.insert(0, Seg(env.pick(CONTEXTS) + env.pick([", ", ". ", " - ", "... ", ", so ", ": "])))


class Writer:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.distractors = {s: Distractors(random.Random(seed + 1), s) for s in ("train", "dev")}
        self.earlier = {"train": [], "dev": []}

    def draw(self):
        """One row, or Retry."""
        rng = self.rng
        split = "dev" if rng.random() < DEV_SHARE else "train"
        kind = rng.choices([k[0] for k in KINDS], weights=[k[1] for k in KINDS])[0]
        env = Env(rng, split)
        previous, about, row = None, None, None
        if kind == "single":
            clause = single(env)
            if alone(clause, clause.calls):
                raise Retry("reads as a command")
            if clause.calls[0][0] == "add_task" and rng.random() < 0.035:
                in_context(env, clause)
        elif kind == "several":
            clause = several(env)
        elif kind == "twin":
            clause = reminder_twin(env)
        elif kind == "none":
            clause, row = none(env)
        elif kind == "negated":
            clause, row = negated(env)
        elif kind == "ask":
            clause, row = ask(env)
        else:
            clause, previous, about = conversation(env)
        if kind != "conversation" and rng.random() < 0.36 and self.earlier[split]:
            previous = rng.choice(self.earlier[split])  # an unrelated turn before: to be ignored
            if depends(clause, row, previous.state):
                previous = None
        said = render(noisy(env, clause.segs, plain=kind == "none" and rng.random() < 0.6, tails=kind not in ("none",)))
        check_size(said.text)
        state = make_state(env, kind, clause, said, previous, self.distractors[split], about)
        out = {
            "text": said.text,
            "previous": previous.text if previous else None,
            "state": state,
            "target": target(clause, said, previous),
            "label_source": "template",
            "carrier": clause.carrier,
            "titles": sorted(env.titles),
            "split": split,
            "kind": kind,
        }
        if kind != "conversation" and rng.random() < 0.5:
            self.remember(split, said.text, clause, env)
        return out

    def remember(self, split, text, clause, env):
        from .conversation import Previous, ending
        if "\n" in text or len(text) > 120:
            return
        ring = self.earlier[split]
        ring.append(Previous(text, {}, ending(env, clause)))
        if len(ring) > 3000:
            ring.pop(env.rng.randrange(1000))

    def rows(self, count):
        made = 0
        while made < count:
            try:
                row = self.draw()
            except Retry:
                continue
            yield {"id": f"t{made:06d}", **row}
            made += 1


def check_size(text):
    """The model reads 64 pieces: leave longer sentences out."""
    if len(re.findall(r"\w+|[^\w\s]", text)) > 52 or len(text) > 260 or not text.strip():
        raise Retry("too long")


def summary(rows_seen):
    kinds, tools, calls = rows_seen
    lines = ["kinds: " + ", ".join(f"{k} {n}" for k, n in kinds.most_common()),
             "calls a row: " + ", ".join(f"{k}: {n}" for k, n in sorted(calls.items())),
             "rows with a tool: " + ", ".join(f"{k} {n}" for k, n in tools.most_common())]
    return "\n".join(lines)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=80000)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--out", required=True)
    args = parser.parse_args(argv)
    kinds, tools, calls = Counter(), Counter(), Counter()
    with open(args.out, "w", encoding="utf-8") as out:
        for row in Writer(args.seed).rows(args.rows):
            kind = row.pop("kind")
            kinds[f"{row['split']} {kind}"] += 1
            made = row["target"].get("calls", [])
            calls[len(made)] += 1
            for tool in {c["tool"] for c in made} or {"(final)"}:
                tools[tool] += 1
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(summary((kinds, tools, calls)), file=sys.stderr)


if __name__ == "__main__":
    main()
