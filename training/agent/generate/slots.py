"""What fills a slot: copied words carry a key, the words around them do not. README.md states each span's rule."""

from __future__ import annotations

import re
from dataclasses import replace

from . import dates, lists, titles, wild, words
from .carriers_add import CONDITIONS, LEADING
from .core import Fill, K, Retry, Seg, expand

CONTRACTED = re.compile(r"^(the|a|an|my|our|some|his|her|their|your) ", re.I)


def telegraphic(env, title):
    """People drop articles when they type: "pay gas bill"."""
    if title.article in ("the", "a", "an") and title.kind != "whole" and env.chance(0.3):
        text = re.sub(rf"\b{title.article} (?={re.escape(title.key)})", "", title.text, count=1)
        return replace(title, text=text, article="")
    return title


WILD = 0.14  # share of titles whose words are drawn at random


def draw(env, kind, want=None):
    def one():
        if kind in ("vp", "np", "any") and env.chance(WILD):
            verbal = kind == "vp" or kind == "any" and env.chance(0.6)
            t = titles.parse_title(wild.wild_verb_title(env.rng) if verbal else wild.wild_noun_title(env.rng))
        elif kind == "any":
            t = titles.any_title(env.rng)
        elif kind == "item":
            text = titles.shop_item(env.rng)
            return titles.parse_title(f"<{text}>")
        else:
            t = titles.draw_title(env.rng, kind)
        return telegraphic(env, t)
    for _ in range(40):
        title = env.fresh(one)
        if want is None or want(title):
            env.titles.add(title.text.lower())
            return title
    raise Retry("no title")


SENSIBLE = {"": "any", "vp": "vp", "np": "np", "item": "item", "tricky": "tricky", "any": "any"}


def slot_title(env, variant):
    if variant == "aevent":  # with the article a person says: "a dentist appointment", "an eye test"
        title = draw(env, "event")
        word = title.text.split()[0]
        none = title.plural or "'s" in title.text or word[0].isupper() or word in NO_ARTICLE or env.chance(0.15)
        return Fill(([] if none else [Seg("an " if word[0].lower() in "aeiou" else "a ")]) + [Seg(title.text, "")])
    if variant in ("head", "tail"):
        if variant == "tail":
            return Fill([Seg(env.tail, "")])
        title = draw(env, "vp", lambda t: t.tail and t.kind != "whole" and t.text.endswith(" " + t.tail) and len(t.tail.split()) > 1)
        env.tail = title.tail
        return Fill([Seg(title.text[:-len(title.tail) - 1], "")])
    if variant == "service":  # asked of a service, offered as a task
        text = env.fresh(lambda: titles.fill_title(env.rng, expand(env.rng, env.pick(SERVICES))))
        env.titles.add(text.lower())
        return Fill([Seg(text, "")])
    if variant == "cond":  # a place, condition or purpose said after the date: the title's second part
        return Fill([Seg(env.pick(CONDITIONS), "")])
    kind = SENSIBLE[variant] if variant in SENSIBLE else variant
    k = env.rng.random()
    if kind == "vp" and k < 0.14:
        title = draw(env, "cmd" if k < 0.05 else "num" if k < 0.10 else "mediavp")
    elif kind == "vp" and k < 0.19:
        title = draw(env, "tricky", lambda t: t.verb != "")
    elif kind == "np" and env.chance(0.04):
        title = draw(env, "tricky", lambda t: t.verb == "")
    else:
        title = draw(env, kind)
    return Fill([Seg(title.text, "")])


NO_ARTICLE = set("lunch dinner drinks coffee church mass jummah choir band football cricket rugby tennis golf scouts brownies ballet karate judo netball soccer chess parkrun physio bin recycling payday sprint finals jury karaoke bible friday drinks swimming".split())


def slot_cond(env, variant):
    return Fill([Seg(env.pick(LEADING), "")])


