"""The equal site for Eleventy 3, by templates in Nunjucks and collections that are grouped once."""

import json
from pathlib import Path

from tools.bench.corpus import PEOPLE, Group, Post, groups
from tools.bench.program import Program, heading

CONFIG = """
const pages = (posts, keyOf, size) => {
  const groups = new Map();
  for (const post of posts) {
    const key = keyOf(post);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(post);
  }
  return [...groups].flatMap(([id, items]) => {
    const last = Math.ceil(items.length / size);
    return Array.from({ length: last }, (_, n) => (
      { id, number: n + 1, last, items: items.slice(n * size, (n + 1) * size) }));
  });
};
module.exports = (config) => {
  let places = new Map(), posts = [];
  config.setUseGitIgnore(false);
  const all = (api) => api.getFilteredByGlob("posts/*.md").reverse();
  config.addCollection("posts", (api) => {
    posts = all(api);
    places = new Map(posts.map((post, place) => [post.inputPath, place]));
    return posts;
  });
  config.addCollection("bySegment", (api) => pages(all(api), (post) => post.data.segments[0], 24));
  config.addCollection("feeds", (api) => pages(all(api), (post) => post.data.segments[0], 20)
    .filter((list) => list.number === 1));
  config.addCollection("byTopic", (api) => pages(all(api), (post) => post.data.topics[0], 24));
  config.addCollection("byPerson", (api) => pages(all(api), (post) => post.data.person, 24));
  config.addCollection("byYear", (api) => pages(all(api), (post) => String(post.date.getUTCFullYear()), 100));
  config.addFilter("beside", (page, step) => posts[places.get(page.inputPath) + step]);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("minutes", (html) => Math.ceil(html.split(" ").length / 200));
  return { markdownTemplateEngine: false, dir: { input: ".", output: "_site", includes: "_includes" } };
};
"""
POSTS = 'module.exports = { layout: "post.njk", permalink: (data) => `/${data.page.fileSlug}/index.html` };'
BASE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title or list.id }} · Banco</title>
<meta name="description" content="{{ summary }}">
<link rel="canonical" href="https://banco.example{{ page.url }}"><link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<meta property="og:title" content="{{ title }}"><meta property="og:url" content="https://banco.example{{ page.url }}">
</head><body><header><a href="/">Banco</a><nav><a href="/para/">Para quién</a> <a href="/temas/">Temas</a>
<a href="/archivo/">Archivo</a> <a href="/personas/">Quiénes somos</a></nav></header>
<main>{{ content | safe }}</main><footer><a href="/">Banco</a> <a href="/index.xml">RSS</a></footer></body></html>
"""
POST = """---
layout: base.njk
---
<article><p>Para: <a href="/para/{{ segments[0] }}/">{{ groups[segments[0]] }}</a></p>
<h1>{{ title }}</h1><p>{{ summary }}</p><time datetime="{{ page.date | day }}">{{ page.date | day }}</time>
<p><a href="/personas/{{ person }}/">{{ people[person] }}</a></p><p>{{ content | minutes }} min</p>
{{ content | safe }}
<section><h2>{{ ask }}</h2><a href="mailto:p@banco.example?subject={{ title | urlencode }}">Escribir</a></section>
<a href="/temas/{{ topics[0] }}/">{{ topics[0] }}</a></article>
<nav>{% set other = page | beside(1) %}{% if other %}<a href="{{ other.url }}">{{ other.data.title }}</a>{% endif %}
{% set other = page | beside(-1) %}{% if other %}<a href="{{ other.url }}">{{ other.data.title }}</a>{% endif %}</nav>
"""
CARD = """<article><time datetime="{{ post.date | day }}">{{ post.date | day }}</time>
<h3><a href="{{ post.url }}">{{ post.data.title }}</a></h3><p>{{ post.data.summary }}</p></article>
"""
HOME = """---
layout: base.njk
title: Banco
permalink: /index.html
---
<h1>Banco</h1>{% for post in collections.posts.slice(0, 12) %}{% include "card.njk" %}{% endfor %}
<ul>{% for id, name in groups %}<li><a href="/para/{{ id }}/">{{ name }}</a></li>{% endfor %}</ul>
"""
LIST = """---
layout: base.njk
pagination: {data: collections.COLLECTION, size: 1, alias: list}
permalink: "/PLACE/{{ list.id }}/{% if list.number > 1 %}{{ list.number }}/{% endif %}index.html"
---
<h1>{{ NAME }}</h1>{% for post in list.items %}{% include "CARD" %}{% endfor %}
{% if list.number > 1 %}
<a href="/PLACE/{{ list.id }}/{% if list.number > 2 %}{{ list.number - 1 }}/{% endif %}">Antes</a>{% endif %}
{% if list.number < list.last %}<a href="/PLACE/{{ list.id }}/{{ list.number + 1 }}/">Después</a>{% endif %}
"""
ROW = '<li><time>{{ post.date | day }}</time> <a href="{{ post.url }}">{{ post.data.title }}</a></li>\n'
TERMS = """---
layout: base.njk
permalink: /PLACE/index.html
---
<ul>{% for list in collections.COLLECTION %}{% if list.number == 1 %}
<li><a href="/PLACE/{{ list.id }}/">{{ NAME }}</a></li>
{% endif %}{% endfor %}</ul>
"""
FEED = """---
permalink: /index.xml
---
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Banco</title><link>https://banco.example/</link><description>Banco</description>
{% for post in collections.posts.slice(0, 20) %}{% include "item.njk" %}{% endfor %}</channel></rss>
"""
GROUP_FEED = """---
pagination: {data: collections.feeds, size: 1, alias: list}
permalink: "/para/{{ list.id }}/index.xml"
---
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ groups[list.id] }}</title><link>https://banco.example/</link>
{% for post in list.items %}{% include "item.njk" %}{% endfor %}</channel></rss>
"""
ITEM = """<item><title>{{ post.data.title }}</title><link>https://banco.example{{ post.url }}</link>
<pubDate>{{ post.date.toUTCString() }}</pubDate><description>{{ post.templateContent | escape }}</description></item>
"""
MAP = """---
permalink: /sitemap.xml
---
<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for post in collections.posts %}<url><loc>https://banco.example{{ post.url }}</loc></url>
{% endfor %}</urlset>
"""
LISTS = {
    "para": ("bySegment", "groups[list.id]", "card.njk"),
    "temas": ("byTopic", "list.id", "card.njk"),
    "personas": ("byPerson", "people[list.id]", "card.njk"),
    "archivo": ("byYear", "list.id", "row.njk"),
}


def eleventy(node: Path, program: Path, root: Path) -> Program:
    """`eleventy`, as its command runs it."""
    frame = {
        "eleventy.config.js": CONFIG,
        "_includes/base.njk": BASE,
        "_includes/post.njk": POST,
        "_includes/card.njk": CARD,
        "_includes/row.njk": ROW,
        "_includes/item.njk": ITEM,
        "index.njk": HOME,
        "feed.njk": FEED,
        "group-feed.njk": GROUP_FEED,
        "sitemap.njk": MAP,
        "posts/posts.11tydata.js": POSTS,
        "_data/people.json": json.dumps({f"persona-{number}": name for number, name in enumerate(PEOPLE)}),
    }
    for place, (collection, name, card) in LISTS.items():
        for file, text in ((f"{place}.njk", LIST), (f"{place}-all.njk", TERMS)):
            text = text.replace("COLLECTION", collection).replace("PLACE", place)
            frame[file] = text.replace("NAME", name).replace("CARD", card)
    return Program(
        name="Eleventy",
        root=root,
        command=(str(node), str(program), "--quiet"),
        out=root / "_site",
        caches=(root / "_site", root / ".cache"),
        frame=frame,
        post=post,
        segments=segments,
    )


def post(one: Post) -> tuple[str, str]:
    """A file under posts; its name is its address."""
    head = heading(
        title=one.title,
        date=one.day,
        segments=[groups()[one.segment].id],
        person=f"persona-{one.person}",
        topics=[one.topic],
        summary=one.summary,
        ask=one.ask,
    )
    return f"posts/{one.slug}.md", head + one.body


def segments(all_of: tuple[Group, ...]) -> dict[str, str]:
    """The segments' names, as data."""
    return {"_data/groups.json": json.dumps({one.id: one.name for one in all_of})}
