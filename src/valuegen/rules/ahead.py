"""Rules that the format has a name for and this version does not check yet.

A workspace may speak of them already: what is written for a later version is read by this one, which judges names,
levels and the names of options, and says that it does not check them. A rule leaves this list when it is built.
"""

from collections.abc import Mapping

AHEAD: Mapping[str, tuple[str, ...]] = {}
"""Rule's name -> the names of its options."""
