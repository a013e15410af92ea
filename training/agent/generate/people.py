"""Sentences in the way people type when nobody corrects them: several commands run together, days in a row with a time,
putting things off, the same again. Each table is appended to the family it belongs to."""

from __future__ import annotations

from .core import carriers

# "gym mon wed fri 7am": three days in a row, or two in the plural, are a repetition; the time beside them is the due
WEEKDAY_SETS = carriers(r"""
5* {title:event} {repeat:set} {due:strongclock}
4* {title:np} {repeat:set} at {due:clock}
4* {title:vp} {repeat:set} {due:strongclock}
3* {title:vp} {repeat:set} at {due:clock}
3* {title:event} {repeat:set}
2* {title:vp} {repeat:set}
2* {repeat:set} {title:event} {due:strongclock}
2* {repeat:set} {due:strongclock} {title:event}
2* {repeat:set} at {due:clock} {title:vp}
2* {repeat:set}: {title:vp}
2* {title:event} {due:strongclock} {repeat:set}
2* {title:event} at {due:clock} {repeat:set}
2* {title:vp} {due:strongclock}, {repeat:set}
2* {title:event}, {repeat:set}, {due:strongclock}
2* remind me to {title:vp} {repeat:set} at {due:clock}
2* remind me {repeat:set} at {due:clock} to {title:vp}
2* i('ve got| have|'ve) {title:event} {repeat:set} at {due:clock}
2* add {title:any} {repeat:set} {due:strongclock}
1* add {title:any} {repeat:set}
1* put {title:event} (down |in |)(for |on |){repeat:set} at {due:clock}
1* {title:event} {repeat:set} {due:strongclock} (from now on|please|until further notice|every week from now)
1* {title:vp} {repeat:set} (before|by) {due:clock} => drop=1
1* {title:event} {repeat:set} {due:strongclock} {tags:hash}
1* {title:event} {repeat:set} {due:strongclock}, {priority:flag}
1* add {title:any} {repeat:set} at {due:clock} to (my |the |){list:other}( list|)
""")
WEEKDAY_SETS = [c for c in WEEKDAY_SETS if "drop" not in c.const]

SKIPPED = carriers(r"""
5* skip {task:bare} (today|tonight|this time|this week|tomorrow)(, | - | and | |; )(do it|make it|move it to|i'll do it|push it to|have it) {due:target}
4* skip {task:np} (today|tonight|tomorrow)(, | - | and )(do it|move it to|i'll go|go) {due:target} (instead|)
3* (skipping|missing|no) {task:bare} (today|tonight|this week)(, | - | so )(do it|doing it|i'll do it|move it to|make it|going) {due:target}( instead|)
3* (didn't|didnt) (get to|do|make it to|manage|get round to|get around to|finish) {task:np}( today| yesterday|)(, | - |, so )(move it to|push it to|do it|i'll do it|make it|put it on) {due:target}
3* (missed|forgot) {task:np}( today| yesterday| this morning|)(, | - | so |, )(move it to|push it to|do it|i'll do it|make it) {due:target}
3* (not|no) {task:bare} (today|tonight), {due:target}( instead|)
3* {task:bare} {due:daybare} (instead of|not|rather than) (today|tonight|{_day})
2* {task:bare}( is| was|) (today|tonight) but (make it|move it to|i'll do it|let's do) {due:target}
2* too (tired|busy|ill|late) for {task:np} (today|tonight|now)(, | - )(move it to|do it|make it|push to) {due:target}
2* (can't|cant|cannot) (do|make|face|fit in) {task:np} (today|tonight|this week|{_day})(, | - |, so |; )(move it to|how about|try|make it|let's say|push to) {due:target}
2* {task:np} (won't|wont|isn't going to|aint gonna) happen (today|tonight|this week)(, | - |, so )(move it to|do it|push it to|try) {due:target}
2* {task:np} (can wait|can slide|slides|slips|gets pushed|gets bumped) (to|until|till) {due:target}
2* (do|doing|i'll do) {task:np} {due:target} (not today|instead of today|rather than today)
2* (take|got|getting) {task:np} off (today|tonight)(, | and )(put it on|do it|move it to) {due:target}
2* (running|i'm running|i'm) late (for|on|with) {task:np}(, | - )(make it|move it to|push to|push it to) {due:strongclock}
2* (rebook|rearrange|re-arrange|reschedule|resched|rejig|re-plan) {task:np} (to|for) {due:target}
2* (rebooked|rearranged|rescheduled|moved) {task:np} (to|for) {due:target}
""")

