"""Sentences that add tasks. A few hundred patterns; each stands for several carriers."""

from .core import carriers

# ---- one task, maybe with a date
PLAIN = carriers(r"""
// chores that begin like a command, works, numbers
4* {title:cmd} {due}
3* {title:cmd}, {due:bare}
2* {title:cmd} {due:by}
2* {due}, {title:cmd}
3* (i must|i need to|i have to|remember to|remind me to|don't forget to|gotta|need to|please remind me to) {title:cmd} {due}
3* add {title:cmd} {due}
2* add {title:cmd}
3* add {title:cmd} {due:by}
1* {title:cmd}
4* {title:mediavp} {due}
2* (remind me to|i want to|i need to|add) {title:mediavp} {due}
2* {title:mediavp}
2* add {title:mediavp}
1* {due:day} {title:mediavp} {due:time}
4* {title:num} {due}
2* {title:num} {due:for}
3* (remind me to|i need to|add|must) {title:num} {due}
1* (remind me to|add|note:) {title:num}
1.5* (note|todo|reminder|task): {title:quoted} {due:for}
1* (add|make|) {title:quoted} {due}
1.5* add {title:markup}
1* (remind me to|add|todo:) {title:markup} {due}
1* {title:lookalike} {due}
1* add {title:lookalike}
2* (add|create|make|new|start) (a |)(task|to-do|item|reminder|todo) (called|named|titled) {title:word}
1* (add|create|make) a (task|reminder|todo) (called|named|titled) "{title:word}"
1* add "{title:word}"( as a task|)
1* (add|make) a task that (just |)says {title:word}
1* (put|stick|pop) ('{title:any}'|"{title:any}") (down|in|on there) {due:for}
2* note: {title:any} {due:for}
2* {title:vp} {title:cond}, {due:bare}
// bare: no words of ours at all
14* {title:vp}
8* {title:np}
10* {title:vp} {due}
9* {title:np} {due}
3* {title:np} {due:bare}
3* {title:vp} {due:bare}
3* {due} {title:vp}
2* {due}, {title:vp}
2* {due:bare} {title:np}
2* {due:bare}: {title:any}
1.5* {due:bare} - {title:any}
1.5* {title:any} - {due:bare}
1.5* {title:any}, {due}
1.5* {title:any}: {due:bare}
1* {title:any} \({due:bare}\)
2* {title:item}
3* {title:tricky}
3* {title:tricky} {due}
1* "{title:any}"
1* "{title:any}" {due}
2* {due:daybare} {title:vp} {due:time}
1.5* {due:day} {title:vp} {due:time}
1.5* {due:time} {title:vp} {due:day}
1.5* {due:strongclock} {title:np} {due:day}
1* {due:daybare} {title:np} {due:strongclock}
// remind me to
8* remind me to {title:vp}
14* remind me to {title:vp} {due}
5* remind me {due} to {title:vp}
4* {due} remind me to {title:vp}
2* {due}, remind me to {title:vp}
3* remind me {due:day} to {title:vp} {due:time}
2* {due:day} remind me to {title:vp} {due:time}
2* {due:time} remind me to {title:vp} {due:day}
2* remind me {due:time} to {title:vp} {due:day}
3* (can|could|will|would) you (please |)remind me to {title:vp} {due}
2* (can|could|will|would) you (please |)remind me to {title:vp}
2* (can|could|would) you remind me {due} to {title:vp}
2* (please|pls|plz|kindly) remind me to {title:vp} {due}
1* (please|pls|kindly) remind me to {title:vp}
1* (please|pls|kindly) remind me {due} to {title:vp}
1* remind me to {title:vp} {due} (please|pls|thanks|ok|will you|would you)
1* remind me to {title:vp} (please|pls|thanks|ta|cheers)
2* remind me that (I need|I have|i've got) to {title:vp} {due}
1* remind me I (need|have) to {title:vp} {due}
1* remind me (I've|i've|i have) got to {title:vp}
1* remind us to {title:vp} {due}
1* (rmd|rmnd|remnd|remind) me 2 {title:vp} {due}
1* reminder to {title:vp} {due}
1* reminder to {title:vp}
1* reminder: {title:any}
2* reminder: {title:any} {due}
1* reminder - {title:any} {due}
1* reminder {due}: {title:any}
1* reminder for {due:bare}: {title:any}
1* (set|create|make|add|put|schedule) (a|an|me a) reminder to {title:vp} {due}
1* (set|create|make|add|schedule) (a|me a) reminder to {title:vp}
1* (set|create|make|put in) a reminder {due} to {title:vp}
1* (set|create|make|add|schedule) a reminder {due:for} to {title:vp}
1* set (up |)a reminder {due} (saying|that says) {title:vp}
1* i (want|need|would like|'d like) a reminder to {title:vp} {due}
1* i need (reminding|to be reminded) to {title:vp} {due}
1* i (want|need|'d like) you to remind me to {title:vp} {due}
1* i (want|'d like|need) to be reminded {due} to {title:vp}
1* (give|send|drop) me a (nudge|reminder|shout|prod|poke|heads up) {due} to {title:vp}
1* (nudge|ping|prod|poke|alert|notify|prompt|warn|bug|pester|buzz) me {due} to {title:vp}
1* (nudge|ping|prod|alert|notify|prompt|tell|buzz) me to {title:vp} {due}
1* make sure (I|i) {title:vp} {due}
1* make sure (I|i) (don't forget|remember) to {title:vp} {due}
1* see (to it |)that i {title:vp} {due}
1* get me to {title:vp} {due}
2* don't let me forget to {title:vp} {due}
2* don't let me forget to {title:vp}
2* don't forget to {title:vp} {due}
2* don't forget to {title:vp}
1* do not forget to {title:vp} {due}
1* (dont|do not) let me forget {due} to {title:vp}
1* don't forget: {title:any} {due}
1* don't forget {title:np} {due}
2* don't let me forget {title:np}
1* never let me forget to {title:vp} {due}
1* help me remember to {title:vp} {due}
1* help me (to |)remember to {title:vp}
1* make me {title:vp} {due}
2* remember to {title:vp} {due}
2* remember to {title:vp}
1* remember: {title:any}
1* remember {due} to {title:vp}
1* must remember to {title:vp} {due}
1* must remember to {title:vp}
1* note to self: {title:any} {due}
1* note to self: {title:any}
1* note to self, {title:vp} {due}
1* note to self - {title:vp}
// add / put / create
6* add {title:any}
7* add {title:any} {due}
1* add {title:vp} {due} (please|pls|thanks)
1* add (a |)task (to |: |called |){title:vp} {due}
2* add (a |)task to {title:vp}
1* add task: {title:any}
1* add task {title:any} {due}
1* (new|another) task: {title:any} {due}
2* new task: {title:any}
2* new task {title:vp} {due}
1* new task - {title:any}
1* new: {title:any} {due}
1* new (to-do|todo|to do|item|entry): {title:any} {due}
2* todo: {title:any}
2* (todo|to do|to-do): {title:any} {due}
1* (todo|to-do) {title:vp} {due}
1* task: {title:any} {due}
1* task: {title:any}, due {due:bare}
1* task - {title:any}, due {due}
1* {title:any}, due {due:bare}
2* {title:any} due {due}
1* {title:any} \(due {due:bare}\)
1* {title:any} - due {due:bare}
1* {title:any}; due {due:bare}
1* {title:any} deadline {due:bare}
1* {title:any}, deadline {due:bare}
1* {title:any} deadline is {due:bare}
1* (create|make|start|open|log|set up|insert|enter|register) a (new |)task (to |called |for |: |named |)"{title:any}" {due}
1* (create|make|set up|log) a (new |)task to {title:vp} {due}
1* (create|make|log) a (new |)task to {title:vp}
1* (create|make|add) a (new |)task called {title:any}
1* (create|make|add) a (new |)task called {title:any}, due {due:bare}
1* (create|make|add) a (new |)task for {due:bare}: {title:any}
1* (create|add|make) a to-do to {title:vp} {due}
1* (create|add|make) a (todo|to-do|to do) for {title:np} {due}
1* (put|stick|pop|whack|chuck|throw|get|jot) {title:any} (down|in|on there) {due:for}
1* (put|stick|pop|whack|chuck|jot|note) down {title:any} {due:for}
1* (put|stick|pop) {title:np} (in|down) (please|)
1* (put|stick|pop|throw|write|jot|note) down {title:any}
1* put {title:np} in {due:for}
1* put {title:vp} down {due:for}
2* put {title:np} on (my|the) (list|to-do list|todo list|to do list|task list)
1* put {title:vp} on (my|the) (list|to-do list|todo list|task list|tasks)
3* add {title:any} to (my|the) (list|to-do list|todo list|to do list|task list|tasks|todos|to-dos|things to do)
1* add {title:any} to (my|the) (list|to-do list|todo list|tasks) {due:for}
1* (write|jot|note|take) down that (I|i) (need to|have to|must|should|gotta) {title:vp} {due}
1* (log|record|capture|save|jot|note|track|file) {title:any}
1* (log|record|note|schedule|pencil in|block out time for|slot in) {title:np} {due}
2* schedule {title:np} {due:for}
2* schedule {title:aevent} {due:for}
1* (schedule|plan) time to {title:vp} {due}
1* plan to {title:vp} {due}
1* (can|could|would|will) you (please |)(add|put down|note|write down|note down|jot down) {title:any} {due:for}
1* (can|could|would) you (please |)add {title:any} to (my|the) (list|tasks|to-do list|todos)
1* (can|could|would) you (please |)add {title:vp} {due}
1* (can|could) you put {title:np} (in|down) {due:for}
1* (please|pls|kindly) add {title:any} {due}
1* (please|pls|kindly) add {title:any}
1* (please|pls) put {title:any} on (my|the) (list|to do list|tasks)
1* (please|kindly) (note|note down|keep|put) {title:any} {due:for}
1* (kindly|please) help me (add|note|put|keep) {title:any} {due:for}
1* abeg remind me to {title:vp} {due}
1* (abeg|oya|biko) add {title:any}
1* i beg remind me (make i|to) {title:vp} {due}
1* (abeg |)make i no forget to {title:vp} {due}
1* i wan {title:vp} {due}, remind me
1* {title:vp} {due} itself
1* {title:vp} {due} only, please note
1* i have to {title:vp} {due} without fail
1* (do|please do|kindly do) remind me to {title:vp} {due}
1* (just |)wanted to (add|note) {title:any} {due:for}
1* stick a reminder in {due:for} to {title:vp}
1* give us a shout {due} to {title:vp}
1* could do with a reminder to {title:vp} {due}
1* gonna {title:vp} {due}
1* i'd better {title:vp} {due}
1* time for me to {title:vp}
1* looks like i('ll have| have| need) to {title:vp} {due}
1* it's about time i {title:vpast} => drop=1
1* (lol |)i totally forgot to {title:vp}
1* still need to {title:vp}
1* still (got|have) to {title:vp} {due}
1* ought to {title:vp} {due}
1* supposed to {title:vp} {due}
1* thinking i should {title:vp} {due}
1* on my mind: {title:any}
1* i need a task (to|for:) => drop=1
1* i need a task to {title:vp} {due}
1* can i have a reminder {due} to {title:vp}
1* can you make a note to {title:vp} {due}
1* make a note to {title:vp} {due}
1* make a note: {title:any} {due}
1* make a note that i (need|have) to {title:vp} {due}
1* (leave|drop|write) me a note to {title:vp} {due}
1* please make sure i {title:vp} {due}
1* put me down to {title:vp} {due}
1* put me down for {title:event} {due}
1* pencil in {title:event} {due:for}
1* (block|keep) {due:daybare} for {title:event}
1* save the date: {title:event} {due:bare}
1* {title:event} on {due:daybare} at {due:clock}
1* {title:event} at {due:clock} on {due:daybare}
1* {title:event} @ {due:strongclock} {due:day}
1* {title:event} from {due:strongclock} {due:day}
1* {title:event} booked {due:for}
1* booked (a|my|the|) {title:event} {due:for}
1* (mum|Sam|my boss|the school|work|the doctor|HR|they) booked (a |me in for a |){title:event} {due:for}
1* kindly do the needful and remind me to {title:vp} {due}
1* (kindly|pls) (set|keep|fix) (a |one |)reminder to {title:vp} {due}
1* (mate|hey mate|right), (remind me to|i need to|add) {title:vp} {due}
1* let's add {title:any} {due}
1* let's not forget to {title:vp} {due}
1* let's {title:vp} {due}
1* let me {title:vp} {due}
1* (how about|what about) adding {title:any} {due}
// I need to
4* (I|i) need to {title:vp}
6* (I|i) need to {title:vp} {due}
2* i have to {title:vp} {due}
2* i have to {title:vp}
2* (i've|I've) got to {title:vp} {due}
2* i must {title:vp} {due}
2* i should {title:vp} {due}
1* i (really|still|also) (need|have) to {title:vp} {due}
1* i really should {title:vp}
1* i (gotta|gotta go|better|'d better|ought to|am supposed to|'m supposed to|am meant to|'m meant to) {title:vp} {due}
1* (gotta|got to|have to|need to|must|should) {title:vp}
2* (gotta|got to|have to|need to|must|should) {title:vp} {due}
1* i'll (need|have) to {title:vp} {due}
1* i will {title:vp} {due}
1* i'm going to {title:vp} {due}
1* i('m| am) (gonna|going to|planning to|hoping to) {title:vp} {due}
1* i (want|'d like|would like|plan|intend|promised|agreed|said i'd|told them i'd) to {title:vp} {due}
1* (i|I) (promised|agreed|volunteered|offered) to {title:vp} {due}
1* i (can't|cannot|mustn't|must not) forget to {title:vp} {due}
1* i (can't|mustn't|shouldn't) forget to {title:vp}
1* i (keep forgetting|always forget|forgot) to {title:vp}
1* i (keep forgetting|forgot) to {title:vp}, remind me {due}
1* i (need|have) to {title:vp} {due}, (remind me|don't let me forget|can you remind me|make a note|add it|put it down|please note it)
1* i (need|have) to {title:vp}, remind me {due}
1* (we|We) (need|have) to {title:vp} {due}
1* we('ve got to| must| should|'d better) {title:vp} {due}
1* {due} (I|i) (need|have|'ve got) to {title:vp}
1* {due}, i (need to|must|should|have to) {title:vp}
1* {due} i('m going to| should| must|'ll) {title:vp}
1* (time to|it's time to|got to remember to|it'd be good to|would be good to) {title:vp}
1* (someone|somebody) (needs|has) to {title:vp} {due}
1* {title:vp} (needs|has) to (happen|be done|get done) {due}
1* my (boss|wife|husband|mum|mom|manager|teacher|landlord|flatmate) (wants|asked|told|needs|would like) me to {title:vp} {due}
1* (she|he|they|mum|Sam|HR|the school) (asked|told|wants|needs) me to {title:vp} {due}
1* don't (you |)dare let me forget to {title:vp}
1* any chance you('d| could| can) remind me to {title:vp} {due}
1* do me a favour and remind me to {title:vp} {due}
1* do me a favor and (add|write down) {title:any}
1* (would|do) you mind reminding me to {title:vp} {due}
1* would you be able to remind me to {title:vp} {due}
1* is it possible to (remind me|be reminded) to {title:vp} {due}
1* mind reminding me to {title:vp} {due}
1* i('d| would) appreciate a reminder to {title:vp} {due}
1* it would be (great|good|lovely|helpful) if you (could|would) remind me to {title:vp} {due}
1* if you could remind me to {title:vp} {due}, that('d| would) be (great|grand|lovely)
1* before i forget, {title:vp} {due}
1* before i forget: {title:any}
1* (oh|oh yeah|ah|also|and|plus|ok|okay|right|so|well), {title:vp} {due}
1* (oh|oh and|also|and also|plus|one more thing|another thing|ooh|ps|last thing): {title:any}
1* (also|and also|oh and|oh also) (remind me to|add|i need to|don't forget to) {title:vp} {due}
1* (also|plus|next|then|another one|and another): {title:any} {due}
1* (fyi|btw|by the way|heads up|quick one|quick note), (i need to|i have to|need to|remind me to) {title:vp} {due}
1* (ok|okay|right|alright|so) (so |)(i need to|add|remind me to|i've got to|let's add) {title:vp} {due}
// about
3* remind me about {title:np} {due}
3* remind me about (the|my) {title:np} {due}
1* remind me (of|re|abt) (the|my|) {title:np} {due}
1* remind me {due} about (the|my|our) {title:np}
1* remind me about {title:np}
1* (nudge|ping|alert|notify|warn|prod) me about (the|my) {title:np} {due}
1* (set|create|make|add|schedule) a reminder (for|about) (the|my|) {title:np} {due}
1* (set|create|make) a reminder {due} (for|about) (the|my) {title:np}
1* (can|could) you remind me about (the|my) {title:np} {due}
1* don't let me forget (the|my|about the|about my) {title:np} {due}
1* i need a reminder (for|about) (the|my) {title:np} {due}
1* give me a (heads up|nudge) about (the|my) {title:np} {due}
// I have / there is an event
4* i have {title:aevent} {due}
1* i have {title:event} {due}
2* i('ve| have) got {title:aevent} {due}
1* i('ve| have) got (my |the |){title:event} {due}
1* (there's|there is) {title:aevent} {due}
1* (we have|we've got|we got|the kids have|the kids've got) {title:aevent} {due}
2* (the |my |our |){title:event} is {due}
1* (the |my |our |){title:event} is on {due:daybare}
1* (the |my |our |){title:event} is at {due:clock}
1* (my |the |){title:event} is coming up {due}
1* {title:event} has been (booked|arranged|scheduled|fixed|set|confirmed) for {due:bare}
1* got {title:aevent} {due}
1* {due} is (the |my |our |){title:event}
1* {due} i have {title:aevent}
1* {due} there's {title:aevent}
1* {title:event} {due}, (remind me|don't let me forget|add it|put it down|put it in|note it|make a note)
1* (need|want) {title:item}
2* (we|i) need {title:item}
2* we('re| are) (out of|running out of|low on|running low on|nearly out of|almost out of) {title:item}
1* i('m| am) (out of|running out of|nearly out of) {title:item}
1* (out of|run out of|ran out of|running low on|low on) {title:item}
1* (need|want) some more {title:item}
1* (we|i) need {title:item} {due}
1* (we|i) need {title:item} by {due:daybare}
1* {title:item} (please|pls)
1* (some|more) {title:item}
// a place, condition or purpose after or before the date
3* remind me to {title:vp} {due} {title:cond}
3* {title:vp} {due} {title:cond}
2* {title:np} {due} {title:cond}
2* i need to {title:vp} {due} {title:cond}
1* add {title:vp} {due} {title:cond}
1* don't let me forget to {title:vp} {due} {title:cond}
2* remind me to {title:vp} {title:cond}
2* {title:vp} {title:cond}
1* remind me {due} to {title:vp} {title:cond}
1* {due} {title:vp} {title:cond}
// yes/no and when questions that mean adding
1* (can|could) (i|we) (add|put down|schedule) {title:any} {due:for}
1* (can|could) i get a reminder to {title:vp} {due}
1* how about a reminder to {title:vp} {due}
// notifications of deadlines
1* {title:vp} (no later than|latest) {due:daybare} => drop=1
1* i (need|have) to have (the |my |){title:doc} done {due:by}
2* (the |my |){title:doc} is due {due}
1* (the |my |){title:doc} (needs|has) to be (done|ready|in|finished|sent) {due:by}
1* deadline for (the |my |){title:doc} is {due:bare}
2* {title:fact} {due}
1* remind me that {title:fact} {due}
1* {due:daybare}: {title:fact}
1* remind me {due} that {title:fact}
1* (don't let me forget|note) that {title:fact} {due}
3* {title:head} {due} {title:tail}
3* remind me to {title:head} {due} {title:tail}
1* i need to {title:head} {due} {title:tail}
1* add {title:head} {due} {title:tail}
1* (can|could) you remind me to {title:head} {due} {title:tail}
1* got until {due:daybare} to {title:vp} => drop=1
""")
PLAIN = [c for c in PLAIN if "drop" not in c.const]

