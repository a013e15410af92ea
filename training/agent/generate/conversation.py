"""Two turns: what was said before, and a sentence that only makes sense after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from . import carriers_add, carriers_bulk, carriers_change, carriers_none, carriers_view, finals, lists, people, titles
from .core import Carrier, Cat, Clause, Fill, K, P, Retry, Seg, W, carriers, choose_carrier, fill, make, to_calls
from .noise import noisy
from .render import render
from .several import PAIRS, PAIRS_OTHER
from .slots import SLOTS


@dataclass
class Previous:
    text: str
    spans: dict
    state: dict
    values: dict = field(default_factory=dict)


def ending(env, clause):
    """How a turn with this clause ended, as the next row's state shows it."""
    rng = env.rng
    tools = [t for t, _ in clause.calls]
    if not tools:
        asked = any(finals.PHRASES[p].endswith("?") for p in clause.final)
        return {"ended": "asked" if asked else "said", "tools": [], "listed": None}
    listed = None
    if {"list_tasks", "search_tasks"} & set(tools):
        listed = rng.choice([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 11, 14]) if "list_tasks" in tools else rng.choice([0, 1, 1, 1, 2, 2, 3, 4])
    return {"ended": "ran", "tools": tools[:4], "listed": listed}


def said_before(env, clause, values=None, end=None):
    said = render(noisy(env, clause.segs, plain=env.chance(0.6), tails=False))
    if len(said.text) > 130 or "\n" in said.text:
        raise Retry("previous too long")
    return Previous(said.text, said.spans, end or ending(env, clause), values or {})


def first(env, tool, rows, end=None):
    """A first turn made from one carrier; keeps the values of its slots."""
    row, text, cid = choose_carrier(env, rows)
    segs, values = fill(env, text, SLOTS)
    clause = Clause(segs, to_calls(tool, values, row.const), carrier=cid)
    if end == "ask":
        clause.final = row.const["final"].split(",")
        clause.calls = []
    return said_before(env, clause, values), clause, row


def as_previous(value):
    if isinstance(value, K):
        return P(value.name)
    if isinstance(value, Cat):
        return Cat(tuple("^" + n for n in value.names))
    if isinstance(value, list):
        return [as_previous(v) for v in value]
    return value


def reply(env, rows, tool=None, extra=None, move=()):
    """The second turn: a carrier's own calls, with arguments taken over from the first."""
    row, text, cid = choose_carrier(env, rows)
    segs, values = fill(env, text, SLOTS)
    calls = to_calls(tool, values, row.const)
    calls = [(t, {**(extra or {}), **args}) for t, args in calls]
    return Clause(segs, calls, final=str(row.const.get("final", "")).split(",") if "final" in row.const else [], carrier="… " + cid)


PRON = "{task:pron}"
IT_UPDATE = carriers(r"""
3* (and |)its due {due:bare} (now|) => task=@it
2* (and |)its (now |){due:bare} => task=@it
2* (its|it's) {due:bare}(,|) not {_day} => task=@it
3* (and |)its (really |actually |){due} => task=@it
// a new moment, nothing named
5* no, {due:bare} => task=@it
4* (no|sorry|wait|actually|oops|hmm|no wait|no sorry|ah no|wait no|i mean|correction:)(,|) {due:bare} => task=@it
4* i meant {due:bare} => task=@it
3* (no|sorry|oops|wait)(,|) i meant {due:bare} => task=@it
2* (no|sorry|oops)(,|) i mean {due:bare} => task=@it
2* (actually|no,) {due} => task=@it
2* (actually|sorry|no)(,|) (better|rather|let's say|say) {due:bare} => task=@it
2* (i said|i told you) {due:bare} => task=@it
1* {due:bare} (rather|instead|i mean|sorry|actually) => task=@it
1* (not {_day}, {due:daybare}|{due:daybare} not {_day}) => task=@it
2* not {_day}, {due:daybare} => task=@it
2* {due:daybare}, not {_day} => task=@it
2* {due:daybare} not {_day} => task=@it
2* (at |){due:clock} not {_clock} => task=@it
2* not {_clock}, {due:clock} => task=@it
2* (i said|i meant|sorry i meant) {due:daybare}(,|) not {_day} => task=@it
1* wrong (day|date|time), (should be|it should be|i meant) {due:bare} => task=@it
1* wrong (day|date), {due:daybare} => task=@it
1* wrong time, {due:strongclock} => task=@it
2* snooze {task:it} (for |){due:amount}
2* snooze {task:it} (until|till) {due:target}
1* (an|one) hour (later|earlier) => drop=1
1* (no not|sorry not|i didn't mean) {_day}, {due:daybare} => task=@it
1* (no|oops|sorry)(,|) the {due:ord} => task=@it
1* (should be|should have been|ought to be) {due:bare} => task=@it
1* (no|oh)(,|) (for|on|at) {due:bare} => task=@it
1* due {due} => task=@it
1* by {due:daybare} (please|) => task=@it drop=1
2* {due:by} (please|) => task=@it
1* {due} please => task=@it
1* a (day|week|bit) later => drop=1
1* {due:later} => task=@it
1* make {task:it} {due:bare} instead of {_day}
// with a pronoun
6* make {task:pron} {due:bare}
4* (move|change|push|set|shift|reschedule|bump) {task:pron} to {due:target}
2* (actually|sorry|oh|wait|ok|no)(,|) (move|change|push|set) {task:pron} to {due:target}
3* (actually|sorry|oh|wait|ok|no)(,|) make {task:pron} {due:bare}
2* actually make {task:pron} {due:bare}
1* (can|could) you (move|push|change) {task:pron} to {due:target}
1* (put|push|move) {task:pron} back {due:shift}
1* (push|postpone|delay) {task:pron} {due:shift}
1* {task:pron} should be {due:bare}
1* {task:it}'s {due} (actually|now|)
1* (no|sorry|oh)(,|) {task:it}'s {due}
1* {task:pron} (is|was) (meant|supposed) to be {due:bare}
1* {task:pron} is due {due}
1* (schedule|set) {task:pron} for {due:target}
1* when i said {_day} i meant {due:daybare} => task=@it
1* (clear|remove|drop) the (date|due date|deadline) => task=@it due=@none
1* (clear|remove|drop) the (date|due date|deadline) (on|from) {task:it} => due=@none
1* {task:pron} (doesn't need|has no) (a date|a due date|a deadline) => due=@none
1* no (date|deadline|due date) (actually|please|needed) => task=@it due=@none
""")
IT_UPDATE = [c for c in IT_UPDATE if "drop" not in c.const]

IT_TITLE = carriers(r"""
4* (actually|no|sorry|no sorry|i mean|oops)(,|) {title:vp} => task=@it
2* (actually|sorry|i mean) (it's|its) {title:np} => task=@it
2* (call|name) {task:pron} {title:any}
3* rename {task:pron} to {title:any}
3* change {task:pron} to {title:vp}
2* (change|edit) the title to {title:any} => task=@it
2* {task:pron} should (say|be called|read) {title:any}
2* (no|sorry|oops)(,|) i meant {title:vp} => task=@it
2* i meant {title:vp} => task=@it
1* i meant {title:np} => task=@it
1* (actually|sorry)(,|) call {task:it} "{title:any}"
1* (should have said|should be|should say) "{title:any}" => task=@it
1* make {task:pron} {title:vp} instead
1* (no|sorry), {title:vp} => task=@it drop=1
""")
IT_TITLE = [c for c in IT_TITLE if "drop" not in c.const and "fix" not in c.const] + people.NEW_TITLE

