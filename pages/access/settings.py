"""
Who may read and add rows, as the secrets and one variable have it.

`[auth]` in the secrets turns login on (it is Streamlit's own), and `[adgang]` says who then may do what:
`gruppe` adds rows, `claim` is where the login service tells of groups, and with `kun_med_login` nobody reads without.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from pages.access.machine import is_own_name

ENVIRONMENT = "KKR_REDIGERING"
OWN_MACHINE, OWN_CONTROL = "1", "bag-egen-adgang"
"""What the variable may say: rows are added on the machine itself, or by all who pass a control of one's own."""

_LOGIN = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_OURS: Mapping[str, type] = {"gruppe": str, "claim": str, "kun_med_login": bool}
_KINDS = {str: "en tekst i anførselstegn", bool: "true eller false"}
_SECRET = 32  # characters
_RETURN = "/oauth2callback"


@dataclass(frozen=True)
class Access:
    """
    Who may do what.

    With `login` it is `group`, found in `claim`, that adds rows, and with `closed` only those who are logged in read.
    Without, `editing` is what the variable says: OWN_MACHINE, OWN_CONTROL, or anything else for nobody.
    """

    login: bool = False
    closed: bool = False
    group: str = ""
    claim: str = "groups"
    editing: str = ""


def access() -> Access:
    """Return who may do what, as the secrets and the variable are now."""
    secrets = _secrets()
    editing = os.environ.get(ENVIRONMENT, "")
    if "auth" not in secrets:
        return Access(editing=editing)
    ours = secrets.get("adgang", {})
    return Access(
        True, ours.get("kun_med_login") is True, str(ours.get("gruppe", "")), str(ours.get("claim", "groups")), editing
    )


def faults() -> list[str]:
    """Return a sentence for each thing in the secrets that must be mended before anybody is let in."""
    try:
        secrets = st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        none = error.error_id == "no-secrets-found"
        return [] if none else ["Filen med hemmeligheder kan ikke læses: den er ikke gyldig TOML."]
    except (OSError, UnicodeDecodeError):
        return ["Filen med hemmeligheder kan ikke læses."]
    return [*_faults_of_login(secrets), *_faults_of_ours(secrets)]


def _faults_of_login(secrets: Mapping[str, Any]) -> Iterator[str]:
    if "auth" not in secrets:
        return
    login = secrets["auth"]
    missing = [name for name in _LOGIN if not isinstance(login, Mapping) or not login.get(name)]
    if missing:
        yield f"[auth] mangler {', '.join(missing)}."
        return
    back = urlsplit(str(login["redirect_uri"]))
    if not back.path.endswith(_RETURN) or not (back.scheme == "https" or is_own_name(back.netloc)):
        yield f"redirect_uri i [auth] skal begynde med https:// og ende på {_RETURN}."
    if len(str(login["cookie_secret"])) < _SECRET:
        yield f"cookie_secret i [auth] skal have mindst {_SECRET} tegn: openssl rand -hex 32."


def _faults_of_ours(secrets: Mapping[str, Any]) -> Iterator[str]:
    if "adgang" not in secrets:
        return
    ours = secrets["adgang"]
    if "auth" not in secrets:
        yield "[adgang] gælder kun med login: [auth] mangler."
    if not isinstance(ours, Mapping):
        yield "[adgang] skal være et afsnit."
        return
    for name, value in ours.items():
        if name not in _OURS:
            yield f"[adgang] kan ikke have «{name}»: {', '.join(_OURS)}."
        elif not isinstance(value, _OURS[name]) or value == "":
            yield f"{name} i [adgang] skal være {_KINDS[_OURS[name]]}."


def remarks() -> list[str]:
    """Return what the log is told at the start: who may add rows where that is not by itself, and what says nothing."""
    settled = access()
    if settled.login:
        told = [] if settled.group else ["Login er slået til, men [adgang] nævner ingen gruppe: ingen kan lægge ind."]
        return told + ([f"{ENVIRONMENT} gælder ikke, når login er slået til."] if settled.editing else [])
    if settled.editing == OWN_CONTROL:
        return [f"{ENVIRONMENT}={OWN_CONTROL}: alle, der kan nå appen, kan lægge ind. Adgangen skal styres foran den."]
    if settled.editing == OWN_MACHINE:
        return [f"{ENVIRONMENT}={OWN_MACHINE}: der kan lægges ind fra maskinen selv og ikke fra andre."]
    if settled.editing:
        return [
            f"{ENVIRONMENT} kan ikke være «{settled.editing}»: skriv {OWN_MACHINE} eller {OWN_CONTROL}. "
            "Ingen kan lægge ind."
        ]
    return []


def _secrets() -> Mapping[str, Any]:
    """What the files of secrets say; nothing where there is none."""
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}
