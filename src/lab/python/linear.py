# part: linear
try:
    from math import sumprod as dot
except ImportError:  # before Python 3.12
    from operator import mul

    def dot(a, b):
        return sum(map(mul, a, b))


class Linear:
    """Numbers in proportion and categories as yes or no: ridge regression, or softmax for classes. How much the weights
    are held back is chosen on a fifth of the rows."""

    MOST_COLUMNS, MOST_CATEGORIES, MOST_CELLS, ROWS_FOR_PENALTY = 150, 30, 700_000, 1_500
    PENALTIES = (100.0, 30.0, 10.0, 3.0, 1.0, 0.3)

    def __init__(self, columns, target, classes):
        self.classes = classes
        order = list(range(len(target)))
        random.Random(11).shuffle(order)
        # Python alone is slow: a wide table of many classes is learned from fewer rows.
        width = min(self.MOST_COLUMNS, sum(len(self.describe(*column)) for column in columns.items()) + 1)
        order = order[: max(1_000, self.MOST_CELLS // (width * max(1, len(classes))))]
        part = pick(columns, order)
        answers = [[1.0 if target[i] == name else 0.0 for i in order] for name in classes] or [[number(target[i]) for i in order]]
        self.features = [feature for name, values in part.items() for feature in self.describe(name, values)]
        wide = self.encode(part)
        if len(self.features) > self.MOST_COLUMNS:
            use = [max(abs(dot(values, y) - sum(values) * sum(y) / len(y)) for y in answers) for values in wide[:-1]]
            kept = sorted(sorted(range(len(use)), key=lambda j: -use[j])[: self.MOST_COLUMNS])
            self.features, wide = [self.features[j] for j in kept], [*(wide[j] for j in kept), wide[-1]]
        cut = max(1, min(len(order), self.ROWS_FOR_PENALTY) // 5)
        some, seen = slice(cut, self.ROWS_FOR_PENALTY), slice(cut)
        learn = self.softmax if classes else self.ridge
        penalty = learn([values[some] for values in wide], [y[some] for y in answers], [values[seen] for values in wide], [y[seen] for y in answers])
        self.weights = learn(wide, answers, penalty=penalty)
        self.range = None if classes else (min(answers[0]), max(answers[0]))

    def describe(self, name, values):
        """What becomes of a column: a number with its middle and spread, whether it is missing, or some of its categories."""
        known = [value for value in values if not self.is_missing(value)]
        read = numbers(known)
        found = []
        if known and len(known) < 0.99 * len(values):
            found.append(("missing", name, 0, 0, False))
        if known and not any(math.isnan(value) or math.isinf(value) for value in read):
            mean, spread = self.moments(read)
            if spread == 0:
                return found
            third = sum(((value - mean) / spread) ** 3 for value in read) / len(read)
            is_long = third > 2 and min(read) > -1
            if is_long:
                mean, spread = self.moments([math.log1p(value) for value in read])
            return [*found, ("number", name, mean, spread, is_long)]
        counts = {}
        for value in known:
            counts[value] = counts.get(value, 0) + 1
        frequent = sorted((value for value in counts if counts[value] >= 5), key=lambda value: -counts[value])[: self.MOST_CATEGORIES]
        return found + [("is", name, value, 0, False) for value in frequent]

    @staticmethod
    def moments(values):
        mean = sum(values) / len(values)
        return mean, (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5

    @staticmethod
    def is_missing(value):
        return math.isnan(value) if isinstance(value, float) else value == ""

    def encode(self, columns):
        """One list a feature, and the last of ones. What lies far outside is drawn in, so that no row is predicted wildly."""
        made, read = [], {}
        for kind, name, middle, spread, is_long in self.features:
            values = columns[name]
            if kind == "missing":
                made.append([1.0 if self.is_missing(value) else 0.0 for value in values])
            elif kind == "is":
                made.append([1.0 if value == middle else 0.0 for value in values])
            else:
                row = read.setdefault(name, numbers(values))
                if is_long:
                    row = [math.log1p(value) if value > -1 else math.nan for value in row]
                scaled = [(value - middle) / spread for value in row]
                made.append([0.0 if math.isnan(value) else max(-4.0, min(4.0, value)) for value in scaled])
        return [*made, [1.0] * len(next(iter(columns.values())))]

    def ridge(self, x, answers, unseen=None, seen=None, penalty=None):
        """The weights, or with unseen rows the penalty that predicts them best."""
        (y,) = answers
        gram, moment = self.products(x), [dot(a, y) for a in x]
        solved = lambda held: [self.solve(self.factor(gram, held), moment)]
        if unseen is None:
            return solved(penalty)
        losses = {}
        for each in self.PENALTIES:
            made = self.scores(unseen, solved(each))
            losses[each] = sum((row[0] - value) ** 2 for row, value in zip(made, seen[0]))
        return min(losses, key=losses.get)

    @staticmethod
    def products(x):
        return [[dot(a, b) for b in x[: i + 1]] for i, a in enumerate(x)]

    @staticmethod
    def factor(gram, penalty, share=1.0):
        """Cholesky's, by rows; the column of ones, the last, is not held back."""
        lower = []
        for i, products in enumerate(gram):
            row = []
            for j in range(i):
                row.append((share * products[j] - dot(row, lower[j][:j])) / lower[j][j])
            held = penalty if i < len(gram) - 1 else 0.0
            row.append(math.sqrt(max(1e-9, share * products[i] + held + 1e-9 - dot(row, row))))
            lower.append(row)
        return lower

    @staticmethod
    def solve(lower, moment):
        half = []
        for row, value in zip(lower, moment):
            half.append((value - dot(row[:-1], half)) / row[-1])
        made = half
        for i in reversed(range(len(made))):
            made[i] /= lower[i][i]
            made[:i] = [value - made[i] * factor for value, factor in zip(made[:i], lower[i])]
        return made

    @staticmethod
    def scores(x, weights):
        """For each row one number a list of weights."""
        rows = list(zip(*x))
        return [[dot(row, each) for each in weights] for row in rows]

    def shares(self, x, weights):
        made = []
        for row in self.scores(x, weights):
            top = max(row)
            raised = [math.exp(value - top) for value in row]
            total = sum(raised)
            made.append([value / total for value in raised])
        return made

    def softmax(self, x, answers, unseen=None, seen=None, penalty=None):
        """As ridge, for classes: from the strongest penalty to the weakest, each going on from the one before."""
        weights, gram = [[0.0] * len(x) for _ in answers], self.products(x)
        if unseen is None:
            return self.descend(x, answers, gram, weights, penalty / 2, 18)
        best = (math.inf, self.PENALTIES[0])
        for each in self.PENALTIES:
            weights = self.descend(x, answers, gram, weights, each / 2, 6)
            made = self.shares(unseen, weights)
            loss = -sum(math.log(max(1e-9, p)) for k, y in enumerate(seen) for p, value in zip((row[k] for row in made), y) if value)
            if loss >= best[0]:
                break
            best = (loss, each)
        return best[1]

    def descend(self, x, answers, gram, weights, penalty, steps):
        """L-BFGS on the log loss, in the measure of the columns' products."""
        size = len(x)
        flat = [value for each in weights for value in each]
        kept, lower = [], self.factor(gram, penalty, 0.15)
        split = lambda values: [values[k * size : (k + 1) * size] for k in range(len(answers))]

        def measure(values):
            each = split(values)
            made = list(zip(*self.shares(x, each)))
            loss = -sum(math.log(max(1e-12, p)) for y, ps in zip(answers, made) for p, value in zip(ps, y) if value)
            slope = []
            for y, ps, own in zip(answers, made, each):
                off = [p - value for p, value in zip(ps, y)]
                slope += [dot(column, off) + penalty * w for column, w in zip(x[:-1], own)] + [sum(off)]
                loss += penalty / 2 * dot(own[:-1], own[:-1])
            return loss, slope

        loss, slope = measure(flat)
        for _ in range(steps):
            way, used = slope, []
            for s, y, rho in reversed(kept):
                a = rho * dot(s, way)
                used.append(a)
                way = [w - a * v for w, v in zip(way, y)]
            way = [value for each in split(way) for value in self.solve(lower, each)]
            for (s, y, rho), a in zip(kept, reversed(used)):
                b = rho * dot(y, way)
                way = [w + (a - b) * v for w, v in zip(way, s)]
            falls, step = dot(slope, way), 1.0
            while True:
                moved = [w - step * v for w, v in zip(flat, way)]
                after, next_slope = measure(moved)
                if after <= loss - 1e-4 * step * falls or step < 1e-6:
                    break
                step /= 2
            s, y = [b - a for a, b in zip(flat, moved)], [b - a for a, b in zip(slope, next_slope)]
            if dot(s, y) > 1e-12:
                kept = [*kept, (s, y, 1 / dot(s, y))][-8:]
            done = loss - after < 1e-4 * abs(loss)
            flat, loss, slope = moved, after, next_slope
            if done:
                break
        return split(flat)

    def predict(self, columns):
        x = self.encode(columns)
        if self.classes:
            return self.shares(x, self.weights)
        low, high = self.range
        room = (high - low) / 2
        return [[max(low - room, min(high + room, value))] for (value,) in self.scores(x, self.weights)]

    def variable_importances(self):
        found = {}
        for j, (_, name, *_rest) in enumerate(self.features):
            found[name] = found.get(name, 0.0) + sum(abs(each[j]) for each in self.weights)
        return {"SUM_SCORE": sorted(((value, name) for name, value in found.items()), reverse=True)}

    def save(self, path):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(f"{path}.json", "w", encoding="utf-8") as file:
            json.dump({"classes": self.classes, "features": self.features, "weights": self.weights}, file)
