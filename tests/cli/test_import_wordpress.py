"""`valuegen import wordpress`: exports (WXR) with blocks, classic texts, drafts, pages, pictures; and hostile ones."""

import pytest

from bench import Bench, MiniWorkspace

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"\n\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n'
    '\txmlns:content="http://purl.org/rss/1.0/modules/content/"\n\txmlns:dc="http://purl.org/dc/elements/1.1/"\n'
    '\txmlns:wp="http://wordpress.org/export/1.2/"\n>\n<channel>\n\t<title>Taller</title>\n\t<link>https://old.example</link>\n'
    "\t<wp:base_blog_url>https://old.example</wp:base_blog_url>\n\t<wp:author><wp:author_login><![CDATA[irene]]></wp:author_login>"
    "<wp:author_display_name><![CDATA[Irene Vidal]]></wp:author_display_name></wp:author>\n"
)
TAIL = "</channel>\n</rss>\n"
BLOCKS = (
    '<!-- wp:paragraph -->\n<p>Pesa <strong>lo que barres</strong>, como en <a href="https://old.example/2024/06/balanza/">'
    'la balanza</a>.</p>\n<!-- /wp:paragraph -->\n<!-- wp:image -->\n<figure class="wp-block-image">'
    '<img src="https://old.example/wp-content/uploads/2024/05/saco.jpg" alt="Un saco"/></figure>\n<!-- /wp:image -->\n'
    "<!-- wp:list --><ul><li>uno</li><li>dos</li></ul><!-- /wp:list --><script>alert(1)</script>"
    '<iframe src="//video.example/x"></iframe><img src="https://otro.example/y.png" alt="Otra">'
)
CLASSIC = (
    'Primera línea\nsegunda.\n\nOtro párrafo.\n\n[caption id="a" width="300"]<img src="https://old.example/a.jpg" '
    'alt="A" /> Un pie[/caption]\n\n[gallery ids="1,2"]\n\n<pre>x = 1\n\ny = 2</pre>'
)


def item(
    number: int, title: str, text: str, slug: str, status: str = "publish", kind: str = "post", day: str = ""
) -> str:
    day = day or "2024-05-03 09:30:00"
    return (
        f"<item>\n<title><![CDATA[{title}]]></title>\n<link>https://old.example/2024/0{number}/{slug}/</link>\n"
        f"<dc:creator><![CDATA[irene]]></dc:creator>\n<content:encoded><![CDATA[{text}]]></content:encoded>\n"
        f"<excerpt:encoded><![CDATA[]]></excerpt:encoded>\n<wp:post_id>{number}</wp:post_id>\n"
        f"<wp:post_date><![CDATA[{day}]]></wp:post_date>\n"
        f"<wp:post_modified><![CDATA[2024-05-04 10:00:00]]></wp:post_modified>\n"
        f"<wp:post_name><![CDATA[{slug}]]></wp:post_name>\n<wp:status><![CDATA[{status}]]></wp:status>\n"
        f"<wp:post_type><![CDATA[{kind}]]></wp:post_type>\n"
        '<category domain="category" nicename="pan"><![CDATA[Pan &amp; masa]]></category>\n'
        '<category domain="post_tag" nicename="merma"><![CDATA[merma]]></category>\n'
        '<category domain="category" nicename="uncategorized"><![CDATA[Uncategorized]]></category>\n</item>\n'
    )


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def bring(work: MiniWorkspace, *items: str) -> str:
    """Import it, and again: then nothing changes. What was said the first time."""
    work.write("w.xml", HEAD + "".join(items) + TAIL)
    done = work.run("import", "wordpress", "w.xml", "--yes", language="en")
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "wordpress", "w.xml", "--yes").exit == 0
    assert work.tree("content") == before
    assert work.findings("format") == []
    return done.err


