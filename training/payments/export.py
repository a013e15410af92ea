"""Writes the browser's files of the actor from a checkpoint, with the agent's own graph builder, and the rows that hold
the page's reading of a step equal to the trainer's.

    python -m training.payments.export --checkpoint training/payments/build/sft/last.pt
    python -m training.payments.export --fixture          # training/payments/fixtures/steps.json alone
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch

from ..agent.checkpoint import load_model
from ..agent.export import FILES, KEEP, bert_config, commands, describe_files, write_json
from ..agent.graph import build_graph, measure_peaks
from ..agent.prepare import Cache
from ..agent.source import Pieces
from ..agent.vocabulary import MODEL_FOLDER as AGENT_FOLDER, ROOT
from .contract import load_contract
from .prepare import BUILD, is_taught, tokenise

FOLDER = ROOT / "public/models/errand-actor"
MANIFEST = ROOT / "model-manifests/errand-actor.json"
FIXTURE = Path(__file__).parent / "fixtures/steps.json"


def trained_with(trained: dict) -> str:
    """The trainer is shared, and writes its own name down: the last command is this room's, and so is each that another of
    this room's began from."""
    said = commands(trained)
    for at in reversed(range(len(said))):
        said[at] = said[at].replace("training.agent.train", "training.payments.train")
        if "--start training/payments/" not in said[at]:
            break
    return " && ".join(said)


def manifest(trained: dict, metrics: dict, context: int) -> dict:
    return {
        "id": "errand-actor", "kind": "actor", "adapter": "prefix-lm", "name": "Errand actor",
        "summary": "Small and embedded: acts in the Sandbox’s payments world, a step at a time, offline.",
        "version": trained["version"], "licence": "CC-BY-SA-4.0", "languages": ["en"],
        "base": "the Errand agent’s weights, from sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
        "data": "the oracle’s steps in generated worlds (docs/sandbox.md); the weights it began from saw CC BY-SA 4.0 rows, hence the licence",
        "quantization": "int8", "context": context, "seed": trained["seed"], "trainedWith": trained_with(trained),
        "metrics": metrics, "embedded": True, "folder": "models/errand-actor", "files": describe_files(FOLDER),
    }


def write_fixture(contract, pieces: Pieces, dev: Path) -> int:
    """One dev step of each kind of errand and call: what goes in, and what the oracle says."""
    chosen: dict[tuple, dict] = {}
    for line in dev.read_text().splitlines():
        row = json.loads(line)
        if not is_taught(row):
            continue
        chosen.setdefault((row["intent"], row["difficulty"], row["step"]["call"], len(row["past"]) > 6), row)
    rows = []
    for row in list(chosen.values())[::2]:
        example = tokenise(row, contract, pieces)
        request = {name: row[name] for name in ("instruction", "observation", "past")}
        rows.append({"request": request, "step": row["step"], "source": example.source, "tokens": example.target})
    FIXTURE.parent.mkdir(exist_ok=True)
    FIXTURE.write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")
    return len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--fixture", action="store_true")
    parser.add_argument("--dev", type=Path, default=BUILD / "dev.jsonl", help="the rows that the fixture is chosen from")
    parser.add_argument("--cache", type=Path, default=BUILD / "cache", help="whose dev rows say how far activations reach")
    parser.add_argument("--out", type=Path, default=FOLDER, help="another folder: the files alone, without a manifest")
    parser.add_argument("--metrics", type=Path, help="JSON for the manifest")
    args = parser.parse_args()
    contract, pieces = load_contract(), Pieces.load(AGENT_FOLDER / "tokenizer.json")
    if args.fixture:
        print(f"{write_fixture(contract, pieces, args.dev)} fixture rows")
    if args.checkpoint is None:
        return
    model, known, _, trained = load_model(args.checkpoint)
    assert [t.token for t in known.tokens] == [t.token for t in contract.tokens], "the checkpoint has another vocabulary"
    torch.set_num_threads(1)
    args.out.mkdir(parents=True, exist_ok=True)
    dev = Cache.load(args.cache / "dev.npz")
    peaks = measure_peaks(model, [dev[i].source for i in range(0, len(dev), max(1, len(dev) // 120))])
    onnx.save(build_graph(model, True, KEEP, peaks), args.out / "model.onnx")
    write_json(args.out / "config.json", bert_config(model))
    write_json(args.out / "contract-tokens.json", contract.to_json(pieces.size))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(AGENT_FOLDER / name, args.out / name)
    if args.out == FOLDER:
        metrics = json.loads(args.metrics.read_text()) if args.metrics else {}
        write_json(MANIFEST, manifest(trained, metrics, model.config.positions))
    size = sum((args.out / name).stat().st_size for name in FILES)
    print(f"{args.out}: {size / 1e6:.2f} MB, {trained['rows_seen']} rows seen, {trained['minutes']} minutes")


if __name__ == "__main__":
    main()
