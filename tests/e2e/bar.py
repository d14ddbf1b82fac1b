"""
A bare page with those of Streamlit's elements that have faults of their own, and nothing of ours.

`streamlit run tests/e2e/bar.py` serves it.
"""

import streamlit as st


def _first() -> None:
    st.title("Bar side")


def _second() -> None:
    st.title("En anden")


st.navigation(
    {"": [st.Page(_first, title="Bar side")], "Gruppe": [st.Page(_second, title="En anden")]}, position="top"
).run()
