"""The legal next tokens, step by step (docs/agent-model.md, Target): the mask of decoding.

A token is an integer: below T a contract token, T + k the copy of source index k + 1. The TypeScript engine has its
own automaton; fixtures/grammar.json holds the two equal.
"""

from __future__ import annotations

from .contract import MAX_CALLS, MAX_PARTS, MAX_PHRASES, MAX_TEXTS, Argument, Contract
from .source import Source


class Grammar:
    """One answer in the making. `legal()` are the tokens that may come next, `advance(token)` takes one of them."""

    def __init__(self, contract: Contract, source: Source) -> None:
        self.contract, self.source = contract, source
        self.firsts = {contract.size + w.first - 1: w for w in source.words}
        self.lasts = {contract.size + w.last - 1: w for w in source.words}
        self.plan: list[str] = []
        self.phrases = 0
        self.call = 0  # the call being written, an index into the plan
        self.slots: list[Argument] = []  # arguments of that call still to come, in order
        self.filter_slots: list[Argument] | None = None  # the same inside `<filter=>`
        self.value: Argument | None = None  # whose value is being written
        self.opened: int | None = None  # the first token of a part whose last is to come
        self.parts = self.texts = 0  # parts of this text; texts finished before it
        self.worded = False  # the text is a word token, which stands alone
        self.expect = self.expect_start

    def legal(self) -> list[int]:
        return sorted(set(self.expect()))

    def advance(self, token: int) -> None:
        if token not in self.expect():
            raise ValueError(f"token {token} is not legal here")
        if token >= self.contract.size:
            self.take_copy(token)
        else:
            kind, text = self.contract.tokens[token].kind, self.contract.tokens[token].text
            getattr(self, f"take_{kind}")(text)

    @property
    def done(self) -> bool:
        return not self.expect()

    # What may come next -------------------------------------------------------------------------------------------

    def control(self, text: str) -> int:
        return self.contract.id("control", text)

    def expect_start(self) -> list[int]:
        return self.tools() + [self.control("<final>")]

    def tools(self) -> list[int]:
        return [self.contract.id("tool", name) for name in self.contract.tools]

    def expect_plan(self) -> list[int]:
        return [self.control("<action>")] + (self.tools() if len(self.plan) < MAX_CALLS else [])

    def expect_call(self) -> list[int]:
        return [self.contract.id("tool", self.plan[self.call])]

    def expect_argument(self) -> list[int]:
        """The next argument, never past a required one; or what follows the call."""
        tokens: list[int] = []
        for slot in self.slots:
            tokens.append(self.contract.id("argument", slot.name))
            if slot.required:
                return tokens
        if self.call + 1 < len(self.plan):
            return tokens + [self.contract.id("tool", self.plan[self.call + 1])]
        return tokens + [self.control("</s>")]

    def expect_filter(self) -> list[int]:
        return [self.contract.id("filter", slot.name) for slot in self.filter_slots or []] + self.expect_argument()

    def after_value(self) -> list[int]:
        return self.expect_argument() if self.filter_slots is None else self.expect_filter()

    def expect_value(self) -> list[int]:
        value = self.value
        assert value is not None
        if value.kind == "enum":
            return [self.contract.id("enum", v) for v in value.values]
        if value.kind == "int":
            return [self.contract.id("number", n) for n in range(value.min, value.max + 1)]
        word = value.word() if self.parts == self.texts == 0 else None
        return list(self.firsts) + ([self.contract.id("word", word)] if word else [])

    def expect_last(self) -> list[int]:
        """The last piece of a word, not before the first and in the same sentence."""
        assert self.opened is not None
        first = self.firsts[self.opened]
        return [t for t, w in self.lasts.items() if w.sentence == first.sentence and w.last >= first.last]

    def expect_more_text(self) -> list[int]:
        tokens = self.after_value()
        if self.worded:
            return tokens
        if self.parts < MAX_PARTS:
            tokens = tokens + list(self.firsts)
        if self.value is not None and self.value.kind == "texts" and self.texts + 1 < MAX_TEXTS:
            tokens = tokens + [self.control("<,>")]
        return tokens

    def expect_phrase(self) -> list[int]:
        phrases = [t.id for t in self.contract.tokens if t.kind == "phrase"] if self.phrases < MAX_PHRASES else []
        return phrases + ([self.control("</s>")] if self.phrases else [])

    def expect_nothing(self) -> list[int]:
        return []

    # What a token does --------------------------------------------------------------------------------------------

    def take_control(self, text: str) -> None:
        if text == "<final>":
            self.expect = self.expect_phrase
        elif text == "<action>":
            self.expect = self.expect_call
        elif text == "<,>":
            self.texts, self.parts = self.texts + 1, 0
            self.expect = self.expect_value
        else:
            self.expect = self.expect_nothing

    def take_tool(self, name: str) -> None:
        if self.expect in (self.expect_start, self.expect_plan):
            self.plan.append(name)
            self.expect = self.expect_plan
            return
        if self.expect != self.expect_call:
            self.call += 1
        self.slots, self.filter_slots, self.value = list(self.contract.tools[name].args), None, None
        self.expect = self.expect_argument

    def take_argument(self, name: str) -> None:
        slot = next(s for s in self.slots if s.name == name)
        self.slots = self.slots[self.slots.index(slot) + 1:]
        if slot.kind == "filter":
            self.filter_slots = list(self.contract.filter.values())
            self.expect = self.expect_filter
            return
        self.filter_slots = None
        self.open_value(slot)

    def take_filter(self, name: str) -> None:
        slots = self.filter_slots or []
        slot = next(s for s in slots if s.name == name)
        self.filter_slots = slots[slots.index(slot) + 1:]
        self.open_value(slot)

    def open_value(self, slot: Argument) -> None:
        self.value, self.parts, self.texts, self.worded = slot, 0, 0, False
        self.expect = self.expect_value

    def take_enum(self, _: str) -> None:
        self.expect = self.after_value

    take_number = take_enum

    def take_word(self, _: str) -> None:
        self.worded = True
        self.expect = self.expect_more_text

    def take_phrase(self, _: str) -> None:
        self.phrases += 1

    def take_copy(self, token: int) -> None:
        if self.opened is None:
            self.opened = token
            self.expect = self.expect_last
            return
        self.opened = None
        self.parts += 1
        self.expect = self.expect_more_text