def join_series(env, items, last_and=None):
    """eggs, milk and bread: the joints of a comma series."""
    oxford = env.chance(0.25)
    with_and = env.chance(0.75) if last_and is None else last_and
    segs = []
    for i, item in enumerate(items):
        if i:
            last = i == len(items) - 1
            if last and with_and:
                segs.append(Seg((", and " if oxford and len(items) > 2 else env.pick([" and ", " and ", " and ", " & ", " n "]) if env.chance(0.2) else " and ")))
            else:
                segs.append(Seg(", "))
        segs += item
    return segs


BULLETS = ["- ", "- ", "* ", "• ", "", "", "[ ] ", "- [ ] "]


def slot_titles(env, variant):
    """Several titles, one call each."""
    rng = env.rng
    if variant in ("item", "item+and"):
        n = 2 if variant == "item+and" else rng.choice([3, 3, 3, 4, 4, 5, 6])
        picked = [draw(env, "item") for _ in range(n)]
        segs = join_series(env, [[Seg(t.text, f"#{i}")] for i, t in enumerate(picked)], True if n == 2 else None)
    elif variant == "marks":  # eggs; milk; bread
        kind = rng.choice(["item", "item", "np", "vp"])
        picked = [draw(env, kind) for _ in range(rng.choice([2, 3, 3, 4]))]
        mark = rng.choice(["; ", "; ", " / ", " + ", " | ", " • "]) if kind == "item" else rng.choice(["; ", "; ", " / "])
        segs = []
        for i, t in enumerate(picked):
            segs += ([Seg(mark)] if i else []) + [Seg(t.text, f"#{i}")]
    elif variant == "verb":  # buy eggs, milk and bread: each keeps the verb
        verb = rng.choice(["buy", "buy", "get", "pick up", "order", "grab"]) if env.chance(0.75) else rng.choice(["call", "email", "text", "ring"])
        n = rng.choice([3, 3, 4, 4, 5])
        pool = words.NAMES + words.FAMILY + words.TRADES[:40] if verb in ("call", "email", "text", "ring") else None
        draw_one = (lambda: f"{verb} {rng.choice(pool)}") if pool else (lambda: f"{verb} {titles.shop_item(rng)}")
        items = []
        for _ in range(n):
            title = env.fresh(draw_one)
            env.titles.add(title.lower())
            items.append(title[len(verb) + 1:])
        keys = tuple(f"#{i}" for i in range(n))
        segs = [Seg(verb, keys), Seg(" ")] + join_series(env, [[Seg(t, f"#{i}")] for i, t in enumerate(items)], True if env.chance(0.85) else False)
        return Fill(segs, [K(k) for k in keys])
    elif variant in ("np", "any3"):
        n = rng.choice([3, 3, 4])
        picked = [draw(env, "any" if variant == "any3" else "np") for _ in range(n)]
        segs = join_series(env, [[Seg(t.text, f"#{i}")] for i, t in enumerate(picked)])
    elif variant == "vp":
        n = rng.choice([2, 2, 2, 3, 3, 4])
        picked = [draw(env, "vp") for _ in range(n)]
        segs = join_series(env, [[Seg(t.text, f"#{i}")] for i, t in enumerate(picked)], None if n > 2 else True)
    elif variant in ("lines", "plainlines"):
        n = rng.choice([2, 2, 3, 3, 4, 4, 5, 6])
        kind = rng.choice(["item", "item", "any", "vp", "np"])
        picked = [draw(env, kind) for _ in range(n)]
        bullet = "" if variant == "plainlines" else rng.choice(BULLETS + ["1", "1)"])
        gap = rng.choice(["\n"] * 8 + ["\n\n", "\r\n", ",\n", " \n"])
        segs = []
        for i, t in enumerate(picked):
            mark = f"{i + 1}{bullet[1:] or '.'} " if bullet[:1] == "1" else bullet
            segs += [Seg((gap if i else "") + mark), Seg(t.text, f"#{i}")]
    else:
        raise KeyError(variant)
    return Fill(segs, [K(f"#{i}") for i in range(len(picked))])


# ---- dates

def when_segs(env, w, lead=None):
    lead = w.lead(env.rng) if lead is None else lead
    return ([Seg(lead + " ")] if lead else []) + [Seg(w.text, "")]


