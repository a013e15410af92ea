#!/bin/bash
# training/lab/five_seeds.sh OUT [TABLES]: the Lab on the issue's tables with seeds 1 to 5, each beside scikit-learn's HistGradientBoosting on the
# same split. Needs a build (npm run build) and training/requirements.txt. About 15 runs of MINUTES (2) and more on the large tables.
set -e
out=${1:?where to write}; tables=${2:-../shared/data/tables}; minutes=${MINUTES:-2}
mkdir -p "$out"
while read -r table target metric more drop; do
  for seed in 1 2 3 4 5; do
    to="$out/$table-$target-$seed"
    [ -f "$to/metrics.json" ] || nice -n 15 npm run -s lab -- --data "$tables/$table.csv" --target "$target" --metric "$metric" ${more//,/ } \
      --minutes "$minutes" --seed "$seed" --out "$to" </dev/null
    nice -n 15 python training/lab/compare.py "$tables/$table.csv" "$target" "$metric" --seed "$seed" ${drop//,/ } \
      </dev/null | tee "$to/compare.txt"
  done
done <<'EOF'
titanic survived accuracy --task,classify --drop,alive
penguins species accuracy --task,classify
mpg mpg rmse --task,regress
california_housing median_house_value rmse --task,regress
metro_traffic traffic_volume mae --task,regress
EOF
# The forecast's hold-out is the last 168 hours whatever the seed, so one run is enough.
to="$out/metro_traffic-forecast"
[ -f "$to/metrics.json" ] || nice -n 15 npm run -s lab -- --data "$tables/metro_traffic.csv" --target traffic_volume --metric mae --task forecast --horizon 168 \
  --minutes "$minutes" --seed 1 --out "$to" </dev/null
python - "$out" <<'EOF'
import json, pathlib, statistics, sys
groups = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*/metrics.json")):
    groups.setdefault(path.parent.name.rsplit("-", 1)[0], []).append(json.loads(path.read_text()))
for name, runs in groups.items():
    gains = [run["holdout"] - run["plain"] for run in runs]
    error = statistics.stdev(gains) / len(gains) ** 0.5 if len(gains) > 1 else float("nan")
    means = {key: round(statistics.mean(run[key] for run in runs), 4) for key in ("baseline", "plain", "holdout", "secondsToFirst", "seconds")}
    print(name, runs[0]["metric"], f"{len(runs)} seeds", means, f"paired against plain {statistics.mean(gains):+.4f} ± {error:.4f}")
EOF
