"""Draws the generator's rows from the act files, seeded.

    python -m training.guard.generate.generator --seed 42 --out training/guard/build/generated.jsonl

An act is said more often the more its pattern can vary; rare label cells are drawn up to a floor. The split goes by
act (the carrier), so that no act of the dev half is ever trained on in another form.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from ...agent.generate.titles import any_title
from .acts import ALTERNATIVES, SLOT, Act, all_acts
from .forms import FORMS, draw_form, say, say_two

DEV_PERCENT = 6
OPEN_RISK = re.compile(r"\b(pay|deposit|invoice|bill|mortgage|loan|buy|order|sell|lend|borrow|flights?|operation|surgery|dive|climb|ski|sign|resign|quit|divorce|move|lift|carry)\b|[$€£]|\d{3}", re.I)
OPEN_LASTING = re.compile(r"\b(sell|give|donate|delete|erase|wipe|cut|chop|shave|dye|burn|shred|break|throw|drop|sign|send|publish|post|tell|quit|resign|divorce|extract|operation|surgery|tattoo|pierc\w+|sand|strip|drill|saw|demolish)\b", re.I)
OPEN_REACH = re.compile(r"\b(text|message|email|mail|whatsapp|facetime|zoom|order|book|reserve|pay|send|post|print|upload|download|rename|update|fix|check|find|watch|play|check in|cancel|renew|reply|scan|share|task|PR|QA|deploy|release|router|laptop|file|app|online|website|video|photos?)\b", re.I)


def split_of(group: str) -> str:
    digest = hashlib.sha256(group.encode()).digest()
    return "dev" if digest[0] * 256 + digest[1] < 65536 * DEV_PERCENT // 100 else "train"


def variety(act: Act) -> int:
    """How many different texts the pattern has, roughly, at most 300."""
    count = 1
    for options in ALTERNATIVES.findall(act.pattern):
        count *= len(options.split("|"))
    return min(300, count * 4 ** min(2, len(SLOT.findall(act.pattern))))


def times(act: Act) -> int:
    if act.whole:
        return 1 + min(30, variety(act) // 2)
    return round(5 + 3.5 * variety(act) ** 0.5)


def generate(seed: int, floor: int = 260, pairs: int = 2600, titles: int = 15000) -> list[dict]:
    rng = random.Random(seed)
    acts = all_acts()
    rows = [say(act, rng) for act in acts for _ in range(times(act))]
    rows += fill_cells(acts, rows, floor, rng)
    rows += draw_pairs([a for a in acts if not a.whole], pairs, rng)
    rows += draw_titles(titles, rng)
    unique = {r["text"].lower(): r for r in rows}
    return [r | {"split": split_of(r["group"])} for r in unique.values() if one_side(r)]


def draw_titles(n: int, rng: random.Random) -> list[dict]:
    """Everyday titles from the agent's word lists: nobody is wronged by any; risk and what lasts are judged where no word leaves them open."""
    rows = []
    for _ in range(n):
        text = any_title(rng).text
        form = draw_form(rng, ["bare", "title", "title", "note"])
        open_risk, lasts, reach = (bool(words.search(text)) for words in (OPEN_RISK, OPEN_LASTING, OPEN_REACH))
        rows.append({"text": FORMS[form][1](text, rng), "source": "generator", "category": "agent_titles", "group": "agent_titles:" + text, "form": form, "label_source": "template",
                     "risk": "LM" if open_risk else "L", "feasible": True, "legal": True, "ethical": True, "reversible": None if lasts else True,
                     "limited": None if reach and form != "note" else False})
    return rows


def one_side(row: dict) -> bool:
    return len({split_of(g) for g in row.get("groups", [row["group"]])}) == 1


def fill_cells(acts: list[Act], rows: list[dict], floor: int, rng: random.Random) -> list[dict]:
    cells: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        cells[act.judgement.code()].append(act)
    have = Counter(cell_of(r) for r in rows)
    return [say(rng.choice(cells[cell]), rng) for cell in sorted(cells)
            for _ in range(min(len(cells[cell]) * 20, max(0, floor - have[cell])))]


def cell_of(row: dict) -> str:
    flags = "".join(c if row[h] else "-" for c, h in zip("FLERX", ("feasible", "legal", "ethical", "reversible", "limited")))
    return f"{row['risk']} {flags}"


def draw_pairs(acts: list[Act], n: int, rng: random.Random) -> list[dict]:
    """Half of them harmless twice over, half with one act that is not."""
    calm = [a for a in acts if a.judgement.code() in ("L FLER-", "L FLERX")]
    other = [a for a in acts if a.judgement.code() not in ("L FLER-", "L FLERX")]
    rows = []
    for i in range(n):
        pair = [rng.choice(calm), rng.choice(calm if i % 2 else other)]
        rng.shuffle(pair)
        rows.append(say_two(pair[0], pair[1], rng))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = generate(args.seed)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    print(len(rows), "rows;", len({r["category"] for r in rows}), "categories;", Counter(cell_of(r) for r in rows).most_common())


if __name__ == "__main__":
    main()