def slot_due(env, variant):
    rng = env.rng
    if variant == "":
        return Fill(when_segs(env, dates.due(rng)))
    if variant == "at":
        return Fill(when_segs(env, dates.point(rng)))
    if variant == "bare":
        return Fill([Seg(dates.due(rng).text, "")])
    if variant == "for":
        w = dates.point(rng)
        lead = "" if w.kind == "span" or w.text.startswith("in ") else "for"
        return Fill(when_segs(env, w, lead))
    if variant == "target":  # the new moment of something moved: "to friday"
        w = dates.point(rng)
        while w.kind == "span" or w.text.startswith(("in ", "b", "first thing")):
            w = dates.point(rng)
        return Fill([Seg(w.text, "")])
    if variant == "by":
        return Fill([Seg((dates.by(rng) if env.chance(0.7) else dates.closing(rng)).text, "")])
    if variant == "daybare":
        w = dates.day(rng)
        return Fill([Seg(w.text, "")])
    if variant == "day":
        w = dates.day(rng)
        return Fill(when_segs(env, w))
    if variant == "clock":
        return Fill([Seg(dates.clock(rng).text, "")])
    if variant == "strongclock":
        return Fill([Seg(dates.clock(rng, strong=True).text, "")])
    if variant == "time":
        return Fill(when_segs(env, dates.pieces(rng)[1]))
    if variant == "span":
        return Fill([Seg(dates.span(rng).text, "")])
    if variant == "shift":
        return Fill([Seg(dates.shift(rng), "")])
    if variant == "stretch":
        return Fill([Seg(dates.filter_due(rng), "")])
    if variant == "onstretch":
        text = dates.filter_due(rng)
        if text in dates.MONTHS or text in dates.SHORT_MONTHS:
            return Fill([Seg("in " + text, "")])
        lead = {"the weekend": "at", "the next": "over", "the rest": "for"}.get(" ".join(text.split()[:2]), "")
        if text.split()[0] in dates.WEEKDAYS + dates.SHORT_DAYS or text[:2].isdigit() or text in dates.MONTHS:
            lead = rng.choice(["on", "for", "on"])
        return Fill(([Seg(lead + " ")] if lead else []) + [Seg(text, "")])
    if variant == "possessive":
        if env.chance(0.22):  # typed without the apostrophe
            return Fill([Seg(rng.choice(["todays", "todays", "tomorrows", "tonights", "this weeks", "next weeks", "next months", "this months"]), "")])
        text = rng.choice(["next month", "this month", "today", "today", "today", "tomorrow", "tomorrow", "tonight", "this week", "next week", "Friday", "Monday", "Saturday", "Wednesday", "this weekend", "Thursday"])
        return Fill([Seg(text, ""), Seg("'s")])
    if variant == "that":
        return Fill([Seg(rng.choice(["that day", "that day", "the same day", "that day"]), "")])
    if variant == "thatday":
        return Fill(when_segs(env, dates.When(f"{dates.clock(rng, strong=True).text} that day", "both", ("at", ""))))
    if variant == "ord":
        return Fill([Seg(dates.ordinal(rng.randint(1, 31)), "")])
    if variant == "open":  # where a task waits, for a listing: "today", "this week"
        return Fill([Seg(rng.choice(["today", "today", "today", "tomorrow", "tomorrow", "this week", "this afternoon", "this weekend", "tonight", "next week"]), "")])
    if variant == "amount":
        return Fill([Seg(dates.shift(rng).removeprefix("by "), "")])
    if variant in ("forward", "later"):
        amount = dates.shift(rng).removeprefix("by ")
        lead = "forward " + rng.choice(["by ", ""]) if variant == "forward" else ""
        tail = "" if variant == "forward" else rng.choice([" later", " earlier", " sooner"])
        return Fill([Seg(lead + amount + tail, "")])
    if variant == "before":  # 30 minutes before
        return Fill([Seg(rng.choice(["an hour before", "30 minutes before", "the day before", "10 mins before", "the night before", "a week before", "15 minutes before", "two hours before", "half an hour before", "a day before", "1 hour before", "an hour earlier", "the morning of", "a couple of days before", "20 min before", "two days before"]), "")])
    raise KeyError(variant)


