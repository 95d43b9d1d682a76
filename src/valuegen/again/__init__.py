"""A build where nothing but texts differs from the last one: what they do not touch is taken as it was (README.md)."""