# ---- with the other arguments
RICH = carriers(r"""
1.5* (add|put) {title:any} (to|on|in) (the list called|my list called|the list named) {list:odd}
1* (add|put) {title:vp} (to|on) (my|the) {list:odd} list
4* add {title:work} to (my |the |){list:media}( list|)
2* (put|stick|pop) {title:work} (on|in) (my |the |){list:media}( list|)
1* {list:media}: {title:work}
1* {title:work} (to|in|for) {list:media}
3* (stick|put|pop|add|get|write) ('{title:any}'|"{title:any}") (on|in|onto) (my|the|our) {list} list( please| for me| now|)
2* (stick|put|pop|add) ('{title:any}'|"{title:any}") (on|in|to) {list}
3* new task in {list}: {title:vp}, {priority:flag}, due {due:bare}, tag {tags:word}
2* new task: {title:vp}, {due:bare}, {priority:flag}, tag {tags:word}
2* (new|add) task (in|for|to) {list}: {title:vp}, {priority:flag}, {due:bare}
2* new task in {list}: {title:vp}, due {due:bare}
2* add {title:vp} to {list}, {priority:flag}, due {due:bare}
2* add {title:cmd} {due:by} with a note {notes}
2* add {title:vp} {due:by} with (a note|the note|notes) {notes}
2* {title:vp}, {priority}
2* {priority}: {title:vp}
2* {priority}: {title:any} {due}
2* {title:any}, {priority}, {due:bare}
2* {title:vp} {due}, {priority}
4* {title:vp} {repeat:timed} at {due:clock}
3* {title:np} {repeat:timed} {due:strongclock}
3* {title:np} {repeat:timed} at {due:clock}
2* {title:vp} {due:strongclock} {repeat:timed}
2* {title:vp} {repeat}
2* {title:np} {repeat}
// priority
4* {title:vp}, {priority:flag}
3* {title:any} {priority:flag}
2* {title:vp} {due}, {priority:flag}
2* {title:any} {due} {priority:flag}
2* {priority:flag}: {title:vp}
1* {priority:flag} - {title:vp} {due}
2* add {title:any} {due} {priority:flag}
1* add {title:any}, {priority:flag}
2* add a {priority:adj} task to {title:vp} {due}
1* add a {priority:adj} task: {title:any}
1* {priority:adj} task: {title:any}
1* {priority:adj}: {title:any} {due}
1* (create|make|set up|log) a {priority:adj} task to {title:vp}
1* (create|make|log) a {priority:adj} task called {title:any}, due {due:bare}
1* (set|add|create) a {priority:adj} reminder to {title:vp} {due}
1* add {title:any} as {priority}
1* add {title:any} {due} as {priority}
1* add {title:any} with {priority:word} priority
2* add {title:any} with {priority:word} priority {due:for}
1* add {title:any} (and make|and mark|make|mark) it {priority}
1* remind me to {title:vp} {due}, (it's|its|this is|that's) {priority}
1* remind me to {title:vp} {due} - {priority:flag}
1* i need to {title:vp} {due}, {priority:flag}
1* i need to {title:vp}, {priority:flag}
1* (it's|it is) (important|urgent|critical|very important|vital) that i {title:vp} {due} => priority=high
1* {title:vp} - priority {priority:word}
1* {title:any} {due} priority {priority:word}
1* {title:any} - {priority}
1* {title:any} \({priority}\)
1* {title:any}, {priority}, {due:bare}
1* {title:any} {due:bare} {priority:flag}
1* {title:any}, {due:bare}, {priority:flag}
2* (add|new task|task|create a task|todo): {title:any}, due {due:bare}, {priority:flag}
1* (add|new task|task|create a task|todo): {title:any}, due {due:bare}, {priority}, tag {tags:one}
1* (new task|task|todo): {title:any}; due {due:bare}; list {list:other}
1* (new task|task|todo): {title:any}, {due:bare}, list {list:other}, {priority:flag}
1* add {title:any}, {due:bare}, {priority:flag}, {tags:hash}
1* add {title:any} to (my|the) {list:other} list, due {due:bare}, {priority:flag}
1* add {title:any} to (my|the) {list:other} list {due:for} and tag it {tags:one}
1* remind me to {title:vp} {due}, it's {priority}, tag it {tags:one}
1* {title:any} {due:bare} !{priority:word}
// tags
3* {title:any} {tags:hash}
3* {title:any} {due} {tags:hash}
1* {tags:hash} {title:any}
1* {tags:hash} {title:vp} {due}
3* add {title:any} {tags:hash}
2* add {title:any} {due} {tags:hash}
2* remind me to {title:vp} {due} {tags:hash}
1* i need to {title:vp} {tags:hash}
2* add {title:any} {tags}
1* add {title:any} {due}, {tags}
1* {title:any}, {tags}
1* {title:any} {due}, {tags}
1* add {title:any} (and tag it|tag it|tagged) {tags:word}
1* add {title:any} (with the|with|under the) tag {tags:one}
1* (create|make) a task to {title:vp} {due} (with the tag|tagged) {tags:word}
1* new task: {title:any}, tag: {tags:word}
1* new task {title:any} tags: {tags:word}, due {due:bare}
1* put {title:any} down and tag it (as |){tags:word}
1* remind me to {title:vp}, tag it {tags:word}
1* {title:any} {tags:hash} {due}
2* {title:any} {due} {tags:hash} {priority:flag}
1* {title:any} {priority:flag} {tags:hash}
1* add {title:any} {priority:flag} {tags:hash} {due:bare}
// list
7* add {title:any} to (my|the|our|) {list} list
4* add {title:any} to {list}
3* add {title:any} to (my|the|our) {list:other} list {due:for}
3* put {title:any} on (my|the|our) {list} list
1* put {title:any} in {list}
1* put {title:any} (on|under|in) {list}
1* put {title:any} (on|onto|under|in) (my|the) {list} list {due:for}
1* (stick|pop|chuck|throw|bung|get|whack) {title:any} (on|onto|in) (my|the|our) {list} (list|one)
4* add {title:item} to (my|the|our|) {list:shop} list
2* put {title:item} on (my|the|our) {list:shop} list
1* {title:item} on the {list:shop} list
1* {title:item} to (the |){list:shop} list
1* i need {title:item} (on|added to) (my|the) {list:shop} list
1* (can|could|would|will) you (please |)add {title:any} to (my|the|our) {list} list
1* (can|could) you put {title:any} on (my|the) {list} list
1* (please|pls|kindly) (add|put) {title:any} (to|on) (my|the|our) {list} list
2* in (my|the|) {list} (list|), add {title:any} {due}
1* in {list}: {title:any}
1* on (my|the) {list} list(,|) (put|add) {title:any}
1* to (my|the) {list} list add {title:any}
1* {list} list: {title:any}
2* {list}: {title:vp}
1* {list} - {title:vp} {due}
1* for {list}: {title:vp} {due}
1* {title:any} {due} in {list:other}
1* {title:any}, list {list}
1* {title:any} (on|in|under) (my|the) {list} list
1* {title:any} for (my|the) {list} list
1* {title:any} >> {list}
1* {title:any} {due}, {list} list
1* new (task|item|entry) (in|on|for|under) (my |the |){list}( list|): {title:any}
1* new {list} task: {title:any}
1* new {list} (task|item): {title:any} {due}
1* add a {list} task: {title:any}
1* (create|make|add) a task (in|on|under) (my |the |){list}( list|) to {title:vp}
1* (create|make|add) a task (in|on|under) (my |the |){list}( list|) called {title:any}
1* (create|add) a task to {title:vp} (in|on|under) (my|the) {list} list
1* (log|file|save|note) {title:any} under {list}
1* add to (my |the |){list}( list|): {title:any}
1* remind me to {title:vp} {due}, (put it|stick it|add it) (on|in|to) (my|the) {list} list
1* i need to {title:vp} {due}, (put it on|add it to|stick it on) (my|the) {list} list
1* {title:any} goes (on|in) (my|the) {list} list
1* {title:any} should (be|go) on (my|the) {list} list
1* add {title:any} to {list} {priority:flag}
1* add {title:any} to (my|the) {list} list with {priority:word} priority
1* add {title:any} to {list} {tags:hash}
1* add {title:any} {due} to (my|the|) {list} list
2* add {title:any} {due} to {list}
1* add {title:any} to {list}, due {due:bare}
1* add {title:any} to {list} {due} {priority:flag}
// repeat
5* {title:vp} {repeat}
3* {title:np} {repeat}
5* remind me to {title:vp} {repeat}
2* {repeat} remind me to {title:vp}
2* remind me {repeat} to {title:vp}
2* {repeat}: {title:vp}
1* {repeat} {title:vp}
2* i (need|have) to {title:vp} {repeat}
1* i should {title:vp} {repeat}
1* (make sure i|help me) {title:vp} {repeat}
2* add {title:any} {repeat}
1* add {title:any}, repeat {repeat:bare}
1* add {title:any}, (repeating|repeats|recurring) {repeat:bare}
1* (set|create|make|add) a (repeating|recurring|) (task|reminder) to {title:vp} {repeat}
1* {title:any}, (repeat|repeats|repeating|recurring) {repeat:bare}
1* {title:np} is {repeat:bare}
1* i have (a|an|) {title:np} {repeat}
1* (can|could) you remind me to {title:vp} {repeat}
1* (can|could) you remind me {repeat} to {title:vp}
1* don't let me forget to {title:vp} {repeat}
2* {title:event} {due:daybare} {repeat:yearly}
1* remind me about {title:event} {due:day} {repeat:yearly}
1* (the |){title:fact} {repeat}
3* remind me to {title:vp} {repeat:timed} at {due:clock}
2* {title:vp} {repeat:timed} at {due:clock}
2* {title:any} {repeat:timed} {due:strongclock}
1* {title:np} at {due:clock} {repeat:timed}
1* remind me at {due:clock} {repeat:timed} to {title:vp}
1* {repeat:timed} at {due:clock} remind me to {title:vp}
1* {repeat:timed} at {due:clock}, {title:vp}
1* remind me {repeat:timed} at {due:clock} to {title:vp}
1* add {title:any} {repeat:timed} at {due:clock}
1* {title:any} {repeat} (starting|from|beginning|as of|starting from) {due:daybare}
1* remind me to {title:vp} {repeat} (starting|from|beginning) {due:daybare}
1* {title:vp} {repeat} {tags:hash}
1* add {title:any} to {list} {repeat}
1* add {title:any} to (my|the) {list} list, {repeat}
1* {title:vp} {repeat}, {priority:flag}
// notes
2* add {title:any} with (a|the) note: {notes}
1* add {title:any} with (a|the) note {notes}
1* add {title:any} {due} with a note (saying|to say|that) {notes}
2* {title:any} {due}, note: {notes}
1* {title:any} - note: {notes}
1* {title:any}. note: {notes}
1* {title:any} {due}. notes: {notes}
1* remind me to {title:vp} {due}, note: {notes}
1* remind me to {title:vp}, (and |)note (that |down |){notes}
1* add {title:any}, notes: {notes}
1* add {title:any} {due}; note {notes}
1* add {title:any} and (add|put|make|leave) a note (saying|that says|:) {notes}
1* new task: {title:any}, due {due:bare}, note: {notes}
1* (create|make) a task to {title:vp} {due} with the note "{notes}"
1* {title:any} with the note "{notes}"
1* {title:any} {due} {tags:hash} note: {notes}
1* i need to {title:vp} {due}. note: {notes}
1* task: {title:any}; notes: {notes}; due: {due:bare}
1* title: {title:any}, due: {due:bare}, list: {list}
1* title: {title:any}; priority: {priority:word}
""")

