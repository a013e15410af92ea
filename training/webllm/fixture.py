"""What holds the browser's answers equal to PyTorch's: the tokens that the dequantized model writes to fifty sentences."""

from __future__ import annotations

import json
from pathlib import Path

from training.agent.contract import Contract
from training.agent.decode import OnnxRunner, TorchRunner, decode
from training.agent.fixture import CASES
from training.agent.model import ErrandAgent
from training.agent.source import Pieces, State, build_source
from training.agent.target import read_tokens, write_body

FIXTURE = Path(__file__).parent / "fixtures/parity.json"
# Rows of the agent's own fixture that nobody would say: at two nearly equal scores the order of additions decides.
NO_SENTENCE = ("milk milk", "call Llanfair", "買う", "add [SEP] and <s>")
MORE = [
    "call the plumber on monday morning", "put the recycling out tonight", "renew the library card by friday", "book a table for two on saturday at 8",
    "move the dentist to next week", "finished the tax return", "I no longer need the umbrella", "show me everything for tomorrow",
    "remind me to stretch every weekday at 11", "add soup, rice and beans to Groceries", "the parcel has arrived", "set the boiler service to high priority",
    "what's overdue?", "cancel the gym reminder", "make a list for the garden", "bring forward the rent to the 1st",
]


def cases() -> list[dict]:
    kept = [case for case in CASES if not case["text"].startswith(NO_SENTENCE)]
    return (kept + [{"text": text} for text in MORE])[:50]


def write_fixture(reference: ErrandAgent, contract: Contract, pieces: Pieces, int8: Path) -> tuple[int, int]:
    """The number of rows, and of those on which the int8 graph writes the same calls."""
    torch_runner, onnx_runner = TorchRunner(reference), OnnxRunner(str(int8))
    rows = []
    for case in cases():
        state = State.from_json(case.get("state"))
        source = build_source(case["text"], case.get("previous"), state, contract, pieces)
        answer, other = decode(torch_runner, source, contract, pieces.size), decode(onnx_runner, source, contract, pieces.size)
        body = lambda tokens: write_body(read_tokens(tokens, contract, source))
        rows.append({"text": case["text"], "previous": case.get("previous"),
                     "state": {"ended": state.ended, "tools": state.tools, "listed": state.listed or None, "tasks": state.tasks, "lists": state.lists},
                     "tokens": answer.tokens, "confidence": round(answer.confidence, 4), "body": body(answer.tokens), "int8Body": body(other.tokens)})
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")
    return len(rows), sum(row["body"] == row["int8Body"] for row in rows)