IT_OTHER = carriers(r"""
3* (break|split) {task:it} (down|up)(:| into:| into) {titles:any3} => tool=add_subtask
3* (break|split) {task:it} (down|up): {titles:vp} => tool=add_subtask
3* (subtask|step|sub-task) {title:vp} => tool=add_subtask task=@it
2* (subtask|step)(:| -) {title:any} => tool=add_subtask task=@it
2* (first|next) step(:| is to) {title:vp} => tool=add_subtask task=@it
3* {priority:flag}(,|) and due {due:bare} => tool=update_task task=@it
3* {priority}(,|) due {due:bare} => tool=update_task task=@it
2* (and |)due {due:bare}(,| and) {priority} => tool=update_task task=@it
2* (and |)(make {task:it}|mark {task:it}) {priority} and tag {_it} {tags:one} => tool=update_task
2* (and |)(make|mark) {task:it} {priority} and (move|push) {_it} to {due:target} => tool=update_task
3* (and |)tag {task:it} {tags:word} => tool=update_task
2* (and |)(set|put) {task:it} (to|at|on) {priority:word} => tool=update_task
3* {task:pron} is (done|finished|sorted) => tool=complete_task
3* (fine|ok|right|great|cool|good)(,|) {task:pron} is (done|finished|sorted)( now| too|) => tool=complete_task
4* make {task:pron} {priority} => tool=update_task
4* {task:it}'s {priority} => tool=update_task
2* and {task:it}'s {priority} => tool=update_task
2* (mark|flag|set) {task:pron} (as |){priority} => tool=update_task
2* {priority:flag} (please|) => tool=update_task task=@it
1* with {priority:word} priority => tool=update_task task=@it
1* (no|actually), {priority} => tool=update_task task=@it
2* tag {task:pron} (as|with|) {tags:one} => tool=update_task
2* tag {task:pron} {tags:hash} => tool=update_task
1* add (the |)tag {tags:one} => tool=update_task task=@it
1* add (the |)tag {tags:one} to {task:it} => tool=update_task
1* (with the tag|tagged) {tags:one} => tool=update_task task=@it
2* {tags:hash} => tool=update_task task=@it
2* make {task:pron} (repeat |){repeat:bare} => tool=update_task
2* repeat {task:pron} {repeat:bare} => tool=update_task
1* repeat {repeat:bare} => tool=update_task task=@it
2* {repeat} (please|actually|) => tool=update_task task=@it
1* {task:pron} should (repeat|happen) {repeat:bare} => tool=update_task
1* {task:pron} repeats {repeat:bare} => tool=update_task
1* don't repeat {task:pron} => tool=update_task repeat=@none
3* add a note: {notes} => tool=update_task task=@it
2* (add|put) a note (on|to) {task:pron}: {notes} => tool=update_task
2* note: {notes} => tool=update_task task=@it
1* with (the|a) note {notes} => tool=update_task task=@it
1* (and |)note (down |)that {notes} => tool=update_task task=@it
4* (put|move|stick|add) {task:pron} (on|in|to) (the|my) {list} list => tool=move_task
3* (put|move) {task:pron} (in|to|under) {list} => tool=move_task
2* (no|sorry|actually)(,|) (the|my) {list} list => tool=move_task task=@it
2* (on|in|to) the {list} list (please|) => tool=move_task task=@it
1* {task:pron} (belongs|goes|should be|should go) (in|on) {list} => tool=move_task
1* (i meant|meant) the {list} list => tool=move_task task=@it
1* (wrong list|not that list), {list} => tool=move_task task=@it
3* remind me (about {task:it}|of {task:it}) {at:at} => tool=set_reminder
3* (and |)remind me {at:at} => tool=set_reminder task=@it
2* (and |)remind me {at:before} => tool=set_reminder task=@it
2* (ping|nudge|alert|notify) me {at:at} => tool=set_reminder task=@it
2* (ping|nudge|alert) me about {task:it} {at:at} => tool=set_reminder
2* (set|add) a reminder {at:at} => tool=set_reminder task=@it
1* set a reminder for {task:it} {at:at} => tool=set_reminder
1* give me a (nudge|heads up) {at:before} => tool=set_reminder task=@it
2* mark {task:pron} done => tool=complete_task
3* mark {task:pron} as (done|complete|finished) => tool=complete_task
2* (tick|check|cross) {task:pron} off => tool=complete_task
2* (done|all done|finished|sorted|already done|i already did|done already|did already|completed|all sorted) => tool=complete_task task=@it
2* (i've done|just did|did|done|i did|finished|i've finished|already did|just finished|i just did) {task:it} => tool=complete_task
3* {task:it}'s (done|sorted|finished|done now|done already|already done|all done) => tool=complete_task
2* (delete|remove|drop|bin|scrap|cancel|erase) {task:pron} => tool=delete_task
1* get rid of {task:pron} => tool=delete_task
1* (i don't need|we don't need|no need for) {task:pron} (any more|anymore|after all) => tool=delete_task
1* {task:it} (got|was) (cancelled|called off) => tool=delete_task
2* add a (subtask|step): {title:any} => tool=add_subtask task=@it
2* add a (subtask|step) to {task:it}: {title:any} => tool=add_subtask
2* under {task:it}, add {title:any} => tool=add_subtask
1* (add|and) (the|a) step {title:vp} => tool=add_subtask task=@it
1* (subtask|step): {title:any} => tool=add_subtask task=@it
1* (subtasks|steps): {titles:any3} => tool=add_subtask task=@it
1* break {task:it} (down into|into) {titles:vp} => tool=add_subtask
""")
IT_OTHER = [c for c in IT_OTHER if "fix" not in c.const]

TAKE_BACK = carriers(r"""
2* undo (both|both of them|those two|the last two|both changes|both of these) => tool=undo steps=2
1* (take|put) both back => tool=undo steps=2
4* (never mind|nevermind|nvm|never mind that|actually never mind|no never mind|oh never mind|nevermind that|actually, never mind) => tool=undo
3* (forget it|forget that|forget about it|scratch that|scrap that|strike that|cancel that|take that back|ignore that|no scrap that|actually scrap that|on second thought no|on second thoughts, no|changed my mind|i changed my mind|actually no|actually, no|no don't|no wait, don't|don't do that|oh no, not that|no, undo|oops undo|undo|undo that|undo it|take it back|revert|revert that) => tool=undo
2* (oops|whoops|no|wait|sorry|hang on)(,|) (undo|undo that|take that back|that was a mistake|i didn't mean that|scrap that|scratch that|not that|forget that|never mind|cancel that) => tool=undo
1* (that's wrong|that was wrong|wrong), (undo it|undo|undo that|take it back|revert) => tool=undo
1* (i didn't mean to do that|i didn't want that|that's not what i wanted|that wasn't what i meant|that was a mistake|that was an accident|my mistake, undo that|didn't mean to) => tool=undo
""")
GONE_BACK = carriers(r"""
4* (bring it back|put it back|put that back|i need it after all|i want it back|get it back|restore it|bring that back|oops bring it back|no put it back|undelete it|undelete that|un-delete it|oops, not that one|not that one|wrong one|oops wrong one|wait i need that|i didn't mean to delete that|i need that one|actually keep it|keep it|no keep it|actually i want to keep that|oops i still need that|don't delete it|bring them back|put them back|restore them|i take it back) => tool=undo
3* (undo|undo that|oops undo|undo the delete|undo please|no undo that|take it back|never mind, keep it|hmm undo that|ah undo) => tool=undo
""")
NOT_DONE = carriers(r"""
2* (actually|no|wait|oops|hmm|sorry)(,|) (i haven't|not yet|i haven't finished|not done yet|i didn't|not finished) => tool=reopen_task task=@it
3* (actually|no|wait|oops|hmm|sorry)(,|) {task:it}'s (not done|not finished|still open|not done yet|still to do) => tool=reopen_task
2* (actually|no|wait|oops|sorry)(,|) {task:it} isn't (done|finished|done yet) => tool=reopen_task
1* (actually|no|wait|oops)(,|) i haven't done {task:it} => tool=reopen_task
3* (reopen|untick|uncheck) {task:pron} => tool=reopen_task
2* (reopen|untick|uncheck) {task:pron} (please|again) => tool=reopen_task
2* mark {task:pron} as (not done|open|undone|incomplete) => tool=reopen_task
1* {task:pron} (isn't|is not) (done|finished) (yet|after all) => tool=reopen_task
1* (not done|not finished) (after all|yet|actually) => tool=reopen_task task=@it
1* {task:it}'s not (done|finished) (after all|yet|actually) => tool=reopen_task
1* make {task:pron} open again => tool=reopen_task
3* (undo|undo that|oops undo|oops, wrong one|wrong one|not that one|take it back|oops|whoops, undo) => tool=undo
""")
AGAIN = carriers(r"""
3* (ok |please |)(do|put) it (again|back)( then| please|) => tool=redo
2* (ok |and |)(now |)redo it => tool=redo
4* redo => tool=redo
3* (redo that|redo it|redo please|actually redo|no redo it|put it back|put that back|bring it back|do it again|do that again|no i did want that|actually i did want that|actually keep it|actually leave it in|no, leave it|i want it back|hmm, put it back|actually, put it back|ok redo it|sorry, redo|undo the undo|undo that undo|reverse that|no go back|actually no, redo|changed my mind, redo it|it was right the first time|the first version was right) => tool=redo
1* (undo|undo again|and the one before|once more|again|one more|and again|another one|keep going|undo one more|one more time|undo another) => tool=undo
""")

