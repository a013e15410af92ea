"""Sentences about several tasks at once, about lists, and about taking back."""

from .core import carriers

POSTPONE = carriers(r"""
// by tag, word, priority, list, being late
4* (all|all the|the|my) (tasks|ones|things|jobs) tagged {f.tag} (should|can|must|need to|have to) (move|wait|be moved|be pushed|slip) (to|till|until) {due:target}
3* (everything|anything|whatever is) tagged {f.tag} (moves|slips|should move|can wait|gets pushed|has to move) (to|till|until) {due:target}
2* (everything|anything) (with|under|carrying) the {f.tag:word} tag (moves|slips|should be moved|can wait) (to|till|until) {due:target}
3* (push|bump|slide|shunt|move|shift) (everything|all tasks|anything|all the ones|all) (with|containing|that says|mentioning) {f.text:topic} (in it|in the title|in the name|) to {due:target}
2* (push|bump|move|shift) (everything|all tasks|anything) with ("{f.text:topic}"|'{f.text:topic}') in (it|the title|the name) to {due:target}
2* (everything|anything) (mentioning|about|to do with) {f.text:topic} (can wait|moves|slips|should wait) (to|till|until) {due:target}
4* (push|bump|slide|move|shift|postpone) (all |all the |all my |the |my |){f.priority:adj} (ones|jobs|tasks|stuff|things) to {due:target}
2* (all |)(the |my ){f.priority:adj} (ones|tasks|jobs) can wait (till|until) {due:target}
2* (push|move|shift) everything (marked|flagged|set to|with) {f.priority:adj} to {due:target}
3* (slide|bump|shunt|move|push) (the|all the|my) (late|overdue|missed) (lot|ones|jobs|stuff) to {due:target} => f.status=overdue
2* (everything|anything|whatever) (that's |that is |)(late|overdue|past its date) (moves|slips|gets pushed|should move|can move) to {due:target} => f.status=overdue
3* (i've got flu|i feel awful|the train's cancelled|power's out|kids are off school|i'm stuck in traffic|change of plan|the van broke down|boss is away|i overslept), (push|bump|slide|move|shift) (all |all of |){f.due:possessive} (stuff|jobs|things|tasks) to {due:target}
3* (push|bump|slide|move|shift) (all |all of |){f.due:possessive} (stuff|jobs|things|tasks) to {due:target} (apart from|except|except for|bar|but not) {except}
2* (i've got flu|i feel awful|power's out|change of plan|i'm stuck in traffic), (push|bump|slide|move) (all |all of |){f.due:possessive} (stuff|jobs|things) to {due:target} (apart from|except|bar|but not) {except}
3* (push|bump|move|shift) everything tagged {f.tag} to {due:target} (apart from|except|bar|but not) {except}
2* (push|bump|move|shift) everything in {f.list} (apart from|except|bar|but) {except} to {due:target}
2* (the |all the |){f.list:other} (jobs|stuff|tasks|things) can wait (till|until) {due:target}
2* (all |everything |)(in |from ){f.list} (slips|moves) to {due:target}
5* (move|push|shift|postpone|bump|reschedule) everything (from |due |on |for |){f.due:stretch} to {due:target}
4* (move|push|shift|postpone|bump|reschedule) {f.due:possessive} (tasks|stuff|to-dos|things|list|reminders) to {due:target}
2* (push|postpone|move|shift|delay) {f.due:possessive} (tasks|stuff|to-dos|things) (back |){due:shift}
3* (move|push|shift|postpone|bump) (everything|all tasks|all my tasks|all the tasks|all) (in|on|from|under) (my |the |){f.list}( list|) to {due:target}
2* (move|push|shift|postpone|bump) (all |all my |all the |my |the |){f.list:other} (tasks|stuff|things|to-dos) to {due:target}
3* (move|push|shift|postpone|bump) (everything|all tasks|all|anything|all the tasks) tagged {f.tag} to {due:target}
1* (move|push|shift) (all |my |)#{f.tag:word} (tasks|stuff|ones|things) to {due:target}
4* (move|push|shift|postpone|bump|reschedule) (everything|all tasks|anything|all|whatever is|everything that's) overdue to {due:target} => f.status=overdue
3* (move|push|shift|postpone|bump|reschedule) (all |my |all my |the |)(overdue|late) (tasks|ones|stuff|things|items) to {due:target} => f.status=overdue
4* (move|push|shift|postpone|bump|reschedule) (everything|all|all my tasks|all tasks|it all|the lot|all of it|every task) to {due:target} => f.status=open
2* (push|postpone|delay|shift|move) (everything|all my tasks|all tasks|it all|the lot|all of it) (back |){due:shift} => f.status=open
2* (push|postpone|delay|shift) everything (on |for |){f.due:stretch} (back |){due:shift}
1* (push|postpone|delay|shift) everything (in|on) (the |my |){f.list}( list|) (back |){due:shift}
2* (move|push|shift|postpone|bump) everything (except|but|apart from|other than|bar) {except} to {due:target} => f.status=open
2* (move|push|shift|postpone|bump) everything (from |for |on |){f.due:stretch} (except|but|apart from|other than) {except} to {due:target}
1* (move|push|shift|postpone) everything (from |for |on |){f.due:stretch} to {due:target} (except|but not|apart from|other than) {except}
1* (move|push|shift|postpone) everything to {due:target} (except|but not|apart from) {except} => f.status=open
2* (move|push|shift|postpone) (everything|all the|all) overdue (tasks |stuff |)(except|but|apart from) {except} to {due:target} => f.status=overdue
1* (move|push|shift) everything overdue to {due:target} (except|but not|apart from) {except} => f.status=overdue
1* (move|push|shift) everything (in|on) (the |my |){f.list}( list|) to {due:target} (except|but not|apart from) {except}
1* (move|push|shift) everything tagged {f.tag} to {due:target} (except|but not) {except}
1* leave {except} but (move|push) everything else to {due:target} => f.status=open
1* (move|push|shift|postpone) {f.due:possessive} (tasks|stuff) to {due:target}(,|) (except|but not|apart from) {except}
1* (move|push|shift|postpone) all (the |my |){f.list:other} tasks (except|but|apart from) {except} to {due:target}
2* (move|push|shift|postpone|bump) (all |my |all my |the |)(low priority|low-priority|non-urgent|unimportant|less important) (tasks|ones|stuff|things) to {due:target} => f.priority=low
1* (move|push|shift|postpone|bump) (all |my |all my |the |)(high priority|urgent|important) (tasks|ones|stuff|things) to {due:target} => f.priority=high
1* (move|push|shift|postpone) (all |my |the |)(medium priority|normal priority) (tasks|ones) to {due:target} => f.priority=medium
1* (move|push|shift|postpone|bump) (everything|all tasks|anything) (about|to do with|related to|for) (the |){f.text:topic} to {due:target}
1* (move|push|shift|postpone|bump) all (the |my |){f.text:topic} (tasks|reminders) to {due:target} => drop=1
1* (move|push) everything (due |from |){f.due:stretch} (in|on) (the |my |){f.list}( list|) to {due:target}
1* (move|push) {f.due:possessive} {f.list:other} tasks to {due:target}
1* (move|push|postpone) everything (due |){f.due:stretch} tagged {f.tag} to {due:target}
1* (can|could|would) you (please |)(move|push|shift|postpone|reschedule) everything (from |on |for |){f.due:stretch} to {due:target}
1* (can|could) you (please |)(move|push|shift) all (my |the |)(overdue|late) (tasks|stuff) to {due:target} => f.status=overdue
1* (please|pls|kindly) (move|shift|postpone|push) everything (from |on |for |){f.due:stretch} to {due:target}
1* (please|pls|kindly) (move|shift|postpone) all (the |my |){f.list:other} tasks to {due:target}
1* (please|kindly) shift all pending (tasks|work|items) to {due:target} => f.status=open
1* i('m| am) (sick|ill|off|away|not well|swamped|out) {_due:open}, (move|push|shift) everything to {due:target} => special=1
1* {f.due:stretch} is (full|packed|too much|too busy|a write-off), (move|push|shift) (it all|everything|all of it) to {due:target}
1* (nothing|none of it) (is getting done|is happening|will happen|gets done) {f.due:open}, (move|push) (it all|everything) to {due:target}
1* clear {f.due:stretch} and move everything to {due:target}
1* clear my {f.due:dayword} => drop=1
1* everything (due |on |for |from |){f.due:stretch} can wait (until|till) {due:target}
1* everything (in|on) (the |my |){f.list}( list|) can wait (until|till) {due:target}
1* everything overdue (can wait until|goes to|should move to) {due:target} => f.status=overdue
1* (let's|lets) (move|push|do|shift) everything (from |on |){f.due:stretch} to {due:target}
1* (put off|defer|hold off) everything (due |from |on |){f.due:stretch} (until|till|to) {due:target}
1* (put off|defer) (all|all the|my|all my) {f.list:other} (tasks|stuff) (until|till|to) {due:target}
1* (set|change) the (due date|deadline|date) of (everything|all tasks|all the tasks) (in|on) (the |my |){f.list}( list|) to {due:target}
1* (make|set) everything (in|on) (the |my |){f.list}( list|) due {due:bare}
1* (make|set) everything tagged {f.tag} due {due:bare}
1* do {f.due:possessive} (tasks|stuff|list) {due} instead
1* (carry|roll) (everything|all) (from |){f.due:stretch} over to {due:target}
1* (carry|roll) over {f.due:possessive} (tasks|stuff) to {due:target}
1* roll (over |)(everything|whatever's|all that is) (unfinished|left|not done) to {due:target} => f.status=open
1* (anything|whatever's|whatever is|everything) (left|unfinished|not done|still open) (today |)goes to {due:target} => f.status=open special=2
1* (reschedule|postpone) (the|all|all the) (overdue|late) (ones|stuff|tasks) (for|until) {due:target} => f.status=overdue
1* {f.due:possessive} (tasks|stuff|list) -> {due:target}
1* overdue -> {due:target} => f.status=overdue
1* everything (from |){f.due:stretch} -> {due:target}
1* (prepone|bring forward) (everything|all tasks) (in|on) (the |my |){f.list}( list|) to {due:target}
1* (push|move|snooze) (everything|all) (due |){f.due:stretch} (by |)a (day|week) => drop=1
1* snooze (everything|all) (due |for |){f.due:stretch} (until|till) {due:target}
1* snooze (all the |all my |all |the )(overdue|late) (tasks|ones) (until|till) {due:target} => f.status=overdue
""")
POSTPONE = [c for c in POSTPONE if "drop" not in c.const and "special" not in c.const]