def slot_repeat(env, variant):
    if variant == "yearly":
        return Fill([Seg(env.pick(["every year", "every year", "yearly", "annually", "each year"]), "")])
    if variant == "set":
        return Fill([Seg(dates.weekday_set(env.rng), "")])
    while True:
        text = dates.repeat(env.rng)
        if variant == "timed" and (not dates.repeat_takes_time(text) or re.search(r"night|evening|afternoon", text) and env.chance(0.8)):
            continue
        break
    lead = ""
    if text.startswith("the ") or re.match(r"(\w+days|\w+days and \w+)$", text) and text not in ("every day",) and env.chance(0.5):
        lead = "on "
    if text == "weekdays":
        lead = "on "
    if variant == "bare":
        lead = ""
    return Fill(([Seg(lead)] if lead else []) + [Seg(text, "")])


# ---- priority, tags, lists, notes

def slot_priority(env, variant):
    table = {"flag": lists.PRIORITY_FLAG, "": lists.PRIORITY, "word": lists.PRIORITY_WORD, "adj": lists.PRIORITY_ADJ}[variant]
    value = env.rng.choices(list(table), weights=[4, 3, 5, 1][:len(table)])[0]
    return Fill([Seg(env.pick(table[value]))], value)


def draw_tags(env, n):
    return env.rng.sample(lists.TAGS, n)


def slot_tags(env, variant):
    rng = env.rng
    n = 1 if variant in ("word", "one") or env.chance(0.78) else 2
    tags = draw_tags(env, n)
    if variant == "":
        variant = rng.choice(["hash", "hash", "hash", "phrase"])
    if variant in ("word", "one"):
        hashed = variant == "one" and env.chance(0.4)
        return Fill(([Seg("#")] if hashed else []) + [Seg(tags[0], "#0")], [K("#0")])
    if variant == "hash":
        segs = []
        for i, t in enumerate(tags):
            segs += [Seg(" #" if i else "#"), Seg(t, f"#{i}")]
        return Fill(segs, [K(f"#{i}") for i in range(n)])
    hashed = "#" if env.chance(0.25) else ""
    lead = rng.choice(["tagged ", "tag ", "with the tag ", "tag it ", "tagged as ", "label it ", "tags: ", "tagged with ", "under the tag ", "with tag ", "labelled "]) if n == 1 else rng.choice(["tagged ", "tag it ", "with tags ", "tags: ", "tagged with ", "with the tags "])
    segs = [Seg(lead + hashed), Seg(tags[0], "#0")]
    if n == 2:
        segs += [Seg(rng.choice([" and ", ", ", " and "]) + hashed), Seg(tags[1], "#1")]
    return Fill(segs, [K(f"#{i}") for i in range(n)])


def slot_tag(env, variant):
    hashed = [Seg("#")] if variant == "hash" or (variant == "" and env.chance(0.4)) else []
    return Fill(hashed + [Seg(draw_tags(env, 1)[0], "")])


def slot_list(env, variant):
    pool = lists.MEDIA_LISTS if variant == "media" else lists.ODD_LISTS if variant == "odd" else lists.SHOP_LISTS if variant == "shop" else lists.LISTS if variant == "other" or env.chance(0.75) else lists.SHOP_LISTS
    if variant == "" and env.chance(0.06):
        pool = lists.NEW_LISTS
    name = env.pick([n for n in pool if n.lower() not in env.used])
    env.used.add(name.lower())
    env.lists.append(name)
    shown = name
    if env.chance(0.3):
        shown = name[:1].upper() + name[1:]
    return Fill([Seg(shown, "")])


