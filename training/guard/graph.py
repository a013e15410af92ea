"""The guard as one ONNX graph, built node by node on the agent's: the same layers, without cache, with a mask and a mean.

    python -m training.guard.export --checkpoint training/guard/build/run/best.pt

Inputs: input_ids, attention_mask, token_type_ids, each int64 [batch, n]. Outputs, all fp32: risk [batch, 3] (Low, Medium,
High), feasible, legal, ethical, reversible, limited [batch, 1] (logits, before temperature), sentence_vector [batch, 384].
"""

from __future__ import annotations

import math

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from torch import Tensor, nn

from ..agent.graph import Graph, Peaks, quantize_rows
from .generate.acts import HEADS, RISKS
from .model import LOOKS, Batch, Guard

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
KEEP = frozenset({"kind", "head_"})  # small, and exact costs nothing


class GuardGraph(Graph):
    def embeddings(self) -> str:
        """As the agent's, but the positions are simply the first n: a slice (a Gather over a Range trips a fusion of the runtime's)."""
        sizes = self.node("Shape", ["input_ids"], "sizes")
        self.node("Gather", [sizes, self.constant("second", np.array([1], np.int64))], "length", axis=0)
        x = self.node("Add", [self.table("rows", "input_ids"), self.places()], "placed_rows")
        return self.norm("norm", self.node("Add", [x, self.table("kind", "token_type_ids")], "typed_rows"))

    def places(self) -> str:
        table = self.weights["position.weight"]
        if not self.quantized("position"):
            return self.first_rows("position.table", table)
        rows, scale = quantize_rows(table)
        cast = self.node("Cast", [self.first_rows("position.int8", rows)], "position_cast", to=FLOAT)
        return self.node("Mul", [cast, self.first_rows("position.scale", scale)], "position_rows")

    def first_rows(self, name: str, table: np.ndarray) -> str:
        start = self.constant("start", np.array([0], np.int64))
        return self.node("Slice", [self.constant(name, table), start, "length", start], f"{name}_first")

    def mask(self) -> None:
        seen = self.node("Cast", ["attention_mask"], "seen", to=FLOAT)
        hidden = self.node("Sub", [self.constant("full", np.array(1, np.float32)), seen], "hidden")
        away = self.node("Mul", [hidden, self.constant("away", np.array(-1e4, np.float32))], "away_flat")
        self.node("Unsqueeze", [away, self.constant("axes_bias", np.array([1, 2], np.int64))], "attention_bias")
        self.node("Unsqueeze", [seen, self.constant("axis_last", np.array([2], np.int64))], "seen_rows")

    def attention(self, i: int, x: str) -> str:
        name, c = f"layers.{i}.qkv", self.c
        weight, bias = self.weights[f"{name}.weight"].copy(), self.weights[f"{name}.bias"].copy()
        scale = 1 / math.sqrt(c.width // c.heads)
        weight[: c.width] *= scale
        bias[: c.width] *= scale
        parts = [f"{name}_{p}" for p in "qkv"]
        self.nodes.append(helper.make_node("Split", [self.linear(name, x, weight, bias)], parts, name=f"{name}_parts", axis=-1, num_outputs=3))
        q, k, v = (self.heads(p, p) for p in parts)
        turned = self.node("Transpose", [k], f"{name}_turned", perm=[0, 1, 3, 2])
        scores = self.node("Add", [self.node("MatMul", [q, turned], f"{name}_scores"), "attention_bias"], f"{name}_biased")
        mixed = self.node("MatMul", [self.node("Softmax", [scores], f"{name}_weights", axis=-1), v], f"{name}_mixed")
        rows = self.node("Transpose", [mixed], f"{name}_rows", perm=[0, 2, 1, 3])
        return self.node("Reshape", [rows, self.shape(0, 0, c.width)], f"{name}_joined")

    def outputs(self, x: str) -> None:
        axis = self.constant("axis_rows", np.array([1], np.int64))
        total = self.node("ReduceSum", [self.node("Mul", [x, "seen_rows"], "seen_states"), axis], "summed", keepdims=0)
        count = self.node("ReduceSum", ["seen_rows", axis], "counted", keepdims=0)
        self.node("Div", [total, count], "sentence_vector")
        seen = self.node("Concat", ["sentence_vector", self.looks(x)], "head_seen", axis=-1)
        hidden = self.node("Gelu", [self.dense("head_up", seen)], "head_gelu")
        self.constant("head_sizes", np.array([len(RISKS)] + [1] * len(HEADS), np.int64))
        self.nodes.append(helper.make_node("Split", [self.dense("head_down", hidden), "head_sizes"], ["risk", *HEADS], name="judgements", axis=-1))

    def looks(self, x: str) -> str:
        scores = self.node("Add", [self.dense("head_look", x), self.node("Unsqueeze", ["away_flat", "axis_last"], "away_rows")], "look_scores")
        turned = self.node("Transpose", [self.node("Softmax", [scores], "look_weights", axis=1)], "look_turned", perm=[0, 2, 1])
        return self.node("Reshape", [self.node("MatMul", [turned, x], "looked"), self.shape(0, LOOKS * self.c.width)], "look_flat")

    def build(self) -> onnx.ModelProto:
        self.mask()
        x = self.embeddings()
        for i in range(self.c.layers):
            x = self.layer(i, x)
        self.outputs(x)
        value = helper.make_tensor_value_info
        inputs = [value(n, INT64, ["batch", "n"]) for n in ("input_ids", "attention_mask", "token_type_ids")]
        outputs = [value("risk", FLOAT, ["batch", len(RISKS)])] + [value(h, FLOAT, ["batch", 1]) for h in HEADS]
        outputs.append(value("sentence_vector", FLOAT, ["batch", self.c.width]))
        graph = helper.make_graph(self.nodes, "errand-guard", inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="errand")


def peaks_of(model: Guard, batches: list[Batch]) -> Peaks:
    """What the inputs of the feed-forward parts reach on some texts: the int8 graph evens its channels by them."""
    peaks: Peaks = {}

    def watch(name: str):
        def note(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            largest = inputs[0].abs().flatten(0, -2).amax(0).numpy()
            peaks[name] = np.maximum(peaks.get(name, largest), largest)
        return note

    hooks = [layer.up.register_forward_pre_hook(watch(f"layers.{i}.up")) for i, layer in enumerate(model.layers)]
    with torch.inference_mode():
        for batch in batches:
            model(batch)
    for hook in hooks:
        hook.remove()
    return peaks


def build_guard_graph(model: Guard, int8: bool, peaks: Peaks | None = None) -> onnx.ModelProto:
    return GuardGraph(model, int8, KEEP, peaks).build()  # type: ignore[arg-type]
