"""Writes the browser's files from a checkpoint: the int8 graph, config, contract tokens, manifest and fixtures.

    python -m training.agent.export --checkpoint training/agent/build/run/last.pt
    python -m training.agent.export --untrained          # the right shapes, before anything is trained

The tokenizer in public/models/errand-agent is the one the checkpoint was trained with (vocabulary.py wrote it).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import onnx
import torch

from .checkpoint import load_model
from .contract import Contract, load_contract
from .fixture import fixture_sources, write_fixtures
from .graph import build_graph, measure_peaks
from .model import ErrandAgent, new_model
from .source import Pieces
from .vocabulary import MODEL_FOLDER, ROOT

MANIFEST = ROOT / "model-manifests/errand-agent.json"
FILES = ["model.onnx", "tokenizer.json", "tokenizer_config.json", "config.json", "contract-tokens.json"]
# Layers kept in fp32 in the int8 graph. Chosen by evaluate.py's token-by-token comparison (RESULTS.md).
KEEP: set[str] = {"kind"}


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def bert_config(model: ErrandAgent) -> dict:
    """What transformers.js reads to open the folder as a single-session model, and the sizes our own loop needs."""
    c = model.config
    return {"model_type": "bert", "architectures": ["BertModel"], "hidden_act": "gelu", "hidden_size": c.width,
            "intermediate_size": c.inner, "num_attention_heads": c.heads, "num_hidden_layers": c.layers,
            "max_position_embeddings": c.positions, "type_vocab_size": 2, "vocab_size": c.rows, "layer_norm_eps": c.epsilon,
            "pad_token_id": 0, "errand": {"pieces": c.pieces, "contract": c.contract, "copy": c.copy}}


def describe_files(folder: Path) -> list[dict]:
    rows = []
    for name in FILES:
        content = (folder / name).read_bytes()
        rows.append({"path": name, "sizeBytes": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    return rows


def commands(trained: dict) -> list[str]:
    """The commands that made the weights, the first one first."""
    before = trained.get("before")
    return [*(commands(before) if before else []), trained["command"]] if trained else []


def manifest(model: ErrandAgent, folder: Path, trained: dict, metrics: dict, threshold: float) -> dict:
    """What the app reads (model-manifests/schema.json), and how the model came to be."""
    about = {"seed": trained["seed"], "trainedWith": " && ".join(commands(trained)), "metrics": metrics} if trained else {}
    return {
        "id": "errand-agent", "kind": "agent", "adapter": "prefix-lm", "name": "Errand agent",
        "summary": "Small and embedded: turns a sentence into tool calls, offline, in well under a second.",
        "version": trained.get("version", "untrained"), "licence": "CC-BY-SA-4.0", "languages": ["en"],
        "base": "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)",
        "data": "training/agent/data/CARD.md; some of it is CC BY-SA 4.0, hence the licence of the weights",
        "quantization": "int8", "context": model.config.positions, **about,
        "embedded": True, "folder": "models/errand-agent", "files": describe_files(folder),
        "settings": {"confidenceThreshold": threshold},
    }


def known_threshold() -> float:
    """The threshold belongs to the weights; a new export keeps the old one until a new one is chosen on the dev set."""
    return json.loads(MANIFEST.read_text()).get("settings", {}).get("confidenceThreshold", 0) if MANIFEST.exists() else 0


def export(model: ErrandAgent, contract: Contract, pieces: Pieces, folder: Path, keep: set[str]) -> Path:
    path = folder / "model.onnx"
    graph = build_graph(model, True, keep, measure_peaks(model, fixture_sources(contract, pieces)))
    onnx.checker.check_model(graph)
    onnx.save(graph, path)
    write_json(folder / "config.json", bert_config(model))
    write_json(folder / "contract-tokens.json", contract.to_json(pieces.size))
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--untrained", action="store_true")
    parser.add_argument("--metrics", type=Path, help="evaluate.py's result, copied into the manifest")
    parser.add_argument("--threshold", type=float, help="below this confidence the app asks before it acts")
    parser.add_argument("--keep", default=",".join(sorted(KEEP)), help="prefixes of layers kept in fp32")
    args = parser.parse_args()
    if args.untrained:
        torch.manual_seed(42)
        contract, pieces, trained = load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json"), {}
        model = new_model(contract, pieces)
    else:
        model, contract, pieces, trained = load_model(args.checkpoint)
    model.eval()
    path = export(model, contract, pieces, MODEL_FOLDER, {k for k in args.keep.split(",") if k})
    metrics = json.loads(args.metrics.read_text()) if args.metrics else {}
    MANIFEST.parent.mkdir(parents=True, exist_ok=True)
    threshold = known_threshold() if args.threshold is None else args.threshold
    write_json(MANIFEST, manifest(model, MODEL_FOLDER, trained, metrics, threshold))
    rows, equal = write_fixtures(model, path, contract, pieces)
    print(f"{path}: {path.stat().st_size / 1e6:.2f} MB; int8 equals fp32 token by token on {equal} of {rows} fixture rows")


if __name__ == "__main__":
    main()
