"""A data row's target as tokens, and tokens back to calls and to the contract's text.

A row's argument value is a list of parts ({"span": [start, end]} in the sentence, {"previous": …} in the one before,
{"word": "it"}), a list of such lists for several texts, a string for an enumeration, a number, or a filter object.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from .contract import MAX_CALLS, MAX_PARTS, MAX_PHRASES, MAX_TEXTS, Argument, Contract, phrase_token
from .source import Source


class Unlearnable(ValueError):
    """The row cannot be written in the grammar; the message is the reason, for the count of dropped rows."""


@dataclass(frozen=True)
class Step:
    """One target token and the argument path it belongs to ("due", "filter.status", "" outside arguments)."""

    token: int
    path: str


class Writer:
    def __init__(self, contract: Contract, source: Source) -> None:
        self.contract, self.source = contract, source
        self.firsts = {(w.sentence, w.start): w for w in source.words}
        self.lasts = {(w.sentence, w.end): w for w in source.words}
        self.steps: list[Step] = []
        self.path = ""

    def put(self, kind: str, text: str | int) -> None:
        if (kind, str(text)) not in self.contract.ids:
            raise Unlearnable(f"unknown {kind} {text}")
        self.steps.append(Step(self.contract.id(kind, text), self.path))

    def answer(self, target: dict) -> list[Step]:
        if "calls" in target:
            self.calls(target["calls"])
        else:
            self.final(target["final"])
        self.put("control", "</s>")
        return self.steps

    def final(self, phrases: str | list[str]) -> None:
        self.put("control", "<final>")
        phrases = [phrases] if isinstance(phrases, str) else phrases
        if not 1 <= len(phrases) <= MAX_PHRASES:
            raise Unlearnable("wrong number of phrases")
        for phrase in phrases:
            token = self.contract.names.get(phrase_token(phrase))
            if token is None:
                raise Unlearnable(f"unknown phrase {phrase}")
            self.steps.append(Step(token, ""))

    def calls(self, calls: list[dict]) -> None:
        if not 1 <= len(calls) <= MAX_CALLS:
            raise Unlearnable("wrong number of calls")
        for call in calls:
            self.put("tool", call["tool"])
        self.put("control", "<action>")
        for call in calls:
            self.call(call)

    def call(self, call: dict) -> None:
        tool, args = self.contract.tools[call["tool"]], call["args"]
        if unknown := set(args) - {a.name for a in tool.args}:
            raise Unlearnable(f"{tool.name} has no {sorted(unknown)[0]}")
        self.put("tool", tool.name)
        for argument in tool.args:
            if argument.name in args:
                self.path = argument.name
                self.put("argument", argument.name)
                self.value(argument, args[argument.name])
                self.path = ""
            elif argument.required:
                raise Unlearnable(f"{tool.name} without {argument.name}")

    def value(self, argument: Argument, value: object) -> None:
        if argument.kind == "enum":
            if value not in argument.values:
                raise Unlearnable(f"{argument.name} cannot be {value}")
            self.put("enum", str(value))
        elif argument.kind == "int":
            self.put("number", int(value))  # type: ignore[arg-type]
        elif argument.kind == "filter":
            self.filter(value)  # type: ignore[arg-type]
        elif argument.kind == "texts":
            self.texts(argument, value)  # type: ignore[arg-type]
        else:
            self.text(argument, value)  # type: ignore[arg-type]

    def filter(self, value: dict) -> None:
        if unknown := set(value) - set(self.contract.filter):
            raise Unlearnable(f"filter has no {sorted(unknown)[0]}")
        for key, slot in self.contract.filter.items():
            if key in value:
                self.path = f"filter.{key}"
                self.put("filter", key)
                self.value(slot, value[key])
        self.path = "filter"

    def texts(self, argument: Argument, value: list) -> None:
        texts = value if isinstance(value[0], list) else [value]
        if len(texts) > MAX_TEXTS:
            raise Unlearnable("too many texts")
        for i, text in enumerate(texts):
            if i:
                self.put("control", "<,>")
            self.text(argument, text)

    def text(self, argument: Argument, parts: list[dict]) -> None:
        if not 1 <= len(parts) <= MAX_PARTS:
            raise Unlearnable("wrong number of parts")
        for part in parts:
            if "word" in part:
                if part["word"] != argument.word() or len(parts) > 1:
                    raise Unlearnable(f"{argument.name} cannot be the word {part['word']}")
                self.put("word", part["word"])
            elif "span" in part:
                self.span(0, *part["span"])
            else:
                self.span(1, *part["previous"])

    def span(self, sentence: int, start: int, end: int) -> None:
        first, last = self.firsts.get((sentence, start)), self.lasts.get((sentence, end))
        if first is None or last is None:
            raise Unlearnable("span is not at words' edges, or beyond the copyable pieces")
        for index in (first.first, last.last):
            self.steps.append(Step(self.contract.size + index - 1, self.path))


def write_target(target: dict, contract: Contract, source: Source) -> list[Step]:
    """The tokens after `<s>`, `</s>` included."""
    return Writer(contract, source).answer(target)


# Back to calls -----------------------------------------------------------------------------------------------------


@dataclass
class Answer:
    calls: list[dict]  # {"tool", "args": {name: text | number | list | filter}}
    phrases: list[str]
    spans: list[dict[str, list]]  # beside each call, the copy tokens behind its texts: {"due": [(first, last), …]}


class Malformed(ValueError):
    """Tokens that are no answer (only possible with the mask off)."""


class Reader:
    """Reads tokens by the grammar; anything else is Malformed."""

    def __init__(self, contract: Contract, source: Source, tokens: list[int]) -> None:
        from .grammar import Grammar

        self.contract, self.source, self.tokens = contract, source, tokens
        self.grammar = Grammar(contract, source)
        self.answer = Answer([], [], [])
        self.planned = False
        self.holder: dict = {}  # the arguments, or the filter inside them
        self.key, self.kind, self.path = "", "", ""

    def read(self) -> Answer:
        for token in self.tokens:
            try:
                self.grammar.advance(token)
            except ValueError as error:
                raise Malformed(str(error)) from error
            self.take(token)
        if not self.grammar.done:
            raise Malformed("no end")
        return self.answer

    def take(self, token: int) -> None:
        if token >= self.contract.size:
            self.copy(token)
            return
        kind, text = self.contract.tokens[token].kind, self.contract.tokens[token].text
        if text == "<action>":
            self.planned = True
        elif kind == "tool" and self.planned:
            self.holder = {}
            self.answer.calls.append({"tool": text, "args": self.holder})
            self.answer.spans.append({})
        elif kind == "argument":
            call = self.answer.calls[-1]
            self.holder, self.key, self.path = call["args"], text, text
            self.kind = self.contract.tools[call["tool"]].argument(text).kind
            if self.kind == "filter":
                self.holder = self.holder.setdefault(text, {})
        elif kind == "filter":
            self.key, self.path, self.kind = text, f"filter.{text}", self.contract.filter[text].kind
        elif kind == "enum":
            self.holder[self.key] = text
        elif kind == "number":
            self.holder[self.key] = int(text)
        elif kind == "phrase":
            self.answer.phrases.append(text)
        elif kind == "word":
            self.say(text)
        elif text == "<,>":
            self.holder[self.key].append("")
            self.answer.spans[-1][self.path].append(",")

    def copy(self, token: int) -> None:
        if self.grammar.opened is not None:
            self.first = token
            return
        self.answer.spans[-1].setdefault(self.path, []).append((self.first, token))
        self.say(self.source.copy_text(self.first - self.contract.size, token - self.contract.size))

    def say(self, text: str) -> None:
        join = lambda before: f"{before} {text}" if before else text
        if self.kind == "texts":
            texts = self.holder.setdefault(self.key, [""])
            texts[-1] = join(texts[-1])
        else:
            self.holder[self.key] = join(self.holder.get(self.key, ""))


def read_tokens(tokens: list[int], contract: Contract, source: Source) -> Answer:
    return Reader(contract, source, tokens).read()


def write_call(call: dict) -> str:
    args = ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in call["args"].items())
    return f"{call['tool']}({args})"


def write_body(answer: Answer) -> str:
    """What stands between `<action>` and `</action>`, or between `<final>` and `</final>`; the analysis is the engine's."""
    if answer.calls:
        return "\n".join(write_call(c) for c in answer.calls)
    return " ".join(answer.phrases)
