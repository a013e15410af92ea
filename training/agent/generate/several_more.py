"""Several calls of different tools in one carrier.

`=> c1=complete_task c2=add_task`: a slot's number says whose argument it is; a slot without one goes to every call whose tool
has that argument. `c2.task=~task1` copies the first call's task once more: "reopen the sink and remind me about it at 8".
"""

from __future__ import annotations

import re

from .core import Clause, K, W, carriers, choose_carrier, fill, to_calls
from .people import RUN_ON
from .render import SPEC_ORDER
from .slots import SLOTS

MULTI = carriers(r"""
// additions, each with its own day or time
6* {title1:vp} {due1:day}, {title2:vp} {due2:day}, {title3:vp} {due3:day} => all=add_task
4* {title1:vp} {due1}, {title2:vp} {due2}, {title3:vp} {due3} => all=add_task
4* {title1:vp} {due1}, {title2:vp} {due2} and {title3:vp} {due3} => all=add_task
3* {title1:vp} {due1:time}, {title2:vp} {due2:time} and {title3:vp} => all=add_task
3* {title1:vp} {due1:time}, {title2:vp} {due2:time} (and|then) {title3:vp} {due3:time} => all=add_task
3* {title1:vp} {due1:time} then {title2:vp} {due2:time} then {title3:np} {due3} => all=add_task
2* {title1:vp} {due1:time}, then {title2:vp} {due2:time}, then {title3:vp} {due3:time} => all=add_task
3* {title1:vp}, {title2:vp} and {title3:vp} => all=add_task
2* {title1:vp}, {title2:vp}, {title3:vp} and {title4:vp} => all=add_task
2* {title1:vp}, {title2:vp}, {title3:vp} => all=add_task
2* (i|we) (need|have|'ve got) to {title1:vp}, {title2:vp} {due2} and {title3:vp} => all=add_task
2* (must|gotta|need to|have to) {title1:vp} {due1}, {title2:vp} {due2} and {title3:vp} {due3} => all=add_task
3* {title1:np} {due1}, {title2:np} {due2}, {title3:np} {due3} => all=add_task
2* {title1:np} {due1:day} and {title2:np} {due2:day} and {title3:np} {due3:day} => all=add_task
2* {due1:daybare} {title1:vp}, {due2:daybare} {title2:vp}, {due3:daybare} {title3:vp} => all=add_task
2* {due1:daybare} - {title1:any}, {due2:daybare} - {title2:any} => all=add_task
2* {due1:daybare}: {title1:any}; {due2:daybare}: {title2:any}; {due3:daybare}: {title3:any} => all=add_task
2* {title1:any} \({due1:bare}\), {title2:any} \({due2:bare}\) => all=add_task
2* {title1:any} \({due1:bare}\), {title2:any} \({due2:bare}\), {title3:any} \({due3:bare}\) => all=add_task
2* {title1:any} - {due1:bare}, {title2:any} - {due2:bare}, {title3:any} - {due3:bare} => all=add_task
1* {title1:any} -> {due1:bare}; {title2:any} -> {due2:bare} => all=add_task
3* add {title1:any}, {title2:any} and {title3:any} => all=add_task
3* add {title1:vp} {due1}, {title2:vp} {due2} and {title3:vp} {due3} => all=add_task
2* add {title1:any} and also {title2:any} {due2} => all=add_task
2* add {title1:vp} {due1:time} and {title2:vp}, {priority2:flag} => all=add_task
2* add {title1:vp} {due1}, {priority1:flag}, and {title2:vp} {due2}, {priority2:flag} => all=add_task
1* {title1:vp} \({priority1}\), {title2:vp} \({priority2}\) and {title3:vp} \({priority3}\) => all=add_task
2* add {title1:vp} as {priority1} and {title2:vp} as {priority2} => all=add_task
2* {title1:vp} {tags1:hash}, {title2:vp} {tags2:hash} => all=add_task
3* (two|2|couple of) things: {title1:vp} {due1} and {title2:vp} {due2} => all=add_task
2* (three|3|a few) things: {title1:vp} {due1}, {title2:vp} {due2}, {title3:vp} {due3} => all=add_task
2* (todo|to do|tasks|reminders|new tasks): {title1:vp} {due1}, {title2:vp} {due2}, {title3:vp} => all=add_task
2* (todo|to do|tasks|reminders): {title1:vp}, {title2:vp} {due2} and {title3:np} => all=add_task
2* (add|new|create) (3|three) tasks: {title1:vp}, {title2:vp} {due2}, {title3:np} {due3} => all=add_task
2* remind me to {title1:vp} {due1}, {title2:vp} {due2} and {title3:vp} {due3} => all=add_task
2* remind me {due1} to {title1:vp}, {due2} to {title2:vp} and {due3} to {title3:vp} => all=add_task
2* remind me to {title1:vp} {due1}. (also|and|oh and) {title2:vp} {due2} => all=add_task
1* remind me to {title1:vp} {repeat1} and {title2:vp} {repeat2} => all=add_task
2* {title1:vp} {repeat1}, {title2:vp} {repeat2} => all=add_task
1* {title1:vp} {repeat1} and {title2:vp} {repeat2} and {title3:vp} {due3} => all=add_task
2* {title1:any} {due1}\n{title2:any} {due2}\n{title3:any} {due3} => all=add_task
1* {title1:any} {due1}\n{title2:any}\n{title3:any} {due3}\n{title4:any} => all=add_task
2* - {title1:any} {due1}\n- {title2:any}\n- {title3:any} {due3} => all=add_task
1* - {title1:any} {priority1:flag}\n- {title2:any} {due2}\n- {title3:any} {tags3:hash} => all=add_task
2* 1. {title1:any} {due1} 2. {title2:any} {due2} 3. {title3:any} {due3} => all=add_task
1* 1) {title1:any} 2) {title2:any} {due2} => all=add_task
1* * {title1:any} - {due1:bare}\n* {title2:any} - {due2:bare} => all=add_task
// one day for all, said at the head
3* (todo|to do|tasks|jobs|plan|stuff) for {due:daybare}: {title1:vp}, {title2:vp}, {title3:vp} => all=add_task
3* (todo|to do|tasks|jobs|plan|list) for {due:daybare}:\n{title1:vp}\n{title2:vp}\n{title3:vp} => all=add_task
2* {due:daybare}: {title1:vp}, {title2:vp} and {title3:vp} => all=add_task
2* {due:daybare} (i need to|i have to|we must|i should|i've got to) {title1:vp}, {title2:vp} and {title3:vp} => all=add_task
2* {due:daybare} - {title1:np}, {title2:np}, {title3:np} => all=add_task
1* on the cards for {due:daybare}: {title1:vp}, {title2:vp} => all=add_task
// into lists
4* add {title1:item}, {title2:item} and {title3:item} to {list} => all=add_task
3* add {title1:item}, {title2:item}, {title3:item} and {title4:item} to (the|my|our) {list} list => all=add_task
3* put {title1:item}, {title2:item} and {title3:item} (on|in) (the |my |){list:shop}( list|) => all=add_task
2* add {title1:item}, {title2:item}, {title3:item}, {title4:item} and {title5:item} to {list} => all=add_task
3* (add|put) {title1:any} and {title2:any} (to|in|on) {list} => all=add_task
2* {title1:item}, {title2:item}, {title3:item} (to|on) (the |my |our |){list}( list|)( please| pls|) => all=add_task
2* {list}: {title1:any}, {title2:any}, {title3:any} => all=add_task
2* in {list} (add|put) {title1:any}, {title2:any} and {title3:any} => all=add_task
2* (shove|stick|pop|chuck) {title1:item}, {title2:item} and {title3:item} (on|in) (the |my |){list:shop}( list|) => all=add_task
3* put {title1:np} and {title2:np} in {list12}, and {title3:np} in {list3} => all=add_task
3* add {title1:item} and {title2:item} to {list12:shop} and {title3:vp} to {list3:other} => all=add_task
2* (add|put) {title1:any} (to|in) {list1} and {title2:any} (to|in) {list2} => all=add_task
2* {title1:item} to {list1:shop}, {title2:vp} to {list2:other}, {title3:vp} to {list3:other} => all=add_task
2* {list1:other}: {title1:vp}, {list2:other}: {title2:vp} => all=add_task
1* {list1:shop}: {title1:item}, {title2:item}; {list2:other}: {title3:vp} => drop=1
2* add {title1:vp} to {list1} {due1} and {title2:vp} to {list2} {due2} => all=add_task
2* new tasks in {list}: {title1:vp} {due1}, {title2:vp} {due2} => all=add_task
2* add to {list}: {title1:vp} {due1}, {title2:vp}, {title3:vp} {due3} => all=add_task
2* add {title1:vp} and {title2:vp} to {list}, both {priority} => all=add_task
2* add {title1:vp} and {title2:vp}, both {due} => all=add_task
2* add {title1:vp} and {title2:vp}, (both |all |){tags:hash} => all=add_task
// added, then looked at
5* add {title1:any}, add {title2:any} and (show|list) (me |)(my |the |)(tasks|list) => c1=add_task c2=add_task c3=list_tasks
4* add {title1:any}, add {title2:any}(,|) then (show|tell) me what's (due|on) {due3:onstretch} => c1=add_task c2=add_task c3=list_tasks
4* add {title1:any} {due1} and {title2:any} {due2}, then (show|list) (me |)everything (due |for ){due3:stretch} => c1=add_task c2=add_task c3=list_tasks
3* add {title1:any} to {list1} and (show me|open|list) (the|that|my) list => c1=add_task c2=list_tasks c2.list=~list1
3* add {title1:any} to {list1} and then show me {list2} => c1=add_task c2=list_tasks
2* {title1:vp} {due1} and (also |then |)what else is (on|due) {due2:onstretch}(?|) => c1=add_task c2=list_tasks
2* remind me to {title1:vp} {due1} and (tell|show) me what's (on|due) {due2:onstretch} => c1=add_task c2=list_tasks
2* add {title1:any} and tell me what to do (next|first) => c1=add_task c2=suggest_next
2* add {title1:any} and (summarise|sum up) (my |){due2:stretch} => c1=add_task c2=summarize_tasks
1* add {title1:any} and export (everything|the lot|my tasks) (as|to) csv => c1=add_task c2=export_tasks c2.format=csv
1* add {title1:any} and export (everything|the lot|my tasks) (as|to) json => c1=add_task c2=export_tasks c2.format=json
// done, and then
5* {task1:np} {_is} done, (now |)add {title2:vp} {due2} => c1=complete_task c2=add_task
4* {task1:np} {_is} (done|sorted|finished). add {title2:vp} {due2} => c1=complete_task c2=add_task
3* (tick|cross|check) off {task1:np} and add {title2:any} {due2} => c1=complete_task c2=add_task
3* i {task1:past}, (so |)(now |)(remind me to|i need to|add) {title2:vp} {due2} => c1=complete_task c2=add_task
3* i('ve| have) {task1:pp}, next (up |)(is |)(to |){title2:vp} {due2} => c1=complete_task c2=add_task
3* {task1:np} {_is} (done|finished|sorted) and {task2:np} (is|too|as well|is too). next (up |)(is to |)(I'll |){title3:vp} {due3} => c1=complete_task c2=complete_task c3=add_task
3* {task1:np} {_is} (done|sorted|fixed|paid), {task2:np} (is done|done|is sorted|done too|is finished) => all=complete_task
3* {task1:np} done, {task2:np} done, {task3:np} done => all=complete_task
3* {task1:np} is (done|sorted|fixed), {task2:np} is (done|sorted|fixed), but {task3:np} (needs to wait till|needs another go|has to wait until|is moved to|slips to) {due3:target} => c1=complete_task c2=complete_task c3=update_task
3* {task1:np} is (done|finished|sorted) but {task2:np} (moves to|slips to|has moved to|has to wait till|needs pushing to|is now) {due2:target} => c1=complete_task c2=update_task
3* (two|2|couple of) things( -|:|,) i {task1:past}, and {task2:np} can (go|be deleted|be dropped|come off) => c1=complete_task c2=delete_task
3* i {task1:past} and {task2:np} (is off|is cancelled|can go|isn't needed any more) => c1=complete_task c2=delete_task
3* i {task1:past}, {task2:past} and {task3:past} => all=complete_task
3* i('ve| have) {task1:pp}, {task2:pp} and {task3:pp} => all=complete_task
3* (mark|tick) {task1:np}, {task2:np} and {task3:np} (as |)(done|off|complete) => all=complete_task
2* (both |){task1:np} and {task2:np} (have been|are|are both) (done|sorted|finished|dealt with) => all=complete_task
2* neither {task1:np} nor {task2:np} is needed (any more|now) => all=delete_task
2* both {task1:np} and {task2:np} can (go|be deleted|come off) => all=delete_task
3* (delete|bin|remove|scrap|drop) {task1:np}, {task2:np} and {task3:np} => all=delete_task
3* (drop|bin|scrap|delete) {task1:np}, keep {_keep} and (move|shift|push) {task3:np} to {due3:target} => c1=delete_task c3=update_task
3* (drop|bin|scrap|delete) {task1:np} and (move|shift|push|bump) {task2:np} to {due2:target} => c1=delete_task c2=update_task
2* keep {_keep} but (drop|bin|delete) {task2:np} => c2=delete_task
2* {task1:np} is (off|cancelled) and {task2:np} is (now |moved to |){due2:target} => c1=delete_task c2=update_task
3* {task1:np} done, delete {task2:np}, (move|push) {task3:np} to {due3:target} => c1=complete_task c2=delete_task c3=update_task
2* complete {task1:np}, (move|push|shift) {task2:np} to {due2:target} and delete {task3:np} => c1=complete_task c2=update_task c3=delete_task
2* finished {task1:np}. (push|move) {task2:np} {due2:shift} and add {title3:any} => c1=complete_task c2=update_task c3=add_task
2* delete {task1:np} and add {title2:any} (instead|in its place|) {due2} => c1=delete_task c2=add_task
2* replace {task1:np} on the list: delete it and add {title2:any} => c1=delete_task c2=add_task
// changes of several tasks
3* (move|push|shift) {task1:np} to {due1:target}, {task2:np} to {due2:target} and {task3:np} to {due3:target} => all=update_task
3* {task1:np} to {due1:target}, {task2:np} to {due2:target} => all=update_task
3* make {task1:np} {priority1} and {task2:np} {priority2} => all=update_task
3* set {task1:np} to {priority1:word}, {task2:np} to {priority2:word} => all=update_task
2* {task1:np} is {priority1}, {task2:np} is {priority2} => all=update_task
2* tag {task1:np} (as|with) {tags1:one} and {task2:np} (as|with) {tags2:one} => all=update_task
2* (move|push|shift) {task1:np} and {task2:np} {due:shift} => all=update_task
2* (rename|change) {task1:full} to {title1:any} and {task2:full} to {title2:any} => all=update_task
2* stop repeating {task1:np} and (delete|remove|drop) {task2:np} => c1=update_task c1.repeat=@none c2=delete_task
2* stop repeating {task1:np} and (move|push) {task2:np} to {due2:target} => c1=update_task c1.repeat=@none c2=update_task
2* (clear|remove) the (date|due date|deadline) (on|from) {task1:np} and make {task2:np} {priority2} => c1=update_task c1.due=@none c2=update_task
2* take the tags off {task1:np} and tag {task2:np} (as|with) {tags2:one} => c1=update_task c1.tags=@clear c2=update_task
// one task, several of its fields
4* make {task1:np} {priority1}, tag it (as |with |){tags1:one} and (move|shift|push) it to {due1:target} => c1=update_task
3* (move|shift|push) {task1:np} to {due1:target}, tag it {tags1:one} and make it {priority1} => c1=update_task
3* (move|shift|push) {task1:np} to {due1:target} and (set it to|make it|give it|mark it) {priority1} => c1=update_task
3* tag {task1:np} (as |with |){tags1:one} and make it {priority1} => c1=update_task
3* tag {task1:np} (as |with |){tags1:one} and (move|shift) it to {due1:target} => c1=update_task
2* make {task1:np} {priority1}, due {due1:bare}, and tag it {tags1:one} => c1=update_task
2* rename {task1:full} to {title1:any}, make it {priority1} => c1=update_task
2* (push|move) {task1:np} to {due1:target} and add a note: {notes1} => c1=update_task
2* {task1:np}: {priority1}, {due1:bare}, {tags1:hash} => c1=update_task
3* (set|make) {task1:np} (to |)repeat {repeat1:bare} and (move|put) it (to|in) {list1:other} => c1=update_task
2* make {task1:np} repeat {repeat1:bare} and tag it {tags1:one} => c1=update_task
2* make {task1:np} {priority1} and repeat it {repeat1:bare} => c1=update_task
3* remind me about {task1:np} {at1:at} and (make|mark|give|set) it {priority2} => c1=set_reminder c2=update_task c2.task=~task1
2* remind me about {task1:np} {at1:at} and tag it {tags2:one} => c1=set_reminder c2=update_task c2.task=~task1
2* make {task1:np} {priority1} and remind me (about it |){at2:at} => c1=update_task c2=set_reminder c2.task=~task1
2* (move|push) {task1:np} to {due1:target} and (remind|ping|nudge) me (about it |){at2:before} => c1=update_task c2=set_reminder c2.task=~task1
4* (reopen|untick|uncheck|unmark) {task1:np} and (ping|remind|nudge) me (about it |){at2:at} => c1=reopen_task c2=set_reminder c2.task=~task1
3* (reopen|untick|uncheck) {task1:np} and (move|push|shift) it to {due2:target} => c1=reopen_task c2=update_task c2.task=~task1
2* (reopen|untick) {task1:np} and make it {priority2} => c1=reopen_task c2=update_task c2.task=~task1
2* {task1:np} {_isnt} done after all, (move|push) it to {due2:target} => c1=reopen_task c2=update_task c2.task=~task1
2* move {task1:np} to {list1:other} and (remind|ping) me about it {at2:at} => c1=move_task c2=set_reminder c2.task=~task1
2* add {title1:any} as a (step|subtask) (of|to|under) {task1:np} and (move|push) it to {due2:target} => c1=add_subtask c2=update_task c2.task=~task1
// steps
4* under {task} (add|put) {title1:any}, {title2:any} and {title3:any} (as steps|as subtasks|) => all=add_subtask
4* (add|put) {title1:any}, {title2:any} and {title3:any} (as steps|as subtasks) (of|to|under|in|for) {task:np} => all=add_subtask
3* (break|split) {task:np} (down |up |)into {title1:vp}, {title2:vp} and {title3:vp} => all=add_subtask
3* (steps|subtasks) for {task:np}: {title1:vp}, {title2:vp}, {title3:vp} => all=add_subtask
3* {task:np} has (two|three|a few) (steps|parts): {title1:vp}, {title2:vp} => all=add_subtask
2* add (two|2) (steps|subtasks) to {task:np}: {title1:vp} and {title2:vp} => all=add_subtask
2* for {task:np}, first {title1:vp}, then {title2:vp} => drop=1
// lists
5* (make|create|start|set up) a (new |)list (called|named|for) {name1} and (put|add|stick) {title2:any}, {title3:any} and {title4:any} (on|in|to) it => c1=create_list c2=add_task c3=add_task c4=add_task c2.list=~name1 c3.list=~name1 c4.list=~name1
4* (make|create|start) a {name1} list and (put|add) {title2:any}, {title3:any} and {title4:any} (on|in|to) it => c1=create_list c2=add_task c3=add_task c4=add_task c2.list=~name1 c3.list=~name1 c4.list=~name1
3* create (a |)list {name1}. move {task2:np} (into|to) it. add {title3:any} (to it|there) (too|as well|) => c1=create_list c2=move_task c2.list=~name1 c3=add_task c3.list=~name1
3* (make|create|start) a list (called|named) {name1} and move {task2:np} (into|to) it => c1=create_list c2=move_task c2.list=~name1
2* (make|create|start) a list (called|named) {name1} and move {task2:np} and {task3:np} (into|to) it => c1=create_list c2=move_task c2.list=~name1 c3=move_task c3.list=~name1
2* new list {name1}, then (put|add) {title2:any} {due2} (in|to) it => c1=create_list c2=add_task c2.list=~name1
3* delete (the |my )(old |){list1} list, (create|make|start) one (called|named|for) {name2} and add {title3:any} to it => c1=delete_list c2=create_list c3=add_task c3.list=~name2
3* delete (the |my ){list1} list and (create|make) (one|a list) (called|named) {name2} => c1=delete_list c2=create_list
3* rename {list1} to {name1} and (delete|remove|bin|drop) (the |my |){list2}( list| one) => c1=rename_list c2=delete_list
2* rename (the |my ){list1} list to {name1} and add {title2:any} to it => c1=rename_list c2=add_task c2.list=~name1
2* (create|make) (two|2) lists(:|,) {name1} and {name2} => all=create_list
2* (create|make|start) a list for {name1} and (one|another|another one) for {name2} => all=create_list
2* (delete|remove|bin) (the |my ){list1} and {list2} lists => all=delete_list
2* rename {list1} to {name1} and {list2} to {name2} => all=rename_list
2* move {task1:np} and {task2:np} to {list} and (delete|bin) {task3:np} => c1=move_task c2=move_task c3=delete_task
3* move {task1:np} to {list1} and {task2:np} to {list2} => all=move_task
// looking twice
3* how many (are |)(left|open) in {list1}, and (which ones are|what's) due {due2:onstretch}(?|) => c1=summarize_tasks c2=list_tasks
3* find {text1:subject} and (tell|show) me what's (on|due) {due2:onstretch} => c1=search_tasks c2=list_tasks
3* (find|look for) the {text1:subject} (one|task|thing) and (list|show) {list2:other} => c1=search_tasks c2=list_tasks
2* what's (on|due) {due1:onstretch} and (on |due |){due2:onstretch}(?|) => all=list_tasks
3* (show|open) {list1} and {list2} => all=list_tasks
2* (show|list) (me |)what's overdue and what's (due|on) {due2:onstretch} => c1=list_tasks c1.status=overdue c2=list_tasks
2* what's (on|due) {due1:onstretch} and what's overdue(?|) => c1=list_tasks c2=list_tasks c2.status=overdue
2* (show|list) what's done and what's (left|open|still open) => c1=list_tasks c1.status=done c2=list_tasks c2.status=open
2* (summarise|sum up) {due1:stretch} and (then |)(suggest something|tell me where to start|pick a task) => c1=summarize_tasks c2=suggest_next
2* (clear|purge|remove) (the |)(done|completed|finished) (tasks|ones|items) and (show|list) (me |)what's left => c1=clear_completed c2=list_tasks c2.status=open
2* (clear|purge|remove) (the |)(done|completed|finished) (tasks|ones|items) and (push|move) everything overdue to {due2:target} => c1=clear_completed c2=postpone_tasks c2.f.status=overdue
2* (push|move) everything (due |from |){f.due1:stretch} to {due1:target} and delete {task2:np} => c1=postpone_tasks c2=delete_task
2* (bin|delete) everything tagged {f.tag1} and (push|move) everything tagged {f.tag2} to {due2:target} => c1=delete_tasks c2=postpone_tasks
2* undo (that|it) and add {title2:any} instead => c1=undo c2=add_task
2* undo that and (move|push) {task2:np} to {due2:target} instead => c1=undo c2=update_task
2* what's next and how much is left {due2:onstretch}(?|) => c1=suggest_next c2=summarize_tasks
""")
MULTI = [c for c in MULTI if "drop" not in c.const] + RUN_ON


def calls_of(values, const):
    """Each slot's value goes to the calls its digits name; without a digit, to all that take it."""
    const = dict(const)
    everywhere = const.pop("all", None)
    numbers = sorted({d for k in values for d in re.findall(r"\d", k)} | {m[1] for k in const if (m := re.match(r"c(\d)", k))})
    tools = {n: const.get(f"c{n}", everywhere) for n in numbers}
    calls = []
    for n in numbers:
        tool = tools[n]
        if tool is None:
            continue
        args = {}
        for key, value in values.items():
            name, digits = re.match(r"([a-z_.]+)(\d*)$", key).groups()
            known = name in SPEC_ORDER[tool].split() or name.startswith("f.")
            if n in digits or not digits and known:
                args[name] = value
        for key, value in const.items():
            if key.startswith(f"c{n}."):
                args[key[3:]] = K(value[1:]) if isinstance(value, str) and value.startswith("~") else value
        calls += to_calls(tool, args, {})
    return calls


def multi(env):
    row, text, cid = choose_carrier(env, MULTI)
    segs, values = fill(env, text, SLOTS)
    return Clause(segs, calls_of(values, row.const), carrier=cid)
