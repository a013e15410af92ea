"""Sentence frames: rules that read a command whose intent the source's annotation has given.

A frame reads the whole sentence or nothing: what it cannot account for raises Drop, so a half-understood row never
becomes training data. Times are masked first (by `dates`), then list names and "my calendar", each by one private
character repeated over its length, so that offsets in the mask are offsets in the text.
"""

from __future__ import annotations

import re

from . import dates
from .common import Drop, call, fit, span

DUE, REPEAT, PLACE, LIST = "\ue000", "\ue001", "\ue002", "\ue003"
ANY = f"[{DUE}{REPEAT}{PLACE}{LIST}]"
NOT = f"[^{DUE}{REPEAT}{PLACE}{LIST}]"

# "my calendar" in the sources is the whole of the tasks here
WHOLE = (r"(?:(?:calendar|calender|schedule|agenda|planner|diary|day planner)(?: app)?|to[- ]?do(?:'?s|(?: task)?[- ]lists?)?|task[- ]lists?|tasks|"
         r"reminders?[- ]?lists?|lists? of (?:things (?:to do|i have to do)|tasks(?: to (?:complete|accomplish))?|chores(?: to complete)?|reminders?|to[- ]?do'?s))")
WHOLE_RE = re.compile(r"\b(?:to|on|in|into|onto|from|off of|off|out of|at|for)\s+(?:(?:my|the|our|this|current|personal|own|entire|whole)\s+)*" + WHOLE + r"(?![\w-])")
COMMAND = re.compile(r"^(?:set|mark|remind|tell|show|give|call me|let|open|change|cancel|delete|remove|what|when|is|do|does|are|can|maybe|may|put|add|create|make|schedule|please|edit|update|move|reschedule|this event|that event|check|keep|leave|clear|the event|list|how|who|where|why|if|whether|also|you|i)\b")
# names of lists: "my grocery list", "the list called party time", "list of errands"
LIST_RE = [
    re.compile(r"\b(?:to|on|in|into|onto|from|off of|off|out of|for|of)\s+(?:(?:my|the|our|a|that)\s+)?lists?\s+(?:called|named|titled)\s+(?P<name>[\w' -]+?)(?=$|[,.!?]|\s+please)"),
    re.compile(r"\b(?:to|on|in|into|onto|from|off of|off|out of|for|of)\s+(?:(?:my|the|our|current)\s+)*(?P<name>(?!list\b|my\b|the\b|a\b|an\b|this\b|that\b|last\b|first\b|current\b|play\b)[\w'-]+(?:\s+(?!list\b)[\w'-]+){0,2}?)\s+(?:list|lisr)\b(?!\s+of)"),
    re.compile(r"\b(?:to|on|in|into|onto|from|off of|off|out of)\s+(?:(?:my|the|our)\s+)?lists?\s+(?:of|for)\s+(?P<name>(?!the\b|my\b)[\w'-]+)(?=$|[,.!?]|\s+please)"),
]
NO_LIST = {"do", "todo", "to-do", "todos", "playlist", "contact", "contacts", "client", "email", "guest", "menu", "dvr", "cd", "play", "reminder", "task"}

SMALL_WORDS = {"a", "an", "the", "my", "our", "to"}
EDGE = " \t,.!?;:\"'`-–—“”"

PRE = (r"^(?:(?:hey|hi|hello|ok|okay|oh|yes|yeah|so|well|also|now|and|then|please|pls|plz|kindly|siri|olly|alexa|google|computer|just|hi there|"
       r"hello there|good morning|good afternoon|good evening|can you(?: please)?|could you(?: please)?|can u|could u|would you|will you(?: please)?|"
       r"would you mind|i(?:'d| would) (?:also )?like (?:for )?(?:you )?to|i want (?:for )?(?:you )?to|i (?:also )?need (?:for )?(?:you )?to|you need to|you can|go ahead and|make sure to|"
       r"be sure to|remember to|don't forget to|do not forget to|dont forget to|let's|let us|maybe we can|may i suggest we|i need for you to|help me|is it possible to|can i|could i|may i|can we|we need to|i have to|i must|i wanna|"
       r"i gotta|i got to|i'm going to need to|do me a favor and|if you could|thanks)\b[\s,.!:]*)*")
POST = (r"[\s,.!?\"']*(?:(?:please|pleases|pls|plz|thanks|thank you|thx|ok|okay|for me|will you|would you|can you|could you|as well|too|now|cortana|instead|by the way|if you (?:can|could|would))[\s,.!?]*)*$")
# a masked phrase with the small words before it
X = (rf"(?:[\s,]*(?:\b(?:on|at|for|starting|starts|from|due|set|set for|scheduled for|scheduled|which is|that is|is|set at|it's|again|and|to|occurring|happening|going|as of|beginning|sharp|@)\s+)*{ANY}(?:'s?(?!\w))?)")
DET = r"(?:(?:a|an|the|my|our|another|new|one|some|this|that|any|me|up|us)\s+)*"

ADD = r"(?:add|adding|put|putting|create|make|enter|insert|place|include|set up|setup|set|schedule|new|write down|note down|note|jot down|mark down|mark|save|throw|get|log|record|start|place|book|plan|arrange|organize|pencil in|throw in|block off|have)"
# verbs that are the person's own errand when they stand alone ("book the dentist"), a command only for an event
OWN = re.compile(r"^(?:book|plan|arrange|organize|make|get|have|mark|start|save|note)\b")
EVENTS = re.compile(r"\b(?:meetings?|appointments?|appt|events?|lunch|dinner|breakfast|brunch|party|call|conference|interview|session|class|game|date|birthday|visit|trip|entry|review|sync|standup|coffee|drinks)\b")


