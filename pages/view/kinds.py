"""The kinds of parameters that a link can hold: what each may be, and how it stands in an address."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Any, ClassVar, Generic, TypeVar

from dansk import dato
from pages.components import Sorting
from pages.view import spelling

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class UnreadableError(ValueError):
    """What stands in an address is nothing that the parameter can be."""


@dataclass(frozen=True, eq=False)
class Parameter(ABC, Generic[T]):
    """
    A part of the view with a name in the address, a label that people read, and what holds without a link.

    The default may follow the data, as the newest year does; `on` has another for the pages named there. `code` is the
    name in a shared link (see `links`): only ever added to. `follows` is for what goes along from page to page; every
    page remembers the others for itself. What is not `shared` is of the screen alone, and in no shared link; what is
    there `if_room` is left out of one that would be too long to be sent on.
    """

    name: str
    words: str | Callable[[], str]
    default: T | Callable[[], T]
    code: str | None = field(default=None, kw_only=True)
    on: Mapping[str, T] = field(default_factory=dict, kw_only=True)
    follows: bool = field(default=False, kw_only=True)
    shared: bool = field(default=True, kw_only=True)
    if_room: bool = field(default=False, kw_only=True)

    written_out: ClassVar[bool] = True
    """Whether a shared link says it also at its default, since what the default is may become another."""

    @property
    def label(self) -> str:
        """What people read."""
        return self.words() if callable(self.words) else self.words

    def without_link(self, page: str = "") -> T:
        """Return what holds on a page without a link."""
        if page in self.on:
            return self.on[page]
        return self.default() if callable(self.default) else self.default

    def read(self, raw: str) -> T:
        """Return the value that an address says; raise `UnreadableError` where it says none that can be."""
        value = self._parse(raw)
        if not self.allows(value):
            raise UnreadableError(raw)
        return value

    def understand(self, raw: str) -> T:
        """
        Return the value that an address means, also where a person spelled it or a mail program changed it.

        Raise `UnreadableError` where it means none that can be.
        """
        for each in spelling.variants(raw):
            with suppress(UnreadableError):
                return self.read(each)
            with suppress(UnreadableError):
                value = self._recognise(each)
                if self.allows(value):
                    return value
        raise UnreadableError(raw)

    def _recognise(self, raw: str) -> T:
        """Return the value that is spelled in another way; raise `UnreadableError` where none is."""
        raise UnreadableError(raw)

    def write(self, value: T) -> str:
        """Return the value as an address says it."""
        return str(value)

    @abstractmethod
    def allows(self, value: T) -> bool:
        """Say whether the parameter can be that."""

    @abstractmethod
    def _parse(self, raw: str) -> T: ...


@dataclass(frozen=True, eq=False)
class Choice(Parameter[K]):
    """One of several: `options` has what can be chosen with what people read, `spelled` how it stands in an address."""

    options: Callable[[], Mapping[K, str]]
    spelled: Callable[[K], str] = field(default=str, kw_only=True)

    def allows(self, value: K) -> bool:
        """Say whether that can be chosen."""
        return value in self.options()

    def shown(self, chosen: K) -> Mapping[K, str]:
        """Return what the control offers while that is chosen."""
        return self.options()

    def write(self, value: K) -> str:
        """Return the value as an address says it."""
        return self.spelled(value)

    def _parse(self, raw: str) -> K:
        for value in self.options():
            if self.spelled(value) == raw:
                return value
        raise UnreadableError(raw)

    def _recognise(self, raw: str) -> K:
        meant = spelling.meant(raw, {value: (self.spelled(value), words) for value, words in self.options().items()})
        if meant is None:
            raise UnreadableError(raw)
        return meant


@dataclass(frozen=True, eq=False)
class Many(Parameter[tuple[K, ...]]):
    """Any number of several, each once, or at most `most`; in an address divided by full stops."""

    options: Callable[[], Mapping[K, str]]
    most: int | None = None

    written_out = False

    def allows(self, value: tuple[K, ...]) -> bool:
        """Say whether those can be chosen together."""
        options = self.options()
        return len(value) == len(set(value)) <= (self.most or len(options)) and set(value) <= set(options)

    def write(self, value: tuple[K, ...]) -> str:
        """Return the values as an address says them."""
        return ".".join(map(str, value))

    def _parse(self, raw: str) -> tuple[K, ...]:
        by_text = {str(value): value for value in self.options()}
        parts = raw.split(".") if raw else []
        if unknown := set(parts) - set(by_text):
            raise UnreadableError(str(unknown))
        return tuple(by_text[part] for part in parts)

    def _recognise(self, raw: str) -> tuple[K, ...]:
        names = {value: (str(value), words) for value, words in self.options().items()}
        found = [spelling.meant(part, names) for part in re.split("[.,;]", raw)]
        known = tuple(value for value in found if value is not None)
        if len(known) < len(found):
            raise UnreadableError(raw)
        return known


@dataclass(frozen=True, eq=False)
class Whole(Parameter[int]):
    """A whole number between two bounds; the default may lie outside them, and then means that none is chosen."""

    low: int
    high: int

    def allows(self, value: int) -> bool:
        """Say whether the number lies between the bounds."""
        return self.low <= value <= self.high or value == self.default

    def _parse(self, raw: str) -> int:
        if not (raw.isascii() and raw.isdigit() and len(raw) < 10):
            raise UnreadableError(raw)
        return int(raw)


@dataclass(frozen=True, eq=False)
class Tenths(Parameter[float]):
    """A number from 0 to `high` with at most one decimal, as a slider for new capacity has it."""

    high: int = 10

    def allows(self, value: float) -> bool:
        """Say whether the number lies between the bounds and is a whole number of tenths."""
        return 0 <= value <= self.high and round(value, 1) == value

    def write(self, value: float) -> str:
        """Return the number as an address says it: the decimal only where there is one."""
        return f"{value:.1f}".removesuffix(".0")

    def _parse(self, raw: str) -> float:
        if not re.fullmatch(r"[0-9]{1,2}(\.[0-9])?", raw, re.ASCII):
            raise UnreadableError(raw)
        return float(raw)

    def _recognise(self, raw: str) -> float:
        return self._parse(raw.replace(",", "."))


@dataclass(frozen=True, eq=False)
class Text(Parameter[str]):
    """Free text of some length, as in a search field; it may be empty also where it is not so from the beginning."""

    longest: int

    written_out = False

    def understand(self, raw: str) -> str:
        """Return the text as it stands: nobody can know what else it was to be."""
        return self.read(raw)

    def allows(self, value: str) -> bool:
        """Say whether the text is short enough and on one line."""
        return len(value) <= self.longest and value.isprintable()

    def _parse(self, raw: str) -> str:
        return raw


@dataclass(frozen=True, eq=False)
class Names(Parameter[tuple[str, ...]]):
    """
    Short names of things in a row, by their places in it, at most `most`; a place without one has an empty text.

    A name begins with a letter or a figure, so that no spreadsheet takes it for a formula. In an address full stops
    divide them, so no name has one; places without a name at the end are left out.
    """

    most: int
    longest: int

    written_out = False

    def allows(self, value: tuple[str, ...]) -> bool:
        """Say whether they are few enough, and each what a name may be."""
        return len(value) <= self.most and value[-1:] != ("",) and all(not name or self._is_one(name) for name in value)

    def _is_one(self, name: str) -> bool:
        return len(name) <= self.longest and name.isprintable() and name[0].isalnum() and "." not in name

    def named(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Return what somebody wrote as names: what none may hold taken out, and cut where it is too long."""
        names = [re.sub(r"^[\W_]+", "", " ".join(text.replace(".", " ").split())) for text in texts]
        names = [name[: self.longest].strip() if name.isprintable() else "" for name in names]
        while names and not names[-1]:
            names.pop()
        return tuple(names)

    def write(self, value: tuple[str, ...]) -> str:
        """Return the names as an address says them."""
        return ".".join(value)

    def _parse(self, raw: str) -> tuple[str, ...]:
        return tuple(raw.split(".")) if raw else ()


