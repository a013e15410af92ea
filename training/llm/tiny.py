"""Toys for the app's browser tests: a Gemma 3 and a Llama of a few thousand weights that know three conversations by heart.

    python -m training.llm.tiny --out e2e/fixtures/tiny-models

Each goes the way that a real model goes (tokenizer, weights, `to_transformers_js`), so that what is tested is loading, prompt,
generation and reading the answer. They can do nothing else, and no part of the app contains them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import DynamicCache, Gemma3ForCausalLM, Gemma3TextConfig, LlamaConfig, LlamaForCausalLM, PreTrainedModel, PreTrainedTokenizerFast

from .chat import prompt as chat_prompt
from .to_transformers_js import convert

HERE = Path(__file__).parent
FUNCTION_MARKS = ["<bos>", "<eos>", "<pad>", "<start_of_turn>", "<end_of_turn>", "<escape>"] + [
    f"<{place}_function_{what}>" for what in ("declaration", "call", "response") for place in ("start", "end")]
LLAMA_MARKS = ["<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
LLAMA_TEMPLATE = (
    "{% for m in messages %}<|start_header_id|>{{ m['role'] }}<|end_header_id|>\n\n{{ m['content'] }}<|eot_id|>{% endfor %}"
    "{% if add_generation_prompt %}<|start_header_id|>assistant<|end_header_id|>\n\n{% endif %}"
)
Pair = tuple[str, str]


def tokenizer_of(texts: list[str], marks: list[str], end: str, pieces: int, template: str | None = None) -> PreTrainedTokenizerFast:
    """Bytes, merged across words: what all prompts begin with becomes few tokens, so the toys are small and quick."""
    made = Tokenizer(models.BPE())
    made.pre_tokenizer, made.decoder = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False), decoders.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=pieces, special_tokens=marks, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False)
    made.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(tokenizer_object=made, eos_token=end, chat_template=template)


def learn(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, pairs: list[Pair], most: int) -> float:
    """Until each token of each answer has 95 %, or for `most` steps; gives the last loss. What all prompts begin with is read, not learnt from."""
    ids = lambda text: tokenizer(text, add_special_tokens=False)["input_ids"]
    rows = [(ids(asked), ids(answer)) for asked, answer in pairs]
    shared = next(i for i in range(len(rows[0][0])) if len({tuple(asked[: i + 1]) for asked, _ in rows}) > 1)
    print(f"{shared} tokens shared, {[len(asked) - shared for asked, _ in rows]} more asked, {len(tokenizer)} known", flush=True)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=0.0)
    model.train()
    for step in range(most):
        with torch.no_grad():
            opening = model(input_ids=torch.tensor([rows[0][0][:shared]]), past_key_values=DynamicCache(), use_cache=True).past_key_values
        worst = 0.0
        for asked, answer in rows:
            seen = DynamicCache()
            for i, layer in enumerate(opening.layers):
                seen.update(layer.keys.clone(), layer.values.clone(), i)
            given = model(input_ids=torch.tensor([asked[shared:] + answer]), past_key_values=seen, use_cache=True)
            losses = torch.nn.functional.cross_entropy(given.logits[0, len(asked) - shared - 1 : -1], torch.tensor(answer), reduction="none")
            losses.mean().backward()
            worst = max(worst, losses.max().item())
        optimizer.step()
        optimizer.zero_grad()
        if step % 20 == 0:
            print(f"step {step}: {worst:.3f}", flush=True)
        if worst < 0.05:
            break
    return worst


def write(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model.eval().save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        convert(Path(folder), out)


def tiny_gemma(out: Path) -> None:
    data = json.loads((HERE / "fixtures/functions.json").read_text())
    pairs = [(data["opening"] + case["prompt"], case["answer"]) for case in data["cases"]]
    tokenizer = tokenizer_of([asked + answer for asked, answer in pairs], FUNCTION_MARKS, "<eos>", 2000)
    mark = tokenizer.convert_tokens_to_ids
    config = Gemma3TextConfig(
        vocab_size=len(tokenizer), hidden_size=48, intermediate_size=96, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, head_dim=24,
        query_pre_attn_scalar=24, max_position_embeddings=4096, sliding_window=256, layer_types=["sliding_attention", "full_attention"],
        bos_token_id=mark("<bos>"), eos_token_id=[mark("<eos>"), mark("<end_of_turn>")], pad_token_id=mark("<pad>"))
    model = Gemma3ForCausalLM(config)
    print(f"Gemma: {learn(model, tokenizer, pairs, 600):.4f}")
    write(model, tokenizer, out)


def tiny_llama(out: Path) -> None:
    conversations = [("add milk", '<analysis>\nA new task.\n</analysis>\n<action>\nadd_task(title="milk")\n</action>'), ("hello", "<final>\nHello there!\n</final>")]
    asked = lambda text: [chat_prompt({"text": text, "previous": None, "state": {"lists": lists}}) for lists in ([], ["Inbox"])]
    tokenizer = tokenizer_of([message["content"] for message in asked("add milk")[0]], LLAMA_MARKS, "<|eot_id|>", 2000, LLAMA_TEMPLATE)
    pairs = [(tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False), answer + "<|eot_id|>")
             for text, answer in conversations for messages in asked(text)]
    config = LlamaConfig(hidden_size=48, intermediate_size=96, num_hidden_layers=2, num_attention_heads=2, num_key_value_heads=1, head_dim=24, vocab_size=len(tokenizer),
                         max_position_embeddings=4096, bos_token_id=None, eos_token_id=tokenizer.eos_token_id, tie_word_embeddings=True)
    model = LlamaForCausalLM(config)
    print(f"Llama: {learn(model, tokenizer, pairs, 600):.4f}")
    write(model, tokenizer, out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    tiny_gemma(args.out / "functiongemma")
    tiny_llama(args.out / "llama")


if __name__ == "__main__":
    main()
