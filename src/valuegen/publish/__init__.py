"""Bytes → `site/`, in one step, or not at all. The one part of the program that writes there (README.md)."""

from valuegen.publish.faults import Failed
from valuegen.publish.refuse import refused
from valuegen.publish.site import Published, Site, opened, publish

__all__ = ["Failed", "Published", "Site", "opened", "publish", "refused"]
