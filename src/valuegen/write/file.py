"""One file replaced in one step, with its mode; what was there before stays until the new one is whole."""

import os
import tempfile
from pathlib import Path


def replace(path: Path, content: str | bytes) -> None:
    """Put a text (in UTF-8), or bytes, at `path`. A link is followed to the file it names. Raises OSError."""
    real = path.resolve()
    mode = real.stat().st_mode & 0o777 if real.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode)
        Path(name).replace(real)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
