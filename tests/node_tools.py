"""What npm brings for tests (`npm ci --prefix requirements/npm`): axe-core, and html-validate run by node."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

NPM = Path(__file__).parent.parent / "requirements" / "npm"
AXE = NPM / "node_modules/axe-core/axe.min.js"
HTML_VALIDATE = NPM / "node_modules/html-validate/bin/html-validate.mjs"
RULES = {
    # Where a title is cut is a matter of search engines, not of HTML; ours ends with the name of the site.
    "long-title": "off",
    # A phone number stands as its owner wrote it, so that who copies it gets plain spaces.
    "tel-non-breaking": "off",
}
"""Beside html-validate's own recommended set, of which nothing else is changed."""
RUN_AXE = """
const done = arguments[arguments.length - 1];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']}).then(
  found => done(found.violations.map(one => `${one.id}: ${one.help} (${one.nodes.map(node => node.html).join(' ')})`)),
  wrong => done([`axe: ${wrong}`]));
"""


def axe(browser: Any) -> list[str]:
    """What axe finds on the page that the browser shows (WCAG 2.2 A and AA, and its best practices)."""
    if not browser.execute_script("return 'axe' in window"):
        browser.execute_script(_axe())
    found: list[str] = browser.execute_async_script(RUN_AXE)
    return found


@cache
def _axe() -> str:
    if not AXE.is_file():
        pytest.skip("axe-core is not here: it needs `npm ci --prefix requirements/npm`")
    return AXE.read_text()


def html_validate(folder: Path, files: Iterable[str], rules: Mapping[str, str] = RULES) -> list[str]:
    """What html-validate finds in these files of a folder."""
    node = shutil.which("node")
    if node is None or not HTML_VALIDATE.is_file():
        pytest.skip("html-validate is not here: it needs node, and `npm ci --prefix requirements/npm`")
    config = folder / ".htmlvalidate.json"
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended"], "rules": dict(rules)}))
    command = [node, str(HTML_VALIDATE), "--config", str(config), "--formatter", "json", *files]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder.resolve())}:{one['line']}: {one['ruleId']}: {one['message']}"
        for page in json.loads(done.stdout)
        for one in page["messages"]
    ]
