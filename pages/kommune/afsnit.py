"""All that a kommune's page holds, theme by theme: for one kommune, or for several side by side."""

from __future__ import annotations

from collections.abc import Sequence

from analytics.kommune.kommuneprofil import Kommuneprofil
from pages.kommune import erhverv, forslag, fysioterapi, mobilitet, projekter, sosu
from pages.kommune.indhold import Afsnit

_OTHERS = (projekter, erhverv.EMNE, sosu.EMNE, mobilitet)


def every(profiler: Sequence[Kommuneprofil], scenarier: forslag.Scenarier) -> tuple[Afsnit, ...]:
    """Return every theme, in the page's order; `scenarier` are a link's, by what they are called."""
    if len(profiler) == 1:
        (profil,) = profiler
        return fysioterapi.one(profil), forslag.one(profil, scenarier), *(theme.one(profil) for theme in _OTHERS)
    return (
        fysioterapi.several(profiler),
        forslag.several(profiler, scenarier),
        *(theme.several(profiler) for theme in _OTHERS),
    )
