"""Chooses the sentences of a document that lie nearest to all others, after e-mail addresses, links and telephone numbers
are masked.

Needs: pip install numpy onnxruntime tokenizers, and the folder of the encoder (model.onnx and tokenizer.json of
       errand-guard, as the app serves them) named in ENCODER. The app masks names as well: give it the masked text.
Run:   python solution.py document.txt
"""
import json
import os
import re
import sys

import numpy as np

PLAN = None
ENCODER = os.environ.get("ENCODER", "errand-guard")
CONTACTS = [
    ("email", r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+"),
    ("link", r"(?:https?://|www\.)\S+"),
    ("phone", r"(?<![\w.-])(?:\+|00)?\(?\d[\d\s()./-]{6,18}\d(?!\w)"),
]


def sentences_of(text):
    """Sentences with their places in their paragraphs."""
    made = []
    for block in re.split(r"\n\s*\n", text):
        place = 0
        for sentence in re.split(r"(?<=[.!?])\s+|\n\s*(?:[-*•]|\d{1,2}[.)])\s+", " ".join(block.split(" "))):
            sentence = " ".join(sentence.split())
            if 4 <= len(sentence.split()) <= 80:
                made.append((sentence, place))
                place += 1
    return made


def vectors_of(texts, folder):
    import onnxruntime
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"))
    start, end = pieces.token_to_id("[CLS]"), pieces.token_to_id("[SEP]")
    made = []
    for text in texts:
        ids = pieces.encode(text, add_special_tokens=False).ids
        states = []
        for at in range(0, max(1, len(ids)), 100):
            row = np.array([[start, *ids[at:at + 100], end]], dtype=np.int64)
            inputs = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
            states.append(session.run(["sentence_vector"], inputs)[0][0])
        made.append(np.mean(states, axis=0))
    made = np.array(made)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def ranks_of(near):
    """LexRank: where a reader who goes on to a near sentence each time would be found most often."""
    size = len(near)
    links = np.where(near > near.sum() / max(1, size * (size - 1)), near, 0)
    links = links / np.maximum(links.sum(1, keepdims=True), 1e-9)
    rank = np.full(size, 1 / size)
    for _ in range(50):
        rank = 0.15 / size + 0.85 * rank @ links
    return rank


def choose(near, places):
    prior = 1 / (1 + 0.25 * places) if PLAN["position"] else np.ones(len(near))
    worth = ranks_of(near) if PLAN["by"] == "rank" else near.mean(1)
    chosen = []
    while len(chosen) < min(PLAN["count"], len(near)):
        nearest = near[:, chosen].max(1) if chosen else np.zeros(len(near))
        covered = np.where(np.isin(np.arange(len(near)), chosen), 1, nearest)
        if PLAN["by"] == "adds":
            value = (np.maximum(0, near - covered[None, :]) * prior[None, :]).sum(1)
        else:
            value = worth * prior
        value = value * (1 - PLAN["apart"] * nearest)
        value[chosen] = -np.inf
        chosen.append(int(value.argmax()))
    return sorted(chosen)


if __name__ == "__main__" and len(sys.argv) >= 2:
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    for kind, pattern in CONTACTS:
        text = re.sub(pattern, f"[{kind}]", text)
    sentences = sentences_of(text)
    vectors = vectors_of([sentence for sentence, _ in sentences], ENCODER)
    near = np.maximum(0, vectors @ vectors.T)
    np.fill_diagonal(near, 0)
    for at in choose(near, np.array([place for _, place in sentences], dtype=float)):
        print(sentences[at][0])
