"""Everything that is asked of `parse` is asked of both engines."""

from collections.abc import Iterator
from functools import partial

import pytest

from valuegen import prose

ENGINES = ("markdown-it", "fast")


@pytest.fixture(autouse=True, scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The engine that a module's `parse` has while its tests run."""
    if hasattr(request.module, "parse"):
        request.module.parse = partial(prose.parse, engine=request.param)
        yield request.param
        request.module.parse = prose.parse
    else:
        yield request.param
