"""Sentences that look: several tasks, one thing, counts, what next; exports and help."""

from .core import carriers

LIST = carriers(r"""
2* (show|list|which|what) tasks (have|with) no priority(?|) => priority=none
2* (sort|order|list|show) (my |the |all |)(tasks|stuff|jobs|to-dos) (by|in order of) (deadline|due date) => sort=due
2* (sort|order|list|show) (my |the |all |)(tasks|stuff|jobs|to-dos) (by|in order of) (age|creation|date added) => sort=created
2* (sort|order|list|show) (my |the |all |)(tasks|stuff|jobs|to-dos) by (title|name) => sort=title
2* (sort|order|list|show) (my |the |all |)(tasks|stuff|jobs|to-dos) (by|in order of) (priority|urgency) => sort=priority
1* (show|open) (me |)the list (called |named ){list:odd}
1* (show|open) (me |)(my|the) {list:odd} list
3* (what|which things|which jobs|which ones) (have i|did i) (tick off|cross off|knock out|manage|manage to do|get through|wrap up) (so far|already|this far|up to now|)(?|) => status=done fix=1
3* what (have i|'ve i) (ticked off|crossed off|got through|managed|completed|wrapped up) (so far|already|up to now|)(?|) => status=done
3* (let me see|show me|show|list) (what's|what is|everything that's|the ones that are|everything) (ticked off|crossed off|finished|completed|done) (in|on|from) (the |my |){list}( list|) => status=done
2* (done|finished|completed|ticked off) (tasks|things|jobs|ones) (in|on|from) (the |my |){list}( list|)( please| pls|) => status=done
2* what('s| is| has been) (done|finished|completed|ticked off) (in|on) (the |my |){list}( list|)(?|) => status=done
2* what('s| has) (been |)(done|finished|ticked off) (so far|already|up to now)(?|) => status=done
4* (open|pending|unfinished|outstanding|remaining|active) (jobs|items|things|ones|tasks) (in|on|under) (the |my |){list}( list|)( please|) => status=open
2* (which|what) (jobs|tasks|ones|things) are (still |)(open|outstanding|to do|unfinished) (in|on) (the |my |){list}( list|)(?|) => status=open
2* (open|pending|unfinished|outstanding) (jobs|items|things|ones|tasks) tagged {tag} => status=open
2* (late|overdue|missed) (jobs|items|things|ones|tasks) (in|on|under) (the |my |){list}( list|) => status=overdue
2* (done|overdue|late) (ones|tasks) tagged {tag} => drop=1
4* (show me |list |show |let me see |)(everything|all tasks|anything|all|every task) (with|containing|that has|that mentions) (the word |)(|"{text:topic}"|'{text:topic}'|{text:topic}) (in it|in the title|in the name) => empty=1
3* (show me|list|show|let me see) (everything|all tasks|anything|every task) (with|containing|mentioning) (the word |)("{text:topic}"|'{text:topic}'|{text:topic})( in it| in the title|)
2* (everything|all tasks|anything|every task) (with|containing|mentioning) (the word |)("{text:topic}"|'{text:topic}'|{text:topic})( in it| in the title|)( please|)
3* (list|show|sort|order|view|arrange) (by|them by|it by|everything by|all by|the lot by|tasks by) (deadline|due date|due day|when it's due|the date) => sort=due
3* (list|show|sort|order|view|arrange) (by|them by|it by|everything by|all by|the lot by|tasks by) (priority|importance|urgency|how urgent they are) => sort=priority
3* (list|show|sort|order|view|arrange) (by|them by|it by|everything by|all by|the lot by|tasks by) (title|name|alphabet|the alphabet|first letter) => sort=title
3* (list|show|sort|order|view|arrange) (by|them by|it by|everything by|all by|the lot by|tasks by) (date added|when they were added|creation date|age|creation|when i made them) => sort=created
2* (by|sorted by|in order of) (deadline|due date)( please|) => sort=due
2* (by|sorted by|in order of) (priority|importance|urgency)( please|) => sort=priority
2* (alphabetical|alphabetical order|a to z|A-Z|sorted by title|by title)( please|) => sort=title
2* (newest|latest|last added|recently added) (first|on top|at the top)( please|) => sort=created
2* (oldest|first added) (first|on top) => sort=created
2* (show|list|open|sort) (my |the |){list}( list|) (by|sorted by|in order of) (priority|urgency|importance) => sort=priority
2* (show|list|open|sort) (my |the |){list}( list|) (by|sorted by|in order of) (deadline|due date) => sort=due
2* (show|list|open|sort) (my |the |){list}( list|) (by title|a to z|alphabetically) => sort=title
2* (show|list|open|sort) (my |the |){list}( list|) (newest first|by date added|by creation date) => sort=created
5* (show|list|see|view) (me |)(all|everything|anything|all tasks|every task) (that's |that is |)(tagged|labelled) (with |as |){tag}
3* (which|what) (ones|tasks|jobs|things) (are tagged|have the tag|are labelled|carry) {tag}(?|)
2* (show|list) (me |)(the |my |all |)(stuff|ones|tasks|jobs) (with|under) (the |)(tag |){tag}( tag|) => drop=1
4* (show|list|see) (me |)(the |my |all |all the |){priority:adj} (tasks|ones|stuff|jobs|things)
4* (which|what) (tasks|things|jobs|of these) are {priority:adj}(?|)
2* {priority:adj} (ones|tasks|jobs|things)( please| only|)(?|)
2* (anything|is there anything|do i have anything) {priority:adj}(?|)
2* {priority:adj} (ones|tasks|jobs) in {list}(?|)
2* (which|what) (tasks|ones) (have|has) no priority(?|) => priority=none
2* {due:possessive} (jobs|things|stuff|bits)
2* what('s| is) on at (the |)weekend(?|) => drop=1
// all
3* (show me |show |list |display |view |open |show us )(my |the |all my |all the |all |)(tasks|to-dos|todos|to dos|list|reminders|stuff)
2* (show|list) (me |)everything
2* what('s| is) on my (list|plate|to-do list|todo list|task list|to do list)(?|)
2* what do (I|i) have to do(?|)
2* what do (I|i) (need|have) to get done(?|)
1* what (are|r) my (tasks|to-dos|todos|reminders)(?|)
1* what have i got (to do|on|going on)(?|)
1* (can|could) (you|i) (show|see|list) (me |)(my |all my |the )(tasks|todos|list|reminders)(?|)
1* (my tasks|my list|my todos|tasks|list|todo list|reminders|my reminders|all tasks|list tasks|ls|task list)
1* read (me |out |)my (list|tasks|to-do list|reminders)
1* (let me see|pull up|bring up|give me|go through) my (list|tasks|reminders|to-dos)
1* what('s| is) there to do(?|)
// due
5* what('s| is) on {due:open}(?|)
3* what('s| is) (due|happening|planned|scheduled|coming up|up|left|on) {due:onstretch}(?|)
4* what do (I|i) have {due:onstretch}(?|)
3* what have (I|i) got (on |){due:onstretch}(?|)
3* what do (I|i) (need|have) to do {due:onstretch}(?|)
3* (show|list|display|show me) (my tasks|the tasks|all tasks|tasks|my to-dos|todos|my reminders|everything|all my stuff|things) (for|due) {due:stretch}
2* (show|list) (me |){due:possessive} (tasks|to-dos|todos|list|reminders|agenda)
2* {due:possessive} (tasks|list|agenda|to-dos|todos|schedule|reminders)(?|)
2* what (are|r) (my |){due:possessive} (tasks|to-dos|reminders)(?|)
2* what('s| is) on my (list|plate|agenda|calendar|schedule|to-do list) {due:onstretch}(?|)
1* what('s| is) (my|the) (plan|agenda|schedule) (for|on) {due:stretch}(?|)
1* what does my {due:openword} look like(?|) => drop=1
2* what does {due:stretch} look like(?|)
1* what('s| is) {due:stretch} looking like(?|)
2* (anything|is there anything|do i have anything|have i got anything|got anything) (on |due |planned |)(for |){due:onstretch}(?|)
2* am i (free|doing anything|busy with anything) {due:onstretch}(?|)
1* (tasks|reminders|todos|everything|all) (for|due) {due:stretch}
1* {due:stretch}?
1* {due:stretch} tasks
1* (which|what) (tasks|things) are due {due:onstretch}(?|)
1* (can|could) you (show|tell) me what('s| is) (on|due) {due:onstretch}(?|)
1* (tell me|remind me) what('s| is) (on|due|happening|planned) {due:onstretch}
1* remind me what i (have|need) to do {due:onstretch}
1* what am i (doing|supposed to do|meant to do|supposed to be doing) {due:onstretch}(?|)
1* what should be done {due:by2}? => drop=1
1* what needs (doing|to be done|to get done|to happen) {due:onstretch}(?|)
1* what must i do {due:onstretch}(?|)
1* everything due {due:stretch}(, please|)
1* agenda (for |){due:stretch}
1* what('s| is) for {due:open}(?|)
1* wetin (dey|i get) for {due:open}(?|)
1* show me what('s| is) (due|coming up|planned|on) {due:onstretch}
1* which (tasks|ones) (have|need) to be done {due:onstretch}(?|)
// list
5* (show|show me|open|open|display|view|pull up|bring up|see|go to|switch to|let me see|can i see|give me) (my|the|our) {list} list
3* what('s| is) (on|in) (my|the|our) {list} list(?|)
2* what('s| is) (on|in) {list}(?|)
1* (show|show me|open) {list:shop}
1* (open|show me|show) {list}
2* (show|list) (me |)(everything|all tasks|all the tasks|tasks|what's) (in|on|under) (my |the |){list}( list|)
1* {list} list
1* {list} list?
1* {list} tasks
1* (show|list) (my |all |the |){list} tasks
1* (read|read out|go through) (me |)(my|the) {list} list
1* what (tasks|things|items) are (in|on) (my|the) {list} list(?|)
1* what do i (have|need) (on|in|from) (my|the) {list} list(?|)
1* what('s| is) left (on|in) (the|my) {list}( list|)(?|) => status=open
1* what('s| is) still (open|to do|outstanding|left) (in|on) {list}(?|) => status=open
1* what else is on (the|my) {list} list(?|)
1* (can|could) (you show me|i see|we see) (my|the|our) {list} list(?|)
1* (is there|do i have|have we got) anything (on|in) (the|my) {list} list(?|)
1* what('s| is) due {due:onstretch} (in|on) (the |my |){list}( list|)(?|)
1* (show|list) {due:possessive} {list} tasks
1* what do i have (in|for) {list} {due:onstretch}(?|)
1* open the list (called|named) {list}
1* show (done|completed|finished) tasks (in|on) {list} => status=done
1* (overdue|late) tasks in {list}(?|) => status=overdue
1* anything overdue (in|on) (the |my |){list}( list|)(?|) => status=overdue
// tag
3* (show|list) (me |)(everything|all tasks|tasks|things|all|what's) tagged (with |as |){tag}
2* (show|list) (me |)(my |the |all |)#{tag:word} (tasks|stuff|ones|things|)
2* what('s| is) tagged {tag}(?|)
1* (tasks|everything|all|things) (tagged|with the tag|with tag) {tag}
1* #{tag:word}?
1* (which|what) tasks (are tagged|have the tag|carry the tag) {tag}(?|)
1* (filter|filter by) (tag |){tag:hash}
1* what do i have under #{tag:word}(?|)
1* anything tagged {tag} {due:onstretch}(?|)
1* #{tag:word} tasks {due:onstretch}
1* show #{tag:word} tasks in {list}
// priority
3* (show|list) (me |)(my |all |the |)(high priority|high-priority|top priority|urgent|important|critical|p1) (tasks|things|ones|stuff|items|to-dos) => priority=high
2* what('s| is) (urgent|important|top priority|most important|high priority|critical|most urgent)(?|) => priority=high
1* (anything|is there anything|do i have anything|have i got anything) (urgent|important|critical|high priority)(?|) => priority=high
1* (anything|do i have anything|what's) (urgent|important|high priority) {due:onstretch}(?|) => priority=high
1* (which|what) tasks are (urgent|important|high priority|critical)(?|) => priority=high
1* (show|list) (me |)(my |all |the |)(low priority|low-priority|least important|non-urgent|p3) (tasks|things|ones|stuff) => priority=low
1* what('s| is) (low priority|not urgent|least urgent)(?|) => priority=low
1* (show|list) (me |)(my |all |the |)(medium priority|normal priority|p2) (tasks|things|ones) => priority=medium
1* (urgent|important|high priority) (tasks|stuff|things)(?|) => priority=high
1* (urgent|important|high priority) tasks in {list}(?|) => priority=high
1* what('s| is) (urgent|important|high priority) (in|on) (the |my |){list}( list|)(?|) => priority=high
1* tasks with (no|without a) priority => priority=none
1* show tasks without (a |)priority => priority=none
1* (high priority|urgent|important) (tasks|things|stuff) (due |for |){due:stretch}(?|) => priority=high
1* (show|list) (me |)(high priority|urgent|important) (tasks|things) (due |for |){due:stretch} => priority=high
1* (show|list) (me |)(high priority|urgent|important) tasks tagged {tag} => priority=high
1* (which|what) {list:other} tasks are due {due:onstretch}(?|)
1* (which|what) {list:other} tasks are (urgent|high priority)(?|) => priority=high
1* what('s| is| all is) pending (for |){due:onstretch}(?|) => status=open
1* open tasks (due |for |){due:stretch} => status=open
1* (show|list) (open|unfinished|pending) tasks (in|on) (the |my |){list}( list|) => status=open
1* (show|list) (open|unfinished|pending) tasks tagged {tag} => status=open
// status
4* what('s| is) overdue(?|) => status=overdue
2* (show|list) (me |)(all |my |the |)(overdue|late|past due|missed) (tasks|things|ones|stuff|items|reminders|) => status=overdue
2* (anything|is anything|do i have anything|have i got anything|is there anything) (overdue|late|past due)(?|) => status=overdue
1* what (am i|have i) (behind on|late with|late on|missed)(?|) => status=overdue
1* what (did i miss|have i missed|should have been done by now|should i have done already|is late|slipped)(?|) => status=overdue
1* which (tasks|ones) are (overdue|late|past due|past their date)(?|) => status=overdue
1* overdue(?|) => status=overdue
1* overdue (tasks|stuff) => status=overdue
1* which deadlines (did i miss|have i missed|have passed)(?|) => status=overdue
3* (show|list) (me |)(all |my |the |)(done|completed|finished|ticked off|closed) (tasks|things|ones|stuff|items|to-dos|) => status=done
2* what (have i|did i) (done|do|finished|finish|completed|complete|get done|got done|ticked off)(?|) => status=done fix=1
2* what (have i done|did i do|did i get done|did i finish|have i finished|have i completed) {due:onstretch}(?|) => status=done
1* what('s| is) (done|already done|been done|finished)(?|) => status=done
1* completed tasks(?|) => status=done
1* which (tasks|ones) are (done|finished|completed)(?|) => status=done
2* what('s| is) (left|still open|outstanding|still to do|pending|not done|remaining|unfinished|left to do|still pending)(?|) => status=open
1* what haven't i done(?|) => status=open
1* what (do i still|have i still) (have to do|need to do|got to do|got left)(?|) => status=open fix=1
2* (show|list) (me |)(all |my |the |)(open|unfinished|outstanding|pending|incomplete|undone|remaining|active) (tasks|things|ones|stuff|items|to-dos|reminders) => status=open
1* what('s| is) left (for|to do) {due:open}(?|) => status=open
1* what('s| is) (left|still open|outstanding) {due:onstretch}(?|) => status=open
1* (open|pending|outstanding) tasks(?|) => status=open
1* what (is|are) pending from my side(?|) => status=open
// text
3* (show|list) (me |)(everything|all tasks|all the tasks|tasks|all my tasks|all reminders|anything) (about|to do with|related to|mentioning|involving|regarding|for|on) (the |){text:topic}
2* what do i have (about|to do with|for|regarding) (the |){text:topic}(?|)
1* (which|what) (tasks|things|reminders) are (about|to do with|related to) (the |){text:topic}(?|)
1* all (my |)(tasks|reminders) (about|to do with|mentioning|related to) (the |){text:topic}
3* (any|are there any|have i got any|do i have any|got any) {text:plural} {due:onstretch}(?|)
2* (what|which) {text:plural} (do i have|have i got|are there) {due:onstretch}(?|)
1* (show|list) (me |)(my |all |){text:plural} (for|due) {due:stretch}
1* (show|list) (me |)(my |all |all my ){text:plural}
2* what have i got (on |)at {due:clock}(?|)
1* (am i doing anything|anything on|am i free|what's on) at {due:strongclock}(?|)
1* what('s| is) (left|still open|outstanding) (for|to do for|with) the {text:topic}(?|) => status=open
1* (everything|all) (about|with|containing) {text:topic}
1* (show|list) (all |)(the |my |){text:topic} (tasks|reminders|stuff|ones|things)
1* what (tasks|reminders) do i have (about|for|with) (the |){text:topic}(?|)
1* what do i need to do for (the |){text:topic}(?|)
// sort
2* (show|list) (me |)(my |all |all my |)(tasks|to-dos|everything|reminders) (sorted by|by|ordered by|in order of) priority => sort=priority
2* (show|list) (me |)(my |all |all my |)(tasks|to-dos|everything) (sorted by|by|ordered by|in order of) (due date|date|deadline|when they're due) => sort=due
2* (show|list) (me |)(my |all |)(tasks|to-dos|everything) (alphabetically|in alphabetical order|a to z|sorted by name|by title|sorted by title|A-Z) => sort=title
1* (show|list) (me |)(my |)(newest|latest|most recent|most recently added) (tasks|ones) (first|) => sort=created
1* (show|list) (me |)(my |)tasks (newest first|by when i added them|by creation date|in the order i added them|sorted by created|most recent first) => sort=created
1* (sort|order|arrange) (my |the |)(tasks|list|them|everything) by (priority|importance|urgency) => sort=priority
1* (sort|order|arrange) (my |the |)(tasks|list|them|everything) by (date|due date|deadline) => sort=due
1* (sort|order|arrange) (my |the |)(tasks|list|them|everything) (alphabetically|by name|by title) => sort=title
1* (show|open|sort) (my|the) {list} list (sorted |)by priority => sort=priority
1* (show|sort|list) (my|the) {list} list by (due |)date => sort=due
1* (show|sort) (my|the) {list} list (alphabetically|by name) => sort=title
1* {due:possessive} tasks by priority => sort=priority
1* what('s| is) due {due:onstretch}(,|) (sorted by|by|in order of) priority(?|) => sort=priority
1* what's due (soonest|first|next)(?|) => sort=due
""")
LIST = [c for c in LIST if not {"drop", "empty"} & set(c.const)]
for c in LIST:
    c.const.pop("fix", None)

