"""How the projects of a field stand, a row each: light or sign, name, at most ten words, and how old they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from analytics.tavler import vipraekke
from analytics.tavler.vipomtale import Tilstand
from analytics.tavler.vipraekke import Projektraekke
from dansk import maengde
from pages import view
from pages.navigation import addresses
from pages.tavler import boards, dag
from pages.tavler.boards import Chip, Light, Standing
from pages.view.kinds import Choice

_LIGHTS: dict[Tilstand, Light] = {
    "på sporet": "paa_sporet",
    "forsinket": "forsinket",
    "i vanskeligheder": "i_vanskeligheder",
    "afsluttet": "afsluttet",
    "ukendt": "ukendt",
}
NO_STATUS = "Ingen status i papirerne"


def by_light(found: vipraekke.Raekkefund, what: tuple[str, str]) -> str | None:
    """Return the finding of officials' lights, None where none says how it goes; `what` is one and many."""
    hard, late, well = (found.tilstande.get(light, 0) for light in ("i vanskeligheder", "forsinket", "på sporet"))
    of_all = f"af {maengde.counted(found.antal, *what)}"
    if hard and late:
        return f"{maengde.counted(hard, *what)} er i vanskeligheder, og {late} er forsinket"
    if hard:
        return f"{hard} {of_all} er i vanskeligheder"
    if late:
        return f"{late} {of_all} er forsinket"
    return f"{well} {of_all} er på sporet" if well else None


def show(
    key: str,
    rows: Sequence[Projektraekke],
    of: Callable[[Projektraekke], Standing],
    *,
    alt: str,
    chooses: Choice[str],
) -> None:
    """Show the rows, the troubled first; a name chooses its project."""
    standings = [of(row) for row in vipraekke.ordnet(rows)]
    boards.standings(key, standings, alt=alt, chooses=chooses, large=view.on_projector())
    if any(each.graa for each in standings):
        st.caption("Grå: papiret er ældre end tiden mellem to rapporter.")


def figures(rows: Sequence[Projektraekke], *, lights: bool) -> dict[str, float | None]:
    """Return how old each row is, None where that is not known, and where wanted how many projects have each light."""
    found = vipraekke.fund(rows).tilstande
    return {
        **({f"Projekter: {each}": float(found.get(each, 0)) for each in _LIGHTS} if lights else {}),
        **{
            f"{row.projekt.kort_navn}, alder i mdr., mindst": float(row.alder.mindst_mdr) if row.alder else None
            for row in rows
        },
    }


def light(row: Projektraekke) -> list[Chip]:
    """Return the light that officials gave, none where there is none."""
    return [Chip(_LIGHTS[row.tilstand], row.tilstand)] if row.tilstand else []


def told(row: Projektraekke, signs: Sequence[Chip], words: str = NO_STATUS) -> Standing:
    """Return a row with these signs; `words` stand where no paper has a status."""
    short, age = row.kort, row.alder
    return Standing(
        row.projekt.projekt_id,
        row.projekt.kort_navn,
        [*light(row), *signs],
        short.ord if short else words,
        # An age without a status would be read as that of one.
        dag.aged(age) if age and short else None,
        None if age is None else dag.brief(age.tid) if short else f"nævnt {dag.brief(age.tid)}",
        short.kilde.kort if short else None,
        addresses.table("vip_status", short.kilde.kilde_linje) if short else None,
        graa=bool(age and age.foraeldet and not row.afsluttet),
    )
