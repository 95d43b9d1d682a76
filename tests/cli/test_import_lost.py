"""`valuegen import markdown`: what a post shows or leads to and is not there, each with its line."""

from cli.test_import_wordpress import bring, item

from bench import Bench, MiniWorkspace


def test_what_is_not_there_any_more_is_told_line_by_line(bench: Bench) -> None:
    work, old = bench.workspace(), MiniWorkspace(bench.folder / "old")
    old.write("hugo.toml", 'baseURL = "https://www.old.example/"\n')
    old.write("content/posts/b.md", "---\ntitle: B\ndate: 2024-01-01\n---\nB\n")
    old.write("static/hay.pdf", b"%PDF")
    old.write(
        "content/posts/a.md",
        """
        ---
        title: A
        date: 2024-01-01
        cover: img/no.png
        ---
        ![Una](/img/nada.png) y ![otra](https://old.example/img/nada2.png)

        Ve [b](https://old.example/posts/b/#pie), [b]({{< ref "b" >}}), [c]({{< ref "c.md" >}}) y [d](/d/),
        [un PDF](/hay.pdf), [otro](no.pdf), [fuera](https://a.example/x), [aquí](#pie), [la portada](/).
        ![De otro](https://cdn.example/x.png "Pie") ![](<https://cdn.example/y.png>)

        {{< tweet 1 >}} {{< gist 2 >}}
        {{< tweet 3 >}}

        `{{< vimeo 4 >}}` <iframe></iframe><object></object>
        """,
    )
    said = work.run("import", "markdown", str(old.root), "--yes", language="en").err
    post = work.read("content/posts/a.md")
    for text in (
        "[b](entry:b#pie)",
        "[b](entry:b)",
        " c y [d](/d/)",
        "[un PDF](hay.pdf)",
        "[fuera](https://a.example/x)",
        "![Una](img/nada.png) y ![otra](img/nada2.png)",
        "[De otro](https://cdn.example/x.png) [https://cdn.example/y.png](https://cdn.example/y.png)",
    ):
        assert text in post
    assert [line.strip() for line in said.splitlines() if "posts/a.md" in line and line.startswith("  ")] == [
        "content/posts/a.md:8: The link to “c.md” leads to no post and no file of the folder: its text stays.",
        "content/posts/a.md:12: “tweet” means something to the program of the old blog alone: here it shows as text.",
        "content/posts/a.md:12: “gist” means something to the program of the old blog alone: here it shows as text.",
        "content/posts/a.md:15: HTML (<iframe>) shows as text here.",
        "content/posts/a.md:15: HTML (<object>) shows as text here.",
        "content/posts/a.md:6: The picture “/img/nada.png” is not in the folder.",
        "content/posts/a.md:6: The picture “/img/nada2.png” is not in the folder.",
        "content/posts/a.md:8: The link to “/d/” leads to no post and no file of the folder.",
        "content/posts/a.md:9: The link to “no.pdf” leads to no post and no file of the folder.",
        "content/posts/a.md: Without `image`: The picture “img/no.png” is not in the folder.",
    ]


def test_what_a_post_of_wordpress_has_besides(bench: Bench) -> None:
    """Its thumbnail, where it is there already; who wrote it, where nobody is called so; fields of its own."""
    work = bench.workspace()
    meta = "<wp:postmeta><wp:meta_key>{}</wp:meta_key><wp:meta_value>{}</wp:meta_value></wp:postmeta>"

    alt = meta.format("_wp_attachment_image_alt", "Pan")

    def shown(number: int) -> str:
        address = f"https://old.example/wp-content/uploads/{number}.png"
        return item(number, "P", "", f"p{number}", status="inherit", kind="attachment").replace(
            "<wp:post_id>",
            f"<wp:attachment_url>{address}</wp:attachment_url>{alt}<wp:post_id>",
        )

    def post(slug: str, picture: int, **more: str) -> str:
        fields = meta.format("_thumbnail_id", picture) + meta.format("mood", "happy") + meta.format("_edit_last", "1")
        return item(5, slug.title(), "<p>x</p>", slug, **more).replace("<wp:post_id>", f"{fields}<wp:post_id>")

    work.write("content/static/wp-content/uploads/8.png", b"\x89PNG")
    strange = post("dos", 9).replace("<![CDATA[irene]]>", "Otra")
    said = bring(work, post("una", 8), strange, post("tres", 77), post("cuatro", 8, status="draft"), shown(8), shown(9))
    assert 'image: {src: "wp-content/uploads/8.png", alt: Pan}' in work.read("content/posts/una.md")
    assert "image" not in work.read("content/posts/dos.md")
    place = "wp-content/uploads/9.png"
    save = f"Without `image`: save https://old.example/{place} as content/static/{place}, "
    for line in (
        save + f"then write `image: {{src: {place}}}` in the post.",
        "Without `image`: the export does not hold its picture (number 77).",
        "A draft waits in the backlog, without date.",
        "w.xml: The author “Otra” of 1 post is nobody of content/people.yaml: it has no author here.",
        "w.xml: 1 field of its own is not taken: mood.",
    ):
        assert line in said


def test_a_link_by_the_number_of_a_post_of_wordpress_leads_to_it(bench: Bench) -> None:
    work = bench.workspace()
    links = '<p><a href="https://old.example/?p=6">a</a> <a href="https://old.example/?p=7">b</a></p>'
    said = bring(work, item(5, "Una", links, "una"), item(6, "Dos", "<p>x</p>", "dos"))
    assert "[a](entry:dos) [b](https://old.example/?p=7)" in work.read("content/posts/una.md")
    assert "The link to “https://old.example/?p=7” leads to no post of the export." in said
