"""«Del visning»: a link that opens the same view next year, and its QR code; and what such a link says on arrival."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

import segno
import streamlit as st

from pages import components
from pages.access.machine import OWN_NAMES
from pages.reading import queries
from pages.view import address, links, memory, since, spelling
from pages.view.kinds import Parameter
from pages.view.parameters import SCENARIE

_QR = "QR-kode med linket til denne visning"


def arrive(page: str, known: Mapping[str, Parameter[Any]], *, returned: bool) -> list[str]:
    """
    Turn to a page as its address says, shared link (`v`) and all, where links may hold the parameters `known`.

    `returned` says that the browser's back or forward button led there. Return a sentence for each part that cannot be
    read.
    """
    said = spelling.named(address.turn_to(page, known, returned=returned), [*known, "v"])
    packed = said.pop("v", None)
    if packed is None:
        return address.read(said)
    shared = links.decode(packed)
    names = {parameter.code: parameter.name for parameter in known.values()}
    # Links made before said also how large the sender saw it.
    shared_values = {names.get(code, code): value for code, value in shared.values.items()}
    view = {name: value for name, value in shared_values.items() if name not in known or known[name].shared}
    remarks = [f"Linket kunne ikke læses helt. Sprunget over: {part}." for part in shared.unreadable]
    since.remember(shared.version)
    return remarks + address.read(view | said)


LONGEST = 300
"""Characters that a shared link may have before what is there if there is room is left out."""


def link(instead: Mapping[Parameter[str], str] | None = None, without: Collection[Parameter[Any]] = ()) -> str:
    """
    Return the shared link to this page as it is now: every value written out, and the data's version.

    `instead` has values for some parameters that it says in the place of their own, and `without` those left out.
    """
    if instead or without:
        left_out = {parameter.name for parameter in without}
        said = {name: value for name, value in memory.written_out().items() if name not in left_out}
        return _link(said | {each.name: each.write(value) for each, value in (instead or {}).items()})
    whole = _link(memory.written_out())
    return whole if len(whole) <= LONGEST else _link(memory.written_out(short=True))


def _link(said: Mapping[str, str]) -> str:
    here = _parts(st.context.url or "") or urlsplit("http://localhost:8501/")
    base = here.path.rsplit("/", 1)[0]
    values = {memory.known()[name].code or name: value for name, value in said.items()}
    packed = links.encode(values, queries.version())
    return f"{here.scheme}://{here.netloc}{base}/{memory.page()}?v={packed}"


def scenario_in(text: str) -> str:
    """Return the scenario's code in a link to a page of ours, shared (`v`) or not; any other text as it is."""
    parts = _parts(text.strip())
    query = dict(parse_qsl(parts.query)) if parts else {}
    values = links.decode(query["v"]).values if "v" in query else query
    return values.get(SCENARIE.code or "", values.get(SCENARIE.name, text.strip()))


def _parts(text: str) -> SplitResult | None:
    """The parts of an address, or None of a text that is none, such as one with brackets where the host should be."""
    try:
        return urlsplit(text)
    except ValueError:
        return None


@st.cache_data(max_entries=200, show_spinner=False)
def qr_code(to: str) -> bytes:
    """Return the link as a QR code, a PNG drawn here."""
    picture = io.BytesIO()
    segno.make(to, error="m", micro=False).save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()


def popover() -> None:
    """Show the button «Del visning»; link and QR code are made when it is opened."""
    box = st.popover("Del visning", icon=":material/share:", key="del-visning", on_change="rerun")
    if not box.open:
        return
    shared = link()
    with box:
        st.write("Linket åbner præcis denne visning, med alle valg skrevet ud og datas version.")
        parts = _parts(shared)
        if parts and parts.hostname in OWN_NAMES:
            st.write(
                "**Linket virker kun på denne maskine**, for siden er åbnet som localhost. Åbn den under serverens "
                "eget navn for at få et link, som andre kan bruge."
            )
        components.copy_field("del-link", shared)
        st.image(qr_code(shared), width=240, alt=_QR)
        components.whole_screen("qr-stor", "Vis QR-kode på hele skærmen", qr_code(shared), "QR-koden på hele skærmen")
        st.caption(f"Data: version {queries.version()}. QR-koden er tegnet her og ikke hentet udefra.")
