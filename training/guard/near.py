"""Keeps the generator's rows away from the hand-written rows that choices are made on.

    python -m training.guard.near            # lists the acts that come too near a row of hand/dev or dev2

A row is too near where it shares at least 3 stems and more than half of all the stems of the two. hand/test.jsonl is not read here or
anywhere but in evaluate.py, so nothing written for this project was compared with it.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

HAND = [Path(__file__).parent / f"data/hand/{name}.jsonl" for name in ("dev", "dev2")]
EMPTY = set("""a an the my our your his her their its me i you we he she it they him them us to of in on at for with and or but then so that this those these is are be
was do does did can could would should will how what when who where why by from up down out off over as if not no pls please remind add list todo task note set
tomorrow today tonight monday tuesday wednesday thursday friday saturday sunday week day way best there any some want need have has get go let make put""".split())


@lru_cache(maxsize=200_000)
def stems(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"(ing|ed|es|s|'s|e)$", "", w)[:6] for w in re.findall(r"[a-z0-9']+", text.lower()) if w not in EMPTY)


@lru_cache(maxsize=1)
def hand_stems() -> list[frozenset[str]]:
    return [stems(json.loads(line)["text"]) for path in HAND for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def too_near(text: str) -> bool:
    ours = stems(text)
    return any(len(ours & theirs) >= 3 and len(ours & theirs) > 0.5 * len(ours | theirs) for theirs in hand_stems())


def main() -> None:
    from .generate.generator import generate

    groups: dict[str, str] = {}
    for row in generate(42):
        if too_near(row["text"]):
            groups.setdefault(row["group"], row["text"])
    for group, text in sorted(groups.items()):
        print(f"{group}  e.g. {text}")
    print(len(groups), "acts")


if __name__ == "__main__":
    main()