SEARCH = carriers(r"""
4* (find|search|search for|look up|look for) {text}
3* (find|search for|look for|look up|dig out|dig up|pull up|track down|locate|fetch) (the |my |that ){text} (task|one|reminder|thing|note|item|)
2* (find|search for) (my |the |)(task|tasks|reminder|note|anything|something|the one|the task) (about|for|with|on|mentioning) (the |){text}
2* where('s| is) (the |my |that ){text}( task| one| reminder|)(?|)
4* when('s| is) (the |my |our ){text}(?|)
2* when('s| is) (the |my |our ){text} due(?|)
1* when do i have (the |my |to do the |){text}(?|)
1* when am i (doing|supposed to do|meant to do) (the |my ){text}(?|)
2* what (time|day|date) is (the |my |our ){text}(?|)
1* what (time|day) (did i put|do i have|did i say for) (the |my |){text} (for|down for|)(?|)
1* at what time is (the |my |){text}(?|)
2* did i (ever |already |)(add|write down|put down|note|set a reminder for|save) (the |my |a |){text}(?|)
1* did i (ever |already |actually |)(do|sort|arrange|finish|book|pay) (the |my |){text}(?|)
1* did i (remember to |)(add|put) (the |){text} (on the list|to my tasks|to my list|in)(?|)
2* do i have (a task|something|anything|a reminder|a todo|one) (for|about|on|to do with) (the |my |){text}(?|)
2* (is there|have i got|do we have|is there already) (a task|something|anything|a reminder|a todo|one) (for|about|on) (the |my |){text}(?|)
1* have i (already |)(added|done|put in|noted|got) (the |my |){text}(?|)
1* is (the |my ){text} (done|on my list|in here|on the list|still open|still on|in my tasks|already in|overdue|due soon|due today)(?|)
1* what('s| is) the (status|date|due date|deadline|note|priority) (of|on|for) (the |my |){text}(?|)
1* what did i (write|say|note|put) (about|for|on) (the |my |){text}(?|)
1* what was (that |the )(task|thing|one|reminder) (about|with|for) (the |){text}(?|)
1* what was it (about|with) (the |){text}(?|)
1* (show|open|pull up) (me |)the (task|one|reminder) (about|for|with) (the |){text}
1* (show|open) (me |)the {text} (task|one|reminder|details)
1* (show|get) me the details (of|for|on) (the |my ){text}
1* (any|got any) (sign|trace) of (the |my ){text}(?|)
1* (can|could) you (find|look up|search for|dig out) (the |my |){text}( task| one|)(?|)
1* (can|could) you (check|see) (if|whether) i (have|added|put in) (the |a |){text}(?|)
1* (check|see) (if|whether) (the |my |){text} is (in there|on my list|on the list|done|in here)
1* which list is (the |my ){text} (in|on)(?|)
1* (what|which) list did i put (the |my |){text} (in|on|under)(?|)
1* how long (until|till) (the |my ){text}(?|)
1* how many days (until|till|to) (the |my ){text}(?|)
1* search {text}
1* search: {text}
1* find: {text}
1* search my (tasks|list|lists) for {text}
1* (look|search) (for |)anything (about|with) (the |){text}
1* where did i (put|write|leave|save) (the |that |my ){text}( task| reminder|)(?|)
1* i('m| am) looking for (the |my ){text}( task| one|)
1* i (can't find|lost|can't see) (the |my ){text}( task| reminder|)
1* tell me about (the |my ){text}
1* tell me (when|what time|what day) (the |my ){text} is
1* remind me (when|what time|what day) (the |my ){text} is
1* any idea when (the |my ){text} is(?|)
1* (do you know|can you tell me|could you tell me) when (the |my ){text} is(?|)
1* when did i say (the |my ){text} (was|is)(?|)
1* (what happened|whatever happened) (to|with) (the |that |my ){text}(?|)
1* has (the |my ){text} been (done|sorted|added|ticked off)(?|)
1* where is that thing about (the |){text}(?|)
1* {text}, when is (it|that)(?|)
1* {text} - when(?|)
1* (what|which) day is {text} again(?|)
""")

