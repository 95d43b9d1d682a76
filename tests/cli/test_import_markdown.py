"""`valuegen import markdown`: folders as Hugo, Jekyll, Pelican, MkDocs and Eleventy have them."""

from pathlib import Path

import pytest
from picture_samples import drawing, saved

from bench import Bench, MiniWorkspace, plain

PNG = saved(drawing(60, 40), "PNG")


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


@pytest.fixture
def old(tmp_path: Path) -> MiniWorkspace:
    """The folder of another generator."""
    return MiniWorkspace(tmp_path / "old")


def head_of(text: str) -> str:
    return text.split("---\n")[1]


def bring(work: MiniWorkspace, old: MiniWorkspace, *more: str, language: str = "en") -> str:
    """Import it, and again: then nothing changes. What was said the first time."""
    done = work.run("import", "markdown", str(old.root), "--yes", *more, language=language)
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "markdown", str(old.root), "--yes", *more, language=language).exit == 0
    assert work.tree("content") == before
    assert work.findings("format") == []
    return done.err


@pytest.fixture
def hugo(old: MiniWorkspace) -> MiniWorkspace:
    """A blog of Hugo: heads in YAML, TOML and JSON, a draft, the page of a section, a page without a date."""
    old.write("hugo.toml", 'baseURL = "https://old.example/"\n[permalinks]\nnotas = "/:year/:month/:slug/"\n')
    old.write("static/img/saco.png", PNG)
    old.write(
        "content/posts/sacos.md",
        """
        ---
        title: "¿Cuánta harina tiras?"
        date: 2024-03-05T23:30:00-03:00
        lastmod: 2024-04-01
        tags: [Harina, merma]
        categories: [Horno]
        description: Una libreta y tres números.
        author: Irene Vidal
        draft: false
        aliases: [/2019/harina/]
        weight: 10
        authors: [Ana Gil]
        cover: {image: /img/saco.png, alt: Un saco}
        ---
        <!--more-->
        Mira ![Un saco](/img/saco.png) y [la otra]({{< ref "balanza.md" >}}).
        {{< figure src="/img/saco.png" alt="Otro saco" >}}
        {{< youtube abc >}}

        {{< highlight go >}}
        fmt.Println("{{< ref >}}")
        {{< /highlight >}}
        """,
    )
    old.write(
        "content/notas/balanza/index.md",
        """
        +++
        title = "La balanza"
        date = 2023-02-01
        slug = "la-balanza"
        tags = ["merma"]
        [params]
        color = "rojo"
        +++
        ![Una balanza](foto.png)
        """,
    )
    old.write("content/notas/balanza/foto.png", PNG)
    old.write("content/posts/json.md", '{"title": "En JSON", "date": "2099-01-02", "draft": false, "n": 3}\n\nTexto.\n')
    old.write("content/posts/borrador.md", "---\ntitle: Borrador\ndraft: true\nfoo: x\n---\nAlgo.\n")
    old.write("content/posts/_index.md", "---\ntitle: Todo\n---\n")
    old.write("content/about.md", "---\ntitle: Quién soy\n---\nYo.\n")
    return old


def test_hugo_in_its_three_forms(work: MiniWorkspace, hugo: MiniWorkspace) -> None:
    said = bring(work, hugo)
    post = work.read("content/posts/sacos.md")
    assert head_of(post) == plain(
        """
        title: "¿Cuánta harina tiras?"
        date: 2024-03-05T21:30
        slug: sacos
        kind: reference
        status: done
        topics: [Harina, merma, Horno]
        author: irene-vidal
        summary: "Una libreta y tres números."
        updated: 2024-04-01
        aliases: ["/posts/sacos/", "/2019/harina/"]
        image: {src: "img/saco.png", alt: Un saco}
        weight: 10
        """
    )
    body = post.split("---\n", 2)[2]
    assert "![Un saco](img/saco.png) y [la otra](entry:la-balanza)" in body
    assert "![Otro saco](img/saco.png)" in body
    assert '```go\nfmt.Println("{{< ref >}}")\n```' in body
    assert "<!--" not in body
    assert (
        "posts/sacos.md:18: “youtube” means something to the program of the old blog alone: here it shows as text."
        in said.replace("content/", "")
    )
    balance = work.read("content/posts/notas/balanza/index.md")
    assert 'aliases: ["/2023/02/la-balanza/"]' in balance
    assert "params: {color: rojo}" in balance
    assert (work.root / "content/posts/notas/balanza/foto.png").read_bytes() == PNG
    assert (work.root / "content/static/img/saco.png").read_bytes() == PNG
    assert "status: ready" in work.read("content/posts/json.md")
    backlog = work.read("content/calendar/backlog.yaml")
    assert backlog.startswith("- title: Borrador\n  slug: borrador\n  segments: [panaderias]\n")
    assert 'body: "posts/borrador.md"' in backlog
    assert work.read("content/posts/borrador.md") == "Algo.\n"
    for line in (
        "_index.md: It is the page of a section",
        "about.md: It has no date",
        "borrador.md: A draft waits in the backlog, without foo.",
    ):
        assert line in said
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "profile: gentle\n")
    assert work.run("build").exit == 0
    assert "/sacos/" in work.read("site/public/2019/harina/index.html")


