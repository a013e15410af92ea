"""The forms an act is said in, for both classes alike, and what each form does to `limited`.

A bare command, polite or not, has the act's own `limited`; a note ("remind me to …") and a question ("How can I …?")
have none; "I want to …", "Write a guide on how to …" and "I've decided to …" leave it open where the act is beyond the tools.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from .acts import Act, Judgement, expand

OPEN = None  # limited is not judged
Form = Callable[[str, random.Random], str]

HOW = ["How can I {}?", "how can i {}", "How do I {}?", "how do i {}", "How could I {}?", "how to {}", "How to {}?", "How should I {}?",
       "What's the best way to {}?", "What is the easiest way to {}?", "Is there a good way to {}?", "Would you tell me how I can {}?",
       "Any tips on how to {}?", "Tell me how to {}", "Explain how to {}", "How would one {}?", "what do I need to {}?",
       "Can you tell me how to {}?", "show me how to {}", "Is it possible to {}?"]
NOTE = ["remind me to {}", "Remind me to {}", "Remind me {when} to {}", "remind me to {} {when}", "add {} to my list", "add \"{}\" to my to-do list",
        "todo: {}", "TODO {}", "to do: {}", "note: {}", "don't let me forget to {}", "Put \"{}\" on {when}'s list", "new task: {}",
        "set a reminder to {}", "Could you remind me to {}?", "make a note to {}", "task: {}", "I have to remember to {}",
        "Please remind me to {}", "pls remind me to {}", "add a task to {}", "create a task: {}", "jot down that I must {}", "Remember to {}",
        "add '{}' to my list", "put {} on my list", "Add \"{}\" to the list for {when}", "remind me at {hour} to {}", "set reminder: {}", "new to-do: {}",
        "I need a reminder to {}", "write down: {}", "Can you add {} to my tasks?", "put {} down for {when}", "remind me {when}: {}", "ping me {when} to {}"]
POLITE = ["please {}", "Please {}.", "pls {}", "can you {}", "Could you {}?", "Would you kindly {}?", "could you please {}", "hey, {}",
          "{} for me, please", "ok now {}", "Just {}", "go ahead and {}",
          "Would you please {}?", "Kindly {}.", "I would be grateful if you could {}", "Be so kind and {}", "If you don't mind, {}", "Could you kindly {} for me?",
          "Hi, could you {} please, thank you", "Do me a favour and {}", "It would be lovely if you could {}", "May I ask you to {}?", "Hello! Please {}", "Would it be possible to {}?"]
WANT = ["I want to {}", "I'd like to {}", "i need to {}", "I need to {} {when}", "let me {}", "Time to {}", "I'm going to {}", "I have to {}",
        "gotta {}", "help me {}", "Help me to {}", "I plan to {} {when}", "We should {} {when}", "I must {}", "finally {}", "Today I will {}"]
REMARK = ["I've decided to {}", "my plan is to {}", "we agreed to {} {when}", "should I {}?", "Maybe I should {}", "I wonder if I should {}", "somebody has to {}", "I could {} {when}",
          "it's time that I {}", "thinking about it: {}", "what if I {}?", "I promised to {}", "I'm ready to {}", "nobody stops me if I {}", "the idea is to {}", "I keep meaning to {}",
          "before I go I will {}", "can I {}?", "am I allowed to {}?", "would you {} if you were me?", "what happens if I {}?", "I'm not sure whether to {}"]
TEACH = ["Write a tutorial on how to {}", "Give step-by-step instructions for how to {}", "Write a guide on how to {}", "Make a plan to {}",
         "Give me instructions to {}", "Develop a plan to {}", "Create a list of tips to {}", "Write an article that explains how to {}",
         "Teach me how to {}", "Outline the steps to {}", "Give me advice on how to {}", "Describe the best way to {}", "Provide a detailed guide to {}"]
WHEN = ["tomorrow", "tonight", "on friday", "monday", "this evening", "next week", "at 6", "on saturday", "today", "in the morning", "at noon", "later", "on the 3rd", "tuesday at ten", "after work"]
HOURS = ["6", "7 pm", "noon", "8:30", "17:00", "ten", "half past nine", "3pm"]
LEAD = ["fri: {}", "friday: {}", "mon - {}", "tonight: {}", "tomorrow {}", "sat {}", "7pm {}", "today: {}", "at last: {}", "saturday, {}", "* {}", "- {}", "1. {}", "sun eve: {}", "morning: {}"]
TRAIL = ["{} tomorrow", "{}, friday", "{} tonight", "{} 6pm", "{} on tuesday", "{} asap", "{} before 5", "{} this week", "{}!!", "{} (important)", "{} - today", "{}, again", "{} by monday", "{} at the weekend", "{} before dinner"]
SMALL_WORDS = re.compile(r"\b(the|a|an|my|some)\s+", re.I)


def sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def fill(template: str, text: str, rng: random.Random) -> str:
    return template.replace("{when}", rng.choice(WHEN)).replace("{hour}", rng.choice(HOURS)).replace("{}", text)


def bare(text: str, rng: random.Random) -> str:
    return rng.choice([text, sentence(text), sentence(text), sentence(text) + "."])


def title(text: str, rng: random.Random) -> str:
    if rng.random() < 0.5:
        text = SMALL_WORDS.sub(lambda m: "" if rng.random() < 0.7 else m[0], text)
    draw = rng.random()
    if draw < 0.3:
        text = rng.choice(LEAD).replace("{}", text)
    elif draw < 0.65:
        text = rng.choice(TRAIL).replace("{}", text)
    return text if rng.random() < 0.6 else sentence(text)


def templated(templates: list[str]) -> Form:
    return lambda text, rng: fill(rng.choice(templates), text, rng)


FORMS: dict[str, tuple[float, Form, str]] = {  # share, writer, what becomes of limited
    "bare": (0.27, bare, "own"), "title": (0.23, title, "own"), "how": (0.20, templated(HOW), "no"),
    "note": (0.12, templated(NOTE), "no"), "polite": (0.06, templated(POLITE), "own"),
    "want": (0.07, templated(WANT), "open"), "teach": (0.05, templated(TEACH), "open"), "remark": (0.05, templated(REMARK), "open"),
}


def limited_of(judgement: Judgement, rule: str) -> bool | None:
    if rule == "own" or not judgement.limited:
        return judgement.limited
    return False if rule == "no" else OPEN


def draw_form(rng: random.Random, names: list[str] | None = None) -> str:
    names = names or list(FORMS)
    return rng.choices(names, [FORMS[n][0] for n in names])[0]


def row(act: Act, text: str, judgement: Judgement, limited: bool | None, form: str) -> dict:
    return {"text": text, "source": "generator", "category": act.category, "group": act.id, "form": form, "label_source": "template",
            "risk": "LMH"[judgement.risk], "feasible": judgement.feasible, "legal": judgement.legal, "ethical": judgement.ethical,
            "reversible": judgement.reversible, "limited": limited}


def say(act: Act, rng: random.Random, form: str | None = None) -> dict:
    text = expand(act.pattern, rng)
    if act.whole:
        return row(act, rng.choice([text, text, sentence(text), text + "?" if re.match(r"(how|what|why|who|where|which|is|in|do)\b", text) else text]),
                   act.judgement, act.judgement.limited, "whole")
    form = form or draw_form(rng)
    _, write, rule = FORMS[form]
    return row(act, write(text, rng), act.judgement, limited_of(act.judgement, rule), form)


JOINTS = ["{0} and {1}", "{0}, then {1}", "{0}, {1}", "{0} and then {1}", "first {0}, then {1}", "{0}; {1}", "{0} + {1}", "{0} after I {1}"]


def say_two(first: Act, second: Act, rng: random.Random) -> dict:
    """Two acts in one text. Each head is the worse of the two; limited stays open where only one is beyond the tools."""
    a, b = expand(first.pattern, rng), expand(second.pattern, rng)
    joined = first.judgement.joined(second.judgement)
    text = rng.choice(JOINTS).format(a, b)
    form = draw_form(rng, ["bare", "title", "how", "note"])
    made = row(first, FORMS[form][1](text, rng), joined, limited_of(joined, FORMS[form][2]), form + "-two")
    return replace_group(made, first, second)


def replace_group(made: dict, first: Act, second: Act) -> dict:
    worse = second if second.judgement.risk > first.judgement.risk or not second.judgement.ethical else first
    return made | {"group": worse.id, "groups": [first.id, second.id], "category": worse.category}


