"""What each key of each file is for: written once, for the schemas and the pages of the docs."""

from valuegen.model.base import Record
from valuegen.schema import told_calendar, told_clients, told_site
from valuegen.words import Message

TOLD: dict[type[Record], dict[str, Message]] = {**told_site.TOLD, **told_calendar.TOLD, **told_clients.TOLD}
