"""The findings on the front page: the figures come from `analytics.overblik`, the words stand here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from analytics import kildekontrol, overblik
from analytics.begreber import FIRST_YEAR, LAST_YEAR, SPECIALER
from analytics.tabeller import Frames
from dansk import beloeb, maengde, saetning, tal
from pages.components import Mark
from pages.katalog import priser
from pages.navigation import registry
from pages.reading import clock, markdown, queries, sources
from pages.reading.sources import Printed

TABLES = (
    "fysio_kapacitet",
    "befolkning",
    "fysio_ventetid",
    "fysio_forslag_effekt",
    "fysio_forslag",
    "vip_pris",
    "mobilitet_indsats",
    "resultatmaal",
    "resultatpaastand",
)


@dataclass(frozen=True)
class Forsidefund:
    """One finding: a figure, what it counts, what it says, and the view that shows it; `printed` is its source."""

    tal: str
    enhed: str
    fund: str
    side: str
    linktekst: str
    valg: Mapping[str, str]
    printed: tuple[Printed, ...] = ()
    marks: tuple[Mark, ...] = ()


@queries.kept(16)
def all_findings(of_version: str, paa: date) -> tuple[Forsidefund, ...]:
    """Return the cards of the front page on a day, most pressing first."""
    frames = queries.frames(of_version)
    return (
        _worst(frames),
        _above(frames),
        _proposal(frames),
        _waits(frames),
        _prices(frames, paa),
        _goals(frames, paa),
        _source_checks(),
    )


def figures(frames: Frames) -> pd.Series:
    """Return the front page's figures by name, for comparing two versions of the data."""
    waits = overblik.long_waits(frames, 62)
    above = overblik.above_limit(frames, 51, FIRST_YEAR)
    rows = {f"Borgere pr. kapacitet, ringest, {s}": overblik.worst_served(frames, s).vaerdi for s in SPECIALER}
    rows |= {
        f"Borgere over {tal.number(above.graense)} pr. kapacitet": above.borgere,
        "Længste ventetid": waits.uger,
    }
    rows |= {f"Kapaciteter i forslaget, {s}": overblik.proposal(frames, s).kapaciteter for s in SPECIALER}
    rows["Anlæg med en højere pris i mobilitetskataloget"] = overblik.prices(frames, clock.today()).veje["over"]
    rows["Delmål, der ikke kan afgøres"] = overblik.goals(frames, clock.today())[1].uafgjort
    return pd.Series(rows)


def written(value: float) -> str:
    """Return a figure of the comparison in Danish."""
    return tal.as_printed(tal.rounded(value, 2))


def show(card: Forsidefund) -> None:
    """Show one finding."""
    st.metric(card.enhed, card.tal)
    signs = " ".join(f"[{mark.tegn}]({mark.link} '{mark.tekst}')" for mark in card.marks)
    st.write(f"{card.fund} {signs}")
    st.page_link(card.side, label=card.linktekst, icon=":material/arrow_forward:", query_params=dict(card.valg))


def ways_in() -> None:
    """Show the ways in to the other pages."""
    for page in registry.PAGES:
        if page is not registry.OVERBLIK and page.section is not None:
            with st.container(gap=None):
                st.page_link(page.script, label=f"**{page.title}**")
                st.caption(page.answers)


def _worst(frames: Frames) -> Forsidefund:
    almindelig, vederlagsfri = (overblik.worst_served(frames, speciale) for speciale in SPECIALER)
    names = queries.area_names()
    first, second = names[almindelig.omraade_id], names[vederlagsfri.omraade_id]
    return Forsidefund(
        tal.number(almindelig.vaerdi),
        "Flest borgere pr. kapacitet, speciale 51",
        f"**{first}** er dårligst dækket med almindelig fysioterapi: {tal.number(almindelig.gange, 1)} gange "
        f"regionens {tal.number(almindelig.region)}. **{second}** er {'også ' if first == second else ''}dårligst "
        f"dækket med vederlagsfri fysioterapi (speciale 62): {tal.number(vederlagsfri.vaerdi)}, "
        f"{tal.number(vederlagsfri.gange, 1)} gange regionens.",
        registry.KAPACITET.script,
        "Se alle områder",
        {"omraade": almindelig.omraade_id},
        tuple(
            sources.printed(f"{names[w.omraade_id]}, {s}", tal.number(w.vaerdi), w.kilde, "fysio_kapacitet")
            for s, w in zip(SPECIALER, (almindelig, vederlagsfri), strict=True)
        ),
        _marks(
            sources.mark("fysio_kapacitet", "borgere_pr_kapacitet", omraade_id=w.omraade_id, speciale=s)
            for s, w in zip(SPECIALER, (almindelig, vederlagsfri), strict=True)
        ),
    )


def _above(frames: Frames) -> Forsidefund:
    above = overblik.above_limit(frames, 51, FIRST_YEAR)
    later = overblik.above_limit(frames, 51, LAST_YEAR)
    names = [queries.area_names()[area] for area in above.omraader]
    told = (
        f"De bor i {saetning.listed(names)} og er {maengde.share(above.andel, 1)} af regionen"
        if names
        else f"I {FIRST_YEAR} har intet område så mange"
    )
    return Forsidefund(
        tal.number(above.borgere),
        f"Borgere i områder med over {tal.number(above.graense)} pr. kapacitet",
        f"{told} (speciale 51). "
        f"I {LAST_YEAR} er de {tal.number(later.borgere)}, hvis kapaciteten ikke ændres (beregnet).",
        registry.KAPACITET.script,
        f"Se {LAST_YEAR}",
        {"speciale": "51", "aar": str(LAST_YEAR)},
    )