SUMMARY = carriers(r"""
5* how many (tasks|things|to-dos|todos|reminders|items) do i have(?|)
3* how many (tasks|things|to-dos|items) (do i have|are there|are due|have i got) {due:onstretch}(?|)
3* how many (tasks|things|items) (are|do i have|are there|are left) (in|on) (my |the |){list}( list|)(?|)
2* how many (tasks |)(are|do i have) (left|open|still open|remaining|outstanding)(?|)
2* how much (is|do i have) (left|still open|open|to do|outstanding)(?|)
3* how much is (still open|left|outstanding|there|open) (in|on) (my |the |){list}( list|)(?|)
2* how much (do i have|have i got|is there) (on|to do) {due:onstretch}(?|)
1* how much is left {due:onstretch}(?|)
4* (summarise|summarize|sum up|recap) (my |the |)(tasks|list|week|day|everything|to-dos)
3* (summarise|summarize|sum up|recap) {due:stretch}
3* (summarise|summarize|sum up|recap) (my |the |){list}( list| tasks)
3* (give me|show me|can i get|can i have|i want|i'd like|i need) (a|an|the) (summary|overview|recap|rundown|quick summary|digest|picture|breakdown) (of|for) {due:stretch}
2* (give me|show me) (a|an) (summary|overview|recap|rundown|quick summary|breakdown) (of|for) (my |the |){list}( list|)
3* (give me|show me|can i get) (a|an|the) (summary|overview|recap|rundown|quick overview|breakdown|status report|status|report|numbers|big picture)
2* (summary|overview|recap|rundown|stats) (of|for) {due:stretch}
1* (summary|overview|recap|rundown) (of|for) (my |the |){list}( list|)
2* (summary|overview|recap|status|stats|rundown|report)(?|)
2* how busy am i {due:onstretch}(?|)
1* how (full|packed|busy|heavy|bad) (is|does) {due:stretch} (look|looking|)(?|) => fix=1
1* (am i|are we) (busy|overloaded|snowed under) {due:onstretch}(?|)
2* how am i (doing|getting on|doing so far|going)(?|) => amb=1
2* how am i (doing|getting on) (with|on|in) (my |the |){list}( list|)(?|)
2* how am i (doing|getting on) {due:onstretch}(?|)
1* how('s| is) {due:stretch} (looking|shaping up)(?|)
1* how('s| is) (my |the |){list}( list|) (looking|coming along|going|doing)(?|)
1* where (do i stand|are we|am i|do we stand) (with|on) (my |the |){list}( list|)(?|)
1* where do (i|things) stand(?|)
1* where do i stand {due:onstretch}(?|)
1* what('s| is) the (state|status|situation|big picture|overall picture) (of|with|on) (my |the |){list}( list|)(?|)
1* what('s| is) the (damage|score|count|big picture|overall picture|state of play|tally|situation)(?|)
1* what('s| is) my (workload|load) (like |)(for |){due:onstretch}(?|)
1* what's my (progress|workload|completion rate)(?|)
1* how many (have i|did i) (done|finish|complete|finished|completed|get done)(?|) => fix=1
1* how many (tasks |)did i (finish|complete|get done|tick off) {due:onstretch}(?|)
1* how many (tasks|things) are (overdue|late|done)(?|)
1* (count|count up) (my |the |all my |)(tasks|open tasks|to-dos)
1* (count|count up) (the |my )tasks (in|on) (the |my |){list}( list|)
1* (count|number) of (open |)tasks(?|)
1* (give me the|what's the) (picture|numbers|count|tally) for {due:stretch}
1* (give me|what are) (the|my) (stats|numbers|figures|totals)(?|)
1* (weekly|daily|monthly) (summary|review|recap|overview|report)
1* (quick|brief|short) (summary|overview|recap|rundown)( please|)
1* (brief|update) me on {due:stretch}
1* (brief|update|fill) me (on|in on) (my |the |){list}( list|)
1* (bring me up to speed|catch me up|get me up to date)( please|)
1* (can|could) you (summarise|summarize|sum up|recap) (my |the |){list}( list|)
1* (can|could) you (summarise|summarize|sum up|recap) {due:stretch}
1* (can|could) you give me (a|an) (overview|summary|idea) of (what's coming up|my tasks|how much i have to do|where i am)
1* (progress|status) (report|check|update)
1* how far (am i|have i got|along am i) with {list}(?|)
1* is there (much|a lot) (left |to do |)(in|on) {list}(?|)
1* (do i have|have i got|is there) (much|a lot) (on|to do|going on) {due:onstretch}(?|)
""")
for c in SUMMARY:
    c.const.clear()