MORE_LIST = carriers(r"""
2* (and |also |)(put|stick|add) {titles:item+and} (on it|there|in it)( too|)
2* another: {title:item}
5* and {title:item}
3* (also|oh and|plus|and also|oh and also|oh, and|and then) {title:item}
2* {title:item} (too|as well|also)
2* (add|put) {title:item} (too|as well|also|on it too|on there too|to it|to that|to it as well)
2* (and|also) (add|put) {title:item}
1* and (some|more) {title:item}
4* and {titles:item+and}
3* (also|plus|oh and|and also) {titles:item+and}
3* (and|also|plus) {titles:item}
2* {titles:item+and} (too|as well)
1* (add|put) {titles:item+and} (too|as well|on there too|on it)
1* (make that|and) {title:item} as well
1* we also need {title:item}
1* we need {titles:item+and} (too|as well)
""")
MORE_OTHER_LIST = carriers(r"""
4* and {title:vp}
2* (also|oh and|plus|and also) {title:vp}
2* {title:vp} (too|as well)
2* (add|put) {title:any} (there too|to it too|to that list too|on it too|on there as well|to the same list)
1* same list: {title:any}
1* (and on|on) the same list, {title:any}
1* (in the same list|same place), {title:vp}
""")
MORE = carriers(r"""
4* and {title:vp} {due}
3* and {title:vp}
2* (also|plus|oh and|and also) {title:vp} {due}
2* (also|plus|oh and|and also) {title:vp}
2* (and|also|plus) remind me to {title:vp} {due}
1* (and|also) {title:np} {due}
1* another one: {title:any}
1* (next|then): {title:any} {due}
1* and don't forget to {title:vp}
1* i also need to {title:vp} {due}
""")
SAME_DUE = carriers(r"""
2* also (that day|same day): {title:vp}
3* and {title:vp} (the same day|at the same time|then too|same day|same time|on the same day)
2* (same day|same time|same date): {title:any}
2* (also|and) remind me to {title:vp} (at the same time|the same day|then)
1* {title:vp} (same day|same time|then as well|then too)
1* (for|on) the same day, add {title:any}
1* add {title:any} for the same (day|time|date)
""")

ROW_PICK = carriers(r"""
3* (move|push|shift|postpone|bump) {task:firstn} to {due:target} => tool=update_task
2* (make|mark) {task:firstn} {priority} => tool=update_task
2* tag {task:firstn} (as|with) {tags:one} => tool=update_task
3* (delete|remove|bin|scrap|cancel) {task:firstn} => tool=delete_task
3* (mark|tick|set) {task:firstn} (as |)(done|complete|finished|off) => tool=complete_task
3* {task:firstn} are (done|finished|sorted) => tool=complete_task
3* (put|move|stick) {task:firstn} (in|on|into|to) (the |my |){list}( list|) => tool=move_task
1* remind me about {task:firstn} {at:at} => tool=set_reminder
3* {tasks:rows} (done|are done|are finished|are sorted) => tool=complete_task
3* (mark|tick|set) {tasks:rows} (as |)(done|complete|finished|completed) => tool=complete_task
2* (delete|bin|remove|scrap) {tasks:rows} => tool=delete_task
3* (stick|put|pop|move) {task:row} (in|into|under) (the |my |){list}( list|) => tool=move_task
2* (can|could) you (stick|put|pop|move) {task:row} (in|into|under|on) {list}(?|) => tool=move_task
2* (put|move|stick) {tasks:rows} (in|on|to) {list} => tool=move_task
2* remind me about {task:row} {at:thatday} => tool=set_reminder
2* (move|push|shift) {task:row} to {due:thatday} => tool=update_task
2* (make|mark) {tasks:rows} {priority} => tool=update_task
2* (set|drop|put) {task:row} (to|at|on) {priority:word} => tool=update_task
2* tag {tasks:rows} (as|with) {tags:one} => tool=update_task
4* {task:row} is (done|finished|sorted|paid) => tool=complete_task
4* mark {task:row} (as |)(done|complete) => tool=complete_task
2* (tick|cross|check) off {task:row} => tool=complete_task
2* i('ve| have) (done|finished|sorted) {task:row} => tool=complete_task
1* {task:row} done => tool=complete_task
1* (complete|finish|done with|close) {task:row} => tool=complete_task
1* i did {task:row} => tool=complete_task
3* {tasks:rows} are (done|finished) => tool=complete_task
2* mark {tasks:rows} (as |)done => tool=complete_task
1* (tick off|i've done) {tasks:rows} => tool=complete_task
4* (delete|remove|drop|cancel|scrap|bin) {task:row} => tool=delete_task
1* (get rid of|forget) {task:row} => tool=delete_task
2* (delete|remove|drop) {tasks:rows} => tool=delete_task
4* (move|push|shift|reschedule|change|postpone) {task:row} to {due:target} => tool=update_task
2* make {task:row} {due:bare} => tool=update_task
2* (push|postpone|delay) {task:row} {due:shift} => tool=update_task
2* (move|push) {tasks:rows} to {due:target} => tool=update_task
3* make {task:row} {priority} => tool=update_task
1* {task:row} is (urgent|important) => tool=update_task priority=high
1* tag {task:row} (as|with) {tags:one} => tool=update_task
1* rename {task:row} to {title:any} => tool=update_task
1* add a note to {task:row}: {notes} => tool=update_task
1* make {task:row} repeat {repeat:bare} => tool=update_task
1* {task:row} should be {due:bare} => tool=update_task
3* move {task:row} to (the |my |){list:other}( list|) => tool=move_task
1* put {task:row} (in|on) (the|my) {list} list => tool=move_task
2* remind me about {task:row} {at:at} => tool=set_reminder
1* (ping|nudge) me about {task:row} {at:at} => tool=set_reminder
1* set a reminder (for|on) {task:row} {at:at} => tool=set_reminder
1* (reopen|untick|uncheck) {task:row} => tool=reopen_task
1* {task:row} isn't done => tool=reopen_task
1* add a (subtask|step) to {task:row}: {title:any} => tool=add_subtask
1* under {task:row}, add {title:any} => tool=add_subtask
2* (i'll do|let's do|do) {task:row} {due} => tool=update_task
1* can you (delete|remove) {task:row} => tool=delete_task
1* {task:row}: {due:bare} => tool=update_task
""")
SEARCH_PICK = carriers(r"""
3* (move|push|change|reschedule) {task:it} to {due:target} => tool=update_task
2* make {task:it} {due:bare} => tool=update_task
2* (delete|remove|cancel) {task:it} => tool=delete_task
2* (mark {task:it} done|mark {task:it} as done|tick {task:it} off|complete {task:it}) => tool=complete_task
2* {task:it}'s done => tool=complete_task
2* remind me about {task:it} {at:at} => tool=set_reminder
1* remind me {at:at} => tool=set_reminder task=@it
1* make {task:it} {priority} => tool=update_task
1* move {task:it} to (the |my |){list}( list|) => tool=move_task
1* add a note to {task:it}: {notes} => tool=update_task
1* tag {task:it} {tags:hash} => tool=update_task
1* (push|postpone) {task:it} {due:shift} => tool=update_task
""")
LIST_MORE = carriers(r"""
2* (just|only) the {priority:adj} (ones|tasks)
2* (which|what) (ones|of those|of them) are {priority:adj}(?|)
2* (no|nah|hmm|ok)(,|) what else is {priority:adj}(?|)
2* (just|only) (what's|the ones) tagged {tag}
1* (just|only) the open ones => status=open
2* (by|sort by|sorted by|order by) (due date|deadline) => sort=due
2* (by|sort by|sorted by|order by) (priority|urgency) => sort=priority
1* (sort|order) (them|those) (by title|a to z|alphabetically) => sort=title
1* (newest first|sort by date added|latest first) => sort=created
4* (and|what about|how about|and what about) {due:onstretch}(?|)
2* and {due:stretch}?
2* {due:stretch}?
1* (same for|now) {due:stretch}
2* (and|what about|how about) (the |my |){list}( list|)(?|)
2* and in {list}?
1* (just|only) the (overdue|late) ones => status=overdue
1* (just|only) the (urgent|high priority|important) ones => priority=high
1* (just|only) the (done|finished|completed) ones => status=done
""")
SUM_MORE = carriers(r"""
4* (and|what about|how about|and what about) {due:onstretch}(?|)
2* and {due:stretch}?
3* (and|what about|how about) (the |my |){list}( list|)(?|)
1* and in {list}?
""")
THEM_POSTPONE = carriers(r"""
3* (shift|slide|bump|shunt|put|kick) (those|them|them all|all those|the lot) to {due:target}
1* (those|they) (can wait|should wait) (till|until) {due:target}
3* (move|push|shift|postpone|reschedule) (them|them all|all of them|it all|all of that|those|all those|all of those|everything there) to {due:target}
2* (push|postpone|delay) (them|them all|all of them|it all|those) (back |){due:shift}
1* (make|set) them all {due:bare}
1* they can (all |)wait (until|till) {due:target}
2* (move|push) (all|all of them|them|everything) (except|but|apart from) {except:row} to {due:target}
""")
THEM_DELETE = carriers(r"""
2* (those|they|they all|the lot) can (go|be deleted|be binned)
2* (chuck|ditch|axe|zap) (those|them|them all|the lot)
3* (delete|remove|drop|bin|scrap|cancel|clear) (them|them all|all of them|it all|those|all those|the lot|all of those)
1* (get rid of) (them|them all|all of them|the lot|those)
1* (can you |please )(delete|remove) (them|all of them)
2* (delete|remove|drop) (all|all of them|them|everything) (except|but|apart from) {except:row}
1* i don't need (any of them|them|those) (any more|anymore)
""")
LIST_ONE = carriers(r"""
4* (which|what) (ones|tasks) are {priority:adj}(?|)
3* (show|list) (me |)(the |my |){priority:adj} (tasks|ones)
3* (show|list) (me |)everything tagged {tag}
3* (show|list) (me |)(everything |)(due |for ){due:stretch}
3* what('s| is) (on|due) {due:onstretch}?
2* what do i have {due:onstretch}?
3* (show|open) (me |)(the|my) {list} list
3* what('s| is) on (the|my) {list} list?
3* what('s| is) overdue? => status=overdue
2* (show|list) (the |my |)(overdue|late) (tasks|ones) => status=overdue
2* show (everything|tasks) tagged {tag:word}
1* (show|list) (my |the |)(low priority|unimportant) tasks => priority=low
1* (show|list) (my |the |)(high priority|urgent) tasks => priority=high
""")

