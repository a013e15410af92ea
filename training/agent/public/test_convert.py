"""python -m unittest training.agent.public.test_convert: a few rows through the frames, and every committed row."""

from __future__ import annotations

import gzip
import json
import unittest
from collections import Counter
from pathlib import Path

from ..generate.finals import PHRASES
from . import clinc150, dates, frames, hwu64, negatives, schuster, sgd, smcalflow, todo_task
from .common import FILTER_ORDER, ORDER, Drop, call, carrier, check, row, say, texts, titles, values
from .convert import SHAREALIKE, has_words, split

DATA = Path(__file__).parent.parent / "data"
ENUMS = {"priority": {"high", "medium", "low", "none"}, "status": {"open", "done", "overdue"}, "sort": {"due", "priority", "title", "created"}}


def read(name: str) -> list[dict]:
    with gzip.open(DATA / name, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def said(target: dict, text: str, previous: str | None = None) -> list:
    """The calls with their spans read out."""
    out = []
    for c in target["calls"]:
        args = {}
        for name, value in c["args"].items():
            args[name] = {k: say(v, text) if isinstance(v, list) else v for k, v in value.items()} if isinstance(value, dict) \
                else say(value, text, previous) if isinstance(value, list) else value
        out.append((c["tool"], args))
    return out


class Times(unittest.TestCase):
    def found(self, text):
        return [(text[f.start:f.end], f.kind) for f in dates.find(text)]

    def test_what_is_dropped_and_what_is_kept(self):
        for text, expected in {
            "remind me at 5 tomorrow": [("5 tomorrow", "due")],
            "send it by Friday 3pm": [("by Friday 3pm", "due")],
            "remind me in two hours": [("in two hours", "due")],
            "set alarm for 9pm on Thursdays": [("9pm", "due"), ("Thursdays", "repeat")],
            "Saturdays meeting": [("Saturdays", "due")],
            "every other monday starting today": [("every other monday", "repeat"), ("today", "due")],
            "8 am for tomorrow morning": [("8 am", "due"), ("tomorrow morning", "due")],
            "give me two apples": [],
            "i may go": [],
        }.items():
            self.assertEqual(self.found(text), expected, text)

    def test_plain(self):
        self.assertTrue(dates.plain("tomorrow at half past six"))
        self.assertFalse(dates.plain("excluding Sunday"))


class Frames(unittest.TestCase):
    def read(self, make, text):
        return said({"calls": [make(frames.Said(text))]}, text)[0]

    def test_reminders(self):
        add = lambda s: frames.add_call(frames.reminder(s))
        for text, args in {
            "Remind me to call mum tomorrow at 6": {"title": "call mum", "due": "tomorrow at 6"},
            "Set a reminder for Tuesday to buy stamps": {"title": "buy stamps", "due": "Tuesday"},
            "Remind me about my interview on Thursday.": {"title": "interview", "due": "Thursday"},
            "remind me to take recycling out every other monday starting today": {"title": "take recycling out", "due": "today", "repeat": "every other monday"},
            "Remind me to get eggs tomorrow at the store": {"title": "get eggs at the store", "due": "tomorrow"},
        }.items():
            self.assertEqual(self.read(add, text), ("add_task", args), text)

    def test_alarms_and_events(self):
        self.assertEqual(self.read(lambda s: frames.add_call(frames.alarm(s)), "set alarm for every tuesday at 4"),
                         ("add_task", {"title": "alarm", "due": "4", "repeat": "every tuesday"}))
        self.assertEqual(self.read(lambda s: frames.add_call(frames.event(s)), "schedule a meeting with Al on Tuesday"),
                         ("add_task", {"title": "meeting with Al", "due": "Tuesday"}))

    def test_removals(self):
        for text, expected in {
            "Cancel all my reminders for tomorrow": ("delete_tasks", {"filter": {"due": "tomorrow"}}),
            "delete all alarms": ("delete_tasks", {"filter": {"text": "alarms"}}),
            "Cancel my reminder to call Dan": ("delete_task", {"task": "call Dan"}),
            "cancel my reminder": ("delete_task", {"task": "it"}),
            "delete my 5:00 alarm": ("delete_task", {"task": "5:00 alarm"}),
            "clear my calendar for saturday": ("delete_tasks", {"filter": {"due": "saturday"}}),
        }.items():
            self.assertEqual(self.read(frames.cancelled, text), expected, text)

    def test_questions(self):
        for text, expected in {
            "What reminders do I have this week?": ("list_tasks", {"due": "this week"}),
            "When is my doctor's appointment?": ("search_tasks", {"text": "doctor's appointment"}),
            "How many reminders do I have today?": ("summarize_tasks", {"due": "today"}),
            "what is on my shopping list": ("list_tasks", {"list": "shopping"}),
            "is vacuuming on my todo list": ("search_tasks", {"text": "vacuuming"}),
        }.items():
            self.assertEqual(self.read(frames.shown, text), expected, text)

    def test_changes_and_lists(self):
        self.assertEqual(self.read(frames.modified, "Change my 5 am alarm to 5:30 AM"), ("update_task", {"task": "5 am alarm", "due": "5:30 AM"}))
        text = "add rice and beans to my shopping list"
        self.assertEqual(said({"calls": frames.listing(frames.Said(text))}, text),
                         [("add_task", {"title": "rice", "list": "shopping"}), ("add_task", {"title": "beans", "list": "shopping"})])

    def test_half_understood_is_dropped(self):
        for text in ("Remind my husband to get eggs", "remind me 10 minutes before that", "set an alarm for two hours"):
            with self.assertRaises(Drop, msg=text):
                frames.add_call(frames.alarm(frames.Said(text)) if "alarm" in text else frames.reminder(frames.Said(text)))


class Sources(unittest.TestCase):
    def test_schuster_needs_its_gold_title(self):
        text = "Remind me to pay rent on Friday"
        target = schuster.convert(text, "set_reminder", [(13, 21, "reminder/todo"), (22, 31, "datetime")])[1]
        self.assertEqual(said(target, text), [("add_task", {"title": "pay rent", "due": "Friday"})])
        with self.assertRaises(Drop):
            schuster.convert(text, "set_reminder", [(17, 21, "reminder/todo"), (22, 31, "datetime")])
        self.assertEqual(schuster.convert("set a reminder for tomorrow", "set_reminder", [(15, 27, "datetime")])[1], {"final": ["ask-what"]})

    def test_hwu64_uses_all_that_is_annotated(self):
        text, spans = hwu64.unpack("add [event_name : dentist appointment] for [date : friday] at [time : five]")
        self.assertEqual(text, "add dentist appointment for friday at five")
        target = hwu64.convert(text, "calendar", "set", spans)[1]
        self.assertEqual(said(target, text), [("add_task", {"title": "dentist appointment", "due": "friday at five"})])

    def test_clinc_and_todo(self):
        text = "take milk off my shopping list"
        self.assertEqual(said(clinc150.convert(text, "shopping_list_update")[1], text), [("delete_task", {"task": "milk"})])
        text = "Pick up moving truck at 5:30pm Friday"
        self.assertEqual(said({"calls": [todo_task.convert(text)]}, text), [("add_task", {"title": "Pick up moving truck", "due": "5:30pm Friday"})])

    def test_dialogues(self):
        ran = {"ended": "ran", "tools": ["add_task"]}
        text = "No, make it at 6"
        lisp = '(Yield (Execute (ReviseConstraint (refer x) y (Event.start_? (DateTime.time_? (?= (NumberPM 6L)))))))'
        self.assertEqual(said(smcalflow.convert(text, lisp, "schedule a cookout", ran, [])[0], text), [("update_task", {"task": "it", "due": "6"})])
        self.assertEqual(said(smcalflow.convert("Never mind", "(DoNotConfirm)", "schedule a cookout", ran, [])[0], "Never mind"), [("undo", {})])
        frame = {"actions": [{"act": "INFORM"}], "state": {"active_intent": "AddEvent"}, "slots": [{"slot": "event_name", "start": 11, "exclusive_end": 21}]}
        text, before = "Save it as Movie Show.", "Can you add it to my calendar at 16:00."
        target = sgd.convert(text, frame, before, {"ended": "asked", "tools": []}, [{"span": [33, 38]}])[0]
        self.assertEqual(said(target, text, before), [("add_task", {"title": "Movie Show", "due": "16:00"})])

    def test_what_a_todo_app_would_take_is_no_negative(self):
        for text in ("clean the hall", "add this song to my list", "email Sam", "book a table for two", "can you order me a pizza", "i need to call home"):
            self.assertTrue(negatives.todo_like(text), text)
        for text in ("will it rain in paris", "who wrote hamlet", "play some jazz"):
            self.assertFalse(negatives.todo_like(text), text)

    def test_a_span_may_not_cut_a_word(self):
        with self.assertRaises(Drop):
            row("x", "buy milk", {"calls": [{"tool": "add_task", "args": {"title": [{"span": [0, 6]}]}}]}, "hand")

    def test_splits_share_nothing(self):
        rows = []
        for verb in ("remind me to {}", "please remind me to {}", "i must remember to {}", "note to self {}", "jot down {}", "new task {}"):
            for i in range(40):
                title = f"{'buy sell mend wash find'.split()[i % 5]} thing{'abcdefgh'[i % 8]}{len(verb)}"
                text = verb.format(title)
                at = text.index(title)
                rows.append(row("x", text, {"calls": [call("add_task", title=[{"span": [at, at + len(title)]}])]}, "hand"))
        self.disjoint(split(rows))

    def disjoint(self, rows):
        for key in (lambda r: [r["carrier"]] if has_words(r["carrier"]) else [], lambda r: r["titles"]):
            parts = {}
            for r in rows:
                for k in key(r):
                    self.assertEqual(parts.setdefault(k, r["split"]), r["split"], k)


class Committed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.free, cls.alike = read("public.jsonl.gz"), read("public-sharealike.jsonl.gz")
        cls.rows = cls.free + cls.alike

    def test_shape(self):
        self.assertGreater(len(self.rows), 4000)
        for r in self.rows:
            self.assertEqual(set(r) - {"mask"}, {"id", "text", "previous", "state", "target", "label_source", "source", "carrier", "titles", "split"})
            self.assertEqual(set(r["state"]), {"ended", "tools", "listed", "tasks", "lists"})
            self.assertIn(r["label_source"], ("gold span", "rule from gold", "hand"))
            self.assertIn(r["split"], ("train", "dev", "test"))
            self.assertIn(r["state"]["ended"], (None, "ran", "asked", "said"))
            self.assertTrue(len(r["state"]["tasks"]) <= 3 and len(r["state"]["lists"]) <= 8 and len(r["state"]["tools"]) <= 4)
        self.assertEqual(len({r["id"] for r in self.rows}), len(self.rows))

    def test_spans_lie_on_words(self):
        for r in self.rows:
            check(r)
            for _, name, value in values(r["target"]):
                for parts in texts(value):
                    self.assertTrue(say(parts, r["text"], r["previous"]).strip(), r["id"])

    def test_calls_keep_the_contract(self):
        for r in self.rows:
            self.assertEqual(len(r["target"]), 1)
            self.assertLessEqual(len(r["target"].get("calls", [1])), 8)
            for c in r["target"].get("calls", []):
                order = ORDER[c["tool"]]
                self.assertEqual(list(c["args"]), [a for a in order if a in c["args"]], r["id"])
                for required in {"add_task": ["title"], "update_task": ["task"], "delete_task": ["task"], "complete_task": ["task"], "set_reminder": ["task", "at"],
                                 "search_tasks": ["text"], "delete_tasks": ["filter"], "create_list": ["name"], "delete_list": ["list"]}.get(c["tool"], []):
                    self.assertTrue(c["args"].get(required), r["id"])
                if c["tool"] == "update_task":
                    self.assertGreater(len(c["args"]), 1)
                for key in c["args"].get("filter", {}):
                    self.assertIn(key, FILTER_ORDER)
                for name, value in [*c["args"].items(), *c["args"].get("filter", {}).items()]:
                    if name in ENUMS:
                        self.assertIn(value, ENUMS[name])
                if c["tool"] == "set_reminder":
                    self.assertTrue(r["state"]["tasks"], r["id"])
            for phrase in r["target"].get("final", []):
                self.assertIn(phrase, PHRASES)

    def test_splits_are_disjoint(self):
        Sources.disjoint(self, self.rows)
        for r in self.rows:
            self.assertEqual((r["carrier"], r["titles"]), (carrier(r), titles(r)), r["id"])
        count = Counter(r["split"] for r in self.rows)
        self.assertTrue(0.05 < count["dev"] / len(self.rows) < 0.11 and 0.05 < count["test"] / len(self.rows) < 0.11, count)

    def test_no_input_twice(self):
        keys = Counter((r["text"].lower(), r["previous"] and r["previous"].lower(), json.dumps(r["state"]) if r["previous"] else "") for r in self.rows)
        self.assertEqual([k for k, n in keys.items() if n > 1], [])

    def test_answers_without_a_call_are_few(self):
        answers = [r for r in self.rows if "final" in r["target"] and not r["target"]["final"][-1].startswith("ask_")]
        self.assertLessEqual(len(answers) / len(self.rows), 0.15)

    def test_sharealike_stays_apart(self):
        self.assertFalse({r["source"] for r in self.free} & SHAREALIKE)
        self.assertTrue({r["source"] for r in self.alike} <= SHAREALIKE)
        self.assertLess(sum((DATA / f).stat().st_size for f in ("public.jsonl.gz", "public-sharealike.jsonl.gz")), 3_500_000)


if __name__ == "__main__":
    unittest.main()
