"""How bad each page's first screen may be: `lofter.yaml`, which is only ever tightened by a program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml

from tests.skaerm.measure import FirstScreen

FILE = Path(__file__).with_name("lofter.yaml")
NONE = "ingen"
"""Where there is no picture, or no headline: nothing is worse."""

Figure = int | float | str
Figures = Mapping[str, Figure]

FEWER = ("billedet_begynder", "ord", "overskrift_ord", "overskrift_tal", "skaaret", "engelsk")
"""What may not be more than the limit."""
MORE = ("billedet_fylder", "mindste_skrift")
"""What may not be less."""
SLACK = {"billedet_begynder": 4, "billedet_fylder": 1, "mindste_skrift": 0.1}
"""How much worse a figure may be for all that: another machine's letters are a hair wider."""

_HEADING = """\
# Første skærm på 1366x768, side for side: hvor dårlig den højst må være. Se docs/test.md, «Første skærm».
#
#   billedet_begynder  px fra vinduets top til det første billede (højst)
#   billedet_fylder    procent af skærmen, som det første billede fylder (mindst)
#   ord                ord og tal før folden, uden menu, billedets egne og valglister (højst; målet er 120)
#   overskrift_ord     ord i overskriften (højst; målet er 12), og overskrift_tal (højst; målet er 2)
#   skaaret            tekster, der er skåret af eller skal rulles frem fra siden, på hele siden (højst; målet er 0)
#   engelsk            engelske tekster og rester fra programmet, på hele siden (højst; målet er 0)
#   mindste_skrift     px, de mindste bogstaver på skærmen (mindst)
#
# «ingen»: siden har intet billede eller ingen overskrift; så er alt bedre. `make skaerm SKRIV=1` strammer lofterne til
# dagens tal og løfter ingen. Skal et loft hæves, gøres det i hånden, med en begrundelse i ændringen.
"""


def figures(of: FirstScreen) -> dict[str, Figure]:
    """Return the figures that have limits."""
    return {
        "billedet_begynder": NONE if of.billede is None else of.billede.begynder,
        "billedet_fylder": NONE if of.billede is None else of.billede.fylder,
        "ord": of.ord,
        "overskrift_ord": NONE if of.overskrift_ord is None else of.overskrift_ord,
        "overskrift_tal": NONE if of.overskrift_tal is None else of.overskrift_tal,
        "skaaret": len(of.skaaret),
        "engelsk": len(of.engelsk) + len(of.oplaest),
        "mindste_skrift": NONE if of.mindste is None else of.mindste.px,
    }


def worse(now: Figures, limits: Figures) -> list[str]:
    """
    Return a line for each figure that is beyond its limit.

    >>> worse({"ord": 130, "billedet_fylder": "ingen"}, {"ord": 120, "billedet_fylder": 30})
    ['ord: 130, højst 120', 'billedet_fylder: ingen, mindst 30']
    """
    return [
        f"{name}: {now[name]}, {'mindst' if name in MORE else 'højst'} {limit}"
        for name, limit in limits.items()
        if _beyond(name, now[name], limit, SLACK.get(name, 0))
    ]


def tightened(limits: Figures | None, now: Figures) -> dict[str, Figure]:
    """
    Return the limits moved to what is better now; a page without limits gets those of today.

    >>> tightened({"ord": 120, "skaaret": 0}, {"ord": 100, "skaaret": 2})
    {'ord': 100, 'skaaret': 0}
    """
    if limits is None:
        return dict(now)
    return {
        name: limits[name] if name in limits and _beyond(name, figure, limits[name], 0) else figure
        for name, figure in now.items()
    }


def read() -> dict[str, dict[str, Figure]]:
    """Return the limits of each page by its name; none where there is no file."""
    if not FILE.exists():
        return {}
    found: dict[str, dict[str, Figure]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def write(limits: Mapping[str, Figures]) -> None:
    """Write the file anew."""
    plain = {page: dict(of) for page, of in limits.items()}
    text = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=120)
    FILE.write_text(f"{_HEADING}\n{text}", encoding="utf-8")


def _beyond(name: str, now: Figure, limit: Figure, slack: float) -> bool:
    if isinstance(limit, str):
        return False
    if isinstance(now, str):
        return True
    return now < limit - slack if name in MORE else now > limit + slack
