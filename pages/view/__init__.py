"""
The view is the URL: what the address says is read when somebody arrives, and what they choose is written back to it.

Streamlit can bind a widget to the address, but writes its *label* there, takes from it what it can make something of,
and makes a step in the browser's history of every widget that a preset moves. Here one dictionary in the session, by
the parameters' names (`parameters`), is the truth: links, controls, clicks on a map and the back button set it, and
the address is written once, when the run is over. So a link says what it means, and a preset is one step back.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dansk import alfabet
from pages.components import Sorting
from pages.view.parameters import PAGE_DEFAULTS, PARAMETERS, SHARED, Choice, Many, Text, Whole, without_link

PROJECTOR_SCALE = 1.375
"""How much larger everything is on a projector."""

_REMEMBERED = "_husket"
_ON_THIS_PAGE = "_paa_siden"
_PAGE = "_side"
_WRITTEN = "_skrevet"
_PACKED = "_pakket"


def turn_to(page: str) -> dict[str, str]:
    """
    Start a run of a page, and return what the address says where somebody arrived by it.

    That is on the first visit, on a page turned to by a link of ours, and when the browser goes back or forward. In
    any other run the address is only what we wrote there ourselves, or what it was a moment before.
    """
    state = st.session_state
    context = get_script_run_ctx()
    returned = context is not None and context.is_history_navigation
    turned = state.get(_PAGE) != page
    address = st.query_params.to_dict()
    left_over = address == state.get(_WRITTEN)
    state[_PAGE] = page
    state[_ON_THIS_PAGE] = []
    state[_PACKED] = (frozenset(), {})
    if returned:
        _forget_page(page)
        return address
    return address if turned and not left_over else {}


def page() -> str:
    """Return the page of this run, as its address names it."""
    return str(st.session_state[_PAGE])


def read(address: Mapping[str, str]) -> list[str]:
    """Let the view be what an address says, and return one sentence for each part that it cannot say."""
    remarks = []
    for name, raw in address.items():
        parameter = PARAMETERS.get(name)
        if parameter is None:
            remarks.append(f"Linket indeholder «{_short(name)}», som ikke kendes. Det er sprunget over.")
        elif not parameter.allows(raw):
            remarks.append(f"{parameter.label} kan ikke være «{_short(raw)}». Standardvisningen er brugt i stedet.")
        else:
            _remember(name, raw)
    return remarks


def take(name: str) -> str | None:
    """Return what the address said of a parameter that is used up at once, such as a whole scenario; then forget it."""
    memory, key = _memory(name)
    return memory.pop(key, None)


def write() -> None:
    """Let the address say what the view is: every parameter of the page that is not at its default, in one message."""
    wanted = {name: value for name in _names() if (value := held(name)) != _default(name)}
    if wanted != st.session_state.get(_WRITTEN) or wanted != st.query_params.to_dict():
        st.session_state[_WRITTEN] = wanted
        st.query_params.from_dict(wanted)


def _names() -> list[str]:
    """The parameters of this page, in one order, so that a view has one address whatever part of it was drawn last."""
    return sorted(st.session_state[_ON_THIS_PAGE], key=list(PARAMETERS).index)


def _short(raw: str) -> str:
    printable = "".join(character if character.isprintable() else "�" for character in raw)
    return printable if len(printable) <= 40 else printable[:40] + "…"


def _memory(name: str) -> tuple[dict[str, str], str]:
    """Return where a parameter is remembered and its key: the name where pages share it, else the page's too."""
    memory: dict[str, str] = st.session_state.setdefault(_REMEMBERED, {})
    return memory, name if name in SHARED else f"{st.session_state.get(_PAGE, '')}/{name}"


def _forget_page(page: str) -> None:
    memory: dict[str, str] = st.session_state.setdefault(_REMEMBERED, {})
    for key in [key for key in memory if key in SHARED or key.startswith(f"{page}/")]:
        del memory[key]


def remembered(name: str) -> str | None:
    """Return the value that the parameter last had on this page, or on any page where pages share it."""
    memory, key = _memory(name)
    return memory.get(key)


def _remember(name: str, value: str) -> None:
    memory, key = _memory(name)
    memory[key] = value


def _default(name: str) -> str:
    """Return what holds without a link: the page's own where it has one, else the parameter's."""
    own = PAGE_DEFAULTS.get(st.session_state.get(_PAGE, ""), {})
    return own.get(name) or without_link(PARAMETERS[name])


def held(name: str) -> str:
    """Return what holds of a parameter on this page: what was chosen or linked, else its default."""
    return remembered(name) or _default(name)


def value(name: str) -> str:
    """Return a parameter's value; from now on the page's address and links hold it."""
    current = held(name)
    _remember(name, current)
    on_page: list[str] = st.session_state[_ON_THIS_PAGE]
    if name not in on_page:
        on_page.append(name)
    return current


def values(names: Iterable[str]) -> dict[str, str]:
    """Return several parameters' values by name; from now on the page's address and links hold them."""
    return {name: value(name) for name in names}


