"""The addresses that answer with something else than a page: the server's health, and what components fetch."""

from __future__ import annotations

from functools import lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.errors import DataError
from pages.components import assets
from pages.server import edition, preview, scripts
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


@lru_cache(maxsize=128)
def _parcel(name: str) -> Parcel | None:
    """Return what is sent for an asset, packed once; None where there is none of that name."""
    found = assets.find(name)
    if found is None:
        return None
    content, media_type = found
    return Parcel(lambda: content, media_type)


async def asset(request: Request) -> Response:
    """Serve a component's script or the geometry; the address holds a hash, so the browser asks only once."""
    parcel = await run_in_threadpool(_parcel, request.path_params["navn"])
    return Response(status_code=404) if parcel is None else await parcel.response(request.scope)


@lru_cache(maxsize=64)
def _picture(name: str) -> Parcel | None:
    """Return what is sent as the picture of a page, drawn once; None where there is no such page."""
    found = preview.picture(name)
    return None if found is None else Parcel(lambda: found, "image/png")


async def picture(request: Request) -> Response:
    """Serve the picture of a page for a preview of its link."""
    parcel = await run_in_threadpool(_picture, request.path_params["navn"])
    return Response(status_code=404) if parcel is None else await parcel.response(request.scope, _FOR_A_DAY)


def routes() -> list[Route]:
    """Return the routes, below the address that the server was started with, if any."""
    base = scripts.base()
    return [
        Route(f"{base}/sundhed", health),
        Route(f"{base}/{edition.ADDRESS}", which_edition),
        Route(f"{base}/aktiver/{{navn}}", asset),
        Route(f"{base}/forhaandsvisning/{{navn}}.png", picture),
    ]
