"""HWU64: utterances to a home assistant with [slot : value] annotation, lower case, times in words (CC BY 4.0).

calendar/set and alarm/set → add_task; remove → delete_task(s); query → list_tasks, search_tasks, summarize_tasks;
lists → add_task with a list, delete_task, create_list, delete_list, list_tasks. Every annotated span that is not a time
must lie in the title, the task's name or the list that the frame reads; times found must be times, and times annotated
must be found. All other scenarios are offered as negatives.
"""

from __future__ import annotations

import re
from pathlib import Path

from . import dates, frames
from .common import Drop, Report, clean, read_jsonl, say, texts, values

SLOT = re.compile(r"\[\s*([a-z_]+)\s*:\s*([^\]]*?)\s*\]")
TIMES = {"date", "time", "timeofday", "general_frequency"}
OURS = {("alarm", "set"), ("alarm", "remove"), ("alarm", "query"), ("calendar", "set"), ("calendar", "remove"),
        ("calendar", "query"), ("lists", "createoradd"), ("lists", "remove"), ("lists", "query")}


def unpack(annotated: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain text and its spans."""
    out, spans, at = "", [], 0
    for m in SLOT.finditer(annotated):
        out += annotated[at:m.start()]
        spans.append((len(out), len(out) + len(m.group(2)), m.group(1)))
        out += m.group(2)
        at = m.end()
    out += annotated[at:]
    return out, spans


def rows(data: Path, report: Report):
    yield from convert_all(read_jsonl(data / "hwu64_train.jsonl"), report)


def convert_all(raws, report: Report):
    for raw in raws:
        scenario, intent = raw["scenario"], raw["intent"].removeprefix(raw["scenario"] + "_")
        text, spans = unpack(raw["annotated"])
        if (scenario, intent) not in OURS:
            yield ("other", clean(raw["text"]), f"{scenario}/{intent}")
            continue
        try:
            if text != clean(text) or not text:
                raise Drop("white space inside")
            yield ("row", *convert(text, scenario, intent, spans))
        except Drop as why:
            report.drop(f"{scenario}/{intent}: {why}", text)


def convert(text: str, scenario: str, intent: str, spans: list[tuple[int, int, str]]) -> tuple:
    times = [(s, e) for s, e, label in spans if label in TIMES and (dates.plain(text[s:e]) or label == "general_frequency")]
    if re.search(r"\b(?:don't|do not|dont|never|how can i|how do i)\b", text) and not re.search(r"forget", text):
        raise Drop("negated")
    if re.search(r"\b(?:playlist|play list|contacts?|photos?|songs?|menu|dvr|sms|sync|invite|email|nba|file|wake up calls)\b", text):
        raise Drop("another application")
    asked = ask(text, scenario, intent)
    if asked:
        return text, {"final": [asked]}, "rule from gold"
    said = frames.Said(text, times)
    if scenario == "lists":
        calls = frames.listing(said) if intent != "query" else [frames.shown(said)]
    elif intent == "set":
        calls = [frames.add_call(frames.alarm(said) if scenario == "alarm" else frames.event(said, bare=True))]
    elif intent == "remove":
        calls = [frames.cancelled(said)]
    else:
        calls = [frames.shown(said)]
    gold_used(text, spans, calls, said)
    return text, {"calls": calls}, "gold span" if spans else "rule from gold"


def ask(text: str, scenario: str, intent: str) -> str | None:
    if frames.ASK_LIST.match(text) and intent == "createoradd":
        return "ask-list-name"
    if re.fullmatch(r"(?:please |can you |could you )?(?:set|create|add|make|new|schedule)(?: a| an| another| new| the)* (?:reminder|event)(?: for me| to (?:my )?calendar)?(?: please)?", text):
        return "ask-what"
    return None


def gold_used(text: str, spans, calls: list[dict], said) -> None:
    covered = [tuple(p["span"]) for c in calls for _, _, v in values({"calls": [c]}) for t in texts(v) for p in t if "span" in p]
    inside = lambda s, e: any(a <= s and e <= b for a, b in covered)
    touches = lambda s, e: any(a < e and s < b for a, b in covered)
    removing = all(c["tool"] in ("delete_task", "search_tasks", "complete_task") for c in calls)
    for s, e, label in spans:
        if label in TIMES:
            if not touches(s, e) and not any(f.start < e and s < f.end for f in said.found) and not removing:
                raise Drop("an annotated time is not used")
        elif label == "list_name":
            if not touches(s, e) and not re.search(r"\b(?:to ?do|reminder|task|list of)", text[max(0, s - 8):e + 1]) and not removing:
                raise Drop("an annotated list is not used")
        elif not inside(s, e) and not (touches(s, e) and re.search(r"meeting|event|all|next|last|recurring", text[s:e])) and not re.fullmatch(r"(?:events?|calendar app|generic calendar event|recurring|next|meetings?)", text[s:e]):
            raise Drop("an annotated span is not used")
    for c in calls:
        for name, v in c["args"].items():
            if name == "title" and re.search(r"\b(?:event|calendar|set|remove|delete|schedule) ?$", say(v, text)):
                raise Drop("title with command words")
