"""Draw faults by seed, try each, and tell what was caught: `make mutation MUTANTER=40 FROE=7 RUM=data/sql`."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass, fields, replace
from hashlib import sha256
from pathlib import Path
from queue import Queue

from tests.mutation import equal, python_code, reach
from tests.mutation.mutant import Mutant
from tests.mutation.trial import GOLDEN, SUITES, Copy, Outcome
from tests.project import ROOT

DEMANDED = 90
"""Per cent of the faults that the tests must catch."""


@dataclass(frozen=True)
class Tried:
    """A fault and what came of it; `argument` says why it is equal, where it is called that."""

    mutant: Mutant
    outcome: Outcome
    argument: str | None


def pool(parts: Sequence[str]) -> list[Mutant]:
    """Return every fault that can be made in these folders or files."""
    files = {
        file
        for part in parts
        for file in ([ROOT / part] if (ROOT / part).is_file() else (ROOT / part).rglob("*"))
        if file.suffix in {".py", ".sql"} and file.is_file()
    }
    return [
        mutant
        for file in sorted(files)
        for mutant in python_code.of(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    ]


def draw(everything: Sequence[Mutant], seed: int, count: int) -> list[Mutant]:
    """
    Return so many of the faults, each as likely as the next, the same for a seed.

    What is drawn of a file stays drawn when another file changes, so that what slipped through can be tried again
    beside new tests.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    lots = []
    for mutant in everything:
        known_by = (mutant.path, mutant.text, mutant.change)
        seen[known_by] += 1
        lots.append((sha256(repr((seed, *known_by, seen[known_by])).encode()).digest(), mutant))
    return [mutant for _, mutant in sorted(lots)[:count]]


class Run:
    """The copies of the project, what is known of the tests, and which of them have caught something."""

    def __init__(self, folder: Path, processes: int) -> None:
        self.folder, self.processes = folder, processes
        self.caught_by: Counter[tuple[str, str]] = Counter()
        self.copies: Queue[Copy] = Queue()
        database = folder / "database"
        for number in range(processes):
            (folder / str(number)).mkdir()
            self.copies.put(Copy(folder / str(number), database))
        self.reach = self._run_all()
        self.known = sorted(self.reach.seconds)
        subprocess.run(
            [sys.executable, "-m", "data", "byg"],
            cwd=folder / "0" / "projekt",
            env={**os.environ, "KKR_DATABASE_MAPPE": str(database), "KKR_EGNE_TABELLER": str(folder / "ingen")},
            check=True,
            capture_output=True,
        )

    def _run_all(self) -> reach.Reach:
        """Run all tests once, without a fault: they must pass, and what each comes by is written down."""
        told = self.folder / "raekkevidde"
        told.mkdir()
        copy = self.copies.get()
        arguments = [
            "-p",
            "tests.mutation.reach",
            "-p",
            "tests.mutation.trial",
            "--tb=short",
            "-n",
            str(self.processes),
        ]
        ended, output = copy.run([*arguments, *SUITES], {reach.FOLDER: str(told)}, 3600)
        self.copies.put(copy)
        if ended != 0:
            raise SystemExit(f"Testene skal være grønne uden fejl i koden:\n{output[-6000:]}")
        return reach.read(told)

    def try_out(self, mutant: Mutant) -> Outcome:
        """Run the tests that may notice a fault, those that are likeliest and quickest first."""
        tests = sorted(self.reach.tests(mutant.path, mutant.line), key=lambda test: self._expected(mutant.path, test))
        patience = 120 + 4 * sum(self.reach.seconds.get(test, 0) for test in tests)
        copy = self.copies.get()
        try:
            outcome = copy.try_out(mutant, tests, self.known, patience)
            if not outcome.caught:
                golden = copy.try_out(mutant, GOLDEN, self.known, patience)
                outcome = replace(outcome, golden=golden.caught, seconds=outcome.seconds + golden.seconds)
        finally:
            self.copies.put(copy)
        self.learn(mutant, outcome)
        return outcome

    def learn(self, mutant: Mutant, outcome: Outcome) -> None:
        """Remember which file of tests has caught a fault of this folder: it is likely to catch the next one too."""
        if outcome.caught and "::" in outcome.by:
            self.caught_by[_folder(mutant.path), outcome.by.split("::")[0].split()[-1]] += 1

    def _expected(self, path: str, test: str) -> tuple[int, float]:
        return -self.caught_by[_folder(path), test.split("::")[0]], self.reach.seconds.get(test, 0)


def tried(run: Run, drawn: Sequence[Mutant], before: Mapping[Mutant, Outcome]) -> Iterator[Tried]:
    """Yield those that were caught `before`; try the others, several at once, and yield each as it is done."""
    among = equal.equals()
    known = {mutant: before[mutant] for mutant in drawn if mutant in before}
    for mutant, outcome in known.items():
        run.learn(mutant, outcome)
        yield Tried(mutant, outcome, None)
    drawn = [mutant for mutant in drawn if mutant not in known]
    with ThreadPoolExecutor(run.processes) as executor:
        waiting: dict[Future[Outcome], Mutant] = {executor.submit(run.try_out, mutant): mutant for mutant in drawn}
        for done in as_completed(waiting):
            mutant = waiting[done]
            yield Tried(mutant, done.result(), equal.argument(mutant, among))


