"""Small changes of a text that change no judgement: case, end punctuation, typing errors, a word in front, synonyms."""

from __future__ import annotations

import random
import re

SYNONYMS = {
    "buy": ["get", "purchase", "pick up"], "make": ["create", "produce"], "tell": ["let"], "big": ["large"], "kids": ["children"],
    "children": ["kids"], "house": ["home", "place"], "flat": ["apartment"], "car": ["auto", "vehicle"], "boss": ["manager", "supervisor"],
    "neighbour": ["neighbor", "guy next door"], "mum": ["mom", "mother"], "dad": ["father"], "grandma": ["gran", "nana", "grandmother"],
    "grandpa": ["granddad", "grandfather"], "phone": ["mobile", "smartphone", "cell phone"], "quickly": ["fast"], "steal": ["swipe", "take unlawfully", "nick"],
    "murder": ["kill"], "secretly": ["in secret", "without anyone knowing"], "begin": ["start"], "fix": ["repair", "mend"], "party": ["celebration", "get-together"],
    "film": ["movie"], "movie": ["film"], "cinema": ["movies"], "holiday": ["vacation", "trip"], "shop": ["store"], "colleague": ["coworker", "workmate"],
    "colour": ["color"], "rubbish": ["trash", "garbage"], "cellar": ["basement"], "lift": ["elevator"], "lorry": ["truck"], "money": ["cash"],
    "doctor": ["GP", "physician"], "police": ["cops"], "show": ["display"], "delete": ["remove", "erase"], "angry": ["mad"], "friend": ["mate", "buddy"],
    "everyone": ["everybody"], "euros": ["euro", "dollars", "pounds", "quid"], "wife": ["spouse"], "husband": ["spouse"], "boyfriend": ["partner"], "girlfriend": ["partner"],
}
FRONT = ["pls", "please", "ok", "hey", "hi,", "so,", "and", "also", "btw", "hm,", "right,", "um"]
BACK = ["please", "thanks", "thx", "ok?", "today", "tomorrow", "soon", "asap", "this week", ":)", "!"]
KEYS = {"a": "s", "s": "d", "e": "r", "r": "t", "t": "y", "o": "p", "i": "o", "n": "m", "l": "k", "u": "i", "h": "j", "c": "v", "d": "f", "g": "h"}


def change_case(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.45:
        return text
    if draw < 0.75:
        return text.lower()
    return text[:1].upper() + text[1:]


def mistype(text: str, rng: random.Random) -> str:
    """One slip of the finger in a longer word."""
    places = [m for m in re.finditer(r"[A-Za-z]{5,}", text)]
    if not places:
        return text
    word = rng.choice(places)
    i = rng.randrange(word.start() + 1, word.end() - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:i] + text[i + 1:]
    if kind == 1:
        return text[:i] + text[i] + text[i:]
    if kind == 2:
        return text[:i] + text[i + 1] + text[i] + text[i + 2:]
    return text[:i] + KEYS.get(text[i].lower(), text[i]) + text[i + 1:]


def swap_words(text: str, rng: random.Random) -> str:
    words = [m for m in re.finditer(r"[A-Za-z]+", text) if m[0] in SYNONYMS]
    if not words:
        return text
    word = rng.choice(words)
    return text[: word.start()] + rng.choice(SYNONYMS[word[0]]) + text[word.end():]


def change_ends(text: str, rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.3:
        return f"{rng.choice(FRONT)} {text}"
    if draw < 0.5:
        return f"{text} {rng.choice(BACK)}"
    return text.rstrip(".?!") + rng.choice(["", "", ".", "!"])


def augment(text: str, rng: random.Random) -> str:
    if rng.random() < 0.30:
        text = swap_words(text, rng)
    if rng.random() < 0.10:
        text = mistype(text, rng)
    if rng.random() < 0.18:
        text = change_ends(text, rng)
    return change_case(text, rng)