class Said:
    """A sentence with its times, lists and "my calendar" found and masked."""

    def __init__(self, text: str, gold_times: list[tuple[int, int]] = (), lists: bool = True) -> None:
        self.text, self.low = text, dates.lower(text)
        self.found = dates.find(text, list(gold_times))
        mask, places = "", []
        at = 0
        for f in self.found:
            mask += self.low[at:f.start] + (DUE if f.kind == "due" else REPEAT)
            places += [*range(at, f.start), f.start]
            at = f.end
        mask += self.low[at:]
        places += [*range(at, len(self.low) + 1)]
        self.mask, self.places, self.lists = mask, places, {}
        for m in reversed(list(WHOLE_RE.finditer(self.mask))):
            self._hide(m, PLACE)
        for pattern in LIST_RE if lists else ():
            for m in reversed(list(pattern.finditer(self.mask))):
                name = m.group("name").strip()
                if any(w in NO_LIST for w in name.split()) or re.search(rf"\b(?:of|and|to|is|put|has)\b|{ANY}", name):
                    continue
                self.lists[self.places[m.start()]] = self.real(*m.span("name"))
                self._hide(m, LIST)

    def _hide(self, m: re.Match, mark: str) -> None:
        """Puts one mark where the match was."""
        self.mask = self.mask[:m.start()] + mark + self.mask[m.end():]
        self.places = self.places[:m.start() + 1] + self.places[m.end():]

    def real(self, start: int, end: int) -> tuple[int, int]:
        """A span of the mask as a span of the text."""
        return self.places[start], self.places[end]

    def group(self, m: re.Match, name: str) -> tuple[int, int]:
        return self.real(*m.span(name))

    def part(self, start: int, end: int) -> dict:
        return span(self.text, *self.edge(start, end))

    def edge(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.low[start] in EDGE:
            start += 1
        while end > start and self.low[end - 1] in EDGE and not (self.low[end - 1] == "." and re.search(r"\b(?:[ap]\.m|dr|mr|mrs|st|jr|appt)\.$", self.low[start:end])):
            end -= 1
        return start, end

    def slots(self, *ranges: tuple[int, int]) -> dict:
        """due, repeat and list found within these ranges of the mask."""
        due, repeat, lists = [], [], []
        for start, end in ranges:
            for f in self.found:
                if start <= f.start and f.end <= end:
                    (due if f.kind == "due" else repeat).append(span(self.text, f.start, f.end))
            for at, name in self.lists.items():
                if start <= at < end and not list_named(self.low[name[0]:name[1]]):
                    raise Drop("which list?")
                if start <= at < end:
                    lists.append([self.part(*name)])
        for p in due:
            said = self.text[p["span"][0]:p["span"][1]]
            if not dates.plain(said):
                raise Drop("not a time")
            before = self.low[:p["span"][0]].rstrip()
            if re.fullmatch(rf"{dates.NUMBER}(?: and a half)? {dates.UNIT}|the next {dates.NUMBER}?.*(?:min|hour).*|the next (?:half )?(?:hour|day)", said.lower()) and not before.endswith((" in", " by")) or re.search(r"\bfor \d+ (?:min|hour)", said.lower()):
                raise Drop("a duration")
            if "/" in said and re.search(r"[a-z]/", said.lower()) or len(re.findall(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", said.lower())) > 1 or re.search(r"from (?:last|next)|to twenty|^next \d|^the (?:morning|afternoon|evening|night)$", said.lower()):
                raise Drop("not a time")
            if re.search(r"tomorrow.*(?:tonight|today)|(?:tonight|today).*tomorrow", said.lower()):
                raise Drop("two dates")
        if len(repeat) > 1 or len(lists) > 1 or len(due) > 3:
            raise Drop("several times or lists")
        due_text = [self.low[p["span"][0]:p["span"][1]] for p in due]
        if sum(bool(re.search(r"\d\s?[ap]\.?m|\d:\d\d|noon|o'clock", d)) for d in due_text) > 1:
            raise Drop("two clock times")
        if any(re.search(r"\b(?:before|after)$|^(?:[\w ]+ )?(?:minutes?|hours?|days?|weeks?) (?:before|after)\b", d) for d in due_text):
            raise Drop("offset to an event")
        if sum(bool(re.search(r"day\b|tomorrow|\b(?:1st|2nd|3rd|\dth)\b", d)) for d in due_text) > 1:
            raise Drop("two dates")
        return {"due": due, "repeat": repeat, "list": lists[0] if lists else []}


TITLE_HEAD = re.compile(r"^(?:(?:that )?i (?:have|need|want|must|should|ought) to |(?:that )?i(?:'ve| have) got (?:to |an? )|(?:that )?i (?:have|need) (?:an?|my|the) |(?:that )?(?:there is|there's|we have|it is|it's|i've) (?:an?|my|the) "
                        r"|(?:to|about|of|off|for|that|on|regarding|as|called|named|titled|saying|with the title|with title|is|:|-|me to|my upcoming|the upcoming|upcoming|the|a|an|my|our|me) |(?:an? )?(?:(?:calendar|new|generic) )?(?:event|entry|reminder|item|task|appointment entry)s? (?:called|named|titled|for|to|of|about|on) |towards? |(?:calendar )?event:? (?=\w)|remember (?=\w)|not forget to |don't forget (?:to )?|remember to |new (?=meeting|appointment|event))")
BAD_TITLE = re.compile(r"^(?:next .*|last .*|it|this|that|them|these|those|me|him|her|us|something|anything|everything|stuff|things?|events?|an? event|items?|reminders?|tasks?|event to date|do (?:it|this|that|something|things?|get something done)|something done|"
                       r"later|soon|again|now|please|time|that time|this time|alarm|alarms|the following|following|new|yes|no|ok|calendar|the event|this event|that event|for me|an item|a thing|one|the thing|list|lists|appointment list|all|to do|schedule)$")
BAD_INSIDE = re.compile(r"^(?:when|what|how|who|where|why|if|whether|which|from|at|on|in|until|than|every|each|maybe|anything|everything|something)\b|\b(?:i have|i had|i've|i made|which|that i|this event|that event|current time|takes? place|takes|getting|waiting|supposed|set and|ready to go|down)\b|\b(?:for|at|by) \d+$|\d(?:st|nd|rd|th)s\b|\b(?:remind|reminds|reminder|reminders|alarm|alarms|calendar|notify me|alert me|let me know|don't let me forget|cancel that|delete that|how do i|how can i|can you|could you|please|repeating|recurring|the list|my list|"
                        r"same time|later|prior|minutes before|hour before|hours before|day before|days before|in advance|instead)\b|[?]|\b(?:from|until|till|at|by|on|in|for|every|each|of|and|to|the|a|my|with|repeat)$")


SENTENCE = re.compile(r"(?<!\bdr)(?<!\bmr)(?<!\bmrs)(?<!\bms)(?<!\bst)(?<!\bappt)[.!?]\s+[a-z]", re.I)
NOT_A_TITLE = re.compile(r"^(?:notifications?|notes?|remainder|anew)\b|\bnow$|^(?!go|drive|get|bring|take|be|come|head|walk|run)\w+ to (?:lunch )?(?:meeting|event|appointment)\b|\bto the event$|\b\d{3,4}$|^(?:you|we|i|with|whole|following|know|repeat|repeating|reoccurring|recurrent|recurring|sert|creat|another|her actual|second|first(?! day)|make up of|cross|fill in|new items?|this|that|these|it|no|not|there|they|he|she|or|so|his|open tv|and|but)\b|"
                         r"\b(?:put it|no longer|will be|for me|another|the item|an item|set up|between me|that meeting|of that|set it|add it|to be|go off|actually|wanted|(?<!thank )you|date and time|how the body)\b")
NOT_A_NAME = re.compile(r"[\"“”]|^(?:up the|facts on|all|every|with|day|time|past|next|last|current|write|match$|drinking$|at|from|which|of|to|coming|holiday in|wake up time|event [A-Z])\b|\\|\b(?:booked|from last|after|now|and|time on|between|attending|attendees|upcoming|might|taking place|full|clear|go off|gonna|coming|any|next|current|to be|must do|alarmed|schedules?|free|i set|i visited|in winter|playing|repeating|at time|events with|alarms|tomorrot)\b|\b(?:week|time)$")


def named(said: Said, start: int, end: int) -> dict:
    """The words that name an existing task, without article."""
    start, end = said.edge(start, end)
    while a := re.match(r"(?:the|my|a|an|our|event:?) (?=\w)", said.low[start:end]):
        start += a.end()
    low = said.low[start:end]
    one = re.match(r"(?:(?:last|latest|next|first|second|third|fourth|fifth|previous|most recent|current|this|that)\b)", low)
    if not one and (NOT_A_NAME.search(low) and not re.search(r"\balarms?\b", low) or re.search(r"\balarms\b|\balarm (?:now|which)|all alarms|playing|repeating", low) or SENTENCE.search(low)):
        raise Drop("not a name")
    if one and re.search(r"\b\d+ \w+s\b|^(?:this|that) (?:\d|last set)|^(?:first|second) event in", low):
        raise Drop("not a name")
    return said.part(start, end)


def title_of(said: Said, start: int, end: int) -> dict:
    """The title's words without articles and the phrases that only introduce it."""
    start, end = said.edge(start, end)
    for _ in range(6):
        m = TITLE_HEAD.match(said.low[start:end])
        if not m:
            break
        head = m.group(0).strip()
        if head in ("my", "our") and re.match(r"(?:my|our) (?:wife|husband|mom|mother|dad|father|brother|sister|son|daughter|boss|friend|wife's|kids?)\b", said.low[start:end]):
            break
        start, end = said.edge(start + m.end(), end)
    low = said.low[start:end]
    if not low or BAD_TITLE.match(low) or not re.search(r"[a-z]{2}", low):
        raise Drop("no title")
    if BAD_INSIDE.search(low) and not re.search(r"\bset (?:an? |the )?alarm\b|\bcancel\b", low):
        raise Drop("title with command words")
    if NOT_A_TITLE.search(low) or SENTENCE.search(low):
        raise Drop("not a title")
    if len(low.split()) > 12:
        raise Drop("title too long")
    return span(said.text, start, end)


TAIL = r"(?:(?:at|in|with|near|because|so that|when|if|regarding|from|after|before|to)\s)"
OBJECT = rf"(?P<title>{NOT}+?)(?P<d2>{X}*)(?P<tail>\s+{TAIL}{NOT}+?)?(?P<d3>{X}*)"

REMIND = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*(?:please |can you |could you |will you )?(?:(?:remind|notify|alert|tell)(?: (?:me|us|be)\b|(?= (?:to|of|about)\b))|i (?:need|want|have|would like|'d like) to be reminded|need to be reminded|let me know|don't let me forget|dont let me forget|do not let me forget|"
                    r"(?:(?:set|create|add|make|put|give|send|start|schedule|place|enter|need|want|have|open|get|do|turn on|save|i need|i want|i'd like|i would like|how about|could you make|new|another)\s+)?" + DET +
                    rf"(?:{X}+\s+)?(?:(?:daily|weekly|monthly)\s+)?reminders?(?: (?:notification|alert|alarm))?)"
                    rf"(?: for (?:me|myself|us)\b)?(?P<d1>{X}*)[\s,:-]+(?:(?:to|about|of|off|for|that|as|:|-)\s+)?" + OBJECT + POST)
FOLLOW_REMIND = re.compile(PRE + rf"(?:(?:i have|i've got|there is|i need|i'm having|we have)\s+)?{OBJECT}[\s,.]*(?:and\s+)?(?:please |can you |could you )?(?:remind me|set (?:a |an )?(?:reminder|alarm)(?: for (?:me|this|it))?|put it on (?:{ANY}|my (?:calendar|schedule))|add it|mark it|set it(?: down)?|(?:please )?(?:mark|put|write) (?:that|it|this) down)" + POST)
EVENT = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*(?:please |can you |could you |will you )?(?P<verb>{ADD})\s+{DET}(?P<d1>{X}*)[\s,:]*" + OBJECT + POST)
NEED_ADDED = re.compile(PRE + rf"(?:i (?:need|want|would like|'d like|have)\s+)?(?:to have )?(?P<title>{NOT}+?)(?P<d2>{X}*)\s+(?:needs? to be |to be |must be |should be )?(?:added|put|placed|included)(?P<d3>{X}+)" + POST)
BARE = re.compile(PRE + rf"(?:(?:i have|i've got|there is|i'm having|we have|i am having|i will have)\s+{DET})?(?P<title>{NOT}+?)(?P<d2>{X}+)(?P<tail>\s+{TAIL}{NOT}+?)?(?P<d3>{X}*)" + POST)


def created(said: Said, m: re.Match) -> dict:
    groups = m.groupdict()
    ranges = [said.group(m, g) for g in ("d0", "d1", "d2", "d3") if groups.get(g)]
    if groups.get("tail") and not groups["d2"]:  # no time between them: all one title
        title = [title_of(said, said.group(m, "title")[0], said.group(m, "tail")[1])]
    else:
        title = [title_of(said, *said.group(m, "title"))]
        if groups.get("tail"):
            s, e = said.edge(*said.group(m, "tail"))
            if BAD_INSIDE.search(re.sub(r"^\w+ ", "", said.low[s:e])):
                raise Drop("title with command words")
            title.append(span(said.text, s, e))
    # times outside the frame's own slots are not accounted for
    slots = said.slots(*ranges)
    counted = sum(len(slots[k]) for k in ("due", "repeat"))
    if counted != len(said.found):
        raise Drop("a time outside the frame")
    if m.re is BARE and COMMAND.match(said.low[title[0]["span"][0]:]):
        raise Drop("title with command words")
    return {"title": title, **slots}


def reminder(said: Said) -> dict:
    for frame in (REMIND, FOLLOW_REMIND):
        if m := frame.match(said.mask):
            return created(said, m)
    raise Drop("no frame")


def event(said: Said, bare: bool = False) -> dict:
    """A calendar entry. "book", "plan" and the like are commands only where an event is what is booked."""
    for frame in (REMIND, FOLLOW_REMIND, EVENT, NEED_ADDED) + ((BARE,) if bare else ()):
        if m := frame.match(said.mask):
            if frame is EVENT and OWN.match(m.group("verb")) and not EVENTS.search(m.group("title")) and PLACE not in said.mask:
                raise Drop("a chore or a command?")
            return created(said, m)
    raise Drop("no frame")


NEVER_NOUN = {"set", "up", "new", "for", "to", "of", "off", "at", "on", "it", "and", "go", "that", "with", "every", "all", "same", "for", "in", "go", "me", "and", "second", "third", "3", "two", "one", "both", "multiple", "several", "three", "four", "reminder", "list", "my", "the"}
ALARM = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*(?:please |can you |could you |will you )?(?:(?:set|reset|create|add|make|put|turn on|start|schedule|need|want|new|have|get|activate|enable|give me|i need|i want|i'd like|i would like|program|arrange|fix)(?: up| in| me| on)?\s+)?{DET}"
                   rf"(?P<d1>{X}*)[\s,]*{DET}(?P<noun>(?:[a-z'-]+ ){{0,2}}?alarm(?: clock)?)(?: set)?(?: up)?(?: for me\b)?(?P<d2>{X}*)"
                   rf"(?:\s+(?:to (?:go off|ring|sound|alert me|be set|start)|set|that goes off|going off|so it goes off|to go)\b(?P<d3>{X}+))?"
                   rf"(?:\s+(?P<how>to|for|so i can|called|named)\s+(?P<title>{NOT}+?))?(?P<d4>{X}*)" + POST)
WAKE = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*(?:please |can you |could you |will you )?(?P<noun>wake me(?: up)?|get me up|wake up)(?P<d1>{X}+)(?:\s+to\s+(?P<title>{NOT}+?))?" + POST)
PURPOSE_OFF = re.compile(r"^(?:go off|ring|sound|be set|beep|start|go|the same time|same time|that time|this time|the day|now|later|me|time|each|no|day|long|off)\b")


def alarm(said: Said) -> dict:
    m = ALARM.match(said.mask) or WAKE.match(said.mask)
    if not m:
        raise Drop("no frame")
    g = m.groupdict()
    ranges = [said.group(m, k) for k in ("d0", "d1", "d2", "d3", "d4") if g.get(k)]
    if g.get("title"):
        if PURPOSE_OFF.match(g["title"]):
            raise Drop("an alarm's own words")
        title = [title_of(said, *said.group(m, "title"))]
    else:
        noun = g["noun"]
        if set(noun.split()[:-1]) & NEVER_NOUN and not noun.startswith(("wake", "get me")):
            raise Drop("no noun")
        title = [said.part(*said.group(m, "noun"))]
    slots = said.slots(*ranges)
    if len(slots["due"]) + len(slots["repeat"]) != len(said.found):
        raise Drop("a time outside the frame")
    if not said.found:
        raise Drop("an alarm with no time")
    return {"title": title, **slots}


def add_call(got: dict) -> dict:
    return call("add_task", title=got["title"], due=got["due"], list=got["list"], repeat=got["repeat"])


# ---- removing, showing, changing ------------------------------------------------------------------------------------
CANCEL = (r"(?:cancel|cancels|cancelled|delete|deleted|remove|removed|removal|erase|clear(?: out| off| up| away)?|get rid(?: of)?|drop|take off|take out|take away|take|scratch|nix|disable|turn off|stop|dismiss|lose|trash|kill|eliminate|wipe(?: out)?|unset|disregard|discard|"
          r"i (?:do not|don't|dont|no longer) (?:need|want)|no longer need|i'd like to cancel|get rid)")
GENERIC_NOUN = r"(?:reminders?|events?|entries|entry|tasks?|items?|to[- ]?dos?|things?|plans|engagements|programs?|schedules?|calendar events?|calendar entries|calendar items)"
TYPED_NOUN = r"(?:alarms?|meetings?|appointments?|birthdays?|lunches|dinners|calls|classes)"
PLURAL = re.compile(r"(?:s|entries)$")
ALL = r"(?:all|every|any|each|everything|all of|any of|all the|every one of|all my)"
CANCEL_ALL = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*{CANCEL}\s+(?:{ALL}\s+)*(?:(?:of|my|the|our|me|set|current|active|existing|scheduled|upcoming|remaining|those|these)\s+)*(?P<d1>{X}*)\s*(?:(?:set|current|active|existing|scheduled|pending|open)\s+)?(?P<noun>everything|{GENERIC_NOUN}|{TYPED_NOUN})"
                        rf"(?:\s+(?:set|scheduled|that (?:i have set|are set|i have|are scheduled)|i have(?: set)?|i've set|on|planned|off|completely))*(?P<d2>{X}*)(?: only)?" + POST)
CLEAR_DAY = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*(?:clear|clean|empty|wipe|erase|blank)(?: out| up| off)?\s+(?:(?:my|the|our|entire|whole|out)\s+)*(?:{WHOLE}|day)(?P<d2>{X}*)(?: completely| entirely)?" + POST)
CANCEL_ONE = re.compile(PRE + rf"(?P<d0>{X}*)[\s,]*{CANCEL}\s+(?:of\s+)?(?P<det>(?:(?:a|an|the|my|our|me)\s+)*)(?P<d1>{X}*)\s*(?P<what>{NOT}*?)(?P<d2>{X}*)(?: off| out)?(?P<d3>{X}*)" + POST)
GENERIC_WORDS = {"reminder", "reminders", "event", "alarm", "alarms", "item", "task", "entry", "calendar", "set", "scheduled", "up"}
OF = re.compile(r"^(?P<kind>(?:(?:recurring|calendar|scheduled|new|old|set) )*(?:reminders?|events?|alarms?|entry|item|task|calls?))(?: (?:set|scheduled|i have set|i set|i made|that i set|which i (?:have )?set|that is set))*(?: (?P<of>to|for|about|of|on|called|named|titled|that says) (?P<rest>.+))?$")
POINT = re.compile(r"^(?:that|this|it|(?:that |this |the )?(?:last|latest|next|first|second|third|previous|most recent|current|upcoming|new|newest|recent|\d(?:st|nd|rd|th))(?: (?:one|two|three|reminder|alarm|event|item|task|appointment|meeting|set reminder|calendar event|scheduled event))?|(?:that|this) (?:one|reminder|alarm|event|item|task|appointment|meeting)|(?:item|number) (?:one|two|three|four|five|six|\d))$")


def cancelled(said: Said) -> dict:
    """delete_task for one thing, delete_tasks for several."""
    if m := CLEAR_DAY.match(said.mask):
        slots = said.slots(*[said.group(m, k) for k in ("d0", "d2") if m.group(k)])
        _all_times(said, slots)
        return call("delete_tasks", filter={"due": slots["due"], "list": slots["list"], **({} if slots["due"] or slots["list"] else {"status": "open"})})
    if m := CANCEL_ALL.match(said.mask):
        noun, start = m.group("noun"), m.start("noun")
        plural = bool(PLURAL.search(noun)) or noun == "everything" or re.search(r"\b(?:all|every|any|each)\b", said.mask[:start])
        if plural:
            slots = said.slots(*[said.group(m, k) for k in ("d0", "d1", "d2") if m.group(k)])
            _all_times(said, slots)
            if re.search(r"\b(?:i (?:do not|don't|dont|no longer)|stop)\b", said.mask):
                raise Drop("not clearly a removal")
            where = {"due": slots["due"], "list": slots["list"]}
            if re.fullmatch(TYPED_NOUN, noun):
                where["text"] = [said.part(*said.group(m, "noun"))]
            elif re.search(r"pending|remaining", said.mask) or not (slots["due"] or slots["list"]):
                where["status"] = "open"
            if slots["repeat"]:
                raise Drop("a recurrence in a filter")
            return call("delete_tasks", filter=where)
    if m := CANCEL_ONE.match(said.mask):
        return call("delete_task", task=reference(said, m))
    raise Drop("no frame")


def _all_times(said: Said, slots: dict) -> None:
    if len(slots["due"]) + len(slots["repeat"]) != len(said.found):
        raise Drop("a time outside the frame")
    if slots["repeat"]:
        raise Drop("a recurrence in a filter")


def reference(said: Said, m: re.Match, what: str = "what") -> list[dict]:
    """How the person named one task: its words; where only "alarm" or "reminder" and a time is said, all of that."""
    start, end = said.edge(*said.group(m, what))
    low = said.low[start:end]
    times = [(f.start, f.end) for f in said.found]
    if re.search(r"\b(?:all|every|any|everything|and|or|both|list|lists|playlist|instead|so|because|but|then)\b", low) and not re.search(r"^[\w' ]+ and [\w']+$", low):
        raise Drop("not one thing")
    if re.search(r"\b(?:two|three|few) (?:alarms|reminders|events)", low) or re.search(r"\b(?:last|first|next) (?:two|three)\b", low):
        raise Drop("several")
    if POINT.match(low) and not times:
        s, e = start, end
        if low.startswith("the "):
            s += 4
        return [named(said, s, e)]
    if low in ("my next", "the next"):
        raise Drop("points at nothing")
    of = OF.match(low)
    if of and of.group("rest"):
        s = start + of.start("rest")
        for _ in range(3):
            a = re.match(r"(?:to|for|about|the|my|a|an|our) ", said.low[s:end])
            if not a:
                break
            s += a.end()
        if not re.search(r"[a-z]{2}", said.low[s:end]) or BAD_INSIDE.search(said.low[s:end]):
            raise Drop("no title")
        return [named(said, s, end)]
    tail = re.match(r"^(?P<name>.+?) (?:reminders?|alarms?|event|calendar event|entry)$", low)
    if tail and not POINT.match(low) and not of:
        name = tail.group("name")
        if name.split()[-1] in ("this", "that", "recurring", "second", "last", "next", "of", "calendar", "morning", "new"):
            raise Drop("points at nothing")
        keep = end if low.endswith(("alarm", "alarms")) else start + len(name)
        return [named(said, start, keep)]
    if of or not low:
        bare = low.split()[0] if low else ""
        if re.search(r"\ban? $", m.group("det")):
            raise Drop("any one of them")
        if any(re.search(r"^after\b|[ap]m .*[ap]m", said.low[a:b]) for a, b in times):
            raise Drop("not a name")
        if not times:
            if not low:
                raise Drop("nothing named")
            return [{"word": "it"}] if bare.startswith(("reminder", "event", "item", "task", "entry")) else [span(said.text, start, end)]
        if len(times) > 1 or not low:
            raise Drop("several times")
        s, e = min(start, times[0][0]), max(end, times[0][1])
        between = said.low[min(end, times[0][1]):max(start, times[0][0])]
        if not re.fullmatch(r"(?:'s|\s|,|\bfor\b|\bat\b|\bon\b|\bset\b|\bscheduled\b|\bthat is\b|\bmy\b|\bis\b|\bof\b)*", between):
            raise Drop("time far from its noun")
        if s == times[0][0] and said.found[0].kind == "repeat":
            raise Drop("a recurrence in a reference")
        return [named(said, s, e)]
    while a := re.match(r"(?:scheduled|upcoming|planned|event|events?:) ", low):
        start, low = start + a.end(), low[a.end():]
    if BAD_INSIDE.search(low) or BAD_TITLE.match(low) or len(low.split()) > 10:
        raise Drop("no title")
    return [named(said, start, end)]


SHOW_WORDS = set("""a about all am an any anything are as at available be can check checkout coming could current currently active pending open display do for from get give go got had has have hear i i'd i've i'm if in is it let
list like listed look looking me my need of on our out please planned plan plans pull up read see set show so tell that the their them then there these they things this to up upcoming us view want was
we were what what's whats when which will with would you your scheduled schedule booked today's existing right just review again aloud everything supposed doing happening happens going know need would back
contents content thank thanks hey olly siri ok okay now kind recite run down through entire full whole hello hi every each item items ones some open both am's lists""".split())
NOUNS = {"reminders", "reminder", "events", "event", "tasks", "task", "to-do", "todo", "todos", "calendar", "schedule", "agenda", "things", "plans", "stuff", "chores", "appointments", "meetings", "alarms", "appointment", "meeting", "alarm", "planned", "anything", "do"}
STATUS_OPEN = re.compile(r"\b(?:active|pending|open|remaining|unfinished|left|outstanding|yet to complete|still)\b")


def shown(said: Said) -> dict:
    """list_tasks for several, summarize_tasks for counts, search_tasks for one thing."""
    low = said.low
    if any(f.kind == "repeat" for f in said.found):
        raise Drop("a recurrence in a question")
    if re.search(r"\blists\b|\bprograms?\b|\blist names\b|\bhow many lists\b", low):
        raise Drop("about the lists themselves")
    if m := ONE_THING.match(said.mask):
        return search(said, m)
    if m := HOW_MANY.match(said.mask):
        slots = said.slots(*[said.group(m, k) for k in ("d1", "d2") if m.group(k)])
        _all_times(said, slots)
        return call("summarize_tasks", due=slots["due"], list=slots["list"])
    words = re.findall(r"[\w'-]+", re.sub(ANY, " ", said.mask.replace("to do", "to-do")))
    extra = [w for w in words if w not in SHOW_WORDS and w not in NOUNS and not STATUS_OPEN.search(w) and w not in ("on", "left")]
    if extra:
        raise Drop("words the frame does not know")
    if re.search(r"\b(?:next|last|first|most recent|earliest|latest|second|free|open|time|how|where|who|set up)\b", re.sub(ANY, " ", said.mask)) and not re.search(r"what times are", low):
        if not re.search(r"^(?:please )?open (?:up )?my", low):
            raise Drop("one of a row, or a free slot")
    slots = said.slots((0, len(low)))
    typed = re.search(r"\b(?:alarms?|meetings?|appointments?|birthdays?)\b", said.mask)
    generic = re.search(r"\b(?:reminders?|events?|tasks?|to-?do'?s?|to do|calendar|schedule|agenda|things|anything|plans?|planned|scheduled|going on|happening|coming up|supposed|chores|stuff|doing|what do i have|have to do|items)\b|" + PLACE + "|" + LIST, said.mask)
    if typed and generic and re.search(r"\b(?:reminders|events|tasks) and|and (?:reminders|events|tasks)", said.mask):
        typed = None
    if not (typed or generic):
        raise Drop("nothing named")
    if (typed and not PLURAL.search(typed.group(0))):
        if not re.search(r"\b(?:do i have|is there|have i|did i|any|what)\b", low):
            raise Drop("one thing, not named")
    status = "open" if STATUS_OPEN.search(re.sub(ANY, " ", re.sub(r"^(?:please )?open\b", "", said.mask))) else None
    return call("list_tasks", due=slots["due"], list=slots["list"], status=status, text=[said.part(*said.real(*typed.span()))] if typed else None)


HOW_MANY = re.compile(PRE + rf"(?:tell me |remind me |show me |i need to know )?how many\s+(?:different |more )?(?:reminders?|events?|tasks?|things|items|to-?dos?|plans|chores)(?:\s+(?:do|did|are|there|to|i|have|has|had|got|set|up|left|planned|scheduled|been|still|listed|currently|going|for|me|is|my|today's|that|need|in|get|done|the|you|see))*(?P<d1>{X}*)(?:\s+(?:do|are|there|i|have|got|set|up|left|planned|scheduled|in total))*(?P<d2>{X}*)" + POST)
ONE_THING = re.compile(PRE + rf"(?:(?:tell me|let me know|show me|do you know|can you tell me|i need to know|i wanna know|i want to know|remind me|check|see)\s+)?(?:if |of )?(?:(?:what time|when|what day|what date|which day|on what day|at what time|at which time|how soon|what's the time|what is the date)(?:'s| is| are| will| does| was| do i have| did i (?:set|schedule)| am i| to| the date of)?"
                       rf"|did i (?:already )?(?:set|make|add|put|schedule|request|create|include|jot down|remember to (?:add|put)|set up)|do i (?:already )?have|have i (?:got|set|added|scheduled)|is there(?: already)?|is|are|search(?: for)?|find|look up|check(?: to see)?(?: if| for)?|show(?: me)?|pull up|does {ANY} have)"
                       rf"\s+(?P<det>(?:(?:a|an|the|my|our|me|that|any|there|already|for)\s+)*)(?P<d1>{X}*)\s*(?P<what>{NOT}+?)(?:\s+(?:scheduled|set|set up|planned|due|start|starts|take place|happening|already|supposed to be|again|on it|scheduled for|set for))*(?P<d2>{X}*)(?:\s+(?:set|scheduled|for))*(?P<d3>{X}*)" + POST)
GENERIC_PLURAL = re.compile(r"^(?:(?:all|any|active|current|pending|upcoming|set|scheduled|existing|of|my|the|list|new|old|recent|remaining|future)\s+)*(?:reminders?|events?|alarms?|tasks?|things?|anything|appointments?|meetings?|plans?|items?|everything|list|lists|calendar|schedule|agenda|birthdays|calendar events?|something|stuff|to do|list of \w+)(?:\s+(?:scheduled|planned|set|going on|to do|else|coming up|left|i have|i have set|up|now|list|and \w+))*$")


def search(said: Said, m: re.Match) -> dict:
    start, end = said.edge(*said.group(m, "what"))
    low = said.low[start:end]
    if GENERIC_PLURAL.match(low) and not re.search(r"\b(?:when|what time|what day)\b", said.low) and re.search(r"\b(?:reminders|events|alarms|tasks|things|anything|appointments|meetings|plans|items|everything|calendar|schedule|agenda|to do|stuff|list)\b", low):
        return _listed(said, m, low, start, end)
    of = re.match(r"^(?:(?:a|an|the|my|any) )?(?:reminders?|events?|alarms?|event called|item|task|note)(?: set| i have| scheduled)*\s+(?:to|for|about|of|called|named|titled|on)\s+(?=\w)", low)
    if of:
        start += of.end()
        while a := re.match(r"(?:the|my|a|an|our|'|\") ?", said.low[start:end]):
            start += a.end()
        low = said.low[start:end]
    elif m2 := re.match(r"^(.+?) (?:reminders?|event)$", low):
        if m2.group(1) in ("next", "first", "last", "current", "recent", "latest", "upcoming", "calendar", "list of", "all my", "all", "pending"):
            raise Drop("one of a row")
        end = start + len(m2.group(1))
        low = said.low[start:end]
    if GENERIC_PLURAL.match(low):
        when = re.search(r"\b(?:when|what time|what day)\b", said.low)
        if re.search(r"s$|anything|everything|calendar|schedule|agenda|stuff|something|to do", low.split(" ")[0] + " " + low) and not when:
            return _listed(said, m, low, start, end)
        if not when and re.search(r"\b(?:do i have|is there|have i)\b", said.low):
            return _listed(said, m, low, start, end)
        if when and re.match(r"^(?:alarm|meeting|appointment)s?$", low):
            return call("search_tasks", text=[named(said, start, end)])
        raise Drop("nothing named")
    if re.match(r"^(?:next|first|last|current|earliest|latest|second|third|most recent|upcoming|free|busy|available|open|it|that|this|true|i\b|you\b|he\b|she\b|we\b|they\b|on\b|in\b|at\b|going on|my\b.* free)", low):
        raise Drop("one of a row")
    if re.search(r"\b(?:any|all)\b", m.group("det")) and re.match(r"[\w' ]*[a-rt-z]s\b", low):
        slots = said.slots((0, len(said.low)))
        _all_times(said, slots)
        if BAD_INSIDE.search(low) or len(low.split()) > 4:
            raise Drop("no title")
        return call("list_tasks", due=slots["due"], list=slots["list"], text=[named(said, start, end)])
    if re.match(r"(?:meetings|appointments|events|calls) (?:with|about|for|at)\b|(?:more|many|much)\b", low):
        raise Drop("several, and a text")
    if supposed := re.match(r"supposed to ", low):
        start += supposed.end()
        low = low[supposed.end():]
    if POINT.match(low) or re.fullmatch(r"(?:week|day|month|clock|date|rest of the \w+)", low):
        raise Drop("no title")
    if BAD_INSIDE.search(low) or BAD_TITLE.match(low) or len(low.split()) > 8 or re.search(r"\b(?:is|are|free|busy|open|have|list|going to|do i|to all|with all)\b", low):
        raise Drop("no title")
    return call("search_tasks", text=[named(said, start, end)])


def _listed(said: Said, m: re.Match, low: str, start: int, end: int) -> dict:
    if re.search(r"\b(?:next|first|last|free)\b", low):
        raise Drop("one of a row")
    slots = said.slots((0, len(said.low)))
    _all_times(said, slots)
    status = "open" if STATUS_OPEN.search(low) else None
    typed = re.search(r"\b(?:alarms?|meetings?|appointments?|birthdays)\b", low)
    if typed and re.search(r"\b(?:reminders?|events?|tasks?)\b", low):
        typed = None
    text = [span(said.text, start + typed.start(), start + typed.end())] if typed else None
    return call("list_tasks", due=slots["due"], list=slots["list"], status=status, text=text)


CHANGE = r"(?:change|move|reschedule|push(?: back| out)?|update|edit|shift|switch|modify|bring(?: forward)?|adjust|alter|set|reset|make|postpone|delay|extend)"
MODIFY = re.compile(PRE + rf"{CHANGE}\s+(?P<det>(?:(?:a|an|the|my|our|me)\s+)*)(?:(?:time|date|day|start time|start|due date)\s+(?:of|for)\s+(?:my|the|our)?\s*)?(?P<d1>{X}*)\s*(?P<what>{NOT}+?)(?P<d2>{X}*)\s+(?P<to>to|until|till|for|at|on|so it (?:starts|is|begins) at|to start at|to be at|to be on|to begin at|to go off at)\s+(?:(?:be|start|begin|go off|wake me up|the|ring)\s+)*(?:at |on |for )?(?P<new>{DUE}|{REPEAT})(?P<d3>{X}*)" + POST)
RANGE = re.compile(r"\bfrom\s+(?P<old>.+?)\s+to\s+(?P<new>.+)$")


def modified(said: Said) -> dict:
    """update_task: what, and the new time; the old time ("from 7 to 8") is part of nothing."""
    m = MODIFY.match(said.mask)
    if not m:
        raise Drop("no frame")
    if re.search(r"\b(?:earlier|later|more|longer|minutes|hour|hours|extra|ahead|back|forward)\b", said.mask):
        raise Drop("a relative change")
    new = m.group("new")
    fresh = said.slots(said.group(m, "new"), said.group(m, "d3"))
    old = [f for f in said.found if f.end <= said.group(m, "to")[0]]
    if len(old) + len(fresh["due"]) + len(fresh["repeat"]) != len(said.found) or not (fresh["due"] or fresh["repeat"]):
        raise Drop("a time outside the frame")
    if re.fullmatch(r"[ap]m", " ".join(said.low[p["span"][0]:p["span"][1]] for p in fresh["due"])) or re.search(r"\bname\b", said.mask):
        raise Drop("not a time")
    if m.group("to") in ("for", "at", "on") and (old or not re.match(r"[^a-z]*(?:reschedule|move|reset|switch)", re.sub(PRE, "", said.mask))):
        raise Drop("old or new time?")
    ws, we = said.edge(*said.group(m, "what"))
    what = re.sub(r" (?:from|time|date|start time|set|scheduled|that is|start)$", "", said.low[ws:we])
    what = re.sub(r"(?: (?:from|time|date|start|set|scheduled|that is|on|at|for))+$", "", what)
    we = ws + len(what)
    if re.search(r"'s$", what) or re.search(r"\b(?:all|every|and|both|alarms|events)\b|\bto\b", what) or BAD_TITLE.match(what) and what not in ("it", "that", "this", "alarm", "reminder"):
        raise Drop("not one thing")
    if what in ("time", "date", "start", "name", "day", "end", "end time", "start time", "duration", "location"):
        raise Drop("nothing named")
    if what in ("reminder", "event"):
        task = [{"word": "it"}]
    elif what == "alarm" and m.group("d1") and old and "from" not in said.mask:
        task = [span(said.text, old[0].start, we)] if old[0].end <= ws else [span(said.text, ws, we)]
    else:
        tail = re.match(r"^(.+?) (?:reminder|event)$", what)
        if tail and tail.group(1) not in ("that", "this"):
            we = ws + len(tail.group(1))
        if BAD_INSIDE.search(said.low[ws:we]) and "alarm" not in what and what not in ("that reminder", "this reminder"):
            raise Drop("no title")
        task = [named(said, ws, we)]
    return call("update_task", task=task, due=fresh["due"], repeat=fresh["repeat"])


# ---- lists ----------------------------------------------------------------------------------------------------------
ONE_LIST = rf"(?P<d1>{X}+)"
LIST_ADD = [
    re.compile(PRE + rf"(?:add|put|place|include|write(?: down)?|throw|enter|insert|mark down|note down|list)\s+(?:in\s+)?(?P<title>{NOT}+?)(?: down)?(?: as well)?(?P<d1>{X}+)" + POST),
    re.compile(PRE + rf"(?P<d1>{X}+)[\s,:]*(?:please\s+)?(?:add|put|include)\s+(?P<title>{NOT}+?)" + POST),
    re.compile(PRE + rf"(?:add|put)(?P<d1>{X}+)[\s:,]+(?P<title>{NOT}+?)" + POST),
    re.compile(PRE + rf"(?:i (?:want|need|would like|'d like) |get |i'd like |make sure |be sure )?(?P<title>{NOT}+?)\s+(?:is |are |be |gets |to be |needs? to be |should be )?(?:added|put|placed|on|needs? to (?:be|go)|listed)?(?P<d1>{X}+)" + POST),
]
ITEMS = re.compile(r"\s*(?:,\s*and\s+|,\s*|\s+and\s+)")
CREATE_LIST = re.compile(PRE + r"(?:create|make|start|begin|open up|open|generate|produce|prepare|set up|add|bring up|build|put together|i need|i want|give me|new|start creating|begin new)\s+(?:(?:me|a|an|the|my|new|another|up)\s+)*(?:(?:check)?list (?:called|named|titled|for|of|about)\s+(?:the |my )?(?P<after>[\w' -]+?)(?: list)?|(?P<name>(?!list|new|play)[\w'-]+(?: [\w'-]+){0,2}?) (?:check)?list)" + POST)
ASK_LIST = re.compile(PRE + r"(?:(?:create|make|start|begin|open up|open|generate|produce|prepare|set up|add|give me|i need|i want|build)\s+(?:(?:me|a|an|my|new|another|up|fresh)\s+)*(?:check)?list|(?:new|fresh) list)(?: for me)?" + POST)
DELETE_LIST = re.compile(PRE + rf"(?:delete|remove|erase|get rid of|throw away|trash|eliminate|abolish)\s+(?:(?:the|my|this|our)\s+)*(?:list (?:called|named|titled|for|of)?\s*(?:the |my )?(?P<after>[\w' ]+?)|(?P<name>(?!list|play|last|first|previous|open|entire|whole|this|that)[\w']+(?: [\w']+){{0,2}}?) list)(?:\s+(?:from|off) (?:my|the) (?:lists|notes|list of lists))?" + POST)
EMPTY_LIST = re.compile(PRE + rf"(?:(?:(?:delete|remove|erase|take|nuke|clear(?: out)?|wipe|get rid of?|get rid off)\s+(?:off\s+)?(?:everything|all(?: (?:of )?(?:the|my))?(?: items| things| tasks| entries)?|(?:the|my) (?:items|tasks|entries|things))(?: off| out)?)(?P<d1>{X}+)|(?:clear|clean|empty|wipe|blank|reset)(?: out| off)?\s+(?:(?:my|the|our|entire|whole|out)\s+)*(?:(?P<name>(?!list\b)[\w']+(?: [\w']+)?) list|(?P<whole>{WHOLE})))" + POST)
SWAP = re.compile(PRE + rf"(?:(?P<r1>remove|delete|take(?: off)?|erase|cross out)|(?P<a1>add|put))\s+(?P<one>{NOT}+?)(?: off)?(?P<d1>{LIST}|[\s,]*\b(?:from|off|to|on)?\s*{LIST})?,?\s+and\s+(?:then )?(?:(?P<r2>remove|delete|take(?: off)?)|(?P<a2>add|put))\s+(?P<two>{NOT}+?)(?:\s+(?:to it|on it|instead|from it|as well))?(?P<d2>{X})?" + POST)
FINISHED = re.compile(PRE + rf"i(?:'ve| have|'m| am)? (?:just |already )?(?:finished|done with|completed|did|done)\s+(?P<title>{NOT}+?)[\s,]+(?:so |please |and )*(?:cross|check|tick|take|remove|mark) (?:that|it)(?: off| out| as done| done| complete)?{X}*" + POST)
CHECK_OFF = re.compile(PRE + rf"(?:check|tick|mark)\s+(?:off\s+)?(?P<title>{NOT}+?)(?:\s+(?:off|as done|done|complete|as complete))?{X}+" + POST)


NOT_A_LIST = {"your", "a", "an", "the", "please", "blank", "delete", "make", "new", "any", "created", "creating", "in", "my", "this", "that", "open", "read", "check", "find", "show", "kind", "need", "remove", "agenda", "whole", "appointment", "put", "add", "remainder"}


def list_named(name: str) -> bool:
    return not set(name.split()) & NOT_A_LIST and not re.fullmatch(r"(?:to[- ]?do|task|tasks|reminders?|current|active|this|that|my|last|first|new|whole|following|open|entire|items?)", name) and not any(w in NO_LIST for w in name.split())


def listing(said: Said) -> list[dict]:
    """Commands about lists: calls, several where several things are named."""
    if m := SWAP.match(said.mask):
        if len(said.lists) == 1 and not said.found and bool(m.group("r1")) != bool(m.group("r2")):
            where = [said.part(*next(iter(said.lists.values())))]
            calls = []
            for removed, name in ((m.group("r1"), "one"), (m.group("r2"), "two")):
                title = title_of(said, *said.group(m, name))
                calls.append(call("delete_task", task=[title]) if removed else call("add_task", title=[title], list=where))
            return calls
        raise Drop("two requests")
    if re.search(r"\bif\b|\bunless\b|\bcause\b|\bout of\b|\blow on\b|\binstead\b|\bwhen\b|\band (?:add|put|remove|delete|take)\b", said.low):
        raise Drop("a condition or a reason")
    if m := FINISHED.match(said.mask) or CHECK_OFF.match(said.mask):
        return [call("complete_task", task=[title_of(said, *said.group(m, "title"))])]
    if m := EMPTY_LIST.match(said.mask):
        name = m.group("name")
        if name and list_named(name):
            return [call("delete_tasks", filter={"list": [said.part(*said.group(m, "name"))]})]
        slots = said.slots((0, len(said.low)))
        _all_times(said, slots)
        if slots["list"] or slots["due"]:
            return [call("delete_tasks", filter={"list": slots["list"], "due": slots["due"]})]
        if (m.group("whole") or PLACE in said.mask) and (not name or name in ("to do", "todo")):
            return [call("delete_tasks", filter={"status": "open"})]
        raise Drop("which list?")
    if LIST not in said.mask and PLACE not in said.mask and not said.found:
        for frame, tool, key in ((DELETE_LIST, "delete_list", "list"), (CREATE_LIST, "create_list", "name")):
            if m := frame.match(said.mask):
                group = "after" if m.group("after") else "name"
                name = re.sub(r"^(?:the|my) ", "", m.group(group))
                if not list_named(name) or len(name.split()) > 4 or re.search(r"\b(?:from|to|who|that|is|items?|add|on|be)\b", name):
                    raise Drop("which list?")
                return [call(tool, **{key: [said.part(*said.group(m, group))]})]
    if re.match(PRE + CANCEL + r"\b", said.mask):
        if not (LIST in said.mask or PLACE in said.mask):
            raise Drop("which list?")
        made = cancelled(said)
        return [made]
    for frame in LIST_ADD:
        m = frame.match(said.mask)
        if m and (LIST in m.group("d1") or PLACE in m.group("d1")):
            slots = said.slots(said.group(m, "d1"))
            if len(slots["due"]) + len(slots["repeat"]) != len(said.found):
                raise Drop("a time outside the frame")
            start, end = said.group(m, "title")
            pieces, at = [], start
            if slots["list"]:
                for gap in ITEMS.finditer(said.low[start:end]):
                    pieces.append((at, start + gap.start()))
                    at = start + gap.end()
            pieces.append((at, end))
            calls = []
            for s, e in pieces:
                calls.append(call("add_task", title=[title_of(said, s, e)], due=slots["due"], list=slots["list"], repeat=slots["repeat"]))
            return calls
    raise Drop("no frame")
