"""An attribute made when it is first asked for: `functools.cached_property` without its lock, which costs more than
most of what is made here."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

Made = TypeVar("Made")


class lazy(Generic[Made]):  # noqa: N801 -- a decorator is written small
    """For threads that share no instance: each makes the same value, at worst twice."""

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self._make, self._name, self.__doc__ = make, make.__name__, make.__doc__

    def __get__(self, instance: Any, owner: type) -> Made:
        made: Made
        instance.__dict__[self._name] = made = self._make(instance)
        return made
