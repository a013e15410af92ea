"""How people really type: changes to segments, so that every copied word keeps its place."""

from __future__ import annotations

import re

from .core import Seg

SHORT = {"tomorrow": ["tmrw", "tmr", "tomo", "tommorow", "tomorow", "tmw"], "please": ["pls", "plz", "plse"], "before": ["b4"], "with": ["w/"], "appointment": ["appt", "apt", "appointmnt"], "you": ["u"], "are": ["r"], "tonight": ["tonite", "2nite"], "because": ["cos", "bc"],
         "and": ["&", "n"], "to": ["2"], "for": ["4"], "meeting": ["mtg", "meetng"], "weekend": ["wkend", "wknd"], "minutes": ["mins", "min"], "hours": ["hrs"], "week": ["wk"], "thanks": ["thx"], "something": ["smth"], "birthday": ["bday", "b-day"], "about": ["abt"],
         "need": ["nd"], "monday": ["mon"], "tuesday": ["tues"], "wednesday": ["weds"], "thursday": ["thurs"], "friday": ["fri"], "saturday": ["sat"], "sunday": ["sun"], "remind": ["rmd"], "prescription": ["rx"], "department": ["dept"], "apartment": ["apt"], "message": ["msg"], "next": ["nxt"], "going to": ["gonna"], "could": ["cd"], "want": ["wanna"], "from": ["frm"], "people": ["ppl"], "without": ["w/o"], "through": ["thru"], "until": ["til"], "till": ["til"], "later": ["l8r"], "evening": ["eve"], "christmas": ["xmas"], "doctor": ["dr", "doc"], "tuesday": ["tues"], "check": ["chk"], "number": ["no"], "afternoon": ["aft"], "them": ["em"], "okay": ["k"], "and then": ["n then"], "password": ["pw", "pword"], "document": ["doc"]}
DIGITS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10"}
KEYS = {"a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x"}
WORD = re.compile(r"[A-Za-z]{4,}")


def typo(rng, word):
    i = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.35:
        return word[:i] + word[i + 1] + word[i] + word[i + 2:]
    if kind < 0.65:
        return word[:i] + word[i + 1:]
    if kind < 0.82:
        return word[:i] + word[i] + word[i:]
    low = word[i].lower()
    return word[:i] + rng.choice(KEYS.get(low, low)) + word[i + 1:]


def misspell(rng, segs, n):
    """Up to n slips, in words of any segment."""
    for _ in range(n):
        seg = rng.choice(segs)
        found = list(WORD.finditer(seg.text))
        if not found or not seg.text.isascii():
            continue
        m = rng.choice(found)
        if "@" in seg.text or "://" in seg.text:
            continue
        seg.text = seg.text[:m.start()] + typo(rng, m[0]) + seg.text[m.end():]


def shorten(rng, segs, share):
    for seg in segs:
        def one(m):
            word = m[0]
            short = SHORT.get(word.lower())
            if not short or rng.random() > share:
                return word
            if word.lower() in ("to", "for", "the", "and") and rng.random() < 0.7:
                return word
            if seg.key is not None and word.lower() in ("to", "for", "the", "need", "want", "could", "are", "remind"):
                return word
            return rng.choice(short)
        seg.text = re.sub(r"[A-Za-z]+", one, seg.text)


def is_latin(text):
    return all(ord(c) < 0x250 or not c.isalpha() for c in text)


LEADS = ["hey", "hey errand,", "errand,", "um", "um,", "ok", "okay so", "so", "right,", "oh", "hi,", "hey,", "please", "yo", "uh", "well,", "ah", "hello,", "hi errand,", "alright", "ok errand", "quick one:", "erm,", "hmm,", "oh wait,", "listen,", "btw", "errand", "pls", "so,", "ok,", "right"]
TAILS = ["please", "thanks", "pls", "thx", "ok?", "ta", "cheers", "thank you", "if you can", "for me", "please!", "🙏", "😊", "👍", "lol", "haha", "k thx", "mate", "ok", "xx", "o", "abeg", "na", "yeah?", "will you", "when you can", "!"]


def noisy(env, segs, plain=False, tails=True):
    """One person's way of typing, on copies of the segments."""
    rng = env.rng
    segs = [Seg(s.text, s.key) for s in segs if s.text]
    if not segs:
        return segs
    text = "".join(s.text for s in segs)
    multi = "\n" in text
    if not plain and not multi and rng.random() < 0.08:
        lead = rng.choice(LEADS)
        segs.insert(0, Seg(lead + " "))
    if tails and not plain and not multi and rng.random() < 0.05:
        tail = rng.choice(TAILS)
        segs.append(Seg((" " if tail != "!" else "") + tail))
    k = rng.random()
    if k < 0.46:  # all lower case
        for s in segs:
            if is_latin(s.text):
                s.text = s.text.lower()
    elif k < 0.74:  # a capital at the start
        for s in segs:
            m = re.search(r"\w", s.text)
            if m:
                if is_latin(s.text):
                    s.text = s.text[:m.start()] + s.text[m.start()].upper() + s.text[m.start() + 1:]
                break
        if rng.random() < 0.8:
            for s in segs:
                s.text = re.sub(r"\bi\b(?=[ ']|$)", "I", s.text) if s.key is None else s.text
    elif k < 0.775:
        for s in segs:
            if is_latin(s.text):
                s.text = s.text.upper()
    elif k < 0.795:
        for s in segs:
            if s.key is not None and is_latin(s.text):
                s.text = s.text.title() if "'" not in s.text else s.text
    if not plain:
        if rng.random() < 0.10:
            shorten(rng, segs, 0.5)
        if rng.random() < 0.09:
            misspell(rng, segs, rng.choice([1, 1, 1, 2]))
        if rng.random() < 0.22:  # no apostrophes, but never at the edge of copied words
            for s in segs:
                s.text = re.sub(r"(?<=\w)['’](?=\w)", "", s.text)
        elif rng.random() < 0.10:
            for s in segs:
                s.text = s.text.replace("'", "’")
        if rng.random() < 0.10:
            for s in segs:
                if s.key is None:
                    s.text = re.sub(r"(?<=\w)[,;](?= )", "", s.text)
        if rng.random() < 0.01:
            for s in segs:
                s.text = s.text.replace(" ", "  ", 1)
    last = "".join(s.text for s in segs)[-1:]
    if last.isalnum() and not multi:
        k = rng.random()
        if k < 0.20:
            segs.append(Seg("."))
        elif k < 0.225:
            segs.append(Seg("!"))
        elif k < 0.235:
            segs.append(Seg("..."))
    return segs