ANSWER_TITLE = carriers(r"""
8* {title:any}
5* {title:vp}
3* {title:np}
2* to {title:vp}
2* (call it|call that|it's|it is|title:|name it) {title:np}
1* "{title:any}"
1* (um|oh|sorry|ah|yes|ok)(,|) {title:any}
1* {title:any} please
1* that i (need|have) to {title:vp}
""")
ANSWER_TITLE_DUE = carriers(r"""
3* {title:any} {due}
2* {title:vp} {due}
1* to {title:vp} {due}
1* {title:any}, {due:bare}
1* {title:any} {priority:flag}
1* {title:any} {tags:hash}
""")
ANSWER_ITEMS = carriers(r"""
4* {title:item}
4* {titles:item}
4* {titles:item+and}
1* (some|just) {title:item}
1* {titles:item+and} please
1* (um|oh|ok|yes)(,|) {titles:item}
1* {titles:lines}
""")
ANSWER_DUE = carriers(r"""
8* {due:target}
3* (to|on|for|at|make it|let's say|say|how about|um|maybe|move it to|to the) {due:target} => fix=1
4* to {due:target}
3* (say|let's say|um,|maybe|oh,|ok) {due:target}
2* {due:target} (please|would be good|works|is fine|i think|then)
2* (on|at) {due:target} => fix=1
1* {due:shift}
1* {due:by}
2* {due}
""")
ANSWER_AT = carriers(r"""
8* {at:at}
3* (say|let's say|um,|maybe) {at:target}
2* {at:at} (please|would be good|works)
2* {at:before}
1* {at:span}
""")
ANSWER_LIST = carriers(r"""
6* {list}
3* (the|my) {list} (one|list)
2* (to|into|in|on) (the |my |){list}( list|)
1* {list} (please|i think)
1* (um|oh|ok)(,|) {list}
""")
ANSWER_NAME = carriers(r"""
8* {name}
3* (call it|name it|let's call it|just|it's for|title it|call it the) {name} => fix=1
3* (call it|name it|let's call it) {name}
1* "{name}"
1* {name} please
1* (um|oh|ok|let's say|maybe)(,|) {name}
""")
ANSWER_TASK = carriers(r"""
2* (no|sorry|oh|i mean|i meant)(,|) {task:np}(,| -|) not {_keep}
2* (no|not|no not) {_keep}(,| -|) {task:np}
1* {task:np}(,| -|) not {_keep}
2* (no|sorry|oh|actually)(,|) {task:np}
5* {task:np}
3* {task:full}
1* (i mean|i meant|the one called|the task) {task:full} => fix=1
2* i (mean|meant) {task:np}
1* {task:np} please
1* (um|oh|sorry)(,|) {task:np}
""")
ANSWER_ROW = carriers(r"""
6* {task:row}
1* {task:row} (please|i think)
1* (um|oh|ok|sorry)(,|) {task:row}
1* i (mean|meant) {task:row}
""")
ANSWER_PRIORITY = carriers("6* {priority:word}\n2* {priority}\n1* (make it|set it to|let's say|go for) {priority:word}\n1* {priority:word} (please|priority|i think|i guess)")
ANSWER_TAG = carriers("5* {tags:one}\n3* {tags:hash}\n1* (with|as|use) {tags:one}\n1* the {tags:word} (one|tag)\n1* {tags:word} please")
ANSWER_NOTE = carriers("6* {notes}\n1* (say|write|just|that) {notes}\n1* \"{notes}\"")
ANSWER_REPEAT = carriers("6* {repeat:bare}\n2* {repeat}\n1* (um,|let's say|maybe) {repeat:bare}\n1* {repeat:bare} please")
ANSWER_TEXT = carriers("6* {text}\n2* the {text:subject} (one|task|thing)\n1* (something|anything|the one) about (the |){text}\n1* {text} please\n1* for {text}")
ANSWER_FORMAT = carriers(r"""
3* (csv|CSV|as csv|csv please|the csv one|a csv|csv file|csv i think|make it csv|excel|a spreadsheet|spreadsheet) => format=csv
3* (json|JSON|as json|json please|json file|json is fine|in json|the first one) => format=json drop=1
3* (json|JSON|as json|json please|json file|json is fine|in json|make it json) => format=json
3* (ics|ical|calendar|calendar file|a calendar file|ics please|for my calendar|as a calendar|the calendar one|ical please) => format=ics
3* (markdown|md|as markdown|md please|markdown please|.md|markdown file|make it markdown|text|the markdown one) => format=md
""")
ANSWER_FORMAT = [c for c in ANSWER_FORMAT if "drop" not in c.const]
ANSWER_NO = carriers(r"""
3* (never mind|nevermind|nvm|forget it|cancel|nothing|no|leave it|stop|don't bother|actually nothing|it doesn't matter|skip it|no never mind|actually never mind|oh never mind|none|not now|forget about it|nope|nah|cancel that|scrap that|nothing, sorry|ignore that) => final=okay,unchanged
""")
YES = carriers(r"""
4* (yes|yes please|yeah|yep|sure|ok|please do|go on then|ok do that|yes add it|yes, add it|add it|ok add it|sure, add it|please add it|do that|yes do that|yup|alright|that would be good|yes as a task|add it as a task|sounds good, do it|fine, add it|go ahead|yeah go on|kindly do|yes, please add it as a task|ok then|good idea|make it a task|yes make a task) => tool=add_task
1* (yes|yeah|ok|sure)(,|) (for |){due:daybare} => tool=add_task
1* (yes|ok|sure)(,|) add it {due:for} => tool=add_task
""")
NO_THANKS = carriers("1* (no|no thanks|nope|nah|no thank you|don't bother|not needed|leave it|no it's fine|no need|no, forget it|never mind|nah it's ok) => final=okay,unchanged")

OFFERED = carriers(r"""
3* (can you|could you|would you|please can you) {title:service}
1* {title:service} (please|for me|now)
""")


IT_REPEAT = carriers(r"""
5* (only|just) {repeat:bare} (sorry|actually|please|i mean|not every day|)
4* (no|sorry|actually|i mean|oops)(,|) {repeat:bare}
3* (make|have) {task:it} {repeat:bare} (instead|rather|) => it=1
3* (make that|i meant|should be|change it to) {repeat:bare}
2* {repeat:bare} (i mean|sorry|instead|rather)
2* (no repeat|not repeating|just once|only once|just the once|stop repeating) => repeat=@none
1* don't repeat {task:it} => repeat=@none
1* stop {task:it} repeating => repeat=@none
""")
for c in IT_REPEAT:
    if "{task" not in c.pattern:
        c.const["task"] = W("it")
