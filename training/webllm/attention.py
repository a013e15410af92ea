"""The cache's kernels: what web-llm's paged cache of keys and values is created with.

The mask is the model's own: in the first run the rows before the last are the source, which see one another and nothing
else; every later row sees all before it. And one cached layer is no attention but the pointer: where the scale is
negative, a row's output is its scores of the source's rows 1 … 64, in the first two heads' places.
"""

from __future__ import annotations

from tvm import tirx
from tvm.relax.frontend.nn.llm import kv_cache as stock
from tvm.script import tirx as T
from tvm.target import Target

from .kernels import LOG2_E, NOTHING, PAGE, THREADS, Shape


def attend_macro(s: Shape):
    """One row of one head against `seen` rows: a softmax over shared scores, or the pointer's scores as they are."""
    heads, head_width, dtype, context = s.heads, s.head_width, s.dtype, s.positions
    halves, steps = THREADS // head_width, context // THREADS

    @T.macro
    def attend(tx, row, head, seen, skipped, query, key_at, value_at, out, lse, scale):
        scores = T.sblock_alloc_buffer((context,), "float32", scope="shared")
        part = T.sblock_alloc_buffer((3 * THREADS,), "float32", scope="shared")
        kept = T.sblock_alloc_buffer((4,), "float32", scope="local")
        mine = T.sblock_alloc_buffer((steps,), "float32", scope="local")
        # Threads meet at the barriers whatever the scale: for the pointer there is nothing to do in between.
        among: T.let[T.int32] = T.if_then_else(scale < T.float32(0), 0, seen)
        column: T.let[T.int32] = head * head_width + tx + 1
        kept[3] = T.float32(0)
        if scale < T.float32(0) and tx < head_width and head < s.copy // head_width and column < seen and skipped == 0:
            for h in T.serial(heads):
                for d in T.serial(head_width):
                    kept[3] += T.Cast("float32", query[row, h, d]) * key_at(column, h, d)
            kept[3] = T.float32(0) - kept[3] * scale
        kept[0] = T.float32(NOTHING)
        for step in T.serial(steps):
            if step * THREADS + tx < among:
                kept[1] = T.float32(0)
                for d in T.serial(head_width):
                    kept[1] += T.Cast("float32", query[row, head, d]) * key_at(step * THREADS + tx, head, d)
                mine[step] = kept[1] * scale * T.float32(LOG2_E)
                kept[0] = T.max(kept[0], mine[step])
        part[tx] = kept[0]
        T.tvm_storage_sync("shared")
        for i in T.serial(THREADS):
            kept[0] = T.max(kept[0], part[i])
        kept[1] = T.float32(0)
        for step in T.serial(steps):
            if step * THREADS + tx < among:
                kept[2] = T.exp2(mine[step] - kept[0])
                scores[step * THREADS + tx] = kept[2]
                kept[1] += kept[2]
        part[THREADS + tx] = kept[1]
        T.tvm_storage_sync("shared")
        kept[1] = T.float32(0)
        for i in T.serial(THREADS):
            kept[1] += part[THREADS + i]
        kept[2] = T.float32(0)
        for step in T.serial((among + halves - 1) // halves):
            if step * halves + tx // head_width < among:
                kept[2] += scores[step * halves + tx // head_width] * value_at(step * halves + tx // head_width, head, tx % head_width)
        part[2 * THREADS + tx] = kept[2]
        T.tvm_storage_sync("shared")
        if tx < head_width:
            kept[2] = T.float32(0)
            for i in T.serial(halves):
                kept[2] += part[2 * THREADS + i * head_width + tx]
            if scale < T.float32(0):
                out[row, head, tx] = T.Cast(dtype, kept[3])
            else:
                out[row, head, tx] = T.Cast(dtype, kept[2] / kept[1])
        if tx == 0:
            if scale < T.float32(0):
                lse[row, head] = T.if_then_else(skipped == 0, T.float32(0), T.float32(NOTHING))
            else:
                lse[row, head] = kept[0] + T.log2(kept[1])

    return attend


def ragged(s: Shape) -> tirx.PrimFunc:
    """New rows against one another: the source and `<s>` in the first run, several forced tokens in later ones."""
    heads, head_width, dtype = s.heads, s.head_width, s.dtype
    attend = attend_macro(s)

    @T.prim_func(s_tir=True)
    def kernel(q_handle: T.handle, q_starts_handle: T.handle, k_handle: T.handle, v_handle: T.handle, k_starts_handle: T.handle,
               q_positions_handle: T.handle, k_offsets_handle: T.handle, out_handle: T.handle, lse_handle: T.handle,
               causal: T.int32, rotary_mode: T.int32, rope_scale: T.float32, rope_theta: T.float32, scale: T.float32):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n, batch = T.int32(), T.int32()
        q_starts_offset, k_starts_offset, q_positions_offset, k_offsets_offset = T.int32(), T.int32(), T.int32(), T.int32()
        q = T.match_buffer(q_handle, (n, heads, head_width), dtype)
        q_starts = T.match_buffer(q_starts_handle, (batch + 1,), "int32", elem_offset=q_starts_offset)
        k = T.match_buffer(k_handle, (n, heads, head_width), dtype)
        v = T.match_buffer(v_handle, (n, heads, head_width), dtype)
        k_starts = T.match_buffer(k_starts_handle, (batch + 1,), "int32", elem_offset=k_starts_offset)
        q_positions = T.match_buffer(q_positions_handle, (n,), "int32", elem_offset=q_positions_offset)
        k_offsets = T.match_buffer(k_offsets_handle, (batch,), "int32", elem_offset=k_offsets_offset)
        out = T.match_buffer(out_handle, (n, heads, head_width), dtype)
        lse = T.match_buffer(lse_handle, (n, heads), "float32")
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for head in T.thread_binding(heads, thread="blockIdx.y"):
                for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                    with T.sblock("attend"):
                        T.reads()
                        T.writes()
                        later: T.let[T.int32] = k_offsets[0]
                        seen: T.let[T.int32] = T.if_then_else(later > 0, row + 1, T.if_then_else(row < n - 1, n - 1, n))
                        attend(tx, row, head, seen, later, q, lambda i, h, d: T.Cast("float32", k[i, h, d]),
                               lambda i, h, d: T.Cast("float32", v[i, h, d]), out, lse, scale)

    return kernel


def paged(s: Shape, decode: bool) -> tirx.PrimFunc:
    """New rows against the cache: all of it, for whatever it holds came before them."""
    heads, head_width, dtype = s.heads, s.head_width, s.dtype
    attend = attend_macro(s)

    @T.macro
    def attend_pages(n, q, pages, page_starts, page_list, last_page, out, lse, scale):
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for head in T.thread_binding(heads, thread="blockIdx.y"):
                for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                    with T.sblock("attend"):
                        T.reads()
                        T.writes()
                        seen: T.let[T.int32] = (page_starts[1] - page_starts[0] - 1) * PAGE + last_page[0]
                        attend(tx, row, head, seen, 0, q,
                               lambda i, h, d: T.Cast("float32", pages[page_list[page_starts[0] + i // PAGE], 0, h, i % PAGE, d]),
                               lambda i, h, d: T.Cast("float32", pages[page_list[page_starts[0] + i // PAGE], 1, h, i % PAGE, d]),
                               out, lse, scale)

    @T.prim_func(s_tir=True)
    def prefill_kernel(q_handle: T.handle, q_starts_handle: T.handle, pages_handle: T.handle, page_starts_handle: T.handle,
                       page_list_handle: T.handle, last_page_handle: T.handle, k_offsets_handle: T.handle, q_positions_handle: T.handle,
                       out_handle: T.handle, lse_handle: T.handle, causal: T.int32, rotary_mode: T.int32, rope_scale: T.float32,
                       rope_theta: T.float32, scale: T.float32):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n, batch, page_count, pages_used = T.int32(), T.int32(), T.int32(), T.int32()
        pages_offset = T.int64()
        q_starts_offset, starts_offset, list_offset, last_offset, k_offset, position_offset = T.int32(), T.int32(), T.int32(), T.int32(), T.int32(), T.int32()
        q = T.match_buffer(q_handle, (n, heads, head_width), dtype)
        q_starts = T.match_buffer(q_starts_handle, (batch + 1,), "int32", elem_offset=q_starts_offset)
        pages = T.match_buffer(pages_handle, (page_count, 2, heads, PAGE, head_width), dtype, elem_offset=pages_offset)
        page_starts = T.match_buffer(page_starts_handle, (batch + 1,), "int32", elem_offset=starts_offset)
        page_list = T.match_buffer(page_list_handle, (pages_used,), "int32", elem_offset=list_offset)
        last_page = T.match_buffer(last_page_handle, (batch,), "int32", elem_offset=last_offset)
        k_offsets = T.match_buffer(k_offsets_handle, (batch,), "int32", elem_offset=k_offset)
        q_positions = T.match_buffer(q_positions_handle, (n,), "int32", elem_offset=position_offset)
        out = T.match_buffer(out_handle, (n, heads, head_width), dtype)
        lse = T.match_buffer(lse_handle, (n, heads), "float32")
        attend_pages(n, q, pages, page_starts, page_list, last_page, out, lse, scale)

    @T.prim_func(s_tir=True)
    def decode_kernel(q_handle: T.handle, pages_handle: T.handle, page_starts_handle: T.handle, page_list_handle: T.handle,
                      last_page_handle: T.handle, k_offsets_handle: T.handle, q_positions_handle: T.handle, out_handle: T.handle,
                      lse_handle: T.handle, rotary_mode: T.int32, rope_scale: T.float32, rope_theta: T.float32, scale: T.float32):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n, page_count, pages_used = T.int32(), T.int32(), T.int32()
        pages_offset = T.int64()
        starts_offset, list_offset, last_offset, k_offset, position_offset = T.int32(), T.int32(), T.int32(), T.int32(), T.int32()
        q = T.match_buffer(q_handle, (n, heads, head_width), dtype)
        pages = T.match_buffer(pages_handle, (page_count, 2, heads, PAGE, head_width), dtype, elem_offset=pages_offset)
        page_starts = T.match_buffer(page_starts_handle, (n + 1,), "int32", elem_offset=starts_offset)
        page_list = T.match_buffer(page_list_handle, (pages_used,), "int32", elem_offset=list_offset)
        last_page = T.match_buffer(last_page_handle, (n,), "int32", elem_offset=last_offset)
        k_offsets = T.match_buffer(k_offsets_handle, (n,), "int32", elem_offset=k_offset)
        q_positions = T.match_buffer(q_positions_handle, (n,), "int32", elem_offset=position_offset)
        out = T.match_buffer(out_handle, (n, heads, head_width), dtype)
        lse = T.match_buffer(lse_handle, (n, heads), "float32")
        attend_pages(n, q, pages, page_starts, page_list, last_page, out, lse, scale)

    return decode_kernel if decode else prefill_kernel


def split(s: Shape) -> tirx.PrimFunc:
    """Queries, keys and values out of their one product. Positions were added to the rows, so nothing is rotated."""
    heads, head_width, dtype, width = s.heads, s.head_width, s.dtype, s.width

    @T.prim_func(s_tir=True)
    def kernel(qkv_handle: T.handle, positions_handle: T.handle, q_handle: T.handle, k_handle: T.handle, v_handle: T.handle, rotate: T.int64):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        offset = T.int32()
        qkv = T.match_buffer(qkv_handle, (n, 3 * heads, head_width), dtype)
        positions = T.match_buffer(positions_handle, (n,), "int32", elem_offset=offset)
        q = T.match_buffer(q_handle, (n, heads, head_width), dtype)
        k = T.match_buffer(k_handle, (n, heads, head_width), dtype)
        v = T.match_buffer(v_handle, (n, heads, head_width), dtype)
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("split"):
                    T.reads()
                    T.writes()
                    for step in T.serial(width // THREADS):
                        head: T.let[T.int32] = (step * THREADS + tx) // head_width
                        d: T.let[T.int32] = (step * THREADS + tx) % head_width
                        q[row, head, d] = qkv[row, head, d]
                        k[row, head, d] = qkv[row, heads + head, d]
                        v[row, head, d] = qkv[row, 2 * heads + head, d]

    return kernel


def append(s: Shape) -> tirx.PrimFunc:
    """New keys and values to their places in the pages."""
    heads, head_width, dtype, width = s.heads, s.head_width, s.dtype, s.width

    @T.prim_func(s_tir=True)
    def kernel(pages_handle: T.handle, k_handle: T.handle, v_handle: T.handle, places_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int64()
        page_count, pages_offset = T.int64(), T.int64()
        places_offset = T.int32()
        pages = T.match_buffer(pages_handle, (page_count, 2, heads, PAGE, head_width), dtype, elem_offset=pages_offset)
        k = T.match_buffer(k_handle, (n, heads, head_width), dtype)
        v = T.match_buffer(v_handle, (n, heads, head_width), dtype)
        places = T.match_buffer(places_handle, (n,), "int32", elem_offset=places_offset)
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for tx in T.thread_binding(THREADS, thread="threadIdx.x"):
                with T.sblock("append"):
                    T.reads()
                    T.writes()
                    if places[row] != -1:
                        for step in T.serial(width // THREADS):
                            head: T.let[T.int32] = (step * THREADS + tx) // head_width
                            d: T.let[T.int32] = (step * THREADS + tx) % head_width
                            pages[places[row] // PAGE, 0, head, places[row] % PAGE, d] = k[row, head, d]
                            pages[places[row] // PAGE, 1, head, places[row] % PAGE, d] = v[row, head, d]

    return kernel


def merge(s: Shape) -> tirx.PrimFunc:
    """Two parts of one attention into the first, each weighed by its sum (base 2)."""
    heads, head_width, dtype = s.heads, s.head_width, s.dtype

    @T.prim_func(s_tir=True)
    def kernel(a_handle: T.handle, a_lse_handle: T.handle, b_handle: T.handle, b_lse_handle: T.handle):
        T.func_attr({"tirx.is_scheduled": True, "tirx.noalias": True})
        n = T.int32()
        a = T.match_buffer(a_handle, (n, heads, head_width), dtype)
        a_lse = T.match_buffer(a_lse_handle, (n, heads), "float32")
        b = T.match_buffer(b_handle, (n, heads, head_width), dtype)
        b_lse = T.match_buffer(b_lse_handle, (n, heads), "float32")
        for row in T.thread_binding(n, thread="blockIdx.x"):
            for head in T.thread_binding(heads, thread="blockIdx.y"):
                for tx in T.thread_binding(head_width, thread="threadIdx.x"):
                    with T.sblock("merge"):
                        T.reads()
                        T.writes()
                        kept = T.sblock_alloc_buffer((3,), "float32", scope="local")
                        kept[0] = T.max(a_lse[row, head], b_lse[row, head])
                        kept[1] = T.exp2(a_lse[row, head] - kept[0])
                        kept[2] = T.exp2(b_lse[row, head] - kept[0])
                        a[row, head, tx] = T.Cast(dtype, (T.Cast("float32", a[row, head, tx]) * kept[1] + T.Cast("float32", b[row, head, tx]) * kept[2])
                                                  / (kept[1] + kept[2]))
                        T.tvm_storage_sync("shared")
                        if tx == 0:
                            a_lse[row, head] = T.log2(kept[1] + kept[2]) + kept[0]

    return kernel


def unused(s: Shape, target: Target) -> dict[str, tirx.PrimFunc]:
    """The cache cannot be created without these, and this model's use of it never calls them: TVM's own."""
    return {
        "copy_single_page": stock._copy_single_page(s.heads, PAGE, s.head_width, s.dtype, target),
        "debug_get_kv": stock._kv_cache_debug_get_kv(1, s.heads, s.head_width, s.dtype),
        "compact_copy": stock._compact_kv_copy(s.heads, s.head_width, s.dtype, target),
    }
