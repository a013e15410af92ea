"""Several commands in one sentence: pairs that share a carrier, and clauses of any family put side by side."""

from __future__ import annotations

from . import dates, words
from .core import Cat, Clause, Fill, K, Seg, carriers, choose_carrier, fill, make, to_calls
from .several_more import multi
from .slots import SLOTS

PAIRS = carriers(r"""
4* remind me to {title:vp} {due} and {title2:vp} {due2}
3* remind me to {title:vp} {due} and to {title2:vp} {due2}
2* remind me to {title:vp} {due}, and to {title2:vp} {due2}
2* remind me {due} to {title:vp} and {due2} to {title2:vp}
3* {title:vp} {due} and {title2:vp} {due2}
2* {title:vp} {due}, {title2:vp} {due2}
2* {title:np} {due}, {title2:np} {due2}
2* {title:np} {due:daybare}, {title2:np} {due2:daybare}, {title3:np} {due3:daybare}
2* {title:np} {due:bare} and {title2:np} {due2:bare}
1* {due:daybare}: {title:any}, {due2:daybare}: {title2:any}
1* {due:daybare} {title:vp}, {due2:daybare} {title2:vp}
1* {due} {title:vp} and {due2} {title2:vp}
4* remind me to {title:vp} and {title2:vp} {due} => share=due
3* remind me {due} to {title:vp} and {title2:vp} => share=due
2* remind me {due} to {title:vp} and to {title2:vp} => share=due
3* {due} {title:vp} and {title2:vp} => share=due
2* {due} i (need|have) to {title:vp} and {title2:vp} => share=due
2* i (need|have) to {title:vp} and {title2:vp} {due} => share=due
2* {title:vp} and {title2:vp} {due} => share=due
1* {due}: {title:vp}, {title2:vp} and {title3:vp} => share=due
1* remind me {due} to {title:vp}, {title2:vp} and {title3:vp} => share=due
1* don't let me forget to {title:vp} and {title2:vp} {due} => share=due
3* remind me to {title:vp} {due} and {title2:vp}
2* i (need|have|'ve got) to {title:vp} {due} and {title2:vp} {due2}
2* i (need|have) to {title:vp} {due}, {title2:vp} {due2} and {title3:vp} {due3}
1* i (need|have) to {title:vp} {due}, {title2:vp} and {title3:vp}
2* {title:vp} {due}, then {title2:vp} {due2}
2* {title:vp} then {title2:vp}
1* first {title:vp} then {title2:vp}
2* remind me to {title:vp}, then {title2:vp}
2* i have (a |){title:np} {due} and (a |){title2:np} {due2}
1* there's {title:np} {due} and {title2:np} {due2}
2* remind me about {title:np} {due} and (about |){title2:np} {due2}
2* add {title:item} to {list:shop} and {title2:vp} to {list2:other}
2* add {title:vp} to {list:other} and {title2:vp} to {list2:other}
2* put {title:item} on the {list:shop} list and {title2:vp} on the {list2:other} list
2* add {title:any} {due} and {title2:vp} {due2}
2* add {title:vp} and {title2:vp}
1* add {title:vp} and {title2:vp} to (my |the |){list:other}( list|) => share=list
1* add {title:vp}, {title2:vp} and {title3:vp} to (my |the |){list:other}( list|) => share=list
1* {title:vp} {due} {tags:hash} and {title2:vp} {due2} {tags2:hash}
1* {title:vp} {due}, {priority:flag}, and {title2:vp} {due2}
1* {title:vp} {repeat} and {title2:vp} {repeat2}
1* remind me to {title:vp} {repeat} and {title2:vp} {due2}
1* remind me to {title:vp} {due} and {title2:vp} {repeat2}
3* {title:any} {due}\n{title2:any} {due2}
3* - {title:any} {due}\n- {title2:any} {due2}\n- {title3:any} {due3}
1* {title:any} {due}\n{title2:any} {due2}\n{title3:any}
1* 1. {title:any} {due}\n2. {title2:any}\n3. {title3:any} {due3}
1* {title:any} - {due:bare}\n{title2:any} - {due2:bare}
1* {title:any} {due} {priority:flag}\n{title2:any} {due2}
1* * {title:any} {tags:hash}\n* {title2:any} {due2}
""")

