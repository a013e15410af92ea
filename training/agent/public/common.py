"""What every source shares: words, spans, rows, carriers."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from ..source import split_words

ORDER = {
    "add_task": "title due priority tags list repeat notes", "update_task": "task title due priority tags list repeat notes",
    "complete_task": "task", "reopen_task": "task", "delete_task": "task", "add_subtask": "task title", "move_task": "task list",
    "set_reminder": "task at", "list_tasks": "due list tag priority status text sort", "search_tasks": "text",
    "summarize_tasks": "due list", "suggest_next": "", "postpone_tasks": "filter due", "delete_tasks": "filter",
    "clear_completed": "", "create_list": "name", "rename_list": "list name", "delete_list": "list", "undo": "steps",
    "redo": "", "export_tasks": "format", "help": "topic",
}
ORDER = {tool: names.split() for tool, names in ORDER.items()}
FILTER_ORDER = "due list tag priority status text except".split()
MAX_WORDS = 48  # safely under the 64 pieces the model accepts


class Drop(Exception):
    """The annotation is not enough for an honest, complete label. The reason is counted, the row left out."""


def read_jsonl(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def clean(text: str) -> str:
    """White space only: runs of it become one space, the ends are cut. Nothing else of the person's words changes."""
    return re.sub(r"\s+", " ", text).strip()


def bounds(text: str) -> tuple[set[int], set[int]]:
    words = split_words(text)
    return {w.start for w in words}, {w.end for w in words}


def fit(text: str, start: int, end: int) -> tuple[int, int]:
    """The span trimmed of white space; raises Drop where it cuts through a word."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    starts, ends = bounds(text)
    if start >= end or start not in starts or end not in ends:
        raise Drop("span cuts a word")
    return start, end


def span(text: str, start: int, end: int) -> dict:
    return {"span": list(fit(text, start, end))}


def text_of(part: dict, text: str, previous: str | None) -> str:
    if "span" in part:
        return text[part["span"][0]:part["span"][1]]
    if "previous" in part:
        return (previous or "")[part["previous"][0]:part["previous"][1]]
    return part["word"]


def say(value: list[dict], text: str, previous: str | None = None) -> str:
    return " ".join(text_of(p, text, previous) for p in value)


def call(tool: str, **args) -> dict:
    given = {k: v for k, v in args.items() if v not in (None, [], {})}
    if unknown := set(given) - set(ORDER[tool]):
        raise ValueError(f"{tool} has no {unknown}")
    out = {name: given[name] for name in ORDER[tool] if name in given}
    if isinstance(out.get("filter"), dict):
        out["filter"] = {k: out["filter"][k] for k in FILTER_ORDER if out["filter"].get(k)}
    return {"tool": tool, "args": out}


NO_STATE = {"ended": None, "tools": [], "listed": None, "tasks": [], "lists": []}
GENERIC = re.compile(r"^(?:it|that|this|them|that one|this one|alarms?|reminders?|events?|the last one|last one)$", re.I)


def row(source: str, text: str, target: dict, label_source: str, previous: str | None = None,
        state: dict | None = None, mask: list[str] | None = None) -> dict:
    """One row without id and split, checked."""
    if text != clean(text):
        raise ValueError(f"not clean: {text!r}")
    if len(split_words(text)) > MAX_WORDS:
        raise Drop("too long")
    out = {"text": text, "previous": previous, "state": {**NO_STATE, **(state or {})}, "target": target,
           "label_source": label_source, "source": source}
    if mask:
        out["mask"] = mask
    check(out)
    out["carrier"], out["titles"] = carrier(out), titles(out)
    return out


def values(target: dict):
    """(tool, path, value) of every argument; a filter's keys are paths of their own."""
    for c in target.get("calls", []):
        for name, value in c["args"].items():
            if isinstance(value, dict):
                for key, v in value.items():
                    yield c["tool"], f"filter.{key}", v
            else:
                yield c["tool"], name, value


def texts(value) -> list[list[dict]]:
    """The texts of a value: none for an enumeration or a number, one for a text, several for a list of texts."""
    if not isinstance(value, list) or not value:
        return []
    return value if isinstance(value[0], list) else [value]


def check(r: dict) -> None:
    starts, ends = bounds(r["text"])
    p_starts, p_ends = bounds(r["previous"]) if r["previous"] else (set(), set())
    for _, name, value in values(r["target"]):
        for parts in texts(value):
            if not 1 <= len(parts) <= 4:
                raise Drop("more than four parts")
            for p in parts:
                if "span" in p and not (p["span"][0] in starts and p["span"][1] in ends and p["span"][0] < p["span"][1]):
                    raise Drop("span cuts a word")
                if "previous" in p and not (p["previous"][0] in p_starts and p["previous"][1] in p_ends):
                    raise Drop("previous span cuts a word")


SLOT = {"title": "title", "task": "title", "due": "due", "at": "due", "filter.due": "due", "list": "list", "filter.list": "list",
        "name": "list", "repeat": "repeat", "text": "title", "filter.text": "title", "filter.except": "title", "tags": "tag"}


def carrier(r: dict) -> str:
    """The sentence with its spans replaced by slots, normalised: the part that train and test must not share."""
    text, marks = r["text"], []
    for _, name, value in values(r["target"]):
        for parts in texts(value):
            for p in parts:
                if "span" in p and not GENERIC.match(text[p["span"][0]:p["span"][1]]):
                    marks.append((*p["span"], SLOT.get(name, name)))
    out, at = [], 0
    for start, end, slot in sorted(set(marks)):
        if start < at:
            continue
        out += [text[at:start], f" <{slot}> "]
        at = end
    low = "".join(out + [text[at:]]).lower()
    low = re.sub(r"[^\w<>']+", " ", low)
    low = re.sub(r"\d+", "0", low)
    low = re.sub(r"(<due>)(?: (?:at|on|for|from|in|by))*(?: <due>)+", r"\1", low)
    return re.sub(r"\s+", " ", low).strip()


def titles(r: dict) -> list[str]:
    found = []
    for tool, name, value in values(r["target"]):
        if name in ("title", "task", "text", "filter.text", "filter.except"):
            for parts in texts(value):
                said = say([p for p in parts if "word" not in p], r["text"], r["previous"]).lower()
                said = re.sub(r"[^\w' ]+", " ", said)
                said = re.sub(r"^(?:the|a|an|my|our|to) ", "", re.sub(r"\s+", " ", said).strip())
                if said and not GENERIC.match(said):
                    found.append(said)
    return sorted(set(found))


class Report:
    """Counts what was kept and why the rest was not."""

    def __init__(self, source: str) -> None:
        self.source, self.dropped, self.examples = source, {}, {}

    def drop(self, why: str, text: str) -> None:
        self.dropped[why] = self.dropped.get(why, 0) + 1
        self.examples.setdefault(why, []).append(text)

    def show(self, limit: int = 0, out=sys.stderr) -> None:
        for why, n in sorted(self.dropped.items(), key=lambda kv: -kv[1]):
            print(f"  {self.source}: dropped {n}: {why}", file=out)
            for text in self.examples[why][:limit]:
                print("      ", text, file=out)
