"""The same post in several languages: how pages, and search engines, are told of the other versions."""

from dataclasses import replace

from valuegen.pages.machine_views import Alternate
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.views import Link
from valuegen.plan import addresses
from valuegen.words import language_name

DEFAULT = "x-default"
"""The version for who reads none of the languages (hreflang): the first, which is the site's own where there is one."""


def other_versions(shelves: Shelves, post: PublicPost) -> tuple[Link, ...]:
    """The other versions of a post, each by the name that its language gives itself."""
    others = [other for other in shelves.versions_of(post) if other.slug != post.slug]
    return tuple(
        Link(
            language_name(other.language), addresses.file_of(shelves.address[other.slug]), language=str(other.language)
        )
        for other in others
    )


def alternates_of(shelves: Shelves, post: PublicPost) -> tuple[Alternate, ...]:
    """All versions of a post, itself too, as each of them has to list them; none where it is the only one."""
    versions = shelves.versions_of(post)
    url = shelves.plan.site.url
    listed = [Alternate(str(one.language), url + shelves.address[one.slug]) for one in versions]
    return (*listed, replace(listed[0], language=DEFAULT)) if listed else ()
