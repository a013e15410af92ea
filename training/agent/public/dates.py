"""Finds what people say about time: dates and clock times ("due") and recurrences ("repeat"), with offsets.

A finder, not a resolver: it only has to know where such a phrase begins and ends. Bare numbers count as a time only
beside a preposition that makes them one ("at 5") or beside another piece of a date ("tomorrow 5").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALL = ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen").split()
TENS = "twenty thirty forty fifty".split()
UNITS = SMALL[:9]
ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty[ -]first twenty[ -]second "
            "twenty[ -]third twenty[ -]fourth twenty[ -]fifth twenty[ -]sixth twenty[ -]seventh twenty[ -]eighth "
            "twenty[ -]ninth thirtieth thirty[ -]first").split()
ORDINALS = [o for o in re.findall(r"twenty\[ -\]\w+|thirty\[ -\]\w+|\w+", " ".join(ORDINALS)) if o]

HOUR_WORD = "(?:" + "|".join(sorted(SMALL[:12], key=len, reverse=True)) + ")"
MINUTE_WORD = ("(?:(?:" + "|".join(TENS) + ")(?:[ -](?:" + "|".join(UNITS) + "))?|o[ '’]?(?:" + "|".join(UNITS) + ")|"
               + "|".join(sorted(SMALL, key=len, reverse=True)) + ")")
NUMBER = (r"(?:\d+(?:\.5)?|half an|half a|a half|an|a couple(?: of)?|a few|a|" + "(?:" + "|".join(TENS) + ")(?:[ -](?:"
          + "|".join(UNITS) + "))?|" + "|".join(sorted(SMALL, key=len, reverse=True)) + r")")
UNIT = r"(?:seconds?|secs?|minutes?|mins?|min|half hours?|hours?|hrs?|hr|days?|weeks?|months?|years?)"
WEEKDAY = (r"(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|tues|weds?|thurs?|thu|fri)")
MONTH_SURE = (r"(?:january|february|april|june|july|august|september|october|november|december|"
              r"jan|feb|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?")
MONTH_ANY = "(?:" + MONTH_SURE + r"|march|may|mar\b\.?)"
ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
DAY_NUMBER = r"(?:" + ORDINAL + r"|[0-3]?\d(?![\d:])|" + MINUTE_WORD + ")"
AMPM = r"(?:a\.m\.?|p\.m\.?|am|pm|a\.m|p\.m|a|p)(?![a-z0-9])"
AMPM_SURE = r"(?:a\.m\.?|p\.m\.?|a\. m\.?|p\. m\.?|am|pm)(?![a-z0-9])"

CLOCK_SURE = "|".join([
    r"\d{1,2}[:.]\d{2}(?!\d)(?:\s?" + AMPM + r")?",
    r"\d{1,4}\s?" + AMPM_SURE,
    r"\d{1,2}[ap](?![a-z0-9])",
    r"(?:\d{1,2}|" + HOUR_WORD + r")\s?o['’ ]{0,2}clock(?:\s?" + AMPM_SURE + ")?",
    HOUR_WORD + r"(?:[ -]" + MINUTE_WORD + r")?\s" + AMPM_SURE,
    HOUR_WORD + r"(?: hundred)(?: (?:and )?" + MINUTE_WORD + r")? (?:hours|" + AMPM_SURE + ")",
    r"(?:quarter|half|ten|five|twenty|\d{1,2})(?: minutes?)? (?:past|to|till|after) (?:noon|midnight|" + HOUR_WORD
    + r"|\d{1,2})(?:\s?" + AMPM_SURE + ")?",
    r"(?:12 )?(?:noon|midnight)|mid ?day",
])
# A bare number is a time only after "at", "by" and the like, or beside another piece of a date.
CLOCK_WEAK = r"(?:half " + HOUR_WORD + "|" + HOUR_WORD + r"(?:[ -]" + MINUTE_WORD + r")?|\d{3,4}|\d{1,2})(?![\w%$:/.-]*\w)"

PART = r"(?:mornings?|afternoons?|evenings?|nights?)"
DAY = "|".join([
    r"(?:the )?day after (?:tomorrow|tommorow)|tomorrows?|tommorrows?|tommorows?|tomorows?|tmrw|todays?|tonights?|tonite",
    r"(?:early |late |later )?(?:this|next|the coming|coming|the following|the next) (?:early |late )?(?:morning|afternoon|evening|night|weekend|week|month|year|quarter|"
    + WEEKDAY + "|" + MONTH_ANY + r")(?: (?:" + PART + r"|" + WEEKDAY + r"|week)\b)?",
    WEEKDAY + r" (?:next|this) week|" + WEEKDAY + r" week\b",
    r"(?:the )?next " + NUMBER + r" (?:days|weeks|months|hours)",
    r"(?:this|the) week ?end|(?:the )?weekend",
    r"(?:in|after|within) (?:about )?" + NUMBER + r"(?: and a half)? " + UNIT + r"\b(?: and " + NUMBER + " " + UNIT + r"\b)?(?:'?s? time)?",
    NUMBER + r"(?: and a half)? " + UNIT + r" from (?:now|today|tomorrow|" + WEEKDAY + ")",
    r"(?:the )?(?:end|beginning|start|middle|rest|first|last|last day|first day) of (?:the |this |next |each )?(?:day|week|month|year|"
    + MONTH_ANY + ")",
    r"(?:the )?week of (?:the )?" + "(?:" + ORDINAL + "|" + MONTH_ANY + " " + DAY_NUMBER + ")",
    r"in the (?:early )?(?:morning|afternoon|evening)",
    r"first thing (?:in the morning|tomorrow(?: morning)?)",
    WEEKDAY + r",? (?:the )?" + ORDINAL + r"(?: of " + MONTH_ANY + ")?",
    "(?:" + WEEKDAY + ",? )?" + MONTH_ANY + r" (?:the )?" + DAY_NUMBER + r"\b(?:,? (?:20\d\d|(?:two thousand|twenty)(?: and)? \w+))?",
    r"(?:the )?" + DAY_NUMBER + r" (?:of )?" + MONTH_ANY + r"(?: (?:20\d\d|two thousand (?:and )?\w+|twenty seventeen))?",
    r"(?:the )?" + ORDINAL + r"(?: of (?:this |next |the )?(?:month|week|"+ MONTH_ANY + r"))?(?= *(?:$|[,.!?]|\b(?:at|of|for|from|in|on|by|and|please|to|with)\b|of this))(?<!\bthe first)(?<!\bthe second)",
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?",
    r"\d{4}-\d\d-\d\d",
    WEEKDAY,
    MONTH_SURE,
    r"in (?:march|may|" + MONTH_SURE + ")",
    PART,
    r"christmas(?: eve| day)?(?! \w)|new year'?s(?: eve| day)?|thanksgiving(?= *$)|easter(?= *$)",
])
ATOM = "(?:" + DAY + "|" + CLOCK_SURE + ")"
JOIN = r"(?:\s*,?\s+(?:(?:at|on|in the|of|this|around|about|by|@)\s+)?|\s*@\s*|\s*,\s*|-(?=\w))"
ATOM_B = r"(?<![\w.:$/£#-])" + ATOM + r"(?![\w/]|['’](?:ve|ll|d)\b)"
WEAK_AFTER = r"(?<![\w.:$/])(?:at|by|@|til|until|till|around)\s+(?P<weak>" + CLOCK_WEAK + ")"

ATOM_RE = re.compile(ATOM_B)
WEAK_RE = re.compile(WEAK_AFTER + r"(?=\s*(?:$|[,.!?;)]|(?:on|in|for|to|and|please|with|this|tomorrow|today|tonight|" + WEEKDAY + r"|every|sharp|about|that|of|from|because|so|then|or|is|i|my|the|remind|set|" + MONTH_ANY + r"|next|each|also|instead|not|into|too|as|called|when|if|there)\b|'s))")

EVERY_UNIT = (r"(?:day|night|morning|afternoon|evening|week|weekday|weekend|week day|month|year|hour|minute|quarter|"
              r"(?:\d+|" + NUMBER + ") " + UNIT + "|" + "(?:half|half an) hour|" + WEEKDAY + "|" + ORDINAL + r"(?: of the month)?|"
              + MONTH_ANY + r"(?: " + DAY_NUMBER + ")?" + ")")
DAYS_LIST = WEEKDAY + r"(?:(?:,? and |, ?| & | or | )" + WEEKDAY + ")*"
# "on Saturdays at 5" recurs, "Saturdays meeting" is one Saturday's
STANDS = r"(?=\s*(?:$|[,.!?]|\b(?:at|for|and|from|to|please|starting|only|of|in|by|set|until)\b|\d))"
REPEAT = "|".join([
    r"(?:every|each)(?: single| other| second| third| alternate| two| three| four| first| last| \d+)? (?:" + DAYS_LIST + "|" + EVERY_UNIT
    + r")(?: of (?:the|every|each) (?:month|week|year))?(?: and (?:every )?" + WEEKDAY + ")*",
    r"every ?(?:day|night|week|month|year)\b|every ?\d+ ?" + UNIT,
    r"(?:bi-?weekly|daily|weekly|monthly|yearly|annually|quarterly|hourly|nightly|fortnightly|everyday)(?: on " + DAYS_LIST + ")?",
    r"(?:once|twice|three times) (?:a|per|every) (?:day|week|month|year)",
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:(?:,? and |, ?| )(?:mon|tues|wednes|thurs|fri|satur|sun)days)*" + STANDS,
    r"(?:all )?(?:week ?days|weekends|mornings|evenings|nights|afternoons)" + STANDS,
    r"(?:from )?(?:monday|mon)\s?(?:through|thru|to|-|–|until)\s?(?:friday|fri|thursday|saturday|sunday)",
    r"all week(?: long)?",
])
REPEAT_RE = re.compile(r"(?<![\w-])(?:" + REPEAT + r")(?![\w]|['’]s? (?!$))")


@dataclass(frozen=True)
class Found:
    start: int
    end: int
    kind: str  # due, repeat


def lower(text: str) -> str:
    """Lower case, one character for one character, so that offsets hold."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")


