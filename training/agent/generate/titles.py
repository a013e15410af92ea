"""Task titles: composed from verb + object + complement over the domains of life, single nouns, and tricky ones.

In a title's pattern <...> marks the words that name the task later ("pay the <gas bill>": "the gas bill is paid");
<@...> marks a person or a firm, where the verb is needed to name it ("called mum").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import words as w
from .core import expand
from .wild import invented_name

SLOTS = {
    "family": w.FAMILY, "name": w.NAMES, "name2": w.NAMES, "trade": w.TRADES, "bill": w.BILLS, "grocery": w.GROCERIES, "hardware": w.HARDWARE,
    "gift": w.GIFTS, "housething": w.HOUSE_THINGS, "fixable": w.FIXABLES, "doc": w.DOCS, "appointment": w.APPOINTMENTS, "event": w.EVENTS,
    "city": w.CITIES, "place": w.PLACES, "shop": w.SHOPS, "petname": w.PET_NAMES, "topic": w.TOPICS, "bookable": w.BOOKABLES, "plant": w.GARDEN, "pet": w.PETS, "med": w.MEDS,
    "sub": w.SUBS, "adj": w.ADJECTIVES, "object": w.OBJECTS, "media": w.MEDIA, "skill": w.SKILLS, "clothes": w.CLOTHES, "return": w.RETURNS, "pickup": w.PICKUPS, "tobuy": w.ITEMS_BUY,
}

VERB_TITLES = """
6* (call|ring|phone|text|message|email|FaceTime|WhatsApp) <@{person}>
6* (call|ring|phone|text|message|email|chase|ask|tell|remind|speak to|talk to|get back to|check with|write to) <@{person}> about {topic}
3* (call|ring|email|chase|contact|phone|pester|go and see|visit) <@{trade}>
3* (call|ring|email|chase|ask|phone|contact|nag|write to|complain to) <@{trade}> (about|re|regarding|for) {topic}
2* (call|text|ask|tell|remind) <@{person}> to (pick up the kids|send the photos|book the hall|pay me back|bring the drill|sign the form|feed the cat|return my book|send the address|confirm numbers|RSVP|order the cake|water the plants)
2* (ask|ask) <@{person}> (if she's coming to dinner|if he can babysit|for the recipe|for the wifi password|what time the train gets in|whether the dog can come|for a lift|for her address|to look over my CV)
4* pay the <{bill}>
2* pay <{bill}>
1* (renew|sort out|sort|set up|cancel|query|check|dispute) the <{bill}>
2* pay (the <{trade2}>|<@{name}> back|<@{name}> for (the tickets|the curry|petrol|lunch|the cab)|the <deposit> (for|on) the (flat|venue|holiday|car))
5* (buy|get|pick up|grab) <{grocery}>
2* (buy|get|pick up|grab) <{grocery}> (from|at) {shop}
2* (buy|get|pick up|grab) <{grocery}> and {grocery}
1* (buy|get|pick up) <{grocery}> for (the party|the bake sale|dinner|breakfast|the barbecue|the school lunch|grandma|the weekend|sunday lunch|pancakes|the curry|the cake|jollof|the picnic)
3* (buy|get|order|look for|find) <{tobuy}>
1* (buy|get|order) <{tobuy}> (for {family}|for {name}|from {shop}|online|for the trip|on Amazon)
2* (buy|get|order|wrap|choose|post|send) (a <{gift}> for {person}|{person:poss} <{gift}>)
1* (buy|get|order|pick up) <{hardware}> (for the shed|for school|for the fence|from {shop}|)
3* (clean|tidy|hoover|vacuum|mop|dust|declutter|sort out|scrub|paint|wash|clear out|deep clean|organise|organize|sweep) the <{housething}>
1* clean the <{housething}> (before the inspection|before mum comes|for the viewing|with bleach|properly|before guests arrive)
3* (fix|repair|replace|look at|mend|get someone to look at|sort out) the <{fixable}>
1* get the <{fixable}> (fixed|repaired|looked at|replaced|serviced)
4* (finish|write|send|submit|review|print|sign|proofread|update|draft|edit|prepare|start|read|file|check|upload|scan|hand in|work on|redo|post|share|approve|go over|complete|turn in|type up|format|revise|finalise|finalize) the <{doc}>
2* (send|email|forward|give|show|hand) (<@{person}> the {doc}|the <{doc}> to {person}|the <{doc}> to {trade})
1* (finish|write|review|prepare|send) the <{doc}> for (work|school|{person}|the board|the client|the meeting|chemistry|Monday's meeting|the council|Year 9|the open day|the kickoff|marketing|legal|finance)
1* (finish|write|do|complete) my <{doc}>
4* book (a <{bookable}>|the <{bookable}>|<{bookable}>)
1* book (a <table> (for two|for four|for six|at Nando's|at the Italian|at the new place|somewhere nice)|a <hotel> in {city}|<flights> to {city}|<train tickets> to {city}|a <babysitter> for the party|a <taxi> to the airport|a <taxi> for {family})
1* (arrange|organise|schedule|plan|set up|cancel|confirm|reschedule|sort out) (the <{bookable}>|a <meeting with {name}>|<{name}'s birthday party>|the <school trip>|the <hen do>|the <team lunch>|a <playdate with {name}>|a <viewing>|the <christening>|the <move>|the <removals>|<childcare>|the <carpool>)
3* water the <{plant}>
1* (prune|weed|plant|repot|feed|trim|mulch|spray|cover|harvest|pick|mow|rake) the <{plant}>
2* (feed|walk|brush|bathe|worm|groom|weigh) (the <{pet}>|<{petname}>)
1* take (the <{pet}> to the vet|<{petname}> to the vet|<{name}> to the airport|<{family}> to the hospital|the <bins> out|the <rubbish> out|the <trash> out|the <recycling> out|the <{pet}> for a walk|<{petname}> for a walk|the <car> to the garage|the <car> in for its MOT|the <kids> swimming|the <kids> to the dentist|the <{clothes}> to the dry cleaners|<{name}> to football)
2* (take|order|refill|pick up) (my <{med}>|the <{med}>|<{med}>)
2* (give|get) <@{name}> (his|her|the|their) {med}
2* cancel (<{sub}>|my <{sub}> subscription|the <{sub}> trial|the <{event}>|the <{appointment}>)
1* renew (<{sub}>|my <passport>|my <driving licence>|my <library card>|the <car tax>|the <home insurance>|my <visa>|my <residence permit>|the <bus pass>|the <parking permit>|my <antivirus>|the <domain>|my <gym membership>)
2* (watch|finish|see|rewatch|start|read|borrow|download|lend {name}|return) <{media}>
2* practise <{skill}>
1* (practice|revise|study|learn|brush up on) <{skill}>
2* (wash|iron|fold|mend|dry|dry clean|donate|sell|pack|put away|sew) the <{clothes}>
2* return (the <{return}>|<{return}>|the <{return}> to {shop}|the <{return}> to {name})
2* (pick up|collect|fetch) (the <{pickup}>|<{pickup}>|<{family}> from {place}|<{name}> from {place}|the <{gift}> from {shop}|the <{grocery}> from {shop})
2* go to (<{place}>|the <gym>|<church>|<{city}> (with {name}|for the conference|to see {family}|)|the <dentist>|<bed early>|<{event}>)
1* (drop off|drop) (the <keys> at {place}|<{name}> at {place}|the <car> at the garage|the <kids> at school|the <parcel> at {place}|the <forms> at reception|<old clothes> at the charity shop|<{petname}> at the kennels|the <rent cheque>|<{gift}> at {place})
1* (pack|unpack) (for {city}|for the trip|my <suitcase>|the <car>|the <gym bag>|the <kids' lunches>|<lunch>|the <hospital bag>|the <boxes> in the garage|the <van>|<swimming stuff>|the <tent>|<wellies for the kids>)
2* (make|cook|bake|prep|order) (<dinner>|<lunch>|a <birthday cake> for {name}|<soup>|<lasagne>|<jollof>|<sandwiches for the picnic>|a <cake for the bake sale>|<pancakes>|<egusi soup>|<dosa batter>|<the packed lunches>|<curry for {number}>|<chilli>|<moi moi>|<banana bread>|<cupcakes>|<a quiche>|<rajma>|the <pie crust>|<overnight oats>)
2* (do|finish|start) (the <laundry>|the <washing up>|the <dishes>|the <ironing>|my <homework>|the <shopping>|the <school run>|the <weekly shop>|my <taxes>|the <accounts>|<yoga>|<20 push ups>|my <stretches>|the <recycling>|the <filing>|<physio exercises>|the <crossword>|<maths revision>|the <month end>|the <stocktake>|my <chores>|<payroll>|the <risk assessment>|a <load of washing>|the <night feed>)
1* (charge|update|reset|back up|install|wipe|set up|sell|insure|unlock|clean) (my <phone>|my <laptop>|the <ipad>|the <toothbrush>|the <camera>|the <drone>|the <e-bike>|the <hoover>|the <car>|the <server>|the <database>|<{sub}>|the <printer>|<Windows>|the <router>|my <headphones>|the <power bank>|the <Kindle>|the <smart meter>|the <till>)
1* (deploy|merge|test|debug|refactor|document|revert|benchmark|monitor|ship|roll back|review|release) (the <login page>|the <payment service>|the <search index>|<PR 482>|<v2.3>|the <hotfix>|the <API>|the <mobile build>|the <dashboard>|the <cron job>|the <migration>|<ticket ERR-118>|the <onboarding flow>|the <dark mode branch>|the <CI pipeline>|<issue 77>)
1* (check|read|measure|test|inspect) the <(gas meter|electric meter|tyre pressure|oil level|smoke alarm|mousetraps|loft for leaks|mail|post box|expiry dates|water filter|chicken coop|boiler pressure|fire extinguisher|septic tank|beehives|fuse box|first aid kit|gutters|weather proofing|pool chlorine|spare tyre)>
1* (apply for|look into|research|find out about|sign up for|register for|enquire about|compare) (<{city} visa>|the <marathon>|<{skill} classes>|<childcare vouchers>|a <new mortgage>|<solar panels>|a <credit card>|the <council grant>|<nursery places>|the <cycle to work scheme>|<PhD programmes>|<car insurance quotes>|<summer camps>|<energy tariffs>|a <library card>|<boiler cover>|the <half marathon>|the <job at {place}>|<NYSC>|<JAMB>|<PAN card>|<Aadhaar update>|<passport renewal>)
1* (wish|congratulate|thank|pay|meet|visit|see|help|invite|interview|train|mentor|hug|forgive|apologise to) <@{person}>
1* (wish <@{person}> a happy birthday|say thanks to <@{name}>|say happy birthday to <@{name}>|meet <@{name}> (for coffee|at {place}|for lunch|at the station|outside the cinema)|help <@{person}> (move|with the garden|with homework|with his CV|set up her phone|paint the fence|with the shopping)|invite <@{person}> (to the party|to dinner|for Christmas|round)|visit <@{person}> (in hospital|in {city}|)|thank <@{person}> for (the flowers|dinner|the present|the lift|the reference))
1* (move the <car>|defrost the <freezer>|defrost the <chicken>|bleed the <radiators>|descale the <kettle>|empty the <dishwasher>|load the <dishwasher>|change the <sheets>|change the <bed>|change the <air filter>|change the <lightbulb in the hall>|put the <bins> out|put the <chicken> in the oven|turn off the <oven>|turn the <heating> off|lock the <shed>|close the <garage>|open the <windows>|take out the <compost>|rinse the <beans>|soak the <beans>|marinate the <chicken>|preheat the <oven>|switch off the <generator>|pump the <water>|buy <fuel for the gen>|top up the <meter>|recharge the <DSTV>|load <airtime>|fill up the <car>|top up my <Oyster card>|cash the <cheque>|deposit the <check>|transfer <money to savings>|move <money to the joint account>|withdraw <cash>|change <money for the trip>|exchange <dollars>)
1* (stretch|meditate|journal|exercise|pray|drink more water|go for a run|work out|hit the gym|go for a walk|read for 30 minutes|meal prep|do nothing|relax|get some sleep|vote|donate blood|get a haircut|get petrol|get gas|get cash|get some fresh air|get the car washed|get keys cut|get passport photos|get a flu shot|get my eyes tested|get my nails done|get quotes for the roof|get my ears pierced|shave|floss|moisturise|breathe|think about what {name} said|plan the weekend|plan next week|sleep|study|revise|pack|unpack|garden|jog|swim|bake|clean|hoover|cycle to work|stand up and stretch|eat lunch|have breakfast|leave early|leave for the airport|wake up {name}|be nice to {name}|check in online|check in for the flight|check my emails|check the post|clear my inbox|reply to emails|write in my diary|write thank you notes|write Christmas cards|look for jobs|look at flats|look for a new car|stop by {place}|pop to {place}|swing by {place}|nip to {place}|run to {place}|head to {place}|turn in assignment|hand in notice|sign the kids up for swimming|let {name} in|let the dog out|let {trade} in|wait in for {trade}|stay in for the delivery|listen to {name}'s voicemail)
1* (call <@{family}> back|call <@{name}> back|ring <@{trade}> back|get back to <@{name}>|follow up with <@{name}>|follow up on the <{doc}>|follow up with <@{trade}>|check in with <@{name}>|touch base with <@{name}>|catch up with <@{name}>|sync with <@{name}>|circle back to <@{name}>|reply to <@{person}>|respond to <@{name}>'s email|RSVP to <{name}'s wedding>|send <@{name}> {topic2}|send <@{person}> (the address|the recipe|the photos|birthday wishes|a postcard|the link|the zoom invite|my availability|bank details|a thank you note|flowers))
1* (take|bring) (a <packed lunch>|the <umbrella>|my <passport>|the <pushchair>|<cupcakes to school>|<{grocery} to {name}'s>|the <signed form> to school|<cash for the market>|the <vacuum> to the tip|the <old sofa> to the dump|a <photo of the meter>|<minutes at the meeting>|<measurements for the blinds>|<PE kit>|a <change of clothes>|<snacks for the team>)
"""

MORE_TITLES = """
2* (tell|let) <@{person}> (know |)(i'm coming|we're coming|we can't make it|i'm in|about the change of plan|the date|what time we arrive|we said yes|i'll be late|that the {object} is here)
2* (take|get|lift|carry|fetch|bring) the <{object}> (out of the (loft|freezer|shed|car|oven|van)|off the (shelf|roof|line)|down from the loft|up to {name}|over to {name}'s)
1* (collect|pick up|fetch|meet) <@{person}> from (Heathrow T{digits}|Gatwick|JFK|the ferry|{city}|the bus stop|nursery|rehab|the clinic|{place})
2* (check|ask|find out|see) (if|whether|when|why|how) (the {object} (is in stock|has arrived|is broken|can be fixed|is ready)|{name} is (free|coming|back|in|alright)|we (need|have|can get) (a permit|tickets|a {object})|{shop} (delivers|has it))
"""
MORE_TITLES += """
3* (call|email|text|ring|meet|message|chase|invite|interview|onboard|thank|pay) <@{fullname}>
2* (call|email|text|chase|ask|write to|speak to) <@{fullname}> about {topic}
2* (call|email|chase|contact|pay|invoice|write to) <@{firm}>
2* (call|email|chase|ask|invoice) <@{firm}> (about|re|regarding|for) {topic}
1* (send|email|forward|post) (the <{doc}> to {firm}|<@{firm}> the {doc}|the <{doc}> to {fullname})
2* (buy|get|order|find|return|sell|fix|clean|borrow|measure|wrap|replace|collect|paint|post) (the|a|my|{name}'s) <{adj} {object}>
2* (buy|get|order|find|return|sell|fix|clean|borrow|measure|replace|collect|look for) (a|the) <{object}>
1* (buy|get|order|collect|borrow|post|return) (the <{object}> for {name}|a <{adj} {object}> for {person}|a <{object}> (for {person}|from {shop}))
1* (give|lend|show|bring|take|post) (<@{name}> the {object}|the <{object}> (back to {name}|to {name}|round to {name}'s))
1* (ship|pack|check|chase|process|refund|approve|close|invoice|file|scan|print) <(order|ticket|invoice|claim|case|batch|PO|job|form) {code}>
1* (review|read|reply to|sign|comment on|merge|approve) <{code}>
2* (prepare|prep|get ready|read up|pack|buy snacks|find an outfit|write notes|tidy up|practise) for <{dayposs} (meeting|match|interview|exam|party|lesson|trip|demo|lunch|visit|hike|class|flight|presentation|wedding|dinner|game|concert|workshop)>
1* (finish|print|send|check|write|post|order|plan|review|cancel) <{dayposs} (agenda|rota|homework|dinner|lunch|slides|menu|notes|minutes|newsletter|delivery|invoices|lesson plan|packed lunch|outfit|playlist)>
1* (meditate|read|walk|run|stretch|practise|study|exercise|cycle|journal|swim|tidy|code|garden|nap|revise) for {minutes}
1* (soak|marinate|chill|charge|bake|proof|rest|defrost) the <(beans|chicken|dough|camera|bike|turkey|rice|wine|cake)> for {minutes}
1* (run|cycle|swim|walk|row) <{digits} (miles|km|kilometres|laps|lengths)>
1* do <{digits} (push ups|sit ups|squats|lengths|star jumps|burpees|lunges|pull ups)>
2* be at <({place}|the office|court|reception|{name}'s)>
1* be in <({city}|town|the office)>
1* leave for <({place}|{city}|the airport|school|work)>
1* (have|do|attend|host|join|present at|prepare for|cancel|dial into) the <{event}>
1* drink <{digits} glasses of water>
1* (learn|write|read|proofread|type up) <{digits} (pages|words|chapters|flashcards|paragraphs)>
1* (make|bake|order|decorate) <{digits} (cupcakes|pies|samosas|sandwiches|cookies|mince pies)>
1* (print|fold|hang|sign|laminate|cut out) <{digits} (copies|posters|cards|leaflets|invitations|labels)>
1* (mark|grade|solve) <{digits} (essays|problems|papers|exercises)>
1* (tell|remind) <@{name}> that the {object} (is broken|arrived|is missing|is in the shed)
1* (make|do|write|start) (a|the|my) <{adj} (list of names|scrapbook|costume|plan|speech|cake|poster|quiz|budget|playlist|timetable|collage|model)>
1* (put|hang|take|move|carry|drag|store|leave|hide) (the|my) <{object}> (in the shed|in the loft|upstairs|by the door|on the wall|in the car|out for collection|in the garage|back in the cupboard|under the stairs)
1* (decide|work out|figure out|find out) (what to wear|who is driving|where to eat|how to get there|what to cook|who to invite|when to leave|which school to pick|whether to sell the car|where to put the sofa)
1* (book|arrange|organise|plan|host|attend|join|skip|record|film|rehearse) (the|a) <{adj} (dinner|call|trip|walk|workshop|session|tour|party|lesson|quiz|meeting|rehearsal|picnic)>
"""

MORE_NOUNS = """
2* <{adj} {object}>
2* <{object}>
1* <{object}> for {person}
1* <{name}'s {object}>
1* <{firm} (invoice|contract|call|meeting|quote|renewal|demo|visit|order)>
1* <(call|meeting|lunch|coffee|zoom|1-1|drinks|dinner|interview|viewing) with {fullname}>
1* <{code} (review|fix|release|follow up|deadline|estimate)>
1* <{dayposs} (rota|homework|agenda|dinner|packed lunch|slides|notes)>
1* <{adj} (meeting|call|lunch|walk|session|party|workshop|clear out|shop|run|appointment|check)>
"""

NOUN_TITLES = """
6* <{event}>
5* <{appointment}>
2* <{appointment}> (for {name}|for the kids|with {trade2}|at the hospital|for {petname}|in town|at {city} hospital)
3* <{gift}> for {person}
2* <{doc}>
2* <{grocery}>
1* <{tobuy}>
1* <{fixable}>
2* <{bill}>
1* <{person:poss} birthday>
1* <{person:poss} (present|surgery|flight|visa|medication|anniversary|recital|school concert|parents' evening|interview|exam results|graduation|housewarming|dentist|haircut|homework|costume|lunch money|project|invoice|reference)>
1* <(laundry|ironing|hoovering|dishes|homework|taxes|gym|yoga|run|rent|admin|emails|expenses|timesheet|payroll|bins|recycling|groceries|passport|MOT|dentist|vet|optician|haircut|flu jab|prescription|revision|packing|gardening|weeding|meal prep|school run|nursery run|weekly shop|standup|retro|1:1|budget|backup|stocktake|inventory|newsletter|invoices|quotes|tax return|visa|car wash|oil change|water bill|light bill|rubbish|compost|hedge|lawn|pond|greenhouse|boiler|insurance|council tax|mortgage|pension|savings|loan|deposit|keys|parking|taxi|flight|hotel|suitcase|euros|adapter|sun cream|sandals|wellies|costume|cake|candles|balloons|piñata|invitations|playlist|speech|rings|flowers|suit|dress|shoes|jewellery|honeymoon|thank you cards)>
1* <(new|old|broken|spare|lost) (kettle|boiler|phone|laptop|glasses|keys|tyre|hoover|mattress|passport|bank card|tap|bike|router|fence|remote|charger|dishwasher)>
1* <{city} (trip|flights|hotel|visa|conference|presentation|itinerary)>
1* <{trade2} (visit|quote|invoice|appointment|callback)>
1* <(q1|q2|q3|q4|weekly|monthly|annual|board|sales|budget) (report|review|planning|numbers|forecast|meeting|call|update|deck|figures)>
1* <(phase 1|phase two|v2|beta|Acme|Contoso|Project Falcon|onboarding|website|app|marketing|hiring) (launch|kickoff|review|sign-off|demo|retro|planning|migration|handover|copy|plan)>
"""

TRICKY_TITLES = """
2* read <{media}>
2* watch <{media}>
2* return <{media}>
1* (fill in|send off|print|sign) the <march band form>
1* (plan|prepare for) the <may fair stall>
1* buy the <sunday times>
1* pick up the <friday folder> from school
1* (book|confirm) the <monday night league> pitch
1* call <@April> about her (shift|essay|flat)
1* email <@June> the (rota|minutes|agenda)
1* meet <@May> at the station
1* text <@Tuesday Weld fan club>
1* text <@August> about the gig
1* order <{number} pizzas> for the team
1* buy <{number} (stamps|candles|chairs|tickets|balloons|lightbulbs|bin bags|folders)>
1* read <chapter {number}>
1* read pages {number} to 48
1* run <{digits}k>
1* book a <table for {number}>
1* write <{number} pages>
1* review <PR {digits}>
1* fix <bug #{digits}>
1* pay <£{digits} to {name}>
1* pay {name} <${digits}>
1* transfer <₹{digits}00 to amma>
1* send <₦{digits}000 to {name}>
1* delete the <old photos>
1* delete <unused branches>
1* cancel the <delete account request>
1* undo the <stitching on the hem>
1* remove the <wallpaper in the hall>
1* remove <stains from the sofa>
1* add <oil to the car>
1* add <salt to the dishwasher>
1* add <{name} to the group chat>
1* add <captions to the video>
1* list the <sofa on eBay>
1* list the <bike on Gumtree>
1* mark the <year 9 essays>
1* mark <homework>
1* tag the <luggage>
1* tag <photos from {city}>
1* show <{name} the flat>
1* show <mum how to use the ipad>
1* search for a <new flat>
1* find <my passport>
1* find the <spare keys>
1* find a <plumber>
1* move <the sofa>
1* move <money into savings>
1* move <house>
1* finish <the list for the wedding>
1* make a <list of guests>
1* create a <logo for the club>
1* create a <playlist for the party>
1* export <the sales data for finance>
1* export the <photos>
1* redo the <flower bed>
1* redo the <backsplash>
1* clear <the gutters>
1* clear the <garage>
1* complete the <online course>
1* complete the <census>
1* change <the bedsheets>
1* change my <password>
1* update the <risk register>
1* update my <address with the bank>
1* rename the <wifi network>
1* push the <release to staging>
1* postpone the <milk delivery>
1* schedule the <tweets>
1* set the <table>
1* set up the <standing order>
1* help <{name} move>
1* summarise the <meeting notes>
1* summarize <chapter {number}>
1* remind <@{name}> to (call the bank|bring the tickets|pay rent|feed the fish|submit her timesheet)
1* remind <@{family}> about (the party|the dentist|her pills|the bins)
1* ask <@{name}> what to do about {topic}
1* find out who (won the raffle|has the spare key|is bringing cake|is on call)
1* find out when (the bins go out|the school fair is|the registration closes|term starts)
1* check <the weather before the hike>
1* check <train times to {city}>
1* google <how to fix a tap>
1* look up <flights to {city}>
1* play <chess with {name}>
1* play <football with the kids>
1* turn off the <outside tap>
1* turn down the <heating before we leave>
1* listen to the <{name} podcast>
1* send an <email to {name} about {topic}>
1* order <takeaway>
1* order a <{tobuy2}>
1* translate the <letter for gran>
1* write a <poem for {name}'s card>
1* calculate the <VAT>
1* <todo list app feedback>
1* <12 o'clock club forms>
1* <high tea with {name}>
1* <low tide swim>
1* <medium-size boxes>
1* <none of the above poster>
1* <no-dig bed>
1* <done deal paperwork>
1* <weekly newsletter>
1* write the <monthly report>
1* read the <daily mail complaint>
1* file the <annual return>
1* plan the <christmas party>
1* <christmas cards>
1* book the <easter holiday>
1* wrap the <christmas presents>
1* buy <halloween sweets>
1* <new year's party food>
1* <sunday roast shopping>
1* cook <sunday lunch>
1* buy <after eights>
1* <half term childcare>
1* <second coat of paint>
1* <third wheel bearing>
1* <first aid course>
1* book <first aid training>
1* <due diligence docs>
1* <due date calculator refund>
1* <overdue library book>
1* pay the <late fee>
1* pay the <overdue invoice>
1* chase the <urgent parcel>
1* buy <"Thinking, Fast and Slow">
1* read <"Nineteen Eighty-Four">
1* <R&D meeting>
1* <P&L review>
1* <A/B test results>
1* <B&Q run>
1* <e-mail {name}>
1* <C++ homework>
1* learn <C#>
1* <#metoo panel>
1* update <README.md>
1* fix <index.html title>
1* email <@bob@example.com>
1* check <https://example.com/claims>
1* order from <example.com>
1* call <@0207 946 0018>
1* ring <@555-0143>
1* <2x4s and screws>
1* <3-in-1 oil>
1* <50/50 cabinets>
1* <24h urine test>
1* <9/11 documentary essay>
1* <7-up and crisps>
1* <4x4 service>
1* <WW2 project with {name}>
1* <year 6 SATs booklet>
1* <Level 3 certificate>
1* <O2 contract>
1* <5-a-side subs>
1* buy <7 day pass>
1* <20:20 vision leaflet>
1* (brûlée|crème brûlée) <torch gas>
1* call <@Zoë> re café
1* book <Château Margaux tasting>
1* <façade scaffolding>
1* buy <piña colada mix>
1* <gâteau for {name}>
1* 🎂 <cake for {name}>
1* <pizza night 🍕>
1* buy <flowers 💐>
1* ☎️ call <@{name}>
1* <gym 💪>
1* <לקנות חלב>
1* <اتصل بأمي>
1* <חלב>
1* <comprar pan>
1* <appeler maman>
1* <Arzttermin>
1* <दूध लाना>
1* <买牛奶>
1* <牛乳を買う>
1* buy <<b>bold</b> pens>
1* fix the <<br> tag bug>
1* <script> tag cleanup
1* test <O'Brien; DROP TABLE>
1* check [<the docs>](http://x.y)
1* <**important** letter>
1* <_draft_ contract>
1* <buy milk = yes>
1* pick a <name, logo and font>
1* <rock, paper, scissors club>
1* <"the list" for the show>
"""

# ---- chores that begin like a command, numbers that are no date, works with dates and times in their names
COMMAND_TITLES = """
3* cancel (the <{sub} trial>|<{sub}>|my <{sub} trial>|the <{adj} (subscription|membership|order|booking|direct debit)>|the <(milk|paper|veg box|gym|window cleaning) (order|delivery|contract)>|the <{bookable}>)
3* turn the <(immersion|urn|soaker hose|dehumidifier|bread maker|kiln|pond pump|incubator|electric blanket|sprinkler tap|greenhouse heater|mash tun|fish tank lamp|yoghurt maker|stove|hob)> (off|off|on|down)
1* turn (off|on) the <(immersion|urn|soaker hose|dehumidifier|bread maker|kiln|pond pump|incubator|mash tun|greenhouse heater)>
3* put the <(washing|dishwasher|rice cooker|oven|casserole|potatoes|tumble dryer|dinner|bread maker|stew|roast|porridge|pressure cooker|dehumidifier)> on
2* put the <(bins|recycling|cat|milk bottles|glass box|garden waste|cushions|chairs|dog|deckchairs)> out
1* put the <(plants|bikes|hens|cushions|cake|turkey)> (away|in|in the shed|in the oven)
2* let the <(dog|cat|hens|guinea pigs|ducks|puppy)> (out|in)
2* switch the <(router|boiler|freezer|fan|pump|fryer|extractor|alarm)> (off|on)
2* take the <(lasagne|turkey|chicken|pie|bread|burgers|stock)> out (of the freezer|of the oven|)
1* bring the <(washing|cushions|bins|bikes|plants)> in
1* hang the <(washing|wreath|bunting|mirror)> (out|up)
2* rename the <(folder|guest network|shared drive|project files|branch|photo folder|scanned files|channel|router)>
2* change the <(water filter|smoke alarm battery|hall lightbulb|cat litter|tank water|oil|locks|tyres|pillow cases)>
3* fix (issue|ticket|bug|defect|error|task) <#{digits}{digits}>
2* fix the <(gate|tap|toilet seat|shelf|zip|doorbell|loose tile|login page|broken link)>
2* move the <(piano|bookcase|fridge|chest of drawers|car|plants)> (off the drive|upstairs|into the garage|indoors|)
2* mark the <(attendance sheet|spelling tests|mock papers|year {number} books|essays)>
2* clear the <(drain|sink|leaves|snow|inbox|hedge cuttings)>
2* complete the <(jigsaw|visa form|time sheet|safety course|self assessment|risk assessment)>
2* drop the <(car|keys|parcel|kids|forms|van)> (at the garage|off at {name}'s|at {place}|at school|at the depot)
2* drop {name} at (swimming|netball practice|the station|ballet|{place}|chess club)
2* delete the <(old backups|duplicate photos|test accounts|spam folder|draft posts)>
2* (sort|undo|remove|replace|complete|open|close|list|show|check|set|reset|export|tag|pin|search|schedule) the <(curtain rail|stitches|plaster|savings account|shop|sales figures|cattle|notice|attic|posters|alarm|spare room)>
"""
NUMBER_TITLES = """
3* read (pages|chapters|paragraphs|sections) {low}-{high}
2* (do|finish|mark|revise) (exercises|questions|sums|pages|problems|units) {low}(-| to ){high}
2* (learn|copy out|study) (verses|lines|bars|lessons) {low}-{high}
2* (check|clean|inspect|paint|lock|measure) (room|flat|unit|bay|cell|lab) {high}
2* (dress the wound|check the drip|change the sheets|take obs|weigh the patient) in (bed|room|bay) {low}
3* (take obs|do meds|change the drip|chase the scan|check bloods) (bed|bay|room) {low}
2* (collect|meet|fetch|pick up) ({name}|{family}) from (T{low}|terminal {low}|gate {high}|platform {low}|junction {high}|Gatwick T{low})
2* (review|merge|close|test|chase|deploy) (PR|ticket|issue|MR|job|order|build) #{digits}{high}
2* pay (the {trade2}|{name}|{family}|the {firm} bill) (£|$|€|₹){high}0
1* pay (£|$){high}.50 to {name}
2* order {high} (bags of (gravel|compost|salt|grit)|boxes of tiles|metres of ribbon|rolls of tape|litres of paint)
2* catch the {low}:{high} to {city}
1* (get|take|board) the (no {high}|{high}|number {high}) bus
2* (print|update|send) (Q{low}|H1|FY{high}|v{low}.{low}|rev {low}) (slides|figures|forecast|notes|drawings)
1* (buy|find|exchange) size {low} (boots|shoes|trainers|jeans)
1* ring (01632|0207|555) {digits}{digits}{digits}
1* (defrost|marinate|prove) for {low} hours
1* run {low}.{low}k with {name}
1* book (seats|rows|tables) {low}-{high}
1* (renew|query|pay) policy {digits}{high}{high}
1* watch (series|season) {low} of {media}
1* (write|post) week {high} update
"""
MEDIA_TITLES = """
4* watch {work}
4* read {work}
2* (watch|read|finish|see|rent|return|buy|order|lend {name}|book seats for|get tickets for) "{work}"
1* (watch|read|finish|see|rent|return|buy tickets for) '{work}'
2* (finish|start|see|rewatch|return|stream|record|borrow|download|review|lend {name}) {work}
2* (buy|get|book) (tickets|seats|cinema tickets|two tickets) for {work}
2* (listen to|learn|practise|play|sing) {work}
1* (order|pre-order|gift wrap|find) {work}
1* discuss {work} at book club
1* give {name} back {work}
"""
WORK_TITLES = """
1* {work}
"""
COMMAND_WORDS = """
1* (undo|redo|help|export|delete|search|summary|what's next|clear completed|new list|show tasks|remind me|done|none|overdue|high priority|tomorrow|friday|next week|every day|delete everything|mark it done|undo that|delete all|rename list|move it|that one|first one|call me|never mind|cancel|stop|settings|json|csv|tag it|note to self|subtask|due date|repeat|redo that|list|complete|reopen|what can you do|add task|reminder|postpone|monday|low priority|no priority|everything|nothing|yes|no|ok|thanks|hello|urgent|inbox|trash|archive|completed|open tasks|today|now|later|someday|asap)
"""
MARKUP_TITLES = """
3* (escape|handle|strip|check|test|document|remove|log) (</call>|<final>|<tool>|</analysis>|<title>|<done>|</s>|<task>|<script>|</list>|<args>|<body>|<plan>) (in the template|in the output|in the logs|before release|on the form|in the reader)
2* (fix|test|rename|document|call|mock) (add_item|list_all|delete_rows|undo_last|set_alarm|move_card|search_all)\(\)
1* set (priority|status|format|sort)=(high|done|csv|due) in the config
1* (check|update|read) (the docs|the page|the notes) for [INST] (tags|blocks)
1* explain what <|end|> (means|does)
1* (quote|escape) "title" in the (json|schema|export)
"""
QUOTED_TITLES = """
2* ('{adj}'|"{adj}") (sign|badge|label|poster|slide|sticker|banner|sketch) (for {name}|for the door|for the office|)
2* (make|print|hang up|design|order) the ('{adj}'|"{adj}"|'no entry'|"wet paint"|'please knock'|"sold out") (sign|badge|poster|sticker|banner)
1* ('how to'|"do not disturb"|'welcome home'|"thank you"|'to let') (guide|sign|banner|cards|board)
1* (rehearse|learn|record) ("Happy Birthday"|'Jerusalem'|"Silent Night"|'Waterloo'|"Yesterday")
"""
LOOKALIKE_TITLES = """
1* (scrap metal|bin liner|drop scone|finish line|tag rugby|mark scheme|list price|undo button|search party|export licence|delete key|clear tape|move-in|cancel culture|complete works|open mic|show home|help desk|set menu|add-on|redo log|remind card|push bike|shift pattern|change jar|check list|tick box|due process|done deal|repeat order|note paper|call sheet) (order|meeting|poster|quote|talk|photos|invoice|list|forms|booking|research|sketch)
1* (scrap metal|bin liner|finish line|tag rugby|mark scheme|list price|search party|export licence|clear tape|open mic|set menu|push bike) (order|meeting|talk|forms) (for {name}|with {trade2}|at {place})
"""

WORK_NOUNS = "Train,Garden,Lighthouse,Murders,Orchard,Winter,Sisters,Detective,River,Kitchen,Library,Letter,Tide,Widow,Harbour,Clockmaker,Fox,Bakery,Assassin,Choir,Mountain,Hotel,Summer,Crow,Island,Gentleman,Secret,Dance,Queen,Market,Society,Storm,Road,Wolf,Dinner,Rain,Bride,Stranger,Castle,Promise".split(",")


def a_work(rng):
    """The name of a film, book or song, with a date, a time, a number or a command inside."""
    a, b = rng.sample(WORK_NOUNS, 2)
    d = rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
    m = rng.choice("January February March April May June July August September October November December".split())
    n = rng.choice("Two Three Five Seven Nine Ten Twelve 7 9 11 13 21 36 48 99 100".split())
    c = rng.choice(w.CITIES)
    return rng.choice([
        f"The {rng.choice(['2nd', '3rd', '4th', '6th', '7th', '9th', '12th', 'Second', 'Third', 'Sixth', 'Seventh', 'Tenth'])} {a}", f"{n} {rng.choice(['Days', 'Nights', 'Weeks', 'Minutes', 'Hours', 'Years'])} {rng.choice(['in ' + c, 'Later', 'Before the ' + a, 'of ' + a, 'to ' + c, 'After ' + a])}",
        f"The {d} {a}", f"The {d} {a} {rng.choice(['Club', 'Society', 'Girls'])}", f"{m} {a}", f"{m} in {c}", f"{d} at the {a}", f"{d}'s {a}", f"Next {a}", f"Next Stop {c}", f"Tomorrow the {a}", f"The {a} of Tomorrow", f"Tonight in {c}",
        f"{rng.choice(['One', 'Two', 'Three', 'Four', 'Five', 'Ten', 'Eleven'])} O'Clock {a}", f"{rng.choice(['Midnight', 'Noon', 'Midday', 'Morning', 'Half Past Ten'])} at the {a}", f"The {rng.choice(['Day', 'Night', 'Week', 'Year', 'Morning'])} {rng.choice(['Before the', 'After the', 'of the', 'They Took the'])} {a}", f"{a} of the {rng.choice(['Day', 'Week', 'Month', 'Year'])}",
        f"Last {rng.choice(['Summer', 'Winter', 'Christmas', 'Night', 'Friday'])} in {c}", f"Before the {a}", f"After {a}", f"Until {d}", f"Every {d} {a}", f"Never on a {d}", f"{rng.randint(1, 12)}:{rng.choice(['15', '40', '05', '30', '22'])} from {c}", f"The {rng.randint(1, 12)}.{rng.choice(['15', '40', '05', '30'])} to {c}", f"Once in {m}",
        f"Remember {c}", f"Find Me a {a}", f"Delete {rng.choice(w.NAMES)}", f"Call the {a}", f"Cancel {a}", f"Finish the {a}", f"Undone", f"Done with {a}", f"No {a} for {d}", f"High {a}", f"Low {a}", f"The {a} List", f"Move Over {rng.choice(w.NAMES)}", f"Everything but the {a}", f"{a} {rng.choice(['2049', '1917', '1984', '2000', '2012', '451', '300'])}",
        f"A Week in {m}", f"{d} Night {a}", f"{d} Morning {a}", f"The {a} Before Christmas", f"It's {d}, {rng.choice(w.NAMES)}", f"The {a} and the {b}", f"{a} at {rng.choice(['Dawn', 'Dusk', 'Noon', 'Midnight', 'Eight', 'Five'])}", f"Show Me the {a}", f"Add {a}",
        f"{rng.choice(['Tomorrow', d, m, a])}, and {rng.choice(['Tomorrow', b, d])}, and {rng.choice([b, a, m])}", f"{a}, {b} and {rng.choice(w.NAMES)}", f"The {rng.choice(['Day', 'Week', 'Night', 'Morning', 'Year'])} {rng.choice(['After', 'Before'])} {rng.choice(['Tomorrow', 'Yesterday', d, 'the ' + a])}", f"{rng.choice(['Tomorrow', 'Yesterday', 'Tonight', 'Today', d])} {rng.choice(['Never Comes', 'Is Forever', 'We Dance', 'Belongs to Me', 'Always Lies'])}",
        f"See You {rng.choice(['on ' + d, 'Tomorrow', 'in ' + m, 'at the ' + a])}", f"{d}s with {rng.choice(w.NAMES)}", f"{a} by {rng.choice(['Night', 'Noon', d, 'Morning'])}", f"From {d} to {rng.choice(['Forever', 'the ' + a, c])}", f"{rng.choice(['Due', 'Overdue', 'Done', 'Delete', 'Undo', 'Repeat'])} {rng.choice(['Date', 'to ' + a, 'the ' + a, 'Day'])}",
    ])


PERSON_WEIGHTS = ("family", "name", "trade")
NUMBER_WORDS = w.words("2, 3, 4, 5, 6, 7, 8, 10, 12, 20, 24, 30, two, three, four, five, six, eight, ten, twelve")
TRADE_BARE = w.words("plumber, electrician, dentist, roofer, gardener, builder, cleaner, vet, physio, optician, accountant, solicitor, carpenter, painter, landlord, mechanic, tiler, locksmith, tutor, nanny, childminder, window cleaner")
GIFT_BARE = w.words("new kettle, skip, taxi, cake, bouquet, takeaway, curry, replacement card, repeat prescription, sample, skip bag, school photo")

ARTICLES = {"the", "a", "an", "my", "our", "some", "his", "her", "their", "your"}

IRREGULAR = {"buy": ("bought", "bought"), "get": ("got", "got"), "pay": ("paid", "paid"), "send": ("sent", "sent"), "write": ("wrote", "written"), "read": ("read", "read"),
             "make": ("made", "made"), "take": ("took", "taken"), "give": ("gave", "given"), "do": ("did", "done"), "go": ("went", "gone"), "find": ("found", "found"), "tell": ("told", "told"),
             "speak": ("spoke", "spoken"), "meet": ("met", "met"), "see": ("saw", "seen"), "sell": ("sold", "sold"), "feed": ("fed", "fed"), "ring": ("rang", "rung"), "sweep": ("swept", "swept"),
             "hang": ("hung", "hung"), "drive": ("drove", "driven"), "begin": ("began", "begun"), "lend": ("lent", "lent"), "bring": ("brought", "brought"), "choose": ("chose", "chosen"), "put": ("put", "put"),
             "set": ("set", "set"), "cut": ("cut", "cut"), "hand": ("handed", "handed"), "learn": ("learnt", "learnt"), "run": ("ran", "run"), "redo": ("redid", "redone"), "say": ("said", "said"), "sew": ("sewed", "sewn"),
             "let": ("let", "let"), "eat": ("ate", "eaten"), "have": ("had", "had"), "leave": ("left", "left"), "sleep": ("slept", "slept"), "swim": ("swam", "swum"), "hit": ("hit", "hit"), "drink": ("drank", "drunk"), "think": ("thought", "thought"),
             "forgive": ("forgave", "forgiven"), "show": ("showed", "shown"), "reset": ("reset", "reset"), "wake": ("woke", "woken"), "rewatch": ("rewatched", "rewatched"), "undo": ("undid", "undone"), "bleed": ("bled", "bled"), "stand": ("stood", "stood"),
             "withdraw": ("withdrew", "withdrawn"), "be": ("was", "been"), "hear": ("heard", "heard")}
DOUBLE = {"grab", "plan", "chat", "wrap", "mop", "hug", "ship", "drop", "nag", "scan", "pop", "nip", "swap", "trim", "format_", "stop", "jog", "unwrap", "tag", "chop", "pin", "swim", "run", "get", "put", "set", "cut", "let", "hit", "begin", "reset", "sit", "repot", "unplug"}


def conjugate(verb):
    """(past, participle, -ing form) of a verb phrase: its first word changes."""
    head, _, rest = verb.partition(" ")
    low = head.lower()
    tail = f" {rest}" if rest else ""
    if low in ("facetime", "whatsapp"):
        past = head + ("d" if low == "facetime" else "ed") + tail
        return past, past, (head[:-1] if low == "facetime" else head) + "ing" + tail
    if low in DOUBLE:
        stem = low + low[-1]
    elif low.endswith("e") and low not in ("be", "see"):
        stem = low[:-1]
    else:
        stem = low
    ing = stem + "ing"
    if low in IRREGULAR:
        past, pp = IRREGULAR[low]
    elif low.endswith("y") and low[-2] not in "aeiou":
        past = pp = low[:-1] + "ied"
    elif low.endswith("e"):
        past = pp = low + "d"
    else:
        past = pp = stem + "ed"
    if head.isupper():
        past, pp, ing = low + "'d", low + "'d", low + "ing"
    return past + tail, pp + tail, ing + tail


@dataclass(frozen=True)
class Title:
    text: str
    verb: str      # "pay", "" for a noun title
    article: str   # "the", ""
    key: str       # "gas bill"
    tail: str      # "before they cut us off", ""
    kind: str      # thing, person, whole (no key: named by all its words)
    plural: bool = False

    def rest(self):
        return " ".join(p for p in (self.article, self.key + ("" if self.tail[:1] in ("'", ",") else ""), self.tail) if p)


def read_lines(text):
    rows = []
    for line in text.strip().splitlines():
        if not line.strip():
            continue
        m = re.match(r"(\d+)\* (.*)", line.strip())
        rows.append((int(m[1]), m[2]))
    return rows


VERBS, NOUNS, TRICKY = read_lines(VERB_TITLES + MORE_TITLES), read_lines(NOUN_TITLES + MORE_NOUNS), read_lines(TRICKY_TITLES)
EVENT_LINES = read_lines("""
6* <{event}>
5* <{appointment}>
1* <{appointment}> (for {name}|for the kids|with {trade2}|for {petname})
1* <(weekly|monthly|board|sales|budget|team|project|client) (meeting|call|review|catch up|sync|planning)>
""")
DOC_LINES = read_lines("""
6* <{doc}>
3* <{bill}>
1* <(q1|q2|q3|q4|weekly|monthly|annual|board|sales|budget) (report|review|numbers|forecast|figures)>
""")
FACT_LINES = read_lines("""
1* <(rent|passport|insurance|free trial|visa|bus pass|warranty|car tax|lease|voucher|membership|subscription|discount code|parking permit|gym deal|domain|MOT|prescription|coupon)> (expires|runs out|ends|is up)
1* <library books> (due back|are due back|have to go back)
1* <(bins|recycling|garden waste|bulky rubbish)> (go out|need to go out|get collected)
1* the <(sale|offer|early bird|registration|course|term|exhibition|free trial|competition)> (ends|closes|starts|opens)
1* <({family}|{name})> (is visiting|is coming over|arrives|is babysitting|gets back|flies in|is off work)
1* <({name}'s|{family}'s) (flight|train)> (lands|arrives|gets in|leaves)
1* <school> (is closed|finishes early|starts again|breaks up)
1* <(tickets|concert tickets|applications|nominations|bookings)> (go on sale|open|close)
1* the <(plumber|electrician|boiler man|gas man|cleaner|babysitter|surveyor|delivery)> (is coming|comes)
1* <{event}> (starts|has been confirmed)
1* the <(water|power|gas)> (will be off|is off)
""")
KINDS = {"vp": VERBS, "np": NOUNS, "tricky": TRICKY, "event": EVENT_LINES, "doc": DOC_LINES, "fact": FACT_LINES,
         "cmd": read_lines(COMMAND_TITLES), "num": read_lines(NUMBER_TITLES), "mediavp": read_lines(MEDIA_TITLES), "work": read_lines(WORK_TITLES), "word": read_lines(COMMAND_WORDS), "markup": read_lines(MARKUP_TITLES), "quoted": read_lines(QUOTED_TITLES), "lookalike": read_lines(LOOKALIKE_TITLES)}
WHOLE = {"num", "mediavp", "work", "word", "markup", "quoted", "lookalike"}  # named by all their words
SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")


def possessive(text):
    return text + ("'" if text.endswith("s") and not text.endswith("ss") else "'s")


SYLLABLES = "bra,den,ko,vel,tor,mi,ras,lun,fen,gar,hol,pem,wick,ston,dal,ash,mer,qui,zan,bel,nor,tri,cal,ox,ley,mun,sha,pra,kel,ver,ado,eko,obi,chu,sin,gup,rao,iyer,ham,wor,thorpe,field,ber,stein,lin,gren,mar,ti,nez,rez,ki,mura,tan,wang,oye,bola,fre,ya,dov,ski,ros,sen,lau,rie,mac,don".split(",")


def invented(rng, low=2, high=3):
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(low, high))).capitalize()


INVENT = {
    "firm": lambda rng: invented(rng) + rng.choice(["", "", " Ltd", " & Sons", " Inc", " Bros", " Dental", " Motors", " Plumbing", " Law", " Media", " Systems", " Foods", " Travel", " Energy", " Bank", " Studios", " Consulting", " Catering"]),
    "fullname": lambda rng: rng.choice(w.NAMES[:150]) + " " + rng.choice([invented(rng), invented(rng), rng.choice(w.SURNAMES)]),
    "code": lambda rng: rng.choice(["JIRA", "INV", "PO", "ABC", "HR", "QA", "OPS", "REF", "X", "DEV", "FIN", "A", "TKT", "BUG", "EPIC"]) + rng.choice(["-", "-", "", " "]) + str(rng.randint(1, 9999)),
}


def fill_title(rng, pattern):
    def one(m):
        name, variant = m[1], m[2]
        if name == "person":
            name = rng.choices(["family", "name", "trade"], weights=[4, 5, 0 if variant == "poss" else 2])[0]
            text = rng.choice(SLOTS[name])
            return possessive(text) if variant == "poss" else text
        if name == "number":
            return rng.choice(NUMBER_WORDS)
        if name == "digits":
            return str(rng.choice([2, 3, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50]))
        if name in ("firm", "fullname", "code"):
            return INVENT[name](rng)
        if name == "dayposs":
            return possessive(rng.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "tomorrow", "tonight", "next week", "this week", "today"]))
        if name == "minutes":
            return rng.choice(["10 minutes", "20 mins", "half an hour", "an hour", "30 minutes", "15 min", "five minutes", "two hours", "45 minutes", "40 mins", "3 hours", "twenty minutes", "an hour and a half"])
        if name == "work" or name == "media" and rng.random() < 0.5:
            return a_work(rng)
        if name == "low":
            return str(rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 20]))
        if name == "high":
            return str(rng.choice([11, 12, 16, 18, 19, 21, 24, 25, 28, 30, 34, 36, 40, 45, 48, 52, 60, 75, 88]))
        if name == "trade2":
            return rng.choice(TRADE_BARE)
        if name == "tobuy2":
            return rng.choice(GIFT_BARE)
        if name == "topic2":
            return rng.choice(["the files", "the invoice", "the draft", "the menu", "some ideas", "an update", "the quote", "the deck", "the minutes", "the figures"])
        if name in ("name", "name2", "petname") and rng.random() < 0.12:
            return invented_name(rng)
        return rng.choice(SLOTS[name])
    for _ in range(4):
        new = SLOT.sub(one, expand(rng, pattern))
        if new == pattern:
            break
        pattern = new
    pattern = re.sub(r"\ba (?=<?[aeiou](?!ni|ne\b|uro|se))", "an ", pattern)
    return re.sub(r"\b(book|find|arrange|reserve) an? (?=<?(flights|train tickets|tickets|cinema tickets|theatre tickets|kennels|parking|airport parking|annual leave|time off|swimming lessons|ski lessons|Eurostar|bowling|laser tag|scaffolding)\b)", r"\1 ", pattern)


LEAD = re.compile(r"^(the|a|an|my|our|his|her|some) ", re.I)
PLURAL_HEADS = re.compile(r"(?<![su])s$")
MASS = {"biscuits"}


def parse_title(marked):
    """Reads the <key> marks of a filled pattern."""
    marked = re.sub(r"\s+", " ", marked).strip()
    m = re.search(r"<(@?)([^<>]+)>", marked)
    if not m or "<b>" in marked or "<br>" in marked or marked.startswith("<script"):
        text = marked
        for tag in ("<<b>bold</b> pens>",):
            text = text.replace(tag, tag[1:-1])
        text = text.replace("<<br> tag bug>", "<br> tag bug")
        return Title(text, "", "", text, "", "whole")
    before, key, tail = marked[:m.start()].split(), m[2].strip(), marked[m.end():].strip()
    text = re.sub(r"<@?([^<>]+)>", r"\1", marked)
    article = before.pop() if before and before[-1].lower() in ARTICLES else ""
    lead = LEAD.match(key)
    if lead and not article:
        article, key = lead[1], key[lead.end():]
    kind = "person" if m[1] else "thing"
    last = key.split()[-1].lower()
    plural = last.endswith("s") and not last.endswith(("ss", "us", "'s", "is", "gas", "lens", "yes", "christmas", "boss"))
    return Title(text, " ".join(before), article, key, tail, kind, plural)


def draw_title(rng, kind):
    rows = KINDS[kind]
    pattern = rng.choices(rows, weights=[r[0] for r in rows])[0][1]
    text = fill_title(rng, pattern)
    if kind in WHOLE:
        text = re.sub(r"\s+", " ", text).strip()
        return Title(text, "", "", text, "", "whole")
    title = parse_title(text)
    if kind == "vp" and not title.verb and title.kind != "whole":
        return draw_title(rng, kind)
    return title


def any_title(rng):
    return draw_title(rng, rng.choices(["vp", "np", "tricky", "cmd", "num", "mediavp", "quoted", "markup", "lookalike"], weights=[52, 26, 8, 5, 4, 3, 0.7, 0.6, 0.7])[0])


def shop_item(rng):
    pool = rng.choices([w.GROCERIES, w.HARDWARE, w.ITEMS_BUY], weights=[8, 2, 1])[0]
    return rng.choice(pool)
