"""Every check, by its name in the database and in the order that they are listed."""

from __future__ import annotations

from collections.abc import Mapping

from analytics.kildekontrol import (
    anderegioner,
    arbejdskraftpapirer,
    dagsorden,
    erhvervspapirer,
    forslagstabeller,
    kapacitet,
    klimapapirer,
    mobilitetspapirer,
    pendling,
    penge,
    resultater,
    socialtomraade,
    summer,
    tekstpaastande,
    udtraekket,
    ventetid,
)
from analytics.kildekontrol.kontrol import Check, Difference, Rule

CHECKS: Mapping[str, Check] = {
    name: check
    for subject in (
        *(summer, kapacitet, penge, forslagstabeller, ventetid, pendling, tekstpaastande, resultater, erhvervspapirer),
        *(mobilitetspapirer, klimapapirer, socialtomraade, arbejdskraftpapirer, dagsorden, anderegioner, udtraekket),
    )
    for name, check in subject.CHECKS.items()
}
"""Every family of checks by the value of ``kontrol``; a test holds that each rule of the database is in it."""


def rule(difference: Difference) -> Rule:
    """Return the entry of the check that found a difference. Raises KeyError where there is none."""
    return CHECKS[difference.kontrol].regler[difference.regel]
