"""What is done is done, and what slipped has happened to nobody: the pages say the same of both."""

from selectolax.lexbor import LexborHTMLParser

from bench import Bench, MiniWorkspace

CALENDAR = """
    - {date: 2026-12-01, title: De hoy, slug: hoy, segments: [panaderias], kind: industry, channels: [newsletter],
       status: done, ask: ¿Qué tal?, text: Pesa lo que barres.}
    - {date: 2026-11-20, title: Un curso, slug: oferta, segments: [panaderias], kind: pitch, channels: [whatsapp],
       status: ready, product: curso, ask: ¿Te apuntas?, text: Ven.}
    - {date: 2026-12-09, title: Después, slug: luego, segments: [panaderias], kind: industry, channels: [newsletter],
       ask: ¿Y la sal?}
    """


def page(work: MiniWorkspace, name: str) -> LexborHTMLParser:
    return LexborHTMLParser(work.read(f"site/planner/{name}"))


def test_of_today_and_of_what_slipped(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": CALENDAR, "content/calendar/2026-12.yaml": "[]"})
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "products: [{id: curso, name: Curso de costos}]\n")
    built = work.run("build", "--quiet")
    assert built.exit == 0, built.err
    segment = page(work, "segments/panaderias.html")
    lists = {node.css_first("h2").text(): node.text() for node in segment.css("section") if node.css_first("h2")}
    received = next(text for name, text in lists.items() if "recibido" in name)
    planned = next(text for name, text in lists.items() if "previsto" in name)
    assert ("De hoy" in received, "De hoy" in planned) == (True, False)
    assert ("Un curso" in received, "Un curso" in planned) == (False, True)
    product = " ".join(page(work, "results.html").css_first("#product-curso").text().split())
    assert "Una oferta suya era para el 20 de noviembre de 2026, y nadie la ha marcado como hecha." in product
    assert "Nunca se ha ofrecido" not in product
