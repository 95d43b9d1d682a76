"""Who receives something, as a table to take to another program."""

from dataclasses import dataclass

EMAIL_FIELDS = ("name", "email", "segment")
LINK_FIELDS = ("name", "link", "segment")


@dataclass(frozen=True, slots=True)
class RecipientList:
    """Rows of texts under `fields`; `language` says how spreadsheets there part cells."""

    language: str
    fields: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