SUMMARY = [c for c in SUMMARY if "how am i (doing|getting on|doing so far|going)(?|)" not in c.pattern and "(is|does) {due:stretch} (look|looking|)" not in c.pattern and "(have i|did i) (done|finish" not in c.pattern]

NEXT = carriers(r"""
3* (no idea|not sure|no clue|i don't know) (where to begin|what to do first|which to do|which to pick|what to tackle)
3* (so much on|a mountain of stuff|it's all piling up|too many jobs|loads to do|what a list|this list is huge|argh, so much)(,|) where (should|do|would) (i|you) (begin|start)(?|)
3* (just |)(pick|choose|grab|name) (any|any one|one|whichever|one of them|something)( for me|)( please|)
3* (which|what) (of these|of my tasks|of them|one) (matters most|is most pressing|should come first|needs me most|is the most important|is worth doing)( now| today| right now| first|)(?|)
2* i (can't choose|can't make up my mind|keep dithering|am torn)(, you pick|, choose for me|, help|, pick one|)
2* (what's|what is) (worth doing|the thing to do|best done|a good one to do|my best move) (now|first|next)(?|)
2* where (on earth|even|the hell) (do|should) i (begin|start)(?|)
2* (give me|tell me) (a|one) (place to start|thing to start with|thing to get on with)
2* (what|which) (would you|do you reckon i should) (do|start with|tackle|go for) (first|now|next)(?|)
1* (make|take) the decision for me
1* (what|which one) next, (boss|chief|errand|you choose)(?|)
4* what should i do (next|first|now|right now|today first)(?|)
3* what('s| is) next(?|)
2* (what now|now what|what next|next|next?|next task|next one|what else)(?|)
2* (pick|choose|select) (something|one|a task|a task for me|one for me|something for me|anything)( please|)
3* (pick|choose|suggest|recommend|find) (something|a task|one) for me( to do|)
2* (suggest|recommend) (something|a task|something to do|one|what to do next|my next task)
2* where (should|do) i (start|begin)(?|)
2* what (should|shall|can|could) i (start with|tackle first|tackle next|begin with|work on|work on next|focus on|get on with|do right now|be doing|be doing now|prioritise|prioritize)(?|)
2* (i'm|im|i am) (bored|free now|free|at a loose end|done for now|ready for the next one|stuck), (what should i do|give me something to do|give me a task|what's next|pick something|suggest something)(?|)
1* (i've|i have|got|have) (ten minutes|10 minutes|half an hour|an hour|some time|a spare hour|5 mins|a bit of time|some spare time), (what should i do|what can i do|pick something|give me a task|what's next|suggest something)(?|)
1* what('s| is) the (best|most important|most urgent|first|next|smartest) thing (to do|i should do|i can do|to do now|to do next|to tackle)(?|)
1* what('s| is) the next (thing|task|one|item|job)( on my list|)(?|)
1* (give|hand|throw|assign) me (something to do|a task|something|one task|my next task|one thing to do|a job)
1* what (do you|would you|d'you) (suggest|recommend|advise)(?|)
1* what do you (think|reckon) i should do (next|first|now)(?|)
1* (help me|please|can you|could you) (pick|choose|decide) (what to do|what to do next|a task|where to start|something)(?|)
1* (can|could) you (suggest|recommend) (something|a task|what to do next)(?|)
1* (surprise me|you choose|you pick|you decide|dealer's choice|i can't decide|i can't decide what to do|decide for me|not sure where to start|i don't know where to start|i don't know what to do|i don't know what to do next)
1* (which|what) (task|one) (should|shall) i (do|tackle|start|pick) (next|first|now)(?|)
1* (what's my|what is my) (next task|next job|top task|next move|next step|next action)(?|)
1* (ok|okay|right|alright|great|cool|so)(,|) (what's next|what now|what next|next|what should i do now|what should i do next)(?|)
1* (tell me|show me) what to do( next| first| now|)
1* what('s| is) (most urgent|the priority|top of the list|first up|up next)(?|) => amb=1
1* (prioritise|prioritize) for me
1* (start me off|get me started|kick me off)
1* (wetin i go do next|wetin next|what next abeg)(?|)
1* kindly suggest what (i should|to) do next
1* which work should i do first(?|)
1* what should i (get out of the way|knock out|crack on with|be working on|spend my time on) (first|now|next|)(?|)
""")
NEXT = [c for c in NEXT if "amb" not in c.const]

