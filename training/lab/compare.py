"""scikit-learn's HistGradientBoosting on the same hold-out as the Lab's, for docs/lab.md.

python training/lab/compare.py TABLE.csv TARGET METRIC [--seed 1] [--drop alive,class] [--forecast TIME HORIZON]

Needs numpy and scikit-learn. The split is that of src/lab/split.ts: the same generator, the same order.
"""

import argparse
import csv
import math
from datetime import datetime

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor

MISSING = {"", "na", "n/a", "nan", "null", "none", "?"}


def seeded_random(seed):
    state = seed

    def following():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        mixed = ((state ^ (state >> 15)) * (1 | state)) & 0xFFFFFFFF
        mixed = ((mixed + (((mixed ^ (mixed >> 7)) * (61 | mixed)) & 0xFFFFFFFF)) ^ mixed) & 0xFFFFFFFF
        return (mixed ^ (mixed >> 14)) / 4294967296

    return following


def shuffled(items, random):
    mixed = list(items)
    for last in range(len(mixed) - 1, 0, -1):
        other = math.floor(random() * (last + 1))
        mixed[last], mixed[other] = mixed[other], mixed[last]
    return mixed


def holdout_rows(answers, is_class, seed):
    known = [row for row, answer in enumerate(answers) if answer != ""]
    groups = {}
    for row in known:
        groups.setdefault(answers[row] if is_class else "", []).append(row)
    random = seeded_random(seed)
    return {row for rows in groups.values() for row in shuffled(rows, random)[: math.floor(len(rows) / 5 + 0.5)]}


def number(text):
    try:
        return float(text)
    except ValueError:
        return math.nan


def encode(name, cells):
    """Numbers as they are, dates as parts, the rest as numbers of categories, most frequent first."""
    known = [cell for cell in cells if cell != ""]
    if all(not math.isnan(number(cell)) for cell in known):
        return [(name, [number(cell) for cell in cells], False)]
    try:
        moments = [datetime.fromisoformat(cell) for cell in cells]
        parts = {"year": "%Y", "month": "%m", "weekday": "%w", "hour": "%H", "yearday": "%j"}
        return [(f"{name}_{part}", [float(moment.strftime(form)) for moment in moments], False) for part, form in parts.items()]
    except ValueError:
        pass
    ranked = sorted(set(known), key=lambda value: -known.count(value))[:250]
    codes = {value: float(index) for index, value in enumerate(ranked)}
    return [(name, [codes.get(cell, math.nan) for cell in cells], len(ranked) < 250)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("target")
    parser.add_argument("metric", choices=["accuracy", "rmse", "mae"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drop", default="")
    args = parser.parse_args()
    with open(args.table, newline="", encoding="utf-8-sig") as file:
        header, *rows = csv.reader(file)
    columns = {name: ["" if row[i].strip().lower() in MISSING else row[i].strip() for row in rows] for i, name in enumerate(header)}
    answers = columns.pop(args.target)
    for name in filter(None, args.drop.split(",")):
        columns.pop(name)
    is_class = args.metric == "accuracy"
    apart = holdout_rows(answers, is_class, args.seed)
    encoded = [part for name, cells in columns.items() for part in encode(name, cells)]
    x = np.array([values for _, values, _ in encoded]).T
    y = np.array(answers) if is_class else np.array([number(answer) for answer in answers])
    train = [row for row, answer in enumerate(answers) if answer != "" and row not in apart]
    test = sorted(apart)
    learner = HistGradientBoostingClassifier if is_class else HistGradientBoostingRegressor
    model = learner(categorical_features=[is_category for _, _, is_category in encoded], random_state=args.seed)
    made = model.fit(x[train], y[train]).predict(x[test])
    error = y[test] != made if is_class else made - y[test]
    score = {"accuracy": lambda: 1 - error.mean(), "mae": lambda: abs(error).mean(), "rmse": lambda: (error**2).mean() ** 0.5}
    print(f"{args.table} {args.target} seed {args.seed}: {args.metric} {score[args.metric]():.4f} on {len(test)} rows")


if __name__ == "__main__":
    main()
