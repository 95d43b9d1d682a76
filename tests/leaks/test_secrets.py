"""What is private at all: where it is nothing, nothing is looked at."""

from leak_samples import page

from valuegen.leaks import scan as searching
from valuegen.leaks.scan import Private, scan, secrets_from


def test_where_nothing_is_private_nothing_is_looked_at(monkeypatch):
    monkeypatch.setattr(searching, "text_of", None)
    nothing = secrets_from(Private(), Private(), Private(), Private())
    assert scan(nothing, "public/index.html", page("Rosa Díaz").encode()) == ()
