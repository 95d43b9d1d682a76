"""Which generator a folder is of, and at which address it published each post: so that old links go on working."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from valuegen.bring.bodies import host_of
from valuegen.bring.heads import head_of
from valuegen.bring.parts import Refused, Value
from valuegen.bring.source import MIB, data_of, utf8_of
from valuegen.model.slug import slug_of

HUGO, JEKYLL, PELICAN, MKDOCS, ELEVENTY, UNKNOWN = "hugo", "jekyll", "pelican", "mkdocs", "eleventy", ""
_MARKS = {
    HUGO: ("hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "archetypes"),
    JEKYLL: ("_config.yml", "_config.yaml", "_posts"),
    PELICAN: ("pelicanconf.py",),
    MKDOCS: ("mkdocs.yml", "mkdocs.yaml"),
    ELEVENTY: (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
}
_CONTENT = {HUGO: "content", PELICAN: "content", MKDOCS: "docs", ELEVENTY: "src"}
_JEKYLL = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}
_DATED = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$")
_LANGUAGE = re.compile(r"^(.+)\.([a-z]{2})$")


@dataclass(frozen=True, slots=True)
class Blog:
    """A folder of posts: the generator, the folder that it was run in, the settings that say addresses, and the path of
    its texts within that folder."""

    generator: str
    root: Path
    settings: Mapping[str, Value]
    content: str = ""


def blog_at(folder: Path) -> Blog:
    """The blog that a folder is, or lies in."""
    for root in (folder, *list(folder.parents)[:3]):
        for generator, marks in _MARKS.items():
            if any((root / mark).exists() for mark in marks) and (generator != HUGO or _is_hugo(root)):
                content = _CONTENT.get(generator, "")
                return Blog(generator, root, _settings(generator, root), content if (root / content).is_dir() else "")
    return Blog(UNKNOWN, folder, {})


def home_of(blog: Blog) -> str:
    """The host at which a blog was published, where its settings say it."""
    addresses = (str(blog.settings.get(key, "")) for key in ("baseurl", "url", "site_url"))
    return next(filter(None, (host_of(one) for one in addresses if one.startswith(("http://", "https://")))), "")


def _is_hugo(root: Path) -> bool:
    return (root / "content").is_dir()


def _settings(generator: str, root: Path) -> Mapping[str, Value]:
    """The settings of a generator, as far as they can be read."""
    for name in _MARKS[generator]:
        path = root / name
        if path.is_symlink() or not path.is_file():
            continue
        try:
            text = utf8_of(data_of(path, MIB), name)
            if name.endswith(".py"):
                found = re.search(r"^ARTICLE_URL\s*=\s*[rf]?['\"]([^'\"]+)['\"]", text, re.MULTILINE)
                return {"article_url": found[1]} if found else {}
            mark = "+++" if name.endswith(".toml") else "---"
            head = None if name.endswith((".js", ".mjs", ".cjs")) else head_of(f"{mark}\n{text}\n{mark}\n", name)
            return head.keys if head else {}
        except Refused:
            continue
    return {}


@dataclass(frozen=True, slots=True)
class Name:
    """What the path of a post says: its folders, its own name, the day and the language in it."""

    folders: tuple[str, ...]
    stem: str
    day: str = ""
    language: str = ""


def name_of(path: str) -> Name:
    """What a path (within the content) says."""
    *folders, file = path.split("/")
    stem = file.rpartition(".")[0]
    spoken = _LANGUAGE.match(stem)
    stem, language = (spoken[1], spoken[2]) if spoken else (stem, "")
    if stem in ("index", "_index", "README") and folders:
        *folders, stem = folders
    dated = _DATED.match(stem)
    day = "-".join((dated[1], dated[2].zfill(2), dated[3].zfill(2))) if dated else ""
    return Name(tuple(folders), dated[4] if dated else stem, day, language)


def address_of(blog: Blog, name: Name, keys: Mapping[str, Value], slug: str, day: str, under: Sequence[str]) -> str:
    """The address at which a generator published a post; "" where that can't be known. `under`: its categories."""
    said = next((str(keys[key]) for key in ("url", "permalink") if isinstance(keys.get(key), str)), "")
    if said and not re.search(r"[{:]", said):
        path = re.sub(r"^https?://[^/]+", "", said)
        return path if path.startswith("/") else f"/{path}"
    folders = "/".join(part.replace(" ", "-").lower() for part in name.folders)
    stem = name.stem.replace(" ", "-").lower()
    dated = day[:10]
    if blog.generator == HUGO:
        pattern = _hugo_pattern(blog, name)
        stem = slug if "slug" in keys else stem
        if pattern and dated:
            words = dict.fromkeys(("filename", "slugorfilename", "contentbasename"), stem)
            return _filled(pattern, dated, {**words, "slug": slug, "title": slug, "section": name.folders[0]})
        return re.sub("//+", "/", f"/{folders}/{stem}/")
    if blog.generator == JEKYLL and dated:
        said = str(blog.settings.get("permalink", "date"))
        words = {"categories": "/".join(map(slug_of, under)), "title": slug, "slug": slug}
        return _filled(_JEKYLL.get(said, said), dated, words)
    if blog.generator == PELICAN:
        pattern = str(blog.settings.get("article_url", "{slug}.html"))
        made = pattern.replace("{slug}", slug)
        for sign, part in zip("Ymd", dated.split("-"), strict=False):
            made = made.replace(f"{{date:%{sign}}}", part)
        return "" if "{" in made else f"/{made}"
    if blog.generator == MKDOCS and dated:
        return f"/blog/{dated.replace('-', '/')}/{slug}/"
    if blog.generator == ELEVENTY:
        return re.sub("//+", "/", f"/{folders}/{stem}/")
    return ""


def _hugo_pattern(blog: Blog, name: Name) -> str:
    patterns = blog.settings.get("permalinks")
    if isinstance(patterns, Mapping) and isinstance(patterns.get("page"), Mapping):
        patterns = patterns["page"]
    found = patterns.get(name.folders[0]) if isinstance(patterns, Mapping) and name.folders else None
    return found if isinstance(found, str) else ""


def _filled(pattern: str, day: str, words: Mapping[str, str]) -> str:
    """A pattern (`/:year/:month/:title/`) with its fields; "" where one of them is not known."""
    year, month, number = day.split("-")
    known = {"year": year, "month": month, "day": number, "i_month": month.lstrip("0"), "i_day": number.lstrip("0")}
    known |= words
    made = re.sub(r":([a-z_]+)", lambda found: known.get(found[1], "\0"), pattern.replace(":output_ext", ".html"))
    return "" if "\0" in made else re.sub("//+", "/", made if made.startswith("/") else f"/{made}")
