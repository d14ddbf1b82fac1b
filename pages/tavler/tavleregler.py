"""The boards' rules in words, written once: below each board, and on the page Metode."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from analytics import trafiklys
from analytics.moeder import opgaver
from analytics.tavler import resultatmaal, vipmaal
from dansk import saetning, tal
from pages.frame import paper
from pages.reading import markdown, queries


def show(rule: str) -> None:
    """Show a rule below its board, folded on a screen."""
    with paper.unfolds("regel", "Reglen bag hvert måls tilstand", ":material/rule:"):
        st.markdown(rule)


AGE = (
    "Et kort er gråt, når et løbende projekts seneste status er ældre end tiden mellem to rapporter. Har papirerne "
    "ingen status for et infrastrukturprojekt, tæller det nyeste papir, der nævner projektet."
)
"""When a VIP project's card is grey."""


def vip() -> str:
    """Return the rule of the VIP projects' goals."""
    states = [f"{nr}. **{vipmaal.NAVNE[art]}**: {text}" for nr, (art, text) in enumerate(vipmaal.REGEL.items(), 1)]
    return (
        "Den første regel, der passer på dagen, gælder:\n\n"
        + "\n".join(states)
        + "\n\nHvad der fører et mål videre, står "
        "altid ved siden af. En frist er passeret dagen efter. Kun papirer, der fandtes på dagen, tæller. Papirerne "
        "har intet trafiklys for projekterne, og her er ikke lavet et."
    )


def deadlines(signs: Mapping[str, str] | None = None) -> str:
    """Return the rule of the meetings' deadlines, each state with its sign where the board has one."""
    states = [
        f"- {signs[stand] + ' ' if signs else ''}**{saetning.begun(opgaver.NAVNE[stand])}:** {text}"
        for stand, text in opgaver.REGEL.items()
    ]
    return (
        "\n".join(states)
        + "\n\nEn frist er passeret dagen efter. Kun papirer, der fandtes på dagen, tæller. Klima-VIP's mål er med, "
        "når deres frist er passeret, og står som på deres egen tavle."
    )


def goals(*, with_lights: bool = True) -> str:
    """Return the rule of the Erhvervshus' goals: their lights, what stands first, and when a goal is grey."""
    frames = queries.tables()
    rule = trafiklys.hent_regel(frames["resultatpaastand"])
    months, where = resultatmaal.rapportering(frames)
    full, off = (tal.as_printed(float(limit)) for limit in (rule.opfyldt_pct, rule.afvigelse_pct))
    words = ", ".join(f"«{markdown.plain(word)}» er {trafiklys.ORD[colour]}" for word, colour in rule.tilstande.items())
    open_ones = markdown.plain(rule.ikke_opgjort.capitalize())
    lights = (
        f"- **Lys for {rule.aar}:** farverne gik tabt, så lyset er regnet ud af den trykte regel "
        f"({rule.kilde_tal.kort}, og {rule.kilde_ord.kort}). Et mål med tal er grønt, når {full} % af det er nået, "
        f"gult til og med en afvigelse på {off} % og rødt ud over den. For de andre mål gælder papirets ord: {words}. "
        f"«{open_ones}» og det, som reglen ikke afgør, står som «{trafiklys.ORD[None]}» med "
        "grunden ved siden af. "
        "Andre år har ingen trykt regel og viser papirets egne ord. Mål i flere dele er ikke lagt sammen.\n"
    )
    return (lights if with_lights else "") + (
        "- **Dagen:** et mål vises, når dets papir fandtes på dagen, og et resultat, når dets papir fandtes. Det "
        "nyeste papirs ord gælder; ældre papirers står under det.\n"
        f"- **Gråt:** målet er ikke afgjort, og det nyeste om det er over {months} måneder gammelt. Der skal "
        f"rapporteres mindst så tit ({where.kort})."
    )
