"""Which view each template of the public site sees as `page`; every one of them sees `SiteView` as `site`."""

from collections.abc import Mapping
from types import MappingProxyType

from valuegen.pages.views import (
    ArchivePage,
    AuthorPage,
    HomePage,
    HubPage,
    ListPage,
    LostPage,
    PostPage,
    SearchPage,
    SiteView,
    SocialPage,
    SocialSite,
    TopicPage,
)

PAGES: Mapping[str, type] = MappingProxyType(
    {
        "home.html": HomePage,
        "post.html": PostPage,
        "hub.html": HubPage,
        "topic.html": TopicPage,
        "author.html": AuthorPage,
        "archive.html": ArchivePage,
        "list.html": ListPage,
        "404.html": LostPage,
        "search.html": SearchPage,
        "social.svg": SocialPage,
    }
)
"""Template → the type of `page`. The frame and the partials see whichever page they are shown in."""
SITES: Mapping[str, type] = MappingProxyType({"social.svg": SocialSite})
"""Template → the type of `site`, where it is another."""
SITE: type = SiteView
