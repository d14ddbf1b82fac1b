"""What the words and figures of a scenario mean: short texts, worded from what they are computed with."""

from __future__ import annotations

from analytics.begreber import MINDST, RAEKKER
from analytics.grundlag import Grundlag
from analytics.optimering import MAAL, MINIMERER
from analytics.scenarie.forskydning import MINDST_PCT
from analytics.scenarie.model import HOEJST
from analytics.scenarie.regler import KOBLINGER
from analytics.scenarie.tekst import PENDLINGENS_MOENSTER, forslaget_er_vaegtet, patienternes_maal
from dansk.tal import capacities, number


def begreber(grundlag: Grundlag) -> dict[str, str]:
    """Return what each thing that a scenario shows is, by its name on the page."""
    first, second = grundlag.graenser().values()
    both, weaker = (f"{KOBLINGER[rule][0].lower()}{KOBLINGER[rule][1:]}" for rule in ("begge", "kun_62_kraever_51"))
    return {
        "Borgere pr. kapacitet": (
            f"områdets borgere det valgte år (bilag {grundlag.paastand['bilag-3']}), divideret med dets kapacitet, det "
            f"nye lagt til. Før det nye er det {grundlag.ord_for('tabel_3_4')}; det kan skiftes til "
            f"{grundlag.ord_for('foer_justering')}. Færre er "
            "bedre. Kapaciteten er den samme alle år. Planområder og region er områdernes borgere over "
            "områdernes kapacitet."
        ),
        "Nye kapaciteter": (
            f"fra {capacities(MINDST)} til {capacities(HOEJST)} i hvert område og speciale, i tiendedele som "
            "forslaget; papiret har ingen regel om det. Til nye "
            f"ydernumre er der {_budgets(grundlag)}, når det, der er reserveret til opjustering, er trukket fra."
        ),
        "Reglen om begge specialer": f"{both}. Den kan læses svagere: {weaker}.",
        "Grænser": (
            f"{number(first)} borgere pr. kapacitet i speciale {RAEKKER[0]} ({grundlag.graense_51.kilde}). Papiret har "
            f"ingen for speciale {RAEKKER[1]}; her ligger den lige så meget over regionens gennemsnit, "
            f"{number(second)}. Begge kan flyttes. Borgere over grænsen bor i områder med flere borgere pr. kapacitet "
            "og tælles som personer, også under vægte."
        ),
        "Ringest ÷ bedst": (
            "borgere pr. kapacitet i det ringest dækkede område, divideret med det bedst dækkedes. 1 er lige."
        ),
        "Ulighed (Gini)": (
            "fra 0, hvor alle borgere har lige meget kapacitet, mod 1, hvor én har det hele. Alle i et område regnes "
            "for at have det samme."
        ),
        "Patienterne følger med": (
            f"{patienternes_maal(grundlag)} Summen er den samme, så regionens tal er det også. {PENDLINGENS_MOENSTER} "
            f"En ændring under {number(MINDST_PCT, 2)} % regnes for ingen."
        ),
        "Mod forslaget": (
            "ændringen i borgere pr. kapacitet fra forslaget til scenariet, samme år, kapacitet i dag og vægte. Minus "
            f"er færre og dermed bedre. {forslaget_er_vaegtet(grundlag)}"
        ),
    } | {
        f"Bedst mulige, {name[0].lower()}{name[1:]}": f"mindst mulig er {MINIMERER[maal]}."
        for maal, name in MAAL.items()
    }


BEVIST = (
    "De bedste fordelinger er ikke skøn. Den for de ringest dækkede er regnet eksakt, niveau for niveau, og de to "
    "andre er fundet med løseren HiGHS, alle inden for begge budgetter og reglerne. «Bevist optimal» betyder, at "
    "ingen anden fordeling er bedre. Standses søgningen, står der, hvor langt der højst kan være til den bedste. "
    "Følger patienterne med, er alle tre fundet med løseren og bevist til dens nøjagtighed; af lige gode fordelinger "
    "er så ikke alle prøvet, og spænd, som den ikke når, er «ikke afgjort»."
)
"""How sure the best possible is."""


def _budgets(grundlag: Grundlag) -> str:
    return " og ".join(
        f"{capacities(budget.til_nye)} i speciale {speciale} ({budget.kilde_hoejst}; {budget.kilde_reserveret})"
        for speciale, budget in grundlag.budgetter.items()
    )