EXPORT = carriers(r"""
4* export (my tasks|all my tasks|all tasks|the tasks|everything|my list|my data|all my lists|my to-dos|it all) (as|to|in) (csv|CSV|a csv file|a csv|.csv|csv format|comma separated values) => format=csv
4* export (my tasks|all my tasks|all tasks|the tasks|everything|my list|my data|all my lists|the lot) (as|to|in) (json|JSON|a json file|.json|json format) => format=json
3* export (my tasks|all my tasks|all tasks|the tasks|everything|my list|my data|my reminders) (as|to|in) (ics|ICS|ical|iCal|a calendar file|.ics|an ics file|calendar format|icalendar) => format=ics
3* export (my tasks|all my tasks|all tasks|the tasks|everything|my list|my data|my lists) (as|to|in) (markdown|Markdown|md|a md file|.md|markdown file) => format=md
2* (download|save|dump|give me|get|send me|output|print out) (my tasks|all my tasks|my data|my list|everything) (as|in) (csv|a csv file|a csv|CSV) => format=csv
2* (download|save|dump|give me|get|output) (my tasks|all my tasks|my data|my list|everything) (as|in) (json|a json file|JSON) => format=json
2* (download|save|dump|give me|get|output) (my tasks|all my tasks|my data|my list|everything) (as|in) (ics|an ics file|ical|a calendar file) => format=ics
2* (download|save|dump|give me|get|output) (my tasks|all my tasks|my data|my list|everything) (as|in) (markdown|md|an md file|a markdown file) => format=md
1* (i want|i need|i'd like|can i get|can i have|may i have) (a|the) (csv|csv export|csv file) (of my tasks|of everything|with all my tasks|)(?|) => format=csv
1* (i want|i need|i'd like|can i get|can i have) (a|the) (json|json export|json file|json dump) (of my tasks|of everything|with all my tasks|)(?|) => format=json
1* (i want|i need|i'd like|can i get|can i have) (an|the) (ics|ics export|ics file|ical file) (of my tasks|of everything|)(?|) => format=ics
1* (i want|i need|can i get|can i have) (a|the) (markdown|md|markdown export|markdown file) (of my tasks|of everything|)(?|) => format=md
1* (can|could|would) you export (my tasks|everything|it all) (as|to) (csv|a csv|a csv file)(?|) => format=csv
1* (can|could|would) you export (my tasks|everything|it all) (as|to) (json|a json file)(?|) => format=json
1* (can|could|would) you export (my tasks|everything) (as|to) (ics|an ics file|ical|a calendar file)(?|) => format=ics
1* (can|could|would) you export (my tasks|everything) (as|to) (markdown|md)(?|) => format=md
1* (export|save|download) (my tasks |everything |it |all |)(for|to|into) (excel|Excel|a spreadsheet|google sheets|Numbers) => format=csv
1* (make|give me|create|turn my tasks into) a spreadsheet( of my tasks| of everything|) => format=csv
1* (export|save|get|put) (my tasks|everything|it all|the lot) (for|into|to) (my calendar|google calendar|outlook|apple calendar) (as a file|as an ics|) => format=ics
1* (csv|csv export|export csv|csv please|export to csv|to csv) => format=csv
1* (json|json export|export json|json please|dump json|to json) => format=json
1* (ics|ics export|export ics|export to ical|to ics|ical export) => format=ics
1* (md|md export|export md|export to markdown|export markdown|to markdown) => format=md
1* (back up|backup) (my tasks|all my tasks|everything|my data|my lists) (as|to|in) (json|a json file) => format=json
1* (back up|backup) (my tasks|all my tasks|everything|my data) (as|to|in) (csv|a csv) => format=csv
1* (convert|turn) (my tasks|my list|everything|it all) (to|into) (csv|a csv) => format=csv
1* (convert|turn) (my tasks|my list|everything) (to|into) (json) => format=json
1* (convert|turn) (my tasks|my list|everything) (to|into) (markdown|md) => format=md
1* (convert|turn) (my tasks|my list|everything) (to|into) (ical|an ics file|a calendar file) => format=ics
1* (kindly|please|pls) export (my tasks|everything|the data) (as|in|to) (csv|csv format) => format=csv
1* (kindly|please|pls) export (my tasks|everything|the data) (as|in|to) (json) => format=json
1* (kindly|please|pls) export (my tasks|everything|the data) (as|in|to) (ics|ical format) => format=ics
1* (kindly|please|pls) export (my tasks|everything|the data) (as|in|to) (markdown|md) => format=md
""")