PAIRS += carriers(r"""
4* {title:vp} at {due:clock}, {title2:event} at {due2:clock} and {title3:event} at {due3:clock}
3* {title:vp} at {due:clock}, {title2:event} at {due2:clock}
3* {title:vp} {due}, {title2:event} {due2} and {title3:vp} {due3}
2* {title:event} at {due:clock}, {title2:vp} at {due2:clock} and {title3:event} at {due3:clock}
2* {title:event} {due}, {title2:event} {due2}, {title3:event} {due3}
3* {title:vp}, and {title2:vp} {due2}
2* {title:vp}. {title2:vp} {due2}
2* {title:vp}; {title2:vp} {due2}
2* {title:vp}, then {title2:vp} {due2}
2* {title:vp} {due}, and {title2:vp}
2* {title:vp} {due}. (also |then |and |){title2:vp}
3* add {title:vp} {due} and {title2:vp}
2* add {title:vp} {due} and {title2:vp} {due2}
2* (please |)add '{title:vp}' {due:for} and '{title2:vp}' {due2:for}
2* (please |)add "{title:vp}" {due:for} and "{title2:vp}" {due2:for}
2* add "{title:any}" and "{title2:any}"
2* add '{title:any}' and '{title2:any}'
2* (add|put) {title:vp} to {due:daybare} and {title2:vp} to {due2:daybare}
2* (add|put) {title:any} (on|to|in) {list} and {title2:any} (on|to|in) {list2}
2* remind me to {title:vp} and also to {title2:vp}
2* remind me to {title:vp} {due} and also to {title2:vp} {due2}
2* remind me to {title:vp} {due} and (also |then |)about {title2:np} {due2}
2* {title:vp} and (also |then |later |){title2:vp}
2* {title:vp} (on|by) {due:daybare}, {title2:vp} (on|by) {due2:daybare} => drop=1
2* {due:daybare} {title:vp}, {due2:daybare} {title2:vp}, {due3:daybare} {title3:vp}
2* {due:daybare}: {title:vp}\n{due2:daybare}: {title2:vp}\n{due3:daybare}: {title3:any}
2* {due:strongclock} {title:np}\n{due2:strongclock} {title2:np}
2* {title:any}\n{title2:any} {due2}\n{title3:any}
2* {title:any} {due}\n\n{title2:any}
2* {title:vp} {priority:flag}, {title2:vp}
2* {title:np} {due} and {title2:np} {due2:by}
2* i (need|have|must) to {title:vp} {due} and also {title2:vp}
2* i('ve| have) got {title:event} {due} and {title2:event} {due2}
""")
PAIRS = [c for c in PAIRS if "drop" not in c.const]

PAIRS_OTHER = {
    "complete_task": carriers(r"""
3* {task:np} and {task2:np} are (done|finished|sorted)
2* i('ve| have) {task:pp} and {task2:pp}
3* i {task:past} and {task2:past}
1* mark {task:full} and {task2:full} as done
"""),
    "update_task": carriers(r"""
3* move {task:np} to {due:target} and {task2:np} to {due2:target}
2* (push|shift|change) {task} to {due:target} and {task2:np} to {due2:target}
2* move {task:np} and {task2:np} to {due:target} => share=due
1* make {task:np} {priority} and {task2:np} {priority2}
1* tag {task:np} and {task2:np} (as|with) {tags:one} => share=tags
1* make {task:np} and {task2:np} {priority} => share=priority
"""),
    "move_task": carriers(r"""
2* move {task:np} to {list} and {task2:np} to {list2}
2* move {task:np} and {task2:np} to (the |my |){list}( list|) => share=list
"""),
    "delete_task": carriers(r"""
2* delete {task:np} and {task2:np}
1* forget {task:np} and {task2:np}
"""),
    "set_reminder": carriers(r"""
2* remind me about {task:np} {at:at} and {task2:np} {at2:at}
"""),
}

