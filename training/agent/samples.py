"""A handful of rows in the data's shape, for the tests."""

from __future__ import annotations


def span(text: str, part: str) -> dict:
    at = text.index(part)
    return {"span": [at, at + len(part)]}


def sample_rows() -> list[dict]:
    def row(text: str, target: dict, previous: str | None = None, **state: object) -> dict:
        return {"text": text, "previous": previous, "state": state, "target": target, "source": "sample", "carrier": text, "titles": []}

    call = lambda tool, **args: {"tool": tool, "args": args}
    a = "On friday pack the Van at ten past seven"
    b = "buy stamps, call Zoë and water the plants every day"
    c = "delete all the work ones except bins and café run"
    d = "make it high priority, drop the date"
    e = "Roll back the last three"
    f = "hello"
    g = "when is my eye test?"
    h = "the second one is done"
    return [
        row(a, {"calls": [call("add_task", title=[span(a, "pack the Van")], due=[span(a, "friday"), span(a, "ten past seven")])]}),
        row(b, {"calls": [call("add_task", title=[span(b, "buy stamps")]), call("add_task", title=[span(b, "call Zoë")]),
                          call("add_task", title=[span(b, "water the plants")], repeat=[span(b, "every day")])]}),
        row(c, {"calls": [call("delete_tasks", filter={"list": [span(c, "work")], "status": "open",
                                                       "except": [[span(c, "bins")], [span(c, "café run")]]})]}, lists=["Work", "Home"]),
        row(d, {"calls": [call("update_task", task=[{"word": "it"}], due=[{"word": "none"}], priority="high")]},
            "Pay rent tomorrow", ended="ran", tools=["add_task"]),
        row(e, {"calls": [call("undo", steps=3)]}, "delete the lot", ended="ran", tools=["delete_tasks"]),
        row(f, {"final": ["hello", "tell"]}),
        row(g, {"calls": [call("search_tasks", text=[span(g, "eye test")])]}, tasks=["Eye test at the opticians"]),
        row(h, {"calls": [call("complete_task", task=[span(h, "second one")])]}, "show my work tasks", ended="ran", tools=["list_tasks"], listed=4),
    ]
