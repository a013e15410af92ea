"""Runs a person's code: one namespace that lives on between runs, and exceptions as data."""

import json
import linecache
import sys
import traceback

from pyodide.code import CodeRunner

REPR_LIMIT = 2_000
TRACEBACK_LIMIT = 8_000
_space = None


def run(code, name, fresh):
    """The last expression's repr and the exception, if any, as JSON."""
    global _space
    if fresh or _space is None:
        _space = {"__name__": "__main__", "__builtins__": __builtins__}
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    value, error = None, None
    try:
        result = CodeRunner(code, filename=name).compile().run(_space)
        value = None if result is None else shorten(repr(result), REPR_LIMIT)
    except BaseException as caught:
        error = describe(caught, name)
    finally:
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except Exception:
                pass
    return json.dumps({"value": value, "error": error})


def describe(caught, name):
    frames = traceback.extract_tb(caught.__traceback__)
    own = next((index for index, frame in enumerate(frames) if frame.filename == name), len(frames))
    lines = [frame.lineno for frame in frames if frame.filename == name]
    if isinstance(caught, SyntaxError) and caught.filename == name:
        lines = [caught.lineno]
    trace = "Traceback (most recent call last):\n" if frames[own:] else ""
    trace += "".join(traceback.format_list(frames[own:]))
    trace += "".join(traceback.format_exception_only(caught))
    return {
        "type": type(caught).__name__,
        "message": shorten(str(caught), REPR_LIMIT),
        # The end of a traceback says what happened.
        "traceback": trace if len(trace) <= TRACEBACK_LIMIT else "…\n" + trace[-TRACEBACK_LIMIT:],
        "line": lines[0] if lines else None,
    }


def shorten(text, limit):
    return text if len(text) <= limit else text[:limit] + "…"
