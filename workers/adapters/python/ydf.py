"""The names of PyPI's `ydf`, over the library's build for the web, so that one script runs here and on a desktop.

Data is a path, "csv:train.csv". The build for the web takes no hyper-parameters; those that a script gives are named on
stderr and left out. Predictions are lists where the desktop's are numpy arrays.
"""

import enum as _enum
import json as _json
import os as _os
import re as _re
import sys as _sys

import _errand_forests


class Task(_enum.Enum):
    CLASSIFICATION = "CLASSIFICATION"
    REGRESSION = "REGRESSION"


def verbose(level=2):
    """Nothing is said here at any level."""
    return level


def _path(data):
    if not isinstance(data, str):
        raise ValueError('Give the data as a path such as "csv:train.csv".')
    name = data.removeprefix("csv:")
    if not _os.path.exists(name):
        raise ValueError(f"There is no file {name}.")
    return _os.path.abspath(name)


class _Model:
    def __init__(self, handle, task, label):
        self._handle, self._task, self._label = handle, task, label
        self._classes = _json.loads(_errand_forests.classes(handle))

    def __del__(self):
        try:
            _errand_forests.unload(self._handle)
        except Exception:
            pass

    def task(self):
        return self._task

    def label(self):
        return self._label

    def label_classes(self):
        return list(self._classes)

    def input_feature_names(self):
        return _json.loads(_errand_forests.features(self._handle))

    def predict(self, data):
        """A number a row; for two classes the probability of the second; for more a list of probabilities a row."""
        flat = list(_errand_forests.predict(self._handle, _path(data)).to_py())
        width = len(self._classes)
        if self._task is not Task.CLASSIFICATION or width <= 2:
            return flat
        return [flat[at : at + width] for at in range(0, len(flat), width)]

    def describe(self, output_format="text", full_details=False):
        return _errand_forests.describe(self._handle)

    def variable_importances(self):
        """For each measure, pairs of importance and column, the most important first."""
        found, measure = {}, None
        for line in self.describe().splitlines():
            head = _re.match(r"Variable Importance: (\w+)", line)
            entry = _re.match(r'\s*\d+\.\s+"(.*)"\s+([-+.\deE]+)', line)
            if head:
                measure = found.setdefault(head.group(1), [])
            elif entry and measure is not None:
                measure.append((float(entry.group(2)), entry.group(1)))
            elif line.strip() == "":
                pass
        return found

    def save(self, path):
        _errand_forests.save(self._handle, _os.path.abspath(path))


class _Learner:
    _kind = ""

    def __init__(self, label, task=Task.CLASSIFICATION, **hyper_parameters):
        self._label, self._task = label, task
        if hyper_parameters:
            print(f"ydf: left out here: {', '.join(sorted(hyper_parameters))}", file=_sys.stderr)

    def train(self, ds):
        if self._task not in (Task.CLASSIFICATION, Task.REGRESSION):
            raise ValueError("Here a task is CLASSIFICATION or REGRESSION.")
        handle = _errand_forests.train(self._kind, _path(ds), self._label, self._task.value)
        return _Model(handle, self._task, self._label)


class GradientBoostedTreesLearner(_Learner):
    _kind = "GRADIENT_BOOSTED_TREES"


class RandomForestLearner(_Learner):
    _kind = "RANDOM_FOREST"