# ---- several at once, one kind of sentence
SERIES = carriers(r"""
3* {titles:verb} {repeat:bare} => drop=1
6* {titles:item}
3* need {titles:item}
3* (we|i) need {titles:item}
2* (we're|i'm|we are) out of {titles:item}
1* (out of|run out of|low on) {titles:item}
7* add {titles:item} to (my|the|our|) {list:shop} list
5* add {titles:item+and} to (my|the|our|) {list:shop} list
3* add {titles:item} to {list:shop}
2* add {titles:item+and} to {list:shop}
3* put {titles:item} on (my|the|our) {list:shop} list
3* put {titles:item+and} on (my|the|our) {list:shop} list
1* (stick|pop|chuck|throw|bung) {titles:item+and} (on|onto) (my|the|our) {list:shop} list
1* (can|could|would) you (please |)(add|put) {titles:item} (on|to) (my|the|our) {list:shop} list
1* (can|could|would) you (please |)(add|put) {titles:item+and} (on|to) (my|the|our) {list:shop} list
2* {list:shop}: {titles:item}
1* {list:shop}: {titles:item+and}
2* {list:shop} list: {titles:item}
1* for {list:shop}: {titles:item}
1* on (my|the) {list:shop} list(,|) put {titles:item}
1* {titles:item} on (my|the|our) {list:shop} list
1* i need {titles:item} on the {list:shop} list
1* add to (my |the |){list:shop}( list|): {titles:item}
1* (please|pls) add {titles:item} to (my|the) {list:shop} list
3* add {titles:item}
2* {titles:marks}
1* (add|todo|need|buy list|get|shopping): {titles:marks}
2* (add|create|make|set|i have) (two|2|three|3|a few|some) (tasks|reminders|to-dos|things): {titles:vp}
1* (add|create) (two|2|three|a few) (tasks|reminders): {titles:any3}
1* (things|stuff) i need to do: {titles:vp}
1* (things|stuff|what) (we|i) need: {titles:item}
2* (new tasks|tasks|todo|to do|to-do|add|reminders|things to do): {titles:np}
1* add {titles:np}
2* (new tasks|tasks|todo|to do|to-do|add|things to do): {titles:vp}
5* {titles:verb}
3* remind me to {titles:verb}
3* (i|we) (need|have) to {titles:verb}
2* {titles:verb} {due}
1* remind me to {titles:verb} {due}
1* remind me {due} to {titles:verb}
1* (need|got|have) to {titles:verb}
1* {due} {titles:verb}
2* don't forget to {titles:verb}
4* {titles:vp}
3* remind me to {titles:vp}
3* remind me {due} to {titles:vp}
2* i (need|have) to {titles:vp}
2* {due} i (need|have) to {titles:vp}
1* (can|could) you remind me to {titles:vp}
1* don't let me forget to {titles:vp}
2* remember to {titles:vp}
1* {due}: {titles:vp}
1* {due:daybare}: {titles:any3}
1* (must|gotta|need to|got to) {titles:vp}
1* plan for {due:daybare}: {titles:vp}
1* (today|to do today|things for today)? => drop=1
6* {titles:lines}
3* (add|add these|tasks|todo|to do|to-do|please add|add the following|new tasks|my tasks|my list|things to do|add all these|add the following tasks|can you add):\n{titles:lines}
2* (add|put) (these |the following |all these |)(to|on) (my|the|our) {list} list:\n{titles:lines}
2* {list:shop} list:\n{titles:lines}
1* {list}:\n{titles:lines}
1* {due:daybare}:\n{titles:lines}
1* for {due:daybare}:\n{titles:lines}
1* i need to do these {due}:\n{titles:lines}
""")
SERIES = [c for c in SERIES if "drop" not in c.const]

