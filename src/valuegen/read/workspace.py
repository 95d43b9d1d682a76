"""All of a workspace: found, read, and judged as far as its form goes."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from posixpath import normpath

from valuegen.clock import AsOf, today
from valuegen.finding import Finding
from valuegen.model.entry import Entry
from valuegen.model.settings import Settings
from valuegen.model.workspace import Workspace
from valuegen.read.collections import Collections, read_collections
from valuegen.read.collector import no_collection
from valuegen.read.dates import Repeated
from valuegen.read.echoes import without_echoes
from valuegen.read.files import Files
from valuegen.read.languages import in_language, languages_of, with_country
from valuegen.read.look import FOLDERS
from valuegen.read.memory import KeptFiles
from valuegen.read.nodes import Scalar
from valuegen.read.people import channels_of, people_of
from valuegen.read.posts import KeptPosts
from valuegen.read.root import git_root
from valuegen.read.settings import SettingsRead, read_settings
from valuegen.read.shape import at
from valuegen.read.site import is_zone, of_site
from valuegen.read.sources import Sources
from valuegen.read.statics import read_statics
from valuegen.read.strays import strays
from valuegen.read.themes import read_theme
from valuegen.read.whole import judged
from valuegen.words import LANGUAGES, base


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a workspace, and what is wrong with its form, in order.

    `workspace` is None where `valuegen.yaml` can't be made sense of; otherwise it holds all that could be read:
    records with mistakes are not in it, nor settings with mistakes, and the findings say so. `absent`: the private
    collections that are found nowhere. `language`: of the site, as far as it is known. `unsound`: what is left of
    entries with mistakes, whose texts can be judged all the same.
    """

    workspace: Workspace | None
    as_of: AsOf
    findings: tuple[Finding, ...]
    sources: Sources
    language: str
    absent: tuple[str, ...] = ()
    unsound: tuple[Entry, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether there is no mistake of form."""
        return self.workspace is not None and not any(finding.level == "error" for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Memory:
    """Leaves of readings of the same workspace, again and again in one process, by their whole input."""

    files: KeptFiles = field(default_factory=KeptFiles)
    posts: KeptPosts = field(default_factory=KeptPosts)

    def turn(self) -> None:
        """Another reading begins: what the last one did not ask for is let go."""
        self.files.files.turn()
        self.posts.turn()


def outside(reading: Reading, root: Path) -> tuple[Path, ...]:
    """The files outside the workspace's folders that it depends on: those that `valuegen.yaml` extends."""
    found = [path for path in reading.sources.texts if not path.startswith(tuple(f"{name}/" for name in FOLDERS))]
    return tuple(Path(os.path.normpath(root / path)) for path in found)


def restored(reading: Reading) -> Reading:
    """A reading that was pickled, whose files stand as they did: the texts of its entries are in them."""
    entries = reading.workspace.entries if reading.workspace is not None else ()
    for entry in (*entries, *reading.unsound):
        if entry.written is not None:
            entry.written.stand_in(reading.sources.texts)
    return reading


def read_workspace(
    root: Path,
    on: date | None = None,
    memory: Memory | None = None,
    told: Callable[[Settings, Entry], None] | None = None,
    with_clients: bool = True,
    instead: Mapping[str, str | Path] | None = None,
) -> Reading:
    """Read all below `root` as of `on`, else `site.as_of`, else today in the site's zone. No mistake raises.

    `memory`: what was kept of earlier readings; with it or without the same is read. `told` is told of each post as
    soon as it is read, with the settings as they are written: who has use for it need not wait for the rest. Without
    clients it is as if their files were not there: none of them is opened. `instead`: texts, or files
    from elsewhere, that are read as if they stood at these paths already.
    """
    with no_collection():
        if memory is not None:
            memory.turn()
        files = Files(root, git_root(root), memory.files if memory else None, with_clients, instead)
        return _read(files, on, memory, told)


def _read(
    files: Files, on: date | None, memory: Memory | None, told: Callable[[Settings, Entry], None] | None
) -> Reading:
    root = files.root
    settings = read_settings(files)
    post_read = partial(told, settings.settings) if told and settings.settings else None
    found = read_collections(files, settings, memory.posts if memory else None, post_read)
    bodies = {normpath(f"content/{entry.body}") for entry in found.entries if entry.body}
    files.findings += strays(files, bodies)
    as_of = _as_of(settings, on)
    workspace = None
    if settings.settings is not None:
        files.findings += of_site(files, settings.settings)
        workspace = _workspace(root, files, settings.settings, found)
        theme = read_theme(files, settings, tuple(workspace.statics))
        languages = with_country(languages_of(files, theme), settings.settings.site.language)
        speaking = in_language(files, settings.settings, languages)
        workspace = replace(workspace, settings=speaking, languages=languages, theme=theme)
        repeated = Repeated()
        files.findings += judged(workspace, found, settings, as_of, repeated)
        if repeated.is_full():  # which is told, so nothing is checked or built; nor is it counted out again
            workspace = replace(workspace, entries=tuple(one for one in workspace.entries if one.repeat is None))
    absent = tuple(
        name for name, one in (("contacts", found.contacts), ("needs", found.needs), ("log", found.log)) if one.absent
    )
    in_order = sorted(without_echoes(files.findings, files.texts), key=lambda finding: finding.order)
    findings = tuple(_each_once(in_order))
    sources = Sources(files.texts)
    return Reading(workspace, as_of, findings, sources, _language(settings, workspace), absent, found.unsound)


def _workspace(root: Path, files: Files, settings: Settings, found: Collections) -> Workspace:
    return Workspace(
        root=root,
        settings=settings,
        segments=found.segments.records,
        people=people_of(found.people, settings),
        channels=channels_of(found.channels),
        entries=found.entries,
        contacts=None if found.contacts.absent else found.contacts.records,
        needs=None if found.needs.absent else found.needs.records,
        log=None if found.log.absent else found.log.lines,
        statics=read_statics(files),
        beside=found.beside,
        vanities=tuple(files.vanities),
    )


def _as_of(settings: SettingsRead, on: date | None) -> AsOf:
    site = settings.settings.site if settings.settings is not None else None
    zone = site.timezone if site is not None and is_zone(site.timezone) else "UTC"
    if on is not None:
        return AsOf(on, zone)
    if site is not None and site.as_of is not None:
        return AsOf(site.as_of, zone, pinned=True)
    return AsOf(today(zone), zone)


def _language(settings: SettingsRead, workspace: Workspace | None) -> str:
    """The site's language, even where the rest of the settings can't be read."""
    if workspace is not None:
        return workspace.settings.site.language
    written = at(settings.node, ("site", "language")) if settings.node is not None else None
    code = base(written.text.replace("_", "-")) if isinstance(written, Scalar) else ""
    return code if code in LANGUAGES else LANGUAGES[0]


def _each_once(findings: Iterable[Finding]) -> Iterable[Finding]:
    """Findings without those that say the same of the same place; what tells more about it is kept."""
    kept: dict[object, Finding] = {}
    for finding in findings:
        key = (finding.place, finding.message.id, str(finding.message.values))
        held = kept.get(key)
        if held is None or held.entry is None:
            kept[key] = finding
    return kept.values()