def test_posts_pages_drafts_and_pictures(work: MiniWorkspace) -> None:
    said = bring(
        work,
        item(5, "¿Cuánta sal &amp; agua?", BLOCKS, "cuanta-sal"),
        item(6, "La balanza", CLASSIC, "balanza"),
        item(7, "Quién soy", "<p>Yo.</p>", "quien-soy", kind="page"),
        item(8, "Sin acabar", "<p>Algo.</p>", "", status="draft", day="0000-00-00 00:00:00"),
        item(9, "Tirada", "<p>x</p>", "tirada", status="trash"),
        item(1, "saco", "", "saco", status="inherit", kind="attachment"),
        item(2, "Menú", "", "menu", kind="producto"),
    )
    assert work.read("content/posts/cuanta-sal.md") == (
        '---\ntitle: "¿Cuánta sal & agua?"\ndate: 2024-05-03T09:30\nslug: cuanta-sal\nkind: reference\nstatus: done\n'
        'topics: ["Pan & masa", merma]\nauthor: irene-vidal\nupdated: 2024-05-04\n'
        'aliases: ["/2024/05/cuanta-sal/"]\n---\n\n'
        "Pesa **lo que barres**, como en [la balanza](entry:balanza).\n\n"
        "![Un saco](wp-content/uploads/2024/05/saco.jpg)\n\n- uno\n- dos\n\n"
        "[https://video.example/x](https://video.example/x)[Otra](https://otro.example/y.png)\n"
    ).replace("[https://video.example/x](https://video.example/x)", "<https://video.example/x>")
    classic = work.read("content/posts/balanza.md")
    assert "Primera línea" in classic
    assert '![A](a.jpg "Un pie")' in classic
    assert "```\nx = 1\n\ny = 2\n```" in classic
    assert work.read("content/posts/sin-acabar.md") == "Algo.\n"
    assert "slug: sin-acabar" in work.read("content/calendar/backlog.yaml")
    for line in (
        "Save https://old.example/wp-content/uploads/2024/05/saco.jpg as content/static/wp-content/uploads/2024/",
        "“gallery” means something to the program of the old blog alone: here it shows as text.",
        "“Quién soy” was a page",
        "It is in the trash.",
        "1 item of “producto”.",
    ):
        assert line in said


def test_a_text_that_shows_markdown_stays_a_text(work: MiniWorkspace) -> None:
    """Else a post about Markdown would lose its brackets, and one that means harm would make a link of them."""
    shown = (
        "[a](javascript:alert(1)) [b][c] [^1]",
        "[c]: https://evil.example",
        "# Uno",
        "- dos",
        "3. tres",
        "&gt; cuatro",
        "---",
        "::: pitch",
    )
    bring(work, item(5, "Una", "".join(f"<p>{text}</p>" for text in shown), "una"))
    assert work.run("build", "--as-of", "2026-11-01").exit == 0
    page = "".join(path.read_text("utf-8") for path in sorted((work.root / "site/public").rglob("una/index.html")))
    for text in shown:
        assert f"<p>{text}</p>" in page, text
    assert 'href="javascript' not in page


def test_what_is_not_in_the_export_is_told_post_by_post(work: MiniWorkspace) -> None:
    said = bring(
        work,
        item(
            5,
            "Una",
            '<p>Ve <a href="https://www.old.example/2024/06/otra/#pie">otra</a>, '
            '<a href="/2024/06/otra/">la misma</a>, '
            '<a href="https://old.example/tienda/">la tienda</a>, <a href="/aviso/">el aviso</a> y el '
            '<a href="https://old.example/wp-content/uploads/2024/h.pdf">PDF</a>. [contact-form-7 id="1"] '
            "[gallery ids=2] [contact-form-7 id=2]</p>",
            "una",
        ),
        item(6, "Otra", "<p>x</p>", "otra"),
    )
    post = work.read("content/posts/una.md")
    assert "[otra](entry:otra#pie), [la misma](entry:otra), [la tienda](https://old.example/tienda/)" in post
    assert "[PDF](wp-content/uploads/2024/h.pdf)" in post
    place = next(number for number, line in enumerate(work.read("w.xml").splitlines(), 1) if line.startswith("<item>"))
    assert [line.partition(": ")[2] for line in said.splitlines() if line.startswith(f"  w.xml:{place}: ")] == [
        "The link to “https://old.example/tienda/” leads to no post of the export.",
        "The link to “/aviso/” leads to no post of the export.",
        "“contact-form-7” means something to the program of the old blog alone: here it shows as text.",
        "“gallery” means something to the program of the old blog alone: here it shows as text.",
        "Save https://old.example/wp-content/uploads/2024/h.pdf as content/static/wp-content/uploads/2024/h.pdf.",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n<rss>&b;</rss>',
            "w.xml:2: It declares entities",
        ),
        ('<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<rss/>', "w.xml:2: It declares entities"),
        ("<rss><channel>\n<item>", "w.xml:2: This is no whole XML."),
        ("<feed/>", "w.xml: This is no export of WordPress."),
        ("hello", "w.xml:1: This is no whole XML."),
    ],
)
def test_what_is_no_export_is_refused_with_its_place(work: MiniWorkspace, data: str, said: str) -> None:
    work.write("w.xml", data)
    refused = work.run("import", "wordpress", "w.xml", language="en")
    assert refused.exit == 1
    assert said in refused.err


