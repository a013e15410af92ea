"""The embedded agent for web-llm: two WebGPU libraries, the 4-bit weights that both use, their manifests and the fixture from one checkpoint.

    pip install -r training/webllm/requirements.txt    # once; and Debian's emscripten
    python -m training.webllm.build --checkpoint training/agent/build/run/last.pt

`library.wasm` computes in 32 bits (q4f32_1), `library-f16.wasm` in 16 (q4f16_1), which needs a GPU with shader-f16: it is built, and no
machine here can run it. Both read the same weights, so the second costs its library only. The libraries do not depend on the weights'
values: they are compiled again only where a kernel or a size has changed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import shutil
from pathlib import Path

from training.agent.checkpoint import load_model
from training.agent.contract import Contract
from training.agent.model import ErrandAgent
from training.agent.vocabulary import MODEL_FOLDER, ROOT

from .fixture import write_fixture
from .kernels import Shape
from .library import build_module, compile_library
from .moments import input_moments
from .quantize import GROUP, Quantized, dequantized, library_weights, quantized
from .runtime import BUILD

EMBEDDED = ROOT / "public/models/errand-agent-webllm/resolve/main"
# A source of 128 rows, 200 tokens of an answer, and a round number of pages.
CONTEXT = 384
LIBRARIES = {"float32": "library.wasm", "float16": "library-f16.wasm"}
NAMES = {"float32": "q4f32_1", "float16": "q4f16_1"}
MODELS = {
    "float32": {"id": "errand-agent-webllm", "name": "Errand agent on the graphics card", "summary": "The embedded agent with 4-bit weights, run by web-llm on WebGPU."},
    "float16": {"id": "errand-agent-webllm-f16", "name": "Errand agent on the graphics card, half precision",
                "summary": "The embedded agent with 4-bit weights, computed in 16 bits by web-llm on WebGPU."},
}
HALF = {"requiresShaderF16": True, "measured": "Built, not run: no graphics card with shader-f16 was at hand."}


def manifest_path(dtype: str) -> Path:
    return ROOT / f"model-manifests/{MODELS[dtype]['id']}.json"


def shape_of(model: ErrandAgent, dtype: str) -> Shape:
    c = model.config
    return Shape(c.width, c.heads, c.inner, c.contract, c.copy, c.rows, CONTEXT, GROUP, dtype)


def library(shape: Shape, layers: int) -> Path:
    sources = b"".join((Path(__file__).parent / f"{name}.py").read_bytes() for name in ("kernels", "attention", "sampling", "library", "runtime"))
    key = hashlib.sha256(sources + repr((shape, layers)).encode()).hexdigest()[:12]
    output = BUILD / f"library-{key}.wasm"
    if not output.exists():
        module, _ = build_module(shape, layers, NAMES[shape.dtype])
        compile_library(module, output.with_suffix(".tmp.wasm"), BUILD / f"work-{key}")
        output.with_suffix(".tmp.wasm").rename(output)
    return output


def chat_config(shape: Shape) -> dict:
    """What web-llm reads, whichever the library. Nothing of a conversation is used: the engine feeds rows, and chooses tokens itself."""
    return {
        "model_type": "errand-agent", "quantization": NAMES["float32"], "vocab_size": shape.contract + shape.copy, "context_window_size": shape.positions,
        "sliding_window_size": -1, "attention_sink_size": -1, "prefill_chunk_size": shape.positions, "temperature": 0.0, "top_p": 1.0,
        "repetition_penalty": 1.0, "frequency_penalty": 0.0, "presence_penalty": 0.0, "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {"token_postproc_method": "raw", "prepend_space_in_encode": False, "strip_space_in_decode": False},
        "conv_template": {"system_template": "{system_message}", "system_message": "", "roles": {"user": "", "assistant": "", "tool": ""}, "seps": [""],
                          "role_templates": {"user": "{user_message}", "assistant": "{assistant_message}"}, "stop_str": [], "stop_token_ids": []},
    }


def write_folder(model: ErrandAgent, found: Quantized, contract: Contract, pieces: int, folder: Path) -> None:
    from tvm.contrib.tvmjs import dump_tensor_cache

    libraries = {name: library(shape_of(model, dtype), model.config.layers) for dtype, name in LIBRARIES.items()}
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    dump_tensor_cache(library_weights(model, found, CONTEXT, "float32"), str(folder), encode_format="raw", shard_cap_mb=32, show_progress=False)
    for name, built in libraries.items():
        shutil.copyfile(built, folder / name)
        check_size(f"{name}, gzipped", len(gzip.compress(built.read_bytes(), 9)), 1)
    check_size("weights", sum(path.stat().st_size for path in folder.glob("params_shard_*.bin")), 15)
    write = lambda name, value: (folder / name).write_text(json.dumps(value, ensure_ascii=False) + "\n")
    write("mlc-chat-config.json", chat_config(shape_of(model, "float32")))
    tokenizer = json.loads((MODEL_FOLDER / "tokenizer.json").read_text())
    write("tokenizer.json", {**tokenizer, "padding": None, "truncation": None})
    shutil.copyfile(MODEL_FOLDER / "tokenizer_config.json", folder / "tokenizer_config.json")
    write("contract-tokens.json", contract.to_json(pieces))


def check_size(what: str, size_bytes: int, most: int) -> None:
    print(f"{what}: {size_bytes / 1e6:.2f} MB (at most {most})")
    if size_bytes > most * 1e6:
        raise SystemExit("too large")


def write_manifest(folder: Path, dtype: str) -> None:
    """What the same weights' manifest says of them, with what differs here."""
    agent = json.loads((ROOT / "model-manifests/errand-agent.json").read_text())
    described = lambda path: {"path": path.name, "sizeBytes": path.stat().st_size, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}
    kept = {key: agent[key] for key in ("version", "licence", "languages", "base", "data", "seed", "trainedWith", "calibration") if key in agent}
    others = {name for other, name in LIBRARIES.items() if other != dtype}
    manifest = {
        "id": MODELS[dtype]["id"], "kind": "agent", "adapter": "webllm", **MODELS[dtype], **kept,
        "settings": {**agent.get("settings", {}), **(HALF if dtype == "float16" else {})},
        "quantization": NAMES[dtype], "context": CONTEXT, "embedded": True, "folder": "models/errand-agent-webllm/resolve/main",
        "files": [described(path) for path in sorted(folder.iterdir()) if path.name not in others],
    }
    manifest_path(dtype).write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="the folder; without it the embedded one, with its manifests and the fixture")
    args = parser.parse_args()
    model, contract, pieces, _ = load_model(args.checkpoint)
    model.requires_grad_(False)
    folder = args.out or EMBEDDED
    found = quantized(model, input_moments(model, contract, pieces), "float32")
    write_folder(model, found, contract, pieces.size, folder)
    if args.out is None:
        for dtype in LIBRARIES:
            write_manifest(folder, dtype)
        rows, equal = write_fixture(dequantized(model, found), contract, pieces, MODEL_FOLDER / "model.onnx")
        print(f"the same calls as the int8 graph on {equal} of {rows} sentences")


if __name__ == "__main__":
    main()