DELETE_MANY = carriers(r"""
3* (everything|anything|all tasks|all the ones|every task) with {f.text:topic} in (it|the title|the name) (should go|has to go|needs deleting|can be deleted|is no longer needed)
3* (everything|anything|all tasks|every task) with ("{f.text:topic}"|'{f.text:topic}') in (it|the title|the name) (should go|has to go|can be binned|can be deleted)
3* (delete|bin|scrap|remove|trash|drop) (everything|anything|all tasks|all the ones|every task) (with|containing|that says|mentioning) {f.text:topic}( in it| in the title|)
2* (delete|bin|scrap|remove) (everything|all tasks) with ("{f.text:topic}"|'{f.text:topic}') in (it|the title|the name)
2* (everything|anything) (about|to do with|mentioning) {f.text:topic} (should go|can be deleted|can be binned|has to go)
4* (bin|trash|ditch|dump|scrap|axe|chuck|zap|wipe|delete) (all the|the|all my|every) (overdue|late|past due|expired|missed) (lot|tasks|stuff|things|jobs) => f.status=overdue
2* (everything|anything|whatever's) (overdue|late|past its date) (should go|can go|can be binned|has to go|can be deleted) => f.status=overdue
2* (get rid of|bin|delete) (all |)the (overdue|late) (ones|tasks) (but not|except|apart from|bar) {except} => f.status=overdue
4* (bin|trash|scrap|delete|remove|ditch) (all |all the |all my |the |my |){f.priority:adj} (ones|jobs|tasks|stuff|things)
2* (all |)the {f.priority:adj} (ones|tasks|jobs) (should go|can go|can be deleted)
3* (all|all the|the|my) (tasks|ones|things) tagged {f.tag} (should go|can go|can be deleted|are no longer needed|can be binned)
2* (everything|anything) tagged {f.tag} (should go|can go|can be deleted|is no longer needed|can be binned)
2* (delete|bin|scrap) everything tagged {f.tag} (bar|except|apart from|but not) {except}
2* everything in {f.list} (but|except|apart from|bar) {except} (can go|can be deleted|should go)
2* (empty|clear out|clear) {f.list} (but leave|but keep|except for|apart from) {except}
2* (all |)(the |my ){f.list:other} (tasks|jobs|things) (can be deleted|can be binned|should go)
2* (delete|bin) everything (from|on|for) {f.due:stretch} (bar|except|apart from) {except}
4* (delete|remove|clear|erase|cancel|drop|bin|scrap) everything (due |for |from |on |){f.due:stretch}
3* (delete|remove|clear|erase|cancel|drop|bin) (all |all of |){f.due:possessive} (tasks|stuff|to-dos|things|reminders)
4* (delete|remove|clear|erase|drop|bin) (everything|all tasks|all the tasks|all|all the items|every task) (in|on|from|under) (my |the |){f.list}( list|)
3* (clear|empty|wipe|clear out|empty out) (my|the|our) {f.list} list
2* (clear|empty|wipe) {f.list}
1* (clear|empty|wipe) (everything|all the items|all items|all) (off|from|out of) (my|the) {f.list} list
2* (delete|remove|bin|drop) (all |all my |all the |my |the ){f.list:other} (tasks|stuff|things|to-dos)
3* (delete|remove|clear|drop|bin|erase) (everything|all tasks|all|anything|all the tasks) tagged (with |as |){f.tag}
2* (delete|remove|clear|drop) (all |all the |)#{f.tag:word} (tasks|stuff|ones|things)
1* (delete|remove) (all |)tasks with the tag {f.tag}
1* (delete|remove) everything with the {f.tag:word} tag
4* (delete|remove|clear|drop|bin|cancel) (everything|all|all tasks|anything|whatever is|everything that's) overdue => f.status=overdue
3* (delete|remove|clear|drop|bin) (all |my |all my |the |all the )(overdue|late|past due|expired) (tasks|ones|stuff|things|items|reminders) => f.status=overdue
5* (delete|remove|clear|erase|wipe|bin|scrap) (everything|all my tasks|all tasks|it all|every task|all of them|the lot|all reminders|all my reminders|all the tasks|all my to-dos) => f.status=open
1* (get rid of|wipe out|nuke|trash) (everything|all my tasks|every task|it all|the lot) => f.status=open
1* (start from scratch|clean slate), (delete|remove) everything => f.status=open
1* (delete|cancel) all (of |)my (tasks|reminders|to-dos) (please|) => f.status=open
3* (delete|remove|clear|drop|bin) everything (except|but|apart from|other than|bar|save) {except} => f.status=open
2* (delete|remove|clear|drop) all (my |the |)tasks (except|but|apart from|other than) {except} => f.status=open
1* (delete|remove|clear|drop) everything (in|on) (my |the |){f.list}( list|) (except|but|apart from) {except}
1* (delete|remove|clear|drop) everything (due |for |on |){f.due:stretch} (except|but|apart from|but not) {except}
1* (clear|empty) (my|the) {f.list} list (except|but keep|apart from) {except}
1* (delete|remove|clear|drop) everything (in|on) (my |the |){f.list}( list|) (but|and) keep {except}
1* (delete|remove|clear|drop) everything (due |for |on |){f.due:stretch} but keep {except}
1* (delete|remove|drop) (everything|all tasks) overdue (except|but|apart from) {except} => f.status=overdue
1* keep {except} (and|but) (delete|remove|clear) (everything else|the rest|all the others) => f.status=open
1* (delete|remove|clear) (everything|all tasks) tagged {f.tag} (except|but not|apart from) {except}
2* (delete|remove|clear|drop|bin) (all |my |all my |all the |the )(low priority|low-priority|unimportant|non-urgent) (tasks|ones|stuff|things|items) => f.priority=low
1* (delete|remove|drop) (all |all my |the )(high priority|urgent) (tasks|ones|reminders) => f.priority=high
1* (delete|remove|drop) (all |all my |the )(medium priority|normal priority) (tasks|ones) => f.priority=medium
2* (delete|remove|clear|drop|bin|cancel) (everything|all tasks|anything|all reminders|all) (about|to do with|related to|regarding|mentioning|involving) (the |){f.text:topic}
1* (delete|remove|cancel) all (my |the |){f.text:topic} (tasks|reminders) => drop=1
1* (delete|remove) (all |every |)tasks? (that mention|mentioning|containing|with) {f.text:topic} => drop=1
1* (delete|remove) all tasks (that mention|mentioning|containing) {f.text:topic}
1* (delete|remove) (all |)(the |my |)(old|ancient) (tasks|stuff) => drop=1
1* (can|could|would) you (please |)(delete|remove|clear) (everything|all the tasks) (in|on|from) (my |the |){f.list}( list|)
1* (can|could|would) you (please |)(delete|remove|clear) (everything|all the tasks) tagged {f.tag}
1* (please|pls|kindly) (delete|remove|clear) everything (due |for |on |){f.due:stretch}
1* (please|pls|kindly) (delete|remove|clear) (everything|all tasks) (in|on) (my |the |){f.list}( list|)
1* (please|pls|kindly) (delete|remove|clear) all (the |my |)(overdue|late) (tasks|ones) => f.status=overdue
1* i (don't|dont|no longer) need (anything|any of the tasks|any of the stuff) (in|on|from) (the |my |){f.list}( list|) (any more|anymore|)
1* i (don't|dont|no longer) need (anything|any of the tasks) tagged {f.tag} (any more|anymore|)
1* none of {f.due:possessive} (tasks|stuff) (matters|is needed|are needed|matter) (any more|anymore|now), (delete|remove|bin) (it|them)
1* (cancel|scrap|call off) everything (i had |i have |planned |)(for |on |){f.due:stretch}
1* {f.due:stretch} is cancelled, (delete|remove|clear) (everything|it all)
1* (delete|remove|clear) {f.due:stretch}
1* forget (everything|all the things) (for |on |){f.due:stretch}
1* (take|knock) everything off (my|the) {f.list} list
1* remove everything overdue (from|in|on) (the |my |){f.list}( list|) => f.status=overdue
1* (delete|remove) (everything|all tasks) due {f.due:stretch} (in|on) (the |my |){f.list}( list|)
1* (delete|remove) (all |the )(low priority|unimportant) tasks (in|on) (the |my |){f.list}( list|) => f.priority=low
1* (delete|remove) (all |the )(completed|done|finished) tasks (in|on|from) (the |my |){f.list}( list|) => f.status=done
1* (clear|remove) (what's done|the done ones|completed ones) (in|on|from) (the |my |){f.list}( list|) => f.status=done
""")
DELETE_MANY = [c for c in DELETE_MANY if "drop" not in c.const]

