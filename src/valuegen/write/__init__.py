"""Edits of a workspace's files that keep comments, quotes and order."""
