"""A merged Llama or Gemma 3 as transformers.js loads it: one ONNX graph with its cache, beside configuration and tokenizer.

    python -m training.llm.to_transformers_js --model training/llm/build/merged --out training/llm/build/transformers-js

Writes `onnx/model.onnx` in fp32 (`dtype: "fp32"`). Inputs and outputs have the names that transformers.js gives a decoder:
`input_ids`, `attention_mask`, `position_ids`, `past_key_values.N.key` and `.value`; `logits`, `present.N.key` and `.value`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn
from transformers import AutoModelForCausalLM, AutoTokenizer, DynamicCache, PreTrainedModel


SHAPES = ("llama", "gemma3_text")


class WithCache(nn.Module):
    """Flat tensors in and out, since a graph has no cache objects."""

    def __init__(self, model: PreTrainedModel) -> None:
        super().__init__()
        self.model, self.layers = model, model.config.num_hidden_layers

    def forward(self, input_ids: Tensor, attention_mask: Tensor, position_ids: Tensor, past: list[Tensor]) -> tuple[Tensor, ...]:
        cache = DynamicCache()
        for i in range(self.layers):
            cache.update(past[2 * i], past[2 * i + 1], i)
        given = self.model(input_ids=input_ids, attention_mask=attention_mask, position_ids=position_ids, past_key_values=cache, use_cache=True)
        layers = given.past_key_values.layers
        return (given.logits, *(part for layer in layers for part in (layer.keys, layer.values)))


def names(layers: int, prefix: str) -> list[str]:
    return [f"{prefix}.{i}.{part}" for i in range(layers) for part in ("key", "value")]


def convert(source: Path, out: Path) -> None:
    model = AutoModelForCausalLM.from_pretrained(source, dtype=torch.float32, attn_implementation="eager").eval()
    config = model.config
    if config.model_type not in SHAPES:
        raise SystemExit(f"Only these shapes are converted: {', '.join(SHAPES)}; this is “{config.model_type}”.")
    shutil.rmtree(out, ignore_errors=True)
    (out / "onnx").mkdir(parents=True)
    batch, new, seen = 2, 3, 5
    past = [torch.zeros(batch, config.num_key_value_heads, seen, config.head_dim) for _ in range(2 * config.num_hidden_layers)]
    rows = torch.zeros(batch, new, dtype=torch.int64)
    example = (rows, torch.ones(batch, seen + new, dtype=torch.int64), torch.arange(seen, seen + new).expand(batch, new), past)
    dim = torch.export.Dim.DYNAMIC
    dynamic = {"input_ids": {0: dim, 1: dim}, "attention_mask": {0: dim, 1: dim}, "position_ids": {0: dim, 1: dim}, "past": [{0: dim, 2: dim} for _ in past]}
    torch.onnx.export(
        WithCache(model).eval(), example, str(out / "onnx/model.onnx"), dynamo=True, external_data=False, dynamic_shapes=dynamic,
        input_names=["input_ids", "attention_mask", "position_ids", *names(config.num_hidden_layers, "past_key_values")],
        output_names=["logits", *names(config.num_hidden_layers, "present")],
    )
    name_sizes(out / "onnx/model.onnx")
    config.save_pretrained(out)
    model.generation_config.save_pretrained(out)
    tokenizer = AutoTokenizer.from_pretrained(source)
    tokenizer.save_pretrained(out)
    write_template(tokenizer.chat_template, out / "tokenizer_config.json")


def name_sizes(graph: Path) -> None:
    """transformers.js makes the empty cache of a first token by these names; a size of another name is zero to it, the batch's too."""
    model = onnx.load(graph)
    wanted = {"input_ids": ("batch_size", "sequence_length"), "attention_mask": ("batch_size", "total_sequence_length"),
              "past_key_values.0.key": ("batch_size", None, "past_sequence_length", None)}
    renamed = {}
    for given in model.graph.input:
        for size, name in zip(given.type.tensor_type.shape.dim, wanted.get(given.name, ())):
            if name is not None and size.dim_param:
                renamed[size.dim_param] = name
    for value in (*model.graph.input, *model.graph.output, *model.graph.value_info):
        for size in value.type.tensor_type.shape.dim:
            if size.dim_param:
                size.dim_param = re.sub(r"\w+", lambda word: renamed.get(word[0], word[0]), size.dim_param)
    onnx.save(model, graph)


def write_template(template: str | None, config: Path) -> None:
    """transformers.js looks for it there; transformers itself writes a file of its own by now."""
    if template is not None:
        config.write_text(json.dumps({**json.loads(config.read_text()), "chat_template": template}, indent=2, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    convert(args.model, args.out)


if __name__ == "__main__":
    main()