CLEAR = carriers(r"""
3* (purge|zap|wipe|prune|flush|nuke|dump|clear|delete) (done|completed|finished) (tasks|entries|things|stuff|jobs)
2* (purge|zap|flush|prune) (the |all the |my |)(done|completed|finished|ticked) (ones|tasks|entries|jobs|stuff)
2* (purge|zap|flush|sweep up|tidy away) (completed|finished|what's done|everything done|everything ticked)
5* (clear|delete|remove|erase|purge|clean up|clean out|clear out|get rid of|bin|sweep away|hide|flush|drop) (all |all the |all my |my |the |)(completed|done|finished|ticked|ticked-off|checked-off|closed|crossed off|complete) (tasks|ones|items|stuff|things|to-dos|todos|reminders)
3* (clear|delete|remove|clean up|get rid of|bin) (everything|all|anything|all the tasks|whatever|all tasks) (that's done|that is done|i've finished|i've done|i have completed|that's finished|i've ticked off|that's complete|i've already done|done|completed|finished|that are done|that are finished|that's been done|i finished)
2* (clear|clean up|empty|delete) (completed|done|finished)
1* (clear|delete|remove|wipe) (the |my |)(done|completed|finished) (list|pile|section)
1* (can|could|would) you (please |)(clear|delete|remove|clean up|get rid of) (the |all |my |all the )(completed|done|finished) (tasks|ones|stuff|items)
1* (please|pls|kindly) (clear|delete|remove|clean up) (the |all |my |)(completed|done|finished) (tasks|ones|items)
1* (tidy up|clean up|tidy) (the |)(done|completed|finished) (stuff|ones|tasks)
1* (tidy up|clean up|clear up) what('s| is) (done|finished|completed)
1* (i don't need|i don't want) to see (the |)(done|completed|finished) (ones|tasks|stuff) (any more|anymore|)
1* (no need to keep|don't keep) (the |)(done|completed|finished) (ones|tasks|stuff)
1* (throw away|throw out|chuck|chuck out|dump|trash|ditch|scrap) (the |all |all the |my )(done|completed|finished) (ones|tasks|stuff|items|to-dos)
1* (sweep|flush) (away |)(what i've done|the finished ones|the done ones|completed tasks)
1* (archive|wipe) (all |the |all the |my )(done|completed|finished) (tasks|ones|stuff)
1* (take|knock) (the |all the )(done|completed|finished) (ones|tasks) off (my|the) list
1* (remove|clear) (all the |the |)(ticks|ticked ones|checked ones|crossed-out ones|crossed out ones|ticked off ones)
1* (remove|delete|clear) tasks (i've|i have|that i've|that i have|we've) (done|finished|completed|already done|ticked off)
1* (clear|clean) (out |up |)completed
1* (done tasks|completed tasks|finished ones|the done ones): (delete|clear|remove)
1* (everything|anything|all) (i've finished|i've done|that's done|completed|ticked off) can (go|be deleted|be removed|be cleared)
1* the (done|finished|completed) (ones|tasks|stuff) can (go|be deleted|be removed)
1* (i'm|im) (finished|done) with the completed (ones|tasks), (clear them|delete them|remove them)
""")

