"""The reference task agent's training instructions (MIT), as text only: its own labels (absolute dates, "I cannot
delete") are not read. Adds are labelled by the frames, the few dozen other sentences by hand in the table below."""

from __future__ import annotations

import re
from pathlib import Path

from . import frames
from .common import Drop, Report, call, clean, read_jsonl, span

LIST, SUMMARY, ALL = {"calls": [call("list_tasks")]}, {"calls": [call("summarize_tasks")]}, {"calls": [call("delete_tasks", filter={"status": "open"})]}
PENDING = {"calls": [call("list_tasks", status="open")]}
BY_HAND = {
    "what's pending": PENDING, "show my pending tasks": PENDING, "give me my task list": LIST, "what are my tasks": LIST, "show todo items": LIST,
    "list all my tasks": LIST, "list tasks": LIST, "show me my tasks": LIST, "what's on my todo list": LIST, "display my tasks": LIST,
    "can you show me what i have to do": LIST, "what do i need to do": LIST, "what tasks do i have": LIST, "what tasks are there": LIST,
    "task overview": SUMMARY, "task summary please": SUMMARY, "give me an overview of my tasks": SUMMARY, "quick summary of tasks": SUMMARY,
    "how many tasks do i have": SUMMARY, "summarize my tasks": SUMMARY, "give me a summary": SUMMARY, "what's the status of my tasks": SUMMARY,
    "how's my todo list looking": SUMMARY, "what's my task status": SUMMARY, "summarize what i need to do": SUMMARY, "overview of tasks": SUMMARY,
    "delete all tasks": ALL, "mark task as complete": {"final": ["ask-which"]}, "i need to do something tomorrow": {"final": ["ask-what"]},
    "help": {"calls": [call("help")]}, "what can you do": {"final": ["abilities"]}, "who are you": {"final": ["identity"]},
    "how are you": {"final": ["how-are-you"]}, "hey": {"final": ["greeting"]}, "hi there": {"final": ["greeting"]}, "hello": {"final": ["greeting"]},
    "thanks": {"final": ["thanks"]}, "thank you": {"final": ["thanks"]}, "bye": {"final": ["bye"]}, "goodbye": {"final": ["bye"]},
    "what's the weather": {"final": ["weather"]}, "what time is it": {"final": ["clock"]}, "tell me a joke": {"final": ["fun"]},
}
HEAD = re.compile(r"^(?:remind me to|don't forget to|i (?:need|have) to|i should|add a task to|create a task (?:for|to)|schedule|add|put)\s+(?P<title>.+?)(?:\s+(?:on|to) my (?:todo )?list)?$", re.I)


def rows(data: Path, report: Report):
    seen = set()
    for raw in read_jsonl(data / "llama_task_agent_train.jsonl"):
        text = clean(raw["instruction"])
        if text.lower() in seen:
            continue
        seen.add(text.lower())
        key = text.lower().strip(" ?!.")
        try:
            if key in BY_HAND:
                yield ("row", text, BY_HAND[key], "hand")
            elif key == "add buy milk and call mom":
                yield ("row", text, {"calls": [call("add_task", title=[span(text, 4, 12)]), call("add_task", title=[span(text, 17, 25)])]}, "hand")
            else:
                yield ("row", text, {"calls": [add(text)]}, "rule from gold")
        except Drop as why:
            report.drop(str(why), text)


def add(text: str) -> dict:
    said = frames.Said(text, lists=False)
    if len(said.found) > 1 or said.found and said.found[0].end != len(text):
        raise Drop("a time inside the title")
    end = said.found[0].start if said.found else len(text)
    m = HEAD.match(text[:end].rstrip())
    if not m or re.search(r"\band\b|,", m.group("title")) or re.match(r"(?:something|task)", m.group("title")):
        raise Drop("no frame")
    return call("add_task", title=[span(text, *m.span("title"))], due=[span(text, said.found[0].start, said.found[0].end)] if said.found else None)
