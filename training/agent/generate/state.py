"""What the last turn left behind, as a row shows it: its end, tools, listing, some open tasks, the lists."""

from __future__ import annotations

import re

from . import lists, titles
from .core import Retry, split_of

STOP = set("the a an my our to for of on at in by and or is are was it that this me i we you with from about up out off not no new task tasks list add put set get make move show mark done due next week day today tomorrow remind reminder all every one two be do have has need please can could would will what when how".split())


def content(text):
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if len(w) > 2 and w not in STOP}


class Distractors:
    """Titles of tasks that happen to share a word with a sentence."""

    def __init__(self, rng, split, size=7000):
        self.by_word = {}
        while size:
            t = titles.any_title(rng)
            if split_of(t.text.lower()) != split:
                continue
            size -= 1
            for w in content(t.text):
                self.by_word.setdefault(w, []).append(t.text)

    def near(self, rng, text, n):
        found = []
        words = sorted(content(text) & self.by_word.keys())
        rng.shuffle(words)
        for w in words[:6]:
            found.append(rng.choice(self.by_word[w]))
        return [t for t in dict.fromkeys(found)][:n]


def cased(rng, title):
    return title if rng.random() < 0.4 else title[:1].upper() + title[1:]


REFERS = {"update_task", "complete_task", "reopen_task", "delete_task", "add_subtask", "move_task", "set_reminder", "search_tasks", "postpone_tasks", "delete_tasks"}


# What these verbs name is a task that exists, or else a task to add ("cancel Netflix", "put paint in garage").
MUST_SHOW = re.compile(r"\b(cancel|complete|delete|remove|drop|scrap|bin|put|stick|pop|bung|chuck|throw|file|change|edit|reschedule|postpone|rename|mark|tag|find|don't|dont|do not)\b", re.I)


LIKE_COMMAND = re.compile(r"(turn|switch|fix|clear|move|change|check|let|take|bring|hang|open|close|lock)\b", re.I)


def overlaps(title, text):
    a, b = content(title), content(text)
    return len(a & b) / max(1, len(a))


def make_state(env, kind, clause, said, previous, distractors, about):
    rng = env.rng
    text = said.text
    tools = [t for t, _ in clause.calls]
    true = list(dict.fromkeys(env.tasks))
    if kind == "negated":
        tasks = [t for t in distractors.near(rng, text, 2) if overlaps(t, text) < 0.5] if rng.random() < 0.4 else []
    elif kind == "twin":
        others = [t for t in distractors.near(rng, text, 2) if all(not content(key) <= content(t) for key in named_keys(said))]
        tasks = others if rng.random() < 0.5 else []
        if any(overlaps(t, text) > 0.5 for t in tasks):
            tasks = []
    else:
        must = "set_reminder" in tools or bool(clause.final) or bool(MUST_SHOW.search(text))
        share = 0.25 if tools[:1] == ["reopen_task"] else 0.92
        shown = true if must else [t for t in true if rng.random() < share]
        near = []
        if rng.random() < (0.45 if tools and not REFERS & set(tools) else 0.4):
            near = distractors.near(rng, text, rng.choice([1, 1, 2, 3]))
            if not tools and not true:  # talk: a task of that name would make it news of it
                near = [t for t in near if overlaps(t, text) < 0.5]
            if "add_task" in tools:
                near = [t for t in near if overlaps(t, text) < 0.75]
                if MUST_SHOW.search(text) or LIKE_COMMAND.match(text):
                    near = [t for t in near if overlaps(t, text) < 0.5]
                if re.search(r"\b(about|reminder for|forget the|forget my|of the|re|abt)\b", text.lower()):  # where a task of that name would make it a reminder
                    near = [t for t in near if overlaps(t, text) < 0.5]
        tasks = shown + [t for t in near if t not in shown and t.lower() not in env.titles]
        tasks = tasks[:3]
        rng.shuffle(tasks)
    names = rng.sample(lists.LISTS + lists.SHOP_LISTS[:14], rng.choice([0, 0, 1, 2, 3, 3, 4, 5, 6, 8]))
    names += [n for n in env.lists if rng.random() < 0.82]
    names = list(dict.fromkeys(n[:1].upper() + n[1:] for n in names))
    made = {n.lower() for n in env.new_lists}
    names = [n for n in names if n.lower() not in made]
    rng.shuffle(names)
    keep = [n for n in names if n.lower() in {x.lower() for x in env.lists}]
    names = (keep + [n for n in names if n not in keep])[:8]
    rng.shuffle(names)
    end = previous.state if previous else {"ended": None, "tools": [], "listed": None}
    return {"ended": end["ended"], "tools": list(end["tools"]), "listed": end["listed"], "tasks": [cased(rng, t) for t in tasks], "lists": names}


def named_keys(said):
    return [said.text[a:b] for k, rows in said.spans.items() if k.startswith("task") for a, b in rows]
