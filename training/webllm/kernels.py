"""The model's GPU kernels, written for this one shape: small rows, few of them, and a prefix mask.

Every kernel is scheduled by hand: a workgroup of 64 threads is what the smallest adapters run well, and no kernel needs
more shared memory than they have. Sums are kept in float32 whatever the type of the weights.
"""

from __future__ import annotations

from dataclasses import dataclass

import tvm
from tvm import tirx
from tvm.script import tirx as T

THREADS = 64
PAGE = 16  # fixed by web-llm
LOG2_E = 1.4426950408889634
# A row that adds nothing when two parts of an attention are merged.
NOTHING = -50000.0


@dataclass(frozen=True)
class Shape:
    width: int
    heads: int
    inner: int
    contract: int
    copy: int
    rows: int  # of the embedding table
    positions: int
    group: int
    dtype: str  # of what is computed and cached
    stored: str = "float32"  # of scales, biases and norms: one set of weights serves libraries of either type

    @property
    def head_width(self) -> int:
        return self.width // self.heads


def low_bits(word: tirx.PrimExpr, place: tirx.PrimExpr) -> tirx.PrimExpr:
    """One of the eight 4-bit weights of a word, as −7 … 8."""
    shift = tirx.Cast("uint32", place * 4)
    nibble = tirx.bitwise_and(tirx.shift_right(word, shift), tirx.const(15, "uint32"))
    return tirx.Cast("float32", nibble) - tirx.const(7.0, "float32")


def gelu(x: tirx.PrimExpr) -> tirx.PrimExpr:
    """x·Φ(x). The language has no erf: this is Numerical Recipes' Chebyshev fit of erfc, good to 1.2e-7."""
    one = tirx.const(1.0, "float32")
    z = tirx.abs(x) * tirx.const(0.7071067811865476, "float32")
    t = one / (one + tirx.const(0.5, "float32") * z)
    fit = tirx.const(0.17087277, "float32")
    for term in (-0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223):
        fit = fit * t + tirx.const(term, "float32")
    tail = t * tirx.exp(fit - z * z)  # erfc(|x|/√2)
    half = tirx.const(0.5, "float32")
    return x * tirx.if_then_else(x >= 0, one - half * tail, half * tail)


