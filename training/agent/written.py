"""Conversations written by hand for training, as rows that prepare.py reads.

    python -m training.agent.written --check training/agent/data/written/add.jsonl
    python -m training.agent.written --copies 4 --seed 42 --out training/agent/build/written.jsonl

A line of `training/agent/data/written/*.jsonl` is a conversation, `{"tasks"?, "lists"?, "turns": [sentence], "answers": [answer]}`: an answer is a list of calls
whose texts are words of the sentence as typed, or `{"final": [phrase]}`. Several pieces of one text are an array; `^` before a piece takes it from
the sentence before, `#2` behind it means its second occurrence; `@it` is a task that no word names, null clears. The first copy of a row is as written, the others are
typed in another way (generate/noise.py). Rows whose sentence or title a hand-written set has are left out. `label_source` is "hand".
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from pathlib import Path
from typing import Iterator

from ..plain_words import plain
from .contract import Argument, Contract, load_contract
from .generate.core import Retry, Seg
from .generate.finals import PHRASES
from .generate.noise import noisy
from .generate.render import is_boundary, render
from .generate.state import content
from .prepare import tokenise
from .source import InputTooLong, Pieces
from .target import Unlearnable
from .vocabulary import MODEL_FOLDER

DATA = Path(__file__).parent / "data"
WRITTEN, HAND = DATA / "written", DATA / "hand"


class Mistake(ValueError):
    """What is wrong with a line, for its writer."""


class Turn:
    """One sentence with its answer, the words of which are looked up in it and in the sentence before."""

    def __init__(self, text: str, previous: str | None, contract: Contract) -> None:
        self.text, self.previous, self.contract = text, previous, contract

    def target(self, answer: object) -> dict:
        if isinstance(answer, dict) and set(answer) == {"final"}:
            if unknown := [p for p in answer["final"] if p not in PHRASES]:
                raise Mistake(f"no phrase {unknown[0]}")
            return {"final": answer["final"]}
        if not isinstance(answer, list) or not answer:
            raise Mistake("an answer is a list of calls or {\"final\": [...]}")
        return {"calls": [self.call(c) for c in answer]}

    def call(self, call: dict) -> dict:
        tool = self.contract.tools.get(call.get("tool"))
        if tool is None:
            raise Mistake(f"no tool {call.get('tool')}")
        kinds = {a.name: a for a in tool.args}
        args = call.get("args", {})
        if unknown := set(args) - set(kinds):
            raise Mistake(f"{tool.name} has no {sorted(unknown)[0]}")
        if missing := [a.name for a in tool.args if a.required and a.name not in args]:
            raise Mistake(f"{tool.name} needs {missing[0]}")
        return {"tool": tool.name, "args": {name: self.value(kinds[name], args[name]) for name in kinds if name in args}}

    def value(self, argument: Argument, value: object) -> object:
        if argument.kind == "filter":
            if not isinstance(value, dict) or (set(value) - set(self.contract.filter)):
                raise Mistake(f"a filter has {', '.join(self.contract.filter)}")
            return {k: self.value(self.contract.filter[k], v) for k, v in value.items()}
        if argument.kind == "enum":
            if value not in argument.values:
                raise Mistake(f"{argument.name} cannot be {value}")
            return value
        if argument.kind == "int":
            return int(value)  # type: ignore[call-overload]
        if value is None:
            return [{"word": "none"}]
        if argument.kind == "texts":
            if not isinstance(value, list):
                raise Mistake(f"{argument.name} is an array")
            return [self.parts(v) for v in value]
        return self.parts(value)

    def parts(self, value: object) -> list[dict]:
        if value == "@it":
            return [{"word": "it"}]
        return [self.part(str(p)) for p in (value if isinstance(value, list) else [value])]

    def part(self, piece: str) -> dict:
        text, key = (self.previous or "", "previous") if piece.startswith("^") else (self.text, "span")
        words, _, nth = piece.removeprefix("^").partition("#") if re.search(r"#\d$", piece) else (piece.removeprefix("^"), "", "1")
        found = [m.start() for m in re.finditer(re.escape(words), text) if is_boundary(text, m.start()) and is_boundary(text, m.end())]
        if len(found) < int(nth) or not words:
            raise Mistake(f"“{words}” does not stand in the sentence{' before' if key == 'previous' else ''} as whole words")
        at = found[int(nth) - 1]
        return {key: [at, at + len(words)]}


def spans_of(value: object) -> Iterator[dict]:
    """Every {"span": …} inside a target, itself (to be written to)."""
    if isinstance(value, dict):
        if "span" in value:
            yield value
        else:
            for inner in value.values():
                yield from spans_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_of(inner)


class Chance:
    """What noise.py asks of a generator's environment."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng


def typed_otherwise(row: dict, rng: random.Random) -> dict:
    """The row as somebody else would type it: the text cut where a copied span begins or ends, so that each keeps its place."""
    target = json.loads(json.dumps(row["target"]))
    parts = list(spans_of(target))
    edges = sorted({0, len(row["text"]), *(e for p in parts for e in p["span"])})
    segments = [Seg(row["text"][a:b], tuple(i for i, p in enumerate(parts) if p["span"][0] <= a and b <= p["span"][1]) or None)
                for a, b in zip(edges, edges[1:])]
    said = render(noisy(Chance(rng), segments, tails="final" not in target))
    for i, part in enumerate(parts):
        if len(said.spans.get(i, ())) != 1:
            raise Retry("a span fell apart")
        part["span"] = said.spans[i][0]
    return {**row, "text": said.text, "target": target}