# ---- conditions and purposes: part of the title wherever they stand
LEADING_CONDITION = carriers(r"""
3* {cond} remind me to {title:vp}
3* {cond}, remind me to {title:vp}
1* {cond} i need to {title:vp}
1* {cond}, (i have to|i must|don't let me forget to|make sure i) {title:vp}
1* {cond}, {title:vp}
1* remind me {cond} to {title:vp}
1* (nudge|prompt|tell) me {cond} to {title:vp}
1* (can|could) you remind me {cond} to {title:vp}
""")

CONDITIONS = """when i get home|when I get to the office|after school|after dinner|after the gym|on the way home|on my way to work|before bed|before work|before the meeting|before we leave|before the kids get home|while the kids are out|if it rains|if it doesn't rain|if the weather is good|if there is time|at home|at work|at the office|at Tesco|at the station|at gran's|in the garage|in town|from the market|for the party|for Sam's birthday|for the school trip|for mum|for the weekend|for dinner|for the kids|for work|because the old one broke|so that it's ready|so we can leave early|to get the deposit back|with Sam|with the kids|with mum|at the library|from the corner shop|when mum calls|once the kids are asleep|as soon as i land|during lunch|during the break|over coffee|in the car park|outside the station|in case it snows|before it closes|before it expires|before the shops shut|while i'm in town|at the new place|at the hospital|in reception|on Zoom|on Teams|by bus|on foot|by email|in person|in cash|for the interview|for the neighbours|for charity|if she hasn't called|if he hasn't replied|unless Tom already did|for two people|in the small meeting room|at the Italian on Mill Lane|at Priya's|at the pool|with Dr Khan|about the leak|about the new flat|near the office|after church|after mosque|after the school run|before the flight|before we fly|when payday comes|when i'm at the shops|when the parcel arrives|when the plumber leaves""".split("|")

