"""Every address that the app makes of its own pages, relative to any of them: what a page is asked, by which name."""

from __future__ import annotations

from urllib.parse import urlencode

from pages.navigation.registry import INDSATS, INFRASTRUKTUR, KILDEKONTROL, KILDER, KLIMA, Page


def view(page: Page, **query: str | int) -> str:
    """Return the address of a page, with the parameters of the view that it opens, e.g. `kilder?tabel=kommune`."""
    asked = urlencode(query)
    return (page.address or "./") + (f"?{asked}" if asked else "")


def table(name: str, linje: int | None = None) -> str:
    """Return the address of a table of the database, or of the row in it that begins at a line of its document."""
    return view(KILDER, tabel=name) if linje is None else view(KILDER, tabel=name, linje=linje)


def finding(afvigelse_id: str) -> str:
    """Return the address of a difference that the source checks found."""
    return view(KILDEKONTROL, afvigelse=afvigelse_id)


def measure(indsats_nr: int) -> str:
    """Return the address of a mobility measure's sheet."""
    return view(INDSATS, indsats=indsats_nr)


def project(omraade: str, projekt_id: str) -> str:
    """Return the address of a VIP project on the board of its `omraade`, `klima` or `infrastruktur`."""
    if omraade == "klima":
        return view(KLIMA, klimaprojekt=projekt_id)
    return view(INFRASTRUKTUR, infraprojekt=projekt_id)