HELP = carriers(r"""
4* what (can|could) (you|this|this app|this thing|errand|it) do( for me| here|)(?|)
3* what (kinds|sorts|types|kind|sort) of (requests|commands|stuff|sentences|things) (can|could|may) i (say|give|type|tell|use)( you| to you| here|)(?|)
2* what (can|could|should|may) i (say|ask|type|ask you|ask for|tell you)( here| to do|)(?|)
2* (what do you do|what else can you do|what are you able to do|what are your features|what can you help me with|what can you help with|how can you help me|how can you help|what things can you do|what are you capable of|show me what you can do|what do you know how to do|what's possible here|what's possible|what kind of things can you do|what commands are there|which commands do you know|what do you understand)(?|)
4* (i'm new|i am new|it's my first time|first time|just started|new|newbie) (here|to this|using this|with this app)(,|) (what do i do|how do i use this|how does it work|how do i start|where are the instructions|what can i do|tell me how this works|how do i use it)(?|)
2* (how do i use|how does one use|how do you use|explain|walk me through|show me round|teach me) (this|this app|this thing|errand|it)(?|)
2* (is there a|where's the|got a|show the|where is the) (manual|guide|tutorial|user guide|help page|list of commands)(?|)
4* (help|help me|help!|HELP|help please|i need help|/help|commands|instructions|show help|manual|how does this work?|how do i use this?|how do i use this|how does this work|user guide|i need some help|can you help me|can you help me?|how to use this app)
3* help with {topic}
2* help (on|about|for|me with) {topic}
2* help: {topic}
1* help {topic}
3* how do {topic} work(?|)
1* (tell me|explain) (about |how ){topic}( work|) => drop=1
2* (explain|tell me about|teach me about) {topic}
2* how (do|can|would|could) (i|you|we|one) {topic:vp}(?|)
4* how do i {topic:vp}(?|)
1* how to {topic:vp}(?|)
1* what's the way to {topic:vp}(?|)
1* (show|tell|teach) me how to {topic:vp}
1* (is there a way|is it possible) to {topic:vp}(?|)
1* (can i|am i able to) {topic:vp}(?|) => amb=1
1* i (don't know|can't work out|can't figure out|don't understand) how to {topic:vp}
1* what can i do with {topic}(?|)
1* where do i {topic:vp}(?|) => amb=1
1* (i need |need |some |)help (to|with how to) {topic:vp}
1* how (does|do) (the |){topic} (feature|work|)(?|) => drop=1
1* what are {topic:pl} => drop=1
1* (instructions|guide|tips|docs) (for|on|about) {topic}
1* can you explain {topic}(?|)
1* can you explain how to {topic:vp}(?|)
1* (could|can) you (show|tell) me how to {topic:vp}(?|)
1* what do i say to {topic:vp}(?|)
1* what should i type to {topic:vp}(?|)
1* what's the command to {topic:vp}(?|)
1* what's the command for {topic}(?|)
1* (i have a question|a question|question) about {topic}
1* i'm (confused|puzzled|not sure) about {topic}
1* how does one {topic:vp}(?|)
1* kindly explain how to {topic:vp}
1* abeg how i go {topic:vp}(?|)
""")
HELP = [c for c in HELP if not {"drop", "amb"} & set(c.const)]

