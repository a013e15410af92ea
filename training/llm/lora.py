"""Fine-tunes a decoder-only chat model on the agent's rows with LoRA, on one graphics card.

    pip install -r training/requirements.txt -r training/llm/requirements.txt
    python -m training.llm.lora --model FOLDER-OR-HUB-ID --rows training/agent/build/cache/train.jsonl --out training/llm/build/adapter
    python -m training.llm.lora … --conversations training/llm/build/lab.jsonl --longest 8192   # the Lab's rounds, by lab_rows.py
    python -m training.llm.lora … --bits 4            # the frozen weights in 4 bits (bitsandbytes, CUDA only)

Rank 16 and alpha 32 on every linear layer but the head. The loss counts the answer only. Nothing is downloaded unless the
model is named by a hub's id.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path

import torch
from peft import LoraConfig, get_peft_model, prepare_model_for_kbit_training
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig, PreTrainedModel, PreTrainedTokenizerBase

from training.agent.contract import Contract, load_contract
from training.agent.prepare import read_rows
from training.agent.source import InputTooLong, Pieces
from training.agent.target import Unlearnable
from training.agent.vocabulary import MODEL_FOLDER

from .chat import conversation

IGNORED = -100
RANK, ALPHA = 16, 32


def open_model(name: str, bits: int | None, device: str) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    tokenizer = AutoTokenizer.from_pretrained(name)
    dtype = torch.bfloat16 if device == "cuda" else torch.float32
    quantized = None
    if bits == 4:
        if device != "cuda":
            raise SystemExit("--bits 4 needs CUDA: bitsandbytes has no 4-bit matrices elsewhere.")
        quantized = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype=dtype)
    model = AutoModelForCausalLM.from_pretrained(name, dtype=dtype, quantization_config=quantized)
    return (prepare_model_for_kbit_training(model) if quantized else model.to(device)), tokenizer


def with_lora(model: PreTrainedModel) -> PreTrainedModel:
    return get_peft_model(model, LoraConfig(r=RANK, lora_alpha=ALPHA, lora_dropout=0.05, target_modules="all-linear", task_type="CAUSAL_LM"))


def encode(messages: list[dict], tokenizer: PreTrainedTokenizerBase) -> tuple[list[int], list[int]]:
    """Token ids of a conversation, and the same with all but the answer left out of the loss."""
    text = lambda upto, ask: tokenizer.apply_chat_template(messages[:upto], add_generation_prompt=ask, tokenize=False)
    asked, whole = text(-1, True), text(len(messages), False)
    if not whole.startswith(asked):
        raise SystemExit("This model's chat template writes a conversation another way than it asks: it cannot be trained like this.")
    ids = lambda part: tokenizer(part, add_special_tokens=False)["input_ids"]
    prompt, answer = ids(asked), ids(whole[len(asked) :])
    return prompt + answer, [IGNORED] * len(prompt) + answer


def examples(rows: list[dict], tokenizer: PreTrainedTokenizerBase, contract: Contract, pieces: Pieces, longest: int) -> list[tuple[list[int], list[int]]]:
    kept = []
    for row in rows:
        try:
            ids, labels = encode(conversation(row, contract, pieces), tokenizer)
        except (Unlearnable, InputTooLong):
            continue
        if len(ids) <= longest:
            kept.append((ids, labels))
    return kept


def told(paths: list[Path], tokenizer: PreTrainedTokenizerBase, longest: int) -> list[tuple[list[int], list[int]]]:
    """Conversations that are written out already, one {"messages": […]} a line, the answer last."""
    lines = [line for path in paths for line in path.read_text().splitlines() if line.strip()]
    made = [encode(json.loads(line)["messages"], tokenizer) for line in lines]
    return [(ids, labels) for ids, labels in made if len(ids) <= longest]


def batch_of(chosen: list[tuple[list[int], list[int]]], pad: int, device: str) -> dict[str, torch.Tensor]:
    length = max(len(ids) for ids, _ in chosen)
    filled = lambda values, fill: torch.tensor([row + [fill] * (length - len(row)) for row in values], device=device)
    mask = [[1] * len(ids) for ids, _ in chosen]
    return {"input_ids": filled([ids for ids, _ in chosen], pad), "labels": filled([labels for _, labels in chosen], IGNORED), "attention_mask": filled(mask, 0)}


def train(model: PreTrainedModel, data: list[tuple[list[int], list[int]]], pad: int, steps: int, batch: int, rate: float, seed: int, device: str) -> list[float]:
    """The loss of each step; warm-up over a twentieth of them, then a cosine."""
    draw = random.Random(seed)
    torch.manual_seed(seed)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.0)
    warm = max(1, steps // 20)
    share = lambda step: (step + 1) / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, share)
    losses = []
    model.train()
    for step in range(steps):
        loss = model(**batch_of(draw.choices(data, k=batch), pad, device)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(loss.item())
        if step % 50 == 0:
            print(f"step {step}: loss {losses[-1]:.3f}", flush=True)
    return losses


def agent_contract() -> tuple[Contract, Pieces]:
    """The contract and the pieces by which the agent's rows are read."""
    return load_contract(), Pieces.load(MODEL_FOLDER / "tokenizer.json")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rows", type=Path, nargs="*", default=[])
    parser.add_argument("--conversations", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--bits", type=int, choices=[4])
    parser.add_argument("--steps", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--longest", type=int, default=2048, help="longer conversations are left out, in tokens")
    parser.add_argument("--seed", type=int, default=42)
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    base, tokenizer = open_model(args.model, args.bits, device)
    contract, pieces = agent_contract()
    data = examples(list(read_rows(args.rows)), tokenizer, contract, pieces, args.longest) + told(args.conversations, tokenizer, args.longest)
    if not data:
        raise SystemExit("No row fits: see --longest.")
    model = with_lora(base)
    model.print_trainable_parameters()
    pad = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else tokenizer.eos_token_id
    losses = train(model, data, pad, args.steps, args.batch, args.rate, args.seed, device)
    model.save_pretrained(args.out)
    tokenizer.save_pretrained(args.out)
    (args.out / "run.json").write_text(json.dumps({"model": args.model, "rows": len(data), "seed": args.seed, "losses": losses}) + "\n")


if __name__ == "__main__":
    main()
