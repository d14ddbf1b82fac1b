"""«Del visning»: a link that opens the same view next year, its QR code, and what has changed since it was made."""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import segno
import streamlit as st

from analytics.tabeller import Frames
from dansk import tal
from pages import components, view
from pages.reading import queries
from pages.view import links
from pages.view.parameters import CODES

_SHARED_VERSION = "_delt_version"

_OWN_MACHINE = ("localhost", "127.0.0.1", "::1")
"""Names by which a machine calls itself, and which lead nobody else to it."""


def arrive(page: str) -> list[str]:
    """Turn to a page as its address says, shared link (`v`) and all; return a sentence for each part that it cannot."""
    address = view.turn_to(page)
    packed = address.pop("v", None)
    if packed is None:
        return view.read(address)
    shared = links.decode(packed)
    names = {code: name for name, code in CODES.items()}
    remarks = [f"Linket kunne ikke læses helt. Sprunget over: {part}." for part in shared.unreadable]
    if shared.version and shared.version != queries.version():
        st.session_state[_SHARED_VERSION] = shared.version
    return remarks + view.read({names.get(code, code): value for code, value in shared.values.items()} | address)


def link() -> str:
    """Return the shared link to this page as it is now: every value written out, and the data's version."""
    address = urlsplit(st.context.url or "http://localhost:8501/")
    base = address.path.rsplit("/", 1)[0]
    values = {CODES.get(name, name): value for name, value in view.on_this_page().items()}
    packed = links.encode(values, queries.version())
    return f"{address.scheme}://{address.netloc}{base}/{view.page()}?v={packed}"


def scenario_in(text: str) -> str:
    """Return the scenario's code in a link to a page of ours, shared (`v`) or not; any other text as it is."""
    query = dict(parse_qsl(urlsplit(text.strip()).query))
    values = links.decode(query["v"]).values if "v" in query else query
    return values.get(CODES["scenarie"], values.get("scenarie", text.strip()))


@st.cache_data(max_entries=200, show_spinner=False)
def qr_code(address: str) -> bytes:
    """Return the link as a QR code, a PNG drawn here."""
    picture = io.BytesIO()
    segno.make(address, error="m", micro=False).save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()


def popover() -> None:
    """Show the button «Del visning»; link and QR code are made when it is opened."""
    box = st.popover("Del visning", icon=":material/share:", key="del-visning", on_change="rerun")
    if not box.open:
        return
    address = link()
    with box:
        st.write("Linket åbner præcis denne visning, med alle valg skrevet ud og datas version.")
        if urlsplit(address).hostname in _OWN_MACHINE:
            st.write(
                "**Linket virker kun på denne maskine**, for siden er åbnet som localhost. Åbn den under serverens "
                "eget navn for at få et link, som andre kan bruge."
            )
        components.copy_field("del-link", "Link til visningen", address)
        st.image(qr_code(address), width=240, alt="QR-kode med linket til denne visning")
        st.caption(f"Data: version {queries.version()}. QR-koden er tegnet her og ikke hentet udefra.")


def then_and_now(compute: Callable[[Frames], pd.Series], write: Callable[[float], str] = tal.as_printed) -> None:
    """
    Say which figures of the view were different when the opened link was made.

    `compute` returns the view's figures, indexed by what they are called, from one version's tables.
    """
    version = st.session_state.get(_SHARED_VERSION)
    if version is None or version == queries.version():
        return
    try:
        then = compute(queries.frames(version))
    except queries.UnknownVersion:
        st.info(
            "Data er nyere end linket. Den version, linket blev lavet på, er ikke længere gemt, "
            "så forskellene kan ikke vises.",
            icon=":material/history:",
        )
        return
    except (KeyError, ValueError, queries.DataError):
        st.info("Data er nyere end linket og er bygget op på en anden måde.", icon=":material/history:")
        return
    now = compute(queries.tables())
    both = pd.DataFrame({"then": then, "now": now})
    changed = both[~((both["then"] == both["now"]) | (both["then"].isna() & both["now"].isna()))]
    if changed.empty:
        st.info("Data er nyere end linket, men tallene i denne visning er de samme.", icon=":material/history:")
        return
    with st.expander(f"Data er nyere end linket: {len(changed)} tal i visningen var anderledes", expanded=True):
        components.table(
            "siden-linket",
            (
                components.Column("hvad", "Tal"),
                components.Column("da", "Da", "tal"),
                components.Column("nu", "Nu", "tal"),
            ),
            [
                components.Row(
                    (
                        components.Cell(str(name)),
                        components.Cell(write(row.then)),
                        components.Cell(write(row.now)),
                    )
                )
                for name, row in changed.iterrows()
            ],
            alt="Tal, der var anderledes, da linket blev lavet",
        )