STEP_MORE = carriers(r"""
5* another: {title:any}
4* (another|another one|another step|another subtask|one more|next|next step|and another): {title:any}
3* (and|then|also|and then|plus) {title:vp}
2* (and|also) {title:np}
2* (add|and add) (another|another one|one more): {title:any}
2* (also|and) {titles:vp}
1* {title:vp} (too|as well)
1* (add|put) {title:any} (there|under it|too|as well)
""")
BOTH = carriers(r"""
4* (move|push|shift|change|reschedule|bump|put) {task:both} to {due:target} => tool=update_task
3* (move|push|shift|bring) {task:both} (forward |back |)to {due:target} => tool=update_task
3* make {task:both} {due:bare} => tool=update_task
2* (push|postpone|delay) {task:both} (back |){due:shift} => tool=update_task
3* (make|mark|set|flag) {task:both} (as |){priority} => tool=update_task
2* {task:both} are {priority} => tool=update_task
3* tag {task:both} (as|with|) {tags:one} => tool=update_task
5* (delete|remove|bin|scrap|cancel|drop|get rid of) {task:both} => tool=delete_task
2* (i don't|we don't|don't) need {task:both} (any more|anymore|after all|now) => tool=delete_task
3* {task:both} are (done|finished|sorted|all done|done now) => tool=complete_task
2* {task:both} (done|finished|sorted) => tool=complete_task
3* (tick|mark|check) {task:both} (off|done|as done|as complete) => tool=complete_task
2* i('ve| have) (done|finished|sorted) {task:both} => tool=complete_task
4* (put|move|stick|add) {task:both} (in|on|to|under) (the |my |){list}( list|) => tool=move_task
2* {task:both} (belong|go|should go|should be) (in|on|under) (the |my |){list}( list|) => tool=move_task
3* (remind|ping|nudge) me about {task:both} {at:at} => tool=set_reminder
2* (reopen|untick) {task:both} => tool=reopen_task
1* {task:both} repeat {repeat:bare} => tool=update_task
1* (can|could) you (delete|remove) {task:both}(?|) => tool=delete_task
1* (can|could) you (move|push) {task:both} to {due:target}(?|) => tool=update_task
""")
AFTER_NEXT = carriers(r"""
4* {task:pron} is (done|finished|sorted|done already|finished now) => tool=complete_task
4* (fine|ok|right|great|cool|good|oh|well)(,|) {task:pron} is (done|finished|sorted|done already) => tool=complete_task
2* (i've|just) (done|did|finished) {task:pron} => tool=complete_task
2* (tick|cross) {task:pron} off => tool=complete_task
3* (something|anything|what) else(?|) => tool=suggest_next
2* (not that|no not that|nah|another|another one|skip it, what else|pick another|a different one|something easier)( please|) => tool=suggest_next
2* (ok |right |)(what's next|next|and then|what then|and after that)(?|) => tool=suggest_next
3* (nah|no|hmm|not that|nope)(,|) what else is {priority:adj}(?|) => tool=list_tasks
2* (nah|no|hmm)(,|) (show me|list) the {priority:adj} ones => tool=list_tasks
2* (move|push|shift) {task:pron} to {due:target} => tool=update_task
1* (delete|bin) {task:pron} => tool=delete_task
2* remind me about {task:it} {at:at} => tool=set_reminder
""")
THAT_DAY = carriers(r"""
3* (what else is|anything else|what else do i have|what else have i got) (on |due |) {due:that}(?|)
2* (show|tell|list) me (everything else|what else is|all that's) (due |on |){due:that}
2* (what's|what is) (also |else |)(on|due) {due:that}(?|)
""")
MORE_EXPORT = carriers(r"""
2* (also|and|now|plus)(,|) (as|in|to) (md|markdown)( please| too| as well|) => format=md
2* (also|and|now|plus)(,|) (as|in|to) (json)( please| too| as well|) => format=json
2* (also|and|now|plus)(,|) (as|in|to) (csv|a spreadsheet)( please| too| as well|) => format=csv
2* (also|and|now|plus)(,|) (as|in|to) (ics|ical|a calendar file)( please| too| as well|) => format=ics
1* (md|markdown) (too|as well|please|instead) => format=md
1* json (too|as well|please|instead) => format=json
1* csv (too|as well|please|instead) => format=csv
1* (ics|ical) (too|as well|please|instead) => format=ics
1* (no|sorry|oops)(,|) i meant (md|markdown) => format=md
1* (no|sorry|oops)(,|) i meant json => format=json
1* (no|sorry|oops)(,|) i meant csv => format=csv
1* (no|sorry|oops)(,|) i meant ics => format=ics
""")
COUNTED = carriers(r"""
3* {v} {n} {rest} {due}
3* (add|remind me to|i need to) {v} {n} {rest} {due}
2* add {v} {n} {rest}
2* {v} {n} {rest}
""")
RECOUNT = carriers(r"""
4* make it {count}
3* (no|sorry|actually|oops|wait)(,|) {count}
2* (i meant|should be|make that|change it to) {count}
2* {count} (actually|sorry|i mean), not {_old}
""")


def recount(env):
    """Another number in the last title: "order 20 bags of sand", "make it 30 bags"."""
    rng = env.rng
    verb, thing, tail = rng.choice([("buy", "packs", "of nappies"), ("order", "boxes", "of tiles"), ("get", "bags", "of compost"), ("print", "copies", "of the programme"), ("bake", "trays", "of brownies"), ("book", "tickets", "for the panto"), ("order", "crates", "of ale"), ("hire", "chairs", "for the wedding"),
                                    ("order", "metres", "of fabric"), ("collect", "sacks", "of logs"), ("buy", "tins", "of paint"), ("make", "jars", "of chutney"), ("pack", "pairs", "of socks"), ("fill", "buckets", "with salt"), ("sew", "rows", "of beads"), ("print", "posters", "for the fair"), ("reserve", "seats", "at the pub"), ("order", "pizzas", "for the team")])
    a, b = rng.sample(["2", "3", "4", "5", "6", "8", "10", "12", "15", "24", "25", "40", "50", "60", "100", "six", "ten", "twelve"], 2)
    title = f"{verb} {a} {thing} {tail}"
    env.fresh(lambda: title, tries=1)
    env.titles.add(title)
    row, text, cid = choose_carrier(env, COUNTED)
    said_n = f"{a} {thing}"
    given = {"v": lambda e, x: Fill([Seg(verb, "")]), "n": lambda e, x: Fill([Seg(said_n, "")]), "rest": lambda e, x: Fill([Seg(tail, "")]), "due": SLOTS["due"]}
    segs, values = fill(env, text, given)
    args = {"title": Cat(("v", "n", "rest")), **({"due": values["due"]} if "due" in values else {})}
    prev = said_before(env, Clause(segs, [("add_task", args)], carrier=cid), values)
    row, text, cid = choose_carrier(env, RECOUNT)
    segs, _ = fill(env, text, {"count": lambda e, x: Fill([Seg(f"{b} {thing}", "")]), "_old": lambda e, x: Fill([Seg(a)])})
    return Clause(segs, [("update_task", {"task": W("it"), "title": Cat(("^v", "count", "^rest"))})], carrier="… " + cid), prev


def both(env):
    """One change for several tasks of the turns before, which only the app can name: the words are copied as they are."""
    k = env.rng.random()
    if k < 0.5:
        rows = [c for c in PAIRS if "{title2" in c.pattern and "\n" not in c.pattern]
        prev, _, _ = first(env, "add_task", rows)
    elif k < 0.62:
        prev, _, _ = first(env, "add_task", [c for c in carriers_add.SERIES if "\n" not in c.pattern])
    elif k < 0.75:
        prev, _, _ = first(env, "add_task", carriers_add.PLAIN)  # the other one is a turn older
    elif k < 0.85:
        prev, _, _ = first(env, "list_tasks", carriers_view.LIST)
        prev.state["listed"] = env.rng.choice([2, 2, 3])
    else:
        tool = env.pick(["complete_task", "update_task", "move_task", "delete_task"])
        prev, _, _ = first(env, tool, PAIRS_OTHER[tool])
    second = reply(env, BOTH)
    said = "".join(g.text for g in second.segs).lower()
    if "list_tasks" in prev.state["tools"] and not re.search(r"both|two", said):
        raise Retry("what was listed is meant by its filter")
    return second, prev