def test_jekyll(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("_config.yml", "title: Viejo\npermalink: pretty\n")
    old.write(
        "_posts/2024-03-05-primera-nota.md",
        """
        ---
        layout: post
        title:  "Primera nota"
        categories: [pan]
        kinds: otra
        published: true
        ---
        Ve [la segunda]({% post_url 2024-03-06-segunda %}) y ![foto]({{ site.baseurl }}/assets/a.png){: .ancha}

        {% highlight ruby %}
        puts 1
        {% endhighlight %}
        """,
    )
    old.write("_posts/2024-03-06-segunda.markdown", "---\ntitle: Segunda\npermalink: /vieja/segunda.html\n---\nHola.\n")
    old.write("_drafts/luego.md", "---\ntitle: Luego\n---\nAún no.\n")
    old.write("assets/a.png", PNG)
    old.write("README.md", "# Nada\n")
    said = bring(work, old)
    post = work.read("content/posts/2024-03-05-primera-nota.md")
    assert "date: 2024-03-05\nslug: primera-nota\n" in post
    assert 'aliases: ["/pan/2024/03/05/primera-nota/"]' in post
    assert "layout: post\n" in post
    assert "original_kinds: otra\n" in post
    assert "[la segunda](entry:segunda) y ![foto](files/assets/a.png)\n\n```ruby\nputs 1\n```\n" in post
    assert 'aliases: ["/vieja/segunda.html"]' in work.read("content/posts/2024-03-06-segunda.md")
    assert "slug: luego" in work.read("content/calendar/backlog.yaml")
    assert "README.md: It has no front matter" in said


def test_pelican(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("pelicanconf.py", "ARTICLE_URL = 'blog/{date:%Y}/{slug}/'\n")
    old.write(
        "content/pan/uno.md",
        "Title: Uno: el pan\nDate: 2010-12-03 10:20\nModified: 2010-12-05 19:30\nCategory: Pan\nTags: masa, madre\n"
        "Slug: el-uno\nAuthors: Otra Persona, Otro\nSummary: Corto\nLang: en\n\n"
        "Ve [dos]({filename}dos.md#abajo) y ![f]({static}/images/a.png)\n",
    )
    old.write("content/pan/dos.md", "Title: Dos\nDate: 2010-12-04\nStatus: draft\n\nTexto\n")
    old.write("content/images/a.png", PNG)
    bring(work, old)
    post = work.read("content/posts/pan/uno.md")
    assert head_of(post) == plain(
        """
        title: "Uno: el pan"
        date: 2010-12-03T10:20
        slug: el-uno
        kind: reference
        status: done
        topics: [masa, madre, Pan]
        summary: Corto
        language: en
        updated: 2010-12-05
        aliases: ["/blog/2010/el-uno/"]
        original_authors: Otra Persona, Otro
        """
    ).replace("original_authors: Otra Persona, Otro", 'original_authors: "Otra Persona, Otro"')
    assert "[dos](entry:dos#abajo) y ![f](images/a.png)" in post


def test_mkdocs_and_eleventy(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("mkdocs.yml", "site_name: x\nplugins: [blog]\n")
    old.write(
        "docs/blog/posts/hola.md",
        "---\ntitle: Hola\ndate:\n  created: 2024-01-31\n  updated: 2024-02-02\ncategories: [Pan]\n---\n\n"
        "Hola <br> <div>x</div>\n",
    )
    said = bring(work, old)
    post = work.read("content/posts/hola.md")
    assert "date: 2024-01-31\n" in post
    assert "updated: 2024-02-02\n" in post
    assert 'aliases: ["/blog/2024/01/31/hola/"]' in post
    assert "hola.md:9: HTML (<div>) shows as text here." in said
    eleventy = MiniWorkspace(old.root.parent / "eleventy")
    eleventy.write(".eleventy.js", "module.exports = {}")
    eleventy.write("src/blog/2024-05-06-dia.md", '---json\n{"title": "Día", "tags": ["posts"]}\n---\n# Día\n')
    eleventy.write("src/blog/otro.es.md", "---\ntitle: Otro\ndate: 2024-05-07\n---\nx\n")
    bring(work, eleventy)
    assert 'aliases: ["/blog/dia/"]' in work.read("content/posts/2024-05-06-dia.md")


def test_what_sells_is_a_pitch_and_only_what_is_new_comes_in(work: MiniWorkspace, old: MiniWorkspace) -> None:
    sells = "Últimas plazas: inscríbete hoy, solo 120 € con un 20 % de descuento. Reserva tu plaza antes del viernes.\n"
    old.write("a.md", f"---\ntitle: Curso\ndate: 2026-12-03\n---\n{sells}")
    old.write("harina.md", "---\ntitle: Harina\ndate: 2026-11-21\n---\nOtra.\n")
    old.write("c.md", "---\ntitle: c\ndate: 2026-11-21\n---\n[x](entry:nada)\n")
    asked = work.run("import", "markdown", str(old.root), answer="n\n")
    assert asked.exit == 0
    assert "¿Lo escribo de todas formas?" in asked.err
    assert not (work.root / "content/posts").exists()
    said = bring(work, old)
    assert "a.md: “Curso”: taken for `pitch`." in said
    assert "harina.md: An entry “harina” is here already." in said
    assert sorted(p.name for p in (work.root / "content/posts").iterdir()) == ["a.md", "c.md"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("---\ntitle: a\nx: &a [1]\ny: *a\n---\n", "x.md:3: "),
        ("---\ntitle: a\n  b: [\n---\n", "x.md:"),
        ("---\ntitle: a\ndate: 2024-01-01\n", "x.md:1: The front matter that begins here is never closed."),
        ('+++\ntitle = "a"\ndate = 2024-13-01\n+++\n', "x.md:3: This front matter is not right as TOML."),
        ('{"title": "a",\n "date": }\n', "x.md:2: This front matter is not right as JSON."),
        ('{"title": ' + "[" * 5000 + "]" * 5000 + "}", "x.md:1: This front matter is nested too deep."),
        ("---\ntitle: a\ndate: yesterday\n---\n", "x.md:3: “yesterday” is not a date."),
        ("---\ntitle: a\ndate: 1824-01-01\n---\n", "x.md:3: “1824-01-01” is outside the years 1900 to 2199."),
        ('---\ntitle: "a\\u0007b"\ndate: 2024-01-01\n---\n', "x.md:2: There is an invisible control character"),
        ('{"title": "a\\ud800", "date": "2024-01-01"}', "x.md:1: There is an invisible control character (U+D800)"),
        ("---\n- a\n---\n", "x.md:2: This front matter is not made of keys."),
        (b"---\ntitle: \xff\n---\n", "x.md:2: This file is not in UTF-8."),
        ("---\ntitle: a\ndate: 2024-01-01\n---\n" + "x" * (1 << 20), "x.md: This file is larger than 1 MiB."),
    ],
)
def test_what_can_not_be_taken_is_told_with_its_place(
    work: MiniWorkspace, old: MiniWorkspace, text: str | bytes, said: str
) -> None:
    old.write("x.md", text if isinstance(text, bytes) else text.encode())
    done = work.run("import", "markdown", str(old.root), language="en")
    assert done.exit == 0
    assert f"  {said}" in done.err
    assert not (work.root / "content/posts").exists()


def test_links_and_paths_do_not_lead_out_of_the_folder(work: MiniWorkspace, old: MiniWorkspace) -> None:
    (old.root.parent / "secret.png").write_bytes(PNG)
    old.write("a.md", "---\ntitle: a\ndate: 2024-01-01\n---\n![x](../secret.png) ![y](/../secret.png) ![z](l.png)\n")
    (old.root / "l.png").symlink_to(old.root.parent / "secret.png")
    (old.root / "b.md").symlink_to(old.root.parent / "b.md")
    said = bring(work, old)
    assert "b.md: This is a link, and links are not followed." in said
    assert list((work.root / "content").rglob("*.png")) == []


def test_what_does_not_fit_is_left_out_and_the_rest_comes_in(work: MiniWorkspace, old: MiniWorkspace) -> None:
    """A mistake that only the whole workspace shows."""
    old.write("a.md", "---\ntitle: a\ndate: 2024-01-01\n---\n<<<<<<< mine\nx\n=======\ny\n>>>>>>> theirs\n")
    old.write("b.md", "---\ntitle: b\ndate: 2024-01-01\n---\nx\n")
    said = bring(work, old)
    assert "a.md: “a” does not fit: A merge was left unfinished here" in said
    assert [path.name for path in (work.root / "content/posts").iterdir()] == ["b.md"]