def _join(spans: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    spans = sorted(set(spans))
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        elif out and re.fullmatch(JOIN, text[out[-1][1]:start]):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def find(text: str, gold: list[tuple[int, int]] = ()) -> list[Found]:
    """All time phrases; `gold` spans (of an annotated source) count as date pieces whatever they hold."""
    low = lower(text)
    repeats = [(m.start(), m.end()) for m in REPEAT_RE.finditer(low)]
    inside = lambda a, b: any(a < e and s < b for s, e in repeats)
    atoms = [(m.start(), m.end()) for m in ATOM_RE.finditer(low)]
    atoms += [m.span("weak") for m in WEAK_RE.finditer(low)]
    atoms = [a for a in atoms if not inside(*a)]
    for start, end in gold:
        atoms += [p for p in _without(start, end, repeats)]
    atoms = [_trim(low, s, e) for s, e in atoms]
    atoms = [(s, e) for s, e in atoms if e > s]
    joined = _join(atoms, low)
    # bare numbers that touch a date: "tomorrow 5", "5 tomorrow", "friday 8 30"
    for _ in range(2):
        grown = []
        for start, end in joined:
            after = re.match(r"\s+(?:at )?(" + CLOCK_WEAK + r")(?=\s*(?:$|[,.!?]|please|in the|tonight|tomorrow|to\b|for\b))", low[end:])
            if after and not inside(end + after.start(1), end + after.end(1)) and not re.search(r"\d$", low[start:end]):
                end += after.end(1)
            before = re.search(r"(?:^|\s)(" + CLOCK_WEAK + r")\s+$", low[:start])
            if before and re.search(r"(?:\bat|\bfor|\bset|@|\balarm|^)\s*$", low[:before.start(1)]) and not inside(*before.span(1)):
                start = before.start(1)
            grown.append((start, end))
        joined = _join(grown, low)
    found = []
    for start, end in joined:
        start = _with_modifier(low, start)
        found.append(Found(start, end, "due"))
    found += [Found(*_trim(low, s, e), "repeat") for s, e in repeats]
    return sorted(found, key=lambda f: f.start)


def _without(start: int, end: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    parts = [(start, end)]
    for s, e in holes:
        parts = [q for a, b in parts for q in ([(a, b)] if e <= a or s >= b else [(a, max(a, s)), (min(b, e), b)])]
    return [(a, b) for a, b in parts if b > a]


def _trim(low: str, start: int, end: int) -> tuple[int, int]:
    """Cuts what the date rules drop at the edges: white space, "at", "on", "for"."""
    while start < end:
        m = re.match(r"(?:\s+|,|@|(?:at|on|for|of|to)\b(?!\s*$))", low[start:end])
        if not m or not m.end():
            break
        start += m.end()
    while start < end:
        m = re.search(r"(?:\s+|[,;!?:]|\b(?:at|on|for|of|to|and|from|starting))$", low[start:end])
        if not m:
            break
        end = start + m.start()
    if low[start:end].endswith(".") and not re.search(r"[ap]\. ?m\.$|\b(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.$", low[start:end]):
        end -= 1
    return start, end


def _with_modifier(low: str, start: int) -> int:
    """Words before a date that change its meaning belong to it: by, before, until, end of, in, next …"""
    while True:
        m = re.search(r"(?<![\w])(?:(?:an?|one|two|three|\d+) (?:minutes?|hours?|days?|weeks?|months?) (?:before|after)|by|before|after|until|till|no later than|since|the end of|the start of|the beginning of|this|next|later|early|late|the)\s+(?:the end of\s+|the\s+)?$", low[:start])
        if not m:
            return start
        start = m.start()


VOCABULARY = re.compile(r"(?:\d+(?:st|nd|rd|th)?|\d+(?:am|pm|a|p)|\d*(?:min|mins|hr|hrs|hour|hours)|[ap]|[ap]m|m|" + "|".join([
    WEEKDAY, MONTH_ANY, PART, UNIT, HOUR_WORD, MINUTE_WORD, ORDINAL.replace("[ -]", ""), "sunday|sun|sat|mon|wed",
    r"today'?s?|tonights?|tonite|tomorrows?|tommorrows?|tommorows?|tomorows?|tmrw|noon|midnight|mid|midday|day|oclock|o|clock|hundred|thousand|twenty|thirty|forty|fifty|seventeen|"
    r"this|next|the|of|at|on|in|by|before|after|until|till|from|now|and|end|beginning|start|middle|rest|last|first|thing|early|late|later|half|quarter|past|to|a|an|couple|few|"
    r"weekends?|week|coming|following|within|time|s|than|no|christmas|eve|year|new|thanksgiving|easter|since|about"]) + ")$")


def plain(phrase: str) -> bool:
    """Whether a phrase that an annotator called a time is made of time words only."""
    words = re.findall(r"[a-z0-9']+", lower(phrase))
    return bool(words) and all(VOCABULARY.match(w.strip("'")) for w in words) and not re.fullmatch(r"(?:the|time|later|now|a|an|and|day|start|end|the day|first|last|second|soon)", " ".join(words))
