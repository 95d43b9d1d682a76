"""A theme that asks other servers for something: no page may, so it is told where, in one run."""

from bench import Bench

SHEET = """/* url(https://no.example/a.css) */
@namespace svg url(http://www.w3.org/2000/svg);
@import "https://fonts.example/a.css";
@import"//fonts.example/b.css";
@font-face { font-family: X; src: url(//fonts.example/x.woff2) format("woff2"), url(x.woff2); }
a { background: -webkit-image-set("https://pictures.example/a.png" 1x); }
a { background: image-set("a.png" 1x, "https://pictures.example/b.png" 2x) }
i::after { content: "https://fine.example/" }
b { cursor: url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"), url( pointer.svg ) }
"""
FOOT = """{% extends "parent:post.html" %}
{# <img src="https://no.example/a.png"> #}<!-- <script src="https://no.example/x.js"></script> -->
<p><a href="https://fine.example/">Fine</a> <img src="/a.png" alt=""></p>
<link rel="canonical" href="https://fine.example/">
<link href="https://fonts.example/b.css" rel="preload stylesheet">
<script async src=//counts.example/x.js></script><img alt="" srcset='https://counts.example/a 1x'>
"""


def test_all_that_would_be_asked_of_other_servers_is_told(bench: Bench) -> None:
    work = bench.workspace({
        "themes/mio/assets/z-mine.css": SHEET,
        "themes/mio/assets/x.woff2": "x",
        "themes/mio/post.html": FOOT,
    }).change("valuegen.yaml", "site:\n", "site:\n  theme: mio\n")  # fmt: skip
    done = work.run("check", "--format", "json")
    told = [(one["file"], one["line"], one["column"], one["message"].split("(")[1].split(")")[0])
            for one in done.json["findings"] if "pide un archivo a otro servidor" in one["message"]]  # fmt: skip
    sheet, foot = "themes/mio/assets/z-mine.css", "themes/mio/post.html"
    assert done.exit == 0
    assert {one["level"] for one in done.json["findings"] if one["file"] in (sheet, foot)} == {"warning"}
    built = work.run("build")
    assert (built.exit, built.err.count("pide un archivo a otro servidor")) == (0, len(told))
    assert work.run("build", "--strict").exit == 1
    assert told == [
        (sheet, 3, 10, "fonts.example"),
        (sheet, 4, 9, "fonts.example"),
        (sheet, 5, 39, "fonts.example"),
        (sheet, 6, 36, "pictures.example"),
        (sheet, 7, 40, "pictures.example"),
        (foot, 5, 13, "fonts.example"),
        (foot, 6, 19, "counts.example"),
        (foot, 6, 70, "counts.example"),
    ]


def test_the_built_in_themes_and_their_like_ask_nobody(bench: Bench) -> None:
    work = bench.workspace({"themes/mio/assets/z-mine.css": "a { background: url(/img/a.png) }\n"})
    assert work.change("valuegen.yaml", "site:\n", "site:\n  theme: mio\n").run("check").exit == 0
