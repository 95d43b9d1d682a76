"""valuegen: an editorial calendar that keeps the promises you made to your clients."""

__version__ = "0.1.0"
