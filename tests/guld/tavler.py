"""The boards: goals by state, prices, who is named, and the printed totals per kommune, on fixed days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from analytics.tabeller import Frames
from analytics.tavler import (
    aarsberetning,
    arbejdskraft,
    resultatmaal,
    vipdeltagelse,
    viphaendelse,
    vipmaal,
    vipomtale,
    vippris,
    vipprojekt,
    vipraekke,
    vipstilling,
)
from tests.guld.figures import UNKNOWN, Figure, Figures

DAYS = tuple(map(date.fromisoformat, ("2020-12-31", "2022-11-30", "2024-04-19", "2025-12-31", "2026-06-01")))


def figures(frames: Frames) -> Figures:
    """Return what the boards come to: on each of `DAYS`, and what is printed whatever the day."""
    return {
        "som det stod": {day.isoformat(): _on(frames, day) for day in DAYS},
        "listen mod kataloget, mio. kr.": {one.navn: _price(one) for one in vippris.anlaeg(frames, DAYS[-1])},
        "deltagelser": {
            str(name): _sums(rows, "deltagelser") for name, rows in frames["kommunefordeling"].groupby("aktivitet")
        },
        "deltagelser, trykte summer": _printed(frames["kommunefordeling_total"], "deltagelser"),
        "sosu-lærepladser": {
            f"{kind} {year}": _sums(rows, "pladser")
            for (kind, year), rows in frames["sosu_laereplads"].groupby(["uddannelse", "aar"])
        },
        "sosu-lærepladser, trykte summer": _printed(frames["sosu_total"], "pladser"),
        "erhvervsuddannelse": _training(frames),
    }


def _on(frames: Frames, day: date) -> Figures:
    goals, told = vipmaal.maal(frames, day), vipomtale.historier(frames, day)
    klima = vipstilling.klimastilling(frames, goals, day)
    named = vipdeltagelse.deltagelse(frames, "klima", day)
    reports = viphaendelse.rapportering(frames, "klima", day)
    boards = resultatmaal.aarstavler(frames, day)
    return {
        "klimamål": dict(Counter(goal.tilstand.art for goal in goals)),
        "klimaprojekter": {
            "i alt": len(klima.projekter),
            "afsluttet": len(klima.afsluttede),
            "uden frisk status": klima.foraeldede,
            "ført videre": klima.videre,
        },
        "klimaprojekter, de ringeste først": _rows(
            vipraekke.raekke(project, told.get(project.projekt_id, ()), goals, day)
            for project in vipprojekt.projekter(frames, "klima")
        ),
        "infrastrukturprojekter, de ringeste først": _rows(
            vipraekke.raekke(of.projekt, of.fortalt, (), day, of.nyeste) for of in vipstilling.omtaler(frames, day)
        ),
        "klimarapporter": {"forfaldne": len(reports.forfaldne), "i papirerne": reports.holdt},
        "kommuner ved klimaprojekt": {
            project.kort_navn: UNKNOWN if count is None else count
            for project, count in vipdeltagelse.antal_kommuner(frames, "klima", day).items()
        },
        "projekter med en liste": len(vipdeltagelse.med_liste(named)),
        "begivenheder": {
            field: len(viphaendelse.haendelser(frames, field, day)) for field in ("klima", "infrastruktur")
        },
        "resultatmål": {str(year): _stands(goals) for year, goals in boards.items()},
        "effekt": {each.procent.tal_id: _effect(each) for each in aarsberetning.effekter(frames, day)},
        "anbefalinger": _recommended(frames, day),
    }


def _rows(rows: Iterable[vipraekke.Projektraekke]) -> Figures:
    return {
        row.projekt.kort_navn: {
            "ikke nået": row.ikke_naaet,
            "frist passeret, ikke målt": row.ikke_maalt,
            "måneder, mindst": UNKNOWN if row.alder is None else row.alder.mindst_mdr,
            "ord": row.kort.ord if row.kort else UNKNOWN,
        }
        for row in vipraekke.ordnet(rows)
    }


def _stands(goals: Sequence[resultatmaal.Maal]) -> Figures:
    stands = resultatmaal.stilling(goals)
    return {
        "i alt": stands.antal,
        "nået": stands.naaet,
        "tæt på": stands.taet_paa,
        "ikke nået": stands.ikke_naaet,
        "kan ikke afgøres": stands.uafgjort,
        "efter ord": dict(Counter(goal.stand for goal in goals)),
    }


def _price(one: vippris.Anlaeg) -> Figures:
    moved = one.aendring
    return {
        "listen lavest": _known(one.pris.lav),
        "listen højest": _known(one.pris.hoej),
        "kataloget lavest": _known(one.katalogpris.lav),
        "kataloget højest": _known(one.katalogpris.hoej),
        "retning": one.retning or "kan ikke holdes sammen",
    } | (
        {"mindst": moved.lav, "højst": moved.hoej, "mindst, %": moved.lav_pct, "højst, %": moved.hoej_pct}
        if moved
        else {}
    )


def _effect(of: aarsberetning.Maaleffekt) -> Figures:
    return {"målt, %": of.procent.tal, "mål": _known(of.maal_tal), "nået": "ja" if of.naaet else "nej"}


def _recommended(frames: Frames, day: date) -> Figures:
    own = {paper: arbejdskraft.anbefalinger(frames, day, paper) for paper in arbejdskraft.PAPIRER}
    return {
        paper: {"i alt": len(of), "nævnt igen": sum(each.senere is not None for each in of)}
        for paper, of in own.items()
    }


def _training(frames: Frames) -> Figures:
    found, pressed = arbejdskraft.soegning(frames, DAYS[-1]), arbejdskraft.rekruttering(frames, DAYS[-1])
    assert found and pressed
    return {
        "hovedstaden": _known(found.hovedstaden.tal),
        "landet": _known(found.landet.tal),
        "mål": {str(goal.aar): _known(goal.tal) for goal in found.maal},
        "mangler": found.mangler,
        "vækst": {each.tal_id: _known(each.tal) for each in (*pressed.grupper, *pressed.kommuner)},
    }


def _known(value: float | None) -> Figure:
    return UNKNOWN if value is None else value


def _sums(rows: pd.DataFrame, column: str) -> Figures:
    return {"kommuner med tal": int(rows[column].notna().sum()), "sum": int(rows[column].sum())}


def _printed(table: pd.DataFrame, column: str) -> Figures:
    keys = [name for name in table if name not in (column, "kilde_id", "kilde_linje", "side")]
    return {" ".join(str(row[key]) for key in keys): row[column] for row in table.to_dict("records")}
