"""Who may show the app in a frame on a page of theirs: nobody, until hosts are named in the environment."""

from __future__ import annotations

import logging
import os
import re

ENVIRONMENT = "KKR_INDLEJRING"
_LOG = logging.getLogger("kkr")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(https?)://((?:\*\.(?={_LABEL}\.))?{_LABEL}(?:\.{_LABEL})*(?::[0-9]{{1,5}})?)/?")


def named(text: str) -> tuple[list[str], list[str]]:
    """
    Return the hosts in a text, as a policy has them, and what in it is no host.

    They stand with spaces or commas between them. One without a scheme is asked for over TLS; a whole address, with a
    path, is no host, and neither is an asterisk alone: everybody would be named.

    >>> named("https://www.kommunen.dk, intra.kommunen.dk http://localhost:8080")
    (['https://www.kommunen.dk', 'https://intra.kommunen.dk', 'http://localhost:8080'], [])
    >>> named("https://*.kommunen.dk www.åby.dk * https://kommunen.dk/side")
    (['https://*.kommunen.dk', 'https://www.xn--by-xia.dk'], ['*', 'https://kommunen.dk/side'])
    """
    hosts, wrong = [], []
    for each in re.split(r"[\s,]+", text.strip()):
        if not each:
            continue
        try:
            found = _HOST.fullmatch(_in_ascii(each if "://" in each else f"https://{each}"))
        except UnicodeError:
            found = None
        if found is None:
            wrong.append(each)
        else:
            hosts.append(f"{found[1]}://{found[2]}")
    return hosts, wrong


def _in_ascii(address: str) -> str:
    scheme, _, host = address.lower().partition("://")
    return f"{scheme}://{host if host.isascii() else host.encode('idna').decode('ascii')}"


def hosts() -> list[str]:
    """Return the hosts whose pages may show the app; none where nobody may."""
    return named(os.environ.get(ENVIRONMENT, ""))[0]


def tell_of_wrong_names() -> None:
    """Say in the log, in one sentence, what in the environment is no host, and so lets nobody in."""
    _, wrong = named(os.environ.get(ENVIRONMENT, ""))
    if wrong:
        told = ", ".join(f"«{each}»" for each in wrong)
        _LOG.error(
            "%s nævner noget, der ikke er en vært, og som derfor ikke får lov at vise siden: %s; "
            "skriv f.eks. https://www.kommunen.dk, med mellemrum mellem flere.",
            ENVIRONMENT,
            told,
        )
