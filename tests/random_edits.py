"""What people write in a workspace, at random but the same for the same seed."""

import random
import re
from pathlib import Path

from bench import Bench, MiniWorkspace, plain

POSTS, STATICS = "content/posts", "content/static"
SEGMENTS = ("panaderias", "hornos", "molinos")
KINDS = ("industry", "reference", "expertise", "conversation")
WORDS = "harina masa horno miga sal agua trigo turno saco vecino corteza levadura".split()

SETTINGS = """
    site:
      title: Taller Levadura
      url: https://levadura.example
      language: es
      timezone: America/Bogota
      as_of: 2026-12-01
      owner: {name: Irene Vidal, email: irene@levadura.example}
      search: no
      theme: default
    markdown: {engine: ENGINE}
    theme: {social_pictures: no}
    rules: {too-often: off, too-quiet: off, overload: off}
    """
THEME = {
    "themes/mio/theme.yaml": 'options: {accent: {default: "#0b5c7a"}}\n',
    "themes/mio/post.html": """
        {% extends "parent:post.html" %}
        {% block content %}{{ super() }}<p class="mia">Hecho a mano.</p>{% endblock %}
        """,
}


def workspace(bench: Bench, engine: str) -> MiniWorkspace:
    """A small one in which there is something of everything that is edited here."""
    work = bench.workspace({"valuegen.yaml": plain(SETTINGS).replace("ENGINE", engine), **THEME})
    chance = random.Random(1)
    work.write("content/segments.yaml", "".join(f"{name}: {{name: Gente de {name}}}\n" for name in SEGMENTS))
    work.write("content/people.yaml", "irene: {name: Irene Vidal, email: irene@levadura.example}\n")
    work.write(f"{STATICS}/nota.txt", b"Hola\n").write(f"{STATICS}/img/saco.svg", drawing(chance))
    work.write("content/private/contacts.yaml", "rosa: {name: Rosa Quiles, segments: [hornos]}\n")
    for number in range(5):
        work.write(f"{POSTS}/p{number}.md", post(f"Entrada {number}", chance).encode())
    return work


def post(title: str, chance: random.Random) -> str:
    """A post that has to do with others."""
    head = [
        f"title: {title}",
        f"date: 2026-11-{chance.randrange(10, 31)}",
        f"segments: [{chance.choice(SEGMENTS)}]",
        f"kind: {chance.choice(KINDS)}",
        f"topics: [{chance.choice(WORDS)}]",
        "ask: ¿Y la tuya?",
    ]
    body = [
        " ".join(chance.choices(WORDS, k=12)).capitalize() + ".",
        f"## {chance.choice(WORDS).capitalize()}",
        f"- uno de **{chance.choice(WORDS)}**\n- [otro](https://x.example/{chance.choice(WORDS)})[^1]",
        "![Un saco](img/saco.svg)",
        f"[^1]: {chance.choice(WORDS)}.",
    ]
    return "---\n" + "\n".join(head) + "\n---\n" + "\n\n".join(body) + "\n"


def drawing(chance: random.Random) -> bytes:
    """A picture."""
    size = chance.randrange(20, 90)
    start = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
    return f'{start}<rect width="{chance.randrange(9)}" height="9"/></svg>\n'.encode()


