"""The colour options of a theme as a style sheet: `--accent` and `--on-accent`, for light paper and for dark."""

from collections.abc import Mapping

from valuegen.model.colour import Shades
from valuegen.model.theme import Option

NAME = "options.css"


def options_css(options: Mapping[str, Option]) -> bytes:
    """The sheet; empty where no option is a colour. What is printed has the colours of light paper."""
    shades = {name.replace("_", "-"): one.value for name, one in options.items() if isinstance(one.value, Shades)}
    if not shades:
        return b""
    light = "".join(f"--{name}:{one.light};--on-{name}:{one.on_light};" for name, one in shades.items())
    dark = "".join(f"--{name}:{one.dark};--on-{name}:{one.on_dark};" for name, one in shades.items())
    return f":root{{{light[:-1]}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark[:-1]}}}}}\n".encode()
