"""Min kommune: one kommune among all others, or several, in one picture; and all that the papers say of them below."""

import streamlit as st

from analytics.kommune import kommuneprofil
from pages import view
from pages.frame import line
from pages.kommune import afsnit, alle, billede, start, udlevering, valg, visning
from pages.reading import queries
from pages.view import since

with line.filters():
    chosen = valg.kommuner()
    downloads = st.container(horizontal=True, width="content")
scenarier = valg.scenarier()
profiler = [queries.profile(each) for each in chosen]

if not profiler:
    start.show()
elif view.on_projector():
    themes = {each.id: each for each in afsnit.every(profiler, scenarier)}
    with line.filters("filtre-afsnit"):
        theme = valg.theme()
    if theme is None:
        billede.show(profiler)
    else:
        visning.show(themes[theme])
else:
    since.then_and_now(lambda frames: kommuneprofil.som_serie(kommuneprofil.profiler(frames, chosen)))
    billede.show(profiler)
    all_themes = afsnit.every(profiler, scenarier)
    with downloads:
        udlevering.buttons(profiler, all_themes)
    for each in all_themes:
        visning.folded(each, valg.scenario_field if each.id == "forslag" else None)
if not view.on_projector():
    alle.button()
