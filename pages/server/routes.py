"""The addresses that answer with something else than a page: the server's health, and what components fetch."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from data.errors import DataError
from pages.components import assets
from pages.server import scripts

# What keeps a cache in Streamlit is imported in the functions, when its runtime has started.


async def health(request: Request) -> JSONResponse:
    """Answer whether the database can be read, for whoever watches over the server."""
    from data import store

    try:
        with store.connect() as con:
            (tables,) = con.execute("SELECT count(*) FROM duckdb_tables()").fetchone() or (0,)
    except DataError as error:
        return JSONResponse({"status": "fejl", "besked": str(error)}, status_code=503)
    return JSONResponse({"status": "ok", "data": store.current_version(), "tabeller": tables})


async def asset(request: Request) -> Response:
    """Serve a component's script or the geometry; the address holds a hash, so the browser asks only once."""
    found = assets.find(request.path_params["navn"])
    if found is None:
        return Response(status_code=404)
    content, media_type = found
    return Response(content, media_type=media_type, headers={"Cache-Control": "public, max-age=31536000, immutable"})


def routes() -> list[Route]:
    """Return the routes, below the address that the server was started with, if any."""
    base = scripts.base()
    return [Route(f"{base}/sundhed", health), Route(f"{base}/aktiver/{{navn}}", asset)]
