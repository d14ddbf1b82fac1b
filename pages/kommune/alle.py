"""Every kommune's PDF in one file, from one press: how far it is, and one sentence where it fails."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import date
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import streamlit as st
import typst

from data.errors import DataError
from pages import components
from pages.frame import notices
from pages.kommune import afsnit, parametre, udlevering
from pages.reading import clock, queries
from pages.view import sharing
from pages.view.parameters import KOMMUNE, SCENARIE

_AT_ONCE = 2
_OTHERS = (parametre.KOMMUNER, parametre.AFSNIT, SCENARIE)
FAILED = "Filerne kunne ikke laves. Prøv igen, eller hent én kommune ad gangen."


@queries.kept(64)
def _pdf(of_version: str, kommune: str, link: str, dato: date) -> bytes:
    profile = queries.profile.of(of_version, kommune)
    return udlevering.make_pdf([profile], afsnit.every([profile], {}), link, dato)


@st.fragment
def button() -> None:
    """Show the button; pressed, it makes the files and hands them over."""
    names = queries.kommune_names()
    pressed = st.button(
        f"Alle {len(names)} kommuner som PDF",
        icon=":material/folder_zip:",
        key="alle-pdf",
        help="To sider for hver kommune, i én zip-fil.",
    )
    if not pressed:
        return
    notices.keep_up()
    with st.container(key="alle-imens"):
        progress = st.progress(0.0, f"0 af {len(names)} PDF-filer")

        def told(done: int) -> None:
            progress.progress(done / len(names), f"{done} af {len(names)} PDF-filer")

        try:
            links = {name: sharing.link({KOMMUNE: name}, without=_OTHERS) for name in names}
            content = make_zip(links, clock.today(), told)
        except (typst.TypstError, DataError, OSError, MemoryError):
            progress.empty()
            st.error(FAILED)
            return
        progress.empty()
        st.download_button(
            "Hent zip-filen", content, "kkr-kommuner.zip", "application/zip", key="alle-zip", on_click="ignore"
        )
        components.hand_over("alle-hent", "alle-zip", str(time.monotonic_ns()))


def make_zip(links: Mapping[str, str], dato: date, told: Callable[[int], None]) -> bytes:
    """
    Return a zip with the PDF of each kommune (kommune_id) that there is a link to; `told` hears how many are made.

    Raises typst.TypstError or DataError where one of them cannot be made.
    """
    version, made = queries.version(), {}
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        asked = {workers.submit(_pdf.of, version, kommune, link, dato): kommune for kommune, link in links.items()}
        try:
            for each in as_completed(asked):
                made[asked[each]] = each.result()
                told(len(made))
        except BaseException:
            workers.shutdown(wait=False, cancel_futures=True)
            raise
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as file:
        for kommune in links:
            file.writestr(ZipInfo(f"kkr-{kommune}.pdf", (dato.year, dato.month, dato.day, 0, 0, 0)), made[kommune])
    return packed.getvalue()
