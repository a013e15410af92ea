"""Sentences about one task that exists: change, finish, reopen, remove, a step of it, another list, a reminder."""

from .core import carriers

UPDATE_DUE = carriers(r"""
2* put off {task:np} (till|until|to) {due:target}
2* put {task:np} off (till|until|to) {due:target}
2* hold {task:np} over (till|until|to) {due:target}
2* (lose|scrap|wipe|strip) the (date|due date|deadline) (on|from|off) {task:np} => due=@none
5* move {task} to {due:target}
4* (push|shift|bump|change|reschedule|postpone|put off|delay|defer) {task} to {due:target}
3* (push|move|put) {task} back to {due:target}
2* (bring|move|pull) {task} forward to {due:target}
2* (push|put|move|shift|delay|postpone) {task} (back|) {due:shift}
2* (push|postpone|delay|extend|put off|bump|shift) {task} {due:shift}
1* give me {due:shift} more (for|on) {task:np}
1* (postpone|put off|defer|hold off) {task} until {due:target}
2* (reschedule|rearrange|re-schedule|resched|change) {task} (for|to) {due:target}
3* (move|push|change|shift|reschedule) {task} from {_day} to {due:target}
1* {task:np} (moved|has moved|got moved|is moving|has been moved) from {_day} to {due:target}
1* {task:np} is {due} (now|instead) not {_day}
1* (move|change|push|shift) {task} from {_clock} to {due:clock}
1* {task:np} (moved|has moved|got moved|has been moved|changed) from {_clock} to {due:clock}
1* {task:np} (has been|got|is) preponed to {due:target}
2* (push|move|shift|bump) {task} to {due:target}, (i'm tired|i'm busy|i'm ill|i'm stuck at work|it's raining|i can't make it|something came up|no time today|i'm away|he's ill|she can't make it|traffic is bad|they're closed|kids are sick)
1* (i'm ill|something came up|no time today|i'm running late|it's raining|i'm swamped|they're closed today), (move|push|shift) {task} to {due:target}
1* won't (get to|manage|make) {task:np} today, (move|push) it to {due:target} => drop=1
1* (delay|hold) {task:np} (until|till|to) {due:target}
1* {task:np} will be {due} instead
1* {task:np} {due} instead (please|)
1* (have|let's have) {task:np} on {due:daybare} instead
1* need to (move|push) {task} to {due:target}
1* {task:np} (needs|has) to move to {due:target}
2* snooze {task} (until|till) {due:target}
2* snooze {task} (for |){due:amount}
1* extend the deadline (for|of|on) {task:np} {due:shift}
1* extend the deadline (for|of|on) {task:np} to {due:target}
1* {task:np} is on {due:daybare} (instead of|not|rather than) {_day}
2* {task:np} is now {due}
2* {task:np} (is now on|is on|has moved to|moved to|got moved to|has been moved to|has been pushed to|got pushed back to|was rescheduled to|has been rescheduled for|is rescheduled to|has been changed to|is happening) {due:target} (instead|now|)
1* {task:event} (starts|is|begins) at {due:clock} (now|instead)
1* (they've|they have|she's|he's|they|the school|Sam) (moved|pushed|rescheduled|changed|postponed|shifted|bumped) {task:np} to {due:target}
1* {task:np} (isn't|is not) {due:daybare} any more, it's {due:x} => drop=1
1* {task:np} got (pushed|delayed|bumped|moved|shifted|put back) (to|until) {due:target}
1* actually {task:np} is {due}
1* actually, {task:np} is (on|at) {due:target} => drop=1
2* (make|set|change) {task:np} (due |){due:bare}
2* (set|change|make|update) the (due date|deadline|date) (of|for|on) {task} to {due:target}
1* set {task} for {due:target}
1* (change|update) the time (of|for|on) {task} to {due:strongclock}
1* change the (date|day) (of|for) {task} to {due:daybare}
1* (can|could|would|will) you (please |)(move|push|shift|change|reschedule|bump) {task} to {due:target}
1* (please|pls|kindly) (move|shift|reschedule|push|prepone|postpone) {task} to {due:target}
1* prepone {task:np} to {due:target}
1* (kindly |)prepone {task:np} {due:shift}
1* (can|could) we (move|push|shift|do) {task:np} to {due:target}
1* (can|could) {task:np} be moved to {due:target}
1* can {task:np} wait (until|till) {due:target}
1* {task:np} can wait (until|till) {due:target}
1* i('ll| will) (do|finish|get to|handle) {task:np} {due} instead
1* i can't (do|make|manage) {task:np} {due:nokey}, (move it|push it|make it|shift it) to {due:target} => drop=1
1* i('d| would) (rather|prefer to) do {task:np} {due}
1* (let's|lets) (move|push|do|shift) {task:np} (to|on) {due:target}
1* {task:np}: (move|push|change) to {due:target}
1* {task:np} -> {due:target}
1* {task:np} → {due:target}
1* {task:np} to {due:target} (please|pls|instead)
1* i need to (move|reschedule|push|postpone) {task:np} to {due:target}
1* i (moved|pushed|rescheduled) {task:np} to {due:target}
1* (we|i) need to (push|move) {task:np} {due:shift}
1* (bring|move|pull) {task:np} {due:forward}
1* (make|move) {task:np} {due:later}
1* {task:np} is {due:later}
1* {task:np} (is|has been) (delayed|postponed|pushed back|put back) {due:shift}
1* change {task:np} from {due:from} => drop=1
1* {task:np} needs to be done {due:by} (now|instead)
1* {task:np} (isn't|is not) due (until|till) {due:target}
1* the (new |)(deadline|due date) for {task:np} is {due:bare}
1* the deadline for {task:np} (has moved|moved|got moved|was changed) to {due:target}
2* add a (due date|deadline) to {task}: {due:bare}
1* (put|add) a deadline of {due:target} on {task:np}
1* give {task:np} a (deadline|due date) of {due:target}
1* {task:np} should be (due |){due:by}
1* can you make {task:np} {due:bare} instead
1* {task:np}, make it {due:bare}
2* (push|shift|move|kick|bump) {task:np} to next week => drop=1
// clear
2* (remove|clear|delete|drop|take off|get rid of|cancel) the (due date|deadline|date|due) (from|on|of|for) {task} => due=@none
1* {task:np} (has no|doesn't have a|doesn't need a|has no more|no longer has a) (deadline|due date|date) (now|any more|anymore|) => due=@none
1* (make|leave) {task:np} (undated|open ended|without a date) => due=@none
1* no (deadline|due date|date) (for|on) {task:np} (any more|anymore|please|now|) => due=@none
1* take the (date|deadline|due date) off {task:np} => due=@none
1* {task:np} can be whenever, (no date|clear the date|drop the deadline|remove the due date) => due=@none
1* unschedule {task:np} => due=@none
""")
UPDATE_DUE = [c for c in UPDATE_DUE if "drop" not in c.const]