def test_one_hostile_post_harms_no_other(work: MiniWorkspace) -> None:
    said = bring(
        work,
        item(5, "Honda", "<div>" * 3000 + "x", "honda"),
        item(6, "Grande", "x" * (1 << 20) + "y", "grande"),
        item(4, "Abierta", "<div " * 20_000, "abierta"),  # quadratic, if it were looked for the end of each
        item(7, "", "<p>x</p>", "nada"),
        item(8, "Buena", "<p>Sí</p>", "buena"),
    )
    for line in ("Its HTML is nested too deep.", "This text is larger than 1 MiB.", "There is no title."):
        assert line in said
    assert [path.name for path in (work.root / "content/posts").iterdir()] in (
        ["buena.md", "abierta.md"],
        ["abierta.md", "buena.md"],
    )


def test_an_export_on_a_single_line_keeps_every_post(work: MiniWorkspace) -> None:
    """As programs write it that take out the line ends: posts were told apart by their lines, and one was left."""
    posts = [item(number, f"Entrada {number}", f"<p>Texto {number}</p>", "igual") for number in (5, 6, 7)]
    posts.append(item(5, "Otra", "<p>Texto 8</p>", "igual"))
    bring(work, *(one.replace("\n", "") for one in posts))
    texts = {path.name: path.read_text("utf-8").rpartition("\n\n")[2] for path in work.root.glob("content/posts/*.md")}
    assert texts == {
        "igual.md": "Texto 5\n",
        "igual-6.md": "Texto 6\n",
        "igual-7.md": "Texto 7\n",
        "igual-5.md": "Texto 8\n",
    }


def test_control_characters_cost_no_export(work: MiniWorkspace) -> None:
    """XML forbids them, and WordPress writes them as they were pasted."""
    bring(work, item(5, "Ho\x0bla", "<p>Uno\x03 dos</p>", "hola").replace("</item>", "<x>&#11;&#x1B;</x></item>"))
    assert "title: Hola\n" in work.read("content/posts/hola.md")
    assert work.read("content/posts/hola.md").endswith("\n\nUno dos\n")


def test_links_that_run_scripts_and_colons_cost_no_post(work: MiniWorkspace) -> None:
    text = (
        '<p><a href="javascript:void(0)">Compartir</a> <a href="//otro.example/a">otro</a></p>'
        "<p>::: pitch</p><pre>::: así\n</pre>"
    )
    bring(work, item(5, "Hola", text, "hola"))
    assert work.read("content/posts/hola.md").endswith(
        "\n\nCompartir [otro](https://otro.example/a)\n\n\\::: pitch\n\n```\n::: así\n```\n"
    )


def test_an_address_that_was_the_same_but_for_its_case_is_no_former_one(work: MiniWorkspace) -> None:
    bring(work, item(5, "Una", "<p>x</p>", "una").replace("/2024/05/una/", "/Una/"))
    assert "aliases" not in work.read("content/posts/una.md")
    assert work.findings("same-address") == []
