"""valuegen, as the others are measured: its workspace, and how it is built."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.bench.corpus import PEOPLE, TODAY, TOPICS, Group, Post, groups
from tools.bench.program import Program, heading, put

SETTINGS = f"""site: {{title: Banco, url: "https://banco.example", language: es, search: no, as_of: {TODAY}}}
theme: {{social_pictures: no}}
rules: {{too-quiet: off, too-often: off, overload: off}}
"""


def ours(root: Path, engine: str = "markdown-it", *, public: bool = False) -> Program:
    """`valuegen build`; `public`: with `--untrusted`, which makes no planner."""
    name = "valuegen" if engine == "markdown-it" else f"valuegen, {engine}"
    return Program(
        name=f"{name}, public/ alone" if public else name,
        root=root,
        command=(*command(), "build", "--quiet", *(["--untrusted"] if public else [])),
        out=root / "site" / "public",
        caches=(root / "site", root / ".valuegen"),
        frame={"valuegen.yaml": f"{SETTINGS}markdown: {{engine: {engine}}}\n", "content/people.yaml": people()},
        post=post,
        segments=segments,
    )


def command() -> tuple[str, ...]:
    """The program that runs this file's own checkout."""
    return (sys.executable, "-m", "valuegen")


def has_fast() -> bool:
    """Whether this valuegen has the engine `fast` here: a check of one post in it has nothing to say about it."""
    with tempfile.TemporaryDirectory() as folder:
        program = ours(Path(folder), "fast")
        put(program.root, {**program.frame, **program.segments(groups())})
        put(program.root, {"content/posts/a.md": "---\ntitle: Uno\ndate: 2026-11-01\n---\nDos.\n"})
        asked = [*command(), "check", "--format", "json", "--workspace", folder]
        done = subprocess.run(asked, capture_output=True, text=True, check=False, env=os.environ)
        try:
            found = json.loads(done.stdout)["findings"]
        except (ValueError, KeyError):
            return False
        return not any(one["file"] == "valuegen.yaml" for one in found)


def post(one: Post) -> tuple[str, str]:
    """A file under content/posts."""
    head = heading(
        title=one.title,
        date=one.day,
        slug=one.slug,
        segments=[groups()[one.segment].id],
        kind="reference",
        author=f"persona-{one.person}",
        tags=[one.topic],
        summary=one.summary,
        ask=one.ask,
    )
    return f"content/posts/{one.slug}.md", head + one.body


def segments(all_of: tuple[Group, ...]) -> dict[str, str]:
    """The segments: they may be told as much as there is."""
    rest = f"cares_about: [{', '.join(TOPICS)}], cadence: {{at_most: 50 per 1 days}}"
    return {"content/segments.yaml": "".join(f'{one.id}: {{name: "{one.name}", {rest}}}\n' for one in all_of)}


def people() -> str:
    """Those who write."""
    return "".join(
        f'persona-{number}: {{name: "{name}", email: p{number}@banco.example}}\n' for number, name in enumerate(PEOPLE)
    )
