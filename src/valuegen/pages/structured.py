"""JSON-LD (schema.org): what a page is, for search engines."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from valuegen.pages.public_plan import PublicPerson, PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Html
from valuegen.plan import addresses

Data = Mapping[str, Any]


_HARMFUL = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_ld(shelves: Shelves, *things: Data) -> Html:
    """Whose site it is, and what is said of a page beside that."""
    graph = ",".join((shelves.once(_everywhere), *map(_in_script, things)))
    return Html(f'{{"@context":"https://schema.org","@graph":[{graph}]}}')


def _everywhere(shelves: Shelves) -> str:
    return f"{_in_script(organization(shelves))},{_in_script(website(shelves))}"


def _in_script(thing: Data) -> str:
    """As the content of a `<script>`: nothing in it can end that element (HTML, "script data")."""
    text = _written(thing)
    for sign, code in _HARMFUL.items():
        text = text.replace(sign, code)
    return text


def organization(shelves: Shelves) -> Data:
    """Whose site it is."""
    site = shelves.plan.site
    found: dict[str, Any] = {
        "@type": "Organization",
        "@id": f"{site.url}/#us",
        "name": site.title,
        "url": f"{site.url}/",
        "logo": {"@type": "ImageObject", "url": site.url + addresses.ICON},
    }
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
    """A post (BlogPosting). `dateModified` is said where it is known."""
    site, url = shelves.plan.site, shelves.plan.site.url + shelves.address[post.slug]
    author = shelves.plan.people[post.author]
    found: dict[str, Any] = {
        "@type": "BlogPosting",
        "@id": f"{url}#post",
        "headline": post.title,
        "url": url,
        "mainEntityOfPage": url,
        "datePublished": post.day.isoformat(),
        "inLanguage": post.language,
        "author": {
            "@type": "Person",
            "name": author.name,
            "url": site.url + addresses.person(site.language, author.id),
        },
        "publisher": {"@id": f"{site.url}/#us"},
        "isPartOf": {"@id": f"{site.url}/#site"},
        "wordCount": post.prose.words,
    }
    optional = {
        "description": post.summary,
        "image": image,
        "dateModified": post.changed.isoformat() if post.updated else "",
        "articleSection": [shelves.plan.segments[id].name for id in post.segments],
        "keywords": list(post.topics),
        **_versions(shelves, post),
    }
    return found | {key: value for key, value in optional.items() if value}


def _versions(shelves: Shelves, post: PublicPost) -> Data:
    """The original of a translation, or the translations of an original."""
    versions = shelves.versions_of(post)
    original = next((one for one in versions if not one.is_translation), None)

    def named(one: PublicPost) -> Data:
        return {"@id": f"{shelves.plan.site.url}{shelves.address[one.slug]}#post"}

    if original is None:
        return {}
    if original.slug != post.slug:
        return {"translationOfWork": named(original)}
    return {"workTranslation": [named(one) for one in versions if one.slug != post.slug]}


def collection(shelves: Shelves, address: str, name: str, description: str) -> Data:
    """A page that lists others."""
    return _page(shelves, "CollectionPage", address, name, description)


def profile(shelves: Shelves, address: str, person: PublicPerson, description: str) -> Data:
    """The page of somebody who writes."""
    url = shelves.plan.site.url
    who: dict[str, Any] = {
        "@type": "Person",
        "name": person.name,
        "url": url + addresses.person(shelves.plan.site.language, person.id),
        "worksFor": {"@id": f"{url}/#us"},
    }
    who |= {"knowsAbout": list(person.knows)} if person.knows else {}
    return {**_page(shelves, "ProfilePage", address, person.name, description), "mainEntity": who}


def _page(shelves: Shelves, kind: str, address: str, name: str, description: str) -> Data:
    site = shelves.plan.site
    url = site.url + address
    found = {"@type": kind, "@id": f"{url}#page", "url": url, "name": name, "inLanguage": site.language}
    return {
        **found,
        **({"description": " ".join(description.split())[:300]} if description.strip() else {}),
        "isPartOf": {"@id": f"{site.url}/#site"},
    }


def breadcrumbs(shelves: Shelves, steps: Sequence[tuple[str, str]]) -> Data:
    """The way to a page: names and addresses, home first."""
    url = shelves.plan.site.url
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": url + address}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