def caught_before(file: Path | None) -> dict[Mutant, Outcome]:
    """Return the faults that a file of results says were caught: a run that was broken off need not try them again."""
    told = (
        [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file and file.exists() else []
    )
    return {
        Mutant(**{each.name: one[each.name] for each in fields(Mutant)}): Outcome(
            **{each.name: one[each.name] for each in fields(Outcome)}
        )
        for one in told
        if one["caught"]
    }


def report(all_tried: Sequence[Tried]) -> tuple[list[str], float]:
    """Return the lines that tell what was caught, by part and kind and each survivor, and the share in per cent."""
    lines = []
    groups: dict[str, Callable[[Tried], str]] = {
        "Del": lambda one: _folder(one.mutant.path),
        "Art": lambda one: str(one.mutant.kind),
    }
    for heading, of in groups.items():
        lines += ["", f"| {heading} | Fejl | Fanget | Ligestillet | Overlevet |", "| --- | ---: | ---: | ---: | ---: |"]
        for name in sorted({of(one) for one in all_tried}):
            counted = _counted([one for one in all_tried if of(one) == name])
            lines.append(f"| {name} | {' | '.join(map(str, counted))} |")
    for heading, survivors in (
        ("Ligestillede", [one for one in all_tried if not one.outcome.caught and one.argument]),
        ("Overlevende", [one for one in all_tried if not one.outcome.caught and not one.argument]),
    ):
        lines += ["", f"{heading}: {len(survivors)}"]
        for one in sorted(survivors, key=lambda one: one.mutant):
            mutant = one.mutant
            golden = " (men de gyldne tal flytter sig)" if one.outcome.golden else ""
            lines.append(f"  {mutant.path}:{mutant.line} ({mutant.kind}) {mutant.change}{golden}    i: {mutant.text}")
            lines += [f"    {one.argument.strip()}"] if one.argument else []
    everything, caught, equals, _ = _counted(all_tried)
    share = 100 * caught / max(everything - equals, 1)
    lines += ["", f"{caught} af {everything - equals} fanget ({share:.1f} %), {equals} ligestillede."]
    return lines, share


def _folder(path: str) -> str:
    return Path(path).parent.as_posix()


def _counted(some: Sequence[Tried]) -> tuple[int, int, int, int]:
    caught = sum(one.outcome.caught for one in some)
    equals = sum(not one.outcome.caught and one.argument is not None for one in some)
    return len(some), caught, equals, len(some) - caught - equals


def main() -> int:
    """Draw, try and tell; 1 when too little is caught."""
    options = argparse.ArgumentParser(prog="make mutation", description=__doc__)
    options.add_argument("--mutanter", type=int, default=220, help="hvor mange fejl der trækkes")
    options.add_argument("--froe", type=int, required=True, help="frøet, som fejlene trækkes efter")
    options.add_argument("--rum", nargs="+", default=["analytics", "data", "dansk"], help="mapper eller filer")
    options.add_argument("--processer", type=int, default=2)
    options.add_argument(
        "--resultat", type=Path, help="fil med en linje JSON for hver fejl; hvad den siger er fanget, prøves ikke igen"
    )
    chosen = options.parse_args()
    everything = pool(chosen.rum)
    drawn = draw(everything, chosen.froe, chosen.mutanter)
    print(
        f"{len(drawn)} af {len(everything)} mulige fejl i {', '.join(chosen.rum)}, trukket med frøet {chosen.froe}.",
        flush=True,
    )
    started = time.monotonic()
    results = []
    with tempfile.TemporaryDirectory(prefix="mutation-") as temporary:
        run = Run(Path(temporary), chosen.processer)
        print(f"{len(run.known)} test er grønne uden fejl ({time.monotonic() - started:.0f} s).", flush=True)
        before = caught_before(chosen.resultat)
        for one in tried(run, drawn, before):
            results.append(one)
            if one.mutant in before:
                continue
            said = "fanget" if one.outcome.caught else "ligestillet" if one.argument else "OVERLEVET"
            mutant = one.mutant
            print(
                f"{len(results):4} {said:11} {one.outcome.seconds:5.0f} s  {mutant.path}:{mutant.line}  {mutant.change}"
                f"  {one.outcome.by}",
                flush=True,
            )
            if chosen.resultat:
                with chosen.resultat.open("a", encoding="utf-8") as file:
                    told = {"froe": chosen.froe, **asdict(mutant), **asdict(one.outcome), "grund": one.argument}
                    file.write(json.dumps(told, ensure_ascii=False) + "\n")
    lines, share = report(results)
    print("\n".join(lines))
    print(f"Tid: {(time.monotonic() - started) / 60:.1f} minutter på {chosen.processer} processer.")
    return 0 if share >= DEMANDED else 1


if __name__ == "__main__":
    sys.exit(main())
