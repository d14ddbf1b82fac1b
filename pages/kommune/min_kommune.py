"""Min kommune: all that concerns one kommune, or several side by side, on one page."""

import pandas as pd
import streamlit as st

from analytics import kommune
from pages.faelles import numbers, queries, sharing, view
from pages.kommune import erhverv, forslag, fysioterapi, mobilitet, projekter, sosu, start, udlevering, valg, visning

with st.container(horizontal=True, vertical_alignment="bottom"):
    chosen = valg.kommuner()
    downloads = st.container(horizontal=True, width="content")
scenarier = valg.scenarier()
profiler = [queries.profile(each) for each in chosen]
if len(profiler) == 1:
    (profil,) = profiler
    afsnit = (
        fysioterapi.one(profil),
        forslag.one(profil, scenarier),
        projekter.one(profil),
        erhverv.one(profil),
        sosu.one(profil),
        mobilitet.one(profil),
    )
elif profiler:
    afsnit = (
        fysioterapi.several(profiler),
        forslag.several(profiler, scenarier),
        projekter.several(profiler),
        erhverv.several(profiler),
        sosu.several(profiler),
        mobilitet.several(profiler),
    )

if not profiler:
    start.show()
else:
    sharing.then_and_now(
        lambda frames: pd.concat(
            [kommune.som_serie(kommune.profil(frames, kommune.maalinger(frames), each)) for each in chosen]
        )
    )
    if view.on_projector():
        theme = view.choose("afsnit", st.segmented_control, required=True, label_visibility="collapsed")
        visning.show(next(each for each in afsnit if each.id == theme))
    else:
        with downloads:
            udlevering.buttons(numbers.listed([profil.navn for profil in profiler]), afsnit, chosen)
        for each in afsnit:
            visning.show(each, valg.scenario_field if each.id == "forslag" else None)
