"""A sentence that is not spoken yet: its id in `kb/words`, and what stands in its places.

What goes wrong deep inside is found out where nobody knows which language the reader speaks. So it is carried up as an
id with values, and spoken where it is shown (`Voice.told`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """`values`: name and value of each place; a tuple is spoken as a list, a Told as its own sentence."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        """For those who read a traceback."""
        return f"{self.key}({', '.join(f'{name}={value!s}' for name, value in self.values)})"


def told(key: str, /, **values: object) -> Told:
    return Told(key, tuple(values.items()))


def said_by(error: Exception) -> Told | str:
    """What an error says, to be spoken where there is a sentence for it."""
    return error.told if isinstance(error, WrongValue) else str(error)


class WrongValue(ValueError):
    """What somebody handed in is wrong; `told` says what was found and what is allowed."""

    def __init__(self, key: str, /, **values: object) -> None:
        self.told = told(key, **values)
        super().__init__(str(self.told))
