"""A login service on this machine, as a municipality has one: an OpenID Connect provider in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from tests.e2e.server import PATIENCE, free_port

GROUP = "00000096-0000-4000-8000-000000000000"
GROUPS = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(200)]
"""As many as a service puts into what it says of somebody; the one that adds rows is among them."""
USERS: Mapping[str, Mapping[str, object]] = {
    "redaktoer": {"email": "redaktoer@kommune.example", "name": "Redaktør", "groups": GROUPS},
    "kollega": {"email": "kollega@kommune.example", "groups": [group for group in GROUPS if group != GROUP]},
    "chef": {"email": "chef@kommune.example", "_claim_names": {"groups": "src1"}, "_claim_sources": {"src1": {}}},
}
"""Who can log in: in the group, outside it, and in so many that the service leaves them out."""

_SECRET = "fælles for de to, og lang nok til at være det"

STYLE = "cdn.jsdelivr.net"
"""Where the service's own pages ask for their style, in vain; ours ask nobody."""


@contextmanager
def login_service() -> Iterator[str]:
    """Run the service, and give its address."""
    port = free_port()
    users = [f"--user-claims={json.dumps({'sub': name, **claims})}" for name, claims in USERS.items()]
    process = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *users],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/.well-known/openid-configuration", process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def secrets(file: Path, service: str, site: str, **access: object) -> Path:
    """Write the secrets of an app at the address `site`, where that service logs people in."""
    told = {
        "auth": {
            "redirect_uri": f"{site}/oauth2callback",
            "cookie_secret": _SECRET,
            "client_id": "kkr-overblik",
            "client_secret": "hemmelig",
            "server_metadata_url": f"{service}/.well-known/openid-configuration",
        },
        "adgang": {"gruppe": GROUP, **access},
    }
    lines = [
        line
        for section, values in told.items()
        for line in (f"[{section}]", *(f"{name} = {json.dumps(value)}" for name, value in values.items()))
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def dated(cookie: str, since: float) -> str:
    """Return a login's cookie as it would be if they had logged in then (seconds since 1970)."""
    kept = json.loads(decode_signed_value(_SECRET, USER_COOKIE_NAME, cookie) or b"")
    return create_signed_value(_SECRET, USER_COOKIE_NAME, json.dumps(kept | {"siden": int(since)})).decode()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    late = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (URLError, ConnectionError, TimeoutError):
            if process.poll() is not None or time.monotonic() > late:
                raise RuntimeError("The login service did not start.") from None
            time.sleep(0.05)
