"""CLINC150: typed utterances with an intent and no spans (CC BY 3.0). The intent says which frames may read the sentence;
titles, lists and times are what the frame finds, so every row here is a rule from gold, never a gold span."""

from __future__ import annotations

import re
from pathlib import Path

from . import frames
from .common import Drop, Report, clean, read_jsonl

OURS = {"reminder", "reminder_update", "todo_list", "todo_list_update", "shopping_list", "shopping_list_update", "calendar",
        "calendar_update", "alarm", "meeting_schedule", "schedule_meeting"}
ASK = re.compile(r"^(?:please |can you |could you |will you |can i |i need to |i'd like to |i would like to |help me )*(?:(?:set|create|add|make|give|schedule)(?: up| me)*(?: an?| another| new| my| the)* reminder(?: up| set up| made)?|remind me(?: of something| to do something)?|i (?:need|would like|want) (?:a reminder|to be reminded)|i want you to remind me of something|please remind me of something|how about a reminder|new reminder)(?: for (?:me|myself))?[ ,]*(?:please)?$")
REMOVE = re.compile(frames.PRE + rf"(?:{frames.X}[\s,]*)?{frames.CANCEL}\b|\b(?:off|clear|clean|cleared|removed)\b|wide open|leave|keep|blank")


def rows(data: Path, report: Report):
    for raw in read_jsonl(data / "clinc150_train.jsonl"):
        text, intent = clean(raw["text"]), raw["intent"]
        if intent not in OURS:
            yield ("other", text, intent)
            continue
        try:
            yield ("row", *convert(text, intent))
        except Drop as why:
            report.drop(f"{intent}: {why}", text)


def convert(text: str, intent: str) -> tuple:
    if re.search(r"\b(?:don't|do not|dont|how do|how can|how does|how is|tell me how|show me how|rooms?|availability)\b", text) and not re.search(r"forget", text):
        raise Drop("negated, or a question about how")
    if ASK.match(text):
        return text, {"final": ["ask-what"]}, "rule from gold"
    said = frames.Said(text)
    if intent == "reminder_update":
        calls = [frames.add_call(frames.reminder(said))]
    elif intent == "alarm":
        calls = [frames.add_call(frames.alarm(said))]
    elif intent in ("calendar", "reminder", "todo_list", "shopping_list", "meeting_schedule"):
        calls = [frames.shown(said)]
    elif intent in ("todo_list_update", "shopping_list_update"):
        calls = frames.listing(said)
    elif REMOVE.search(said.mask):
        calls = [frames.cancelled(said)]
    else:
        calls = [frames.add_call(frames.event(said, bare=intent == "calendar_update"))]
    return text, {"calls": calls}, "rule from gold"