SERVICES = """book a table (for two|for four|at {place}|for tonight)|book a flight to {city}|book a hotel in {city}|order a (pizza|taxi|curry|new phone case)|order groceries|call {name}|text {name} (happy birthday|that i'm running late)|send an email to {name} (saying hi|about {topic})|email {person} about {topic}|pay my (credit card|rent|phone bill)|transfer money to {name}|buy tickets for {media}|reserve a (squash court|meeting room)|renew my (library books|passport)|look up flights to {city}|find a plumber|check the weather for {city}|print the {doc}|book me a haircut|ring {trade}|message {person} about {topic}|translate the letter for gran|water the garden|write a poem for {name}|cancel my {sub} subscription|post the parcel|get me a taxi to the airport|turn the heating down|check train times to {city}""".replace("\n", " ")
SERVICES = [s for s in re.split(r"\|(?![^()]*\))", SERVICES)]


def slot_day_said(env, variant):
    return Fill([Seg(env.pick(dates.WEEKDAYS + ["tomorrow", "today", "next week", "friday", "the 5th"]))])


def slot_clock_said(env, variant):
    return Fill([Seg(dates.clock(env.rng, strong=env.chance(0.5)).text)])


def slot_other_list(env, variant):
    """A list that is only mentioned."""
    fill = slot_list(env, variant)
    return Fill([Seg(s.text) for s in fill.segs])


def slot_keep(env, variant):
    """A task that is only mentioned."""
    return Fill([Seg(g.text) for g in named(env, draw_task(env, has_key))])


def slot_name(env, variant):
    pool = lists.LISTS if variant == "other" else lists.NEW_LISTS if env.chance(0.5) else lists.LISTS + lists.SHOP_LISTS
    name = env.pick([n for n in pool if n.lower() not in env.used])
    env.used.add(name.lower())
    env.new_lists.append(name)
    if variant == "quoted":
        return Fill([Seg('"'), Seg(name, ""), Seg('"')])
    return Fill([Seg(name, "")])


def invented_note(rng):
    n = lambda k: "".join(str(rng.randint(0, 9)) for _ in range(k))
    who = rng.choice([rng.choice(words.NAMES), "the plumber", "reception", "the office", "her mum", "the venue", "Dr " + rng.choice(words.SURNAMES)])
    thing = rng.choice(words.OBJECTS)
    return rng.choice([
        f"{who}'s number is 0{n(4)} {n(6)}", f"ring 0{n(4)} {n(6)}", f"call {who} on {n(4)} {n(4)}", f"policy no {n(6)}", f"account number {n(5)}", f"ref {n(5)}", f"booking ref {rng.choice('ABKQX')}{n(4)}", f"order no. {n(6)}", f"meter number {n(5)}", f"ext {n(4)}",
        f"gate code {n(4)}", f"the code is {n(4)}", f"it costs £{n(2)}", f"budget £{n(3)}", f"quote was ${n(3)}", f"ask {who} about the {thing}", f"bring the {thing}", f"the {thing} is in the shed", f"leave the {thing} with {who}", f"{who} has the {thing}", f"needs {rng.randint(2, 12)} of them", f"use the {rng.choice(['back', 'side', 'blue', 'front'])} door", f"knock on the {rng.choice(['window', 'back door', 'side door'])}",
        f"don't forget the {thing}", f"make sure {who} knows", f"only if {who} agrees", f"not the {rng.choice(['green', 'big', 'old', 'cheap'])} one", f"room {n(3)}", f"floor {rng.randint(2, 9)}", f"take the {rng.choice(['lift', 'stairs', 'back road'])}", f"pay by {rng.choice(['cheque', 'card', 'transfer'])}", f"wear the {rng.choice(['boots', 'badge', 'grey suit'])}",
    ])


def slot_notes(env, variant):
    return Fill([Seg(invented_note(env.rng) if env.chance(0.5) else env.pick(lists.NOTES), "")])


# ---- references to tasks

GENERIC = ["thing", "thing", "task", "one", "one", "job", "job", "reminder", "item"]
HEADS = {"appointment", "meeting", "bill", "session", "form", "report", "lesson", "party", "review", "call", "present", "card", "tickets", "booking", "application", "service", "test", "practice"}


def remember(env, title):
    env.tasks.append(title.text)
    env.used.add(title.text.lower())
    env.plural = title.plural and title.kind == "thing"


