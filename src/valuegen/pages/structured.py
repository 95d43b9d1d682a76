"""JSON-LD (schema.org): what a page is, for search engines."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Html
from valuegen.plan import addresses

Data = Mapping[str, Any]


def json_ld(*things: Data) -> Html:
    """As the content of a `<script>`: nothing in it can end that element (HTML, "script data")."""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    for sign, code in {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
        "\u2028": "\\u2028",
        "\u2029": "\\u2029",
    }.items():
        text = text.replace(sign, code)
    return Html(text)


def organization(shelves: Shelves) -> Data:
    """Whose site it is."""
    site = shelves.plan.site
    found = {"@type": "Organization", "@id": f"{site.url}/#us", "name": site.title, "url": f"{site.url}/"}
    return found | ({"slogan": site.tagline} if site.tagline else {})


def website(shelves: Shelves) -> Data:
    """The site as a whole."""
    site = shelves.plan.site
    return {
        "@type": "WebSite",
        "@id": f"{site.url}/#site",
        "name": site.title,
        "url": f"{site.url}/",
        "inLanguage": site.language,
        "publisher": {"@id": f"{site.url}/#us"},
    }


def posting(shelves: Shelves, post: PublicPost, image: str) -> Data:
    """A post (BlogPosting)."""
    site, url = shelves.plan.site, shelves.plan.site.url + shelves.address[post.slug]
    author = shelves.plan.people[post.author]
    found: dict[str, Any] = {
        "@type": "BlogPosting",
        "@id": f"{url}#post",
        "headline": post.title,
        "url": url,
        "mainEntityOfPage": url,
        "datePublished": post.day.isoformat(),
        "inLanguage": site.language,
        "author": {
            "@type": "Person",
            "name": author.name,
            "url": site.url + addresses.person(site.language, author.id),
        },
        "publisher": {"@id": f"{site.url}/#us"},
        "wordCount": post.prose.words,
    }
    optional = {"description": post.summary, "image": image, "keywords": list(post.topics)}
    return found | {key: value for key, value in optional.items() if value}


def breadcrumbs(shelves: Shelves, steps: Sequence[tuple[str, str]]) -> Data:
    """The way to a page: names and addresses, home first."""
    url = shelves.plan.site.url
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": url + address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
