"""The pictures of the docs: real pages of the example, as a browser shows them.

    python tools/pictures.py     docs/pictures/*.png; it needs Chromium and its driver (chromium-driver on Debian)

They are looked at, not compared: a browser draws letters a little otherwise from one version to the next.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
COLOURS = 96


@dataclass(frozen=True)
class Shot:
    """A page, and how much of it is shown: `width` and `height` in CSS pixels, drawn at `scale`."""

    name: str
    page: str
    width: int
    height: int
    scale: float = 1.0
    dark: bool = False


SHOTS = (
    Shot("home", "public/index.html", 1200, 900),
    Shot("today", "planner/index.html", 1200, 900),
)


def main() -> int:
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        sys.stderr.write("This needs Chromium and its driver.\n")
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "valuegen", "build", "--quiet", "--workspace", str(ROOT), "--out", str(site)]
        subprocess.run(command, check=True)
        driver = _browser(folder)
        try:
            for shot in SHOTS:
                _draw(driver, site / shot.page, shot)
        finally:
            driver.quit()
    return 0


def _browser(folder: str) -> webdriver.Chrome:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--user-data-dir={folder}/browser"):
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))


def _draw(driver: webdriver.Chrome, page: Path, shot: Shot) -> None:
    size = {"width": shot.width, "height": shot.height, "deviceScaleFactor": shot.scale, "mobile": shot.width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = [{"name": "prefers-color-scheme", "value": "dark" if shot.dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": scheme})
    driver.get(page.as_uri())
    drawn = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    drawn.quantize(COLOURS).save(PICTURES / f"{shot.name}.png", optimize=True)


if __name__ == "__main__":
    sys.exit(main())