def ending(answer: dict, rng: random.Random) -> dict:
    """What the state row says of a turn that gave this answer."""
    if "final" in answer:
        return {"ended": "asked" if any(p.startswith("ask_") for p in answer["final"]) else "said", "tools": [], "listed": None}
    tools = [c["tool"] for c in answer["calls"]][:4]
    return {"ended": "ran", "tools": tools, "listed": rng.randint(2, 9) if {"list_tasks", "search_tasks"} & set(tools) else None}


def words_of(parts: list[dict], turn: Turn) -> str:
    return " ".join(turn.text[p["span"][0]:p["span"][1]] for p in parts if "span" in p)


def rows_of(conversation: dict, name: str, contract: Contract) -> Iterator[dict]:
    """The rows of a conversation, a turn each. Raises Mistake."""
    turns, answers = conversation.get("turns"), conversation.get("answers")
    if not turns or not answers or len(turns) != len(answers):
        raise Mistake("as many answers as turns are needed")
    if unknown := set(conversation) - {"turns", "answers", "tasks", "lists"}:
        raise Mistake(f"nobody knows {sorted(unknown)[0]}")
    rng = random.Random(name)
    tasks, lists = list(conversation.get("tasks") or ()), list(conversation.get("lists") or ())
    before, state = None, {"ended": None, "tools": [], "listed": None}
    for i, (text, answer) in enumerate(zip(turns, answers)):
        turn = Turn(text, before, contract)
        target = turn.target(answer)
        near = [t for t in tasks if content(t) & content(text)][-3:]
        made = [words_of(c["args"][k], turn) for c in target.get("calls", ()) for k in ("title",) if c["tool"] in ("add_task", "add_subtask") and k in c["args"]]
        yield {"id": f"{name}-{i + 1}", "text": text, "previous": before, "state": {**state, "tasks": near, "lists": lists[:8]}, "target": target,
               "label_source": "hand", "source": "written", "carrier": None, "titles": [t.lower() for t in made], "split": "train"}
        tasks += made
        lists += [words_of(c["args"]["name"], turn) for c in target.get("calls", ()) if c["tool"] == "create_list"]
        before, state = text, ending(target, rng)


def read_conversations(path: Path) -> Iterator[tuple[int, dict | Exception]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except json.JSONDecodeError as error:
                yield number, error


def all_rows(paths: list[Path], contract: Contract, pieces: Pieces, complain) -> Iterator[dict]:
    """Rows of all files that can be learnt; `complain(path, line, why)` hears of the others."""
    for path in paths:
        for number, conversation in read_conversations(path):
            try:
                if isinstance(conversation, Exception):
                    raise Mistake(str(conversation))
                rows = list(rows_of(conversation, f"written-{path.stem}-{number:04d}", contract))
                for row in rows:
                    tokenise(row, contract, pieces)
            except (Mistake, Unlearnable, InputTooLong, KeyError, TypeError, AttributeError, ValueError) as error:
                complain(path, number, str(error) or type(error).__name__)
                continue
            yield from rows


def measured_words(folder: Path) -> set[str]:
    """Sentences and titles of the hand-written sets, but for those of one or two words, which say nothing ("good night", "milk")."""
    found: set[str] = set()

    def look(value: object, name: str = "") -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                look(inner, key)
        elif isinstance(value, list):
            for inner in value:
                look(inner, name)
        elif isinstance(value, str) and name in ("turns", "title") and len(plain(value).split()) > 2:
            found.add(plain(value))

    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                look(json.loads(line))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", type=Path, help="a file to check line by line")
    parser.add_argument("--copies", type=int, default=4, help="how often each row is written, the first time as it stands")
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    contract, pieces = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")
    faults: list[str] = []
    paths = [args.check] if args.check else sorted(WRITTEN.glob("*.jsonl"))
    rows = list(all_rows(paths, contract, pieces, lambda path, line, why: faults.append(f"{path.name}:{line}: {why}")))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(rows)} rows, {len(faults)} faulty lines", file=sys.stderr)
    if args.check:
        sys.exit(bool(faults))
    if args.out is None:
        parser.error("--out FILE is needed")
    measured = measured_words(HAND)
    apart = [r for r in rows if plain(r["text"]) not in measured and not any(plain(t) in measured for t in r["titles"])]
    print(f"{len(rows) - len(apart)} rows left out: their sentence or title is in a hand-written set", file=sys.stderr)
    rng = random.Random(args.seed)
    with args.out.open("w", encoding="utf-8") as out:
        for row in apart:
            for copy in range(args.copies):
                try:
                    made = row if copy == 0 else typed_otherwise(row, rng)
                except Retry:
                    continue
                out.write(json.dumps({**made, "id": f"{row['id']}.{copy}"}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
