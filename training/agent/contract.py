"""The contract the model speaks: tools, arguments and the closed list of output tokens.

Reads `contract.json` (written from the TypeScript registry by `npm run contract`) and the final
sentences of `generate/finals.py`, and numbers every contract token in a fixed order.

    python -m training.agent.contract            # prints the tokens, one a line
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
COPY = 64  # source indices 1 … 64 can be copied
MAX_CALLS, MAX_PARTS, MAX_TEXTS, MAX_PHRASES = 8, 4, 10, 3
MAX_NUMBER = 20

CONTROL = ["<s>", "</s>", "<action>", "<final>", "<,>", "<ran>", "<asked>", "<said>", "<listed>", "<tasks>", "<lists>"]
WORDS = ["it", "none"]
# What a text may be instead of a copy. `none` clears, so it goes where clearing means something.
NONE_KINDS = {"when", "list", "repeat"}
NONE_ARGUMENTS = {"tags", "notes"}
TEXT_KINDS = {"text", "task", "when", "list", "repeat"}


@dataclass(frozen=True)
class Argument:
    name: str
    kind: str  # text task when list repeat enum int texts filter
    required: bool = False
    values: tuple[str, ...] = ()
    min: int = 1
    max: int = MAX_NUMBER

    def word(self) -> str | None:
        """The word token allowed in place of a copied text, if any."""
        if self.kind == "task":
            return "it"
        if self.kind in NONE_KINDS or self.name in NONE_ARGUMENTS:
            return "none"
        return None


@dataclass(frozen=True)
class Tool:
    name: str
    effect: str  # read add change remove undo
    args: tuple[Argument, ...]

    def argument(self, name: str) -> Argument:
        return next(a for a in self.args if a.name == name)


@dataclass(frozen=True)
class Token:
    id: int
    token: str
    kind: str  # control tool argument filter enum number word phrase
    text: str


@dataclass
class Contract:
    tools: dict[str, Tool]
    filter: dict[str, Argument]
    tokens: list[Token]
    copy: int = COPY  # how many source indices can be copied
    ids: dict[tuple[str, str], int] = field(init=False)
    names: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = {(t.kind, t.text): t.id for t in self.tokens}
        self.names = {t.token: t.id for t in self.tokens}
        if len({t.token for t in self.tokens}) != len(self.tokens):
            seen: set[str] = set()
            twice = [t.token for t in self.tokens if t.token in seen or seen.add(t.token)]
            raise ValueError(f"two contract tokens share a name: {twice}")

    @property
    def size(self) -> int:
        return len(self.tokens)

    def id(self, kind: str, text: str | int) -> int:
        return self.ids[(kind, str(text))]

    def kind(self, token_id: int) -> str:
        return "copy" if token_id >= self.size else self.tokens[token_id].kind

    def to_json(self, pieces: int) -> dict:
        rows = [{"id": t.id, "token": t.token, "kind": t.kind, "text": t.text} for t in self.tokens]
        return {"tokens": rows, "copy": self.copy, "pieces": pieces}


def read_argument(raw: dict) -> Argument:
    return Argument(raw["name"], raw["kind"], bool(raw.get("required")), tuple(raw.get("values") or ()),
                    raw.get("min") or 1, raw.get("max") or MAX_NUMBER)


def phrase_token(phrase_id: str) -> str:
    return "<final:" + re.sub(r"[^a-z0-9]+", "-", str(phrase_id).lower()).strip("-") + ">"


def number_tokens(tools: list[Tool], filter_args: list[Argument], phrases: dict[str, str]) -> list[Token]:
    """Every contract token once, in the order that defines its id."""
    args = [a for t in tools for a in t.args]
    unique = lambda names: list(dict.fromkeys(names))
    rows: list[tuple[str, str, str]] = [(c, "control", c) for c in CONTROL]
    rows += [(f"<{t.name}>", "tool", t.name) for t in tools]
    rows += [(f"<{n}=>", "argument", n) for n in unique(a.name for a in args)]
    rows += [(f"<filter.{a.name}=>", "filter", a.name) for a in filter_args]
    rows += [(f"<{v}>", "enum", v) for v in unique(v for a in args + filter_args for v in a.values)]
    rows += [(f"<{n}>", "number", str(n)) for n in range(1, MAX_NUMBER + 1)]
    rows += [(f'<"{w}">', "word", w) for w in WORDS]
    rows += [(phrase_token(i), "phrase", text) for i, text in phrases.items()]
    return [Token(i, *row) for i, row in enumerate(rows)]


def read_phrases() -> dict[str, str]:
    from .generate import finals  # here, so that the contract loads in a test that brings its own phrases

    return dict(finals.PHRASES)


def load_contract(path: Path = HERE / "contract.json", phrases: dict[str, str] | None = None) -> Contract:
    raw = json.loads(path.read_text())
    tools = [Tool(t["name"], t["effect"], tuple(read_argument(a) for a in t["args"])) for t in raw["tools"]]
    filter_args = [read_argument(a) for a in raw["filter"]]
    tokens = number_tokens(tools, filter_args, read_phrases() if phrases is None else phrases)
    return Contract({t.name: t for t in tools}, {a.name: a for a in filter_args}, tokens)


def contract_with_tokens(rows: list[dict], path: Path = HERE / "contract.json") -> Contract:
    """The contract as a trained model knows it: its own token list, whatever the phrases are today."""
    raw = json.loads(path.read_text())
    tools = {t["name"]: Tool(t["name"], t["effect"], tuple(read_argument(a) for a in t["args"])) for t in raw["tools"]}
    filter_args = {a["name"]: read_argument(a) for a in raw["filter"]}
    return Contract(tools, filter_args, [Token(r["id"], r["token"], r["kind"], r["text"]) for r in rows])


if __name__ == "__main__":
    for token in load_contract().tokens:
        print(token.id, token.token, token.kind, token.text, sep="\t")
