"""Who may read and add rows: what the secrets and the variable say, what is kept of a login, and whose a request is."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.secrets import Secrets

from pages.access import login, machine, settings, visitor
from pages.access.settings import Access

OWN = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]
HERE = "127.0.0.1"
GROUPS = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(200)]
LOGIN = {
    "redirect_uri": "https://kkr.example.dk/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": "kkr",
    "client_secret": "hemmelig",
    "server_metadata_url": "https://id.example.dk/.well-known/openid-configuration",
}


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.ENVIRONMENT, raising=False)
    monkeypatch.delenv(settings.BELIEVED, raising=False)


def _told(monkeypatch: pytest.MonkeyPatch, **secrets: Any) -> None:
    given = Secrets()
    given.merge_programmatic_secrets(secrets)
    monkeypatch.setattr(st, "secrets", given)


def _faults() -> list[str]:
    """What is said of the secrets as they are now."""
    settings.access.cache_clear()
    try:
        settings.access()
    except settings.SecretsError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize(
    "headers",
    [
        OWN,
        [("host", "127.0.0.1")],
        [("HOST", "[::1]:8501")],
        [*OWN, ("X-Forwarded-For", "127.0.0.1")],
        [*OWN, ("X-Forwarded-For", "::1, 127.0.0.1:52000"), ("X-Forwarded-Proto", "https")],
        [*OWN, ("Forwarded", 'for="[::1]:52000";proto=http;host=localhost')],
    ],
    ids=str,
)
def test_a_request_is_the_machines_own_where_all_that_it_names_is(headers: list[tuple[str, str]]) -> None:
    assert machine.is_own(headers, HERE)


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("Host", "kkr.example.dk")],
        [("Host", "192.0.2.7")],
        [("Host", "localhost"), ("Host", "kkr.example.dk")],
        [("Host", "localhost"), ("Host", "localhost")],
        [("Host", "localhost"), ("Origin", "https://kkr.example.dk")],
        [("Host", "localhost"), ("Origin", "null")],
        [("Host", "localhost"), ("Origin", "http://[::1")],
        *(
            [*OWN, (name, value)]
            for name, value in [
                ("X-Forwarded-For", "192.0.2.7"),
                ("X-Forwarded-For", "127.0.0.1, 192.0.2.7"),
                ("X-Forwarded-For", "unknown"),
                ("X-Forwarded-For", ""),
                ("x-forwarded-host", "kkr.example.dk"),
                ("X-Forwarded-Server", "proxy7"),
                ("X-Original-Host", "kkr.example.dk"),
                ("X-Real-IP", "192.0.2.7"),
                ("Forwarded", "for=192.0.2.7"),
                ("Forwarded", "for=127.0.0.1, for=192.0.2.7"),
                ("Forwarded", "for=_skjult;proto=https"),
                ("Forwarded", "proto=https;host=kkr.example.dk"),
                ("Forwarded", "x"),
                ("Via", "1.1 proxy"),
            ]
        ),
    ],
    ids=str,
)
def test_it_is_somebody_elses_where_anything_is_or_cannot_be_read(headers: list[tuple[str, str]]) -> None:
    assert not machine.is_own(headers, HERE)


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.0.1", "::1"])
def test_a_connection_from_the_machine_itself_is_its_own(peer: str) -> None:
    assert machine.is_own(OWN, peer)


@pytest.mark.parametrize("peer", ["192.0.2.7", "172.17.0.1", "2001:db8::7", "::", "0.0.0.0", "localhost", ""])
def test_headers_that_anybody_may_write_are_not_enough(peer: str) -> None:
    assert not machine.is_own(OWN, peer)
    assert not machine.is_own([*OWN, ("X-Forwarded-For", "127.0.0.1")], peer)


@pytest.mark.parametrize(("address", "editable"), [(None, True), ("127.0.0.2", True), ("192.0.2.7", False)])
def test_a_session_is_where_its_connection_comes_from(
    address: str | None, editable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit has no address for the machine itself."""
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_MACHINE)
    monkeypatch.setattr(visitor, "_headers", lambda: OWN)
    monkeypatch.setattr(type(st.context), "ip_address", address)
    assert visitor.may_edit() is editable


def test_where_others_say_where_a_connection_comes_from_the_machine_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.BELIEVED, "172.17.0.1")
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_MACHINE)
    assert not visitor.allowed_to_edit({}, OWN, HERE)
    assert settings.remarks() == ["KKR_REDIGERING=1 gælder ikke, når FORWARDED_ALLOW_IPS er sat: ingen kan lægge ind."]
    settings.access.cache_clear()
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_CONTROL)
    assert visitor.allowed_to_edit({}, OWN, "192.0.2.7")


