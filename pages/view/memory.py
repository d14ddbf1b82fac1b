"""
What the view is, as long as a session lasts: the value of each parameter, by its name.

Links, controls, clicks on a map and the back button set it; pages read it. What is never set has its default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st

from pages.view.kinds import Parameter

K = TypeVar("K")
T = TypeVar("T")

_VIEW = "_visning_nu"


@dataclass
class View:
    """
    What is remembered of a session: the values, and of the page that it is at, by name, what it uses and what it packs.

    It is one thing in the session's state, where a look-up costs ten times one in a mapping.
    """

    values: dict[str, Any] = field(default_factory=dict)
    page: str | None = None
    known: Mapping[str, Parameter[Any]] = field(default_factory=dict)
    order: Mapping[str, int] = field(default_factory=dict)
    used: dict[str, Parameter[Any]] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()
    packed: dict[str, str] = field(default_factory=dict)

    def key(self, parameter: Parameter[Any]) -> str:
        """Return the key of a value: the name where it follows from page to page, else the page's name too."""
        return parameter.name if parameter.follows else f"{self.page or ''}/{parameter.name}"

    def default(self, parameter: Parameter[T]) -> T:
        """Return what holds of a parameter on this page without a link."""
        return parameter.without_link(self.page or "")

    def held(self, parameter: Parameter[T]) -> T:
        """Return what holds of a parameter on this page: what was chosen or linked, else its default."""
        key = self.key(parameter)
        if key not in self.values:
            return self.default(parameter)
        value: T = self.values[key]
        return value

    def value(self, parameter: Parameter[T]) -> T:
        """Return a parameter's value, which the page uses from now on."""
        current = self.held(parameter)
        self.values[self.key(parameter)] = current
        self.used[parameter.name] = parameter
        return current

    def in_use(self) -> list[Parameter[Any]]:
        """Return the page's parameters in one order."""
        return sorted(self.used.values(), key=lambda parameter: self.order[parameter.name])


def _view() -> View:
    view: View | None = st.session_state.get(_VIEW)
    if view is None:
        view = st.session_state[_VIEW] = View()
    return view


def begin(page: str, known: Mapping[str, Parameter[Any]]) -> bool:
    """Begin a run of a page, where links may hold the parameters `known`; say whether the page before was another."""
    view = _view()
    turned = view.page != page
    if known is not view.known:
        view.known, view.order = known, {name: place for place, name in enumerate(known)}
    view.page, view.used, view.dropped, view.packed = page, {}, frozenset(), {}
    return turned


def page() -> str:
    """Return the page of this run, as its address names it."""
    return str(_view().page)


def known() -> Mapping[str, Parameter[Any]]:
    """Return every parameter that a link may hold, by its name."""
    return _view().known


def in_use() -> list[Parameter[Any]]:
    """Return this page's parameters in one order, so that a view has one address whatever part was drawn last."""
    return _view().in_use()


def chosen() -> list[tuple[Parameter[Any], Any]]:
    """Return the parameters that the page uses and that are not at their default, each with its value."""
    view = _view()
    held = ((parameter, view.held(parameter)) for parameter in view.in_use())
    return [(parameter, value) for parameter, value in held if value != view.default(parameter)]


def is_set(parameter: Parameter[Any]) -> bool:
    """Say whether the parameter has been chosen or linked."""
    view = _view()
    return view.key(parameter) in view.values


def which_are_set(parameters: Mapping[K, Parameter[Any]]) -> dict[K, Parameter[Any]]:
    """Return those of many parameters that have been chosen or linked."""
    view = _view()
    return {name: parameter for name, parameter in parameters.items() if view.key(parameter) in view.values}


def default(parameter: Parameter[T]) -> T:
    """Return what holds of a parameter on this page without a link."""
    return _view().default(parameter)


def held(parameter: Parameter[T]) -> T:
    """Return what holds of a parameter on this page: what was chosen or linked, else its default."""
    return _view().held(parameter)


def all_held(parameters: Mapping[K, Parameter[T]]) -> dict[K, T]:
    """Return what holds of many parameters."""
    view = _view()
    return {name: view.held(parameter) for name, parameter in parameters.items()}


def value(parameter: Parameter[T]) -> T:
    """Return a parameter's value; from now on the page's address and links hold it."""
    return _view().value(parameter)


def all_values(parameters: Iterable[Parameter[Any]]) -> dict[Parameter[Any], Any]:
    """Return the values of many parameters; from now on the page's address and links hold them."""
    view = _view()
    return {parameter: view.value(parameter) for parameter in parameters}


def put(parameter: Parameter[T], wanted: T) -> None:
    """Set a parameter, as from a click; before the controls that depend on it are drawn. What it cannot be is left."""
    if parameter.allows(wanted):
        view = _view()
        view.values[view.key(parameter)] = wanted


def setter(parameter: Parameter[T]) -> Callable[[T], None]:
    """Return what sets the parameter, for a table or a picture to call."""
    return lambda wanted: put(parameter, wanted)


def take(parameter: Parameter[T]) -> T | None:
    """Return what the address said of a parameter that is used up at once, such as a whole scenario; then forget it."""
    view = _view()
    taken: T | None = view.values.pop(view.key(parameter), None)
    return taken


def forget(parameters: Iterable[Parameter[Any]]) -> None:
    """Let parameters have their defaults again."""
    view = _view()
    for parameter in parameters:
        view.values.pop(view.key(parameter), None)


def forget_page() -> None:
    """Let everything that holds on this page have its default again."""
    forget(known().values())


def pack(parameters: Iterable[Parameter[Any]], into: Parameter[T], value: T) -> None:
    """
    Let a shared link hold one parameter in place of others: many sliders as one code.

    In place of itself it says what the page makes of it just now. What else is packed on the page stays so.
    """
    view = _view()
    view.dropped |= frozenset(parameter.name for parameter in parameters)
    view.packed[into.name] = into.write(value)


def written_out(*, short: bool = False) -> dict[str, str]:
    """
    Return every parameter that the page uses by name, as a shared link says it, packed where the page packs them.

    What is of the screen alone is left out, and in a `short` link what is there if there is room. A default is said
    too, so that the link means the same when the default is another.
    """
    view = _view()
    said: dict[str, str] = {}
    for parameter in view.in_use():
        if parameter.name in view.dropped or not parameter.shared or (short and parameter.if_room):
            continue
        value = view.held(parameter)
        if parameter.written_out or value != view.default(parameter):
            said[parameter.name] = parameter.write(value)
    said.update(view.packed)
    return said
