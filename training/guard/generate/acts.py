"""Reads the act files: one judged act a line, under a header with its category, risk and heads.

    python -m training.guard.generate.acts          # counts acts by category and label

Header: `== category | Low|Medium|High as L|M|H, then FLERX with "-" where the head says no`. A line is a verb phrase
whose labels hold for every choice of its (alternatives|…) and {slots}; one that begins with `!` is a whole text.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
HEADS = ("feasible", "legal", "ethical", "reversible", "limited")
LETTERS = "FLERX"
RISKS = ("Low", "Medium", "High")
HEADER = re.compile(r"^== (\w+) \| ([LMH]) ([F-][L-][E-][R-][X-])\s*$")
ALTERNATIVES = re.compile(r"\(([^()]*\|[^()]*)\)")
WHOLE = re.compile(r"!|(what|what's|when|who|where|which|why|how|is|are|will|did|has|any|does)\b")
SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Judgement:
    risk: int
    feasible: bool = True
    legal: bool = True
    ethical: bool = True
    reversible: bool = True
    limited: bool = False

    def joined(self, other: "Judgement") -> "Judgement":
        """Both acts in one text: each head as the worse of the two."""
        return Judgement(max(self.risk, other.risk), self.feasible and other.feasible, self.legal and other.legal,
                         self.ethical and other.ethical, self.reversible and other.reversible, self.limited or other.limited)

    @property
    def harmless(self) -> bool:
        return self.risk < 2 and self.legal and self.ethical

    def code(self) -> str:
        return "LMH"[self.risk] + " " + "".join(c if getattr(self, h) else "-" for c, h in zip(LETTERS, HEADS))


@dataclass(frozen=True)
class Act:
    category: str
    pattern: str
    judgement: Judgement
    whole: bool  # a text of its own, not a verb phrase
    file: str

    @property
    def id(self) -> str:
        return f"{self.category}:{self.pattern}"


def parse_code(risk: str, flags: str) -> Judgement:
    return Judgement("LMH".index(risk), *[flag != "-" for flag in flags])


def read_acts(path: Path) -> list[Act]:
    acts: list[Act] = []
    header: tuple[str, Judgement] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("# "):
            continue
        if line.startswith("=="):
            found = HEADER.match(line)
            if not found:
                raise ValueError(f"{path.name}:{number}: not a header: {line}")
            header = found[1], parse_code(found[2], found[3])
        elif header is None:
            raise ValueError(f"{path.name}:{number}: an act before any header")
        else:
            check(line, f"{path.name}:{number}")
            acts.append(Act(header[0], line.removeprefix("!"), header[1], bool(WHOLE.match(line)), path.stem))
    return acts


def check(line: str, where: str) -> None:
    unknown = set(SLOT.findall(line)) - set(slots())
    if unknown or line.count("(") != line.count(")"):
        raise ValueError(f"{where}: unknown slot or open bracket: {line}")


@lru_cache(maxsize=1)
def slots() -> dict[str, list[str]]:
    return json.loads((HERE / "slots.json").read_text(encoding="utf-8"))


def all_acts() -> list[Act]:
    return [act for path in sorted((HERE / "acts").glob("*.txt")) for act in read_acts(path)]


def expand(pattern: str, rng: random.Random) -> str:
    text = pattern
    while found := ALTERNATIVES.search(text):
        text = text[: found.start()] + rng.choice(found[1].split("|")) + text[found.end():]
    while found := SLOT.search(text):
        text = text[: found.start()] + rng.choice(slots()[found[1]]) + text[found.end():]
    return re.sub(r"\s+", " ", text).strip()


def main() -> None:
    acts = all_acts()
    print(len(acts), "acts in", len({a.category for a in acts}), "categories")
    for code, n in Counter(a.judgement.code() for a in acts).most_common():
        print(f"{n:5d}  {code}")


if __name__ == "__main__":
    main()
