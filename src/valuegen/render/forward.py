"""The page at a former address: it sends browsers on at once, and has a plain link for who stays."""

from html import escape

from valuegen.pages.machine_views import Forward
from valuegen.pages.policy import policy


def forward(view: Forward) -> bytes:
    """HTML that needs no theme, and no script. Search engines are told of the address that counts."""
    styles = "".join(f'<link rel="stylesheet" href="{escape(style)}">\n' for style in view.styles)
    title, to = escape(view.title), escape(view.to)
    text = f"""<!DOCTYPE html>
<html lang="{escape(view.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{escape(policy(), quote=False)}">
<title>{title}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(view.canonical)}">
<meta http-equiv="refresh" content="0; url={to}">
<meta name="color-scheme" content="light dark">
{styles}</head>
<body>
<main id="main_" class="lost">
<h1>{title}</h1>
<p>{escape(view.lead)} <a href="{to}">{title}</a></p>
</main>
</body>
</html>
"""
    return text.encode("utf-8", "replace")
