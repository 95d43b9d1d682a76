"""What people, editors, git and sync folders do with a workspace, at random but the same for the same seed."""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from bench import Bench, MiniWorkspace, plain

POSTS, STATICS = "content/posts", "content/static"
SEGMENTS = ("panaderias", "hornos", "molinos")
KINDS = ("industry", "reference", "expertise", "conversation")
WORDS = "harina masa horno miga sal agua trigo turno saco vecino corteza levadura".split()
LONG = 1_600_000_000_000_000_000
"""A time long ago (ns)."""

Sources = dict[Path, tuple[bytes, int]]
"""Of each file what is in it, and when it was changed."""

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


class Editor:
    """Edits a workspace, one thing after the other; `edit` says what it did."""

    def __init__(self, work: MiniWorkspace, seed: int) -> None:
        self.work, self._chance = work, random.Random(seed)
        self._past: list[Sources] = []
        self._good: Sources = {}
        self._edits: list[Callable[[], str]] = [
            *(self.body, self.body, self.title, self.date, self.kind, self.status, self.segment, self.topic, self.add),
            *(self.remove, self.rename, self.other_case, self.into_a_folder, self.renamed_segment, self.person),
            *(self.settings, self.theme, self.template, self.static, self.picture, self.contact, self.language),
            *(self.same_size, self.same_size_and_time, self.touch, self.same_bytes, self.at_another_time),
            *(self.swap, self.hard_link, self.symlink, self.copied_over, self.folder_away, self.slip),
            *(self.site_touched, self.site_spoilt, self.site_gone, self.cache_gone, self.cache_swapped),
            *(self.undo, self.undo, self.undo_with_times),
        ]

    def edit(self, *, is_good: bool) -> str:
        """One of all edits; where the workspace is not good, soon what it was when it was."""
        now = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in self._sources()}
        self._past = [*self._past[-8:], now]
        self._good = now if is_good else self._good
        if not is_good and self._chance.random() < 0.5:
            return self._back(self._good, times=self._chance.random() < 0.5)
        return self._chance.choice(self._edits)()

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

    def other_case(self) -> str:
        path = self._post()
        path.rename(path.with_name(path.name.swapcase().replace(".MD", ".md")))
        return f"{path.name} in other letters"

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

    def _same_size(self) -> Path:
        path = self._post()
        data = path.read_bytes()
        start = data.index(b"\n---\n") + 5
        letters = [at for at in range(start, len(data)) if data[at : at + 1].islower()]
        at = self._chance.choice(letters)
        new = b"e" if data[at : at + 1] == b"a" else b"a"
        path.write_bytes(data[:at] + new + data[at + 1 :])
        return path

    def same_size(self) -> str:
        return f"one letter of {self._same_size().name}"

    def same_size_and_time(self) -> str:
        times = {path: path.stat().st_mtime_ns for path in self._sources()}
        path = self._same_size()
        os.utime(path, ns=(times.get(path, LONG),) * 2)
        return f"one letter of {path.name}, at the same time"

    def touch(self) -> str:
        path = self._chance.choice(self._sources())
        path.touch()
        return f"{path.name} is touched"

    def same_bytes(self) -> str:
        path = self._chance.choice(self._sources())
        data, there = path.read_bytes(), path.stat()
        path.write_bytes(data)
        os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{path.name} is written again"

    def at_another_time(self) -> str:
        """As under a clock that was set back, or far ahead."""
        path = self._same_size()
        os.utime(path, ns=(self._chance.choice((1, LONG, 2 * LONG)),) * 2)
        return f"one letter of {path.name}, at another time"

    def swap(self) -> str:
        one, other = self._post(), self._post()
        aside = one.with_name("aparte")
        one.rename(aside)
        if other != one:
            other.rename(one)
        aside.rename(other)
        return f"{one.name} and {other.name} change places"

    def hard_link(self) -> str:
        """A post is edited under its other name."""
        path = self._post()
        outside = self.work.root / "fuera"
        outside.unlink(missing_ok=True)
        outside.hardlink_to(path)
        there = path.stat()
        with outside.open("r+b") as stream:
            data = stream.read()
            stream.seek(len(data) - 3)
            stream.write(self._chance.choice((b"aa", b"ee")))
        os.utime(outside, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{path.name} under another name"

    def symlink(self) -> str:
        path = self._post()
        outside = self.work.root / f"fuera-{self._chance.randrange(3)}.md"
        shutil.copy(path, outside)
        path.unlink()
        path.symlink_to(outside)
        return f"{path.name} is a link"

    def copied_over(self) -> str:
        """With its times, as by `cp -p` or rsync."""
        one, other = self._post(), self._post()
        if not one.samefile(other):
            shutil.copy2(one, other)
        return f"{one.name} over {other.name}"

    def folder_away(self) -> str:
        folder, aside = self.work.root / POSTS, self.work.root / "aparte"
        shutil.rmtree(aside, ignore_errors=True)
        if folder.exists():
            folder.rename(aside)
        return "the posts are away"

    def slip(self) -> str:
        return self._key("kind", "nada")

    def _page(self) -> Path | None:
        found = sorted(path for path in (self.work.root / "site").rglob("*.html"))
        return self._chance.choice(found) if found else None

    def site_touched(self) -> str:
        page = self._page()
        if page:
            os.utime(page, ns=(self._chance.choice((1, LONG, 2 * LONG)),) * 2)
        return f"{page} has another time"

    def site_spoilt(self) -> str:
        page = self._page()
        if page:
            there, data = page.stat(), page.read_bytes()
            page.write_bytes(data[:-5] + b"hello")
            os.utime(page, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{page} is another of the same size and time"

    def site_gone(self) -> str:
        page = self._page()
        if page:
            page.unlink()
        return f"{page} is gone"

    def cache_gone(self) -> str:
        shutil.rmtree(self.work.root / ".valuegen", ignore_errors=True)
        return "what was kept is gone"

    def cache_swapped(self) -> str:
        """What is kept of another time comes back."""
        kept, aside = self.work.root / ".valuegen/cache", self.work.root / "cache-de-antes"
        if aside.exists():
            shutil.rmtree(kept, ignore_errors=True)
            kept.parent.mkdir(exist_ok=True)
            aside.rename(kept)
            return "what was kept before is back"
        if kept.exists():
            shutil.copytree(kept, aside)
        return "a copy of what is kept"

    def undo(self) -> str:
        return self._back(self._chance.choice(self._past), times=False)

    def undo_with_times(self) -> str:
        return self._back(self._chance.choice(self._past), times=True)

    def _back(self, before: Sources, *, times: bool) -> str:
        for path in self._sources():
            if path not in before:
                path.unlink()
        for path, (data, when) in before.items():
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            if times:
                os.utime(path, ns=(when, when))
        return "back to an earlier state" + (", times too" if times else "")
