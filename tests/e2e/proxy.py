"""What stands in `deploy/`, started on this machine: nginx with TLS in front of two processes of the app."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.server import PATIENCE, Server, free_port
from tests.project import ROOT

SITE = ROOT / "deploy/nginx/kkr-overblik.conf"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
MISSING = "nginx mangler: apt-get install nginx-light"
PORTS = ("8501", "8502")

_AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-fejl.log;
{user}
worker_rlimit_nofile 8192;
events {{ worker_connections 4096; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/krop;
    proxy_temp_path {folder}/midlertidig;
    fastcgi_temp_path {folder}/ubrugt; uwsgi_temp_path {folder}/ubrugt; scgi_temp_path {folder}/ubrugt;
    include {folder}/sted.conf;
}}
"""


@dataclass(frozen=True)
class Deployment:
    """The running whole: the address outside, and the two processes by the name that the cookie has for them."""

    url: str
    processes: dict[str, Server]
    own: Path
    log: Path


@contextmanager
def deployed(folder: Path, database: Path, port: int | None = None) -> Iterator[Deployment]:
    """
    Start two processes that share their folders, and nginx as `deploy/` has it, but for ports and paths.

    It answers on `port`, or on one that is free.
    """
    if NGINX is None:
        raise FileNotFoundError(MISSING)
    own = folder / "egne"
    shared = {"KKR_EGNE_TABELLER": str(own), "STREAMLIT_SERVER_COOKIE_SECRET": "fælles for de to"}
    processes = {name: Server(database, environment=shared) for name in "ab"}
    port = port or free_port()
    (folder / "nginx.conf").write_text(
        _AROUND.format(folder=folder, user="user root;" if os.geteuid() == 0 else ""), encoding="utf-8"
    )
    (folder / "sted.conf").write_text(_site(folder, port, processes), encoding="utf-8")
    _certificate(folder)
    for server in processes.values():
        server.start()
    nginx = subprocess.Popen([NGINX, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        _wait_for(folder / "nginx.pid")
        yield Deployment(f"https://127.0.0.1:{port}", processes, own, folder / "kkr-overblik.log")
    finally:
        nginx.terminate()
        nginx.wait(10)
        for server in processes.values():
            server.stop()


def _site(folder: Path, port: int, processes: dict[str, Server]) -> str:
    """The file as it is shipped, with this machine's ports and paths."""
    changes = {
        "listen 80;": f"listen 127.0.0.1:{free_port()};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{port} ssl http2;",
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": f"listen [::1]:{port} ssl http2;" if has_ipv6() else "",
        "kkr.example.dk": "127.0.0.1",
        "/etc/kkr-overblik/tls": str(folder),
        "/var/log/nginx": str(folder),
        "/var/cache/nginx/kkr": str(folder / "gemt"),
        **{f":{old}": f":{server.port}" for old, server in zip(PORTS, processes.values(), strict=True)},
    }
    text = SITE.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text, f"{SITE} has no «{old}»"
        text = text.replace(old, new)
    return text


def has_ipv6() -> bool:
    """Whether this machine can be spoken to by its own address of that kind."""
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def _certificate(folder: Path) -> None:
    key, chain = folder / "noegle.pem", folder / "fuld-kaede.pem"
    kind = "-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    subprocess.run(
        ["openssl", "req", *kind.split(), "-keyout", str(key), "-out", str(chain)], check=True, capture_output=True
    )


def _wait_for(file: Path) -> None:
    late = time.monotonic() + PATIENCE
    while not file.exists() or not file.read_text(encoding="utf-8").strip():
        if time.monotonic() > late:
            raise RuntimeError("nginx did not start")
        time.sleep(0.05)
