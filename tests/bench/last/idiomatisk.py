"""
The scenario as it would be written in plain Streamlit, by the book: what the app's load is compared with.

`streamlit run tests/bench/last/idiomatisk.py`: sliders, cached data, a pydeck map and a table, and the whole script
runs at every move. The figures and the geometry are the app's own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pydeck as pdk
import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from analytics.grundlag import Grundlag, hent_grundlag
from analytics.scenarie import Scenarie, beregn, forslag
from data import store
from geo import areas

st.set_page_config(page_title="Scenarie", layout="wide")


@st.cache_resource
def read() -> Grundlag:
    with store.connect() as con:
        return hent_grundlag(con)


@st.cache_data
def shapes() -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(areas.features()))
    return copied


@st.cache_data
def computed(added: dict[tuple[str, int], float]) -> pd.DataFrame:
    return beregn(Scenarie(tillaeg=added), read())


foundation = read()
st.title("Scenarie for nye ydernumre")
added = {
    (area, speciale): st.slider(f"{foundation.navne[area]}, speciale {speciale}", 0.0, 13.5, float(value), 0.1)
    for (area, speciale), value in forslag(foundation).tillaeg.items()
}
result = computed(added)
shown = result[result["speciale"] == 51].set_index("omraade_id")["borgere_pr_kapacitet"]
most = shown.max()
drawn = shapes()
for feature in drawn["features"]:
    share = shown[feature["properties"]["omraade_id"]] / most
    feature["properties"]["farve"] = [int(244 - 122 * share), int(237 - 195 * share), int(225 - 199 * share)]
layer = pdk.Layer("GeoJsonLayer", drawn, get_fill_color="properties.farve", pickable=True, stroked=True)
view = pdk.ViewState(latitude=55.75, longitude=12.4, zoom=8)
st.pydeck_chart(pdk.Deck(layers=[layer], initial_view_state=view, map_provider=None))
st.dataframe(result)