LEADING = [c for c in CONDITIONS if c.split()[0] in ("when", "after", "once", "as", "before", "while") and "Tesco" not in c] + [
    "when i get to tesco", "next time i'm at the bank", "next time I see Sam", "when i'm at gran's", "once the rain stops", "after the match", "when the baby wakes up", "when I'm back from Leeds", "after i've had breakfast", "once i've been paid", "when the oven's free", "if it's sunny", "if Tom calls", "when we land", "when i pick up the kids", "after my meeting", "when i leave work", "before i go to bed", "as soon as the bank opens"]

PLAIN += carriers(r"""
4* (could|can|would) you (possibly|maybe|kindly|just|quickly|please|) (add|make|set|create|put in|pop in) (a reminder|a task|something|a note) for me to {title:vp} {due}
2* (i was wondering|wondering) if you (could|can) (remind me|help me remember|nudge me) to {title:vp} {due}
2* would it be possible to (add|have|put) {title:any} (to|on) (my list|my to-do list|my tasks) {due:for}
2* (i'd be grateful|it'd help) if you('d| could) (note|put|get|write) {title:any} down {due:for}
2* {title:vp} {due}(,| -|) (or|otherwise) (i'll forget|i'm in trouble|she'll kill me|they'll charge me|there'll be a fine)
2* (set|make|give) me a (task|reminder|note|to-do) to {title:vp} {due}
2* (put|get|stick) {title:vp} on the (list|to-do list|board) {due:for}
2* (really|definitely|absolutely|urgently) (need to|must|have to|gotta) {title:vp} {due}
2* (can't|cannot|mustn't|musn't) forget to {title:vp} {due}
2* (gotta|need to|have to|must) remember {title:np} {due}
3* i (don't|do not|dont) want to forget to {title:vp} {due}
3* i (don't|do not|dont) want to forget {title:np}
2* i (don't|dont) wanna (forget|miss) {title:np} {due}
2* i (mustn't|can't|shouldn't) (forget|miss) {title:np} {due}
2* i (might|may|probably|think i) (need|have) to {title:vp} {due}
2* i (might|may) (need|have) to {title:vp}
3* {due:strongclock} {title:vp}
3* {due:strongclock} {title:np}
2* {due:strongclock}: {title:any}
2* {due:strongclock} - {title:any}
2* {due} - {title:vp}
2* {due} > {title:any}
2* {due:daybare} {due:strongclock} {title:np} => drop=1
3* {title:vp} at {due:clock} {due:day}
2* at {due:clock} {title:vp}
2* at {due:clock} {due:day} {title:vp}
2* at {due:clock} {due:day}, {title:vp}
2* {due:by} {title:vp}
2* {due:by}, {title:vp}
2* {due:by} i (need|have) to {title:vp}
2* (got|i've got|i have) to {title:vp} {due:by}
2* {title:any} (needed|wanted|required) {due:by}
2* {title:np} (must be|has to be|should be|needs to be) (in|ready|with them|handed in) {due:by} => drop=1
2* (sign|put) me up (to|for) {title:vp} {due} => drop=1
2* (today|right now|asap)? {title:vp} => drop=1
2* (one|another|a) (thing|more thing|job)( for me|)(:| -) {title:any} {due}
2* (one|another|a) (thing|more thing|job|task)( to do|)(:| -) {title:any}
2* (job|chore|errand|action|action item|ai|to-do item) (-|:) {title:any} {due}
2* (job|chore|errand|action|action item) (for|due) {due:bare}(:| -) {title:any}
2* (i'm|im) (meant|supposed) to {title:vp} {due}, (don't let me forget|remind me|note it|add that)
2* {title:vp} {due}, (that's it|that's all|nothing else|easy|simple)
2* (keep|make) a note of {title:np} {due}
2* {title:any}!! {due}
2* {title:any}... {due}
2* {title:vp} {due} (i think|probably|i guess|hopefully|if poss|if possible|maybe|at the latest|without fail|for sure)
2* (maybe|perhaps|possibly) {title:vp} {due}
2* {title:vp} (sometime|some time|at some point) {due} => drop=1
2* it would be good to {title:vp} {due}
2* (wife|husband|mum|dad|boss|doctor|teacher|client|landlady|HR) (says|said|reckons|wants|insists) (i|that i|I) (should|must|need to|have to|ought to) {title:vp} {due}
2* (just|only) need to {title:vp} {due}
2* (so|and|right so) {due} i (need|have|want) to {title:vp}
2* {due} (we're|i'm|we are|i am) (due|meant|supposed) to {title:vp}
2* {due} (remember|don't forget|must|gotta|need) to {title:vp} => drop=1
2* {due} (don't forget to|gotta|need to|must|have to|remember to) {title:vp}
2* (ask|get|tell) me to {title:vp} {due}
2* (can|could) (u|you|ya) add {title:any}
2* (can|could) (u|you|ya) add {title:any} {due}
2* (can|could) (u|you|ya) (pls |plz |)(remind me|rmd me) (to|2) {title:vp} {due}
2* (add|put) (like |just |)(a reminder|a task|a thing) to (uh |um |er |like |){title:vp} {due}
2* {title:event} {due}, (put it in|add it|add that|note it|remind me|in the diary please|don't let me miss it)
2* we('re| are) (having|doing|hosting|going to) {title:event} {due}
2* {title:event} with {title2} => drop=1
2* (my|the|our) {title:event} has been (booked|arranged|set|fixed|confirmed) for {due:target}
2* (there will be|there'll be|theres|there's going to be) {title:aevent} {due}
2* i('ve| have) been (invited to|booked in for|asked to) {title:event} {due} => drop=1
2* i('m| am) (seeing|meeting|having) {title:np} {due} => drop=1
2* {title:np}? {due} => drop=1
""")

