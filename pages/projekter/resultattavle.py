"""The Erhvervshus' goals year beside year, theme by theme, as they stood on any day: lights by the printed rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from analytics.tabeller import Frames
from analytics.tavler.resultatmaal import UAFKLARET, Maal, aar, rapportering, stilling, tavle
from analytics.trafiklys import AFLEDT
from dansk import alfabet, dato, saetning, tal
from dansk.saetning import begun
from pages import components, view
from pages.components import Cell, Column, Row, Status
from pages.projekter import dag, parametre
from pages.reading import markdown, queries, sources
from pages.style import theme
from pages.tavler import tavleregler

_TABLES = ("resultatmaal", "resultatpaastand")
_STATUS = {
    "grøn": Status("✓", theme.STATUS["groen"]),
    "gul": Status("◐", theme.STATUS["gul"]),
    "rød": Status("✕", theme.STATUS["roed"]),
    "blank": Status("○"),
    "opfyldt": Status("✓"),
    "gennemført": Status("✓"),
    "i proces": Status("◐"),
    "ikke opfyldt": Status("✕"),
    "ikke i gang": Status("✕"),
    "ikke opgjort": Status("–"),
    "ikke målt": Status("–"),
    UAFKLARET: Status("○"),
}
"""How each word for a goal's standing is shown, in the order of columns; a verdict that stands in the papers has no
colour, since no rule gives it one."""

_LIGHTS = ("grøn", "gul", "rød", "blank")

Boards = Mapping[int, Sequence[Maal]]
Cells = Callable[[Maal, str | None], Sequence[Cell]]


def show(tema: str, paa: date) -> None:
    """Show the goals of a theme, by its name in the link, or of them all; on a projector first the themes alone."""
    themes = {name: words for name, words in parametre.MAALTEMA.options().items() if name != "alle"}
    chosen = themes if tema == "alle" else {tema: themes[tema]}
    boards = _boards(queries.tables(), paa, chosen)
    headline = _headline(boards, "" if tema == "alle" else themes[tema])
    lit = any(goal.lys for _, goal in _statements(boards))
    dag.opening(
        headline,
        paa,
        ("resultatmaal",),
        lambda frames: _results(_boards(frames, paa, chosen)),
        note=f"{AFLEDT}: lysenes farver er tabt i papiret. «Blank» kan ikke afgøres ud fra papirerne." if lit else "",
    )
    if not boards:
        dag.not_yet("Erhvervshusets mål", ("resultatmaal",))
        return

    if tema == "alle":
        _overview(boards, themes, headline)
        if not view.on_projector():
            with st.container(key="alle-temaer"):
                for name in chosen.values():
                    st.subheader(markdown.plain(name), anchor=False)
                    _theme(name, boards, paa)
    else:
        if not view.on_projector():
            components.shortcuts("genveje-maal", "Længere nede på siden", _places(boards, tema))
        _theme(themes[tema], boards, paa)
    with st.container(key="maal-regel"):
        tavleregler.show(tavleregler.goals(with_lights=lit))
    if not view.on_projector():
        with st.expander("Sådan er målene læst", icon=":material/menu_book:"):
            described = queries.description("resultatmaal")
            st.markdown("\n".join(f"- {sentence}" for sentence in (*described.lost, *described.interpreted)))
    papers = {paper for _, goal in _statements(boards) for paper in (goal.kilde.kilde_id, goal.papir)}
    words = parametre.MAALTEMA.options()[tema]
    dag.closing("resultatmaal", _download(boards), paa, words, _TABLES, papers, _printed(boards))


def _boards(frames: Frames, paa: date, themes: Mapping[str, str]) -> Boards:
    """Return the goals of these themes in each year that had goals on the day, the latest first."""
    return {
        year: [goal for goal in tavle(frames, year, paa) if goal.tema in themes.values()] for year in aar(frames, paa)
    }


def _statements(boards: Boards) -> Iterator[tuple[int, Maal]]:
    """Return every goal with its year, each as the newest paper has it, and then as older ones have it."""
    for year, goals in boards.items():
        for goal in goals:
            yield from ((year, said) for said in (goal, *goal.tidligere))


def _headline(boards: Boards, theme: str = "") -> str:
    """Return how the latest year's goals stand, of them all or of a theme's."""
    found = _finding(boards)
    return f"{theme}: {found}" if theme else begun(found)


def _finding(boards: Boards) -> str:
    """Return how many of the latest year's goals are reached, near, missed, and not settled."""
    if not any(boards.values()):
        return "papirerne har endnu ingen mål"
    year, goals = next((year, goals) for year, goals in boards.items() if goals)
    stands = stilling(goals)
    if stands.uafgjort == stands.antal:
        waiting = all(goal.tilstand == "ikke opgjort" for goal in goals)
        settled = "er opgjort endnu" if waiting else "kan afgøres ud fra papirerne"
        return f"ingen af de {stands.antal} delmål for {year} {settled}"
    counts = {
        "er tæt på": stands.taet_paa,
        "er ikke nået": stands.ikke_naaet,
        "kan ikke afgøres ud fra papirerne": stands.uafgjort,
    }
    others = [f"{count} {how}" for how, count in counts.items() if count]
    rest = f"; {saetning.listed(others)}" if others else ""
    return f"{stands.naaet} af {stands.antal} delmål for {year} er nået{rest}"


