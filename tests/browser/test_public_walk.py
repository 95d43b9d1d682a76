"""How one gets about on the public pages of every built-in theme in a real browser: keys, no scripts, paper, small."""

from pathlib import Path
from typing import Any

import pytest
from sample_site import full_site, kinds_of, laid_out

from valuegen.read.theme_folders import built_in_names

pytestmark = pytest.mark.browser

PARTS = ("skip", "header", "main", "footer")
FOCUSED = """
const node = document.activeElement, box = node.getBoundingClientRect(), style = getComputedStyle(node);
if (node === document.body) return null;
const within = ['header', 'main', 'footer'].find(name => node.closest(`body > ${name}`));
return {
  part: node.matches('body > a:first-child') ? 'skip' : within,
  shown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
  seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  name: node.outerHTML.slice(0, 80),
};
"""
SHOWN = (
    "return [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility()).map(one => one.outerHTML)"
)
GROUND = """
const grounds = [document.body, document.documentElement].map(node => getComputedStyle(node).backgroundColor);
return grounds.find(ground => ground !== 'rgba(0, 0, 0, 0)') ?? 'rgb(255, 255, 255)';
"""


@pytest.fixture(scope="module", params=built_in_names())
def folder(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with everything in it, as files."""
    return laid_out(full_site(request.param), tmp_path_factory.mktemp(request.param))


@pytest.fixture(autouse=True)
def as_it_was(browser: Any) -> Any:
    yield
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def look(browser: Any, page: Path, width: int, media: str = "screen") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [
        {"name": "prefers-color-scheme", "value": "light"},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    browser.get(page.as_uri())


def kinds(folder: Path) -> dict[str, str]:
    return kinds_of({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")})


def test_nothing_scrolls_sideways(browser: Any, folder: Path) -> None:
    for kind, file in kinds(folder).items():
        for width in (320, 768):
            look(browser, folder / file, width)
            assert browser.execute_script("return document.documentElement.scrollWidth") <= width, (kind, width)


def test_the_keyboard_goes_from_the_skip_link_by_the_menu_to_the_content_and_is_seen(
    browser: Any, folder: Path
) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    for kind in ("home", "post", "hub para", "list personas", "list of-years archivo"):
        look(browser, folder / kinds(folder)[kind], 1440)
        reachable = browser.execute_script(SHOWN, "a[href], button, input, summary, [tabindex='0']")
        walked = []
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
        while (at := browser.execute_script(FOCUSED)) and len(walked) <= len(reachable):
            walked.append(at)
            browser.switch_to.active_element.send_keys(Keys.TAB)
        assert not [at for at in walked if not (at["shown"] and at["seen"])], kind
        parts = [PARTS.index(at["part"]) for at in walked]
        assert parts == sorted(parts), kind
        assert set(parts) >= {0, 1, 2}, kind
        assert len(walked) == len(reachable), kind


def test_one_gets_about_without_scripts(browser: Any, folder: Path) -> None:
    from selenium.webdriver.common.by import By

    look(browser, folder / "index.html", 1440)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get((folder / "index.html").as_uri())
    for selector, leads_to in (
        ("main a[href$='para/hornos/index.html']", "para/hornos/index.html"),
        ("main a[href$='primera/index.html']", "primera/index.html"),
        ("main a[href$='personas/irene/index.html']", "personas/irene/index.html"),
        ("header a[href$='archivo/index.html']", "archivo/index.html"),
        ("main a[href$='archivo/2025/index.html']", "archivo/2025/index.html"),
        ("header a[href$='/index.html']", "index.html"),
    ):
        browser.find_element(By.CSS_SELECTOR, selector).click()
        assert browser.current_url == (folder / leads_to).as_uri()
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()


def test_on_paper_there_is_the_text_alone(browser: Any, folder: Path) -> None:
    for kind, file in kinds(folder).items():
        look(browser, folder / file, 800, "print")
        assert browser.execute_script(SHOWN, "nav, body > a:first-child") == [], kind
        assert browser.execute_script(SHOWN, "h1"), kind
        assert browser.execute_script(GROUND) == "rgb(255, 255, 255)", kind


def test_what_moves_is_still_for_who_wants_no_motion(browser: Any, folder: Path) -> None:
    look(browser, folder / "primera/index.html", 1440)
    moving = """return [...document.querySelectorAll('*')].filter(node => {
      const style = getComputedStyle(node);
      return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
        || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01);
    }).map(node => node.tagName)"""
    assert browser.execute_script(moving) == []
