"""Amounts of money, known to a range: in mio. kr., and in mia. kr. where they are that large."""

from __future__ import annotations

from dansk.tal import UNKNOWN, as_printed, is_unknown, number, rounded

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MIA = 1000
"""So many mio. kr. are one mia. kr."""
_TUSIND, _MIO = 1000, 1_000_000


def spaend(lav: float | None, hoej: float | None, enhed: str) -> str:
    """
    Return a range as one text, or one figure where the ends are the same; `ikke oplyst` where there is none.

    >>> spaend(20_000, 30_000, "ton"), spaend(7, 7, "%")
    ('20.000-30.000\\xa0ton', '7\\xa0%')
    """
    if is_unknown(lav) or is_unknown(hoej):
        return UNKNOWN
    return f"{'-'.join(dict.fromkeys(as_printed(end) for end in (lav, hoej)))}{_NO_BREAK}{enhed}"


def mio_kr(lav: float | None, hoej: float | None) -> str:
    """
    Return an amount that is given in mio. kr.; one whose low end is that large is written in mia. kr.

    >>> mio_kr(980, 980), mio_kr(1000, 1750)
    ('980\\xa0mio. kr.', '1-1,75\\xa0mia. kr.')
    """
    if lav is None or hoej is None or is_unknown(lav) or lav < _MIA:
        return spaend(lav, hoej, "mio. kr.")
    return spaend(lav / _MIA, hoej / _MIA, "mia. kr.")


def omtrent(lav: float, hoej: float) -> str:
    """
    Return an amount in kr.: to the krone where it is one figure, else about, in whole thousands or in mio. kr.

    >>> omtrent(135_810, 135_810), omtrent(210_400, 299_500), omtrent(570_810, 1_035_810)
    ('135.810\\xa0kr.', 'ca. 210.000-300.000\\xa0kr.', 'ca. 0,57-1,04\\xa0mio. kr.')
    """
    if lav == hoej:
        return spaend(lav, hoej, "kr.")
    if hoej >= _MIO:
        return f"ca. {spaend(rounded(lav / _MIO, 2), rounded(hoej / _MIO, 2), 'mio. kr.')}"
    low, high = (_TUSIND * rounded(end / _TUSIND) for end in (lav, hoej))
    return f"ca. {spaend(low, high, 'kr.')}"


def aendring(lav: float, hoej: float, lav_pct: float, hoej_pct: float) -> str:
    """
    Return a change of an amount in mio. kr. and in percent, from least to most where the two are not the same.

    >>> aendring(1400, 1400, 21.2, 21.2), aendring(-50, -50, -25, -25)
    ('+1,4\\xa0mia. kr., +21\\xa0%', '−50\\xa0mio. kr., −25\\xa0%')
    """
    large = max(abs(lav), abs(hoej)) >= _MIA
    money = [_signed(end / _MIA if large else end) for end in (lav, hoej)]
    share = [number(end, sign=True) for end in (lav_pct, hoej_pct)]
    unit = "mia. kr." if large else "mio. kr."
    return f"{_ends(money)}{_NO_BREAK}{unit}, {_ends(share)}{_NO_BREAK}%"


def fra_mia(mia: float) -> float:
    """
    Return an amount in mia. kr. as mio. kr.

    >>> fra_mia(10)
    10000
    """
    return mia * _MIA


def paa_akse(mio: float) -> str:
    """
    Return what stands at a step of an axis of whole mia. kr.: the unit at the first alone.

    >>> paa_akse(0), paa_akse(5000)
    ('0 mia. kr.', '5')
    """
    return number(mio / _MIA) + ("" if mio else " mia. kr.")


def _signed(value: float) -> str:
    return f"+{as_printed(value)}" if value > 0 else as_printed(value)


def _ends(ends: list[str]) -> str:
    return " til ".join(dict.fromkeys(ends))
