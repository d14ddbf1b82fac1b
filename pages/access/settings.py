"""
Who may read and add rows, as the secrets and one variable have it.

`[auth]` in the secrets turns login on (it is Streamlit's own), and `[adgang]` says who then may do what:
`gruppe` adds rows, `claim` is where the login service tells of groups, and with `kun_med_login` nobody reads without.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from pages.access.machine import is_own_name

ENVIRONMENT = "KKR_REDIGERING"
OWN_MACHINE, OWN_CONTROL = "1", "bag-egen-adgang"
"""What the variable may say: rows are added on the machine itself, or by all who pass a control of one's own."""
BELIEVED = "FORWARDED_ALLOW_IPS"
"""Says whom the server believes about where a connection comes from: then its address is what they say."""

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
    Without, `editing` is what the variable says: OWN_MACHINE, OWN_CONTROL, or anything else for nobody. Where others
    than the machine itself are `believed` about where a connection comes from, OWN_MACHINE is nobody too.
    """

    login: bool = False
    closed: bool = False
    group: str = ""
    claim: str = "groups"
    editing: str = ""
    believed: bool = False


class SecretsError(Exception):
    """What must be mended in the secrets before anybody is let in: a sentence on each line."""


@cache
def access() -> Access:
    """
    Return who may do what, as the secrets and the variable were when it was first asked, which is at the start.

    It holds for as long as the process lives. Streamlit takes in the file whenever it is changed, whatever else it
    watches: a slip of the pen would else open what is closed. Raises SecretsError where the secrets have faults.
    """
    secrets = _secrets()
    if faults := [*_faults_of_login(secrets), *_faults_of_ours(secrets)]:
        raise SecretsError("\n".join(faults))
    editing = os.environ.get(ENVIRONMENT, "")
    if "auth" not in secrets:
        return Access(editing=editing, believed=bool(os.environ.get(BELIEVED)))
    ours = secrets.get("adgang", {})
    return Access(
        True, ours.get("kun_med_login") is True, str(ours.get("gruppe", "")), str(ours.get("claim", "groups")), editing
    )


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
    if settled.editing == OWN_MACHINE and settled.believed:
        return [f"{ENVIRONMENT}={OWN_MACHINE} gælder ikke, når {BELIEVED} er sat: ingen kan lægge ind."]
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
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        if error.error_id == "no-secrets-found":
            return {}
        raise SecretsError("Filen med hemmeligheder kan ikke læses: den er ikke gyldig TOML.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SecretsError("Filen med hemmeligheder kan ikke læses.") from error
