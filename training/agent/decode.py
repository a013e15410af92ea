"""Greedy decoding with the grammar's mask, one row at a time, over PyTorch or over ONNX Runtime.

Both follow the loop of the page: the source and `<s>` first, then a token (or those that are forced) at a time.
"""

from __future__ import annotations

import copy
import math
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch

from .contract import COPY, Contract
from .grammar import Grammar
from .model import ErrandAgent
from .source import Source

MAX_TOKENS = 200
BLOCKED = -10000.0


@dataclass
class Doubt:
    """What an answer's choices say about it (`Doubt` in src/protocol/engine.ts); confidence.py is fitted on it."""

    lowest: float = 1.0  # probability of a chosen token among the legal ones
    second: float = 1.0  # the second lowest
    sumLog: float = 0.0  # of all of them
    chosen: int = 0  # tokens; forced ones do not count
    legal: float = 1.0  # lowest share of the legal tokens in the softmax over all
    calls: int = 0

    def see(self, p: float, legal: float) -> None:
        self.second = min(self.second, max(self.lowest, p))
        self.lowest = min(self.lowest, p)
        self.sumLog += math.log(p)
        self.chosen += 1
        self.legal = min(self.legal, legal)


@dataclass
class Decoded:
    tokens: list[int]
    doubt: Doubt

    @property
    def confidence(self) -> float:
        """The lowest probability of a chosen token; forced ones count as 1."""
        return self.doubt.lowest


class Runner(Protocol):
    """Keeps the cache of one answer; `step` takes table rows and gives the last row's scores over T + 64."""

    def start(self) -> None: ...

    def fork(self) -> "Runner":
        """The same answer so far, to be gone on with separately."""
        ...

    def step(self, ids: list[int], types: list[int], first_position: int, bias: np.ndarray) -> np.ndarray: ...


def attention_bias(past: int, new: int, source: int) -> np.ndarray:
    """0 where attended: source rows see the source, target rows the source and what came before them."""
    row = np.arange(past, past + new)[:, None]
    column = np.arange(past + new)[None, :]
    seen = (column < source) | (column <= row)
    seen &= (row >= source) | (column < source)
    return np.where(seen, 0.0, BLOCKED).astype(np.float32)[None, None]


def joint_scores(logits: np.ndarray, pointer: np.ndarray) -> np.ndarray:
    """One row's contract logits and the pointer scores of columns 1 … 64."""
    copies = pointer[1: COPY + 1]
    return np.concatenate([logits, copies, np.full(COPY - len(copies), -np.inf, np.float32)])


class TorchRunner:
    def __init__(self, model: ErrandAgent) -> None:
        self.model = model.eval()
        self.device = next(model.parameters()).device

    def start(self) -> None:
        self.cache, self.keys = None, None

    def fork(self) -> "TorchRunner":
        return copy.copy(self)  # a step puts new tensors in the place of the old ones, and changes none

    @torch.inference_mode()
    def step(self, ids: list[int], types: list[int], first_position: int, bias: np.ndarray) -> np.ndarray:
        row = lambda values: torch.tensor([values], device=self.device)
        positions = row(list(range(first_position, first_position + len(ids))))
        logits, pointer, self.cache, self.keys = self.model(row(ids), row(types), positions,
                                                            torch.from_numpy(bias).to(self.device), self.cache, self.keys)
        return joint_scores(logits[0, -1].float().cpu().numpy(), pointer[0, -1].float().cpu().numpy())


class OnnxRunner:
    def __init__(self, model: str | bytes, threads: int = 1) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # WASM multiplies int8 exactly; a CPU without VNNI saturates unless told to be precise.
        options.add_session_config_entry("session.x64quantprecision", "1")
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = 3
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.outputs = [o.name for o in self.session.get_outputs()]
        self.empty = {i.name: np.zeros([d if isinstance(d, int) else 0 for d in i.shape], np.float32)
                      for i in self.session.get_inputs() if i.name.startswith("past_")}

    def start(self) -> None:
        self.past = dict(self.empty)

    def fork(self) -> "OnnxRunner":
        other = copy.copy(self)
        other.past = dict(self.past)
        return other

    def step(self, ids: list[int], types: list[int], first_position: int, bias: np.ndarray) -> np.ndarray:
        positions = list(range(first_position, first_position + len(ids)))
        feeds = {name: np.array([values], np.int64) for name, values in
                 (("input_ids", ids), ("token_type_ids", types), ("position_ids", positions))}
        results = dict(zip(self.outputs, self.session.run(None, {**feeds, "attention_bias": bias, **self.past})))
        for name in self.past:
            self.past[name] = results[name.replace("past_key_values", "present").replace("past_pointer", "present_pointer")]
        return joint_scores(results["logits"][0, -1], results["pointer_scores"][0, -1])