def _proposal(frames: Frames) -> Forsidefund:
    parts = {speciale: overblik.proposal(frames, speciale) for speciale in SPECIALER}
    most = parts[51]
    name = queries.area_names()[most.stoerst]
    tables = queries.said("bilag {bilag-3} og tabel {tabel-kapacitet-51}")
    given = " og ".join(f"{tal.number(p.kapaciteter, 1)} på speciale {s}" for s, p in parts.items())
    return Forsidefund(
        tal.number(overblik.new_capacities(frames), 1),
        "Nye kapaciteter i forslaget",
        f"De går til {most.omraader} områder: {given}. Mest vindes i **{name}**: fra {tal.number(most.uden)} "
        f"til {tal.number(most.med)} borgere pr. kapacitet i {LAST_YEAR} på speciale 51, som trykt. Genberegnet af "
        f"{tables}, som på scenariets side, er det {tal.number(most.uden_beregnet)} til "
        f"{tal.number(most.med_beregnet)}.",
        registry.SCENARIE.script,
        "Prøv selv at fordele dem",
        {"omraade": most.stoerst},
        (
            sources.printed(
                f"{name}, {queries.said('tabel {tabel-effekt-51}')}",
                tal.number(most.uden),
                most.kilde,
                "fysio_forslag_effekt",
            ),
        ),
        _marks(
            sources.mark("fysio_forslag_effekt", field, omraade_id=most.stoerst, speciale=51)
            for field in ("kapacitet_foer", "borgere_pr_kapacitet_uden", "borgere_pr_kapacitet_med")
        ),
    )


def _waits(frames: Frames) -> Forsidefund:
    waits = overblik.long_waits(frames, 62)
    name = queries.area_names()[waits.laengst]
    share = markdown.plain(queries.said("{klinikejere-med-ventetid}"))
    return Forsidefund(
        f"{tal.number(waits.uger)} uger",
        "Længste gennemsnitlige ventetid, speciale 62",
        f"Den er meldt i **{name}**. {waits.antal} af {waits.ud_af} områder har over {tal.number(waits.graense)} "
        f"uger i gennemsnit. Kun omkring {share} af klinikejerne har opdateret "
        "ventetiden.",
        registry.KAPACITET.script,
        "Se ventetiderne",
        {"maal": "ventetid-gns", "speciale": "62", "billede": "kort"},
        (sources.printed(f"{name}, 62", f"{tal.number(waits.uger, 1)} uger", waits.kilde, "fysio_ventetid"),),
    )


def _prices(frames: Frames, paa: date) -> Forsidefund:
    found = overblik.prices(frames, paa)
    most = found.mest
    told, index = "", markdown.plain(priser.index())
    if most:
        listed, catalogue = (beloeb.mio_kr(price.lav, price.hoej) for price in (most.pris, most.katalogpris))
        told = f"Mest skiller **{most.navn}**: {listed} mod {catalogue} "
    return Forsidefund(
        f"{found.veje['over']} af {len(found.sammenlignet)}",
        "Infrastrukturanlæg, der er dyrere i kataloget",
        f"Så mange af de anlæg, der kan sammenlignes, er dyrere i mobilitetskataloget end på VIP-listen. {told}"
        f"Priserne har ikke samme grundlag: Kataloget har lagt et tillæg til og regner i {index}.",
        registry.INFRASTRUKTUR.script,
        "Se priserne",
        {"infratavle": "priser"},
        tuple(
            sources.printed(one.navn, one.pristekst or tal.UNKNOWN, one.kilde, "vip_pris") for one in found.sammenlignet
        )
        + tuple(
            sources.printed(
                f"Indsats {part.indsats_nr}, kataloget",
                beloeb.mio_kr(part.pris.lav, part.pris.hoej),
                part.kilde,
                "mobilitet_indsats",
            )
            for one in found.sammenlignet
            for part in one.katalog
        ),
    )


def _goals(frames: Frames, paa: date) -> Forsidefund:
    year, stands = overblik.goals(frames, paa)
    near = f" {stands.taet_paa} er tæt på." if stands.taet_paa else ""
    return Forsidefund(
        f"{stands.uafgjort} af {stands.antal}",
        f"Erhvervshusets delmål for {year}, der ikke kan afgøres",
        f"Papirerne siger ikke nok til at afgøre dem. {stands.naaet} er nået.{near} Farverne er tabt i papiret og er "
        "afledt af dets egen regel.",
        registry.RESULTATMAAL.script,
        "Se målene",
        {"emne": "maal"},
    )


def _source_checks() -> Forsidefund:
    found = kildekontrol.entries(queries.differences())
    contradictions = kildekontrol.contradictions(found)
    return Forsidefund(
        str(contradictions),
        "Steder, hvor papiret modsiger sig selv",
        f"Kontrollen har fundet {len(found)} forskelle. {contradictions} er modstrid i kilden, og nogle af dem står i "
        "de tabeller, der viser, hvad forslaget til nye ydernumre fører til.",
        registry.KILDEKONTROL.script,
        "Se kildekontrollen",
        {"art": "modstrid"},
    )


def _marks(found: Iterable[Mark | None]) -> tuple[Mark, ...]:
    return tuple(mark for mark in found if mark is not None)
