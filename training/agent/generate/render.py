"""From segments to a row: the text, the offsets of each slot's words, and the target that points at them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from .core import Cat, K, P, Retry, W

SPEC_ORDER = {  # the registry's order of arguments
    "add_task": "title due priority tags list repeat notes", "update_task": "task title due priority tags list repeat notes", "complete_task": "task", "reopen_task": "task", "delete_task": "task",
    "add_subtask": "task title", "move_task": "task list", "set_reminder": "task at", "list_tasks": "due list tag priority status text sort", "search_tasks": "text", "summarize_tasks": "due list",
    "suggest_next": "", "postpone_tasks": "filter due", "delete_tasks": "filter", "clear_completed": "", "create_list": "name", "rename_list": "list name", "delete_list": "list", "undo": "steps", "redo": "",
    "export_tasks": "format", "help": "topic",
}
REQUIRED = {"add_task": "title", "update_task": "task", "complete_task": "task", "reopen_task": "task", "delete_task": "task", "add_subtask": "task title", "move_task": "task list", "set_reminder": "task at",
            "search_tasks": "text", "postpone_tasks": "filter due", "delete_tasks": "filter", "create_list": "name", "rename_list": "list name", "delete_list": "list", "export_tasks": "format"}
ENUMS = {"priority", "status", "sort", "format"}


@dataclass
class Rendered:
    text: str
    spans: dict  # slot key -> [[start, end], ...]


def is_mark(ch):
    code = ord(ch)
    return 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126 or unicodedata.category(ch).startswith("P")


def is_cjk(ch):
    return 0x4E00 <= ord(ch) <= 0x9FFF or 0x3400 <= ord(ch) <= 0x4DBF


def is_boundary(text, at):
    """Whether a word of BERT's basic tokenisation may begin or end here."""
    if at <= 0 or at >= len(text):
        return True
    a, b = text[at - 1], text[at]
    return a.isspace() or b.isspace() or is_mark(a) or is_mark(b) or is_cjk(a) or is_cjk(b)


def render(segs):
    text, spans = "", {}
    for seg in segs:
        start, end = len(text), len(text) + len(seg.text)
        text += seg.text
        if seg.key is None or not seg.text.strip():
            continue
        start += len(seg.text) - len(seg.text.lstrip())
        end -= len(seg.text) - len(seg.text.rstrip())
        for key in seg.key if isinstance(seg.key, tuple) else (seg.key,):
            rows = spans.setdefault(key, [])
            if rows and not text[rows[-1][1]:start].strip(" ") and start - rows[-1][1] <= 1:
                rows[-1][1] = end
            else:
                rows.append([start, end])
    lead = len(text) - len(text.lstrip())
    if lead:
        text = text[lead:]
        spans = {k: [[a - lead, b - lead] for a, b in v] for k, v in spans.items()}
    text = text.rstrip()
    for rows in spans.values():
        for a, b in rows:
            if not (0 <= a < b <= len(text) and is_boundary(text, a) and is_boundary(text, b)):
                raise Retry("a span is not whole words")
            if text[a].isspace() or text[b - 1].isspace():
                raise Retry("a span has loose ends")
    return Rendered(text, spans)


def parts_of(value, said, previous):
    if isinstance(value, K):
        if value.name not in said.spans:
            raise Retry("nothing to copy")
        return [{"span": s} for s in said.spans[value.name]]
    if isinstance(value, Cat):
        if any(name.startswith("^") for name in value.names):  # "order 20 bags | make it 30": parts of both sentences
            return [part for name in value.names for part in parts_of(P(name[1:]) if name.startswith("^") else K(name), said, previous)]
        spans = []
        for name in value.names:
            for a, b in said.spans[name]:
                if spans and a - spans[-1][1] == 1 and said.text[spans[-1][1]] == " ":
                    spans[-1] = [spans[-1][0], b]  # they stand side by side after all
                else:
                    spans.append([a, b])
        return [{"span": s} for s in spans]
    if isinstance(value, P):
        return [{"previous": s} for s in previous.spans[value.name]]
    if isinstance(value, W):
        return [{"word": value.word}]
    raise TypeError(value)


def written(name, value, said, previous):
    if name == "filter":
        return {k: written(k, v, said, previous) for k, v in value.items()}
    if name in ENUMS or name == "steps":
        return value
    if isinstance(value, list):
        return [parts_of(v, said, previous) for v in value]
    parts = parts_of(value, said, previous)
    if len(parts) > 4:
        raise Retry("too many parts")
    return parts


def target(clause, said, previous):
    if not clause.calls:
        return {"final": list(clause.final)}
    if len(clause.calls) > 8:
        raise Retry("too many calls")
    calls = []
    for tool, args in clause.calls:
        order = SPEC_ORDER[tool].split()
        unknown = set(args) - set(order)
        if unknown:
            raise KeyError(f"{tool} has no {unknown}: {clause.carrier}")
        for need in REQUIRED.get(tool, "").split():
            if need not in args:
                raise KeyError(f"{tool} lacks {need}: {clause.carrier}")
        calls.append({"tool": tool, "args": {n: written(n, args[n], said, previous) for n in order if n in args}})
    return {"calls": calls}