def options(name: str) -> Mapping[str, str]:
    """Return what can be chosen for a parameter: the value in the link, and what people read."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Choice)
    return parameter.options()


def put(name: str, wanted: str) -> None:
    """Set a parameter, as from a click; before the controls that depend on it are drawn."""
    if PARAMETERS[name].allows(wanted):
        _remember(name, wanted)


def forget(names: Iterable[str]) -> None:
    """Let parameters have their defaults again."""
    for name in names:
        memory, key = _memory(name)
        memory.pop(key, None)


def on_projector() -> bool:
    """Say whether the view is shown large, for a whole room."""
    return remembered("visning") == "projektor"


def _shown_changed(name: str) -> None:
    shown = st.session_state[f"_{name}"]
    put(name, _default(name) if shown is None else str(shown))


def choose(name: str, widget: Callable[..., Any] = st.selectbox, **arguments: Any) -> str:
    """Show a control for a choice (`selectbox`, `segmented_control`, `pills`, `radio`) and return what is chosen."""
    current = value(name)
    control(name, widget, **arguments)
    return current


def choose_among(offered: Collection[str], name: str, widget: Callable[..., Any], **arguments: Any) -> str:
    """Show a control that offers some of a choice's values; what a link says of the others is kept, unseen."""
    value(name)
    control(name, widget, offered=offered, **arguments)
    return _among(offered, name)


def _among(offered: Collection[str], name: str) -> str:
    """Return what holds where only that is offered: what was chosen, else the default, else the first."""
    return next(each for each in (held(name), _default(name), *offered) if each in offered)


def control(
    name: str,
    widget: Callable[..., Any] = st.selectbox,
    *,
    offered: Collection[str] | None = None,
    **arguments: Any,
) -> None:
    """Show the control of a choice whose value is already in use, as in a box that may be closed."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Choice)
    if isinstance(arguments.get("width"), int) and on_projector():
        arguments["width"] = round(arguments["width"] * PROJECTOR_SCALE)
    options = {key: words for key, words in parameter.shown(held(name)).items() if offered is None or key in offered}
    st.session_state[f"_{name}"] = _among(options, name)
    widget(
        parameter.label,
        list(options),
        format_func=lambda option: options.get(option, option),
        key=f"_{name}",
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def search(name: str, placeholder: str) -> str:
    """Show a search field and return what is sought."""
    current = value(name)
    text(name, placeholder=placeholder)
    return current


def text(name: str, **arguments: Any) -> None:
    """Show the field of a text whose value is already in use."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Text)
    st.session_state[f"_{name}"] = held(name)
    st.text_input(
        parameter.label,
        key=f"_{name}",
        max_chars=parameter.longest,
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def several(name: str) -> list[str]:
    """Return what is chosen of several."""
    return list(dict.fromkeys(part for part in held(name).split(".") if part))


def choose_many(name: str, placeholder: str, **arguments: Any) -> None:
    """Show the control of several choices whose value is already in use."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Many)
    options = parameter.options()
    st.session_state[f"_{name}"] = several(name)
    st.multiselect(
        parameter.label,
        sorted(options, key=lambda option: alfabet.order(options[option])),
        format_func=lambda option: options[option],
        max_selections=parameter.most,
        placeholder=placeholder,
        key=f"_{name}",
        on_change=_many_changed,
        args=(name,),
        **arguments,
    )


def _many_changed(name: str) -> None:
    put(name, ".".join(st.session_state[f"_{name}"]))


def order(name: str) -> Sorting:
    """Return the order of a table that the link holds."""
    column, _, way = value(name).rpartition("-")
    return Sorting(column, way == "ned")


def put_order(name: str) -> Callable[[Sorting], None]:
    """Return what a table calls when another order is wanted."""
    return lambda wanted: put(name, f"{wanted.kolonne}-{'ned' if wanted.faldende else 'op'}")


def slide(name: str, **arguments: Any) -> int:
    """Show a slider for a whole number and return its value."""
    current = int(value(name))
    slider(name, current, **arguments)
    return current


def slider(name: str, shown: int, **arguments: Any) -> None:
    """Show the slider of a whole number whose value is already in use."""
    parameter = PARAMETERS[name]
    assert isinstance(parameter, Whole)
    st.session_state[f"_{name}"] = shown
    st.slider(
        parameter.label,
        parameter.low,
        parameter.high,
        format="localized" if parameter.high > 9999 else None,
        key=f"_{name}",
        on_change=_shown_changed,
        args=(name,),
        **arguments,
    )


def pack(names: Iterable[str], **packed: str) -> None:
    """Let a shared link hold `packed` in place of the parameters of those names: many sliders as one code."""
    st.session_state[_PACKED] = (frozenset(names), packed)


def on_this_page() -> dict[str, str]:
    """Return every parameter that the page uses with its value, also defaults, packed where the page packs them."""
    dropped, packed = st.session_state[_PACKED]
    values = {name: held(name) for name in _names() if name not in dropped}
    said = {name: value for name, value in values.items() if value != _default(name) or not _is_free(name)}
    return said | packed


def _is_free(name: str) -> bool:
    """Say whether a parameter is free text or a list: leaving its default out can never come to mean another view."""
    return isinstance(PARAMETERS[name], Text | Many)
