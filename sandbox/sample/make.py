"""Writes the sample community's grids.csv, people.csv and organisations.csv: `python -m sandbox.sample.make`.

The same files every time, beside this one. The built-in categories serve, so there is no file of them.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from random import Random

from sandbox.sample import community, organisations, roster

Row = community.Grid | roster.Post | organisations.Organisation

SEED = 321
FOLDER = Path(__file__).parent


def made() -> dict[str, str]:
    """The text of each file by its name."""
    random = Random(SEED)  # noqa: S311 - a sample that is always the same, no secret
    place = community.build(random)
    people = roster.build(place, random)
    return {
        "grids.csv": _table(community.Grid, place.grids),
        "people.csv": _table(roster.Post, people),
        "organisations.csv": _table(organisations.Organisation, organisations.build(place)),
    }


def main() -> None:
    """Write the files anew."""
    for name, text in made().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")


def _table(kind: type[Row], rows: Iterable[Row]) -> str:
    text = io.StringIO()
    columns = [column.name for column in fields(kind)]
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(row) for row in rows)
    return text.getvalue()


if __name__ == "__main__":
    main()
