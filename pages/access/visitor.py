"""What the visitor of this session may do, and what they are told of it."""

from __future__ import annotations

import streamlit as st

from pages.access import login, machine
from pages.access.login import User
from pages.access.settings import OWN_CONTROL, OWN_MACHINE, access

NOBODY = "uden login"
"""Who did it, where nobody is logged in."""
_LOOPBACK = "127.0.0.1"


def allowed_to_edit(user: User, headers: machine.Headers, peer: str) -> bool:
    """Say whether a request with these headers, of that user, from that address, may add rows."""
    settled = access()
    if settled.login:
        return login.is_in(user) and login.group_of(user) == login.MEMBER
    if settled.editing == OWN_MACHINE and not settled.believed:
        return machine.is_own(headers, peer)
    return settled.editing == OWN_CONTROL


def allowed_to_read(user: User) -> bool:
    """Say whether that user may see the pages, and take their files."""
    return not access().closed or login.is_in(user)


def may_edit() -> bool:
    """Say whether the visitor may add rows."""
    return allowed_to_edit(_user(), _headers(), _peer())


def may_read() -> bool:
    """Say whether the visitor may see the pages."""
    return allowed_to_read(_user())


def who() -> str:
    """Return who the visitor is, for the log of what is added."""
    return login.name_of(_user()) or NOBODY


def login_is_on() -> bool:
    """Say whether there is a login at all."""
    return access().login


def standing() -> str | None:
    """Return who the visitor is logged in as, and what that does not give; None where they are not."""
    user = _user()
    if not login.is_in(user):
        return None
    name = login.name_of(user)
    known = f"Logget ind som {name}." if name else "Logget ind."
    return f"{known} {_SAID[login.group_of(user)]}".strip()


def _user() -> User:
    return st.user.to_dict()


def _headers() -> machine.Headers:
    given = st.context.headers
    return [(name, value) for name in given for value in given.get_all(name)]


def _peer() -> str:
    """The address that the session's connection comes from; Streamlit has none for the machine itself."""
    return st.context.ip_address or _LOOPBACK


_SAID = {
    login.MEMBER: "",
    login.OUTSIDE: "Det giver ikke adgang til at lægge rækker ind.",
    login.UNTOLD: (
        "Du er med i så mange grupper, at login-tjenesten ikke oplyser dem: bed it-afdelingen om, at KKR Overblik kun "
        "får den gruppe, der lægger rækker ind."
    ),
}
