"""The rest of what web-llm calls on scores: bias, penalties, a grammar's mask, softmax, and a draw from the nucleus.

The embedded agent decodes greedily by its own grammar and uses none of them but the last three, whose result it does not
read; they are whole all the same, so that the library is one that any caller of web-llm can use.
"""

from __future__ import annotations

from tvm import tirx
from tvm.script import tirx as T

from .kernels import THREADS


def add_bias(size: int) -> tirx.PrimFunc:
    @T.prim_func(s_tir=True)
    def kernel(logits_handle: T.handle, sequences_handle: T.handle, tokens_handle: T.handle, bias_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        rows, n = T.int32(), T.int32()
        logits = T.match_buffer(logits_handle, (rows, size), "float32")
        sequences = T.match_buffer(sequences_handle, (n,), "int32")
        tokens = T.match_buffer(tokens_handle, (n,), "int32")
        bias = T.match_buffer(bias_handle, (n,), "float32")
        for bx in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(1, thread="threadIdx.x"):
                with T.sblock("bias"):
                    T.reads()
                    T.writes()
                    logits[sequences[bx], tokens[bx]] += bias[bx]

    return kernel


def add_penalties(size: int) -> tirx.PrimFunc:
    """Presence and frequency are subtracted; repetition divides what is positive and multiplies what is not."""

    @T.prim_func(s_tir=True)
    def kernel(logits_handle: T.handle, rows_handle: T.handle, sequences_handle: T.handle, tokens_handle: T.handle, counts_handle: T.handle,
               penalties_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        batch, rows, n = T.int32(), T.int32(), T.int32()
        logits = T.match_buffer(logits_handle, (batch, size), "float32")
        row_of = T.match_buffer(rows_handle, (rows,), "int32")
        sequences = T.match_buffer(sequences_handle, (n,), "int32")
        tokens = T.match_buffer(tokens_handle, (n,), "int32")
        counts = T.match_buffer(counts_handle, (n,), "int32")
        penalties = T.match_buffer(penalties_handle, (rows, 3), "float32")
        for bx in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(1, thread="threadIdx.x"):
                with T.sblock("penalty"):
                    T.reads()
                    T.writes()
                    row: T.let[T.int32] = row_of[sequences[bx]]
                    logits[row, tokens[bx]] -= penalties[sequences[bx], 0] + T.Cast("float32", counts[bx]) * penalties[sequences[bx], 1]
                    logits[row, tokens[bx]] = T.if_then_else(logits[row, tokens[bx]] > 0, logits[row, tokens[bx]] / penalties[sequences[bx], 2],
                                                             logits[row, tokens[bx]] * penalties[sequences[bx], 2])

    return kernel


def mask_bits(size: int) -> tirx.PrimFunc:
    words = (size + 31) // 32

    @T.prim_func(s_tir=True)
    def kernel(logits_handle: T.handle, rows_handle: T.handle, mask_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        batch, rows = T.int32(), T.int32()
        logits = T.match_buffer(logits_handle, (batch, size), "float32")
        row_of = T.match_buffer(rows_handle, (rows,), "int32")
        mask = T.match_buffer(mask_handle, (batch, words), "int32")
        for by in T.thread_binding(rows, thread="blockIdx.y"):
            for bx in T.thread_binding((size + THREADS - 1) // THREADS, thread="blockIdx.x"):
                for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                    with T.sblock("mask"):
                        T.reads()
                        T.writes()
                        place: T.let[T.int32] = bx * THREADS + tx
                        if place < size:
                            if T.bitwise_and(T.shift_right(mask[row_of[by], place // 32], place % 32), 1) == 0:
                                logits[row_of[by], place] = T.float32(-3.4e38)

    return kernel


def softmax(size: int) -> tirx.PrimFunc:
    """One workgroup: there are a few hundred scores."""

    @T.prim_func(s_tir=True)
    def kernel(logits_handle: T.handle, temperature_handle: T.handle, out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        batch = T.int32()
        logits = T.match_buffer(logits_handle, (batch, 1, size), "float32")
        temperature = T.match_buffer(temperature_handle, (batch,), "float32")
        out = T.match_buffer(out_handle, (batch, 1, size), "float32")
        for row in T.thread_binding(batch, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("softmax"):
                    T.reads()
                    T.writes()
                    part = T.sblock_alloc_buffer((2 * THREADS,), "float32", scope="shared")
                    kept = T.sblock_alloc_buffer((2,), "float32", scope="local")
                    kept[0] = T.float32(-3.4e38)
                    for step in T.serial((size + THREADS - 1) // THREADS):
                        if step * THREADS + tx < size:
                            kept[0] = T.max(kept[0], logits[row, 0, step * THREADS + tx])
                    part[tx] = kept[0]
                    T.tvm_storage_sync("shared")
                    for i in T.serial(THREADS):
                        kept[0] = T.max(kept[0], part[i])
                    kept[1] = T.float32(0)
                    for step in T.serial((size + THREADS - 1) // THREADS):
                        if step * THREADS + tx < size:
                            kept[1] += T.exp((logits[row, 0, step * THREADS + tx] - kept[0]) / temperature[row])
                    part[THREADS + tx] = kept[1]
                    T.tvm_storage_sync("shared")
                    kept[1] = T.float32(0)
                    for i in T.serial(THREADS):
                        kept[1] += part[THREADS + i]
                    for step in T.serial((size + THREADS - 1) // THREADS):
                        if step * THREADS + tx < size:
                            out[row, 0, step * THREADS + tx] = T.exp((logits[row, 0, step * THREADS + tx] - kept[0]) / temperature[row]) / kept[1]

    return kernel


def number(size: int) -> tirx.PrimFunc:
    """In place of a sort, which TVM has no WebGPU code for: each probability and its token. The draw finds the nucleus itself."""

    @T.prim_func(s_tir=True)
    def kernel(probabilities_handle: T.handle, values_handle: T.handle, tokens_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        batch = T.int32()
        probabilities = T.match_buffer(probabilities_handle, (batch, size), "float32")
        values = T.match_buffer(values_handle, (batch, size), "float32")
        tokens = T.match_buffer(tokens_handle, (batch, size), "int32")
        for by in T.thread_binding(batch, thread="blockIdx.y"):
            for bx in T.thread_binding((size + THREADS - 1) // THREADS, thread="blockIdx.x"):
                for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                    with T.sblock("number"):
                        T.reads()
                        T.writes()
                        if bx * THREADS + tx < size:
                            values[by, bx * THREADS + tx] = probabilities[by, bx * THREADS + tx]
                            tokens[by, bx * THREADS + tx] = bx * THREADS + tx

    return kernel


def draw(size: int) -> tirx.PrimFunc:
    """A token of the nucleus: the probable ones first, one after the other, until they hold `top_p`; then the one that the
    uniform number falls on. The first is always taken, so a `top_p` near 0 is greedy."""

    @T.prim_func(s_tir=True)
    def kernel(values_handle: T.handle, tokens_handle: T.handle, uniform_handle: T.handle, indices_handle: T.handle, top_p_handle: T.handle,
               out_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        batch, n = T.int32(), T.int32()
        values = T.match_buffer(values_handle, (batch, size), "float32")
        tokens = T.match_buffer(tokens_handle, (batch, size), "int32")
        uniform = T.match_buffer(uniform_handle, (n,), "float32")
        indices = T.match_buffer(indices_handle, (n,), "int32")
        top_p = T.match_buffer(top_p_handle, (batch,), "float32")
        out = T.match_buffer(out_handle, (n,), "int32")
        for bx in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(1, thread="threadIdx.x"):
                with T.sblock("draw"):
                    T.reads()
                    T.writes()
                    # 0 the sum so far, 1 the last value taken, 2 the best left, 3 what the nucleus holds
                    kept = T.sblock_alloc_buffer((4,), "float32", scope="local")
                    place = T.sblock_alloc_buffer((3,), "int32", scope="local")
                    kept[3] = T.float32(0)
                    for part in T.serial(2):  # first how much the nucleus holds, then the draw from it
                        kept[0] = T.float32(0)
                        kept[1] = T.float32(4)
                        place[0] = -1
                        place[2] = 0
                        for step in T.serial(size):
                            if place[2] == 0:
                                kept[2] = T.float32(-1)
                                place[1] = -1
                                for i in T.serial(size):
                                    if (values[indices[bx], i] < kept[1] or (values[indices[bx], i] == kept[1] and i > place[0])) and values[indices[bx], i] > kept[2]:
                                        kept[2] = values[indices[bx], i]
                                        place[1] = i
                                kept[0] += kept[2]
                                kept[1] = kept[2]
                                place[0] = place[1]
                                if part == 0 and kept[0] >= top_p[indices[bx]]:
                                    place[2] = 1
                                if part == 1 and kept[0] >= uniform[bx] * kept[3]:
                                    place[2] = 1
                        if part == 0:
                            kept[3] = kept[0]
                    out[bx] = tokens[indices[bx], T.max(place[0], 0)]

    return kernel
