"""Puts an adapter into the weights that it was trained over: one folder that needs no PEFT.

    python -m training.llm.merge --model FOLDER-OR-HUB-ID --adapter training/llm/build/adapter --out training/llm/build/merged
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer


def merge(model: str, adapter: Path, out: Path) -> None:
    # Never onto 4-bit weights: rounding twice would lose what was learnt.
    base = AutoModelForCausalLM.from_pretrained(model, dtype=torch.float32)
    merged = PeftModel.from_pretrained(base, str(adapter)).merge_and_unload()
    merged.save_pretrained(out)
    AutoTokenizer.from_pretrained(model).save_pretrained(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--adapter", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    merge(args.model, args.adapter, args.out)


if __name__ == "__main__":
    main()
