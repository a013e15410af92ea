"""A merged Llama-shaped model as web-llm loads it: 4-bit weights in MLC's layout, its index and its chat configuration.

    python -m training.llm.to_webllm --model training/llm/build/merged --type q4f16_1 --out training/llm/build/webllm

The folder goes on the Models page ("A model of your own") beside the library that is published for the same architecture, size
and quantization, whose parameters it has by name, shape and type: fine-tuning changes none of them. No library is compiled here.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForCausalLM

GROUP, LARGEST = 32, 7
TYPES = {"q4f16_1": "float16", "q4f32_1": "float32"}
SHARD_BYTES = 32 << 20
TOKENIZER = ("tokenizer.json", "tokenizer_config.json", "vocab.json", "merges.txt", "added_tokens.json")


def quantize(weight: np.ndarray, dtype: str) -> tuple[np.ndarray, np.ndarray]:
    """[outputs, inputs] → words of eight values 0 … 14 along the inputs, the first in the lowest bits, and a scale for each 32."""
    groups = weight.astype(np.float32).reshape(weight.shape[0], -1, GROUP)
    scale = np.maximum(np.abs(groups).max(-1, keepdims=True) / LARGEST, 1e-8).astype(dtype).astype(np.float32)
    values = np.clip(np.round(groups / scale + LARGEST), 0, 2 * LARGEST).astype(np.uint32).reshape(weight.shape[0], -1, 8)
    words = np.bitwise_or.reduce(values << (np.arange(8, dtype=np.uint32) * 4), axis=-1)
    return words.astype(np.uint32), scale[..., 0].astype(dtype)


def restore(words: np.ndarray, scales: np.ndarray) -> np.ndarray:
    values = (words[..., None] >> (np.arange(8, dtype=np.uint32) * 4)) & 15
    return (values.reshape(words.shape[0], -1).astype(np.float32) - LARGEST) * np.repeat(scales.astype(np.float32), GROUP, -1)


def fused(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """MLC multiplies queries, keys and values at once, and the gate with what it gates."""
    kept = {"model.embed_tokens": weights["model.embed_tokens.weight"], "model.norm": weights["model.norm.weight"]}
    if "lm_head.weight" in weights:
        kept["lm_head"] = weights["lm_head.weight"]
    for i in range(layers):
        at = f"model.layers.{i}"
        part = lambda *names: torch.cat([weights[f"{at}.{name}.weight"] for name in names])
        kept[f"{at}.self_attn.qkv_proj"] = part("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")
        kept[f"{at}.self_attn.o_proj"] = part("self_attn.o_proj")
        kept[f"{at}.mlp.gate_up_proj"] = part("mlp.gate_proj", "mlp.up_proj")
        kept[f"{at}.mlp.down_proj"] = part("mlp.down_proj")
        for norm in ("input_layernorm", "post_attention_layernorm"):
            kept[f"{at}.{norm}"] = part(norm)
    return kept


def parameters(model: torch.nn.Module, dtype: str) -> dict[str, np.ndarray]:
    config = model.config
    weights = {name: value for name, value in model.state_dict().items() if not (config.tie_word_embeddings and name == "lm_head.weight")}
    written: dict[str, np.ndarray] = {}
    for name, value in fused(weights, config.num_hidden_layers).items():
        array = value.detach().float().numpy()
        if array.ndim == 1:
            written[f"{name}.weight"] = array.astype(dtype)
            continue
        if array.shape[1] % GROUP:
            raise SystemExit(f"{name} has {array.shape[1]} inputs, which is no multiple of {GROUP}.")
        written[f"{name}.q_weight"], written[f"{name}.q_scale"] = quantize(array, dtype)
    return written


def write_shards(written: dict[str, np.ndarray], folder: Path) -> None:
    """`params_shard_N.bin` and `tensor-cache.json`, as web-llm's runtime reads them."""
    shards: list[list[tuple[str, np.ndarray]]] = [[]]
    for name, array in written.items():
        if shards[-1] and sum(a.nbytes for _, a in shards[-1]) + array.nbytes > SHARD_BYTES:
            shards.append([])
        shards[-1].append((name, array))
    index = []
    for number, shard in enumerate(shards):
        path, at, records = f"params_shard_{number}.bin", 0, []
        for name, array in shard:
            records.append({"name": name, "shape": list(array.shape), "dtype": str(array.dtype), "format": "raw", "nbytes": array.nbytes, "byteOffset": at})
            at += array.nbytes
        content = b"".join(np.ascontiguousarray(array).tobytes() for _, array in shard)
        (folder / path).write_bytes(content)
        index.append({"dataPath": path, "format": "raw-shard", "nbytes": at, "records": records, "md5sum": hashlib.md5(content).hexdigest()})
    sizes = {"ParamSize": len(written), "ParamBytes": sum(a.nbytes for a in written.values())}
    (folder / "tensor-cache.json").write_text(json.dumps({"metadata": sizes, "records": index}, indent=1) + "\n")