UPDATE_TITLE = carriers(r"""
4* rename {task} to {title:any}
3* (change|edit) {task} to {title:vp}
2* (change|update|edit) the (title|name|text|wording) of {task} to {title:any}
2* rename {task:full} (as|to) "{title:any}"
1* (call|name|retitle) {task:np} "{title:any}" instead
1* {task:np} should (say|be called|read) {title:any}
1* {task:np} should (say|be called|read) "{title:any}"
1* (reword|rephrase|retitle|relabel) {task} (as|to|:) {title:any}
1* (can|could|would) you (please |)(rename|change) {task} to {title:any}
1* i (meant|want) {task:np} to (say|be called|read) {title:any}
1* {task:np} is (really|actually) called {title:np}
1* make {task:np} (say|read) {title:any}
1* replace {task:np} with {title:any}
1* swap {task:np} for {title:any} => drop=1
1* (change|edit) "{task:plain}" to "{title:any}"
1* rename "{task:plain}" to "{title:any}"
1* rename "{task:plain}" "{title:any}"
1* (please|pls) rename {task} to {title:any}
1* {task:np} (got|has been|was) renamed (to |as |){title:np} => drop=1
""")
UPDATE_TITLE = [c for c in UPDATE_TITLE if "drop" not in c.const]

UPDATE_OTHER = carriers(r"""
3* (put|add|write|jot|stick) ('{notes}'|"{notes}") (in|into|under) the notes (of|for|on) {task:np}
2* (put|add|write) {notes} in the notes (of|for|on) {task:np}
3* (take|strip|wipe|peel) (off |away )(all |)(the |its |)(tags|labels) (on|from|of) {task:np} => tags=@clear
2* {task:np} (needs|should have|has) no tags (now|any more|) => tags=@clear
2* no (tags|labels) on {task:np} (please|any more|) => tags=@clear
2* (clear|wipe|remove|delete) (all |)(tags|labels|the labels) (on|from|off|of) {task:np} => tags=@clear
3* (remove|clear|delete|wipe|bin|drop) (the |all |)(notes|note) (on|from|of|for) {task:np} => notes=@none
2* {task:np} (needs|should have) no (notes|note) => notes=@none
4* stop {task:np} (repeating|recurring|coming back|coming round)( please| now|) => repeat=@none
3* (stop|keep|prevent) {task:np} from (recurring|coming back|coming up again) => repeat=@none
2* make {task:np} (stop repeating|stop recurring|happen just once|happen only once) => repeat=@none
2* (no more repeats|no repeating|no recurrence) (for|on) {task:np} => repeat=@none
2* {task:np} (doesn't|does not|won't) repeat (any more|anymore|from now on|now) => repeat=@none
1* {task:np} only once (please|) => repeat=@none
3* (clear|wipe|take) (off |)the (priority) (from|off|on|of) {task:np} => priority=none
2* (set|make|change) {task:np} (to |)no priority => priority=none
2* {task:np} (doesn't need|shouldn't have) a priority => priority=none
2* {task:np} isn't (that |so |)(urgent|important|pressing) (now|any more|after all) => priority=low
// priority
4* make {task} {priority}
3* (set|change|mark|flag) {task} (to|as) {priority}
4* (set|drop|put|change|bring|knock) {task:np} (down to|to|at|on) {priority:word}
3* {task:np} (is|can be|should be) {priority:word} priority
3* (set|change|put) the priority (of|on|for) {task} to {priority:word}
2* {task:np} {_is} {priority} (now|)
2* (mark|flag) {task} as {priority}
1* (bump|raise|lift|move|push) {task:np} (up |)to {priority}
1* (raise|increase|up|bump up) the priority (of|on) {task:np} => priority=high
1* (lower|reduce|drop) the priority (of|on) {task:np} => priority=low
1* (drop|lower|reduce|move|bring) {task:np} (down |)to (low priority|low) => priority=low
1* {task:np} (is|has become|became|just became|is getting) (really |very |super |)(urgent|important|critical) => priority=high
1* {task:np} (isn't|is not|is no longer|isn't that) (urgent|important|a priority|critical) (any more|anymore|) => drop=1
1* (prioritise|prioritize) {task:np} => priority=high
1* (deprioritise|deprioritize) {task:np} => priority=low
1* (remove|clear|drop|take off) the priority (from|on|of) {task:np} => priority=none
1* {task:np} (has|needs) no priority => priority=none
1* (can|could) you (make|mark) {task:np} {priority}
1* {task:np} should be {priority}
1* priority (of|for) {task:np}: {priority:word}
1* {task:np} priority {priority:word}
1* {task:np} is my (top|number one) priority => priority=high
1* (treat|flag) {task:np} as {priority}
1* {task:np} can be {priority:word} priority
// tags
4* tag {task} (with|as) {tags:one}
2* tag {task} {tags:hash}
2* add (the|a) tag {tags:one} to {task}
2* add {tags:hash} to {task:np}
1* add the {tags:word} tag to {task}
1* put (the|a) {tags:word} tag on {task:np}
1* (label|mark) {task:np} {tags:hash}
1* (label|tag) {task:np} as {tags:word} (please|)
1* {task:np} should be tagged {tags:one}
1* {task:np} needs the {tags:word} tag
1* give {task:np} the tag {tags:one}
1* (change|set) the (tag|tags) (of|on|for) {task:np} to {tags:one}
1* {task:np} {tags:hash} => drop=1
1* tag {task:np} with {tags:word} and {tags:w2} => drop=1
1* (remove|clear|delete|take) (all |)the tags (from|off|on) {task:np} => tags=@clear
1* (untag) {task:np} => tags=@clear
1* (can|could) you tag {task} (with|as) {tags:one}
// repeat
4* (make|have) {task:np} repeat {repeat:bare}
3* {task:np} (should repeat|repeats|recurs|should happen|needs to happen|happens) {repeat}
2* repeat {task} {repeat}
2* (make|set) {task:np} (to repeat|recurring|repeat) {repeat:bare}
2* (make|set) {task:np} {repeat:bare}
1* {task:np} is {repeat:bare} now
1* change {task:np} to {repeat:bare}
1* (do|remind me of) {task:np} {repeat}
1* set {task:np} to {repeat:bare}
1* (can|could) you (make|have) {task:np} repeat {repeat:bare}
2* (stop repeating|don't repeat|stop recurring) {task:np} => repeat=@none
1* {task:np} (shouldn't|should not|doesn't need to|no longer needs to) repeat (any more|anymore|) => repeat=@none
1* (remove|clear|cancel|turn off|drop) the (repeat|recurrence|repetition) (on|from|of|for) {task:np} => repeat=@none
1* make {task:np} a (one-off|one off|one time thing) => repeat=@none
1* {task:np} is (just |only |)(a one-off|one time|once|a one time thing) (now|) => repeat=@none
// notes
4* add a note to {task}: {notes}
2* add (the |a |)note "{notes}" to {task}
2* (note on|note for|notes for|note:) {task:np}: {notes}
1* (put|write|leave|stick) a note on {task:np} (saying|that says|to say|:) {notes}
1* add to the notes (of|on|for) {task:np}: {notes}
1* for {task:np}, (note|note that|add a note|add the note|write down)(:|) {notes}
1* add "{notes}" to the notes of {task:np}
1* (note|jot down|add) on {task:np} that {notes}
1* (update|change) the notes (on|for|of) {task:np} to {notes}
1* (can|could) you add a note to {task:np}: {notes}
1* {task:np}: note {notes}
1* (remove|clear|delete) the (note|notes) (from|on|of) {task:np} => notes=@none
// several fields at once, or a list with another field
2* move {task} to {due:target} and make it {priority}
1* make {task:np} {priority} and move it to {due:target}
1* (rename|change) {task} to {title:any} and move it to {due:target}
1* move {task:np} to {due:target} and tag it {tags:one}
1* (set|change) {task:np} to {due:target}, {priority:flag}
1* make {task:np} {priority} and tag it {tags:one}
1* update {task:np}: due {due:bare}, priority {priority:word}
1* update {task:np}: {due:bare}, {tags:hash}
1* {task:np} is now {due:target} and {priority}
1* move {task} to {list:other} and make it due {due:bare}
1* move {task} to the {list:other} list, due {due:bare}
1* put {task:np} (in|on) the {list:other} list and make it {priority}
""")
UPDATE_OTHER = [c for c in UPDATE_OTHER if "drop" not in c.const]

