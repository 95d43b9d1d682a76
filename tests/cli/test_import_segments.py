"""`valuegen import`: for which segment what names none is."""

import re

import pytest
from terminal import in_terminal

from bench import Bench, MiniWorkspace

CLIENTS = "content/private/contacts.yaml"
BOTH = "panaderias: {name: Panaderías}\nbares: {name: Bares}\n"
POST = "---\ntitle: Una\ndate: 2024-01-02\n---\nTexto.\n"
DRAFT = "---\ntitle: Luego\ndraft: true\n---\nAún no.\n"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    made = bench.workspace({"content/segments.yaml": BOTH, "old/una.md": POST, "old/luego.md": DRAFT})
    return made.change("content/calendar/2026.yaml", "[panaderias]", "[panaderias, bares]")


WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:base_blog_url>https://v.example</wp:base_blog_url>
<item><title>Una</title><link>https://v.example/una/</link><content:encoded>Texto.</content:encoded>
<wp:post_name>una</wp:post_name><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>
<wp:post_date>2024-01-02 10:00:00</wp:post_date></item></channel></rss>
"""


@pytest.mark.parametrize("source", ["markdown", "wordpress"])
def test_for_whom_posts_are_is_asked(work: MiniWorkspace, source: str) -> None:
    work.write("w.xml", WXR.encode())
    asked = ("import", source, "old" if source == "markdown" else "w.xml")
    question = "For which segment are these posts? (panaderias or bares; Enter: for all)"
    shown = in_terminal(work.root, *asked, "--dry-run", language="en", typed="bar\nbares\n")
    assert shown.out.count(question) == 2
    assert "There is no “bar”. Use one of these: panaderias and bares." in shown.out
    posts = 1 if source == "wordpress" else 2
    assert shown.out.count("segments: [bares]") == posts
    shown = in_terminal(work.root, *asked, "--dry-run", language="en", typed="\n")
    assert "segments: [bares]" not in shown.out
    assert shown.out.count("segments: [panaderias, bares]") == posts - 1  # the draft: an entry has to name them
    said = in_terminal(work.root, *asked, "--segment", "bares", "--dry-run", language="en")
    assert "For which segment" not in said.out


@pytest.mark.parametrize("source", ["markdown", "wordpress"])
def test_where_nobody_is_asked_posts_are_for_all_and_that_is_told(work: MiniWorkspace, source: str) -> None:
    work.write("w.xml", WXR.encode())
    asked = ("import", source, "old" if source == "markdown" else "w.xml")
    told = "These posts are for all segments, panaderias and bares. For one alone, add --segment.\n"
    done = work.run(*asked, "--yes", language="en")
    assert told in done.err
    again = work.run(*asked, language="en")
    assert told not in again.err
    assert told not in work.run(*asked, "--segment", "bares", language="en").err
    work.remove("content/posts/una.md")
    assert told not in work.run(*asked, "--quiet", "--dry-run", language="en").err
    work.write("content/segments.yaml", "panaderias: {name: Panaderías}\n")
    work.change("content/calendar/2026.yaml", "[panaderias, bares]", "[panaderias]")
    assert told not in work.run(*asked, "--dry-run", language="en").err


CLIENTS_TABLE = "Name,Email,Segment\nAna,ana@a.example,bares\nJo O'Neill,jo@a.example,\nEva,eva@a.example,\n"


def test_rows_that_name_no_segment_are_asked_for_once(work: MiniWorkspace) -> None:
    work.write("c.csv", CLIENTS_TABLE)
    shown = in_terminal(work.root, "import", "csv", "c.csv", language="en", typed="\npanaderias\n")
    assert shown.exit == 0, shown.out
    assert (
        shown.out.count("2 rows name no segment. For which are they? (panaderias or bares; Enter: they stay out)") == 1
    )
    assert re.findall(r"segments: (.*)", work.read(CLIENTS)) == ["[bares]", "[panaderias]", "[panaderias]"]
    again = in_terminal(work.root, "import", "csv", "c.csv", language="en", typed="\n")
    assert "name no segment" not in again.out
    assert again.out.count("is among your contacts already.") == 3


def test_rows_that_name_no_segment_may_stay_out(work: MiniWorkspace) -> None:
    work.write("c.csv", CLIENTS_TABLE)
    shown = in_terminal(work.root, "import", "csv", "c.csv", language="en", typed="\n\n")
    assert shown.exit == 0, shown.out
    for told in (shown.out, work.run("import", "csv", "c.csv", "--dry-run", language="en").err):
        assert "c.csv:3: “Jo O'Neill” has no segment: add --segment." in told
    assert re.findall(r"segments: (.*)", work.read(CLIENTS)) == ["[bares]"]


def test_who_is_here_needs_no_segment_to_be_left_alone(work: MiniWorkspace) -> None:
    work.write(CLIENTS, "- {id: ana, name: Ana, segments: [bares], email: ana@a.example}\n")
    work.write("c.csv", "Name,Email,Segment,Unsubscribed\nAna,ana@a.example,,2026-01-02\nEva,eva@a.example,bares,\n")
    done = work.run("import", "csv", "c.csv", "--map", "4=opted_out", language="en")
    assert "has no segment" not in done.err
    assert "email: ana@a.example, opted_out: 2026-01-02}" in work.read(CLIENTS)


def test_rows_of_a_calendar_that_name_nobody_are_asked_for_once(work: MiniWorkspace) -> None:
    work.write("c.csv", "Date,Title,Segment\n2099-01-02,Uno,bares\n2099-01-03,Dos,\n,,\n2099-01-04,Tres,\n")
    shown = in_terminal(work.root, "import", "csv", "c.csv", "--dry-run", language="en", typed="\npanaderias\n")
    assert (
        shown.out.count("2 rows name no segment. For which are they? (panaderias or bares; Enter: they stay out)") == 1
    )
    assert shown.out.count("segments: [panaderias]") == 2
    assert shown.out.count("segments: [bares]") == 1