class Writer:
    """Who writes: edits a workspace, and says what was done."""

    def __init__(self, work: MiniWorkspace, seed: int) -> None:
        self.work, self._chance = work, random.Random(seed)

    def _sources(self) -> list[Path]:
        found = [path for name in ("content", "themes") for path in (self.work.root / name).rglob("*")]
        return [self.work.root / "valuegen.yaml", *sorted(path for path in found if path.is_file())]

    def _post(self) -> Path:
        posts = sorted((self.work.root / POSTS).rglob("*.md"))
        return self._chance.choice(posts) if posts else self._new()

    def _new(self) -> Path:
        path = self.work.root / POSTS / f"{self._chance.choice('abc')}{self._chance.randrange(9)}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(post(f"Otra {path.stem} {self._chance.choice(WORDS)}", self._chance), "utf-8")
        return path

    def _key(self, key: str, value: str) -> str:
        path = self._post()
        text = path.read_text("utf-8")
        line = re.compile(rf"^{key}: .*\n", re.M)
        new = line.sub(f"{key}: {value}\n", text, count=1) if line.search(text) else f"---\n{key}: {value}\n{text[4:]}"
        path.write_text(new, "utf-8")
        return f"{key}: {value} in {path.name}"

    def body(self) -> str:
        path = self._post()
        words = " ".join(self._chance.choices(WORDS, k=5))
        with path.open("a", encoding="utf-8") as stream:
            stream.write(f"\n{self._chance.choice(('', '> ', '### ', '1. '))}{words}.\n")
        return f"a paragraph in {path.name}"

    def text(self) -> str:
        """One or several texts, each in another way."""
        paths = {self._post() for _ in range(self._chance.choice((1, 1, 1, 2, 4)))}
        return ", ".join(f"{self._text(path)} in {path.name}" for path in sorted(paths))

    def _text(self, path: Path) -> str:
        word, slug = self._chance.choice(WORDS), f"entrada-{self._chance.randrange(5)}"
        what, more = self._chance.choice(
            (
                ("a question", f"¿Y tú, cuánta {word} usas?"),
                ("a picture", "![Un saco](img/saco.svg)"),
                ("a picture without words", "![](img/saco.svg)"),
                ("a link", f"[otra](https://x.example/{word})"),
                ("a link to an entry", f"[otra](entry:{slug})"),
                ("a link to a file", "[una nota](/nota.txt)"),
                ("a link to nowhere", f"[nada](entry:no-{word})"),
                ("a passage that sells", f"::: pitch\nCompra {word} hoy por 20 € al mes.\n:::"),
                ("words that sell", f"Compra hoy nuestra {word} con un 20 % de descuento, solo hasta el lunes."),
                ("a passage without end", "::: pitch\nCompra."),
                ("a heading", f"## {word.capitalize()} y {word}"),
                ("code", f"```python\n{word} = 1\n```"),
                ("many words", " ".join(self._chance.choices(WORDS, k=220))),
                ("words of the seller", f"Trate usted la {word} con sinergia, querido {{nombre}}."),
                ("marks of a merge", "<<<<<<< HEAD\nuno\n=======\ndos\n>>>>>>> otra"),
                ("a note", f"Una nota.[^9]\n\n[^9]: De {word}."),
                ("a zero", "\0"),
                ("lines of Windows", f"{word}\r\n{word}"),
            )
        )
        with path.open("ab") as stream:
            stream.write(f"\n{more}\n".encode())
        return what

    def comma(self) -> str:
        path = self._post()
        head, _, text = path.read_text("utf-8").rpartition("\n---\n")
        path.write_text(f"{head}\n---\n{text.replace('.', ',.', 1)}", "utf-8")
        return f"a comma in {path.name}"

    def less(self) -> str:
        path = self._post()
        head, mark, text = path.read_text("utf-8").partition("\n---\n")
        kept = text.split("\n\n")
        kept.pop(self._chance.randrange(len(kept)))
        path.write_text(f"{head}{mark}{chr(10).join(f'{part}{chr(10)}' for part in kept)}", "utf-8")
        return f"a paragraph less in {path.name}"

    def same_text(self) -> str:
        """As of another: texts that are the same count once."""
        one, other = self._post(), self._post()
        head, mark, _ = one.read_text("utf-8").partition("\n---\n")
        one.write_text(head + mark + other.read_text("utf-8").partition("\n---\n")[2], "utf-8")
        return f"{one.name} with the text of {other.name}"

    def title(self) -> str:
        return self._key("title", f"Título {self._chance.choice(WORDS)} {self._chance.randrange(99)}")

    def date(self) -> str:
        return self._key("date", f"2026-1{self._chance.randrange(1, 3)}-{self._chance.randrange(1, 30):02}")

    def kind(self) -> str:
        return self._key("kind", self._chance.choice(KINDS))

    def status(self) -> str:
        return self._key("status", self._chance.choice(("draft", "ready", "done")))

    def segment(self) -> str:
        return self._key("segments", f"[{', '.join(self._chance.sample(SEGMENTS, 2))}]")

    def topic(self) -> str:
        return self._key("topics", f"[{self._chance.choice(WORDS)}]")

    def language(self) -> str:
        return self._key("language", self._chance.choice(("es", "en")))

    def add(self) -> str:
        return f"new: {self._new().name}"

    def remove(self) -> str:
        path = self._post()
        path.unlink()
        return f"{path.name} is gone"

    def rename(self) -> str:
        path = self._post()
        path.rename(path.with_name(f"z{self._chance.randrange(9)}.md"))
        return f"{path.name} has another name"

    def into_a_folder(self) -> str:
        path = self._post()
        (self.work.root / POSTS / "dentro").mkdir(exist_ok=True)
        path.rename(self.work.root / POSTS / "dentro" / path.name)
        return f"{path.name} in a folder"

    def renamed_segment(self) -> str:
        names = self._chance.sample(WORDS, len(SEGMENTS))
        lines = [f"{id}: {{name: Gente de {name}}}\n" for id, name in zip(SEGMENTS, names, strict=True)]
        self.work.write("content/segments.yaml", "".join(lines))
        return "segments have other names"

    def person(self) -> str:
        name = f"Irene {self._chance.choice(WORDS).capitalize()}"
        self.work.write("content/people.yaml", f"irene: {{name: {name}, email: irene@levadura.example}}\n")
        return f"a person is {name}"

    def contact(self) -> str:
        named = f"Rosa {self._chance.choice(WORDS).capitalize()}"
        self.work.write("content/private/contacts.yaml", f"rosa: {{name: {named}, segments: [hornos]}}\n")
        return f"a contact is {named}"

    def settings(self) -> str:
        text = self.work.read("valuegen.yaml")
        choices = (
            (r"  title: .*", f"  title: Taller {self._chance.choice(WORDS)}"),
            (r"  as_of: .*", f"  as_of: 2026-12-{self._chance.randrange(1, 29):02}"),
            (r"  language: .*", f"  language: {self._chance.choice(('es', 'en'))}"),
            (r"  url: .*", f"  url: https://{self._chance.choice(WORDS)}.example"),
            (r"too-quiet: \w+", f"too-quiet: {self._chance.choice(('off', 'warning'))}"),
        )
        old, new = self._chance.choice(choices)
        self.work.write("valuegen.yaml", re.sub(old, new, text, count=1).encode())
        return new.strip()

    def theme(self) -> str:
        text, name = self.work.read("valuegen.yaml"), self._chance.choice(("default", "tablon", "mio"))
        self.work.write("valuegen.yaml", re.sub(r"  theme: .*", f"  theme: {name}", text).encode())
        return f"the theme {name}"

    def template(self) -> str:
        text, mark = self.work.read("themes/mio/post.html"), self._chance.choice(("a mano", "con masa", "de noche"))
        self.work.write("themes/mio/post.html", re.sub(r"Hecho [\w ]+", f"Hecho {mark}", text).encode())
        return f"a template says {mark}"

    def static(self) -> str:
        name = f"{STATICS}/nota{self._chance.choice(('', '2'))}.txt"
        self.work.write(name, self._chance.choice(WORDS).encode())
        return f"{name} is another"

    def picture(self) -> str:
        self.work.write(f"{STATICS}/img/saco.svg", drawing(self._chance))
        return "a picture is another"

    def slip(self) -> str:
        return self._key("kind", "nada")