COMPLETE = carriers(r"""
2* {task:event} (has been and gone|came and went|has been|is behind us|is over now)
2* (both |){tasks} (have|have both) (been done|been sorted|gone out|been finished|been paid)
4* {task:np} {_was} (carried out|done|finished|completed|wrapped up|dealt with|seen to|sorted) (this morning|yesterday|earlier|today|last night|on time|just now|this afternoon|on monday|an hour ago)
3* {task:np} (took place|went ahead|happened|went off fine|went fine) (this morning|yesterday|earlier|today|last night|on friday|this afternoon|)
2* (i|we) {task:past} (this morning|yesterday|earlier today|last night|this afternoon|on monday|an hour ago|before lunch)
2* mark {tasks:rows3} (as |)(done|complete|finished) => drop=1
5* (mark|tick|check|cross) {task} (as |)(done|complete|completed|finished)
4* mark {task} (as |)(done|complete|completed|finished)
3* (tick|check|cross) off {task}
3* (tick|check|cross) {task} off
2* (tick|check|cross) {task} off (the|my) list
2* (complete|close out|tick) {task}
5* {task:np} {_is} (done|finished|sorted|complete|completed|sorted out|taken care of|dealt with|all done|out of the way|handled)
2* {task:np} (done|finished|sorted|complete|✅|✔|is done|- done|: done)
3* done with {task:np}
2* {task:np} {_is} (now|finally|all) (done|finished|sorted|complete|paid|signed|sent|in)
2* {task:np} {_has} been (done|completed|finished|sorted|sorted out|paid|sent|booked|fixed|taken care of|dealt with|handled|delivered|collected|cleaned|submitted|signed)
3* {task:np} {_is} (paid|booked|sent|fixed|in the post|cleaned|submitted|signed|ordered|packed|handed in|printed|collected|washed)
2* (i've|I've|i have|ive) (done|finished|completed|sorted|sorted out|taken care of|dealt with|handled) {task:np}
2* (i|I) (did|finished|completed|sorted|handled|just did|just finished|already did|managed to do) {task:np}
6* (i've|I've|i have|I have|ive) {task:pp}
6* (i|I) {task:past}
2* (i|I) (just|already|finally) {task:past}
2* (i've|I've|i have) (just|already|finally|now) {task:pp}
2* just {task:pp}
3* {task:past}
2* {task:past} (today|this morning|earlier|yesterday|last night|just now|already|finally|✅|✓|✔️|🎉)
1* {task:past}, (tick it off|mark it done|done)
2* already {task:pp}
1* finally {task:pp}
1* (we've|we have) {task:pp}
1* (we|mum|Sam|my wife|my husband|she|he|they) {task:past}
1* (Sam|my partner|my wife|she|he|Tom|dad) (has |)(already |just |){task:past} => drop=1
2* (finished|done|completed|just finished|finally finished|just done) {task:ing}
1* i('m| am) (done|finished) {task:ing}
1* i('m| am) done with {task:np}
1* (all |)done with {task:np}
2* done: {task:full}
1* done - {task:np}
2* done {task:ing}
1* that's {task:np} (done|sorted|finished|out of the way)
1* (that's|thats) {task:np} (ticked off|taken care of)
1* (great|phew|yay|woohoo|right|ok|okay|finally|good news)(,|) {task:np} {_is} (done|finished|sorted)
1* (phew|yay|woohoo|right|ok|finally)(,|) {task:pp}
1* (can|could) you (mark|tick) {task:np} (as done|off|as complete|done)
1* (please|pls|kindly) (mark|tick off|check off) {task} (as done|as complete|)
1* {task:np} (can be|should be) (ticked off|marked as done|checked off|closed)
1* you can (tick|cross|check) {task:np} off
1* you can (tick|cross|check) off {task:np}
1* (set|change) {task} to (done|complete)
1* {task:np} (went well|was fine|is over|was great|is behind me|happened)
1* had {task:event} already
1* (been to|went to|back from|just back from|just got back from|just came out of) {task:event}
1* no need to remind me about {task:np}, (it's done|i've done it|already did it|did it already|it's sorted)
1* no need to {task:vp}, (i've done it|already did it|i did it|it's done|Sam did it)
1* i have done with {task:np}
1* i don finish {task:np}
1* {task:np} don do
1* {task:np} is over and done with
1* got {task:np} (done|sorted|finished|out of the way)
1* managed to {task:vp}
1* i managed to {task:vp}
1* (i |)got round to {task:ing}
1* (i |)remembered to {task:vp}
1* turns out {task:np} {_was} already (done|paid|sorted|booked|sent)
1* {task:np} turned out to be done already
1* {task:np} got (done|paid|sorted|fixed|sent|booked|cleaned|finished)
1* complete the (task|todo|item) {task:full}
1* mark the (task|todo) {task:full} (as |)(done|complete)
1* mark {task} ✅
2* (got|bought|picked up|i got|i bought|we got|just bought) {task:item}
2* (tick|cross|check) {task:item} off (the|my) {_list:shop} list
1* (got|bought) {task:item} (at|from) (Tesco|the market|Aldi|the shop|Walmart)
3* {tasks} are (done|finished|sorted)
2* (mark|tick off|check off) {tasks} (as done|)
2* (i've|i have) (done|finished|sorted) {tasks}
1* done with {tasks}
1* (mark|set) {tasks} as (done|complete|completed)
1* {tasks} done
1* (i|we) (did|finished) {tasks}
""")
COMPLETE = [c for c in COMPLETE if "drop" not in c.const]

