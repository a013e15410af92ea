"""SMCalFlow (validation dialogues): typed calendar dialogues with programs (CC BY-SA 4.0).

A program gives what is created, found, changed or removed, with its subject, people and place as strings; the frames
read the same from the sentence, and a row is kept only where every string of the program lies in what was read and a time
is read exactly where the program has one. Ends, lengths, repeats and attendance have no counterpart and drop the row.
Dialogues give `previous` and `state`: a revision of what was just made is update_task on "it", a refusal of what was just
done is undo.
"""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from . import frames
from .common import Drop, Report, call, clean, say, span

SUBJECT = re.compile(r'subject_\? \((?:\?~?=|\?=) "((?:[^"\\]|\\.)*)"')
PERSON = re.compile(r'PersonName\.apply "((?:[^"\\]|\\.)*)"')
LOCATION = re.compile(r'LocationKeyphrase\.apply "((?:[^"\\]|\\.)*)"')
NO_COUNTERPART = re.compile(r"Event\.end|duration|AllDay|Repeat|showAs|ForDateRange|isOneOnOne|responseStatus|FindManager|FindReports|FindTeam|Organizer|organizer|responses|AttendeesWith|AttendeeListExcludes|numReports|toHours|toMinutes|WithStatus|EventAfter|EventBefore|before|Around|Late|Early|Breakfast|Brunch")
HAS_TIME = re.compile(r"Event\.start_\?|EventOnDate|EventDuringRange|DateTime|NextDOW|\(Today\)|\(Tomorrow\)|OnDateWith|EventAtTime")
THANKS = re.compile(r"\b(?:thanks|thank you|thx|thank u|appreciate)\b", re.I)
REFUSED = re.compile(r"\b(?:never ?mind|nvm|forget (?:it|that|about it)|scratch that|undo|(?:don't|do not|dont) (?:do|add|create|make|delete|cancel|book|schedule|put|change|remove|save|set|want)|cancel (?:that|it|this)$|keep (?:it|that|this|the))", re.I)
YES = re.compile(r"^(?:(?:yes|yeah|yep|yup|ok|okay|sure|great|perfect|good|looks good|that works|sounds good|that's (?:good|great|fine|perfect|right|correct)|it looks good|cool|awesome|fine|correct|right|nice|excellent|alright|that is (?:good|fine|perfect|great|correct)|that looks (?:good|great)|this works|that will work|it's good|works|wonderful|very good|that'll work|looks great|lovely|thats (?:good|great|fine|perfect))[\s,.!]*)+$", re.I)
ARTICLES = re.compile(r"^(?:the|a|an|my|our|to) ")


def rows(data: Path, report: Report):
    with zipfile.ZipFile(data / "sources" / "smcalflow" / "valid.dataflow_dialogues.jsonl.zip") as z:
        for line in z.read(z.namelist()[0]).decode("utf-8").splitlines():
            if line.strip():
                yield from dialogue(json.loads(line), report)


def dialogue(d: dict, report: Report):
    previous, state, titles = None, None, []
    for turn in d["turns"]:
        text, lisp = clean(turn["user_utterance"]["original_text"]), turn["lispress"]
        if re.search(r"\((?:WeatherQueryApi|PlaceSearchResponse)|AtPlace", lisp) and "Event" not in lisp:
            yield ("other", text, "weather" if "Weather" in lisp else "web")
            previous, state = text, {"ended": "said"}
            continue
        try:
            target, label = convert(text, lisp, previous, state, titles)
        except Drop as why:
            report.drop(str(why), text)
            previous, state = None, None
            continue
        given = dict(state or {"ended": None})
        given["tasks"] = sharing(text, titles)
        yield ("row", text, target, label, {"previous": previous, "state": given if previous else {"tasks": given["tasks"]}})
        calls = target.get("calls")
        previous = text
        state = {"ended": "ran" if calls else "said", "tools": [c["tool"] for c in calls or []][:4], "listed": None}
        for c in calls or []:
            if c["tool"] in ("list_tasks", "search_tasks"):
                state["listed"] = count(turn["agent_utterance"]["original_text"])
            if c["tool"] == "add_task":
                titles = [say(c["args"]["title"], text), *titles][:6]
            if c["tool"] == "undo" and titles:
                titles = titles[1:]


def count(answer: str) -> int | None:
    m = re.search(r"\b(?:found|have|are|is) (one|two|three|four|five|\d+) (?:events?|matching)", answer)
    if m:
        return int(m.group(1)) if m.group(1).isdigit() else "one two three four five".split().index(m.group(1)) + 1
    return 1 if re.match(r"(?:Yes, it|The \"|Your|It's|It is)", answer) else None


STOP = set("a an the my to at on in for of and with is it that this me i do have can you please make add create set what when meeting change move delete cancel".split())


def sharing(text: str, titles: list[str]) -> list[str]:
    words = set(re.findall(r"[a-z']+", text.lower())) - STOP
    return [t for t in titles if words & set(re.findall(r"[a-z']+", t.lower()))][:3]


