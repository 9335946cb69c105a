#!/usr/bin/env bash
# Both sides in one run on one machine: first the PyTorch peer, then this project, joined by name.
# Usage: bench/compare.sh [steps|rules|all] [--threads N] [--runs N] [--cpu] [--peer SCRIPT]
# The peer needs PyTorch for Python (Debian: apt-get install --no-install-recommends python3-torch libopenblas0-openmp; without
# the second package Debian's PyTorch multiplies with a reference BLAS, 20 times slower: an unfair peer). Ratios of an idle
# machine only.
set -euo pipefail
cd "$(dirname "$0")/.."
part=all threads=1 runs=50 cpu= peer=bench/pytorch_peers.py
while [ $# -gt 0 ]; do
  case $1 in
    steps | rules | all) part=$1 && shift ;;
    --threads) threads=$2 && shift 2 ;;
    --runs) runs=$2 && shift 2 ;;
    --cpu) cpu=--cpu && shift ;; # the threads' time at work: for a machine that is not idle, one thread only
    --peer) peer=$2 && shift 2 ;;
    *) sed -n '3p' "$0" >&2 && exit 2 ;;
  esac
done
for python in ${PYTHON:-python3 /usr/bin/python3 ""}; do
  "$python" -c 'import torch' 2>/dev/null && break
done
[ -n "$python" ] || { echo "No Python here has PyTorch; PYTHON=… names another one." >&2; exit 1; }
table=$(mktemp)
trap 'rm -f "$table"' EXIT
dotnet build -c Release bench/ActorLearning.Benchmarks -v quiet -nologo >/dev/null
OMP_NUM_THREADS=$threads "$python" "$peer" "$threads" "$part" $cpu | tee "$table"
echo
dotnet run --no-build -c Release --project bench/ActorLearning.Benchmarks -- \
  peers "$part" --runs "$runs" --threads "$threads" $cpu --beside "$table"
