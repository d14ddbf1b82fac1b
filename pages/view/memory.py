"""
What the view is, as long as a session lasts: the value of each parameter, by its name.

Links, controls, clicks on a map and the back button set it; pages read it. What is never set has its default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import streamlit as st

from pages.view.kinds import Parameter

T = TypeVar("T")

_REMEMBERED = "_husket"
_ON_THIS_PAGE = "_paa_siden"
_PAGE = "_side"
_KNOWN = "_parametre"
_PACKED = "_pakket"


def begin(page: str, known: Mapping[str, Parameter[Any]]) -> bool:
    """Begin a run of a page, where links may hold the parameters `known`; say whether the page before was another."""
    turned = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page
    st.session_state[_KNOWN] = known
    st.session_state[_ON_THIS_PAGE] = {}
    st.session_state[_PACKED] = (frozenset(), {})
    return turned


def page() -> str:
    """Return the page of this run, as its address names it."""
    return str(st.session_state[_PAGE])


def known() -> Mapping[str, Parameter[Any]]:
    """Return every parameter that a link may hold, by its name."""
    parameters: Mapping[str, Parameter[Any]] = st.session_state[_KNOWN]
    return parameters


def in_use() -> list[Parameter[Any]]:
    """Return this page's parameters in one order, so that a view has one address whatever part was drawn last."""
    used: dict[str, Parameter[Any]] = st.session_state[_ON_THIS_PAGE]
    order = list(known())
    return sorted(used.values(), key=lambda parameter: order.index(parameter.name))


def _values() -> dict[str, Any]:
    values: dict[str, Any] = st.session_state.setdefault(_REMEMBERED, {})
    return values


def _key(parameter: Parameter[Any]) -> str:
    """Return the key that a value is kept under: the name where it follows from page to page, else the page's too."""
    return parameter.name if parameter.follows else f"{st.session_state.get(_PAGE, '')}/{parameter.name}"


def is_set(parameter: Parameter[Any]) -> bool:
    """Say whether the parameter has been chosen or linked."""
    return _key(parameter) in _values()


def default(parameter: Parameter[T]) -> T:
    """Return what holds of a parameter on this page without a link."""
    return parameter.without_link(st.session_state.get(_PAGE, ""))


def held(parameter: Parameter[T]) -> T:
    """Return what holds of a parameter on this page: what was chosen or linked, else its default."""
    values, key = _values(), _key(parameter)
    if key not in values:
        return default(parameter)
    value: T = values[key]
    return value


def value(parameter: Parameter[T]) -> T:
    """Return a parameter's value; from now on the page's address and links hold it."""
    current = held(parameter)
    _values()[_key(parameter)] = current
    st.session_state[_ON_THIS_PAGE][parameter.name] = parameter
    return current


def put(parameter: Parameter[T], wanted: T) -> None:
    """Set a parameter, as from a click; before the controls that depend on it are drawn. What it cannot be is left."""
    if parameter.allows(wanted):
        _values()[_key(parameter)] = wanted


def setter(parameter: Parameter[T]) -> Callable[[T], None]:
    """Return what sets the parameter, for a table or a picture to call."""
    return lambda wanted: put(parameter, wanted)


def take(parameter: Parameter[T]) -> T | None:
    """Return what the address said of a parameter that is used up at once, such as a whole scenario; then forget it."""
    taken: T | None = _values().pop(_key(parameter), None)
    return taken


def forget(parameters: Iterable[Parameter[Any]]) -> None:
    """Let parameters have their defaults again."""
    for parameter in parameters:
        _values().pop(_key(parameter), None)


def forget_page() -> None:
    """Let everything that holds on this page have its default again."""
    forget(known().values())


def pack(parameters: Iterable[Parameter[Any]], into: Parameter[T], value: T) -> None:
    """
    Let a shared link hold one parameter in place of others: many sliders as one code.

    In place of itself it says what the page makes of it just now. What else is packed on the page stays so.
    """
    dropped, packed = st.session_state[_PACKED]
    names = frozenset(parameter.name for parameter in parameters)
    st.session_state[_PACKED] = (dropped | names, {**packed, into.name: into.write(value)})


def written_out(*, short: bool = False) -> dict[str, str]:
    """
    Return every parameter that the page uses by name, as a shared link says it, packed where the page packs them.

    What is of the screen alone is left out, and in a `short` link what is there if there is room. A default is said
    too, so that the link means the same when the default is another.
    """
    dropped, packed = st.session_state[_PACKED]
    said: dict[str, str] = {}
    for parameter in in_use():
        value = held(parameter)
        if parameter.name in dropped or not parameter.shared or (short and parameter.if_room):
            continue
        if parameter.written_out or value != default(parameter):
            said[parameter.name] = parameter.write(value)
    said.update(packed)
    return said