def _overview(boards: Boards, themes: Mapping[str, str], finding: str) -> None:
    """Count how the goals of each theme and year stand; a click opens the theme."""
    columns = [Column("tema", "Tema")]
    rows = {name: [Cell(name)] for name in themes.values()}
    for year, goals in boards.items():
        found = {goal.stand for goal in goals}
        words = _LIGHTS if any(goal.lys for goal in goals) else [word for word in _STATUS if word in found]
        columns += [Column(f"{year}-{word}", f"{year}: {word}", "tal") for word in words]
        for name, cells in rows.items():
            counts = Counter(goal.stand for goal in goals if goal.tema == name)
            if counts:
                cells += [Cell(str(counts[word]), status=_STATUS[word]) if counts[word] else Cell("") for word in words]
            else:
                cells += [Cell("ingen mål", unknown=True), *[Cell("")] * (len(words) - 1)]
    ids = {words: name for name, words in themes.items()}
    components.table(
        "temaer",
        columns,
        [Row(cells, id=ids[name]) for name, cells in rows.items()],
        alt=f"{finding}. Antal delmål i hvert tema efter lys og efter papirernes egen dom.",
        on_choose=lambda chosen: view.put(parametre.MAALTEMA, chosen or "alle"),
        cards=True,
    )
    dated = [f"{year}: {_dated(goals)}" for year, goals in boards.items()]
    st.caption(f"Vælg et tema for at se dets mål. {'; '.join(dated)}.")


def _dated(goals: Sequence[Maal]) -> str:
    """Return the dates of what is known of these goals, how sure they are, and the papers."""
    papers = dict.fromkeys((goal.dato, goal.praecision, goal.papir) for goal in goals)
    return "status " + saetning.listed([f"i {paper} fra {dag.sure(when, how)}" for when, how, paper in sorted(papers)])


def _places(boards: Boards, tema: str) -> Mapping[str, str]:
    """Return what is far down on a phone: the years before the latest, and the rule."""
    years = {f"maal-{year}-{tema}": f"Mål for {year}" for year in list(boards)[1:]}
    return {**years, "maal-regel": "Regel og kilder"}


def _theme(name: str, boards: Boards, paa: date) -> None:
    """Show a theme's goals: the latest year, and beside it the years before, or below it on a projector."""
    latest, *others = boards
    beside = others and not view.on_projector()
    left, right = st.columns([1.2, 1], gap="medium") if beside else (st.container(), st.container())
    with left:
        _year(name, latest, boards[latest], paa)
    with right:
        for year in others:
            with st.container(key=f"maal-{year}-{alfabet.slug(name)}"):
                _year(name, year, boards[year], paa)


def _year(name: str, year: int, goals: Sequence[Maal], paa: date) -> None:
    shown = [goal for goal in goals if goal.tema == name]
    if not shown:
        st.markdown(f"Temaet har ingen mål for {year}.")
        return
    st.markdown(f"**Mål for {year}**, {_dated(shown)}")
    months, _ = rapportering(queries.tables())
    columns, cells = _LIT if any(goal.lys for goal in shown) else _JUDGED
    components.table(
        f"maal-{year}-{name}",
        columns,
        [row for goal in shown for row in _rows(goal, cells, months, paa)],
        alt=_headline({year: shown}, name),
        cards=True,
    )


def _rows(goal: Maal, cells: Cells, months: int, paa: date) -> Iterator[Row]:
    """Return a goal as the newest paper has it, grey where that is too old, and below it as older ones have it."""
    age, old = dag.age(goal.dato, goal.praecision, months, paa)
    grey = old and goal.i_gang
    since = _since(goal) if goal.tidligere else None
    yield Row(cells(goal, age if grey else since), kind="graa" if grey else None)
    for earlier in goal.tidligere:
        yield Row(cells(earlier, f"tidligere: {_since(earlier)}"), kind="tidligere")


