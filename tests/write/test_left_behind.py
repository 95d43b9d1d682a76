"""What a command that was killed left beside the files that it changed."""

import os

from bench import Bench


def test_what_a_killed_command_left_goes_too(bench: Bench) -> None:
    """Whole texts, in which somebody may stand who was forgotten since; what an editor keeps is not ours."""
    work = bench.workspace({"content/private/contacts.yaml": "[]\n"})
    ours, young = ".contacts.yaml.valuegen-a1b2c3d4~", ".log.yaml.valuegen-a1b2c3d4~"
    for name in (ours, young, ".contacts.yaml.template~", "contacts.yaml~"):
        work.write(f"content/private/{name}", "- {id: rosa, name: Rosa Díaz}\n")
    for name, when in ((ours, 1), (young, 1 << 32)):
        os.utime(work.root / "content/private" / name, (when, when))
    assert work.run("forget", "nadie", "--yes").exit == 1
    left = {path.name for path in (work.root / "content/private").iterdir() if path.name.endswith("~")}
    assert left == {young, ".contacts.yaml.template~", "contacts.yaml~"}