CREATE_LIST = carriers(r"""
6* (create|make|start|add|set up|open|begin) (a |a new |another |new )list (called|named|for|titled|by the name of) {name}
2* (create|make|start|set up) (a |a new |new )list for (the|my|our) {name:other}
4* (create|make|start|add|set up) (a|a new|another) {name} list
3* new list: {name}
2* new list {name}
2* new list (called|named|for) {name}
2* (create|make|start|add) (a |a new |)list: {name}
1* (create|make|start) (a |a new |)list "{name}"
2* (can|could|would|will) you (please |)(create|make|start|set up|add) (a |a new )list (called|named|for) {name}
1* (can|could|would) you (please |)(create|make|start) (a|a new) {name} list
1* (please|pls|kindly) (create|make|start) (a |a new |)list (called|named|for|titled) {name}
1* i (need|want|'d like|would like) (a|a new|another) list (called|named|for) {name}
1* i (need|want|'d like|would like) (a|a new) {name} list
1* (let's|lets) (make|create|start|have) (a|a new) list (called|named|for) {name}
1* (let's|lets) (make|create|start|have) (a|a new) {name} list
1* list: {name} => drop=1
1* (create|add|make) {name:quoted} as a (new |)list
1* (add|create) list {name}
1* (create|make) list (named|called|with name) {name}
1* (make|start) me a list (for|called) {name}
1* (make|start) me a {name} list
1* (give me|set me up with) a list (for|called) {name}
1* (give me|set me up with) a {name} list
1* (create|make|start|open) (a |)(separate|different|fresh|blank|new) list (for|called) {name}
1* there should be a list (for|called) {name}
1* i('m| am) (starting|making) a (new |)list (for|called) {name}
1* a (new |)list (for|called) {name}(, please| please|)
1* +list {name}
1* we need a list (for|called) {name}
1* we need a {name} list
1* can i (have|get) a list (for|called) {name}(?|)
1* (make|create) a list and (call|name) it {name}
1* (start|open) a (fresh|new) list, {name}
""")
CREATE_LIST = [c for c in CREATE_LIST if "drop" not in c.const]

