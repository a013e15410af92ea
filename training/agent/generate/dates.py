"""What people say about time: days, clock times, both, spans, recurrences and shifts.

A `When` is the copied words plus the prepositions that may stand before them and are not copied (on, at, for).
"""

from __future__ import annotations

from dataclasses import dataclass

from .words import words

WEEKDAYS = words("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
SHORT_DAYS = words("mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun")
MONTHS = words("January, February, March, April, May, June, July, August, September, October, November, December")
SHORT_MONTHS = words("Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sep, Sept, Oct, Nov, Dec")
NUMBERS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
ORDINAL_WORDS = words("first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, twenty first, twenty-second, twenty third, twenty-fifth, twenty eighth, thirtieth, thirty first")


@dataclass(frozen=True)
class When:
    text: str
    kind: str            # day, time, both, span (in two hours), by, part (tonight)
    preps: tuple = ("",)  # words that may lead and are not copied

    def lead(self, rng, also=()):
        return rng.choice(self.preps + tuple(also))


def ordinal(n):
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def pick(rng, weighted):
    return rng.choices([w[1] for w in weighted], weights=[w[0] for w in weighted])[0]


def weekday(rng):
    return rng.choice(WEEKDAYS) if rng.random() < 0.72 else rng.choice(SHORT_DAYS)


def month(rng):
    return rng.choice(MONTHS) if rng.random() < 0.62 else rng.choice(SHORT_MONTHS)


def month_day(rng):
    m = month(rng)
    d = rng.randint(1, 30 if rng.random() < 0.3 and not m.startswith("Feb") else 28)
    o = ordinal(d)
    text = pick(rng, [(4, f"{d} {m}"), (4, f"{o} {m}"), (4, f"{m} {d}"), (4, f"{m} {o}"), (3, f"the {o} of {m}"), (1, f"{o} of {m}"),
                      (1, f"the {rng.choice(ORDINAL_WORDS)} of {m}"), (1, f"{m} the {o}"), (1, f"{m} {rng.choice(ORDINAL_WORDS)}"), (1, f"{d}{rng.choice(['-', '/'])}{m[:3]}")])
    if rng.random() < 0.06:
        text += rng.choice([" 2026", ", 2026", " 2027", " next year", " this year"])
    return text


def numeric_day(rng):
    d, m = rng.randint(1, 28), rng.randint(1, 12)
    return pick(rng, [(4, f"{d}/{m}"), (2, f"{m}/{d}"), (1, f"{d:02d}/{m:02d}"), (1, f"{d}/{m}/26"), (1, f"{d:02d}/{m:02d}/2026"), (1, f"{d}.{m}."), (1, f"{d}.{m}.26"), (1, f"2026-{m:02d}-{d:02d}"), (1, f"{d}-{m}-2026"), (1, f"{d}-{m}")])


def day(rng, plain=False):
    """A day. Its prepositions: on (dropped), for (dropped), none."""
    on, bare = ("on", "on", ""), ("",)
    k = rng.random()
    if k < 0.20:
        return When(pick(rng, [(20, "tomorrow"), (4, "tmrw"), (2, "tmr"), (2, "tomo"), (1, "2moro"), (1, "tmrrw"), (1, "tomoz"), (1, "tom"), (1, "2morrow"), (2, "tommorow"), (1, "tomorow"), (1, "morrow")][:11]), "day", bare)
    if k < 0.28:
        return When(pick(rng, [(20, "today"), (1, "2day"), (1, "tdy")]), "day", bare)
    if k < 0.50:
        return When(weekday(rng), "day", ("on", "on", "on", "", ""))
    if k < 0.575:
        return When(pick(rng, [(4, "next "), (4, "this "), (1, "this coming "), (1, "coming "), (1, "the coming "), (1, "nxt ")]) + weekday(rng), "day", ("", "", "", "", "on"))
    if k < 0.60:
        d = weekday(rng)
        return When(pick(rng, [(3, f"a week on {d}"), (2, f"{d} week"), (2, f"a week {d}"), (2, f"{d} after next"), (2, f"the {d} after next"), (2, f"{d} next week"), (1, f"next week {d}"), (1, f"{d} of next week"), (1, f"a week from {d}"), (1, f"two weeks on {d}"), (1, f"the {d} after"), (1, f"{d} this week")]), "day", ("", "", "", "on"))
    if k < 0.70:
        return When(month_day(rng), "day", on)
    if k < 0.745:
        return When(pick(rng, [(6, f"the {ordinal(rng.randint(1, 31))}"), (1, f"the {rng.choice(ORDINAL_WORDS)}"), (1, f"{weekday(rng)} the {ordinal(rng.randint(1, 31))}"), (1, f"{weekday(rng)} {rng.randint(1, 28)} {month(rng)}"), (1, f"{weekday(rng)}, {month(rng)} {rng.randint(1, 28)}"), (1, f"the {ordinal(rng.randint(1, 31))} of next month"), (1, f"the {ordinal(rng.randint(1, 28))} this month")]), "day", ("on", "on", "on", ""))
    if k < 0.78:
        return When(numeric_day(rng), "day", on)
    if k < 0.85:
        return When(pick(rng, [(6, "next week"), (3, "this week"), (3, "next month"), (1, "this month"), (1, "next year"), (1, "the week after next"), (1, "the week after"), (1, "early next week"), (1, "later this week"), (1, "next wk"), (1, "first thing next week"), (1, "mid next week"), (1, "sometime next week"), (1, "later this month"), (1, "some time this week"), (1, "the month after next")]), "day", bare)
    if k < 0.895:
        return When(pick(rng, [(4, "this weekend"), (3, "the weekend"), (2, "next weekend"), (1, "the wknd"), (1, "this wkend"), (1, "the coming weekend")]), "day", bare)
    if k < 0.94:
        n = pick(rng, [(3, "two"), (3, "three"), (2, "2"), (2, "3"), (1, "4"), (1, "five"), (1, "10"), (1, "six"), (1, "a couple of"), (1, "a few"), (1, "ten")])
        return When(pick(rng, [(4, f"in {n} days"), (2, f"in {n} weeks"), (3, "in a week"), (2, "in a fortnight"), (1, "in a month"), (1, f"in {n} weeks time"), (1, "in a week's time"), (1, f"{n} days from now"), (1, "a week from now"), (2, "a week from today"), (1, "a fortnight from now"), (1, f"{n} weeks from today"), (1, "a week today"), (1, "a week tomorrow"), (1, f"in {n} months"), (1, "in two days' time"), (1, "a fortnight today"), (1, "in a day or two")]), "day", bare)
    if k < 0.965:
        return When(pick(rng, [(5, "the day after tomorrow"), (2, "day after tomorrow"), (1, "overmorrow"), (1, "the next day"), (1, "day after tmrw")]), "day", bare)
    if k < 0.985:
        m = month(rng)
        return When(pick(rng, [(3, "the end of the month"), (2, "end of the month"), (2, "end of month"), (1, "month end"), (2, "the end of the week"), (2, "end of the week"), (1, "end of next week"), (1, f"end of {m}"), (1, f"the end of {m}"), (1, "the end of the year"), (1, f"the start of {m}"), (1, f"mid {m}"), (1, f"early {m}"), (1, f"late {m}"), (1, "the beginning of next month"), (1, "the last day of the month"), (1, f"the first {rng.choice(WEEKDAYS)} of {m}"), (1, f"the last {rng.choice(WEEKDAYS)} of the month"), (1, f"in {m}"), (1, f"the middle of {m}"), (1, "end of next month")]), "day", ("", "", "at"))
    return When(pick(rng, [(3, "Christmas Eve"), (2, "Christmas Day"), (2, "New Year's Eve"), (1, "Boxing Day"), (2, "Halloween"), (2, "Valentine's Day"), (1, "Easter Monday"), (1, "Good Friday"), (1, "New Year's Day"), (1, "bank holiday monday"), (1, "July 4th"), (1, "Mother's Day")]), "day", ("on", ""))


def hour_word(rng):
    return NUMBERS[rng.randint(1, 12)]


def clock(rng, strong=False):
    """A time of day that stands as digits or words. `strong`: one that nobody could take for a count."""
    h24 = rng.choices(range(24), weights=[1, 1, 1, 1, 1, 2, 4, 7, 9, 9, 9, 8, 8, 8, 9, 9, 9, 9, 9, 8, 7, 5, 3, 2])[0]
    h12 = (h24 - 1) % 12 + 1
    m = rng.choice([0, 15, 30, 45, 10, 20, 40, 5, 50, 25, 35, 55])
    if rng.random() < 0.10:
        m = rng.randint(1, 59)
    ap = "am" if h24 < 12 else "pm"
    rows = [(12, f"{h12}{ap}"), (5, f"{h12} {ap}"), (1, f"{h12}{ap[0]}"), (2, f"{h12} {ap[0]}.m."), (1, f"{h12}{ap.upper()}"), (2, f"{h12} {ap.upper()}"), (4, f"{h12}:{m:02d}{ap}"), (2, f"{h12}:{m:02d} {ap}"), (1, f"{h12}.{m:02d}{ap}"), (2, f"{h12}.{m:02d}"),
            (5, f"{h12}:{m:02d}"), (4, f"{h24:02d}:{m:02d}"), (2, f"{h24}:{m:02d}"), (1, f"{h24:02d}{m:02d}"), (1, f"{h24:02d}h{m:02d}"), (1, f"{h24:02d}.{m:02d}"),
            (3, f"half {hour_word(rng)}"), (3, f"half past {hour_word(rng)}"), (1, f"half past {h12}"), (2, f"quarter past {hour_word(rng)}"), (1, f"a quarter past {h12}"), (2, f"quarter to {hour_word(rng)}"), (1, f"quarter of {hour_word(rng)}"), (1, f"a quarter to {hour_word(rng)}"), (1, f"quarter after {h12}"),
            (1, f"ten past {hour_word(rng)}"), (1, f"ten to {hour_word(rng)}"), (1, f"twenty past {hour_word(rng)}"), (1, f"twenty to {h12}"), (1, f"five past {hour_word(rng)}"), (1, f"five to {hour_word(rng)}"), (1, f"ten after {hour_word(rng)}"), (1, f"half {h12}"),
            (2, f"{hour_word(rng)} o'clock"), (2, f"{h12} o'clock"), (1, f"{h12} oclock"), (2, f"{hour_word(rng)} {ap}"), (2, f"{hour_word(rng)} thirty"), (1, f"{hour_word(rng)} fifteen"), (1, f"{hour_word(rng)} forty five"), (1, f"{hour_word(rng)} thirty pm"), (1, f"{hour_word(rng)} in the {rng.choice(['morning', 'evening', 'afternoon'])}"), (1, f"{h12} in the {rng.choice(['morning', 'evening', 'afternoon'])}"), (1, f"{h12} at night"), (1, f"{h24 % 12 + 12}h"), (1, "12 noon"), (1, f"{h12} sharp"),
            (3, "noon"), (2, "midday"), (1, "midnight"), (1, "lunchtime"), (1, "after work"), (1, "after lunch"), (1, f"{h12}-{h12 % 12 + 1}{ap}"), (1, f"{h12} to {h12 % 12 + 1}{ap}"), (1, f"{h12}:30-{h12 % 12 + 1}:30")]
    if not strong:
        rows += [(9, f"{h12}"), (5, hour_word(rng)), (1, f"{h12}ish")]
    text = pick(rng, rows)
    return When(text, "time", ("",) if text.startswith("after") else ("from", "") if "-" in text or " to 1" in text and "quarter" not in text else ("at", "at", "at", "@"))


def part_of_day(rng):
    d = weekday(rng)
    return When(pick(rng, [(8, "tonight"), (5, "this evening"), (4, "this afternoon"), (1, "this arvo"), (3, "this morning"), (8, "tomorrow morning"), (4, "tomorrow evening"), (4, "tomorrow night"), (4, "tomorrow afternoon"), (1, "tmrw morning"), (1, "tmrw eve"), (1, "tomorrow arvo"), (1, "tonite"), (1, "2nite"), (2, "later today"), (1, "later"), (1, "first thing tomorrow"), (1, "first thing"), (1, "in the morning"), (1, "in the evening"), (1, "this aft"),
                           (4, f"{d} morning"), (4, f"{d} evening"), (3, f"{d} afternoon"), (3, f"{d} night"), (1, f"{d} lunchtime"), (1, f"{d} noon"), (1, f"{d} am"), (1, f"{d} pm"), (1, f"next {d} morning"), (1, f"this {d} evening"), (1, f"first thing {d}"), (1, f"early {d}"), (1, f"late {d} afternoon"), (1, "tomorrow at noon"), (1, "tomorrow lunchtime"), (2, "tomorrow after work"), (2, "tomorrow after lunch"), (1, f"{d} after work"), (1, "today after work"), (1, "today at lunchtime"), (1, "tomorrow first thing"), (1, f"early on {d}"), (1, "noon tomorrow"), (1, "midday today"), (1, f"on the morning of the {ordinal(rng.randint(2, 28))}"[3:])]), "part", ("",))


def with_prep(rng, w):
    """For the second half of a joined phrase, where its preposition is inside and so is copied."""
    lead = w.lead(rng)
    return f"{lead} {w.text}" if lead else w.text


def both(rng):
    k = rng.random()
    d = day(rng)
    for _ in range(20):
        if not d.text.startswith(("in ", "the end", "end ", "early", "late", "sometime", "some time", "mid", "the start", "next week", "this week", "next month", "this month", "next year", "the middle", "later")):
            break
        d = day(rng)
    if k < 0.45:  # friday at 3
        t = clock(rng)
        while t.text.startswith("after") or "-" in t.text:
            t = clock(rng)
        lead = rng.choice(["at ", "at ", "at ", "@ ", "@", ", ", " around "[1:], "about "]) if rng.random() < 0.72 else ""
        if not lead:
            t = clock(rng, strong=True)
        joined = f"{d.text}, {t.text}" if lead == ", " else f"{d.text} {lead}{t.text}"
        return When(joined, "both", d.preps)
    if k < 0.72:  # 3pm on friday
        strong = rng.random() < 0.6
        t = clock(rng, strong=strong)
        while t.text.startswith("after") or "-" in t.text or "weekend" in d.text or "wk" in d.text:
            t = clock(rng, strong=strong)
            d = When("tomorrow", "day") if "weekend" in d.text or "wk" in d.text else d
        return When(f"{t.text} {with_prep(rng, d)}", "both", ("at", "at", "") if not strong else ("at", ""))
    if k < 0.82:
        p = part_of_day(rng)
        if p.text in ("later", "later today", "first thing") or "first" in p.text or "noon" in p.text or "lunch" in p.text or " am" in p.text or " pm" in p.text or "early" in p.text:
            p = When("tonight", "part")
        p = When("tonight", "part") if "after" in p.text else p
        h = rng.randint(7, 11) if "morning" in p.text else rng.randint(1, 5) if "afternoon" in p.text or "arvo" in p.text else rng.randint(6, 10)
        t = rng.choice([str(h), str(h), NUMBERS[h], f"{h}:{rng.choice(['15', '30', '45', '30'])}", f"half {NUMBERS[h]}", f"{h}.30", f"quarter past {NUMBERS[h]}", f"{NUMBERS[h]} o'clock", f"{h}{'am' if 'morning' in p.text else 'pm'}", f"{h} {'am' if 'morning' in p.text else 'pm'}"])
        return When(rng.choice([f"{p.text} at {t}", f"{p.text} at {t}", f"{p.text} at {t}", f"{p.text} {t}", f"{t} {p.text}", f"at {t} {p.text}"[3:]]), "both", ("",))
    return part_of_day(rng)


def span(rng):
    n = pick(rng, [(3, "two"), (3, "2"), (2, "three"), (2, "3"), (1, "four"), (1, "5"), (1, "6")])
    m = pick(rng, [(3, "10"), (3, "20"), (4, "30"), (3, "15"), (2, "5"), (2, "45"), (1, "90"), (2, "ten"), (2, "twenty"), (1, "fifteen"), (1, "five"), (1, "thirty"), (1, "a few"), (1, "a couple of")])
    u = rng.choice(["minutes", "minutes", "mins", "min"])
    return When(pick(rng, [(4, f"in {m} {u}"), (3, f"in {n} hours"), (3, "in an hour"), (2, "in half an hour"), (1, "in an hour and a half"), (1, f"in {n} hrs"), (1, "in a couple of hours"), (1, "an hour from now"), (1, f"{m} {u} from now"), (1, f"{n} hours from now"), (1, f"in {rng.choice([5, 10, 15, 20, 30, 45, 90])}m"), (1, f"in {rng.randint(1, 6)}h"), (1, "in 1 hour"), (1, "in about an hour"), (1, f"in {n} and a half hours"), (1, "in three quarters of an hour"), (1, "in a few hours"), (1, "in an hour or so"), (1, "in 1hr"), (1, "in the next hour")]), "span", ("",))


def by(rng):
    d = pick(rng, [(4, lambda: day(rng)), (2, lambda: both(rng)), (2, lambda: When(clock(rng).text, "time"))])()
    while d.text.startswith(("in ", "by", "first", "this week", "later", "some", "early", "mid")) and not d.text.startswith("mid"):
        d = day(rng)
    word = pick(rng, [(9, "by"), (4, "before"), (1, "no later than"), (1, "b4")])
    if d.text.startswith("after") or " after " in d.text:
        d = When("tomorrow", "day")
    if word in ("before", "b4") and d.kind == "time" and rng.random() < 0.5:
        word = "by"
    return When(f"{word} {d.text}", "by", ("",))


def closing(rng):
    return When(pick(rng, [(3, "by the end of the day"), (2, "by end of day"), (3, "eod"), (3, "by eod"), (2, "EOD"), (1, "cob"), (1, "by cob"), (2, "by close of business"), (1, "eow"), (1, "by eow"), (1, "end of day"), (1, "by end of play"), (1, "before the end of the day"), (2, "by the end of the week"), (2, "by the end of the month"), (1, "before the weekend"), (1, "by the weekend"), (1, "before christmas"), (1, "by christmas"), (1, "eom"), (1, "by month end"), (1, "before the end of the month"), (1, "by tonight"), (1, "by tomorrow"), (1, "end of play tomorrow"), (1, "cob friday"), (1, "eod tomorrow"), (1, "before tomorrow"), (1, "by noon tomorrow"), (1, "by lunchtime"), (1, "before noon"), (1, "after 6"), (1, "after 5pm"), (1, "after 3pm on friday"), (1, "after the 5th"), (1, "any time after 4"), (1, "by new year")]), "by", ("",))


def due(rng):
    """Anything that may stand behind a task."""
    k = rng.random()
    if k < 0.40:
        return day(rng)
    if k < 0.53:
        return clock(rng)
    if k < 0.80:
        return both(rng)
    if k < 0.86:
        return span(rng)
    if k < 0.95:
        return by(rng)
    return closing(rng)


def point(rng):
    """A moment to be reminded at: no deadline words."""
    k = rng.random()
    return day(rng) if k < 0.36 else clock(rng) if k < 0.56 else both(rng) if k < 0.86 else span(rng)


def pieces(rng):
    """A day and a time of day to be said in two places, either first."""
    d = day(rng)
    while d.text.startswith(("in ", "the end", "end ", "early", "late", "some", "mid", "the start", "later")):
        d = day(rng)
    t = clock(rng) if rng.random() < 0.7 else When(rng.choice(["in the morning", "in the evening", "in the afternoon", "first thing", "after 5", "before noon", "by 4", "before 10am", "at night", "around 3"]), "time")
    if t.text == "at night":
        t = When("in the evening", "time")
    if t.text == "around 3":
        t = When("3", "time", ("around", "about"))
    return d, t


def repeat(rng):
    d, d2 = rng.sample(WEEKDAYS, 2)
    s = rng.choice(SHORT_DAYS)
    n = pick(rng, [(3, "two"), (3, "three"), (2, "2"), (2, "3"), (1, "four"), (1, "six"), (1, "6"), (1, "ten")])
    return pick(rng, [(8, "every day"), (4, "daily"), (8, f"every {d}"), (2, f"every {s}"), (5, "every week"), (4, "weekly"), (4, "every month"), (4, "monthly"), (3, "every morning"), (3, "every evening"), (3, "every night"), (3, "every other day"), (3, f"every other {d}"), (3, f"every second {d}"),
                      (3, "every weekday"), (2, "on weekdays"[3:]), (2, "every weekend"), (3, "every two weeks"), (2, "every fortnight"), (1, "fortnightly"), (2, "every other week"), (3, f"every {n} days"), (2, f"every {n} weeks"), (2, f"every {n} months"), (2, "every year"), (2, "yearly"), (1, "annually"), (2, "each morning"), (2, f"each {d}"), (1, "each week"), (1, "each month"), (1, "each day"),
                      (2, f"{d}s"), (4, f"{d}s and {d2}s"), (1, f"{d}s & {d2}s"), (1, f"{d} mornings"), (2, f"every {d} and {d2}"), (1, f"every {d} morning"), (1, f"every {d} evening"), (1, f"every {d} night"), (1, f"{d}s and {d2}s"), (1, "once a week"), (1, "once a month"), (1, "twice a week"), (1, "three times a week"), (1, "once a day"), (1, "twice a day"), (1, "every quarter"), (1, "quarterly"), (1, "biweekly"), (1, "bi-weekly"),
                      (2, f"every month on the {ordinal(rng.randint(1, 28))}"), (1, f"on the {ordinal(rng.randint(1, 28))} of every month"[3:]), (2, f"every first {d} of the month"), (3, f"the first {d} of every month"), (3, f"the last {d} of every month"), (2, f"the {rng.choice(['first', 'second', 'third', 'last'])} {d} of each month"), (2, f"{rng.choice(['first', 'last', '1st', '2nd'])} {d} of {rng.choice(['every', 'each', 'the'])} month"), (4, f"the {ordinal(rng.randint(1, 28))} of {rng.choice(['every', 'every', 'each'])} month"), (1, f"monthly on the {ordinal(rng.randint(1, 28))}"), (1, f"the {ordinal(rng.randint(1, 28))} every month"), (1, f"every last {d}"), (1, f"every third {d}"), (1, "every 6 months"), (1, "every hour"), (1, "hourly"), (1, "every few days"), (1, f"every year on {month_day(rng)}"), (1, f"{ordinal(rng.randint(1, 28))} of every month"), (1, f"monthly on the {ordinal(rng.randint(1, 28))}"), (1, f"every {ordinal(rng.randint(1, 28))} of the month"), (1, f"every {d} and {d2}"), (1, f"every month on the last {d}"), (1, f"{s}s"), (1, "every mon, wed and fri"), (1, f"weekly on {d}s"), (1, f"every two weeks on {d}"), (1, "first thing every morning"), (1, "every single day"), (1, "every afternoon"), (1, "every wkday"), (1, "every mon wed fri"), (1, "every tue and thu"), (1, "every 2nd week"), (1, "every alternate day"), (1, "alternate saturdays"), (1, "every term"), (1, "every fri night"), (1, "nightly"), (1, "every weekday morning"), (1, "every Sunday afternoon"), (1, "every 15th"), (1, f"every {ordinal(rng.randint(1, 28))}"), (1, f"every {n} hours"), (1, "every 90 days"), (1, "every work day"), (1, "mon-fri"), (1, "monday to friday"), (1, "the last day of every month"), (1, "every january")])


def weekday_set(rng):
    """Several days of a week in a row, as typed in a hurry; two of them only where something says that they repeat."""
    n = pick(rng, [(5, 3), (4, 2), (1, 4)])
    at = sorted(rng.sample(range(7), n))
    short, long = [["mon", "tue", "wed", "thu", "fri", "sat", "sun"][i] for i in at], [WEEKDAYS[i] for i in at]
    if rng.random() < 0.3:
        short = [{"tue": "tues", "wed": "weds", "thu": "thurs"}.get(d, d) for d in short]
    if rng.random() < 0.2:
        short = [d.capitalize() for d in short]
    joined = lambda days: ", ".join(days[:-1]) + rng.choice([" and ", " and ", " & "]) + days[-1]
    plural = [d + "s" for d in long]
    every = [f"every {' '.join(short)}", f"every {joined(short)}", f"every {joined(long)}", f"every {'/'.join(short)}", joined(plural), joined(plural), " ".join(plural)]
    bare = [" ".join(short), " ".join(short), " ".join(short), "/".join(short), joined(short), ", ".join(short), " ".join(long), joined(long)]
    return rng.choice(every if n == 2 else every + bare + bare)


def repeat_takes_time(text):
    return not any(x in text for x in ("hour", "few", "twice", "three times", "month on", "year", "term", "quarter", "mon-fri"))


def filter_due(rng):
    """A stretch of time that several tasks may fall in."""
    d = weekday(rng)
    k = rng.random()
    if k < 0.62:
        return pick(rng, [(16, "today"), (12, "tomorrow"), (12, "this week"), (7, "next week"), (5, "this weekend"), (3, "the weekend"), (4, "this month"), (2, "next month"), (2, "tonight"), (2, "this afternoon"), (2, "this evening"), (2, "tomorrow morning"), (1, "tmrw"), (1, "this morning"), (1, "next weekend"), (1, "the next few days"), (2, "the next three days"), (1, "the next two weeks"), (1, "the next 7 days"), (1, "the rest of the week"), (1, "the day after tomorrow"), (1, "the next week"), (1, "the coming week"), (1, "the rest of the day")])
    if k < 0.84:
        return pick(rng, [(6, d), (2, f"next {d}"), (2, f"this {d}"), (1, f"{d} morning"), (1, f"{d} afternoon"), (1, f"{d} evening")])
    if k < 0.93:
        return pick(rng, [(4, month_day(rng)), (2, f"the {ordinal(rng.randint(1, 31))}"), (2, month(rng)), (1, numeric_day(rng))])
    return pick(rng, [(3, f"before {d}"), (2, f"by {d}"), (1, "before the weekend"), (1, f"after {d}"), (1, "by the end of the week"), (1, "by the end of the month"), (1, f"until {d}"), (1, "before next week"), (1, f"between {d} and {weekday(rng)}"), (1, "before noon"), (1, "by the 15th"), (1, "in the next hour")])


def shift(rng):
    """How far to move something: copied as said, `by` included."""
    n = pick(rng, [(4, "two"), (3, "three"), (3, "2"), (2, "3"), (1, "four"), (1, "5"), (1, "10"), (1, "a couple of"), (1, "a few")])
    unit = rng.choice(["days", "days", "weeks", "hours", "hours", "months"])
    amount = pick(rng, [(5, f"{n} {unit}"), (4, "a week"), (3, "a day"), (3, "an hour"), (2, "half an hour"), (2, "30 minutes"), (1, "15 mins"), (2, "a month"), (1, "a fortnight"), (1, "20 minutes"), (1, "24 hours"), (1, "one day"), (1, "one week"), (1, "1 day"), (1, "an hour and a half")])
    return pick(rng, [(5, f"by {amount}"), (5, amount)])
