"""Schuster et al. 2019, English: typed reminders and alarms with character spans (CC BY-SA).

reminder/set → add_task, alarm/set → add_task ("alarm" is the title where nothing else is said), cancel → delete_task or
delete_tasks, show and time_left → list_tasks, search_tasks or summarize_tasks, modify → update_task with a new time.
A reminder's gold "todo" span must be the title that the frame reads (articles and a place or purpose after it aside).
"""

from __future__ import annotations

import re
from pathlib import Path

from . import frames
from .common import Drop, Report, call, clean, read_jsonl, say, span

ASK_WHAT = re.compile(r"^(?:please |can you |could you )?(?:remind me|(?:set|create|add|make|give me|i need|new|set up)(?: me)?(?: an?| another| a new| new)* reminder)(?: please)?[.!? ]*$", re.I)
NEGATED = re.compile(r"\b(?:don't|do not|dont|didn't|never)\b", re.I)


def rows(data: Path, report: Report):
    for raw in read_jsonl(data / "sources" / "schuster_train.jsonl"):
        text = clean(raw["text"])
        if text != raw["text"].strip() and text != raw["text"]:
            shift = None
        else:
            shift = len(raw["text"]) - len(raw["text"].lstrip())
        intent = raw["intent"].split("/")
        if intent[0] == "weather":
            yield ("other", text, "weather")
            continue
        try:
            if shift is None:
                raise Drop("white space inside")
            spans = [(s["start"] - shift, s["end"] - shift, s["label"]) for s in raw["spans"]]
            yield ("row", *convert(text, intent[1], spans))
        except Drop as why:
            report.drop(f"{raw['intent']}: {why}", text)


def convert(text: str, intent: str, spans: list[tuple[int, int, str]]) -> tuple:
    times = [(s, e) for s, e, label in spans if label in ("datetime", "reminder/recurring_period")]
    if NEGATED.search(text) and not re.search(r"don'?t (?:let me )?forget", text, re.I):
        raise Drop("negated")
    if intent == "set_reminder":
        if ASK_WHAT.match(text) or (not any("todo" in s[2] for s in spans) and only_time(text, times)):
            return text, {"final": ["ask-what"]}, "rule from gold"
        said = frames.Said(text, times, lists=False)
        got = frames.reminder(said)
        todo = [(s, e) for s, e, label in spans if label in ("reminder/todo", "reminder/noun") and not re.fullmatch(r"(?i)remind(?:er)?s?|alarm|alert", text[s:e])]
        agree(said, got, todo)
        return text, {"calls": [frames.add_call(got)]}, "gold span"
    said = frames.Said(text, times, lists=False)
    if intent == "set_alarm":
        return text, {"calls": [frames.add_call(frames.alarm(said))]}, "gold span"
    if intent in ("cancel_alarm", "cancel_reminder"):
        if re.search(r"\b(?:reset|re-set|set the|suspend|skip|snooze|pause|tablet|only|until|but|already|finished|move|reschedule)\b", text, re.I):
            raise Drop("not a plain removal")
        made = frames.cancelled(said)
        todo = [(s, e) for s, e, label in spans if label == "reminder/todo"]
        if todo and made["tool"] == "delete_task":
            named = say(made["args"]["task"], text).lower()
            if bare(text[todo[0][0]:todo[0][1]]) not in named and named not in text[todo[0][0]:todo[0][1]].lower():
                raise Drop("gold and frame disagree")
        return text, {"calls": [made]}, "gold span"
    if intent in ("show_alarms", "show_reminders"):
        return text, {"calls": [frames.shown(said)]}, "gold span"
    if intent == "time_left_on_alarm":
        m = re.search(r"\b((?:(?:wake[ -]?up|waking|morning|work|school|nap|gym) )?alarm)\b", text.lower())
        if not m or re.search(r"\b(?:snooze|next|first|3rd|second|last|all)\b", text.lower()):
            raise Drop("one of a row")
        return text, {"calls": [call("search_tasks", text=[span(text, *m.span(1))])]}, "rule from gold"
    if intent == "modify_alarm":
        return text, {"calls": [frames.modified(said)]}, "gold span"
    raise Drop("no tool for it")


def only_time(text: str, times: list[tuple[int, int]]) -> bool:
    """"Add a reminder for next Sunday": a time, nothing to do."""
    rest = list(text)
    for s, e in times:
        rest[s:e] = " " * (e - s)
    return bool(times) and re.fullmatch(r"(?:\s|[.,!?]|\b(?:please|can you|could you|set|create|add|make|give|me|i|need|a|an|new|another|remind|reminder|up|want|the|my|for|at|on|notification)\b)+", "".join(rest).lower()) is not None


def bare(title: str) -> str:
    return re.sub(r"^(?:(?:to|my|the|a|an|our|that|i have (?:an?|to)|i need to|not to forget) )+", "", title.lower().strip(" .,!?\"'")).strip()


def agree(said, got: dict, todo: list[tuple[int, int]]) -> None:
    if not todo:
        raise Drop("no gold title")
    start, end = min(s for s, _ in todo), max(e for _, e in todo)
    if len(todo) > 1:
        raise Drop("two gold titles")
    # the gold span with the times inside it cut off at its edges
    for f in said.found:
        if f.start <= start < f.end <= end:
            start = f.end
        if start <= f.start < end <= f.end + 1:
            end = f.start
    gold = bare(re.sub(r"\s+(?:at|on|for|by)\s*$", "", said.text[start:end]))
    ours = bare(say(got["title"], said.text))
    if ours == gold:
        return
    if gold and ours.startswith(gold) and re.match(r"\s?(?:at|in|on|with|before|after|when|while|for|from|to|if|about|'s|,? ?because|that|so|as|during|by|the)\b", ours[len(gold):]):
        return
    if gold and ours.endswith(gold) and re.fullmatch(r"(?:(?:go|to|the|my|a|about|our|his|her|next) )+", ours[:-len(gold)]):
        return
    raise Drop(f"gold and frame disagree")
