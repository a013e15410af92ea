"""Titles of words drawn at random, and names that nobody has: the frame alone says where such a title begins and ends.

The other titles are sensible and so repeat themselves; these keep the model from learning words in place of sentences.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

from . import words as w

TOKENIZER = Path(__file__).parents[3] / "public/models/errand-agent/tokenizer.json"

# Words that say something to the agent wherever they stand, or that mark the end of a title.
SPEAKING = set("""monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow tonight yesterday
morning afternoon evening night noon midnight midday week weeks weekend weekly month months monthly year years yearly day days daily hour hours minute minutes second seconds every each next last this that these those
before after until till since during while when then also plus except instead again already later early late soon once twice first third fourth fifth sixth half quarter past remind reminder reminders task tasks todo list lists note notes
tag tags tagged priority high medium urgent important done finished complete completed delete deleted remove removed cancel cancelled move moved push rename show find search undo redo export help change make mark with from into onto about
over under near between through against without within along across around toward towards upon there here where what which whose whom have been being were does will would could should must might shall them they their theirs your yours ours mine
and the for but not none nothing something anything everything some any all both either neither please thanks thank hello goodbye because although though unless than such very really just only even still never always often because
two three four five six seven eight nine ten eleven twelve thirty forty fifty hundred thousand christmas easter halloween spring summer autumn winter""".split())

VERBS = """absorb adjust adopt advertise air align analyse announce appraise arrange assemble assess attach audit balance bake bargain bind bleach blend block board boil bolt book bottle box brew bring brush build bundle burn bury buy calibrate carry carve cast catch catalogue celebrate charge chase chop choose clean clip close coat collect colour comb compile compost
connect cook cool copy count cover crop cure cut dance darn deal decorate deliver demolish describe design develop dig dilute direct discuss dismantle display distribute divide donate download drain draw dress drill drive dry dust dye edit empty enlarge enter erect escort estimate examine exchange explain express extend fasten feed fetch file fill film filter
fit fix fold follow forward frame freeze fry fuel furnish gather glaze glue grade graft grate graze grease greet grind groom grow guard guide hammer hand hang harvest haul heat hide hire hoist host hunt inspect install insulate insure iron join judge kiln knead knit label lace land laminate launch lay lead lend level lift light load lock log loosen lower mail manage
map mash match measure melt mend mill mix model monitor mount mow name negotiate notify number oil open order organise outline pack paint paper park patch pave peel pick pickle pin place plan plane plant plaster plot polish pool post pot pour practise prepare present press price prime print process promote proof prune publish pump purchase quilt quote rack raise rake record recycle
refill refinish regrout rehearse reheat reinforce release rent repair replace report request rescue reserve restock restore return reupholster review rewire rinse roast roll rotate route salt sample sand save scan score scrape screen scrub seal seed sell send serve service sew shape share sharpen shell shelve ship shop shorten sign silence simmer sketch slice smooth soak solder sort spread stack
stain stamp staple start steam stencil stitch stock store straighten strain strap stretch string strip study submit subtitle supply survey suspend swap sweep tailor tape taste tax teach test thaw thin thread tie tighten tile till toast top trace train transfer transplant transport treat trim tune turn type unblock unload unpack unroll unwrap update upgrade upload vacuum varnish verify video visit warm wash
watch water wax weave weigh weld whip whiten wind winterise wipe wire wrap write""".split()

ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sh st t th tr v w y z".split()
VOWELS = "a e i o u ai ea ee oo ou a e i o".split()
CODAS = ["", "", "n", "m", "l", "r", "s", "t", "nd", "rk", "lla", "x", "ck", "ven", "dor", "ni", "ra", "bury", "ton", "shaw", "ovic", "esh", "ola", "man"]


def invented_name(rng):
    name = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice([1, 1, 2]))) + rng.choice(CODAS)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1)
def pool():
    pieces = json.loads(TOKENIZER.read_text())["model"]["vocab"]
    return sorted(p for p in pieces if p.isascii() and p.isalpha() and 3 < len(p) < 12 and p not in SPEAKING and not re.search(r"(ly|ing)$", p))


def thing(rng):
    return " ".join(rng.sample(pool(), rng.choice([1, 1, 2, 2, 2, 3])))


def tail(rng):
    who = invented_name(rng) if rng.random() < 0.5 else rng.choice(w.NAMES)
    k = rng.random()
    if k < 0.45:
        return ""
    return " " + rng.choice([f"for {who}", f"with {who}", f"to {who}", f"for the {thing(rng)}", f"from the {thing(rng)}", f"in the {rng.choice(pool())}", f"on the {rng.choice(pool())}", f"at {who}'s", f"at {invented_name(rng)} {rng.choice(['Road', 'Hall', 'Park', 'Street', 'House', 'School'])}",
                             f"about the {thing(rng)}", f"to the {rng.choice(pool())}", f"of {thing(rng)}", f"and {rng.choice(['the ', 'a ', ''])}{rng.choice(pool())}", f"({rng.choice(pool())})", f"via {invented_name(rng)}", f"without the {rng.choice(pool())}", f"if {who} {rng.choice(['agrees', 'asks', 'is in', 'comes', 'has time'])}"])


def wild_verb_title(rng):
    """A pattern in titles.py's marks: "weld the <amber staircase> for Drilla"."""
    if rng.random() < 0.15:
        who = invented_name(rng)
        return rng.choice(["call", "email", "text", "ring", "meet", "thank", "invite", "visit", "ask", "pay"]) + f" <@{who}>" + rng.choice(["", f" about the {thing(rng)}", f" re {thing(rng)}", f" at {invented_name(rng)}"])
    return f"{rng.choice(VERBS)} {rng.choice(['the ', 'the ', 'the ', 'a ', 'my ', '', '', 'some '])}<{thing(rng)}>{tail(rng)}"


def wild_noun_title(rng):
    key = thing(rng)
    if rng.random() < 0.3:
        key = rng.choice([f"{invented_name(rng)} {rng.choice(pool())}", f"{invented_name(rng)}'s {thing(rng)}", f"{rng.choice(['meeting', 'lunch', 'call', 'interview', 'session', 'dinner', 'drinks', 'lesson'])} with {invented_name(rng)}"])
    return f"<{key}>{tail(rng) if rng.random() < 0.4 else ''}"
