"""The pictures: scenes of distances (scenes/*.glsl), lit by light.glsl, developed by develop.glsl.

What is printed on things is drawn in scenes/*.svg. `REDVEST_PASSES` makes fewer passes, for a quick look.
"""

import base64
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

FOLDER = Path(__file__).parent
# Drawn on the processor, so that any machine draws the same.
BROWSER = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")  # none: Playwright's own
LARGEST = 58_000  # bytes
BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'


@dataclass(frozen=True, slots=True)
class Picture:
    """A scene as it is taken. `variant` is a word that the scene asks for, `near` how little the pixels
    around soften one, `balance` how the phone sees white."""

    scene: str
    variant: str = ""
    width: int = 800
    height: int = 600
    passes: int = 16
    exposure: float = 1.0
    grain: float = 0.025
    near: float = 0.7
    balance: tuple[float, float, float] = (1.0, 1.0, 1.0)


PICTURES = {
    "drain.jpg": Picture("drain", exposure=1.3, balance=(0.98, 1.0, 1.04)),
    "drain-close.jpg": Picture("drain", "CLOSE", 600, 800, exposure=1.3, balance=(0.98, 1.0, 1.04)),
    "drain-done.jpg": Picture("drain", "DONE", exposure=0.6),
    "lamp.jpg": Picture("lamp", "", 600, 800, exposure=2.0, grain=0.05),
    "rubbish.jpg": Picture("rubbish", exposure=0.6),
    "ice.jpg": Picture("ice", "", 600, 800, exposure=0.5),
    "medicine.jpg": Picture("medicine", exposure=1.0),
}


def made(name: str) -> bytes:
    """The picture of that name, as JPEG."""
    picture = PICTURES[name]
    passes = int(os.environ.get("REDVEST_PASSES", picture.passes))
    labels = FOLDER / "scenes" / f"{picture.scene}.svg"
    wanted = asdict(picture) | {
        "passes": passes,
        "largest": LARGEST,
        "scene": _source(picture),
        "develop": (FOLDER / "develop.glsl").read_text("utf-8"),
        "svg": labels.read_text("utf-8") if labels.exists() else BLANK,
    }
    with sync_playwright() as play, play.chromium.launch(executable_path=CHROMIUM, args=BROWSER) as browser:
        page = browser.new_page()
        page.add_script_tag(path=FOLDER / "render.js")
        return base64.b64decode(page.evaluate("wanted => render(wanted)", wanted))


def _source(picture: Picture) -> str:
    """The whole program of a scene: shapes, what light does, the scene."""
    chosen = f"#define {picture.variant}\n" if picture.variant else ""
    files = [FOLDER / "light.glsl", FOLDER / "scenes" / f"{picture.scene}.glsl"]
    shapes = (FOLDER / "shapes.glsl").read_text("utf-8")
    return shapes + chosen + "\n".join(file.read_text("utf-8") for file in files)
