"""`valuegen import markdown`: what a post shows or leads to and is not there, each with its line."""

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
        "[c](c.md)",
        "[un PDF](hay.pdf)",
        "[fuera](https://a.example/x)",
        "![Una](img/nada.png) y ![otra](img/nada2.png)",
        "[De otro](https://cdn.example/x.png) [https://cdn.example/y.png](https://cdn.example/y.png)",
    ):
        assert text in post
    assert [line.strip() for line in said.splitlines() if "posts/a.md" in line and line.startswith("  ")] == [
        "content/posts/a.md:12: “tweet” means something to the program of the old blog alone: here it shows as text.",
        "content/posts/a.md:12: “gist” means something to the program of the old blog alone: here it shows as text.",
        "content/posts/a.md:15: HTML (<iframe>) shows as text here.",
        "content/posts/a.md:15: HTML (<object>) shows as text here.",
        "content/posts/a.md:6: The picture “/img/nada.png” is not in the folder.",
        "content/posts/a.md:6: The picture “/img/nada2.png” is not in the folder.",
        "content/posts/a.md:8: The link to “c.md” leads to no post and no file of the folder.",
        "content/posts/a.md:8: The link to “/d/” leads to no post and no file of the folder.",
        "content/posts/a.md:9: The link to “no.pdf” leads to no post and no file of the folder.",
        "content/posts/a.md: Without `image`: The picture “img/no.png” is not in the folder.",
    ]