RENAME_LIST = carriers(r"""
3* rename (the list|list|my list) (called |named |){list:odd} to {name}
2* rename (the|my) {list:odd} list to {name}
3* {list} (needs to be renamed|wants renaming|is to be renamed|should be renamed|must be renamed|has to be renamed) (to|as) {name}
2* (the|my|our) {list} list (needs to be renamed|wants renaming|should be renamed|has been renamed) (to|as) {name}
2* {list} (needs to|must|has to|should) (be called|become) {name}
3* (rename|change) the list (called |named |){list} (to|into) {name}
2* (rename|retitle) (my|the|our) {list} (list|one) {name:quoted}
1* {list} is out, call (it|the list) {name} => drop=1
6* rename (my |the |our |){list} list (to|as) {name}
4* rename {list} to {name}
3* (change|update|edit) the name of (the |my |){list}( list|) to {name}
3* (call|name) (the|my|our) {list} list {name} (instead|from now on|now|)
1* (rename|retitle|relabel) the list {list} (to|as) {name}
2* (change|edit) (the|my) {list} list('s name|) to {name} => plain=1
1* (can|could|would|will) you (please |)rename (my |the |){list} list (to|as) {name}
1* (can|could) you rename {list} (to|as) {name}
1* (please|pls|kindly) rename (my |the |){list}( list|) (to|as) {name}
1* (the|my) {list} list should be (called|named) {name}
1* (the|my) {list} list should be (called|named) {name:quoted}
1* (the|my) {list} list is (now |)(called|named) {name}
1* {list} should be called {name} (instead|from now on|)
1* i want (the|my) {list} list (to be |)(called|named|renamed) {name}
1* i('d| would) like to rename (the|my) {list} list (to|as) {name}
1* rename list: {list} -> {name}
1* rename list {list} to {name}
1* rename list {list} {name:quoted}
1* (give|) (the|my) {list} list (a new name:|the name) {name} => drop=1
1* give (the|my) {list} list the name {name}
1* give (the|my) {list} list a new name: {name}
1* (the|my) {list} list needs a new name: {name}
1* (the|my) {list} list, call it {name} (instead|from now on|)
1* from now on {list} is (called |){name}
1* from now on call (the|my) {list} list {name}
1* the list (called|named) {list} should be {name}
1* change list name from {list} to {name}
1* change the (title|name) from {list} to {name} => drop=1
1* turn (the|my) {list} list into {name}
1* (let's|lets) (call|rename) (the|my) {list} list {name:quoted}
1* {list} list -> {name}
1* list {list}: rename to {name}
1* (rename|name) "{list}" to "{name}" => drop=1
1* rename the list "{list}" to "{name}"
1* replace the list name {list} with {name}
""")
RENAME_LIST = [c for c in RENAME_LIST if "drop" not in c.const]
for c in RENAME_LIST:
    c.const.clear()

