"""Schema-Guided Dialogue, the calendar and alarm services (CC BY-SA 4.0): gold slot spans over several turns.

GetEvents → list_tasks; AddEvent with its name → add_task from the gold spans; AddEvent without one → a question back, and
the turn that answers it → add_task whose time may lie in the previous sentence; a time given after that → update_task on
"it". Slots for places drop the row: whether a place belongs to the title is not annotated. Other services are not used.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from . import dates, frames
from .common import Drop, Report, call, clean, fit, say, span
from .smcalflow import YES, sharing

NAMES, TIMES = {"event_name", "new_alarm_name"}, {"event_time", "event_date", "new_alarm_time"}
OTHER_WORDS = re.compile(r"\b(?:cab|ride|ticket|tickets|book|find|hotel|flight|restaurant|movie (?:in|near)|call a|bus|address|located|location|street|buy|play|music|reserve)\b", re.I)


def rows(data: Path, report: Report):
    for name in ("train", "dev"):
        with gzip.open(data / "sources" / "sgd" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                d = json.loads(line)
                if {"Calendar_1", "Alarm_1"} & set(d["services"]):
                    yield from dialogue(d, report)


def dialogue(d: dict, report: Report):
    previous, state, titles, pending = None, None, [], None
    for turn in d["turns"]:
        if turn["speaker"] != "USER":
            continue
        ours = [f for f in turn["frames"] if f["service"] in ("Calendar_1", "Alarm_1")]
        text = turn["utterance"]
        if not ours or len(turn["frames"]) > 1:
            previous, state, pending = None, None, None
            continue
        try:
            if text != clean(text):
                raise Drop("white space inside")
            target, label, asked = convert(text, ours[0], previous, state, pending)
        except Drop as why:
            report.drop(str(why), text)
            previous, state, pending = None, None, None
            continue
        given = {**(state or {}), "tasks": sharing(text, titles)}
        yield ("row", text, target, label, {"previous": previous, "state": given})
        calls = target.get("calls")
        previous, pending = text, asked
        state = {"ended": "ran" if calls else "asked" if asked is not None else "said", "tools": [c["tool"] for c in calls or []], "listed": None}
        for c in calls or []:
            if c["tool"] == "add_task":
                titles = [say(c["args"]["title"], text), *titles]


def gold(text: str, frame: dict) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = {"name": [], "time": [], "place": []}
    for s in frame["slots"]:
        kind = "name" if s["slot"] in NAMES else "time" if s["slot"] in TIMES else "place"
        found[kind].append((s["start"], s["exclusive_end"]))
    return found


def times(text: str, spans: list[tuple[int, int]]) -> list[dict]:
    """The gold times as the finder sees them, so that "by" and "in" stay and "at" and "on" go."""
    parts = []
    found = [f for f in dates.find(text, spans)]
    if any(f.kind == "repeat" for f in found) or any(not any(f.start < e and s < f.end for s, e in spans) for f in found):
        raise Drop("a time that is not annotated")
    for f in found:
        if not dates.plain(text[f.start:f.end]):
            raise Drop("not a time")
        parts.append(span(text, f.start, f.end))
    if len(parts) > 2:
        raise Drop("several times")
    return parts


def convert(text: str, frame: dict, previous, state, pending) -> tuple[dict, str, list | None]:
    acts = {a["act"] for a in frame["actions"]}
    intent, slots = frame["state"]["active_intent"], gold(text, frame)
    asked = bool(state and state.get("ended") == "asked")
    ran = bool(state and state.get("ended") == "ran")
    if re.search(r"\b(?:that|this|same) (?:day|date|time)\b", text, re.I):
        raise Drop("a day pointed at")
    if OTHER_WORDS.search(text) and not slots["name"]:
        raise Drop("about another service")
    if acts <= {"AFFIRM"} and ran and YES.match(text.lower()):
        return {"final": ["okay"]}, "rule from gold", None
    if acts <= {"THANK_YOU", "GOODBYE", "NEGATE"} and "THANK_YOU" in acts and previous and re.search(r"thank", text, re.I) and len(text.split()) < 12:
        return {"final": ["thanks"]}, "rule from gold", None
    if slots["place"]:
        raise Drop("a place")
    if intent in ("GetEvents", "GetAlarms") and acts & {"INFORM_INTENT", "INFORM"} and not acts & {"SELECT", "REQUEST_ALTS"}:
        if not acts & {"INFORM_INTENT"} and len(text.split()) > 9:
            raise Drop("an answer to a question that was not ours")
        if re.search(r"\bany ?(?:thing|one)? other|\bother\b|available|free|availability", text, re.I):
            raise Drop("a free slot, or more of a list")
        made = frames.shown(frames.Said(text, slots["time"], lists=False))
        if made["tool"] != "list_tasks" or ("due" in made["args"]) != bool(slots["time"]):
            raise Drop("times disagree")
        return {"calls": [made]}, "gold span" if slots["time"] else "rule from gold", None
    if intent not in ("AddEvent", "AddAlarm") or acts - {"INFORM_INTENT", "INFORM", "AFFIRM", "THANK_YOU", "SELECT", "NEGATE", "REQUEST_ALTS"}:
        raise Drop("another act")
    due = times(text, slots["time"])
    if len(slots["name"]) > 1:
        raise Drop("two names")
    if slots["name"]:
        title = [span(text, *fit(text, *slots["name"][0]))]
        if re.match(r"(?:yes|no)\b", text.lower()) and not asked and "INFORM_INTENT" not in acts:
            raise Drop("an answer to a question that was not ours")
        if "INFORM_INTENT" in acts:
            return {"calls": [call("add_task", title=title, due=due)]}, "gold span", None
        if asked and pending is not None:
            before = [{"previous": p["span"]} for p in pending]
            if before and due:
                raise Drop("two times")
            return {"calls": [call("add_task", title=title, due=before or due)]}, "gold span", None
        raise Drop("an answer to a question that was not ours")
    if intent == "AddAlarm" and due and "INFORM_INTENT" in acts:
        m = re.search(r"\balarm\b", text.lower())
        if not m:
            raise Drop("no title")
        return {"calls": [call("add_task", title=[span(text, *m.span())], due=due)]}, "gold span", None
    if "INFORM_INTENT" in acts and intent == "AddEvent":
        if len(text.split()) > 22 or not re.search(r"\b(?:add|put|include|save|mark|schedule|create|set|make|place)\b", text, re.I):
            raise Drop("too much besides")
        return {"final": ["ask-what"]}, "rule from gold", due
    if ran and state["tools"] == ["add_task"] and due and acts <= {"INFORM", "AFFIRM"} and not re.search(r"[?]", text):
        it = re.search(r"\b(it|that)\b(?!['’])", text.lower())
        return {"calls": [call("update_task", task=[span(text, *it.span(1))] if it else [{"word": "it"}], due=due)]}, "gold span", None
    raise Drop("another act")