def token_row(token: int, contract: Contract, pieces: int) -> int:
    """The table row a target token is fed back as."""
    return pieces + token


def decode(runner: Runner, source: Source, contract: Contract, pieces: int, masked: bool = True) -> Decoded:
    grammar = Grammar(contract, source) if masked else None
    length = len(source.ids)
    runner.start()
    pending = [contract.id("control", "<s>")]  # tokens chosen or forced, not yet fed
    ids, types, past = list(source.ids), [0] * length, 0
    tokens: list[int] = []
    doubt, end = Doubt(), contract.id("control", "</s>")
    anything = list(range(contract.size)) + [contract.size + i - 1 for i in source.copyable]
    while len(tokens) < MAX_TOKENS:
        ids += [token_row(t, contract, pieces) for t in pending]
        types += [1] * len(pending)
        scores = runner.step(ids, types, past, attention_bias(past, len(ids), length))
        past, ids, types, pending = past + len(ids), [], [], []
        token, p, legal = choose(scores, grammar.legal() if grammar else anything, anything)
        doubt.see(p, legal)
        pending.append(token)
        if grammar:
            grammar.advance(token)
            while len(legal := grammar.legal()) == 1:
                pending.append(legal[0])
                grammar.advance(legal[0])
        tokens += pending
        if tokens[-1] == end:
            break
    doubt.calls = count_calls(tokens, contract)
    return Decoded(tokens, doubt)


@dataclass
class Path:
    """One of several answers in the making."""

    runner: Runner
    tokens: list[int]
    score: float  # the logarithm of its probability under the mask
    past: int
    doubt: Doubt
    pending: list[int]  # taken, not yet fed


def beam_decode(runner: Runner, source: Source, contract: Contract, pieces: int, width: int) -> Decoded:
    """The likeliest whole answer among the `width` best at every choice; a width of 1 is greedy decoding."""
    length, end = len(source.ids), contract.id("control", "</s>")
    anything = list(range(contract.size)) + [contract.size + i - 1 for i in source.copyable]
    runner.start()
    paths, ended = [Path(runner, [], 0.0, 0, Doubt(), [contract.id("control", "<s>")])], []
    while paths:
        grown: list[tuple[float, Path, int, float, float]] = []
        for path in paths:
            ids = ([] if path.past else list(source.ids)) + [token_row(t, contract, pieces) for t in path.pending]
            types = [0] * (0 if path.past else length) + [1] * len(path.pending)
            scores = path.runner.step(ids, types, path.past, attention_bias(path.past, len(ids), length))
            path.past += len(ids)
            legal = grammar_after(path.tokens, contract, source).legal()
            among = scores[legal] - scores[legal].max()
            total = np.exp(among).sum()
            share = float(min(1.0, total / np.exp(scores[anything] - scores[legal].max()).sum()))
            for place in np.argsort(-among, kind="stable")[:width]:
                p = float(np.exp(among[place]) / total)
                grown.append((path.score + math.log(max(p, 1e-30)), path, legal[place], p, share))
        grown.sort(key=lambda g: -g[0])
        paths = []
        for score, path, token, p, share in grown[: width - len(ended)]:
            doubt = copy.copy(path.doubt)
            doubt.see(max(p, 1e-30), share)
            tokens = path.tokens + [token]
            grammar, pending = grammar_after(tokens, contract, source), [token]
            while len(legal := grammar.legal()) == 1:
                grammar.advance(legal[0])
                pending.append(legal[0])
            tokens = tokens + pending[1:]
            taken = Path(path.runner.fork(), tokens, score, path.past, doubt, pending)
            (ended if tokens[-1] == end or len(tokens) >= MAX_TOKENS else paths).append(taken)
        best = max((p.score for p in ended), default=-math.inf)
        paths = [p for p in paths if p.score > best]
    winner = max(ended, key=lambda p: p.score)
    winner.doubt.calls = count_calls(winner.tokens, contract)
    return Decoded(winner.tokens, winner.doubt)


def grammar_after(tokens: list[int], contract: Contract, source: Source) -> Grammar:
    grammar = Grammar(contract, source)
    for token in tokens:
        grammar.advance(token)
    return grammar


def count_calls(tokens: list[int], contract: Contract) -> int:
    """The plan names each call's tool before `<action>`."""
    action = contract.id("control", "<action>")
    return tokens.index(action) if action in tokens else 0


def choose(scores: np.ndarray, legal: list[int], anything: list[int]) -> tuple[int, float, float]:
    """The best legal token, its probability among the legal ones, and their share of all that can be scored."""
    among = scores[legal]
    best = int(among.argmax())
    total = np.exp(among - among[best]).sum()
    return legal[best], float(1 / total), float(min(1.0, total / np.exp(scores[anything] - among[best]).sum()))
