"""Patterns, slots and clauses: how a sentence is built so that every copied word keeps its place.

A pattern is a carrier sentence with alternatives and slots: "(can|could) you remind me to {title:vp} {due}".
Alternatives are chosen first; what is left, slots and all, is the *carrier*, and its hash decides its split.
A slot name is an argument's name, maybe with a number ("title2"), maybe with a variant (":vp").
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

DEV_PERCENT = 4


class Retry(Exception):
    """This draw cannot be finished (wrong split, nothing fits): draw again."""


def split_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "dev" if digest[0] * 256 + digest[1] < 65536 * DEV_PERCENT // 100 else "train"


@dataclass(frozen=True)
class K:
    """The words of the slot with this name, in the current sentence."""
    name: str


@dataclass(frozen=True)
class P:
    """The words of the slot with this name, in the previous sentence."""
    name: str


@dataclass(frozen=True)
class W:
    word: str


@dataclass(frozen=True)
class Cat:
    """Words of several slots, in this order whatever their order in the sentence."""
    names: tuple


@dataclass
class Seg:
    text: str
    key: str | tuple | None = None  # the slot it belongs to; several where words are shared ("buy" of "buy eggs, milk")


@dataclass
class Carrier:
    pattern: str
    weight: float = 1.0
    const: dict = field(default_factory=dict)


def parse_const(text):
    const = {}
    for pair in text.split():
        name, _, value = pair.partition("=")
        if value.isdigit():
            value = int(value)
        elif value in ("@it", "@none"):
            value = W(value[1:])
        elif value == "@clear":
            value = [W("none")]
        const[name] = value
    return const


def carriers(text):
    """One a line: `[weight* ]pattern [=> name=value ...]`; blank lines and lines from '//' are left out."""
    rows = []
    for line in text.strip().splitlines():
        line = line.strip()
        if not line or line.startswith("//"):
            continue
        weight = 1.0
        m = re.match(r"(\d+(?:\.\d+)?)\* ", line)
        if m:
            weight, line = float(m[1]), line[m.end():]
        pattern, _, const = line.partition(" => ")
        rows.append(Carrier(pattern.replace("\\n", "\n"), weight, parse_const(const)))
    return rows


def split_alternatives(text):
    parts, depth, start = [], 0, 0
    for i, ch in enumerate(text):
        if ch == "(":
            depth += 1
        elif ch == ")":
            depth -= 1
        elif ch == "|" and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return parts + [text[start:]]


def expand(rng, text):
    """Chooses among (a|b|c), inner ones too. A literal bracket is written \\( or \\)."""
    if "(" not in text:
        return text
    text = text.replace("\\(", "\x01").replace("\\)", "\x02")
    while True:
        end = text.find(")")
        if end < 0:
            break
        start = text.rindex("(", 0, end)
        text = text[:start] + rng.choice(text[start + 1:end].split("|")) + text[end + 1:]
    return text.replace("\x01", "(").replace("\x02", ")")


def tidy(text):
    return re.sub(r" +(?=[,?!;:]|\.(?:\s|$))", "", re.sub(r"[ \t]+", " ", text)).strip()


SLOT = re.compile(r"\{([a-z_.]+\d*)(?::([a-z+]+\d*))?\}")


def carrier_id(expanded):
    return re.sub(r"[^a-z0-9{}:._+ ]", "", tidy(expanded).lower()).strip()


def has_words(carrier):
    return bool(re.search(r"[a-z]", SLOT.sub("", carrier)))


@dataclass
class Clause:
    segs: list
    calls: list = field(default_factory=list)
    final: list = field(default_factory=list)
    carrier: str = ""


@dataclass
class Env:
    """What one row draws from and leaves behind."""
    rng: object
    split: str
    titles: set = field(default_factory=set)   # every task title used, lower case
    tasks: list = field(default_factory=list)   # titles of tasks that exist and the sentence means
    lists: list = field(default_factory=list)   # list names in the sentence that exist
    new_lists: list = field(default_factory=list)  # list names that are only being made
    used: set = field(default_factory=set)      # guards against drawing the same thing twice in a row
    pronoun: bool = False                       # a previous task is there for "it" to mean
    plural: bool = False                        # number of the task last named
    tail: str = ""                              # what stands after the date of a title said in two
    listed: int = 0                             # rows of the last listing

    def chance(self, p):
        return self.rng.random() < p

    def pick(self, items):
        return self.rng.choice(items)

    def weighted(self, rows):
        return self.rng.choices(rows, weights=[r.weight for r in rows])[0]

    def fresh(self, draw, tries=60):
        """Draws until the thing's hash falls in this row's split and it was not drawn before in it."""
        for _ in range(tries):
            thing = draw()
            key = (thing if isinstance(thing, str) else thing.text).lower()
            if split_of(key) == self.split and key not in self.used:
                self.used.add(key)
                return thing
        raise Retry("no fresh draw")


@dataclass
class Fill:
    segs: list
    value: object = None  # None: the words of the slot itself


def carrier_split(cid):
    """A short sentence without a slot ("good night") is learnt, not measured: everybody says it just so."""
    if "{" not in cid and len(cid.split()) < 4:
        return "train"
    return split_of(cid)


def choose_carrier(env, rows):
    for _ in range(80):
        row = env.weighted(rows)
        text = tidy(expand(env.rng, row.pattern))
        cid = carrier_id(text)
        if not has_words(cid) or carrier_split(cid) == env.split:
            return row, text, cid
    raise Retry("no carrier in split")


ORDER = "task title name due at priority tags list repeat notes filter tag status text sort steps format topic".split()
FILTER_ORDER = "due list tag priority status text except".split()
SERIES = {"titles": "title", "tasks": "task"}  # one call for each


def to_calls(tool, values, const):
    """The calls of a filled carrier: slot names are argument names, "f.x" goes into the filter."""
    args = {**values, **const}
    tool = args.pop("tool", tool)
    if tool is None:
        return []
    share = [s for s in str(args.pop("share", "")).split(",") if s]
    numbered = sorted({m[1] for k in args if (m := re.search(r"(\d)$", k))})
    if numbered:  # title, title2, title3: a call each, `share` goes to all
        groups = [{k: v for k, v in args.items() if not k[-1].isdigit()}]
        for n in numbered:
            group = {k[:-1]: v for k, v in args.items() if k.endswith(n)}
            groups.append({**{k: args[k] for k in share if k in args}, **group})
        return [call for group in groups for call in to_calls(tool, group, {})]
    bag = {k[2:]: args.pop(k) for k in list(args) if k.startswith("f.")}
    if "except" in args:
        bag["except"] = args.pop("except")
    if bag:
        args["filter"] = {k: bag[k] for k in FILTER_ORDER if k in bag}
    if "cond" in args:
        args["title"] = Cat(("title", "cond"))
    args = {k: v for k, v in args.items() if k in ORDER or k in SERIES}
    for many, one in SERIES.items():
        if many in args:
            each = args.pop(many)
            return [(tool, {**args, one: value}) for value in each]
    return [(tool, args)]


def make(env, tool, rows, slots):
    """One clause: chooses a carrier, fills it, and writes its calls."""
    row, text, cid = choose_carrier(env, rows)
    segs, values = fill(env, text, slots)
    return Clause(segs, to_calls(tool, values, row.const), carrier=cid)


def fill(env, text, slots):
    """Fills a chosen carrier; gives segments and the value of each slot."""
    segs, values, at = [], {}, 0
    for m in SLOT.finditer(text):
        if m.start() > at:
            segs.append(Seg(text[at:m.start()]))
        name, variant = m[1], m[2] or ""
        base = re.sub(r"\d+$", "", name)
        filled = slots[base](env, variant)
        for seg in filled.segs:
            if seg.key is None:
                segs.append(Seg(seg.text))
            elif isinstance(seg.key, tuple):
                segs.append(Seg(seg.text, tuple(name + k for k in seg.key)))
            else:
                segs.append(Seg(seg.text, name + seg.key))
        if name.startswith("_") or name in values:
            pass  # a value in two places: a second part of the same text
        elif filled.value is None:
            values[name] = K(name)
        elif isinstance(filled.value, list):
            values[name] = [K(name + v.name) if isinstance(v, K) else v for v in filled.value]
        else:
            values[name] = filled.value
        at = m.end()
    if at < len(text):
        segs.append(Seg(text[at:]))
    return segs, values