DELETE_LIST = carriers(r"""
2* (delete|remove|bin) the list (called |named |){list:odd}
1* (delete|remove|drop) (my|the) {list:odd} list
8* (delete|remove|drop|erase|get rid of|bin|trash|scrap) (my|the|our|that) {list} list
3* (delete|remove|drop|erase|get rid of) the list (called|named|for) {list}
2* (delete|remove|drop) list {list}
2* delete (the |)list: {list}
2* i (don't|dont|no longer) need (my|the|that) {list} list (any more|anymore|)
2* (we|i)('re|'m| are| am) (done|finished) with (the|my|our) {list} list(, delete it|, remove it|, bin it) => fix=1
1* (can|could|would|will) you (please |)(delete|remove|drop|get rid of) (my|the|our) {list} list
1* (please|pls|kindly) (delete|remove|drop) (my|the|our) {list} list
1* i (want|need|'d like|would like) to (delete|remove|get rid of) (my|the) {list} list
1* (the|my) {list} list (can go|can be deleted|can be removed|is no longer needed|isn't needed any more|is not needed anymore)
1* (ditch|dump|chuck|lose|kill|axe|nuke|destroy) (my|the|that) {list} list
1* throw (away|out) (my|the) {list} list
1* (delete|remove) (the |my |)(whole|entire) {list} list
1* (delete|remove) (my|the) {list} list (and everything in it|with everything in it|completely|entirely|and all its tasks)
1* no need for (a|the|my) {list} list (any more|anymore|)
1* list {list}: (delete|remove)
1* {list} list: (delete|remove) it
1* (take away|do away with|dispose of) (my|the) {list} list
1* we don't need (a|the) {list} list (any more|anymore|)
1* (the|my) {list} list is (obsolete|useless|finished|done), (delete it|remove it|bin it)
1* (let's|lets) (delete|drop|scrap|bin) (the|our) {list} list
1* delete the list {list}
1* delete "{list}" list
1* remove the "{list}" list
1* (remove|delete) {list:other} from my lists
1* forget (about |)(the|my) {list} list
1* (kindly|pls) remove the list (called|named) {list}
1* we won't need the list for {list} (any more|anymore)
1* -list {list}
1* (get rid of|bin|scrap) the list (called|named) {list}
""")
for c in DELETE_LIST:
    c.const.clear()

