"""Writes the browser's files from a checkpoint: the int8 graph, config.json, the manifest.

    python -m training.guard.export --checkpoint training/guard/build/run/calibrated.pt

--cut legal=0.6 moves a head's cut from the calibrator's, for what only the int8 file shows (RESULTS.md says where and why).
tokenizer.json is the one the checkpoint was trained with (model.py wrote it); temperatures and thresholds come from
calibration.json beside the checkpoint (calibrate.py).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import onnx

from ..agent.vocabulary import ROOT
from .generate.acts import HEADS, RISKS
from .graph import build_guard_graph, peaks_of
from .judge import CUTS, PLAIN
from .model import MAX_PIECES, MODEL_FOLDER, Guard, encode, load_guard, load_tokenizer
from .train import hand_rows

MANIFEST = ROOT / "model-manifests/errand-guard.json"
FILES = ["model.onnx", "tokenizer.json", "tokenizer_config.json", "config.json"]
VERSION = "1.4.0"


def write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def config_of(model: Guard, calibration: dict) -> dict:
    c = model.config
    return {"model_type": "bert", "architectures": ["BertModel"], "hidden_act": "gelu", "hidden_size": c.width, "intermediate_size": c.inner,
            "num_attention_heads": c.heads, "num_hidden_layers": c.layers, "max_position_embeddings": c.positions, "type_vocab_size": 2,
            "vocab_size": c.pieces, "layer_norm_eps": c.epsilon, "pad_token_id": 0,
            "errand": {"max_pieces": MAX_PIECES, "labels": {"risk": list(RISKS), "heads": list(HEADS)},
                       "temperatures": calibration.get("temperatures", PLAIN), "thresholds": calibration.get("thresholds", CUTS)}}


def manifest_of(folder: Path, calibration: dict) -> dict:
    files = [(name, (folder / name).read_bytes()) for name in FILES]
    return {"id": "errand-guard", "kind": "guard", "adapter": "guard-bert", "name": "Errand guard",
            "summary": "Small and embedded: six judgements of a request, before anything happens, in a few milliseconds.", "version": VERSION,
            "licence": "CC-BY-SA-4.0", "languages": ["en"], "base": "sentence-transformers/all-MiniLM-L6-v2", "embedded": True, "folder": "models/errand-guard",
            "files": [{"path": n, "sizeBytes": len(c), "sha256": hashlib.sha256(c).hexdigest()} for n, c in files],
            "settings": {f"threshold-{h}": t for h, t in calibration.get("thresholds", CUTS).items()}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--cut", action="append", default=[], metavar="HEAD=SHARE")
    args = parser.parse_args()
    model, _ = load_guard(args.checkpoint)
    beside = args.checkpoint.parent / "calibration.json"
    calibration = json.loads(beside.read_text()) if beside.exists() else {}
    for head, share in (cut.split("=") for cut in args.cut):
        assert head in HEADS and 0 < float(share) < 1, f"{head}={share}"
        calibration.setdefault("thresholds", dict(CUTS))[head] = float(share)
    tokenizer = load_tokenizer(MODEL_FOLDER / "tokenizer.json")
    texts = [r["text"] for r in hand_rows("dev")]
    graph = build_guard_graph(model, int8=True, peaks=peaks_of(model, [encode(tokenizer, texts[at: at + 50]) for at in range(0, len(texts), 50)]))
    onnx.checker.check_model(graph)
    onnx.save(graph, MODEL_FOLDER / "model.onnx")
    write_json(MODEL_FOLDER / "config.json", config_of(model, calibration))
    write_json(MANIFEST, manifest_of(MODEL_FOLDER, calibration))
    print({name: (MODEL_FOLDER / name).stat().st_size for name in FILES})


if __name__ == "__main__":
    main()
