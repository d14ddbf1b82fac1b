"""The addresses that answer with something else than a page: the server's health, and what components fetch."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from http import HTTPStatus
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.errors import DataError
from pages.components import assets
from pages.navigation.registry import PAGES
from pages.server import edition, preview, refusal, scripts
from pages.server.parcel import Parcel

_FOR_A_DAY = "public, max-age=86400"

# What keeps a cache in Streamlit is imported in the functions, when its runtime has started.


def health(request: Request) -> JSONResponse:
    """Answer whether the database can be read, for whoever watches over the server."""
    from data import store

    try:
        with store.connect() as con:
            (tables,) = con.execute("SELECT count(*) FROM duckdb_tables()").fetchone() or (0,)
    except DataError as error:
        return JSONResponse({"status": "fejl", "besked": str(error)}, status_code=503)
    return JSONResponse({"status": "ok", "data": store.current_version(), "tabeller": tables})


async def which_edition(request: Request) -> PlainTextResponse:
    """Answer which edition of the scripts is served, for a page that was opened a while ago."""
    return PlainTextResponse(await run_in_threadpool(edition.edition), headers={"Cache-Control": "no-store"})


_PACKED: dict[str, Parcel] = {}
"""What has been sent of the assets, by its name: only what there is, so that made-up names push nothing out."""
_ONE_AT_A_TIME = Lock()


def _parcel(name: str) -> Parcel | None:
    """Return what is sent for an asset, drawn and packed once; None where there is none of that name."""
    if name not in _PACKED:
        with _ONE_AT_A_TIME:
            found = None if name in _PACKED else assets.find(name)
            if found:
                content, media_type = found
                _PACKED[name] = Parcel(lambda: content, media_type)
    return _PACKED.get(name)


async def asset(request: Request) -> Response:
    """Serve a component's script or the geometry; the address holds a hash, so the browser asks only once."""
    parcel = await run_in_threadpool(_parcel, request.path_params["navn"])
    return _nothing() if parcel is None else await parcel.response(request.scope)


@cache
def pictures() -> Mapping[str, Parcel]:
    """What is sent as the picture of each page, by its name; each is drawn once, when it is first asked for."""
    return {page.name: Parcel(cache(partial(preview.picture, page)), "image/png") for page in PAGES}


async def picture(request: Request) -> Response:
    """Serve the picture of a page for a preview of its link."""
    parcel = pictures().get(request.path_params["navn"])
    return _nothing() if parcel is None else await parcel.response(request.scope, _FOR_A_DAY)


def _nothing() -> Response:
    return refusal.sentence_of(HTTPStatus.NOT_FOUND, refusal.NOTHING_HERE)


def routes() -> list[Route]:
    """Return the routes, below the address that the server was started with, if any."""
    base = scripts.base()
    return [
        Route(f"{base}/sundhed", health),
        Route(f"{base}/{edition.ADDRESS}", which_edition),
        Route(f"{base}/aktiver/{{navn}}", asset),
        Route(f"{base}/forhaandsvisning/{{navn}}.png", picture),
    ]
