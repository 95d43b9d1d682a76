"""Bytes → `site/`, in one step, or not at all. The one part of the program that writes there."""