NEXT += carriers(r"""
3* (which|what) (of these|of those|one|of them|thing|task)( here|) (deserves|needs|should get|wants) my (attention|time|focus|energy)( now| first| next| most|)(?|)
2* (what|which one) (should|would|do) (i|you) (do|tackle|pick|choose|go for|get on with|attack|deal with) (first|next|now)(?|)
2* (what's|whats|what is) (the |my |)(best|smartest|most sensible|single most important) (use of my time|thing to do|thing to be doing|next step)( now| right now|)(?|)
2* (i've|i have|got) (a free|an empty|a spare) (hour|afternoon|evening|morning|minute|half hour)(,| -|) (what should i do|what now|suggest something|pick something|what's best)(?|)
2* (point me|steer me|nudge me) (at|to|towards) (something|a task|the next thing)
2* (what do i|what should i|what shall i) (get|crack) (on with|started on)(?|)
2* (help me |)(decide|choose|pick) (what's next|what to do|what i should do|where to begin|one)( now| first|)
2* (skip|not) that(,| -|) (another|something else|next|what else)(?|)
2* (throw|chuck|fire) (one|a task|something) at me
2* (roulette|random task|random one|lucky dip)( please|)
""")

LIST += carriers(r"""
3* (show|open|list|give) (me |)(the |my |){list} list (sorted by|by|ordered by|in order of|sorted on) (date|due date|deadline|when it's due) => sort=due
3* (show|open|list|give) (me |)(the |my |){list} list (sorted by|by|ordered by|in order of) (priority|importance|urgency) => sort=priority
2* (show|open|list) (me |)(the |my |){list} list (alphabetically|by title|sorted by title|sorted by name|a to z) => sort=title
2* (show|list) (me |)(everything|all tasks|my tasks|it all) (sorted |ordered |)(by date|by due date|by deadline) => sort=due
2* what('s| is|s) (left|still to do|outstanding|open|remaining) {due:onstretch}(?|) => status=open
2* what (have|'ve) i got left {due:onstretch}(?|) => status=open
2* (anything|is there anything|nothing) (late|overdue)(?|) => status=overdue
2* (am i|are we) (late with|behind on|behind with) (anything|something)(?|) => status=overdue
2* (show|list|see) (me |)what i('ve| have|) (finished|done|completed|ticked off)( so far| lately| already|) => status=done
2* {priority:adj} (stuff|tasks|things|ones) (due |for |){due:stretch}(?|)
3* (show|list) (me |)(the |my |all |){priority:adj} (stuff|tasks|things|ones) (due |for ){due:stretch}
2* (am i|are we) (free|busy) {due:onstretch}(?|)
2* what('s| is|s) (in the diary|on the cards|coming up|lined up|in store|on deck|on tap) {due:onstretch}(?|)
2* what (does|do) {due:stretch} (hold|have in store|look like)(?|)
2* (talk|walk|run) me through {due:stretch}
2* (talk|walk|run) me through (the |my |){list}( list|)
2* (whats|wats|wots) (on|due|up) {due:onstretch}(?|)
2* (whats|wats) (on|in) (my |the |){list}( list|)(?|)
2* (gimme|lemme see|show us|let's see|let's have a look at) (my tasks|my list|everything|the list|the lot)
2* (gimme|lemme see|show us|let's see|let's have a look at) (my |the |){list} list
2* (gimme|lemme see|show us|let's see) (what's |)(due |){due:stretch}
2* what('s| is|s) (everything|all the stuff|all) i (have|need) to do {due:onstretch}(?|)
2* (which|what) (tasks|ones|things) (are|have i got) (in|on|under) {list}(?|)
2* (what|anything) (do i need|to get|to buy) (from|at) {list:shop}(?|) => drop=1
2* what do i need to (buy|get)(?|) => drop=1
2* what (am i|'m i) doing {due:onstretch}(?|)
""")
LIST = [c for c in LIST if "drop" not in c.const]

