"""The sitemap: sitemaps.org 0.9, with the versions of a page in other languages (xhtml:link)."""

from xml.etree.ElementTree import Element, SubElement, indent

from valuegen.pages.machine_views import SitemapEntry
from valuegen.render.xml import document, text_of

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(entries: tuple[SitemapEntry, ...]) -> bytes:
    """Every page that search engines may show, with the day on which it last changed."""
    names = {"xmlns": SITEMAP}
    if any(entry.alternates for entry in entries):
        names["xmlns:xhtml"] = XHTML
    root = Element("urlset", names)
    for entry in entries:
        url = _listed(root, "url", entry)
        for one in entry.alternates:
            SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": one.language, "href": one.url})
    indent(root)
    return document(root)


def sitemap_index(entries: tuple[SitemapEntry, ...]) -> bytes:
    """Where the parts of a sitemap are that is too long for one."""
    root = Element("sitemapindex", {"xmlns": SITEMAP})
    for entry in entries:
        _listed(root, "sitemap", entry)
    indent(root)
    return document(root)


def _listed(root: Element, name: str, entry: SitemapEntry) -> Element:
    found = SubElement(root, name)
    text_of(found, "loc", entry.url)
    if entry.changed:
        text_of(found, "lastmod", entry.changed)
    return found