CALLED_OFF = carriers(r"""
5* {task:bare}'s off( today| tonight| now| this week| after all|)
4* {task:event}'s off( today| tonight| tomorrow| now|)
3* {task:bare} (is|was) off( today| tonight|)
3* {task:bare} off (today|tonight)(, (coach|teacher|she|he)'s ill| they cancelled|)
2* {task:bare} cancelled( today| tonight| this week| tomorrow|)
2* they('ve| have|) (cancelled|canceled|called off|scrapped) {task:event}( today| tonight|)
2* {task:event} (got|has been|was) (cancelled|called off|rained off)( today| tonight|)
2* no more {task:bare}(, delete it|, remove it|, take it off| please|)
2* don't (bother|worry) with {task:np}( today| any more| now|)
2* {task:bare}? not (happening|needed|going|on)( today| any more|)
""")

# The second sentence: the same once more, on another day or time
AGAIN = carriers(r"""
4* (copy|duplicate|clone) (it|that|this|that one) (to|for|on|onto) {due:target}( as well| too| also|)
3* (copy|duplicate|clone|repeat) (it|that|this) {due}( as well| too|)
2* (make|do|add|create) a (copy|duplicate|second one) (for|on) {due:target}( as well| too|)
3* (put|add|stick|do) (it|that|this|one) (on|in for|down for|for) {due:target} (as well|too|also)
3* (same|the same)( thing| one| again|) (for|on) {due:target}( as well| too| please|)
2* and (on |for |){due:target} (as well|too|also)
2* {due:target} (as well|too|also)
2* (and|plus) {due:target} (as well|too|while you're at it)
2* (i need|need|want) (it|that|the same|one) (on|for) {due:target} (as well|too)
2* (also|and also) (put|add|do) (it|that) (on|for) {due:target}
2* (can you|could you|pls|please) (copy|duplicate) (it|that) (to|for|on) {due:target}
""")

NEW_TITLE = carriers(r"""
3* (rename|retitle|relabel) (it|that|this|that one) (to|as) {title:any} => task=@it
3* rename (it|that|this): {title:any} => task=@it
2* (rename|change) (it|that|the name|the title) to "{title:any}" => task=@it
2* (name|call) (it|that) {title:any} instead => task=@it
2* (change|fix|edit|correct) the (name|title|wording|text)( of it| of that|) to {title:any} => task=@it
2* (the |)(title|name) should be {title:any} => task=@it
2* new (title|name): {title:any} => task=@it
""")