def _since(goal: Maal) -> str:
    return f"{dato.day(goal.dato, goal.praecision)} ({goal.papir})"


def _with_light(goal: Maal, note: str | None) -> Sequence[Cell]:
    is_figure = goal.maal_tal is not None or goal.realiseret_tal is not None
    return (
        Cell(f"{goal.nummer} {goal.maal}", note=goal.enhed),
        _standing(goal, note),
        Cell("" if goal.maal_tal is None else tal.as_printed(goal.maal_tal)),
        Cell(
            tal.as_printed(goal.realiseret_tal) if is_figure else "",
            unknown=is_figure and goal.realiseret_tal is None,
        ),
        Cell(_remarks(goal)),
    )


def _with_verdict(goal: Maal, note: str | None) -> Sequence[Cell]:
    result = None if goal.realiseret_tal is None else f"{_quantity(goal.realiseret_tal, goal.enhed).removesuffix('.')}."
    return (
        Cell(
            f"{goal.nummer} {goal.maal}",
            note=None if goal.maal_tal is None else f"mål: {_quantity(goal.maal_tal, goal.enhed)}",
        ),
        _standing(goal, note),
        Cell(" ".join(filter(None, (result, _remarks(goal))))),
    )


def _standing(goal: Maal, note: str | None) -> Cell:
    return Cell(goal.stand, status=_STATUS[goal.stand], note=note)


_LIT = (
    (
        Column("maal", "Mål"),
        Column("lys", "Lys, afledt"),
        Column("maaltal", "Måltal", "tal"),
        Column("realiseret", "Realiseret", "tal"),
        Column("kommentar", "Kommentar og grund"),
    ),
    _with_light,
)
_JUDGED = (
    (Column("maal", "Mål"), Column("dom", "Papirernes dom"), Column("vides", "Hvad der vides")),
    _with_verdict,
)


def _quantity(value: float | None, unit: str | None) -> str:
    return tal.as_printed(value) + (f" {unit}" if unit and value is not None else "")


def _remarks(goal: Maal) -> str:
    """Return what the papers say of the goal, and why its light is what it is where the figures do not say so."""
    told_by_figures = goal.lys and goal.lys.farve == "groen" and goal.realiseret_tal is not None
    reason = goal.uafklaret if goal.lys is None else "" if told_by_figures else goal.lys.begrundelse
    return " ".join(filter(None, (goal.realiseret_tekst, goal.kommentar, reason)))


def _results(boards: Boards) -> pd.Series:
    """Return every result by its goal, for comparing two versions of the data."""
    return pd.Series(
        {f"{year}, {goal.nummer} {goal.maal}": goal.realiseret_tal for year, goals in boards.items() for goal in goals},
        dtype=float,
    )


def _printed(boards: Boards) -> list[sources.Printed]:
    """Return where each goal and each result is printed."""
    return [
        sources.Printed(f"{year}, {goal.nummer}: {what}", text, "resultatmaal", at.kilde_id, at.kilde_linje)
        for year, goal in _statements(boards)
        for what, text, at in (
            ("mål", _quantity(goal.maal_tal, goal.enhed) if goal.maal_tal is not None else "–", goal.kilde),
            ("resultat", _quantity(goal.realiseret_tal, goal.enhed), goal.resultat),
        )
        if at
    ]


def _download(boards: Boards) -> pd.DataFrame:
    """Return what each paper says of each goal, a row each, to take away."""
    newest = {id(goal) for goals in boards.values() for goal in goals}
    return pd.DataFrame(
        [
            {
                "år": str(year),
                "nr.": goal.nummer,
                "tema": goal.tema,
                "mål": goal.maal,
                "måltal": goal.maal_tal,
                "realiseret": goal.realiseret_tal,
                "enhed": goal.enhed,
                "realiseret i ord": goal.realiseret_tekst,
                "kommentar": goal.kommentar,
                "lys": goal.lys.ord if goal.lys else None,
                "lysets grund": f"{goal.lys.afledt}: {goal.lys.begrundelse}" if goal.lys else None,
                "papirernes dom": goal.tilstand,
                "hvorfor uafklaret": goal.uafklaret,
                "papirets dato": dag.sure(goal.dato, goal.praecision),
                "nyeste": "ja" if id(goal) in newest else "nej",
                "målet står i": str(goal.kilde),
                "resultatet står i": str(goal.resultat) if goal.resultat else None,
            }
            for year, goal in _statements(boards)
        ]
    )