def embed(s: Shape) -> tirx.PrimFunc:
    """A row of the table plus its token type. Ids from `rows` on are the same rows as part of the answer (type 1)."""
    width, rows, group, dtype, stored = s.width, s.rows, s.group, s.dtype, s.stored

    @T.prim_func(s_tir=True)
    def kernel(ids_handle: T.handle, packed: T.Buffer((rows, width // 8), "uint32"), scales: T.Buffer((rows, width // group), stored),
               kind: T.Buffer((2, width), stored), out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        ids = T.match_buffer(ids_handle, (n,), "int32")
        out = T.match_buffer(out_handle, (n, width), dtype)
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("embed"):
                    T.reads()
                    T.writes()
                    for step in T.serial(width // THREADS):
                        column: T.let[T.int32] = T.Cast("int32", step * THREADS + tx)
                        table_row: T.let[T.int32] = ids[row] % rows
                        weight: T.let[T.float32] = low_bits(packed[table_row, column // 8], column % 8) * T.Cast("float32", scales[table_row, column // group])
                        out[row, column] = T.Cast(dtype, weight + T.Cast("float32", kind[ids[row] // rows, column]))

    return kernel


def normalise(s: Shape, positioned: bool) -> tirx.PrimFunc:
    """LayerNorm of x + y; or, at the start, of x + the row of `y` that the row's position names."""
    width, dtype, stored, epsilon = s.width, s.dtype, s.stored, 1e-12
    inverse = 1.0 / s.width

    @T.macro
    def norm_row(tx, row, x_at, out, gain, bias, part, kept):
        kept[0] = T.float32(0)
        for step in T.serial(width // THREADS):
            kept[0] += x_at(row, step * THREADS + tx)
        part[tx] = kept[0]
        T.tvm_storage_sync("shared")
        kept[1] = T.float32(0)
        for i in T.serial(THREADS):
            kept[1] += part[i]
        kept[1] = kept[1] * T.float32(inverse)
        kept[0] = T.float32(0)
        for step in T.serial(width // THREADS):
            kept[0] += (x_at(row, step * THREADS + tx) - kept[1]) * (x_at(row, step * THREADS + tx) - kept[1])
        part[THREADS + tx] = kept[0]
        T.tvm_storage_sync("shared")
        kept[0] = T.float32(0)
        for i in T.serial(THREADS):
            kept[0] += part[THREADS + i]
        kept[0] = T.float32(1) / T.sqrt(kept[0] * T.float32(inverse) + T.float32(epsilon))
        for step in T.serial(width // THREADS):
            out[row, step * THREADS + tx] = T.Cast(dtype, (x_at(row, step * THREADS + tx) - kept[1]) * kept[0]
                                                   * T.Cast("float32", gain[step * THREADS + tx])
                                                   + T.Cast("float32", bias[step * THREADS + tx]))

    @T.prim_func(s_tir=True)
    def first(x_handle: T.handle, positions_handle: T.handle, table: T.Buffer((s.positions, width), stored), gain: T.Buffer((width,), stored),
              bias: T.Buffer((width,), stored), out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        offset = T.int32()
        x = T.match_buffer(x_handle, (1, n, width), dtype)
        positions = T.match_buffer(positions_handle, (n,), "int32", elem_offset=offset)
        out = T.match_buffer(out_handle, (n, width), dtype)
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("norm"):
                    T.reads()
                    T.writes()
                    part = T.sblock_alloc_buffer((2 * THREADS,), "float32", scope="shared")
                    kept = T.sblock_alloc_buffer((2,), "float32", scope="local")
                    norm_row(tx, row, lambda r, c: T.Cast("float32", x[0, r, c]) + T.Cast("float32", table[positions[r], c]), out, gain, bias, part, kept)

    @T.prim_func(s_tir=True)
    def residual(x_handle: T.handle, y_handle: T.handle, gain: T.Buffer((width,), stored), bias: T.Buffer((width,), stored), out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        x = T.match_buffer(x_handle, (n, width), dtype)
        y = T.match_buffer(y_handle, (n, width), dtype)
        out = T.match_buffer(out_handle, (n, width), dtype)
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("norm"):
                    T.reads()
                    T.writes()
                    part = T.sblock_alloc_buffer((2 * THREADS,), "float32", scope="shared")
                    kept = T.sblock_alloc_buffer((2,), "float32", scope="local")
                    norm_row(tx, row, lambda r, c: T.Cast("float32", x[r, c]) + T.Cast("float32", y[r, c]), out, gain, bias, part, kept)

    return first if positioned else residual


def matmul(s: Shape, inputs: int, outputs: int, rows: int | None, activate: bool = False, repeat: int = 0) -> tirx.PrimFunc:
    """x · W + b with 4-bit W, packed along the inputs; then GELU if asked for.

    A workgroup makes 64 columns of `rows` rows, or of the only row where `rows` is None. The last `repeat` columns are
    written once more after themselves: the pointer's keys stand in the cache where values would.
    """
    dtype, stored, group, tile = s.dtype, s.stored, s.group, rows or 1
    columns = outputs + repeat

    @T.prim_func(s_tir=True)
    def kernel(x_handle: T.handle, packed: T.Buffer((inputs // 8, outputs), "uint32"), scales: T.Buffer((inputs // group, outputs), stored),
               bias: T.Buffer((outputs,), stored), out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        x = T.match_buffer(x_handle, (n, inputs), dtype)
        out = T.match_buffer(out_handle, (n, columns), dtype)
        for by in T.thread_binding((n + tile - 1) // tile, thread="blockIdx.y"):
            for bx in T.thread_binding(columns // THREADS, thread="blockIdx.x"):
                for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                    with T.sblock("matmul"):
                        T.reads()
                        T.writes()
                        total = T.sblock_alloc_buffer((tile,), "float32", scope="local")
                        partial = T.sblock_alloc_buffer((tile,), "float32", scope="local")
                        weight = T.sblock_alloc_buffer((1,), "float32", scope="local")
                        word = T.sblock_alloc_buffer((1,), "uint32", scope="local")
                        place: T.let[T.int32] = bx * THREADS + tx
                        column: T.let[T.int32] = T.if_then_else(place < outputs, place, place - repeat)
                        for r in T.unroll(tile):
                            total[r] = T.float32(0)
                        for g in T.serial(inputs // group):
                            for r in T.unroll(tile):
                                partial[r] = T.float32(0)
                            for w in T.serial(group // 8):
                                word[0] = packed[g * (group // 8) + w, column]
                                for i in T.unroll(8):
                                    weight[0] = low_bits(word[0], i)
                                    for r in T.unroll(tile):
                                        partial[r] += weight[0] * T.Cast("float32", x[T.min(by * tile + r, n - 1), g * group + w * 8 + i])
                            for r in T.unroll(tile):
                                total[r] += partial[r] * T.Cast("float32", scales[g, column])
                        for r in T.unroll(tile):
                            if by * tile + r < n:
                                total[r] += T.Cast("float32", bias[column])
                                out[by * tile + r, place] = T.Cast(dtype, gelu(total[r]) if activate else total[r])

    return kernel


def logits(s: Shape) -> tirx.PrimFunc:
    """The last row's scores: contract tokens from its state, then the 64 copy tokens as the pointer found them."""
    width, contract, copy, dtype, stored, head_width = s.width, s.contract, s.copy, s.dtype, s.stored, s.head_width
    total = contract + copy

    @T.prim_func(s_tir=True)
    def kernel(x_handle: T.handle, pointer_handle: T.handle, weight: T.Buffer((width, contract), stored), bias: T.Buffer((contract,), stored),
               out: T.Buffer((1, 1, total), "float32")):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        x = T.match_buffer(x_handle, (n, width), dtype)
        pointer = T.match_buffer(pointer_handle, (1, n, s.heads, head_width), dtype)
        for bx in T.thread_binding((total + THREADS - 1) // THREADS, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("logits"):
                    T.reads()
                    T.writes()
                    sum_ = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    place: T.let[T.int32] = bx * THREADS + tx
                    if place < contract:
                        sum_[0] = T.Cast("float32", bias[place])
                        for k in T.serial(width):
                            sum_[0] += T.Cast("float32", x[n - 1, k]) * T.Cast("float32", weight[k, place])
                        out[0, 0, place] = sum_[0]
                    if place >= contract and place < total:
                        out[0, 0, place] = T.Cast("float32", pointer[0, n - 1, (place - contract) // head_width, (place - contract) % head_width])

    return kernel