def repeat_fix(env):
    prev, _, _ = first(env, "add_task", [c for c in carriers_add.RICH if "{repeat" in c.pattern])
    return reply(env, IT_REPEAT, "update_task"), prev


def step_more(env):
    if env.chance(0.35):
        rows = [c for c in IT_OTHER if c.const.get("tool") == "add_subtask" and "{titles" not in c.pattern]
        prev, clause, _ = first(env, "add_subtask", [Carrier(c.pattern, c.weight, {k: v for k, v in c.const.items() if k != "tool"}) for c in rows])
        return reply(env, STEP_MORE, "add_subtask", {"task": W("it")}), prev
    prev, clause, _ = first(env, "add_subtask", [c for c in carriers_change.SUBTASK if "{titles" not in c.pattern])
    return reply(env, STEP_MORE, "add_subtask", {"task": as_previous(clause.calls[0][1]["task"])}), prev


def after_next(env):
    prev, _, _ = first(env, "suggest_next", carriers_view.NEXT)
    prev.state["listed"] = 1 if env.chance(0.5) else None
    return reply(env, AFTER_NEXT), prev


def that_day(env):
    tool, rows = env.pick([("add_task", [c for c in carriers_add.PLAIN if "{due" in c.pattern]), ("update_task", [c for c in carriers_change.UPDATE_DUE if "due" not in c.const]), ("set_reminder", carriers_change.REMIND)])
    prev, _, _ = first(env, tool, rows)
    return reply(env, THAT_DAY, "list_tasks"), prev


def more_export(env):
    prev, _, _ = first(env, "export_tasks", carriers_view.EXPORT)
    return reply(env, MORE_EXPORT, "export_tasks"), prev


def after_add(env):
    rows = env.rng.choices([carriers_add.PLAIN, carriers_add.RICH], weights=[7, 3])[0]
    return first(env, "add_task", rows)


def correct_add(env):
    prev, clause, _ = after_add(env)
    k = env.rng.random()
    if k < 0.44:
        return reply(env, IT_UPDATE, "update_task"), prev
    if k < 0.52:
        return reply(env, IT_TITLE, "update_task"), prev
    if k < 0.88:
        return reply(env, IT_OTHER), prev
    return reply(env, TAKE_BACK), prev


def more(env):
    if env.chance(0.6):
        shop = env.chance(0.7)
        rows = [c for c in carriers_add.RICH + carriers_add.SERIES if ("{list:shop}" in c.pattern if shop else "{list:other}" in c.pattern) and "\n" not in c.pattern]
        prev, clause, _ = first(env, "add_task", rows)
        extra = {"list": P("list")}
        return reply(env, MORE_LIST if shop else MORE_OTHER_LIST, "add_task", extra), prev
    if env.chance(0.65):
        prev, clause, _ = first(env, "add_task", [c for c in carriers_add.PLAIN if "title" in c.pattern])
        return reply(env, MORE, "add_task"), prev
    rows = [c for c in carriers_add.PLAIN if "{due" in c.pattern]
    prev, clause, _ = first(env, "add_task", rows)
    due = clause.calls[0][1]["due"]
    return reply(env, SAME_DUE, "add_task", {"due": as_previous(due)}), prev


def pick_row(env):
    prev, clause, _ = first(env, "list_tasks", carriers_view.LIST) if env.chance(0.75) else first(env, "search_tasks", carriers_view.SEARCH)
    prev.state["listed"] = env.listed = env.rng.choice([2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 12])
    return reply(env, ROW_PICK), prev


def pick_found(env):
    prev, clause, _ = first(env, "search_tasks", carriers_view.SEARCH)
    prev.state["listed"] = 1
    return reply(env, SEARCH_PICK), prev


def look_on(env):
    if env.chance(0.65):
        prev, _, _ = first(env, "list_tasks", LIST_ONE)
        return reply(env, LIST_MORE, "list_tasks"), prev
    prev, _, _ = first(env, "summarize_tasks", carriers_view.SUMMARY)
    return reply(env, SUM_MORE, "summarize_tasks"), prev


def them(env):
    prev, clause, row = first(env, "list_tasks", LIST_ONE)
    prev.state["listed"] = env.rng.choice([2, 3, 4, 5, 6, 8, 11])
    env.listed = prev.state["listed"]
    args = clause.calls[0][1]
    flt = {k: as_previous(v) for k, v in args.items() if k in ("due", "list", "tag", "priority", "status")}
    tool, rows = ("postpone_tasks", THEM_POSTPONE) if env.chance(0.55) else ("delete_tasks", THEM_DELETE)
    rows = [r for r in rows if "{except" not in r.pattern]
    row, text, cid = choose_carrier(env, rows)
    segs, values = fill(env, text, SLOTS)
    call = {"filter": flt, **({"due": values["due"]} if "due" in values else {})}
    return Clause(segs, [(tool, call)], carrier="… " + cid), prev


def correct_change(env):
    """After a change of one task."""
    k = env.rng.random()
    if k < 0.28:
        prev, _, _ = first(env, "update_task", carriers_change.UPDATE_DUE)
        rows = IT_UPDATE if env.chance(0.8) else TAKE_BACK
        return reply(env, rows, "update_task" if rows is IT_UPDATE else None), prev
    if k < 0.42:
        prev, _, _ = first(env, "complete_task", carriers_change.COMPLETE)
        return reply(env, NOT_DONE), prev
    if k < 0.56:
        tool, rows = env.pick([("delete_task", carriers_change.DELETE), ("delete_task", carriers_change.DELETE), ("delete_tasks", carriers_bulk.DELETE_MANY), ("delete_list", carriers_bulk.DELETE_LIST), ("clear_completed", carriers_bulk.CLEAR)])
        prev, _, _ = first(env, tool, rows)
        return reply(env, GONE_BACK), prev
    if k < 0.66:
        prev, _, _ = first(env, "undo", carriers_bulk.UNDO)
        return reply(env, AGAIN), prev
    if k < 0.76:
        prev, _, _ = first(env, "move_task", carriers_change.MOVE)
        rows = carriers("3* (no|sorry|oops|wait|actually)(,|) (to |in |)(the |my |){list}( list|)\n2* i meant (the |my |){list}( list|)\n2* (move|put) {task:pron} (in|to) (the |my |){list}( list|) instead\n1* not {_list}, {list}\n1* {list} (i mean|sorry|rather|instead)\n1* wrong list, i meant {list}")
        for r in rows:
            if "{task" not in r.pattern:
                r.const["task"] = W("it")
        return reply(env, rows, "move_task"), prev
    if k < 0.84:
        prev, _, _ = first(env, "set_reminder", carriers_change.REMIND)
        rows = carriers("4* (no|sorry|wait|actually|oops)(,|) {at:at}\n3* i meant {at:at}\n2* make {task:it} {at:target}\n1* (no|actually) remind me {at:at}\n1* {at:before}\n1* {at:target} (instead|rather|i mean)\n1* not {_day}, {at:daybare}")
        for r in rows:
            if "{task" not in r.pattern:
                r.const["task"] = W("it")
        return reply(env, rows, "set_reminder"), prev
    if k < 0.93:
        tool, rows = env.pick([("update_task", carriers_change.UPDATE_OTHER), ("move_task", carriers_change.MOVE), ("add_subtask", carriers_change.SUBTASK), ("postpone_tasks", carriers_bulk.POSTPONE), ("rename_list", carriers_bulk.RENAME_LIST), ("reopen_task", carriers_change.REOPEN), ("create_list", carriers_bulk.CREATE_LIST), ("set_reminder", carriers_change.REMIND)])
        prev, _, _ = first(env, tool, rows)
        return reply(env, TAKE_BACK), prev
    tool, rows = env.pick([("update_task", carriers_change.UPDATE_DUE), ("update_task", carriers_change.UPDATE_OTHER), ("update_task", carriers_change.UPDATE_TITLE)])
    prev, _, _ = first(env, tool, rows)
    return reply(env, IT_OTHER), prev


