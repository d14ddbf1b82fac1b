"""The controls of the view: each shows what a parameter is, and sets it when it is used."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any, TypeVar

import streamlit as st

from dansk import alfabet
from pages.view import memory, projector
from pages.view.kinds import Choice, Many, Parameter, Text, Whole

K = TypeVar("K", bound=Hashable)


def _key(parameter: Parameter[Any]) -> str:
    return f"_{parameter.name}"


def _used(parameter: Parameter[Any], then: Callable[[Any], None] | None = None) -> None:
    shown = st.session_state[_key(parameter)]
    memory.put(parameter, memory.default(parameter) if shown is None else shown)
    if then:
        then(memory.held(parameter))


def _several_used(parameter: Many[Any]) -> None:
    memory.put(parameter, tuple(st.session_state[_key(parameter)]))


def choose(parameter: Choice[K], widget: Callable[..., Any] = st.selectbox, **arguments: Any) -> K:
    """Show a control for a choice (`selectbox`, `segmented_control`, `pills`, `radio`) and return what is chosen."""
    current = memory.value(parameter)
    control(parameter, widget, **arguments)
    return current


def choose_among(offered: Collection[K], parameter: Choice[K], widget: Callable[..., Any], **arguments: Any) -> K:
    """Show a control that offers some of a choice's values; what a link says of the others is kept, unseen."""
    memory.value(parameter)
    control(parameter, widget, offered=offered, **arguments)
    return _among(offered, parameter)


def _among(offered: Collection[K], parameter: Choice[K]) -> K:
    """Return what holds where only that is offered: what was chosen, else the default, else the first."""
    return next(each for each in (memory.held(parameter), memory.default(parameter), *offered) if each in offered)


def control(
    parameter: Choice[K],
    widget: Callable[..., Any] = st.selectbox,
    *,
    offered: Collection[K] | None = None,
    then: Callable[[K], None] | None = None,
    label: str | None = None,
    **arguments: Any,
) -> None:
    """
    Show the control of a choice whose value is already in use, as in a box that may be closed.

    `then` is what else follows from a choice made here: what the address says has nothing follow. `label` is what the
    control is called where that is not the parameter's own.
    """
    if isinstance(arguments.get("width"), int) and projector.on_projector():
        arguments["width"] = round(arguments["width"] * projector.SCALE)
    everything = parameter.shown(memory.held(parameter))
    options = {value: words for value, words in everything.items() if offered is None or value in offered}
    st.session_state[_key(parameter)] = _among(options, parameter)
    widget(
        label or parameter.label,
        list(options),
        format_func=lambda option: options.get(option, str(option)),
        key=_key(parameter),
        on_change=_used,
        args=(parameter, then),
        **arguments,
    )


def switch(parameter: Choice[bool], **arguments: Any) -> None:
    """Show a switch of a choice between off and on whose value is already in use."""
    st.session_state[_key(parameter)] = memory.held(parameter)
    st.toggle(parameter.label, key=_key(parameter), on_change=_used, args=(parameter,), **arguments)


def search(parameter: Text, placeholder: str) -> str:
    """Show a search field and return what is sought."""
    current = memory.value(parameter)
    text(parameter, placeholder=placeholder)
    return current


def text(parameter: Text, **arguments: Any) -> None:
    """Show the field of a text whose value is already in use."""
    st.session_state[_key(parameter)] = memory.held(parameter)
    st.text_input(
        parameter.label,
        key=_key(parameter),
        max_chars=parameter.longest,
        on_change=_used,
        args=(parameter,),
        **arguments,
    )


def choose_many(parameter: Many[K], placeholder: str, **arguments: Any) -> tuple[K, ...]:
    """Show the control of several choices and return what is chosen."""
    current = memory.value(parameter)
    options = parameter.options()
    st.session_state[_key(parameter)] = list(current)
    st.multiselect(
        parameter.label,
        sorted(options, key=lambda option: alfabet.order(options[option])),
        format_func=lambda option: options[option],
        max_selections=parameter.most,
        placeholder=placeholder,
        key=_key(parameter),
        on_change=_several_used,
        args=(parameter,),
        **arguments,
    )
    return current


def slide(parameter: Whole, **arguments: Any) -> int:
    """Show a slider for a whole number and return its value."""
    current = memory.value(parameter)
    slider(parameter, current, **arguments)
    return current


def slider(parameter: Whole, shown: int, **arguments: Any) -> None:
    """Show the slider of a whole number whose value is already in use."""
    st.session_state[_key(parameter)] = shown
    st.slider(
        parameter.label,
        parameter.low,
        parameter.high,
        format="localized" if parameter.high > 9999 else None,
        key=_key(parameter),
        on_change=_used,
        args=(parameter,),
        **arguments,
    )
