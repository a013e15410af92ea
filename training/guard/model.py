"""MiniLM with six judging heads. The mean of its last states stays a sentence vector; the heads see it and three looks of their own.

    python -m training.guard.model --rows 16000      # chooses the word pieces and writes the tokenizer
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from ..agent.model import Config as LayerConfig
from ..agent.model import Layer, load_layers
from ..agent.source import Pieces
from ..agent.vocabulary import choose_pieces, count_pieces, full_vocabulary, minilm_folder, write_tokenizer
from .generate.acts import HEADS, RISKS
from .prepare import BUILD, DATA

MODEL_FOLDER = Path(__file__).resolve().parents[2] / "public/models/errand-guard"
MAX_PIECES = 64
OUTPUTS = len(RISKS) + len(HEADS)
LOOKS = 3  # weighted means beside the plain one, so that one decisive word is not drowned by the others


@dataclass(frozen=True)
class Batch:
    ids: Tensor
    mask: Tensor


class Guard(nn.Module):
    """Heads read the mean and the looks through one hidden layer, so that the mean itself can stay near the base's."""

    def __init__(self, pieces: int, dropout: float = 0.0, layers: int = 6, frozen: int = 0) -> None:
        """The word, place and kind tables keep the base's weights, so that words never trained on keep their sense; so do the lowest `frozen` layers."""
        super().__init__()
        self.frozen = frozen
        self.config = c = LayerConfig(pieces=pieces, contract=0, copy=0, layers=layers)
        self.rows = nn.Embedding(pieces, c.width)
        self.position = nn.Embedding(c.positions, c.width)
        self.kind = nn.Embedding(2, c.width)
        self.norm = nn.LayerNorm(c.width, eps=c.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(c, dropout) for _ in range(c.layers))
        self.head_look = nn.Linear(c.width, LOOKS, bias=False)
        self.head_up = nn.Linear(c.width * (1 + LOOKS), c.width)
        self.head_down = nn.Linear(c.width, OUTPUTS)

    def states(self, batch: Batch) -> Tensor:
        n = batch.ids.shape[1]
        bias = (1.0 - batch.mask[:, None, None, :].float()) * -1e4
        with torch.no_grad():
            x = self.norm(self.rows(batch.ids) + self.position.weight[:n] + self.kind.weight[0])
            for layer in self.layers[: self.frozen]:
                x, _ = layer(x, bias, None)
        x = self.dropout(x)
        for layer in self.layers[self.frozen:]:
            x, _ = layer(x, bias, None)
        return x

    def learning(self) -> list[tuple[str, nn.Parameter]]:
        """The named parameters that training may move."""
        still = ("rows.", "position.", "kind.", "norm.", *(f"layers.{i}." for i in range(self.frozen)))
        return [(n, p) for n, p in self.named_parameters() if not n.startswith(still)]

    def vector(self, batch: Batch) -> Tensor:
        return mean_of(self.states(batch), batch.mask)

    def judge(self, states: Tensor, mask: Tensor, vector: Tensor) -> Tensor:
        scores = self.head_look(states) + (1.0 - mask[..., None].float()) * -1e4
        looks = scores.softmax(1).transpose(1, 2) @ states
        seen = torch.cat([vector, looks.flatten(1)], 1)
        return self.head_down(self.dropout(F.gelu(self.head_up(seen))))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Eight logits a text (risk Low, Medium, High, then the yes/no heads) and its vector."""
        states = self.states(batch)
        vector = mean_of(states, batch.mask)
        return self.judge(states, batch.mask, vector), vector


def mean_of(states: Tensor, mask: Tensor) -> Tensor:
    weights = mask[..., None].float()
    return (states * weights).sum(1) / weights.sum(1)


def minilm_weights() -> dict[str, Tensor]:
    weights = load_file(minilm_folder() / "model.safetensors")
    return {k.removeprefix("bert."): v for k, v in weights.items()}


def new_guard(vocabulary: dict[str, int], dropout: float = 0.0, frozen: int = 0) -> Guard:
    model, weights, full = Guard(len(vocabulary), dropout, frozen=frozen), minilm_weights(), full_vocabulary()
    order = sorted(vocabulary, key=vocabulary.__getitem__)
    with torch.no_grad():
        load_layers(model, weights)
        model.rows.weight.copy_(weights["embeddings.word_embeddings.weight"][[full[p] for p in order]])
        for layer in (model.head_look, model.head_up, model.head_down):
            nn.init.normal_(layer.weight, std=0.03)
        for layer in (model.head_up, model.head_down):
            nn.init.zeros_(layer.bias)
    return model


def take_weights(model: Guard, earlier: dict[str, Tensor]) -> None:
    """An earlier run's layers and heads. The tables are the base's own in both; heads that saw fewer looks keep what they had for the mean."""
    found = dict(model.state_dict())
    for name, value in earlier.items():
        if name.startswith("rows."):
            continue
        if name == "head_up.weight" and value.shape != found[name].shape:
            value = torch.cat([value, found[name][:, value.shape[1]:] * 0.3], 1)
        found[name] = value
    model.load_state_dict(found)


def base_model() -> Guard:
    """The frozen base with its whole vocabulary, for its sentence vectors."""
    return new_guard(full_vocabulary()).eval()


def new_parameter(name: str) -> bool:
    return name.startswith("head_")


def load_tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MAX_PIECES)
    tokenizer.enable_padding(pad_id=0, pad_token="[PAD]")
    return tokenizer


def encode(tokenizer: Tokenizer, texts: list[str]) -> Batch:
    found = tokenizer.encode_batch(texts)
    return Batch(torch.tensor([e.ids for e in found]), torch.tensor([e.attention_mask for e in found]))


def vocabulary_of(tokenizer_json: Path) -> dict[str, int]:
    return json.loads(tokenizer_json.read_text())["model"]["vocab"]


def save_guard(path: Path, model: Guard, trained: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".tmp")
    torch.save({"model": model.state_dict(), "pieces": model.config.pieces, "trained": trained}, beside)
    beside.replace(path)


def load_guard(path: Path) -> tuple[Guard, dict]:
    content = torch.load(path, map_location="cpu", weights_only=True)
    model = Guard(content["pieces"])
    model.load_state_dict(content["model"])
    return model.eval(), content["trained"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=25000)
    args = parser.parse_args()
    paths = [BUILD / "generated.jsonl", DATA / "public.jsonl.gz", DATA / "public-sharealike.jsonl.gz"]
    full = full_vocabulary()
    counts = count_pieces(paths, Pieces(full))
    kept = choose_pieces(full, counts, args.rows)
    write_tokenizer(kept, MODEL_FOLDER)
    rows = {full[p] for p in kept}
    print(f"{len(kept)} pieces; {sum(n for r, n in counts.items() if r in rows) / sum(counts.values()):.4f} of the counted mass kept", file=sys.stderr)


if __name__ == "__main__":
    main()
