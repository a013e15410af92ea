"""MiniLM as a prefix-LM with a pointer head (docs/agent-model.md, Graph).

One stack of six layers reads the source and writes the target; a copied piece is scored by its source state.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from .contract import COPY, Contract
from .source import Pieces
from .vocabulary import full_vocabulary, minilm_folder


@dataclass(frozen=True)
class Config:
    pieces: int
    contract: int  # number of contract tokens
    copy: int = COPY
    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    epsilon: float = 1e-12

    @property
    def rows(self) -> int:
        return self.pieces + self.contract + self.copy


Cache = list[tuple[Tensor, Tensor]]


class Layer(nn.Module):
    def __init__(self, c: Config, dropout: float) -> None:
        super().__init__()
        self.heads, self.head_width = c.heads, c.width // c.heads
        self.qkv = nn.Linear(c.width, 3 * c.width)
        self.out = nn.Linear(c.width, c.width)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)
        self.norm1 = nn.LayerNorm(c.width, eps=c.epsilon)
        self.norm2 = nn.LayerNorm(c.width, eps=c.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor, past: tuple[Tensor, Tensor] | None) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        batch, n, width = x.shape
        q, k, v = self.qkv(x).view(batch, n, 3, self.heads, self.head_width).permute(2, 0, 3, 1, 4)
        if past is not None:
            k, v = torch.cat([past[0], k], 2), torch.cat([past[1], v], 2)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, n, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        x = self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))
        return x, (k, v)


class ErrandAgent(nn.Module):
    def __init__(self, config: Config, dropout: float = 0.0) -> None:
        super().__init__()
        self.config = config
        self.rows = nn.Embedding(config.rows, config.width)
        self.position = nn.Embedding(config.positions, config.width)
        self.kind = nn.Embedding(2, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(config, dropout) for _ in range(config.layers))
        self.contract_head = nn.Linear(config.width, config.contract)
        self.pointer_query = nn.Linear(config.width, config.width, bias=False)
        self.pointer_key = nn.Linear(config.width, config.width, bias=False)

    def states(self, ids: Tensor, types: Tensor, positions: Tensor, bias: Tensor, past: Cache | None = None) -> tuple[Tensor, Cache]:
        """Last-layer states of the rows given; `bias` is 0 where a row may look and very negative where not."""
        x = self.rows(ids) + self.position(positions) + self.kind(types)
        x = self.dropout(self.norm(x))
        cache: Cache = []
        for i, layer in enumerate(self.layers):
            x, kv = layer(x, bias, past[i] if past else None)
            cache.append(kv)
        return x, cache

    def forward(self, ids: Tensor, types: Tensor, positions: Tensor, bias: Tensor, past: Cache | None = None,
                past_pointer_keys: Tensor | None = None) -> tuple[Tensor, Tensor, Cache, Tensor]:
        """The exported graph: contract logits, pointer scores over all rows so far, keys and values, pointer keys."""
        x, cache = self.states(ids, types, positions, bias, past)
        keys = self.pointer_key(x)
        if past_pointer_keys is not None:
            keys = torch.cat([past_pointer_keys, keys], 1)
        return self.contract_head(x), self.point(x, keys), cache, keys

    def point(self, targets: Tensor, keys: Tensor) -> Tensor:
        return self.pointer_query(targets) @ keys.transpose(1, 2) / math.sqrt(self.config.width)

    def scores(self, states: Tensor, target: Tensor) -> Tensor:
        """[batch, target rows, T + 64] of the target states among all states, the copy tokens after the contract tokens."""
        copyable = states[:, 1: self.config.copy + 1]
        pointer = self.point(target, self.pointer_key(copyable))
        pointer = F.pad(pointer, (0, self.config.copy - pointer.shape[-1]))
        return torch.cat([self.contract_head(target), pointer], -1)


MINILM_NAMES = {"attention.output.dense": "out", "attention.output.LayerNorm": "norm1", "intermediate.dense": "up",
                "output.dense": "down", "output.LayerNorm": "norm2"}


def load_minilm(model: ErrandAgent, contract: Contract, pieces: Pieces) -> None:
    """MiniLM's weights, and the new rows from what they are named after."""
    weights = load_file(minilm_folder() / "model.safetensors")
    weights = {k.removeprefix("bert."): v for k, v in weights.items()}
    with torch.no_grad():
        load_layers(model, weights)
        load_rows(model, weights["embeddings.word_embeddings.weight"], contract, pieces)
        for new in (model.pointer_query, model.pointer_key, model.contract_head):
            nn.init.normal_(new.weight, std=0.02)
        nn.init.zeros_(model.contract_head.bias)
        # Queries and keys start out equal, so that a target state points at the source state most like it.
        model.pointer_key.weight.copy_(torch.eye(model.config.width))
        model.pointer_query.weight.copy_(torch.eye(model.config.width))


def load_layers(model: ErrandAgent, weights: dict[str, Tensor]) -> None:
    model.position.weight.copy_(weights["embeddings.position_embeddings.weight"][: model.config.positions])
    model.kind.weight.copy_(weights["embeddings.token_type_embeddings.weight"])
    for part in ("weight", "bias"):
        getattr(model.norm, part).copy_(weights[f"embeddings.LayerNorm.{part}"])
        for i, layer in enumerate(model.layers):
            prefix = f"encoder.layer.{i}."
            qkv = [weights[f"{prefix}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
            getattr(layer.qkv, part).copy_(torch.cat(qkv))
            for theirs, ours in MINILM_NAMES.items():
                getattr(getattr(layer, ours), part).copy_(weights[f"{prefix}{theirs}.{part}"])


def load_rows(model: ErrandAgent, table: Tensor, contract: Contract, pieces: Pieces) -> None:
    full = full_vocabulary()
    rows = model.rows.weight
    for piece, row in pieces.rows.items():
        rows[row] = table[full[piece]]
    for token in contract.tokens:
        words = pieces.of_text(token.text.replace("_", " ")) or [pieces.unknown]
        noise = torch.randn(model.config.width) * 0.01  # two tokens of one name must not start out equal
        rows[pieces.size + token.id] = rows[words].mean(0) + noise
    copies = model.position.weight[1: model.config.copy + 1]
    rows[pieces.size + contract.size:] = copies


def new_model(contract: Contract, pieces: Pieces, dropout: float = 0.0) -> ErrandAgent:
    model = ErrandAgent(Config(pieces.size, contract.size, contract.copy), dropout)
    load_minilm(model, contract, pieces)
    return model


def new_weights(model: ErrandAgent) -> set[str]:
    """Parameters that MiniLM does not have, which learn faster."""
    return {n for n, _ in model.named_parameters() if n.startswith(("contract_head", "pointer_", "copy_head")) or ".query." in n or ".key_value." in n}


def config_json(config: Config) -> dict:
    return asdict(config)
