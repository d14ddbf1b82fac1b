"""Min kommune: all that concerns one kommune, or several side by side, on one page."""

import streamlit as st

from analytics.kommune import kommuneprofil
from dansk import saetning
from pages import components, view
from pages.frame import line
from pages.kommune import afsnit, parametre, start, udlevering, valg, visning
from pages.reading import queries
from pages.view import since

with line.filters():
    chosen = valg.kommuner()
    downloads = st.container(horizontal=True, width="content")
scenarier = valg.scenarier()
profiler = [queries.profile(each) for each in chosen]

if not profiler:
    start.show()
else:
    since.then_and_now(lambda frames: kommuneprofil.som_serie(kommuneprofil.profiler(frames, chosen)))
    themes = afsnit.every(profiler, scenarier)
    if view.on_projector():
        with line.filters("filtre-afsnit"):
            theme = view.choose(parametre.AFSNIT, st.segmented_control, required=True, label_visibility="collapsed")
        visning.show(next(each for each in themes if each.id == theme))
    else:
        with downloads:
            udlevering.buttons(saetning.listed([profil.navn for profil in profiler]), themes, chosen)
        components.shortcuts("genveje-afsnit", "Afsnit på siden", {visning.key(each): each.tema for each in themes})
        for each in themes:
            visning.show(each, valg.scenario_field if each.id == "forslag" else None)
