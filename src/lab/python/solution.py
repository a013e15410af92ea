# part: base
import csv
import json
import math
import os
import random
import re
import sys
from datetime import datetime

import ydf

MISSING = {"", "NA", "N/A", "na", "nan", "NaN", "null", "None", "?"}


def read_table(path, delimiter=",", encoding="utf-8-sig"):
    """Columns by name, each a list of strings; what is missing is the empty string."""
    with open(path, newline="", encoding=encoding) as file:
        reader = csv.reader(file, delimiter=delimiter)
        header = [name.strip() for name in next(reader)]
        rows = [row for row in reader if any(cell.strip() for cell in row)]
    columns = {name: [] for name in header}
    for row in rows:
        for index, name in enumerate(header):
            cell = row[index].strip() if index < len(row) else ""
            columns[name].append("" if cell in MISSING else cell)
    return columns


def write_table(path, columns):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(zip(*columns.values()))


def number(text):
    if isinstance(text, (int, float)):
        return float(text)
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return math.nan


def numbers(values):
    return [number(value) for value in values]


def as_text(value):
    if isinstance(value, float):
        return "" if math.isnan(value) or math.isinf(value) else repr(round(value, 6))
    return str(value)


def pick(columns, indices):
    return {name: [values[i] for i in indices] for name, values in columns.items()}


def add(train, other, name, make):
    """A new column in both tables, from a function of the table."""
    train[name], other[name] = make(train), make(other)


# part: split_codes
def step_split_codes(train, other, target, args):
    """Codes such as B/45/P hold several facts: each part becomes a column."""
    for name in args["columns"]:
        parts = lambda value: [part for part in re.split(r"[/_\-\s.:]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])", value) if part]
        width = min(4, max(len(parts(value)) for value in train[name]))
        for index in range(width):
            def make(table, index=index, name=name):
                return [(parts(value) + [""] * 4)[index] for value in table[name]]
            add(train, other, f"{name}_part{index + 1}", make)
        if args.get("drop"):
            for table in (train, other):
                table.pop(name, None)


# part: names
def step_names(train, other, target, args):
    """The first word of a name that many rows share, such as a make or a title, says more than the whole."""
    for name in args["columns"]:
        def make(table, name=name):
            return [(re.findall(r"[^\W\d_]+", value) or [""])[0].lower() for value in table[name]]
        add(train, other, f"{name}_first", make)


# part: group_size
def step_group_size(train, other, target, args):
    """How many rows share a value. Counted on the training rows only."""
    for name in args["columns"]:
        counts = {}
        for value in train[name]:
            counts[value] = counts.get(value, 0) + 1
        add(train, other, f"{name}_rows", lambda table: [counts.get(value, 0) if value else "" for value in table[name]])


# part: group_target
def step_group_target(train, other, target, args):
    """The target's mean in a group. A row never sees its own target: training rows are done in five parts."""
    values, classes = target_numbers(target)
    for name in args["columns"]:
        for position, label in enumerate(classes):
            y = values[position]
            overall = sum(y) / len(y)
            column = f"{name}_mean" if len(classes) == 1 else f"{name}_mean_{label}"
            def means(rows):
                sums = {}
                for i in rows:
                    total, count = sums.get(train[name][i], (0.0, 0))
                    sums[train[name][i]] = (total + y[i], count + 1)
                return {key: (total + 10 * overall) / (count + 10) for key, (total, count) in sums.items()}
            part = list(range(len(y)))
            random.Random(7).shuffle(part)
            made = [overall] * len(y)
            for k in range(5):
                inside, outside = part[k::5], [i for j in range(5) if j != k for i in part[j::5]]
                known = means(outside)
                for i in inside:
                    made[i] = known.get(train[name][i], overall)
            known = means(range(len(y)))
            train[column] = made
            other[column] = [known.get(value, overall) for value in other[name]]


def target_numbers(target):
    labels = sorted(set(target))
    read = [number(value) for value in target]
    if len(labels) > 12 and not any(math.isnan(value) for value in read):
        return [read], [""]
    shown = labels[1:] if len(labels) == 2 else labels
    return [[1.0 if value == label else 0.0 for value in target] for label in shown], shown


