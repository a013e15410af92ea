#!/bin/bash
# training/lab/five_seeds.sh OUT [TABLES]: the Lab on the issue's tables with seeds 1 to 5, each beside scikit-learn's HistGradientBoosting on the
# same split. Needs a build (npm run build) and training/requirements.txt. What OUT holds already is not run again.
#   SEEDS="1 2 3"  other seeds · ONLY=titanic  one table · MINUTES=1  the time of a run's rounds · SUMMARY=1  only the table of what is there
set -e
out=${1:?where to write}; tables=${2:-../shared/data/tables}; minutes=${MINUTES:-2}; here=$(dirname "$0")
mkdir -p "$out"
# More threads than free cores wait for each other for minutes.
export OMP_NUM_THREADS=1
# metrics.json comes last, so that a broken run is run again.
lab() { [ -f "$to/metrics.json" ] || nice -n "${NICE:-15}" npm run -s lab -- "$@" --minutes "$minutes" --out "$to" </dev/null || echo "$to failed" >&2; }
[ -n "$SUMMARY" ] || while read -r table target metric more drop; do
  [ -z "$ONLY" ] || [ "$ONLY" = "$table" ] || continue
  for seed in ${SEEDS:-1 2 3 4 5}; do
    to="$out/$table-$target-$seed"
    lab --data "$tables/$table.csv" --target "$target" --metric "$metric" ${more//,/ } --seed "$seed"
    [ -s "$out/$table-$target-$seed.compare" ] || python "$here/compare.py" "$tables/$table.csv" "$target" "$metric" --seed "$seed" ${drop//,/ } \
      </dev/null >"$out/$table-$target-$seed.compare"
  done
done <<'TABLES'
titanic survived accuracy --task,classify --drop,alive
penguins species accuracy --task,classify
mpg mpg rmse --task,regress
california_housing median_house_value rmse --task,regress
metro_traffic traffic_volume mae --task,regress
TABLES
# The forecast's hold-out is the last 168 hours whatever the seed, so one run is enough.
to="$out/metro_traffic-forecast-1"
[ -n "$SUMMARY$ONLY" ] || lab --data "$tables/metro_traffic.csv" --target traffic_volume --metric mae --task forecast --horizon 168 --seed 1
python "$here/summary.py" "$out"