REOPEN = carriers(r"""
4* reopen {task}
3* (untick|uncheck|unmark) {task}
3* mark {task} as (not done|undone|open|incomplete|unfinished|to do|not finished|pending|not complete|outstanding)
3* {task:np} {_isnt} (done|finished|complete|sorted) (after all|yet|actually|) 
2* {task:np} {_isnt} (actually |really |)(done|finished)
2* actually {task:np} {_isnt} (done|finished|complete|paid|sent|sorted)
1* {task:np} {_is} not (done|finished|complete) (after all|yet|)
2* (i haven't|I haven't|i havent|i have not) (actually |really |)(done|finished|completed) {task:np} (yet|after all|)
3* i haven't (actually |) {task:pp} (yet|after all)
1* i (didn't|did not) (actually|really|end up) {task:vp} => drop=1
1* i didn't (actually |)(finish|do|complete) {task:np}
1* i (ticked|checked|crossed|marked) {task:np} off (by mistake|too early|too soon|by accident)
1* i marked {task:np} (done|as done|complete) (by mistake|too early|by accident|too soon)
1* {task:np} was marked done by mistake
1* (set|change|put) {task} back to (open|to do|not done|todo|undone)
1* (put|bring) {task:np} back on (my|the) list
1* {task:np} (still needs|still has) (doing|to be done|to happen|work)
1* {task:np} needs (doing|to be done) (again|after all)
1* i need to do {task:np} again
1* (can|could) you (reopen|untick|uncheck) {task}
1* (please|pls) (reopen|untick|uncheck) {task}
1* un-complete {task}
1* uncomplete {task}
1* un-tick {task}
1* (restore|bring back|reactivate|revive) {task:np} (to open|from done|from completed|as open)
1* {task:np} came back, (reopen it|mark it open again|it's not done)
1* {task:np} (shouldn't|should not) be (ticked|ticked off|marked done|marked as done|checked off)
1* undo the (tick|check) on {task:np}
1* remove the tick from {task:np}
1* i (was wrong|lied|spoke too soon), {task:np} {_isnt} (done|finished)
1* {task:np} (is |)(open|outstanding) again
1* {task:np} {_isnt} paid after all
1* make {task:np} (active|open|pending) again
1* wait, {task:np} {_isnt} (done|finished) yet
1* (oops|whoops|hmm|wait|sorry|hold on)(,|) {task:np} {_isnt} (done|finished|complete) (yet|)
1* (oops|whoops|sorry)(,|) (reopen|untick|uncheck) {task}
1* {task:np} (is|are) not done o
1* {task:np} never got (done|finished|paid|sent)
1* {task:np} still isn't (done|finished|sorted|paid)
1* take {task:np} (out of|off) (done|completed|the done list)
1* move {task:np} back to (open|to do|todo|not done)
""")
REOPEN = [c for c in REOPEN if "drop" not in c.const]

DELETE = carriers(r"""
3* (the clinic called it off|they double booked|she can't make it|he's on holiday|the office is shut|Sam rang, it's not happening|plans changed|it's raining|they phoned to call it off)(,| so|, so) (take|knock|strike|cross) {task:np} off( the list| my list|)
3* (they double booked|she can't make it|he's on holiday|the office is shut|plans changed|they phoned to call it off|someone else did it)(,| so|, so) (drop|remove|delete|scrap|bin) {task:np}
6* (delete|remove|cancel|drop|scrap|bin|erase) {task}
4* delete {task}
2* (get rid of|ditch|trash|scratch|kill|chuck|chuck out|throw out|lose|nix|axe|dump) {task}
2* (take|strike|knock|remove|delete) {task} (off|from) (my|the) (list|to-do list|tasks|to do list)
4* {task:np} (got cancelled|was cancelled|is cancelled|has been cancelled|is off|is no longer happening|got called off|has been called off|was called off|isn't happening|is not happening|got canceled|is canceled|fell through|is not happening anymore)
2* {task:event} (is off|isn't happening|got cancelled|was called off|is cancelled|fell through|isn't on any more|has been scrapped)
3* (forget|forget about) {task:np}
2* forget {task:ing}
2* (never mind|nevermind|nvm) {task:np}
2* (never mind|nevermind|nvm|forget) about {task:np}
2* never mind {task:ing}
2* (no need|there's no need|no longer any need) to {task:vp} (any more|anymore|now|after all|)
2* (i|we) (don't|dont|do not) (need|have) to {task:vp} (any more|anymore|now|after all|)
2* (i|we) no longer (need|have|want) to {task:vp}
2* (i|we) (don't|dont|no longer) need {task:np} (any more|anymore|)
2* turns out (i|we) don't need to {task:vp}
1* turns out (i|we) don't need {task:np}
2* {task:np} (isn't|is not|is no longer|aren't) (needed|necessary|required|relevant|a thing) (any more|anymore|) => agree=1
1* {task:np} {_is} no longer (needed|necessary|required|relevant)
1* {task:np} {_isnt} needed (any more|anymore)
1* (i'm|we're|im|i am) not {task:ing} (any more|anymore|after all)
1* (i've|we've) decided (not to|against) {task:vpx} => drop=1
1* (i've|we've) decided not to {task:vp}
1* i('m| am) not going to {task:vp} (any more|anymore|after all)
1* (i won't|we won't|i will not) (need to|be able to|bother to) {task:vp}
1* i('m| am) not going to (the |){task:event} => drop=1
1* scrap {task:ing}
1* (cancel|delete|drop|remove|scrap) {task}, (i'm ill|something came up|not needed|it's off|we're not going|changed my mind|found one at home|Sam did it|too expensive|they're closed|no longer needed)
1* scratch {task:np}
2* (don't|dont|do not|stop) remind(ing|) me => drop=1
2* (don't|dont|do not) remind me (about|of) {task:np} (any more|anymore|)
2* (don't|dont|do not) remind me to {task:vp} (any more|anymore|)
1* stop reminding me (about {task:np}|to {task:vp})
1* you (can|don't have to|don't need to) => drop=1
1* you don't (have|need) to remind me (about {task:np}|to {task:vp})
1* you can (delete|remove|drop|scrap|forget) {task:np}
1* (don't|no need to) bother {task:ingx} => drop=1
1* (can|could|would|will) you (please |)(delete|remove|cancel|drop|get rid of) {task}
1* (please|pls|kindly) (delete|remove|cancel|drop) {task}
1* i (want|need|'d like|would like) to (delete|remove|cancel) {task}
1* (let's|lets) (drop|scrap|skip|forget|cancel) {task:np}
1* (skip|leave out) {task:np}
1* {task:np} can go
1* {task:np} - (delete|cancel|remove|scrap)
1* {task:np} (delete it|remove it|cancel it|bin it|scrap it)
1* delete (the|my) (task|todo|reminder|item|entry) {task:full}
1* delete the (task|reminder|todo) (called|named|about|for|to) {task:full}
1* (cancel|remove|delete) (the|my) reminder (for|about) {task:np}
1* (cancel|remove|delete) (the|my) reminder to {task:vp}
1* {task:np} sorted itself out, (delete it|remove it|you can drop it|bin it)
1* (comot|remove) {task:np} (abeg|from the list)
1* {task:np} (has|have) been (scrapped|dropped|called off|binned)
1* they (cancelled|canceled|called off|scrapped) {task:np}
1* (Sam|the school|the doctor|she|he|my boss) (cancelled|canceled|called off) {task:event}
1* i (cancelled|canceled) {task:event}
1* strike {task:np}
1* strike {task} off
1* (take|cross) {task:np} off, (i'm not doing it|we don't need it|it's cancelled|not needed|it's not happening)
1* remove {task} from (my|the) {_list} list
1* delete {task:full} from {_list}
1* (delete|remove|drop|cancel) {tasks}
1* forget {tasks}
1* (we|i) don't need {tasks} (any more|anymore|)
""")
DELETE = [c for c in DELETE if "drop" not in c.const]

