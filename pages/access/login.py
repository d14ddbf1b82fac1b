"""
What is kept of a login, and what it says of the visitor: the name, whether in the group that adds rows, and since when.

Of 200 groups no more than that one answer is kept: a cookie of all of them is larger than servers take.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from pages.access.settings import Access

HOURS = 12
"""How long a login holds: who is taken out of the group can add no rows the day after."""
MEMBER, OUTSIDE, UNTOLD = "med", "uden", "ikke oplyst"
"""What is known of the visitor and the group; the last where they are in so many that the service leaves them out."""
_WHO, _GROUP, _SINCE = "hvem", "gruppe", "siden"
_NAMES = ("email", "preferred_username", "upn", "name", "sub")
_LONGEST = 200  # characters of a name

User = Mapping[str, Any]
"""Who is logged in, as `st.user` has it: what was kept of the login, and Streamlit's `is_logged_in`."""


def kept(claims: Mapping[str, Any], access: Access) -> dict[str, object]:
    """Return what is kept of what the login service says of somebody."""
    said = (str(claims[name]).strip() for name in _NAMES if claims.get(name))
    return {_WHO: next(said, "")[:_LONGEST], _GROUP: membership(claims, access), _SINCE: int(time.time())}


def membership(claims: Mapping[str, Any], access: Access) -> str:
    """
    Return MEMBER, OUTSIDE or UNTOLD.

    >>> named = Access(login=True, group="b", claim="realm_access.roles")
    >>> membership({"realm_access": {"roles": ["a", "b"]}}, named), membership({}, named)
    ('med', 'uden')
    >>> membership({"_claim_names": {"groups": "src1"}}, Access(login=True, group="b"))
    'ikke oplyst'
    """
    said = _found(claims, access.claim)
    groups = [said] if isinstance(said, str) else said if isinstance(said, list) else []
    if access.group and access.group in groups:
        return MEMBER
    elsewhere = claims.get("_claim_names")
    left_out = claims.get("hasgroups") is True or (isinstance(elsewhere, Mapping) and access.claim in elsewhere)
    return UNTOLD if left_out and said is None else OUTSIDE


def is_in(user: User) -> bool:
    """Say whether somebody is logged in, and not too long ago."""
    since = user.get(_SINCE)
    return user.get("is_logged_in") is True and isinstance(since, int) and time.time() - since < HOURS * 3600


def group_of(user: User) -> str:
    """Return what is known of who is logged in and the group."""
    return str(user.get(_GROUP, OUTSIDE))


def name_of(user: User) -> str:
    """Return who is logged in, as the login service knows them, or as a proxy's header does that is trusted."""
    return next((str(user[name]) for name in (_WHO, *_NAMES) if user.get(name)), "")


def _found(claims: Mapping[str, Any], claim: str) -> Any:
    """What stands under a name, or under names within each other, written with points between."""
    if claim in claims:
        return claims[claim]
    found: Any = claims
    for part in claim.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