# part: group_numbers
def step_group_numbers(train, other, target, args):
    """A number against the mean of its group."""
    for name, value_name in args["pairs"]:
        sums = {}
        for key, value in zip(train[name], numbers(train[value_name])):
            if not math.isnan(value):
                total, count = sums.get(key, (0.0, 0))
                sums[key] = (total + value, count + 1)
        means = {key: total / count for key, (total, count) in sums.items()}
        def make(table, name=name, value_name=value_name):
            return [value - means.get(key, math.nan) for key, value in zip(table[name], numbers(table[value_name]))]
        add(train, other, f"{value_name}_against_{name}", make)


# part: ratios
def step_ratios(train, other, target, args):
    for above, below in args["pairs"]:
        def make(table, above=above, below=below):
            pairs = zip(numbers(table[above]), numbers(table[below]))
            return [a / b if b not in (0, math.inf) and not math.isnan(b) else math.nan for a, b in pairs]
        add(train, other, f"{above}_per_{below}", make)


# part: diagonals
def step_diagonals(train, other, target, args):
    """Trees cut along the axes only; sums and differences let them cut aslant."""
    for a, b in args["pairs"]:
        spread = []
        for name in (a, b):
            known = [value for value in numbers(train[name]) if not math.isnan(value)]
            mean = sum(known) / len(known)
            spread.append((mean, (sum((value - mean) ** 2 for value in known) / len(known)) ** 0.5 or 1.0))
        def scaled(table, sign, a=a, b=b, spread=spread):
            (ma, sa), (mb, sb) = spread
            return [(x - ma) / sa + sign * (y - mb) / sb for x, y in zip(numbers(table[a]), numbers(table[b]))]
        add(train, other, f"{a}_plus_{b}", lambda table: scaled(table, 1))
        add(train, other, f"{a}_minus_{b}", lambda table: scaled(table, -1))


# part: totals
def step_totals(train, other, target, args):
    names = args["columns"]
    def total(table):
        columns = [numbers(table[name]) for name in names]
        return [sum(value for value in row if not math.isnan(value)) for row in zip(*columns)]
    add(train, other, "total", total)
    add(train, other, "total_is_zero", lambda table: [1.0 if value == 0 else 0.0 for value in total(table)])


# part: missing_flags
def step_missing_flags(train, other, target, args):
    names = args["columns"]
    add(train, other, "missing_count", lambda table: [float(sum(value == "" for value in row)) for row in zip(*(table[name] for name in names))])
    for name in names:
        add(train, other, f"{name}_is_missing", lambda table: [1.0 if value == "" else 0.0 for value in table[name]])


# part: date_parts
def read_moment(text, forms):
    for form in forms:
        try:
            return datetime.strptime(text, form)
        except ValueError:
            pass
    return None


def step_date_parts(train, other, target, args):
    for name in args["columns"]:
        forms = args["forms"][name]
        def parts(table):
            return [read_moment(value, forms) for value in table[name]]
        def part(read, name=name):
            return lambda table: [float(read(moment)) if moment else math.nan for moment in parts(table)]
        days = lambda moment: moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
        for label, read in (
            ("year", lambda m: m.year), ("month", lambda m: m.month), ("day", lambda m: m.day),
            ("weekday", lambda m: m.weekday()), ("hour", lambda m: m.hour), ("days", days),
            ("week_hour", lambda m: m.weekday() * 24 + m.hour), ("year_day", lambda m: m.timetuple().tm_yday),
        ):
            add(train, other, f"{name}_{label}", part(read))
        for table in (train, other):
            table.pop(name)


# part: ordinals
ORDERS = [
    ["none", "very low", "low", "medium", "high", "very high"],
    ["never", "rarely", "sometimes", "often", "always"],
    ["poor", "fair", "average", "good", "excellent"],
    ["xs", "s", "m", "l", "xl", "xxl"],
    ["po", "fa", "ta", "gd", "ex"],
    ["small", "medium", "large"],
    ["first", "second", "third"],
]


