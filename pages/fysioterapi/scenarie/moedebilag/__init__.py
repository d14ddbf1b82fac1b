"""
Mødebilag: a scenario on one A4 page, as a PDF that is tagged, titled and in Danish.

`build` words the page's content from a scenario (`udfyldning`, with the maps of `flisekort` and the small print of
`noter`); `make_pdf` sets it with typst (`sats` and the template `side.typ`). Nothing is fetched: the font comes with
the package `font-source-sans-pro`.
"""

from pages.fysioterapi.scenarie.moedebilag.indhold import Moedebilag
from pages.fysioterapi.scenarie.moedebilag.sats import make_pdf
from pages.fysioterapi.scenarie.moedebilag.udfyldning import build

__all__ = ["Moedebilag", "build", "make_pdf"]