@dataclass(frozen=True, eq=False)
class Day(Choice[date | str]):
    """A day: one of several that people know by name (`i-dag` is none in particular), or any other since `first`."""

    first: Callable[[], date]
    last: Callable[[], date] = date.today

    def allows(self, value: date | str) -> bool:
        """Say whether it is a day with a name, or one from the first year until the last day, today."""
        if value in self.options():
            return True
        return isinstance(value, date) and self.first().replace(month=1, day=1) <= value <= self.last()

    def shown(self, chosen: date | str) -> Mapping[date | str, str]:
        """Return what the control offers: the days with a name, and the chosen one where it has none."""
        named = self.options()
        return named if chosen in named or isinstance(chosen, str) else {**named, chosen: dato.day(chosen)}

    def _parse(self, raw: str) -> date | str:
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw, re.ASCII):
            return raw
        try:
            return date.fromisoformat(raw)
        except ValueError as error:
            raise UnreadableError(raw) from error


@dataclass(frozen=True, eq=False)
class Order(Parameter[Sorting]):
    """The order of a table: one of its columns, rising (`navn-op`) or falling (`navn-ned`)."""

    columns: Callable[[], Collection[str]]

    def allows(self, value: Sorting) -> bool:
        """Say whether the table can stand in that order."""
        return value.kolonne in self.columns()

    def write(self, value: Sorting) -> str:
        """Return the order as an address says it."""
        return f"{value.kolonne}-{'ned' if value.faldende else 'op'}"

    def _parse(self, raw: str) -> Sorting:
        column, _, way = raw.rpartition("-")
        if way not in ("op", "ned"):
            raise UnreadableError(raw)
        return Sorting(column, way == "ned")


def newest(name: str, words: str, options: Callable[[], Mapping[K, str]], code: str) -> Choice[K]:
    """Return a choice of several times, newest first: the newest holds without a link."""
    return Choice(name, words, lambda: next(iter(options())), options, code=code)


def all_and(names: Callable[[], Mapping[str, str]], everything: str) -> Callable[[], Mapping[str, str]]:
    """Return what can be chosen where one may also choose `alle`."""
    return lambda: {"alle": everything, **names()}


@lru_cache(maxsize=1)
def declared_in(*modules: ModuleType) -> Mapping[str, Parameter[Any]]:
    """
    Return every parameter that the modules declare, by name: one by itself, or several in a mapping or a tuple.

    Raise `ValueError` where two have the same name, or the same code in a shared link.
    """
    found = [parameter for module in modules for declared in vars(module).values() for parameter in _within(declared)]
    unique = list(dict.fromkeys(found))
    spoken = [name for parameter in unique for name in {parameter.name, parameter.code or parameter.name}]
    if twice := {name for name in spoken if spoken.count(name) > 1}:
        raise ValueError(
            f"Two parameters have the same name, or the same code in shared links: {', '.join(sorted(twice))}"
        )
    return {parameter.name: parameter for parameter in unique}


def _within(declared: object) -> Collection[Parameter[Any]]:
    if isinstance(declared, Parameter):
        return (declared,)
    several = declared.values() if isinstance(declared, Mapping) else declared if isinstance(declared, tuple) else ()
    return [parameter for parameter in several if isinstance(parameter, Parameter)]