def draw_task(env, want=None, kind=None):
    kinds = ["vp", "vp", "np", "np", "np", "tricky"] if kind is None else [kind]
    title = draw(env, env.pick(kinds), want)
    remember(env, title)
    return title


def has_key(t):
    return t.kind == "thing" and len(t.key) > 2 and t.key.isascii() and not re.search(r"[<>\[\]*\"=;]", t.key)


def named(env, title, article=None):
    """A noun phrase that names a task of kind `thing`."""
    key, rng = title.key, env.rng
    parts = key.split()
    tail = f" {title.tail}" if title.tail and title.tail[0].isalnum() and env.chance(0.2) else ""
    generic = ""
    if len(parts) > 1 and parts[-1] in HEADS and env.chance(0.22):
        key, tail = " ".join(parts[:-1]), ""
        generic = " " + rng.choice(GENERIC) if env.chance(0.6) else ""
    elif env.chance(0.15):
        generic, tail = " " + rng.choice(GENERIC), ""
    proper = key[0].isupper() and not key.split()[0].isupper() or "'s" in key.split()[0]
    if re.match(r"(the|a|an|my|our|some) ", key, re.I):
        key = re.sub(r"^(the|a|an|my|our|some) ", "", key, flags=re.I)
    if article is None:
        article = rng.choice(["the ", "the ", "the ", "the ", "my ", "my ", "", "that "] if not proper else ["", "", "", "the " if generic else ""])
        if not proper and env.chance(0.03):  # which one, by its day: only said
            article = rng.choice(["Thursday's ", "tomorrow's ", "Monday's ", "friday's ", "tonight's ", "saturday's ", "next week's "])
    env.plural = title.plural and not generic
    return [Seg(article), Seg(key + tail, "")] + ([Seg(generic)] if generic else []) if article else [Seg(key + tail, "")] + ([Seg(generic)] if generic else [])


def quoted(env, text):
    q = env.pick(['""', '""', "''", "“”", "‘’"])
    return [Seg(q[0]), Seg(text, ""), Seg(q[1])]


BOTH_WORDS = ["both", "both", "both", "them both", "both of them", "both of those", "the two of them", "those two", "these two", "both tasks", "them", "them", "those", "these", "all of them", "them all", "all of those", "all three", "all three of them", "the lot"]
PRONOUNS = ["it"] * 6 + ["that", "that", "that one", "this", "this one"]


def strip_lead(text):
    return CONTRACTED.sub("", text)


def slot_task(env, variant):
    rng = env.rng
    if variant == "row":
        return slot_row(env, "")
    if variant == "both":  # which ones only the app knows
        env.plural = True
        return Fill([Seg(env.pick(BOTH_WORDS), "")])
    if variant == "firstn":
        if env.listed < 2:
            raise Retry("no listing")
        n = rng.choice([2, 2, 2, 3, 3, 4])
        env.plural = True
        return Fill([Seg("the "), Seg(f"{rng.choice(['first', 'first', 'last', 'top', 'bottom', 'next'][:5])} {rng.choice([NUM[n], NUM[n], str(n)])}{rng.choice(['', '', '', ' ones', ' tasks', ' items'])}", "")])
    if variant == "pron":
        env.plural = False
        return Fill([Seg(env.pick(PRONOUNS), "")])
    if variant == "it":
        env.plural = False
        return Fill([Seg(env.pick(["it", "it", "it", "that"]), "")])
    if variant == "np":
        return Fill(named(env, draw_task(env, has_key)))
    if variant == "event":
        return Fill(named(env, draw_task(env, lambda t: has_key(t) and not t.verb, "np")))
    if variant == "item":  # a thing on a shopping list
        title = draw(env, "item")
        remember(env, title)
        return Fill([Seg(env.pick(["the ", "the ", "the ", ""]) if title.article == "" else ""), Seg(strip_lead(title.key), "")])
    if variant == "bare":  # first words of a curt line: "gas bill done"
        title = draw_task(env, has_key)
        return Fill(named(env, title, article=""))
    if variant == "plain":
        return Fill([Seg(draw_task(env).text, "")])
    if variant == "full":
        title = draw_task(env)
        return Fill(quoted(env, title.text) if env.chance(0.15) else [Seg(title.text, "")])
    if variant in ("vp", "ing", "past", "pp", "action"):
        title = draw_task(env, lambda t: t.verb and t.kind != "whole" and t.text.startswith(t.verb), "vp")
        env.plural = False
        past, pp, ing = titles.conjugate(title.verb)
        tail = title.text[len(title.verb):]
        if title.tail and env.chance(0.35):  # said shorter than it was written
            tail = " " + (f"{title.article} " if title.article else "") + title.key
        if variant == "vp":
            return Fill([Seg(title.verb + tail, "")])
        if variant == "ing":
            return Fill([Seg(ing + tail, "")])
        verb = past if variant == "past" else pp
        if title.kind == "person":
            return Fill([Seg(verb + tail, "")])
        article = f" {title.article}" if title.article else ""
        rest = tail[len(article):].strip()
        return Fill([Seg(f"{verb}{article} "), Seg(rest, "")])
    if variant == "":
        title = draw_task(env)
        k = rng.random()
        if has_key(title) and k < 0.68:
            return Fill(named(env, title))
        env.plural = False
        if k < 0.80 or title.kind == "whole":
            return Fill(quoted(env, title.text) if env.chance(0.4) else [Seg(title.text, "")])
        if title.kind == "person" and k < 0.9:
            return Fill([Seg("the "), Seg(f"{title.verb} {strip_lead(title.article + ' ' + title.key).strip()}", ""), Seg(env.pick([" task", " reminder", " one", " thing"]))])
        return Fill([Seg(title.text, "")])
    raise KeyError(variant)


