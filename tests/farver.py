"""How unlike two colours are: contrast (WCAG 2.2), and difference as the eye has it (CIEDE2000), by definition."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Lab = tuple[float, float, float]


def _linear(colour: str) -> list[float]:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(colour: str) -> float:
    """Return the relative luminance, 0-1, of a colour `#RRGGBB`."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1-21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def difference(one: str, other: str) -> float:
    """Return how unlike two colours `#RRGGBB` are (CIEDE2000); below 1 nobody sees it."""
    return ciede2000(_lab(one), _lab(other))


def _lab(colour: str) -> Lab:
    """CIE L*a*b* of an sRGB colour in its own white, D65."""
    red, green, blue = _linear(colour)

    def root(of: float) -> float:
        return of ** (1 / 3) if of > 216 / 24389 else (24389 / 27 * of + 16) / 116

    x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: Lab, other: Lab) -> float:
    """Return the difference of two L*a*b* colours (Sharma, Wu and Dalal, 2005, equations 2 to 22; all weights 1)."""
    (light_1, a_1, b_1), (light_2, a_2, b_2) = one, other
    seventh = ((hypot(a_1, b_1) + hypot(a_2, b_2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - sqrt(seventh / (seventh + 25**7)))
    a_1, a_2 = a_1 * stretch, a_2 * stretch
    chroma_1, chroma_2 = hypot(a_1, b_1), hypot(a_2, b_2)
    hue_1, hue_2 = degrees(atan2(b_1, a_1)) % 360, degrees(atan2(b_2, a_2)) % 360

    grey = chroma_1 * chroma_2 == 0
    turn = 0.0 if grey else (hue_2 - hue_1 + 180) % 360 - 180
    across = 2 * sqrt(chroma_1 * chroma_2) * sin(radians(turn / 2))
    hue = (hue_1 + hue_2) / 2
    if grey:
        hue = hue_1 + hue_2
    elif abs(hue_1 - hue_2) > 180:
        hue += 180 if hue < 180 else -180
    light, chroma = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2

    bend = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    rotation = 2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    in_light = (light_2 - light_1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    in_chroma = (chroma_2 - chroma_1) / (1 + 0.045 * chroma)
    in_hue = across / (1 + 0.015 * chroma * bend)
    return sqrt(in_light**2 + in_chroma**2 + in_hue**2 - rotation * in_chroma * in_hue)