def chat_config(config, quantization: str, context: int, template: dict, files: list[str]) -> dict:
    sizes = {
        "hidden_size": config.hidden_size, "intermediate_size": config.intermediate_size, "num_attention_heads": config.num_attention_heads,
        "num_hidden_layers": config.num_hidden_layers, "rms_norm_eps": config.rms_norm_eps, "vocab_size": config.vocab_size, "head_dim": config.head_dim,
        "num_key_value_heads": config.num_key_value_heads, "tie_word_embeddings": config.tie_word_embeddings, "context_window_size": context, "prefill_chunk_size": 1024,
    }
    return {
        "version": "0.1.0", "model_type": config.model_type, "quantization": quantization, "model_config": sizes, "vocab_size": config.vocab_size,
        "context_window_size": context, "sliding_window_size": -1, "attention_sink_size": -1, "prefill_chunk_size": 1024, "temperature": 0.0, "top_p": 1.0,
        "repetition_penalty": 1.0, "frequency_penalty": 0.0, "presence_penalty": 0.0, "tokenizer_files": files,
        "tokenizer_info": {"token_postproc_method": "byte_level", "prepend_space_in_encode": False, "strip_space_in_decode": False},
        "conv_template": template, "bos_token_id": config.bos_token_id, "eos_token_id": config.eos_token_id,
    }


def llama_template(stop: list[int]) -> dict:
    """Llama 3's own way of writing a conversation."""
    role = lambda name: f"<|start_header_id|>{name}"
    return {
        "name": "llama-3", "system_template": "<|start_header_id|>system<|end_header_id|>\n\n{system_message}<|eot_id|>", "system_message": "",
        "roles": {"user": role("user"), "assistant": role("assistant"), "tool": role("ipython")}, "seps": ["<|eot_id|>"], "role_content_sep": "<|end_header_id|>\n\n",
        "role_empty_sep": "<|end_header_id|>\n\n", "role_templates": {"user": "{user_message}", "assistant": "{assistant_message}", "tool": "{tool_message}"},
        "stop_str": [], "stop_token_ids": stop, "add_role_after_system_message": True,
    }


def convert(source: Path, out: Path, quantization: str, context: int) -> None:
    config = AutoConfig.from_pretrained(source)
    if config.model_type != "llama":
        raise SystemExit(f"Only Llama-shaped models are converted; this is “{config.model_type}”.")
    model = AutoModelForCausalLM.from_pretrained(source, dtype=torch.float32)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    write_shards(parameters(model, TYPES[quantization]), out)
    files = [name for name in TOKENIZER if (source / name).exists()]
    for name in files:
        shutil.copyfile(source / name, out / name)
    ends = config.eos_token_id if isinstance(config.eos_token_id, list) else [config.eos_token_id]
    settings = chat_config(config, quantization, context, llama_template(ends), files)
    (out / "mlc-chat-config.json").write_text(json.dumps(settings, indent=1, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--type", choices=TYPES, default="q4f16_1")
    parser.add_argument("--context", type=int, default=4096)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    convert(args.model, args.out, args.type, args.context)


if __name__ == "__main__":
    main()