LEADING_CONDITION += carriers(r"""
4* {cond} {title:vp}
3* {cond} {title:vp} {due:day}
2* {cond} {due:day} {title:vp}
3* {cond} {due:day}, {title:vp}
2* {cond} {due:day} remind me to {title:vp}
2* {cond} i('ve got| have|'d better) to {title:vp} => drop=1
2* {cond} i (must|should|gotta|will|'ll) {title:vp}
2* {cond} (don't forget|remember) to {title:vp}
2* {due:day} {cond} {title:vp}
2* {due:day} {cond}, remind me to {title:vp}
""")

PLAIN = [c for c in PLAIN if "drop" not in c.const]
LEADING_CONDITION = [c for c in LEADING_CONDITION if "drop" not in c.const]

RICH += carriers(r"""
3* {title:any} {due} {priority:flag} {tags:hash} => drop=1
2* {title:vp}, (it's|its|this is|that's) {priority}
2* {title:vp} {due}. (it's|its|this is|that's|very) {priority}
2* (no rush|whenever|when i get a chance|not urgent|low prio)(,| -|:) {title:vp} => priority=low
2* {title:vp}(,| -) (no rush|not urgent|whenever|low prio|can wait|nothing urgent) => priority=low
2* (asap|urgent|urgently|important|critical|top priority|!!|!!!)(:| -|,) {title:vp} {due} => priority=high
2* {title:vp} {due}(,| -) (urgent|asap|important|critical|top priority|this is important|really important) => priority=high
2* {title:vp} asap => drop=1
2* (add|put|stick|pop|chuck) {title:any} (to|on|in) {list} {due:for}
2* (add|put) {title:any} (to|on|in|under) {list}, {due:bare}, {priority:flag}
2* {list:other}: {title:vp} {due:by}
2* {list:other} - {title:any}
2* {list:other} > {title:any}
2* for (my |the |our |){list:other}( list|)(,|:) {title:vp} {due}
2* in {list:other} (add|put|note) {title:vp} {due}
2* (on|to|in) (the |my |){list:shop}( list|)(:|,) {title:item}
2* {title:any} \({list:other}\)
2* (can|could) you (chuck|stick|pop|put|add) {title:item} (on|in|to) (the |my |our |){list:shop}( list|)
2* we need {title:item} (for|on|in) (the |){list:shop} list
2* need {title:item} (on|for) the {list:shop} list
2* {repeat:bare}(:| -|,) {title:any}
2* {title:vp} {repeat:bare} (please|ok|without fail|from now on|forever)
2* from now on {title:vp} {repeat}
2* (i want|i need|i'd like) to (start |)(remember |)to {title:vp} {repeat} => drop=1
2* (remind|nudge|ping) me {repeat} to {title:vp}
2* {title:vp}, (every time|each time) {due} => drop=1
3* {title:np} {repeat:timed} {due:strongclock}
2* {repeat:timed} {due:strongclock} {title:np}
2* {repeat:timed} {due:strongclock} {title:vp}
2* {title:vp} {repeat} (starting|from|beginning|as of) {due:daybare} at {due:clock} => drop=1
2* add {title:any} {repeat} to (my |the |){list:other}( list|)
2* {title:any} {due} note {notes}
2* {title:any} {due} \(note: {notes}\)
2* {title:vp} {due}. {notes:sentence} => drop=1
""")
RICH = [c for c in RICH if "drop" not in c.const]

