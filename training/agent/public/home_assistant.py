"""Home Assistant intents, shopping and to-do list (CC BY 4.0): the test sentences with their slots, and the few sentence
templates of the shopping list filled with the items that those tests name. "check off" and "complete" → complete_task,
"delete" and "remove" → delete_task, "add" and "put" → add_task with the list."""

from __future__ import annotations

import re
from pathlib import Path

from .common import Drop, Report, call, span

TEMPLATE = re.compile(r"\(([^()]*)\)")


def sentences(path: Path) -> list[str]:
    return [re.sub(r"^\s*- ", "", line.rstrip()) for line in path.read_text().splitlines() if re.match(r"\s*- (?!sentences)", line)]


def expand(template: str) -> list[str]:
    """All readings of (a|b), [a|b] and the free order (a;b)."""
    m = re.search(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]", template)
    if not m:
        return [re.sub(r" +", " ", template).strip()]
    inner = m.group(1) if m.group(1) is not None else m.group(2)
    if ";" in inner:
        a, b = inner.split(";")
        options = [f"{a} {b}", f"{b} {a}"]
    else:
        options = inner.split("|") + ([""] if m.group(2) is not None else [])
    return [s for o in options for s in expand(template[:m.start()] + o + template[m.end():])]


def rows(data: Path, report: Report):
    folder = data / "sources" / "home-assistant-intents"
    seen = set()
    for name, item, place in (("todo_HassListAddItem", "apples", "trader joes"), ("todo_HassListCompleteItem", "take out the trash", "chores")):
        for text in sentences(folder / f"{name}.yaml"):
            seen.add(text)
            yield ("row", text, {"calls": [labelled(text, item, place)]}, "gold span")
    my_list = "[my|the] [shopping] list"
    for name in ("shopping_list_HassShoppingListAddItem", "shopping_list_HassShoppingListCompleteItem"):
        for template in sentences(folder / f"{name}.yaml"):
            for item in ("apples", "take out the trash"):
                for text in expand(template.replace("<item>", item).replace("<my_list>", my_list)):
                    if text in seen or item == "take out the trash" and "shopping" in text:
                        continue
                    seen.add(text)
                    if re.match(r"(?:complete|delete|remove) off\b", text) or re.search(r"\boff (?:from|on|in)\b|\bcheck \w+ (?:on|in|from)\b", text):
                        continue  # what the grammar allows and nobody says
                    if not re.search(r"\b(?:my|the) (?:shopping )?list$", text):
                        continue
                    try:
                        yield ("row", text, {"calls": [labelled(text, item, "shopping" if "shopping" in text else None)]}, "rule from gold")
                    except Drop as why:
                        report.drop(str(why), text)


def labelled(text: str, item: str, place: str | None) -> dict:
    at = text.index(item)
    title = [span(text, at, at + len(item))]
    if re.match(r"(?:add|put)\b", text):
        return call("add_task", title=title, list=[span(text, text.index(place, at + len(item)), text.index(place, at + len(item)) + len(place))] if place else None)
    if re.match(r"(?:check|complete)\b", text):
        return call("complete_task", task=title)
    return call("delete_task", task=title)