SUBTASK = carriers(r"""
4* (put|add|stick|slot) {title:any} (in |)as a (step|subtask|sub-task) (inside|within|in|on|to|under) {task:np}
2* (put|add|stick) {title:vp} (inside|within) {task:np}
2* {task:np} (needs|gets|wants) (a|another|one more) (step|subtask): {title:any}
2* (another|one more|a further) (step|subtask) (for|of|in|under) {task:np}: {title:any}
4* add {title:any} as a (subtask|sub-task|sub task|step) (of|to|under|for) {task:np}
4* add (a |the |)(subtask|sub-task|sub task|step) to {task:np}: {title:any}
2* add (a |the |)(subtask|step) "{title:any}" to {task:np}
2* add {title:any} (under|below|beneath) {task:np}
3* under {task:np}, add {title:any}
2* under {task:np}: {title:any}
2* (subtask|sub-task|step|substep) (for|of|to) {task:np}: {title:any}
2* for {task:np}, add (a |the |)(subtask|step)(:|) {title:any}
1* for {task:np} add the (subtask|step) {title:any}
1* (new|another) (subtask|step) (for|in|on|under) {task:np}: {title:any}
1* (break|split) {task:np} (down|up)(:| into) {titles:npx} => drop=1
1* (put|stick|nest|slot) {title:any} (under|beneath|inside) {task:np}
1* {title:any} is (part|a part|a step|a subtask) of {task:np}
1* {title:any} as a (step|subtask) (in|of|under) {task:np}
1* as part of {task:np}, (add |i need to |){title:vp}
1* as a (step|subtask) of {task:np}, add {title:any}
1* {task:np} > {title:any}
1* {task:np} (needs|has) a (subtask|step)(:| called| named) {title:any}
1* {task:np} also (needs|includes|involves) (a step|a subtask): {title:any}
1* (can|could|would) you (please |)add {title:any} as a (subtask|step) (of|to|under) {task:np}
1* (can|could) you add a (subtask|step) to {task:np} (to|for|:) {title:vp}
1* (please|pls) add {title:any} (under|as a subtask of|as a step of) {task:np}
1* (create|make|give me) a (subtask|sub-task|child task) {title:any} (for|under|of|in) {task:np}
1* (create|make) a (subtask|sub-task) (for|under|in) {task:np}: {title:any}
1* (create|make) a (subtask|sub-task|step) (for|under|in) {task:np} called {title:any}
1* (nest|put) {title:any} under the {task:npbare} task
1* (i need|add) a (step|subtask) on {task:np} (to|for|:) {title:vp}
1* in {task:np}, add a (step|subtask): {title:any}
1* in {task:np} add the step {title:any}
1* to {task:np}, add the (step|subtask) {title:any}
1* first step (of|for) {task:np}: {title:vp}
1* next step (of|for) {task:np} is to {title:vp}
1* one of the steps (of|for) {task:np} is to {title:vp}
1* append {title:any} to {task:np} as a (step|subtask)
1* attach (a subtask|the subtask|a step) {title:any} to {task:np}
1* checklist (for|of) {task:np}: {titles:any3}
2* (add|put) the (subtasks|steps) {titles:any3} to {task:np}
2* add (subtasks|steps) to {task:np}: {titles:any3}
2* (subtasks|steps) (for|of) {task:np}: {titles:vp}
2* (break|split) {task:np} (down into|into|up into|down:|into steps:) {titles:any3}
1* {task:np} has these (steps|subtasks): {titles:any3}
1* under {task:np} add {titles:item}
1* under {task:np}:\n{titles:lines}
1* (steps|subtasks) for {task:np}:\n{titles:lines}
1* add these (steps|subtasks) to {task:np}:\n{titles:lines}
""")
SUBTASK = [c for c in SUBTASK if "drop" not in c.const and "npbare" not in c.pattern]

MOVE = carriers(r"""
3* (wrong list|wrong place|oops wrong list|not there|wrong one)(!|,|:|.) {task:np} (goes|belongs|should go|should be) (under|in|on|into) {list}
2* {task:np} (goes|belongs|should live|lives) (under|in|on|into) (the |my |){list}( list|)
2* (can|could) you (stick|pop|put|move) {task:np} (in|into|under) {list}(?|)
7* move {task} to (my|the|our) {list} list
6* move {task} to {list}
2* (put|stick|shift|drag|pop|file|transfer|switch|send|relocate) {task} (in|into|to|onto) (my|the) {list} list
2* (put|file|shift|transfer|send) {task} (in|into|under|to) {list}
2* {task:np} (belongs|goes|should go|should be|needs to be|ought to be|has to be) (in|on|under) (the |my |){list}( list|)
2* {task:np} (belongs|goes|should be|should go) (in|under) {list}
2* {task:np} is (a|an) {list:other} (thing|task|item)
1* {task:np} should be (in|on) {list}, not {_list}
1* {task:np} is in the wrong list, (move it to|put it in|it should be in) {list}
1* (move|shift|transfer) {task} from (the |my |){_list}( list|) to (the |my |){list}( list|)
1* (move|shift) {task} from {_list} to {list}
1* (move|take) {task:np} out of {_list} and (put it in|into) {list}
1* (can|could|would|will) you (please |)(move|put|shift) {task} (to|in) (my|the) {list} list
1* (can|could) you move {task} to {list}
1* (please|pls|kindly) (move|shift|transfer) {task} to (my|the) {list} list
1* (change|switch|set) the list (of|for|on) {task} to {list}
1* (change|switch) {task:np} to (the |my |){list} list
1* {task:np} -> {list} list
1* {task:np} → {list} list
1* {task:np} to (the |my |){list} list (please|pls|instead)
1* i want {task:np} (in|on) (my|the) {list} list
1* {task:np} (in|on) the {list} list (instead|please)
1* (refile|re-file|recategorise|recategorize) {task:np} (as|under) {list}
1* {list} is where {task:np} (belongs|should be|goes)
1* (i'd rather|i'd like to) have {task:np} (in|on|under) {list}
1* let's (move|put) {task:np} (in|to|under) {list}
1* file {task:np} under {list}
1* (drop|throw|chuck|bung) {task:np} (in|into|onto) (the|my) {list} list
1* put {task:np} with the {list} (stuff|things|tasks)
1* move {task:np} over to (the |){list}( list|)
1* move {task:np} across to (my |){list}
1* {task:np} is for (the |my |){list} list
1* {task:np} got added to the wrong list, it's {list}
1* {task:np} isn't {_list}, it's {list}
1* (assign|allocate|add) {task:np} to the {list} list (instead|)  => drop=1
1* (assign|allocate) {task:np} to (the |){list}( list|)
1* {task:full} → {list}
1* move {tasks:one} => drop=1
2* move {tasks} to (the |my |){list}( list|)
1* put {tasks} (in|on) (the|my) {list} list => drop=1
""")
MOVE = [c for c in MOVE if "drop" not in c.const]

