"""The table of docs/lab.md from what five_seeds.sh has run: means over the seeds, and paired differences with their standard error.

python training/lab/summary.py OUT
"""

import json
import re
import statistics
import sys
from pathlib import Path


def paired(runs: list[dict], other: str) -> str:
    """The Lab's score less the other's, hold-out by hold-out."""
    gains = [run["holdout"] - run[other] for run in runs if run.get(other) is not None]
    if not gains:
        return "–"
    error = f" ± {statistics.stdev(gains) / len(gains) ** 0.5:.4g}" if len(gains) > 1 else ""
    return f"{statistics.mean(gains):+.4g}{error}"


def read_runs(folder: Path) -> dict[str, list[dict]]:
    groups: dict[str, list[dict]] = {}
    for path in sorted(folder.glob("*/metrics.json")):
        run = json.loads(path.read_text())
        compared = folder / f"{path.parent.name}.compare"
        found = re.search(r": \w+ ([\d.]+) on", compared.read_text()) if compared.exists() else None
        run["histgb"] = float(found[1]) if found else None
        groups.setdefault(path.parent.name.rsplit("-", 1)[0], []).append({**run, "seed": path.parent.name.rsplit("-", 1)[1]})
    return groups


def main() -> None:
    print("| table / target | metric | seeds | guess | plain ydf | HistGB | Lab | Lab less plain | Lab less HistGB | first model | whole run |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for name, runs in read_runs(Path(sys.argv[1])).items():
        mean = lambda key: "–" if any(run.get(key) is None for run in runs) else f"{statistics.mean(run[key] for run in runs):.4g}"
        first = [run["secondsToFirst"] for run in runs]
        seeds = ", ".join(run["seed"] for run in runs)
        cells = [name, runs[0]["metric"], seeds, *map(mean, ("baseline", "plain", "histgb", "holdout")), paired(runs, "plain"), paired(runs, "histgb")]
        print("|", " | ".join(cells), "|", f"{min(first):.1f}–{max(first):.1f} s", "|", f"{mean('seconds')} s |")


if __name__ == "__main__":
    main()
