"""The model as one ONNX graph, built node by node (docs/agent-model.md, Graph).

By hand rather than traced, so that the int8 graph is what we mean it to be: tables as int8 rows with a scale each,
matrices as int8 columns with a scale each, and any layer named in `keep` left in fp32.

Activations are quantized as they come, one scale for all rows of a call, and BERT's have outliers: a few fixed
channels before the feed-forward part, a few rows inside it. Two cheap steps take nine tenths of the harm away
(RESULTS.md): before `up` the channels are evened out against the weights, before `down` each row is brought to ±1.
"""

from __future__ import annotations

import math

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from torch import Tensor, nn

from .model import Config, ErrandAgent

FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64


def quantize_rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """int8 rows and their scales: table ≈ rows * scale."""
    scale = np.maximum(np.abs(table).max(-1, keepdims=True), 1e-12) / 127
    return np.round(table / scale).astype(np.int8), scale.astype(np.float32)


Peaks = dict[str, np.ndarray]  # of each `up`: the largest input of each channel


def measure_peaks(model: ErrandAgent, sources: list[list[int]]) -> Peaks:
    """What the inputs of the feed-forward parts reach on some source rows."""
    peaks: Peaks = {}

    def watch(name: str):
        def note(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            largest = inputs[0].abs().flatten(0, -2).amax(0).numpy()
            peaks[name] = np.maximum(peaks.get(name, largest), largest)
        return note

    hooks = [layer.up.register_forward_pre_hook(watch(f"layers.{i}.up")) for i, layer in enumerate(model.layers)]
    with torch.inference_mode():
        for ids in sources:
            row = torch.tensor([ids])
            model.states(row, torch.zeros_like(row), torch.arange(len(ids))[None], torch.zeros(1, 1, len(ids), len(ids)))
    for hook in hooks:
        hook.remove()
    return peaks


class Graph:
    def __init__(self, model: ErrandAgent, int8: bool, keep: set[str] = frozenset(), peaks: Peaks | None = None) -> None:
        self.peaks = peaks or {}
        self.c: Config = model.config
        self.weights = {name: p.detach().float().cpu().numpy() for name, p in model.named_parameters()}
        self.int8, self.keep = int8, keep
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    # Small words --------------------------------------------------------------------------------------------------

    def node(self, op: str, inputs: list[str], name: str, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, domain=domain, **attributes))
        return name

    def constant(self, name: str, value: np.ndarray) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def shape(self, *sizes: int) -> str:
        return self.constant("shape_" + "_".join(map(str, sizes)).replace("-", "m"), np.array(sizes, np.int64))

    def quantized(self, name: str) -> bool:
        return self.int8 and not any(name.startswith(k) for k in self.keep)

    def table(self, name: str, index: str) -> str:
        """Rows of an embedding table."""
        table = self.weights[f"{name}.weight"]
        if not self.quantized(name):
            return self.node("Gather", [self.constant(f"{name}.table", table), index], f"{name}_rows")
        rows, scale = quantize_rows(table)
        found = self.node("Gather", [self.constant(f"{name}.int8", rows), index], f"{name}_int8")
        scales = self.node("Gather", [self.constant(f"{name}.scale", scale), index], f"{name}_scale")
        return self.node("Mul", [self.node("Cast", [found], f"{name}_cast", to=FLOAT), scales], f"{name}_rows")

    def linear(self, name: str, x: str, weight: np.ndarray, bias: np.ndarray | None) -> str:
        """x · weightᵀ + bias; `weight` as PyTorch keeps it, outputs first."""
        if self.quantized(name):
            columns, scale = quantize_rows(weight)
            inputs = [x, self.constant(f"{name}.int8", columns.T), self.constant(f"{name}.scale", scale[:, 0]), ""]
            inputs += [self.constant(f"{name}.bias", bias)] if bias is not None else []
            return self.node("DynamicQuantizeMatMul", inputs, f"{name}_out", domain="com.microsoft")
        product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}_product")
        return self.node("Add", [product, self.constant(f"{name}.bias", bias)], f"{name}_out") if bias is not None else product

    def even_linear(self, name: str, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """The same product with channels evened out: x / s times weight * s."""
        spread = np.sqrt(np.maximum(self.peaks[name], 1e-5) / np.maximum(np.abs(weight).max(0), 1e-5))
        spread = (spread / np.exp(np.log(spread).mean())).astype(np.float32)
        evened = self.node("Mul", [x, self.constant(f"{name}.even", 1 / spread)], f"{name}_evened")
        return self.linear(name, evened, weight * spread, bias)

    def row_linear(self, name: str, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """The same product with each row brought to ±1 before it and back after it."""
        peak = self.node("ReduceMax", [self.node("Abs", [x], f"{name}_abs"), self.constant("last_axis", np.array([-1], np.int64))],
                         f"{name}_peak", keepdims=1)
        product = self.linear(name, self.node("Div", [x, peak], f"{name}_unit"), weight, None)
        return self.node("Add", [self.node("Mul", [product, peak], f"{name}_back"), self.constant(f"{name}.bias", bias)], f"{name}_shifted")

    def norm(self, name: str, x: str) -> str:
        scale = self.constant(f"{name}.scale", self.weights[f"{name}.weight"])
        bias = self.constant(f"{name}.shift", self.weights[f"{name}.bias"])
        return self.node("LayerNormalization", [x, scale, bias], f"{name}_norm", axis=-1, epsilon=self.c.epsilon)

    # The model ----------------------------------------------------------------------------------------------------

    def embeddings(self) -> str:
        x = self.node("Add", [self.table("rows", "input_ids"), self.table("position", "position_ids")], "placed_rows")
        return self.norm("norm", self.node("Add", [x, self.table("kind", "token_type_ids")], "typed_rows"))

    def heads(self, name: str, x: str) -> str:
        """[1, n, 384] → [1, 12, n, 32]"""
        split = self.node("Reshape", [x, self.shape(0, 0, self.c.heads, self.c.width // self.c.heads)], f"{name}_split")
        return self.node("Transpose", [split], f"{name}_heads", perm=[0, 2, 1, 3])

    def attention(self, i: int, x: str) -> str:
        name, c = f"layers.{i}.qkv", self.c
        weight, bias = self.weights[f"{name}.weight"].copy(), self.weights[f"{name}.bias"].copy()
        scale = 1 / math.sqrt(c.width // c.heads)  # into the query's weights: one multiplication less a step
        weight[: c.width] *= scale
        bias[: c.width] *= scale
        qkv = self.linear(name, x, weight, bias)
        parts = [f"{name}_{p}" for p in "qkv"]
        self.nodes.append(helper.make_node("Split", [qkv], parts, name=f"{name}_parts", axis=-1, num_outputs=3))
        q, k, v = (self.heads(p, p) for p in parts)
        k = self.node("Concat", [f"past_key_values.{i}.key", k], f"present.{i}.key", axis=2)
        v = self.node("Concat", [f"past_key_values.{i}.value", v], f"present.{i}.value", axis=2)
        turned = self.node("Transpose", [k], f"{name}_turned", perm=[0, 1, 3, 2])
        scores = self.node("Add", [self.node("MatMul", [q, turned], f"{name}_scores"), "attention_bias"], f"{name}_biased")
        mixed = self.node("MatMul", [self.node("Softmax", [scores], f"{name}_weights", axis=-1), v], f"{name}_mixed")
        rows = self.node("Transpose", [mixed], f"{name}_rows", perm=[0, 2, 1, 3])
        return self.node("Reshape", [rows, self.shape(0, 0, c.width)], f"{name}_joined")

    def dense(self, name: str, x: str) -> str:
        weight, bias = self.weights[f"{name}.weight"], self.weights.get(f"{name}.bias")
        if self.quantized(name) and name in self.peaks:
            return self.even_linear(name, x, weight, bias)
        if self.quantized(name) and name.endswith(".down"):
            return self.row_linear(name, x, weight, bias)
        return self.linear(name, x, weight, bias)

    def layer(self, i: int, x: str) -> str:
        name = f"layers.{i}"
        x = self.norm(f"{name}.norm1", self.node("Add", [x, self.dense(f"{name}.out", self.attention(i, x))], f"{name}_sum1"))
        inner = self.node("Gelu", [self.dense(f"{name}.up", x)], f"{name}_gelu")
        return self.norm(f"{name}.norm2", self.node("Add", [x, self.dense(f"{name}.down", inner)], f"{name}_sum2"))

    def outputs(self, x: str) -> None:
        logits = self.dense("contract_head", x)
        self.node("Identity", [logits], "logits")
        keys = self.node("Concat", ["past_pointer_keys", self.dense("pointer_key", x)], "present_pointer_keys", axis=1)
        self.weights["pointer_query.weight"] = self.weights["pointer_query.weight"] / math.sqrt(self.c.width)
        turned = self.node("Transpose", [keys], "pointer_turned", perm=[0, 2, 1])
        self.node("MatMul", [self.dense("pointer_query", x), turned], "pointer_scores")

    def build(self) -> onnx.ModelProto:
        c, x = self.c, self.embeddings()
        for i in range(c.layers):
            x = self.layer(i, x)
        self.outputs(x)
        value = helper.make_tensor_value_info
        cache = [c.heads, c.width // c.heads]
        inputs = [value(n, INT64, [1, "n"]) for n in ("input_ids", "token_type_ids", "position_ids")]
        inputs.append(value("attention_bias", FLOAT, [1, 1, "n", "p + n"]))
        outputs = [value("logits", FLOAT, [1, "n", c.contract]), value("pointer_scores", FLOAT, [1, "n", "p + n"])]
        for i in range(c.layers):
            for part in ("key", "value"):
                inputs.append(value(f"past_key_values.{i}.{part}", FLOAT, [1, cache[0], "p", cache[1]]))
                outputs.append(value(f"present.{i}.{part}", FLOAT, [1, cache[0], "p + n", cache[1]]))
        inputs.append(value("past_pointer_keys", FLOAT, [1, "p", c.width]))
        outputs.append(value("present_pointer_keys", FLOAT, [1, "p + n", c.width]))
        graph = helper.make_graph(self.nodes, "errand-agent", inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", 20), helper.make_opsetid("com.microsoft", 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="errand")


def build_graph(model: ErrandAgent, int8: bool, keep: set[str] = frozenset(), peaks: Peaks | None = None) -> onnx.ModelProto:
    return Graph(model, int8, keep, peaks).build()
