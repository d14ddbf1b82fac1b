"""A figure per kommune as a picture: on tiles or a map, with what must be known of it."""

from __future__ import annotations

from typing import Literal

from analytics.kapacitet.rangorden import INGEN_RAEKKE, omraadetal
from analytics.kommune.kommunefund import Oplyst
from analytics.kommune.maaltal import Maaltal
from dansk import maengde, saetning, tal
from pages import components, view
from pages.drawing import maps, ranking
from pages.frame import paper
from pages.kommunetal import kommunelinjer
from pages.reading import queries
from pages.view.parameters import KOMMUNE

Billede = Literal["fliser", "kort"]


def show(of: Maaltal, kommune: str, billede: Billede, headline: str) -> None:
    """Show the kommuner on tiles or a map, and what the chosen one (an id or `alle`) has."""
    areas = queries.areas()
    picture, legend = maps.picture(
        of.maal,
        omraadetal(of.tal, of.maal, areas),
        of.reference,
        chosen=set(areas.loc[areas["kommune_id"] == kommune, "omraade_id"]),
        in_focus=set(areas["omraade_id"]),
    )
    components.area_map(
        "kort-kommuner",
        billede,
        picture,
        legend,
        alt=headline,
        on_choose=lambda area: view.put(KOMMUNE, ranking.place_of(of.maal, area) or "alle"),
    )
    if kommune == "alle":
        paper.hint("Vælg en kommune på billedet eller i listen for at se dens tal.")
    else:
        # Its areas share the kommune's figure: here its own name stands, not that of one of them.
        told = maps.told(of.maal, queries.kommune_names()[kommune], of.tal.get(kommune, INGEN_RAEKKE))
        components.chosen_bar("valgtlinje-kommune", told, "Se kommunens tal", kommunelinjer.KEY)


def about(of: Maaltal, known: Oplyst, billede: Billede) -> str:
    """Return what must be known of the picture: København is one, who is not known and why, and that it is no map."""
    names = queries.kommune_names()
    sentences = [
        maps.KOEBENHAVN_AS_ONE,
        *(
            f"{saetning.listed([names[place] for place in places])}: {tal.UNKNOWN}. {reason}"
            for reason, places in known.ukendte.items()
        ),
    ]
    if known.uden_raekke:
        without = maengde.counted(known.uden_raekke, "kommune", "kommuner")
        sentences.append(f"{without} har ingen række for {of.maal.tid}.")
    if billede == "kort":
        sentences.append("Skematisk kort: grænserne er omtrentlige.")
    return " ".join(sentences)