def step_ordinals(train, other, target, args):
    for name in args["columns"]:
        seen = {value.lower() for value in train[name] if value}
        order = next((words for words in ORDERS if seen <= set(words)), None)
        if order:
            add(train, other, f"{name}_rank", lambda table: [float(order.index(value.lower())) if value.lower() in order else math.nan for value in table[name]])


# part: interactions
def step_interactions(train, other, target, args):
    for a, b in args["pairs"]:
        add(train, other, f"{a}_and_{b}", lambda table: [f"{x} & {y}" if x and y else "" for x, y in zip(table[a], table[b])])


# part: words
def words_of(text):
    return re.findall(r"[^\W_]{2,}", text.lower())


def step_words(train, other, target, args):
    """Which of the frequent words a text holds, and how long it is."""
    for name in args["columns"]:
        counts = {}
        for value in train[name]:
            for word in set(words_of(value)):
                counts[word] = counts.get(word, 0) + 1
        rows = len(train[name])
        kept = sorted((word for word, count in counts.items() if max(5, rows * 0.01) <= count <= rows * 0.9), key=lambda word: -counts[word])[:60]
        found = {id(table): [set(words_of(value)) for value in table[name]] for table in (train, other)}
        for word in kept:
            add(train, other, f"{name}_has_{word}", lambda table: [1.0 if word in words else 0.0 for words in found[id(table)]])
        add(train, other, f"{name}_length", lambda table: [float(len(value)) for value in table[name]])
        for table in (train, other):
            table.pop(name)


# part: text_vectors
def step_text_vectors(train, other, target, args):
    """Texts along the directions in which their vectors differ most. The app's encoder made them: a text that is not in
    vectors.json, which lies in model.zip, has none."""
    with open("vectors.json", encoding="utf-8") as file:
        known = json.load(file)
    unknown = [math.nan] * args["size"]
    for name in args["columns"]:
        for index in range(args["size"]):
            add(train, other, f"{name}_vector{index + 1}", lambda table: [known.get(text, unknown)[index] for text in table[name]])


# part: lags
def step_lags(train, other, target, args):
    """The target some whole steps ago, never nearer than the horizon, so that it is known when the forecast is made."""
    forms, name, step = args["forms"], args["time"], args["stepSeconds"]
    index = lambda text: round(read_moment(text, forms).timestamp() / step)
    known = {index(text): number(value) for text, value in zip(train[name], target)}
    for lag in args["lags"]:
        add(train, other, f"lag_{lag}", lambda table: [known.get(index(text) - lag, math.nan) for text in table[name]])
    def mean(table, season):
        rows = []
        for text in table[name]:
            at = index(text)
            past = [known[at - k * season] for k in range(1, 9) if k * season >= args["horizon"] and at - k * season in known]
            rows.append(sum(past) / len(past) if past else math.nan)
        return rows
    for season in args["seasons"]:
        add(train, other, f"usual_{season}", lambda table: mean(table, season))


# part: model
def prepare(train, other, target, plan):
    """Both tables with the same new columns. Whatever is learned from rows is learned from the training rows."""
    train, other = dict(train), dict(other)
    for table in (train, other):
        for name in list(table):
            if name not in plan["inputs"]:
                table.pop(name)
    for step, args in plan["steps"]:
        globals()["step_" + step](train, other, target, args)
    for name in plan.get("drop", []):
        train.pop(name, None)
        other.pop(name, None)
    return train, other


