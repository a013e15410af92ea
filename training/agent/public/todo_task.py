"""The todo-task corpus (MIT): lines that people wrote on their own to-do lists. The line is the title, less a time.

Left out: lines with a comma, "and" or a slash between verbs (one task or several?), lines that begin with a word this
application takes as a command ("schedule", "set", "add"), and long ones.
"""

from __future__ import annotations

import re
from pathlib import Path

from . import dates
from .common import Drop, Report, call, clean, read_jsonl, span

COMMANDS = re.compile(r"^(?:schedule|set|add|create|make (?:an? )?appointment|remember|cancel|change|move|delete|remove|update|show|list|clear|please|call a \")\b", re.I)


def rows(data: Path, report: Report):
    for raw in read_jsonl(data / "sources" / "todo-task" / "todo-dataset.json"):
        text = clean(raw["instance"]["panon"]["text"])
        try:
            yield ("row", text, {"calls": [convert(text)]}, "rule from gold")
        except Drop as why:
            report.drop(str(why), text)


def convert(text: str) -> dict:
    if COMMANDS.match(text):
        raise Drop("begins like a command")
    if re.search(r",|;|\band\b|&|\w/\w|\.\s+\w|\(|!!", text) or len(text.split()) > 11:
        raise Drop("one task or several?")
    found = dates.find(text)
    if re.search(r"\b(?:before|by|in|until) (?:may|march)\b", text, re.I):
        raise Drop("a month or a word?")
    if not found:
        end = len(text.rstrip(" .!:("))
        return call("add_task", title=[span(text, 0, end)])
    f = found[-1]
    if len(found) > 1 or f.kind != "due" or f.end < len(text) or re.search(r"\bfor (?:\w+ )?$", text[:f.start]):
        raise Drop("a time inside the title")
    head = re.sub(r"\s+(?:at|on|for)?\s*$", "", text[:f.start])
    return call("add_task", title=[span(text, 0, len(head))], due=[span(text, f.start, f.end)])
