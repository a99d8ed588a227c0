"""What a file is, by its first bytes (https://mimesniff.spec.whatwg.org, section 6)."""

SIGNS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBPVP", "image/webp"),
    (0, b"OggS", "audio/ogg"),
    (8, b"WAVE", "audio/wav"),
    (0, b"ID3", "audio/mpeg"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1a\x45\xdf\xa3", "video/webm"),
)


def type_of(data: bytes) -> str | None:
    """The type of a picture, a sound or a film that browsers show; None for all else."""
    return next((kind for at, sign, kind in SIGNS if data.startswith(sign, at)), None)
