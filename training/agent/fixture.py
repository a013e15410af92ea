"""The fixtures that hold the TypeScript engine equal to this folder.

    python -m training.agent.fixture --checkpoint training/agent/build/run/last.pt

fixtures/parity.json: text, previous, state → source ids, target tokens of PyTorch in fp32 and of the int8 graph, and
the text of the answer. fixtures/grammar.json: token sequences → the set of legal next tokens.
"""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from pathlib import Path

from .contract import Contract
from .decode import OnnxRunner, TorchRunner, decode
from .grammar import Grammar
from .model import ErrandAgent
from .source import Pieces, Source, State, build_source
from .target import read_tokens, write_body

FIXTURES = Path(__file__).parent / "fixtures"

LONG = "please remember to tell everyone at the allotment society that the autumn seed swap has moved to the village hall"

# Plain requests first, then follow-ups with a previous turn and a state, then what is hard about text itself.
CASES: list[dict] = [
    {"text": "remind me to call mum tomorrow at six"},
    {"text": "Buy milk, eggs and bread"},
    {"text": "add Renew the passport to my Errands list, high priority"},
    {"text": "water the plants every second tuesday"},
    {"text": "what's on for this weekend?"},
    {"text": "what time is my eye test?"},
    {"text": "mark the gas bill as done"},
    {"text": "the concert got cancelled"},
    {"text": "delete everything that is overdue except the dentist"},
    {"text": "push all of today's tasks to Monday"},
    {"text": "move the tent to Camping"},
    {"text": "ping me about the visa form on the 3rd", "state": {"tasks": ["Fill in the visa form"], "lists": ["Travel"]}},
    {"text": "create a list called Autumn jobs"},
    {"text": "rename Groceries to Weekly shop", "state": {"lists": ["Groceries", "Home", "Work"]}},
    {"text": "delete the Camping list", "state": {"lists": ["Camping"]}},
    {"text": "export my tasks as a calendar"},
    {"text": "roll back the last three"},
    {"text": "redo"},
    {"text": "pick something for me"},
    {"text": "clear the finished ones"},
    {"text": "how much is still open in Home?", "state": {"lists": ["Home", "Work"]}},
    {"text": "hello there"},
    {"text": "thanks!"},
    {"text": "what's the capital of France?"},
    {"text": "set something for noon"},
    {"text": "help me with dates"},
    {"text": "on friday pack the van at ten past seven"},
    {"text": "buy stamps and post the letter"},
    {"text": "make it 7pm instead", "previous": "dentist on thursday at 5", "state": {"ended": "ran", "tools": ["add_task"]}},
    {"text": "mark the second one done", "previous": "show my work tasks",
     "state": {"ended": "ran", "tools": ["list_tasks"], "listed": 4, "lists": ["Work"]}},
    {"text": "the blue folder", "previous": "remind me tomorrow morning", "state": {"ended": "asked"}},
    {"text": "and cheese", "previous": "add ham to the Shopping list",
     "state": {"ended": "ran", "tools": ["add_task"], "lists": ["Shopping", "Home"]}},
    {"text": "no, forget it", "previous": "good morning", "state": {"ended": "said"}},
    {"text": "undo that", "previous": "delete bread, butter and jam",
     "state": {"ended": "ran", "tools": ["delete_task", "delete_task", "delete_task", "delete_task", "delete_task"], "listed": 33}},
    {"text": "take out the bins", "state": {"tasks": ["Take out the bins on Sunday night before ten o'clock", "Clean the bins", "Buy bin bags", "Bins"],
                                            "lists": ["Household chores and repairs", "A", "B", "C", "D", "E", "F", "G", "H"]}},
    {"text": "Café at 8:30 — it’s Zoë’s 40th 🎂 (bring £20!)"},
    {"text": "  double  spaces\tand\nnew lines  "},
    {"text": "add [SEP] and <s> to my list"},
    {"text": "買う milk 東京 naïve e\u0301clair Straße"},
    {"text": "also " + LONG[:40], "previous": LONG + " " + LONG + " " + LONG + " " + LONG, "state": {"ended": "ran", "tools": ["add_task"]}},
    {"text": " ".join(["milk"] * 64)},
    {"text": " ".join(["milk"] * 63), "previous": "a b", "state": {"ended": "said"}},
    {"text": "call Llanfairpwllgwyngyll " + "x" * 101 + " antidisestablishmentarianism"},
]


def fixture_sources(contract: Contract, pieces: Pieces) -> list[list[int]]:
    return [build_source(c["text"], c.get("previous"), State.from_json(c.get("state")), contract, pieces).ids for c in CASES]


def parity_row(case: dict, contract: Contract, pieces: Pieces, exact: TorchRunner, int8: OnnxRunner) -> dict:
    state = State.from_json(case.get("state"))
    source = build_source(case["text"], case.get("previous"), state, contract, pieces)
    torch_answer = decode(exact, source, contract, pieces.size)
    int8_answer = decode(int8, source, contract, pieces.size)
    return {
        "text": case["text"], "previous": case.get("previous"),
        "state": {"ended": state.ended, "tools": state.tools, "listed": state.listed or None, "tasks": state.tasks, "lists": state.lists},
        "source": source.ids,
        "tokens": torch_answer.tokens, "confidence": round(torch_answer.confidence, 4),
        "body": write_body(read_tokens(torch_answer.tokens, contract, source)),
        "int8Tokens": int8_answer.tokens, "int8Confidence": round(int8_answer.confidence, 4),
        "int8Doubt": {k: round(v, 6) for k, v in asdict(int8_answer.doubt).items()},
        "int8Body": write_body(read_tokens(int8_answer.tokens, contract, source)),
    }


def grammar_rows(contract: Contract, pieces: Pieces, seed: int = 7) -> list[dict]:
    """Random walks through the grammar, each step's legal tokens written down; copies count from the source's words."""
    rng = random.Random(seed)
    rows = []
    for case in CASES[::4]:
        source = build_source(case["text"], case.get("previous"), State.from_json(case.get("state")), contract, pieces)
        for _ in range(3):
            grammar, taken, steps = Grammar(contract, source), [], []
            while not grammar.done and len(taken) < 40:
                legal = grammar.legal()
                steps.append(legal)
                taken.append(rng.choice(legal))
                grammar.advance(taken[-1])
            rows.append({"text": case["text"], "previous": case.get("previous"), "tokens": taken, "legal": steps})
    return rows


def write_fixtures(model: ErrandAgent, onnx_path: Path, contract: Contract, pieces: Pieces, folder: Path = FIXTURES) -> tuple[int, int]:
    """Writes both; returns the number of parity rows and of those where int8 and fp32 agree on every token."""
    folder.mkdir(parents=True, exist_ok=True)
    exact, int8 = TorchRunner(model), OnnxRunner(str(onnx_path))
    rows = [parity_row(case, contract, pieces, exact, int8) for case in CASES]
    dump = lambda rows: "[\n" + ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows) + "\n]\n"
    (folder / "parity.json").write_text(dump(rows))
    (folder / "grammar.json").write_text(dump(grammar_rows(contract, pieces)))
    return len(rows), sum(r["tokens"] == r["int8Tokens"] for r in rows)
