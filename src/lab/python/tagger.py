"""Tags named entities in new sentences with the weights in model.zip.

Needs: pip install numpy, and where the plan uses vectors also onnxruntime and tokenizers, with the folder of the encoder
       (model.onnx and tokenizer.json of errand-guard, as the app serves them) named in ENCODER.
Run:   python solution.py new.jsonl tagged.jsonl   (in the folder in which model.zip was unpacked)
       Each line of new.jsonl is {"tokens": ["Ann", "sings"]}.
"""
import json
import os
import re
import sys
import unicodedata

import numpy as np

TAGGER = None
LABELS, PLAN = TAGGER["labels"], TAGGER["plan"]
ENCODER = os.environ.get("ENCODER", "errand-guard")
ROWS = 2 ** 18
STATE = "layers.3.norm2_norm"


def kind(letter, *kinds):
    return unicodedata.category(letter).startswith(kinds)


def shape_of(token):
    shape, run = "", 0
    for letter in token:
        made = "X" if kind(letter, "Lu") else "x" if kind(letter, "L") else "9" if kind(letter, "N") else letter
        run = run + 1 if shape.endswith(made) else 1
        if run <= 3:
            shape += made
        if len(shape) >= 12:
            break
    return shape


def kind_of(token):
    if re.match(r"https?:|www\.", token, re.I):
        return "address"
    if re.match(r"@.", token):
        return "handle"
    if re.match(r"#.", token):
        return "hashtag"
    if token and all(kind(letter, "P", "S") for letter in token):
        return "mark"
    return "number" if re.fullmatch(r"[0-9.,:]+", token) else "word"


def mood_of(tokens):
    words = [token for token in tokens if len(token) > 1 and kind(token[0], "L") and kind(token[1], "L")]
    share = lambda test: sum(map(test, words)) / max(1, len(words))
    if share(lambda word: all(kind(letter, "Lu") for letter in word)) > 0.6:
        return "shouted"
    capitals = share(lambda word: kind(word[0], "Lu"))
    return "titled" if capitals > 0.6 else "lower" if capitals == 0 else "mixed"


def row_of(name):
    """FNV-1a of the name's UTF-16 units."""
    units = np.frombuffer(name.encode("utf-16-le", "surrogatepass"), dtype="<u2")
    hashed = 0x811C9DC5
    for unit in units.tolist():
        hashed = ((hashed ^ unit) * 0x01000193) & 0xFFFFFFFF
    return hashed % ROWS


def features_of(tokens):
    has = PLAN["groups"].__contains__
    lower, shapes, mood = [token.lower() for token in tokens], [shape_of(token) for token in tokens], mood_of(tokens)
    at = lambda values, place: values[place] if 0 <= place < len(values) else "<s>" if place < 0 else "</s>"
    made = []
    for t, token in enumerate(tokens):
        word, shape = lower[t], shapes[t]
        names = ["one"]
        if has("words"):
            names.append(f"w={word}")
        if has("shapes"):
            names += [f"s={shape}", f"f={'first' if t == 0 else 'later'}|{shape}", f"k={kind_of(token)}"]
            names += [f"s-={at(shapes, t - 1)}|{shape}", f"s+={shape}|{at(shapes, t + 1)}"]
            names.append(f"s±={at(shapes, t - 1)}|{shape}|{at(shapes, t + 1)}")
        if has("affixes"):
            for length in range(1, 5):
                if len(word) > length:
                    names += [f"p={word[:length]}", f"e={word[-length:]}"]
        if has("neighbours"):
            names += [f"{step}={at(lower, t + step)}" for step in (-2, -1, 1, 2)]
            names += [f"-|={at(lower, t - 1)}|{word}", f"|+={word}|{at(lower, t + 1)}"]
            names += [f"--={at(lower, t - 2)}|{at(lower, t - 1)}", f"++={at(lower, t + 1)}|{at(lower, t + 2)}"]
        if has("sentence"):
            names += [f"m={mood}|{shape}", f"m={mood}", f"m={mood}|{at(shapes, t - 1)}|{shape}"]
        made.append([row_of(name) for name in names])
    return made


def load(name, columns):
    return np.fromfile(name, dtype="<f4").reshape(-1, columns)


class Encoder:
    """Token vectors of the fourth layer, the mean over a token's word pieces."""

    def __init__(self, folder):
        import onnxruntime
        from tokenizers import Tokenizer

        self.pieces = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        with open(os.path.join(folder, "model.onnx"), "rb") as file:
            model = file.read()
        # What follows a protobuf message under the number of its graph is merged into that graph: one more output.
        name = STATE.encode()
        output = b"\x0a" + bytes([len(name)]) + name + b"\x12\x04\x0a\x02\x08\x01"
        graph = b"\x62" + bytes([len(output)]) + output
        self.session = onnxruntime.InferenceSession(model + b"\x3a" + bytes([len(graph)]) + graph)

    def vectors(self, tokens):
        start, end = self.pieces.token_to_id("[CLS]"), self.pieces.token_to_id("[SEP]")
        cut = [self.pieces.encode(token, add_special_tokens=False).ids[:16] or self.pieces.encode("?", add_special_tokens=False).ids for token in tokens]
        made, at = [], 0
        while at < len(cut):
            ids, spans = [start], []
            while at < len(cut) and len(ids) - 1 + len(cut[at]) <= 100:
                spans.append((len(ids), len(ids) + len(cut[at])))
                ids += cut[at]
                at += 1
            row = np.array([ids + [end]], dtype=np.int64)
            inputs = {"input_ids": row, "attention_mask": np.ones_like(row), "token_type_ids": np.zeros_like(row)}
            (states,) = self.session.run([STATE], inputs)
            made += [states[0, a:b].mean(0) for a, b in spans]
        return np.array(made)


def tag(tokens, weights, encoder):
    if not tokens:
        return []
    scores = np.array([weights["sparse"][rows].sum(0) for rows in features_of(tokens)])
    if encoder:
        spread = (encoder.vectors(tokens) - weights["mean"]) / weights["deviation"]
        scores = scores + np.clip(np.round(spread * 32), -127, 127) / 32 @ weights["dense"]
    scores[:, 0] -= PLAN["eagerness"]
    allowed = np.array([[not label.startswith("I-") or before[1:] == label[1:] for label in LABELS] for before in [*LABELS, "O"]])
    steps = np.where(allowed, weights["steps"], -np.inf)
    best, came = scores[0] + steps[-1], []
    for row in scores[1:]:
        through = best[:, None] + steps[:-1]
        came.append(through.argmax(0))
        best = through.max(0) + row
    path = [int(best.argmax())]
    for before in reversed(came):
        path.append(int(before[path[-1]]))
    return [LABELS[place] for place in reversed(path)]


if __name__ == "__main__" and len(sys.argv) >= 3:
    weights = {"sparse": load("sparse.f32", len(LABELS)), "steps": load("steps.f32", len(LABELS))}
    encoder = None
    if PLAN["vectors"]:
        weights |= {"dense": load("dense.f32", len(LABELS)), "mean": load("mean.f32", 1)[:, 0], "deviation": load("deviation.f32", 1)[:, 0]}
        encoder = Encoder(ENCODER)
    with open(sys.argv[1], encoding="utf-8") as file, open(sys.argv[2], "w", encoding="utf-8") as out:
        for line in file:
            if line.strip():
                tokens = json.loads(line)["tokens"]
                out.write(json.dumps({"tokens": tokens, "tags": tag(tokens, weights, encoder)}, ensure_ascii=False) + "\n")