REMIND = carriers(r"""
7* remind me about {task:np} {at:at}
3* remind me (of|re|abt) {task:np} {at:at}
2* remind me {at:at} about {task:np}
3* (ping|nudge|alert|notify|prod|poke|warn|buzz|prompt|bug) me about {task:np} {at:at}
2* (ping|nudge|alert|notify|prod|buzz) me {at:at} about {task:np}
1* (ping|nudge|alert|notify) me re {task:np} {at:at}
3* (set|add|create|put|schedule|make) a reminder (for|on|about|to) {task:np} {at:at}
2* (set|add|put) a reminder {at:at} (for|on|about) {task:np}
1* (set|add) an alert (for|on|about) {task:np} {at:at}
2* (can|could|would|will) you (please |)remind me about {task:np} {at:at}
1* (can|could) you (ping|nudge|alert|notify) me about {task:np} {at:at}
1* (please|pls|kindly) remind me about {task:np} {at:at}
1* {at:at} remind me about {task:np}
1* {at:at}, (remind me about|ping me about|nudge me about) {task:np}
1* don't let me forget {task:np} {at:at}
1* don't let me forget about {task:np} {at:at}
1* don't forget to remind me about {task:np} {at:at}
1* give me a (heads up|nudge|shout|poke|ping|reminder) (about|for) {task:np} {at:at}
1* give me a (heads up|nudge|reminder) {at:at} (about|for) {task:np}
1* i need a reminder (about|for|on) {task:np} {at:at}
1* i (want|'d like|would like) (a reminder for|to be reminded about|to be reminded of|reminding about) {task:np} {at:at}
1* (send|drop) me a reminder (about|for) {task:np} {at:at}
1* {task:np}: (remind me|ping me|reminder) {at:at}
1* {task:np} - (remind me|reminder|ping me) {at:at}
1* reminder (for|about|on) {task:np} {at:at}
1* reminder {at:at} (for|about) {task:np}
1* make sure to remind me about {task:np} {at:at}
1* (nag|pester|bother) me about {task:np} {at:at}
1* let me know about {task:np} {at:at}
1* make sure i (don't forget|remember) {task:np} {at:at}
1* mind reminding me about {task:np} {at:at}
1* wake me up about => drop=1
""")
REMIND = [c for c in REMIND if "drop" not in c.const]

# only where the task exists: without it the sentence adds nothing sensible
REMIND_ONLY = carriers(r"""
3* remind me about {task:np} {at:before}
2* remind me {at:before} {task:event}
1* (ping|nudge|alert|notify) me {at:before} {task:event}
1* (set|add) a reminder for {task:np} {at:before}
1* (give me a heads up|let me know|warn me) {at:before} {task:event}
1* (can|could) you remind me {at:before} {task:event}
1* set the reminder (for|on|of) {task:np} to {at:target}
1* (change|move) the reminder (for|on|of) {task:np} to {at:target}
1* {task:event}: remind me {at:before}
1* i want a reminder {at:before} {task:event}
1* (remove|cancel|clear|turn off|drop) the reminder on {task:np} => at=@none
1* no reminder (for|on) {task:np} (please|any more|) => at=@none
1* remind me to {task:vp} {at:before}
""")
REMIND_ONLY = [c for c in REMIND_ONLY if not c.pattern.startswith("remind me to")]

COMPLETE += carriers(r"""
4* {task:bare} (paid|reviewed|sent|posted|booked|ordered|collected|signed|submitted|delivered|handed in|emailed|fixed|cleaned|packed|printed|renewed|bought|returned|written|called|washed|merged|approved)
2* {task:bare} (paid|sent|posted|booked|collected|signed|submitted|finished|done) (today|this morning|yesterday|already|just now|last night|finally|!)
3* {task:np}'s (done|been done|sorted|been paid|been sent|finished|been booked|been fixed|all done|been sorted|complete|been collected|in the post|ready)
2* {task:event}'s (been|been and gone|happened|over|finished|done)
2* {task:event} (was|went) (fine|well|ok|good|great|alright|smoothly)
2* {task:np} (is|are) (ready|in the bag|signed and sent|a done deal|all finished|submitted|filed|wrapped|all set)
3* {task:past} (already |)(so|,|and|-) (you can |)(tick|check|cross) (it|that|this) off
2* i {task:past} (already |)(so|,) (you can |)(tick it|tick it off|cross it off|mark it done|close it|it can go)
2* i {task:past} so {_that} done => drop=1
2* you can (tick|check|cross) off {task:np}(,| -|) (did it|it's done|sorted|all done|did that already)
2* (finally|just) got {task:np} (done|sorted|finished)
2* (all sorted|all done|job done|done and dusted) with {task:np}
2* consider {task:np} (done|finished|sorted)
2* {task:np}: (done|finished|complete|✓|✅|sorted|tick)
2* {task:np} ✓
2* {task:np} = done
2* (put|log) {task:np} (down |)as (done|finished|complete)
2* {task:np} is (ticked off|completed|complete) now
2* i ended up {task:ing}
2* (sam|my wife|my husband|dad|mum|the office|someone|my flatmate|Priya) (already |)(did|sorted|handled|took care of|dealt with) {task:np}
2* (sam|my wife|dad|the kids|she|he|they) {task:past} (already|yesterday|this morning|today|for me)
2* that's me done with {task:np}
2* (finished|done) with {task:np}(,| -|) (tick it|tick it off|close it|cross it off|finally|at last)
2* (ok|right|so|and|alright|cool)(,|) {task:past}( now| already|)
2* (ok|right|so|and)(,|) i('ve| have) {task:pp}
2* (both |){tasks} (have been|are|were) (done|paid|sent|sorted|finished|completed|posted)
2* i('ve| have|) (did|done|finished|completed|sorted) (both |){tasks}
2* (no longer|not) (outstanding|pending)(:|,) {task:np} => drop=1
2* close (out |off |){task}
2* set {task:np} (to|as) (done|complete|finished)
2* (i'm|im|we're) (back from|finished at|through with) {task:event}
2* {task:np} can be (ticked off|closed|marked complete|crossed off)(,| -|) (it's done|did it today|all sorted|i did it)
""")

