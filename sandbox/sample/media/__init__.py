"""Pictures and voice messages that the invented people send.

`python -m sandbox.sample.media.make` makes them: the pictures are drawn, the voices spoken by a synthesizer;
nothing is taken from anywhere.
"""

from pathlib import Path
from typing import Literal, NamedTuple


class Sample(NamedTuple):
    """A medium to send. `text` is the key of what it shows, of a voice message what is said; `seconds` are a
    voice message's."""

    name: str
    kind: Literal["photo", "voice"]
    text: str
    seconds: int = 0


SAMPLES: tuple[Sample, ...] = (
    Sample("drain.jpg", "photo", "page-sample-drain"),
    Sample("drain-close.jpg", "photo", "page-sample-drain-close"),
    Sample("drain-done.jpg", "photo", "page-sample-drain-done"),
    Sample("lamp.jpg", "photo", "page-sample-lamp"),
    Sample("rubbish.jpg", "photo", "page-sample-rubbish"),
    Sample("ice.jpg", "photo", "page-sample-ice"),
    Sample("medicine.jpg", "photo", "page-sample-medicine"),
    Sample("voice-lamp.ogg", "voice", "page-sample-voice-lamp", 13),
    Sample("voice-medicine.ogg", "voice", "page-sample-voice-medicine", 12),
    Sample("voice-thanks.ogg", "voice", "page-sample-voice-thanks", 4),
)
NAMES = frozenset(sample.name for sample in SAMPLES)


def path(name: str) -> Path:
    """Where the sample of that name is."""
    return Path(__file__).parent / name


def data(name: str) -> bytes:
    """The sample of that name."""
    return path(name).read_bytes()
