"""Scores a merged model on measured rows with the agent's own metrics (training/agent/evaluate.py). No grammar: greedy as it comes.

    python -m training.llm.evaluate --model training/llm/build/merged --rows training/agent/build/cache/dev.jsonl --out training/llm/build/eval.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from training.agent.contract import Contract
from training.agent.evaluate import gold_of, judge, summary
from training.agent.prepare import read_rows
from training.agent.source import InputTooLong, Pieces
from training.agent.target import Unlearnable

from .chat import prompt, read_answer
from .lora import agent_contract, open_model


@torch.no_grad()
def answer(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, row: dict, most: int) -> str:
    text = tokenizer.apply_chat_template(prompt(row), add_generation_prompt=True, tokenize=False)
    given = tokenizer(text, add_special_tokens=False, return_tensors="pt").to(model.device)
    written = model.generate(**given, max_new_tokens=most, do_sample=False, pad_token_id=tokenizer.eos_token_id)
    return tokenizer.decode(written[0, given["input_ids"].shape[1] :], skip_special_tokens=True)


def evaluate(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase, rows: list[dict], contract: Contract, pieces: Pieces, most: int) -> list[dict]:
    results = []
    for row in rows:
        try:
            gold = gold_of(row, contract, pieces)
        except (Unlearnable, InputTooLong):
            continue
        raw = answer(model, tokenizer, row, most)
        ours = read_answer(raw)
        results.append({"row": row, "gold": gold, "ours": ours, "raw": raw, "verdict": judge(gold, ours, set(row.get("mask") or ()))})
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rows", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--most", type=int, default=512, help="tokens of an answer, at most")
    args = parser.parse_args()
    model, tokenizer = open_model(args.model, None, "cuda" if torch.cuda.is_available() else "cpu")
    results = evaluate(model.eval(), tokenizer, list(read_rows(args.rows)), *agent_contract(), args.most)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps({"all": summary(results)}, indent=1) + "\n")
    print(json.dumps(summary(results)))


if __name__ == "__main__":
    main()
