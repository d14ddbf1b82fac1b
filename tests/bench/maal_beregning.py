"""How long what is computed takes without a browser: `python -m tests.bench.maal_beregning`, or in `make bench`."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from analytics.begreber import RAEKKER
from analytics.grundlag import hent_grundlag
from analytics.mobilitet import TRAEKNINGER, robusthed, som_katalog
from analytics.optimering import MAAL, optimer
from analytics.optimering.alternativer import alternativer
from analytics.optimering.godeplaner import gode_planer
from analytics.optimering.raaderum import raaderum
from analytics.scenarie import Scenarie, beregn, forslag, kontroller, regn, udregn
from analytics.scenarie.kode import afkod, kod
from data import store

CALLS, SOLVES, DRAWS = 200, 9, 30

Measurement = tuple[str, list[float], str, float | None]


def measurements() -> Iterator[Measurement]:
    """Each measurement: its name, every value, the unit, and what the median must stay below (None: only told)."""
    with store.connect() as con:
        grundlag = hent_grundlag(con)
        names = con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        katalog = som_katalog({name: con.execute(f'SELECT * FROM "{name}"').df() for (name,) in names})
    full = Scenarie(tillaeg={(omraade, speciale): 9.9 for omraade in grundlag.omraader for speciale in RAEKKER})
    proposal = forslag(grundlag)
    code = kod([proposal] * 4)
    quick: tuple[tuple[str, Callable[[], object], float | None], ...] = (
        ("Scenarie, 74 rækker, alle skydere sat", lambda: beregn(full, grundlag), 1),
        ("Scenarie, 74 rækker, som arrays", lambda: regn(full, grundlag), None),
        ("Nøgletal mod i dag og forslaget", lambda: udregn(proposal, grundlag).sammenligning, None),
        ("Regler", lambda: kontroller(proposal, grundlag), None),
        ("Planområder og region", lambda: udregn(proposal, grundlag).totaler, None),
        ("Udvikling 2024-2030", lambda: udregn(proposal, grundlag).udvikling, None),
        ("Kode med fire scenarier, skrevet og læst", lambda: afkod(kod([proposal] * 4)), None),
    )
    for name, work, target in quick:
        yield name, [_seconds(work) * 1000 for _ in range(CALLS)], "ms", target
    yield "Kode med fire scenarier", [float(len(code))], "tegn", 230
    draws = [_seconds(partial(robusthed, katalog, range(1, 7))) * 1000 for _ in range(DRAWS)]
    yield f"Rangordenens robusthed, {TRAEKNINGER} trækninger", draws, "ms", 100
    optimer(grundlag, maal="ulighed")  # the solver's library is loaded the first time
    for maal, name in MAAL.items():
        yield f"Optimum: {name}", [_seconds(partial(optimer, grundlag, maal=maal)) for _ in range(SOLVES)], "s", 1
    for maal, name in MAAL.items():
        good = gode_planer(grundlag, optimer(grundlag, maal=maal), 1)
        ranges = [_seconds(partial(raaderum, good)) for _ in range(SOLVES)]
        yield f"74 spænd inden for 1 %: {name}", ranges, "s", 5
        plans = [_seconds(partial(alternativer, good, raaderum(good))) for _ in range(SOLVES)]
        yield f"Fem planer inden for 1 %: {name}", plans, "s", None


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> int:
    """Measure, print the rows, and return 1 when a target is missed."""
    from tests.bench.__main__ import Result

    results = [Result(*each) for each in measurements()]
    for result in results:
        print(result.row())
    return 0 if all(result.is_met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