RUN_ON = carriers(r"""
// nothing between the commands but the commands
4* {title1:vp} {title2:vp} and {title3:vp} => all=add_task
4* {title1:vp} {due1} {title2:vp} {due2} => all=add_task
4* {title1:vp} {due1:day} {title2:vp} {due2:day} {title3:vp} {due3:day} => all=add_task
3* {title1:vp} {title2:vp} {title3:vp} => all=add_task
3* {title1:vp} {title2:vp} => all=add_task
2* {title1:vp} {due1} {title2:vp} => all=add_task
3* {title1:np} {due1:day} {title2:np} {due2:day} {title3:np} {due3:day} => all=add_task
3* {title1:np} {due1:strongclock} {title2:np} {due2:strongclock} {title3:vp} {due3:strongclock} => all=add_task
3* remind me to {title1:vp} {due1} {title2:vp} {due2} => all=add_task
2* (need to|gotta|i need to|have to) {title1:vp} {title2:vp} and {title3:vp} => all=add_task
2* (need to|gotta|must) {title1:vp} {due1} {title2:vp} {due2} and {title3:vp} => all=add_task
3* add {title1:any} add {title2:any} => all=add_task
2* add {title1:vp} {due1} add {title2:vp} {due2} => all=add_task
2* add {title1:any} {due1} and {title2:any} {due2} and {title3:any} => all=add_task
2* {title1:vp} and {title2:vp} and {title3:vp} => all=add_task
2* {title1:vp} {due1} and {title2:vp} {due2} and {title3:vp} {due3} => all=add_task
2* {title1:vp} & {title2:vp} {due2}, {title3:vp} => all=add_task
2* {title1:vp} / {title2:vp} / {title3:vp} => all=add_task
2* {title1:any} + {title2:any} {due2} => all=add_task
3* {title1:vp} {due1} oh and {title2:vp} {due2} => all=add_task
2* {title1:vp} {due1}. oh and {title2:vp} {due2}. and {title3:vp} => all=add_task
2* {title1:vp}.. {title2:vp} {due2}.. {title3:vp} => all=add_task
2* {title1:vp} - {title2:vp} {due2} - {title3:vp} => all=add_task
2* {title1:vp} {due1}, then at {due2:strongclock} {title2:vp}, then {title3:vp} => all=add_task
2* after that {title1:vp}, then {title2:vp} {due2} => all=add_task
2* {title1:vp} by {due1:clock}, {title2:vp} by {due2:clock} => all=add_task
2* on {due1:daybare} {title1:vp} and on {due2:daybare} {title2:vp} => all=add_task
2* {title1:vp} (on|by) {due1:daybare} and {title2:vp} the day after => drop=1
2* {title1:vp} {repeat1} and {title2:vp} {due2} => all=add_task
2* {title1:event} {repeat1:set} {due1:strongclock} and {title2:event} {repeat2} => all=add_task
2* {title1:event} {due1}, {title2:vp} {repeat2} => all=add_task
// shared dates, lists, marks
4* {due:daybare} {title1:vp} {title2:vp} and {title3:vp} => all=add_task
3* (for|on) {due:daybare}: {title1:vp}, {title2:vp} and {title3:vp} => all=add_task
3* {title1:vp}, {title2:vp} and {title3:vp}, all (for |by |on |due |){due:daybare} => all=add_task
3* {title1:vp} and {title2:vp}, both (for |by |on |due |){due:daybare} => all=add_task
2* {title1:vp} {title2:vp} {title3:vp} all (on |for |){due:daybare} => all=add_task
2* {title1:vp}, {title2:vp}, both {priority} => all=add_task
2* {title1:vp} and {title2:vp}, {priority1:flag} for the first => drop=1
3* add {title1:vp}, {title2:vp} and {title3:vp} for {due:daybare} => all=add_task
3* {list:shop} list: {title1:item}, {title2:item}, {title3:item}, {title4:item} => all=add_task
2* {title1:item} {title2:item} and {title3:item} (on|to|for) (the |my |){list:shop} list => all=add_task
2* add {title1:item} {title2:item} {title3:item} to (the |my |){list:shop}( list|) => all=add_task
2* put {title1:vp} and {title2:vp} (on|in) {list:other} for {due:daybare} => all=add_task
2* on {list:other}: {title1:vp} {due1}, {title2:vp} {due2} => all=add_task
2* add {title1:any} to {list1:other}, {title2:any} to {list2:other} and {title3:item} to {list3:shop} => all=add_task
2* add {title1:any} {due1} in {list1:other} and {title2:any} {due2} in {list2:other} => all=add_task
// mixed tools run together
5* {task1:bare} done {task2:bare} cancelled move {task3:np} to {due3:target} => c1=complete_task c2=delete_task c3=update_task
4* {task1:bare} done, {task2:bare} cancelled => c1=complete_task c2=delete_task
4* {task1:bare} done, {task2:bare} to {due2:target} => c1=complete_task c2=update_task
4* done {task1:np}, delete {task2:np}, add {title3:any} => c1=complete_task c2=delete_task c3=add_task
4* done with {task1:np} delete {task2:np} move {task3:np} to {due3:target} => c1=complete_task c2=delete_task c3=update_task
4* mark {task1:np} done delete {task2:np} and add {title3:vp} {due3} => c1=complete_task c2=delete_task c3=add_task
3* delete {task1:np} move {task2:np} to {due2:target} add {title3:any} {due3} => c1=delete_task c2=update_task c3=add_task
3* delete {task1:np}, {task2:np} is done, {title3:vp} {due3} => c1=delete_task c2=complete_task c3=add_task
4* {task1:np} {_is} done. {title2:vp} {due2}. {title3:vp} {due3} => c1=complete_task c2=add_task c3=add_task
3* {task1:np} {_is} done, {title2:vp} {due2} and delete {task3:np} => c1=complete_task c2=add_task c3=delete_task
3* i {task1:past}. {title2:vp} {due2} and move {task3:np} to {due3:target} => c1=complete_task c2=add_task c3=update_task
3* i {task1:past} and {task2:past}, still need to {title3:vp} {due3} => c1=complete_task c2=complete_task c3=add_task
3* i {task1:past} but (still have to|still need to|now i need to|i must) {title2:vp} {due2} => c1=complete_task c2=add_task
3* i {task1:past}, (move|push|bump) {task2:np} to {due2:target} => c1=complete_task c2=update_task
3* {task1:np} {_is} done and {task2:np} can wait (until|till|til) {due2:target} => c1=complete_task c2=update_task
3* {task1:np} {_is} (off|cancelled), {title2:vp} {due2} instead => c1=delete_task c2=add_task
3* cancel {task1:np} and {title2:vp} {due2} instead => c1=delete_task c2=add_task
3* (move|push|shift) {task1:np} to {due1:target} and remind me to {title2:vp} {due2} => c1=update_task c2=add_task
3* (move|push|shift) {task1:np} to {due1:target}, mark {task2:np} (as |)done => c1=update_task c2=complete_task
3* (move|push|shift) {task1:np} to {due1:target}, delete {task2:np} and {task3:np} => c1=update_task c2=delete_task c3=delete_task
3* (move|push|shift) {task1:np} and {task2:np} to {due12:target} and {task3:np} to {due3:target} => all=update_task
3* {task1:np} and {task2:np} to {due:target} => all=update_task
3* swap: {task1:np} to {due1:target}, {task2:np} to {due2:target} => all=update_task
3* {title1:vp} {due1} and mark {task2:np} (as |)(done|complete) => c1=add_task c2=complete_task
3* {title1:vp} {due1} and (delete|remove|scrap|bin) {task2:np} => c1=add_task c2=delete_task
3* {title1:vp} {due1}, {task2:np} {_is} done => c1=add_task c2=complete_task
2* add {title1:any} to {list1:other}, move {task2:np} there too => drop=1
3* add {title1:any} to {list1:other} and move {task2:np} to {list2:other} => c1=add_task c2=move_task
3* move {task1:np} to {list1:other}, {task2:np} to {list2:other} and delete {task3:np} => c1=move_task c2=move_task c3=delete_task
3* move {task1:np} to {list1:other} and mark {task2:np} (as |)done => c1=move_task c2=complete_task
3* make {task1:np} {priority1}, {task2:np} {priority2} and {task3:np} {priority3} => all=update_task
3* {task1:np} is (now |){priority1}, move {task2:np} to {due2:target} => all=update_task
3* tag {task1:np} {tags1:one}, {task2:np} {tags2:one} => all=update_task
3* reopen {task1:np} and delete {task2:np} => c1=reopen_task c2=delete_task
3* {task1:np} {_isnt} done, {task2:np} {_is} => c1=reopen_task c2=complete_task
3* rename {task1:full} to {title1:any} and move {task2:np} to {due2:target} => c1=update_task c2=update_task
3* (remind|ping|nudge) me about {task1:np} {at1:at} and (add|put down) {title2:any} {due2} => c1=set_reminder c2=add_task
2* undo that and delete {task2:np} => c1=undo c2=delete_task
2* undo, then add {title2:any} {due2} => c1=undo c2=add_task
3* {title1:vp} {due1}\nmark {task2:np} done\ndelete {task3:np} => c1=add_task c2=complete_task c3=delete_task
3* {task1:bare} done\n{task2:bare} done\nadd {title3:any} {due3} => c1=complete_task c2=complete_task c3=add_task
3* - {task1:np} done\n- move {task2:np} to {due2:target}\n- add {title3:any} => c1=complete_task c2=update_task c3=add_task
2* 1. add {title1:any} 2. delete {task2:np} 3. move {task3:np} to {due3:target} => c1=add_task c2=delete_task c3=update_task
3* new list {name1} and (add|put) {title2:vp} and {title3:vp} (in|on|to) it => c1=create_list c2=add_task c3=add_task c2.list=~name1 c3.list=~name1
3* (make|create) a list {name1}, add {title2:any}, {title3:any} {due3} => c1=create_list c2=add_task c3=add_task c2.list=~name1 c3.list=~name1
// and then something to look at
4* {title1:vp} {due1}, what's (on|due) {due2:onstretch}(?|) => c1=add_task c2=list_tasks
3* {task1:np} {_is} done, what's (left|still open)(?|) => c1=complete_task c2=list_tasks c2.status=open
4* {task1:np} {_is} done, what's next(?|) => c1=complete_task c2=suggest_next
3* i {task1:past}, what (should i do|do i do|now|shall i do) next(?|) => c1=complete_task c2=suggest_next
3* i {task1:past} and {task2:past}. what's (left |on )(for |){due3:daybare}(?|) => c1=complete_task c2=complete_task c3=list_tasks
3* delete {task1:np} and show (me |)(what's left|the rest|what remains) => c1=delete_task c2=list_tasks
3* delete {task1:np} and show me {list2:other} => c1=delete_task c2=list_tasks
3* move {task1:np} to {due1:target} and show (me |){due2:stretch} => c1=update_task c2=list_tasks
3* what's (on|due) {due1:onstretch}(?|) (also|and|oh and) add {title2:any} {due2} => c1=list_tasks c2=add_task
2* what's overdue and how many are left in {list2:other}(?|) => c1=list_tasks c1.status=overdue c2=summarize_tasks
2* clear the (done|finished|completed) ones and add {title2:any} => c1=clear_completed c2=add_task
2* push everything {f.due1:stretch} to {due1:target} and add {title2:any} {due2} => c1=postpone_tasks c2=add_task
""")
RUN_ON = [c for c in RUN_ON if "drop" not in c.const]
