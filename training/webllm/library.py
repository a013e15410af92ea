"""The agent as a module of functions that web-llm calls, compiled to a WebGPU library."""

from __future__ import annotations

import json
import math
import subprocess
from pathlib import Path

import tvm
from tvm import relax as rx
from tvm import tirx
from tvm.target import Target

from . import attention, kernels, sampling
from .kernels import Shape
from .runtime import runtime_objects

TARGET = {"kind": "webgpu", "host": {"kind": "llvm", "mtriple": "wasm32-unknown-unknown-wasm"}}
# Not -O3: a third smaller on disk and a fifth smaller when sent, for half a minute more of every build; nothing slow runs in it.
LINK = ["-O1", "-std=c++17", "--no-entry", "-sSTANDALONE_WASM=1", "-sWASM_BIGINT=1", "-sERROR_ON_UNDEFINED_SYMBOLS=0", "-sALLOW_MEMORY_GROWTH=1"]
PREFILL_ROWS = 8  # rows that a workgroup multiplies at once


def parameters(s: Shape, layers: int) -> list[tuple[str, tuple[int, ...], str]]:
    """Names, shapes and types in the order in which web-llm hands them over (the metadata lists them)."""

    def packed(name: str, inputs: int, outputs: int) -> list[tuple[str, tuple[int, ...], str]]:
        return [(f"{name}.q", (inputs // 8, outputs), "uint32"), (f"{name}.scale", (inputs // s.group, outputs), s.stored), (f"{name}.bias", (outputs,), s.stored)]

    def norm(name: str) -> list[tuple[str, tuple[int, ...], str]]:
        return [(f"{name}.weight", (s.width,), s.stored), (f"{name}.bias", (s.width,), s.stored)]

    rows = [("rows.q", (s.rows, s.width // 8), "uint32"), ("rows.scale", (s.rows, s.width // s.group), s.stored), ("kind", (2, s.width), s.stored),
            ("position", (s.positions, s.width), s.stored), *norm("norm")]
    for i in range(layers):
        rows += [*packed(f"{i}.qkv", s.width, 3 * s.width), *packed(f"{i}.out", s.width, s.width), *norm(f"{i}.norm1"),
                 *packed(f"{i}.up", s.width, s.inner), *packed(f"{i}.down", s.inner, s.width), *norm(f"{i}.norm2")]
    return [*rows, *packed("pointer", s.width, 2 * s.width), ("contract.weight", (s.width, s.contract), s.stored), ("contract.bias", (s.contract,), s.stored)]


class Builder:
    """One relax function at a time over the hand-written kernels."""

    def __init__(self, s: Shape, layers: int, target: Target) -> None:
        self.s, self.layers, self.bb, self.target = s, layers, rx.BlockBuilder(), target
        self.parameters = parameters(s, layers)
        self.kernels: dict[str, rx.GlobalVar] = {}

    def kernel(self, name: str, func: tirx.PrimFunc) -> rx.GlobalVar:
        if name not in self.kernels:
            self.kernels[name] = self.bb.add_func(func.with_attr("global_symbol", name), name)
        return self.kernels[name]

    def run(self, name: str, func: tirx.PrimFunc, args: list[rx.Expr], shape: tuple, dtype: str | None = None) -> rx.Var:
        return self.bb.emit(rx.call_tir(self.kernel(name, func), rx.Tuple(args), rx.TensorType(shape, dtype or self.s.dtype)))

    def packed_parameters(self) -> rx.Var:
        return rx.Var("parameters", rx.TupleType([rx.TensorType(shape, dtype) for _, shape, dtype in self.parameters]))

    def named(self, packed: rx.Var):
        places = {name: i for i, (name, _, _) in enumerate(self.parameters)}
        return lambda name: self.bb.emit(rx.TupleGetItem(packed, places[name]))

    def add_embed(self) -> None:
        n = tirx.Var("n", "int64")
        ids, packed = rx.Var("ids", rx.TensorType((n,), "int32")), self.packed_parameters()
        with self.bb.function("embed", [ids, packed]):
            with self.bb.dataflow():
                p = self.named(packed)
                out = self.run("embed_rows", kernels.embed(self.s), [ids, p("rows.q"), p("rows.scale"), p("kind")], (n, self.s.width))
                out = self.bb.emit_output(out)
            self.bb.emit_func_output(out)

    def add_forward(self, name: str, tile: int | None) -> None:
        """`prefill` for several rows, `decode` for one; the last row's scores come out."""
        s, bb = self.s, self.bb
        n = tirx.IntImm("int64", 1) if tile is None else tirx.Var("n", "int64")
        rows = rx.Var("embeddings", rx.TensorType((1, n, s.width), s.dtype))
        cache, packed = rx.Var("cache", rx.AnyType()), self.packed_parameters()
        with bb.function(name, [rows, cache, packed]):
            with bb.dataflow():
                p = self.named(packed)
                positions = bb.emit(rx.call_pure_packed("vm.builtin.attention_kv_cache_get_query_positions", cache, ty_args=rx.TensorType((n,), "int32")))
                x = self.run("first_norm", kernels.normalise(s, True), [rows, positions, p("position"), p("norm.weight"), p("norm.bias")], (n, s.width))
                for i in range(self.layers):
                    x = self.layer(p, cache, x, i, n, tile)
                pointer = self.attend(p, cache, x, "pointer", self.layers, n, tile, -1 / math.sqrt(s.width))
                scores = self.run("score", kernels.logits(s), [x, pointer, p("contract.weight"), p("contract.bias")], (1, 1, s.contract + s.copy), "float32")
                result = bb.emit_output(rx.Tuple([scores, cache]))
            bb.emit_func_output(result)

    def layer(self, p, cache: rx.Var, x: rx.Var, i: int, n: tirx.PrimExpr, tile: int | None) -> rx.Var:
        s = self.s
        mixed = self.attend(p, cache, x, f"{i}.qkv", i, n, tile, 1 / math.sqrt(s.head_width))
        mixed = self.bb.emit(rx.op.reshape(mixed, (n, s.width)))
        out = self.multiply(p, mixed, f"{i}.out", s.width, s.width, n, tile)
        x = self.norm(p, x, out, f"{i}.norm1", n)
        up = self.multiply(p, x, f"{i}.up", s.width, s.inner, n, tile, activate=True)
        down = self.multiply(p, up, f"{i}.down", s.inner, s.width, n, tile)
        return self.norm(p, x, down, f"{i}.norm2", n)

    def norm(self, p, x: rx.Var, y: rx.Var, name: str, n: tirx.PrimExpr) -> rx.Var:
        return self.run("residual_norm", kernels.normalise(self.s, False), [x, y, p(f"{name}.weight"), p(f"{name}.bias")], (n, self.s.width))

    def multiply(self, p, x: rx.Var, name: str, inputs: int, outputs: int, n: tirx.PrimExpr, tile: int | None, activate: bool = False, repeat: int = 0) -> rx.Var:
        kind = f"multiply_{inputs}_{outputs}_{tile or 1}{'_gelu' if activate else ''}"
        func = kernels.matmul(self.s, inputs, outputs, tile, activate, repeat)
        return self.run(kind if not repeat else f"{kind}_pointer", func, [x, p(f"{name}.q"), p(f"{name}.scale"), p(f"{name}.bias")], (n, outputs + repeat))

    def attend(self, p, cache: rx.Var, x: rx.Var, name: str, layer: int, n: tirx.PrimExpr, tile: int | None, scale: float) -> rx.Var:
        s = self.s
        pointer = scale < 0
        qkv = self.multiply(p, x, name, s.width, (2 if pointer else 3) * s.width, n, tile, repeat=s.width if pointer else 0)
        qkv = self.bb.emit(rx.op.reshape(qkv, (n, 3 * s.heads, s.head_width)))
        args = [cache, rx.prim_value(layer), rx.prim_value(float(scale)), qkv]
        out = self.bb.emit(rx.call_dps_packed("vm.builtin.attention_kv_cache_attention_with_fused_qkv", rx.Tuple(args), out_ty=rx.TensorType((n, s.heads, s.head_width), s.dtype)))
        return self.bb.emit(rx.op.reshape(out, (1, n, s.heads, s.head_width))) if pointer else out

    def add_cache(self) -> None:
        s, bb = self.s, self.bb
        names = ["sequences", "total", "chunk", "page", "sliding"]
        sizes = [tirx.Var(name, "int64") for name in names]
        arguments = [rx.Var(f"{name}_", rx.ShapeType([size])) for name, size in zip(names, sizes)]
        layers = self.layers + 1  # the pointer's keys are a layer of their own
        tir = lambda name, func: rx.Tuple([tvm.ir.StringImm("tirx"), self.kernel(name, func)])
        other = attention.unused(s, self.target)
        with bb.function("create_tir_paged_kv_cache", arguments):
            with bb.dataflow():
                parts = [
                    rx.ShapeExpr([*sizes]), rx.ShapeExpr([0, layers]), *(rx.prim_value(size) for size in (s.heads, s.heads, s.head_width, s.head_width)),
                    rx.ShapeExpr([0] * layers), rx.prim_value(False), rx.prim_value(0), rx.prim_value(1), rx.prim_value(10000), rx.prim_value(0),
                    rx.op.zeros((), s.dtype), self.kernel("append_rows", attention.append(s)), rx.prim_value(0),
                    tir("attend_new", attention.ragged(s)), tir("attend_pages", attention.paged(s, False)), tir("attend_pages_one", attention.paged(s, True)),
                    *(rx.Tuple([]) for _ in range(5)), rx.Tuple([self.kernel("merge_parts", attention.merge(s))]),
                    self.kernel("split_product", attention.split(s)), *(self.kernel(name, func) for name, func in other.items()),
                ]
                cache = bb.emit_output(rx.call_pure_packed("vm.builtin.paged_attention_kv_cache_create", *parts, ty_args=rx.AnyType()))
            bb.emit_func_output(cache)

    def add_sampling(self) -> None:
        size = self.s.contract + self.s.copy
        int32, float32 = "int32", "float32"
        batch, n, rows = (tirx.Var(name, "int64") for name in ("batch", "n", "rows"))
        var = lambda name, shape, dtype: rx.Var(name, rx.TensorType(shape, dtype))
        scores = lambda: var("logits", (batch, size), float32)
        counted = lambda name: var(name, (n,), int32)
        self.add_inplace("apply_logit_bias_inplace", sampling.add_bias(size), [scores(), counted("sequences"), counted("tokens"), var("bias", (n,), float32)])
        self.add_inplace("apply_penalty_inplace", sampling.add_penalties(size), [scores(), var("row_of", (rows,), int32), counted("sequences"), counted("tokens"),
                                                                                counted("counts"), var("penalties", (rows, 3), float32)])
        self.add_inplace("apply_bitmask_inplace", sampling.mask_bits(size), [scores(), var("row_of", (rows,), int32), var("mask", (batch, (size + 31) // 32), int32)])
        self.add_plain("softmax_with_temperature", sampling.softmax(size), [var("logits", (batch, 1, size), float32), var("temperature", (batch,), float32)],
                       rx.TensorType((batch, 1, size), float32))
        self.add_plain("argsort_probs", sampling.number(size), [var("probabilities", (batch, size), float32)],
                       [rx.TensorType((batch, size), float32), rx.TensorType((batch, size), int32)])
        self.add_plain("sample_with_top_p", sampling.draw(size), [var("values", (batch, size), float32), var("tokens", (batch, size), int32), var("uniform", (n,), float32),
                                                                  counted("indices"), var("top_p", (batch,), float32)], rx.TensorType((n,), int32))

    def add_plain(self, name: str, func: tirx.PrimFunc, arguments: list[rx.Var], result) -> None:
        with self.bb.function(name, arguments):
            with self.bb.dataflow():
                out = self.bb.emit_output(rx.call_tir(self.kernel(f"{name}_kernel", func), rx.Tuple(arguments), result))
            self.bb.emit_func_output(out)

    def add_inplace(self, name: str, func: tirx.PrimFunc, arguments: list[rx.Var]) -> None:
        with self.bb.function(name, arguments):
            with self.bb.dataflow():
                out = self.bb.emit_output(rx.op.call_tir_inplace(self.kernel(f"{name}_kernel", func), rx.Tuple(arguments), 0, arguments[0].ty))
            self.bb.emit_func_output(out)

    def add_metadata(self, quantization: str) -> None:
        described = [{"name": name, "shape": list(shape), "dtype": dtype} for name, shape, dtype in self.parameters]
        text = json.dumps({"model_type": "errand-agent", "quantization": quantization, "context_window_size": self.s.positions, "sliding_window_size": -1,
                           "attention_sink_size": -1, "prefill_chunk_size": self.s.positions, "kv_state_kind": "kv_cache", "params": described})
        with self.bb.function("_metadata", []):
            self.bb.emit_func_output(tvm.ir.StringImm(text))


def build_module(s: Shape, layers: int, quantization: str) -> tuple[tvm.IRModule, list[tuple[str, tuple[int, ...], str]]]:
    builder = Builder(s, layers, Target(TARGET))
    builder.add_embed()
    builder.add_forward("prefill", PREFILL_ROWS)
    builder.add_forward("decode", None)
    builder.add_cache()
    builder.add_sampling()
    builder.add_metadata(quantization)
    return builder.bb.finalize(), builder.parameters


def compile_library(module: tvm.IRModule, output: Path, work: Path) -> None:
    """Objects, not bitcode: TVM's LLVM is newer than emscripten's."""
    from tvm.s_tir import dlight

    target = Target(TARGET)
    with target:
        # What is not scheduled by hand are the cache's helpers that TVM brings.
        module = dlight.ApplyDefaultSchedule(dlight.gpu.Fallback())(module)
        executable = rx.build(module, target=target, system_lib=True)

    def link(path: str, objects: list[str], options=None) -> None:
        command = ["emcc", *LINK, "-o", path, *map(str, runtime_objects()), *objects, *(options or [])]
        subprocess.run(command, check=True)

    link.object_format = "o"
    work.mkdir(parents=True, exist_ok=True)
    output.parent.mkdir(parents=True, exist_ok=True)
    executable.export_library(str(output), fcompile=link, workspace_dir=str(work))