def fit(train, target, plan):
    """One model for each seed and kind. Shuffling the rows is what a seed of a forest does here and on a desktop alike."""
    task = ydf.Task.CLASSIFICATION if plan["task"] == "classify" else ydf.Task.REGRESSION
    if plan.get("log"):
        target = [math.log1p(number(value)) for value in target]
    models = []
    for kind, seeds in plan["models"]:
        if kind == "linear":
            models.append((kind, Linear(train, target, plan["classes"])))
            continue
        learner = ydf.RandomForestLearner if kind == "forest" else ydf.GradientBoostedTreesLearner
        for seed in range(seeds):
            order = list(range(len(target)))
            if seed > 0:
                random.Random(seed).shuffle(order)
            columns = {name: [as_text(values[i]) for i in order] for name, values in train.items()}
            columns[TARGET] = [as_text(target[i]) for i in order]
            write_table("fit.csv", columns)
            models.append((kind, learner(label=TARGET, task=task).train("csv:fit.csv")))
    return models


TARGET = "__target__"


def apply(models, other, plan):
    """For numbers a list; for classes a list of probabilities in the order of plan["classes"]. Kinds count alike."""
    columns = {name: [as_text(value) for value in values] for name, values in other.items()}
    columns[TARGET] = [plan["classes"][0] if plan["task"] == "classify" else "0"] * len(next(iter(columns.values())))
    write_table("apply.csv", columns)
    by_kind = {}
    for kind, model in models:
        by_kind.setdefault(kind, []).append(model.predict(other) if kind == "linear" else predicted(model, plan))
    kinds = [average(list_of) for list_of in by_kind.values()]
    result = average(kinds)
    if plan["task"] == "classify":
        return result
    return [math.expm1(row[0]) if plan.get("log") else row[0] for row in result]


def predicted(model, plan):
    rows = model.predict("csv:apply.csv")
    if plan["task"] != "classify":
        return [[float(value)] for value in rows]
    names = model.label_classes()
    if len(names) == 2:
        rows = [[1 - float(p), float(p)] for p in rows]
    at = [names.index(name) if name in names else None for name in plan["classes"]]
    return [[float(row[i]) if i is not None else 0.0 for i in at] for row in rows]


def average(tables):
    return [[sum(values) / len(values) for values in zip(*rows)] for rows in zip(*tables)]


# part: validate
def validate(path, plan, folds):
    """Predictions for each row by models that have not seen it. A fold of -1 is only ever trained on."""
    table = read_table(path)
    target = table[plan["target"]]
    made = [None] * len(target)
    for fold in sorted(set(folds) - {-1}):
        if plan["task"] == "forecast":
            inside = [i for i, of in enumerate(folds) if of < fold]
        else:
            inside = [i for i, of in enumerate(folds) if of != fold]
        outside = [i for i, of in enumerate(folds) if of == fold]
        y = [target[i] for i in inside]
        train, other = prepare(pick(table, inside), pick(table, outside), y, plan)
        models = fit(train, y, plan)
        for i, value in zip(outside, apply(models, other, plan)):
            made[i] = value
        print(f"fold {fold}: {len(inside)} rows learned from, {len(outside)} predicted, {len(train)} columns", flush=True)
    return made


# part: finish
def learn(train_path, plan, **form):
    table = read_table(train_path, **form)
    target = table[plan["target"]]
    known = [i for i, value in enumerate(target) if value != ""]
    return pick(table, known), [target[i] for i in known]


def predict_tables(train_path, paths, plan, **form):
    """Learns from all training rows and predicts each table. Returns the models and the predictions of each."""
    table, target = learn(train_path, plan, **form)
    models, made = None, []
    for path in paths:
        train, other = prepare(table, read_table(path, **form), target, plan)
        models = models or fit(train, target, plan)
        made.append(apply(models, other, plan))
    return models, made


# part: main
if __name__ == "__main__" and len(sys.argv) >= 4:
    # python solution.py train.csv new.csv predictions.csv
    _, (rows,) = predict_tables(sys.argv[1], [sys.argv[2]], PLAN, **FORM)
    with open(sys.argv[3], "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        if PLAN["task"] == "classify":
            writer.writerow(["row", "prediction", *[f"p_{name}" for name in PLAN["classes"]]])
            for index, row in enumerate(rows):
                writer.writerow([index, PLAN["classes"][row.index(max(row))], *row])
        else:
            writer.writerow(["row", "prediction"])
            writer.writerows(enumerate(rows))