DELETE += carriers(r"""
4* no longer (going to|attending|doing|making it to) {task:event}
3* no longer {task:ing}
3* no longer need {task:np}
2* {task:np} (thing |)(isn't|is not|ain't|isnt) happening (anymore|any more|now|after all)
3* {task:event}'s (off|cancelled|been cancelled|not happening|been called off|been scrapped|a no go)( today| this week| now| after all|)
3* (skip|skipping|ditching|bailing on|giving up on|passing on|not doing|not going to) {task:event}( today| this time| this week| after all| tonight|)
2* (i'm|we're|im|were) (skipping|not doing|not going to|giving up on|bailing on|pulling out of|missing|out of) {task:event}( today| after all| tonight|)
3* (forget|scratch|scrap|drop|lose|ditch|bin|delete) {task:np}(,| -) (we found someone|did it online|not worth it|too late now|someone else has it|they closed|it's too expensive|plans changed|no point|not going to happen|it can wait forever|it's not my job)
2* (no|there's no) point (in |){task:ing} (any more|now|anymore)
2* {task:np} can be (scrapped|dropped|deleted|removed|forgotten|binned|taken off)
2* {task:np} (is|are) (cancelled|dead|moot|pointless now|not on any more|scrapped|dropped|not required any more|unnecessary|redundant)
2* we('re| are) no longer {task:ing}
2* (take|get|cross|knock) {task:np} (off|out of) (here|the list|my list|my tasks|there)
2* i won't be {task:ing}( after all| any more|)
2* (don't|dont) need {task:np} (any more|now|after all|anymore|any longer)
2* don't need to {task:vp} (any more|now|after all|anymore)
3* {task:bare} (cancelled|called off|scrapped|not needed|no longer needed|not happening|canceled|postponed indefinitely|is a no)
2* {task:np} (not needed|no longer relevant|no longer required|no longer needed)( any more|)
2* (turns out|looks like|apparently) {task:event} (isn't happening|is off|is cancelled|was cancelled|has been cancelled)
2* (turns out|looks like) (i|we) (won't|don't) (need|have) (to {task:vp}|{task:np})( any more| after all|)
2* {task:np}? (cancelled|not happening|forget it|delete it|bin it|no longer)
2* (we|they|i) (called off|scrapped|axed|cancelled|canned|binned) {task:np}
2* (someone else|Sam|my sister|the agency|another team) is (doing|handling|dealing with) {task:np} now(,| so) (delete it|remove it|take it off|bin it|drop it)
2* i changed my mind about {task:np}
2* (i've|i have) (gone off|given up on) {task:ing}
2* {task:np} (has|have) been (cancelled|taken off the agenda|withdrawn|abandoned)
2* (let's|lets) not (do {task:np}|{task:vp})( after all| any more|)
2* (i'm|we're) not (going to|gonna) bother with {task:np}( any more| after all|)
""")

UPDATE_DUE += carriers(r"""
3* {task:np} (can wait|will have to wait|could wait|has to wait|needs to wait) (til|till|until) {due:target}
3* {task:np} can't (make|do) {_day}, (he's|she's|they're|they are|it's) coming {due} (instead|now|)
2* {task:np} (isn't coming|can't come|won't be here) {_day}(,| -) (it's|coming|he's coming|now coming) {due} instead
3* (skip|not doing|can't do|can't make|won't make|no time for|missing) {task:event} (today|tonight|this week|now)(,| -| so) (do it|move it to|push it to|make it|i'll do it|let's do|put it on|shift it to) {due:target}
4* {task:bare} {due} instead
3* {task:bare} at {due:clock} instead
2* {task:np} {due} instead of {_day}
3* {task:event} is {due:daybare}(,|) not {_day}
2* {task:event} is (at |){due:strongclock}(,|) not {_clock}
3* {task:event}'s (now |been moved to |moved to |on |now on |now at |been put back to |been brought forward to ){due:target}
2* (let's|can we|shall we) (say|do|make) {task:np} {due} instead
2* (let's|can we) (do|make) {task:np} {due:target}
2* i('m| am) doing {task:np} {due} (instead|now)
2* {task:np} - {due:bare} now
2* (reschedule|move|push) {task:np}(:| -| →) {due:bare}
2* {task:np} for {due:target} (instead|please)
3* (change of plan|slight change|update|new plan|correction|small change)(,|:| -) {task:np} (is |is now |now |){due}( instead|)
2* {task:event} (is|has been|was|got) (put|moved|pushed) (back|forward|out) (to|until) {due:target}
2* due date for {task:np}(:| is| is now) {due:bare}
2* (shove|bounce|knock|nudge|roll|carry|slide|kick|hoof|drag) {task} (over |back |on |along |)to {due:target}
2* (give me|i need|i've got|we have) (until|till) {due:target} (for|on|to finish|to do) {task:np}
2* {task:np} is due {due} now
2* {task:np} is now due {due}
2* {task:np} (starts|begins|kicks off) {due} (now|instead)
2* (they|she|he|the dentist|the school|work|the garage|the client) (want|wants|asked) to (move|push|reschedule|change) {task:np} to {due:target}
2* (they|she|he|the dentist|the school|the garage|the client) can only do {task:np} {due}
2* i('ll| will|'m going to) (do|tackle|sort|finish|look at) {task:np} {due} (instead|rather|now)
2* not {_day} for {task:np}, {due:daybare}
2* make {task:np} {due:bare} not {_day}
2* {task:np} should be on {due:daybare}(,|) not {_day}
2* (put|set) {task:np} (down |)for {due:target} (instead|now|rather)
2* (drop|remove|scrap|lose) the time (from|on|of) {task:np} => drop=1
2* (pull|bring) {task:np} (in|forward|up) to {due:target}
2* (extend|stretch) {task:np} (to|till|until) {due:target}
2* {task:np} got delayed (to|until|till) {due:target}
2* {task:np} slipped to {due:target}
2* no time for {task:np} {_day}, (do it|make it|try) {due}
""")
UPDATE_DUE = [c for c in UPDATE_DUE if "drop" not in c.const]
COMPLETE = [c for c in COMPLETE if "drop" not in c.const]