def slot_tasks(env, variant):
    if variant == "rows":
        return slot_rows(env, "")
    n = env.rng.choice([2, 2, 2, 3])
    items = []
    for i in range(n):
        segs = named(env, draw_task(env, has_key)) if variant in ("", "np") else slot_task(env, variant).segs
        items.append([Seg(s.text, f"#{i}" if s.key is not None else None) for s in segs])
    segs = join_series(env, items, True)
    env.plural = True
    return Fill(segs, [K(f"#{i}") for i in range(n)])


ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]


def ordinal_ref(env, n):
    """Words for one row of a listing, and the words copied."""
    i = env.rng.randint(1, max(1, min(n, 6)))
    rng = env.rng
    name = ORDINALS[i - 1]
    if i == n and n > 1 and env.chance(0.4):
        name = "last"
    return rng.choice([
        [Seg("the "), Seg(f"{name} one", "")], [Seg("the "), Seg(f"{name} one", "")], [Seg("the "), Seg(name, "")], [Seg(f"number {i}", "")], [Seg(f"number {NUM[i]}", "")],
        [Seg("the "), Seg(dates.ordinal(i) if name != "last" else "last", "")], [Seg("the "), Seg(f"{dates.ordinal(i)} one", "")], [Seg(f"no {i}", "")], [Seg("#"), Seg(str(i), "")], [Seg("the "), Seg(f"{name} task", "")], [Seg("the "), Seg(f"{name} item", "")], [Seg(f"task {i}", "")], [Seg("the "), Seg("top one" if i == 1 else f"{name} one", "")], [Seg(str(i), "")],
    ])


NUM = dates.NUMBERS


def slot_row(env, variant):
    env.plural = False
    if not env.listed:
        raise Retry("no listing")
    return Fill(ordinal_ref(env, env.listed))


def slot_rows(env, variant):
    top = max(3, min(env.listed, 6))
    if variant == "3" or env.chance(0.25):
        a, b, c = sorted(env.rng.sample(range(1, top + 1), 3))
        style, lead = env.pick([(str, ""), (str, ""), (lambda i: ORDINALS[i - 1], "the ")])
        env.plural = True
        return Fill([Seg(lead)] * bool(lead) + [Seg(style(a), "#0"), Seg(", "), Seg(style(b), "#1"), Seg(" and "), Seg(style(c), "#2")], [K("#0"), K("#1"), K("#2")])
    a, b = sorted(env.rng.sample(range(1, top + 1), 2))
    style = env.rng.choice([lambda i: ORDINALS[i - 1], lambda i: str(i), lambda i: dates.ordinal(i)])
    lead = "" if style(1) == "1" else "the "
    env.plural = True
    return Fill([Seg(lead)] * bool(lead) + [Seg(style(a), "#0"), Seg(" and " + (lead if env.chance(0.3) else "")), Seg(style(b), "#1")], [K("#0"), K("#1")])