UNDO = carriers(r"""
5* undo (both|both of them|those two|these two|both changes|the two of them|both of these|the two changes) => steps=2
3* (take|roll|put) both (of them |of those |changes |)back => steps=2
2* (revert|reverse|cancel out) (both|both of them|both changes|the last two) => steps=2
3* undo the last (two|2|couple) => steps=2
2* undo (all three|all 3|the last three|those three|the three of them) => steps=3
1* undo all (four|4) => steps=4
1* undo the last (four|4|four things) => steps=4
6* undo
3* undo (that|it|this|the last one|the last thing|the last change|my last change|last|last action|the last action|what you just did|please|what i just did|the last step|the last command)
2* (can|could) you undo (that|it|the last thing|this|the last change)(?|)
1* (please|pls|kindly) undo (that|it|the last one|)
2* (take|put) (that|it) back
1* (revert|reverse|roll back|rollback|cancel out) (that|it|this|the last change|the last one|my last change|the last action)
1* (revert|rollback|roll back|ctrl z|ctrl+z|cmd z|ctrl-z|go back|step back|back)
1* (never mind|nevermind|nvm)(,| that,|) (undo|undo that|undo it|take it back|put it back)
1* (oops|whoops|sorry|wait|no|no wait|hang on|ah no|argh|damn)(,|) (undo|undo that|undo it|take that back|go back|revert that|put it back)
1* (oops|whoops|wait|no|no no|hold on)(,|) (that was a mistake|i didn't mean that|i didn't mean to do that|that's not what i meant, undo|not that|wrong one, undo)
1* (that was|that's) (a mistake|an accident|wrong, undo it|not what i wanted, undo|wrong, undo that|not right, undo)
1* i (didn't mean to do that|didn't want that|take that back|changed my mind, undo that|changed my mind, undo|made a mistake, undo|pressed enter too soon, undo)
1* (scratch that|scrap that, undo|forget that, undo it|strike that) => amb=1
1* undo the (delete|deletion|rename|move|reminder|last delete|removal|postponement|change|addition|edit|clear)
1* (bring back|restore|get back|un-delete|undelete|recover) (what i just deleted|the one i just deleted|the last thing i deleted|what you just deleted|the tasks you just deleted|them|the deleted task|the deleted tasks)
1* (put everything back|put things back|put it back the way it was|put them back|restore everything|bring everything back|change it back|set it back|make it like before)
1* undo the last (change|thing|action|step) (please|i made|you made|)
2* undo (the |my |)last {_steps} (changes|things|actions|steps|) => drop=1
4* undo (the |my |)last {steps} (changes|things|actions|steps|ones|edits|commands|)
2* undo {steps} (steps|times|changes|actions|things)
2* (roll back|revert|take back|reverse) (the |my |)last {steps} (changes|things|actions|steps|edits|)
1* go back {steps} (steps|changes|)
1* undo twice => steps=2
1* undo that twice => steps=2
1* undo the last couple of (changes|things) => steps=2
1* undo three times => steps=3
1* undo x{steps:digit}
1* (can|could) you undo (the |my |)last {steps} (things|changes|actions)(?|)
1* step back {steps} (times|steps|)
1* take back (the |my |)last {steps} (things|ones|)
1* i made {steps} mistakes, undo them
1* abeg (undo am|undo that one|reverse am)
""")
UNDO = [c for c in UNDO if not {"drop", "amb"} & set(c.const)]

REDO = carriers(r"""
6* redo
4* redo (that|it|this|the last one|please|the last change|the last thing|what i undid|what you just undid)
2* (can|could) you (please |)redo (that|it|the last change|what i undid)(?|)
2* (please|pls|kindly) redo (that|it|the last one|)
2* (do|put) (it|that) again => amb=1
2* (actually|no|wait|hmm|sorry)(,|) redo (that|it|)
2* undo the undo
2* undo (that|my|the last) undo
1* (reverse|revert|cancel|take back) the undo
1* (no|actually|wait|hmm)(,|) (i did want that|i do want it|keep it|it was right|that was right|it was fine|leave it in|i did mean that), redo( it| that|)
1* (reapply|re-apply|re-do|redo) (the change|that change|it|what you undid|what i just undid|the changes)
1* (ctrl y|ctrl+y|ctrl shift z|cmd shift z|ctrl-y)
1* (go|step) forward (again|one step|a step|)
1* (bring|put) back what (i|you) (just |)undid
1* restore what (i|you) (just |)undid
1* (i shouldn't have undone|i didn't mean to undo|don't undo|i did not want to undo) that
1* (shouldn't have undone that|didn't mean to undo that)(, redo|)
1* un-undo (that|)
1* redo the last (undo|undone change|thing i undid|step)
1* (undoing that was a mistake|the undo was a mistake|that undo was wrong)(, redo|)
1* (make|apply) the change again
1* (do|make) that change again(,|) (please|)
1* repeat what i (just |)undid
1* (ok|okay) redo (then|it then|that then)
1* let's redo that
1* i want (it|that|the change) back, redo
""")
REDO = [c for c in REDO if "amb" not in c.const]

UNDO += carriers(r"""
3* (undo|revert|reverse|roll back|take back) (the |my |)last {steps}
2* (oops|whoops|sorry|argh|no)(,|) undo (the |my |)last {steps}( things| changes| actions|)
2* (oops|whoops|sorry|wait)(,|) (undo|take back) {steps}( things| steps| changes|)
2* (go|step|jump|roll) back {steps}( steps| changes| actions| times|)
2* undo {steps}
2* (can|could) you (go|step|roll) back {steps}( steps| changes|)(?|)
2* undo the last {steps} (things|changes) (i|you|we) did
2* (undo|revert) everything i did in the last {_steps} minutes => drop=1
2* (back out|reverse out|wind back|rewind) (the last {steps}|{steps} steps|{steps} changes)
2* (back out|wind back|rewind) (that|it|the last change)
2* (that wasn't|that isn't|not) what i (wanted|meant|asked for)(,| -|) (undo|undo it|undo that|revert|put it back|change it back)
2* (undo|scrap|reverse) (my last|what i just did|what you've just done|the thing you just did)
2* (changed my mind|on second thoughts)(,| -|) (undo|undo that|undo it|put it back)
2* (put|set|change|turn) (that|it|things|everything) back (how|the way|as) (it|they) (was|were)( before|)
2* one step back( please|)
2* (ctrl|cmd|control)(-| |\+)z
2* u (undo|n do) => drop=1
""")
UNDO = [c for c in UNDO if "drop" not in c.const]

