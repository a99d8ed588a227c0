"""QR codes of links."""

import io

SCALE, BORDER = 12, 4  # pixels a module; modules around, as scanners need


def png(link: str) -> bytes:
    """A picture that a phone's camera reads from a screen."""
    return _drawn(link, "png")


def svg(link: str) -> bytes:
    """The same to be printed in any size."""
    return _drawn(link, "svg")


def _drawn(link: str, kind: str) -> bytes:
    import segno  # noqa: PLC0415 - a start has no need of it

    picture = io.BytesIO()
    segno.make(link, micro=False).save(picture, kind=kind, scale=SCALE, border=BORDER)
    return picture.getvalue()