SEARCH += carriers(r"""
3* (whens|when's|wheres|where's|when is) (that |my |the |){text}( again| then| one|)(?|)
2* (what time|when) (does|do) (the |my ){text} (start|begin|finish|end)(?|)
2* (what time|when) (was|is) (the |my |that ){text}( again| supposed to be| meant to be|)(?|)
2* (did|have) i (ever |actually |already |)(sort|sorted|book|booked|arrange|arranged|deal with|dealt with|do|done) (the |that |my |){text}(?|)
2* (have i|do i|did i) (already |)(got|have|put|add) (something|anything|a task|one) (about|for|on) (a |the |my |){text}(?|)
2* is (the |my |){text} (down|in here|on here|in there|noted|saved|on the list)( already| yet| somewhere|)(?|)
2* (pull|bring|dig) (up|out) (the |my |that |){text}( task| one| thing| reminder|)
2* (remind me|tell me) what (the |that |my ){text} (was|is|thing was)( about|)(?|)
2* {text}(?|) (where|when) (is|was) (it|that)(?|)
2* (any|is there any) (task|tasks|reminder|note) (for|about|with) (the |){text}(?|)
2* what was the (date|time|day) (of|for) (the |my |){text}( again|)(?|)
2* (have|has) (the |my |){text} got a (date|due date|deadline|reminder)(?|)
2* (is|are) (the |my |){text} (overdue|late|done|still open|finished|due)( yet| already|)(?|)
""")

SUMMARY += carriers(r"""
2* how('s| is|s) {due:stretch} (looking|shaping up|stacking up)(?|)
2* how('s| is|s) (my |the |){list}( list|) (doing|looking|coming on|coming along|going|getting on)(?|)
2* (give|get) me (an overview|a summary|a rundown|the picture|the state of play|a recap|the headlines) (of|on|for|in) {list}
2* (give|get) me (an overview|a summary|a rundown|the picture|the state of play|a recap|the headlines) (of|on|for) {due:stretch}
2* (how much|how many things) (have i got|do i have|is there) (left |to do |)(in|on) {list}(?|)
2* how many (tasks |things |)(have i got|do i have|are there) {due:onstretch}(?|)
2* (overview|summary|recap|picture|numbers|stats|digest)( please| pls|)
2* (summarise|summarize|sum up|recap|overview of|summary of) {list}
2* (count|tot up|total up) (what's |everything |my tasks |)(left|open|due|there)( please|)
2* what's (my|the) (total|count|tally)(?|)
""")
for c in SUMMARY:
    c.const.clear()
