"""Where an old link leads: to the page that its view has moved to, with all that the link says."""

from __future__ import annotations

from urllib.parse import parse_qsl

from pages.navigation.moves import MOVES


def address_of(page: str, query: str) -> str | None:
    """
    Return the address, with the query, of the view that a link to a page means; None where it is still there.

    The link may say its view packed, as a shared one does; what it says in the open holds over that.
    """
    if page not in {move.of.address for move in MOVES}:
        return None
    # What the view's room draws on keeps a cache in Streamlit, whose runtime has to be started first.
    from pages.view import links

    said = dict(parse_qsl(query, keep_blank_values=True))
    packed = links.decode(said["v"]).values if "v" in said else {}
    for move in MOVES:
        shown = said.get(move.name, packed.get(move.code, packed.get(move.name)))
        if (page, shown) == (move.of.address, move.value):
            return f"{move.to.address}?{query}"
    return None