SERIES += carriers(r"""
7* {titles:lines}
3* {titles:plainlines}
4* {titles:plainlines}
2* (todo|to do|list|jobs|plan|things|tasks|chores|errands)( list|) for {due:daybare}:\n{titles:lines}
2* (todo|to do|jobs|plan|tasks|chores|errands) {due:bare}:\n{titles:plainlines}
2* {due:daybare}\n{titles:lines}
2* (todo|to do|to-do list|todo list|tasks|jobs|chores|my list|list|errands)\n{titles:lines}
2* (remember to|don't forget to|need to|i need to|must):\n{titles:lines}
3* {list:shop}:\n{titles:plainlines}
2* (please |can you |)(add|put) (these|all of these|the following|this) (to|on) (my |the |){list}( list|):\n{titles:plainlines}
2* (hi|hello|hey|morning)( errand|)(, |. )(here's|here is) (my list|what i need to do|my to-do list|today's list):\n{titles:lines}
3* {list:shop}: {titles:item}
2* {titles:item} for (the |my |){list:shop}( list|)
2* {titles:item} (on|onto|to|in) {list:shop}
2* {titles:item+and} (on|onto|to|in) {list:shop}
2* add {titles:any3} to (my |the |our |){list:other}( list|)
2* (can|could) (u|you|ya) (add|put) {titles:item+and} (to|on|in) {list:shop}
2* {list:other}: {titles:any3}
2* (shopping|groceries|buy|need|pick up|get|we need|running out of|out of)(:| -) {titles:item}
2* {due:bare}: {titles:np}
2* {due:bare}: {titles:vp}
2* {due} - {titles:vp}
2* {titles:vp} {due:bare} => drop=1
2* (jobs|chores|errands|plan|tasks) for {due:daybare}(:| -) {titles:any3}
2* add {titles:vp}
2* add {titles:any3}
""")
SERIES = [c for c in SERIES if "drop" not in c.const]