# clauses that can stand first or later in a sentence; each names its own verb
ADD = carriers(r"""
5* remind me to {title:vp} {due}
3* remind me to {title:vp}
2* remind me {due} to {title:vp}
4* add {title:any}
3* add {title:any} {due}
3* {title:vp} {due}
2* {title:vp}
3* i need to {title:vp} {due}
1* i have to {title:vp} {due}
1* don't forget to {title:vp} {due}
1* don't let me forget to {title:vp}
3* add {title:item} to the {list:shop} list
2* put {title:item} on the {list:shop} list
2* add {title:vp} to {list:other}
1* put {title:any} on the {list} list
1* add a task to {title:vp} {due}
1* set a reminder to {title:vp} {due}
1* set a reminder {due} to {title:vp}
1* add {title:any} {due} {priority:flag}
1* schedule {title:np} {due:for}
1* put {title:np} down {due:for}
1* remind me to {title:vp} {repeat}
1* {title:vp} {repeat}
1* {title:vp} {due} {tags:hash}
""")
COMPLETE = carriers(r"""
3* mark {task} (as |)done
3* {task:np} {_is} done
2* i('ve| have) {task:pp}
2* i {task:past}
2* tick off {task}
1* i('m| am) done with {task:np}
1* {task:np} {_is} (sorted|paid|finished|sent)
1* complete {task}
1* (check|cross) off {task}
1* i finished {task:np}
""")
DELETE = carriers(r"""
4* delete {task}
2* (remove|cancel|drop|scrap) {task}
2* forget {task:np}
1* {task:np} (is off|got cancelled|was cancelled)
1* i don't need to {task:vp} any more
1* we don't need {task:np} any more
""")
UPDATE = carriers(r"""
5* move {task} to {due:target}
3* (push|shift|reschedule|change|postpone) {task} to {due:target}
2* {task:np} is now {due}
2* make {task:np} {priority}
1* tag {task:np} (with|as) {tags:one}
1* rename {task:full} to {title:vp}
1* add a note to {task:np}: {notes}
1* (push|postpone) {task:np} (back |){due:shift}
1* make {task:np} repeat {repeat:bare}
""")
MOVE = carriers(r"""
3* move {task} to (the|my) {list} list
2* put {task:np} in {list}
2* move {task} to {list}
""")
OTHER = {
    "set_reminder": carriers("2* remind me about {task:np} {at:at}\n1* set a reminder for {task:np} {at:at}\n1* ping me about {task:np} {at:at}"),
    "reopen_task": carriers("1* reopen {task:np}\n1* untick {task:np}\n1* {task:np} {_isnt} done after all\n1* mark {task:np} as not done"),
    "add_subtask": carriers("1* add {title:any} as a subtask of {task:np}\n1* add a step to {task:np}: {title:vp}\n1* under {task:np}, add {title:vp}"),
    "create_list": carriers("2* (create|make|start) a list called {name}\n1* (make|create) a new {name} list\n1* start a list for {name}"),
    "delete_list": carriers("1* delete the {list} list\n1* get rid of my {list} list"),
    "rename_list": carriers("1* rename the {list} list to {name}\n1* rename {list} to {name}"),
    "postpone_tasks": carriers("2* (move|push) everything (from |due ){f.due:stretch} to {due:target}\n1* push {f.due:possessive} tasks to {due:target}\n1* move everything overdue to {due:target} => f.status=overdue\n1* move everything in {f.list} to {due:target}"),
    "delete_tasks": carriers("1* delete everything tagged {f.tag}\n1* (clear|empty) my {f.list} list\n1* delete everything overdue => f.status=overdue\n1* delete everything in {f.list}"),
    "clear_completed": carriers("2* clear (the |)(completed|done|finished) (tasks|ones)\n1* clear what's done\n1* remove everything i've finished"),
}
LAST = {
    "list_tasks": carriers("""
3* (show|list) (me |)(my |the |)tasks
3* show me what's (left|still open) => status=open
3* what's (on|due) {due:onstretch}?
2* show (me |)(the|my) {list} list
2* what('s| is) left? => status=open
1* what's overdue? => status=overdue
1* show me {due:possessive} tasks
1* what do i have {due:onstretch}?
"""),
    "suggest_next": carriers("2* what's next?\n2* what should i do next?\n1* suggest something else\n1* tell me what to do next\n1* pick the next one"),
    "summarize_tasks": carriers("1* how many are left?\n1* give me a summary\n1* how much is left {due:onstretch}?\n1* summarise my week"),
    "export_tasks": carriers("1* export (everything|my tasks) as csv => format=csv\n1* export (everything|my tasks) as json => format=json\n1* export my tasks to markdown => format=md\n1* export it all to ical => format=ics"),
}
FAMILIES = [("add_task", ADD, 46), ("complete_task", COMPLETE, 15), ("update_task", UPDATE, 14), ("delete_task", DELETE, 9), ("move_task", MOVE, 5)]
JOINTS = [(" and ", 8), (", and ", 6), (", ", 3), (". ", 6), ("; ", 2), (" then ", 2), (", then ", 3), (" and then ", 1), (". also ", 2), (", also ", 2), (" and also ", 2), (". and ", 1), ("\n", 3), (" ", 4), (" also ", 1), (" & ", 1), (", oh and ", 1), (". then ", 1), (", plus ", 1)]

