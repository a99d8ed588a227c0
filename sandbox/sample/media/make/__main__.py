"""Makes the samples anew: `python -m sandbox.sample.media.make [NAME…]`, all of them when none is named.

Pictures need Playwright and a Chromium, and minutes each; voices need espeak-ng and ffmpeg.
"""

import sys

from sandbox.sample.media import SAMPLES, path
from sandbox.sample.media.make import pictures, voices


def main() -> None:
    """Make those named on the command line."""
    wanted = sys.argv[1:] or [sample.name for sample in SAMPLES]
    for name in wanted:
        made = pictures.made(name) if name in pictures.PICTURES else voices.made(name)
        path(name).write_bytes(made)
        print(f"{name}: {len(made)} bytes")


main()