def norm(s: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", s.lower()).strip()


def strings(lisp: str) -> list[str]:
    found = [*SUBJECT.findall(lisp), *PERSON.findall(lisp), *LOCATION.findall(lisp)]
    return [norm(ARTICLES.sub("", s.replace('\\"', '"').strip().lower())) for s in found]


LINKS = set("with at in and the a an of for to s on my about meeting appointment event events going go from by near our his her me lunch dinner".split())


def holds(said: str, wanted: list[str]) -> None:
    """Every string of the program lies in what was read, and what was read holds little else."""
    low = f" {norm(said)} "
    rest = low
    for s in sorted(wanted, key=len, reverse=True):
        rest = rest.replace(f" {s} ", " ").replace(f" {s.removesuffix(' s')} ", " ")
    if wanted and set(rest.split()) - LINKS:
        raise Drop("words that the program does not have")
    for s in wanted:
        if s and f" {s} " not in low and f" {s.removesuffix(' s')} " not in low:
            raise Drop("a string of the program is not in what was read")


def convert(text: str, lisp: str, previous, state, titles) -> tuple[dict, str]:
    ran = bool(previous and state and state.get("ended") == "ran")
    low = text.lower()
    if re.search(r"\(Fence", lisp):
        raise Drop("the source could not answer")
    if "Pleasantry" in lisp:
        if re.match(r"(?:hi|hello|hey|good morning|good afternoon)\b[^?]{0,12}$", low):
            return {"final": ["greeting"]}, "rule from gold"
        if re.match(r"(?:ok(?:ay)?|great|good|perfect|no|nope|awesome|cool|sounds good)?[\s,.!]*(?:thanks|thank you|thx)[^?]*$", low) and len(text.split()) < 9 and previous:
            return {"final": ["thanks"]}, "rule from gold"
        if re.match(r"(?:ok[, ]*)?(?:bye|goodbye|see you|good night)\b", low):
            return {"final": ["bye"]}, "rule from gold"
        if re.match(r"how are you|how's it going|how is it going", low):
            return {"final": ["how-are-you"]}, "rule from gold"
        raise Drop("small talk without a label")
    if lisp == "(DoNotConfirm)":
        if ran and REFUSED.search(low) and state["tools"] and state["tools"][0] in ("add_task", "delete_task", "update_task") and len(text.split()) < 12 and not frames.Said(text).found:
            return {"calls": [call("undo")]}, "rule from gold"
        raise Drop("a refusal without a label")
    if lisp == "(Yield (Execute (^(Dynamic) ConfirmAndReturnAction)))":
        if ran and YES.match(low):
            return {"final": ["okay"]}, "rule from gold"
        if ran and THANKS.search(low) and len(text.split()) < 8 and re.match(r"(?:yes|ok|great|perfect|good|looks|that|sounds|awesome|sure|thank)", low):
            return {"final": ["thanks"]}, "rule from gold"
        raise Drop("a confirmation without a label")
    said = frames.Said(text, lists=False)
    wanted = strings(lisp)
    if "ReviseConstraint" in lisp or "NewClobber" in lisp:
        if not ran or state["tools"][:1] not in (["add_task"], ["update_task"]):
            raise Drop("a revision of a turn without a label")
        return {"calls": [revised(said, lisp, wanted)]}, "rule from gold"
    if NO_COUNTERPART.search(lisp):
        raise Drop("no counterpart here (an end, a length, attendance)")
    kinds = [k for k in ("CreateCommitEvent", "DeleteCommitEvent", "UpdateCommitEvent") if k in lisp]
    if len(kinds) > 1 or lisp.count("CommitEventWrapper") > 1 or "(do " in lisp and "Update" not in lisp:
        raise Drop("several actions")
    if kinds == ["CreateCommitEvent"]:
        if re.search(r"FindEvent|roleConstraint|ConfirmAndReturnAction|\(let ", lisp) and "roleConstraint" in lisp:
            raise Drop("refers back")
        got = frames.event(said, bare=True)
        holds(" ".join([say(got["title"], text)]), wanted)
        if bool(HAS_TIME.search(lisp)) != bool(got["due"]) or got["repeat"]:
            raise Drop("times disagree")
        return {"calls": [frames.add_call(got)]}, "gold span" if wanted else "rule from gold"
    if kinds == ["DeleteCommitEvent"]:
        made = frames.cancelled(said)
        if made["tool"] == "delete_task":
            holds(say(made["args"]["task"], text), wanted)
            if not SUBJECT.search(lisp) and not PERSON.search(lisp) and "word" not in made["args"]["task"][0] and not frames.POINT.match(say(made["args"]["task"], text).lower()) and not re.search(r"\b(?:meeting|event|appointment|lunch|dinner)\b", say(made["args"]["task"], text).lower()):
                raise Drop("no subject in the program")
            if refers(lisp) and not ran and "FindEvent" not in lisp:
                raise Drop("refers back to a turn without a label")
        elif wanted:
            raise Drop("a string of the program is not in what was read")
        return {"calls": [made]}, "gold span" if wanted else "rule from gold"
    if kinds == ["UpdateCommitEvent"]:
        if not re.search(r"Event\.start_\?|OnDate|DateTime\.time_\?", lisp) or re.search(r"attendees_\?|location_\?|subject_\? \(\?= ", lisp.split("UpdatePreflight", 1)[1].split("Event.id", 1)[0] if "UpdatePreflight" in lisp else ""):
            raise Drop("another change than of the time")
        try:
            made = frames.modified(said)
        except Drop:
            if not (ran and refers(lisp) and not wanted):
                raise
            made = revised(said, lisp, wanted)
        holds(say(made["args"]["task"], text), wanted)
        if refers(lisp) and "FindEvent" not in lisp and not ran:
            raise Drop("refers back to a turn without a label")
        return {"calls": [made]}, "gold span" if wanted else "rule from gold"
    if re.search(r"FindEventWrapperWithDefaults", lisp) and not refers_event(lisp):
        if re.search(r"Event\.(?:location |attendees |duration|end )|Person\.|Recipient \(", lisp):
            raise Drop("a question about a detail")
        made = frames.shown(said)
        if made["tool"] == "search_tasks":
            holds(say(made["args"]["text"], text), wanted)
            if not wanted:
                raise Drop("no subject in the program")
        elif wanted:
            raise Drop("a string of the program is not in what was read")
        elif made["tool"] == "list_tasks" and bool(HAS_TIME.search(lisp)) != bool(made["args"].get("due")):
            raise Drop("times disagree")
        return {"calls": [made]}, "gold span" if wanted else "rule from gold"
    raise Drop("another kind of program")


def refers(lisp: str) -> bool:
    return bool(re.search(r"refer \(extensionConstraint \(\^\(Event\)|roleConstraint", lisp))


def refers_event(lisp: str) -> bool:
    return bool(re.search(r"\(refer \(extensionConstraint \(\^\(Event\)|roleConstraint \(Path", lisp))


REVISE_WORDS = set("""actually no sorry oh wait hmm please can could would you i it it's its it'd that that's this make change move set put do want need let's let have be is should to for at on
instead rather than not but the time date day event meeting appointment start starts starting i'd like prefer and just ok okay yes yeah well maybe how about what if we reschedule switch update
will work better works i meant mean good great as in fix correct nope one a of thanks also then my really wanted needs schedule schedule it'll was supposed different new from go with let's shift hold adjust
actually, mind changed my push""".split())


def revised(said: frames.Said, lisp: str, wanted: list[str]) -> dict:
    """"Make it 3 pm instead": a change of what the last turn made."""
    if re.search(r"Event\.end|duration|attendees|location_\?|AllDay|showAs|TimeAround|Repeat|\(\?>|\(\?<|adjustBy|AtLeast", lisp):
        raise Drop("another change than of the time or the title")
    low = said.low
    it = re.search(r"\b(it|that|this)\b(?!'s (?:not|right|wrong|ok|fine|good|great))", re.sub(r"^(?:no,? |yes,? |ok,? )?(?:that|this|it)(?:'s| is| was)?(?: not| wrong| right| fine| good| great| works| looks)[^,.]*[,.]?", lambda m: " " * len(m.group(0)), low))
    subject = re.search(r'subject_\? \(\?= "', lisp)
    if subject:
        if said.found or len(wanted) != 1:
            raise Drop("several changes at once")
        m = re.search(r"(?:call|name|title|rename|label|change the (?:name|title|subject)(?: of (?:it|that|this))? to|(?:name|title|subject) (?:should be|to|is)|(?:event|it) (?:should be|is)|make it)\b[\s:,\"']*(?:(?:it|that|this|the (?:event|meeting|appointment)|to|as)[\s,:\"']+)*(?P<title>[^.?!\"]+?)(?:,? (?:please|instead))?[\s.?!\"']*$", low)
        if not m or norm(ARTICLES.sub("", m.group("title"))) not in (wanted[0], norm("the " + wanted[0])):
            raise Drop("no frame")
        s, e = said.edge(*m.span("title"))
        if a := re.match(r"(?:the|a|an|my) ", low[s:e]):
            s += a.end()
        task = [span(said.text, *it.span(1))] if it and it.end(1) <= s else [{"word": "it"}]
        return call("update_task", task=task, title=[span(said.text, s, e)])
    if it and any(it.end(1) + 1 >= f.start > it.start(1) for f in said.found):
        raise Drop("a day pointed at")
    if not said.found or wanted:
        raise Drop("another change than of the time or the title")
    if len(said.found) > 1 and re.search(r"\b(?:not|instead of|rather than|from)\b", low):
        raise Drop("old and new time")
    words = re.findall(r"[\w']+", re.sub(frames.ANY, " ", said.mask))
    if [w for w in words if w not in REVISE_WORDS] or len(words) > 14:
        raise Drop("words the frame does not know")
    if re.search(r"\b(?:earlier|later|longer|than|was supposed)\b", low):
        raise Drop("a relative change")
    slots = said.slots((0, len(low)))
    if slots["repeat"] or len(slots["due"]) > 2:
        raise Drop("a recurrence")
    task = [span(said.text, *it.span(1))] if it else [{"word": "it"}]
    return call("update_task", task=task, due=slots["due"])
