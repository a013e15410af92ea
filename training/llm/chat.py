"""The agent's rows as conversations: the rules, what is known and the sentence in; an answer in the contract out.

The rules are those that the app gives a chat model (`system-prompt.txt`, written from the registry by `npm run contract`), so
what is trained is asked as it was trained.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from training.agent.contract import Contract
from training.agent.evaluate import gold_of
from training.agent.source import Pieces
from training.agent.target import write_call

HERE = Path(__file__).parent
SYSTEM = (HERE / "system-prompt.txt").read_text()


def user_message(row: dict) -> str:
    """Equal to `stateLines` of src/chat/prompt.ts; a fixture holds the two to it."""
    state = row.get("state") or {}
    quoted = lambda values: ", ".join(json.dumps(value, ensure_ascii=False) for value in values)
    tools = f" ({', '.join(state['tools'])})" if state.get("tools") else ""
    lines = [
        f"Before: {json.dumps(row['previous'], ensure_ascii=False)}{tools}" if row.get("previous") is not None else None,
        f"Tasks just shown: {state['listed']}" if state.get("listed") is not None else None,
        f"Tasks that may be meant: {quoted(state['tasks'])}" if state.get("tasks") else None,
        f"Lists: {quoted(state['lists'])}" if state.get("lists") else None,
    ]
    known = [line for line in lines if line is not None]
    return "\n".join([*known, *(["The person says:"] if known else []), row["text"]])


def write_analysis(nouns: list[str]) -> str:
    last = nouns[-1]
    sentence = f"{', '.join(nouns[:-1])} and {last}" if len(nouns) > 1 else last
    return f"{sentence[0].upper()}{sentence[1:]}."


def nouns() -> dict[str, str]:
    tools = json.loads((HERE.parent / "agent/contract.json").read_text())["tools"]
    return {tool["name"]: tool["noun"] for tool in tools}


def write_answer(gold: dict, contract: Contract) -> str:
    """`gold`: {"calls": […], "phrases": […]}. Arguments in the registry's order, as the app's grammar has them."""
    if not gold["calls"]:
        return "<final>\n" + " ".join(gold["phrases"]) + "\n</final>"
    order = {tool.name: [argument.name for argument in tool.args] for tool in contract.tools.values()}
    known = nouns()
    lines = [write_call({"tool": c["tool"], "args": {k: c["args"][k] for k in order[c["tool"]] if k in c["args"]}}) for c in gold["calls"]]
    analysis = write_analysis([known[call["tool"]] for call in gold["calls"]])
    return "\n".join(["<analysis>", analysis, "</analysis>", "<action>", *lines, "</action>"])


def conversation(row: dict, contract: Contract, pieces: Pieces) -> list[dict]:
    """Raises Unlearnable or InputTooLong as the agent's own trainer does."""
    answer = write_answer(gold_of(row, contract, pieces), contract)
    return [*prompt(row), {"role": "assistant", "content": answer}]


def prompt(row: dict) -> list[dict]:
    return [{"role": "system", "content": SYSTEM}, {"role": "user", "content": user_message(row)}]


ACTION = re.compile(r"<analysis>\n([^<\n]+)\n</analysis>\n<action>\n(.+)\n</action>", re.S)
FINAL = re.compile(r"<final>\n([^<]+)\n</final>")
NAME = re.compile(r"([a-z_]+)(?=[(=])")


def read_answer(text: str) -> dict | None:
    """{"calls", "phrases"} of an answer in the contract, or None where any of it is malformed."""
    text = text.strip()
    final = FINAL.fullmatch(text)
    if final:
        return {"calls": [], "phrases": [final[1]]}
    action = ACTION.fullmatch(text)
    calls = [read_call(line) for line in action[2].split("\n")] if action else [None]
    return None if None in calls or len(calls) > 8 else {"calls": calls, "phrases": []}


def read_call(line: str) -> dict | None:
    name = NAME.match(line)
    if not name or line[name.end() :][:1] != "(" or not line.endswith(")"):
        return None
    at, end, args = name.end() + 1, len(line) - 1, {}
    while at < end:
        key = NAME.match(line, at)
        if not key or line[key.end()] != "=" or key[1] in args:
            return None
        try:
            args[key[1]], at = json.JSONDecoder().raw_decode(line, key.end() + 1)
        except json.JSONDecodeError:
            return None
        if at < end:
            if not line.startswith(", ", at):
                return None
            at += 2
    return {"tool": name[1], "args": args} if at == end else None