POSTPONE += carriers(r"""
3* everything (on|from|for|due) {f.due:stretch} can (move|go|shift|be moved|be pushed) to {due:target} (apart from|except|except for|bar|but not) {except}
3* everything (on|from|for|due) {f.due:stretch} can (move|go|shift|wait|be moved|be pushed) (to|till|until) {due:target}
2* (push|move|shift|postpone) everything {f.due:stretch} to {due:target} (except|apart from|but not|bar) {except}
2* (push|move|shift|bump) (all |)(my |the |){f.list:other}( stuff| tasks| things|) to {due:target}
2* (push|move|shift|bump|postpone) all {f.list} to {due:target}
2* (move|push|shift|postpone|bump) (all |)(my |the |)(late|overdue|missed) (things|tasks|ones|stuff|bits) (to|until|till) {due:target} => f.status=overdue
2* (anything|everything|whatever) overdue (to|->|gets moved to|should be) {due:target} => f.status=overdue
2* (take|move) everything off {f.due:daylong} and put it on {due:target} => drop=1
2* (nothing|i can't do anything) {f.due:open}(,|) (push|move|shift) (it all|it|everything) to {due:target}
2* (delay|postpone|push|bump) (all|all of|the whole of|everything on) {f.due:stretch} (to|until|till) {due:target}
2* (delay|postpone|push|bump) (all|all of|the whole of|everything on) {f.due:stretch} {due:shift}
2* (clear|free up) {f.due:stretch}(,|) (move|push) (it all|everything) to {due:target}
2* all (of |)my {f.list:other} tasks (to|should be|are now due|are due) {due:target}
""")
POSTPONE = [c for c in POSTPONE if "drop" not in c.const]

DELETE_MANY += carriers(r"""
3* (clear|wipe|clean out|empty) (my |the |all of |all |){f.due:stretch}
2* (delete|bin|remove|scrap|ditch) all (of |)(my |the |){f.list:other} (tasks|stuff|things)
2* (delete|bin|remove|clear) (all |everything |)(that's |that is |)(overdue|late) (except|apart from|but not|bar|but keep) {except} => f.status=overdue
2* (delete|bin|remove|clear) everything (except|apart from|but|bar) {except} => f.status=open
2* only keep {except}(,|) (delete|bin|remove) (the rest|everything else|all the others) => f.status=open
2* (delete|bin|remove|scrap) everything (for|on|due|from) {f.due:stretch}
2* (i want|i'd like) (to clear|to delete|to wipe) (everything|all my tasks|the lot) => f.status=open
2* (erase|wipe|delete|remove) (all|everything|all the things|all of it|every single task|all tasks) (please|now|) => f.status=open
2* nothing (on|for) {f.due:stretch} is happening(,|) (delete|bin|remove) (it all|everything)
2* {f.due:stretch} is (off|cancelled)(,|) (delete|bin|remove|scrap) (it all|everything)
""")

RENAME_LIST += carriers(r"""
3* call (the|my|our) {list} list {name} (instead|from now on|please|now)
2* {list} (is|becomes) {name} (now|from now on)
2* (rename|retitle) {list} (list |)(to|as|:|->) {name}
2* (the|my) {list} list (is|should be|becomes) {name} (now|from now on|instead)
2* (change|switch) {list} to {name}( as the list name|, the list| \(the list\)) => drop=1
2* {list}'s new name is {name}
2* (can|could) (u|you|ya) rename {list} (to|as) {name}
2* (make|turn) (the|my) {list} list (into |)(the |){name}( list| one|) => drop=1
""")
RENAME_LIST = [c for c in RENAME_LIST if "drop" not in c.const]

CREATE_LIST += carriers(r"""
3* (make|create|start|set up) (a |)list for (the |my |our |)(upcoming |){name:other}
2* (new|another|fresh) list(,|:|) "{name}"
2* (can|could) (u|you|ya) (make|start|create) (me |)(a|another) list (called|named|for) {name}
2* (i'm gonna|i will|i'll) need a list for {name}
2* (add|create|make) (a |)(new |)list(:| -) {name}
2* (start|open|create) {name} as a new list
""")

CLEAR += carriers(r"""
3* (clear|clean|tidy|get rid of|wipe|purge|sweep) (out |up |away |)(the |all the |all |my |)(completed|finished|done|ticked|ticked off) (stuff|things|tasks|ones|items|to-dos)
2* (wipe|clear|delete|remove|bin|hide|archive|purge|tidy) (everything|anything|whatever|all) (that's|that is|which is|i've) (done|finished|completed|ticked off|ticked)
2* (clear|empty) (the |my |)(done|completed|finished)( pile| list| section| ones|)
""")
