"""`valuegen import markdown`: links by the name of a post, pictures at the head, drafts, texts that are no Markdown:
each is taken, or told with its place and the reason."""

import pytest

from bench import Bench, MiniWorkspace

HEAD = "---\ntitle: {title}\ndate: 2024-01-02\n{more}---\n"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


@pytest.fixture
def old(bench: Bench) -> MiniWorkspace:
    made = MiniWorkspace(bench.folder / "old")
    made.write("hugo.toml", 'baseURL = "https://old.example/"\n')
    return made


def bring(work: MiniWorkspace, old: MiniWorkspace) -> list[str]:
    """What is told, line by line; the same again changes nothing."""
    done = work.run("import", "markdown", str(old.root), "--yes", language="en")
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "markdown", str(old.root), "--yes").exit == 0
    assert work.tree("content") == before
    return [line.strip() for line in done.err.splitlines()]


def test_a_link_by_the_name_of_a_post_is_a_link_or_its_text(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("content/posts/dos.md", HEAD.format(title="La segunda", more=""))
    old.write(
        "content/posts/una.md",
        HEAD.format(title="Una", more="")
        + '[dos]({{< ref "dos" >}}) [dos]({{< relref path="posts/dos.md#pie" lang="es" >}})\n\n'
        + '{{< ref "dos" >}} {{% relref "/posts/dos" %}}\n\n'
        + 'Un [texto]({{< ref >}}) y [otro *más*](<{{< relref "nada.md#x" >}}> "T"). '
        + '{{< ref >}}Fin {{< ref "ni" >}}\n\n'
        + '<a href="{{< ref "dos" >}}">h</a> <a href="{{< ref "nada" >}}">i</a>\n\n[d]: {{< ref "dos" >}}\n',
    )
    told = bring(work, old)
    assert work.read("content/posts/una.md").partition("---\n\n")[2] == (
        "[dos](entry:dos) [dos](entry:dos#pie)\n\n[La segunda](entry:dos) [La segunda](entry:dos)\n\n"
        "Un texto y otro *más*. Fin ni\n\n[h](entry:dos) i\n\n[d]: entry:dos\n"
    )
    assert [line.partition("una.md:")[2] for line in told if "una.md:" in line] == [
        "9: {{< ref >}} names no post: its text stays, without a link.",
        "9: The link to “nada.md#x” leads to no post and no file of the folder: its text stays.",
        "9: The link to “ni” leads to no post and no file of the folder: its text stays.",
        "11: The link to “nada” leads to no post and no file of the folder: its text stays.",
    ]


def test_so_it_is_with_those_of_jekyll(work: MiniWorkspace, bench: Bench) -> None:
    old = MiniWorkspace(bench.folder / "jekyll")
    old.write("_config.yml", "title: x\n")
    old.write("_posts/2024-01-01-dos.md", "---\ntitle: Dos\n---\n2\n")
    old.write(
        "_posts/2024-01-02-una.md",
        "---\ntitle: Una\n---\n[a]({{ site.baseurl }}{% post_url 2024-01-01-dos %}) {% post_url 2024-01-01-dos %}\n"
        "[b]({% post_url 2020-01-01-nada %})\n",
    )
    told = bring(work, old)
    assert "[a](entry:dos) [Dos](entry:dos)\nb\n" in work.read("content/posts/2024-01-02-una.md")
    assert any("una.md:5: The link to “2020-01-01-nada” leads to no post" in line for line in told)


def test_the_address_of_a_post_of_jekyll_has_its_categories_and_no_tags(work: MiniWorkspace, bench: Bench) -> None:
    old = MiniWorkspace(bench.folder / "jekyll")
    old.write("_config.yml", "permalink: pretty\n")
    old.write("_posts/2024-01-02-una.md", "---\ntitle: Una\ntags: pan masa\ncategories: Horno Casa\n---\nx\n")
    bring(work, old)
    post = work.read("content/posts/2024-01-02-una.md")
    assert "topics: [pan, masa, Horno, Casa]" in post
    assert 'aliases: ["/horno/casa/2024/01/02/una/"]' in post


@pytest.mark.parametrize(
    ("written", "image"),
    [
        ("featured_image: /img/a.png", "image: {src: img/a.png}"),
        ("cover: {image: img/a.png, alt: Una, caption: Pie}", "image: {src: img/a.png, alt: Una}"),
        ("header: {teaser: /img/a.png}", "image: {src: img/a.png}"),
        ("feature_image: img/a.png", "image: {src: img/a.png}"),
        ("image: {path: /img/a.png, height: 3}", "image: {src: img/a.png}"),
        ("params: {cover: img/a.png}", "image: {src: img/a.png}"),
        ("resources: [{src: img/b.pdf}, {src: /img/a.png, name: cover}]", "image: {src: img/a.png}"),
        ("image: https://old.example/img/a.png", "image: {src: img/a.png}"),
    ],
)
def test_a_cover_is_found_where_themes_keep_it(
    work: MiniWorkspace, old: MiniWorkspace, written: str, image: str
) -> None:
    old.write("static/img/a.png", b"\x89PNG")
    old.write("content/posts/una.md", HEAD.format(title="Una", more=f"{written}\n"))
    bring(work, old)
    assert image in work.read("content/posts/una.md").replace('"', "")


def test_a_cover_of_another_site_is_told(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("content/posts/una.md", HEAD.format(title="Una", more="cover: {image: 'https://cdn.example/x.png'}\n"))
    assert (
        "content/posts/una.md: Without `image`: “https://cdn.example/x.png” lies on another site. Save it beside the "
        "post, and write its name." in bring(work, old)
    )
    assert "image:" not in work.read("content/posts/una.md")


def test_what_a_draft_loses_is_told_in_one_line(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("content/posts/una.md", HEAD.format(title="Una", more="draft: true\naliases: [/vieja/]\nweight: 3\n"))
    told = bring(work, old)
    assert "content/posts/una.md: A draft waits in the backlog, without date, aliases, and weight." in told
    assert "Not taken:" not in told


def test_texts_that_are_no_markdown_are_listed(work: MiniWorkspace, old: MiniWorkspace) -> None:
    old.write("content/posts/una.md", HEAD.format(title="Una", more=""))
    for name in ("a.rst", "b.adoc", "c.org", "d.ipynb", "e.mdx", "f.textile"):
        old.write(f"content/posts/{name}", "Título\n")
    old.write("content/posts/g.html", HEAD.format(title="G", more=""))
    old.write("content/posts/h.html", "<p>Una pieza sin encabezado</p>\n")
    old.write("layouts/i.html", HEAD.format(title="I", more=""))
    told = bring(work, old)
    for name in ("a.rst", "b.adoc", "c.org", "d.ipynb", "e.mdx", "f.textile", "g.html"):
        assert f"content/posts/{name}: It is no Markdown, and only Markdown is read: convert it to `.md`." in told
    assert not [line for line in told if "h.html" in line or "i.html" in line]


def test_what_may_sell_is_named_for_a_look(work: MiniWorkspace, old: MiniWorkspace) -> None:
    """Three sorts of signal make a text sell; one with two, or a title that speaks of an offer, is named."""
    old.write("content/posts/a.md", HEAD.format(title="Curso", more="") + "Inscríbete por 45 €.\n")
    old.write("content/posts/b.md", HEAD.format(title="Oferta de otoño", more="") + "Hola.\n")
    old.write("content/posts/c.md", HEAD.format(title="El horno", more="") + "Hola.\n")
    told = bring(work, old)
    for name, title in (("a", "Curso"), ("b", "Oferta de otoño")):
        why = f"“{title}”: taken for `reference`, and it may sell. If it does, write `kind: pitch`."
        assert f"content/posts/{name}.md: {why}" in told
    assert "old: 1 post: taken for `reference`." in told


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Book now: special offer, 20% off your first quarter!", True),
        ("Rebajas de verano: 30 % de descuento en todos los planes.", True),
        ("Últimas 3 plazas del taller: inscríbete.", True),
        ("«Reserva ya, 20 % de descuento», decía el folleto. ¿Lo habrías creído?", False),
        ("> Book now: special offer, 20% off!", False),
        ("El IVA de un 20 % de descuento se calcula sobre lo que cobras.", False),
        ("`Book now: special offer, 20% off!`", False),
    ],
)
def test_a_paragraph_that_calls_itself_an_offer_is_named(
    work: MiniWorkspace, old: MiniWorkspace, text: str, is_named: bool
) -> None:
    """Between others that say nothing of the kind."""
    calm = "Pesa lo que barres durante una semana y apúntalo en una libreta.\n\n" * 4
    old.write("content/posts/a.md", HEAD.format(title="Qué hacemos", more="") + f"{calm}{text}\n\n{calm}")
    assert any("and it may sell" in line for line in bring(work, old)) == is_named


def test_a_row_that_sells_in_its_other_cells_is_an_offer(work: MiniWorkspace) -> None:
    work.write(
        "c.csv",
        "Date,Title,Body,CTA\n2099-01-01,Curso de otoño,Por 45 €.,Reserva tu plaza\n"
        "2099-01-02,Early bird for bakers,,\n2099-01-03,Masa madre,Una historia,¿Y tú?\n",
    )
    said = work.run("import", "csv", "c.csv", "--dry-run", language="en").err
    for title, kind in (("Curso de otoño", "pitch"), ("Early bird for bakers", "pitch"), ("Masa madre", "reference")):
        assert f"“{title}”: taken for `{kind}`." in said


def test_an_event_is_judged_by_its_description_too(work: MiniWorkspace) -> None:
    work.write(
        "c.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20990101\r\nSUMMARY:Curso\r\n"
        "DESCRIPTION:Reserva tu plaza por 45 €\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    said = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--dry-run", language="en").err
    assert "“Curso”: taken for `pitch`." in said