def slot_except(env, variant):
    n = 1 if variant == "one" or env.chance(0.75) else 2
    items = []
    for i in range(n):
        if env.chance(0.8):
            segs = named(env, draw_task(env, has_key))
        else:
            segs = slot_task(env, "ing").segs
        items.append([Seg(s.text, f"#{i}" if s.key is not None else None) for s in segs])
    return Fill(join_series(env, items, True), [K(f"#{i}") for i in range(n)])


def slot_text(env, variant):
    """What is looked for."""
    if variant == "topic":
        return Fill([Seg(env.pick(TOPIC_WORDS), "")])
    if variant == "plural":
        return Fill([Seg(env.pick(PLURALS), "")])
    if variant == "subject" or env.chance(0.5):
        return Fill([Seg(env.pick(lists.SEARCH_SUBJECTS), "")])
    title = draw(env, env.pick(["np", "np", "vp"]), has_key)
    env.tasks.append(title.text)
    env.plural = title.plural
    return Fill([Seg(strip_lead(title.key), "")])


PLURALS = words.words("""meetings, calls, appointments, birthdays, errands, deadlines, bills, lessons, parties, interviews, emails, payments, flights, deliveries, viewings, exams, classes, reviews, demos, practices, invoices, follow ups, dinners, chores, visits""")
TOPIC_WORDS = words.words("""wedding, party, car, holiday, school, mum, kitchen, boiler, rent, garden, dentist, passport, budget, invoice, move, Acme, Sam, Priya, Emma, insurance, Christmas, dog, trip, visa, project, thesis, website, roof, birthday, tax, client, report, London, Lagos, baby, house, kids, exam, hospital, flights, bills, office, audit, launch, grandma, church, football, bathroom, generator, Ngozi, Ravi, landlord, paint, delivery, phone, bank, gym""")


def slot_steps(env, variant):
    n = env.rng.choice([2, 2, 3, 3, 4, 5, 6, 7, 10])
    shown = str(n) if variant == "digit" or n > 6 or env.chance(0.45) else NUM[n]
    return Fill([Seg(shown)], n)


def slot_topic(env, variant):
    return Fill([Seg(env.pick(lists.HELP_VPS if variant == "vp" else lists.HELP_TOPICS), "")])


def slot_verb_be(form):
    forms = {"is": ("is", "are"), "was": ("was", "were"), "has": ("has", "have"), "isnt": ("isn't", "aren't"), "doesnt": ("doesn't", "don't"), "needs": ("needs", "need")}[form]
    return lambda env, variant: Fill([Seg(forms[1] if env.plural else forms[0])])


SLOTS = {
    "title": slot_title, "cond": slot_cond, "titles": slot_titles, "due": slot_due, "at": slot_due, "repeat": slot_repeat, "priority": slot_priority, "tags": slot_tags, "tag": slot_tag,
    "list": slot_list, "name": slot_name, "notes": slot_notes, "task": slot_task, "tasks": slot_tasks, "text": slot_text, "topic": slot_topic, "steps": slot_steps, "except": slot_except,
    "f.due": slot_due, "f.list": slot_list, "f.tag": slot_tag, "f.priority": slot_priority, "f.text": slot_text,
    "_keep": slot_keep, "_it": lambda env, variant: Fill([Seg("it")]), "_day": slot_day_said, "_clock": slot_clock_said, "_list": slot_other_list, "_is": slot_verb_be("is"), "_was": slot_verb_be("was"), "_has": slot_verb_be("has"), "_isnt": slot_verb_be("isnt"), "_doesnt": slot_verb_be("doesnt"), "_needs": slot_verb_be("needs"),
}