MAKE_LIST_WITH = carriers(r"""
3* (create|make|start) a list (called|named|for) {name} and (add|put) {titles:item+and} (to|on|in) it
3* (create|make|start) a list (called|named|for) {name} and (add|put) {titles:item} (to|on|in) it
2* (create|make|start) a {name} list (with|and add|containing) {titles:item}
2* (create|make|start) a list (called|named) {name} with {titles:item}
2* (create|make|start) a list (called|named|for) {name} and add {title:any} (to it|)
2* new list {name}: {titles:item}
1* new list (called|named) {name} with {titles:any3}
1* (make|start) a {name} list and put {title:vp} (on|in) it
1* (create|make) a {name} list:\n{titles:lines}
1* new list {name}:\n{titles:lines}
""")


def prefixed(clause, tag):
    """The same clause with its slots renamed, so that several fit in one sentence."""
    def key(k):
        return tuple(tag + x for x in k) if isinstance(k, tuple) else tag + k if k is not None else None

    def value(v):
        if isinstance(v, K):
            return K(tag + v.name)
        if isinstance(v, list):
            return [value(x) for x in v]
        if isinstance(v, dict):
            return {n: value(x) for n, x in v.items()}
        return v
    return Clause([Seg(s.text, key(s.key)) for s in clause.segs], [(t, {n: value(v) for n, v in args.items()}) for t, args in clause.calls], carrier=clause.carrier)


def joined(env, clauses):
    segs, calls = [], []
    joint = None
    for i, clause in enumerate(clauses):
        clause = prefixed(clause, f"{i}.")
        if i:
            if joint is None or env.chance(0.5):
                joint = env.rng.choices([j[0] for j in JOINTS], weights=[j[1] for j in JOINTS])[0]
            if clauses[i - 1].segs[-1].text.rstrip().endswith("?"):
                joint = " "
            segs.append(Seg(joint))
            if joint.startswith((".", "\n")) and env.chance(0.6):
                first = clause.segs[0]
                first.text = first.text[:1].upper() + first.text[1:]
        segs += clause.segs
        calls += clause.calls
    return Clause(segs, calls, carrier=" + ".join(c.carrier for c in clauses))


def mixed(env):
    n = env.rng.choices([2, 3, 4, 5], weights=[66, 22, 8, 4])[0]
    clauses = []
    rng = env.rng
    last = None
    if env.chance(0.14):
        last = make(env, *pick_tool(env, LAST), SLOTS)
        n -= 1
    for i in range(n):
        if env.chance(0.16):
            clauses.append(make(env, *pick_tool(env, OTHER), SLOTS))
            continue
        tool, rows, _ = rng.choices(FAMILIES, weights=[f[2] for f in FAMILIES])[0]
        clauses.append(make(env, tool, rows, SLOTS))
    if last:
        clauses.append(last)
    if len(clauses) == 1:
        clauses.append(make(env, "add_task", ADD, SLOTS))
        clauses.reverse() if not last else None
    return joined(env, clauses)


def pick_tool(env, table):
    tool = env.pick(sorted(table))
    return tool, table[tool]


def pair(env):
    if env.chance(0.78):
        return make(env, "add_task", PAIRS, SLOTS)
    tool = env.pick(["complete_task", "update_task", "update_task", "move_task", "delete_task", "set_reminder"])
    return make(env, tool, PAIRS_OTHER[tool], SLOTS)


def list_with_items(env):
    """A new list and what goes on it, in one sentence."""
    row, text, cid = choose_carrier(env, MAKE_LIST_WITH)
    segs, values = fill(env, text, SLOTS)
    name = values.pop("name")
    calls = [("create_list", {"name": name})] + [(t, {**a, "list": name}) for t, a in to_calls("add_task", values, {})]
    return Clause(segs, calls, carrier=cid)