def after_list(env):
    """After a list was made or renamed."""
    if env.chance(0.7):
        named = carriers("3* (call|name) it {name}\n1* {name}\n1* (let's call it|it's for|title it) {name}")
        prev, _, _ = first(env, "create_list", named if env.chance(0.25) else carriers_bulk.CREATE_LIST)
    else:
        prev, _, _ = first(env, "rename_list", carriers_bulk.RENAME_LIST)
    rows = carriers(r"""
3* add {title:any} to (it|that list|that|the new list) => tool=add_task
3* (add|put) {titles:item} (to|on|in) (it|that list|the new list|there) => tool=add_task
7* (add|put|stick|pop) {titles:item+and} (to|on|in) (it|that list|the new list|there) => tool=add_task
3* (put|add) {title:item} and {title2:item} (on|in|to) it => drop=1
2* put {title:any} (on|in) (it|there|that list) => tool=add_task
1* (add|put) (these|the following) (to|on) it:\n{titles:lines} => tool=add_task
3* move {task} (to it|to that list|there|into it|to the new list) => tool=move_task
2* put {task:np} (in|on|into) (it|there|that list) => tool=move_task
2* (call|name) it {name2} (instead|) => tool=rename_list
2* (actually|no|sorry)(,|) (call|name) it {name2} (instead|) => tool=rename_list
2* rename it (to |){name2} => tool=rename_list fix=1
1* (change the name to|i meant|should be) {name2} => tool=rename_list
1* (delete|remove|bin|drop) (it|that list|the list|that) (again|) => tool=delete_list
2* (show|open) (it|that list|the list|that one) => tool=list_tasks
1* what's on it? => tool=list_tasks
""")
    rows = [r for r in rows if not {"fix", "drop"} & set(r.const)]
    row, text, cid = choose_carrier(env, rows)
    segs, values = fill(env, text, SLOTS)
    tool = row.const["tool"]
    new = P("name")
    if tool == "rename_list":
        calls = [(tool, {"list": new, "name": values["name2"]})]
    elif tool in ("delete_list", "list_tasks"):
        calls = [(tool, {"list": new})]
    else:
        calls = [(t, {**a, "list": new}) for t, a in to_calls(tool, values, {})]
    return Clause(segs, calls, carrier="… " + cid), prev


ASK_BY = {}
for c in carriers_none.ASK:
    ASK_BY.setdefault(c.const["final"], []).append(c)


def asked(env, phrase, keep=None):
    rows = [c for c in ASK_BY[phrase] if keep is None or keep(c)]
    prev, clause, row = first(env, None, rows, end="ask")
    return prev, row


def answer(env):
    """A question back is open: the sentence is its answer."""
    kind = env.rng.choices(["title", "items", "when", "which", "list", "list_name", "new_name", "step", "text", "format", "priority", "tag", "note", "repeat", "no", "ambiguous", "change"],
                           weights=[24, 9, 18, 6, 6, 8, 6, 6, 4, 5, 6, 4, 7, 4, 6, 6, 3])[0]
    if kind == "title":
        prev, _ = asked(env, "ask_title")
        extra = {k: as_previous(v) for k, v in prev.values.items() if k in ("due", "repeat", "tags", "priority", "list")}
        rows = ANSWER_TITLE if extra or env.chance(0.6) else ANSWER_TITLE_DUE
        return reply(env, rows, "add_task", extra), prev
    if kind == "items":
        prev, _ = asked(env, "ask_items")
        return reply(env, ANSWER_ITEMS if env.chance(0.75) else ANSWER_TITLE, "add_task", {"list": P("list")}), prev
    if kind == "when":
        prev, row = asked(env, "ask_when", lambda c: "{task" in c.pattern or "f.due" in c.pattern or "{list}" in c.pattern)
        v = prev.values
        if "task" not in v:
            flt = {"due": as_previous(v["f.due"])} if "f.due" in v else {"list": as_previous(v["list"])}
            return reply(env, [c for c in ANSWER_DUE if "fix" not in c.const and "by}" not in c.pattern], "postpone_tasks", {"filter": flt}), prev
        if re.search(r"remind|ping|nudge|forget", row.pattern):
            return reply(env, ANSWER_AT, "set_reminder", {"task": as_previous(v["task"])}), prev
        return reply(env, [c for c in ANSWER_DUE if "fix" not in c.const], "update_task", {"task": as_previous(v["task"])}), prev
    if kind == "which":
        verbs = {"delete": "delete_task", "remove": "delete_task", "cancel": "delete_task", "complete": "complete_task", "finish": "complete_task", "reopen": "reopen_task"}
        verb = env.pick(sorted(verbs))
        rows = carriers(f"3* {verb} (a|one|one of my) (task|tasks|reminder|item) => final=ask_which\n1* {verb} => final=ask_which\n1* i (want|need) to {verb} (a task|something) => final=ask_which\n1* can you {verb} (a task|something)(?|) => final=ask_which")
        prev, clause, _ = first(env, None, rows, end="ask")
        return reply(env, [c for c in ANSWER_TASK if "fix" not in c.const], verbs[verb]), prev
    if kind == "list":
        k = env.rng.random()
        if k < 0.6:
            prev, _ = asked(env, "ask_list", lambda c: "{task" in c.pattern)
            return reply(env, ANSWER_LIST, "move_task", {"task": as_previous(prev.values["task"])}), prev
        if k < 0.75:
            prev, _ = asked(env, "ask_list", lambda c: "{title" in c.pattern)
            return reply(env, ANSWER_LIST, "add_task", {"title": P("title")}), prev
        if k < 0.9:
            rows = carriers("2* (delete|remove) (a|one of my) (list|lists) => final=ask_list\n1* i (want|need) to delete (a list|one of my lists) => final=ask_list")
            prev, _, _ = first(env, None, rows, end="ask")
            return reply(env, ANSWER_LIST, "delete_list"), prev
        rows = carriers("2* (show|open) (me |)(a|one of my) (list|lists) => final=ask_list\n1* i (want|need) to (see|open) (a list|one of my lists) => final=ask_list")
        prev, _, _ = first(env, None, rows, end="ask")
        return reply(env, ANSWER_LIST, "list_tasks"), prev
    if kind == "list_name":
        prev, _ = asked(env, "ask_list_name")
        return reply(env, [c for c in ANSWER_NAME if "fix" not in c.const], "create_list"), prev
    if kind == "new_name":
        if env.chance(0.55):
            prev, _ = asked(env, "ask_new_name", lambda c: "{list}" in c.pattern)
            return reply(env, [c for c in ANSWER_NAME if "fix" not in c.const], "rename_list", {"list": P("list")}), prev
        prev, _ = asked(env, "ask_new_name", lambda c: "{task" in c.pattern)
        return reply(env, ANSWER_TITLE[:4] + ANSWER_TITLE[5:7], "update_task", {"task": as_previous(prev.values["task"])}), prev
    if kind == "step":
        prev, _ = asked(env, "ask_step", lambda c: re_task(c))
        if "task" not in prev.values:
            raise Retry("no task")
        rows = ANSWER_TITLE[:4] + carriers("2* {titles:any3}\n2* {titles:vp}")
        return reply(env, rows, "add_subtask", {"task": as_previous(prev.values["task"])}), prev
    if kind == "text":
        prev, _ = asked(env, "ask_text")
        return reply(env, ANSWER_TEXT, "search_tasks"), prev
    if kind == "format":
        prev, _ = asked(env, "ask_format")
        return reply(env, ANSWER_FORMAT, "export_tasks"), prev
    if kind in ("priority", "tag", "note", "repeat"):
        prev, _ = asked(env, f"ask_{kind}", lambda c: "{task" in c.pattern)
        rows = {"priority": ANSWER_PRIORITY, "tag": ANSWER_TAG, "note": ANSWER_NOTE, "repeat": ANSWER_REPEAT}[kind]
        return reply(env, rows, "update_task", {"task": as_previous(prev.values["task"])}), prev
    if kind == "no":
        phrase = env.pick(["ask_title", "ask_title", "ask_which", "ask_when", "ask_list", "ask_list_name", "ask_format", "ask_text", "ask_new_name", "ask_items"])
        prev, _ = asked(env, phrase)
        return reply(env, ANSWER_NO), prev
    if kind == "change":
        prev, _ = asked(env, "ask_change")
        task = {"task": as_previous(prev.values["task"])}
        rows = carriers("2* the (date|due date|day|deadline), (to|make it|move it to) {due:target} => fix=1\n4* (to |){due:target}\n2* (due |){due:bare}\n2* make it {due:bare} => it=1\n2* the (date|day), to {due:target}\n2* make it {priority} => it=1\n2* {priority}\n1* the title, to {title:any}\n1* rename it to {title:any} => it=1\n1* tag it {tags:hash} => it=1")
        rows = [r for r in rows if "fix" not in r.const]
        return reply(env, rows, "update_task", task), prev
    # a reference fitted several tasks
    tool, rows = env.pick([("delete_task", carriers_change.DELETE), ("complete_task", carriers_change.COMPLETE), ("update_task", carriers_change.UPDATE_DUE), ("move_task", carriers_change.MOVE), ("reopen_task", carriers_change.REOPEN), ("set_reminder", carriers_change.REMIND)])
    prev, clause, row = first(env, tool, [r for r in rows if "{tasks" not in r.pattern])
    if len(clause.calls) != 1:
        raise Retry("several")
    listed = env.rng.choice([2, 2, 2, 3, 3, 4])
    env.listed = listed
    prev.state = {"ended": "asked", "tools": [tool] if env.chance(0.7) else [], "listed": env.rng.choice([listed, listed, None])}
    extra = {k: as_previous(v) for k, v in clause.calls[0][1].items() if k != "task"}
    rows = ANSWER_ROW if env.chance(0.6) else [c for c in ANSWER_TASK if "fix" not in c.const]
    return reply(env, rows, tool, extra), prev


