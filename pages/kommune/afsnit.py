"""All that a kommune's page holds, theme by theme: for one kommune, or for several side by side."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.kommune.kommuneprofil import Kommuneprofil
from pages.kommune import erhverv, forslag, fysioterapi, mobilitet, pendling, projekter, sosu
from pages.kommune.indhold import Afsnit

_OTHERS = (projekter, erhverv.EMNE, sosu.EMNE, mobilitet)


def every(profiler: Sequence[Kommuneprofil], scenarier: forslag.Scenarier) -> tuple[Afsnit, ...]:
    """Return every theme, in the page's order; `scenarier` are a link's, by what they are called."""
    if len(profiler) == 1:
        (profil,) = profiler
        physiotherapy = fysioterapi.one(profil), forslag.one(profil, scenarier), pendling.one(profil)
        return *physiotherapy, *(theme.one(profil) for theme in _OTHERS)
    return (
        fysioterapi.several(profiler),
        forslag.several(profiler, scenarier),
        pendling.several(profiler),
        *(theme.several(profiler) for theme in _OTHERS),
    )