DAY_PLAN = carriers(r"""
4* {day}: {a:event} {ta:bare}, {b:event} {tb:bare}
3* {day}: {a:event} {ta:bare}, {b:event} {tb:bare}, {c:event} {tc:bare}
3* {day} i have {a:aevent} {ta:at} and {b:aevent} {tb:at}
2* i have {a:aevent} {day} {ta:at} and {b:aevent} {tb:at}
3* remind me {day} to {a:vp} {ta:at} and {b:vp} {tb:at}
3* {day} {a:vp} {ta:at} and {b:vp} {tb:at}
2* {day}, {a:vp} {ta:at}, {b:vp} {tb:at} and {c:vp} {tc:at}
2* {a:event} {day} {ta:at} and {b:event} {tb:at}
1* {day} there's {a:event} {ta:at} and then {b:event} {tb:at}
2* {day}:\n{a:any} {ta:bare}\n{b:any} {tb:bare}
2* {day}:\n- {ta:bare} {a:any}\n- {tb:bare} {b:any}\n- {tc:bare} {c:any}
4* {day}: {ta:bare} {a:event}, {tb:bare} {b:event}
3* {day}: {ta:bare} {a:event}, {tb:bare} {b:event}, {tc:bare} {c:event}
2* {day}: {ta:bare} {a:vp}, {tb:bare} {b:vp}
2* {day} {ta:bare} {a:event}, {tb:bare} {b:event}
1* {day} - {ta:bare} {a:any}, {tb:bare} {b:any}, {tc:bare} {c:any}
2* {day}: at {ta:bare} {a:vp}, at {tb:bare} {b:vp}
1* schedule for {day}: {ta:bare} {a:event}, {tb:bare} {b:event}, {tc:bare} {c:event}
1* plan for {day}: {a:event} {ta:bare}, {b:event} {tb:bare}, {c:event} {tc:bare}
""")


def slot_plan_time(env, variant):
    text = dates.clock(env.rng, strong=variant == "bare").text
    lead = "at " if variant == "at" and not text.startswith("after") and "-" not in text else ""
    return Fill([Seg(lead)] * bool(lead) + [Seg(text, "")])


def slot_plan_day(env, variant):
    return Fill([Seg(dates.day(env.rng).text, "")])


PLAN_SLOTS = {"a": SLOTS["title"], "b": SLOTS["title"], "c": SLOTS["title"], "ta": slot_plan_time, "tb": slot_plan_time, "tc": slot_plan_time, "day": slot_plan_day}


def day_plan(env):
    """One day, several times: "tomorrow: gym 7am, dentist 10"; each due is the day and its own time."""
    row, text, cid = choose_carrier(env, DAY_PLAN)
    segs, values = fill(env, text, PLAN_SLOTS)
    calls = [("add_task", {"title": K(n), "due": Cat(("day", "t" + n))}) for n in "abc" if n in values]
    return Clause(segs, calls, carrier=cid)


SHARED = carriers(r"""
3* {v} {a} {due} and {b} {due2}
2* remind me to {v} {a} {due} and {b} {due2}
1* i (need|have) to {v} {a} {due} and {b} {due2}
1* {v} {a} {due}, {b} {due2}
1* {v} {a} {due} and then {b} {due2}
""")


def shared_verb(env):
    """One verb, two things with a date each: "call mum at 6 and dad at 7"."""
    verb = env.pick(["call", "ring", "email", "text", "pay", "book", "buy", "pick up", "see", "visit", "meet", "order", "message"])
    pool = {"pay": words.BILLS, "book": words.BOOKABLES, "buy": words.GROCERIES, "pick up": words.PICKUPS[:20], "order": words.ITEMS_BUY}.get(verb, words.FAMILY + words.NAMES)
    pool = [x for x in pool if "{" not in x]
    article = "the " if verb in ("pay", "book") else ""
    a, b = (env.fresh(lambda: f"{verb} {article}{env.pick(pool)}") for _ in range(2))
    env.titles.update((a.lower(), b.lower()))
    row, text, cid = choose_carrier(env, SHARED)
    given = {"v": lambda e, x: Fill([Seg(verb, "")]), "a": lambda e, x: Fill([Seg(a[len(verb) + 1:], "")]), "b": lambda e, x: Fill([Seg(b[len(verb) + 1:], "")]), "due": SLOTS["due"]}
    segs, values = fill(env, text, given)
    return Clause(segs, [("add_task", {"title": Cat(("v", "a")), "due": values["due"]}), ("add_task", {"title": Cat(("v", "b")), "due": values["due2"]})], carrier=cid)


def several(env):
    k = env.rng.random()
    if k < 0.07:
        return day_plan(env)
    if k < 0.10:
        return shared_verb(env)
    if k < 0.60:
        return multi(env)
    return pair(env) if k < 0.74 else mixed(env) if k < 0.96 else list_with_items(env)