def re_task(c):
    return "{task" in c.pattern and "|)" not in c.pattern.split("{task")[0][-14:]


def offered(env):
    """It was beyond the tools, and adding it as a task was offered."""
    row, text, cid = choose_carrier(env, OFFERED)
    segs, values = fill(env, text, SLOTS)
    prev = said_before(env, Clause(segs, final=["no_order"], carrier=cid), values)
    if env.chance(0.25):
        return reply(env, NO_THANKS), prev
    return reply(env, YES, None, {"title": P("title")}), prev


AGAIN_ON = carriers(r"""
3* (same again|the same again|same thing|the same|same) (on|for) {due:target}
2* (same again|the same again|same thing|same) {due}
3* (and |)(again|once more) (on|for) {due:target}
2* and {due} (too|as well|again)
2* (copy|duplicate|repeat) (it|that|this) (to|on|for) {due:target}( too| as well|)
2* (do|add|put) (the same|that again|it again|another one|another|one more) (on|for) {due:target}( too| as well|)
2* (another|one more)( one|) (on|for) {due:target}
2* (also|and also) (on|for) {due:target}
""")
AGAIN_ON += people.AGAIN
EXTEND = carriers(r"""
4* (with|for|at|from|to) {rest}
2* (it's|its|that's) (with|for|at) {rest}
2* (the one|that's the one) (with|for|at|to|from) {rest} => drop=1
2* add that it's (with|for|at) {rest} => drop=1
""")
EXTEND = [c for c in EXTEND if "drop" not in c.const]
NOT_THAT = carriers(r"""
3* (no|sorry|no sorry|oops|actually|i mean|no i mean)(,|) {new}
3* (i meant|should be|should have been|make that|make it) {new}
2* (no|sorry)(,|) not {old}(,|) {new}
2* not {old}(,|) {new}
2* {new} (i mean|sorry|not {old}|rather)
""")
NOT_THESE = carriers(r"""
4* (no |sorry |actually |wait |oops |)(,|)not {task:named} => tool=reopen_task
3* (but |)not {task:named}(,| -|) (it isn't done|that's not done|that's still open|still to do) => tool=reopen_task
2* (all |)(but|except|except for|apart from) {task:named} => tool=reopen_task
2* {task:named} isn't (done |finished |)(actually|though|yet) => tool=reopen_task
2* (actually|wait|oops|no)(,|) (reopen|untick) {task:named} => tool=reopen_task
""")


def again_on(env):
    """The same task once more, on another day."""
    prev, clause, _ = first(env, "add_task", [c for c in carriers_add.PLAIN if "{due" in c.pattern and "{title2" not in c.pattern])
    if len(clause.calls) != 1:
        raise Retry("several")
    return reply(env, AGAIN_ON, "add_task", {"title": as_previous(clause.calls[0][1]["title"])}), prev


def extend(env):
    """More of the last title: "dentist on thursday", "with Dr Patel"."""
    prev, clause, _ = first(env, "add_task", [c for c in carriers_add.PLAIN if ("{title:np}" in c.pattern or "{title:event}" in c.pattern or "{title:aevent}" in c.pattern) and "{cond" not in c.pattern])
    if len(clause.calls) != 1 or not isinstance(clause.calls[0][1]["title"], K):
        raise Retry("several")
    row, text, cid = choose_carrier(env, EXTEND)
    text = env.rng.choice([text])
    lead = re.search(r"(with|for|at|from|to) \{rest\}", text)
    rest = titles.fill_title(env.rng, env.pick({"with": ["{name}", "{family}", "Dr {name}", "{trade2}", "{name} and {name2}"], "for": ["{name}", "{family}", "the kids", "work"], "at": ["{place}", "{name}'s", "the usual place"], "from": ["{place}", "{city}"], "to": ["{city}", "{place}"]}[lead[1]]))
    before = text[:lead.start()]
    segs = ([Seg(before)] if before else []) + [Seg(f"{lead[1]} {rest}", "rest")]
    return Clause(segs, [("update_task", {"task": W("it"), "title": Cat(("^title", "rest"))})], carrier="… " + cid), prev


def not_that(env):
    """Another thing in the last title: "buy a ladder", "no, a stepladder"."""
    rng = env.rng
    verb = rng.choice("buy get order fix clean return paint sell collect book pack wash borrow find print measure repair replace call email ring text see visit".split())
    people = verb in ("call", "email", "ring", "text", "see", "visit")
    pool = titles.SLOTS["name"] if people else titles.SLOTS["object"]
    old, new = rng.sample(list(pool), 2)
    if not people:
        article = rng.choice(["the ", "a ", "", "my "])
        old, new = article + old, rng.choice([article, article, ""]) + new
    title = f"{verb} {old}"
    env.fresh(lambda: title, tries=1)
    env.titles.add(title.lower())
    row, text, cid = choose_carrier(env, carriers("3* {v} {o} {due}\n3* {v} {o}\n2* (remind me to|i need to|add|don't forget to) {v} {o} {due}\n2* (remind me to|i need to|add) {v} {o}"))
    segs, values = fill(env, text, {"v": lambda e, x: Fill([Seg(verb, "")]), "o": lambda e, x: Fill([Seg(old, "")]), "due": SLOTS["due"]})
    args = {"title": Cat(("v", "o")), **({"due": values["due"]} if "due" in values else {})}
    prev = said_before(env, Clause(segs, [("add_task", args)], carrier=cid), values)
    row, text, cid = choose_carrier(env, NOT_THAT)
    segs, _ = fill(env, text, {"new": lambda e, x: Fill([Seg(new, "")]), "old": lambda e, x: Fill([Seg(old)])})
    return Clause(segs, [("update_task", {"task": W("it"), "title": Cat(("^v", "new"))})], carrier="… " + cid), prev


def not_these(env):
    """Several were ticked off, and one of them was not done."""
    prev, clause, _ = first(env, "complete_task", PAIRS_OTHER["complete_task"] if env.chance(0.5) else [c for c in carriers_change.COMPLETE if "{tasks}" in c.pattern])
    if len(clause.calls) < 2:
        raise Retry("one")
    value = clause.calls[env.rng.randrange(len(clause.calls))][1]["task"]
    if not isinstance(value, K) or value.name not in prev.spans or len(prev.spans[value.name]) != 1:
        raise Retry("no words")
    (start, end), = prev.spans[value.name]
    words = prev.text[start:end].lower() if env.chance(0.5) else prev.text[start:end]
    row, text, cid = choose_carrier(env, NOT_THESE)
    segs, values = fill(env, text, {"task": lambda e, x: Fill([Seg(env.pick(["the ", "the ", ""])), Seg(words, "")])})
    return Clause(segs, [("reopen_task", {"task": K("task")})], carrier="… " + cid), prev


CONVERSATIONS = [(again_on, 3), (extend, 2.5), (not_that, 3), (not_these, 2.5), (correct_add, 26), (more, 13), (pick_row, 14), (pick_found, 3), (look_on, 4), (them, 5), (correct_change, 20), (after_list, 5), (answer, 24), (offered, 3), (both, 9), (repeat_fix, 4), (step_more, 6), (after_next, 4), (that_day, 2), (more_export, 1.5), (recount, 2)]


def conversation(env):
    build = env.rng.choices([c[0] for c in CONVERSATIONS], weights=[c[1] for c in CONVERSATIONS])[0]
    clause, prev = build(env)
    if prev.spans and any(isinstance(v, (P, list, dict)) for _, args in clause.calls for v in args.values()):
        if len(re.findall(r"\w+|[^\w\s]", prev.text + " ".join(s.text for s in clause.segs))) > 44:
            raise Retry("what is copied must fit")
    return clause, prev, None
