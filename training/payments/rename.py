"""Made-up names for the people of a training errand.

The training split has 200 names, and a model that sees them for hours learns them by heart: it then copies a name that it has
never met in part only, or takes the wrong row for it. With a name of its own in each errand it has to read.
"""

from __future__ import annotations

import copy
import random
import re
from functools import cache, lru_cache
from pathlib import Path

NAMES = Path(__file__).resolve().parents[2] / "src/sandbox/world/names.ts"
# Names that are words of the instructions as well.
WORDS = set("Will Grant Price Park Hall Young King White West Stone Fox Hart Marsh Brook Baker Reed Ward Wolf Lang Cole".split())
STARTS = "B C D F G H J K L M N P R S T V W Y Z Br Ch Cl Dr Fr Gr Kr Sh St Th Tr".split()
VOWELS, MIDDLES, ENDS = "a e i o u ai ei ia oo".split(), "l m n r s t v k d nd ll rr st".split(), ["", "", "n", "s", "r", "l", "k", "ng", "sen", "ton", "ski", "ez"]


@cache
def names_of(split: str) -> frozenset[str]:
    """Given and family names of a split, from the page's own lists."""
    found = re.findall(rf"\b{split}:\s*'([^']+)'", NAMES.read_text(encoding="utf-8"))
    return frozenset(name for part in found for name in part.split())


class Renamer:
    """`words`: whole words of the vocabulary, some of which become names."""

    def __init__(self, words: list[str]) -> None:
        measured = {name.lower() for split in ("dev", "test") for name in names_of(split)}
        self.words = sorted(w for w in words if 4 <= len(w) <= 9 and w not in measured)
        self.measured = measured
        self.known = re.compile(r"\b(" + "|".join(sorted(names_of("train") - WORDS, key=len, reverse=True)) + r")\b")
        self.known_small = re.compile(self.known.pattern.lower())

    def make(self, rng: random.Random) -> str:
        while True:
            if rng.random() < 0.4:
                name = rng.choice(self.words)
            else:
                name = rng.choice(STARTS) + rng.choice(VOWELS) + "".join(rng.choice(MIDDLES) + rng.choice(VOWELS) for _ in range(rng.randrange(3))) + rng.choice(ENDS)
            if name.lower() not in self.measured and len(name) > 2:
                return name.capitalize()

    @lru_cache(maxsize=4)  # the lines of an errand follow each other
    def names(self, errand: str) -> dict[str, str]:
        """A made-up name for each of training's, no two alike."""
        rng = random.Random(f"{errand}/rename")
        taken: set[str] = set()
        chosen: dict[str, str] = {}
        for name in sorted(names_of("train")):
            made = self.make(rng)
            while made in taken:
                made = self.make(rng)
            taken.add(made)
            chosen[name] = made
        return chosen

    def rename(self, row: dict) -> dict:
        """The same line with other names, the same ones in each line of its errand."""
        chosen = self.names(row["id"].split("/")[0])

        def change(text: str) -> str:
            text = self.known.sub(lambda m: chosen[m[0]], text)
            return re.sub(r"\b[a-z]+\.[a-z]+\b", lambda m: self.known_small.sub(lambda n: chosen[n[0].capitalize()].lower(), m[0]), text)

        step = copy.deepcopy(row["step"])
        for argument in step["args"]:
            if argument["value"]["kind"] not in ("word", "number"):
                argument["value"]["text"] = change(argument["value"]["text"])
        past = [{**p, "said": change(p["said"])} for p in row["past"]]
        return {**row, "instruction": change(row["instruction"]), "observation": change(row["observation"]), "past": past, "step": step}
