"""The equal site for Pelican, whose categories are the segments. What it has read it keeps for the next run.

By itself it knows no previous and next post, and pages no archive of a year: it is spared both.
"""

import json
from pathlib import Path

from tools.bench.corpus import PEOPLE, Group, Post, groups
from tools.bench.program import Program

CONFIG = """
import json
from pathlib import Path
SEGMENTS = json.loads((Path(__file__).parent / "segments.json").read_text(encoding="utf-8"))
SITENAME = "Banco"
SITEURL = "https://banco.example"
AUTHOR = "Banco"
TIMEZONE = "UTC"
DEFAULT_LANG = "es"
PATH = "content"
THEME = "theme"
PLUGINS = []
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "para/{slug}/"
CATEGORY_SAVE_AS = "para/{slug}/index.html"
TAG_URL = "temas/{slug}/"
TAG_SAVE_AS = "temas/{slug}/index.html"
AUTHOR_URL = "personas/{slug}/"
AUTHOR_SAVE_AS = "personas/{slug}/index.html"
YEAR_ARCHIVE_URL = "archivo/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "archivo/{date:%Y}/index.html"
CATEGORIES_SAVE_AS = "para/index.html"
TAGS_SAVE_AS = "temas/index.html"
AUTHORS_SAVE_AS = "personas/index.html"
ARCHIVES_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "categories", "authors", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"tag": 24, "category": 24, "author": 24}
PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), (2, "{base_name}/{number}/", "{base_name}/{number}/index.html")]
FEED_RSS = "index.xml"
FEED_ALL_ATOM = None
FEED_ALL_RSS = None
CATEGORY_FEED_ATOM = None
CATEGORY_FEED_RSS = "para/{slug}/index.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 20
RSS_FEED_SUMMARY_ONLY = False
"""
BASE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{% block title %}{{ SITENAME }}{% endblock %} · Banco</title>
<meta name="description" content="{% block summary %}{% endblock %}">
<link rel="canonical" href="{{ SITEURL }}/{{ output_file }}"><link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<meta property="og:title" content="{{ self.title() }}">
<meta property="og:url" content="{{ SITEURL }}/{{ output_file }}">
</head><body><header><a href="/">Banco</a><nav><a href="/para/">Para quién</a> <a href="/temas/">Temas</a>
<a href="/archivo/">Archivo</a> <a href="/personas/">Quiénes somos</a></nav></header>
<main>{% block main %}{% endblock %}</main><footer><a href="/">Banco</a> <a href="/index.xml">RSS</a></footer>
</body></html>
"""
ARTICLE = """{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}
{% block summary %}{{ article.summary | striptags }}{% endblock %}{% block main %}
<article><p>Para: <a href="/{{ article.category.url }}">{{ SEGMENTS[article.category.name] }}</a></p>
<h1>{{ article.title }}</h1><p>{{ article.summary }}</p>
<time datetime="{{ article.date.strftime("%Y-%m-%d") }}">{{ article.date.strftime("%d/%m/%Y") }}</time>
{% for one in article.authors %}<p><a href="/{{ one.url }}">{{ one }}</a></p>{% endfor %}
<p>{{ article.content | wordcount // 200 }} min</p>
{{ article.content }}
<section><h2>{{ article.ask }}</h2>
<a href="mailto:p@banco.example?subject={{ article.title | urlencode }}">Escribir</a></section>
{% for one in article.tags %}<a href="/{{ one.url }}">{{ one }}</a>{% endfor %}</article>{% endblock %}
"""
HOME = """{% extends "base.html" %}{% import "card.html" as of %}{% block main %}<h1>Banco</h1>
{% for one in articles[:12] %}{{ of.card(one) }}{% endfor %}
<ul>{% for one, _ in categories %}
<li><a href="/{{ one.url }}">{{ SEGMENTS[one.name] }}</a></li>{% endfor %}</ul>{% endblock %}
"""
CARD = """{% macro card(one) %}<article><time>{{ one.date.strftime("%d/%m/%Y") }}</time>
<h3><a href="/{{ one.url }}">{{ one.title }}</a></h3><p>{{ one.summary }}</p></article>{% endmacro %}
"""
LIST = """{% extends "base.html" %}{% import "card.html" as of %}{% block title %}{{ NAME }}{% endblock %}
{% block main %}<h1>{{ NAME }}</h1>{% for one in articles_page.object_list %}{{ of.card(one) }}{% endfor %}
{% if articles_page.has_previous() %}<a href="/{{ articles_previous_page.url }}">Antes</a>{% endif %}
{% if articles_page.has_next() %}<a href="/{{ articles_next_page.url }}">Después</a>{% endif %}{% endblock %}
"""
YEAR = """{% extends "base.html" %}{% block main %}<h1>{{ period }}</h1><ul>{% for one in articles %}
<li><time>{{ one.date.strftime("%d/%m/%Y") }}</time> <a href="/{{ one.url }}">{{ one.title }}</a></li>{% endfor %}
</ul>{% endblock %}
"""
TERMS = """{% extends "base.html" %}{% block main %}<ul>{% for one, _ in WHICH %}
<li><a href="/{{ one.url }}">{{ one }}</a></li>{% endfor %}</ul>{% endblock %}
"""
MAP = """<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for one in articles %}<url><loc>{{ SITEURL }}/{{ one.url }}</loc></url>
{% endfor %}</urlset>
"""


def pelican(program: Path, root: Path) -> Program:
    """`pelican`, with its cache of what it has read."""
    templates = {
        "base.html": BASE,
        "article.html": ARTICLE,
        "index.html": HOME,
        "card.html": CARD,
        "sitemap.html": MAP,
        "period_archives.html": YEAR,
        "tag.html": LIST.replace("NAME", "tag"),
        "category.html": LIST.replace("NAME", "SEGMENTS[category.name]"),
        "author.html": LIST.replace("NAME", "author"),
        "tags.html": TERMS.replace("WHICH", "tags"),
        "categories.html": TERMS.replace("WHICH", "categories"),
        "authors.html": TERMS.replace("WHICH", "authors"),
    }
    return Program(
        name="Pelican",
        root=root,
        command=(str(program), "--quiet", "--settings", "pelicanconf.py"),
        out=root / "output",
        caches=(root / "output", root / "cache"),
        frame={
            "pelicanconf.py": CONFIG,
            "theme/static/site.css": "body { margin: auto }\n",
            **{f"theme/templates/{name}": text for name, text in templates.items()},
        },
        post=post,
        segments=segments,
    )


def post(one: Post) -> tuple[str, str]:
    """A file under content; the head is the one that Python-Markdown reads."""
    rows = {
        "Title": one.title,
        "Date": one.day,
        "Slug": one.slug,
        "Category": groups()[one.segment].id,
        "Authors": PEOPLE[one.person],
        "Tags": one.topic,
        "Summary": one.summary,
        "Ask": one.ask,
    }
    return f"content/{one.slug}.md", "".join(f"{key}: {value}\n" for key, value in rows.items()) + "\n" + one.body


def segments(all_of: tuple[Group, ...]) -> dict[str, str]:
    """The segments' names, as a setting."""
    return {"segments.json": json.dumps({one.id: one.name for one in all_of})}
