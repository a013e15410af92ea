"""A step as tokens: what the critic sees, whether it is safe, the thought, one call, its arguments.

    step = seen ("<safe>" | "<unsafe>") thought call (argument value)* "</s>"
    value = copy copy | number{1,3} | enum, then a division for some amounts
"""

from __future__ import annotations

from ..agent.contract import Contract
from ..agent.source import Source
from .source import find_span


def write_target(step: dict, contract: Contract, source: Source) -> list[int]:
    tokens = [contract.id("phrase", f"seen {step['seen']}"), contract.id("control", "<safe>" if step["safe"] else "<unsafe>"),
              contract.id("phrase", f"think {step['thought']}"), contract.id("tool", step["call"])]
    for argument in step["args"]:
        tokens.append(contract.id("argument", argument["name"]))
        tokens += write_value(argument["value"], contract, source)
    return tokens + [contract.id("control", "</s>")]


def write_value(value: dict, contract: Contract, source: Source) -> list[int]:
    if value["kind"] == "word":
        return [contract.id("enum", value["word"])]
    if value["kind"] == "number":
        tokens = [contract.id("number", part) for part in value["parts"]]
    else:
        first, last = find_span(source, value["text"], 0 if value["from"] == "instruction" else 1)
        tokens = [contract.size + first - 1, contract.size + last - 1]
    return tokens + ([contract.id("word", value["divide"])] if value.get("divide") else [])
