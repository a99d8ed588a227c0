"""The pictures and voice messages that lie ready to be sent: whole, small, named, shipped."""

import struct
import tomllib
from pathlib import Path

import pytest

from bot.texts import LANGUAGES, plain_text
from sandbox import files
from sandbox.sample.media import NAMES, SAMPLES, Sample, data, path

ROOT = Path(__file__).parents[3]
LARGEST, LARGEST_VOICE = 64 * 1024, 40 * 1024  # bytes
VOICES = [sample for sample in SAMPLES if sample.kind == "voice"]
PHOTOS = [sample for sample in SAMPLES if sample.kind == "photo"]
BY_NAME = {"ids": lambda sample: sample.name}


def size_in_pixels(jpeg: bytes) -> tuple[int, int]:
    """Width and height, as the JPEG's frame header has them."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    height, width = struct.unpack_from(">HH", jpeg, at + 5)
    return width, height


def seconds_of(opus: bytes) -> float:
    """The place of the last page, less what a player skips at the beginning."""
    (skipped,) = struct.unpack_from("<H", opus, opus.index(b"OpusHead") + 10)
    (end,) = struct.unpack_from("<q", opus, opus.rindex(b"OggS") + 6)
    return (end - skipped) / 48_000


def test_every_file_is_a_sample_and_every_sample_a_file():
    there = {file.name for file in path("").iterdir() if file.suffix in (".jpg", ".ogg")}
    assert there == NAMES
    assert len(NAMES) == len(SAMPLES)


@pytest.mark.parametrize("sample", PHOTOS, **BY_NAME)
def test_a_photo_is_a_whole_jpeg_of_800_by_600(sample: Sample):
    photo = data(sample.name)
    assert photo.startswith(b"\xff\xd8\xff")
    assert photo.endswith(b"\xff\xd9")
    assert sorted(size_in_pixels(photo)) == [600, 800]
    assert len(photo) <= LARGEST
    assert sample.seconds == 0


@pytest.mark.parametrize("sample", VOICES, **BY_NAME)
def test_a_voice_message_is_opus_in_ogg_and_as_long_as_it_says(sample: Sample):
    voice = data(sample.name)
    assert voice.startswith(b"OggS")
    assert voice[28:36] == b"OpusHead"
    assert len(voice) <= LARGEST_VOICE
    assert sample.seconds == round(seconds_of(voice))


@pytest.mark.parametrize("sample", SAMPLES, **BY_NAME)
def test_a_sample_is_named_in_both_languages(sample: Sample):
    chinese, english = (plain_text(language, sample.text) for language in LANGUAGES)
    assert chinese != english
    if sample.kind == "voice":
        assert english.startswith("“") and english.endswith("”")


def test_the_samples_are_in_the_wheel():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    shipped = [path(sample.name).relative_to(ROOT) for sample in SAMPLES]
    assert {file.parts[0] for file in shipped} <= set(wheel["packages"])
    assert not [file for file in shipped for left_out in wheel["exclude"] if file.is_relative_to(left_out)]


def test_a_voice_message_is_said_to_be_as_long_as_it_is():
    voices = [sample for sample in SAMPLES if sample.kind == "voice"]
    assert [files.seconds_of(data(voice.name)) for voice in voices] == [voice.seconds for voice in voices]
    assert [files.seconds_of(junk) for junk in (b"a voice", b"OggS", b"OggS" + b"OpusHead", b"")] == [
        1,
        1,
        1,
        1,
    ]
