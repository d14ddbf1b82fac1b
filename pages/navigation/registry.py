"""Every page, in the order of menu and foot: both, front page, README and the page for unknown addresses read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Parts = Literal["omraader", "kommuner", "regionen", "papirerne"]
"""What a page shows: the 37 areas, of which København is nine; kommuner; the region as one; or the papers."""

SITE = "KKR Overblik"
"""What the app is called."""


@dataclass(frozen=True)
class Page:
    """
    A page: its script, its address ("" is the front page), its title and icon, and the menu that it stands under.

    `answers` says in one line what it answers; `section` is "" for what stands in the menu by itself, and None for what
    stands in no menu but in every page's foot. `parts` is what it shows, the smallest that it has figures or names of.
    """

    script: str
    address: str
    title: str
    icon: str
    section: str | None
    answers: str
    parts: Parts = "papirerne"

    @property
    def name(self) -> str:
        """What the page is called where its address cannot be empty."""
        return self.address or "overblik"

    @property
    def tab(self) -> str:
        """What the browser's tab says, and a preview of a link to it."""
        return f"{self.title} – {SITE}" if self.address else SITE


OVERBLIK = Page(
    "pages/overblik/forside.py",
    "",
    "Overblik",
    ":material/home:",
    "",
    "Hvor det er sværest, fem spørgsmål, jeres kommune, og hvem der beslutter hvad.",
    "omraader",
)
MIN_KOMMUNE = Page(
    "pages/kommune/min_kommune.py",
    "min-kommune",
    "Min kommune",
    ":material/location_city:",
    "",
    "Hvor kommunen skiller sig ud blandt alle, og hvad papirerne siger om den.",
    "omraader",
)
MOEDER = Page(
    "pages/moeder/side.py",
    "moeder",
    "Møder og beslutninger",
    ":material/calendar_month:",
    "",
    "Hvad der er forfaldent, hvad KKR bedes om, hvad der blev af det, og hvad jeres del koster.",
    "kommuner",
)
KAPACITET = Page(
    "pages/fysioterapi/kapacitet/side.py",
    "fysioterapi-kapacitet",
    "Kapacitet og klinikker",
    ":material/map:",
    "Fysioterapi",
    "Hvor det er svært at få fysioterapi: fliser, landkort, de ringeste, jeres og de bedste.",
    "omraader",
)
PENDLING = Page(
    "pages/fysioterapi/pendling/side.py",
    "fysioterapi-pendling",
    "Patienternes veje",
    ":material/share_location:",
    "Fysioterapi",
    "Hvor patienterne bor og behandles, og dækningen, når den følger dem.",
    "omraader",
)
SCENARIE = Page(
    "pages/fysioterapi/scenarie/side.py",
    "fysioterapi-scenarie",
    "Scenarie for nye ydernumre",
    ":material/tune:",
    "Fysioterapi",
    "Stil på skyderne: hvem vinder, hvem står tilbage, og passer pengene?",
    "omraader",
)
MOBILITET = Page(
    "pages/mobilitet/sammenlign.py",
    "mobilitet-sammenlign",
    "Mobilitetsindsatser",
    ":material/grid_on:",
    "Mobilitet",
    "Hvem er bedst for hvad, hvad får man for pengene, og hvilken pakke giver mest under jeres vægte?",
    "kommuner",
)
INDSATS = Page(
    "pages/mobilitet/indsats.py",
    "mobilitet-indsats",
    "Indsatsens ark",
    ":material/article:",
    "Mobilitet",
    "Én mobilitetsindsats: hvor den er, hvad den koster og giver, og alt, hvad arket siger.",
    "kommuner",
)
KLIMA = Page(
    "pages/projekter/klima/side.py",
    "vip-klima",
    "Klima-VIP",
    ":material/eco:",
    "Projekter",
    "Hvordan klimaprojekterne står, deres mål og kommuner, som det stod på en dag.",
    "kommuner",
)
INFRASTRUKTUR = Page(
    "pages/projekter/infrastruktur/side.py",
    "vip-infrastruktur",
    "Infrastruktur-VIP",
    ":material/train:",
    "Projekter",
    "Hvordan infrastrukturprojekterne står, hvad de koster, og hvor de er.",
    "kommuner",
)
RESULTATMAAL = Page(
    "pages/resultatmaal/side.py",
    "resultatmaal",
    "Resultatmål og kommunetal",
    ":material/flag:",
    "Projekter",
    "Erhvervshusets mål, årsberetningens tal, og deltagelser pr. kommune.",
    "kommuner",
)
ARBEJDSKRAFT = Page(
    "pages/arbejdskraft/side.py",
    "arbejdskraft",
    "Arbejdskraft og uddannelse",
    ":material/build:",
    "Velfærd",
    "Målene for erhvervsuddannelser, rekruttering, anbefalinger, og SOSU-lærepladser pr. kommune.",
    "kommuner",
)
SOCIALT = Page(
    "pages/socialt/side.py",
    "socialt",
    "Socialt område",
    ":material/diversity_3:",
    "Velfærd",
    "Hvad sikrede pladser koster, og sagerne om Kofoedsminde, gravide og udgifterne.",
    "regionen",
)
KILDER = Page(
    "pages/om/kilder.py",
    "kilder",
    "Kilder",
    ":material/description:",
    "Om tallene",
    "Alle dokumenter og tabeller, og hvad der er gået tabt.",
)
KILDEKONTROL = Page(
    "pages/om/kildekontrol.py",
    "kildekontrol",
    "Kildekontrol",
    ":material/fact_check:",
    "Om tallene",
    "De forskelle i papirerne, der ændrer en beslutning, og alle de andre.",
)
METODE = Page(
    "pages/om/metode.py",
    "metode",
    "Metode",
    ":material/function:",
    "Om tallene",
    "Hvordan hvert mål er opgjort.",
)
TILGAENGELIGHED = Page(
    "pages/om/tilgaengelighed.py",
    "tilgaengelighed",
    "Tilgængelighed",
    ":material/accessibility:",
    None,
    "Hvad der ikke er tilgængeligt for alle, hvordan det er prøvet, og hvem I kan skrive til.",
)
PRIVATLIV = Page(
    "pages/om/privatliv.py",
    "privatliv",
    "Privatliv",
    ":material/block:",
    None,
    "Hvad der gemmes, hvor, og hvor længe: intet om dem, der ser siden.",
)

PAGES = (
    *(OVERBLIK, MIN_KOMMUNE, MOEDER, KAPACITET, PENDLING, SCENARIE, MOBILITET, INDSATS),
    *(KLIMA, INFRASTRUKTUR, RESULTATMAAL, ARBEJDSKRAFT, SOCIALT, KILDER, KILDEKONTROL, METODE),
    *(TILGAENGELIGHED, PRIVATLIV),
)


def sections() -> dict[str, list[Page]]:
    """Return the pages of each menu, in order."""
    named = [page.section for page in PAGES if page.section is not None]
    return {section: [page for page in PAGES if page.section == section] for section in named}


def foot() -> list[Page]:
    """Return the pages that stand in the foot, in order."""
    return [page for page in PAGES if page.section is None]


def at(address: str) -> Page:
    """Return the page at an address; there is none at others (StopIteration)."""
    return next(page for page in PAGES if page.address == address)