@pytest.mark.parametrize(
    ("value", "here", "elsewhere", "said"),
    [
        (None, False, False, ""),
        ("", False, False, ""),
        ("1", True, False, "maskinen selv"),
        ("bag-egen-adgang", True, True, "alle, der kan nå appen"),
        ("0", False, False, "kan ikke være «0»"),
        ("Bag-egen-adgang", False, False, "kan ikke være"),
        (" 1", False, False, "kan ikke være"),
    ],
)
def test_without_login_the_variable_says_who_adds_rows(
    value: str | None, here: bool, elsewhere: bool, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if value is not None:
        monkeypatch.setenv(settings.ENVIRONMENT, value)
    assert visitor.allowed_to_edit({}, OWN, HERE) is here
    assert visitor.allowed_to_edit({}, OWN, "192.0.2.7") is elsewhere
    member = {"is_logged_in": True, "gruppe": "med"}
    assert visitor.allowed_to_edit(member, [("Host", "kkr.example.dk")], HERE) is elsewhere
    told = settings.remarks()
    assert len(told) == bool(said)
    assert said in "".join(told)
    assert not settings.access().closed


def test_with_login_the_group_alone_adds_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    _told(monkeypatch, auth=LOGIN, adgang={"gruppe": GROUPS[150]})
    monkeypatch.setenv(settings.ENVIRONMENT, "bag-egen-adgang")
    assert _faults() == []
    assert settings.remarks() == ["KKR_REDIGERING gælder ikke, når login er slået til."]
    member = {"is_logged_in": True, **login.kept({"email": "a@b.dk", "groups": GROUPS}, settings.access())}
    outside = {"is_logged_in": True, **login.kept({"email": "a@b.dk", "groups": GROUPS[:150]}, settings.access())}
    assert visitor.allowed_to_edit(member, [], "192.0.2.7")
    assert not visitor.allowed_to_edit(outside, OWN, HERE)
    assert not visitor.allowed_to_edit({}, OWN, HERE)
    assert not visitor.allowed_to_edit(member | {"is_logged_in": False}, OWN, HERE)
    assert not visitor.allowed_to_edit(member | {"siden": time.time() - login.HOURS * 3600}, OWN, HERE)


def test_of_200_groups_one_answer_is_kept() -> None:
    named = Access(login=True, group=GROUPS[0])
    claims = {"sub": "1", "name": "En", "email": "en@kommunen.dk", "groups": GROUPS, "oid": "x" * 3000}
    kept = login.kept(claims, named)
    assert len(json.dumps(kept)) < 200
    assert (kept["hvem"], kept["gruppe"]) == ("en@kommunen.dk", login.MEMBER)
    assert len(json.dumps(login.kept({"email": "x" * 9000}, named))) < 400
    assert login.kept({}, named)["hvem"] == ""


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        ({"groups": ["a", "b"]}, login.MEMBER),
        ({"groups": "b"}, login.MEMBER),
        ({"groups": ["bb", "/b", "B"]}, login.OUTSIDE),
        ({"groups": "abc"}, login.OUTSIDE),
        ({"groups": []}, login.OUTSIDE),
        ({"groups": None}, login.OUTSIDE),
        ({"groups": {"b": True}}, login.OUTSIDE),
        ({"roles": ["b"]}, login.OUTSIDE),
        ({"hasgroups": True}, login.UNTOLD),
        ({"_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {"endpoint": "https://x"}}}, login.UNTOLD),
        ({"_claim_names": {"andet": "src1"}}, login.OUTSIDE),
        ({"hasgroups": True, "groups": ["a"]}, login.OUTSIDE),
    ],
    ids=str,
)
def test_what_is_known_of_the_group(claims: dict[str, Any], found: str) -> None:
    assert login.membership(claims, Access(login=True, group="b")) == found
    assert login.membership(claims, Access(login=True)) != login.MEMBER


def test_a_claim_may_be_an_address_or_lie_within_another() -> None:
    address = "https://kommunen.dk/grupper"
    assert login.membership({address: ["b"]}, Access(group="b", claim=address)) == login.MEMBER
    assert login.membership({"a": {"b": ["c"]}}, Access(group="c", claim="a.b")) == login.MEMBER
    assert login.membership({"a": ["b"]}, Access(group="c", claim="a.b")) == login.OUTSIDE


@pytest.mark.parametrize(
    ("secrets", "said"),
    [
        ({}, []),
        ({"auth": LOGIN}, []),
        ({"auth": LOGIN, "adgang": {"gruppe": "b", "claim": "roles", "kun_med_login": True}}, []),
        ({"auth": LOGIN | {"redirect_uri": "http://127.0.0.1:8501/oauth2callback"}}, []),
        ({"auth": {}}, ["[auth] mangler redirect_uri, cookie_secret, client_id"]),
        ({"auth": "ja"}, ["[auth] mangler"]),
        ({"auth": LOGIN | {"redirect_uri": "http://kkr.example.dk/oauth2callback"}}, ["https://"]),
        ({"auth": LOGIN | {"redirect_uri": "https://kkr.example.dk/"}}, ["/oauth2callback"]),
        ({"auth": LOGIN | {"cookie_secret": "kort"}}, ["mindst 32 tegn"]),
        ({"auth": LOGIN, "adgang": {"kun_med_logn": True}}, ["kan ikke have «kun_med_logn»"]),
        ({"auth": LOGIN, "adgang": {"kun_med_login": "true"}}, ["skal være true eller false"]),
        ({"auth": LOGIN, "adgang": {"gruppe": ""}}, ["gruppe i [adgang]"]),
        ({"auth": LOGIN, "adgang": {"gruppe": ["b"]}}, ["gruppe i [adgang]"]),
        ({"auth": LOGIN, "adgang": "b"}, ["skal være et afsnit"]),
        ({"adgang": {"kun_med_login": True}}, ["[auth] mangler"]),
    ],
    ids=str,
)
def test_a_slip_of_the_pen_in_the_secrets_is_said(
    secrets: dict[str, Any], said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _told(monkeypatch, **secrets)
    found = _faults()
    assert len(found) == len(said)
    assert all(part in sentence for part, sentence in zip(said, found, strict=True))


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the secrets are read from; there is no such file yet."""
    found = tmp_path / "secrets.toml"
    monkeypatch.setattr(st, "secrets", Secrets())
    before = st.get_option("secrets.files")
    st.config.set_option("secrets.files", [str(found)])
    yield found
    st.config.set_option("secrets.files", before)


def test_a_file_that_is_no_toml_is_a_fault_and_none_is_not(file: Path) -> None:
    assert _faults() == []
    assert not settings.access().login
    file.write_text("[auth", encoding="utf-8")
    assert _faults() == ["Filen med hemmeligheder kan ikke læses: den er ikke gyldig TOML."]
    file.write_bytes(b"\xff")
    assert _faults() == ["Filen med hemmeligheder kan ikke læses."]


CLOSED = "\n".join(["[auth]", *(f'{name} = "{value}"' for name, value in LOGIN.items()), "[adgang]"])


@pytest.mark.parametrize("edited", ["[auth", "", f"{CLOSED}\nkun_med_login = tru", f'{CLOSED}\nkun_med_login = "true"'])
def test_a_closed_server_stays_closed_whatever_is_written_in_the_file_while_it_runs(
    edited: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.ENVIRONMENT, settings.OWN_CONTROL)
    file.write_text(f"{CLOSED}\nkun_med_login = true", encoding="utf-8")
    before = settings.access()
    assert before.closed
    file.write_text(edited, encoding="utf-8")
    monkeypatch.setattr(st, "secrets", Secrets())  # as where Streamlit has seen that the file is another
    assert settings.access() == before
    assert not visitor.may_read()
    assert not visitor.allowed_to_edit({}, OWN, HERE)


def test_secrets_with_a_fault_never_settle_who_may_do_what(file: Path) -> None:
    file.write_text(f"{CLOSED}\nkun_med_login = tru", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(settings.SecretsError, match="ikke gyldig TOML"):
            settings.access()


def test_login_without_a_group_lets_nobody_add_rows_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    _told(monkeypatch, auth=LOGIN)
    assert settings.remarks() == ["Login er slået til, men [adgang] nævner ingen gruppe: ingen kan lægge ind."]
    kept = login.kept({"groups": [""], "email": "a@b.dk"}, settings.access())
    assert not visitor.allowed_to_edit({"is_logged_in": True, **kept}, OWN, HERE)


def test_nothing_of_a_login_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        login.kept({"email": "a@b.dk", "groups": GROUPS}, Access(login=True, group=GROUPS[0]))
    assert caplog.text == ""
