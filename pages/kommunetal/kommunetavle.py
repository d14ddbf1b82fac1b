"""The board of what the papers count per kommune: the choice, the finding, the picture, the order, and all of it."""

from __future__ import annotations

import streamlit as st

from analytics.kapacitet.maal import Measure
from analytics.kapacitet.rangorden import Tal
from analytics.kommune import kommunefund, kommunetal
from analytics.kommune.kommunefund import Oplyst
from analytics.kommune.maaltal import Maaltal, maaltal
from dansk import tal
from pages import view
from pages.drawing import downloads, ranking
from pages.kommunetal import kommunebillede, kommunelinjer, kommunetabel, parametre
from pages.kommunetal.kommunebillede import Billede
from pages.reading import queries, sources
from pages.view import since
from pages.view.parameters import KOMMUNE


def choose_measure(emne: str) -> Measure:
    """Show the controls of the subject (`kommuner` or `sosu`) and return the measure that they choose."""
    if emne == "kommuner":
        measure = kommunetal.deltagelser(
            view.choose(parametre.AKTIVITET, width=215), view.value(parametre.DELTAGELSESAAR)
        )
        if len(parametre.DELTAGELSESAAR.options()) > 1:
            view.control(parametre.DELTAGELSESAAR, width=100)
    else:
        measure = kommunetal.laerepladser(
            view.choose(parametre.UDDANNELSE, width=140), view.choose(parametre.TID, width=180)
        )
    if measure.retning == "aendring":
        return measure
    opgjort = view.choose(parametre.OPGJORT, st.segmented_control, required=True)
    return kommunetal.pr_1000(measure) if opgjort == "pr-1000" else measure


def show(emne: str, measure: Measure, kommune: str, billede: Billede) -> None:
    """Show the measure for all kommuner, with the chosen one (an id or `alle`) marked and told of."""
    of = maaltal(queries.tables(), measure)
    known = kommunefund.oplyst(of, len(queries.kommune_names()))
    headline = _headline(of)
    st.header(headline, anchor=False)
    st.caption(_standfirst(of, known))
    since.then_and_now(lambda frames: ranking.by_name(maaltal(frames, measure).tal, measure))
    if not known.kendte:
        st.caption(kommunebillede.about(of, known, billede))
        kommunetabel.show(emne, measure)
        return

    wide = 1.7 if view.on_projector() and kommune == "alle" else 1.3
    left, right = st.columns([wide, 1], gap="medium")
    with left:
        kommunebillede.show(of, kommune, billede, headline)
        st.caption(kommunebillede.about(of, known, billede))
        _take_away(emne, of, kommune)
        if not view.on_projector():
            if told := measure.forudsaetninger(queries.tables()):
                st.markdown("**Forbehold**\n" + "\n".join(f"- {sentence}" for sentence in told))
            if kommune != "alle":
                kommunelinjer.show(emne, kommune)
    with right:
        if view.on_projector() and kommune != "alle":
            kommunelinjer.show(emne, kommune)
        else:
            ranking.show(
                measure,
                _in_order(of),
                of.tal,
                of.reference,
                finding=headline,
                chosen=None if kommune == "alle" else kommune,
                on_choose=lambda place: view.put(KOMMUNE, place or "alle"),
            )
    if not view.on_projector():
        kommunetabel.show(emne, measure)


def _in_order(of: Maaltal) -> dict[str, Tal]:
    return ranking.in_order(of.maal, of.tal, queries.area_names())


def _take_away(emne: str, of: Maaltal, kommune: str) -> None:
    """Show where the figures are printed, their files, and their source."""
    downloads.bar(
        emne,
        ranking.download(of.maal, _in_order(of), of.speciale, of.aar),
        tables=of.maal.tabeller,
        selection=ranking.selection(of.maal, of.speciale, of.aar, "alle", "alle"),
        printed=ranking.printed(of.maal, _in_order(of), kommune),
        kilder=of.papirer,
    )
    sources.footer(of.maal.tabeller, kommunetabel.computed([of]), of.papirer)


def _headline(of: Maaltal) -> str:
    """Return the finding: who has most; of a change what it comes to, and who it is most of."""
    change = kommunefund.aendring(queries.tables(), of)
    if change is None:
        return ranking.headline(of.maal, _in_order(of), of.reference)
    falls = change.i_alt < 0
    names, most = queries.kommune_names(), change.mindst if falls else change.stoerst
    where = "regionen" if change.hele_regionen else "kommuner med tal"
    course = "falder" if falls else "vokser"
    return f"{of.maal.navn}: {tal.number(change.i_alt, sign=True)} i {where}; {names[most]} {course} mest"


def _standfirst(of: Maaltal, known: Oplyst) -> str:
    change = kommunefund.aendring(queries.tables(), of)
    if change is not None:
        names = queries.kommune_names()
        least, most = (
            f"{names[place]} {tal.number(figure, sign=True)}"
            for place, figure in ((change.mindst, change.mindst_vaerdi), (change.stoerst, change.stoerst_vaerdi))
        )
        return f"{of.maal.definition} {of.maal.tid.capitalize()}, mellem {most} og {least}. {known.kommuner} kommuner."
    told = ranking.standfirst(of.maal, of.reference, of.speciale, of.aar)
    return f"{told} {known.kendte} af {known.kommuner} kommuner har tal." if known.kun_nogle else told