UPDATE_OTHER += carriers(r"""
3* bump {task:np} (up |down |)to {priority}
2* (bump|push|move) {task:np} up (the list|in priority|a notch) => priority=high
2* {task:np} (is|are) {priority} (priority |)now => drop=1
2* {task:np} (just got|is|are) (super|really|very|so|pretty|) (urgent|important|critical)( now|) => priority=high
2* {task:np} (can wait|isn't a priority|is not a priority|isn't important|is no rush|isn't a rush|is not that important) => drop=1
2* (make|mark|flag) {task:np} (as |)(a |)(top|high) priority( now| please|) => priority=high
2* (mark|flag|star) {task:np} (as |)(urgent|important|critical) => priority=high
2* (take|remove) the (urgent|high priority|importance) (flag|mark|label) (off|from) {task:np} => priority=none
2* {task:np} is about {_keep} => drop=1
2* (note|remember|fyi)( for| on| about) {task:np}(:| -|,) {notes}
2* {task:np} notes?: {notes} => drop=1
2* (attach|stick|put|write) (the |a |)note (to|on|against) {task:np}(:| -) {notes}
2* (add|put) {notes} as a note (on|to|for) {task:np}
2* (add|put) "{notes}" (as a note on|to the notes on|on|to) {task:np}
2* {task:np} (happens|comes round|is on|runs) {repeat} => drop=1
2* (set|make|turn) {task:np} (to|into) (a |)(repeating|recurring)( task|)(,|:) {repeat:bare}
2* have {task:np} (come up|pop up|recur) {repeat}
2* {task:np} from now on {repeat:bare}
2* (add|put) (the |)tags {tags:word} (to|on) {task:np}
2* (file|tag|label|mark) {task:np} (as|with|under) (the tag |tag |){tags:hash}
2* move {task:np} to {due:target}(,| and) (mark|make|flag|set) it (as |)(urgent|high priority|important) => priority=high
2* {task:np}(:| -) {priority}
2* change {task:np}'s priority to {priority:word}
2* set {task:np}'s (due date|deadline) to {due:target}
2* (change|update) {task:np}'s (title|name) to {title:any}
2* (add|put) (more detail|details|info) (to|on) {task:np}: {notes}
""")
UPDATE_OTHER = [c for c in UPDATE_OTHER if "drop" not in c.const]

UPDATE_TITLE += carriers(r"""
3* {task:np} (should be|is really|is actually|was meant to be) "{title:any}"
2* (correct|fix) {task:np}( to|:| ->) {title:any}
2* (fix|correct) the (typo|spelling) in {task:np}(:|, it's|, should be) {title:any}
2* {task:full} -> {title:any}
2* i (misspelled|mistyped|got) {task:np}( wrong|)(,|:) (it's|should be|i meant) {title:any}
2* call {task:np} {title:any} (instead|from now on)
2* change (the wording|the name|the title|the text) (of|on) {task:np} to "{title:any}"
2* {task:np} (needs|wants) a new (name|title): {title:any}
""")

REOPEN += carriers(r"""
3* bring back {task:np}(,| -| -|) (it failed|it broke again|still not right|it's back|not fixed|they rejected it|it came back|it isn't right)
2* {task:np} (broke|failed|came undone|bounced|came back|needs doing|needs redoing|has to be done) again
2* {task:np} (needs|need) (another go|redoing|re-doing|a second go)
2* i never (actually |)(did|finished|got round to|completed|sorted) {task:np}
2* i (lied|spoke too soon) about {task:np}
2* (revive|resurrect|reinstate|re-open|reactivate) {task:np}
2* i still (have|need) to (do|finish|sort) {task:np}(,| -) (reopen it|untick it|put it back)
2* i (didn't|did not|didnt) (actually |really |)(do|finish|complete|sort|manage) {task:np}( yet| after all|)
2* {task:np}: not done (yet|after all|actually)
2* (not|isn't) (done|finished): {task:np} => drop=1
2* (take|remove) the (tick|check|checkmark) off {task:np}
2* {task:np} (is|are) back on( again|)
2* {task:np} (shouldn't|should not) have been (ticked|closed|marked done|completed)
2* i (closed|completed|ticked|finished) {task:np} (by accident|by mistake|too soon|too early)
""")
REOPEN = [c for c in REOPEN if "drop" not in c.const]

REMIND += carriers(r"""
4* put a {at:strongclock} reminder on {task:np} (for|on) {at:daybare}
2* put a reminder on {task:np} {at:at}
3* (set|put|stick|add|pop) a reminder (on|for) {task:np} for {at:target}
2* (set|put|add) a {at:strongclock} (reminder|alert|nudge) (for|on|about) {task:np}
2* (buzz|ping|nudge|prod|tell) me {at:at} (re|about) {task:np}
2* {at:at} (nudge|ping|reminder|alert) (about|for|re) {task:np}
2* reminder for {task:np}(:| -) {at:target}
2* i want (pinging|nudging|reminding) about {task:np} {at:at}
2* {task:np}(,| -|:) (nudge|remind|ping|alert) me {at:at}
2* (remember|don't forget) to (nudge|ping|remind|alert) me about {task:np} {at:at}
2* (can|could) (u|you|ya) (nudge|remind|ping) me {at:at} (about|re) {task:np}
2* remind me {at:at} (re|about|of) {task:np} (please|pls|again|once more)
2* remind me again (about |of ){task:np} {at:at}
2* {task:np} needs a reminder {at:at}
2* give {task:np} a reminder {at:at}
2* (set|change|move) {task:np}'s reminder (for|to) {at:target}
""")

REMIND_ONLY += carriers(r"""
3* (nudge|ping|alert|remind|warn|tell|buzz) me {at:before} {task:event}
3* (nudge|ping|alert|remind|warn) me about {task:np} {at:before}
2* {at:before} {task:event}(,|) (remind|nudge|ping|alert) me
2* (set|put|add) a reminder (for |on |){task:np} {at:before}
2* (set|put|add) a reminder {at:before} {task:event}
2* {task:np}: reminder {at:before}
2* remind me of {task:np} {at:before}
""")

MOVE += carriers(r"""
3* {task:np} should be (in|on|under) {list}(,|) not {_list}
2* {task:np} (lives|belongs) (in|on|under) {list}(,|) not {_list}
2* (move|shift|pop|stick|put) {task} (over |across |)(to|in|into|on) {list} (instead|please|now)
2* {task:np} (is|was) meant (for|to be in|to be on) (the |my |){list}( list|)
2* {task:np} (is|are) for {list}
2* (send|swap|switch|reassign|refile) {task:np} (over |)(to|into) {list}
2* {list} (should have|gets|can have|is the place for) {task:np}
2* (move|put) {tasks} (in|into|to) {list}
2* take {task:np} (off|out of|from) {_list} and (put|stick) it (in|on) {list}
2* change {task:np}'s list to {list}
2* {task:np}(:| ->| →) {list} list
""")

SUBTASK += carriers(r"""
3* for {task:np}(,|) add (the |these |)(steps|subtasks|items)(:| -) {titles:any3}
3* for {task:np}(,|) add (the |these |)(steps|subtasks)(:| -) {titles:vp}
2* {task:np} (steps|subtasks|checklist)(:| -) {titles:any3}
2* (break|split|chop) {task:np} (down |up |)(into|in)(:|) {titles:any3}
2* (break|split) {task:np} (down |up |)into {titles:vp}
2* (add|put) {titles:item+and} (under|as subtasks of|as steps of|to the subtasks of) {task:np}
2* (add|put) {title:any} (under|inside|beneath|below) {task:np}
2* {task:np} (needs|includes|also needs) (the |a |)(step|subtask|extra step)(:| -|) {title:vp}
2* (a |)(step|subtask|sub-task) (of|for|in) {task:np} (is|would be|will be)(:|) {title:any}
2* (add|create|make|put) subtask {title:vp} (to|in|on|under|for) {task:np}
2* add (the |)step {title:vp} (to|in|on|under|for) {task:np}
2* as a (first|next|last|final) step (of|for|in) {task:np}(,|:) {title:vp}
""")
