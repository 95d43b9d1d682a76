"""Both feeds, of the site and of each segment, held to the schemas of their specifications."""

import json
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import jsonschema
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser
from shown import example, shown, wider_plan
from small_plan import entry

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = [
    "]]>",
    "<script>alert(1)</script>",
    "&lt;b&gt; &amp; &#0; &bogus;",
    "<!-- -- --> <?php ?> <![CDATA[",
    "\"quotes\" 'and' «these» \\u0000",
    "‏עברית \u202e reversed",
    "👩🏽‍🍳 🏳️‍🌈 \U0001f35e",
    "a\u2028b\u2029c",
]


@cache
def relaxng() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))


@cache
def json_schema() -> jsonschema.Draft7Validator:
    schema = json.loads((SCHEMAS / "json-feed.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def wrongs(site: dict[str, bytes]) -> list[object]:
    """What the specifications have to say against the feeds of a site."""
    found: list[object] = []
    for name, data in site.items():
        if name.endswith("feed.xml"):
            root = etree.fromstring(data)
            if not relaxng().validate(root):
                found.append((name, relaxng().error_log.last_error))
            found += [(name, wrong) for wrong in _schematron(root)]
            if feedparser.parse(data).bozo:
                found.append((name, "feedparser"))
        elif name.endswith("feed.json"):
            found += [(name, error.message) for error in json_schema().iter_errors(json.loads(data))]
    return found


def _schematron(root: etree._Element) -> list[str]:
    """The rules of RFC 4287, appendix B, that RELAX NG can't say, and those of 4.1.1 and 4.1.2 on links and ids."""
    found = []
    if not root.findall(f"{ATOM}author") and not all(
        each.findall(f"{ATOM}author") for each in root.iter(f"{ATOM}entry")
    ):
        found.append("An atom:feed must have an atom:author unless all of its atom:entry children have one.")
    ids = [each.findtext(f"{ATOM}id") for each in root.iter(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        found.append("Two entries have the same id.")
    for each in (root, *root.iter(f"{ATOM}entry")):
        links = [
            (link.get("rel", "alternate"), link.get("type"), link.get("hreflang"))
            for link in each.findall(f"{ATOM}link")
        ]
        if len(links) != len(set(links)):
            found.append("Two links say the same.")
        if not each.findall(f"{ATOM}link") and each.find(f"{ATOM}content") is None:
            found.append("An entry has neither a link nor content.")
        if not urlsplit(each.findtext(f"{ATOM}id") or "").scheme:
            found.append("An id is no IRI.")
    return found


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_feeds_of_the_example_are_what_their_specifications_say(language: str) -> None:
    site = example(language)[1]
    assert sum(name.endswith("feed.xml") for name in site) > 3
    assert wrongs(site) == []


def test_the_schemas_refuse_what_is_no_feed() -> None:
    site = shown(wider_plan(entry("2026-11-01", slug="uno", text="Texto.")))
    atom = site["feed.xml"]
    for old, new in (
        (b"<updated>2026-11-01T05:00:00Z</updated>", b"<updated>2026-11-01</updated>"),
        (b"<title>Taller Levadura</title>", b""),
        (b"<entry>", b"<entry><title>Otro</title>"),
        (b'type="html"', b'type="markup"'),
        (b"tag:levadura.example,2026:post/uno", b"post/uno"),
    ):
        assert old in atom
        assert wrongs({"feed.xml": atom.replace(old, new, 1)}), new
    data = json.loads(site["feed.json"])
    item = data["items"][0]
    for broken in (
        {**data, "version": "https://jsonfeed.org/version/1"},
        {**data, "icon": "/favicon.svg"},
        {**data, "items": [{**item, "date_published": "2026-11-01"}]},
        {**data, "items": [{key: value for key, value in item.items() if key != "id"}]},
        {**data, "generator": "x"},
    ):
        assert wrongs({"feed.json": json.dumps(broken).encode()})


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_read_back_as_they_were_written(hostile: str) -> None:
    title = " ".join(f"Pan {hostile} y vino".split())
    plan = wider_plan(
        entry(
            "2026-11-01", slug="uno", title=title, summary=title, topics=[title], text=f"{hostile}\n\n    {hostile}\n"
        ),
        segments={"a": {"name": title, "about": title}},
        people={"irene": {"name": title}},
    )
    site = shown(plan)
    assert wrongs(site) == []
    root = etree.fromstring(site["feed.xml"])
    item = json.loads(site["feed.json"])["items"][0]
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == item["title"] == title
    assert root.findtext(f"{ATOM}entry/{ATOM}summary") == item["summary"] == title
    assert root.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == item["authors"][0]["name"] == title
    assert root.find(f"{ATOM}entry/{ATOM}category").get("term") == item["tags"][0] == title
    assert root.findtext(f"{ATOM}entry/{ATOM}content") == item["content_html"]
    assert not LexborHTMLParser(item["content_html"]).css("script")


def test_a_feed_says_when_a_post_was_changed_and_stands_still_otherwise() -> None:
    plan = wider_plan(
        entry("2026-11-01T09:30", slug="uno", text="Texto.", updated="2026-11-20"),
        entry("2026-11-05T09:30", slug="dos", text="Texto.", updated="2026-11-05"),
        entry("2026-11-04", slug="tres", text="Texto."),
    )
    site = shown(plan)
    said = {
        each.findtext(f"{ATOM}id"): (
            each.findtext(f"{ATOM}published"),
            each.findtext(f"{ATOM}updated"),
        )
        for each in etree.fromstring(site["feed.xml"]).iter(f"{ATOM}entry")
    }
    assert said == {
        "tag:levadura.example,2026:post/uno": ("2026-11-01T14:30:00Z", "2026-11-20T05:00:00Z"),
        "tag:levadura.example,2026:post/dos": ("2026-11-05T14:30:00Z", "2026-11-05T14:30:00Z"),
        "tag:levadura.example,2026:post/tres": ("2026-11-04T05:00:00Z", "2026-11-04T05:00:00Z"),
    }
    assert etree.fromstring(site["feed.xml"]).findtext(f"{ATOM}updated") == "2026-11-20T05:00:00Z"
    modified = {item["url"]: item.get("date_modified") for item in json.loads(site["feed.json"])["items"]}
    assert modified["https://levadura.example/uno/"] == "2026-11-20T05:00:00Z"
    assert modified["https://levadura.example/tres/"] is None


def test_every_address_in_a_feed_is_whole() -> None:
    for site in (example()[1], example("en")[1]):
        for name, data in site.items():
            if not name.endswith("feed.json"):
                continue
            for item in json.loads(data)["items"]:
                for node in LexborHTMLParser(item["content_html"]).css("[href], [src], [srcset]"):
                    said = [node.attributes.get(key) or "" for key in ("href", "src") if key in node.attributes]
                    said += [one.split()[0] for one in (node.attributes.get("srcset") or "").split(",") if one.strip()]
                    assert all(urlsplit(one).scheme for one in said), (name, item["id"], said)
