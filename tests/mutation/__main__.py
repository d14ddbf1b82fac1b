"""`make mutation`: draw changes by seed, try each, and fail where too many went unnoticed."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Process, Queue
from pathlib import Path

import yaml

from tests.mutation.ground import Lines, Outcome, copied, lines_by_test, tried
from tests.mutation.mutants import Mutant, all_mutants
from tests.project import ROOT

ENOUGH = 0.9
"""So large a share of the changes must be noticed."""
EQUAL = Path(__file__).with_name("ligestillede.yaml")
"""Changes that change nothing, each with the argument for it."""


def drawn(number: int, seed: int, only: Sequence[str]) -> list[Mutant]:
    """Return so many mutants, the same for the same seed; `only` keeps to files that begin with one of these."""
    every = [m for m in all_mutants(ROOT) if not only or m.file.startswith(tuple(only))]
    return sorted(random.Random(seed).sample(every, min(number, len(every))))


def equal_mutants() -> dict[tuple[str, str, str, str], str]:
    """Return the argument of each mutant that is called equal, by file, line of text, and what was changed to what."""
    entries = yaml.safe_load(EQUAL.read_text(encoding="utf-8")) or []
    return {(e["fil"], e["linje"], str(e["fra"]), str(e["til"])): e["hvorfor"] for e in entries}


def _identity(mutant: Mutant) -> tuple[str, str, str, str]:
    text = (ROOT / mutant.file).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
    return mutant.file, text, mutant.before, mutant.after


def _work(jobs: Queue[Mutant | None], answers: Queue[Outcome], lines: Lines) -> None:
    with copied() as project:
        while (mutant := jobs.get()) is not None:
            answers.put(tried(project, mutant, lines))


def run(mutants: Sequence[Mutant], processes: int) -> list[Outcome]:
    """Try the mutants, several at once, and tell each outcome as it comes."""
    with copied() as project:
        lines = lines_by_test(project)
    jobs: Queue[Mutant | None] = Queue()
    answers: Queue[Outcome] = Queue()
    for each in [*mutants, *[None] * processes]:
        jobs.put(each)
    workers = [Process(target=_work, args=(jobs, answers, lines)) for _ in range(processes)]
    for worker in workers:
        worker.start()
    outcomes = []
    for number in range(1, len(mutants) + 1):
        outcome = answers.get()
        outcomes.append(outcome)
        print(f"{number}/{len(mutants)} {'noticed ' if outcome.caught else 'UNNOTICED'} {_told(outcome)}", flush=True)
    for worker in workers:
        worker.join()
    return sorted(outcomes, key=lambda outcome: outcome.mutant)


def _told(outcome: Outcome) -> str:
    m = outcome.mutant
    return f"{m.file}:{m.line} {m.kind}: {m.before!r} -> {m.after!r} {outcome.by}".replace("\n", " ")


def main() -> int:
    """Draw, try and tell; 1 where fewer than `ENOUGH` were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutanter", type=int, default=200)
    parser.add_argument("--froe", type=int, default=1)
    parser.add_argument("--processer", type=int, default=2)
    parser.add_argument("--kun", nargs="*", default=[], help="only files that begin with one of these")
    chosen = parser.parse_args()
    started = time.monotonic()
    outcomes = run(drawn(chosen.mutanter, chosen.froe, chosen.kun), chosen.processer)
    equal = equal_mutants()
    survivors = [outcome for outcome in outcomes if not outcome.caught]
    argued = [outcome for outcome in survivors if _identity(outcome.mutant) in equal]
    open_ones = [outcome for outcome in survivors if outcome not in argued]
    counted = len(outcomes) - len(argued)
    caught = len(outcomes) - len(survivors)
    print(
        f"\nSeed {chosen.froe}: {len(outcomes)} changes, {caught} noticed, {len(argued)} equal, {len(open_ones)} not."
    )
    print(
        "By kind: " + ", ".join(f"{kind} {n}" for kind, n in sorted(Counter(o.mutant.kind for o in outcomes).items()))
    )
    for outcome in open_ones:
        print(f"  {_told(outcome)}")
    print(f"Noticed: {100 * caught / counted:.1f} % in {(time.monotonic() - started) / 60:.0f} min.")
    return 0 if caught >= ENOUGH * counted else 1


if __name__ == "__main__":
    sys.exit(main())
