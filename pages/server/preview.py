"""What a preview of a link says of a page, in a mail, a chat or a list of links: title, one line, and a picture."""

from __future__ import annotations

from html import escape

from starlette.datastructures import Headers
from starlette.types import Scope

from pages.drawing import postcard
from pages.navigation.registry import SITE, Page
from pages.server import scripts


def origin(scope: Scope) -> str:
    """Return what addresses outside begin with, as the one who asks sees the app: a picture is asked for whole."""
    return f"{scope.get('scheme', 'http')}://{Headers(scope=scope).get('host', 'localhost')}{scripts.base()}"


def head(page: Page, origin: str) -> str:
    """Return what the head of the page's document says of it."""
    picture = f"{origin}/forhaandsvisning/{page.name}.png"
    said = {
        "og:site_name": SITE,
        "og:type": "website",
        "og:locale": "da_DK",
        "og:title": page.tab,
        "og:description": page.answers,
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": str(postcard.WIDTH),
        "og:image:height": str(postcard.HEIGHT),
        "og:image:alt": f"{page.title}. {page.answers}",
    }
    properties = "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in said.items())
    described = f'<meta name="description" content="{escape(page.answers)}">'
    card = '<meta name="twitter:card" content="summary_large_image">'
    return f"<title>{escape(page.tab)}</title>{described}{properties}{card}"


def picture(page: Page) -> bytes:
    """Return the picture of a page."""
    return postcard.drawn(page.title, page.answers, page.section or SITE)
