"""What a page may load, and from where (Content Security Policy, level 3): said once, for pages and for servers."""

_SOURCES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'none'"),
    ("base-uri", "'none'"),
)
WASM = "'wasm-unsafe-eval'"


def policy(*, wasm: bool = False, served: bool = False) -> str:
    """The policy of a page. `wasm`: it compiles WebAssembly (the search does); `served`: as a server's header says it.

    Where a page and its server both say one, both hold: so the header is never narrower than the widest of the pages.
    """
    said = [
        f"{name} {where} {WASM}" if wasm and name == "script-src" else f"{name} {where}" for name, where in _SOURCES
    ]
    return "; ".join([*said, "frame-ancestors 'self'"] if served else said)
